//! The scales: whole percent upwards, months along.

use num_traits::ToPrimitive;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

use crate::figure::{Period, Ratio, whole};

/// A percent axis never shows less than this many *persen poin*: a finer one would make a cliff of a rounding.
const LEAST_SPREAD: i64 = 5;

/// A linear scale from values to whole units of the sheet.
pub(super) struct Scale {
    values: RangedCoordf64,
    units: (i32, i32),
}

impl Scale {
    /// Values `from..to` onto units `first..last`; an empty range of values is widened.
    pub(super) fn new((from, to): (f64, f64), units: (i32, i32)) -> Self {
        let to = if to > from { to } else { from + 1.0 };
        Self { values: RangedCoordf64::from(from..to), units }
    }

    pub(super) fn at(&self, value: f64) -> i32 {
        self.values.map(&value, self.units)
    }
}

/// The value for geometry; nothing outside `0..=most`.
pub(super) fn length(value: &Ratio, most: u64) -> Option<f64> {
    if *value < whole(0) || *value > whole(most) {
        return None;
    }
    value.to_f64().filter(|length| length.is_finite())
}

/// Round numbers on the percent axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PercentAxis {
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) step: i32,
}

impl PercentAxis {
    /// The rule: the axis starts at zero when the lowest value is no further from zero than the values are from each
    /// other; otherwise it holds the values with a tenth of their spread above and below. It never shows less than
    /// five *persen poin*, never goes below 0 or beyond 100 unless the values do, and its ticks are the finest of
    /// 1, 2, 5, 10, ... that leave at most `intervals` between them.
    pub(super) fn holding(lowest: f64, highest: f64, intervals: i64) -> Self {
        let (floor, ceil) = (whole_below(lowest), -whole_below(-highest));
        let spread = ceil - floor;
        let from_zero = floor >= 0 && floor <= spread;
        let pad = ((spread + 9) / 10).max((LEAST_SPREAD - spread + 1) / 2);
        let from = if from_zero { 0 } else { floor - pad };
        let from = if floor >= 0 { from.max(0) } else { from };
        let to = (ceil + pad).max(from + LEAST_SPREAD);
        let (from, to) = if ceil <= 100 && to > 100 { (from.min(100 - LEAST_SPREAD), 100) } else { (from, to) };
        for step in steps() {
            let (start, end) = (from.div_euclid(step) * step, -(-to).div_euclid(step) * step);
            if end - start <= step * intervals.max(1) {
                return Self { from: narrow(start), to: narrow(end), step: narrow(step) };
            }
        }
        Self { from: narrow(from), to: narrow(to.max(from + 1)), step: narrow(to - from).max(1) }
    }

    /// The ticks from below.
    pub(super) fn ticks(self) -> impl Iterator<Item = i32> {
        (0..)
            .map_while(move |n: i32| n.checked_mul(self.step)?.checked_add(self.from))
            .take_while(move |t| *t <= self.to)
    }
}

fn steps() -> impl Iterator<Item = i64> {
    (0..9).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_i64.pow(power)))
}

fn whole_below(value: f64) -> i64 {
    value.floor().to_i64().unwrap_or_default()
}

fn narrow(n: i64) -> i32 {
    i32::try_from(n).unwrap_or(if n < 0 { i32::MIN } else { i32::MAX })
}

/// A tick as readers see it: `1.250%`, `−5%`.
pub(super) fn percent_tick(value: i32) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    let sign = if value < 0 { "−" } else { "" };
    format!("{sign}{grouped}%")
}

/// Months from year 0: a number that labels can be thinned by.
pub(super) fn month_number(period: Period) -> i32 {
    period.year() * 12 + period.month().cast_signed() - 1
}

/// Every how many months a label is printed.
pub(super) const MONTH_STRIDES: [i32; 14] = [1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 4800];
/// Every how many years a label is printed.
pub(super) const YEAR_STRIDES: [i32; 8] = [1, 2, 5, 10, 20, 50, 100, 200];
