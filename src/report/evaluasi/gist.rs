//! What a mail tells of the evaluation: the indicator of coverage, and the means.

use super::{Desk, attained};
use crate::report::cover::{Gist, Point};
use crate::report::sentences::{Mail, Naskah, Subject};

pub(super) fn gist(desk: &Desk) -> Gist {
    let (wilayah, tahun) = (desk.monthly.region.clone(), desk.year.clone());
    Gist {
        paper: Naskah::Laporan,
        subject: Subject::Evaluasi { wilayah: wilayah.clone(), tahun: tahun.clone() }.into(),
        opening: Mail::PembukaEvaluasi { wilayah, tahun }.into(),
        points: attained::key_sentences(desk).into_iter().map(Point::of).collect(),
        basis: Vec::new(),
    }
}
