//! What has been done for each report, on the disk: one small JSON file for each, `.rakor/rencana/`.
//!
//! A plan has a step for building and one for sending. Sending waits until a delivery is set up, and what it says is for
//! people only: who was sent what is known to the ledger. A step is named by kind, region, period and the digest of what it
//! is made from.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::courier::{NO_DELIVERY, Sending};
use crate::cli::code;
use crate::cli::disk;
use crate::cli::workspace::{PRIVATE_FOLDER, Workspace};
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::figure::Period;
use crate::files::{self, Lock, Standing, Trouble};
use crate::place::Place;
use crate::report::Kind;

/// The plans, below the private folder.
const FOLDER: &str = "rencana";

/// The form of a plan; another one was written by another version of the program.
const FORM: u32 = 1;

/// No plan is larger, in bytes.
const MAX_PLAN: u64 = 64 << 10;

/// Which report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) kind: Kind,
    pub(super) region: String,
    pub(super) period: Period,
}

/// A report on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Built {
    /// Digest of its input.
    pub(super) digest: String,
    /// Digest of its bytes.
    pub(super) sha256: String,
    /// Its path from the workspace.
    pub(super) path: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    bentuk: u32,
    jenis: Kind,
    wilayah: String,
    periode: Period,
    langkah: Vec<Step>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "langkah", rename_all = "lowercase", deny_unknown_fields)]
enum Step {
    Bangun {
        sidik: String,
        status: Status,
        berkas: String,
        sha256: String,
    },
    Kirim {
        sidik: String,
        status: Status,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        keterangan: Option<String>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Status {
    Menunggu,
    Selesai,
}

/// The plans of a workspace.
pub(super) struct Plans {
    workspace: PathBuf,
}

impl Plans {
    pub(super) fn of(workspace: &Workspace) -> Self {
        Self { workspace: workspace.actual.clone() }
    }

    pub(super) fn sweep(&self, lock: &Lock) {
        lock.sweep(&self.workspace.join(PRIVATE_FOLDER).join(FOLDER));
    }

    /// The report that a plan says was built; nothing when there is no plan. A plan that cannot be read is not taken for
    /// none: what it knows would be done twice.
    pub(super) fn read(&self, key: &Key) -> Result<Option<Built>, Failure> {
        let shown = shown(key);
        let actual = self.workspace.join(&shown);
        if files::standing(&actual) == Standing::Nothing {
            return Ok(None);
        }
        let bytes = files::read_file(&actual, MAX_PLAN).map_err(|trouble| {
            let (kind, diagnostic) = disk::unread(&trouble, &shown, FailureKind::Disk);
            Failure::one(kind, diagnostic)
        })?;
        match serde_json::from_slice::<Plan>(&bytes) {
            Ok(plan) if plan.is_about(key) => Ok(plan.built()),
            _ => Err(damaged(&shown)),
        }
    }

    /// Says that a report is on the disk, and that it waits for its delivery.
    pub(super) fn write(&self, lock: &Lock, key: &Key, built: &Built) -> Result<(), Failure> {
        self.put(lock, key, &Plan::new(key, built, Status::Menunggu, Some(NO_DELIVERY.to_owned())))
    }

    /// Says what became of the delivery. A plan that says so already stays as it is.
    pub(super) fn settle(&self, lock: &Lock, key: &Key, built: &Built, sending: &Sending) -> Result<(), Failure> {
        let status = if sending.name.ends_with("terkirim") { Status::Selesai } else { Status::Menunggu };
        self.put(lock, key, &Plan::new(key, built, status, sending.reason.clone()))
    }

    fn put(&self, lock: &Lock, key: &Key, plan: &Plan) -> Result<(), Failure> {
        let shown = shown(key);
        let failed = |trouble: Trouble| disk::unwritten(&trouble, &shown);
        files::private_folder(&self.workspace.join(PRIVATE_FOLDER).join(FOLDER)).map_err(failed)?;
        let mut json = serde_json::to_vec(plan).unwrap_or_default();
        json.push(b'\n');
        let actual = self.workspace.join(&shown);
        if files::read_file(&actual, MAX_PLAN).is_ok_and(|old| old == json) {
            return Ok(());
        }
        lock.write_private(&actual, &json).map_err(failed)
    }
}

impl Plan {
    fn new(key: &Key, built: &Built, status: Status, keterangan: Option<String>) -> Self {
        let Built { digest, sha256, path } = built.clone();
        let built = Step::Bangun { sidik: digest.clone(), status: Status::Selesai, berkas: path, sha256 };
        let sent = Step::Kirim { sidik: digest, status, keterangan };
        let Key { kind, region, period } = key.clone();
        Self { bentuk: FORM, jenis: kind, wilayah: region, periode: period, langkah: vec![built, sent] }
    }

    fn is_about(&self, key: &Key) -> bool {
        self.bentuk == FORM && self.jenis == key.kind && self.wilayah == key.region && self.periode == key.period
    }

    fn built(self) -> Option<Built> {
        self.langkah.into_iter().find_map(|step| match step {
            Step::Bangun { sidik, status: Status::Selesai, berkas, sha256 } => {
                Some(Built { digest: sidik, sha256, path: berkas })
            }
            Step::Bangun { .. } | Step::Kirim { .. } => None,
        })
    }
}

/// From the workspace. Codes of regions are digits and points.
fn shown(key: &Key) -> String {
    format!("{PRIVATE_FOLDER}/{FOLDER}/{}_{}_{}.json", key.kind.name(), key.region, key.period)
}

fn damaged(path: &str) -> Failure {
    let diagnostic = Diagnostic::error(
        code::BAD_NOTE,
        format!("Catatan pekerjaan {path} tidak dapat dibaca kembali."),
        "Pulihkan berkas itu dari cadangan atau hapus; laporannya lalu dicocokkan lagi dengan PDF yang ada.",
    );
    Failure::one(FailureKind::Disk, diagnostic.at(Place::file(path)))
}
