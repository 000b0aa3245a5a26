//! What a workbook stream says ahead of its sheets: tabs, texts, formats, and how days are counted.

use std::collections::HashMap;
use std::sync::Arc;

use super::bytes::{size_at, u16_at};
use super::record::{Records, kind};
use super::text::Pieces;
use crate::place::Place;
use crate::workbook::format::{Shown, is_nameless_day, shown};
use crate::workbook::limit::MAX_CELLS;
use crate::workbook::problem::{self, Problem};
use crate::workbook::{Epoch, Form};

/// The version of the stream since Excel 97.
const VERSION: u16 = 0x0600;

/// One sheet in the list of tabs.
#[derive(Debug)]
pub(super) struct Tab {
    pub(super) name: Arc<str>,
    pub(super) hidden: bool,
    /// Charts and macros hold none.
    pub(super) holds_cells: bool,
    /// Where in the stream the sheet begins.
    pub(super) position: usize,
}

#[derive(Debug, Default)]
pub(super) struct Globals {
    pub(super) tabs: Vec<Tab>,
    pub(super) texts: Vec<Arc<str>>,
    pub(super) epoch: Epoch,
    styles: Vec<u16>,
    formats: HashMap<u16, String>,
}

impl Globals {
    /// How a style shows a number.
    pub(super) fn shown(&self, style: u16) -> Shown {
        let Some(format) = self.styles.get(usize::from(style)) else { return Shown::Number(Form::Unknown) };
        self.formats.get(format).map_or_else(|| built_in(*format), |code| shown(code))
    }
}

/// Formats that have a number only, as ECMA-376 Part 1, 18.8.30 lists them.
fn built_in(format: u16) -> Shown {
    match format {
        9 | 10 => Shown::Number(Form::Percent),
        17 => Shown::Day { month_only: true },
        14..=16 | 22 => Shown::Day { month_only: false },
        18..=21 | 45..=47 => Shown::Time,
        other if is_nameless_day(u32::from(other)) => Shown::Day { month_only: false },
        _ => Shown::Number(Form::Plain),
    }
}

pub(super) fn read(file: &Place, stream: &[u8]) -> Result<Globals, Problem> {
    let mut globals = Globals::default();
    let mut records = Records::of(stream);
    while let Some(record) = records.next().map_err(|_| problem::truncated(file))? {
        let data = record.data;
        match record.kind {
            kind::BEGIN if u16_at(data, 0) != Some(VERSION) => {
                return Err(problem::other_format(file, super::OLD));
            }
            kind::PASSWORD => return Err(problem::password(file)),
            kind::EPOCH if u16_at(data, 0) == Some(1) => globals.epoch = Epoch::Y1904,
            kind::STYLE => globals.styles.extend(u16_at(data, 2)),
            kind::FORMAT => {
                let code = data.get(2..).and_then(|code| Pieces::alone(code).text());
                globals.formats.extend(u16_at(data, 0).zip(code));
            }
            kind::TAB => globals.tabs.extend(tab(data)),
            kind::TEXTS => {
                let mut pieces = Pieces::of(record, 8);
                while !pieces.is_empty() {
                    let text = pieces.text().ok_or_else(|| problem::damaged(file, None, "a text that does not end"))?;
                    globals.texts.push(Arc::from(text));
                    if globals.texts.len() > MAX_CELLS {
                        return Err(problem::too_much(file, "Workbook"));
                    }
                }
            }
            kind::END => return Ok(globals),
            _ => {}
        }
    }
    Err(problem::truncated(file))
}

fn tab(data: &[u8]) -> Option<Tab> {
    let name = Pieces::alone(data.get(6..)?).short_text()?;
    Some(Tab {
        name: Arc::from(name.replace('\0', "")),
        hidden: data.get(4)? & 0x03 != 0,
        holds_cells: *data.get(5)? == 0,
        position: size_at(data, 0)?,
    })
}
