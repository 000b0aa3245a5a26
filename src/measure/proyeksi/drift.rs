//! A random walk with drift: each month starts where the last one ended.

use num_bigint::BigInt;
use num_traits::Zero;

use super::history::{Estimate, History, root};
use crate::figure::{Period, Ratio, ratio, whole};

/// The random walk with drift.
///
/// Its drift is the mean change per month, which is the change from the first point to the last over the months between
/// them, `T`. Its steps have the variance `s² = Σ(d - g·drift)²/g / (m - 1)`, with `d` the change and `g` the months
/// from each of the `n` points to the next and `m = n - 1`; without gaps, the variance of the monthly differences.
/// After `h` months the walk lies within `t · s · √(h + h²/T)` of the last point plus `h` times the drift, `t` with
/// `m - 1 = n - 2` degrees of freedom: `h` steps of its own, and the error of the drift, which every month repeats
/// (Box and Jenkins, *Time Series Analysis*, on the integrated process with a constant; Hyndman and Athanasopoulos,
/// *Forecasting: Principles and Practice*, on the drift method).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RandomWalk {
    history: History,
    drift: Ratio,
    variance: Ratio,
}

impl RandomWalk {
    /// The walk that went through a history.
    #[must_use]
    pub fn of(history: &History) -> Self {
        let months = whole(history.span());
        let gained: BigInt = history.steps().map(|(_, change)| change).sum();
        let drift = history.value(gained) / &months;
        // Σ(d - g·drift)²/g = Σd²/g - drift²·T, since the changes sum to drift·T.
        let square_steps = history.steps().filter_map(|(gap, change)| ratio(&change * &change, gap));
        let square_steps = square_steps.fold(Ratio::zero(), |sum, square| sum + square);
        let square_steps = history.square(square_steps.numer().clone()) / whole(square_steps.denom().clone());
        let variance = (square_steps - &drift * &drift * months) / history.free();
        Self { history: history.clone(), drift, variance }
    }

    /// The drift, per month.
    #[must_use]
    pub fn drift(&self) -> &Ratio {
        &self.drift
    }

    /// Point and prediction interval in a month; at the last point and before it, the last point itself.
    #[must_use]
    pub fn at(&self, month: Period) -> Estimate {
        let (last, units) = self.history.last();
        let ahead = whole((self.history.time(month) - last).max(0));
        let months = whole(self.history.span());
        let variance = &self.variance * (&ahead + &ahead * &ahead / months);
        let value = self.history.value(units) + &self.drift * ahead;
        Estimate { value, half_width: self.history.quantile() * root(&variance) }
    }
}
