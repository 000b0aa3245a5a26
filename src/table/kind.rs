//! How each kind of column is read, kept and written back.
//!
//! [`Column::read`] takes what staff write; [`Column::parse`] takes only the one form that [`Column::write`] gives, so
//! that a dataset read back is the dataset written.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use super::choice::{
    Agregasi, Arah, JenisFaktor, JenisKegiatan, JenisWilayah, Manfaat, ProgramJaminan, RumusNegatif, SatuanTarget,
    Segmen, StatusData, StatusTindakLanjut, SumberDana,
};
use super::read::Unfit;
use super::schema::Kind;
use super::text::{self, BadText};
use crate::bahasa::baca::{self, Salah};
use crate::figure::{Decimal, Period};

/// A sign, the digits that [`baca::desimal`] takes at most, a point, and some to spare.
const MAX_DECIMAL_CHARS: usize = 40;

/// No number, day, code or word of a vocabulary is longer, in bytes. Readers may take time out of proportion to what is.
pub(super) const MAX_VALUE_BYTES: usize = 200;

/// Why a cell is no value of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// A number, an amount, a day or a period that was not read.
    Value(Salah),
    /// Not one of the words of the column.
    Choice,
    /// Not of the form of a region's code.
    Region,
    /// Not a quarter of a year.
    Quarter,
    /// Longer than [`MAX_VALUE_BYTES`], in a column that is not text.
    Long,
    /// A text that cannot stand in a report.
    Text(BadText),
    /// What a cell of a sheet holds cannot be read without a guess.
    Unfit(Box<Unfit>),
}

/// A kind of column.
pub(super) trait Column {
    /// What a cell is read as.
    type Value;

    /// The kind, for the schema.
    const KIND: Kind;

    /// Reads a cell as people write it; it is trimmed and not blank.
    fn read(cell: &str) -> Result<Self::Value, Refusal>;

    /// Reads the canonical form and nothing else.
    fn parse(canonical: &str) -> Option<Self::Value>;

    /// Adds the canonical form to a text.
    fn write(value: &Self::Value, out: &mut String);

    /// The text of a column of texts; nothing for any other.
    fn text(_: &Self::Value) -> Option<&str> {
        None
    }
}

/// Whole numbers from zero.
pub(super) struct Count;

/// Whole rupiah from zero.
pub(super) struct Money;

/// Numbers with the decimals of their document.
pub(super) struct Decimals;

/// Days.
pub(super) struct Date;

/// Months of a year.
pub(super) struct Month;

/// Years.
pub(super) struct Year;

/// Quarters of a year, 1 to 4.
pub(super) struct Quarter;

/// Codes of regions.
pub(super) struct Region;

/// Text.
pub(super) struct Text;

impl Column for Count {
    type Value = u64;
    const KIND: Kind = Kind::Count;

    fn read(cell: &str) -> Result<u64, Refusal> {
        plain_digits(cell).map_or_else(|| baca::cacah(cell).map_err(Refusal::Value), Ok)
    }

    fn parse(canonical: &str) -> Option<u64> {
        canonical_number(canonical)
    }

    fn write(value: &u64, out: &mut String) {
        push_number(*value, 1, out);
    }
}

impl Column for Money {
    type Value = u64;
    const KIND: Kind = Kind::Money;

    fn read(cell: &str) -> Result<u64, Refusal> {
        plain_digits(cell).map_or_else(|| baca::uang(cell).map_err(Refusal::Value), Ok)
    }

    fn parse(canonical: &str) -> Option<u64> {
        canonical_number(canonical)
    }

    fn write(value: &u64, out: &mut String) {
        push_number(*value, 1, out);
    }
}

impl Column for Decimals {
    type Value = Decimal;
    const KIND: Kind = Kind::Decimal;

    fn read(cell: &str) -> Result<Decimal, Refusal> {
        baca::desimal(cell).map_err(Refusal::Value)
    }

    fn parse(canonical: &str) -> Option<Decimal> {
        // Longer ones are never written, and reading them takes time out of proportion.
        let short = canonical.len() <= MAX_DECIMAL_CHARS;
        short.then(|| canonical.parse().ok()).flatten().filter(|value: &Decimal| value.to_string() == canonical)
    }

    fn write(value: &Decimal, out: &mut String) {
        // Writing to a string has no way to fail.
        let _ = write!(out, "{value}");
    }
}

impl Column for Date {
    type Value = NaiveDate;
    const KIND: Kind = Kind::Date;

    fn read(cell: &str) -> Result<NaiveDate, Refusal> {
        Self::parse(cell).map_or_else(|| baca::tanggal(cell).map_err(Refusal::Value), Ok)
    }

    fn parse(canonical: &str) -> Option<NaiveDate> {
        let (month, day) = canonical.rsplit_once('-')?;
        let period = Month::parse(month)?;
        let day = two_digits(day)?;
        NaiveDate::from_ymd_opt(period.year(), period.month(), day)
    }

    fn write(value: &NaiveDate, out: &mut String) {
        match Period::of(*value) {
            Some(month) => {
                Month::write(&month, out);
                out.push('-');
                push_number(value.day().into(), 2, out);
            }
            None => out.push_str(&value.to_string()),
        }
    }
}

impl Column for Month {
    type Value = Period;
    const KIND: Kind = Kind::Month;

