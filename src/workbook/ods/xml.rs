//! The XML of ODS as a stream of events.

use std::io::{BufReader, Read};

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::workbook::limit::MAX_TEXT;
use crate::workbook::problem::Problem;

/// Why reading ends.
#[derive(Debug)]
pub(super) enum Stumble {
    /// The XML is broken; the parser's own words.
    Xml(String),
    /// What it says is not accepted.
    Refused(Problem),
}

impl From<Problem> for Stumble {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}

impl From<quick_xml::Error> for Stumble {
    fn from(error: quick_xml::Error) -> Self {
        Self::Xml(error.to_string())
    }
}

impl From<quick_xml::events::attributes::AttrError> for Stumble {
    fn from(error: quick_xml::events::attributes::AttrError) -> Self {
        Self::Xml(error.to_string())
    }
}

/// Where the events come from.
pub(super) struct Source<R> {
    reader: Reader<BufReader<R>>,
    buffer: Vec<u8>,
}

impl<R: Read> Source<R> {
    pub(super) fn new(part: R) -> Self {
        let mut reader = Reader::from_reader(BufReader::new(part));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new() }
    }

    pub(super) fn next(&mut self) -> Result<Event<'_>, Stumble> {
        self.buffer.clear();
        Ok(self.reader.read_event_into(&mut self.buffer)?)
    }

    /// Passes everything up to the end of the element that has just begun.
    pub(super) fn skip(&mut self, name: &str) -> Result<(), Stumble> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()? {
                Event::Start(start) if start.name().as_ref() == name => depth += 1,
                Event::End(end) if end.name().as_ref() == name => depth -= 1,
                Event::Eof => return Err(Stumble::Xml(format!("{name} without end"))),
                _ => {}
            }
        }
        Ok(())
    }

    /// The paragraphs of a cell that has just begun, up to its end; a little more than a cell may hold at most.
    pub(super) fn text(&mut self, cell: &str) -> Result<String, Stumble> {
        let mut text = String::new();
        let mut paragraphs = 0_usize;
        loop {
            let full = text.len() > MAX_TEXT * 4;
            match self.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "text:p" => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                    }
                    "text:s" => {
                        let spaces = number(&start, "text:c")?.unwrap_or(1);
                        let spaces = usize::try_from(spaces).unwrap_or(MAX_TEXT).min(MAX_TEXT + 1);
                        text.push_str(&" ".repeat(if full { 0 } else { spaces }));
                    }
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    "text:span" | "text:a" | "text:list" | "text:list-item" | "text:h" => {}
                    other => {
                        let other = other.to_owned();
                        self.skip(&other)?;
                    }
                },
                Event::Text(part) if paragraphs > 0 && !full => text.push_str(&part.xml10_content()),
                Event::CData(part) if paragraphs > 0 && !full => text.push_str(&part.xml10_content()),
                Event::GeneralRef(entity) if paragraphs > 0 && !full => match entity.resolve_char_ref()? {
                    Some(ch) => text.push(ch),
                    None => text.push_str(resolve_predefined_entity(&entity).unwrap_or("\u{FFFD}")),
                },
                Event::End(end) if end.name().as_ref() == cell => return Ok(text),
                Event::Eof => return Err(Stumble::Xml("a cell without end".to_owned())),
                _ => {}
            }
        }
    }
}

/// The value of an attribute.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, Stumble> {
    let Some(found) = start.try_get_attribute(name)? else { return Ok(None) };
    Ok(Some(found.normalized_value(XmlVersion::Implicit1_0)?.into_owned()))
}

/// The value of an attribute that is a whole number; a larger one than any sheet needs is the largest.
pub(super) fn number(start: &BytesStart<'_>, name: &str) -> Result<Option<u32>, Stumble> {
    let Some(text) = attribute(start, name)? else { return Ok(None) };
    let number = text.trim().parse::<u64>().map_err(|_| Stumble::Xml(format!("{name}=\"{text}\"")))?;
    Ok(Some(u32::try_from(number).unwrap_or(u32::MAX)))
}
