//! Days, periods, years and weekdays. Day comes before month, as everywhere in Indonesia.

use chrono::{Datelike, NaiveDate, Weekday};

use super::super::{nama_bulan, nama_hari};
use super::salah::{Jenis, Salah, Sebab};
use crate::diagnostic::nearest;
use crate::figure::Period;

/// Reads a day: `2025-08-26`, `26/08/2025`, `26-08-2025`, `26-Agu-2025`, `26 Agustus 2025`, `Selasa, 26 Agustus 2025`.
///
/// A weekday that does not fit is refused. A midnight behind the date, as exports carry it, is dropped. Month before day is
/// never assumed: `08/26/2025` has no month 26.
pub fn tanggal(teks: &str) -> Result<NaiveDate, Salah> {
    baca_tanggal(teks).map_err(|sebab| Salah { jenis: Jenis::Tanggal, sebab })
}

/// Reads a month of a year: `2025-08`, `Agustus 2025`, `Agu 2025`, `08/2025`, `Agt-25`.
///
/// The last is how spreadsheets show a month, and the only year of two digits that is read, as 2000 to 2099: behind the
/// name of a month and a hyphen it can be nothing else. `Agt 25` may be a day.
pub fn periode(teks: &str) -> Result<Period, Salah> {
    baca_periode(teks).map_err(|sebab| Salah { jenis: Jenis::Periode, sebab })
}

/// Reads a year of four digits from 1900 to 2200.
pub fn tahun(teks: &str) -> Result<i32, Salah> {
    let isi = bersih(teks);
    let hasil = if isi.is_empty() { Err(Sebab::Kosong) } else { baca_tahun(&isi) };
    hasil.map_err(|sebab| Salah { jenis: Jenis::Tahun, sebab })
}

/// Reads a weekday: `Selasa`; also *Ahad* and *Jum'at*.
pub fn hari(teks: &str) -> Result<Weekday, Salah> {
    let isi = bersih(teks);
    let hasil = if isi.is_empty() { Err(Sebab::Kosong) } else { baca_hari(&isi) };
    hasil.map_err(|sebab| Salah { jenis: Jenis::Hari, sebab })
}

fn baca_tanggal(teks: &str) -> Result<NaiveDate, Sebab> {
    let isi = bersih(teks);
    if isi.is_empty() {
        return Err(Sebab::Kosong);
    }
    let isi = tanpa_tengah_malam(&isi);
    if isi.len() == 5 && digit_semua(isi) {
        return Err(Sebab::NomorSeri);
    }
    if let Some(bagian) = bagian_angka(isi) {
        return tanggal_angka(bagian);
    }
    tanggal_kata(isi)
}

/// `2025-08-26`, `26/08/2025`.
fn tanggal_angka(bagian: [&str; 3]) -> Result<NaiveDate, Sebab> {
    let [hari, bulan, tahun] = if bagian[0].len() == 4 { [bagian[2], bagian[1], bagian[0]] } else { bagian };
    susun(hari, nomor_bulan(bulan)?, baca_tahun(tahun)?)
}

/// `26 Agustus 2025`, with or without its weekday.
fn tanggal_kata(isi: &str) -> Result<NaiveDate, Sebab> {
    let kata: Vec<&str> = isi.split([' ', ',', '-']).filter(|k| !k.is_empty()).collect();
    let (hari_tertulis, hari, bulan, tahun) = match kata.as_slice() {
        [hari, bulan, tahun] => (None, hari, bulan, tahun),
        [nama, hari, bulan, tahun] => (Some(*nama), hari, bulan, tahun),
        _ => return Err(Sebab::Bentuk),
    };
    if ![hari, tahun].into_iter().all(|s| digit_semua(s)) {
        return Err(Sebab::Bentuk);
    }
    let hari_minggu = hari_tertulis.map(baca_hari).transpose()?;
    let tanggal = susun(hari, bulan_bernama(bulan)?, baca_tahun(tahun)?)?;
    match hari_minggu {
        Some(tertulis) if tertulis != tanggal.weekday() => {
            Err(Sebab::HariTidakCocok { tanggal, tertulis: nama_resmi(tertulis) })
        }
        _ => Ok(tanggal),
    }
}

fn baca_periode(teks: &str) -> Result<Period, Sebab> {
    let isi = bersih(teks);
    if isi.is_empty() {
        return Err(Sebab::Kosong);
    }
    let (kiri, kanan) = isi.split_once(['-', '/', ' ']).ok_or(Sebab::Bentuk)?;
    let (tahun, bulan) = if kiri.len() == 4 && digit_semua(kiri) { (kiri, kanan) } else { (kanan, kiri) };
    if !digit_semua(tahun) {
        return Err(Sebab::Bentuk);
    }
    let bernama = !digit_semua(bulan);
    let bulan = if bernama { bulan_bernama(bulan)? } else { nomor_bulan(bulan)? };
    let singkat = bernama && tahun.len() == 2 && isi.contains('-');
    let tahun = if singkat { baca_tahun(&format!("20{tahun}"))? } else { baca_tahun(tahun)? };
    Period::new(tahun, bulan).ok_or(Sebab::TahunDiLuar(tahun))
}

