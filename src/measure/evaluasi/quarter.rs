//! A line of Formulir E.60: one indicator over the quarters of a year.

use super::book::Book;
use super::combine;
use super::direction::attained;
use super::figure::{Absent, Entry, Pair, Side};
use super::predikat::Attained;
use crate::place::Cell;
use crate::table::{Agregasi, Indikator, StatusData};

/// One quarter of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarter<'a> {
    /// From 1 to 4.
    pub number: u64,
    /// Its target; the form has no column for it.
    pub target: Pair<Entry>,
    /// A column of 9 to 12.
    pub realised: Pair<Entry>,
    /// Whether its figures may still change.
    pub status: Option<&'a Cell<StatusData>>,
}

/// One indicator in Formulir E.60. Columns 1 to 5, 16 and 17 stand in its row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearLine<'a> {
    /// Goal, programme, name, unit, office.
    pub indicator: &'a Indikator,
    /// Column 6: the target at the end of the RPJMD.
    pub target_at_end: Pair<Entry>,
    /// Column 7: realised up to the year before: added up, averaged, or the last position known. A position that no year
    /// of the plan has is the one of the base year.
    pub before: Pair<Entry>,
    /// Column 8: the year's target.
    pub target: Pair<Entry>,
    /// Columns 9 to 12.
    pub quarters: [Quarter<'a>; 4],
    /// Column 13: realised in the year. As the year states it; else flows add up, positions take the last quarter known,
    /// means want all four. [`super::Basis`] says which, and whether the year is over.
    pub realised: Pair<Entry>,
    /// Column 14: realised up to the year. Flows: 7 and 13; positions: 13; means: the mean of the years. Goes no
    /// further into the year than column 13.
    pub so_far: Pair<Entry>,
    /// Column 15: column 14 against column 6.
    pub attainment: Pair<Attained>,
}

pub(super) fn line<'a>(book: &Book<'a>, row: &'a Indikator) -> YearLine<'a> {
    let year = book.year;
    let target_at_end = Pair::of(|side| Book::target_at_end(row, side));
    let realised = Pair::of(|side| book.realised_so_far(row, year, side));
    let so_far = Pair::of(|side| up_to_now(book, row, side, realised.get(side)));
    let attainment = Pair::of(|side| attained(book, row, side, so_far.get(side), target_at_end.get(side)));
    YearLine {
        indicator: row,
        before: Pair::of(|side| before(book, row, side)),
        target: Pair::of(|side| book.target(row, year, side)),
        quarters: [1, 2, 3, 4].map(|number| Quarter {
            number,
            target: Pair::of(|side| book.target_of_quarter(row, year, number, side)),
            realised: Pair::of(|side| book.realised_in_quarter(row, year, number, side)),
            status: book.status_of_quarter(row, year, number),
        }),
        target_at_end,
        realised,
        so_far,
        attainment,
    }
}

/// The years of the plan before the one evaluated.
fn years_before(book: &Book, row: &Indikator, side: Side) -> Vec<(i32, Entry)> {
    let years = book.plan.years().filter(|year| *year < book.year);
    years.map(|year| (year, book.realised(row, year, side))).collect()
}

fn before(book: &Book, row: &Indikator, side: Side) -> Entry {
    let years = combine::years(row, side, &years_before(book, row, side));
    let position = combine::aggregation(row, side).is_ok_and(|how| how.value == Agregasi::PosisiAkhir);
    match years {
        Err(Absent::FirstYear | Absent::NoRealisation) if position => book.baseline(row, side),
        years => years,
    }
}

fn up_to_now(book: &Book, row: &Indikator, side: Side, realised: &Entry) -> Entry {
    let now = realised.clone()?;
    let how = combine::aggregation(row, side)?;
    if how.value == Agregasi::PosisiAkhir {
        return Ok(now.with(&how.from));
    }
    let mut years = years_before(book, row, side);
    years.push((book.year, Ok(now)));
    combine::years(row, side, &years)
}
