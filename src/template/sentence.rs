//! A sentence before it is worded: which case it is and what fills its slots.
//!
//! Rust decides the case and finishes the slots; the wording stands in `templates/_kalimat/`, one macro for each id,
//! where a secretariat can change it.

use crate::place::Printed;

/// What stands in one slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A finished string.
    Text(Printed),
    /// A case the macro chooses its words by (`atas`, `bawah`); never printed.
    Tag(&'static str),
    /// Nothing: the bracketed part of the pattern is left out.
    Empty,
}

impl From<Printed> for Slot {
    fn from(text: Printed) -> Self {
        Self::Text(text)
    }
}

impl From<&Printed> for Slot {
    fn from(text: &Printed) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&'static str> for Slot {
    fn from(tag: &'static str) -> Self {
        Self::Tag(tag)
    }
}

impl From<Option<Printed>> for Slot {
    fn from(text: Option<Printed>) -> Self {
        text.map_or(Self::Empty, Self::Text)
    }
}

/// One sentence to be worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The id of the pattern, which is the name of its macro.
    pub id: &'static str,
    /// Slots by name.
    pub slots: Vec<(&'static str, Slot)>,
}
