//! Workbooks with broken bytes: whatever stands there, reading ends, and with a book or a message.
//!
//! Parts are broken before they are packed, because an archive finds broken bytes by itself. The long form of
//! `RAKOR_KAMPANYE` breaks every sample thousands of times.

use rakor::workbook::read;

use super::builder::archive;
use super::contoh::{made, sample};

/// A sequence of numbers that only its beginning decides.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap() % sides.max(1)
    }
}

/// Breaks a few bytes: another value, a hole, a piece twice, the end cut off, or a number made huge.
fn break_bytes(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.throw(3) {
        if bytes.is_empty() {
            return;
        }
        let at = dice.throw(bytes.len());
        let to = (at + dice.throw(24)).min(bytes.len());
        match dice.throw(6) {
            0 => bytes[at] = u8::try_from(dice.throw(256)).unwrap(),
            1 => bytes[at] ^= 1 << dice.throw(8),
            2 => drop(bytes.drain(at..to)),
            3 => {
                let piece = bytes[at..to].to_vec();
                let place = dice.throw(bytes.len());
                bytes.splice(place..place, piece);
            }
            4 => bytes.truncate(at),
            _ => {
                let digits = bytes.iter().skip(at).position(u8::is_ascii_digit).map_or(at, |more| at + more);
                let huge: &[u8] = [&b"4294967295"[..], b"-1", b"99999999999999999999"][dice.throw(3)];
                bytes.splice(digits..digits, huge.iter().copied());
            }
        }
    }
}

/// The parts of an archive; nothing for any other file.
fn parts(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).ok()?;
    let count = zip.len();
    let part = |at: usize| {
        let mut part = zip.by_index(at).ok()?;
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut content).ok()?;
        Some((part.name().ok()?.into_owned(), content))
    };
    (0..count).map(part).collect()
}

#[test]
#[allow(clippy::disallowed_methods, reason = "only a person asks for the long form")]
fn broken_bytes_end_in_a_book_or_a_message() {
    let rounds = if std::env::var_os("RAKOR_KAMPANYE").is_some() { 4_000 } else { 12 };
    let mut dice = Dice(9_971);
    let foreign = ["libreoffice.xls", "libreoffice.ods", "libreoffice.xlsx"].map(|name| (name, sample(name)));
    for (name, bytes) in made().into_iter().chain(foreign) {
        let parts = parts(&bytes);
        for round in 0..rounds {
            let broken = match &parts {
                Some(parts) if !parts.is_empty() && round % 4 != 0 => {
                    let mut parts = parts.clone();
                    let at = dice.throw(parts.len());
                    break_bytes(&mut parts[at].1, &mut dice);
                    archive(&parts, false)
                }
                _ => {
                    let mut bytes = bytes.clone();
                    break_bytes(&mut bytes, &mut dice);
                    bytes
                }
            };
            let result = read(name, &broken);
            // The reader of XLSX is not ours; everything else is.
            let ours = name.strip_suffix(".xlsx").is_none();
            let panicked = result.is_err_and(|diagnostic| diagnostic.engine.as_deref() == Some("panic"));
            assert!(!(panicked && ours), "{name}, round {round}");
        }
    }
}
