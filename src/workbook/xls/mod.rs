//! XLS of Excel 97 to 2003: cells as a stream.
//!
//! Owns: the sheets of the workbook stream. The compound file round it belongs to [`compound`], taking the stream apart
//! to [`record`], its texts to [`text`], its formats to [`globals`]. The reader of the other formats would build a dense
//! range of the whole extent of a sheet, which two cells are enough to make huge; here memory follows what is filled.

mod bytes;
mod compound;
mod globals;
mod record;
mod sheet;
mod text;

use super::fill::Filling;
use super::problem::{self, Problem};
use super::{Book, Sheet};
use crate::place::Place;
use compound::{Compound, Fault};

/// Reads every sheet with cells.
pub(super) fn read(file: &Place, bytes: &[u8]) -> Result<Book, Problem> {
    let compound = Compound::open(bytes).map_err(|fault| broken(file, fault))?;
    if compound.has("EncryptedPackage") {
        return Err(problem::password(file));
    }
    let stream = match compound.stream("Workbook").map_err(|fault| broken(file, fault))? {
        Some(stream) => stream,
        None if compound.has("Book") => return Err(problem::other_format(file, OLD)),
        None => return Err(problem::no_workbook(file, None)),
    };
    if !file.berkas.to_ascii_lowercase().ends_with(".xls") {
        return Err(problem::renamed(file));
    }
    let globals = globals::read(file, &stream)?;
    let mut left = Filling::ALL;
    // Sheets follow each other; a file that counts one place twice would be read without end.
    let mut unread = stream.len();
    let mut book = Book::default();
    for (at, tab) in globals.tabs.iter().enumerate() {
        let place = problem::sheet(file, &tab.name);
        if globals.tabs.iter().take(at).any(|other| other.name.to_lowercase() == tab.name.to_lowercase()) {
            return Err(problem::sheet_twice(&place));
        }
        if !tab.holds_cells {
            continue;
        }
        let from = stream.get(tab.position..).ok_or_else(|| problem::truncated(file))?;
        let mut filling = Filling::new(&place, &mut left);
        let extras = sheet::read(from, &globals, &mut filling, &mut unread)?;
        book.sheets.push(Sheet {
            name: tab.name.clone(),
            hidden: tab.hidden,
            cells: filling.finish()?,
            hidden_rows: extras.hidden_rows,
            hidden_columns: extras.hidden_columns,
            merged: extras.merged,
            epoch: globals.epoch,
        });
    }
    Ok(book)
}

/// What a file of Excel 95 or older is called.
const OLD: &str = "Excel 95 atau yang lebih lama";

fn broken(file: &Place, fault: Fault) -> Problem {
    match fault {
        Fault::Short => problem::truncated(file),
        Fault::Circle => problem::damaged(file, None, "a chain of sectors that runs in a circle"),
    }
}
