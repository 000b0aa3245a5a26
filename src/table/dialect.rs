//! From the bytes of a file to text whose rows can be told apart: encoding, separator, quotation marks.
//!
//! What the engine would read leniently and differently from its author is refused here, with its line.

use super::problem;
use crate::diagnostic::Diagnostic;
use crate::place::Place;

use super::{MAX_BYTES, MAX_ROWS};

/// The text of a table from its header on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Source<'a> {
    /// Header and rows.
    pub(super) text: &'a str,
    /// The line of the file on which the text begins.
    pub(super) line: u32,
    /// Comma or semicolon.
    pub(super) separator: u8,
}

impl Source<'_> {
    /// The separator's name in a sentence.
    pub(super) fn separator_name(&self) -> &'static str {
        if self.separator == b';' { "titik koma" } else { "koma" }
    }
}

/// Finds out how a file is written; the first thing that makes it unreadable otherwise.
pub(super) fn recognise<'a>(bytes: &'a [u8], file: &Place) -> Result<Source<'a>, Box<Diagnostic>> {
    let size = bytes.len() as u64;
    if size > MAX_BYTES {
        return Err(Box::new(problem::too_large(file.clone(), size)));
    }
    if let Some(what) = other_format(bytes) {
        return Err(Box::new(problem::not_csv(file.clone(), what)));
    }
    if is_utf_16(bytes) {
        return Err(Box::new(problem::utf_16(file.clone())));
    }
    let text = decode(bytes, file)?;
    let source = header(text, file)?;
    check_quotes(&source, file)?;
    Ok(source)
}

/// What a file is that only bears the name of a CSV file.
fn other_format(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..bytes.len().min(256)).unwrap_or_default();
    let start = head.trim_ascii_start();
    let begins = |mark: &[u8]| start.get(..mark.len()).is_some_and(|part| part.eq_ignore_ascii_case(mark));
    if begins(b"PK\x03\x04") || begins(b"\xD0\xCF\x11\xE0") {
        Some("buku kerja")
    } else if begins(b"<!doctype html") || begins(b"<html") || begins(b"<table") {
        Some("halaman web")
    } else if begins(b"%PDF-") {
        Some("dokumen PDF")
    } else {
        None
    }
}

/// By its mark, or because every other byte of the first characters is zero.
fn is_utf_16(bytes: &[u8]) -> bool {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => true,
        [a, b, c, d, ..] => (*a == 0) != (*b == 0) && (*a == 0) == (*c == 0) && (*b == 0) == (*d == 0),
        _ => false,
    }
}

fn decode<'a>(bytes: &'a [u8], file: &Place) -> Result<&'a str, Box<Diagnostic>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes);
    let (valid, invalid) = bytes.split_at(text.err().map_or(bytes.len(), |error| error.valid_up_to()));
    let at = |offset: usize| {
        let before = bytes.get(..offset).unwrap_or_default();
        let line = line_of(1, before);
        let in_line = before.iter().rev().take_while(|byte| !matches!(byte, b'\n' | b'\r')).count() + 1;
        (file.at_row(line), line, in_line)
    };
    // Asked of the whole first: a table without one, as all are, is searched several bytes at a time.
    if valid.contains(&0) {
        let (row, line, byte) = at(valid.iter().take_while(|byte| **byte != 0).count());
        return Err(Box::new(problem::nul(row, line, byte)));
    }
    text.map_err(|_| {
        let (row, line, byte) = at(valid.len());
        Box::new(problem::not_utf_8(row, line, byte, invalid.first().copied().unwrap_or_default()))
    })
}

/// The line that follows these bytes, which begin on a line of their own.
fn line_of(first: u32, before: &[u8]) -> u32 {
    let mut lines = LineCounter::new(first);
    lines.advance(before);
    lines.line
}

/// Counts lines as editors do: a line feed, a carriage return, or the pair of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineCounter {
    /// The line reached.
    pub(super) line: u32,
    after_return: bool,
}

impl LineCounter {
    /// At the beginning of a line.
    pub(super) fn new(line: u32) -> Self {
        Self { line, after_return: false }
    }

