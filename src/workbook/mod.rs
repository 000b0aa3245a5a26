//! Workbooks: the cells of a spreadsheet file, and new spreadsheet files.
//!
//! Owns: what an archive may hold before anything in it is parsed, reading XLSX, XLSM, XLS and ODS as a stream of cells
//! ([`read`] gives a [`Book`]), what a number format says about a number, and writing ([`write`]). Which sheet is which
//! table, and what a cell means in its column, belongs to [`crate::table`]; the process in which a foreign file is read,
//! to [`crate::worker`]; the disk to [`crate::files`].
//!
//! Nothing is read before its outside is checked, and no format may ask for more memory than is filled: an
//! archive is unpacked once by our own pass, cells of XLSX then come from a streaming reader, and XLS and ODS, whose
//! readers build dense ranges, from readers of our own.
//!
//! A [`Book`] holds what stands in the cells and how it is shown, nothing of what it should mean: absent cells are left
//! out, a formula is its cached value, and what a program would hide is there and marked as hidden.

mod archive;
mod code;
mod facts;
mod fill;
mod format;
mod kind;
mod limit;
mod number;
mod ods;
mod problem;
mod read;
mod reference;
mod scan;
mod wire;
pub mod write;
mod xls;
mod xlsx;

use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::NaiveDate;

pub use code::CODES;
pub use limit::{MAX_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT};
pub use read::read;

/// A workbook as far as its cells go.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// The sheets in the order of their tabs; charts and macros are none.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name as the tab shows it.
    pub name: Arc<str>,
    /// Whether the program hides the sheet, in either of the two ways it can.
    pub hidden: bool,
    /// Filled cells by row, then column.
    pub cells: Vec<Filled>,
    /// Rows that the program hides, by a filter or by hand; rows count from 1.
    pub hidden_rows: Vec<RangeInclusive<u32>>,
    /// Columns that the program hides; columns count from 1.
    pub hidden_columns: Vec<RangeInclusive<u32>>,
    /// Merged areas; their value stands in the first cell only.
    pub merged: Vec<Area>,
    /// The day from which a day stored as a number is counted.
    pub epoch: Epoch,
}

/// One filled cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// Row, from 1.
    pub row: u32,
    /// Column, from 1.
    pub column: u32,
    /// What stands there.
    pub value: Value,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text as typed, with every character that the file holds.
    Text(Arc<str>),
    /// A number, and how its cell shows it.
    Number(f64, Form),
    /// A number whose cell shows it as a day.
    Day(Day),
    /// `TRUE` or `FALSE`.
    Truth(bool),
    /// An error by its name, as `#DIV/0!`.
    Error(Arc<str>),
    /// A formula whose result was never stored: some program wrote it, and none has computed it yet.
    Uncomputed,
}

/// How a cell shows its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// As it is: `41,3` for 41.3.
    Plain,
    /// A hundredfold, with a percent sign: `41,3%` for 0.413.
    Percent,
    /// The file does not tell, or tells it differently for different numbers of one cell.
    Unknown,
}

/// A day as a cell shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// Whether the number holds a time of the day as well.
    pub timed: bool,
    /// Whether the cell shows the month and year only, as `Agt-25`.
    pub month_only: bool,
}

/// A block of cells from one corner to the other, rows and columns from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Area {
    /// Row and column of the first corner.
    pub first: (u32, u32),
    /// Row and column of the last corner.
    pub last: (u32, u32),
}

/// The two ways of counting days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Epoch {
    /// Day 1 is 1 January 1900, and a 29 February 1900 is counted that never was.
    #[default]
    Y1900,
    /// Day 0 is 1 January 1904.
    Y1904,
}

/// The letters of a column, which counts from 1: `A`, `Z`, `AA`.
#[must_use]
pub fn letters(column: u32) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// A cell as spreadsheets name it: `C17`.
#[must_use]
pub fn address(row: u32, column: u32) -> String {
    format!("{}{row}", letters(column))
}
