//! `rakor templat`, and kinds of report of a workspace's own.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use std::fs;
use std::path::Path;

use rakor::cli::Exit;
use rakor::template::Bundle;
use tempfile::TempDir;

mod command;
mod kinds;

/// A room with an example workspace, `ws`.
struct Room(TempDir);

/// What one run left behind.
struct Run {
    exit: Exit,
    out: String,
    err: String,
}

impl Run {
    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap()
    }
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

    fn run(&self, arguments: &str) -> Run {
        let (exit, out, err) = crate::rakor(self.path(), arguments.split_whitespace());
        Run { exit, out, err }
    }
}

/// A built-in file.
fn built_in(name: &str) -> String {
    Bundle::built_in().get(name).unwrap().to_owned()
}
