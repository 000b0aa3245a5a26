//! The header of a sheet: one to three rows, joined into one heading for each column.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::fold::fold;
use super::sheet::{Grid, text};
use crate::bahasa::nama_bulan;
use crate::workbook::{Value, letters};

/// No header is wider; what stands further to the right belongs to none.
const MAX_COLUMNS: usize = 512;

/// Between the rows of a heading.
const JOINT: &str = " / ";

/// The headings of a sheet.
#[derive(Clone, Debug)]
pub(super) struct Header {
    /// First row.
    pub(super) first: u32,
    /// Number of rows.
    pub(super) height: u32,
    /// One for each column that has any, from left to right.
    pub(super) columns: Vec<Heading>,
}

/// The heading of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The column, from 1.
    pub(super) column: u32,
    /// Its texts from top to bottom; the same one is not repeated.
    pub(super) parts: Vec<String>,
}

impl Heading {
    /// As it is written in a mapping: `Jumlah Peserta / PU`.
    pub(super) fn full(&self) -> String {
        self.parts.join(JOINT)
    }

    /// Its lowest part.
    pub(super) fn last(&self) -> &str {
        self.parts.last().map_or("", String::as_str)
    }
}

impl Header {
    /// The headings of these rows; nothing when they hold anything but text, or fewer than two columns.
    pub(super) fn read(grid: &Grid<'_>, first: u32, height: u32) -> Option<Self> {
        let rows: Vec<u32> = (first..first.saturating_add(height)).collect();
        let mut texts: BTreeMap<u32, Vec<Option<String>>> = BTreeMap::new();
        for (level, row) in rows.iter().enumerate() {
            let mut any = false;
            for cell in grid.cells(*row).take(MAX_COLUMNS) {
                let part = heading_text(&cell.value)?;
                any = true;
                let column = texts.entry(cell.column).or_insert_with(|| vec![None; rows.len()]);
                if let Some(slot) = column.get_mut(level) {
                    *slot = Some(part);
                }
            }
            if !any {
                return None;
            }
        }
        fill_merged(grid, &rows, &mut texts);
        fill_unmerged(&mut texts);
        let columns: Vec<Heading> = texts
            .into_iter()
            .map(|(column, texts)| {
                let mut parts: Vec<String> = texts.into_iter().flatten().collect();
                parts.dedup_by(|second, first| fold(second) == fold(first));
                Heading { column, parts }
            })
            .filter(|heading| !heading.parts.is_empty())
            .collect();
        let used = columns.len() >= 2;
        used.then_some(Self { first, height, columns })
    }

    /// The row below.
    pub(super) fn next_row(&self) -> u32 {
        self.first.saturating_add(self.height)
    }

    /// The columns of a heading as a mapping writes it: the whole heading, or its lowest part, or the letters of a column.
    pub(super) fn find(&self, written: &str) -> Vec<&Heading> {
        let wanted = fold(written);
        let by = |same: &dyn Fn(&Heading) -> bool| self.columns.iter().filter(|heading| same(heading)).collect();
        let whole: Vec<&Heading> = by(&|heading| fold(&heading.full()) == wanted);
        if !whole.is_empty() {
            return whole;
        }
        let last: Vec<&Heading> = by(&|heading| fold(heading.last()) == wanted);
        if !last.is_empty() {
            return last;
        }
        by(&|heading| wanted == format!("kolom {}", letters(heading.column).to_lowercase()))
    }
}

/// A heading holds text; a year or a month that a program took for a number or a day is one too.
fn heading_text(value: &Value) -> Option<String> {
    match value {
        Value::Number(number, _) if (1900.0..=2200.0).contains(number) && number.fract() == 0.0 => {
            Some(number.to_string())
        }
        Value::Day(day) if day.month_only => {
            nama_bulan(day.date.month()).map(|month| format!("{month} {}", day.date.year()))
        }
        other => text(other),
    }
}

/// A merged heading stands over all columns and rows that it covers.
fn fill_merged(grid: &Grid<'_>, rows: &[u32], texts: &mut BTreeMap<u32, Vec<Option<String>>>) {
    let areas = rows.iter().flat_map(|row| grid.areas_at(*row));
    for area in areas {
        let level = rows.iter().position(|row| *row == area.first.0);
        let value = level.and_then(|level| texts.get(&area.first.1)?.get(level)?.clone());
        let Some(value) = value else { continue };
        for (level, row) in rows.iter().enumerate() {
            if !(area.first.0..=area.last.0).contains(row) {
                continue;
            }
            for column in (area.first.1..=area.last.1).take(MAX_COLUMNS) {
                let column = texts.entry(column).or_insert_with(|| vec![None; rows.len()]);
                if let Some(slot @ None) = column.get_mut(level) {
                    *slot = Some(value.clone());
                }
            }
        }
    }
}

/// Where nothing is merged, a heading over several columns stands over the first of them only: a column with a lower
/// heading and no upper one belongs to the upper one to its left, if that has a lower heading as well.
fn fill_unmerged(texts: &mut BTreeMap<u32, Vec<Option<String>>>) {
    let mut left: Option<(u32, String)> = None;
    for (column, parts) in texts.iter_mut() {
        let lower = parts.get(1..).is_some_and(|lower| lower.iter().any(Option::is_some));
        let Some(upper) = parts.first_mut() else { continue };
        match (&*upper, &left) {
            (Some(text), _) => left = lower.then(|| (*column, text.clone())),
            (None, Some((last, text))) if lower && *column == last.saturating_add(1) => {
                *upper = Some(text.clone());
                left = Some((*column, text.clone()));
            }
            (None, _) => left = None,
        }
    }
}
