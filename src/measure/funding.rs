//! Who pays the contributions of vulnerable workers: ceilings, spending, and whether the money is enough.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

use super::Missing;
use crate::figure::{Period, Ratio, percent_of, whole};
use crate::place::{Cell, Sourced, Sources};
use crate::table::{Anggaran, Dataset, ProgramJaminan, Segmen, SumberDana, TarifIuran};

const TABLE: &str = "anggaran";

/// Ceiling and spending, in Rupiah.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetFigures {
    /// The ceiling before any amendment.
    pub original: Result<Sourced<BigInt>, Missing>,
    /// The ceiling in force: the amended one where there is one.
    pub ceiling: Result<Sourced<BigInt>, Missing>,
    /// Whether any ceiling was amended.
    pub amended: bool,
    /// Spent.
    pub spent: Result<Sourced<BigInt>, Missing>,
    /// *Serapan*: spent over the ceiling in force, percent, exact.
    pub absorption: Result<Sourced<Ratio>, Missing>,
    /// Ceiling minus spent; negative when more was spent than allowed (*lebih pagu*).
    pub remaining: Result<Sourced<BigInt>, Missing>,
}

/// What protecting the planned persons costs, and what the ceiling pays for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Persons: planned ones, else those protected.
    pub people: Sourced<u64>,
    /// Months.
    pub months: Sourced<u64>,
    /// Contribution for one person and month, Rupiah.
    pub contribution: Sourced<u64>,
    /// Persons times months times contribution, Rupiah.
    pub cost: Sourced<BigInt>,
    /// Persons whom the ceiling protects for all the months, rounded down.
    pub affordable: Sourced<BigInt>,
    /// Cost above the ceiling, Rupiah; zero when the ceiling is enough.
    pub lacking: Sourced<BigInt>,
}

/// One line of a budget at its latest date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine<'a> {
    /// The row.
    pub row: &'a Anggaran,
    /// Its figures.
    pub figures: BudgetFigures,
    /// Its need; missing without persons, months, a contribution or a ceiling.
    pub need: Result<Need, Missing>,
}

/// The budget of a year as it stood at the end of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funding<'a> {
    /// Budget year.
    pub year: i32,
    /// The latest date among the lines.
    pub as_of: Sourced<NaiveDate>,
    /// Whether some line is older than that date.
    pub mixed_dates: bool,
    /// Each line at its own latest date, in the order of the table.
    pub lines: Vec<BudgetLine<'a>>,
    /// All lines together; missing as soon as one line lacks the value.
    pub total: BudgetFigures,
    /// By source of money, in the fixed order.
    pub by_source: Vec<(SumberDana, BudgetFigures)>,
    /// Share of the budget year that has passed at the month's end, percent, exact.
    pub year_elapsed: Ratio,
}

/// The contribution for one person and month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariff {
    /// JKK, Rupiah.
    pub jkk: Sourced<u64>,
    /// JKM, Rupiah.
    pub jkm: Sourced<u64>,
    /// Both, Rupiah.
    pub total: Sourced<u64>,
    /// The later of the two days from which they are in force.
    pub since: Sourced<NaiveDate>,
}

/// A budget row before it is measured: its key without the date.
type LineKey<'a> = (SumberDana, &'a str);

pub(super) fn funding<'a>(data: &'a Dataset, region: &str, period: Period) -> Result<Funding<'a>, Missing> {
    let year = period.year();
    let until = period.last_day();
    let of_region = || data.anggaran.iter().filter(|row| row.kode_wilayah.value == region);
    let mut latest: BTreeMap<LineKey, (usize, &Anggaran)> = BTreeMap::new();
    let in_time = |row: &&Anggaran| row.tahun_anggaran.value == year && row.per_tanggal.value <= until;
    for (order, row) in of_region().filter(in_time).enumerate() {
        let key = (row.sumber_dana.value, row.kelompok.value.as_str());
        let known = latest.entry(key).or_insert((order, row));
        if row.per_tanggal.value > known.1.per_tanggal.value {
            *known = (known.0, row);
        }
    }
    let mut rows: Vec<(usize, &Anggaran)> = latest.into_values().collect();
    rows.sort_by_key(|(order, _)| *order);
    let rows: Vec<&Anggaran> = rows.into_iter().map(|(_, row)| row).collect();
    let Some(newest) = rows.iter().min_by_key(|row| Reverse(row.per_tanggal.value)) else {
        let latest = of_region().map(|row| row.per_tanggal.value).filter(|d| *d <= until).max();
        return Err(Missing::NoRows { table: TABLE, period, latest: latest.and_then(Period::of) });
    };
    let as_of = newest.per_tanggal.sourced();
    let mut sources: BTreeMap<SumberDana, Vec<&Anggaran>> = BTreeMap::new();
    for row in &rows {
        sources.entry(row.sumber_dana.value).or_default().push(row);
    }
    let default_tariff = tariff(data, until).ok();
    Ok(Funding {
        year,
        mixed_dates: rows.iter().any(|row| row.per_tanggal.value != as_of.value),
        as_of,
        total: figures(&rows),
        by_source: sources.into_iter().map(|(source, rows)| (source, figures(&rows))).collect(),
        lines: rows
            .iter()
            .map(|row| BudgetLine { row, figures: figures(&[*row]), need: need(row, default_tariff.as_ref()) })
            .collect(),
        year_elapsed: Ratio::new(BigInt::from(period.month() * 100), BigInt::from(12)),
    })
}

