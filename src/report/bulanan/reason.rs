//! Why something is missing, as a sentence. Absent data are said to be absent: never zero, never left silent.

use super::Desk;
use crate::bahasa;
use crate::measure::Missing;
use crate::place::{Printed, Sources};
use crate::report::sentences::{self as s, Alasan};
use crate::template::Sentence;

/// `{Hal} untuk {periode} belum tersedia karena {alasan}.` `what` begins with a capital.
pub(super) fn unavailable(what: &str, missing: &Missing, desk: &Desk) -> Sentence {
    s::Missing::BelumTersedia { hal: Printed::fixed(what), periode: Some(desk.period.clone()), alasan: alasan(missing) }
        .into()
}

/// A section whose table has no rows for the period. `what` as it stands inside a sentence.
pub(in crate::report) fn empty_section(what: &str, missing: &Missing, desk: &Desk) -> Sentence {
    let latest = match missing {
        Missing::NoRows { latest, .. } | Missing::NoParticipants { latest, .. } => *latest,
        _ => None,
    };
    s::Missing::BagianKosong {
        hal: Printed::fixed(what),
        periode: Some(desk.period.clone()),
        sumber: None,
        akhir: latest.map(|period| Printed::new(bahasa::periode(period), desk.subject.clone())),
    }
    .into()
}

/// A section whose rows hold no figures. `what` as it stands inside a sentence.
pub(super) fn no_content(what: &str, desk: &Desk) -> Sentence {
    let (hal, periode) = (Printed::fixed(what), Some(desk.period.clone()));
    s::Missing::BagianKosong { hal, periode, sumber: None, akhir: None }.into()
}

/// The month a person finds named in a sentence about data that are not there.
pub(super) fn named_month(period: crate::figure::Period, desk: &Desk) -> Printed {
    Printed::new(bahasa::periode(period), desk.subject.clone())
}

/// The reason as the sentences know it.
pub(in crate::report) fn alasan(missing: &Missing) -> Alasan {
    match missing {
        Missing::NoParticipants { .. } => Alasan::TanpaPeserta,
        Missing::NoDenominator { .. } => Alasan::TanpaPenyebut,
        Missing::NotInForce { .. } => Alasan::PenyebutBelumBerlaku,
        Missing::DenominatorUnnamed { .. } => Alasan::PenyebutBelumDitetapkan,
        Missing::NoWorkers { .. } | Missing::ZeroBase { .. } => Alasan::PenyebutNol,
        Missing::FirstPeriod { .. } | Missing::NoPath { .. } => Alasan::PeriodePertama,
        Missing::NoPredecessor { .. } => Alasan::TanpaPembanding,
        Missing::NoTarget { .. } => Alasan::TanpaTarget,
        Missing::ZeroTarget { .. } => Alasan::TargetNol,
        Missing::NoTariff => Alasan::TanpaTarif,
        Missing::NoSubject { .. }
        | Missing::NoSegments { .. }
        | Missing::NoChildren { .. }
        | Missing::NotRanked { .. }
        | Missing::NoRows { .. }
        | Missing::EmptyTable { .. } => Alasan::TanpaRincian,
        Missing::NoValue { .. }
        | Missing::MonthsMissing { .. }
        | Missing::TooFewMonths { .. }
        | Missing::NotAdditive { .. }
        | Missing::TooLarge => Alasan::TidakLengkap,
    }
}

/// A number of the report's own reckoning, with the cells behind it.
pub(in crate::report) fn number(n: impl std::fmt::Display, from: &Sources) -> Printed {
    Printed::new(n.to_string(), from.clone())
}
