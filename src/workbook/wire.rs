//! A book as bytes, for the way out of the process that read it; the same program reads them, so they have no version.
//!
//! Numbers are written seven bits to a byte, the last one first to be without the high bit. A text that several cells
//! share is written once and is shared again afterwards. Reading trusts nothing: memory is taken as bytes are used up,
//! and anything that [`Book::encode`] would not have written is no book.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::{Area, Book, Day, Epoch, Filled, Form, MAX_CELLS, Sheet, Value};

/// The kinds of values. A text is written where it stands first; later cells that share it name it by its number.
const NEW_TEXT: u8 = 0;
const OLD_TEXT: u8 = 1;
const OWN_TEXT: u8 = 2;
const PLAIN: u8 = 3;
const PERCENT: u8 = 4;
const UNKNOWN: u8 = 5;
const DAY: u8 = 6;
const TRUTH: u8 = 7;
const ERROR: u8 = 8;
const UNCOMPUTED: u8 = 9;
/// Added to the kind when the cell stands right of the one before, so that its position need not be said.
const NEXT: u8 = 0x80;

/// No more room than for so many things is made before any of them was read.
const MAX_RESERVED: usize = 1 << 16;

impl Book {
    /// The book as bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.count(self.sheets.len());
        for sheet in &self.sheets {
            writer.sheet(sheet);
        }
        writer.out
    }

    /// The book that these bytes came from; nothing when they came from none.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader { rest: bytes, texts: Vec::new(), cells: 0 };
        let sheets = reader.list(Reader::sheet)?;
        reader.rest.is_empty().then_some(Self { sheets })
    }
}

#[derive(Default)]
struct Writer {
    out: Vec<u8>,
    /// Texts in use elsewhere too, by where they lie, with their numbers.
    texts: HashMap<usize, u64>,
}

impl Writer {
    fn number(&mut self, mut number: u64) {
        while let Some(low) = u8::try_from(number & 0x7F).ok().filter(|_| number > 0x7F) {
            self.out.push(low | 0x80);
            number >>= 7;
        }
        self.out.extend(u8::try_from(number));
    }

    fn count(&mut self, count: usize) {
        self.number(u64::try_from(count).unwrap_or(u64::MAX));
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.out.extend_from_slice(text.as_bytes());
    }

    fn sheet(&mut self, sheet: &Sheet) {
        self.text(&sheet.name);
        self.out.push(u8::from(sheet.hidden));
        self.out.push(match sheet.epoch {
            Epoch::Y1900 => 0,
            Epoch::Y1904 => 1,
        });
        self.ranges(&sheet.hidden_rows);
        self.ranges(&sheet.hidden_columns);
        self.count(sheet.merged.len());
        for area in &sheet.merged {
            for number in [area.first.0, area.first.1, area.last.0, area.last.1] {
                self.number(number.into());
            }
        }
        self.count(sheet.cells.len());
        let mut before = (0, 0);
        for cell in &sheet.cells {
            self.cell(cell, before);
            before = (cell.row, cell.column);
        }
    }

    fn ranges(&mut self, ranges: &[RangeInclusive<u32>]) {
        self.count(ranges.len());
        for range in ranges {
            self.number((*range.start()).into());
            self.number((*range.end()).into());
        }
    }

    fn cell(&mut self, cell: &Filled, before: (u32, u32)) {
        let next = cell.row == before.0 && before.1.checked_add(1) == Some(cell.column);
        let known = match &cell.value {
            Value::Text(text) => self.known(text),
            _ => None,
        };
        let kind = match (&cell.value, known) {
            (Value::Text(_), Some((true, _))) => OLD_TEXT,
            (Value::Text(_), Some((false, _))) => NEW_TEXT,
            (Value::Text(_), None) => OWN_TEXT,
            (Value::Number(_, Form::Plain), _) => PLAIN,
            (Value::Number(_, Form::Percent), _) => PERCENT,
            (Value::Number(_, Form::Unknown), _) => UNKNOWN,
            (Value::Day(_), _) => DAY,
            (Value::Truth(_), _) => TRUTH,
            (Value::Error(_), _) => ERROR,
            (Value::Uncomputed, _) => UNCOMPUTED,
        };
        if next {
            self.out.push(kind | NEXT);
        } else {
            self.out.push(kind);
            self.number(cell.row.into());
            self.number(cell.column.into());
        }
        match &cell.value {
            Value::Text(text) => match known {
                Some((true, number)) => self.number(number),
                _ => self.text(text),
            },
            Value::Error(name) => self.text(name),
            Value::Number(number, _) => self.out.extend_from_slice(&number.to_le_bytes()),
            Value::Day(day) => {
                self.out.extend_from_slice(&day.date.num_days_from_ce().to_le_bytes());
                self.out.push(u8::from(day.timed) | u8::from(day.month_only) << 1);
            }
            Value::Truth(truth) => self.out.push(u8::from(*truth)),
            Value::Uncomputed => {}
        }
    }

