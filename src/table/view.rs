//! A dataset as a whole: which tables it has, keeping some of them, and a table as a CSV view for people.

use std::borrow::Cow;

use super::row::{Row, Spelled, Visit, VisitMut};
use super::schema::Kind;
use super::tables::{Dataset, schema};
use crate::place::Place;

impl Dataset {
    /// Every table that has a file or rows, with the number of its rows, in the order of the schema.
    #[must_use]
    pub fn tables(&self) -> Vec<(&'static str, usize)> {
        let counted = schema().iter().map(|table| (table.name, self.visit(table.name, Length).unwrap_or(0)));
        counted.filter(|(name, rows)| *rows > 0 || self.present.contains(*name)).collect()
    }

    /// File and line of every row, table by table.
    #[must_use]
    pub fn row_places(&self) -> Vec<Place> {
        schema().iter().flat_map(|table| self.visit(table.name, Places).unwrap_or_default()).collect()
    }

    /// Hands every text of a table to somebody who reads it, with the place of its cell. Not those of columns that name or
    /// reach a person.
    pub fn read_texts(&self, table: &str, read: &mut dyn FnMut(&Place, &str)) {
        self.visit(table, Texts(read));
    }

    /// Forgets every table but these.
    pub fn retain_tables(&mut self, names: &[&str]) {
        for table in schema().iter().filter(|table| !names.contains(&table.name)) {
            self.visit_mut(table.name, Clear);
            self.present.remove(table.name);
        }
    }

    /// Forgets every row whose place is refused.
    pub fn forget_rows(&mut self, refused: &dyn Fn(&Place) -> bool) {
        for table in schema() {
            self.visit_mut(table.name, Forget(refused));
        }
    }

    /// A table as CSV: comma, UTF-8, canonical values (`134167`, `41.3`, `2025-08-31`), one line feed for each row. Nothing
    /// for a table that is not there.
    ///
    /// Optional columns that no row fills are left out, and so are personal ones. A text that a spreadsheet program would
    /// take for a formula gets an apostrophe in front; numbers need none.
    #[must_use]
    pub fn to_csv(&self, table: &str) -> Option<String> {
        let there = self.tables().iter().any(|(name, _)| *name == table);
        there.then(|| self.visit(table, ToCsv)).flatten()
    }
}

struct Length;

impl Visit for Length {
    type Output = usize;

    fn visit<R: Row>(self, rows: &[R]) -> usize {
        rows.len()
    }
}

struct Places;

impl Visit for Places {
    type Output = Vec<Place>;

    fn visit<R: Row>(self, rows: &[R]) -> Vec<Place> {
        rows.iter().map(|row| row.place().clone()).collect()
    }
}

struct Texts<'r>(&'r mut dyn FnMut(&Place, &str));

impl Visit for Texts<'_> {
    type Output = ();

    fn visit<R: Row>(self, rows: &[R]) {
        let columns = R::SCHEMA.columns;
        let mut cells = Vec::new();
        for row in rows {
            cells.clear();
            row.texts(&mut cells);
            for (column, cell) in columns.iter().zip(&cells) {
                if let (false, Some((place, text))) = (column.personal, cell) {
                    (self.0)(place, text);
                }
            }
        }
    }
}

struct Clear;

impl VisitMut for Clear {
    type Output = ();

    fn visit<R: Row>(self, rows: &mut Vec<R>) {
        rows.clear();
    }
}

struct Forget<'r>(&'r dyn Fn(&Place) -> bool);

impl VisitMut for Forget<'_> {
    type Output = ();

    fn visit<R: Row>(self, rows: &mut Vec<R>) {
        rows.retain(|row| !(self.0)(row.place()));
    }
}

/// For each column of the schema, whether any row fills it.
pub(super) fn filled<R: Row>(rows: &[R]) -> Vec<bool> {
    let mut filled = vec![false; R::SCHEMA.columns.len()];
    for row in rows {
        row.mark_filled(&mut filled);
    }
    filled
}

struct ToCsv;

impl Visit for ToCsv {
    type Output = String;

    fn visit<R: Row>(self, rows: &[R]) -> String {
        let table = R::SCHEMA;
        let shown: Vec<bool> = table
            .columns
            .iter()
            .zip(filled(rows))
            .map(|(column, filled)| !column.personal && (column.required || filled))
            .collect();
        let names = table.columns.iter().zip(&shown).filter(|(_, shown)| **shown).map(|(column, _)| column.name);
        let mut out = names.collect::<Vec<_>>().join(",");
        let mut cells = Spelled::default();
        for row in rows {
            row.spell(&mut cells);
            let mut before = '\n';
            for ((column, cell), _) in table.columns.iter().zip(cells.iter()).zip(&shown).filter(|(_, shown)| **shown) {
                let cell = cell.unwrap_or_default();
                out.push(before);
                // Numbers, days, codes and words of a vocabulary have nothing that could be misread.
                if column.kind == Kind::Text {
                    push_field(&harmless(cell), b',', &mut out);
                } else {
                    out.push_str(cell);
                }
                before = ',';
            }
        }
        out.push('\n');
        out
    }
}

/// Adds a field to a record, between quotation marks where a reader needs them.
pub(super) fn push_field(text: &str, separator: u8, out: &mut String) {
    if text.bytes().any(|byte| byte == separator || matches!(byte, b'"' | b'\n' | b'\r')) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

/// Rows of text as CSV for people: comma, UTF-8, a line feed for each row, no cell that a spreadsheet program would take
/// for a formula.
#[must_use]
pub fn csv_of(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Writing to memory has no way to fail.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell).into_owned()));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// OWASP, *CSV Injection*: these first characters make a spreadsheet program compute the cell.
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The first cell in which two views of a table differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Otherwise {
    /// The line of the first view, from 1.
    pub line: usize,
    /// The column, as the heading of the second view names it; empty where that has none.
    pub column: String,
    /// What stands there in the first view; nothing where it has no such cell.
    pub first: Option<String>,
    /// What stands there in the second view.
    pub second: Option<String>,
}

/// Where two CSV views of a table first differ, the first of which anybody may have written; nothing when their cells are the
/// same.
#[must_use]
pub fn otherwise(first: &[u8], second: &[u8]) -> Option<Otherwise> {
    let rows =
        |bytes| csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes).into_byte_records();
    let text = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
    let (mut first, mut second) = (rows(first), rows(second));
    let mut heading = csv::ByteRecord::new();
    let mut row = 0;
    loop {
        row += 1;
        let (one, other) = match (first.next(), second.next()) {
            (None, None) => return None,
            // The reader knows no broken record: in bytes, of any number of cells.
            (one, other) => {
                (one.and_then(Result::ok).unwrap_or_default(), other.and_then(Result::ok).unwrap_or_default())
            }
        };
        if row == 1 {
            heading.clone_from(&other);
        }
        let column = (0..one.len().max(other.len())).find(|column| one.get(*column) != other.get(*column));
        if let Some(column) = column {
            let line =
                one.position().or(other.position()).and_then(|at| usize::try_from(at.line()).ok()).unwrap_or(row);
            return Some(Otherwise {
                line,
                column: heading.get(column).map(text).unwrap_or_default(),
                first: one.get(column).map(text),
                second: other.get(column).map(text),
            });
        }
    }
}
