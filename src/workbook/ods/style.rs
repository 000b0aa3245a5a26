//! The styles of ODS, as far as they say what a reader sees.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::xml::{Source, Stumble, attribute};

/// More styles than a file needs.
const MAX_STYLES: usize = 100_000;

/// The styles met so far. They stand ahead of the tables.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// The format of numbers behind each style of cells.
    formats: HashMap<String, String>,
    /// The format of days that is being read.
    format: Option<String>,
    /// The style that is being read.
    style: Option<String>,
    months: HashSet<String>,
    days: HashSet<String>,
    hidden: HashSet<String>,
}

impl Styles {
    /// Meets every element of a part.
    pub(super) fn meet_all<R: Read>(&mut self, source: &mut Source<R>) -> Result<(), Stumble> {
        loop {
            match source.next()? {
                Event::Start(start) => self.meet(&start)?,
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// Meets an element outside of the tables.
    pub(super) fn meet(&mut self, start: &BytesStart<'_>) -> Result<(), Stumble> {
        if self.formats.len() + self.months.len() + self.days.len() + self.hidden.len() > MAX_STYLES {
            return Err(Stumble::Xml("too many styles".to_owned()));
        }
        match start.name().as_ref() {
            "style:style" => {
                self.style = attribute(start, "style:name")?;
                if let (Some(style), Some(format)) = (&self.style, attribute(start, "style:data-style-name")?) {
                    self.formats.insert(style.clone(), format);
                }
            }
            "style:table-properties" if attribute(start, "table:display")?.as_deref() == Some("false") => {
                self.hidden.extend(self.style.clone());
            }
            "number:date-style" => self.format = attribute(start, "style:name")?,
            "number:number-style"
            | "number:percentage-style"
            | "number:time-style"
            | "number:text-style"
            | "number:currency-style"
            | "number:boolean-style" => self.format = None,
            "number:month" => self.months.extend(self.format.clone()),
            "number:day" | "number:day-of-week" | "number:hours" => self.days.extend(self.format.clone()),
            _ => {}
        }
        Ok(())
    }

    /// Whether a style of tables hides them.
    pub(super) fn hides_table(&self, style: &str) -> bool {
        self.hidden.contains(style)
    }

    /// Whether a style of cells shows no more of a day than its month and year.
    pub(super) fn shows_month(&self, style: &str) -> bool {
        self.formats.get(style).is_some_and(|format| self.months.contains(format) && !self.days.contains(format))
    }
}
