//! Texts of a workbook stream: characters of one or two bytes, in pieces that each begin with their own width.

use super::bytes::{size_at, u16_at};
use super::record::Record;

/// Bytes that are spread over a record and what continues it.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    piece: &'a [u8],
    more: std::vec::IntoIter<&'a [u8]>,
}

impl<'a> Pieces<'a> {
    /// Everything in a record from a byte on.
    pub(super) fn of(record: Record<'a>, from: usize) -> Self {
        Self { piece: record.data.get(from..).unwrap_or_default(), more: record.more.into_iter() }
    }

    /// Bytes that nothing in particular divides.
    pub(super) fn alone(bytes: &'a [u8]) -> Self {
        Self { piece: bytes, more: Vec::new().into_iter() }
    }

    /// A text whose length is two bytes, with typefaces and the like behind it.
    pub(super) fn text(&mut self) -> Option<String> {
        self.turn();
        let (length, flags) = (u16_at(self.piece, 0)?, *self.piece.get(2)?);
        self.piece = self.piece.get(3..)?;
        let mut behind = 0_usize;
        if flags & 0x08 != 0 {
            behind = usize::from(u16_at(self.piece, 0)?) * 4;
            self.piece = self.piece.get(2..)?;
        }
        if flags & 0x04 != 0 {
            behind = behind.checked_add(size_at(self.piece, 0)?)?;
            self.piece = self.piece.get(4..)?;
        }
        let text = self.characters(usize::from(length), flags & 0x01 != 0)?;
        self.skip(behind)?;
        Some(text)
    }

    /// A text whose length is one byte.
    pub(super) fn short_text(&mut self) -> Option<String> {
        let (length, flags) = (*self.piece.first()?, *self.piece.get(1)?);
        self.piece = self.piece.get(2..)?;
        self.characters(usize::from(length), flags & 0x01 != 0)
    }

    /// Whether nothing is left.
    pub(super) fn is_empty(&mut self) -> bool {
        self.turn();
        self.piece.is_empty()
    }

    fn turn(&mut self) {
        while self.piece.is_empty() {
            let Some(next) = self.more.next() else { return };
            self.piece = next;
        }
    }

    fn characters(&mut self, length: usize, wide: bool) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        let mut wide = wide;
        loop {
            let wanted = length - units.len();
            let width = if wide { 2 } else { 1 };
            let here = wanted.min(self.piece.len() / width);
            let (bytes, rest) = self.piece.split_at_checked(here * width)?;
            if wide {
                units.extend(bytes.chunks_exact(2).filter_map(|two| u16_at(two, 0)));
            } else {
                units.extend(bytes.iter().map(|byte| u16::from(*byte)));
            }
            self.piece = rest;
            if units.len() >= length {
                break;
            }
            self.piece = self.more.next()?;
            wide = self.piece.first()? & 0x01 != 0;
            self.piece = self.piece.get(1..)?;
        }
        Some(char::decode_utf16(units).map(|ch| ch.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
    }

    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > 0 {
            self.turn();
            let here = length.min(self.piece.len());
            if here == 0 {
                return None;
            }
            self.piece = self.piece.get(here..)?;
            length -= here;
        }
        Some(())
    }
}
