//! Pieces of text: lists, letter case, the printed form of a NIP, what stays on one line.

use super::SPASI_REKAT;
use crate::place::{Printed, Sources};

/// A list in prose: `a`, `a dan b`, `a, b, dan c`. Empty for nothing.
#[must_use]
pub fn dan<S: AsRef<str>>(butir: &[S]) -> String {
    match butir {
        [] => String::new(),
        [satu] => satu.as_ref().to_owned(),
        [satu, dua] => format!("{} dan {}", satu.as_ref(), dua.as_ref()),
        [awal @ .., akhir] => {
            let awal: Vec<&str> = awal.iter().map(AsRef::as_ref).collect();
            format!("{}, dan {}", awal.join(", "), akhir.as_ref())
        }
    }
}

/// A list in prose that keeps the places of all its parts.
#[must_use]
pub fn dan_tercetak(butir: &[Printed]) -> Printed {
    let teks: Vec<&str> = butir.iter().map(|b| b.text.as_str()).collect();
    Printed::new(dan(&teks), butir.iter().map(|b| &b.from).collect::<Sources>())
}

/// Two words that never part at the end of a line: `6 bulan`, `Tabel 3`.
#[must_use]
pub fn rekat(kiri: &str, kanan: &str) -> String {
    format!("{kiri}{SPASI_REKAT}{kanan}")
}

/// Upper case for titles.
#[must_use]
pub fn kapital(teks: &str) -> String {
    teks.to_uppercase()
}

/// The first character in upper case, the rest untouched: for a slot that opens a sentence.
#[must_use]
pub fn kapital_awal(teks: &str) -> String {
    let mut huruf = teks.chars();
    huruf.next().map_or_else(String::new, |awal| awal.to_uppercase().chain(huruf).collect())
}

/// A civil servant's number in print, its 18 digits as 8-6-1-3: `19641126 199203 1 001`. Spaces in the input do not
/// matter; nothing when it does not have 18 digits.
#[must_use]
pub fn nip(tulisan: &str) -> Option<String> {
    let digit: String = tulisan.chars().filter(|c| !c.is_whitespace()).collect();
    if digit.len() != 18 || !digit.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut hasil = String::with_capacity(24);
    for (n, c) in digit.chars().enumerate() {
        if matches!(n, 8 | 14 | 15) {
            hasil.push(SPASI_REKAT);
        }
        hasil.push(c);
    }
    Some(hasil)
}
