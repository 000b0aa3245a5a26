//! Templates of strangers: what they ask for beyond a report is refused by name, within a limit, and nothing else suffers.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rakor::cli::Exit;
use rakor::template::Bundle;
use rakor::worker::{Limits, Worker};
use tempfile::TempDir;

mod batch;
#[cfg(unix)]
mod links;
mod reach;
mod stopped;

/// The structure of the monthly report, and where lines of one's own go in it.
const MAIN: &str = "bulanan/laporan.typ.j2";
const ANCHOR: &str = "= Pendahuluan\n";

/// The older report, which must survive.
const OLD: &str = "ws/keluaran/bulanan_35.73-kota-malang_2025-06.pdf";

/// Children with room for a report, and not much more: one limit is hit long before the other.
fn narrow(memory: u64, processor: u64) -> Worker {
    crate::worker().limited(Limits { memory, processor, wall: Duration::from_mins(5), ..Limits::REPORT })
}

/// Little memory, and time enough to use it up.
fn short_of_memory() -> Worker {
    narrow(1 << 30, 200)
}

/// Little time, and more memory than can be used up in it.
fn short_of_time() -> Worker {
    narrow(8 << 30, 2)
}

/// A room with an example workspace, `ws`.
struct Room(TempDir);

/// What one run left behind.
struct Run {
    exit: Exit,
    out: String,
    err: String,
}

impl Room {
    fn of(example: &str) -> Self {
        let room = Self(tempfile::tempdir().unwrap());
        assert_eq!(room.run(&format!("baru ws --contoh {example}")).exit, Exit::Done);
        room
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The built-in report with lines of one's own; the number of the first of them.
    fn with_lines(&self, lines: &str) -> usize {
        let text = Bundle::built_in().get(MAIN).unwrap().to_owned();
        let before = text.split(ANCHOR).next().unwrap().lines().count();
        self.write(&format!("ws/templat/{MAIN}"), text.replacen(ANCHOR, &format!("{ANCHOR}{lines}\n"), 1));
        before + 2
    }

    fn run(&self, arguments: &str) -> Run {
        self.run_by(arguments, short_of_memory())
    }

    fn run_by(&self, arguments: &str, worker: Worker) -> Run {
        let (exit, out, err) = crate::rakor_by(self.path(), arguments.split_whitespace(), worker, crate::clock());
        Run { exit, out, err }
    }

    /// Every file with its bytes.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        fn walk(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let about = fs::symlink_metadata(&path).unwrap();
                if about.is_dir() {
                    walk(&path, found);
                } else if about.is_file() {
                    found.insert(path.clone(), fs::read(&path).unwrap());
                }
            }
        }
        let mut found = BTreeMap::new();
        walk(self.path(), &mut found);
        found
    }

    /// Refused with the code for templates; the message. Not one byte of the folder is another, and no child is left.
    fn refused(&self) -> String {
        self.refused_by(short_of_memory())
    }

    fn refused_by(&self, worker: Worker) -> String {
        self.write(OLD, "lama");
        let before = self.files();
        let run = self.run_by("buat bulanan -C ws", worker);
        assert_eq!((run.exit, run.out.as_str()), (Exit::Template, ""), "{}", run.err);
        assert_eq!(self.files(), before);
        #[cfg(target_os = "linux")]
        assert_eq!(fs::read_to_string("/proc/thread-self/children").unwrap_or_default(), "");
        run.err
    }
}

/// What is said when lines of one's own are in the report of Kota Malang.
fn said_of(lines: &str) -> (String, usize) {
    said_by(lines, short_of_memory())
}

fn said_by(lines: &str, worker: Worker) -> (String, usize) {
    let room = Room::of("kota-malang");
    let line = room.with_lines(lines);
    (room.refused_by(worker), line)
}
