//! The objects of a PDF, as they stand in its bytes.

use std::borrow::Cow;

/// Objects stand at most so deep in each other.
const MAX_DEPTH: usize = 32;
/// One object holds at most so many others.
const MAX_ITEMS: usize = 200_000;

/// One object. Real numbers are null: nothing on the way to an attachment is one.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object<'a> {
    Null,
    Whole(i64),
    Name(Cow<'a, [u8]>),
    Text(Cow<'a, [u8]>),
    Array(Vec<Object<'a>>),
    Dict(Dict<'a>),
    /// The number of another object.
    Reference(u32),
}

/// Values by name, in the order of the file; of two of one name the first counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dict<'a>(Vec<(Cow<'a, [u8]>, Object<'a>)>);

impl<'a> Dict<'a> {
    pub(super) fn get(&self, name: &[u8]) -> Option<&Object<'a>> {
        let entry = self.0.iter().find(|(key, _)| key.as_ref() == name)?;
        (entry.1 != Object::Null).then_some(&entry.1)
    }
}

/// Where a needle first stands.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}

/// A text string: UTF-16 behind its mark, UTF-8 behind its own, else one letter for each byte.
pub(super) fn text(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units = wide.chunks_exact(2).map(|pair| match pair {
            [high, low] => u16::from_be_bytes([*high, *low]),
            _ => 0,
        });
        return char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    }
    if let Some(own) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return String::from_utf8_lossy(own).into_owned();
    }
    bytes.iter().copied().map(char::from).collect()
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// Reads objects from a place on. Gives nothing for what is no object, and for what would cost more than allowed.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    end: usize,
    items: usize,
}

impl<'a> Reader<'a> {
    /// A reader at a place that looks at no more than `work` bytes behind it.
    pub(super) fn new(bytes: &'a [u8], at: usize, work: usize) -> Self {
        Self { bytes, at, end: bytes.len().min(at.saturating_add(work)), items: 0 }
    }

    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Whether the allowed work is done, though the bytes go on.
    pub(super) fn is_exhausted(&self) -> bool {
        self.items > MAX_ITEMS || (self.at >= self.end && self.end < self.bytes.len())
    }

    pub(super) fn skip_to(&mut self, at: usize) {
        self.at = at;
    }

    fn peek(&self) -> Option<u8> {
        if self.at < self.end { self.bytes.get(self.at).copied() } else { None }
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// White space and comments.
    fn space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// A word of the format; the reader stays where it is when another one stands there.
    pub(super) fn word(&mut self, word: &[u8]) -> Option<()> {
        let start = self.at;
        self.space();
        if self.regular() == word {
            return Some(());
        }
        self.at = start;
        None
    }

    /// Letters up to the next white space or delimiter.
    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    /// A whole number.
    pub(super) fn whole(&mut self) -> Option<i64> {
        self.space();
        std::str::from_utf8(self.regular()).ok()?.parse().ok()
    }

    /// The place behind the line end that closes the word `stream`.
    pub(super) fn after_line_end(&mut self) -> Option<usize> {
        let _ = self.take(b'\r');
        self.take(b'\n')?;
        Some(self.at)
    }

    /// One object.
    pub(super) fn object(&mut self) -> Option<Object<'a>> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Option<Object<'a>> {
        self.items += 1;
        if depth > MAX_DEPTH || self.items > MAX_ITEMS {
            return None;
        }
        self.space();
        match self.peek()? {
            b'/' => self.name().map(Object::Name),
            b'(' => self.literal().map(Object::Text),
            b'[' => self.array(depth),
            b'<' => {
                self.at += 1;
                if self.take(b'<').is_some() { self.dict(depth).map(Object::Dict) } else { self.hexadecimal() }
            }
            _ => self.plain(),
        }
    }

    fn name(&mut self) -> Option<Cow<'a, [u8]>> {
        self.take(b'/')?;
        let written = self.regular();
        if !written.contains(&b'#') {
            return Some(Cow::Borrowed(written));
        }
        let mut name = Vec::with_capacity(written.len());
        let mut rest = written;
        while let Some((first, after)) = rest.split_first() {
            let code = match after {
                [high, low, ..] if *first == b'#' => hex(*high).zip(hex(*low)),
                _ => None,
            };
            name.push(code.map_or(*first, |(high, low)| high << 4 | low));
            rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
        }
        Some(Cow::Owned(name))
    }

    /// A string in parentheses. Escaped letters of the format and octal codes are read; a line feed stands for itself.
    fn literal(&mut self) -> Option<Cow<'a, [u8]>> {
        self.take(b'(')?;
        let mut open = 0_usize;
        let mut text = Vec::new();
        loop {
            match self.next()? {
                b'(' => {
                    open += 1;
                    text.push(b'(');
                }
                b')' if open == 0 => return Some(Cow::Owned(text)),
                b')' => {
                    open -= 1;
                    text.push(b')');
                }
                b'\\' => self.escaped(&mut text)?,
                byte => text.push(byte),
            }
        }
    }

    /// What stands behind a backslash; one at the end of a line only joins two lines.
    fn escaped(&mut self, text: &mut Vec<u8>) -> Option<()> {
        let byte = match self.next()? {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\n' => return Some(()),
            b'\r' => {
                let _ = self.take(b'\n');
                return Some(());
            }
            digit @ b'0'..=b'7' => {
                let mut code = digit - b'0';
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    self.at += 1;
                    // Of a code above a byte the high order is ignored.
                    code = code.wrapping_mul(8).wrapping_add(digit - b'0');
                }
                code
            }
            byte => byte,
        };
        text.push(byte);
        Some(())
    }

    fn hexadecimal(&mut self) -> Option<Object<'a>> {
        let mut text = Vec::new();
        let mut half = None;
        loop {
            let byte = self.next()?;
            if byte == b'>' {
                text.extend(half.map(|high: u8| high << 4));
                return Some(Object::Text(Cow::Owned(text)));
            }
            if is_space(byte) {
                continue;
            }
            let digit = hex(byte)?;
            half = match half {
                None => Some(digit),
                Some(high) => {
                    text.push(high << 4 | digit);
                    None
                }
            };
        }
    }

    fn array(&mut self, depth: usize) -> Option<Object<'a>> {
        self.take(b'[')?;
        let mut items = Vec::new();
        loop {
            self.space();
            if self.take(b']').is_some() {
                return Some(Object::Array(items));
            }
            items.push(self.nested(depth + 1)?);
        }
    }

    fn dict(&mut self, depth: usize) -> Option<Dict<'a>> {
        let mut entries = Vec::new();
        loop {
            self.space();
            if self.take(b'>').is_some() {
                self.take(b'>')?;
                return Some(Dict(entries));
            }
            let name = self.name()?;
            entries.push((name, self.nested(depth + 1)?));
        }
    }

    /// A number, a reference, or one of the words `true`, `false` and `null`.
    fn plain(&mut self) -> Option<Object<'a>> {
        let word = std::str::from_utf8(self.regular()).ok()?;
        if let Ok(number) = word.parse::<i64>() {
            let behind = self.at;
            if let Ok(number) = u32::try_from(number)
                && self.whole().is_some()
                && self.word(b"R").is_some()
            {
                return Some(Object::Reference(number));
            }
            self.at = behind;
            return Some(Object::Whole(number));
        }
        let number = !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+'));
        (number || matches!(word, "true" | "false" | "null")).then_some(Object::Null)
    }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
