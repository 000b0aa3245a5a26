//! The points that a line is laid through, and what every method reckons with.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Zero};

use super::CONFIDENCE;
use super::student::student_quantile;
use crate::figure::{Period, Ratio, whole};

/// Decimals of a square root.
const ROOT_PLACES: u32 = 12;

/// Exact values of some months. Time is the number of the month, so a month without a value is a gap and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    first: Period,
    /// Months after the first, ascending, each with its value in units of the scale: whole numbers are summed without a
    /// reduction to lowest terms at every step.
    points: Vec<(i32, BigInt)>,
    /// Units to one.
    scale: BigInt,
    quantile: Ratio,
}

impl History {
    /// The points in the order of their months. Nothing when they are fewer than three, the least that leave a
    /// deviation from a line, or when a month stands twice or out of order.
    #[must_use]
    pub fn new(points: &[(Period, Ratio)]) -> Option<Self> {
        let first = points.first()?.0;
        let ascending = points.iter().zip(points.iter().skip(1)).all(|(a, b)| a.0 < b.0);
        let free = u32::try_from(points.len()).ok()?.checked_sub(2)?;
        if !ascending || free == 0 {
            return None;
        }
        let scale = points.iter().fold(BigInt::one(), |scale, (_, value)| scale.lcm(value.denom()));
        let units = |value: &Ratio| value.numer() * (&scale / value.denom());
        let points = points.iter().map(|(month, value)| (first.months_until(*month), units(value))).collect();
        Some(Self { first, points, scale, quantile: student_quantile(free, CONFIDENCE)? })
    }

    /// How many points.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.points.len()).unwrap_or(u32::MAX)
    }

    /// Degrees of freedom that a line leaves.
    pub(super) fn free(&self) -> Ratio {
        whole(self.count().saturating_sub(2).max(1))
    }

    /// The quantile of Student's t for as many degrees.
    pub(super) fn quantile(&self) -> &Ratio {
        &self.quantile
    }

    pub(super) fn points(&self) -> &[(i32, BigInt)] {
        &self.points
    }

    /// A value given in units.
    pub(super) fn value(&self, units: impl Into<BigInt>) -> Ratio {
        Ratio::new(units.into(), self.scale.clone())
    }

    /// A product of two values given in units.
    pub(super) fn square(&self, units: impl Into<BigInt>) -> Ratio {
        Ratio::new(units.into(), &self.scale * &self.scale)
    }

    /// The last point, in units.
    pub(super) fn last(&self) -> (i32, BigInt) {
        self.points.last().cloned().unwrap_or_default()
    }

    /// Months from the first to the last.
    pub(super) fn span(&self) -> i32 {
        self.last().0
    }

    /// A month as the methods count it.
    pub(super) fn time(&self, month: Period) -> i32 {
        self.first.months_until(month)
    }

    /// From each point to the next: months, and change in units.
    pub(super) fn steps(&self) -> impl Iterator<Item = (i32, BigInt)> {
        self.points.iter().zip(self.points.iter().skip(1)).map(|(a, b)| (b.0 - a.0, &b.1 - &a.1))
    }
}

/// What a method says of one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The point, exact.
    pub value: Ratio,
    /// From the point to either end of the prediction interval, to twelve decimals; zero when the points lie exactly
    /// on the line.
    pub half_width: Ratio,
}

/// The square root of a number that is not negative, cut to twelve decimals.
pub(super) fn root(value: &Ratio) -> Ratio {
    let scale = BigInt::from(10).pow(ROOT_PLACES);
    let square = value.numer() * &scale * &scale / value.denom();
    if square <= BigInt::zero() { Ratio::zero() } else { Ratio::new(square.sqrt(), scale) }
}

/// The middle value, or the mean of the two in the middle.
pub(super) fn median(mut values: Vec<Ratio>) -> Ratio {
    values.sort();
    let middle = values.len() / 2;
    let of = |at: usize| values.get(at).cloned().unwrap_or_else(Ratio::zero);
    if values.len().is_multiple_of(2) { (of(middle.saturating_sub(1)) + of(middle)) / whole(2) } else { of(middle) }
}
