//! Change against an earlier month: whom it compares, in which direction it goes.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use super::select::{Participants, Point, View, point_of};
use super::{Missing, PERCENT_PLACES};
use crate::figure::{Period, Ratio, round_half_up};
use crate::place::Sourced;
use crate::table::Segmen;

/// A last month older than this is no predecessor.
const LOOK_BACK_MONTHS: i32 = 12;

/// How coverage and participants moved. Exhaustive: every case has its own sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Coverage rose, participants too.
    Naik,
    /// Coverage fell, participants too.
    Turun,
    /// Coverage is exactly the same.
    Tetap,
    /// Coverage moved by less than what is printed.
    NyarisTetap,
    /// Participants rose, coverage fell: the denominator grew faster.
    BerlawananTurun,
    /// Participants fell, coverage rose: the denominator shrank faster.
    BerlawananNaik,
    /// Participants are the same, coverage fell: the denominator grew.
    PesertaTetapTurun,
    /// Participants are the same, coverage rose: the denominator shrank.
    PesertaTetapNaik,
}

impl Direction {
    /// The case of a change of `points` *persen poin* and of participants moving as `people` says.
    #[must_use]
    pub fn of(points: &Ratio, people: Ordering) -> Self {
        if points.is_zero() {
            return Self::Tetap;
        }
        if round_half_up(points, PERCENT_PLACES).is_zero() {
            return Self::NyarisTetap;
        }
        match (points.is_positive(), people) {
            (true, Ordering::Greater) => Self::Naik,
            (true, Ordering::Equal) => Self::PesertaTetapNaik,
            (true, Ordering::Less) => Self::BerlawananNaik,
            (false, Ordering::Less) => Self::Turun,
            (false, Ordering::Equal) => Self::PesertaTetapTurun,
            (false, Ordering::Greater) => Self::BerlawananTurun,
        }
    }
}

/// A month against an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Participants of the earlier month.
    pub before: Participants,
    /// Participants of the month itself.
    pub now: Participants,
    /// The month directly before, when it has no data and `before` lies further back (*lompat*).
    pub skipped: Option<Period>,
    /// Participants gained, persons; negative when lost.
    pub people: Sourced<BigInt>,
    /// Coverage, when both months have one.
    pub coverage: Result<CoverageChange, Missing>,
}

/// Two coverages, each under the denominator in force in its month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageChange {
    /// The earlier month.
    pub before: Point,
    /// The month itself.
    pub now: Point,
    /// Difference in *persen poin*, exact; negative when coverage fell.
    pub points: Sourced<Ratio>,
    /// The case.
    pub direction: Direction,
    /// Whether the two months have different denominators.
    pub denominator_changed: bool,
}

/// Against the month before, else the last month with data within the twelve months before.
pub(super) fn month(view: &View, region: &str, segment: Segmen, period: Period) -> Result<Change, Missing> {
    let now = view.participants(region, segment, period)?;
    let found = (1..=LOOK_BACK_MONTHS)
        .map(|back| period.plus(-back))
        .find_map(|month| view.participants(region, segment, month).ok());
    if let Some(before) = found {
        let last = period.plus(-1);
        let skipped = (before.period != last).then_some(last);
        return Ok(between(view, region, segment, before, now, skipped));
    }
    let earlier = view.months_before(region, period).find(|m| view.participants(region, segment, *m).is_ok());
    Err(match earlier {
        Some(latest) => Missing::NoPredecessor { period, latest },
        None => Missing::FirstPeriod { period },
    })
}

/// Against the same month of the year before.
pub(super) fn year(view: &View, region: &str, segment: Segmen, period: Period) -> Result<Change, Missing> {
    let now = view.participants(region, segment, period)?;
    let before = view.participants(region, segment, period.plus(-12))?;
    Ok(between(view, region, segment, before, now, None))
}

fn between(
    view: &View,
    region: &str,
    segment: Segmen,
    before: Participants,
    now: Participants,
    skipped: Option<Period>,
) -> Change {
    let people = BigInt::from(now.count.value) - BigInt::from(before.count.value);
    let point = |participants: &Participants| {
        let workers = view.denominator(region, segment, participants.period)?;
        point_of(participants.clone(), workers)
    };
    let coverage = point(&before).and_then(|old| point(&now).map(|new| coverage_change(old, new)));
    let people = Sourced::new(people, before.count.from.clone().and(&now.count.from));
    Change { before, now, skipped, people, coverage }
}

fn coverage_change(before: Point, now: Point) -> CoverageChange {
    let points = now.coverage.above(&before.coverage);
    let people = now.participants.count.value.cmp(&before.participants.count.value);
    CoverageChange {
        direction: Direction::of(&points, people),
        denominator_changed: !now.denominator.is_same(&before.denominator),
        points: Sourced::new(points, before.coverage.sources().and(&now.coverage.sources())),
        before,
        now,
    }
}
