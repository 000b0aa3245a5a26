//! A month of a year: the reporting period.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    year: i32,
    month: u32,
}

impl Period {
    /// A month from 1 to 12 of a year from 1900 to 2200.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((1900..=2200).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The month a day lies in.
    #[must_use]
    pub fn of(date: NaiveDate) -> Option<Self> {
        Self::new(date.year(), date.month())
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1.
    #[must_use]
    pub fn month(self) -> u32 {
        self.month
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        // The constructor's bounds are far inside chrono's, so the fallback is never reached.
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or(NaiveDate::MIN)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let first = self.first_day();
        first.checked_add_months(Months::new(1)).and_then(|d| d.checked_sub_days(Days::new(1))).unwrap_or(first)
    }

    /// Whether a day lies in this month.
    #[must_use]
    pub fn contains(self, date: NaiveDate) -> bool {
        date.year() == self.year && date.month() == self.month
    }

    /// The month `n` months later (earlier for a negative `n`).
    #[must_use]
    pub fn plus(self, n: i32) -> Self {
        let index = self.year * 12 + self.month.cast_signed() - 1 + n;
        Self { year: index.div_euclid(12), month: index.rem_euclid(12).cast_unsigned() + 1 }
    }

    /// How many months lie between this month and a later one (negative for an earlier one).
    #[must_use]
    pub fn months_until(self, later: Self) -> i32 {
        (later.year - self.year) * 12 + later.month.cast_signed() - self.month.cast_signed()
    }
}

impl fmt::Display for Period {
    /// Canonical form, `2025-08`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Why a text is not a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParsePeriodError {
    /// The shape is right, but there is no such month.
    Month(u32),
    /// Anything else.
    Shape,
}

impl fmt::Display for ParsePeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(month) => write!(f, "Bulan {month} tidak ada."),
            Self::Shape => f.write_str("Periode ditulis sebagai tahun-bulan, misalnya 2025-08."),
        }
    }
}

impl std::error::Error for ParsePeriodError {}

impl FromStr for Period {
    type Err = ParsePeriodError;

    fn from_str(text: &str) -> Result<Self, ParsePeriodError> {
        let (year, month) = text.split_once('-').ok_or(ParsePeriodError::Shape)?;
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if year.len() != 4 || !(1..=2).contains(&month.len()) || !digits(year) || !digits(month) {
            return Err(ParsePeriodError::Shape);
        }
        let year: i32 = year.parse().map_err(|_| ParsePeriodError::Shape)?;
        let month: u32 = month.parse().map_err(|_| ParsePeriodError::Shape)?;
        if !(1..=12).contains(&month) {
            return Err(ParsePeriodError::Month(month));
        }
        Self::new(year, month).ok_or(ParsePeriodError::Shape)
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl TryFrom<String> for Period {
    type Error = ParsePeriodError;

    fn try_from(text: String) -> Result<Self, ParsePeriodError> {
        text.parse()
    }
}
