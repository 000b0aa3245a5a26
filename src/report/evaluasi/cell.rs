//! A cell of a form as it is printed: a figure, or the mark of its absence.

use std::collections::BTreeSet;

use crate::bahasa;
use crate::figure::{Ratio, ratio, round_half_up, whole};
use crate::measure::PERCENT_PLACES;
use crate::measure::evaluasi::{Absent, Attained, Entry, Figure, Side};
use crate::place::{Printed, Sources};

/// Rupiah to a *juta*.
const MILLION: u32 = 1_000_000;
/// Behind a percentage above 200.
pub(super) const SUSPICIOUS: &str = "*";

/// How money is printed in a form: *juta rupiah* with as few decimals as leave two digits of the smallest amount, at
/// most two; the same throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    pub(super) places: u32,
}

impl Scale {
    pub(super) fn of<'a>(amounts: impl Iterator<Item = &'a Entry>) -> Self {
        let least = amounts.flatten().map(|one| &one.exact.value).filter(|value| **value > whole(0)).min();
        let places = match least {
            Some(least) if *least < whole(MILLION) => 2,
            Some(least) if *least < whole(10_u32) * whole(MILLION) => 1,
            _ => 0,
        };
        Self { places }
    }
}

/// What a mark in a form stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    Empty,
    Inapplicable,
    Incomputable,
    Suspicious,
}

/// The marks that occur in a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(BTreeSet<Mark>);

impl Marks {
    pub(super) fn has(&self, mark: Mark) -> bool {
        self.0.contains(&mark)
    }

    /// The mark of an absent figure.
    pub(super) fn absent(&mut self, why: Absent) -> Printed {
        let (mark, text) = match why {
            Absent::ZeroTarget | Absent::ZeroRealisation => (Mark::Incomputable, "td"),
            Absent::FirstYear => (Mark::Inapplicable, "x"),
            _ => (Mark::Empty, "…"),
        };
        self.0.insert(mark);
        Printed::fixed(text)
    }

    /// A figure of one side.
    pub(super) fn entry(&mut self, entry: &Entry, side: Side, scale: Scale) -> Printed {
        match entry {
            Ok(figure) => figure_of(figure, side, scale),
            Err(why) => self.absent(*why),
        }
    }

    /// A percentage with two decimals and no sign of it: the heading has it.
    pub(super) fn attained(&mut self, attained: &Attained) -> Printed {
        match attained {
            Ok(one) => {
                let star = if one.is_suspicious() { SUSPICIOUS } else { "" };
                self.0.extend(one.is_suspicious().then_some(Mark::Suspicious));
                one.percent.print(|percent| format!("{}{star}", percentage(percent)))
            }
            Err(why) => self.absent(*why),
        }
    }
}

/// Two decimals.
pub(super) fn percentage(percent: &Ratio) -> String {
    bahasa::desimal(&round_half_up(percent, PERCENT_PLACES))
}

fn figure_of(figure: &Figure, side: Side, scale: Scale) -> Printed {
    match side {
        Side::Kinerja => figure.exact.print(|value| bahasa::desimal(&round_half_up(value, figure.places))),
        Side::Rupiah => figure.exact.print(|value| {
            let millions = ratio(1, MILLION).map_or_else(|| value.clone(), |share| value * share);
            bahasa::desimal(&round_half_up(&millions, scale.places))
        }),
    }
}

/// The name of an indicator with its unit.
pub(super) fn with_unit(indicator: &crate::table::Indikator) -> Printed {
    let from = Sources::from(&indicator.nama.place).and(&Sources::from(&indicator.satuan.place));
    Printed::new(format!("{} ({})", indicator.nama.value, indicator.satuan.value), from)
}
