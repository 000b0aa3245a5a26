//! One run at a time: the lock of a workspace, and what is said to who comes second.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::code;
use super::exit::Exit;
use super::workspace::{PRIVATE_FOLDER, Workspace};
use super::{Reply, disk};
use crate::bahasa;
use crate::clock::Clock;
use crate::diagnostic::{Diagnostic, Failure};
use crate::files::{Lock, Trouble, Wish, private_folder};
use crate::place::Place;

/// The file whose lock is the right to run.
const LOCK_FILE: &str = "kunci";

/// What a run is about to touch: all of a workspace, or files that are nobody else's. A part of a batch runs beside the
/// others, on this machine or on one that shares its disk.
#[derive(Clone, Copy, Debug)]
pub(super) enum Extent {
    Workspace,
    /// The part of this number of so many.
    Part(usize, usize),
}

/// The right to run.
pub(super) enum Right {
    Granted(Lock),
    /// Another run is active.
    Taken(Box<Reply>),
}

/// What a run leaves about itself for who comes second. It decides nothing: the lock does.
#[derive(Serialize, Deserialize)]
struct Note {
    proses: u32,
    dimulai: DateTime<Utc>,
    /// The command that holds it.
    perintah: String,
}

/// Asks for the right; `command` is who asks.
pub(super) fn ask(workspace: &Workspace, clock: Clock, command: &str, extent: Extent) -> Result<Right, Failure> {
    let file = match extent {
        Extent::Workspace => LOCK_FILE.to_owned(),
        Extent::Part(number, of) => format!("bagian-{number}-dari-{of}"),
    };
    let shown = format!("{PRIVATE_FOLDER}/{file}");
    let failed = |trouble: Trouble| disk::unwritten(&trouble, &shown);
    let folder = workspace.actual.join(PRIVATE_FOLDER);
    private_folder(&folder).map_err(failed)?;
    let own = Note { proses: std::process::id(), dimulai: clock.now(), perintah: command.to_owned() };
    let note = serde_json::to_vec(&own).unwrap_or_default();
    match Lock::take(&folder.join(&file), &note).map_err(failed)? {
        Wish::Granted(lock) => Ok(Right::Granted(lock)),
        Wish::Taken { note } => Ok(Right::Taken(Box::new(active(serde_json::from_slice(&note).ok(), &shown)))),
    }
}

fn active(other: Option<Note>, path: &str) -> Reply {
    let who = other.map_or_else(
        || "proses rakor yang lain".to_owned(),
        |Note { proses, dimulai, perintah }| {
            let day = bahasa::tanggal(dimulai.date_naive());
            let hour = dimulai.format("%H.%M");
            format!("`rakor {perintah}` yang lain (proses {proses}, dimulai {day} pukul {hour} UTC)")
        },
    );
    let diagnostic = Diagnostic::error(
        code::ACTIVE,
        format!("Ruang kerja ini sedang dikerjakan oleh {who}."),
        "Tunggu sampai proses itu selesai, lalu ulangi.",
    );
    let mut reply = Reply::new(String::new(), serde_json::Value::Null);
    reply.exit = Exit::Active;
    reply.diagnostics = vec![diagnostic.at(Place::file(path))];
    reply
}
