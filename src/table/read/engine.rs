//! The records of a table's text, one after the other, as the engine of the `csv` crate takes them apart.
//!
//! That crate's own reader builds the engine's state machine anew for each file, which takes longer than reading most
//! tables does. Here the tables of a workspace take turns with one.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// The state machine of the last table, for the next one with the same separator.
#[derive(Default)]
pub(super) struct Engine(Option<(u8, Reader)>);

impl Engine {
    /// The one for a separator, at the beginning of a text. It is lent and not copied: the engine's copies lack half of it.
    fn set_to(&mut self, separator: u8) -> &mut Reader {
        self.0.take_if(|(own, _)| *own != separator);
        let build = || (separator, ReaderBuilder::new().delimiter(separator).build());
        let (_, reader) = self.0.get_or_insert_with(build);
        reader.reset();
        reader
    }
}

/// Room for the cells of a record, in bytes; doubled when a record needs more.
const ROOM_FOR_CELLS: usize = 1024;
/// Room for their ends, likewise.
const ROOM_FOR_ENDS: usize = 32;

/// The way through a text, standing at one of its records.
pub(super) struct Scan<'a> {
    text: &'a [u8],
    /// Where the next record is looked for.
    at: usize,
    engine: &'a mut Reader,
    /// First byte of the record, or one of the line ends before it.
    start: usize,
    /// All cells of the record, without what stands between them.
    cells: String,
    /// Where each cell ends, and room for more.
    ends: Vec<usize>,
    count: usize,
}

impl<'a> Scan<'a> {
    /// Before the first record of a text.
    pub(super) fn new(text: &'a str, separator: u8, engine: &'a mut Engine) -> Self {
        let engine = engine.set_to(separator);
        let (cells, ends) = (String::new(), vec![0; ROOM_FOR_ENDS]);
        Self { text: text.as_bytes(), at: 0, engine, start: 0, cells, ends, count: 0 }
    }

    /// Goes to the next record; blank lines are none. False behind the last one.
    pub(super) fn advance(&mut self) -> bool {
        (self.start, self.count) = (self.at, 0);
        let mut cells = std::mem::take(&mut self.cells).into_bytes();
        cells.resize(ROOM_FOR_CELLS, 0);
        let mut filled = 0;
        let found = loop {
            // Past the end the engine is given nothing, which tells it that this was all.
            let (result, read, written, ended) = self.engine.read_record(
                self.text.get(self.at..).unwrap_or_default(),
                cells.get_mut(filled..).unwrap_or_default(),
                self.ends.get_mut(self.count..).unwrap_or_default(),
            );
            self.at += read;
            filled += written;
            self.count += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => cells.resize(2 * cells.len(), 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                ReadRecordResult::Record => break true,
                ReadRecordResult::End => break false,
            }
        };
        cells.truncate(filled);
        // Cells of a UTF-8 text are UTF-8: separators and quotation marks are characters of their own.
        self.cells = String::from_utf8(cells).unwrap_or_default();
        found
    }

    /// First byte of the record, or one of the line ends before it.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// How many cells the record has.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// One cell of the record.
    pub(super) fn get(&self, cell: usize) -> Option<&str> {
        let ends = self.ends.get(..self.count)?;
        let end = *ends.get(cell)?;
        let start = cell.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied())?;
        self.cells.get(start..end)
    }

    /// All cells of the record.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.count).filter_map(|cell| self.get(cell))
    }
}
