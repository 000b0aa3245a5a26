//! Counts, amounts and decimal numbers.
//!
//! All three share one reading of digits, points and commas ([`urai`]); they differ in what they accept of it.

use num_bigint::BigInt;

use super::salah::{Jenis, Salah, Sebab};
use crate::figure::Decimal;

/// Longer rows of digits are no figure of a region.
pub(super) const DIGIT_TERBANYAK: usize = 30;

/// Reads a count: `134167`, `134.167`, ` 7 `, `25 ribu`, `1,5 juta`.
///
/// A point groups thousands and nothing else, so `12.34` and `1.5` are refused; so is every comma without *ribu*, *juta*,
/// *miliar* or *triliun* behind it, and `1,234` even with it, because an exporting program may have meant thousands.
pub fn cacah(teks: &str) -> Result<u64, Salah> {
    let salah = |sebab| Salah { jenis: Jenis::Cacah, sebab };
    baca_cacah(teks).map_err(salah)
}

/// Reads an amount of whole rupiah: `Rp5.300.000.000`, `Rp 5.300.000.000,00`, `5,3 miliar`, `Rp42 juta`, `90 juta rupiah`;
/// also the forms that letters should not carry any more, `Rp.` and `,-`. Exact: `5,3 miliar` is 5.300.000.000.
pub fn uang(teks: &str) -> Result<u64, Salah> {
    let salah = |sebab| Salah { jenis: Jenis::Uang, sebab };
    baca_uang(teks).map_err(salah)
}

/// Reads a decimal number, which keeps the decimals as written: `41,3`, `1.234,50`, `−0,46`, `99,5%`, `41,3 persen`.
///
/// Comma is the decimal sign. A point before exactly three digits groups thousands, but only a comma or a second point
/// proves it: `1.234` alone is refused. Any other single point is taken as a decimal point when no comma is present
/// (`41.35`), since programs export their figures so. A percent sign changes nothing: `99,5%` is 99,5.
pub fn desimal(teks: &str) -> Result<Decimal, Salah> {
    let salah = |sebab| Salah { jenis: Jenis::Desimal, sebab };
    baca_desimal(teks).map_err(salah)
}

fn baca_cacah(teks: &str) -> Result<u64, Sebab> {
    let isi = bersih(teks)?;
    let (negatif, isi) = tanda(&isi);
    let (tulisan, kata) = belah(isi);
    let angka = urai(tulisan, kata)?;
    if negatif {
        return Err(Sebab::Negatif);
    }
    let pangkat = pangkat(kata)?;
    if pangkat == 0 && !angka.pecahan.is_empty() {
        return Err(angka.pecahan_di_cacah());
    }
    angka.bulat_kali(pangkat)
}

fn baca_uang(teks: &str) -> Result<u64, Sebab> {
    let isi = bersih(teks)?;
    let (negatif, isi) = tanda(&isi);
    let (negatif_dalam, isi) = tanda(isi.strip_prefix("rp").map_or(isi, |s| s.trim_start_matches('.').trim_start()));
    let isi = isi.strip_suffix(",-").or_else(|| isi.strip_suffix(",--")).unwrap_or(isi);
    let isi = isi.strip_suffix("rupiah").map_or(isi, str::trim_end);
    let (tulisan, kata) = belah(isi);
    let angka = urai(tulisan, kata)?;
    if negatif || negatif_dalam {
        return Err(Sebab::Negatif);
    }
    let pangkat = pangkat(kata)?;
    if pangkat == 0 && !matches!(angka.pecahan.as_str(), "" | "00") {
        return Err(angka.pecahan_di_cacah());
    }
    angka.bulat_kali(pangkat)
}

