//! What a row of any file looks like before its header is known: fields that hold something or nothing.
//!
//! A line of a CSV file and a row of a sheet are records; from here on nothing asks which of them it is.

use std::borrow::Cow;
use std::sync::Arc;

use crate::fonts;
use crate::place::{Field, Place};
use crate::table::problem::Problems;
use crate::table::schema::TableSchema;
use crate::workbook::{Epoch, Value};

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Given<'a> {
    /// Nothing, or white space.
    Nothing,
    /// Text, trimmed.
    Text(&'a str),
    /// What only a sheet can hold: a number, a day, an error and the like.
    Stored(&'a Value),
}

impl<'a> Given<'a> {
    /// Text as it stands in its file.
    pub(super) fn text(text: &'a str) -> Self {
        match text.trim() {
            "" => Self::Nothing,
            text => Self::Text(text),
        }
    }

    /// What a cell of a sheet holds.
    pub(super) fn stored(value: &'a Value) -> Self {
        if let Value::Text(text) = value { Self::text(text) } else { Self::Stored(value) }
    }

    /// Whether it holds something.
    pub(super) fn is_filled(&self) -> bool {
        !matches!(self, Self::Nothing)
    }
}

/// The records of one table, one after the other, as they stand in their file.
pub(super) trait Records {
    /// Whether every record has exactly the fields of the header.
    const EVEN: bool;

    /// Goes to the header; false when there is none, which is complained about.
    fn find_header(&mut self, table: &TableSchema, problems: &mut Problems) -> bool;

    /// Goes to the next record that holds something; false behind the last one. One that cannot be read is complained
    /// about and passed over.
    fn advance(&mut self, problems: &mut Problems) -> bool;

    /// File and row of the record.
    fn place(&self) -> &Place;

    /// What a field holds.
    fn given(&self, field: usize) -> Given<'_>;

    /// Every field of the record in order; those of a sheet that hold nothing are left out.
    fn fields(&self) -> impl Iterator<Item = (usize, Given<'_>)>;

    /// How places name a column of the schema that stands in this field.
    fn column(&self, field: usize, name: &Arc<str>) -> Field;

    /// The place of a field that is no column of the schema, as near as the file tells.
    fn spot(&self, field: usize) -> Place;

    /// How a sentence names a field, behind the word *kolom*.
    fn label(&self, field: usize) -> String;

    /// About how many records there are.
    fn expected(&self) -> usize;

    /// The place of a field of this record, which is named so.
    fn place_of(&self, _: usize, shown: &Field) -> Place {
        Place { bagian: Some(shown.clone()), ..self.place().clone() }
    }

    /// How days are counted in this file.
    fn epoch(&self) -> Epoch {
        Epoch::default()
    }
}

/// A heading as it is compared: without line breaks and whatever else no typeface shows, and with ordinary spaces.
pub(super) fn heading(written: &str) -> Cow<'_, str> {
    if written.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Cow::Borrowed(written.trim());
    }
    let shown = written.chars().filter(|ch| fonts::unseen(*ch).is_none());
    let plain: String = shown.map(|ch| if ch.is_whitespace() { ' ' } else { ch }).collect();
    Cow::Owned(plain.trim().to_owned())
}
