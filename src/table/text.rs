//! Text of cells: one spelling for the same characters, line breaks kept, nothing that a page cannot hold.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::fonts::{self, Unprintable};

/// At most this many characters stand in one cell, as in the spreadsheets the files come from.
pub(super) const MAX_CHARS: usize = 32_767;

/// At most this many characters stand between two white spaces: no line of a page holds more.
pub(super) const MAX_WORD_CHARS: usize = 200;

/// Why a text cannot stand in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadText {
    /// A character that cannot be printed, and which one of the text it is, from 1.
    Character(Unprintable, usize),
    /// So many characters in all.
    Length(usize),
    /// So many characters without a white space.
    Word(usize),
}

/// A text as it is kept: trimmed, in the normal form C of Unicode, every kind of line break as one line feed, a tab as a
/// space.
pub(super) fn read(raw: &str) -> Result<String, BadText> {
    let text = tidy(raw.trim());
    check(&text)?;
    Ok(text.into_owned())
}

/// Whether a text is already what [`read`] makes of it.
pub(super) fn is_tidy(text: &str) -> bool {
    !text.is_empty() && text.trim().len() == text.len() && tidy(text) == text && check(text).is_ok()
}

fn tidy(trimmed: &str) -> Cow<'_, str> {
    if trimmed.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Cow::Borrowed(trimmed);
    }
    let breaks = |c| matches!(c, '\r' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let text = if trimmed.contains(breaks) {
        let lines = trimmed.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
        Cow::Owned(lines.replace('\t', " "))
    } else {
        Cow::Borrowed(trimmed)
    };
    if is_nfc(&text) { text } else { Cow::Owned(text.nfc().collect()) }
}

fn check(text: &str) -> Result<(), BadText> {
    if let Err(refusal) = fonts::check_text(text) {
        let at = text.chars().take_while(|c| *c != refusal.ch).count() + 1;
        return Err(BadText::Character(refusal, at));
    }
    if text.len() > MAX_CHARS {
        let length = text.chars().count();
        if length > MAX_CHARS {
            return Err(BadText::Length(length));
        }
    }
    match longest_word(text) {
        length if length > MAX_WORD_CHARS => Err(BadText::Word(length)),
        _ => Ok(()),
    }
}

/// The longest run of characters at which no line can break. No-break spaces belong to the run.
fn longest_word(text: &str) -> usize {
    if text.len() <= MAX_WORD_CHARS {
        return 0;
    }
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}');
    text.split(breaks).map(|word| word.chars().count()).max().unwrap_or(0)
}
