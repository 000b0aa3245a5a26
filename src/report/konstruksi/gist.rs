//! What a mail tells of the report: how many workers are registered, and the packages that await a decision.

use super::{Desk, opening};
use crate::report::bulanan::letter;
use crate::report::cover::{Gist, Point};
use crate::report::sentences::{Mail, Naskah, Subject};

pub(super) fn gist(desk: &Desk) -> Gist {
    let monthly = &desk.monthly;
    let (wilayah, periode) = (monthly.region.clone(), monthly.period.clone());
    let (nama_rapat, hari_tanggal) = letter::meeting_in_a_sentence(monthly.input);
    let opening =
        Mail::PembukaKonstruksi { wilayah: wilayah.clone(), periode: periode.clone(), nama_rapat, hari_tanggal };
    let items = desk.works.map(opening::decisions).unwrap_or_default();
    let decisions = Point::to_decide(items);
    Gist {
        paper: Naskah::Laporan,
        subject: Subject::Konstruksi { wilayah, periode }.into(),
        opening: opening.into(),
        points: opening::summary(desk).into_iter().map(|said| Point::of([said])).chain(decisions).collect(),
        basis: Vec::new(),
    }
}
