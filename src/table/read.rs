//! From files to a [`Dataset`]: header, rows, keys. All problems of all files are collected.

use std::collections::BTreeMap;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};

use super::dialect::{self, LineCounter, Source};
use super::kind::{Column, MAX_VALUE_BYTES, Refusal};
use super::problem::{self, MAX_LISTED, Problems};
use super::row::{Cells, Row, VisitMut};
use super::schema::{ColumnSchema, Kind, TableSchema};
use super::tables::{Dataset, schema, table_schema};
use crate::diagnostic::{Diagnostic, nearest};
use crate::place::{Cell, Field, Place};

/// Room is made for at most so many rows at once, whatever the file pretends.
const MAX_RESERVED: usize = 4096;

/// One file as it lies in the workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the workspace, with forward slashes: `data/kepesertaan.csv`. Its stem names the table.
    pub path: String,
    /// The whole content.
    pub bytes: Vec<u8>,
}

/// Reads all files; every problem of every file, in the order of the files and their lines.
///
/// A row with a problem is left out of the dataset, so a dataset is whole only when no error came with it.
#[must_use]
pub fn read(files: &[SourceFile]) -> (Dataset, Vec<Diagnostic>) {
    let mut dataset = Dataset::default();
    let mut found = Vec::new();
    let mut seen: BTreeMap<&str, Place> = BTreeMap::new();
    for file in files {
        let place = Place::file(file.path.as_str());
        let stem = stem(&file.path);
        let Some(table) = table_schema(stem) else {
            let names: Vec<_> = schema().iter().map(|table| table.name).collect();
            found.push(problem::unknown_table(place, stem, &names));
            continue;
        };
        if let Some(first) = seen.get(table.name) {
            found.push(problem::table_twice(first.clone(), place, table.name));
            continue;
        }
        seen.insert(table.name, place.clone());
        dataset.present.insert(table.name.to_owned());
        match dialect::recognise(&file.bytes, &place) {
            Err(diagnostic) => found.push(*diagnostic),
            Ok(source) => {
                let reading = Reading { source, place };
                found.extend(dataset.visit_mut(table.name, reading).unwrap_or_default());
            }
        }
    }
    (dataset, found)
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// One file that is to become the rows of its table.
struct Reading<'a> {
    source: Source<'a>,
    place: Place,
}

impl VisitMut for Reading<'_> {
    type Output = Vec<Diagnostic>;

    fn visit<R: Row>(self, rows: &mut Vec<R>) -> Vec<Diagnostic> {
        let mut problems = Problems::of(self.place.clone());
        self.rows(rows, &mut problems);
        problems.finish()
    }
}

impl Reading<'_> {
    fn rows<R: Row>(&self, rows: &mut Vec<R>, problems: &mut Problems) {
        let table = R::SCHEMA;
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.source.separator)
            .from_reader(self.source.text.as_bytes());
        let mut record = StringRecord::new();
        // Bytes in memory that are known to be UTF-8 give the engine nothing to refuse.
        if !reader.read_record(&mut record).unwrap_or(false) {
            return;
        }
        let Some(mut header) = Header::read(&record, &self.place.at_row(self.source.line), &table, problems) else {
            return;
        };
        let mut locator = Locator::new(&self.source);
        let mut keys: HashMap<String, u32> = HashMap::new();
        // As a rule a row for each line; growing step by step would copy all rows several times.
        let lines = self.source.text.bytes().filter(|byte| *byte == b'\n').count();
        rows.reserve(lines.min(MAX_RESERVED));
        let names: Vec<Arc<str>> = table.columns.iter().map(|column| Arc::from(column.name)).collect();
        while reader.read_record(&mut record).unwrap_or(false) {
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let place = self.place.at_row(locator.line(&record));
            if record.len() != header.width {
                let separator = self.source.separator_name();
                problems.add(|| problem::ragged(place, record.len(), header.width, separator));
                continue;
            }
            header.check_unnamed(&record, &place, problems);
            let mut cells =
                CsvCells { record: &record, header: &header, names: &names, place, table: &table, next: 0, problems };
            if let Some(row) = R::read(&mut cells) {
                check_key(&row, &table, &mut keys, problems);
                rows.push(row);
            }
        }
    }
}

