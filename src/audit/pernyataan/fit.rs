//! How a computed value meets a said one.

use num_traits::Signed;

use super::Cover;
use crate::bahasa::baca::{Kira, Satuan, Ucapan};
use crate::bahasa::{self, rekat};
use crate::figure::{Ratio, round_half_up, whole};

/// A value reckoned from figures that may themselves be rounded: as they stand, and between which bounds.
#[derive(Clone)]
pub(super) struct Range {
    pub(super) value: Ratio,
    pub(super) low: Ratio,
    pub(super) high: Ratio,
}

impl Range {
    pub(super) fn exact(value: Ratio) -> Self {
        Self { low: value.clone(), high: value.clone(), value }
    }

    /// What a said figure may stand for: half a step of its last digit, more under a word of doubt. A count said to the
    /// last person stands for itself.
    pub(super) fn of(said: &Ucapan) -> Self {
        let value = said.nilai.clone();
        let count = matches!(said.satuan, Satuan::Orang | Satuan::Rupiah);
        let (step, two) = (said.langkah_kira(), whole(2));
        match said.kira {
            Kira::Tepat if count && said.pangkat == 0 => Self::exact(value),
            Kira::Tepat | Kira::Sekitar => Self { low: &value - &step / &two, high: &value + &step / &two, value },
            Kira::Hampir | Kira::Hingga => Self { low: &value - &step, high: value.clone(), value },
            Kira::Lebih => Self { low: value.clone(), high: &value + &step, value },
        }
    }

    /// `self` percent of a whole.
    pub(super) fn percent_of(&self, base: &Self) -> Self {
        let part = |percent: &Ratio, of: &Ratio| percent * of / whole(100);
        Self {
            value: part(&self.value, &base.value),
            low: part(&self.low, &base.low),
            high: part(&self.high, &base.high),
        }
    }

    /// A part in percent of its whole; nothing without a whole.
    pub(super) fn share(&self, base: &Self) -> Option<Self> {
        let share = |part: &Ratio, of: &Ratio| of.is_positive().then(|| part * whole(100) / of);
        Some(Self {
            value: share(&self.value, &base.value)?,
            low: share(&self.low, &base.high)?,
            high: share(&self.high, &base.low)?,
        })
    }

    pub(super) fn minus(&self, other: &Self) -> Self {
        Self { value: &self.value - &other.value, low: &self.low - &other.high, high: &self.high - &other.low }
    }

    /// Persons that are missing are rounded up.
    pub(super) fn in_whole_persons(self) -> Self {
        Self { value: self.value.ceil(), low: self.low.floor(), high: self.high.ceil() }
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

/// Whether a computed value bears out a said one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// Rounded to the digits said, it is what was said.
    Exact,
    /// It is not, but something covers the difference.
    Covered(Cover),
    /// It is not.
    None,
}

pub(super) fn fit(computed: &Range, said: &Ucapan) -> Fit {
    let value = &computed.value;
    if rounded(value, said) == said.nilai {
        return Fit::Exact;
    }
    if let Some(word) = said.kata.filter(|_| doubt_covers(value, said)) {
        return Fit::Covered(Cover::Kata(word));
    }
    if cut(value, said) == said.nilai {
        return Fit::Covered(Cover::Potong);
    }
    let roundings = computed.low != computed.high && computed.meets(&Range::of(said));
    if roundings { Fit::Covered(Cover::Masukan) } else { Fit::None }
}

/// Whether the word of doubt covers the difference: *sekitar* half a step on either side, the others one step on theirs.
fn doubt_covers(value: &Ratio, said: &Ucapan) -> bool {
    let Range { low, high, .. } = Range::of(said);
    match said.kira {
        Kira::Tepat => false,
        Kira::Sekitar => *value >= low && *value <= high,
        Kira::Hampir | Kira::Hingga => *value > low && *value <= high,
        Kira::Lebih => *value >= low && *value < high,
    }
}

/// Half-up at the last digit said.
fn rounded(value: &Ratio, said: &Ucapan) -> Ratio {
    let step = said.langkah();
    whole(round_half_up(&(value / &step), 0).units) * step
}

/// The digits behind the last one said left out.
fn cut(value: &Ratio, said: &Ucapan) -> Ratio {
    let step = said.langkah();
    (value / &step).trunc() * step
}

/// A computed value in the unit of the said one, with at least two decimals for percentages.
pub(super) fn shown(value: &Ratio, said: &Ucapan) -> String {
    match said.satuan {
        Satuan::Persen | Satuan::PersenPoin => {
            let places = said.pangkat.min(-2).unsigned_abs();
            rekat(&bahasa::desimal(&round_half_up(value, places)), "persen")
        }
        Satuan::Orang => bahasa::bilangan(round_half_up(value, 0).units),
        Satuan::Rupiah => bahasa::rupiah(round_half_up(value, 0).units),
    }
}

/// A computed value rounded to the digits said.
pub(super) fn shown_as_said(value: &Ratio, said: &Ucapan) -> String {
    let value = rounded(value, said);
    match said.satuan {
        Satuan::Persen | Satuan::PersenPoin => {
            rekat(&bahasa::desimal(&round_half_up(&value, said.pangkat.min(0).unsigned_abs())), "persen")
        }
        _ => shown(&value, said),
    }
}