fn baca_desimal(teks: &str) -> Result<Decimal, Sebab> {
    let isi = bersih(teks)?;
    let (negatif, isi) = tanda(&isi);
    let (tulisan, kata) = belah(isi);
    let angka = urai(tulisan, kata)?;
    if !matches!(kata, "" | "%" | "persen") {
        return Err(asing(kata));
    }
    match angka.titik {
        // A single group of three; a second one would settle it.
        Titik::Ribuan if angka.bulat.len() <= 6 => {
            let (kepala, ekor) = angka.bulat.split_at(angka.bulat.len() - 3);
            return Err(ragu(kepala, ekor));
        }
        Titik::Desimal if angka.pecahan.len() == 3 => return Err(ragu(&angka.bulat, &angka.pecahan)),
        _ => {}
    }
    let digit = angka.bulat + &angka.pecahan;
    let ukuran: BigInt = digit.parse().map_err(|_| Sebab::Bentuk)?;
    let places = u32::try_from(angka.pecahan.len()).map_err(|_| Sebab::TerlaluBesar)?;
    Ok(Decimal { units: if negatif { -ukuran } else { ukuran }, places })
}

/// What the points of a number were found to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Titik {
    /// There is none, or a comma or a space makes its meaning plain.
    Jelas,
    /// They stand where thousands points stand, and nothing else settles what they are.
    Ribuan,
    /// One, where no thousands point can stand.
    Desimal,
}

/// Digits before and after the decimal sign.
struct Angka {
    bulat: String,
    pecahan: String,
    titik: Titik,
}

impl Angka {
    /// Why a fraction is refused where only whole numbers count.
    fn pecahan_di_cacah(&self) -> Sebab {
        match (self.titik, self.pecahan.len()) {
            (Titik::Desimal, _) => Sebab::TitikKeliru,
            (_, 3) => Sebab::KomaRibuan,
            _ => Sebab::Pecahan,
        }
    }

    /// The number times a power of ten, when that is whole.
    fn bulat_kali(&self, pangkat: u32) -> Result<u64, Sebab> {
        let pecahan = self.pecahan.trim_end_matches('0');
        if self.titik == Titik::Desimal {
            return Err(Sebab::TitikKeliru);
        }
        if pangkat > 0 && self.pecahan.len() == 3 {
            return Err(Sebab::KomaRibuan);
        }
        let tempat = u32::try_from(pecahan.len()).map_err(|_| Sebab::TerlaluBesar)?;
        let nol = pangkat.checked_sub(tempat).ok_or(Sebab::Pecahan)?;
        let digit: u128 = format!("{}{pecahan}", self.bulat).parse().map_err(|_| Sebab::TerlaluBesar)?;
        let nilai = 10_u128.checked_pow(nol).and_then(|faktor| digit.checked_mul(faktor));
        nilai.and_then(|n| u64::try_from(n).ok()).ok_or(Sebab::TerlaluBesar)
    }
}

/// Trims, lowers the case, and turns away what is no number at first sight.
fn bersih(teks: &str) -> Result<String, Sebab> {
    let isi = teks.trim();
    if isi.is_empty() {
        return Err(Sebab::Kosong);
    }
    let tanda_kosong = |c: char| matches!(c, '-' | '–' | '—' | '\u{2212}' | '…' | '.' | '?' | '*');
    if isi.chars().all(tanda_kosong) || ["n/a", "na", "x", "tad"].iter().any(|s| isi.eq_ignore_ascii_case(s)) {
        return Err(Sebab::TandaKosong);
    }
    Ok(isi.to_lowercase())
}

/// Splits off a minus sign, or the brackets that stand for it in bookkeeping.
fn tanda(isi: &str) -> (bool, &str) {
    if let Some(sisa) = isi.strip_prefix(['-', '\u{2212}', '–']) {
        return (true, sisa.trim_start());
    }
    match isi.strip_prefix('(').and_then(|s| s.strip_suffix(')')) {
        Some(sisa) => (true, sisa.trim()),
        None => (false, isi),
    }
}

/// Spaces that join the groups of one number. An ordinary space separates two numbers.
fn spasi_angka(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2007}')
}

/// The number and the word behind it.
fn belah(isi: &str) -> (&str, &str) {
    let ujung =
        isi.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',' || spasi_angka(c))).unwrap_or(isi.len());
    let (angka, kata) = isi.split_at(ujung);
    (angka.trim(), kata.trim())
}

