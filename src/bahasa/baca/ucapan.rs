//! Figures as people say them: `sekitar 38 ribu`, `32,44 persen`, `kurang lebih Rp42 juta`.
//!
//! A said figure is more than its value: the last digit said tells how far it was rounded, and a word in front (*sekitar*,
//! *hampir*) tells how far the speaker answers for it. Both are kept; what follows from them is decided in
//! [`crate::audit`].

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::angka::{self, pangkat_bernama};
use super::salah::Salah;
use crate::figure::{Decimal, Ratio, whole};

/// How far a speaker answers for a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kira {
    /// No word of doubt.
    Tepat,
    /// On either side: *sekitar*, *kurang lebih*.
    Sekitar,
    /// From below: *hampir*.
    Hampir,
    /// From above: *lebih dari*.
    Lebih,
    /// At most: *hingga*.
    Hingga,
}

/// What a said figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Satuan {
    /// Persons.
    Orang,
    /// Percent.
    Persen,
    /// A difference of two percentages.
    PersenPoin,
    /// Rupiah.
    Rupiah,
}

/// A figure as somebody said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ucapan {
    /// The value, exact: persons, percent or rupiah.
    pub nilai: Ratio,
    /// What it counts.
    pub satuan: Satuan,
    /// How far the speaker answers for it.
    pub kira: Kira,
    /// The word or sign that says so, in small letters.
    pub kata: Option<&'static str>,
    /// Power of ten of the last digit said: −2 for `32,44`, 3 for `38 ribu`, 0 for `400.000`.
    pub pangkat: i32,
}

/// Words and signs in front of a figure. One that begins another stands behind it.
const DI_DEPAN: [(&str, Kira); 28] = [
    ("sekitar", Kira::Sekitar),
    ("kurang lebih", Kira::Sekitar),
    ("lebih kurang", Kira::Sekitar),
    ("kira-kira", Kira::Sekitar),
    ("kisaran", Kira::Sekitar),
    ("±", Kira::Sekitar),
    ("~", Kira::Sekitar),
    ("≈", Kira::Sekitar),
    ("hampir", Kira::Hampir),
    ("nyaris", Kira::Hampir),
    ("mendekati", Kira::Hampir),
    ("kurang dari", Kira::Hampir),
    ("di bawah", Kira::Hampir),
    ("<", Kira::Hampir),
    ("lebih dari", Kira::Lebih),
    ("di atas", Kira::Lebih),
    ("lebih", Kira::Lebih),
    ("sedikitnya", Kira::Lebih),
    ("setidaknya", Kira::Lebih),
    ("sekurang-kurangnya", Kira::Lebih),
    ("paling sedikit", Kira::Lebih),
    ("minimal", Kira::Lebih),
    (">", Kira::Lebih),
    ("hingga", Kira::Hingga),
    ("sampai dengan", Kira::Hingga),
    ("sampai", Kira::Hingga),
    ("paling banyak", Kira::Hingga),
    ("maksimal", Kira::Hingga),
];

/// The word behind a figure that means the same as *lebih dari* in front of it.
const DI_BELAKANG: &str = "lebih";

/// What is counted, behind a number of persons.
const ORANG: [&str; 5] = ["orang", "pekerja", "peserta aktif", "peserta", "jiwa"];

/// Spellings of *persen poin*, the longer ones first.
const POIN: [&str; 4] = ["persen poin", "poin persen", "poin persentase", "poin"];

impl Ucapan {
    /// A number of persons: `sekitar 38 ribu`, `lebih dari 400.000`, `25 ribu orang`.
    pub fn cacah(teks: &str) -> Result<Self, Salah> {
        let (isi, kira, kata) = terkaan(teks);
        let isi = ORANG.iter().find_map(|benda| isi.strip_suffix(benda)).map_or(isi.as_str(), str::trim_end);
        let nilai = whole(angka::cacah(isi)?);
        Ok(Self { nilai, satuan: Satuan::Orang, kira, kata, pangkat: pangkat_akhir(isi) })
    }

    /// A percentage or a difference of two: `32,44 persen`, `hingga 10 persen`, `1,2 persen poin`.
    pub fn persen(teks: &str) -> Result<Self, Salah> {
        let (isi, kira, kata) = terkaan(teks);
        let poin = POIN.iter().find_map(|ekor| isi.strip_suffix(ekor));
        let satuan = if poin.is_some() { Satuan::PersenPoin } else { Satuan::Persen };
        let terbaca = angka::desimal(poin.map_or(isi.as_str(), str::trim_end))?;
        let pangkat = i32::try_from(terbaca.places).map_or(i32::MIN, |tempat| -tempat);
        Ok(Self { nilai: terbaca.ratio(), satuan, kira, kata, pangkat })
    }

