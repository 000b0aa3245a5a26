//! Compound files: a small file system of sectors in one file, as MS-CFB describes it.
//!
//! Every chain of sectors is followed no further than the file is long.

use super::bytes::{size_at, u16_at};

/// A sector's number from here on is none.
const NONE: usize = 0xFFFF_FFFA;

/// Streams shorter than this lie in small sectors.
const SMALL_BELOW: usize = 4_096;

const SMALL_SECTOR: usize = 64;

/// Why a compound file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Something lies behind the end.
    Short,
    /// A chain leads back to itself.
    Circle,
}

#[derive(Debug)]
struct Entry {
    name: String,
    start: usize,
    length: usize,
}

/// An opened compound file.
#[derive(Debug)]
pub(super) struct Compound<'a> {
    sectors: Sectors<'a>,
    next: Vec<usize>,
    small: Vec<u8>,
    small_next: Vec<usize>,
    entries: Vec<Entry>,
}

impl<'a> Compound<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        Self::opened(bytes).ok_or(Fault::Short)?
    }

    /// Nothing when a field of the header is missing.
    fn opened(bytes: &'a [u8]) -> Option<Result<Self, Fault>> {
        let shift = u32::from(u16_at(bytes, 30)?);
        let size = if shift == 12 { 4_096 } else { 512 };
        let sectors = Sectors { bytes, size };
        let (directory, small_table, list) = (size_at(bytes, 48)?, size_at(bytes, 60)?, size_at(bytes, 68)?);
        let inline = bytes.get(76..512)?;
        let finish = || {
            let next = sectors.table(inline, list)?;
            let directory = follow(directory, &next, usize::MAX, |at| sectors.get(at))?;
            let entries: Vec<Entry> = directory.chunks_exact(128).filter_map(entry).collect();
            let small_table = follow(small_table, &next, usize::MAX, |at| sectors.get(at))?;
            let root = entries.first().ok_or(Fault::Short)?;
            let small = follow(root.start, &next, root.length, |at| sectors.get(at))?;
            Ok(Self { next, small, small_next: numbers(&small_table), entries, sectors })
        };
        Some(finish())
    }

    /// Whether there is a stream of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The content of a stream, when there is one.
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        let content = if entry.length < SMALL_BELOW {
            follow(entry.start, &self.small_next, entry.length, |at| {
                let from = at.checked_mul(SMALL_SECTOR)?;
                self.small.get(from..from.checked_add(SMALL_SECTOR)?.min(self.small.len()))
            })?
        } else {
            follow(entry.start, &self.next, entry.length, |at| self.sectors.get(at))?
        };
        if content.len() < entry.length { Err(Fault::Short) } else { Ok(Some(content)) }
    }
}

#[derive(Clone, Copy, Debug)]
struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
}

impl<'a> Sectors<'a> {
    /// The header takes the place of one sector; the last one may be cut short.
    fn get(self, at: usize) -> Option<&'a [u8]> {
        let from = at.checked_add(1)?.checked_mul(self.size)?;
        let to = from.checked_add(self.size)?.min(self.bytes.len());
        self.bytes.get(from..to).filter(|sector| !sector.is_empty())
    }

    /// For each sector the one behind it. The sectors of this table are listed in the header and behind it.
    fn table(self, inline: &[u8], list: usize) -> Result<Vec<usize>, Fault> {
        let mut listed = numbers(inline);
        let mut more = list;
        let mut left = self.bytes.len() / self.size;
        while more < NONE {
            left = left.checked_sub(1).ok_or(Fault::Circle)?;
            listed.extend(numbers(self.get(more).ok_or(Fault::Short)?));
            more = listed.pop().ok_or(Fault::Short)?;
        }
        let mut next = Vec::new();
        let most = self.bytes.len() / self.size + 1;
        for at in listed.into_iter().filter(|at| *at < NONE).take(most) {
            next.extend(numbers(self.get(at).ok_or(Fault::Short)?));
        }
        Ok(next)
    }
}

/// Joins a chain of sectors, up to a length.
fn follow<'s>(
    start: usize,
    next: &[usize],
    length: usize,
    get: impl Fn(usize) -> Option<&'s [u8]>,
) -> Result<Vec<u8>, Fault> {
    let mut content = Vec::new();
    let mut at = start;
    let mut left = next.len();
    while at < NONE && content.len() < length {
        left = left.checked_sub(1).ok_or(Fault::Circle)?;
        let sector = get(at).ok_or(Fault::Short)?;
        let wanted = length - content.len();
        content.extend_from_slice(sector.get(..wanted).unwrap_or(sector));
        at = *next.get(at).ok_or(Fault::Short)?;
    }
    Ok(content)
}

fn numbers(sector: &[u8]) -> Vec<usize> {
    sector.chunks_exact(4).filter_map(|four| size_at(four, 0)).collect()
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let name = bytes.get(..64)?.chunks_exact(2).filter_map(|two| u16_at(two, 0)).take_while(|unit| *unit != 0);
    let name = char::decode_utf16(name).map(|ch| ch.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Some(Entry { name, start: size_at(bytes, 116)?, length: size_at(bytes, 120)? })
}
