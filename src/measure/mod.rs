//! Exact statistics from the rows of one region and one month.
//!
//! Owns: which rows count for a figure (denominator in force, subject segment, positions and flows), the cases that
//! decide a sentence, and the named reason ([`Missing`]) when a figure cannot be computed. One file for each theme of
//! the report; [`evaluasi`] looks at years instead of a month and has reasons of its own. Formulas and roundings belong to
//! [`crate::figure`], contradictions between rows to [`crate::audit`], wording to the sentences of the templates. Nothing
//! here is text for a reader except names copied from the data, and every value carries the cells it follows from.
#![deny(clippy::float_arithmetic)]

mod activity;
mod change;
mod claim;
mod denominator;
mod employer;
pub mod evaluasi;
mod funding;
mod group;
pub mod konstruksi;
mod missing;
mod project;
pub mod proyeksi;
mod region;
pub mod rekapitulasi;
mod segment;
mod select;
mod series;
mod target;
mod text;

pub use activity::{Activities, Awards, FollowUp, FollowUpState, FollowUps};
pub use change::{Change, CoverageChange, Direction};
pub use claim::{ClaimFigures, ClaimLine, Claims};
pub use denominator::{Alternative, Implied, Sensitivity};
pub use employer::{EmployerFigures, Employers};
pub use funding::{BudgetFigures, BudgetLine, Funding, Need, Tariff};
pub use group::{Group, GroupState, GroupTotal, Groups};
pub use missing::Missing;
pub use project::{ProjectLine, Projects, Registration, RegistrationDelay, Workers};
pub use region::{RankBasis, RegionLine, RegionName, Regions, Siblings, Unmapped};
pub use segment::{Extremes, SegmentLine, Segments};
pub use select::{Composition, Denominator, Participants, Point, Subject};
pub use series::{Series, SeriesPoint, Switch};
pub use target::{LongTerm, Pace, PaceCase, Path, Requirement, Standing, Target, TargetCase, Targets, names_document};
pub use text::{legal_bases, narrative};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::figure::Period;
use crate::place::Sourced;
use crate::table::{Dataset, ProgramJaminan, Segmen};
use select::View;

/// The report kind whose texts and legal bases are chosen here.
const KIND: &str = "bulanan";

/// Decimals of a percentage and of *persen poin* in a report; cases that hang on printing use the same number.
pub const PERCENT_PLACES: u32 = 2;

/// What the manifest decides about measuring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Definition of the denominator (`bekerja_sakernas`). Without one, a region's only definition is used.
    pub denominator: Option<String>,
    /// Word or words that name the reference target's document (`RPJMD`). Without one, the first document in the
    /// order of the table is used.
    pub reference_target: Option<String>,
    /// Segments that make up the total.
    pub total_parts: Vec<Segmen>,
    /// The segment that RENTAN is a part of.
    pub rentan_parent: Segmen,
}

impl Default for Rules {
    /// PU and BPU make up the total; RENTAN is part of BPU.
    fn default() -> Self {
        Self {
            denominator: None,
            reference_target: None,
            total_parts: vec![Segmen::Pu, Segmen::Bpu],
            rentan_parent: Segmen::Bpu,
        }
    }
}

