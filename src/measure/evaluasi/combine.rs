//! Putting quarters together to a year, and years to the end of a plan.

use super::figure::{Absent, Basis, Entry, Figure, Side};
use crate::figure::{Ratio, ratio};
use crate::place::{Cell, Sourced, Sources};
use crate::table::{Agregasi, Indikator};

/// Decimals of a mean, at least.
const MEAN_PLACES: u32 = 2;

/// How one side of an indicator is put together, with the cell that says so. Money adds up.
pub(super) fn aggregation(row: &Indikator, side: Side) -> Result<Sourced<Agregasi>, Absent> {
    match side {
        Side::Kinerja => row.agregasi.as_ref().map(Cell::sourced).ok_or(Absent::NoAggregation),
        Side::Rupiah => Ok(Sourced::new(Agregasi::Jumlah, Sources::none())),
    }
}

/// What the quarters of a year say of it. A flow adds up as far as no quarter is skipped, a position is the last one
/// known; a mean wants all four.
pub(super) fn quarters(row: &Indikator, side: Side, realised: impl Fn(u64) -> Entry) -> Entry {
    let quarters = [realised(1), realised(2), realised(3), realised(4)];
    let last = (1..).zip(&quarters).filter(|(_, entry)| entry.is_ok()).map(|(quarter, _)| quarter).max();
    let last: u64 = last.ok_or(Absent::NoRealisation)?;
    let how = aggregation(row, side)?;
    let known: Vec<Figure> = quarters.into_iter().flatten().collect();
    let unbroken = u64::try_from(known.len()).is_ok_and(|known| known == last);
    let whole = match how.value {
        Agregasi::PosisiAkhir => known.last().cloned().map(|one| one.based_on(Basis::LastQuarter { quarter: last })),
        Agregasi::Jumlah if unbroken => Some(sum(&known, Basis::SumOfQuarters { through: last })),
        Agregasi::RataRata if unbroken && last == 4 => mean(&known, Basis::MeanOfQuarters),
        Agregasi::Jumlah | Agregasi::RataRata => None,
    };
    whole.map(|figure| figure.with(&how.from)).ok_or(Absent::Incomplete)
}

/// What years say of all of them together. Sums and means want every year; a position is the last one known.
pub(super) fn years(row: &Indikator, side: Side, entries: &[(i32, Entry)]) -> Entry {
    let (Some((first, _)), Some((last, _))) = (entries.first(), entries.last()) else { return Err(Absent::FirstYear) };
    let known = || entries.iter().filter_map(|(year, entry)| entry.as_ref().ok().map(|figure| (*year, figure)));
    let (latest, position) = known().next_back().ok_or(Absent::NoRealisation)?;
    let how = aggregation(row, side)?;
    let figures: Vec<Figure> = known().map(|(_, figure)| figure.clone()).collect();
    let complete = figures.len() == entries.len();
    let whole = match how.value {
        Agregasi::PosisiAkhir => Some(position.clone().based_on(Basis::LastYear { year: latest })),
        Agregasi::Jumlah if complete => Some(sum(&figures, Basis::SumOfYears { first: *first, last: *last })),
        Agregasi::RataRata if complete => mean(&figures, Basis::MeanOfYears { first: *first, last: *last }),
        Agregasi::Jumlah | Agregasi::RataRata => None,
    };
    whole.map(|figure| figure.with(&how.from)).ok_or(Absent::Incomplete)
}

/// All added up; the most decimals of any.
pub(super) fn sum(figures: &[Figure], basis: Basis) -> Figure {
    let total = figures.iter().fold(Ratio::from_integer(0.into()), |sum, figure| sum + &figure.exact.value);
    let from: Sources = figures.iter().map(|figure| &figure.exact.from).collect();
    let places = figures.iter().map(|figure| figure.places).max().unwrap_or_default();
    Figure { exact: Sourced::new(total, from), places, basis }
}

/// The mean of all; nothing of none.
fn mean(figures: &[Figure], basis: Basis) -> Option<Figure> {
    let share = ratio(1, figures.len())?;
    let sum = sum(figures, basis);
    let places = sum.places.max(MEAN_PLACES);
    Some(Figure { exact: sum.exact.map(|total| total * share), places, basis })
}
