//! What a mail tells of the report: coverage and its change, the target, what awaits a decision.
//!
//! Every figure of it stands in the report as well, from the same measures and printed the same way.

use super::opening::{self, decisions, months_left, open_follow_ups, print_target, segment, summary};
use super::{Desk, letter, print, reason, target};
use crate::measure::{CoverageChange, Direction, PaceCase, Standing, TargetCase};
use crate::place::Printed;
use crate::report::cover::{Gist, Point};
use crate::report::sentences::{self as s, CoverNote, KeyPoint, Mail, Naskah, Perubahan, Recommendation, Subject};
use crate::table::SatuanTarget;
use crate::template::Sentence;

pub(super) fn gist(desk: &Desk) -> Gist {
    let (wilayah, periode) = (desk.region.clone(), desk.period.clone());
    let (nama_rapat, hari_tanggal) = letter::meeting_in_a_sentence(desk.input);
    let opening = Mail::PembukaBulanan { wilayah: wilayah.clone(), periode: periode.clone(), nama_rapat, hari_tanggal };
    Gist {
        paper: Naskah::Laporan,
        subject: Subject::Bulanan { wilayah, periode }.into(),
        opening: opening.into(),
        points: [Some(level(desk)), Some(against_target(desk)), direction(desk)].into_iter().flatten().collect(),
        basis: basis(desk),
    }
}

/// Coverage and its change in one sentence; where it cannot be compared, the sentence that the report says of it.
fn level(desk: &Desk) -> Point {
    let Ok(point) = &desk.measures.now else {
        return Point::of(std::iter::once(summary(desk)).chain(target::month_change(desk)));
    };
    let coverage = &point.coverage;
    let compared = desk.measures.month_change.as_ref().ok().and_then(|change| change.coverage.as_ref().ok());
    let comparable = target::comparable(desk);
    let said = KeyPoint::Cakupan {
        segmen: segment(desk),
        cakupan: print::percent(&print::coverage(coverage)),
        peserta: print::count(&coverage.participants),
        pekerja: print::count(&coverage.workers),
        perubahan: compared.map(way),
        selisih: comparable.map(|change| print::points(&change.points)),
        bulan_lalu: compared.map(|change| print::month_of(&change.before.participants)),
    };
    let rest = if comparable.is_some() { Vec::new() } else { target::month_change(desk) };
    Point::of(std::iter::once(said.into()).chain(rest))
}

fn way(change: &CoverageChange) -> Perubahan {
    if change.denominator_changed {
        return Perubahan::PenyebutBerbeda;
    }
    match change.direction {
        Direction::Naik | Direction::BerlawananNaik | Direction::PesertaTetapNaik => Perubahan::Naik,
        Direction::Turun | Direction::BerlawananTurun | Direction::PesertaTetapTurun => Perubahan::Turun,
        Direction::Tetap => Perubahan::Tetap,
        Direction::NyarisTetap => Perubahan::NyarisTetap,
    }
}

fn against_target(desk: &Desk) -> Point {
    let targets = &desk.measures.targets;
    let said = match (&targets.standing, &targets.reference) {
        (Ok(standing), _) => stands(standing, desk).into(),
        (Err(_), Err(_)) => s::Target::TanpaTarget { tahun: opening::report_year(desk) }.into(),
        (Err(missing), Ok(_)) => reason::unavailable("Tingkat capaian", missing, desk),
    };
    Point::of([said])
}

fn stands(standing: &Standing, desk: &Desk) -> KeyPoint {
    let (tahun, target) = (print::year(&standing.target.year), print_target(&standing.target));
    let orang = standing.target.unit.value == SatuanTarget::Orang;
    let kekurangan = print::count(&standing.shortfall);
    match (standing.case, standing.pace.case, &standing.pace.needed) {
        (TargetCase::Tepat, ..) => KeyPoint::Tepat { tahun, target, orang },
        (TargetCase::MelampauiTipis, ..) => KeyPoint::Melampaui { tahun, target, orang, selisih: None },
        (TargetCase::Melampaui, ..) => {
            KeyPoint::Melampaui { tahun, target, orang, selisih: Some(print::points(&standing.gap)) }
        }
        (_, PaceCase::LajuSebulan, _) => KeyPoint::KurangSebulan { tahun, target, orang, kekurangan },
        (_, _, Some(pace)) => {
            let (laju_perlu, sisa_bulan) = (print::count(pace), months_left(standing, desk));
            KeyPoint::Kurang { tahun, target, orang, kekurangan, laju_perlu, sisa_bulan }
        }
        (_, _, None) => KeyPoint::KurangHabis { tahun, target, orang, kekurangan },
    }
}

/// What the first page asks a decision on. That nothing awaits one can be said only of a list that is there.
fn direction(desk: &Desk) -> Option<Point> {
    let open = open_follow_ups(desk);
    if let [only] = open.as_slice() {
        let butir = print::inside_a_sentence(&only.row.tindak_lanjut);
        return Some(Point::of([CoverNote::NotaArahan { butir: without_full_stop(butir) }.into()]));
    }
    Point::to_decide(decisions(desk)).or_else(|| {
        let nothing = Recommendation::ArahanKosong { periode: desk.period.clone() };
        desk.measures.follow_ups.is_ok().then(|| Point::of([nothing.into()]))
    })
}

/// A text that a person wrote, whose full stop the sentence sets.
fn without_full_stop(text: Printed) -> Printed {
    match text.text.strip_suffix('.') {
        Some(sentence) if !sentence.ends_with('.') => Printed::new(sentence, text.from),
        _ => text,
    }
}

/// What the figures rest on, and that they may still change.
fn basis(desk: &Desk) -> Vec<Sentence> {
    let Ok(point) = &desk.measures.now else { return Vec::new() };
    let mut said = vec![Mail::Penyebut { penyebut: print::wording(&point.denominator) }.into()];
    said.extend(super::notes::provisional(point).map(Sentence::from));
    said
}
