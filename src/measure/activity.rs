//! What was done: activities of the month, awards of the year, and the follow-ups that are open.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate};

use super::Missing;
use crate::figure::Period;
use crate::place::{Sourced, Sources};
use crate::table::{Dataset, Kegiatan, Penghargaan, StatusTindakLanjut, TindakLanjut};

/// Activities of the month, by date, then in the order of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activities<'a> {
    /// The rows.
    pub rows: Vec<&'a Kegiatan>,
    /// Whether the workspace has the table: without it, nothing can be said, not even that nothing took place.
    pub known: bool,
}

/// Awards of the year up to the month's end, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Awards<'a> {
    /// The rows.
    pub rows: Vec<&'a Penghargaan>,
}

/// State of a follow-up on the report's date. Exhaustive, in the order in which they are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FollowUpState {
    /// Neither done nor stopped, and its due date is past.
    MelewatiTenggat,
    /// Running.
    DalamProses,
    /// Not begun.
    BelumDimulai,
    /// Done.
    Selesai,
    /// Stopped.
    Dihentikan,
}

/// One follow-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp<'a> {
    /// The row, with its stored status.
    pub row: &'a TindakLanjut,
    /// Its state on the report's date.
    pub state: FollowUpState,
}

/// Follow-ups of a region on the report's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUps<'a> {
    /// Overdue first by due date, then running, not begun, done, stopped; within a state by due date (none last), then
    /// by number.
    pub rows: Vec<FollowUp<'a>>,
    /// By stored status, in its fixed order, those that occur.
    pub by_status: Vec<(StatusTindakLanjut, Sourced<u64>)>,
    /// Overdue ones; they are also counted under their stored status.
    pub overdue: Sourced<u64>,
}

pub(super) fn activities<'a>(data: &'a Dataset, region: &str, period: Period) -> Activities<'a> {
    let mut rows: Vec<&Kegiatan> = data
        .kegiatan
        .iter()
        .filter(|row| row.kode_wilayah.value == region && period.contains(row.tanggal.value))
        .collect();
    rows.sort_by_key(|row| row.tanggal.value);
    Activities { rows, known: data.present.contains("kegiatan") }
}

pub(super) fn awards<'a>(data: &'a Dataset, region: &str, period: Period) -> Awards<'a> {
    let in_time = |day: NaiveDate| day.year() == period.year() && day <= period.last_day();
    let of_region = data.penghargaan.iter().filter(|row| row.kode_wilayah.value == region);
    let mut rows: Vec<&Penghargaan> = of_region.filter(|row| in_time(row.tanggal.value)).collect();
    rows.sort_by_key(|row| Reverse(row.tanggal.value));
    Awards { rows }
}

pub(super) fn follow_ups<'a>(
    data: &'a Dataset,
    region: &str,
    report_date: NaiveDate,
) -> Result<FollowUps<'a>, Missing> {
    let of_region = data.tindak_lanjut.iter().filter(|row| row.kode_wilayah.value == region);
    let mut rows: Vec<FollowUp> = of_region.map(|row| FollowUp { row, state: state(row, report_date) }).collect();
    if rows.is_empty() {
        return Err(Missing::EmptyTable { table: "tindak_lanjut" });
    }
    rows.sort_by_key(|f| {
        let due = f.row.tenggat.as_ref().map(|cell| cell.value);
        (f.state, due.is_none(), due, f.row.nomor.value)
    });
    let by_status = StatusTindakLanjut::ALL
        .iter()
        .map(|status| (*status, count(&rows, |f| f.row.status.value == *status)))
        .filter(|(_, n)| n.value > 0)
        .collect();
    let overdue = count(&rows, |f| f.state == FollowUpState::MelewatiTenggat);
    Ok(FollowUps { rows, by_status, overdue })
}

fn state(row: &TindakLanjut, report_date: NaiveDate) -> FollowUpState {
    let late = row.tenggat.as_ref().is_some_and(|due| due.value < report_date);
    match row.status.value {
        StatusTindakLanjut::Selesai => FollowUpState::Selesai,
        StatusTindakLanjut::Dihentikan => FollowUpState::Dihentikan,
        StatusTindakLanjut::BelumDimulai | StatusTindakLanjut::DalamProses if late => FollowUpState::MelewatiTenggat,
        StatusTindakLanjut::DalamProses => FollowUpState::DalamProses,
        StatusTindakLanjut::BelumDimulai => FollowUpState::BelumDimulai,
    }
}

/// How many, with the cells that decided it; the due date counts only for what is overdue.
fn count(rows: &[FollowUp], wanted: impl Fn(&FollowUp) -> bool) -> Sourced<u64> {
    let found: Vec<&FollowUp> = rows.iter().filter(|f| wanted(f)).collect();
    let places = found.iter().flat_map(|f| {
        let due = f.row.tenggat.as_ref().filter(|_| f.state == FollowUpState::MelewatiTenggat);
        std::iter::once(f.row.status.place.clone()).chain(due.map(|cell| cell.place.clone()))
    });
    let from = places.collect::<Sources>();
    Sourced::new(u64::try_from(found.len()).unwrap_or(u64::MAX), from)
}
