//! New workbooks: what stands in them as plain values, and their bytes.
//!
//! Owns: [`NewBook`] and its parts, how each kind of cell looks, and whether a workbook of an earlier run has been touched
//! since ([`is_untouched`]). What a workbook says belongs to the rooms that make one; the engine is known to `engine.rs`
//! only.
//!
//! A text is written as text, whatever its first character: no cell of a new workbook is a formula. The same values give
//! the same bytes, on any day.

mod engine;
mod look;

pub use engine::{bytes, is_untouched};

use chrono::NaiveDate;

use crate::diagnostic::Severity;

/// A workbook to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewBook {
    /// What it is called in the properties of the file; [`is_untouched`] knows it by this name.
    pub title: String,
    /// The sheets in the order of their tabs.
    pub sheets: Vec<NewSheet>,
}

/// One sheet, printed on as many pages of A4, landscape, as its rows need.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewSheet {
    /// Its name: at most 31 characters, none of them `[ ] : * ? / \`.
    pub name: String,
    /// Its columns from the left.
    pub columns: Vec<NewColumn>,
    /// Its rows from the top.
    pub rows: Vec<NewRow>,
    /// So many rows from the top stay in view and are printed on every page; the last of them holds the headings.
    pub frozen: u32,
    /// Whether the headings have buttons to filter and sort by.
    pub filtered: bool,
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewColumn {
    /// Its width in characters; 0 leaves it to the program.
    pub width: u16,
    /// What its cells below the headings are made for.
    pub entry: Entry,
    /// What may be typed below the headings.
    pub check: Option<Check>,
}

/// One row.
pub type NewRow = Vec<NewCell>;

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewCell {
    /// What stands there.
    pub value: NewValue,
    /// How it looks.
    pub look: Look,
    /// What the program shows when the cell is pointed at.
    pub note: Option<String>,
    /// Where a click leads.
    pub link: Option<Link>,
}

/// What a new cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum NewValue {
    /// Nothing.
    #[default]
    Blank,
    /// Text.
    Text(String),
    /// A whole number.
    Number(u64),
    /// A day.
    Day(NaiveDate),
}

/// What a cell is made for, and with it how it shows a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Entry {
    /// Anything, as the program takes it.
    #[default]
    Any,
    /// Text: what is typed stays as it was typed, even when it looks like a number or a day.
    Text,
    /// Whole numbers with a mark between thousands.
    Whole,
    /// Days as year, month and day.
    Day,
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Look {
    /// As the program has it.
    #[default]
    Plain,
    /// What a sheet is.
    Title,
    /// What stands beside the matter.
    Remark,
    /// An example, which nobody should take for data.
    Example,
    /// The heading of a column.
    Heading,
    /// The heading of a column that may stay empty.
    Lighter,
    /// Text in as many lines as it needs.
    Wrapped,
    /// The same, to be clicked.
    Link,
    /// A weight in its colour.
    Weight(Severity),
}

/// Where a click leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To the first cell of a sheet of this workbook.
    Sheet(String),
    /// To a file, relative to the folder of this workbook and with forward slashes; in a workbook, to a cell of a sheet.
    File {
        /// The path.
        path: String,
        /// Sheet and cell.
        cell: Option<(String, String)>,
    },
}

/// What may be typed into the cells of a column. Who types something else is warned and may keep it: what a program
/// cannot foresee is judged when it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What may be typed.
    pub allowed: Allowed,
    /// What the warning says, in at most 255 characters.
    pub warning: String,
}

/// What may be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// One of a few words, together at most 255 characters; the program offers them.
    OneOf(Vec<String>),
    /// A whole number from the first, up to the second when there is one.
    Whole(i32, Option<i32>),
    /// A day from the first to the second.
    Days(NaiveDate, NaiveDate),
    /// A text of so many characters, from the first to the second number.
    Length(u32, u32),
}

impl NewCell {
    /// A text.
    pub fn text(text: impl Into<String>, look: Look) -> Self {
        Self { value: NewValue::Text(text.into()), look, ..Self::default() }
    }

    /// The same cell, with something to read when it is pointed at.
    #[must_use]
    pub fn noted(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()), ..self }
    }

    /// The same cell, with something behind it to click.
    #[must_use]
    pub fn linked(self, link: Option<Link>) -> Self {
        Self { link, ..self }
    }
}

impl From<u64> for NewCell {
    fn from(number: u64) -> Self {
        Self { value: NewValue::Number(number), ..Self::default() }
    }
}
