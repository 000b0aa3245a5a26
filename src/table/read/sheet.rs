//! Records of a sheet: the rows below its header, and what is said about the sheet as a whole.
//!
//! The header is the row, among the first filled ones, in which most columns of the table stand; what is above it is a
//! title. Below it nothing is passed over but blank rows: a note under a table is a row that is not whole, and refused.
//! Merged cells hide which cell a value belongs to and are refused below the title; rows and columns that a program
//! hides are read, and said so.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::records::{Given, Records, heading};
use crate::place::{Field, Place, SheetColumn};
use crate::table::problem::{self, Problems};
use crate::table::schema::TableSchema;
use crate::table::skema;
use crate::workbook::{Area, Epoch, Filled, Sheet, Value, letters};

/// The header is looked for in so many filled rows.
const HEADER_WITHIN: usize = 20;

/// The rows of one sheet.
pub(super) struct Rows<'a> {
    sheet: &'a Sheet,
    file: Place,
    /// The cells of the record.
    row: &'a [Filled],
    /// File and row of the record.
    place: Place,
    /// The cells of the rows that follow.
    rest: &'a [Filled],
    /// Merged areas below the title, by their first row; those that the rows have passed are gone.
    merged: Vec<Area>,
    /// The last row that a merged area touches, of those begun.
    merged_until: u32,
    personal: bool,
}

impl<'a> Rows<'a> {
    /// The cells of a sheet.
    pub(super) fn of(sheet: &'a Sheet, file: Place) -> Self {
        Self {
            sheet,
            place: file.clone(),
            file,
            row: &[],
            rest: &sheet.cells,
            merged: Vec::new(),
            merged_until: 0,
            personal: false,
        }
    }

    /// Goes to the next row in which something stands.
    fn step(&mut self) -> bool {
        while let Some((row, cells, rest)) = next_row(self.rest) {
            (self.row, self.rest) = (cells, rest);
            if cells.iter().any(is_filled) {
                self.place = self.file.at_row(row);
                return true;
            }
        }
        false
    }

    /// Complains about merged cells from the header on; true when the header itself is merged.
    fn check_merged(&mut self, header: u32, problems: &mut Problems) -> bool {
        let filled = || self.sheet.cells.iter().filter(|cell| is_filled(cell));
        let last_row = filled().map(|cell| cell.row).max().unwrap_or_default();
        let last_column = filled().map(|cell| cell.column).max().unwrap_or_default();
        let within = |area: &&Area| {
            area.first != area.last && area.last.0 >= header && area.first.0 <= last_row && area.first.1 <= last_column
        };
        self.merged = self.sheet.merged.iter().filter(within).copied().collect();
        self.merged.sort_by_key(|area| (area.first, area.last));
        for area in &self.merged {
            problems.add(|| problem::merged(unnamed(self.file.at_row(area.first.0), area.first.1), area));
        }
        self.merged.iter().any(|area| area.first.0 <= header)
    }

    /// Whether a merged area touches a row; asked in the order of the rows.
    fn is_merged(&mut self, row: u32) -> bool {
        let begun = self.merged.partition_point(|area| area.first.0 <= row);
        let until = self.merged.drain(..begun).map(|area| area.last.0).max().unwrap_or_default();
        self.merged_until = self.merged_until.max(until);
        row <= self.merged_until
    }
}

