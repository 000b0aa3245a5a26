//! Which way an indicator is read, and the *tingkat capaian* that follows.

use num_traits::Zero;

use super::book::Book;
use super::figure::{Absent, Entry, Side};
use super::predikat::{Attained, Attainment};
use crate::figure::{Ratio, attainment, attainment_inverted, attainment_mirrored};
use crate::place::{Sourced, Sources};
use crate::table::{Arah, Indikator, RumusNegatif};

/// How a realisation is set against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Formula {
    /// Larger is better: realisation over target.
    RPerT,
    /// Smaller is better: target over realisation.
    TPerR,
    /// Smaller is better: twice the target less the realisation, over the target.
    DuaTKurangR,
}

impl Formula {
    /// The formula of an indicator's *kinerja*, with the cells that say so.
    pub fn of(indicator: &Indikator) -> Result<Sourced<Self>, Absent> {
        let direction = indicator.arah.as_ref().ok_or(Absent::NoDirection)?;
        let from = Sources::from(&direction.place);
        match direction.value {
            Arah::Positif => Ok(Sourced::new(Self::RPerT, from)),
            Arah::Negatif => {
                let chosen = indicator.rumus_negatif.as_ref().ok_or(Absent::NoFormula)?;
                let formula = match chosen.value {
                    RumusNegatif::TPerR => Self::TPerR,
                    RumusNegatif::DuaTKurangR => Self::DuaTKurangR,
                };
                Ok(Sourced::new(formula, from.and(&Sources::from(&chosen.place))))
            }
        }
    }

    /// The formula of one side of an indicator.
    pub(super) fn of_side(indicator: &Indikator, side: Side) -> Result<Sourced<Self>, Absent> {
        match side {
            Side::Kinerja => Self::of(indicator),
            Side::Rupiah => Ok(Sourced::new(Self::RPerT, Sources::none())),
        }
    }

    /// *Tingkat capaian* in percent, exact. A target of zero has none under any formula: target over realisation would
    /// call every realisation 0 percent, however small.
    pub fn percent(self, realised: &Ratio, target: &Ratio) -> Result<Ratio, Absent> {
        if target.is_zero() {
            return Err(Absent::ZeroTarget);
        }
        let percent = match self {
            Self::RPerT => attainment(realised, target),
            Self::TPerR => attainment_inverted(realised, target),
            Self::DuaTKurangR => attainment_mirrored(realised, target),
        };
        percent.ok_or(Absent::ZeroRealisation)
    }
}

/// A realisation against its target.
pub(super) fn attained(book: &Book, row: &Indikator, side: Side, realised: &Entry, target: &Entry) -> Attained {
    // A year to come has its target already, so the realisation tells what matters; otherwise the target comes first.
    if *realised == Err(Absent::NotYet) {
        return Err(Absent::NotYet);
    }
    let (target, realised) = (target.as_ref().map_err(|why| *why)?, realised.as_ref().map_err(|why| *why)?);
    let formula = Formula::of_side(row, side)?;
    let percent = formula.value.percent(&realised.exact.value, &target.exact.value)?;
    let from = realised.exact.from.clone().and(&target.exact.from).and(&formula.from);
    Ok(Attainment::of(Sourced::new(percent, from), book.mode))
}
