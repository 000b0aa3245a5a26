//! The projection of a region with the years it is asked for and the targets of those years.

use std::collections::BTreeSet;

use super::projection::{Forecast, Projection};
use super::window::Window;
use crate::figure::Period;
use crate::measure::select::{Subject, View};
use crate::measure::target::{self, Requirement};
use crate::measure::{Missing, Rules};
use crate::table::Dataset;

/// The year of the national long-term plan, always among the horizons.
pub const LONG_TERM_YEAR: i32 = 2045;

/// Where a region's coverage is heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// Region, month of the last point, segment.
    pub subject: Subject,
    /// The months with data.
    pub window: Window,
    /// The projection; [`Missing::TooFewMonths`] under twelve months with data.
    pub projection: Result<Projection, Missing>,
    /// The ends of the years asked for and of 2045, in order, as far as they lie after the last point.
    pub horizons: Vec<Horizon>,
}

/// The end of a year to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// Its December.
    pub month: Period,
    /// The projection there, when there is one.
    pub forecast: Option<Forecast>,
    /// The year's target with what it needs: the reference document's, for the last year of the nation's long-term plan
    /// else the nation's.
    pub target: Result<Requirement, Missing>,
}

/// Projects the coverage of `region` from its months up to `period` to the ends of `years` and of [`LONG_TERM_YEAR`].
/// Years that are over at the last point are left out.
///
/// # Errors
/// The reason why the last month with data has no coverage. Too few months are no error here: the paces that the
/// targets need are there all the same.
pub fn outlook(
    data: &Dataset,
    rules: &Rules,
    region: &str,
    period: Period,
    years: impl IntoIterator<Item = i32>,
) -> Result<Outlook, Missing> {
    let view = View::new(data, rules);
    let last = std::iter::once(period)
        .chain(view.months_before(region, period))
        .find(|month| view.subject(region, *month).segment.is_ok())
        .unwrap_or(period);
    let subject = view.subject(region, last);
    let segment = subject.segment.clone()?;
    let window = Window::of(&view, region, segment, last)?;
    let projection = Projection::of(&window);
    let years: BTreeSet<i32> = years.into_iter().chain([LONG_TERM_YEAR]).collect();
    let decembers = years.into_iter().filter_map(|year| Period::new(year, 12)).filter(|month| *month > last);
    let horizons = decembers.map(|month| Horizon {
        month,
        forecast: projection.as_ref().ok().map(|projection| projection.at(month)),
        target: target::requirement(&view, region, segment, &window.now, month.year()),
    });
    Ok(Outlook { horizons: horizons.collect(), subject, window, projection })
}
