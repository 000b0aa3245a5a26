//! What a cell of a sheet holds, as the text that its column reads: numbers in digits, days as `2025-08-31`.
//!
//! After this a column does not know which kind of file it is read from. What has no such text without a guess is
//! refused here ([`Unfit`]).
//!
//! Percent: a cell shown as a percentage holds the hundredth part of what it shows, so it is read a hundredfold. A number
//! shown as it is stands for itself, unless it is so small in a column of percentages that it may be such a hundredth part
//! without its sign: at most 1, or, where the file does not tell how a cell is shown, at most 2.
//!
//! Days as bare numbers: whole ones are read by the epoch of their sheet when the day lies in the years 1990 to 2100, and
//! said so.

use std::borrow::Cow;

use chrono::{Datelike, Days, NaiveDate};

use super::number::Shown;
use crate::bahasa::baca::Jenis;
use crate::figure::Period;
use crate::table::schema::Kind;
use crate::workbook::{Day, Epoch, Form, Value};

/// So many digits are an identity number, of a person or of an account, not a text that happens to be a number.
const IDENTITY_DIGITS: i32 = 12;

/// The years that a bare number may mean as a day.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// What the numbers of a cell are measured in, as far as its row and column say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Percent.
    Percent,
    /// Something else.
    Other,
    /// The unit is stated elsewhere, and was not found there.
    Unknown,
}

/// The text of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spelled<'a> {
    /// As its column reads it.
    pub(super) text: Cow<'a, str>,
    /// The day, when it was stored as a bare number.
    pub(super) serial: Option<NaiveDate>,
}

impl<'a> Spelled<'a> {
    fn as_is(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), serial: None }
    }
}

/// Why a cell of a sheet has no text that its column could read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::table) enum Unfit {
    /// A formula failed; the name of its error.
    Error(String),
    /// A formula was never computed.
    Uncomputed,
    /// `TRUE` or `FALSE`.
    Truth(bool),
    /// A day where none belongs.
    Day(NaiveDate),
    /// A day with a time.
    Timed(NaiveDate),
    /// A cell that shows a month, where a day belongs.
    MonthOnly(Period),
    /// A day within a month, where a month belongs.
    WithinMonth(NaiveDate),
    /// A fraction where whole numbers belong.
    Fraction {
        /// The number.
        shown: String,
        /// What it is when its comma was meant to group thousands.
        thousands: Option<String>,
    },
    /// A percentage where none belongs.
    Percent {
        /// As its cell shows it.
        shown: String,
        /// Whether another unit is the reason.
        unit: bool,
    },
    /// A number that may be a percentage or the hundredth part of one.
    Share {
        /// The number as it is.
        shown: String,
        /// The number a hundredfold.
        hundredfold: String,
        /// Whether the file tells how its cells are shown.
        told: bool,
        /// Whether it is known that percentages belong here.
        percent: bool,
    },
    /// A number of which digits are or may be lost: an identity number, or one of more than fifteen digits.
    Digits(String),
    /// A region's code as a number, which has no zeros at its end.
    Region(String),
    /// A number too large or too small for what is wanted.
    Far(Jenis, String),
}

impl Unfit {
    /// Whether it is the format of the whole column that has to be changed, so that one cell speaks for all.
    pub(super) fn concerns_column(&self) -> bool {
        matches!(self, Self::Region(_) | Self::Digits(_) | Self::Day(_))
    }
}

/// The text of a cell; `value` is no text itself.
pub(super) fn spell(kind: Kind, measure: Measure, epoch: Epoch, value: &Value) -> Result<Spelled<'_>, Unfit> {
    match value {
        Value::Text(text) => Ok(Spelled::as_is(&**text)),
        Value::Error(name) => Err(Unfit::Error(name.to_string())),
        Value::Uncomputed => Err(Unfit::Uncomputed),
        Value::Truth(truth) => Err(Unfit::Truth(*truth)),
        Value::Day(day) => spell_day(kind, *day).map(Spelled::as_is),
        Value::Number(number, _) if !number.is_finite() => Err(Unfit::Error(number.to_string())),
        Value::Number(number, form) => spell_number(kind, measure, epoch, &Shown::of(*number), *form),
    }
}

