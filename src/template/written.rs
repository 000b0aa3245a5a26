//! A template as a text of its own: a mail, plain or in HTML, with every reference replaced by its value.
//!
//! Three kinds of words meet in it, and each is treated by where it comes from. **Values** are data: in HTML every one is
//! escaped, and in either form it stays within its line, so that no cell can begin a paragraph. **Sentences** are prose for
//! reports, alternative texts and mails alike: they know nothing of HTML and are escaped as well. **What the template
//! says itself** is its structure and trusted.

use std::borrow::Cow;

use super::LineMap;
use super::bound::{Marker, Piece};
use crate::place::Printed;

/// Files below this folder hold sentences: prose without markup.
const PROSE: &str = "_kalimat/";

/// What a template is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text. No-break spaces become ordinary ones: a reader searches, quotes and breaks the lines of such a mail
    /// with programs that take U+00A0 for a letter.
    Text,
    /// HTML, where a no-break space does its work.
    Html,
}

/// Puts the values where the references stand. `text` is free of marks, `lines` says where it came from.
pub(super) fn write(text: &str, lines: &LineMap, marker: &Marker, values: &[Printed], form: Form) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for (file, part) in lines.parts(text) {
        let is_prose = file.is_some_and(|file| file.starts_with(PROSE));
        for piece in marker.pieces(part) {
            match (piece, form) {
                (Piece::Prose(words), Form::Text) => out.push_str(&ordinary_spaces(words)),
                (Piece::Prose(words), Form::Html) if is_prose => escape(words, &mut out),
                (Piece::Prose(words), Form::Html) => out.push_str(words),
                (Piece::Value(index), form) => {
                    let value = values.get(index).map(|value| within_a_line(&value.text)).unwrap_or_default();
                    match form {
                        Form::Text => out.push_str(&ordinary_spaces(&value)),
                        Form::Html => escape(&value, &mut out),
                    }
                }
            }
        }
    }
    tidy(&out)
}

/// A finished string as plain text: one line, ordinary spaces.
#[must_use]
pub fn plain_line(text: &str) -> String {
    ordinary_spaces(&within_a_line(text)).into_owned()
}

fn ordinary_spaces(text: &str) -> Cow<'_, str> {
    if text.contains('\u{a0}') { Cow::Owned(text.replace('\u{a0}', " ")) } else { Cow::Borrowed(text) }
}

/// Line feeds and tabs of a value become spaces, runs of them one.
fn within_a_line(value: &str) -> Cow<'_, str> {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if !value.contains(breaks) {
        return Cow::Borrowed(value);
    }
    Cow::Owned(value.split(breaks).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
}

fn escape(text: &str, out: &mut String) {
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(ch),
        }
    }
}

/// No blanks at the ends of lines, never two empty lines in a row (a condition that does not hold leaves its line behind),
/// none at the beginning, one line feed at the end.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut empty = true;
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && empty) {
            out.push_str(line);
            out.push('\n');
        }
        empty = line.is_empty();
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}
