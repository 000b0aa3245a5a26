//! The numbers that stand in a text: for finding a printed figure again.
//!
//! Nothing is refused here, since the text is finished or was typed to search with; what is no number is passed over.

use num_bigint::BigInt;

use super::angka::{DIGIT_TERBANYAK, digit_semua, pangkat_bernama};
use crate::bahasa::{MINUS, angka_kata};
use crate::figure::Ratio;

/// Numbers that print as one word.
const KATA: [u64; 13] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 100, 1000];

/// A number in a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bilangan {
    /// Its size, without the word behind it: 5,3 of `Rp5,3 miliar`.
    pub ukuran: Ratio,
    /// The power of ten of that word: 9 for *miliar*, 0 without a word.
    pub pangkat: u32,
    /// Whether it is below zero, when a sign says so.
    pub negatif: Option<bool>,
}

impl Bilangan {
    /// Its size with the word behind it.
    #[must_use]
    pub fn besar(&self) -> Ratio {
        &self.ukuran * Ratio::from_integer(BigInt::from(10).pow(self.pangkat))
    }

    /// Whether a printed number is the one that is looked for: the same size, whatever the unit. A word such as *miliar*
    /// and a sign count when they were typed.
    #[must_use]
    pub fn mencari(&self, tercetak: &Self) -> bool {
        let sama = self.besar() == tercetak.besar() || (self.pangkat == 0 && self.ukuran == tercetak.ukuran);
        sama && self.negatif.is_none_or(|negatif| negatif == tercetak.negatif.unwrap_or(false))
    }
}

/// The numbers of a text, in order: `37,52 persen`, `117.258`, `+0,51`, `Rp5,3 miliar`, `tiga`.
#[must_use]
pub fn dalam_teks(teks: &str) -> Vec<Bilangan> {
    let kata = KATA.into_iter().find(|n| angka_kata(*n).eq_ignore_ascii_case(teks.trim()));
    if let Some(n) = kata {
        return vec![Bilangan { ukuran: Ratio::from_integer(n.into()), pangkat: 0, negatif: None }];
    }
    let mut temuan = Vec::new();
    let mut awal = 0;
    while let Some(maju) = teks.get(awal..).and_then(|sisa| sisa.find(|c: char| c.is_ascii_digit())) {
        let mulai = awal + maju;
        let sisa = teks.get(mulai..).unwrap_or_default();
        let panjang = sisa.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(sisa.len());
        let (tulisan, sesudah) = sisa.split_at(panjang);
        let sebelum = teks.get(..mulai).unwrap_or_default();
        temuan.extend(baca(sebelum, tulisan.trim_end_matches(['.', ',']), sesudah));
        awal = mulai + panjang;
    }
    temuan
}

fn baca(sebelum: &str, tulisan: &str, sesudah: &str) -> Option<Bilangan> {
    let sebelum = sebelum.strip_suffix("Rp").or_else(|| sebelum.strip_suffix("rp")).unwrap_or(sebelum);
    if sebelum.ends_with(char::is_alphanumeric) {
        return None;
    }
    let tanpa_tanda = sebelum.strip_suffix(['-', '+', MINUS]);
    // Between two digits it joins the parts of a date or a range.
    let bertanda = tanpa_tanda.is_some_and(|awal| !awal.ends_with(char::is_alphanumeric));
    let negatif = bertanda.then(|| !sebelum.ends_with('+'));
    let kata = sesudah.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    Some(Bilangan { ukuran: ukuran(tulisan)?, pangkat: pangkat_bernama(&kata.to_lowercase()).unwrap_or(0), negatif })
}

/// Points between groups of three are thousands points, another single one is a decimal sign; nothing for a code such as
/// `35.73.01`.
fn ukuran(tulisan: &str) -> Option<Ratio> {
    let (bulat, pecahan) = match tulisan.split_once(',') {
        Some((bulat, pecahan)) if digit_semua(pecahan) => (tanpa_titik(bulat)?, pecahan.to_owned()),
        Some(_) => return None,
        None => match (tanpa_titik(tulisan), tulisan.split_once('.')) {
            (Some(bulat), _) => (bulat, String::new()),
            (None, Some((bulat, pecahan))) if digit_semua(bulat) && digit_semua(pecahan) => {
                (bulat.to_owned(), pecahan.to_owned())
            }
            _ => return None,
        },
    };
    let digit = format!("{bulat}{pecahan}");
    if digit.len() > DIGIT_TERBANYAK {
        return None;
    }
    let tempat = u32::try_from(pecahan.len()).ok()?;
    Some(Ratio::new(digit.parse().ok()?, BigInt::from(10).pow(tempat)))
}

fn tanpa_titik(tulisan: &str) -> Option<String> {
    let mut kelompok = tulisan.split('.');
    let awal = kelompok.next().filter(|awal| digit_semua(awal))?;
    let sisa: Vec<&str> = kelompok.collect();
    let ribuan = sisa.is_empty() || (awal.len() <= 3 && !awal.starts_with('0'));
    (ribuan && sisa.iter().all(|k| k.len() == 3 && digit_semua(k))).then(|| format!("{awal}{}", sisa.concat()))
}
