//! Employers: how many there are, and how many have registered their workers.

use num_bigint::BigInt;

use super::Missing;
use super::funding::sum_all;
use crate::figure::Period;
use crate::place::{Cell, Sourced};
use crate::table::{Dataset, PemberiKerja};

/// The kind under which a row states the total of all kinds.
const TOTAL: &str = "total";

/// Sums over all kinds of employer; a sum is missing when any kind lacks the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmployerFigures {
    /// Employers.
    pub all: Result<Sourced<BigInt>, Missing>,
    /// Employers who have registered their workers.
    pub registered: Result<Sourced<BigInt>, Missing>,
    /// Employers who have registered some of their workers.
    pub partly: Result<Sourced<BigInt>, Missing>,
    /// Employers who have registered nobody.
    pub unregistered: Result<Sourced<BigInt>, Missing>,
}

/// Employers of a region in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employers<'a> {
    /// Rows by kind, in the order of the table, without the total.
    pub rows: Vec<&'a PemberiKerja>,
    /// The stated total, when the table has one.
    pub stated_total: Option<&'a PemberiKerja>,
    /// The stated total, else the sums.
    pub total: EmployerFigures,
}

pub(super) fn employers<'a>(data: &'a Dataset, region: &str, period: Period) -> Result<Employers<'a>, Missing> {
    let of_region = || data.pemberi_kerja.iter().filter(|row| row.kode_wilayah.value == region);
    let found: Vec<&PemberiKerja> = of_region().filter(|row| row.periode.value == period).collect();
    if found.is_empty() {
        let latest = of_region().map(|row| row.periode.value).filter(|p| *p <= period).max();
        return Err(Missing::NoRows { table: "pemberi_kerja", period, latest });
    }
    let (totals, rows): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|row| row.jenis.value.trim().eq_ignore_ascii_case(TOTAL));
    let stated_total = totals.first().copied();
    let counted: Vec<&PemberiKerja> = stated_total.map_or_else(|| rows.clone(), |total| vec![total]);
    let sum = |column: &'static str, get: fn(&PemberiKerja) -> Option<&Cell<u64>>| {
        sum_all("pemberi_kerja", column, counted.iter().map(|row| get(row)))
    };
    let total = EmployerFigures {
        all: sum("jumlah", |row| row.jumlah.as_ref()),
        registered: sum("terdaftar", |row| row.terdaftar.as_ref()),
        partly: sum("terdaftar_sebagian", |row| row.terdaftar_sebagian.as_ref()),
        unregistered: sum("belum_terdaftar", |row| row.belum_terdaftar.as_ref()),
    };
    Ok(Employers { rows, stated_total, total })
}
