//! Target of the year: path, shortfall, pace, and the national and long-term targets beside it.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use super::select::{Point, View};
use super::{Missing, PERCENT_PLACES};
use crate::figure::{
    Period, Ratio, attainment, monthly_pace, needed_persons, path_value, percent_of, ratio, round_half_up, round_up,
    whole,
};
use crate::place::{Cell, Sourced, Sources};
use crate::table::{COVERAGE, NATION, SatuanTarget, Segmen};

/// Word by which the long-term plan's document is found.
const LONG_TERM: &str = "RPJPN";
/// The average pace looks back at most this many months.
const PACE_MONTHS: i32 = 3;

/// A target as its document states it, and as a percentage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The document.
    pub document: Cell<String>,
    /// The year.
    pub year: Cell<i32>,
    /// The number as the document prints it.
    pub stated: Cell<crate::figure::Decimal>,
    /// Percent or persons.
    pub unit: Cell<SatuanTarget>,
    /// In percent, exact; a target in persons is divided by the workers in force and missing without them.
    pub percent: Option<Sourced<Ratio>>,
    /// Who published it.
    pub publisher: Cell<String>,
}

/// Where coverage stands against the target. Exhaustive: every case has its own sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TargetCase {
    /// Below, and the gap is printed.
    DiBawah,
    /// Below by less than what is printed.
    NyarisTarget,
    /// Exactly equal.
    Tepat,
    /// Above by less than what is printed: met, but no size can be named.
    MelampauiTipis,
    /// Above, and the gap is printed.
    Melampaui,
}

impl TargetCase {
    /// The case of a gap of coverage minus target, in *persen poin*, exact.
    #[must_use]
    pub fn of(gap: &Ratio) -> Self {
        let unseen = round_half_up(gap, PERCENT_PLACES).is_zero();
        match (gap.cmp(&Ratio::zero()), unseen) {
            (Ordering::Equal, _) => Self::Tepat,
            (Ordering::Less, false) => Self::DiBawah,
            (Ordering::Less, true) => Self::NyarisTarget,
            (Ordering::Greater, true) => Self::MelampauiTipis,
            (Ordering::Greater, false) => Self::Melampaui,
        }
    }

    /// Whether the target is met; decided on exact values.
    #[must_use]
    pub fn is_met(self) -> bool {
        matches!(self, Self::Tepat | Self::MelampauiTipis | Self::Melampaui)
    }
}

/// Which sentence speaks of the pace. Exhaustive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaceCase {
    /// Months and an average pace are there.
    Laju,
    /// Months are left, but no earlier month is known, so that there is no average to compare with.
    LajuTanpaRerata,
    /// One month is left.
    LajuSebulan,
    /// The average pace is zero or negative.
    LajuNol,
    /// No month of the target year is left.
    LajuHabis,
    /// The target is met.
    LajuSelesai,
}

/// Participants needed each month, against those gained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The case.
    pub case: PaceCase,
    /// Months from the report's month to the end of the target year.
    pub months_left: u32,
    /// Participants to be added in each of them, rounded up; nothing without a shortfall or without months.
    pub needed: Option<Sourced<BigInt>>,
    /// Over how many months the average looks back.
    pub average_months: Option<u32>,
    /// Participants gained per month over them, exact; may be negative.
    pub average: Option<Sourced<Ratio>>,
    /// Exact needed pace over average pace; only for a positive average.
    pub multiple: Option<Sourced<Ratio>>,
}

/// The straight path from December of the year before to the target in December.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Where it starts: December of the year before, else the first known month of the year.
    pub start: Point,
    /// Whether it starts in December of the year before.
    pub from_december: bool,
    /// Whether the start's coverage is restated: its month had another denominator.
    pub restated: bool,
    /// Months from start to December.
    pub months: u32,
    /// Months from start to the report's month; zero when the path starts there, and then the gap says nothing.
    pub elapsed: u32,
    /// The path in the report's month, percent, exact.
    pub value: Sourced<Ratio>,
    /// Coverage minus path, *persen poin*, exact.
    pub gap: Sourced<Ratio>,
    target: Ratio,
}

impl Path {
    /// The path in any month from its start to December of its year; nothing outside.
    #[must_use]
    pub fn at(&self, month: Period) -> Option<Ratio> {
        let elapsed = u32::try_from(self.start.period.months_until(month)).ok()?;
        if elapsed > self.months {
            return None;
        }
        path_value(&self.start.coverage.percent(), &self.target, elapsed, self.months)
    }
}

