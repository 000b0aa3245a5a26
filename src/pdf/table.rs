//! The tables that say where each object of a PDF begins: the newest, and those before it.

use std::collections::BTreeMap;

use super::object::{Dict, Object, Reader};
use super::{Bound, MARGIN, MAX_OBJECTS, MAX_TABLES, Refusal, work};

/// Where each object begins, and the newest trailer.
pub(super) fn read(bytes: &[u8]) -> Result<(BTreeMap<u32, usize>, Dict<'_>), Refusal> {
    let mut offsets = BTreeMap::new();
    let mut newest = None;
    let mut next = Some(start(bytes).ok_or(Refusal::Damaged)?);
    let mut tables = 0;
    let mut lines = 0;
    let mut left = work(bytes);
    while let Some(at) = next {
        tables += 1;
        if tables > MAX_TABLES {
            return Err(Refusal::TooLarge(Bound::Tables));
        }
        let mut reader = Reader::new(bytes, at, left);
        if reader.word(b"xref").is_none() {
            // An object instead of the word: the table is a stream.
            let stream = reader.whole().is_some() && reader.whole().is_some() && reader.word(b"obj").is_some();
            return Err(if stream { Refusal::Rewritten } else { Refusal::Damaged });
        }
        while reader.word(b"trailer").is_none() {
            let (first, count) = reader.whole().zip(reader.whole()).ok_or(Refusal::Damaged)?;
            for index in 0..count {
                lines += 1;
                if lines > MAX_OBJECTS {
                    return Err(Refusal::TooLarge(Bound::Objects));
                }
                let number = first.checked_add(index).and_then(|number| u32::try_from(number).ok());
                let offset = line(&mut reader).ok_or(Refusal::Damaged)?;
                if let Some((number, offset)) = number.zip(offset) {
                    // The newest table is read first.
                    offsets.entry(number).or_insert(offset);
                }
            }
        }
        let Some(Object::Dict(trailer)) = reader.object() else { return Err(Refusal::Damaged) };
        left = left.saturating_sub(reader.position().saturating_sub(at));
        next = match trailer.get(b"Prev") {
            Some(Object::Whole(at)) => Some(usize::try_from(*at).map_err(|_| Refusal::Damaged)?),
            _ => None,
        };
        newest.get_or_insert(trailer);
    }
    newest.map(|trailer| (offsets, trailer)).ok_or(Refusal::Damaged)
}

/// Where the newest table begins: behind the last `startxref`.
fn start(bytes: &[u8]) -> Option<usize> {
    const WORD: &[u8] = b"startxref";
    let tail = bytes.len().saturating_sub(MARGIN);
    let at = bytes.get(tail..)?.windows(WORD.len()).rposition(|window| window == WORD)?;
    usize::try_from(Reader::new(bytes, tail + at + WORD.len(), MARGIN).whole()?).ok()
}

/// One line of a table: an offset, or nothing for an object that is not in use; no line at all gives `None`.
#[expect(clippy::option_option, reason = "a line without an object is still a line")]
fn line(reader: &mut Reader<'_>) -> Option<Option<usize>> {
    let offset = usize::try_from(reader.whole()?).ok()?;
    reader.whole()?;
    if reader.word(b"n").is_some() {
        return Some(Some(offset));
    }
    reader.word(b"f").map(|()| None)
}