    /// An amount of rupiah: `Rp5,3 miliar`, `kurang lebih Rp42 juta`.
    pub fn uang(teks: &str) -> Result<Self, Salah> {
        let (isi, kira, kata) = terkaan(teks);
        let nilai = whole(angka::uang(&isi)?);
        Ok(Self { nilai, satuan: Satuan::Rupiah, kira, kata, pangkat: pangkat_akhir(&isi) })
    }

    /// The step of the last digit said, in the figure's own unit: 0,01 for `32,44`, 1.000 for `38 ribu`, 1 for
    /// `400.000`.
    #[must_use]
    pub fn langkah(&self) -> Ratio {
        sepuluh_pangkat(self.pangkat)
    }

    /// The step that a word of doubt speaks of.
    ///
    /// For a count or an amount it is the largest power of ten that divides the number: who says *sekitar 400.000* has
    /// rounded at least at the zeros, while *400.000* alone stands for itself. For a percentage it is the last digit
    /// said: *sekitar 40 persen* does not mean anything between 35 and 45, because a percentage has no digits to spare.
    #[must_use]
    pub fn langkah_kira(&self) -> Ratio {
        if self.kira == Kira::Tepat || !matches!(self.satuan, Satuan::Orang | Satuan::Rupiah) {
            return self.langkah();
        }
        let sepuluh = BigInt::from(10);
        let mut sisa = self.nilai.to_integer().abs();
        let mut pangkat = 0;
        while !sisa.is_zero() && sisa.is_multiple_of(&sepuluh) {
            sisa /= &sepuluh;
            pangkat += 1;
        }
        sepuluh_pangkat(pangkat.max(self.pangkat))
    }

    /// The number with the decimals it was said with.
    #[must_use]
    pub fn desimal(&self) -> Decimal {
        let places = self.pangkat.min(0).unsigned_abs();
        Decimal { units: (&self.nilai * whole(BigInt::from(10).pow(places))).to_integer(), places }
    }

    /// The number as a count; nothing when it is none.
    #[must_use]
    pub fn bulat(&self) -> Option<u64> {
        if self.nilai.is_integer() { self.nilai.to_integer().to_u64() } else { None }
    }
}

/// Splits off the word of doubt. What is left is in small letters.
fn terkaan(teks: &str) -> (String, Kira, Option<&'static str>) {
    let isi = teks.trim().to_lowercase();
    let di_depan = DI_DEPAN.iter().find_map(|(kata, kira)| {
        let sisa = isi.strip_prefix(kata)?;
        let lepas = sisa.starts_with(char::is_whitespace) || !kata.ends_with(char::is_alphabetic);
        lepas.then(|| (sisa.trim_start().to_owned(), *kira, Some(*kata)))
    });
    let di_belakang = || {
        let sisa = isi.strip_suffix(DI_BELAKANG).filter(|sisa| sisa.ends_with(char::is_whitespace))?;
        Some((sisa.trim_end().to_owned(), Kira::Lebih, Some(DI_BELAKANG)))
    };
    di_depan.or_else(di_belakang).unwrap_or((isi, Kira::Tepat, None))
}

/// The power of ten of the last digit of a whole number that was read: that of its unit, less its decimals.
fn pangkat_akhir(isi: &str) -> i32 {
    let isi = isi.strip_suffix("rupiah").map_or(isi, str::trim_end);
    let kata = isi.rsplit(|c: char| !c.is_alphabetic()).next();
    let satuan = kata.and_then(pangkat_bernama).and_then(|pangkat| i32::try_from(pangkat).ok());
    let Some(satuan) = satuan else { return 0 };
    let pecahan = isi.split_once(',').map_or(0, |(_, ekor)| ekor.bytes().take_while(u8::is_ascii_digit).count());
    satuan - i32::try_from(pecahan).unwrap_or(satuan)
}

fn sepuluh_pangkat(pangkat: i32) -> Ratio {
    let besar = BigInt::from(10).pow(pangkat.unsigned_abs());
    if pangkat < 0 { Ratio::new(BigInt::from(1), besar) } else { whole(besar) }
}
