//! Where a value came from, and the value as it will be printed.
//!
//! Owns: [`Place`] (a cell of a table, a key of the manifest, an argument), [`Sources`] (the set of places behind a
//! figure) and [`Printed`] (a finished string that still knows its places). Arithmetic on figures belongs to
//! [`crate::figure`], wording to [`crate::bahasa`].

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The named part of a file's row or line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A column of a table, by its name in the header.
    Kolom(Arc<str>),
    /// A column of a table in a sheet of a workbook.
    Sel(Arc<SheetColumn>),
    /// A key of the manifest, as a dotted path.
    Kunci(Arc<str>),
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetColumn {
    /// Its name in the header.
    pub kolom: Arc<str>,
    /// Its letters, as `C` or `AA`.
    pub huruf: Arc<str>,
}

/// One place in the user's input. Rows and lines count from 1, as editors and spreadsheets show them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Path relative to the workspace, with forward slashes; for an argument, the option (`--periode`).
    pub berkas: Arc<str>,
    /// Sheet of a workbook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lembar: Option<Arc<str>>,
    /// Line of the file (row of the sheet) on which the record begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baris: Option<u32>,
    /// Column or key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bagian: Option<Field>,
}

impl Place {
    /// A whole file or a command line option.
    #[must_use]
    pub fn file(berkas: impl Into<Arc<str>>) -> Self {
        Self { berkas: berkas.into(), lembar: None, baris: None, bagian: None }
    }

    /// The same file, at a row.
    #[must_use]
    pub fn at_row(&self, baris: u32) -> Self {
        Self { baris: Some(baris), ..self.clone() }
    }

    /// The whole row or line of this place.
    #[must_use]
    pub fn row(&self) -> Self {
        Self { bagian: None, ..self.clone() }
    }

    /// The whole file, or the whole sheet, of this place.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self { baris: None, bagian: None, ..self.clone() }
    }

    /// The same row, at a column.
    #[must_use]
    pub fn at_column(&self, kolom: impl Into<Arc<str>>) -> Self {
        Self { bagian: Some(Field::Kolom(kolom.into())), ..self.clone() }
    }

    /// The same line, at a key of the manifest.
    #[must_use]
    pub fn at_key(&self, kunci: impl Into<Arc<str>>) -> Self {
        Self { bagian: Some(Field::Kunci(kunci.into())), ..self.clone() }
    }
}

impl fmt::Display for Place {
    /// `data/kepesertaan.csv, baris 14, kolom peserta_aktif`; in a workbook `data/data.xlsx › kepesertaan!C14`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.berkas)?;
        if let Some(lembar) = &self.lembar {
            write!(f, " › {lembar}")?;
        }
        if let (Some(baris), Some(Field::Sel(sel))) = (self.baris, &self.bagian) {
            return write!(f, "!{}{baris}", sel.huruf);
        }
        if let Some(baris) = self.baris {
            write!(f, ", baris {baris}")?;
        }
        match &self.bagian {
            Some(Field::Kolom(nama)) => write!(f, ", kolom {nama}"),
            Some(Field::Sel(sel)) => write!(f, ", kolom {} ({})", sel.huruf, sel.kolom),
            Some(Field::Kunci(nama)) => write!(f, ", kunci {nama}"),
            None => Ok(()),
        }
    }
}

/// The places behind a figure: a set, in a fixed order, so that nothing depends on the order of computation. Shared,
/// because a figure passes its places on to every sentence, table and chart that prints it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sources(Arc<BTreeSet<Place>>);

impl Sources {
    /// No source: fixed text of a template, or a count of the report's own parts.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// All places of both.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        if self.is_empty() {
            return other.clone();
        }
        if !other.is_empty() && !Arc::ptr_eq(&self.0, &other.0) {
            Arc::make_mut(&mut self.0).extend(other.0.iter().cloned());
        }
        self
    }

    /// Whether nothing is known about the origin.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many places.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The places in order.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.0.iter()
    }
}

impl From<&Place> for Sources {
    fn from(place: &Place) -> Self {
        Self(Arc::new(BTreeSet::from([place.clone()])))
    }
}

impl FromIterator<Place> for Sources {
    fn from_iter<I: IntoIterator<Item = Place>>(places: I) -> Self {
        Self(Arc::new(places.into_iter().collect()))
    }
}

impl<'a> FromIterator<&'a Sources> for Sources {
    fn from_iter<I: IntoIterator<Item = &'a Sources>>(sets: I) -> Self {
        sets.into_iter().fold(Self::none(), Self::and)
    }
}

/// One value as it stood in one place of the input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Cell<T> {
    /// The value, in its type.
    #[serde(rename = "nilai")]
    pub value: T,
    /// Where it stood.
    #[serde(rename = "tempat")]
    pub place: Place,
}

impl<T> Cell<T> {
    /// A value and its place.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

impl<T: Clone> Cell<T> {
    /// The value with its one place as its sources.
    pub fn sourced(&self) -> Sourced<T> {
        Sourced { value: self.value.clone(), from: Sources::from(&self.place) }
    }
}

impl Cell<String> {
    /// The text as it stands, ready for print.
    #[must_use]
    pub fn printed(&self) -> Printed {
        Printed { text: self.value.clone(), from: Sources::from(&self.place) }
    }
}

/// A value with the places it follows from. `T` is exact; printing happens later, once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sourced<T> {
    /// The value itself.
    pub value: T,
    /// Every cell or key it was computed from.
    pub from: Sources,
}

impl<T> Sourced<T> {
    /// A value and its places.
    pub fn new(value: T, from: Sources) -> Self {
        Self { value, from }
    }

    /// The same places under a value computed from this one.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Sourced<U> {
        Sourced { value: f(self.value), from: self.from }
    }

    /// The finished string of this value.
    pub fn print(&self, text: impl FnOnce(&T) -> String) -> Printed {
        Printed { text: text(&self.value), from: self.from.clone() }
    }
}

/// A finished string, ready to stand in a report, with the places behind it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Printed {
    /// As the reader sees it; no-break spaces where words belong together.
    #[serde(rename = "teks")]
    pub text: String,
    /// The places it follows from; empty only for text without a datum.
    #[serde(rename = "asal", default, skip_serializing_if = "Sources::is_empty")]
    pub from: Sources,
}

impl Printed {
    /// A string and its places.
    pub fn new(text: impl Into<String>, from: Sources) -> Self {
        Self { text: text.into(), from }
    }

    /// Text that no datum stands behind.
    pub fn fixed(text: impl Into<String>) -> Self {
        Self { text: text.into(), from: Sources::none() }
    }
}
