//! All comparable parts as one: participants over workers, sum over sum.

use chrono::NaiveDate;

use super::compared;
use crate::figure::Coverage;
use crate::measure::region::{RankBasis, Regions};
use crate::measure::{Missing, Point};
use crate::place::{Sourced, Sources};

/// What the compared parts come to: the same parts below and above the fraction line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct United {
    /// Sum of participants over sum of workers.
    pub coverage: Coverage,
    /// The denominators' wordings, each once; several when parts use several editions of one definition.
    pub wordings: Vec<Sourced<String>>,
    /// The latest day that participants were counted on.
    pub as_of: Sourced<NaiveDate>,
    /// How many parts are in it.
    pub parts: usize,
    /// The same parts in the month before; nothing unless all of them had a coverage under the same denominators.
    pub before: Option<Coverage>,
}

pub(super) fn united(regions: &Regions) -> Result<United, Missing> {
    let points: Vec<&Point> = compared(regions).map(|(_, point)| point).collect();
    let nothing = || Missing::NotRanked { comparable: 0 };
    if regions.basis == RankBasis::Peserta {
        let first = regions.lines.iter().find_map(|line| line.point.as_ref().err());
        return Err(first.cloned().unwrap_or_else(nothing));
    }
    let coverage = sum(&points)?.ok_or_else(nothing)?;
    let as_of = points.iter().map(|point| &point.participants.as_of).max_by_key(|day| day.value).ok_or_else(nothing)?;
    Ok(United {
        coverage,
        wordings: wordings(&points),
        as_of: as_of.clone(),
        parts: points.len(),
        before: before(regions).and_then(|points| sum(&points).ok().flatten()),
    })
}

/// Sum over sum; nothing for no part.
fn sum(points: &[&Point]) -> Result<Option<Coverage>, Missing> {
    let Some(first) = points.first() else { return Ok(None) };
    let add = |pick: fn(&Point) -> &Sourced<u64>| {
        let sum = points.iter().try_fold(0_u64, |sum, point| sum.checked_add(pick(point).value));
        let from: Sources = points.iter().map(|point| &pick(point).from).collect();
        sum.map(|sum| Sourced::new(sum, from)).ok_or(Missing::TooLarge)
    };
    let mut publishers: Vec<&str> = Vec::new();
    for point in points {
        if !publishers.contains(&point.coverage.publisher.as_str()) {
            publishers.push(&point.coverage.publisher);
        }
    }
    let latest = points.iter().map(|point| point.coverage.workers_as_of).max();
    Ok(Some(Coverage {
        participants: add(|point| &point.coverage.participants)?,
        workers: add(|point| &point.coverage.workers)?,
        definition: first.coverage.definition.clone(),
        publisher: publishers.join("; "),
        workers_as_of: latest.unwrap_or(first.coverage.workers_as_of),
    }))
}

/// Every compared part one month earlier.
fn before(regions: &Regions) -> Option<Vec<&Point>> {
    compared(regions)
        .map(|(line, _)| {
            let change = line.change.as_ref().ok().filter(|change| change.skipped.is_none())?;
            change
                .coverage
                .as_ref()
                .ok()
                .filter(|coverage| !coverage.denominator_changed)
                .map(|coverage| &coverage.before)
        })
        .collect()
}

fn wordings(points: &[&Point]) -> Vec<Sourced<String>> {
    let mut found: Vec<Sourced<String>> = Vec::new();
    for wording in points.iter().map(|point| &point.denominator.wording) {
        match found.iter_mut().find(|known| known.value == wording.value) {
            Some(known) => known.from = std::mem::take(&mut known.from).and(&wording.from),
            None => found.push(wording.clone()),
        }
    }
    found
}
