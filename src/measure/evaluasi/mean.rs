//! The mean of a column over indicators, and who was left out of it.

use std::collections::BTreeMap;

use super::figure::Absent;
use super::predikat::{Attained, Attainment};
use crate::figure::{Ratio, ratio};
use crate::manifest::ModePredikat;
use crate::place::{Sourced, Sources};
use crate::table::Indikator;

/// The simple arithmetic mean of a column of *tingkat capaian*: every indicator weighs the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mean<'a> {
    /// The mean and its *predikat*; nothing when no indicator has a percentage.
    pub level: Option<Attainment>,
    /// How many indicators it is the mean of.
    pub included: usize,
    /// The indicators left out, in their order, each with its reason.
    pub excluded: Vec<(&'a Indikator, Absent)>,
    /// The indicators in it whose percentage is suspicious. They count like the others.
    pub suspicious: Vec<&'a Indikator>,
}

impl<'a> Mean<'a> {
    pub(super) fn over<'c>(column: impl Iterator<Item = (&'a Indikator, &'c Attained)>, mode: ModePredikat) -> Self {
        let (mut sum, mut from) = (Ratio::from_integer(0.into()), Vec::new());
        let (mut excluded, mut suspicious) = (Vec::new(), Vec::new());
        for (indicator, attained) in column {
            match attained {
                Ok(one) => {
                    sum += &one.percent.value;
                    from.push(&one.percent.from);
                    suspicious.extend(one.is_suspicious().then_some(indicator));
                }
                Err(why) => excluded.push((indicator, *why)),
            }
        }
        let included = from.len();
        let level = ratio(1, included)
            .map(|share| Attainment::of(Sourced::new(sum * share, from.into_iter().collect::<Sources>()), mode));
        Self { level, included, excluded, suspicious }
    }

    /// How many indicators were left out for each reason.
    #[must_use]
    pub fn excluded_by_reason(&self) -> BTreeMap<Absent, usize> {
        let mut counts = BTreeMap::new();
        for (_, why) in &self.excluded {
            *counts.entry(*why).or_default() += 1;
        }
        counts
    }
}
