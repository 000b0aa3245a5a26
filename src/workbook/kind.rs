//! What a file is by its first bytes, whatever its name says.

use super::problem::{self, Problem};
use crate::place::Place;

/// How far into a text its kind is looked for.
const HEAD: usize = 4_096;

/// A file that may be a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A ZIP archive: XLSX, XLSM, ODS, XLSB, or a document of another program.
    Archive,
    /// A compound file: XLS, an encrypted XLSX, or a document of another program.
    Compound,
}

/// The kind of a file, or what it is instead.
pub(super) fn recognise(file: &Place, bytes: &[u8]) -> Result<Kind, Problem> {
    if bytes.is_empty() {
        return Err(problem::empty(file));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Archive);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Ok(Kind::Compound);
    }
    Err(stranger(file, bytes.get(..HEAD).unwrap_or(bytes)))
}

fn stranger(file: &Place, head: &[u8]) -> Problem {
    if head.starts_with(b"%PDF") {
        return problem::no_workbook(file, Some("dokumen PDF"));
    }
    if head.starts_with(b"{\\rtf") {
        return problem::no_workbook(file, Some("dokumen RTF"));
    }
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return problem::plain_text(file);
    }
    let is_text = head.iter().all(|byte| *byte >= b' ' || byte.is_ascii_whitespace());
    if !is_text {
        return problem::no_workbook(file, None);
    }
    let text = String::from_utf8_lossy(head).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let begins = text.trim_start_matches('\u{FEFF}').trim_start();
    if has(&["<html", "<!doctype html", "<table", "<body"]) || begins.starts_with("mime-version:") {
        problem::web_page(file)
    } else if has(&["urn:schemas-microsoft-com:office:spreadsheet"]) {
        problem::other_format(file, "XML Spreadsheet 2003")
    } else if begins.starts_with('<') {
        problem::no_workbook(file, Some("XML"))
    } else {
        problem::plain_text(file)
    }
}
