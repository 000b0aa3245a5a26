//! The serialised form of a dataset:
//!
//! ```json
//! {"kepesertaan": {"berkas": "data/kepesertaan.csv", "kolom": ["periode", ...], "baris": [[2, "2025-06", ...], ...]}}
//! ```
//!
//! A row is its line and its cells in canonical form, `null` for an absent one; the places of all cells follow from file,
//! line and column. Optional columns that no row fills are left out. A table from a workbook names its sheet, and beside
//! the columns their letters: `"lembar": "kepesertaan", "huruf": ["A", ...]`. Reading back takes nothing that
//! [`super::read`] would not have given, since the form also comes out of foreign files.
//!
//! Serialise then deserialise is the identity for every dataset whose rows come from one file or sheet for each table and
//! whose cells stand in their row's line, as [`super::read_all`] makes them.

use std::fmt;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

use super::kind::Column;
use super::row::{Cells, Row, Spelled, Visit, VisitMut};
use super::tables::{Dataset, table_schema};
use super::view::filled;
use crate::place::{Cell, Field, Place, SheetColumn};

impl Serialize for Dataset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let tables = self.tables();
        let mut map = serializer.serialize_map(Some(tables.len()))?;
        for (name, _) in tables {
            map.serialize_entry(name, &Table { dataset: self, name })?;
        }
        map.end()
    }
}

struct Table<'a> {
    dataset: &'a Dataset,
    name: &'a str,
}

impl Serialize for Table<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = self.dataset.visit(self.name, WriteTable(serializer));
        written.unwrap_or_else(|| Err(serde::ser::Error::custom("tabel tidak dikenal")))
    }
}

struct WriteTable<S>(S);

impl<S: Serializer> Visit for WriteTable<S> {
    type Output = Result<S::Ok, S::Error>;

    fn visit<R: Row>(self, rows: &[R]) -> Self::Output {
        let filled = filled(rows);
        let columns = R::SCHEMA.columns.iter().zip(&filled).filter(|(_, filled)| **filled);
        let columns: Vec<&str> = columns.map(|(column, _)| column.name).collect();
        let place = rows.first().map(Row::place);
        let sheet = place.and_then(|place| place.lembar.as_ref());
        let letters = letters(rows, &filled);
        let fields = 3 + usize::from(sheet.is_some()) + usize::from(letters.is_some());
        let mut table = self.0.serialize_struct("Tabel", fields)?;
        table.serialize_field("berkas", place.map_or("", |place| &place.berkas))?;
        if let Some(sheet) = sheet {
            table.serialize_field("lembar", sheet)?;
        }
        table.serialize_field("kolom", &columns)?;
        if let Some(letters) = letters {
            table.serialize_field("huruf", &letters)?;
        }
        table.serialize_field("baris", &Rows { rows, filled: &filled })?;
        table.end()
    }
}

/// The letters of the columns that are filled; nothing for a table that comes from no sheet.
fn letters<'a, R: Row>(rows: &'a [R], filled: &[bool]) -> Option<Vec<&'a str>> {
    rows.first()?.place().lembar.as_ref()?;
    let mut found: Vec<Option<&str>> = vec![None; filled.len()];
    let mut places = Vec::new();
    for row in rows {
        places.clear();
        row.places(&mut places);
        for (found, place) in found.iter_mut().zip(&places) {
            if let Some(Field::Sel(sheet)) = place.and_then(|place| place.bagian.as_ref()) {
                found.get_or_insert(&sheet.huruf);
            }
        }
        if found.iter().zip(filled).all(|(found, filled)| found.is_some() || !filled) {
            break;
        }
    }
    found.into_iter().zip(filled).filter(|(_, filled)| **filled).map(|(found, _)| found).collect()
}

struct Rows<'a, R> {
    rows: &'a [R],
    filled: &'a [bool],
}

impl<R: Row> Serialize for Rows<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.rows.len()))?;
        let mut cells = Spelled::default();
        for row in self.rows {
            row.spell(&mut cells);
            rows.serialize_element(&Line { number: row.place().baris, cells: &cells, filled: self.filled })?;
        }
        rows.end()
    }
}

struct Line<'a> {
    number: Option<u32>,
    cells: &'a Spelled,
    filled: &'a [bool],
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_seq(None)?;
        row.serialize_element(&self.number)?;
        for (cell, _) in self.cells.iter().zip(self.filled).filter(|(_, filled)| **filled) {
            row.serialize_element(&cell)?;
        }
        row.end()
    }
}

impl<'de> Deserialize<'de> for Dataset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(DatasetVisitor)
    }
}

struct DatasetVisitor;

