//! The reports of many regions, from the command line: what is made, what is left alone, what is said, and what a run that
//! ends badly leaves.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

mod again;
mod contrib;
mod ends;
mod index;
mod input;
#[cfg(target_os = "linux")]
mod kill;
mod parts;
mod same;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rakor::cli::{Exit, examples};
use rakor::report::sha256;
use rakor::worker::Worker;

/// The regions of the complete example in the order of their codes.
const ALL: [&str; 6] = ["99.71", "99.71.01", "99.71.02", "99.71.03", "99.71.04", "99.71.05"];

/// The index of a whole batch of August, without its ending.
const INDEX: &str = "indeks_bulanan_2025-08";

/// A workspace on the disk.
struct Room {
    home: tempfile::TempDir,
}

/// What one run said.
struct Run {
    exit: Exit,
    out: String,
    err: String,
}

impl Room {
    /// An example.
    fn of(name: &str) -> Self {
        let room = Self { home: tempfile::tempdir().unwrap() };
        for (path, bytes) in examples().iter().find(|example| example.name == name).unwrap().files {
            room.write(path, bytes);
        }
        room
    }

    /// The complete example.
    fn simulasi() -> Self {
        Self::of("simulasi")
    }

    fn path(&self, path: &str) -> PathBuf {
        self.home.path().join(path)
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Replaces a text that stands exactly once in a file.
    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(old).count(), 1, "{old}");
        self.write(path, text.replacen(old, new, 1));
    }

    /// `rakor buat bulanan --periode 2025-08`, with more arguments.
    fn buat(&self, arguments: &str) -> Run {
        self.buat_by(crate::worker(), arguments)
    }

    fn buat_by(&self, worker: Worker, arguments: &str) -> Run {
        self.run(worker, &format!("buat bulanan --periode 2025-08 {arguments}"))
    }

    fn run(&self, worker: Worker, arguments: &str) -> Run {
        let (exit, out, err) = crate::rakor_by(self.home.path(), arguments.split_whitespace(), worker, crate::clock());
        Run { exit, out, err }
    }

    /// The digests of the PDFs in a folder by their names.
    fn pdfs(&self, folder: &str) -> BTreeMap<String, String> {
        digests(&self.path(folder))
    }

    /// Everything in a folder that is neither a PDF nor an index.
    fn others(&self, folder: &str) -> Vec<String> {
        let known = |name: &str| is_pdf(name) || name.starts_with("indeks_");
        names(&self.path(folder)).into_iter().filter(|name| !known(name)).collect()
    }

    fn index(&self) -> serde_json::Value {
        serde_json::from_str(&self.read(&format!("keluaran/{INDEX}.json"))).unwrap()
    }

    /// What became of each region, by the index.
    fn outcomes(&self) -> Vec<(String, String)> {
        let word = |entry: &serde_json::Value, key: &str| entry[key].as_str().unwrap().to_owned();
        let index = self.index();
        let regions = index["wilayah"].as_array().unwrap();
        regions.iter().map(|entry| (word(entry, "wilayah"), word(entry, "hasil"))).collect()
    }
}

impl Run {
    /// Its exit, its result and its talk.
    fn is(&self, exit: Exit, out: &str, err: &str) {
        assert_eq!((self.exit, self.out.as_str(), self.err.as_str()), (exit, out, err));
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn is_pdf(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "pdf")
}

fn digests(folder: &Path) -> BTreeMap<String, String> {
    let pdfs = names(folder).into_iter().filter(|name| is_pdf(name));
    pdfs.map(|name| (name.clone(), sha256(&fs::read(folder.join(&name)).unwrap()))).collect()
}
