//! A workbook, or what is wrong with it, in lines.

use rakor::diagnostic::Diagnostic;
use rakor::workbook::{Book, Form, Value, address, letters, read};

/// What reading gives.
pub(crate) fn dump(path: &str, bytes: &[u8]) -> String {
    match read(path, bytes) {
        Ok(book) => cells(&book),
        Err(diagnostic) => said(&diagnostic),
    }
}

/// A diagnostic as a user reads it; the engine's own words are not ours to pin.
pub(crate) fn said(diagnostic: &Diagnostic) -> String {
    let mut lines = vec![format!("{}[{}]: {}", diagnostic.severity, diagnostic.code, diagnostic.message)];
    lines.extend(diagnostic.places.iter().map(|place| format!("di {place}")));
    lines.extend(diagnostic.found.iter().map(|found| format!("ditemukan: {found}")));
    lines.extend(diagnostic.expected.iter().map(|expected| format!("seharusnya: {expected}")));
    lines.push(format!("tindakan: {}", diagnostic.action));
    lines.join("\n")
}

/// Every cell of every sheet, and what is hidden and merged.
pub(crate) fn cells(book: &Book) -> String {
    let mut lines = Vec::new();
    for sheet in &book.sheets {
        let hidden = if sheet.hidden { " (hidden)" } else { "" };
        lines.push(format!("{}{hidden} {:?}", sheet.name, sheet.epoch));
        lines.extend(sheet.hidden_rows.iter().map(|rows| format!("  rows {rows:?} hidden")));
        for columns in &sheet.hidden_columns {
            lines.push(format!("  columns {}..={} hidden", letters(*columns.start()), letters(*columns.end())));
        }
        for area in &sheet.merged {
            let corner = |(row, column)| address(row, column);
            lines.push(format!("  {}:{} merged", corner(area.first), corner(area.last)));
        }
        for cell in &sheet.cells {
            lines.push(format!("  {} {}", address(cell.row, cell.column), value(&cell.value)));
        }
    }
    lines.join("\n")
}

fn value(value: &Value) -> String {
    match value {
        Value::Text(text) => format!("{text:?}"),
        Value::Number(number, Form::Plain) => number.to_string(),
        Value::Number(number, form) => format!("{number} {form:?}"),
        Value::Day(day) => {
            let time = if day.timed { " and a time" } else { "" };
            let month = if day.month_only { ", shown as a month" } else { "" };
            format!("{}{time}{month}", day.date)
        }
        Value::Truth(truth) => truth.to_string(),
        Value::Error(name) => format!("error {name}"),
        Value::Uncomputed => "not computed".to_owned(),
    }
}
