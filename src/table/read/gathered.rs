//! Cells gathered from a sheet of another form: records as well, each of whose cells knows where it stood.

use std::sync::Arc;

use super::records::{Given, Records};
use super::units::Units;
use super::{Reading, stored};
use crate::diagnostic::Diagnostic;
use crate::place::{Field, Place};
use crate::table::kind::{Column, Count, Money, Refusal};
use crate::table::problem::{self, Problems};
use crate::table::schema::{ColumnSchema, Kind, TableSchema};
use crate::table::tables::Dataset;
use crate::workbook::{Epoch, Value};

/// Rows for one table whose columns stand elsewhere than our form would have them.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The table.
    pub table: &'static TableSchema,
    /// File and sheet, for what concerns no row.
    pub place: Place,
    /// How days are counted there.
    pub epoch: Epoch,
    /// The columns of the table that are given at all.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<GatheredRow>,
}

/// One row.
#[derive(Clone, Debug)]
pub struct GatheredRow {
    /// File, sheet and row.
    pub place: Place,
    /// A cell for each of the columns, with its own place.
    pub cells: Vec<GatheredCell>,
}

/// One cell.
#[derive(Clone, Debug)]
pub struct GatheredCell {
    /// What stands there; nothing when it is blank.
    pub value: Option<Value>,
    /// Where.
    pub place: Place,
}

/// Reads gathered cells as [`super::read_all`] reads a file. `beside` is the dataset that says what indicators are
/// measured in.
#[must_use]
pub fn read_gathered(gathered: &Gathered, beside: &Dataset) -> (Dataset, Vec<Diagnostic>) {
    let mut dataset = Dataset::default();
    let units = Units::of_indicators(beside);
    let records = Cursor { gathered, at: None };
    let reading = Reading { records, place: gathered.place.clone(), units: &units };
    let problems = dataset.visit_mut(gathered.table.name, reading).unwrap_or_default();
    dataset.present.insert(gathered.table.name.to_owned());
    (dataset, problems)
}

/// Reads one cell as a whole number from zero, in persons or rupiah as its column has it.
pub fn read_whole(
    table: &TableSchema,
    column: &ColumnSchema,
    value: &Value,
    epoch: Epoch,
    place: &Place,
) -> Result<u64, Box<Diagnostic>> {
    let refused =
        |raw: &str, refusal: &Refusal| Box::new(problem::bad_cell(place.clone(), table, column, raw, refusal));
    let spelled = stored::spell(column.kind, stored::Measure::Other, epoch, value)
        .map_err(|unfit| refused("", &Refusal::Unfit(Box::new(unfit))))?;
    let read = match column.kind {
        Kind::Money => Money::read(spelled.text.trim()),
        _ => Count::read(spelled.text.trim()),
    };
    read.map_err(|refusal| refused(&spelled.text, &refusal))
}

struct Cursor<'a> {
    gathered: &'a Gathered,
    /// The row; before the first stands the header, which is made from the columns.
    at: Option<usize>,
}

impl Cursor<'_> {
    fn row(&self) -> Option<&GatheredRow> {
        self.gathered.rows.get(self.at?)
    }

    fn cell(&self, field: usize) -> Option<&GatheredCell> {
        self.row()?.cells.get(field)
    }
}

impl Records for Cursor<'_> {
    const EVEN: bool = true;

    fn find_header(&mut self, _: &TableSchema, _: &mut Problems) -> bool {
        self.at = None;
        true
    }

    fn advance(&mut self, _: &mut Problems) -> bool {
        self.at = Some(self.at.map_or(0, |at| at + 1));
        self.row().is_some()
    }

    fn place(&self) -> &Place {
        self.row().map_or(&self.gathered.place, |row| &row.place)
    }

    fn given(&self, field: usize) -> Given<'_> {
        match self.at {
            None => self.gathered.columns.get(field).map_or(Given::Nothing, |name| Given::Text(name)),
            Some(_) => self.cell(field).and_then(|cell| cell.value.as_ref()).map_or(Given::Nothing, Given::stored),
        }
    }

    fn fields(&self) -> impl Iterator<Item = (usize, Given<'_>)> {
        (0..self.gathered.columns.len()).map(|field| (field, self.given(field)))
    }

    fn column(&self, _: usize, name: &Arc<str>) -> Field {
        Field::Kolom(Arc::clone(name))
    }

    fn spot(&self, field: usize) -> Place {
        self.cell(field).map_or_else(|| self.place().clone(), |cell| cell.place.clone())
    }

    fn label(&self, field: usize) -> String {
        self.gathered.columns.get(field).copied().unwrap_or_default().to_owned()
    }

    fn expected(&self) -> usize {
        self.gathered.rows.len()
    }

    fn epoch(&self) -> Epoch {
        self.gathered.epoch
    }

    fn place_of(&self, field: usize, _: &Field) -> Place {
        self.spot(field)
    }
}