/// Finds the line of each record; asked in the order of the file.
struct Locator<'a> {
    text: &'a [u8],
    at: usize,
    lines: LineCounter,
}

impl<'a> Locator<'a> {
    fn new(source: &Source<'a>) -> Self {
        Self { text: source.text.as_bytes(), at: 0, lines: LineCounter::new(source.line) }
    }

    /// The engine's position lies before the blank lines and the second half of a line end that precede a record.
    fn line(&mut self, record: &StringRecord) -> u32 {
        let position = record.position().map_or(0, csv::Position::byte);
        let position = usize::try_from(position).unwrap_or(usize::MAX).clamp(self.at, self.text.len());
        let skipped = self.text.get(position..).unwrap_or_default();
        let blank = skipped.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let start = position + blank;
        self.lines.advance(self.text.get(self.at..start).unwrap_or_default());
        self.at = start;
        self.lines.line
    }
}

/// Which field holds which column.
struct Header {
    /// For each column of the schema, its field.
    fields: Vec<Option<usize>>,
    /// Fields of the header line.
    width: usize,
    /// Fields without a name; one that holds something is complained about once.
    unnamed: Vec<usize>,
}

impl Header {
    /// Nothing when the line is no header at all.
    fn read(record: &StringRecord, row: &Place, table: &TableSchema, problems: &mut Problems) -> Option<Self> {
        let mut header = Self { fields: vec![None; table.columns.len()], width: record.len(), unnamed: Vec::new() };
        let mut unknown = Vec::new();
        let mut twice = Vec::new();
        for (field, name) in record.iter().map(str::trim).enumerate() {
            let slot = table.columns.iter().zip(&mut header.fields).find(|(column, _)| column.name == name);
            match slot {
                Some((column, Some(first))) => twice.push((column.name, *first, field)),
                Some((_, slot)) => *slot = Some(field),
                None if name.is_empty() => header.unnamed.push(field),
                None => unknown.push((name, field)),
            }
        }
        if header.fields.iter().all(Option::is_none) {
            problems.add(|| problem::no_header(row.clone(), table));
            return None;
        }
        for (name, first, second) in twice {
            problems.add(|| problem::column_twice(row, name, first + 1, second + 1));
        }
        let suggested = header.report_unknown(&unknown, row, table, problems);
        header.report_missing(&suggested, row, table, problems);
        Some(header)
    }

    /// The columns that misspelt names probably mean.
    fn report_unknown(
        &self,
        unknown: &[(&str, usize)],
        row: &Place,
        table: &TableSchema,
        problems: &mut Problems,
    ) -> Vec<&'static str> {
        let absent = || table.columns.iter().zip(&self.fields).filter(|(_, field)| field.is_none());
        let mut suggested = Vec::new();
        for (number, (name, field)) in unknown.iter().enumerate() {
            let worth_listing = number < MAX_LISTED;
            let near = worth_listing.then(|| nearest(name, absent().map(|(column, _)| column.name))).flatten();
            suggested.extend(near);
            problems.add(|| problem::unknown_column(row.clone(), table, name, near, field + 1));
        }
        suggested
    }

    /// A column that a misspelt name probably means is not missed a second time.
    fn report_missing(&self, suggested: &[&str], row: &Place, table: &TableSchema, problems: &mut Problems) {
        for (column, field) in table.columns.iter().zip(&self.fields) {
            if column.required && field.is_none() && !suggested.contains(&column.name) {
                problems.add(|| problem::missing_column(row.clone(), table, column));
            }
        }
    }

    fn check_unnamed(&mut self, record: &StringRecord, row: &Place, problems: &mut Problems) {
        self.unnamed.retain(|field| {
            let blank = record.get(*field).is_none_or(|cell| cell.trim().is_empty());
            if !blank {
                problems.add(|| problem::unnamed_column(row.clone(), field + 1));
            }
            blank
        });
    }
}