fn susun(hari: &str, bulan: u32, tahun: i32) -> Result<NaiveDate, Sebab> {
    if hari.len() > 2 {
        return Err(Sebab::Bentuk);
    }
    let hari: u32 = hari.parse().map_err(|_| Sebab::Bentuk)?;
    NaiveDate::from_ymd_opt(tahun, bulan, hari).ok_or(Sebab::TanggalTidakAda { hari, bulan, tahun })
}

fn baca_tahun(tulisan: &str) -> Result<i32, Sebab> {
    if !digit_semua(tulisan) {
        return Err(Sebab::Bentuk);
    }
    match tulisan.len() {
        2 => Err(Sebab::TahunDuaAngka),
        4 => {
            let tahun = tulisan.parse().map_err(|_| Sebab::Bentuk)?;
            if Period::new(tahun, 1).is_some() { Ok(tahun) } else { Err(Sebab::TahunDiLuar(tahun)) }
        }
        _ => Err(Sebab::Bentuk),
    }
}

fn nomor_bulan(tulisan: &str) -> Result<u32, Sebab> {
    if tulisan.len() > 2 {
        return Err(Sebab::Bentuk);
    }
    let bulan = tulisan.parse().map_err(|_| Sebab::Bentuk)?;
    if (1..=12).contains(&bulan) { Ok(bulan) } else { Err(Sebab::BulanTidakAda(bulan)) }
}

/// A month by its name, by the first three letters or more of it, in an older spelling, or in the English of a
/// spreadsheet that was never told the language.
fn bulan_bernama(tulisan: &str) -> Result<u32, Sebab> {
    if !tulisan.starts_with(char::is_alphabetic) {
        return Err(Sebab::Bentuk);
    }
    let kunci = tulisan.trim_end_matches('.').to_lowercase();
    let nama: Vec<String> = (1..=12).filter_map(nama_bulan).collect();
    let resmi = (1..).zip(&nama).find(|(_, n)| kunci.len() >= 3 && n.to_lowercase().starts_with(&kunci));
    resmi.map(|(nomor, _)| nomor).or_else(|| bulan_lain(&kunci)).ok_or_else(|| Sebab::NamaBulan {
        tertulis: tulisan.to_owned(),
        mungkin: nearest(tulisan, nama.iter().map(String::as_str)).map(str::to_owned),
    })
}

fn bulan_lain(kunci: &str) -> Option<u32> {
    match kunci {
        "january" => Some(1),
        "february" | "pebruari" | "peb" => Some(2),
        "march" => Some(3),
        "may" => Some(5),
        "june" => Some(6),
        "july" => Some(7),
        "august" | "aug" | "agt" | "ags" => Some(8),
        "october" | "oct" => Some(10),
        "nopember" | "nop" => Some(11),
        "december" | "dec" => Some(12),
        _ => None,
    }
}

/// The days of the week from Monday on.
const SEPEKAN: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

fn baca_hari(tulisan: &str) -> Result<Weekday, Sebab> {
    if !tulisan.starts_with(char::is_alphabetic) {
        return Err(Sebab::Bentuk);
    }
    let kunci = tulisan.to_lowercase().replace(['\'', '’'], "");
    if kunci == "ahad" {
        return Ok(Weekday::Sun);
    }
    SEPEKAN.into_iter().find(|h| nama_resmi(*h).to_lowercase() == kunci).ok_or_else(|| {
        let nama = SEPEKAN.map(nama_resmi);
        let mungkin = nearest(tulisan, nama.iter().map(String::as_str)).map(str::to_owned);
        Sebab::NamaHari { tertulis: tulisan.to_owned(), mungkin }
    })
}

fn nama_resmi(hari: Weekday) -> String {
    // Any week will do; this one begins on a Monday.
    NaiveDate::from_isoywd_opt(2024, 1, hari).map(nama_hari).unwrap_or_default()
}

/// Three numbers around two equal signs.
fn bagian_angka(isi: &str) -> Option<[&str; 3]> {
    let pemisah = isi.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '-' | '/'))?;
    let bagian: Vec<&str> = isi.split(pemisah).collect();
    <[&str; 3]>::try_from(bagian).ok().filter(|b| b.iter().all(|s| digit_semua(s)))
}

fn tanpa_tengah_malam(isi: &str) -> &str {
    ["T00:00:00", " 00:00:00", " 00:00"].iter().find_map(|ekor| isi.strip_suffix(ekor)).unwrap_or(isi)
}

/// Every kind of space as one ordinary space, none at the ends.
fn bersih(teks: &str) -> String {
    teks.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn digit_semua(s: &str) -> bool {
    !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit())
}
