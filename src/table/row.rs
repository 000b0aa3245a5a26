//! How generated rows meet the readers and writers of this room.

use std::borrow::Cow;

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

    /// Its cells in canonical form, in the order of the schema.
    fn write<'a>(&'a self, out: &mut Vec<Option<Cow<'a, str>>>);

    /// The same with their places, and nothing but its texts: other cells would be spelled out for nobody.
    fn texts<'a>(&'a self, out: &mut Vec<Option<(&'a Place, Cow<'a, str>)>>);

    /// The region it is about; nothing in a table that knows no regions.
    fn region(&self) -> Option<&str>;

    /// The places of its cells, in the order of the schema.
    fn places<'a>(&'a self, out: &mut Vec<Option<&'a Place>>);

    /// Marks the columns that it fills, in the order of the schema.
    fn mark_filled(&self, filled: &mut [bool]);
}

/// Adds a cell to a key. The separator is a control character, which no cell holds.
pub(super) fn push_key(key: &mut String, cell: Option<&str>) {
    key.push_str(cell.unwrap_or_default());
    key.push('\u{1F}');
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
