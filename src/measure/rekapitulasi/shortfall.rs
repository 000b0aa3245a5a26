//! What all targets together lack: the sum of positive shortfalls, and where most of it is.

use std::collections::BTreeMap;

use num_bigint::BigInt;

use super::Unjudged;
use crate::figure::{Ratio, percent_of};
use crate::measure::region::Regions;
use crate::measure::target::Standing;
use crate::place::{Sourced, Sources};

/// The sum of shortfalls. A part above its target takes nothing off it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// Persons.
    pub total: Sourced<BigInt>,
    /// Parts below their target: code, and its part of the total in percent, exact. The largest first, then by code.
    pub parts: Vec<(String, Sourced<Ratio>)>,
    /// The fewest parts that hold at least half of the total, from the largest on.
    pub half: usize,
    /// Their part of the total, percent, exact; nothing when nobody lacks anything.
    pub half_share: Option<Sourced<Ratio>>,
}

impl Shortfall {
    /// What part of the total a region lacks, when it lacks anything.
    #[must_use]
    pub fn share(&self, code: &str) -> Option<&Sourced<Ratio>> {
        self.parts.iter().find(|(own, _)| own == code).map(|(_, share)| share)
    }
}

pub(super) fn shortfall(
    regions: &Regions,
    standings: &BTreeMap<String, Result<Standing, Unjudged>>,
) -> Option<Shortfall> {
    let judged: Vec<(&str, &Standing)> = regions
        .lines
        .iter()
        .filter_map(|line| Some((line.region.code.as_str(), standings.get(&line.region.code)?.as_ref().ok()?)))
        .collect();
    if judged.is_empty() {
        return None;
    }
    let mut below: Vec<(&str, &Standing)> =
        judged.iter().copied().filter(|(_, standing)| !standing.case.is_met()).collect();
    below.sort_by(|(a, left), (b, right)| right.shortfall.value.cmp(&left.shortfall.value).then_with(|| a.cmp(b)));
    // Of a part that meets its target the cells belong to the sum as well: they say that it lacks nothing.
    let from: Sources = judged.iter().map(|(_, standing)| &standing.shortfall.from).collect();
    let sum: BigInt = below.iter().map(|(_, standing)| &standing.shortfall.value).sum();
    let total = Sourced::new(sum, from);
    let share = |part: &BigInt, own: &Sources| {
        let value = percent_of(&Ratio::from_integer(part.clone()), &Ratio::from_integer(total.value.clone()))?;
        Some(Sourced::new(value, own.clone().and(&total.from)))
    };
    let mut held = BigInt::default();
    let mut half = 0;
    for (_, standing) in &below {
        held += &standing.shortfall.value;
        half += 1;
        if &held * 2 >= total.value {
            break;
        }
    }
    let parts = below.iter().filter_map(|(code, standing)| {
        let shortfall = &standing.shortfall;
        Some(((*code).to_owned(), share(&shortfall.value, &shortfall.from)?))
    });
    Some(Shortfall { parts: parts.collect(), half, half_share: share(&held, &Sources::none()), total })
}
