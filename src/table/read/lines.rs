//! Records of a CSV file, with the line on which each begins.

use std::sync::Arc;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::records::{Given, Records};
use crate::bahasa::bilangan;
use crate::place::{Field, Place};
use crate::table::dialect::{LineCounter, Source};
use crate::table::problem::{self, Problems};
use crate::table::schema::TableSchema;

/// The records of one file.
pub(super) struct Lines<'a> {
    source: Source<'a>,
    file: Place,
    reader: Reader<&'a [u8]>,
    record: StringRecord,
    /// File and line of the record.
    place: Place,
    locator: Locator<'a>,
    /// Fields of the header line.
    width: usize,
}

impl<'a> Lines<'a> {
    /// The text of a file.
    pub(super) fn of(source: Source<'a>, file: Place) -> Self {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(source.separator)
            .from_reader(source.text.as_bytes());
        let place = file.at_row(source.line);
        Self { source, file, reader, record: StringRecord::new(), place, locator: Locator::new(&source), width: 0 }
    }

    /// Bytes in memory that are known to be UTF-8 give the engine nothing to refuse.
    fn read(&mut self) -> bool {
        self.reader.read_record(&mut self.record).unwrap_or(false)
    }
}

impl Records for Lines<'_> {
    const EVEN: bool = true;

    fn find_header(&mut self, _: &TableSchema, _: &mut Problems) -> bool {
        let found = self.read();
        self.width = self.record.len();
        found
    }

    fn advance(&mut self, problems: &mut Problems) -> bool {
        while self.read() {
            if self.record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            self.place = self.file.at_row(self.locator.line(&self.record));
            let (cells, columns) = (self.record.len(), self.width);
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
        self.record.get(field).map_or(Given::Nothing, Given::text)
    }

    fn fields(&self) -> impl Iterator<Item = (usize, Given<'_>)> {
        self.record.iter().map(Given::text).enumerate()
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
    fn line(&mut self, record: &StringRecord) -> u32 {
        let position = record.position().map_or(0, csv::Position::byte);
        let position = usize::try_from(position).unwrap_or(usize::MAX).clamp(self.at, self.text.len());
        let skipped = self.text.get(position..).unwrap_or_default();
        let blank = skipped.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let start = position + blank;
        self.lines.advance(self.text.get(self.at..start).unwrap_or_default());
        self.at = start;
        self.lines.line
    }
}
