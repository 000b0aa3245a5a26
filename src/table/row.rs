//! How generated rows meet the readers and writers of this room.

use super::kind::Column;
use super::schema::TableSchema;
use crate::place::{Cell, Place};

/// A source of the cells of one row, asked for in the order of the schema.
pub(super) trait Cells {
    /// The next column's cell, which must be there; nothing when it is not, or is no such value.
    fn required<K: Column>(&mut self) -> Option<Cell<K::Value>>;

    /// The next column's cell, `Some(None)` when it is blank; nothing when it is no such value.
    #[expect(clippy::option_option, reason = "a blank cell is no bad cell")]
    fn optional<K: Column>(&mut self) -> Option<Option<Cell<K::Value>>>;

    /// File and line.
    fn place(&self) -> Place;
}

/// A generated row.
pub(super) trait Row: Sized {
    /// Its table.
    const SCHEMA: TableSchema;

    /// Reads one row.
    fn read<C: Cells>(cells: &mut C) -> Option<Self>;

    /// File and line.
    fn place(&self) -> &Place;

    /// The cells of its key in one string that no other key has.
    fn key(&self) -> String;

    /// Spells its cells, in the order of the schema, in the place of what was spelled before.
    fn spell(&self, out: &mut Spelled);

    /// The cells that are texts, with their places, in the order of the schema.
    fn texts<'a>(&'a self, out: &mut Vec<Option<(&'a Place, &'a str)>>);

    /// The region it is about; nothing in a table that knows no regions.
    fn region(&self) -> Option<&str>;

    /// The places of its cells, in the order of the schema.
    fn places<'a>(&'a self, out: &mut Vec<Option<&'a Place>>);

    /// Marks the columns that it fills, in the order of the schema.
    fn mark_filled(&self, filled: &mut [bool]);
}

/// Most keys are no longer.
pub(super) const KEY_ROOM: usize = 64;

/// Ends a cell of a key: a control character, which no cell holds.
pub(super) const KEY_END: char = '\u{1F}';

/// The cells of a row in canonical form, in the order of the schema: one text, taken again for row after row, so that no
/// cell needs memory of its own.
#[derive(Default)]
pub(super) struct Spelled {
    text: String,
    /// Where each cell ends; nothing for an absent one.
    ends: Vec<Option<usize>>,
}

impl Spelled {
    /// Forgets the row before.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Adds the next column's cell.
    pub(super) fn push<K: Column>(&mut self, value: Option<&K::Value>) {
        self.ends.push(value.map(|value| {
            K::write(value, &mut self.text);
            self.text.len()
        }));
    }

    /// The cells.
    pub(super) fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let cell = self.text.get(start..(*end)?);
            start = end.unwrap_or(start);
            cell
        })
    }

    /// The cells, to keep.
    pub(super) fn to_vec(&self) -> Vec<Option<String>> {
        self.iter().map(|cell| cell.map(str::to_owned)).collect()
    }
}

/// Something done to the rows of one table, whichever it is.
pub(super) trait Visit {
    /// What comes of it.
    type Output;

    /// Does it.
    fn visit<R: Row>(self, rows: &[R]) -> Self::Output;
}

/// Something done to the rows of one table, whichever it is, that changes them.
pub(super) trait VisitMut {
    /// What comes of it.
    type Output;

    /// Does it.
    fn visit<R: Row>(self, rows: &mut Vec<R>) -> Self::Output;
}
