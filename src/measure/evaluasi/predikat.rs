//! *Predikat kinerja*: the band a percentage falls in.

use super::figure::Absent;
use crate::figure::{Ratio, round_half_up, whole};
use crate::manifest::ModePredikat;
use crate::place::Sourced;

/// A percentage above this one is told apart: its target or its realisation wants looking at.
pub const SUSPICIOUS_ABOVE: u32 = 200;

/// The bands of Permendagri 86/2017.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Predikat {
    /// Up to 50.
    SangatRendah,
    /// 51 to 65.
    Rendah,
    /// 66 to 75.
    Sedang,
    /// 76 to 90.
    Tinggi,
    /// From 91.
    SangatTinggi,
}

impl Predikat {
    /// All, from the best down: the order of the legend.
    pub const ALL: [Self; 5] = [Self::SangatTinggi, Self::Tinggi, Self::Sedang, Self::Rendah, Self::SangatRendah];

    /// The largest percentage of each band but the highest. `dibulatkan` lets the next band begin a whole number above,
    /// `kontinu` directly above.
    const UPPER: [(u32, Self); 4] =
        [(50, Self::SangatRendah), (65, Self::Rendah), (75, Self::Sedang), (90, Self::Tinggi)];

    /// The band of an exact percentage.
    #[must_use]
    pub fn of(percent: &Ratio, mode: ModePredikat) -> Self {
        let judged = match mode {
            ModePredikat::Dibulatkan => whole(round_half_up(percent, 0).units),
            ModePredikat::Kontinu => percent.clone(),
        };
        let band = Self::UPPER.into_iter().find(|(upper, _)| judged <= whole(*upper));
        band.map_or(Self::SangatTinggi, |(_, predikat)| predikat)
    }

    /// As it is printed.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SangatTinggi => "Sangat Tinggi",
            Self::Tinggi => "Tinggi",
            Self::Sedang => "Sedang",
            Self::Rendah => "Rendah",
            Self::SangatRendah => "Sangat Rendah",
        }
    }
}

/// *Tingkat capaian*, or a mean of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attainment {
    /// In percent, exact, with every cell behind it. May be negative.
    pub percent: Sourced<Ratio>,
    /// Its band, decided on the exact percentage.
    pub predikat: Predikat,
}

impl Attainment {
    pub(super) fn of(percent: Sourced<Ratio>, mode: ModePredikat) -> Self {
        Self { predikat: Predikat::of(&percent.value, mode), percent }
    }

    /// Whether it lies above [`SUSPICIOUS_ABOVE`] percent.
    #[must_use]
    pub fn is_suspicious(&self) -> bool {
        self.percent.value > whole(SUSPICIOUS_ABOVE)
    }
}

/// A *tingkat capaian*, or why it cannot be computed.
pub type Attained = Result<Attainment, Absent>;