/// What is needed for a long-term target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LongTerm {
    /// The target.
    pub target: Target,
    /// Years from the report's year to the target's.
    pub years: u32,
    /// *Persen poin* per year, exact; zero or negative when already met.
    pub per_year: Sourced<Ratio>,
}

/// What a target of a year to come needs, counted from a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The target.
    pub target: Target,
    /// Whether it is the nation's and not the region's own.
    pub national: bool,
    /// Participants that meet it, persons, rounded up.
    pub needed: Sourced<BigInt>,
    /// Participants still missing, persons; zero when met.
    pub shortfall: Sourced<BigInt>,
    /// The pace that closes the shortfall by the end of the year.
    pub pace: Pace,
}

/// Coverage against the target of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The reference target.
    pub target: Target,
    /// The case.
    pub case: TargetCase,
    /// Coverage minus target, *persen poin*, exact.
    pub gap: Sourced<Ratio>,
    /// *Tingkat capaian*, percent, exact.
    pub attainment: Result<Sourced<Ratio>, Missing>,
    /// Participants that meet the target, persons, rounded up.
    pub needed: Sourced<BigInt>,
    /// Participants still missing, persons; zero when met.
    pub shortfall: Sourced<BigInt>,
    /// The pace that closes the shortfall by December.
    pub pace: Pace,
    /// The straight path.
    pub path: Result<Path, Missing>,
}

/// Everything about targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Targets {
    /// The reference target of the year, even when there is no coverage to compare with it.
    pub reference: Result<Target, Missing>,
    /// Coverage against it.
    pub standing: Result<Standing, Missing>,
    /// Targets of other documents for the same year, region and segment, in the order of the table.
    pub others: Vec<Target>,
    /// The reference document's targets of later years, by year.
    pub later: Vec<Target>,
    /// National targets for the same year, in the order of the table.
    pub national: Vec<Target>,
    /// The national long-term target.
    pub long_term: Result<LongTerm, Missing>,
}

pub(super) fn targets(view: &View, region: &str, segment: Result<Segmen, Missing>, period: Period) -> Targets {
    let year = period.year();
    let segment = match segment {
        Ok(segment) => segment,
        Err(missing) => {
            return Targets {
                reference: Err(missing.clone()),
                standing: Err(missing.clone()),
                others: Vec::new(),
                later: Vec::new(),
                national: Vec::new(),
                long_term: Err(missing),
            };
        }
    };
    let now = view.point(region, segment, period);
    let of_region = rows(view, region, segment, now.as_ref().ok());
    let of_nation = rows(view, NATION, segment, None);
    let reference = reference(view, &of_region, year);
    let (others, later) = match &reference {
        Ok(chosen) => (others(&of_region, chosen), later(&of_region, chosen)),
        Err(_) => (one_per_document(of_region.iter().filter(|t| t.year.value == year)), Vec::new()),
    };
    let standing = now.clone().and_then(|now| {
        let target = reference.clone()?;
        standing(view, region, segment, &now, target)
    });
    let national =
        if region == NATION { Vec::new() } else { one_per_document(of_nation.iter().filter(|t| t.year.value == year)) };
    let long_term = now.and_then(|now| long_term(&of_nation, &now));
    Targets { reference, standing, others, later, national, long_term }
}

/// All targets of a region and segment. `now` gives the workers that turn persons into percent.
fn rows(view: &View, region: &str, segment: Segmen, now: Option<&Point>) -> Vec<Target> {
    let rows = view.data.target.iter().filter(|row| {
        row.indikator.value.eq_ignore_ascii_case(COVERAGE)
            && row.kode_wilayah.value == region
            && row.segmen.value == segment
    });
    rows.map(|row| {
        let value = row.nilai.value.ratio();
        let percent = match row.satuan.value {
            SatuanTarget::Persen => Some(Sourced::new(value, Sources::from(&row.nilai.place))),
            SatuanTarget::Orang => now.and_then(|now| {
                let workers = &now.coverage.workers;
                let percent = percent_of(&value, &whole(workers.value))?;
                Some(Sourced::new(percent, Sources::from(&row.nilai.place).and(&workers.from)))
            }),
        };
        Target {
            document: row.dokumen.clone(),
            year: row.tahun.clone(),
            stated: row.nilai.clone(),
            unit: row.satuan.clone(),
            percent,
            publisher: row.sumber.clone(),
        }
    })
    .collect()
}

/// Whether the words of `wanted` stand in `document` in their order, whatever the case of letters.
#[must_use]
pub fn names_document(document: &str, wanted: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    let (document, wanted) = (words(document), words(wanted));
    !wanted.is_empty() && document.windows(wanted.len()).any(|part| part == wanted)
}

