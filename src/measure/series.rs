//! Coverage month by month, and where its denominator changed.

use num_traits::Signed;

use super::Missing;
use super::select::{Denominator, Participants, Point, View};
use crate::figure::{Coverage, Period, Ratio};
use crate::place::Sourced;
use crate::table::Segmen;

/// At most this many months.
const MONTHS: i32 = 24;

/// Consecutive months up to the report's, without a gap in the months (but with gaps in the data).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// From the first month with participants, at most 24 months, to the report's month.
    pub points: Vec<SeriesPoint>,
    /// The changes of the denominator inside the series, in order.
    pub switches: Vec<Switch>,
    /// In how many consecutive months coverage rose before it fell in the report's month; nothing when it did not
    /// fall, or when fewer than two rises came before.
    pub reversal_after: Option<u32>,
}

/// One month of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesPoint {
    /// The month.
    pub period: Period,
    /// Participants; a gap month has none.
    pub participants: Option<Participants>,
    /// Coverage under the denominator in force in that month.
    pub point: Result<Point, Missing>,
}

/// A month in which the denominator changed: the same participants under both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switch {
    /// The first month with data under the new denominator.
    pub period: Period,
    /// The denominator used until then.
    pub old_denominator: Denominator,
    /// The month's participants under it.
    pub old: Coverage,
    /// The month under the new denominator.
    pub new: Point,
    /// New minus old in *persen poin*, exact: the part of the change that no participant caused.
    pub points: Sourced<Ratio>,
}

pub(super) fn series(view: &View, region: &str, segment: Segmen, period: Period) -> Result<Series, Missing> {
    view.participants(region, segment, period)?;
    let months = (1 - MONTHS..=0).map(|back| period.plus(back));
    let points: Vec<SeriesPoint> = months
        .map(|month| SeriesPoint {
            period: month,
            participants: view.participants(region, segment, month).ok(),
            point: view.point(region, segment, month),
        })
        .skip_while(|p| p.participants.is_none())
        .collect();
    let switches = switches(view, region, segment, &points);
    Ok(Series { reversal_after: reversal(&points), points, switches })
}

fn switches(view: &View, region: &str, segment: Segmen, points: &[SeriesPoint]) -> Vec<Switch> {
    let known: Vec<&Point> = points.iter().filter_map(|p| p.point.as_ref().ok()).collect();
    let mut found = Vec::new();
    let mut earlier: Option<Period> = None;
    for new in known {
        let until = earlier.unwrap_or_else(|| new.period.plus(-1));
        earlier = Some(new.period);
        let Ok(old_denominator) = view.denominator(region, segment, until) else { continue };
        if old_denominator.is_same(&new.denominator) {
            continue;
        }
        let Some(old) = old_denominator.coverage(&new.participants) else { continue };
        let points = new.coverage.above(&old);
        let from = new.coverage.sources().and(&old.sources());
        found.push(Switch {
            period: new.period,
            old_denominator,
            old,
            new: new.clone(),
            points: Sourced::new(points, from),
        });
    }
    found
}

fn reversal(points: &[SeriesPoint]) -> Option<u32> {
    let mut steps = points.windows(2).rev().map_while(|pair| {
        let [a, b] = pair else { return None };
        let (a, b) = (a.point.as_ref().ok()?, b.point.as_ref().ok()?);
        Some(b.coverage.above(&a.coverage))
    });
    if !steps.next()?.is_negative() {
        return None;
    }
    let rises = steps.take_while(Signed::is_positive).count();
    u32::try_from(rises).ok().filter(|n| *n >= 2)
}
