//! One door for every format.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::archive::{self, Archive};
use super::kind::{Kind, recognise};
use super::limit::MAX_BYTES;
use super::problem::{self, Problem};
use super::{Book, ods, xls, xlsx};
use crate::place::Place;

/// Reads a workbook of any known format; the first thing that makes it unreadable otherwise. `path` names it in messages.
///
/// What a file holds decides, not its name: only an XLS file must bear its own, because a program that shows it under
/// another warns its user, and so do we.
pub fn read(path: &str, bytes: &[u8]) -> Result<Book, Problem> {
    let file = Place::file(path);
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MAX_BYTES {
        return Err(problem::too_large(&file, size));
    }
    // A parser of foreign formats that panics has met a broken file, not broken us: it shares nothing with what follows.
    let book = catch_unwind(AssertUnwindSafe(|| opened(&file, bytes)))
        .unwrap_or_else(|_| Err(problem::damaged(&file, None, "panic")))?;
    if book.sheets.is_empty() {
        return Err(problem::no_sheet(&file));
    }
    Ok(book)
}

fn opened(file: &Place, bytes: &[u8]) -> Result<Book, Problem> {
    match recognise(file, bytes)? {
        Kind::Archive => packed(file, bytes, archive::check(file, bytes)?),
        Kind::Compound => xls::read(file, bytes),
    }
}

fn packed(file: &Place, bytes: &[u8], archive: Archive) -> Result<Book, Problem> {
    if archive.has("xl/workbook.bin") {
        return Err(problem::other_format(file, "XLSB"));
    }
    if archive.has("mimetype") && archive.has(ods::CONTENT) {
        return ods::read(file, bytes);
    }
    xlsx::read(file, bytes, archive)
}