/// The first target of the reference document for the year; one in percent before one in persons.
fn reference(view: &View, rows: &[Target], year: i32) -> Result<Target, Missing> {
    let named = |t: &&Target| view.rules.reference_target.as_ref().is_none_or(|n| names_document(&t.document.value, n));
    rows.iter()
        .filter(|t| t.year.value == year)
        .filter(named)
        .min_by_key(|t| t.unit.value != SatuanTarget::Persen)
        .cloned()
        .ok_or(Missing::NoTarget { year })
}

fn others(rows: &[Target], chosen: &Target) -> Vec<Target> {
    one_per_document(
        rows.iter().filter(|t| t.year.value == chosen.year.value && t.document.value != chosen.document.value),
    )
}

fn later(rows: &[Target], chosen: &Target) -> Vec<Target> {
    let mut later: Vec<Target> = rows
        .iter()
        .filter(|t| {
            t.document.value == chosen.document.value
                && t.unit.value == chosen.unit.value
                && t.year.value > chosen.year.value
        })
        .cloned()
        .collect();
    later.sort_by_key(|t| t.year.value);
    later
}

/// One target for each document, that in percent if there is one.
fn one_per_document<'t>(rows: impl Iterator<Item = &'t Target>) -> Vec<Target> {
    let mut kept: Vec<Target> = Vec::new();
    for row in rows {
        match kept.iter_mut().find(|k| k.document.value == row.document.value) {
            Some(known) if known.unit.value == SatuanTarget::Orang && row.unit.value == SatuanTarget::Persen => {
                *known = row.clone();
            }
            Some(_) => {}
            None => kept.push(row.clone()),
        }
    }
    kept
}

fn standing(view: &View, region: &str, segment: Segmen, now: &Point, target: Target) -> Result<Standing, Missing> {
    let year = target.year.value;
    let percent = target.percent.clone().ok_or(Missing::NoTarget { year })?;
    let coverage = now.coverage.percent();
    let from = now.coverage.sources().and(&percent.from);
    let gap = &coverage - &percent.value;
    let (needed, shortfall) = persons(&target, &percent, now);
    Ok(Standing {
        case: TargetCase::of(&gap),
        attainment: attainment(&coverage, &percent.value)
            .map(|value| Sourced::new(value, from.clone()))
            .ok_or(Missing::ZeroTarget { year }),
        needed,
        pace: pace(view, region, segment, now, &shortfall, 12 - now.period.month().min(12)),
        path: path(view, region, segment, now, &percent),
        gap: Sourced::new(gap, from),
        shortfall,
        target,
    })
}

/// Where any region stands against the reference target of the year of its point.
pub(super) fn judged(view: &View, region: &str, segment: Segmen, now: &Point) -> Result<Standing, Missing> {
    let target = reference(view, &rows(view, region, segment, Some(now)), now.period.year())?;
    standing(view, region, segment, now, target)
}

/// Participants that meet a target, and those still missing.
fn persons(target: &Target, percent: &Sourced<Ratio>, now: &Point) -> (Sourced<BigInt>, Sourced<BigInt>) {
    let needed = match target.unit.value {
        SatuanTarget::Persen => needed_persons(&percent.value, now.coverage.workers.value),
        SatuanTarget::Orang => round_up(&target.stated.value.ratio()),
    };
    let missing = &needed - BigInt::from(now.coverage.participants.value);
    let shortfall = if missing.is_negative() { BigInt::zero() } else { missing };
    (
        Sourced::new(needed, now.coverage.workers.from.clone().and(&percent.from)),
        Sourced::new(shortfall, now.coverage.sources().and(&percent.from)),
    )
}

/// What the target of a year to come needs, counted from a point: the reference document's, and for the last year of
/// the nation's long-term plan that of the nation when the region has none of its own.
pub(super) fn requirement(
    view: &View,
    region: &str,
    segment: Segmen,
    now: &Point,
    year: i32,
) -> Result<Requirement, Missing> {
    let own = reference(view, &rows(view, region, segment, Some(now)), year);
    let is_own = own.is_ok();
    let target = own.or_else(|missing| {
        long_term_target(&rows(view, NATION, segment, None)).filter(|t| t.year.value == year).cloned().ok_or(missing)
    })?;
    let percent = target.percent.clone().ok_or(Missing::NoTarget { year })?;
    let (needed, shortfall) = persons(&target, &percent, now);
    let december = Period::new(year, 12).ok_or(Missing::NoTarget { year })?;
    let months_left = u32::try_from(now.period.months_until(december)).unwrap_or_default();
    let pace = pace(view, region, segment, now, &shortfall, months_left);
    Ok(Requirement { national: !is_own && region != NATION, needed, shortfall, pace, target })
}

