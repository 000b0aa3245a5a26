//! Dates that contradict each other.

use chrono::NaiveDate;

use super::Draft;
use super::rows::Rows;
use crate::bahasa;
use crate::place::Cell;

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
    groups.chain(packages).chain(tariffs).filter_map(|(start, end)| ends_before(start?, end?)).collect()
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
