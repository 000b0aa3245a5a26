//! From the codes of a font to text, as the file itself says.

use std::collections::HashMap;

use lopdf::{Dictionary, Encoding, Object};

use super::super::{Bound, MAX_CODES, Refusal};
use super::look::Look;

/// What the codes of a font stand for.
#[derive(Debug, Default)]
pub(super) struct Font {
    /// Text by length of a code in bytes, and code.
    letters: HashMap<(usize, u32), String>,
    /// The ranges that codes lie in: length, first, last.
    ranges: Vec<(usize, u32, u32)>,
}

impl Font {
    pub(super) fn new<'a>(look: &Look<'a>, dict: &'a Dictionary) -> Result<Self, Refusal> {
        let mut font = Self::default();
        let wide = look.name(dict, b"Subtype") == b"Type0";
        if !wide {
            font.read_encoding(look, dict);
        }
        if let Object::Stream(stream) = look.get(dict, b"ToUnicode") {
            let map = look.inflated(stream)?.unwrap_or_default();
            font.read_map(&map).ok_or(Refusal::TooLarge(Bound::Codes))?;
        }
        if !wide {
            font.ranges = vec![(1, 0, 0xFF)];
        } else if matches!(look.name(dict, b"Encoding"), b"Identity-H" | b"Identity-V") {
            font.ranges = vec![(2, 0, 0xFFFF)];
        }
        Ok(font)
    }

    /// The codes of a string, each with its text when it has one.
    pub(super) fn read<'s>(&'s self, string: &'s [u8]) -> impl Iterator<Item = Option<&'s str>> {
        let mut rest = string;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let length = (1..=4).find(|length| {
                rest.get(..*length).is_some_and(|code| {
                    let code = number(code);
                    self.ranges.iter().any(|(own, first, last)| own == length && (*first..=*last).contains(&code))
                })
            });
            let (code, after) = rest.split_at(length.unwrap_or(1).min(rest.len()));
            rest = after;
            Some(length.and_then(|length| self.letters.get(&(length, number(code)))).map(String::as_str))
        })
    }

    /// The letters of a font with one byte for each code. One without an encoding of its own that brings its glyphs
    /// along has no letters but those of its map.
    fn read_encoding<'a>(&mut self, look: &Look<'a>, dict: &'a Dictionary) {
        let said = look.get(dict, b"Encoding");
        let about = look.dict(dict, b"FontDescriptor");
        let embedded =
            about.is_some_and(|about| [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| about.has(key)));
        if matches!(said, Object::Null) && (embedded || look.name(dict, b"Subtype") == b"Type3") {
            return;
        }
        let mut plain = dict.clone();
        plain.remove(b"ToUnicode");
        let Ok(encoding) = plain.get_font_encoding(look.document) else { return };
        // Names of glyphs that stand for nothing give the standard letters in their place, which are none of this font.
        let named = matches!(said, Object::Dictionary(said) if said.has(b"Differences"));
        if named && !matches!(encoding, Encoding::Differences(_)) {
            return;
        }
        for byte in u8::MIN..=u8::MAX {
            if let Ok(text) = encoding.bytes_to_string(&[byte]) {
                self.learn(1, u32::from(byte), text);
            }
        }
    }

    /// Text that is none is not learnt: the code then stands for nothing.
    fn learn(&mut self, length: usize, code: u32, text: String) {
        if !text.is_empty() && !text.contains(['\0', char::REPLACEMENT_CHARACTER]) {
            self.letters.insert((length, code), text);
        }
    }

    /// Reads a map to Unicode; nothing when it is too long.
    fn read_map(&mut self, map: &[u8]) -> Option<()> {
        let mut given: Vec<Token<'_>> = Vec::new();
        let mut left = MAX_CODES;
        for token in Tokens(map) {
            let Token::Word(word) = token else {
                given.push(token);
                continue;
            };
            match word {
                b"endcodespacerange" => {
                    for pair in given.chunks_exact(2) {
                        if let [Token::Code(first), Token::Code(last)] = pair {
                            self.ranges.push((first.len(), number(first), number(last)));
                        }
                    }
                }
                b"endbfchar" => {
                    left = left.checked_sub(given.len())?;
                    for pair in given.chunks_exact(2) {
                        if let [Token::Code(code), Token::Code(text)] = pair {
                            self.learn(code.len(), number(code), unicode(text, 0));
                        }
                    }
                }
                b"endbfrange" => self.read_ranges(&given, &mut left)?,
                _ => {}
            }
            given.clear();
        }
        Some(())
    }

    /// `<first> <last> <text>`, or `<first> <last> [<text> <text> …]`.
    fn read_ranges(&mut self, given: &[Token<'_>], left: &mut usize) -> Option<()> {
        let mut rest = given;
        while let [Token::Code(first), Token::Code(last), target, after @ ..] = rest {
            let (length, first, last) = (first.len(), number(first), number(last));
            rest = after;
            let count = usize::try_from(last.saturating_sub(first)).ok()?.saturating_add(1);
            *left = left.checked_sub(count)?;
            match target {
                Token::Code(text) => {
                    for (code, further) in (first..=last).zip(0_u32..) {
                        self.learn(length, code, unicode(text, further));
                    }
                }
                Token::Open => {
                    let end = rest.iter().position(|token| matches!(token, Token::Close)).unwrap_or(rest.len());
                    for (code, token) in (first..=last).zip(rest.iter().take(end)) {
                        if let Token::Code(text) = token {
                            self.learn(length, code, unicode(text, 0));
                        }
                    }
                    rest = rest.get(end + 1..).unwrap_or_default();
                }
                _ => return Some(()),
            }
        }
        Some(())
    }
}

