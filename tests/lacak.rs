//! `rakor lacak`: what it says of the printed figures, and of files that are no report.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at a surprise")]

mod figures;
mod foreign;
mod hostile;
mod konstruksi;
mod numbers;
mod rekapitulasi;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rakor::cli::Exit;
use serde_json::Value;

/// The folder of the complete example.
fn simulasi() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/simulasi")
}

/// Its report of August 2025.
pub(crate) static REPORT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let room = tempfile::tempdir().unwrap();
    let folder = simulasi();
    let (exit, out) = rakor(
        room.path(),
        &["buat", "bulanan", "-q", "-C", folder.to_str().unwrap(), "--periode", "2025-08", "-o", "laporan.pdf"],
    );
    assert_eq!(exit, Exit::Done, "{out}");
    std::fs::read(room.path().join("laporan.pdf")).unwrap()
});

/// Runs `rakor`: how it ended, and everything it said.
fn rakor(folder: &Path, arguments: &[&str]) -> (Exit, String) {
    let (exit, out, err) = crate::rakor(folder, arguments.iter().copied());
    (exit, (out + &err).replace('\u{A0}', " "))
}

/// Traces in a file that is there for this run only.
fn lacak(file: &[u8], arguments: &str) -> (Exit, String) {
    let room = tempfile::tempdir().unwrap();
    std::fs::write(room.path().join("laporan.pdf"), file).unwrap();
    let words: Vec<&str> = ["lacak", "laporan.pdf"].into_iter().chain(arguments.split_whitespace()).collect();
    rakor(room.path(), &words)
}

/// The same for programs: the exit code and the object.
fn object(file: &[u8], arguments: &str) -> (Exit, Value) {
    let (exit, text) = lacak(file, &format!("{arguments} --format json"));
    (exit, serde_json::from_str(&text).unwrap_or_else(|_| panic!("{text}")))
}
