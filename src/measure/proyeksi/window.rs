//! The months that a projection rests on.

use crate::figure::{Coverage, Period, Ratio};
use crate::measure::Missing;
use crate::measure::select::{Participants, Point, View};
use crate::place::Sources;
use crate::table::Segmen;

/// A projection needs at least this many months with data.
pub const LEAST_MONTHS: u32 = 12;
/// It looks back at most this far: the years of one plan.
const MOST_MONTHS: i32 = 60;

/// One month of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowPoint {
    /// Participants of the month.
    pub participants: Participants,
    /// The month's participants over the denominator in force in the last month.
    pub coverage: Coverage,
}

/// The months with data, all under the denominator in force in the last of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// By month, at most 60 months back; never empty.
    pub points: Vec<WindowPoint>,
    /// The last point.
    pub now: Point,
    /// Months between first and last without data, in order.
    pub gaps: Vec<Period>,
    /// The first month that had the last month's denominator of itself; nothing when every month had.
    pub restated_before: Option<Period>,
}

impl Window {
    pub(super) fn of(view: &View, region: &str, segment: Segmen, last: Period) -> Result<Self, Missing> {
        let now = view.point(region, segment, last)?;
        let mut gaps = Vec::new();
        let mut points = Vec::new();
        let mut restated_before = None;
        let months = (1 - MOST_MONTHS..=0).map(|back| last.plus(back));
        for month in months {
            let Ok(participants) = view.participants(region, segment, month) else {
                gaps.extend((!points.is_empty()).then_some(month));
                continue;
            };
            let coverage = now.denominator.coverage(&participants).ok_or(Missing::NoWorkers { period: last })?;
            let own = view.denominator(region, segment, month);
            if !own.is_ok_and(|own| own.is_same(&now.denominator)) {
                restated_before = None;
            } else if restated_before.is_none() {
                restated_before = Some(month);
            }
            points.push(WindowPoint { participants, coverage });
        }
        let first = points.first().map(|point: &WindowPoint| point.participants.period);
        let restated_before = restated_before.filter(|month| Some(*month) != first);
        Ok(Self { points, now, gaps, restated_before })
    }

    /// How many months have data.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.points.len()).unwrap_or(u32::MAX)
    }

    /// The first month.
    #[must_use]
    pub fn first(&self) -> Period {
        self.points.first().map_or(self.now.period, |point| point.participants.period)
    }

    /// The last month.
    #[must_use]
    pub fn last(&self) -> Period {
        self.now.period
    }

    /// Months from the first to the last, both counted, gaps too.
    #[must_use]
    pub fn months(&self) -> u32 {
        u32::try_from(self.first().months_until(self.last()) + 1).unwrap_or_default()
    }

    /// The cells behind everything that follows from the window.
    #[must_use]
    pub fn sources(&self) -> Sources {
        let counts = self.points.iter().map(|point| &point.participants.count.from);
        counts.chain([&self.now.denominator.workers.from]).collect()
    }

    /// Percent by month, exact.
    pub(super) fn values(&self) -> Vec<(Period, Ratio)> {
        self.points.iter().map(|point| (point.participants.period, point.coverage.percent())).collect()
    }
}
