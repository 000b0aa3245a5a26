//! What a server says: a code, perhaps an enhanced one, and words that nobody may trust.

use std::fmt::Write as _;

use crate::fonts;

/// No line of a reply is longer, in bytes. RFC 5321 knows 512.
const MAX_LINE: usize = 2 << 10;

/// No reply is longer, in bytes.
const MAX_REPLY: usize = 64 << 10;

/// So many characters of its words are kept.
const MAX_WORDS: usize = 300;

/// A reply of one code on all its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) code: u16,
    /// The enhanced code (RFC 3463) before the words of the first line.
    pub(super) status: Option<[u16; 3]>,
    /// What follows the code on each line, as it was said.
    pub(super) lines: Vec<String>,
}

/// Bytes that are no reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Odd {
    /// More than a server may say.
    Long,
    /// Of another shape; its first line, escaped.
    Shape(String),
}

impl Reply {
    /// Takes the first reply out of what was heard; `None` while its end is missing.
    pub(super) fn take(heard: &mut Vec<u8>) -> Result<Option<Self>, Odd> {
        let mut code = None;
        let mut lines = Vec::new();
        let mut start = 0;
        for (end, _) in heard.iter().enumerate().filter(|(_, byte)| **byte == b'\n') {
            let whole = heard.get(start..=end).unwrap_or_default();
            let read =
                if end.saturating_sub(start) > MAX_LINE || end > MAX_REPLY { Err(Odd::Long) } else { line(whole) };
            let (found, last, words) = read?;
            if *code.get_or_insert(found) != found {
                return Err(odd(whole));
            }
            lines.push(words);
            if last {
                heard.drain(..=end);
                let status = lines.first().and_then(|words| status(words));
                return Ok(Some(Self { code: found, status, lines }));
            }
            start = end.saturating_add(1);
        }
        let rest = heard.len().saturating_sub(start);
        if rest > MAX_LINE || heard.len() > MAX_REPLY { Err(Odd::Long) } else { Ok(None) }
    }

    /// Whether it says this and nothing against it.
    pub(super) fn is_exactly(&self, code: u16) -> bool {
        self.code == code && self.status.is_none_or(|[class, ..]| class == code / 100)
    }

    /// Its words in one line, bounded, with nothing in them that a terminal obeys.
    pub(super) fn words(&self) -> String {
        escaped(self.lines.join(" ").trim())
    }
}

/// Code, whether it is the last line, words.
fn line(whole: &[u8]) -> Result<(u16, bool, String), Odd> {
    let inner = whole.strip_suffix(b"\r\n").filter(|inner| !inner.contains(&b'\r')).ok_or_else(|| odd(whole))?;
    let (digits, rest) = inner.split_at_checked(3).ok_or_else(|| odd(whole))?;
    let code = std::str::from_utf8(digits).ok().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let code = code.and_then(|text| text.parse().ok()).ok_or_else(|| odd(whole))?;
    let (last, words) = match rest.split_first() {
        None => (true, rest),
        Some((b' ', words)) => (true, words),
        Some((b'-', words)) => (false, words),
        Some(_) => return Err(odd(whole)),
    };
    Ok((code, last, String::from_utf8_lossy(words).into_owned()))
}

fn odd(line: &[u8]) -> Odd {
    Odd::Shape(escaped(String::from_utf8_lossy(line).trim()))
}

fn status(words: &str) -> Option<[u16; 3]> {
    let word = words.split(' ').next()?;
    let mut numbers = word.split('.').map(|part| {
        let plain = (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse().ok().filter(|_| plain)
    });
    let status = [numbers.next()??, numbers.next()??, numbers.next()??];
    (numbers.next().is_none() && matches!(status, [2 | 4 | 5, ..])).then_some(status)
}

/// Words of others as they may be shown and kept.
fn escaped(words: &str) -> String {
    let mut shown = String::new();
    for ch in words.chars().take(MAX_WORDS) {
        match fonts::unseen(ch) {
            None => shown.push(ch),
            Some(_) => {
                let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(ch));
            }
        }
    }
    if words.chars().nth(MAX_WORDS).is_some() {
        shown.push('…');
    }
    shown
}
