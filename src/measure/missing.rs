//! Why a figure cannot be computed.

use crate::figure::Period;
use crate::table::Segmen;

/// The named reason for a missing figure. The report words it; a missing figure is never a zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No participants of the region and segment in the month.
    NoParticipants {
        /// Code of the region.
        region: String,
        /// The segment, when it was already known.
        segment: Option<Segmen>,
        /// The month asked for.
        period: Period,
        /// The latest month that has participants of this region.
        latest: Option<Period>,
    },
    /// Several segments but neither a total nor all parts of it.
    NoSubject {
        /// The month asked for.
        period: Period,
        /// The segments that have data.
        present: Vec<Segmen>,
    },
    /// No workers were published.
    NoDenominator {
        /// Code of the region.
        region: String,
        /// The segment.
        segment: Segmen,
        /// The month asked for.
        period: Period,
    },
    /// Workers were published, but no row of them is in force in the month.
    NotInForce {
        /// Code of the region.
        region: String,
        /// The segment.
        segment: Segmen,
        /// The month asked for.
        period: Period,
    },
    /// Several definitions of the denominator, and the manifest names none.
    DenominatorUnnamed {
        /// The definitions found, in order.
        definitions: Vec<String>,
    },
    /// The denominator in force counts no worker.
    NoWorkers {
        /// The month asked for.
        period: Period,
    },
    /// The first month with data: nothing to compare with.
    FirstPeriod {
        /// The month asked for.
        period: Period,
    },
    /// Earlier data exist, but none within the twelve months before.
    NoPredecessor {
        /// The month asked for.
        period: Period,
        /// The latest earlier month with data.
        latest: Period,
    },
    /// Too few months with data for a projection.
    TooFewMonths {
        /// How many there are.
        months: u32,
        /// How many it takes.
        least: u32,
    },
    /// No target of the reference document for the year.
    NoTarget {
        /// The year.
        year: i32,
    },
    /// The target is zero, so no attainment can be computed.
    ZeroTarget {
        /// The year.
        year: i32,
    },
    /// The path to the target has no length: the first known value already is December's.
    NoPath {
        /// The year.
        year: i32,
    },
    /// The region has no breakdown by segment.
    NoSegments {
        /// The month asked for.
        period: Period,
    },
    /// The region has no child regions, or none of them has data in the month.
    NoChildren {
        /// The month asked for.
        period: Period,
        /// Whether child regions are known at all.
        known: bool,
    },
    /// Too few regions have comparable coverage for a ranking, or the region itself has none.
    NotRanked {
        /// How many have comparable coverage.
        comparable: usize,
    },
    /// A table has no row for the region and month.
    NoRows {
        /// Name of the table.
        table: &'static str,
        /// The month asked for.
        period: Period,
        /// The latest month not after it that has rows of the region.
        latest: Option<Period>,
    },
    /// The region has no row in a table that knows no periods.
    EmptyTable {
        /// Name of the table.
        table: &'static str,
    },
    /// Rows lack the value that the figure needs.
    NoValue {
        /// Name of the table.
        table: &'static str,
        /// Name of the column.
        column: &'static str,
        /// How many rows lack it.
        rows: usize,
    },
    /// A sum since January lacks months.
    MonthsMissing {
        /// Name of the table.
        table: &'static str,
        /// The months without data, in order.
        months: Vec<Period>,
    },
    /// Parts that may count one case twice are not summed.
    NotAdditive {
        /// Name of the column.
        column: &'static str,
    },
    /// The whole is zero, so that no share of it can be computed.
    ZeroBase {
        /// Name of the table.
        table: &'static str,
        /// Name of the column.
        column: &'static str,
    },
    /// No contribution is in force on the day asked for.
    NoTariff,
    /// A sum of counts beyond what any census could hold.
    TooLarge,
}
