//! A CSV file that is not in our form, as a sheet of text cells: for importing.

use csv::{ReaderBuilder, StringRecord};

use super::dialect::{self, LineCounter};
use crate::diagnostic::Diagnostic;
use crate::place::Place;
use crate::workbook::{Book, Filled, Sheet, Value};

/// The file as a workbook of one sheet, which bears the file's name; the first thing that makes it unreadable otherwise.
/// Rows are the lines of the file.
pub fn book_of_csv(path: &str, bytes: &[u8]) -> Result<Book, Box<Diagnostic>> {
    let source = dialect::recognise(bytes, &Place::file(path))?;
    let text = source.text;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(commonest_of_all_lines(text).unwrap_or(source.separator))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet { name: stem(path).into(), ..Sheet::default() };
    let mut record = StringRecord::new();
    let mut lines = LineCounter::new(source.line);
    let mut reached = 0;
    // Bytes in memory that are known to be UTF-8 give the engine nothing to refuse.
    while reader.read_record(&mut record).unwrap_or(false) {
        let position = record.position().map_or(0, csv::Position::byte);
        let position = usize::try_from(position).unwrap_or(usize::MAX).clamp(reached, text.len());
        let rest = text.as_bytes().get(position..).unwrap_or_default();
        // The engine's position lies before the blank lines that precede a record.
        let start = position + rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        lines.advance(text.as_bytes().get(reached..start).unwrap_or_default());
        reached = start;
        let filled = record.iter().zip(1..).filter(|(text, _)| !text.trim().is_empty());
        let cells = filled.map(|(text, column)| Filled { row: lines.line, column, value: Value::Text(text.into()) });
        sheet.cells.extend(cells);
    }
    Ok(Book { sheets: vec![sheet] })
}

/// A title above the table may hold no separator, or a comma of its own, so all lines are asked.
fn commonest_of_all_lines(text: &str) -> Option<u8> {
    let count = |separator: u8| text.lines().filter(|line| line.as_bytes().contains(&separator)).count();
    let best = [b';', b'\t', b','].into_iter().map(|separator| (count(separator), separator));
    best.filter(|(lines, _)| *lines > 0).max_by_key(|(lines, _)| *lines).map(|(_, separator)| separator)
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
