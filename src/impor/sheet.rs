//! A sheet as a place to look things up in: cells by row and column, what a merged cell covers.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fold::plain;
use crate::place::{Field, Place, SheetColumn};
use crate::workbook::{Area, Filled, Sheet, Value, letters};

/// One sheet.
pub(super) struct Grid<'a> {
    /// The sheet.
    pub(super) sheet: &'a Sheet,
    /// File and sheet.
    pub(super) place: Place,
    rows: BTreeMap<u32, Range<usize>>,
}

impl<'a> Grid<'a> {
    /// A sheet of a file.
    pub(super) fn of(sheet: &'a Sheet, path: &str) -> Self {
        let place = Place { lembar: Some(sheet.name.clone()), ..Place::file(path) };
        let mut rows: BTreeMap<u32, Range<usize>> = BTreeMap::new();
        for (at, cell) in sheet.cells.iter().enumerate().filter(|(_, cell)| !is_blank(&cell.value)) {
            // A reader that gives a row twice would tear it apart; the later part is not looked at.
            let range = rows.entry(cell.row).or_insert(at..at);
            range.end = at + 1;
        }
        Self { sheet, place, rows }
    }

    /// Rows with a filled cell, in order.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = u32> {
        self.rows.keys().copied()
    }

    /// Rows with a filled cell, from one row on.
    pub(super) fn rows_from(&self, first: u32) -> impl Iterator<Item = u32> {
        self.rows.range(first..).map(|(row, _)| *row)
    }

    /// Filled cells of a row, from left to right.
    pub(super) fn cells(&self, row: u32) -> impl Iterator<Item = &'a Filled> {
        let range = self.rows.get(&row).cloned().unwrap_or_default();
        self.sheet.cells.get(range).unwrap_or_default().iter().filter(|cell| !is_blank(&cell.value))
    }

    /// What stands in a cell.
    pub(super) fn value(&self, row: u32, column: u32) -> Option<&'a Value> {
        let range = self.rows.get(&row).cloned().unwrap_or_default();
        let cells = self.sheet.cells.get(range).unwrap_or_default();
        let at = cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        cells.get(at).map(|cell| &cell.value).filter(|value| !is_blank(value))
    }

    /// The merged areas that more than one cell belongs to and that reach a row.
    pub(super) fn areas_at(&self, row: u32) -> impl Iterator<Item = &'a Area> {
        self.sheet.merged.iter().filter(move |area| (area.first.0..=area.last.0).contains(&row))
    }

    /// A cell's place; `name` is what its column is called.
    pub(super) fn cell(&self, row: u32, column: u32, name: &str) -> Place {
        let column = SheetColumn { kolom: name.into(), huruf: letters(column).into() };
        Place { baris: Some(row), bagian: Some(Field::Sel(column.into())), ..self.place.clone() }
    }
}

fn is_blank(value: &Value) -> bool {
    matches!(value, Value::Text(text) if plain(text).is_empty())
}

/// A cell as text, as far as it holds one: for headings, words and notes, never for figures.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(plain(text)),
        _ => None,
    }
}

/// A cell as it is quoted.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => plain(text),
        Value::Number(number, _) => number.to_string().replace('.', ","),
        Value::Day(day) => day.date.to_string(),
        Value::Truth(truth) => truth.to_string(),
        Value::Error(name) => name.to_string(),
        Value::Uncomputed => "rumus tanpa hasil".to_owned(),
    }
}
