//! Percentages and differences of percentages: *persen* in prose, `%` in tables and charts, *persen poin* for a
//! difference (the term of BPS).

use num_traits::Signed;

use super::{desimal, rekat};
use crate::figure::{Decimal, Ratio, round_half_up};

/// Decimals of a computed percentage and of a difference in *persen poin*.
pub const TEMPAT_PERSEN: u32 = 2;

/// A computed percentage in prose, two decimals: `30,72 persen`. The value is in percent.
#[must_use]
pub fn persen(nilai: &Ratio) -> String {
    rekat(&dua_desimal(nilai), "persen")
}

/// A percentage from a document in prose, with the document's decimals: `41,3 persen`.
#[must_use]
pub fn persen_desimal(nilai: &Decimal) -> String {
    rekat(&desimal(&nilai.as_printed()), "persen")
}

/// A computed percentage in a table or chart, two decimals: `30,72%`.
#[must_use]
pub fn persen_tabel(nilai: &Ratio) -> String {
    format!("{}%", dua_desimal(nilai))
}

/// A percentage from a document in a table column, where all have two decimals: `41,30%`.
#[must_use]
pub fn persen_tabel_desimal(nilai: &Decimal) -> String {
    persen_tabel(&nilai.ratio())
}

/// The size of a difference of two percentages, in prose: `10,58 persen poin`. Never negative, since the verb of the
/// sentence carries the direction.
#[must_use]
pub fn persen_poin(selisih: &Ratio) -> String {
    rekat(&dua_desimal(&selisih.abs()), &rekat("persen", "poin"))
}

/// A difference of two percentages in a table, with its sign: `+0,46`, `−0,46`; what prints as zero has none.
#[must_use]
pub fn selisih_tabel(selisih: &Ratio) -> String {
    let bulat = round_half_up(selisih, TEMPAT_PERSEN);
    let tanda = if bulat.units.is_positive() { "+" } else { "" };
    format!("{tanda}{}", desimal(&bulat))
}

fn dua_desimal(nilai: &Ratio) -> String {
    desimal(&round_half_up(nilai, TEMPAT_PERSEN))
}