    /// Whether a shared text was written before, and its number; nothing for a text that nobody shares.
    fn known(&mut self, text: &Arc<str>) -> Option<(bool, u64)> {
        if Arc::strong_count(text) == 1 {
            return None;
        }
        let next = u64::try_from(self.texts.len()).ok()?;
        let number = *self.texts.entry(Arc::as_ptr(text).addr()).or_insert(next);
        Some((number != next, number))
    }
}

struct Reader<'a> {
    rest: &'a [u8],
    texts: Vec<Arc<str>>,
    /// How many cells were read.
    cells: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.bytes(N)?.try_into().ok()
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..u64::BITS).step_by(7) {
            let byte = self.byte()?;
            let low = u64::from(byte & 0x7F);
            let placed = low << shift;
            if placed >> shift != low {
                return None;
            }
            number |= placed;
            if byte < 0x80 {
                // Written shorter, had the writer written it.
                return (byte != 0 || shift == 0).then_some(number);
            }
        }
        None
    }

    fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    fn flag(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?.try_into().ok()?;
        std::str::from_utf8(self.bytes(length)?).ok()
    }

    fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count: usize = self.number()?.try_into().ok()?;
        let mut all = Vec::with_capacity(count.min(self.rest.len()).min(MAX_RESERVED));
        for _ in 0..count {
            all.push(one(self)?);
        }
        Some(all)
    }

    fn range(&mut self) -> Option<RangeInclusive<u32>> {
        Some(self.small()?..=self.small()?)
    }

    fn area(&mut self) -> Option<Area> {
        Some(Area { first: (self.small()?, self.small()?), last: (self.small()?, self.small()?) })
    }

    fn sheet(&mut self) -> Option<Sheet> {
        let name = self.text()?.into();
        let hidden = self.flag()?;
        let epoch = if self.flag()? { Epoch::Y1904 } else { Epoch::Y1900 };
        let hidden_rows = self.list(Self::range)?;
        let hidden_columns = self.list(Self::range)?;
        let merged = self.list(Self::area)?;
        let mut before = (0, 0);
        let cells = self.list(|reader| {
            let cell = reader.cell(before)?;
            before = (cell.row, cell.column);
            Some(cell)
        })?;
        Some(Sheet { name, hidden, cells, hidden_rows, hidden_columns, merged, epoch })
    }

    fn cell(&mut self, before: (u32, u32)) -> Option<Filled> {
        self.cells += 1;
        if self.cells > MAX_CELLS {
            return None;
        }
        let tag = self.byte()?;
        let (row, column) =
            if tag & NEXT == 0 { (self.small()?, self.small()?) } else { (before.0, before.1.checked_add(1)?) };
        let value = match tag & !NEXT {
            NEW_TEXT => {
                let text: Arc<str> = self.text()?.into();
                self.texts.push(Arc::clone(&text));
                Value::Text(text)
            }
            OLD_TEXT => {
                let number: usize = self.number()?.try_into().ok()?;
                Value::Text(Arc::clone(self.texts.get(number)?))
            }
            OWN_TEXT => Value::Text(self.text()?.into()),
            PLAIN => Value::Number(self.float()?, Form::Plain),
            PERCENT => Value::Number(self.float()?, Form::Percent),
            UNKNOWN => Value::Number(self.float()?, Form::Unknown),
            DAY => Value::Day(self.day()?),
            TRUTH => Value::Truth(self.flag()?),
            ERROR => Value::Error(self.text()?.into()),
            UNCOMPUTED => Value::Uncomputed,
            _ => return None,
        };
        Some(Filled { row, column, value })
    }

    fn float(&mut self) -> Option<f64> {
        self.array().map(f64::from_le_bytes)
    }

    fn day(&mut self) -> Option<Day> {
        let date = NaiveDate::from_num_days_from_ce_opt(i32::from_le_bytes(self.array()?))?;
        let flags = self.byte().filter(|flags| *flags < 4)?;
        Some(Day { date, timed: flags & 1 != 0, month_only: flags & 2 != 0 })
    }
}
