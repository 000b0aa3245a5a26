//! What a chart shows, as plain data. Values are exact and serve geometry only; labels are finished strings.

use crate::figure::{Period, Ratio};
use crate::place::Printed;

/// One chart, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartSpec {
    /// What is drawn.
    pub kind: ChartKind,
    /// Width on paper, in millimetres; 80 to 400.
    pub width_mm: u32,
    /// Height on paper, in millimetres; 30 to 400 for a line or a fan, and for bars what [`super::ranked_height_mm`],
    /// [`super::stacked_height_mm`] or [`super::grouped_height_mm`] gives.
    pub height_mm: u32,
}

/// The charts of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Monthly coverage against the straight path to the year's target.
    Line(LineChart),
    /// Monthly coverage and where it is heading.
    Fan(FanChart),
    /// Covered and uncovered workers per segment; every bar is 100 percent.
    Stacked(StackedChart),
    /// Bars in the order of a ranking.
    Ranked(RankedChart),
    /// Funding per source: *pagu* and *realisasi* side by side.
    Grouped(GroupedChart),
}

/// A line over months, in percent.
///
/// A month without a value breaks the line, and so does a change of the denominator: figures before and after it are
/// not compared. Nothing is interpolated.
///
/// The percent axis starts at zero when the lowest value is no further from zero than the values are from each other;
/// otherwise it holds the values with some room and shows five *persen poin* at least, so that a small change never
/// looks like a cliff.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineChart {
    /// The months of the axis, ascending, months still to come included. A month left out counts as one without a
    /// value.
    pub months: Vec<LineMonth>,
    /// Printed at the last value, e.g. `30,72%`.
    pub end_label: Option<Printed>,
    /// The path to the target.
    pub path: Option<TargetPath>,
    /// Where the denominator changed.
    pub changes: Vec<DenominatorChange>,
}

/// One month of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineMonth {
    /// The month; gives the place on the axis and the year beneath it.
    pub period: Period,
    /// Short name, e.g. `Agu`, with the sources of the value.
    pub label: Printed,
    /// Percent.
    pub value: Option<Ratio>,
}

/// The straight path to a target, drawn dashed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetPath {
    /// The month it starts in.
    pub start: Period,
    /// Its value there, in percent.
    pub start_value: Ratio,
    /// The month it ends in, not before the start.
    pub end: Period,
    /// The target, in percent.
    pub end_value: Ratio,
    /// Printed at its end, e.g. `jalur menuju target 2025: 41,30%`.
    pub label: Printed,
}

/// From a month on, another denominator is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DenominatorChange {
    /// The first month under the new denominator.
    pub period: Period,
    /// Printed above the marker, e.g. `penyebut baru: Sakernas Agustus 2024`.
    pub label: Printed,
}

/// A line over months in percent, continued dashed within the band of its prediction interval.
///
/// What a projection says beyond 0 or 100 percent is not drawn: the dashed line ends where it leaves that range, the
/// band runs along its edge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FanChart {
    /// The months with data, ascending. A month left out counts as one without a value. Their names are printed on an
    /// axis of three years at most; a longer one names the years alone.
    pub months: Vec<LineMonth>,
    /// Printed at the last value, e.g. `30,72%`.
    pub end_label: Option<Printed>,
    /// The projection, ascending; from the last value on, so that the band opens there.
    pub fan: Vec<FanMonth>,
    /// Printed at the end of the dashed line, e.g. `proyeksi 2029: 45,15%`.
    pub value_label: Option<Printed>,
    /// Printed at the upper edge's end, e.g. `batas atas 80%: 52,10%`.
    pub high_label: Option<Printed>,
    /// Printed at the lower edge's end, e.g. `batas bawah 80%: 38,20%`.
    pub low_label: Option<Printed>,
    /// From where on the projection is an illustration only.
    pub illustration: Option<Illustration>,
    /// The targets, the most important first: a label that finds no free place is left out, its mark is not. The
    /// alternative text and the table beside the chart name them all.
    pub targets: Vec<TargetPoint>,
}

/// The projection in one month, in percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FanMonth {
    /// The month.
    pub period: Period,
    /// Its short name, e.g. `Des`, with the sources of the projection.
    pub label: Printed,
    /// The projected value; may lie outside 0 to 100.
    pub value: Ratio,
    /// The lower end of the interval.
    pub low: Ratio,
    /// The upper end of the interval.
    pub high: Ratio,
}

/// From a month on, a projection is an illustration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Illustration {
    /// The first such month.
    pub period: Period,
    /// Printed above the marker, e.g. `mulai di sini: ilustrasi`.
    pub label: Printed,
}