impl Records for Rows<'_> {
    const EVEN: bool = false;

    fn find_header(&mut self, table: &TableSchema, problems: &mut Problems) -> bool {
        self.personal = table.is_personal();
        let mut best = (0, self.rest);
        let mut above = 0;
        let (mut rest, mut seen) = (self.rest, 0);
        while let Some((_, cells, behind)) = next_row(rest).filter(|_| seen < HEADER_WITHIN) {
            let known = columns_in(cells, table);
            if known > best.0 {
                (best, above) = ((known, rest), seen);
            }
            seen += usize::from(cells.iter().any(is_filled));
            rest = behind;
        }
        (_, self.rest) = best;
        if !self.step() {
            problems.add(|| problem::empty_sheet(self.file.clone()));
            return false;
        }
        let header = self.place.baris.unwrap_or_default();
        let hidden = problem::Hidden {
            sheet: self.sheet.hidden,
            rows: holding(&self.sheet.hidden_rows, self.sheet.cells.iter().map(|cell| cell.row)),
            columns: holding(&self.sheet.hidden_columns, self.sheet.cells.iter().map(|cell| cell.column)),
        };
        if !hidden.is_nothing() {
            problems.note(problem::hidden(self.file.clone(), &hidden));
        }
        if best.0 == 0 {
            problems.add(|| problem::no_header_in_sheet(self.file.clone(), table, HEADER_WITHIN));
            return false;
        }
        if above > 0 && !skema::is_template(table, header, &self.sheet.cells) {
            problems.note(problem::above_header(self.place.clone(), above, header));
        }
        !self.check_merged(header, problems)
    }

    fn advance(&mut self, problems: &mut Problems) -> bool {
        while self.step() {
            if self.is_merged(self.place.baris.unwrap_or_default()) {
                continue;
            }
            let mut filled = self.row.iter().filter(|cell| is_filled(cell));
            let (Some(only), None) = (filled.next(), filled.next()) else { return true };
            let text = match &only.value {
                Value::Text(text) if !self.personal => Some(text.trim()),
                _ => None,
            };
            let column = usize::try_from(only.column).unwrap_or(usize::MAX);
            problems.add(|| problem::lonely(self.spot(column), text));
        }
        false
    }

    fn place(&self) -> &Place {
        &self.place
    }

    fn given(&self, field: usize) -> Given<'_> {
        let Ok(column) = u32::try_from(field) else { return Given::Nothing };
        let found = self.row.binary_search_by_key(&column, |cell| cell.column);
        found.ok().and_then(|at| self.row.get(at)).map_or(Given::Nothing, |cell| Given::stored(&cell.value))
    }

    fn fields(&self) -> impl Iterator<Item = (usize, Given<'_>)> {
        self.row.iter().filter_map(|cell| Some((usize::try_from(cell.column).ok()?, Given::stored(&cell.value))))
    }

    fn column(&self, field: usize, name: &Arc<str>) -> Field {
        Field::Sel(Arc::new(SheetColumn { kolom: Arc::clone(name), huruf: self.label(field).into() }))
    }

    fn spot(&self, field: usize) -> Place {
        unnamed(self.place.clone(), u32::try_from(field).unwrap_or_default())
    }

    fn label(&self, field: usize) -> String {
        letters(u32::try_from(field).unwrap_or_default())
    }

    fn expected(&self) -> usize {
        let last = self.rest.last().map_or(0, |cell| cell.row);
        usize::try_from(last).unwrap_or_default()
    }

    fn epoch(&self) -> Epoch {
        self.sheet.epoch
    }
}

/// A cell of a row in a column that has no name.
fn unnamed(row: Place, column: u32) -> Place {
    let letters: Arc<str> = letters(column).into();
    Place { bagian: Some(Field::Sel(Arc::new(SheetColumn { kolom: letters.clone(), huruf: letters }))), ..row }
}

fn is_filled(cell: &Filled) -> bool {
    Given::stored(&cell.value).is_filled()
}

/// The first row of these cells: its number, its cells and what follows.
fn next_row(cells: &[Filled]) -> Option<(u32, &[Filled], &[Filled])> {
    let row = cells.first()?.row;
    let length = cells.iter().take_while(|cell| cell.row == row).count();
    let (row_cells, rest) = cells.split_at_checked(length)?;
    Some((row, row_cells, rest))
}

/// How many columns of a table these cells name.
fn columns_in(cells: &[Filled], table: &TableSchema) -> usize {
    let texts = cells.iter().filter_map(|cell| match &cell.value {
        Value::Text(text) => Some(heading(text)),
        _ => None,
    });
    let names: BTreeSet<&str> = texts.filter_map(|text| table.column(&text)).map(|column| column.name).collect();
    names.len()
}

/// The ranges in which something stands, those that touch as one.
fn holding(hidden: &[RangeInclusive<u32>], filled: impl Iterator<Item = u32>) -> Vec<RangeInclusive<u32>> {
    if hidden.is_empty() {
        return Vec::new();
    }
    let filled: BTreeSet<u32> = filled.collect();
    let mut ranges: Vec<RangeInclusive<u32>> = hidden.iter().filter(|range| !range.is_empty()).cloned().collect();
    ranges.retain(|range| filled.range(range.clone()).next().is_some());
    ranges.sort_by_key(|range| *range.start());
    let mut joined: Vec<RangeInclusive<u32>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if *range.start() <= last.end().saturating_add(1) => {
                *last = *last.start()..=*last.end().max(range.end());
            }
            _ => joined.push(range),
        }
    }
    joined
}
