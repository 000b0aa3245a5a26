//! The rows of one region, found by indicator, year and quarter.

use std::collections::BTreeMap;

use super::combine;
use super::figure::{Absent, Basis, Entry, Figure, Side};
use super::plan::Plan;
use crate::manifest::ModePredikat;
use crate::place::Cell;
use crate::table::{Dataset, Indikator, IndikatorTahunan, IndikatorTriwulan, StatusData};

/// What an evaluation looks things up in.
pub(super) struct Book<'a> {
    pub(super) plan: Plan,
    /// The year evaluated.
    pub(super) year: i32,
    pub(super) mode: ModePredikat,
    years: BTreeMap<(&'a str, i32), &'a IndikatorTahunan>,
    quarters: BTreeMap<(&'a str, i32, u64), &'a IndikatorTriwulan>,
}

impl<'a> Book<'a> {
    pub(super) fn new(data: &'a Dataset, region: &str, plan: Plan, year: i32, mode: ModePredikat) -> Self {
        let years = data.indikator_tahunan.iter().filter(|row| row.kode_wilayah.value == region);
        let quarters = data.indikator_triwulan.iter().filter(|row| row.kode_wilayah.value == region);
        Self {
            plan,
            year,
            mode,
            years: years.map(|row| ((row.kode.value.as_str(), row.tahun.value), row)).collect(),
            quarters: quarters
                .map(|row| ((row.kode.value.as_str(), row.tahun.value, row.triwulan.value), row))
                .collect(),
        }
    }

    fn of_year(&self, row: &Indikator, year: i32) -> Option<&'a IndikatorTahunan> {
        self.years.get(&(row.kode.value.as_str(), year)).copied()
    }

    fn of_quarter(&self, row: &Indikator, year: i32, quarter: u64) -> Option<&'a IndikatorTriwulan> {
        self.quarters.get(&(row.kode.value.as_str(), year, quarter)).copied()
    }

    /// Column 5: the state in the base year, as the indicator says it, else as that year's row does.
    pub(super) fn baseline(&self, row: &Indikator, side: Side) -> Entry {
        let year = self.plan.base_year();
        let of_year = self.of_year(row, year);
        let figure = match side {
            Side::Kinerja => {
                let stated = row.nilai_awal.as_ref();
                stated.or_else(|| of_year?.realisasi_k.as_ref()).map(Figure::decimal)
            }
            Side::Rupiah => of_year.and_then(|row| row.realisasi_rp.as_ref()).map(Figure::rupiah),
        };
        figure.map(|figure| figure.based_on(Basis::Baseline { year })).ok_or(Absent::NoBaseline)
    }

    /// Column 6: the target at the end of the plan.
    pub(super) fn target_at_end(row: &Indikator, side: Side) -> Entry {
        let figure = match side {
            Side::Kinerja => row.target_akhir_k.as_ref().map(Figure::decimal),
            Side::Rupiah => row.target_akhir_rp.as_ref().map(Figure::rupiah),
        };
        figure.ok_or(Absent::NoTarget)
    }

    /// The target of a year.
    pub(super) fn target(&self, row: &Indikator, year: i32, side: Side) -> Entry {
        let of_year = self.of_year(row, year);
        let figure = match side {
            Side::Kinerja => of_year.and_then(|row| row.target_k.as_ref()).map(Figure::decimal),
            Side::Rupiah => of_year.and_then(|row| row.target_rp.as_ref()).map(Figure::rupiah),
        };
        figure.ok_or(Absent::NoTarget)
    }

    /// What was realised in a year so far: as the year states it, else as its quarters make it.
    pub(super) fn realised_so_far(&self, row: &Indikator, year: i32, side: Side) -> Entry {
        if year > self.year {
            return Err(Absent::NotYet);
        }
        let of_year = self.of_year(row, year);
        let stated = match side {
            Side::Kinerja => of_year.and_then(|row| row.realisasi_k.as_ref()).map(Figure::decimal),
            Side::Rupiah => of_year.and_then(|row| row.realisasi_rp.as_ref()).map(Figure::rupiah),
        };
        stated.map_or_else(
            || combine::quarters(row, side, |quarter| self.realised_in_quarter(row, year, quarter, side)),
            Ok,
        )
    }

    /// What was realised in a whole year.
    pub(super) fn realised(&self, row: &Indikator, year: i32, side: Side) -> Entry {
        let so_far = self.realised_so_far(row, year, side)?;
        if so_far.basis.is_part_of_a_year() { Err(Absent::NoRealisation) } else { Ok(so_far) }
    }

    /// The target of a quarter.
    pub(super) fn target_of_quarter(&self, row: &Indikator, year: i32, quarter: u64, side: Side) -> Entry {
        let of_quarter = self.of_quarter(row, year, quarter);
        let figure = match side {
            Side::Kinerja => of_quarter.and_then(|row| row.target_k.as_ref()).map(Figure::decimal),
            Side::Rupiah => of_quarter.and_then(|row| row.target_rp.as_ref()).map(Figure::rupiah),
        };
        figure.ok_or(Absent::NoTarget)
    }

    /// What was realised in a quarter.
    pub(super) fn realised_in_quarter(&self, row: &Indikator, year: i32, quarter: u64, side: Side) -> Entry {
        let of_quarter = self.of_quarter(row, year, quarter);
        let figure = match side {
            Side::Kinerja => of_quarter.and_then(|row| row.realisasi_k.as_ref()).map(Figure::decimal),
            Side::Rupiah => of_quarter.and_then(|row| row.realisasi_rp.as_ref()).map(Figure::rupiah),
        };
        figure.ok_or(Absent::NoRealisation)
    }

    /// Whether a year's figures may still change.
    pub(super) fn status(&self, row: &Indikator, year: i32) -> Option<&'a Cell<StatusData>> {
        self.of_year(row, year)?.status_data.as_ref()
    }

    /// Whether a quarter's figures may still change.
    pub(super) fn status_of_quarter(&self, row: &Indikator, year: i32, quarter: u64) -> Option<&'a Cell<StatusData>> {
        self.of_quarter(row, year, quarter)?.status_data.as_ref()
    }
}
