//! Numbers in words.
//!
//! A lone one contracts with its unit (*sepuluh*, *sebelas*, *seratus*, *seribu*), but a one that ends a larger group does
//! not: 21.000 is *dua puluh satu ribu*, 1.001.000 *satu juta seribu*. From a million on nothing contracts: *satu juta*.

use num_bigint::Sign;
use num_traits::Signed;

use crate::figure::Decimal;

/// The largest number that is written in words; a *kuadriliun* has no place in a budget.
pub const TERBILANG_TERBESAR: u64 = 999_999_999_999_999;

const SKALA: [(u64, &str); 4] =
    [(1_000_000_000_000, "triliun"), (1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu")];

/// A whole number in words: `tiga puluh`. Nothing above [`TERBILANG_TERBESAR`].
#[must_use]
pub fn terbilang(n: u64) -> Option<String> {
    if n > TERBILANG_TERBESAR {
        return None;
    }
    if n == 0 {
        return Some(angka_tunggal(0).to_owned());
    }
    let mut kata = Vec::new();
    let mut sisa = n;
    for (skala, nama) in SKALA {
        match (sisa / skala, skala) {
            (0, _) => {}
            (1, 1_000) => kata.push("seribu"),
            (kelompok, _) => {
                di_bawah_seribu(kelompok, &mut kata);
                kata.push(nama);
            }
        }
        sisa %= skala;
    }
    di_bawah_seribu(sisa, &mut kata);
    Some(kata.join(" "))
}

/// An amount in words: `lima miliar tiga ratus juta rupiah`. Nothing above [`TERBILANG_TERBESAR`].
#[must_use]
pub fn terbilang_rupiah(n: u64) -> Option<String> {
    terbilang(n).map(|kata| format!("{kata} rupiah"))
}

/// A decimal number in words, digit by digit after the comma, as many as the document has: `tiga puluh dua koma empat
/// empat`; negative numbers begin with `minus`. Nothing when the whole part exceeds [`TERBILANG_TERBESAR`].
#[must_use]
pub fn terbilang_desimal(nilai: &Decimal) -> Option<String> {
    let digit = format!("{:0>lebar$}", nilai.units.abs().to_string(), lebar = nilai.places as usize + 1);
    let (bulat, pecahan) = digit.split_at(digit.len() - nilai.places as usize);
    let mut kata = terbilang(bulat.parse().ok()?)?;
    if nilai.units.sign() == Sign::Minus {
        kata.insert_str(0, "minus ");
    }
    if !pecahan.is_empty() {
        kata.push_str(" koma");
        for angka in pecahan.chars().filter_map(|c| c.to_digit(10)) {
            kata.push(' ');
            kata.push_str(angka_tunggal(u64::from(angka)));
        }
    }
    Some(kata)
}

/// The words of a group of at most three digits; none for zero.
fn di_bawah_seribu(n: u64, kata: &mut Vec<&'static str>) {
    match n / 100 {
        0 => {}
        1 => kata.push("seratus"),
        ratus => kata.extend([angka_tunggal(ratus), "ratus"]),
    }
    match n % 100 {
        0 => {}
        10 => kata.push("sepuluh"),
        11 => kata.push("sebelas"),
        sisa @ 1..=9 => kata.push(angka_tunggal(sisa)),
        sisa @ 12..=19 => kata.extend([angka_tunggal(sisa - 10), "belas"]),
        sisa => {
            kata.extend([angka_tunggal(sisa / 10), "puluh"]);
            if sisa % 10 != 0 {
                kata.push(angka_tunggal(sisa % 10));
            }
        }
    }
}

fn angka_tunggal(n: u64) -> &'static str {
    match n {
        0 => "nol",
        1 => "satu",
        2 => "dua",
        3 => "tiga",
        4 => "empat",
        5 => "lima",
        6 => "enam",
        7 => "tujuh",
        8 => "delapan",
        _ => "sembilan",
    }
}