/// The ceiling in force.
fn ceiling(row: &Anggaran) -> Option<&Cell<u64>> {
    row.pagu_perubahan_rp.as_ref().or(row.pagu_rp.as_ref())
}

fn figures(rows: &[&Anggaran]) -> BudgetFigures {
    let original = sum_all(TABLE, "pagu_rp", rows.iter().map(|row| row.pagu_rp.as_ref()));
    let in_force = sum_all(TABLE, "pagu_rp", rows.iter().map(|row| ceiling(row)));
    let spent = sum_all(TABLE, "realisasi_rp", rows.iter().map(|row| row.realisasi_rp.as_ref()));
    let both = in_force.clone().and_then(|ceiling| spent.clone().map(|spent| (ceiling, spent)));
    let absorption = both.clone().and_then(|(ceiling, spent)| {
        percent_of(&whole(spent.value), &whole(ceiling.value))
            .map(|value| Sourced::new(value, ceiling.from.and(&spent.from)))
            .ok_or(Missing::ZeroBase { table: TABLE, column: "pagu_rp" })
    });
    let remaining =
        both.map(|(ceiling, spent)| Sourced::new(ceiling.value - spent.value, ceiling.from.and(&spent.from)));
    BudgetFigures {
        original,
        amended: rows.iter().any(|row| row.pagu_perubahan_rp.is_some()),
        ceiling: in_force,
        spent,
        absorption,
        remaining,
    }
}

/// The line's own contribution, else the one in force.
fn need(row: &Anggaran, tariff: Option<&Tariff>) -> Result<Need, Missing> {
    let lacks = |column| Missing::NoValue { table: TABLE, column, rows: 1 };
    let people = row.target_orang.as_ref().or(row.orang_terlindungi.as_ref());
    let people = people.map(Cell::sourced).ok_or_else(|| lacks("target_orang"))?;
    let months = row.jumlah_bulan.as_ref().map(Cell::sourced).ok_or_else(|| lacks("jumlah_bulan"))?;
    let own = row.iuran_per_orang_rp.as_ref().map(Cell::sourced);
    let contribution = own.or_else(|| tariff.map(|t| t.total.clone())).ok_or(Missing::NoTariff)?;
    let ceiling = ceiling(row).map(Cell::sourced).ok_or_else(|| lacks("pagu_rp"))?;
    let each = BigInt::from(months.value) * BigInt::from(contribution.value);
    if each.is_zero() {
        return Err(Missing::ZeroBase { table: TABLE, column: "iuran_per_orang_rp" });
    }
    let per_person = months.from.clone().and(&contribution.from);
    let cost = BigInt::from(people.value) * &each;
    let over = &cost - BigInt::from(ceiling.value);
    let lacking = if over.is_negative() { BigInt::zero() } else { over };
    let cost_from = people.from.clone().and(&per_person);
    Ok(Need {
        affordable: Sourced::new(BigInt::from(ceiling.value).div_floor(&each), ceiling.from.clone().and(&per_person)),
        lacking: Sourced::new(lacking, cost_from.clone().and(&ceiling.from)),
        cost: Sourced::new(cost, cost_from),
        people,
        months,
        contribution,
    })
}

/// JKK and JKM of the segment BPU as in force on a day: of each the row that began last.
pub(super) fn tariff(data: &Dataset, on: NaiveDate) -> Result<Tariff, Missing> {
    let in_force = |programme: ProgramJaminan| -> Option<&TarifIuran> {
        data.tarif_iuran
            .iter()
            .filter(|row| row.segmen.value == Segmen::Bpu && row.program_jaminan.value == programme)
            .filter(|row| row.berlaku_mulai.value <= on)
            .filter(|row| row.berlaku_sampai.as_ref().is_none_or(|until| until.value >= on))
            .min_by_key(|row| Reverse(row.berlaku_mulai.value))
    };
    let jkk = in_force(ProgramJaminan::Jkk).ok_or(Missing::NoTariff)?;
    let jkm = in_force(ProgramJaminan::Jkm).ok_or(Missing::NoTariff)?;
    let total = super::select::sum([&jkk.iuran_rp, &jkm.iuran_rp].into_iter()).ok_or(Missing::TooLarge)?;
    let since = if jkm.berlaku_mulai.value > jkk.berlaku_mulai.value { jkm } else { jkk };
    Ok(Tariff { jkk: jkk.iuran_rp.sourced(), jkm: jkm.iuran_rp.sourced(), total, since: since.berlaku_mulai.sourced() })
}

/// A sum that is missing as soon as one row lacks the value: a total without a part is not a total.
pub(super) fn sum_all<'c>(
    table: &'static str,
    column: &'static str,
    cells: impl Iterator<Item = Option<&'c Cell<u64>>>,
) -> Result<Sourced<BigInt>, Missing> {
    let mut sum = BigInt::zero();
    let mut places = Vec::new();
    let mut lacking = 0;
    for cell in cells {
        if let Some(cell) = cell {
            sum += cell.value;
            places.push(cell.place.clone());
        } else {
            lacking += 1;
        }
    }
    if lacking > 0 || places.is_empty() {
        return Err(Missing::NoValue { table, column, rows: lacking });
    }
    Ok(Sourced::new(sum, Sources::from_iter(places)))
}
