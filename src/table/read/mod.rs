//! From files to a [`Dataset`]: header, rows, keys. All problems of all files are collected.
//!
//! A CSV file is one table, a workbook one for each sheet that bears a table's name. Both are [`records::Records`], and
//! everything from the header on is one way ([`Reading`]).

mod cells;
mod engine;
mod gathered;
mod header;
mod lines;
mod number;
mod records;
mod sheet;
mod sources;
mod stored;
mod units;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

pub use gathered::{Gathered, GatheredCell, GatheredRow, read_gathered, read_whole};
pub(super) use sources::GUIDE_SHEET;
pub use sources::{SourceBook, SourceFile};
pub(super) use stored::Unfit;
pub use units::is_percent;

use self::cells::{RecordCells, Serials};
use self::header::Header;
use self::records::Records;
use self::sources::Content;
use self::units::Units;
use super::dialect;
use super::problem::{self, Problems};
use super::row::{Row, Spelled, VisitMut};
use super::schema::TableSchema;
use super::tables::Dataset;
use crate::diagnostic::Diagnostic;
use crate::place::Place;

/// Room is made for at most so many rows at once, whatever the file pretends.
const MAX_RESERVED: usize = 4096;

/// Says what the numbers of other tables are measured in, so it is read before them.
const READ_FIRST: &str = "indikator";

/// Reads CSV files only; see [`read_all`].
#[must_use]
pub fn read(files: &[SourceFile]) -> (Dataset, Vec<Diagnostic>) {
    read_all(files, &[])
}

/// Reads all files and the sheets of all workbooks; every problem of every file, in the order of the files and their
/// lines. What was read although a program hides it, and what was not read, is a note.
///
/// A row with a problem is left out of the dataset, so a dataset is whole only when no error came with it.
#[must_use]
pub fn read_all(files: &[SourceFile], books: &[SourceBook]) -> (Dataset, Vec<Diagnostic>) {
    let mut dataset = Dataset::default();
    let mut sources = sources::of(files, books);
    let mut order: Vec<usize> = (0..sources.len()).collect();
    order.sort_by_key(|index| sources.get(*index).is_none_or(|source| source.table != Some(READ_FIRST)));
    let mut units = Units::default();
    let mut engine = engine::Engine::default();
    for index in order {
        let Some(source) = sources.get_mut(index) else { continue };
        let Some(table) = source.table else { continue };
        dataset.present.insert(table.to_owned());
        let place = source.place.clone();
        let read = match source.content {
            Content::File(file) => match dialect::recognise(&file.bytes, &place) {
                Err(diagnostic) => Some(vec![*diagnostic]),
                Ok(text) => {
                    let records = lines::Lines::of(text, &place, &mut engine);
                    dataset.visit_mut(table, Reading { records, place, units: &units })
                }
            },
            Content::Sheet(sheet) => {
                let records = sheet::Rows::of(sheet, place.clone());
                dataset.visit_mut(table, Reading { records, place, units: &units })
            }
        };
        source.problems.extend(read.unwrap_or_default());
        if table == READ_FIRST {
            units = Units::of_indicators(&dataset);
        }
    }
    (dataset, sources.into_iter().flat_map(|source| source.problems).collect())
}

/// The tables that some files and workbooks hold, in their order.
#[must_use]
pub fn tables_in(files: &[SourceFile], books: &[SourceBook]) -> Vec<&'static str> {
    sources::of(files, books).into_iter().filter_map(|source| source.table).collect()
}

/// One file or sheet that is to become the rows of its table.
struct Reading<'a, S> {
    records: S,
    place: Place,
    units: &'a Units,
}

impl<S: Records> VisitMut for Reading<'_, S> {
    type Output = Vec<Diagnostic>;

    fn visit<R: Row>(mut self, rows: &mut Vec<R>) -> Vec<Diagnostic> {
        let mut problems = Problems::of(self.place.clone());
        self.rows(rows, &mut problems);
        problems.finish()
    }
}

impl<S: Records> Reading<'_, S> {
    fn rows<R: Row>(&mut self, rows: &mut Vec<R>, problems: &mut Problems) {
        let table: &'static TableSchema = const { &R::SCHEMA };
        if !self.records.find_header(table, problems) {
            return;
        }
        let Some(mut header) = Header::read(&self.records, table, problems) else { return };
        // Growing step by step would copy all rows several times.
        let expected = self.records.expected().min(MAX_RESERVED);
        rows.reserve(expected);
        let mut keys: HashMap<String, u32> = HashMap::with_capacity(expected);
        let mut serials = Serials::new();
        while self.records.advance(problems) {
            header.check_unnamed(&self.records, problems);
            let mut cells = RecordCells {
                records: &self.records,
                header: &header,
                table,
                units: self.units,
                next: 0,
                serials: &mut serials,
                problems,
            };
            if let Some(row) = R::read(&mut cells) {
                check_key(&row, table, &mut keys, problems);
                rows.push(row);
            }
        }
        for (count, first, day) in serials.into_values() {
            problems.note(problem::serials(first, count, day));
        }
    }
}

fn check_key<R: Row>(row: &R, table: &TableSchema, keys: &mut HashMap<String, u32>, problems: &mut Problems) {
    let place = row.place();
    match keys.entry(row.key()) {
        Entry::Vacant(vacant) => {
            vacant.insert(place.baris.unwrap_or_default());
        }
        Entry::Occupied(first) => {
            let first = place.at_row(*first.get());
            problems.add(|| problem::key_twice(first, place.clone(), key_words(row, table).as_deref()));
        }
    }
}

/// `periode 2025-08, kode_wilayah 35.73`; nothing for a table about persons.
fn key_words<R: Row>(row: &R, table: &TableSchema) -> Option<String> {
    if table.is_personal() {
        return None;
    }
    let mut cells = Spelled::default();
    row.spell(&mut cells);
    let named = table.columns.iter().zip(cells.iter()).filter(|(column, _)| column.key);
    let words = named.filter_map(|(column, cell)| Some(format!("{} {}", column.name, problem::shown(cell?))));
    Some(words.collect::<Vec<_>>().join(", "))
}
