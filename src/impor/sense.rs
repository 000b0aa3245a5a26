//! What a heading says beside the name of its column: that it means the opposite, and the unit of its cells. The lists of
//! names belong to [`super::kamus`].

use super::fold::fold;
use super::kamus::UNITS;
use crate::table::{ColumnSchema, Kind};

/// Words that turn a heading into its opposite.
const TURNING: &[&str] = &[
    "non", "tidak", "tdk", "belum", "blm", "bukan", "tak", "tanpa", "in", "pasif", "inaktif", "nonaktif", "keluar",
    "berhenti", "selain", "kecuali",
];

/// Whether a folded text holds a word that turns it into its opposite: *non aktif*, *nonaktif*, *belum terdaftar*.
pub(super) fn is_turned(folded: &str) -> bool {
    folded.split(' ').any(|word| {
        let behind = |prefix: &str| word.strip_prefix(prefix).is_some_and(|rest| rest.chars().count() >= 4);
        TURNING.contains(&word) || behind("non") || behind("tidak") || behind("inakti")
    })
}

/// What the cells under a heading count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Rupiah,
    Percent,
    Persons,
}

/// The units that a folded heading names; *per orang* is none.
fn units(folded: &str) -> impl Iterator<Item = Unit> {
    let before = std::iter::once("").chain(folded.split(' '));
    before.zip(folded.split(' ')).filter_map(|(before, word)| match word {
        "rp" | "rupiah" => Some(Unit::Rupiah),
        "persen" | "persentase" | "prosentase" => Some(Unit::Percent),
        "orang" | "jiwa" if before != "per" => Some(Unit::Persons),
        _ => None,
    })
}

/// Whether a heading names no unit that the column cannot hold. `same` says that the heading is the column's very name.
pub(super) fn agrees(heading: &str, column: &ColumnSchema, same: bool) -> bool {
    let folded = fold(heading);
    units(&folded).all(|unit| match unit {
        Unit::Rupiah => matches!(column.kind, Kind::Money | Kind::Decimal),
        Unit::Percent => column.kind == Kind::Decimal,
        Unit::Persons => same || column.kind != Kind::Money,
    })
}

/// The unit that a title gives the columns below it: `(dalam ribuan orang)`, `Rp juta`. A figure of the title, as in
/// *menuju 10 juta peserta*, is none.
pub(super) fn title_unit(title: &str, column: &ColumnSchema) -> Option<u32> {
    let folded = fold(title);
    let before = std::iter::once("").chain(folded.split(' '));
    let power = before.zip(folded.split(' ')).find_map(|(before, word)| {
        let counted = before.chars().any(|c| c.is_ascii_digit());
        UNITS.iter().find(|(unit, _)| *unit == word && !counted).map(|(_, power)| *power)
    })?;
    let named = |unit| units(&folded).any(|other| other == unit);
    let fits = match column.kind {
        Kind::Money => named(Unit::Rupiah) || !named(Unit::Persons),
        Kind::Count => named(Unit::Persons) || !named(Unit::Rupiah),
        _ => false,
    };
    fits.then_some(power)
}
