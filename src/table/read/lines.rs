//! Records of a CSV file, with the line on which each begins.

use std::sync::Arc;

use super::engine::{Engine, Scan};
use super::records::{Given, Records};
use crate::bahasa::bilangan;
use crate::place::{Field, Place};
use crate::table::dialect::{LineCounter, Source};
use crate::table::problem::{self, Problems};
use crate::table::schema::TableSchema;

/// The records of one file.
pub(super) struct Lines<'a> {
    source: Source<'a>,
    scan: Scan<'a>,
    /// File and line of the record.
    place: Place,
    locator: Locator<'a>,
    /// Fields of the header line.
    width: usize,
}

impl<'a> Lines<'a> {
    /// The text of a file.
    pub(super) fn of(source: Source<'a>, file: &Place, engine: &'a mut Engine) -> Self {
        let scan = Scan::new(source.text, source.separator, engine);
        let place = file.at_row(source.line);
        Self { source, scan, place, locator: Locator::new(&source), width: 0 }
    }
}

impl Records for Lines<'_> {
    const EVEN: bool = true;

    fn find_header(&mut self, _: &TableSchema, _: &mut Problems) -> bool {
        let found = self.scan.advance();
        self.width = self.scan.len();
        found
    }

    fn advance(&mut self, problems: &mut Problems) -> bool {
        while self.scan.advance() {
            if self.scan.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            self.place.baris = Some(self.locator.line(self.scan.start()));
            let (cells, columns) = (self.scan.len(), self.width);
            if cells == columns {
                return true;
            }
            problems.add(|| problem::ragged(self.place.clone(), cells, columns, self.source.separator_name()));
        }
        false
    }

    fn place(&self) -> &Place {
        &self.place
    }

    fn given(&self, field: usize) -> Given<'_> {
        self.scan.get(field).map_or(Given::Nothing, Given::text)
    }

    fn fields(&self) -> impl Iterator<Item = (usize, Given<'_>)> {
        self.scan.iter().map(Given::text).enumerate()
    }

    fn column(&self, _: usize, name: &Arc<str>) -> Field {
        Field::Kolom(Arc::clone(name))
    }

    fn spot(&self, _: usize) -> Place {
        self.place.clone()
    }

    fn label(&self, field: usize) -> String {
        format!("ke-{}", bilangan(field + 1))
    }

    /// As a rule a row for each line.
    fn expected(&self) -> usize {
        self.source.text.bytes().filter(|byte| *byte == b'\n').count()
    }
}

/// Finds the line of each record; asked in the order of the file.
struct Locator<'a> {
    text: &'a [u8],
    at: usize,
    lines: LineCounter,
}

impl<'a> Locator<'a> {
    fn new(source: &Source<'a>) -> Self {
        Self { text: source.text.as_bytes(), at: 0, lines: LineCounter::new(source.line) }
    }

    /// The engine's position lies before the blank lines and the second half of a line end that precede a record.
    fn line(&mut self, position: usize) -> u32 {
        let skipped = self.text.get(position..).unwrap_or_default();
        let blank = skipped.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let start = position + blank;
        self.lines.advance(self.text.get(self.at..start).unwrap_or_default());
        self.at = start;
        self.lines.line
    }
}
