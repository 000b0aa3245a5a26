//! Tables: what staff may write, what it is read as, and the words when it cannot be.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod dialects;
mod force;
mod refusals;
mod sheets;
pub(crate) mod template;
mod values;
mod wire;

use rakor::diagnostic::Diagnostic;
use rakor::table::{Dataset, SourceFile, read};

/// A header with the required columns of `kepesertaan`.
const HEAD: &str = "periode,kode_wilayah,segmen,sumber,peserta_aktif\n";

fn file(path: &str, bytes: impl Into<Vec<u8>>) -> SourceFile {
    SourceFile { path: path.to_owned(), bytes: bytes.into() }
}

/// One table that must be right.
fn good(table: &str, bytes: impl Into<Vec<u8>>) -> Dataset {
    let (dataset, problems) = read(&[file(&format!("data/{table}.csv"), bytes)]);
    assert_eq!(shown(&problems), "");
    dataset
}

/// Everything that is wrong with one table, in the words of the terminal.
fn wrong(table: &str, bytes: impl Into<Vec<u8>>) -> String {
    shown(&read(&[file(&format!("data/{table}.csv"), bytes)]).1)
}

/// Rows of `kepesertaan` below [`HEAD`].
fn wrong_rows(rows: &str) -> String {
    wrong("kepesertaan", format!("{HEAD}{rows}"))
}

fn shown(problems: &[Diagnostic]) -> String {
    problems.iter().map(block).collect::<Vec<_>>().join("\n")
}

fn block(problem: &Diagnostic) -> String {
    let places: Vec<String> = problem.places.iter().map(ToString::to_string).collect();
    let mut lines = vec![format!("{}[{}] {}", problem.severity, problem.code, places.join(" | "))];
    if !problem.message.is_empty() {
        lines.push(problem.message.clone());
    }
    lines.extend(problem.found.as_ref().map(|found| format!("Ditemukan : {found}")));
    lines.extend(problem.expected.as_ref().map(|expected| format!("Seharusnya: {expected}")));
    lines.push(format!("Tindakan  : {}", problem.action));
    lines.join("\n")
}
