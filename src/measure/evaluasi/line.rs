//! A line of Formulir E.58: one indicator over the years of its plan.

use super::book::Book;
use super::combine;
use super::direction::{Formula, attained};
use super::figure::{Absent, Entry, Pair};
use super::predikat::Attained;
use crate::place::{Cell, Sourced};
use crate::table::{Indikator, StatusData};

/// One year of the plan: a column each of 7 to 11, 12 to 16 and 17 to 21.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanYear<'a> {
    /// The year.
    pub year: i32,
    /// Columns 7 to 11: its target.
    pub target: Pair<Entry>,
    /// Columns 12 to 16: realised. As the year states it, else as all its quarters make it.
    pub realised: Pair<Entry>,
    /// Columns 17 to 21: *tingkat capaian*, by the indicator's direction; of rupiah always realised over target.
    pub attainment: Pair<Attained>,
    /// Whether the year's figures may still change.
    pub status: Option<&'a Cell<StatusData>>,
}

/// One indicator in Formulir E.58. Columns 1 to 4 stand in its row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine<'a> {
    /// Goal, programme, name, unit, office.
    pub indicator: &'a Indikator,
    /// How its *kinerja* is set against targets.
    pub formula: Result<Sourced<Formula>, Absent>,
    /// Column 5: the state in the base year. Rupiah only when table `indikator_tahunan` has that year.
    pub baseline: Pair<Entry>,
    /// Column 6: the target at the end of the plan.
    pub target_at_end: Pair<Entry>,
    /// Columns 7 to 21, a year each.
    pub years: Vec<PlanYear<'a>>,
    /// Column 22: reached at the end, or by the year evaluated: rupiah added up, *kinerja* by the indicator's aggregation.
    pub reached: Pair<Entry>,
    /// Column 23: column 22 against column 6.
    pub ratio: Pair<Attained>,
}

pub(super) fn line<'a>(book: &Book<'a>, row: &'a Indikator) -> PlanLine<'a> {
    let target_at_end = Pair::of(|side| Book::target_at_end(row, side));
    let reached = Pair::of(|side| {
        let years = book.plan.years().filter(|year| *year <= book.year);
        let realised: Vec<(i32, Entry)> = years.map(|year| (year, book.realised(row, year, side))).collect();
        if realised.is_empty() { Err(Absent::NotYet) } else { combine::years(row, side, &realised) }
    });
    let ratio = Pair::of(|side| attained(book, row, side, reached.get(side), target_at_end.get(side)));
    PlanLine {
        indicator: row,
        formula: Formula::of(row),
        baseline: Pair::of(|side| book.baseline(row, side)),
        years: book.plan.years().map(|year| plan_year(book, row, year)).collect(),
        target_at_end,
        reached,
        ratio,
    }
}

fn plan_year<'a>(book: &Book<'a>, row: &'a Indikator, year: i32) -> PlanYear<'a> {
    let target = Pair::of(|side| book.target(row, year, side));
    let realised = Pair::of(|side| book.realised(row, year, side));
    let attainment = Pair::of(|side| attained(book, row, side, realised.get(side), target.get(side)));
    PlanYear { year, target, realised, attainment, status: book.status(row, year) }
}
