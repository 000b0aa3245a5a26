//! Importing: sheets of other forms as rows of tables, from the public door and from the command line.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

mod hostile;
mod law;
mod manifest;
mod mapping;
mod samples;
mod write;

use std::fs;
use std::path::Path;

use rakor::cli::{Exit, examples};
use tempfile::TempDir;

/// A folder with the simulated workspace in `sim`.
struct Desk(TempDir);

/// What one run left behind.
struct Run {
    exit: Exit,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let example = examples().iter().find(|example| example.name == "simulasi").unwrap();
        for (name, bytes) in example.files {
            desk.put(&format!("sim/{name}"), bytes);
        }
        desk
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    fn rakor(&self, arguments: &[&str]) -> Run {
        let (exit, out, err) = crate::rakor(self.path(), arguments.iter().copied());
        Run { exit, out, err }
    }

    /// `rakor impor BERKAS -C sim` with more arguments.
    fn import(&self, arguments: &[&str]) -> Run {
        self.rakor(&[&["impor", "-C", "sim"], arguments].concat())
    }
}

/// A free-form CSV file: two months' participants of two kecamatan, as staff keep them.
const SHEET: &str = "\
Rekap Kepesertaan September 2025;;;
No;Kecamatan;Segmen;Jml Peserta Aktif
1;Contoh Utara;PU;1.234
2;Contoh Tengah;BPU;567
Jumlah;;;1.801
";

/// The arguments that complete it.
const GIVEN: [&str; 5] = ["rekap.csv", "--periode", "2025-09", "--sumber", "BPJS Ketenagakerjaan"];
