//! Which field holds which column.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::records::{Given, Records, heading};
use crate::diagnostic::nearest;
use crate::place::Field;
use crate::table::problem::{self, MAX_LISTED, Problems};
use crate::table::schema::TableSchema;
use crate::workbook::Value;

/// The columns of a table in one file.
pub(super) struct Header {
    /// For each column of the schema, its field and how places name it.
    columns: Vec<Option<(usize, Field)>>,
    /// Fields with a name, and those that have been complained about.
    named: BTreeSet<usize>,
    /// Whether every field of every record has a name.
    closed: bool,
}

impl Header {
    /// Reads the record that the table begins with; nothing when it is no header at all.
    pub(super) fn read<S: Records>(records: &S, table: &TableSchema, problems: &mut Problems) -> Option<Self> {
        let names = table.columns.iter().map(|column| Arc::<str>::from(column.name));
        let names: Vec<Arc<str>> = names.collect();
        let mut header = Self { columns: vec![None; names.len()], named: BTreeSet::new(), closed: S::EVEN };
        let mut unknown = Vec::new();
        let mut twice = Vec::new();
        for (field, given) in records.fields() {
            let written = written(given);
            let plain = heading(&written);
            if plain.is_empty() {
                header.closed = false;
                continue;
            }
            header.named.insert(field);
            match names.iter().zip(&mut header.columns).find(|(name, _)| ***name == *plain) {
                Some((name, Some((first, _)))) => twice.push((name, *first, field)),
                Some((name, slot)) => *slot = Some((field, records.column(field, name))),
                None => unknown.push((written, field)),
            }
        }
        if header.columns.iter().all(Option::is_none) {
            problems.add(|| problem::no_header(records.place().clone(), table));
            return None;
        }
        for (name, first, second) in twice {
            let place = crate::place::Place { bagian: Some(records.column(second, name)), ..records.place().clone() };
            problems.add(|| problem::column_twice(place, name, &records.label(first), &records.label(second)));
        }
        let suggested = header.report_unknown(&unknown, records, table, problems);
        header.report_missing(&suggested, records, table, problems);
        Some(header)
    }

    /// The field of a column of the schema, and how places name it.
    pub(super) fn column(&self, column: usize) -> Option<&(usize, Field)> {
        self.columns.get(column)?.as_ref()
    }

    /// Complains once about every field that holds something under no name.
    pub(super) fn check_unnamed<S: Records>(&mut self, records: &S, problems: &mut Problems) {
        if self.closed {
            return;
        }
        for (field, given) in records.fields() {
            if given.is_filled() && self.named.insert(field) {
                problems.add(|| problem::unnamed_column(records.spot(field), &records.label(field)));
            }
        }
    }

    /// The columns that misspelt names probably mean.
    fn report_unknown<S: Records>(
        &self,
        unknown: &[(Cow<'_, str>, usize)],
        records: &S,
        table: &TableSchema,
        problems: &mut Problems,
    ) -> Vec<&'static str> {
        let absent = || table.columns.iter().zip(&self.columns).filter(|(_, field)| field.is_none());
        let mut suggested = Vec::new();
        for (number, (name, field)) in unknown.iter().enumerate() {
            let worth_listing = number < MAX_LISTED;
            let plain = heading(name);
            let near = worth_listing.then(|| nearest(&plain, absent().map(|(column, _)| column.name))).flatten();
            suggested.extend(near);
            problems.add(|| problem::unknown_column(records.spot(*field), table, name, near, &records.label(*field)));
        }
        suggested
    }

    /// A column that a misspelt name probably means is not missed a second time.
    fn report_missing<S: Records>(
        &self,
        suggested: &[&str],
        records: &S,
        table: &TableSchema,
        problems: &mut Problems,
    ) {
        for (column, field) in table.columns.iter().zip(&self.columns) {
            if column.required && field.is_none() && !suggested.contains(&column.name) {
                problems.add(|| problem::missing_column(records.place().clone(), table, column));
            }
        }
    }
}

/// What a heading says; one that is no text names no column, and shows as what it is.
fn written(given: Given<'_>) -> Cow<'_, str> {
    match given {
        Given::Nothing => Cow::Borrowed(""),
        Given::Text(text) => Cow::Borrowed(text),
        Given::Stored(Value::Error(name)) => Cow::Borrowed(name),
        Given::Stored(Value::Number(number, _)) => Cow::Owned(super::number::Shown::of(*number).plain()),
        Given::Stored(Value::Day(day)) => Cow::Owned(day.date.to_string()),
        Given::Stored(_) => Cow::Borrowed("?"),
    }
}
