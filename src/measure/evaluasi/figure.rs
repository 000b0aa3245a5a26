//! A figure of a form: exact, with its decimals, its cells, and how it came about; or why there is none.

use crate::figure::{Decimal, Ratio, whole};
use crate::place::{Cell, Place, Sourced, Sources};

/// What a form says twice of every indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// *Kinerja*, in the indicator's own unit.
    Kinerja,
    /// Rupiah. Always a flow, and always better the larger.
    Rupiah,
}

/// Something for each [`Side`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair<T> {
    /// *Kinerja*.
    pub k: T,
    /// Rupiah.
    pub rp: T,
}

impl<T> Pair<T> {
    /// The same for both sides.
    pub fn of(mut each: impl FnMut(Side) -> T) -> Self {
        Self { k: each(Side::Kinerja), rp: each(Side::Rupiah) }
    }

    /// One side.
    pub fn get(&self, side: Side) -> &T {
        match side {
            Side::Kinerja => &self.k,
            Side::Rupiah => &self.rp,
        }
    }
}

/// How a figure came about. What stands for less than it seems to says so here, and the report says it in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// A cell states it.
    Stated,
    /// The state in the plan's base year.
    Baseline {
        /// The base year.
        year: i32,
    },
    /// Quarters added up, from the first.
    SumOfQuarters {
        /// The last of them; below 4 the year is not over.
        through: u64,
    },
    /// The last quarter that is known.
    LastQuarter {
        /// Which; below 4 it is not the end of the year.
        quarter: u64,
    },
    /// The mean of all four quarters.
    MeanOfQuarters,
    /// Years added up.
    SumOfYears {
        /// The first.
        first: i32,
        /// The last.
        last: i32,
    },
    /// The last year that is known.
    LastYear {
        /// Which.
        year: i32,
    },
    /// The mean of years.
    MeanOfYears {
        /// The first.
        first: i32,
        /// The last.
        last: i32,
    },
}

impl Basis {
    /// Whether quarters of the year are still missing, so that the figure is no year's.
    #[must_use]
    pub fn is_part_of_a_year(self) -> bool {
        matches!(self, Self::SumOfQuarters { through: n } | Self::LastQuarter { quarter: n } if n < 4)
    }
}

/// A figure of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The value in the indicator's unit or in rupiah, with its cells.
    pub exact: Sourced<Ratio>,
    /// Decimals to print: those of its document, for a sum the most of any part, for a mean at least two.
    pub places: u32,
    /// How it came about.
    pub basis: Basis,
}

impl Figure {
    /// A number as its document gives it.
    pub(super) fn decimal(cell: &Cell<Decimal>) -> Self {
        Self::stated(cell.value.ratio(), cell.value.places, &cell.place)
    }

    /// Whole rupiah.
    pub(super) fn rupiah(cell: &Cell<u64>) -> Self {
        Self::stated(whole(cell.value), 0, &cell.place)
    }

    fn stated(value: Ratio, places: u32, at: &Place) -> Self {
        Self { exact: Sourced::new(value, Sources::from(at)), places, basis: Basis::Stated }
    }

    /// The same figure on another basis.
    pub(super) fn based_on(self, basis: Basis) -> Self {
        Self { basis, ..self }
    }

    /// The same figure, which follows from further cells too.
    pub(super) fn with(mut self, from: &Sources) -> Self {
        self.exact.from = self.exact.from.and(from);
        self
    }
}

/// The named reason for a figure that is not there. A percentage tells of its target before its realisation, and of both
/// before the rules of its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Absent {
    /// The year lies after the one evaluated.
    NotYet,
    /// No state of the base year was published.
    NoBaseline,
    /// *Target belum tersedia*.
    NoTarget,
    /// *Realisasi belum tersedia*.
    NoRealisation,
    /// Some of the years or quarters that are to be put together have no realisation.
    Incomplete,
    /// The plan's first year: there is no earlier one to look back on.
    FirstYear,
    /// The indicator does not say how quarters and years are put together.
    NoAggregation,
    /// The indicator does not say whether larger or smaller is better.
    NoDirection,
    /// Smaller is better, but the indicator does not say by which formula.
    NoFormula,
    /// *Target bernilai nol*: whatever was realised, no share of it can be told.
    ZeroTarget,
    /// *Realisasi bernilai nol* under target over realisation.
    ZeroRealisation,
}

/// A figure, or why there is none.
pub type Entry = Result<Figure, Absent>;
