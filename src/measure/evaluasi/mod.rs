//! The evaluation of a medium-term plan (RPJMD) and of one year of it (RKPD), exact.
//!
//! Owns: which indicators a plan has, the 23 columns of Formulir E.58 ([`PlanLine`]) and columns 6 to 15 of Formulir E.60
//! ([`YearLine`]), each for *kinerja* (K) and *rupiah* (Rp); the means over indicators, the *predikat*, and the factors that
//! the offices state. Every figure carries its cells or is a named reason ([`Absent`]); none is estimated, and a missing
//! one never counts as zero. The formulas of *tingkat capaian* belong to [`crate::figure`], wording and rounding to the
//! reports, the pace of coverage and its projection to the other files of [`crate::measure`].
//!
//! Column numbers and the direction of the rows are those of Permendagri 86/2017 as the applications of Bappeda print
//! them. The literal sums of columns 13 and 14 of E.60 hold for flows only; positions take the last value instead.

mod book;
mod combine;
mod direction;
mod factor;
mod figure;
mod line;
mod mean;
mod plan;
mod predikat;
mod quarter;
mod spending;

pub use direction::Formula;
pub use factor::Factors;
pub use figure::{Absent, Basis, Entry, Figure, Pair, Side};
pub use line::{PlanLine, PlanYear};
pub use mean::Mean;
pub use plan::Plan;
pub use predikat::{Attained, Attainment, Predikat, SUSPICIOUS_ABOVE};
pub use quarter::{Quarter, YearLine};
pub use spending::Spending;

use crate::manifest::ModePredikat;
use crate::table::{Dataset, Indikator};
use book::Book;

/// A plan of a region at the end of one of its years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation<'a> {
    /// The plan.
    pub plan: Plan,
    /// The year evaluated. Nothing realised after it is looked at.
    pub year: i32,
    /// How every *predikat* was found.
    pub mode: ModePredikat,
    /// Formulir E.58, in the order of table `indikator`.
    pub lines: Vec<PlanLine<'a>>,
    /// Mean of each of the columns 17 to 21, one for each year of the plan.
    pub means: Vec<Pair<Mean<'a>>>,
    /// Mean of column 23.
    pub final_mean: Pair<Mean<'a>>,
    /// Formulir E.60 of the year, the same indicators in the same order.
    pub year_lines: Vec<YearLine<'a>>,
    /// Mean of column 15 of Formulir E.60.
    pub year_mean: Pair<Mean<'a>>,
    /// What the offices state about these indicators for the year.
    pub factors: Factors<'a>,
    /// Indicators of the region that name no `tahun_awal` and so belong to no plan.
    pub without_plan: Vec<&'a Indikator>,
}

/// Evaluates a plan of `region` at the end of `year`.
///
/// A year outside the plan is no error: before it nothing is realised yet, after it everything is.
#[must_use]
pub fn evaluate<'a>(data: &'a Dataset, region: &str, plan: Plan, year: i32, mode: ModePredikat) -> Evaluation<'a> {
    let book = Book::new(data, region, plan, year, mode);
    let own = || data.indikator.iter().filter(|row| row.kode_wilayah.value == region);
    let chosen: Vec<&Indikator> = own().filter(|row| plan.has(row)).collect();
    let lines: Vec<PlanLine> = chosen.iter().map(|row| line::line(&book, row)).collect();
    let year_lines: Vec<YearLine> = chosen.iter().map(|row| quarter::line(&book, row)).collect();
    let means = plan.years().enumerate().map(|(n, _)| {
        Pair::of(|side| {
            let column =
                lines.iter().filter_map(|line| Some((line.indicator, line.years.get(n)?.attainment.get(side))));
            Mean::over(column, mode)
        })
    });
    Evaluation {
        means: means.collect(),
        final_mean: Pair::of(|side| Mean::over(lines.iter().map(|line| (line.indicator, line.ratio.get(side))), mode)),
        year_mean: Pair::of(|side| {
            Mean::over(year_lines.iter().map(|line| (line.indicator, line.attainment.get(side))), mode)
        }),
        factors: factor::factors(data, region, &chosen, year),
        without_plan: own().filter(|row| row.tahun_awal.is_none()).collect(),
        plan,
        year,
        mode,
        lines,
        year_lines,
    }
}
