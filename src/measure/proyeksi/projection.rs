//! Which method a projection takes, and what it says of a month.

use super::drift::RandomWalk;
use super::history::{Estimate, History};
use super::level::{Level, LevelCase};
use super::trend::{LeastSquares, TheilSen};
use super::window::{LEAST_MONTHS, Window};
use crate::figure::{Period, Ratio, whole};
use crate::measure::{Missing, Target};
use crate::place::{Sourced, Sources};

/// How a projection is reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Least squares on time.
    KuadratTerkecil,
    /// A random walk with drift.
    JalanAcak,
}

impl Method {
    /// The method whose interval suits the residuals of least squares: least squares unless they are shown not to be
    /// independent.
    #[must_use]
    pub fn suiting(line: &LeastSquares) -> Self {
        let carries_on = line.durbin_watson().is_some_and(|statistic| statistic < line.durbin_watson_bound());
        if carries_on { Self::JalanAcak } else { Self::KuadratTerkecil }
    }
}

/// A projection from the months of a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    /// The method of the report.
    pub method: Method,
    /// Durbin and Watson's statistic of the residuals of least squares, exact; nothing when all points lie on the line.
    pub durbin_watson: Option<Sourced<Ratio>>,
    /// What it is held against; depends on the months alone.
    pub bound: Sourced<Ratio>,
    /// Points behind it.
    pub points: u32,
    /// Months from the first point to the last, both counted.
    pub months: u32,
    last: Period,
    line: LeastSquares,
    walk: RandomWalk,
    robust: TheilSen,
    from: Sources,
}

/// What a projection says of one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The month.
    pub month: Period,
    /// Months after the last point.
    pub ahead: u32,
    /// The projected coverage.
    pub value: Level,
    /// The lower end of the prediction interval of [`CONFIDENCE`](super::CONFIDENCE) percent.
    pub low: Level,
    /// Its upper end.
    pub high: Level,
    /// Coverage on the line of Theil and Sen.
    pub robust: Level,
    /// Whether the month lies further ahead than the points reach back: an illustration only.
    pub illustrative: bool,
}

/// Where a target lies against a prediction interval. Exhaustive: every case has its own word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TargetPlace {
    /// Above its upper end: out of reach on this pace.
    Atas,
    /// Inside, the ends included.
    Dalam,
    /// Below its lower end: met on this pace.
    Bawah,
}

impl Projection {
    pub(super) fn of(window: &Window) -> Result<Self, Missing> {
        let missing = Missing::TooFewMonths { months: window.count(), least: LEAST_MONTHS };
        let enough = window.count() >= LEAST_MONTHS;
        let history = History::new(&window.values()).filter(|_| enough).ok_or(missing)?;
        let line = LeastSquares::of(&history);
        let from = window.sources();
        Ok(Self {
            method: Method::suiting(&line),
            durbin_watson: line.durbin_watson().map(|value| Sourced::new(value, from.clone())),
            bound: Sourced::new(line.durbin_watson_bound(), from.clone()),
            points: window.count(),
            months: window.months(),
            last: window.last(),
            line,
            walk: RandomWalk::of(&history),
            robust: TheilSen::of(&history),
            from,
        })
    }

    /// The projection of the report's method in a month after the last point; before it, the method's line through
    /// the points.
    #[must_use]
    pub fn at(&self, month: Period) -> Forecast {
        self.by(self.method, month)
    }

    /// The same by a method of choice, for a comparison.
    #[must_use]
    pub fn by(&self, method: Method, month: Period) -> Forecast {
        let Estimate { value, half_width } = match method {
            Method::KuadratTerkecil => self.line.at(month),
            Method::JalanAcak => self.walk.at(month),
        };
        let level = |exact: &Ratio| Level::new(exact, self.from.clone());
        let ahead = u32::try_from(self.last.months_until(month)).unwrap_or_default();
        Forecast {
            month,
            ahead,
            low: level(&(&value - &half_width)),
            high: level(&(&value + &half_width)),
            value: level(&value),
            robust: level(&self.robust.at(month)),
            illustrative: ahead > self.months,
        }
    }

    /// The last month that is no illustration.
    #[must_use]
    pub fn last_supported(&self) -> Period {
        self.last.plus(i32::try_from(self.months).unwrap_or_default())
    }

    /// *Persen poin* per year on a method's pace, exact.
    #[must_use]
    pub fn per_year(&self, method: Method) -> Sourced<Ratio> {
        let slope = match method {
            Method::KuadratTerkecil => self.line.slope(),
            Method::JalanAcak => self.walk.drift(),
        };
        Sourced::new(slope * whole(12), self.from.clone())
    }

    /// The same on the line of Theil and Sen.
    #[must_use]
    pub fn robust_per_year(&self) -> Sourced<Ratio> {
        Sourced::new(self.robust.slope() * whole(12), self.from.clone())
    }
}

impl Forecast {
    /// Whether the interval has no width that could be printed.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        self.low == self.high
    }

    /// The ends of the interval that leave the range of a percentage: (below zero, above one hundred).
    #[must_use]
    pub fn leaves_range(&self) -> (bool, bool) {
        (self.low.case() == LevelCase::DiBawahNol, self.high.case() == LevelCase::MelampauiSeratus)
    }

    /// Where a target lies against the interval; nothing for a target in persons without workers to hold it against.
    #[must_use]
    pub fn place_of(&self, target: &Target) -> Option<TargetPlace> {
        let target = &target.percent.as_ref()?.value;
        Some(if target > self.high.reckoned() {
            TargetPlace::Atas
        } else if target < self.low.reckoned() {
            TargetPlace::Bawah
        } else {
            TargetPlace::Dalam
        })
    }
}
