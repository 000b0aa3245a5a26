//! Changing a table's file without disturbing what is not changed: rows to compare, and the file with rows added and cells
//! replaced.
//!
//! Everything else stays byte for byte: other rows and cells, the order of columns, separator, quotation marks, line ends,
//! a byte order mark, a line `sep=;`.

use std::collections::HashMap;
use std::ops::Range;

use super::dialect::{self, LineCounter, Source};
use super::kind::is_same_word;
use super::row::{Row, Spelled, Visit};
use super::schema::{Kind, TableSchema};
use super::tables::Dataset;
use super::view::push_field;
use crate::diagnostic::Diagnostic;
use crate::place::Place;

/// A row as it is compared with others of its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// File and row.
    pub place: Place,
    /// The cells of its key in one string that no other key has.
    pub key: String,
    /// Its cells in canonical form, in the order of the schema.
    pub cells: Vec<Option<String>>,
}

/// What is to be done to the file of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// Rows to add at the end: cells in canonical form, in the order of the schema.
    pub added: Vec<Vec<Option<String>>>,
    /// Cells to replace: line of the row, column of the schema, canonical form.
    pub changed: Vec<(u32, usize, String)>,
}

impl Dataset {
    /// The rows of a table, in their order; nothing for a table that does not exist.
    #[must_use]
    pub fn lines(&self, table: &str) -> Vec<Line> {
        self.visit(table, Lines).unwrap_or_default()
    }
}

struct Lines;

impl Visit for Lines {
    type Output = Vec<Line>;

    fn visit<R: Row>(self, rows: &[R]) -> Vec<Line> {
        let mut out = Vec::with_capacity(rows.len());
        let mut cells = Spelled::default();
        for row in rows {
            row.spell(&mut cells);
            out.push(Line { place: row.place().clone(), key: row.key(), cells: cells.to_vec() });
        }
        out
    }
}

/// The bytes of a table's CSV file with an edit done to them. Without a file a new one is made, with the columns that the
/// added rows fill and those that must be there. A column that the file lacks is added behind the others.
pub fn edited(table: &TableSchema, path: &str, old: Option<&[u8]>, edit: &Edit) -> Result<Vec<u8>, Box<Diagnostic>> {
    let Some(old) = old else {
        return Ok(fresh(table, edit).into_bytes());
    };
    let source = dialect::recognise(old, &Place::file(path))?;
    let before = old.len() - source.text.len();
    let mut out = old.get(..before).unwrap_or_default().to_vec();
    out.extend_from_slice(rewritten(table, &source, edit).as_bytes());
    Ok(out)
}

fn fresh(table: &TableSchema, edit: &Edit) -> String {
    let used = |index: usize| edit.added.iter().any(|row| matches!(row.get(index), Some(Some(_))));
    let columns: Vec<usize> = (0..table.columns.len())
        .filter(|index| table.columns.get(*index).is_some_and(|column| column.required) || used(*index))
        .collect();
    let names: Vec<&str> = columns.iter().filter_map(|index| table.columns.get(*index)).map(|c| c.name).collect();
    let mut out = names.join(",");
    out.push('\n');
    for row in &edit.added {
        let cells = columns.iter().map(|index| cell(table, *index, row.get(*index).and_then(Option::as_deref), b','));
        out.push_str(&cells.collect::<Vec<_>>().join(","));
        out.push('\n');
    }
    out
}

/// One record of the text: where its fields stand, where it ends before its line break, and its line.
struct Span {
    line: u32,
    fields: Vec<Range<usize>>,
    end: usize,
}