fn pace(
    view: &View,
    region: &str,
    segment: Segmen,
    now: &Point,
    shortfall: &Sourced<BigInt>,
    months_left: u32,
) -> Pace {
    let open = shortfall.value.is_positive();
    let average = average_pace(view, region, segment, now);
    let needed = if open { monthly_pace(&shortfall.value, months_left) } else { None };
    let multiple = average.as_ref().filter(|(_, a)| open && a.value.is_positive()).and_then(|(_, average)| {
        let exact = ratio(shortfall.value.clone(), months_left)?;
        Some(Sourced::new(exact / &average.value, shortfall.from.clone().and(&average.from)))
    });
    let case = match (open, months_left, &average) {
        (false, _, _) => PaceCase::LajuSelesai,
        (true, 0, _) => PaceCase::LajuHabis,
        (true, 1, _) => PaceCase::LajuSebulan,
        (true, _, None) => PaceCase::LajuTanpaRerata,
        (true, _, Some((_, average))) if average.value.is_positive() => PaceCase::Laju,
        (true, _, Some(_)) => PaceCase::LajuNol,
    };
    Pace {
        case,
        months_left,
        needed: needed.map(|value| Sourced::new(value, shortfall.from.clone())),
        average_months: average.as_ref().map(|(months, _)| *months),
        average: average.map(|(_, average)| average),
        multiple,
    }
}

/// Participants gained per month since three months ago; since two or one when three are not known.
fn average_pace(view: &View, region: &str, segment: Segmen, now: &Point) -> Option<(u32, Sourced<Ratio>)> {
    (1..=PACE_MONTHS).rev().find_map(|back| {
        let before = view.participants(region, segment, now.period.plus(-back)).ok()?;
        let gained = BigInt::from(now.participants.count.value) - BigInt::from(before.count.value);
        let from = now.participants.count.from.clone().and(&before.count.from);
        Some((u32::try_from(back).ok()?, Sourced::new(ratio(gained, back)?, from)))
    })
}

fn path(view: &View, region: &str, segment: Segmen, now: &Point, target: &Sourced<Ratio>) -> Result<Path, Missing> {
    let year = now.period.year();
    let no_path = Missing::NoPath { year };
    let elapsed_in_year = now.period.month().cast_signed();
    // From December of the year before, forward to the report's month.
    let start = (-elapsed_in_year..=0)
        .map(|back| now.period.plus(back))
        .find_map(|month| view.point(region, segment, month).ok())
        .ok_or_else(|| no_path.clone())?;
    // Coverages under different denominators are not compared: the start is restated under the one in force now.
    let restated = !start.denominator.is_same(&now.denominator);
    let start = if restated {
        let coverage = now.denominator.coverage(&start.participants).ok_or_else(|| no_path.clone())?;
        Point { coverage, denominator: now.denominator.clone(), ..start }
    } else {
        start
    };
    let to_now = u32::try_from(start.period.months_until(now.period)).map_err(|_| no_path.clone())?;
    let months = to_now + 12 - now.period.month();
    let value = path_value(&start.coverage.percent(), &target.value, to_now, months).ok_or(no_path)?;
    let from = start.coverage.sources().and(&target.from);
    let gap = now.coverage.percent() - &value;
    Ok(Path {
        from_december: start.period.year() < year,
        restated,
        months,
        elapsed: to_now,
        gap: Sourced::new(gap, from.clone().and(&now.coverage.sources())),
        value: Sourced::new(value, from),
        target: target.value.clone(),
        start,
    })
}

/// The furthest target of the nation's long-term plan.
fn long_term_target(rows: &[Target]) -> Option<&Target> {
    rows.iter().filter(|t| names_document(&t.document.value, LONG_TERM)).max_by_key(|t| t.year.value)
}

fn long_term(rows: &[Target], now: &Point) -> Result<LongTerm, Missing> {
    let year = now.period.year();
    let missing = Missing::NoTarget { year };
    let target = long_term_target(rows).filter(|t| t.year.value > year).ok_or_else(|| missing.clone())?;
    let percent = target.percent.clone().ok_or_else(|| missing.clone())?;
    let years = u32::try_from(target.year.value.saturating_sub(year)).map_err(|_| missing)?;
    let per_year = (&percent.value - now.coverage.percent()) / whole(years);
    let from = now.coverage.sources().and(&percent.from);
    Ok(LongTerm { target: target.clone(), years, per_year: Sourced::new(per_year, from) })
}
