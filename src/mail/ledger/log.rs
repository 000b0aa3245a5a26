//! SQLite's write-ahead log, as far as is needed to tell a ledger that goes on in its log from one that was cut off.
//!
//! Read as SQLite reads it (its file format, section 4): a log counts up to the last frame that commits, and ends at the
//! first frame of another generation or with a wrong checksum. Nothing is changed.

use std::collections::BTreeSet;

/// Of the log itself, in bytes.
const HEADER: usize = 32;

/// Of each of its frames, before the page.
const FRAME_HEADER: usize = 24;

/// The first word but for its last bit, which says how words are summed up.
const MAGIC: u32 = 0x377f_0682;

/// The numbers of the pages that stand in a log, committed; counted from 1.
pub(super) fn pages(log: &[u8]) -> BTreeSet<u32> {
    frames(log).unwrap_or_default()
}

/// `None` when it is no log.
fn frames(log: &[u8]) -> Option<BTreeSet<u32>> {
    let (header, rest) = log.split_at_checked(HEADER)?;
    let magic = word(header, 0)?;
    if magic & !1 != MAGIC {
        return None;
    }
    let mut sum = Sum { high: magic & 1 == 1, first: 0, second: 0 };
    sum.add(header.get(..24)?);
    if !sum.is_in(header, 24) {
        return None;
    }
    let size = usize::try_from(word(header, 8)?).ok()?;
    let (mut committed, mut open) = (BTreeSet::new(), BTreeSet::new());
    for frame in rest.chunks_exact(FRAME_HEADER.checked_add(size)?) {
        let (head, page) = frame.split_at_checked(FRAME_HEADER)?;
        if head.get(8..16) != header.get(16..24) {
            break;
        }
        sum.add(head.get(..8)?);
        sum.add(page);
        if !sum.is_in(head, 16) {
            break;
        }
        open.insert(word(head, 0)?);
        if word(head, 4)? > 0 {
            committed.append(&mut open);
        }
    }
    Some(committed)
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let (word, _) = bytes.get(at..)?.split_first_chunk()?;
    Some(u32::from_be_bytes(*word))
}

/// The checksum that runs through header and frames.
struct Sum {
    /// Whether words are summed up with their high byte first.
    high: bool,
    first: u32,
    second: u32,
}

impl Sum {
    /// Whole pairs of words.
    fn add(&mut self, bytes: &[u8]) {
        let value = |word: [u8; 4]| if self.high { u32::from_be_bytes(word) } else { u32::from_le_bytes(word) };
        for pair in bytes.chunks_exact(8) {
            let Some((one, Some(other))) = pair.split_first_chunk().map(|(one, rest)| (one, rest.first_chunk())) else {
                continue;
            };
            self.first = self.first.wrapping_add(value(*one)).wrapping_add(self.second);
            self.second = self.second.wrapping_add(value(*other)).wrapping_add(self.first);
        }
    }

    /// Whether it stands here.
    fn is_in(&self, bytes: &[u8], at: usize) -> bool {
        word(bytes, at) == Some(self.first) && word(bytes, at + 4) == Some(self.second)
    }
}