fn rewritten(table: &TableSchema, source: &Source<'_>, edit: &Edit) -> String {
    let text = source.text;
    let separator = char::from(source.separator);
    let spans = spans(source);
    let mut header: Vec<Option<usize>> = Vec::new();
    if let Some(first) = spans.first() {
        let name = |field: &Range<usize>| unquoted(text.get(field.clone()).unwrap_or_default());
        header = first.fields.iter().map(|field| column_of(table, &name(field))).collect();
    }
    let filled = |index: usize| {
        edit.added.iter().any(|row| matches!(row.get(index), Some(Some(_))))
            || edit.changed.iter().any(|(_, column, _)| *column == index)
    };
    let more: Vec<usize> =
        (0..table.columns.len()).filter(|index| filled(*index) && !header.contains(&Some(*index))).collect();
    let changes: HashMap<(u32, usize), &str> =
        edit.changed.iter().map(|(line, column, value)| ((*line, *column), value.as_str())).collect();
    let mut out = String::with_capacity(text.len() + 64 * edit.added.len());
    let mut at = 0;
    for (number, span) in spans.iter().enumerate() {
        let changed = |index: usize| {
            let value = changes.get(&(span.line, index)).filter(|_| number > 0)?;
            Some(cell(table, index, Some(value), source.separator))
        };
        for (field, column) in span.fields.iter().zip(&header) {
            if let Some(new) = column.and_then(changed) {
                out.push_str(text.get(at..field.start).unwrap_or_default());
                out.push_str(&new);
                at = field.end;
            }
        }
        out.push_str(text.get(at..span.end).unwrap_or_default());
        at = span.end;
        for index in &more {
            out.push(separator);
            match table.columns.get(*index) {
                Some(column) if number == 0 => out.push_str(column.name),
                _ => out.push_str(&changed(*index).unwrap_or_default()),
            }
        }
    }
    out.push_str(text.get(at..).unwrap_or_default());
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if !edit.added.is_empty() && !out.ends_with(['\n', '\r']) {
        out.push_str(ending);
    }
    for row in &edit.added {
        let columns = header.iter().copied().chain(more.iter().map(|index| Some(*index)));
        let cells = columns.map(|column| {
            let value = column.and_then(|index| Some((index, row.get(index)?.as_deref())));
            value.map_or_else(String::new, |(index, value)| cell(table, index, value, source.separator))
        });
        out.push_str(&cells.collect::<Vec<_>>().join(&separator.to_string()));
        out.push_str(ending);
    }
    out
}

fn column_of(table: &TableSchema, name: &str) -> Option<usize> {
    table.columns.iter().position(|column| is_same_word(column.name, name.trim()))
}

fn unquoted(field: &str) -> String {
    let field = field.trim();
    match field.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\""),
        None => field.to_owned(),
    }
}

/// A cell as it is written: decimals with a comma, quotation marks where the engine needs them.
fn cell(table: &TableSchema, index: usize, value: Option<&str>, separator: u8) -> String {
    let value = value.unwrap_or_default();
    let decimal = table.columns.get(index).is_some_and(|column| column.kind == Kind::Decimal);
    let value = if decimal { value.replace('.', ",") } else { value.to_owned() };
    let mut out = String::new();
    push_field(&value, separator, &mut out);
    out
}

/// The records of a text whose quotation marks are known to be in order; blank lines are none.
fn spans(source: &Source<'_>) -> Vec<Span> {
    let text = source.text.as_bytes();
    let mut spans = Vec::new();
    let mut lines = LineCounter::new(source.line);
    let (mut fields, mut start, mut record, mut line) = (Vec::new(), 0, 0, source.line);
    let mut quoted = false;
    for (at, byte) in text.iter().copied().enumerate() {
        let ends_record = !quoted && matches!(byte, b'\n' | b'\r');
        if byte == b'"' {
            quoted = !quoted;
        } else if !quoted && byte == source.separator {
            fields.push(start..at);
            start = at + 1;
        } else if ends_record && at > record {
            fields.push(start..at);
            spans.push(Span { line, fields: std::mem::take(&mut fields), end: at });
        }
        lines.advance(&[byte]);
        if ends_record {
            start = at + 1;
            record = start;
            line = lines.line;
        }
    }
    if text.len() > record {
        fields.push(start..text.len());
        spans.push(Span { line, fields, end: text.len() });
    }
    spans
}
