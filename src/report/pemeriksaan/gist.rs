//! What a mail tells of the sheet: how many figures are wrong, and which.

use super::{Judged, said};
use crate::audit::pernyataan::{Outcome, Verdict};
use crate::bahasa;
use crate::place::{Cell, Printed, Sources};
use crate::report::cover::{Gist, Point};
use crate::report::sentences::{KeyPoint, Mail, Naskah, Subject};
use crate::template::Sentence;

/// At most this many wrong figures stand in the mail; all of them stand in the sheet.
const NAMED: u8 = 5;

pub(super) fn gist(judged: &Judged) -> Gist {
    let meeting = &judged.input.naskah.rapat;
    let (wilayah, periode) = (judged.region.clone(), judged.period.clone());
    let nama = meeting.nama.as_ref().map(Cell::printed);
    let day = |print: fn(chrono::NaiveDate) -> String| {
        meeting.tanggal.as_ref().map(|cell| cell.sourced().print(|date| print(*date)))
    };
    let subject = match &nama {
        Some(kegiatan) => Subject::Pemeriksaan { kegiatan: kegiatan.clone(), tanggal: day(bahasa::tanggal) },
        None => Subject::PemeriksaanWilayah { wilayah: wilayah.clone(), periode: periode.clone() },
    };
    let hari_tanggal = day(bahasa::hari_tanggal);
    let tally = KeyPoint::Pemeriksaan {
        jumlah: judged.total(),
        wilayah: wilayah.clone(),
        tahun: judged.year(),
        salah: judged.wrong(),
    };
    let points = [Some(Point::of([tally.into()])), wrong(&judged.verdicts)];
    Gist {
        paper: Naskah::Lembar,
        subject: subject.into(),
        opening: Mail::PembukaPemeriksaan { wilayah, periode, nama_rapat: nama, hari_tanggal }.into(),
        points: points.into_iter().flatten().collect(),
        basis: Vec::new(),
    }
}

fn wrong(verdicts: &[Verdict]) -> Option<Point> {
    let items: Vec<Sentence> = verdicts.iter().filter_map(wrong_figure).collect();
    let lead = match items.len() {
        0 => return None,
        n if n > usize::from(NAMED) => {
            KeyPoint::SalahSebagian { n: Printed::fixed(bahasa::angka_kata(u64::from(NAMED))) }
        }
        _ => KeyPoint::Salah,
    };
    Some(Point { said: vec![lead.into()], items: items.into_iter().take(usize::from(NAMED)).collect() })
}

fn wrong_figure(verdict: &Verdict) -> Option<Sentence> {
    let Outcome::TidakSesuai(right) = &verdict.outcome else { return None };
    let places = verdict.right.iter().flat_map(|right| right.places.iter().cloned());
    let from: Sources = places.chain([verdict.said.place.clone()]).collect();
    let figure = KeyPoint::AngkaSalah {
        kode: verdict.statement.printed(),
        hal: Printed::new(verdict.column.label(), from.clone()),
        tercantum: said(verdict),
        hitungan: Printed::new(right.clone(), from),
    };
    Some(figure.into())
}
