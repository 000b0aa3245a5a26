//! What a mail tells of the report: what the parts come to, where they stand against their targets, what is advised.

use super::{Desk, opening};
use crate::report::bulanan::letter;
use crate::report::cover::{Gist, Point};
use crate::report::sentences::{Mail, Naskah, Subject};

pub(super) fn gist(desk: &Desk) -> Gist {
    let monthly = &desk.monthly;
    let (wilayah, periode) = (monthly.region.clone(), monthly.period.clone());
    let (nama_rapat, hari_tanggal) = letter::meeting_in_a_sentence(monthly.input);
    let opening =
        Mail::PembukaRekapitulasi { wilayah: wilayah.clone(), periode: periode.clone(), nama_rapat, hari_tanggal };
    let items = opening::decisions(desk);
    let decisions = Point::to_decide(items);
    Gist {
        paper: Naskah::Laporan,
        subject: Subject::Rekapitulasi { wilayah, periode }.into(),
        opening: opening.into(),
        points: opening::summary(desk).into_iter().map(|said| Point::of([said])).chain(decisions).collect(),
        basis: opening::method(desk).into_iter().collect(),
    }
}
