//! A projected percentage, which may leave the range of a percentage.

use crate::figure::{Ratio, ratio, round_half_up, whole};
use crate::measure::PERCENT_PLACES;
use crate::place::{Sourced, Sources};

/// Where a projected percentage lies. Exhaustive: every case has its own sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LevelCase {
    /// Below zero: the pace cannot last until then.
    DiBawahNol,
    /// From zero to one hundred: it can be printed.
    Wajar,
    /// Above one hundred: the pace cannot last until then.
    MelampauiSeratus,
}

/// A projected percentage with two decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    reckoned: Ratio,
    from: Sources,
}

impl Level {
    pub(super) fn new(exact: &Ratio, from: Sources) -> Self {
        let rounded = round_half_up(exact, PERCENT_PLACES);
        let reckoned = ratio(rounded.units, 10_i64.pow(PERCENT_PLACES)).unwrap_or_default();
        Self { reckoned, from }
    }

    /// The case.
    #[must_use]
    pub fn case(&self) -> LevelCase {
        if self.reckoned < whole(0) {
            LevelCase::DiBawahNol
        } else if self.reckoned > whole(100) {
            LevelCase::MelampauiSeratus
        } else {
            LevelCase::Wajar
        }
    }

    /// Percent with two decimals, from 0 to 100: the only form that may be printed. What lies outside is the end of the
    /// range, and the sentence of its case says so.
    #[must_use]
    pub fn percent(&self) -> Sourced<Ratio> {
        Sourced::new(self.reckoned.clone().clamp(whole(0), whole(100)), self.from.clone())
    }

    /// Percent with two decimals as reckoned, for the geometry of a chart and for comparisons; never printed.
    #[must_use]
    pub fn reckoned(&self) -> &Ratio {
        &self.reckoned
    }
}
