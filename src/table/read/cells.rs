//! The cells of one record, read by the columns they stand in.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::header::Header;
use super::records::{Given, Records};
use super::stored::{self, Measure, Spelled};
use super::units::Units;
use crate::place::{Cell, Place};
use crate::table::kind::{Column, MAX_VALUE_BYTES, Refusal};
use crate::table::problem::{self, Problems};
use crate::table::row::Cells;
use crate::table::schema::{ColumnSchema, Kind, TableSchema};

/// The unit of percentages in the schema.
const PERCENT: &str = "persen";

/// Days that were stored as bare numbers: of each column how many, and the first of them.
pub(super) type Serials = BTreeMap<usize, (usize, Place, NaiveDate)>;

/// The cells of one record.
pub(super) struct RecordCells<'a, S> {
    pub(super) records: &'a S,
    pub(super) header: &'a Header,
    pub(super) table: &'static TableSchema,
    pub(super) units: &'a Units,
    pub(super) next: usize,
    pub(super) serials: &'a mut Serials,
    pub(super) problems: &'a mut Problems,
}

/// A cell before it is read.
enum Raw<'a> {
    /// Its column is missing; the header has been complained about already when it should be there.
    NoColumn,
    /// Nothing, or the sign given that stands for nothing.
    Blank(&'a str),
    /// Something.
    Filled(Given<'a>),
}

impl<'a, S: Records> RecordCells<'a, S> {
    fn next(&mut self, kind: Kind) -> (usize, Raw<'a>) {
        let column = self.next;
        self.next += 1;
        let raw = match self.given(column) {
            None => Raw::NoColumn,
            Some(Given::Nothing) => Raw::Blank(""),
            Some(Given::Text(cell)) if is_blank_mark(kind, cell) => Raw::Blank(cell),
            Some(given) => Raw::Filled(given),
        };
        (column, raw)
    }

    /// What stands in a column of the schema; nothing when the file does not have it.
    fn given(&self, column: usize) -> Option<Given<'a>> {
        let (field, _) = self.header.column(column)?;
        Some(self.records.given(*field))
    }

    /// The text in the column of a name.
    fn text_of(&self, name: &str) -> Option<&'a str> {
        let column = self.table.columns.iter().position(|column| column.name == name)?;
        match self.given(column)? {
            Given::Text(text) => Some(text),
            Given::Nothing | Given::Stored(_) => None,
        }
    }

    fn cell_place(&self, column: usize) -> Place {
        match self.header.column(column) {
            Some((field, shown)) => self.records.place_of(*field, shown),
            None => self.records.place().clone(),
        }
    }

    /// What the numbers of a column are measured in, on this row.
    fn measure(&self, column: &ColumnSchema) -> Measure {
        match (column.unit, column.kind) {
            (Some(PERCENT), _) => Measure::Percent,
            (None, Kind::Decimal) => self.units.of(self.table, |name| self.text_of(name)),
            _ => Measure::Other,
        }
    }

    fn spell(&mut self, column: usize, schema: &ColumnSchema, given: Given<'a>) -> Result<Cow<'a, str>, Refusal> {
        let value = match given {
            Given::Nothing => return Ok(Cow::Borrowed("")),
            Given::Text(text) => return Ok(Cow::Borrowed(text)),
            Given::Stored(value) => value,
        };
        let spelled = stored::spell(schema.kind, self.measure(schema), self.records.epoch(), value);
        let Spelled { text, serial } = spelled.map_err(|unfit| Refusal::Unfit(Box::new(unfit)))?;
        if let Some(day) = serial {
            let place = self.cell_place(column);
            self.serials.entry(column).or_insert((0, place, day)).0 += 1;
        }
        Ok(text)
    }

    fn read<K: Column>(&mut self, column: usize, given: Given<'a>) -> Option<Cell<K::Value>> {
        let schema = self.table.columns.get(column)?;
        let spelled = self.spell(column, schema, given);
        let raw = spelled.as_deref().unwrap_or_default();
        let too_long = K::KIND != Kind::Text && raw.len() > MAX_VALUE_BYTES;
        let read = match &spelled {
            Err(refusal) => Err(refusal.clone()),
            Ok(_) if too_long => Err(Refusal::Long),
            Ok(raw) => K::read(raw),
        };
        let place = self.cell_place(column);
        match read {
            Ok(value) => Some(Cell::new(value, place)),
            Err(refusal) => {
                let table = self.table;
                let of_column = matches!(&refusal, Refusal::Unfit(unfit) if unfit.concerns_column());
                let problem = || problem::bad_cell(place, table, schema, raw, &refusal);
                if of_column {
                    self.problems.add_for_column(column, problem);
                } else {
                    self.problems.add(problem);
                }
                None
            }
        }
    }
}

impl<S: Records> Cells for RecordCells<'_, S> {
    fn required<K: Column>(&mut self) -> Option<Cell<K::Value>> {
        let (column, raw) = self.next(K::KIND);
        match raw {
            Raw::NoColumn => None,
            Raw::Filled(given) => self.read::<K>(column, given),
            Raw::Blank(mark) => {
                let place = self.cell_place(column);
                let schema = self.table.columns.get(column)?;
                self.problems.add(|| problem::blank(place, schema, mark));
                None
            }
        }
    }

    fn optional<K: Column>(&mut self) -> Option<Option<Cell<K::Value>>> {
        match self.next(K::KIND) {
            (_, Raw::NoColumn | Raw::Blank(_)) => Some(None),
            (column, Raw::Filled(given)) => self.read::<K>(column, given).map(Some),
        }
    }

    fn place(&self) -> Place {
        self.records.place().clone()
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
