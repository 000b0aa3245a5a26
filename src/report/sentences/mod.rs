//! Which sentence is said, and what fills its slots.
//!
//! Owns: one enum for each family of sentences, a variant for each case and a named field for each slot, and the
//! registry of all patterns. The wording stands in `templates/_kalimat/`, one macro under each id; which case applies is
//! decided where the measures are; finished strings come from [`crate::bahasa`].
//!
//! Conventions of the slots:
//! - Every slot is a finished string, units included only where its name says so (`cakupan` is *30,72 persen*, `selisih`
//!   is *10,58 persen poin* and never negative, `*_rp` is *Rp5,3 miliar*, `sisa_bulan` is *6 bulan*); counts are bare.
//! - A region is printed with its level word (*Kecamatan Klojen*, *Provinsi Jawa Timur*, *Kota Malang*).
//! - `Option` is the bracketed part of a pattern, left out on `None`. An optional `selisih` is `None` when the
//!   difference is not zero but would be printed as 0,00.
//! - `hal` opens its sentence where the case says so, and then begins with a capital.
//! - `rujukan` is where to look: *Tabel 3*, *Lampiran II*. `tanggal`, `per_tanggal`, `tenggat` are days, `periode`,
//!   `bulan_*` are months in words.

/// Defines the cases of one family, how each becomes a [`Sentence`](crate::template::Sentence), and its patterns.
///
/// `Case as id { slot, slot: Type }`: a slot without a type is a [`Printed`](crate::place::Printed).
macro_rules! sentences {
    ($(#[$about:meta])* pub enum $family:ident {
        $($(#[$when:meta])* $case:ident as $id:ident $({ $($slot:ident $(: $kind:ty)?),+ $(,)? })?),+ $(,)?
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(clippy::large_enum_variant, reason = "a case lives only until it becomes a sentence")]
        pub enum $family {
            $($(#[$when])* $case $({
                $(#[doc = concat!("Slot `", stringify!($slot), "`.")]
                $slot: slot_type!($($kind)?)),+
            })?),+
        }

        impl $family {
            /// The patterns of this family.
            pub const PATTERNS: &'static [$crate::report::sentences::Pattern] = &[
                $($crate::report::sentences::Pattern {
                    id: stringify!($id),
                    slots: &[$($(stringify!($slot)),+)?],
                }),+
            ];
        }

        impl From<$family> for $crate::template::Sentence {
            fn from(case: $family) -> Self {
                match case {
                    $($family::$case $({ $($slot),+ })? => Self {
                        id: stringify!($id),
                        slots: vec![$($((stringify!($slot), $crate::template::Slot::from($slot))),+)?],
                    }),+
                }
            }
        }
    };
}

/// The type of a slot in [`sentences`].
macro_rules! slot_type {
    () => {
        $crate::place::Printed
    };
    ($kind:ty) => {
        $kind
    };
}

/// Defines a choice of words: an enum whose cases a macro compares and never prints.
macro_rules! tags {
    ($(#[$about:meta])* pub enum $name:ident { $($(#[$when:meta])* $case:ident = $tag:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$when])* $case),+
        }

        impl $name {
            /// All cases, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$case),+];
        }

        impl From<$name> for $crate::template::Slot {
            fn from(tag: $name) -> Self {
                Self::Tag(match tag { $($name::$case => $tag),+ })
            }
        }

        impl From<Option<$name>> for $crate::template::Slot {
            fn from(tag: Option<$name>) -> Self {
                tag.map_or(Self::Empty, Self::from)
            }
        }
    };
}

mod alternative;
mod breakdown;
mod caption;
mod change;
mod conclusion;
mod evaluasi;
mod konstruksi;
mod missing;
mod money;
mod notes;
mod passage;
mod people;
mod proyeksi;
mod rank;
mod rekapitulasi;
mod surel;
mod target;
mod words;