/// A target as a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetPoint {
    /// The month it is set for.
    pub period: Period,
    /// Percent.
    pub value: Ratio,
    /// Printed beside it, e.g. `target 2029: 55,00%`.
    pub label: Printed,
}

/// Stacked bars, one for each segment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StackedChart {
    /// The segments, from above.
    pub segments: Vec<StackedBar>,
    /// What the two parts are called.
    pub words: StackedWords,
}

/// What the two parts of a stacked bar are called in the key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StackedWords {
    /// *terlindungi* and *belum terlindungi*.
    #[default]
    Terlindungi,
    /// *terdaftar* and *belum terdaftar*.
    Terdaftar,
}

impl StackedWords {
    /// The word of the first part; with *belum* in front that of the second.
    pub(super) fn covered(self) -> &'static str {
        match self {
            Self::Terlindungi => "terlindungi",
            Self::Terdaftar => "terdaftar",
        }
    }
}

/// One segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackedBar {
    /// Name of the segment.
    pub name: Printed,
    /// Its parts; nothing prints `belum tersedia`.
    pub share: Option<Share>,
}

/// The two parts of a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Covered workers, percent of all, 0 to 100.
    pub covered: Ratio,
    /// Printed for the covered part, e.g. `41,20%`; the chart adds its word where it fits.
    pub covered_label: Printed,
    /// Printed for the rest, e.g. `58,80%`; the chart adds the word *belum* where it fits.
    pub uncovered_label: Printed,
}

/// Horizontal bars in the given order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RankedChart {
    /// The bars, from above.
    pub bars: Vec<RankedBar>,
    /// Index of the one bar set off from the others.
    pub emphasised: Option<usize>,
}

/// One bar of a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankedBar {
    /// Name; shortened where the column is too narrow, so the alt text gives it in full.
    pub name: Printed,
    /// Its length; nothing prints `belum tersedia`.
    pub bar: Option<Bar>,
}

/// A length and what is printed at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Not negative; all bars of a chart in one unit.
    pub value: Ratio,
    /// Printed at the end.
    pub label: Printed,
}

/// *Pagu* and *realisasi* per source of funds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupedChart {
    /// The sources, from above.
    pub rows: Vec<GroupedRow>,
}

/// One source of funds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupedRow {
    /// Name of the source.
    pub name: Printed,
    /// Budget ceiling; nothing prints `belum tersedia`.
    pub pagu: Option<Bar>,
    /// Spent; nothing prints `belum tersedia`.
    pub realisasi: Option<Bar>,
}

impl ChartSpec {
    /// Every label of the spec that rests on data, in the order of the chart, so that its sources can be traced.
    pub fn printed(&self) -> impl Iterator<Item = &Printed> {
        match &self.kind {
            ChartKind::Line(chart) => chart.printed(),
            ChartKind::Fan(chart) => chart.printed(),
            ChartKind::Stacked(chart) => chart.segments.iter().flat_map(StackedBar::printed).collect(),
            ChartKind::Ranked(chart) => chart.bars.iter().flat_map(RankedBar::printed).collect(),
            ChartKind::Grouped(chart) => chart.rows.iter().flat_map(GroupedRow::printed).collect::<Vec<_>>(),
        }
        .into_iter()
    }
}

impl LineChart {
    fn printed(&self) -> Vec<&Printed> {
        let months = self.months.iter().map(|month| &month.label);
        let changes = self.changes.iter().map(|change| &change.label);
        months.chain(&self.end_label).chain(self.path.as_ref().map(|path| &path.label)).chain(changes).collect()
    }
}

impl FanChart {
    fn printed(&self) -> Vec<&Printed> {
        let months = self.months.iter().map(|month| &month.label);
        let fan = self.fan.iter().map(|month| &month.label);
        let ends = [&self.end_label, &self.value_label, &self.high_label, &self.low_label].into_iter().flatten();
        let illustration = self.illustration.iter().map(|illustration| &illustration.label);
        let targets = self.targets.iter().map(|target| &target.label);
        months.chain(fan).chain(ends).chain(illustration).chain(targets).collect()
    }
}

impl StackedBar {
    fn printed(&self) -> impl Iterator<Item = &Printed> {
        let labels = self.share.iter().flat_map(|share| [&share.covered_label, &share.uncovered_label]);
        std::iter::once(&self.name).chain(labels)
    }
}

impl RankedBar {
    fn printed(&self) -> impl Iterator<Item = &Printed> {
        std::iter::once(&self.name).chain(self.bar.iter().map(|bar| &bar.label))
    }
}

impl GroupedRow {
    fn printed(&self) -> impl Iterator<Item = &Printed> {
        std::iter::once(&self.name).chain(self.pagu.iter().chain(&self.realisasi).map(|bar| &bar.label))
    }
}