/// Reads digits, points and commas; `kata` only helps to say what is wrong.
fn urai(tulisan: &str, kata: &str) -> Result<Angka, Sebab> {
    if berpangkat(tulisan, kata) {
        return Err(Sebab::NotasiPangkat);
    }
    if tulisan.chars().filter(char::is_ascii_digit).count() > DIGIT_TERBANYAK {
        return Err(Sebab::TerlaluBesar);
    }
    match tulisan.split_once(',') {
        Some((kepala, ekor)) if digit_semua(ekor) => {
            let bulat = if digit_semua(kepala) { Some(kepala.to_owned()) } else { beribuan(kepala) };
            let bulat = bulat.ok_or(if kepala.contains('.') { Sebab::TitikKeliru } else { Sebab::Bentuk })?;
            Ok(Angka { bulat, pecahan: ekor.to_owned(), titik: Titik::Jelas })
        }
        // A second comma, or a point behind the comma, is the English way.
        Some((_, ekor)) if ekor.contains([',', '.']) => Err(Sebab::KomaRibuan),
        Some(_) => Err(Sebab::Bentuk),
        None => tanpa_koma(tulisan),
    }
}

fn tanpa_koma(tulisan: &str) -> Result<Angka, Sebab> {
    let jelas = |bulat| Angka { bulat, pecahan: String::new(), titik: Titik::Jelas };
    if digit_semua(tulisan) {
        return Ok(jelas(tulisan.to_owned()));
    }
    if let Some(bulat) = beribuan(tulisan) {
        let titik = if tulisan.contains('.') { Titik::Ribuan } else { Titik::Jelas };
        return Ok(Angka { bulat, pecahan: String::new(), titik });
    }
    match tulisan.split_once('.') {
        Some((kepala, ekor)) if digit_semua(kepala) && digit_semua(ekor) => {
            Ok(Angka { bulat: kepala.to_owned(), pecahan: ekor.to_owned(), titik: Titik::Desimal })
        }
        Some((kepala, _)) if digit_semua(kepala) => Err(Sebab::TitikKeliru),
        _ => Err(Sebab::Bentuk),
    }
}

/// The digits of a number grouped by threes, with one kind of separator; nothing when it is not.
fn beribuan(tulisan: &str) -> Option<String> {
    let pemisah = tulisan.chars().find(|c| !c.is_ascii_digit())?;
    if pemisah != '.' && !spasi_angka(pemisah) {
        return None;
    }
    let mut kelompok = tulisan.split(pemisah);
    let awal = kelompok.next()?;
    let awal_baik = digit_semua(awal) && awal.len() <= 3 && !awal.starts_with('0');
    (awal_baik && kelompok.all(|k| digit_semua(k) && k.len() == 3)).then(|| tulisan.split(pemisah).collect())
}

pub(super) fn digit_semua(s: &str) -> bool {
    !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit())
}

/// `1.34` with `e+05` behind it.
fn berpangkat(tulisan: &str, kata: &str) -> bool {
    let eksponen = kata.strip_prefix('e').map(|s| s.strip_prefix(['+', '-']).unwrap_or(s));
    !tulisan.is_empty() && eksponen.is_some_and(digit_semua)
}

/// The power of ten that the words behind a number stand for.
fn pangkat(kata: &str) -> Result<u32, Sebab> {
    if kata.is_empty() { Ok(0) } else { pangkat_bernama(kata).ok_or_else(|| asing(kata)) }
}

pub(super) fn pangkat_bernama(nama: &str) -> Option<u32> {
    match nama {
        "ribu" => Some(3),
        "juta" => Some(6),
        "miliar" | "milyar" => Some(9),
        "triliun" | "trilyun" => Some(12),
        _ => None,
    }
}

/// The first word behind the number that is no unit; a second number is no word.
fn asing(kata: &str) -> Sebab {
    match kata.split_whitespace().find(|k| pangkat_bernama(k).is_none()) {
        Some(k) if k.starts_with(char::is_alphabetic) => Sebab::KataAsing(k.to_owned()),
        _ => Sebab::Bentuk,
    }
}

fn ragu(kepala: &str, ekor: &str) -> Sebab {
    let ribuan = format!("{kepala}{ekor}");
    let tanpa_nol_depan = ribuan.trim_start_matches('0');
    let ribuan = if tanpa_nol_depan.is_empty() { "0" } else { tanpa_nol_depan }.to_owned();
    Sebab::TitikRagu { ribuan, desimal: format!("{kepala},{ekor}") }
}