pub use alternative::Alternative;
pub use breakdown::{Groups, Segments};
pub use caption::Caption;
pub use change::{Change, Level, Year};
pub use conclusion::{Conclusion, FollowUp, Recommendation, Summary};
pub use evaluasi::{AlasanCapaian, Attained, Beside, Evaluation, Factors, HalFaktor, Penggabungan, Rule, Rumus, Sisi};
pub use konstruksi::{Dues, PackageCaption, PackageSummary, Packages};
pub use missing::{Denominator, Missing, Rounding};
pub use money::{Budget, Claims, Construction};
pub use notes::{Notes, Sheet, Verdict, Waiver};
pub use passage::{Activities, Basis, CoverNote, Passage, Signature, Source};
pub use people::{Awards, Employers, Programmes};
pub use proyeksi::{Kedudukan, Metode, Projection, ProjectionBasis, TargetPace};
pub use rank::Ranks;
pub use rekapitulasi::{
    AlasanNilai, Hitungan, RecapCaption, RecapConclusion, RecapNotes, RecapPassage, Spread, Standings, Union,
};
pub use surel::{KeyPoint, Mail, Naskah, Perubahan, Subject, Tanda};
pub use target::{Comparison, Pace, Path, Target};
pub use words::{
    Alasan, Arah, Cacah, Gerak, Keterdaftaran, Letak, Pemakaian, PenyebutNasional, Status, TandaBaca, TandaSel,
    Tingkat, bracketed, listed, published,
};

use crate::template::Slot;

/// An id and the slots that its macro may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Name of the macro.
    pub id: &'static str,
    /// Names of the slots, in the order of their fields.
    pub slots: &'static [&'static str],
}

/// The patterns of every family, in the order of the files in `templates/_kalimat/`.
const FAMILIES: &[&[Pattern]] = &[
    Level::PATTERNS,
    Change::PATTERNS,
    Year::PATTERNS,
    Target::PATTERNS,
    Path::PATTERNS,
    Pace::PATTERNS,
    Comparison::PATTERNS,
    Projection::PATTERNS,
    ProjectionBasis::PATTERNS,
    TargetPace::PATTERNS,
    Evaluation::PATTERNS,
    Attained::PATTERNS,
    Rule::PATTERNS,
    Factors::PATTERNS,
    Beside::PATTERNS,
    RecapPassage::PATTERNS,
    Union::PATTERNS,
    Spread::PATTERNS,
    Standings::PATTERNS,
    RecapConclusion::PATTERNS,
    RecapCaption::PATTERNS,
    RecapNotes::PATTERNS,
    Missing::PATTERNS,
    Denominator::PATTERNS,
    Rounding::PATTERNS,
    Segments::PATTERNS,
    Groups::PATTERNS,
    Ranks::PATTERNS,
    Awards::PATTERNS,
    Employers::PATTERNS,
    Programmes::PATTERNS,
    Budget::PATTERNS,
    Claims::PATTERNS,
    Construction::PATTERNS,
    PackageSummary::PATTERNS,
    PackageCaption::PATTERNS,
    Packages::PATTERNS,
    Dues::PATTERNS,
    Summary::PATTERNS,
    Caption::PATTERNS,
    Conclusion::PATTERNS,
    Recommendation::PATTERNS,
    FollowUp::PATTERNS,
    Notes::PATTERNS,
    Waiver::PATTERNS,
    Verdict::PATTERNS,
    Sheet::PATTERNS,
    Passage::PATTERNS,
    Basis::PATTERNS,
    Activities::PATTERNS,
    Source::PATTERNS,
    Signature::PATTERNS,
    CoverNote::PATTERNS,
    Alternative::PATTERNS,
    Subject::PATTERNS,
    Mail::PATTERNS,
    KeyPoint::PATTERNS,
];

/// Every pattern there is.
pub fn all() -> impl Iterator<Item = &'static Pattern> {
    FAMILIES.iter().copied().flatten()
}

/// Every id, for the check that each has a macro.
#[must_use]
pub fn ids() -> Vec<&'static str> {
    all().map(|pattern| pattern.id).collect()
}

/// A bracketed part that holds no slot of its own.
impl From<bool> for Slot {
    fn from(printed: bool) -> Self {
        if printed { Self::Tag("ya") } else { Self::Empty }
    }
}
