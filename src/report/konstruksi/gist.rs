//! What a mail tells of the report: how many workers are registered, and the packages that await a decision.

use super::{Desk, opening};
use crate::bahasa;
use crate::place::Cell;
use crate::report::cover::{Gist, Point};
use crate::report::sentences::{KeyPoint, Mail, Naskah, Subject};

pub(super) fn gist(desk: &Desk) -> Gist {
    let monthly = &desk.monthly;
    let (wilayah, periode) = (monthly.region.clone(), monthly.period.clone());
    let meeting = &monthly.input.naskah.rapat;
    let opening = Mail::PembukaKonstruksi {
        wilayah: wilayah.clone(),
        periode: periode.clone(),
        nama_rapat: meeting.nama.as_ref().map(Cell::printed),
        hari_tanggal: meeting.tanggal.as_ref().map(|cell| cell.sourced().print(|date| bahasa::hari_tanggal(*date))),
    };
    let items = desk.works.map(opening::decisions).unwrap_or_default();
    let decisions = (!items.is_empty()).then(|| Point { said: vec![KeyPoint::Arahan.into()], items });
    Gist {
        paper: Naskah::Laporan,
        subject: Subject::Konstruksi { wilayah, periode }.into(),
        opening: opening.into(),
        points: opening::summary(desk).into_iter().map(|said| Point::of([said])).chain(decisions).collect(),
        basis: Vec::new(),
    }
}
