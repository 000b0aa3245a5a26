//! Bare numbers: whole, decimal, in words where one word suffices, Roman. Units belong to the neighbours.

use num_bigint::{BigInt, Sign};

use super::{MINUS, terbilang};
use crate::figure::{Ratio, Rounded, round_half_up};

/// A whole number with thousands points: `134.167`, `−46.208`. A count without unit; years and codes are not numbers
/// in this sense.
#[must_use]
pub fn bilangan(n: impl Into<BigInt>) -> String {
    let n = n.into();
    bertanda(&n, beribuan(&digit(&n)))
}

/// A rounded number with thousands points and decimal comma: `30,72`, `−0,46`, `1.234,50`. What rounds to zero has no
/// sign.
#[must_use]
pub fn desimal(nilai: &Rounded) -> String {
    let digit = digit(&nilai.units);
    let tempat = nilai.places as usize;
    let lengkap = if digit.len() > tempat { digit } else { format!("{digit:0>lebar$}", lebar = tempat + 1) };
    let (bulat, pecahan) = lengkap.split_at(lengkap.len() - tempat);
    let mut tanpa_tanda = beribuan(bulat);
    if !pecahan.is_empty() {
        tanpa_tanda.push(',');
        tanpa_tanda.push_str(pecahan);
    }
    bertanda(&nilai.units, tanpa_tanda)
}

/// A multiple with one decimal, half-up: `2,4` for *2,4 kali lipat*.
#[must_use]
pub fn kali(nilai: &Ratio) -> String {
    desimal(&round_half_up(nilai, 1))
}

/// A count of things within a sentence: one word where Indonesian has one (`lima`, `sebelas`, `seratus`, `seribu`), digits
/// otherwise. Zero stays `0`: a sentence says *tidak ada* instead.
#[must_use]
pub fn angka_kata(n: u64) -> String {
    match n {
        1..=11 | 100 | 1000 => terbilang(n).unwrap_or_else(|| bilangan(n)),
        _ => bilangan(n),
    }
}

/// Values of the Roman signs, the largest first, with the subtractive pairs.
const ROMAWI: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A Roman number from 1 to 3999, as annexes are numbered: `IV`. Nothing outside that range.
#[must_use]
pub fn romawi(n: u32) -> Option<String> {
    if !(1..=3999).contains(&n) {
        return None;
    }
    let mut sisa = n;
    let mut hasil = String::new();
    for (nilai, tanda) in ROMAWI {
        while sisa >= nilai {
            hasil.push_str(tanda);
            sisa -= nilai;
        }
    }
    Some(hasil)
}

/// Puts the minus of a negative number in front; zero has none.
pub(super) fn bertanda(n: &BigInt, tanpa_tanda: String) -> String {
    if n.sign() == Sign::Minus { format!("{MINUS}{tanpa_tanda}") } else { tanpa_tanda }
}

/// The digits of a number, without its sign. Nearly all fit into a machine word, which is spelled faster.
fn digit(n: &BigInt) -> String {
    u64::try_from(n.magnitude()).map_or_else(|_| n.magnitude().to_string(), |kecil| kecil.to_string())
}

/// Points between the thousands of a row of digits.
fn beribuan(digit: &str) -> String {
    let panjang = digit.len();
    let mut hasil = String::with_capacity(panjang + panjang / 3);
    for (n, c) in digit.chars().enumerate() {
        if n > 0 && (panjang - n).is_multiple_of(3) {
            hasil.push('.');
        }
        hasil.push(c);
    }
    hasil
}
