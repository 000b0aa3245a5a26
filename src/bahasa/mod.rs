//! Indonesian as officials write it: numbers, money, percentages, dates, *terbilang*.
//!
//! Owns both directions: the free functions of this module write finished strings (thousands point, decimal comma, no-break
//! spaces between what belongs together), [`baca`] reads what staff really produce. Spelling follows EYD V (2022).
//! Whole sentences belong to the templates, exact arithmetic and its rounding to [`crate::figure`].

mod angka;
pub mod baca;
mod persen;
mod teks;
mod terbilang;
mod uang;
mod waktu;

pub use angka::{angka_kata, bilangan, desimal, kali, romawi};
pub use persen::{
    TEMPAT_PERSEN, persen, persen_desimal, persen_poin, persen_tabel, persen_tabel_desimal, selisih_tabel,
};
pub use teks::{dan, dan_tercetak, kapital, kapital_awal, nip, rekat};
pub use terbilang::{TERBILANG_TERBESAR, terbilang, terbilang_desimal, terbilang_rupiah};
pub use uang::{rupiah, rupiah_prosa};
pub use waktu::{
    Zona, bulan_romawi, bulan_singkat, hari_tanggal, nama_bulan, nama_hari, periode, periode_kapital, periode_singkat,
    pukul, rentang_periode, rentang_periode_prosa, tanggal, tanggal_bulan,
};

/// No-break space: number and unit, day and month never part at the end of a line.
pub const SPASI_REKAT: char = '\u{A0}';

/// The minus sign of tables; a hyphen would be shorter than a digit and may break the line.
pub const MINUS: char = '\u{2212}';
