//! One run at a time: the lock of a workspace, and what is said to who comes second.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::plan::PRIVATE_FOLDER;
use crate::bahasa;
use crate::cli::exit::Exit;
use crate::cli::workspace::Workspace;
use crate::cli::{Reply, disk};
use crate::clock::Clock;
use crate::diagnostic::{Diagnostic, Failure};
use crate::files::{Lock, Trouble, Wish, private_folder};
use crate::place::Place;

/// The file whose lock is the right to run.
const LOCK_FILE: &str = "kunci";

/// The right to run.
pub(in crate::cli) enum Right {
    Granted(Lock),
    /// Another run is active.
    Taken(Box<Reply>),
}

/// What a run leaves about itself for who comes second. It decides nothing: the lock does.
#[derive(Serialize, Deserialize)]
struct Note {
    proses: u32,
    dimulai: DateTime<Utc>,
}

pub(in crate::cli) fn ask(workspace: &Workspace, clock: Clock) -> Result<Right, Failure> {
    let shown = format!("{PRIVATE_FOLDER}/{LOCK_FILE}");
    let failed = |trouble: Trouble| disk::unwritten(&trouble, &shown);
    let folder = workspace.actual.join(PRIVATE_FOLDER);
    private_folder(&folder).map_err(failed)?;
    let own = Note { proses: std::process::id(), dimulai: clock.now() };
    let note = serde_json::to_vec(&own).unwrap_or_default();
    match Lock::take(&folder.join(LOCK_FILE), &note).map_err(failed)? {
        Wish::Granted(lock) => Ok(Right::Granted(lock)),
        Wish::Taken { note } => Ok(Right::Taken(Box::new(active(serde_json::from_slice(&note).ok(), &shown)))),
    }
}

fn active(other: Option<Note>, path: &str) -> Reply {
    let who = other.map_or_else(String::new, |Note { proses, dimulai }| {
        let day = bahasa::tanggal(dimulai.date_naive());
        format!(" (proses {proses}, dimulai {day} pukul {} UTC)", dimulai.format("%H.%M"))
    });
    let diagnostic = Diagnostic::error(
        "C011",
        format!("Ruang kerja ini sedang dikerjakan oleh `rakor jalankan` yang lain{who}."),
        "Tunggu sampai proses itu selesai, lalu ulangi.",
    );
    let mut reply = Reply::new(String::new(), serde_json::Value::Null);
    reply.exit = Exit::Active;
    reply.diagnostics = vec![diagnostic.at(Place::file(path))];
    reply
}