fn spell_day(kind: Kind, day: Day) -> Result<String, Unfit> {
    let date = day.date;
    let Some(period) = Period::of(date).filter(|_| matches!(kind, Kind::Date | Kind::Month)) else {
        return Err(Unfit::Day(date));
    };
    match kind {
        _ if day.timed => Err(Unfit::Timed(date)),
        Kind::Date if day.month_only => Err(Unfit::MonthOnly(period)),
        Kind::Date => Ok(date.to_string()),
        _ if day.month_only || date == period.first_day() || date == period.last_day() => Ok(period.to_string()),
        _ => Err(Unfit::WithinMonth(date)),
    }
}

fn spell_number(
    kind: Kind,
    measure: Measure,
    epoch: Epoch,
    number: &Shown,
    form: Form,
) -> Result<Spelled<'static>, Unfit> {
    if number.is_cut() {
        return Err(Unfit::Digits(number.plain()));
    }
    if form == Form::Percent && !matches!(kind, Kind::Decimal | Kind::Text | Kind::Choice(_)) {
        return Err(Unfit::Percent { shown: percent(number), unit: false });
    }
    let plain = || Ok(Spelled::as_is(number.plain()));
    match kind {
        Kind::Count if number.is_far() => Err(Unfit::Far(Jenis::Cacah, number.plain())),
        Kind::Money if number.is_far() => Err(Unfit::Far(Jenis::Uang, number.plain())),
        Kind::Count | Kind::Money if !number.is_whole() => {
            let thousands = number.thousandfold();
            let thousands = thousands.is_whole().then(|| thousands.plain());
            Err(Unfit::Fraction { shown: number.plain(), thousands })
        }
        Kind::Decimal if number.is_far() => Err(Unfit::Far(Jenis::Desimal, number.plain())),
        Kind::Decimal => spell_measured(measure, number, form).map(Spelled::as_is),
        Kind::Date | Kind::Month => match serial(number, epoch) {
            Some(date) => {
                let day = Day { date, timed: false, month_only: false };
                Ok(Spelled { text: spell_day(kind, day)?.into(), serial: Some(date) })
            }
            None => plain(),
        },
        Kind::Region if !(number.is_whole() && number.whole_digits() == 2) => Err(Unfit::Region(number.plain())),
        Kind::Text if number.whole_digits() >= IDENTITY_DIGITS => Err(Unfit::Digits(number.plain())),
        Kind::Text if form == Form::Percent => Ok(Spelled::as_is(percent(number))),
        Kind::Text if measure == Measure::Percent => spell_measured(measure, number, form).map(Spelled::as_is),
        _ => plain(),
    }
}

/// A number in a column whose numbers have a unit.
fn spell_measured(measure: Measure, number: &Shown, form: Form) -> Result<String, Unfit> {
    let small = if form == Form::Unknown { number.is_within_two() } else { number.is_within_one() };
    match (form, measure) {
        (Form::Percent, Measure::Other) => Err(Unfit::Percent { shown: percent(number), unit: true }),
        (Form::Percent, _) => Ok(number.hundredfold().plain()),
        (_, Measure::Percent | Measure::Unknown) if small && !number.is_zero() => Err(Unfit::Share {
            shown: number.plain(),
            hundredfold: number.hundredfold().plain(),
            told: form != Form::Unknown,
            percent: measure == Measure::Percent,
        }),
        _ => Ok(number.plain()),
    }
}

fn percent(number: &Shown) -> String {
    format!("{}%", number.hundredfold().plain())
}

/// The day that a bare number means, when it is one of [`YEARS`].
fn serial(number: &Shown, epoch: Epoch) -> Option<NaiveDate> {
    let days: u64 = number.plain().parse().ok()?;
    // From March 1900 on, the day that never was makes the first epoch begin a day earlier than it says.
    let zero = match epoch {
        Epoch::Y1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
        Epoch::Y1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
    };
    let day = zero?.checked_add_days(Days::new(days))?;
    YEARS.contains(&day.year()).then_some(day)
}