impl<'de> Visitor<'de> for DatasetVisitor {
    type Value = Dataset;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("tabel menurut namanya")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Dataset, A::Error> {
        let mut dataset = Dataset::default();
        while let Some(name) = map.next_key::<String>()? {
            let fault = |fault: String| de::Error::custom(format!("tabel {name}: {fault}"));
            let table = map.next_value::<WireTable>()?;
            if table_schema(&name).is_none() {
                return Err(fault("tidak dikenal".to_owned()));
            }
            if !dataset.present.insert(name.clone()) {
                return Err(fault("tertulis dua kali".to_owned()));
            }
            dataset.visit_mut(&name, table).unwrap_or(Ok(())).map_err(fault)?;
        }
        Ok(dataset)
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WireTable {
    berkas: Arc<str>,
    #[serde(default)]
    lembar: Option<Arc<str>>,
    kolom: Vec<String>,
    #[serde(default)]
    huruf: Option<Vec<Arc<str>>>,
    baris: Vec<WireRow>,
}

struct WireRow {
    line: Option<u32>,
    cells: Vec<Option<String>>,
}

impl<'de> Deserialize<'de> for WireRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(WireRowVisitor)
    }
}

struct WireRowVisitor;

impl<'de> Visitor<'de> for WireRowVisitor {
    type Value = WireRow;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nomor baris dan isi selnya")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<WireRow, A::Error> {
        let line = seq.next_element()?.ok_or_else(|| de::Error::invalid_length(0, &self))?;
        let mut cells = Vec::new();
        while let Some(cell) = seq.next_element()? {
            cells.push(cell);
        }
        Ok(WireRow { line, cells })
    }
}

impl VisitMut for WireTable {
    type Output = Result<(), String>;

    fn visit<R: Row>(self, rows: &mut Vec<R>) -> Result<(), String> {
        let table = R::SCHEMA;
        if let Some(unknown) = self.kolom.iter().find(|name| table.column(name).is_none()) {
            return Err(format!("kolom {unknown} tidak dikenal"));
        }
        let fields = table.columns.iter().map(|column| self.kolom.iter().position(|name| name == column.name));
        let fields: Vec<Option<usize>> = fields.collect();
        if fields.iter().flatten().count() != self.kolom.len() {
            return Err("satu kolom tertulis dua kali".to_owned());
        }
        if let Some(letters) = &self.huruf {
            let named = |letters: &Arc<str>| {
                (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase())
            };
            if self.lembar.is_none() || letters.len() != self.kolom.len() || !letters.iter().all(named) {
                return Err("huruf kolomnya tidak sah".to_owned());
            }
        }
        let letters_of = |field: &Option<usize>| self.huruf.as_ref()?.get((*field)?).cloned();
        let shown = table.columns.iter().zip(&fields).map(|(column, field)| match letters_of(field) {
            Some(huruf) => Field::Sel(Arc::new(SheetColumn { kolom: column.name.into(), huruf })),
            None => Field::Kolom(column.name.into()),
        });
        let shown: Vec<Field> = shown.collect();
        let file = Place { lembar: self.lembar, ..Place::file(self.berkas) };
        rows.reserve_exact(self.baris.len());
        for (number, row) in self.baris.iter().enumerate() {
            if row.cells.len() != self.kolom.len() {
                return Err(format!("baris ke-{} memuat {} sel", number + 1, row.cells.len()));
            }
            let place = Place { baris: row.line, ..file.clone() };
            let mut cells = WireCells { cells: &row.cells, fields: &fields, shown: &shown, place, next: 0 };
            // Cells are not quoted: they may be personal.
            rows.push(R::read(&mut cells).ok_or_else(|| format!("baris ke-{} memuat sel yang tidak sah", number + 1))?);
        }
        Ok(())
    }
}

struct WireCells<'a> {
    cells: &'a [Option<String>],
    fields: &'a [Option<usize>],
    shown: &'a [Field],
    place: Place,
    next: usize,
}

impl Cells for WireCells<'_> {
    fn required<K: Column>(&mut self) -> Option<Cell<K::Value>> {
        self.optional::<K>().flatten()
    }

    fn optional<K: Column>(&mut self) -> Option<Option<Cell<K::Value>>> {
        let column = self.next;
        self.next += 1;
        let field = self.fields.get(column).copied().flatten();
        let Some(cell) = field.and_then(|field| self.cells.get(field)).and_then(Option::as_deref) else {
            return Some(None);
        };
        let place = Place { bagian: self.shown.get(column).cloned(), ..self.place.clone() };
        K::parse(cell).map(|value| Some(Cell::new(value, place)))
    }

    fn place(&self) -> Place {
        self.place.clone()
    }
}