/// The cells of one record.
struct CsvCells<'a> {
    record: &'a StringRecord,
    header: &'a Header,
    names: &'a [Arc<str>],
    place: Place,
    table: &'a TableSchema,
    next: usize,
    problems: &'a mut Problems,
}

/// A cell before it is read.
enum Raw<'a> {
    /// Its column is missing; the header has been complained about already when it should be there.
    NoColumn,
    /// Nothing, or the sign given that stands for nothing.
    Blank(&'a str),
    /// Something, trimmed.
    Filled(&'a str),
}

impl<'a> CsvCells<'a> {
    fn next(&mut self, kind: Kind) -> (usize, Raw<'a>) {
        let column = self.next;
        self.next += 1;
        let field = self.header.fields.get(column).copied().flatten();
        let raw = match field.and_then(|field| self.record.get(field)).map(str::trim) {
            None => Raw::NoColumn,
            Some(cell) if cell.is_empty() || is_blank_mark(kind, cell) => Raw::Blank(cell),
            Some(cell) => Raw::Filled(cell),
        };
        (column, raw)
    }

    fn cell_place(&self, column: usize) -> Place {
        let name = self.names.get(column).cloned();
        Place { bagian: name.map(Field::Kolom), ..self.place.clone() }
    }

    fn read<K: Column>(&mut self, column: usize, raw: &str) -> Option<Cell<K::Value>> {
        let place = self.cell_place(column);
        let too_long = K::KIND != Kind::Text && raw.len() > MAX_VALUE_BYTES;
        match if too_long { Err(Refusal::Long) } else { K::read(raw) } {
            Ok(value) => Some(Cell::new(value, place)),
            Err(refusal) => {
                let table = self.table;
                let schema = table.columns.get(column)?;
                self.problems.add(|| problem::bad_cell(place, table, schema, raw, &refusal));
                None
            }
        }
    }

    fn column(&self, column: usize) -> Option<&'a ColumnSchema> {
        self.table.columns.get(column)
    }
}

impl Cells for CsvCells<'_> {
    fn required<K: Column>(&mut self) -> Option<Cell<K::Value>> {
        let (column, raw) = self.next(K::KIND);
        match raw {
            Raw::NoColumn => None,
            Raw::Filled(raw) => self.read::<K>(column, raw),
            Raw::Blank(mark) => {
                let place = self.cell_place(column);
                let schema = self.column(column)?;
                self.problems.add(|| problem::blank(place, schema, mark));
                None
            }
        }
    }

    fn optional<K: Column>(&mut self) -> Option<Option<Cell<K::Value>>> {
        match self.next(K::KIND) {
            (_, Raw::NoColumn | Raw::Blank(_)) => Some(None),
            (column, Raw::Filled(raw)) => self.read::<K>(column, raw).map(Some),
        }
    }

    fn place(&self) -> Place {
        self.place.clone()
    }
}

/// Whether a cell holds a sign for nothing. A dash among numbers may also mean nil, and is left to their reader to refuse.
fn is_blank_mark(kind: Kind, cell: &str) -> bool {
    match cell {
        "…" | "..." => true,
        "-" | "–" | "—" => !matches!(kind, Kind::Count | Kind::Money | Kind::Decimal),
        _ => false,
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
    let mut cells = Vec::new();
    row.write(&mut cells);
    let named = table.columns.iter().zip(&cells).filter(|(column, _)| column.key);
    let words =
        named.filter_map(|(column, cell)| Some(format!("{} {}", column.name, problem::shown(cell.as_deref()?))));
    Some(words.collect::<Vec<_>>().join(", "))
}
