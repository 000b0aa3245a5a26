//! XLSX and XLSM: cells as a stream, joined with the facts of their sheet.
//!
//! Owns: which part is which sheet, and what a cell of these formats holds. The facts come from [`super::archive`], which
//! has let the file through before anything here parses it.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{CellErrorType, DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use chrono::NaiveDateTime;

use super::archive::Archive;
use super::facts::{Facts, Relation, SheetFacts};
use super::fill::Filling;
use super::format::{Shown, is_nameless_day, shown};
use super::problem::{self, Problem};
use super::{Book, Day, Epoch, Form, Sheet, Value, number};
use crate::place::Place;

/// Reads every sheet with cells.
pub(super) fn read(file: &Place, bytes: &[u8], mut archive: Archive) -> Result<Book, Problem> {
    let parts = parts(&archive).ok_or_else(|| problem::no_workbook(file, None))?;
    let mut reader = Xlsx::new(Cursor::new(bytes)).map_err(|error| unopened(file, &error))?;
    let epoch = if reader.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    let tabs = reader.sheets_metadata().to_vec();
    let mut left = Filling::ALL;
    let mut book = Book::default();
    for (at, tab) in tabs.iter().enumerate().filter(|(_, tab)| tab.typ == SheetType::WorkSheet) {
        let place = problem::sheet(file, &tab.name);
        if tabs.iter().take(at).any(|other| other.name.to_lowercase() == tab.name.to_lowercase()) {
            return Err(problem::sheet_twice(&place));
        }
        let Some(Facts::Sheet(facts)) = parts.get(at).and_then(|part| archive.take(part)) else {
            return Err(problem::unreadable(&place, "no such part"));
        };
        let mut filling = Filling::new(&place, &mut left);
        fill(&mut reader, &tab.name, epoch, &facts, &mut filling)?;
        book.sheets.push(Sheet {
            name: Arc::from(tab.name.as_str()),
            hidden: tab.visible != SheetVisible::Visible,
            cells: filling.finish()?,
            hidden_rows: facts.hidden_rows,
            hidden_columns: facts.hidden_columns,
            merged: facts.merged,
            epoch,
        });
    }
    Ok(book)
}

fn unopened(file: &Place, error: &XlsxError) -> Problem {
    match error {
        XlsxError::Password => problem::password(file),
        error => problem::damaged(file, None, error.to_string()),
    }
}

/// The name of the part behind each tab, in order; empty where there is none. Nothing when this is no workbook.
fn parts(archive: &Archive) -> Option<Vec<String>> {
    let Some(Facts::Relations(package)) = archive.facts("_rels/.rels") else { return None };
    let main = package.iter().rfind(|relation| relation.kind.ends_with("/relationships/officeDocument"))?;
    let main = main.target.trim_start_matches('/');
    let (folder, name) = main.rfind('/').and_then(|at| main.split_at_checked(at + 1)).unwrap_or(("", main));
    let Some(Facts::Tabs(tabs)) = archive.facts(main) else { return None };
    let relations = match archive.facts(&format!("{folder}_rels/{name}.rels")) {
        Some(Facts::Relations(relations)) => relations.as_slice(),
        _ => &[],
    };
    let part = |relation: &Relation| match relation.target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}{}", relation.target),
    };
    let find = |id: &String| relations.iter().rfind(|relation| relation.id == *id).map(part).unwrap_or_default();
    Some(tabs.iter().map(find).collect())
}

fn fill(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    epoch: Epoch,
    facts: &SheetFacts,
    filling: &mut Filling<'_>,
) -> Result<(), Problem> {
    let mut reader =
        book.worksheet_cells_reader(name).map_err(|error| problem::unreadable(&filling.last(), error.to_string()))?;
    let formats: Vec<Shown> = reader.styles().iter().map(format).collect();
    let mut texts = HashMap::new();
    let mut uncomputed = facts.uncomputed.iter().peekable();
    let mut met = 0_usize;
    while let Some((cell, style)) =
        reader.next_cell_with_style_id().map_err(|error| problem::unreadable(&filling.last(), error.to_string()))?
    {
        let without_result = uncomputed.next_if(|number| **number == met).is_some();
        met += 1;
        let (row, column) = cell.get_position();
        let shown = || formats.get(style).copied().unwrap_or(Shown::Number(Form::Plain));
        let value = match cell.get_value() {
            DataRef::Empty if without_result => Value::Uncomputed,
            DataRef::Empty => continue,
            DataRef::Float(number) => number::value(*number, shown(), epoch),
            DataRef::DateTime(moment) => number::value(moment.as_f64(), shown(), epoch),
            DataRef::SharedString(text) => Value::Text(shared(&mut texts, text)),
            DataRef::String(text) | DataRef::DurationIso(text) => Value::Text(Arc::from(text.as_str())),
            DataRef::DateTimeIso(text) => iso(text),
            DataRef::Bool(truth) => Value::Truth(*truth),
            DataRef::Error(error) => Value::Error(Arc::from(error_name(error))),
            // No cell of these formats is read so.
            DataRef::Int(number) => Value::Text(Arc::from(number.to_string())),
        };
        filling.put(row.saturating_add(1), column.saturating_add(1), value)?;
    }
    // Two passes that met different cells would take one cell's facts for another's.
    if met != facts.cells {
        return Err(problem::unreadable(&filling.last(), format!("{met} cells, {} tags", facts.cells)));
    }
    Ok(())
}

/// Texts that many cells share lie in memory once, as they do in the file.
fn shared(texts: &mut HashMap<usize, Arc<str>>, text: &str) -> Arc<str> {
    texts.entry(text.as_ptr().addr()).or_insert_with(|| Arc::from(text)).clone()
}

fn format(style: &Style) -> Shown {
    match &style.number_format {
        Some(format) if format.format_id.is_some_and(is_nameless_day) && format.format_code == "General" => {
            Shown::Day { month_only: false }
        }
        Some(format) => shown(&format.format_code),
        None => Shown::Number(Form::Plain),
    }
}

/// A day as some programs write it, as text of ISO 8601 that the cell declares to be one.
fn iso(text: &str) -> Value {
    let day = text.get(..10).and_then(|day| day.parse().ok());
    let midnight =
        |text: &str| text.parse::<NaiveDateTime>().is_ok_and(|moment| moment.time() == chrono::NaiveTime::MIN);
    let timed = text.len() > 10 && !midnight(text.trim_end_matches('Z'));
    day.map_or_else(|| Value::Text(Arc::from(text)), |date| Value::Day(Day { date, timed, month_only: false }))
}

/// The name by which a cell shows its error.
pub(super) fn error_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}