/// Everything that one report says in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measures<'a> {
    /// Region, period and segment the report speaks of.
    pub subject: Subject,
    /// Participants of the subject in the period.
    pub participants: Result<Participants, Missing>,
    /// Coverage of the subject in the period.
    pub now: Result<Point, Missing>,
    /// Change against the month before, or against the last month within a year that has data.
    pub month_change: Result<Change, Missing>,
    /// Change against the same month of the year before.
    pub year_change: Result<Change, Missing>,
    /// Up to 24 months, and the months in which the denominator changed.
    pub series: Result<Series, Missing>,
    /// Target, path, shortfall, pace, national comparison.
    pub targets: Targets,
    /// By segment.
    pub segments: Result<Segments, Missing>,
    /// By child region.
    pub regions: Result<Regions, Missing>,
    /// Among the regions of the same parent.
    pub siblings: Result<Siblings, Missing>,
    /// Participants by programme, in the programmes' fixed order; never summed.
    pub programmes: Result<Vec<(ProgramJaminan, Sourced<u64>)>, Missing>,
    /// Groups whose contributions somebody pays.
    pub groups: Result<Groups<'a>, Missing>,
    /// Employers.
    pub employers: Result<Employers<'a>, Missing>,
    /// Budgets of the year, at their latest date not after the period.
    pub funding: Result<Funding<'a>, Missing>,
    /// The contribution in force at the period's end for JKK and JKM of the segment BPU.
    pub tariff: Result<Tariff, Missing>,
    /// Claims paid.
    pub claims: Result<Claims<'a>, Missing>,
    /// Construction packages.
    pub projects: Result<Projects<'a>, Missing>,
    /// Awards of the year so far.
    pub awards: Awards<'a>,
    /// Activities of the period.
    pub activities: Activities<'a>,
    /// Follow-ups, judged at the report's date.
    pub follow_ups: Result<FollowUps<'a>, Missing>,
    /// The same participants over every published denominator.
    pub sensitivity: Result<Sensitivity, Missing>,
    /// Denominators that announced percentages imply but do not name.
    pub implied: Vec<Implied>,
    /// Legal bases that may be printed, in order.
    pub legal_bases: Vec<&'a crate::table::DasarHukum>,
    /// Texts a person wrote for this report, by section and order.
    pub narrative: Vec<&'a crate::table::Narasi>,
}

/// The months in which anything about a region was counted, each with the segment that speaks for it: TOTAL where it can
/// be told, else the only one there is; nothing where several parts make up no total.
#[must_use]
pub fn months(data: &Dataset, rules: &Rules, region: &str) -> BTreeMap<Period, Option<Segmen>> {
    View::new(data, rules).months_of(region)
}

/// Measures everything about `region` in `period`. Whether something is overdue is judged at `report_date`.
#[must_use]
pub fn measure<'a>(
    data: &'a Dataset,
    rules: &Rules,
    region: &str,
    period: Period,
    report_date: NaiveDate,
) -> Measures<'a> {
    let view = View::new(data, rules);
    let subject = view.subject(region, period);
    let segment = subject.segment.clone();
    let participants = segment.clone().and_then(|s| view.participants(region, s, period));
    let now = segment.clone().and_then(|s| view.point(region, s, period));
    Measures {
        month_change: segment.clone().and_then(|s| change::month(&view, region, s, period)),
        year_change: segment.clone().and_then(|s| change::year(&view, region, s, period)),
        series: segment.clone().and_then(|s| series::series(&view, region, s, period)),
        targets: target::targets(&view, region, segment.clone(), period),
        segments: segment.clone().and_then(|s| segment::segments(&view, region, s, period)),
        regions: segment.clone().and_then(|s| region::children(&view, region, s, period)),
        siblings: segment.clone().and_then(|s| region::siblings(&view, region, s, period)),
        programmes: segment::programmes(data, region, period),
        groups: group::groups(data, region, period, participants.as_ref().ok()),
        employers: employer::employers(data, region, period),
        funding: funding::funding(data, region, period),
        tariff: funding::tariff(data, period.last_day()),
        claims: claim::claims(data, region, period),
        projects: project::projects(data, region, period),
        awards: activity::awards(data, region, period),
        activities: activity::activities(data, region, period),
        follow_ups: activity::follow_ups(data, region, report_date),
        sensitivity: segment.clone().and_then(|s| denominator::sensitivity(&view, region, s, period)),
        implied: segment.map(|s| denominator::implied(data, region, s, period, report_date)).unwrap_or_default(),
        legal_bases: legal_bases(data, KIND),
        narrative: narrative(data, KIND, region, period),
        subject,
        participants,
        now,
    }
}
