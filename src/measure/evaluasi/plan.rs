//! The years of a plan, and which indicators are its own.

use std::ops::RangeInclusive;

use crate::manifest::MAX_PLAN_YEARS;
use crate::table::Indikator;

/// A medium-term plan: its years. Five as a rule, one to [`MAX_PLAN_YEARS`] in law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Plan {
    first: i32,
    last: i32,
}

impl Plan {
    /// A plan from its first to its last year; nothing when these are too many or none.
    #[must_use]
    pub fn new(first: i32, last: i32) -> Option<Self> {
        let years = last.checked_sub(first)?.checked_add(1)?;
        (1..=i32::from(MAX_PLAN_YEARS)).contains(&years).then_some(Self { first, last })
    }

    /// Its first year.
    #[must_use]
    pub fn first(self) -> i32 {
        self.first
    }

    /// Its last year.
    #[must_use]
    pub fn last(self) -> i32 {
        self.last
    }

    /// Its years in order.
    #[must_use]
    pub fn years(self) -> RangeInclusive<i32> {
        self.first..=self.last
    }

    /// The year before it, whose state it starts from.
    #[must_use]
    pub fn base_year(self) -> i32 {
        self.first.saturating_sub(1)
    }

    /// Whether an indicator is the plan's: its base year is.
    #[must_use]
    pub fn has(self, indicator: &Indikator) -> bool {
        indicator.tahun_awal.as_ref().is_some_and(|cell| cell.value == self.base_year())
    }
}
