//! The tags of an XML part as they stream by, and what is collected from them.
//!
//! Owns: finding tags in bytes without reading the XML ([`Scanner`]), refusing what no workbook holds (a document type,
//! another encoding), and the [`Facts`] of a part that the reader of cells does not tell: what is hidden, what is
//! merged, which formulas have no result. Which part is asked for what belongs to [`super::archive`].
//!
//! The scanner sees every byte of an archive, so it looks at each one once and takes attributes apart only where a tag
//! may say something. Cells are counted, not read: both passes meet them in the same order.

use super::facts::{Collector, Facts};

/// A tag longer than this is none that a spreadsheet program writes.
const MAX_TAG: usize = 1 << 20;

/// Why a part cannot be let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A document type, which may define entities.
    Doctype,
    /// Another encoding than UTF-8.
    Encoding,
    /// A tag that does not end.
    Endless,
    /// A count or an extent that no spreadsheet can have.
    Count,
    /// More of something than is read: merged areas, texts, formats.
    Many,
    /// A text longer than a cell may hold.
    Text,
}

/// One tag, without its brackets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    /// The name without its prefix.
    pub(super) name: &'a [u8],
    /// What stands behind the name.
    pub(super) rest: &'a [u8],
    /// How many bytes the whole tag has.
    pub(super) length: usize,
}

impl<'a> Tag<'a> {
    /// The attributes in order: name with its prefix, and value as it stands in the file.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> + use<'a> {
        let mut rest = self.rest;
        std::iter::from_fn(move || {
            let (key, after) = rest.split_at_checked(position(rest, b'=')?)?;
            let after = after.get(1..)?.trim_ascii_start();
            let (quote, inside) = after.split_first()?;
            let (value, after) = inside.split_at_checked(position(inside, *quote)?)?;
            rest = after.get(1..)?;
            Some((key.trim_ascii(), value))
        })
    }

    /// The value of an attribute, when it is ASCII and so without a need to be decoded.
    pub(super) fn attribute(&self, name: &[u8]) -> Option<&'a str> {
        let (_, value) = self.attributes().find(|(key, _)| *key == name)?;
        std::str::from_utf8(value).ok()
    }
}

/// Looks for tags in a part that arrives in pieces.
#[derive(Debug, Default)]
pub(super) struct Scanner {
    pending: Vec<u8>,
    text: usize,
    collector: Collector,
}

impl Scanner {
    /// Takes the next piece.
    pub(super) fn feed(&mut self, piece: &[u8]) -> Result<(), Fault> {
        if piece.contains(&0) {
            return Err(Fault::Encoding);
        }
        let mut pending = std::mem::take(&mut self.pending);
        pending.extend_from_slice(piece);
        let left = self.scan(&pending)?;
        let done = pending.len() - left;
        if left > MAX_TAG {
            return Err(Fault::Endless);
        }
        pending.copy_within(done.., 0);
        pending.truncate(left);
        self.pending = pending;
        Ok(())
    }

    /// What was collected.
    pub(super) fn finish(self) -> Facts {
        self.collector.finish()
    }

    /// Meets every whole tag; how many bytes at the end belong to one that is not whole.
    fn scan(&mut self, bytes: &[u8]) -> Result<usize, Fault> {
        let mut rest = bytes;
        loop {
            let Some(at) = position(rest, b'<') else {
                self.text += rest.len();
                self.collector.text(self.text)?;
                return Ok(0);
            };
            let (before, from) = rest.split_at(at);
            let Some((inside, after)) = tag(from)? else {
                self.text += before.len();
                return Ok(from.len());
            };
            self.text += before.len();
            self.collector.text(self.text)?;
            if inside.first() == Some(&b'!') {
                // Remarks and quoted text stand inside of a text and do not end it.
                self.text += inside.len();
            } else {
                let text = std::mem::take(&mut self.text);
                self.meet(inside, text)?;
            }
            rest = after;
        }
    }

    fn meet(&mut self, inside: &[u8], text: usize) -> Result<(), Fault> {
        match inside.first() {
            Some(b'?') => declaration(inside),
            Some(b'/') => {
                let name = inside.get(1..).unwrap_or_default().trim_ascii_end();
                self.collector.close(local(name), text);
                Ok(())
            }
            _ => {
                let (inside, closed) = inside.strip_suffix(b"/").map_or((inside, false), |inside| (inside, true));
                let end = inside.iter().position(u8::is_ascii_whitespace).unwrap_or(inside.len());
                let (name, rest) = inside.split_at(end);
                let tag = Tag { name: local(name), rest, length: inside.len() };
                self.collector.open(&tag)?;
                if closed {
                    self.collector.close(tag.name, 0);
                }
                Ok(())
            }
        }
    }
}

/// An XML declaration may only name the encoding that everything here is read in.
fn declaration(inside: &[u8]) -> Result<(), Fault> {
    let Some(rest) = inside.strip_prefix(b"?xml") else { return Ok(()) };
    let tag = Tag { name: b"xml", rest, length: inside.len() };
    match tag.attribute(b"encoding") {
        Some(encoding) if !encoding.eq_ignore_ascii_case("utf-8") && !encoding.eq_ignore_ascii_case("us-ascii") => {
            Err(Fault::Encoding)
        }
        _ => Ok(()),
    }
}

/// What stands in brackets, and behind them.
type Split<'a> = (&'a [u8], &'a [u8]);

/// What stands in the brackets that open here, and what behind them; nothing when they do not close yet.
fn tag(from: &[u8]) -> Result<Option<Split<'_>>, Fault> {
    let Some(inside) = from.get(1..) else { return Ok(None) };
    let split = |end: usize, closing: usize| Some((inside.get(..end)?, inside.get(end + closing..)?));
    let Some(first) = inside.first() else { return Ok(None) };
    Ok(match first {
        b'!' if inside.starts_with(b"!--") => find(inside, 3, b"-->").and_then(|end| split(end, 3)),
        b'!' if inside.starts_with(CDATA) => find(inside, CDATA.len(), b"]]>").and_then(|end| split(end, 3)),
        b'!' if b"!--".starts_with(inside) || CDATA.starts_with(inside) => None,
        b'!' => return Err(Fault::Doctype),
        b'?' => find(inside, 1, b"?>").and_then(|end| split(end, 2)),
        b'/' => position(inside, b'>').and_then(|end| split(end, 1)),
        _ => unquoted_end(inside).and_then(|end| split(end, 1)),
    })
}

const CDATA: &[u8] = b"![CDATA[";

/// Where a tag ends: a bracket inside a value does not close it.
fn unquoted_end(inside: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in inside.iter().enumerate() {
        match (quote, *byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn position(bytes: &[u8], wanted: u8) -> Option<usize> {
    bytes.iter().position(|byte| *byte == wanted)
}

fn find(bytes: &[u8], from: usize, wanted: &[u8]) -> Option<usize> {
    let windows = bytes.get(from..)?.windows(wanted.len());
    windows.into_iter().position(|window| window == wanted).map(|at| from + at)
}

fn local(name: &[u8]) -> &[u8] {
    name.iter().rposition(|byte| *byte == b':').and_then(|at| name.get(at + 1..)).unwrap_or(name)
}
