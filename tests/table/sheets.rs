//! Sheets of workbooks: which of them are tables, and what their cells are read as.

mod cells;
mod days;
mod files;
mod layout;
mod percent;
mod wire;

use rakor::diagnostic::Diagnostic;
use rakor::table::{Dataset, SourceBook, read_all};
use rakor::workbook::{Book, Day, Filled, Form, Sheet, Value};

use super::shown;
use super::values::day;

/// The headings with the required columns of `kepesertaan`.
const HEADINGS: [&str; 5] = ["periode", "kode_wilayah", "segmen", "sumber", "peserta_aktif"];

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn number(number: f64) -> Value {
    Value::Number(number, Form::Plain)
}

fn percent(number: f64) -> Value {
    Value::Number(number, Form::Percent)
}

/// A number of a file that does not tell how its cells are shown.
fn bare(number: f64) -> Value {
    Value::Number(number, Form::Unknown)
}

fn date(year: i32, month: u32, of_month: u32) -> Value {
    Value::Day(Day { date: day(year, month, of_month), timed: false, month_only: false })
}

/// A cell left empty.
fn nothing() -> Value {
    text("")
}

fn texts(texts: &[&str]) -> Vec<Value> {
    texts.iter().copied().map(text).collect()
}

/// A sheet whose rows begin at its first cell; cells left empty are not in it.
fn sheet(name: &str, rows: &[Vec<Value>]) -> Sheet {
    let mut cells = Vec::new();
    for (row, values) in (1..).zip(rows) {
        let filled = (1..).zip(values).filter(|(_, value)| **value != nothing());
        cells.extend(filled.map(|(column, value)| Filled { row, column, value: value.clone() }));
    }
    Sheet { name: name.into(), cells, ..Sheet::default() }
}

fn book(sheets: impl IntoIterator<Item = Sheet>) -> SourceBook {
    SourceBook { path: "data/data.xlsx".to_owned(), book: Book { sheets: sheets.into_iter().collect() } }
}

/// What is read from some sheets, and everything that is said about them.
fn read_sheets(sheets: impl IntoIterator<Item = Sheet>) -> (Dataset, Vec<Diagnostic>) {
    read_all(&[], &[book(sheets)])
}

/// Sheets about which nothing is to be said.
fn good(sheets: impl IntoIterator<Item = Sheet>) -> Dataset {
    let (dataset, problems) = read_sheets(sheets);
    assert_eq!(shown(&problems), "");
    dataset
}

/// Everything said about some sheets, in the words of the terminal.
fn said(sheets: impl IntoIterator<Item = Sheet>) -> String {
    shown(&read_sheets(sheets).1)
}

/// A row of `kepesertaan` that is right but for its last cell.
fn counted(value: Value) -> Vec<Value> {
    [texts(&["2025-06", "35.73", "TOTAL", "BPJS"]), vec![value]].concat()
}

/// The sheet `kepesertaan` with these rows below its headings.
fn participants(rows: impl IntoIterator<Item = Vec<Value>>) -> Sheet {
    let rows: Vec<Vec<Value>> = std::iter::once(texts(&HEADINGS)).chain(rows).collect();
    sheet("kepesertaan", &rows)
}
