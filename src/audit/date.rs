//! Dates that contradict each other.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::rows::Rows;
use super::rule::Draft;
use crate::bahasa;
use crate::figure::Period;
use crate::place::{Cell, Place};
use crate::table::StatusData;

pub(super) fn outside_period(rows: &Rows) -> Vec<Draft> {
    let dated = rows.data.kepesertaan.iter().filter_map(|row| Some((row, row.per_tanggal.as_ref()?)));
    dated
        .filter(|(row, day)| !row.periode.value.contains(day.value))
        .map(|(row, day)| {
            let (stated, period) = (bahasa::tanggal(day.value), bahasa::periode(row.periode.value));
            Draft {
                places: vec![day.place.clone(), row.periode.place.clone()],
                message: format!("Tanggal {stated} berada di luar periode {period}."),
                stated: Some(stated),
                computed: Some(format!("tanggal dalam {period}")),
                action: "Perbaiki `per_tanggal` atau `periode` pada baris itu.",
            }
        })
        .collect()
}

pub(super) fn ends_before_start(rows: &Rows) -> Vec<Draft> {
    let groups = rows.data.kelompok.iter().map(|row| (row.mulai.as_ref(), row.selesai.as_ref()));
    let packages = rows.data.proyek.iter().map(|row| (row.mulai.as_ref(), row.selesai.as_ref()));
    let tariffs = rows.data.tarif_iuran.iter().map(|row| (Some(&row.berlaku_mulai), row.berlaku_sampai.as_ref()));
    let brackets = rows.data.tarif_konstruksi.iter().map(|row| (Some(&row.berlaku_mulai), row.berlaku_sampai.as_ref()));
    groups.chain(packages).chain(tariffs).chain(brackets).filter_map(|(start, end)| ends_before(start?, end?)).collect()
}

fn ends_before(start: &Cell<NaiveDate>, end: &Cell<NaiveDate>) -> Option<Draft> {
    if end.value >= start.value {
        return None;
    }
    let (begun, ended) = (bahasa::tanggal(start.value), bahasa::tanggal(end.value));
    Some(Draft {
        places: vec![end.place.clone(), start.place.clone()],
        message: format!("Tanggal berakhir ({ended}) mendahului tanggal mulai ({begun})."),
        stated: Some(ended),
        computed: Some(format!("paling cepat {begun}")),
        action: "Perbaiki salah satu tanggal itu.",
    })
}

/// Realised figures of a day after the report's own, one finding for each kind and day. A row without a day of its own
/// counts from the first day of its period: a month that has begun may be reported on.
pub(super) fn not_yet(rows: &Rows) -> Vec<Draft> {
    let Some(date) = rows.settings.date else { return Vec::new() };
    let mut late: BTreeMap<(&str, NaiveDate), Vec<Place>> = BTreeMap::new();
    let mut see = |what: &'static str, day: NaiveDate, place: &Place| {
        let of_report = |last: Period| Period::of(day).is_some_and(|month| month <= last);
        if day > date && rows.settings.period.is_none_or(of_report) {
            late.entry((what, day)).or_default().push(place.clone());
        }
    };
    let data = rows.data;
    for row in &data.kepesertaan {
        match &row.per_tanggal {
            Some(day) => see("Peserta aktif", day.value, &day.place),
            None => see("Peserta aktif", row.periode.value.first_day(), &row.periode.place),
        }
    }
    for row in &data.kepesertaan_program {
        see("Peserta aktif menurut program", row.periode.value.first_day(), &row.periode.place);
    }
    for row in data.kelompok.iter().filter(|row| row.orang_terlindungi.is_some()) {
        see("Orang terlindungi menurut kelompok", row.periode.value.first_day(), &row.periode.place);
    }
    for row in data.pemberi_kerja.iter().filter(|row| row.terdaftar.is_some()) {
        see("Pemberi kerja terdaftar", row.periode.value.first_day(), &row.periode.place);
    }
    for row in &data.klaim {
        see("Klaim", row.periode.value.first_day(), &row.periode.place);
    }
    for row in &data.proyek {
        if let Some(day) = &row.tanggal_daftar {
            see("Pendaftaran pekerja paket", day.value, &day.place);
        }
    }
    for row in data.anggaran.iter().filter(|row| row.realisasi_rp.is_some() || row.orang_terlindungi.is_some()) {
        see("Realisasi anggaran", row.per_tanggal.value, &row.per_tanggal.place);
    }
    for row in &data.penghargaan {
        see("Penghargaan", row.tanggal.value, &row.tanggal.place);
    }
    for row in data.kegiatan.iter().filter(|row| row.hasil.is_some() || row.peserta_orang.is_some()) {
        see("Hasil kegiatan", row.tanggal.value, &row.tanggal.place);
    }
    for (cell, first, _, _) in realised(rows) {
        see("Realisasi indikator", first, &cell);
    }
    late.into_iter()
        .map(|((what, day), places)| {
            let (stated, bound) = (bahasa::tanggal(day), bahasa::tanggal(date));
            Draft {
                places,
                message: format!("{what} mulai {stated} dicatat sebelum waktunya: laporan bertanggal {bound}."),
                stated: Some(stated),
                computed: Some(format!("paling lambat {bound}")),
                action: "Perbaiki tanggal data itu atau tanggal laporan.",
            }
        })
        .collect()
}

/// Realisations of a year or quarter that has begun but is not over, unless they are marked as provisional.
pub(super) fn not_over(rows: &Rows) -> Vec<Draft> {
    let Some(date) = rows.settings.date else { return Vec::new() };
    let running = realised(rows)
        .filter(|(_, first, last, status)| *first <= date && date < *last && *status != Some(StatusData::Sementara));
    running
        .map(|(place, _, last, _)| {
            let (end, day) = (bahasa::tanggal(last), bahasa::tanggal(date));
            Draft {
                places: vec![place],
                message: format!(
                    "Realisasi indikator untuk masa sampai dengan {end} telah dicatat, padahal laporan bertanggal {day}."
                ),
                stated: Some(day),
                computed: Some(format!("sesudah {end}")),
                action: "Isi `status_data` dengan sementara atau kosongkan realisasi itu.",
            }
        })
        .collect()
}

/// Every realisation of an indicator: its cell, the first and the last day it is about, and its status.
fn realised<'a>(rows: &Rows<'a>) -> impl Iterator<Item = (Place, NaiveDate, NaiveDate, Option<StatusData>)> + use<'a> {
    let years = rows.data.indikator_tahunan.iter().filter_map(|row| {
        let place = row.realisasi_k.as_ref()?.place.clone();
        let (first, last) = (Period::new(row.tahun.value, 1)?, Period::new(row.tahun.value, 12)?);
        Some((place, first.first_day(), last.last_day(), row.status_data.as_ref().map(|cell| cell.value)))
    });
    let quarters = rows.data.indikator_triwulan.iter().filter_map(|row| {
        let place = row.realisasi_k.as_ref()?.place.clone();
        let last = Period::new(row.tahun.value, u32::try_from(row.triwulan.value).ok()?.checked_mul(3)?)?;
        Some((place, last.plus(-2).first_day(), last.last_day(), row.status_data.as_ref().map(|cell| cell.value)))
    });
    years.chain(quarters)
}
