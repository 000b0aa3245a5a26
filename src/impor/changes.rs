//! What an import would change: its rows beside those of the workspace.

use std::collections::{HashMap, HashSet};

use crate::place::Place;
use crate::table::{Edit, Line, TableSchema};

/// What would change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Rows that the workspace does not have.
    pub added: Vec<Line>,
    /// Rows that it has with other cells.
    pub changed: Vec<Changed>,
    /// How many rows are the same.
    pub same: usize,
    /// How many rows of the workspace the import does not speak of.
    pub kept: usize,
}

/// A row that would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its key, as `periode 2025-08, segmen PU`.
    pub key: String,
    /// File and row in the workspace.
    pub there: Place,
    /// File, sheet and row of the import.
    pub here: Place,
    /// The cells.
    pub cells: Vec<ChangedCell>,
}

/// A cell that would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedCell {
    /// The column of the schema.
    pub index: usize,
    /// Its name.
    pub column: &'static str,
    /// What stands in the workspace.
    pub old: Option<String>,
    /// What the import says.
    pub new: String,
}

/// Compares rows by their keys. A blank cell of the import erases nothing.
pub(super) fn compare(table: &'static TableSchema, imported: &[Line], present: &[Line]) -> Changes {
    let there: HashMap<&str, &Line> = present.iter().map(|line| (line.key.as_str(), line)).collect();
    let mut changes = Changes::default();
    for line in imported {
        let Some(old) = there.get(line.key.as_str()) else {
            changes.added.push(line.clone());
            continue;
        };
        let cells = table.columns.iter().zip(line.cells.iter().zip(&old.cells)).enumerate();
        let cells = cells.filter_map(|(index, (column, (new, old)))| {
            let new = new.as_ref().filter(|new| Some(*new) != old.as_ref())?;
            Some(ChangedCell { index, column: column.name, old: old.clone(), new: new.clone() })
        });
        let cells: Vec<ChangedCell> = cells.collect();
        if cells.is_empty() {
            changes.same += 1;
        } else {
            let key = key_words(table, line);
            changes.changed.push(Changed { key, there: old.place.clone(), here: line.place.clone(), cells });
        }
    }
    let spoken: HashSet<&str> = imported.iter().map(|line| line.key.as_str()).collect();
    changes.kept = present.iter().filter(|line| !spoken.contains(line.key.as_str())).count();
    changes
}

/// The cells of a row's key: `periode 2025-08, kode_wilayah 35.73`.
#[must_use]
pub fn key_words(table: &TableSchema, line: &Line) -> String {
    let keys = table.columns.iter().zip(&line.cells).filter(|(column, _)| column.key);
    let words = keys.filter_map(|(column, cell)| Some(format!("{} {}", column.name, cell.as_deref()?)));
    words.collect::<Vec<_>>().join(", ")
}

impl Changes {
    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty()
    }

    /// The same as something to be done to the table's file.
    #[must_use]
    pub fn edit(&self) -> Edit {
        let changed = self.changed.iter().flat_map(|row| {
            let line = row.there.baris.unwrap_or_default();
            row.cells.iter().map(move |cell| (line, cell.index, cell.new.clone()))
        });
        Edit { added: self.added.iter().map(|line| line.cells.clone()).collect(), changed: changed.collect() }
    }
}
