//! Coverage, and the formulas that hang on it.
//!
//! Working formula of *Universal Coverage Jamsostek*: active participants over workers, as used by the labour offices
//! (Disnaker Kota Pangkalpinang, May 2025). Persons needed, shortfalls and paces are rounded up; whether a target is
//! met is decided on exact values.

use chrono::NaiveDate;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use super::{Ratio, percent_of_counts, ratio, round_up, whole};
use crate::place::{Sourced, Sources};

/// A percentage that knows its numerator, its denominator, and what the denominator means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Active participants, persons.
    pub participants: Sourced<u64>,
    /// Workers, persons; never zero.
    pub workers: Sourced<u64>,
    /// Key of the denominator's definition (`bekerja_sakernas`).
    pub definition: String,
    /// Who published the denominator.
    pub publisher: String,
    /// The day the denominator holds for.
    pub workers_as_of: NaiveDate,
}

impl Coverage {
    /// Participants over workers, in percent, exact.
    #[must_use]
    pub fn percent(&self) -> Ratio {
        percent_of_counts(self.participants.value, self.workers.value).unwrap_or_else(Ratio::zero)
    }

    /// How many *persen poin* it lies above another coverage, exact; negative below it.
    #[must_use]
    pub fn above(&self, other: &Self) -> Ratio {
        // Over the product of both denominators: one reduction to lowest terms in place of three.
        let weighed = |of: &Self, by: &Self| BigInt::from(of.participants.value) * by.workers.value;
        let difference = (weighed(self, other) - weighed(other, self)) * 100;
        ratio(difference, BigInt::from(self.workers.value) * other.workers.value).unwrap_or_else(Ratio::zero)
    }

    /// The cells behind the percentage.
    #[must_use]
    pub fn sources(&self) -> Sources {
        self.participants.from.clone().and(&self.workers.from)
    }

    /// Workers who are not participants, persons; zero when participants exceed workers.
    #[must_use]
    pub fn uncovered(&self) -> u64 {
        self.workers.value.saturating_sub(self.participants.value)
    }
}

/// Participants needed so that `target` percent of `workers` are covered; rounded up.
#[must_use]
pub fn needed_persons(target: &Ratio, workers: u64) -> BigInt {
    round_up(&(target * whole(workers) / whole(100)))
}

/// Participants still missing for the target; zero when it is met.
#[must_use]
pub fn shortfall_persons(target: &Ratio, workers: u64, participants: u64) -> BigInt {
    let missing = needed_persons(target, workers) - BigInt::from(participants);
    if missing.is_negative() { BigInt::zero() } else { missing }
}

/// Participants to be added in each of the remaining months; rounded up. Nothing without months.
#[must_use]
pub fn monthly_pace(shortfall: &BigInt, months: u32) -> Option<BigInt> {
    (months > 0).then(|| round_up(&Ratio::new(shortfall.clone(), BigInt::from(months))))
}

/// The straight path from `start` to `target` over `months`, after `elapsed` of them.
#[must_use]
pub fn path_value(start: &Ratio, target: &Ratio, elapsed: u32, months: u32) -> Option<Ratio> {
    // The mean of both ends, each weighed by the months on its side: one reduction to lowest terms in place of four.
    let weighed = |end: &Ratio, other: &Ratio, weight: i64| end.numer() * other.denom() * weight;
    let (elapsed, months) = (i64::from(elapsed), i64::from(months));
    let ends = weighed(start, target, months - elapsed) + weighed(target, start, elapsed);
    ratio(ends, start.denom() * target.denom() * months)
}
