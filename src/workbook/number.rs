//! A stored number as its cell shows it.
//!
//! Owns: fifteen digits, days counted from 1900 or 1904, and times. What a format says belongs to [`super::format`].

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use num_traits::{FromPrimitive, ToPrimitive};

use super::format::Shown;
use super::{Day, Epoch, Form, Value};

/// Milliseconds of a day; spreadsheets count no finer.
const DAY: i64 = 86_400_000;

/// 31 December 9999 in the system of 1900, the last day that is shown.
const LAST_DAY: i64 = 2_958_465;

/// How many days later the system of 1904 begins.
const LATER: i64 = 1_462;

/// Numbers from here on have more digits than are kept.
const EXACT: f64 = 1e15;

/// What a cell with this number and format holds.
pub(super) fn value(number: f64, shown: Shown, epoch: Epoch) -> Value {
    if !number.is_finite() {
        return Value::Error(Arc::from("#NUM!"));
    }
    let moment = match shown {
        Shown::Number(form) => return Value::Number(fifteen(number), form),
        Shown::Day { month_only } => day(number, month_only, epoch),
        Shown::Time => time(number),
    };
    moment.unwrap_or_else(|| Value::Number(fifteen(number), Form::Plain))
}

/// The number with the fifteen digits that spreadsheets show and compute with; what is stored behind them is noise.
pub(super) fn fifteen(number: f64) -> f64 {
    if number.abs() >= EXACT || is_short(number) {
        return number;
    }
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// Whether few decimals spell the number exactly: both sides of the division are exact, so it rounds once, as reading
/// the decimals does.
fn is_short(number: f64) -> bool {
    [1.0, 1e2, 1e4, 1e6, 1e9].iter().any(|scale| {
        let whole = (number * scale).round();
        whole.abs() < EXACT && (whole / scale).to_bits() == number.to_bits()
    })
}

/// Nothing for a number that no day has: its cell shows it as filled with `#`.
fn day(number: f64, month_only: bool, epoch: Epoch) -> Option<Value> {
    let moment = (number * f64::from_i64(DAY)?).round().to_i64()?;
    let (counted, rest) = (moment.div_euclid(DAY), moment.rem_euclid(DAY));
    let counted = if epoch == Epoch::Y1904 { counted.checked_add(LATER)? } else { counted };
    if counted > LAST_DAY {
        return None;
    }
    // The system of 1900 counts a 29 February that never was; days before it are one nearer to the beginning.
    let (first, days) = match (epoch, counted) {
        (Epoch::Y1900, 60) => return Some(Value::Text(Arc::from("29/02/1900"))),
        (Epoch::Y1900, 1..60) => (NaiveDate::from_ymd_opt(1899, 12, 31)?, counted),
        (Epoch::Y1900, 61..) | (Epoch::Y1904, LATER..) => (NaiveDate::from_ymd_opt(1899, 12, 30)?, counted),
        _ => return None,
    };
    let date = first.checked_add_days(Days::new(days.to_u64()?))?;
    Some(Value::Day(Day { date, timed: rest != 0, month_only }))
}

/// A time as text, because it counts nothing.
fn time(number: f64) -> Option<Value> {
    let seconds = (number * 86_400.0).round().to_i64().filter(|seconds| *seconds >= 0)?;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let rest = if seconds == 0 { String::new() } else { format!(":{seconds:02}") };
    Some(Value::Text(Arc::from(format!("{hours:02}:{minutes:02}{rest}"))))
}