    /// Past these bytes.
    pub(super) fn advance(&mut self, bytes: &[u8]) {
        // As a rule this is one line, of which only the end is looked at.
        let end = bytes.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r')).map_or(0, |last| last + 1);
        let (line, ends) = bytes.split_at(end);
        let several = line.contains(&b'\n') || line.contains(&b'\r');
        self.after_return &= several || line.is_empty();
        for byte in if several { bytes } else { ends } {
            let ends = *byte == b'\r' || (*byte == b'\n' && !self.after_return);
            self.line = self.line.saturating_add(u32::from(ends));
            self.after_return = *byte == b'\r';
        }
    }
}

/// Skips what stands before the header and finds the separator.
fn header<'a>(text: &'a str, file: &Place) -> Result<Source<'a>, Box<Diagnostic>> {
    let mut line = 1;
    let mut declared = None;
    let mut rest = text;
    loop {
        let (head, tail) = split_line(rest);
        let declaration = if line == 1 { separator_line(head) } else { None };
        if declaration.is_none() && !is_blank_line(head) {
            break;
        }
        declared = declared.or(declaration);
        if tail.is_empty() {
            return Err(Box::new(problem::empty(file.clone())));
        }
        rest = tail;
        line += 1;
    }
    let row = file.at_row(if declared.is_some() { 1 } else { line });
    let separator = match declared.unwrap_or_else(|| commonest(split_line(rest).0)) {
        "," => b',',
        ";" => b';',
        other => return Err(Box::new(problem::separator(row, &name_of(other)))),
    };
    Ok(Source { text: rest, line, separator })
}

fn split_line(text: &str) -> (&str, &str) {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    (line, rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest))
}

/// The separator that a spreadsheet program declares on the first line: `sep=;`.
fn separator_line(line: &str) -> Option<&str> {
    let line = line.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(line);
    let (key, value) = line.split_at_checked(4)?;
    key.eq_ignore_ascii_case("sep=").then_some(value)
}

fn is_blank_line(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || matches!(c, ',' | ';'))
}

/// Whichever separator stands most often in the header outside quotation marks. A header of one column needs none.
fn commonest(header: &str) -> &'static str {
    let count = |separator: char| {
        let mut quoted = false;
        let outside = header.chars().filter(|c| {
            quoted ^= *c == '"';
            !quoted && *c == separator
        });
        outside.count()
    };
    match (count(','), count(';'), count('\t'), count('|')) {
        (0, 0, 1.., _) => "\t",
        (0, 0, 0, 1..) => "|",
        (commas, semicolons, ..) if semicolons > commas => ";",
        _ => ",",
    }
}

fn name_of(separator: &str) -> String {
    match separator {
        "\t" | "" => "tab".to_owned(),
        other => crate::diagnostic::quote(other),
    }
}

/// Where the reader of quotation marks stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Plain,
    Quoted,
    /// After a quotation mark within a quoted cell: its end, or the first of a pair.
    Mark,
}

/// Refuses quotation marks that are never closed or closed in the middle of a cell, and counts rows.
fn check_quotes(source: &Source<'_>, file: &Place) -> Result<(), Box<Diagnostic>> {
    let text = source.text.as_bytes();
    if text.len() <= MAX_ROWS && !text.contains(&b'"') {
        return Ok(());
    }
    let line_at = |offset: usize| line_of(source.line, text.get(..offset).unwrap_or_default());
    let (mut state, mut opened, mut rows) = (State::Start, 0, 0_usize);
    for (at, byte) in text.iter().copied().enumerate() {
        let ends_cell = byte == source.separator;
        let ends_row = matches!(byte, b'\n' | b'\r');
        state = match (state, byte) {
            (State::Start, b'"') => {
                opened = at;
                State::Quoted
            }
            (State::Quoted, b'"') => State::Mark,
            (State::Mark, b'"') | (State::Quoted, _) => State::Quoted,
            _ if ends_cell => State::Start,
            _ if ends_row => {
                rows += usize::from(!matches!((state, byte), (State::Start, b'\n')));
                State::Start
            }
            (State::Mark, _) => {
                let opened = line_at(opened);
                return Err(Box::new(problem::quote_rest(file.at_row(opened), opened, line_at(at))));
            }
            _ => State::Plain,
        };
    }
    if state == State::Quoted {
        let opened = line_at(opened);
        return Err(Box::new(problem::quote_open(file.at_row(opened), opened)));
    }
    // The header is a row of the text, but not of the table.
    if rows > MAX_ROWS + 1 { Err(Box::new(problem::too_many_rows(file.clone(), rows - 1))) } else { Ok(()) }
}
