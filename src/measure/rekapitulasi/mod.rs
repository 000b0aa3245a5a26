//! One region over its parts of one level: who stands where, what they come to together, what is missing for the targets.
//!
//! Owns: the united coverage, which part can be judged against its target, the parts against the published whole. A part is
//! ranked as in [`super::region`]; how coverages spread belongs to [`spread`], what is missing for targets to
//! [`shortfall`].

mod shortfall;
mod spread;
mod union;

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;

pub use shortfall::Shortfall;
pub use spread::{Class, Spread};
pub use union::United;

use super::region::{self, RankBasis, RegionLine, RegionName, Regions};
use super::select::View;
use super::target::{self, Standing};
use super::{Missing, Rules};
use crate::figure::Period;
use crate::place::Sourced;
use crate::table::{Dataset, JenisWilayah, Segmen};

/// Why a part cannot be judged against a target of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unjudged {
    /// It has no participants in the month.
    TanpaData,
    /// It has no workers in force.
    TanpaPenyebut,
    /// Its denominator has another definition than its target is compared under.
    PenyebutLain,
    /// It has no target for the year.
    TanpaTarget,
}

/// The parts of a region in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recap {
    /// The segment that is spoken of.
    pub segment: Segmen,
    /// The parts by rank. `rank_before` is a part's rank among all parts that could be compared in the month before.
    pub regions: Regions,
    /// Parts of other levels, which a level that was asked for leaves out.
    pub left_out: Vec<RegionName>,
    /// Where each line stands against its own target, by its code.
    pub standings: BTreeMap<String, Result<Standing, Unjudged>>,
    /// What all comparable parts come to.
    pub united: Result<United, Missing>,
    /// The persons that all targets together lack; nothing when no part could be judged.
    pub shortfall: Option<Shortfall>,
    /// How the compared coverages spread; nothing when too few are compared.
    pub spread: Option<Spread>,
    /// The published participants of the whole beside those of its parts.
    pub participants: Option<Difference>,
    /// The workers of the whole beside those of its parts, when every part is compared.
    pub workers: Option<Difference>,
}

/// A figure of the whole as it was published, beside the sum of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// As published, persons.
    pub stated: Sourced<u64>,
    /// The sum of the parts and of what could not be mapped, persons.
    pub summed: Sourced<BigInt>,
    /// Stated minus summed, persons.
    pub gap: Sourced<BigInt>,
}

impl Recap {
    fn judged(&self, met: bool) -> Vec<&RegionLine> {
        let stands = |line: &&RegionLine| self.standing_of(line).is_some_and(|standing| standing.case.is_met() == met);
        self.regions.lines.iter().filter(stands).collect()
    }

    /// Where a line stands, when it can be judged.
    #[must_use]
    pub fn standing_of(&self, line: &RegionLine) -> Option<&Standing> {
        self.standings.get(&line.region.code)?.as_ref().ok()
    }

    /// Parts that meet their target; decided on exact values.
    #[must_use]
    pub fn met(&self) -> Vec<&RegionLine> {
        self.judged(true)
    }

    /// Parts below their target.
    #[must_use]
    pub fn below(&self) -> Vec<&RegionLine> {
        self.judged(false)
    }

    /// Parts that cannot be judged, by the reason.
    #[must_use]
    pub fn unjudged(&self) -> BTreeMap<Unjudged, Vec<&RegionName>> {
        let mut found: BTreeMap<Unjudged, Vec<&RegionName>> = BTreeMap::new();
        for region in &self.regions.silent {
            found.entry(Unjudged::TanpaData).or_default().push(region);
        }
        for line in &self.regions.lines {
            if let Some(Err(reason)) = self.standings.get(&line.region.code) {
                found.entry(*reason).or_default().push(&line.region);
            }
        }
        found
    }

    /// How many parts there are, with and without data.
    #[must_use]
    pub fn count(&self) -> usize {
        self.regions.lines.len() + self.regions.silent.len()
    }

    /// The ranked lines, the first first.
    #[must_use]
    pub fn ranked(&self) -> Vec<&RegionLine> {
        self.regions.lines.iter().filter(|line| line.rank.is_some()).collect()
    }
}

