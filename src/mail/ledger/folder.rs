//! The private folder of a workspace: what lies where, and what it is called in messages.

use std::path::{Path, PathBuf};

use crate::files;
use crate::place::Place;

/// The ledger.
pub(super) const LEDGER: &str = "pengiriman.db";

/// The journal.
pub(super) const JOURNAL: &str = "pengiriman.jurnal";

/// The outbox.
pub(super) const OUTBOX: &str = "kotak-keluar";

/// Beside the ledger while SQLite is at work, and after it was killed: what is not in the ledger yet, and the index of it.
pub(super) const BESIDE: [&str; 2] = ["pengiriman.db-wal", "pengiriman.db-shm"];

/// The private folder.
#[derive(Clone, Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// The path of something in it.
    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// What that is called: `.rakor/pengiriman.db`.
    pub(super) fn name(&self, name: &str) -> String {
        let own = self.0.file_name().map_or(self.path(), Path::new);
        format!("{}/{name}", files::shown(own))
    }

    /// That as a place.
    pub(super) fn place(&self, name: &str) -> Place {
        Place::file(self.name(name))
    }

    /// Where one message lies, below the folder.
    pub(super) fn message(id: &str) -> String {
        format!("{OUTBOX}/{id}.eml")
    }
}
