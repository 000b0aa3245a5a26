//! The cells of an input by their places, read from its JSON as it stands, so that the input of another version can be
//! read as well.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::figure::{Decimal, Ratio};
use crate::place::{Field, Place, SheetColumn};
use crate::table;

/// What stood in which place.
#[derive(Debug, Default)]
pub(super) struct Cells(BTreeMap<Place, String>);

impl Cells {
    pub(super) fn of(input: &Value) -> Self {
        let mut cells = Self::default();
        let tables = input.get("tabel").and_then(Value::as_object);
        for (name, table) in tables.into_iter().flatten() {
            cells.add_table(name, table);
        }
        for (key, part) in input.as_object().into_iter().flatten() {
            if key != "tabel" {
                cells.add_keys(part);
            }
        }
        cells
    }

    /// What stood in a place.
    pub(super) fn at(&self, place: &Place) -> Option<String> {
        self.0.get(place).cloned()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Place, &str)> {
        self.0.iter().map(|(place, value)| (place, value.as_str()))
    }

    /// A table is its file, its columns with their letters if it comes from a sheet, and rows of a line and its cells.
    /// Columns that speak of persons stay out.
    fn add_table(&mut self, name: &str, table: &Value) {
        let text = |key: &str| table.get(key).and_then(Value::as_str);
        let list = |key: &str| table.get(key).and_then(Value::as_array).into_iter().flatten();
        let Some(file) = text("berkas") else { return };
        let file = Place { lembar: text("lembar").map(Into::into), ..Place::file(file) };
        let schema = table::schema().iter().find(|table| table.name == name);
        let personal =
            |column: &str| schema.is_some_and(|table| table.column(column).is_some_and(|column| column.personal));
        let columns: Vec<&str> = list("kolom").map(|column| column.as_str().unwrap_or_default()).collect();
        let mut letters = list("huruf").map(Value::as_str);
        let fields: Vec<Field> = columns.iter().map(|column| field(column, letters.next().flatten())).collect();
        for row in list("baris").filter_map(Value::as_array) {
            let Some((line, cells)) = row.split_first() else { continue };
            let Some(line) = line.as_u64().and_then(|line| u32::try_from(line).ok()) else { continue };
            for ((column, field), cell) in columns.iter().zip(&fields).zip(cells) {
                if let Some(cell) = cell.as_str().filter(|_| !personal(column)) {
                    self.0.insert(Place { bagian: Some(field.clone()), ..file.at_row(line) }, cell.to_owned());
                }
            }
        }
    }

    /// A value with its place, as the manifest's keys and the options are written.
    fn add_keys(&mut self, part: &Value) {
        let place = part.get("tempat").and_then(|place| serde_json::from_value::<Place>(place.clone()).ok());
        match (place, part.get("nilai")) {
            (Some(place), Some(Value::String(value))) => _ = self.0.insert(place, value.clone()),
            (Some(place), Some(value @ (Value::Number(_) | Value::Bool(_)))) => {
                self.0.insert(place, value.to_string());
            }
            _ => match part {
                Value::Object(parts) => parts.values().for_each(|part| self.add_keys(part)),
                Value::Array(parts) => parts.iter().for_each(|part| self.add_keys(part)),
                _ => {}
            },
        }
    }
}

fn field(column: &str, letters: Option<&str>) -> Field {
    match letters {
        Some(letters) => Field::Sel(Arc::new(SheetColumn { kolom: column.into(), huruf: letters.into() })),
        None => Field::Kolom(column.into()),
    }
}

/// A number in the form of files: digits and at most one decimal point.
pub(super) fn canonical(value: &str) -> Option<Ratio> {
    value.parse::<Decimal>().ok().map(|number| number.ratio())
}