/// Looks at the parts of `region` in `period`: all direct ones, or of one level.
#[must_use]
pub fn recap(data: &Dataset, rules: &Rules, region: &str, period: Period, level: Option<JenisWilayah>) -> Recap {
    let view = View::new(data, rules);
    let of_level = |name: &RegionName| {
        let own = name.level.as_ref().map(|cell| cell.value);
        name.is_unmapped() || level.is_none() || own == level
    };
    let (names, left_out): (Vec<_>, Vec<_>) = region::child_names(&view, region).into_iter().partition(of_level);
    let segment = segment(&view, region, &names, period);
    let reference = region::reference(&view, region, segment, period).or_else(|| sole(&view, &names, segment, period));
    let codes: Vec<String> = names.iter().filter(|name| !name.is_unmapped()).map(|name| name.code.clone()).collect();
    let mut regions = region::among(&view, region, names, segment, period, reference.as_deref());
    rank_before(&view, &mut regions, &codes, segment, period.plus(-1), reference.as_deref());
    let standings: BTreeMap<String, Result<Standing, Unjudged>> =
        regions.lines.iter().map(|line| (line.region.code.clone(), judged(&view, line, segment))).collect();
    let whole = left_out.is_empty().then(|| view.participants(region, segment, period).ok()).flatten();
    Recap {
        participants: whole.map(|whole| difference(whole.count, regions.sum.clone())),
        workers: if left_out.is_empty() { workers(&view, region, &regions, segment, period) } else { None },
        shortfall: shortfall::shortfall(&regions, &standings),
        spread: spread::spread(&regions),
        united: union::united(&regions),
        segment,
        regions,
        left_out,
        standings,
    }
}

/// The segment of the whole; when nothing is known of it, TOTAL if any part has one, else the only segment there is.
fn segment(view: &View, region: &str, names: &[RegionName], period: Period) -> Segmen {
    let of_parts = || {
        let found: BTreeSet<Segmen> =
            names.iter().filter_map(|name| view.subject(&name.code, period).segment.ok()).collect();
        found.first().copied().filter(|_| found.len() == 1)
    };
    view.subject(region, period).segment.ok().or_else(of_parts).unwrap_or(Segmen::Total)
}

/// The one definition that every part with workers has.
fn sole(view: &View, names: &[RegionName], segment: Segmen, period: Period) -> Option<String> {
    let mut found = names.iter().filter_map(|name| view.denominator(&name.code, segment, period).ok());
    let first = found.next()?.definition.value;
    found.all(|other| other.definition.value == first).then_some(first)
}

/// A part that has no value in the month before takes the rank of no other.
fn rank_before(
    view: &View,
    regions: &mut Regions,
    codes: &[String],
    segment: Segmen,
    month: Period,
    reference: Option<&str>,
) {
    let value =
        |code: &String| Some((code.clone(), region::value(view, code, segment, month, regions.basis, reference)?));
    let before = region::ranks(&codes.iter().filter_map(value).collect::<Vec<_>>());
    for line in &mut regions.lines {
        line.rank_before = before.get(&line.region.code).copied();
    }
}

fn judged(view: &View, line: &RegionLine, segment: Segmen) -> Result<Standing, Unjudged> {
    let point = line.point.as_ref().map_err(|_| Unjudged::TanpaPenyebut)?;
    if !line.comparable {
        return Err(Unjudged::PenyebutLain);
    }
    target::judged(view, &line.region.code, segment, point).map_err(|_| Unjudged::TanpaTarget)
}

fn difference(stated: Sourced<u64>, summed: Sourced<BigInt>) -> Difference {
    let gap = BigInt::from(stated.value) - &summed.value;
    let gap = Sourced::new(gap, stated.from.clone().and(&summed.from));
    Difference { stated, summed, gap }
}

fn workers(view: &View, region: &str, regions: &Regions, segment: Segmen, period: Period) -> Option<Difference> {
    let every = regions.silent.is_empty() && regions.lines.iter().all(|line| line.comparable);
    let whole = view.denominator(region, segment, period).ok().filter(|_| every)?;
    let parts = regions.lines.iter().filter_map(|line| line.point.as_ref().ok()).map(|point| &point.coverage.workers);
    Some(difference(whole.workers, total(parts)))
}

/// A sum of counts with all their cells.
fn total<'s>(counts: impl Iterator<Item = &'s Sourced<u64>>) -> Sourced<BigInt> {
    let counts: Vec<&Sourced<u64>> = counts.collect();
    let sum = counts.iter().map(|count| BigInt::from(count.value)).sum();
    Sourced::new(sum, counts.iter().map(|count| &count.from).collect())
}

/// The compared lines with their coverage, in their order.
fn compared(regions: &Regions) -> impl Iterator<Item = (&RegionLine, &super::Point)> {
    let by_coverage = regions.basis == RankBasis::Cakupan;
    let lines = regions.lines.iter().filter(move |line| by_coverage && line.comparable);
    lines.filter_map(|line| Some((line, line.point.as_ref().ok()?)))
}
