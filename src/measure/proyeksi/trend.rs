//! A straight line through the points: least squares with its prediction interval, and the robust line of Theil and
//! Sen beside it.

use num_bigint::BigInt;
use num_traits::Zero;

use super::NORMAL_80;
use super::history::{Estimate, History, median, root};
use crate::figure::{Period, Ratio, ratio, whole};

/// Ordinary least squares of the values on time.
///
/// With `n` points, mean time `x̄` and `Sxx = Σ(x - x̄)²`, the slope is `b = Σ(x - x̄)y / Sxx` and the line runs
/// through the means. A new value at `x₀` lies within `t · s · √(1 + 1/n + (x₀ - x̄)²/Sxx)` of it, `s² = Σe²/(n - 2)`
/// and `t` the quantile of Student's t with `n - 2` degrees of freedom: the prediction interval of simple regression
/// as any standard text has it (Draper and Smith, *Applied Regression Analysis*, 1.4), right when the deviations `e`
/// are independent and Gaussian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeastSquares {
    history: History,
    mean_time: Ratio,
    mean: Ratio,
    slope: Ratio,
    /// `Sxx`.
    spread: Ratio,
    /// `Σe²`.
    squares: Ratio,
}

impl LeastSquares {
    /// The line through a history.
    #[must_use]
    pub fn of(history: &History) -> Self {
        let n = whole(history.count());
        // All sums are whole numbers, divided once: times as they are, values in units.
        let points = || history.points().iter();
        let times: BigInt = points().map(|(time, _)| BigInt::from(*time)).sum();
        let square_times: BigInt = points().map(|(time, _)| square(*time)).sum();
        let units: BigInt = points().map(|(_, units)| units).sum();
        let square_units: BigInt = points().map(|(_, units)| units * units).sum();
        let products: BigInt = points().map(|(time, units)| units * time).sum();
        let mean_time = whole(times.clone()) / &n;
        let mean = history.value(units.clone()) / &n;
        let spread = whole(square_times) - whole(times.clone()) * &mean_time;
        let slope = (history.value(products) - whole(times) * &mean) / &spread;
        let squares = history.square(square_units) - history.value(units) * &mean - &slope * &slope * &spread;
        Self { history: history.clone(), mean_time, mean, slope, spread, squares }
    }

    /// The slope, per month.
    #[must_use]
    pub fn slope(&self) -> &Ratio {
        &self.slope
    }

    /// Line and prediction interval in a month.
    #[must_use]
    pub fn at(&self, month: Period) -> Estimate {
        let off = whole(self.history.time(month)) - &self.mean_time;
        let shape = whole(1) + whole(self.history.count()).recip() + &off * &off / &self.spread;
        let variance = &self.squares / self.history.free() * shape;
        Estimate { value: &self.mean + &self.slope * off, half_width: self.history.quantile() * root(&variance) }
    }

    /// The statistic of Durbin and Watson (1950): squared steps of the residuals from each point to the next over their
    /// squares. Near 2 for independent deviations, near 0 when each deviation carries on the one before. Nothing when
    /// all points lie on the line.
    #[must_use]
    pub fn durbin_watson(&self) -> Option<Ratio> {
        if self.squares.is_zero() {
            return None;
        }
        // A residual's step is the value's step less the slope times its months.
        let square_steps: BigInt = self.history.steps().map(|(_, change)| &change * &change).sum();
        let products: BigInt = self.history.steps().map(|(months, change)| change * months).sum();
        let square_months: BigInt = self.history.steps().map(|(months, _)| square(months)).sum();
        let steps = self.history.square(square_steps) - whole(2) * &self.slope * self.history.value(products)
            + &self.slope * &self.slope * whole(square_months);
        Some(steps / &self.squares)
    }

    /// Mean and standard deviation of the statistic when the deviations are independent and Gaussian.
    ///
    /// Durbin and Watson (1950) give them for `e'Ae/e'e` by traces of `A` and of the regressors. For one regressor time
    /// and `A` the squared steps they come to, with `g` the months from each point to the next and `g'` those before it
    /// (none before the first point and after the last),
    /// `P = 2(n - 1) - Σg²/Sxx`, `Q = 6n - 8 - 2Σ(g - g')²/Sxx + (Σg²/Sxx)²`, mean `P/(n - 2)` and variance
    /// `2(Q - P · mean)/((n - 2)n)`.
    #[must_use]
    pub fn durbin_watson_of_independence(&self) -> (Ratio, Ratio) {
        let n = whole(self.history.count());
        let free = &n - whole(2);
        let gaps: Vec<i32> = self.history.steps().map(|(months, _)| months).collect();
        let before = std::iter::once(0).chain(gaps.iter().copied());
        let after = gaps.iter().copied().chain(std::iter::once(0));
        let bends: BigInt = before.zip(after).map(|(before, after)| square(after - before)).sum();
        let lengths: BigInt = gaps.iter().map(|gap| square(*gap)).sum();
        let (bends, lengths) = (whole(bends) / &self.spread, whole(lengths) / &self.spread);
        let p = whole(2) * (&n - whole(1)) - &lengths;
        let q = whole(6) * &n - whole(8) - whole(2) * bends + &lengths * &lengths;
        let mean = &p / &free;
        let deviation = root(&(whole(2) * (q - &p * &mean) / (free * n)));
        (mean, deviation)
    }

    /// What the statistic of independent deviations stays above in [`CONFIDENCE`] percent of all cases, by the normal
    /// approximation: mean less 0,8416 standard deviations.
    #[must_use]
    pub fn durbin_watson_bound(&self) -> Ratio {
        let (mean, deviation) = self.durbin_watson_of_independence();
        mean - ratio(NORMAL_80.0, NORMAL_80.1).unwrap_or_default() * deviation
    }
}

/// The line of Theil (1950) and Sen (1968): its slope is the median of the slopes between all pairs of points, its
/// height the median of what the points leave over. Up to about 29 percent of the points may be wild without moving it
/// far. It has no interval here; it is the check of least squares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TheilSen {
    history: History,
    slope: Ratio,
    height: Ratio,
}

impl TheilSen {
    /// The line through a history.
    #[must_use]
    pub fn of(history: &History) -> Self {
        let points = history.points();
        let slopes = points
            .iter()
            .enumerate()
            .flat_map(|(n, a)| points.iter().skip(n + 1).filter_map(|b| ratio(&b.1 - &a.1, b.0 - a.0)));
        let slope = median(slopes.collect());
        let height = median(points.iter().map(|(time, units)| whole(units.clone()) - &slope * whole(*time)).collect());
        let value = |units: &Ratio| history.value(units.numer().clone()) / whole(units.denom().clone());
        Self { slope: value(&slope), height: value(&height), history: history.clone() }
    }

    /// The slope, per month.
    #[must_use]
    pub fn slope(&self) -> &Ratio {
        &self.slope
    }

    /// The line in a month, exact.
    #[must_use]
    pub fn at(&self, month: Period) -> Ratio {
        &self.height + &self.slope * whole(self.history.time(month))
    }
}

fn square(n: i32) -> BigInt {
    BigInt::from(n) * n
}
