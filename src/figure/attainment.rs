//! *Tingkat capaian*: what was realised against what was planned, in percent.
//!
//! For indicators whose smaller values are the better ones two formulas are in use, and they differ: with a target of 5
//! and a realisation of 6 the first gives 83,33 percent, the second 80.

use super::{Ratio, percent_of, whole};

/// Realised over target, in percent. Nothing for a target of zero.
#[must_use]
pub fn attainment(realised: &Ratio, target: &Ratio) -> Option<Ratio> {
    percent_of(realised, target)
}

/// Target over realised, in percent (indikator tren negatif as applications of SIPD compute it). Nothing for a
/// realisation of zero.
#[must_use]
pub fn attainment_inverted(realised: &Ratio, target: &Ratio) -> Option<Ratio> {
    percent_of(target, realised)
}

/// Twice the target less the realised, over the target, in percent (Peraturan Menteri PANRB 8/2021). Negative when more
/// than twice the target was realised. Nothing for a target of zero.
#[must_use]
pub fn attainment_mirrored(realised: &Ratio, target: &Ratio) -> Option<Ratio> {
    percent_of(&(target * whole(2) - realised), target)
}
