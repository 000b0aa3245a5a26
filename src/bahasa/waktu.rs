//! Days, months, periods and times of day. The names come from the `id_ID` locale of the calendar library, which the
//! tests hold against the official spelling.

use chrono::{Locale, NaiveDate, NaiveTime};

use super::{kapital, rekat, romawi};
use crate::figure::Period;

/// A day: `26 Agustus 2025`.
#[must_use]
pub fn tanggal(hari: NaiveDate) -> String {
    // The formats carry no-break spaces.
    setempat(hari, "%-d\u{A0}%B\u{A0}%Y")
}

/// A day in a year that is known: `26 Agustus`.
#[must_use]
pub fn tanggal_bulan(hari: NaiveDate) -> String {
    setempat(hari, "%-d\u{A0}%B")
}

/// A day with its weekday: `Selasa, 26 Agustus 2025`. The line may break after the comma.
#[must_use]
pub fn hari_tanggal(hari: NaiveDate) -> String {
    format!("{}, {}", nama_hari(hari), tanggal(hari))
}

/// The weekday of a day: `Selasa`.
#[must_use]
pub fn nama_hari(hari: NaiveDate) -> String {
    setempat(hari, "%A")
}

/// The name of a month from 1 to 12: `Agustus`. Nothing for another number.
#[must_use]
pub fn nama_bulan(bulan: u32) -> Option<String> {
    awal_bulan(bulan).map(|hari| setempat(hari, "%B"))
}

/// The short name of a month from 1 to 12, for chart axes: `Agu`. Nothing for another number.
#[must_use]
pub fn bulan_singkat(bulan: u32) -> Option<String> {
    awal_bulan(bulan).map(|hari| setempat(hari, "%b"))
}

/// A month from 1 to 12 in Roman signs, as letter numbers carry it: `VIII`. Nothing for another number.
#[must_use]
pub fn bulan_romawi(bulan: u32) -> Option<String> {
    awal_bulan(bulan).and_then(|_| romawi(bulan))
}

/// A period: `Agustus 2025`.
#[must_use]
pub fn periode(periode: Period) -> String {
    setempat(periode.first_day(), "%B\u{A0}%Y")
}

/// A period in a title: `AGUSTUS 2025`.
#[must_use]
pub fn periode_kapital(masa: Period) -> String {
    kapital(&periode(masa))
}

/// A period on a chart axis: `Agu 2025`.
#[must_use]
pub fn periode_singkat(periode: Period) -> String {
    setempat(periode.first_day(), "%b\u{A0}%Y")
}

/// Consecutive periods as tables print them: `Januari–Agustus 2025`, `November 2024–Januari 2025`. One period alone when
/// both are the same.
#[must_use]
pub fn rentang_periode(dari: Period, sampai: Period) -> String {
    rentang(dari, sampai, "–")
}

/// Consecutive periods in prose: `Januari sampai dengan Agustus 2025`. One period alone when both are the same.
#[must_use]
pub fn rentang_periode_prosa(dari: Period, sampai: Period) -> String {
    rentang(dari, sampai, " sampai dengan ")
}

/// The three time zones of Indonesia.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zona {
    /// *Waktu Indonesia Barat*, UTC+7.
    Wib,
    /// *Waktu Indonesia Tengah*, UTC+8.
    Wita,
    /// *Waktu Indonesia Timur*, UTC+9.
    Wit,
}

impl Zona {
    /// All zones, from west to east.
    pub const ALL: [Self; 3] = [Self::Wib, Self::Wita, Self::Wit];

    /// As it is printed and stored: `WIB`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }
}

/// A time of day: `pukul 09.00 WIB`, with a point between hour and minute. Nothing when there is no such time.
#[must_use]
pub fn pukul(jam: u32, menit: u32, zona: Zona) -> Option<String> {
    let waktu = NaiveTime::from_hms_opt(jam, menit, 0)?;
    Some(rekat("pukul", &rekat(&waktu.format("%H.%M").to_string(), zona.as_str())))
}

fn rentang(dari: Period, sampai: Period, penghubung: &str) -> String {
    if dari == sampai {
        return periode(dari);
    }
    let awal = if dari.year() == sampai.year() { setempat(dari.first_day(), "%B") } else { periode(dari) };
    format!("{awal}{penghubung}{}", periode(sampai))
}

fn awal_bulan(bulan: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2000, bulan, 1)
}

fn setempat(hari: NaiveDate, bentuk: &str) -> String {
    hari.format_localized(bentuk, Locale::id_ID).to_string()
}
