//! The cells of one sheet in a workbook stream.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::bytes::{f64_at, size_at, u16_at, u32_at};
use super::globals::Globals;
use super::record::{Record, Records, kind};
use super::text::Pieces;
use crate::workbook::facts::extend;
use crate::workbook::fill::Filling;
use crate::workbook::problem::{self, Problem};
use crate::workbook::{Area, Value, number};

/// What the cells do not say.
#[derive(Debug, Default)]
pub(super) struct Extras {
    pub(super) hidden_rows: Vec<RangeInclusive<u32>>,
    pub(super) hidden_columns: Vec<RangeInclusive<u32>>,
    pub(super) merged: Vec<Area>,
}

/// Reads a sheet from its beginning; `unread` is how many bytes may still be read for sheets.
pub(super) fn read(
    from: &[u8],
    globals: &Globals,
    filling: &mut Filling<'_>,
    unread: &mut usize,
) -> Result<Extras, Problem> {
    let mut sheet = Reading { globals, extras: Extras::default(), awaited: None };
    let mut records = Records::of(from);
    // Charts stand within a sheet, with cells of their own.
    let mut depth = 0_usize;
    loop {
        let before = records.left();
        let cut_off = || problem::unreadable(&filling.last(), "a record that does not end");
        let record = records.next().map_err(|_| cut_off())?.ok_or_else(cut_off)?;
        *unread = unread
            .checked_sub(before - records.left())
            .ok_or_else(|| problem::unreadable(&filling.last(), "sheets that lie within each other"))?;
        match record.kind {
            kind::BEGIN => depth += 1,
            kind::END if depth <= 1 => return Ok(sheet.extras),
            kind::END => depth -= 1,
            _ if depth > 1 => {}
            _ => {
                let place = filling.last();
                sheet
                    .meet(record, filling)?
                    .ok_or_else(|| problem::unreadable(&place, "a record that is too short"))?;
            }
        }
    }
}

struct Reading<'a> {
    globals: &'a Globals,
    extras: Extras,
    /// The formula whose result is a text, which follows.
    awaited: Option<(u32, u32)>,
}

impl Reading<'_> {
    /// Nothing for a record that lacks what its kind must have.
    fn meet(&mut self, record: Record<'_>, filling: &mut Filling<'_>) -> Result<Option<()>, Problem> {
        let data = record.data;
        let found = match record.kind {
            kind::NUMBER => f64_at(data, 6).map(|number| self.number(data, number)),
            kind::SHORT_NUMBER => short_number(data, 6).map(|number| self.number(data, number)),
            kind::TRUTH => truth(data.get(6..)),
            kind::SHARED_LABEL => self.shared(data),
            kind::LABEL | kind::RICH_LABEL => Pieces::of(record, 6).text().map(|text| Value::Text(Arc::from(text))),
            kind::FORMULA => self.result(data),
            kind::RESULT => return self.text_result(record, filling),
            kind::NUMBERS => return self.numbers(data, filling),
            kind::ROW => return Ok(self.row(data)),
            kind::COLUMNS => return Ok(self.columns(data)),
            kind::MERGED => return Ok(self.merged(data)),
            _ => return Ok(Some(())),
        };
        let (Some(value), Some((row, column))) = (found, position(data)) else { return Ok(None) };
        filling.put(row, column, value)?;
        Ok(Some(()))
    }

    fn number(&self, data: &[u8], number: f64) -> Value {
        let style = u16_at(data, 4).unwrap_or(u16::MAX);
        number::value(number, self.globals.shown(style), self.globals.epoch)
    }

    fn shared(&self, data: &[u8]) -> Option<Value> {
        self.globals.texts.get(size_at(data, 6)?).map(|text| Value::Text(text.clone()))
    }

    /// A formula's result is a number unless its last bytes say otherwise. Text follows in a record of its own.
    fn result(&mut self, data: &[u8]) -> Option<Value> {
        self.awaited = None;
        if u16_at(data, 12)? != 0xFFFF {
            return f64_at(data, 6).map(|number| self.number(data, number));
        }
        match data.get(6)? {
            1 => truth(Some(&[*data.get(8)?, 0])),
            2 => truth(Some(&[*data.get(8)?, 1])),
            kind => {
                self.awaited = position(data).filter(|_| *kind == 0);
                Some(Value::Text(Arc::from("")))
            }
        }
    }

    fn text_result(&mut self, record: Record<'_>, filling: &mut Filling<'_>) -> Result<Option<()>, Problem> {
        let Some((row, column)) = self.awaited.take() else { return Ok(Some(())) };
        let Some(text) = Pieces::of(record, 0).text() else { return Ok(None) };
        filling.put(row, column, Value::Text(Arc::from(text)))?;
        Ok(Some(()))
    }

    /// Numbers side by side, each behind its style; the last column closes the record.
    fn numbers(&self, data: &[u8], filling: &mut Filling<'_>) -> Result<Option<()>, Problem> {
        let (Some((row, first)), Some(each)) = (position(data), data.get(4..data.len().saturating_sub(2))) else {
            return Ok(None);
        };
        for (column, one) in (first..).zip(each.chunks_exact(6)) {
            let (Some(style), Some(number)) = (u16_at(one, 0), short_number(one, 2)) else { return Ok(None) };
            filling.put(row, column, number::value(number, self.globals.shown(style), self.globals.epoch))?;
        }
        Ok(Some(()))
    }

    fn row(&mut self, data: &[u8]) -> Option<()> {
        let row = u32::from(u16_at(data, 0)?) + 1;
        if data.get(12)? & 0x20 != 0 {
            extend(&mut self.extras.hidden_rows, row..=row);
        }
        Some(())
    }

    fn columns(&mut self, data: &[u8]) -> Option<()> {
        let (first, last) = (u32::from(u16_at(data, 0)?) + 1, u32::from(u16_at(data, 2)?) + 1);
        if data.get(8)? & 0x01 != 0 && first <= last {
            extend(&mut self.extras.hidden_columns, first..=last);
        }
        Some(())
    }

    fn merged(&mut self, data: &[u8]) -> Option<()> {
        let count = usize::from(u16_at(data, 0)?);
        for area in data.get(2..)?.chunks_exact(8).take(count) {
            let at = |at| Some(u32::from(u16_at(area, at)?) + 1);
            self.extras.merged.push(Area { first: (at(0)?, at(4)?), last: (at(2)?, at(6)?) });
        }
        Some(())
    }
}

fn position(data: &[u8]) -> Option<(u32, u32)> {
    Some((u32::from(u16_at(data, 0)?) + 1, u32::from(u16_at(data, 2)?) + 1))
}

/// A number in four bytes: the upper half of a longer one or a whole number, either of them a hundredfold.
fn short_number(data: &[u8], at: usize) -> Option<f64> {
    let bits = u32_at(data, at)?;
    let number = if bits & 0x02 != 0 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !0x03) << 32)
    };
    Some(if bits & 0x01 != 0 { number / 100.0 } else { number })
}

/// A truth or an error, and which of the two it is.
fn truth(data: Option<&[u8]>) -> Option<Value> {
    let (value, is_error) = (*data?.first()?, *data?.get(1)?);
    if is_error == 0 {
        return Some(Value::Truth(value != 0));
    }
    let name = match value {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#GETTING_DATA",
    };
    Some(Value::Error(Arc::from(name)))
}