/// A code as a number; of more than four bytes the last four.
fn number(code: &[u8]) -> u32 {
    code.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// UTF-16, its last unit moved on.
fn unicode(bytes: &[u8], further: u32) -> String {
    let mut units: Vec<u16> = bytes.chunks(2).map(|pair| u16::try_from(number(pair)).unwrap_or_default()).collect();
    if let Some(last) = units.last_mut() {
        *last = u16::try_from(u32::from(*last) + further).unwrap_or_default();
    }
    String::from_utf16_lossy(&units)
}

/// What a map is written in.
enum Token<'a> {
    Code(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

/// The tokens of a map; names, numbers and comments are words like others.
struct Tokens<'a>(&'a [u8]);

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        const BREAKS: &[u8] = b"<>[]()%/";
        loop {
            let start = self.0.iter().position(|byte| !byte.is_ascii_whitespace() && *byte != 0)?;
            let tail = self.0.get(start..)?;
            let until = |found: &dyn Fn(u8) -> bool| tail.iter().position(|byte| found(*byte)).unwrap_or(tail.len());
            let (token, length) = match tail {
                [b'[', ..] => (Some(Token::Open), 1),
                [b']', ..] => (Some(Token::Close), 1),
                [b'<', b'<', ..] => (None, 2),
                [b'<', ..] => {
                    let end = until(&|byte| byte == b'>');
                    (Some(Token::Code(hexadecimal(tail.get(1..end)?))), end + 1)
                }
                [b'%', ..] => (None, until(&|byte| matches!(byte, b'\n' | b'\r'))),
                [byte, ..] if BREAKS.contains(byte) => (None, 1),
                _ => {
                    let end = until(&|byte| byte.is_ascii_whitespace() || byte == 0 || BREAKS.contains(&byte));
                    (Some(Token::Word(tail.get(..end)?)), end)
                }
            };
            self.0 = tail.get(length..).unwrap_or_default();
            if token.is_some() {
                return token;
            }
        }
    }
}

/// Bytes from hexadecimal digits; a last one alone counts as if a nought followed.
fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits
        .iter()
        .filter_map(|digit| char::from(*digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit) << (4 * (2 - pair.len())))
        .collect()
}