    fn read(cell: &str) -> Result<Period, Refusal> {
        Self::parse(cell).map_or_else(|| baca::periode(cell).map_err(Refusal::Value), Ok)
    }

    fn parse(canonical: &str) -> Option<Period> {
        (canonical.len() == "2025-08".len()).then(|| canonical.parse().ok()).flatten()
    }

    fn write(value: &Period, out: &mut String) {
        push_number(value.year().unsigned_abs().into(), 4, out);
        out.push('-');
        push_number(value.month().into(), 2, out);
    }
}

impl Column for Year {
    type Value = i32;
    const KIND: Kind = Kind::Year;

    fn read(cell: &str) -> Result<i32, Refusal> {
        baca::tahun(cell).map_err(Refusal::Value)
    }

    fn parse(canonical: &str) -> Option<i32> {
        baca::tahun(canonical).ok().filter(|value| value.to_string() == canonical)
    }

    fn write(value: &i32, out: &mut String) {
        out.push_str(&value.to_string());
    }
}

impl Column for Quarter {
    type Value = u64;
    const KIND: Kind = Kind::Quarter;

    fn read(cell: &str) -> Result<u64, Refusal> {
        Self::parse(cell).ok_or(Refusal::Quarter)
    }

    fn parse(canonical: &str) -> Option<u64> {
        canonical_number(canonical).filter(|quarter| (1..=4).contains(quarter))
    }

    fn write(value: &u64, out: &mut String) {
        push_number(*value, 1, out);
    }
}

impl Column for Region {
    type Value = String;
    const KIND: Kind = Kind::Region;

    fn read(cell: &str) -> Result<String, Refusal> {
        Self::parse(cell).ok_or(Refusal::Region)
    }

    fn parse(canonical: &str) -> Option<String> {
        is_region_code(canonical).then(|| canonical.to_owned())
    }

    fn write(value: &String, out: &mut String) {
        out.push_str(value);
    }
}

impl Column for Text {
    type Value = String;
    const KIND: Kind = Kind::Text;

    fn read(cell: &str) -> Result<String, Refusal> {
        text::read(cell).map_err(Refusal::Text)
    }

    fn parse(canonical: &str) -> Option<String> {
        text::is_tidy(canonical).then(|| canonical.to_owned())
    }

    fn write(value: &String, out: &mut String) {
        out.push_str(value);
    }

    fn text(value: &String) -> Option<&str> {
        Some(value)
    }
}

macro_rules! choice_columns {
    ($($name:ident)*) => { $(
        impl Column for $name {
            type Value = Self;
            const KIND: Kind = Kind::Choice(Self::STORED);

            /// Capitals, and a space or hyphen for the underscore, make no difference.
            fn read(cell: &str) -> Result<Self, Refusal> {
                let stored = || Self::ALL.iter().copied().find(|value| is_same_word(value.as_str(), cell));
                let alias = || Self::ALIASES.iter().find(|(word, _)| is_same_word(word, cell)).map(|(_, value)| *value);
                Self::of(cell).or_else(stored).or_else(alias).ok_or(Refusal::Choice)
            }

            fn parse(canonical: &str) -> Option<Self> {
                Self::of(canonical)
            }

            fn write(value: &Self, out: &mut String) {
                out.push_str(value.as_str());
            }
        }
    )* };
}

choice_columns! {
    Segmen StatusData JenisWilayah ProgramJaminan Manfaat SumberDana StatusTindakLanjut JenisKegiatan JenisFaktor
    SatuanTarget Arah RumusNegatif Agregasi
}

/// Whether two words are the same but for capitals, and spaces or hyphens for underscores.
pub(super) fn is_same_word(stored: &str, written: &str) -> bool {
    let plain = |byte: u8| if matches!(byte, b' ' | b'-') { b'_' } else { byte.to_ascii_lowercase() };
    stored.bytes().map(plain).eq(written.bytes().map(plain))
}

/// The nation's code, beside those of its regions.
pub const NATION: &str = "00";

/// [`NATION`]; a province of two digits; then a regency or city, a kecamatan, and a village of four digits.
fn is_region_code(code: &str) -> bool {
    let mut lengths = [2, 2, 2, 4].into_iter();
    let well_formed =
        code.split('.').all(|part| lengths.next() == Some(part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    well_formed && (code == NATION || !code.starts_with(NATION))
}

/// The commonest form of a number, read without a detour.
fn plain_digits(cell: &str) -> Option<u64> {
    cell.bytes().all(|byte| byte.is_ascii_digit()).then(|| cell.parse().ok()).flatten()
}

fn canonical_number(text: &str) -> Option<u64> {
    let leading_zero = text.len() > 1 && text.starts_with('0');
    if leading_zero { None } else { plain_digits(text) }
}

/// Adds the digits of a number to a text, with zeros in front up to a width.
fn push_number(number: u64, width: usize, out: &mut String) {
    let mut digits = [b'0'; 20];
    let (mut rest, mut first) = (number, digits.len());
    for digit in digits.iter_mut().rev() {
        *digit += u8::try_from(rest % 10).unwrap_or_default();
        (rest, first) = (rest / 10, first - 1);
        if rest == 0 {
            break;
        }
    }
    let shown = digits.get(first.min(digits.len().saturating_sub(width))..);
    out.push_str(shown.and_then(|digits| std::str::from_utf8(digits).ok()).unwrap_or_default());
}

fn two_digits(text: &str) -> Option<u32> {
    (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}
