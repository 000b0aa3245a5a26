//! C.1 Coverage, its change, and where it stands against the target.

use num_traits::{One, Signed, Zero};

use super::abbreviation::Introduced;
use super::opening::{months_left, print_target, report_year, segment};
use super::{Desk, print, reason};
use crate::bahasa;
use crate::figure::{Ratio, round_half_up};
use crate::measure::{
    Change, CoverageChange, Direction, Missing, PERCENT_PLACES, PaceCase, Standing, Switch, TargetCase,
};
use crate::place::{Printed, Sourced};
use crate::report::sentences::{
    self as s, Arah, Comparison, Denominator, Gerak, Level, Pace, Path, PenyebutNasional, Year, bracketed,
};
use crate::template::{Sentence, Tree};

pub(in crate::report) fn section(desk: &Desk) -> Tree {
    Tree::map([
        ("tingkat", level(desk).into()),
        ("target", standing(desk, &mut Introduced::default()).into()),
        ("narasi", desk.narrative("capaian").into()),
    ])
}

/// Coverage now, and how it moved.
fn level(desk: &Desk) -> Vec<Sentence> {
    let measures = desk.measures;
    let (wilayah, segmen) = (desk.region.clone(), segment(desk));
    let mut said: Vec<Sentence> = Vec::new();
    match (&measures.now, &measures.participants) {
        (Ok(point), _) => {
            let coverage = &point.coverage;
            said.push(
                Level::Tingkat {
                    per_tanggal: print::date(&point.participants.as_of),
                    segmen,
                    wilayah,
                    cakupan: print::percent(&print::coverage(coverage)),
                    peserta: print::count(&coverage.participants),
                    pekerja: print::count(&coverage.workers),
                    penyebut: print::wording(&point.denominator),
                }
                .into(),
            );
            // The section on segments says where they are, and there says how many.
            if coverage.uncovered() == 0 {
                said.push(Level::BelumNihil.into());
            } else if super::segments::most_uncovered(desk).is_none() {
                let belum = print::count(&print::uncovered(coverage));
                let persen_belum = print::percent(&print::uncovered_percent(coverage));
                said.push(Level::Belum { belum, persen_belum }.into());
            }
        }
        (Err(missing), Ok(people)) => {
            let (per_tanggal, peserta) = (print::date(&people.as_of), print::count(&people.count));
            said.push(Level::TingkatOrang { per_tanggal, segmen, wilayah, peserta }.into());
            said.push(reason::unavailable("Cakupan", missing, desk));
        }
        (Err(_), Err(missing)) => return vec![reason::unavailable("Data kepesertaan", missing, desk)],
    }
    said.extend(month_change(desk));
    if let Ok(point) = &measures.now {
        let switch = switch(desk);
        // A fall that a new denominator explains needs nobody's confirmation.
        let reversal = measures.series.as_ref().ok().and_then(|s| s.reversal_after);
        if let Some(rises) = reversal.filter(|_| switch.is_none()) {
            let n = reason::number(rises, &point.coverage.sources());
            said.push(s::Change::Berbalik { n, sumber: print::names(&point.participants.publishers) }.into());
        }
        said.extend(year_change(desk));
        said.extend(switch.into_iter().flat_map(new_denominator));
    }
    said
}

/// How coverage moved since the month before, or why that is not said.
pub(super) fn month_change(desk: &Desk) -> Vec<Sentence> {
    let change = match &desk.measures.month_change {
        Ok(change) => change,
        Err(Missing::FirstPeriod { .. }) => return vec![s::Change::Pertama { periode: desk.period.clone() }.into()],
        Err(Missing::NoPredecessor { latest, .. }) => {
            let (periode, akhir) = (desk.period.clone(), reason::named_month(*latest, desk));
            return vec![s::Change::TanpaPembanding { periode, akhir }.into()];
        }
        Err(_) => return Vec::new(),
    };
    let skipped = change.skipped.map(|month| {
        let periode_pembanding = print::month_of(&change.before);
        s::Change::Lompat { bulan_lalu: reason::named_month(month, desk), periode_pembanding }.into()
    });
    // Coverages under two denominators are not compared; then only the participants are.
    let compared = change.coverage.as_ref().ok().filter(|coverage| !coverage.denominator_changed);
    let moved = compared.map_or_else(|| people_only(change), |coverage| direction(change, coverage));
    skipped.into_iter().chain([moved.into()]).collect()
}

/// The change of coverage against the month before, when both months have one under the same denominator.
pub(super) fn comparable<'a>(desk: &Desk<'a>) -> Option<&'a CoverageChange> {
    let change = desk.measures.month_change.as_ref().ok()?.coverage.as_ref().ok()?;
    (!change.denominator_changed).then_some(change)
}

/// The change of the denominator in the report's own month.
pub(super) fn switch<'a>(desk: &Desk<'a>) -> Option<&'a Switch> {
    let now = desk.measures.now.as_ref().ok()?.period;
    desk.measures.series.iter().flat_map(|series| &series.switches).find(|switch| switch.period == now)
}

fn direction(change: &Change, coverage: &CoverageChange) -> s::Change {
    let bulan_lalu = print::month_of(&change.before);
    let cakupan_lalu = print::percent(&print::coverage(&coverage.before.coverage));
    let (selisih, people) = (print::points(&coverage.points), print::count_size(&change.people));
    let against = |gerak, orang, selisih| s::Change::Berlawanan {
        gerak,
        orang,
        selisih,
        pekerja_lalu: print::count(&coverage.before.coverage.workers),
        pekerja: print::count(&coverage.now.coverage.workers),
    };
    match coverage.direction {
        Direction::Naik => s::Change::Naik { selisih, cakupan_lalu, bulan_lalu, tambahan: people },
        Direction::Turun => s::Change::Turun { selisih, cakupan_lalu, bulan_lalu, pengurangan: people },
        Direction::Tetap => {
            s::Change::Tetap { bulan_lalu, cakupan: print::percent(&print::coverage(&coverage.now.coverage)) }
        }
        Direction::NyarisTetap => s::Change::NyarisTetap { bulan_lalu },
        Direction::BerlawananTurun => against(Gerak::Turun, Some(people), selisih),
        Direction::BerlawananNaik => against(Gerak::Naik, Some(people), selisih),
        Direction::PesertaTetapTurun => against(Gerak::Turun, None, selisih),
        Direction::PesertaTetapNaik => against(Gerak::Naik, None, selisih),
    }
}

/// Without coverage in one of the two months only the participants can be compared.
fn people_only(change: &Change) -> s::Change {
    let bulan_lalu = print::month_of(&change.before);
    let people = print::count_size(&change.people);
    if change.people.value.is_positive() {
        s::Change::OrangBertambah { tambahan: people, bulan_lalu }
    } else if change.people.value.is_negative() {
        s::Change::OrangBerkurang { pengurangan: people, bulan_lalu }
    } else {
        s::Change::OrangTetap { bulan_lalu, peserta: print::count(&change.now.count) }
    }
}

/// Coverages under different denominators are not compared; then only the participants are. Nothing is said when
/// there was no year before to speak of.
fn year_change(desk: &Desk) -> Option<Sentence> {
    let against = desk.measures.year_change.as_ref().ok()?;
    let change = against.coverage.as_ref().ok()?;
    if change.denominator_changed {
        return Some(people_only(against).into());
    }
    let bulan_tahun_lalu = print::month_of(&change.before.participants);
    let said = match (way(&change.points.value), change.points.value.is_zero()) {
        (Some(gerak), _) => Year::Setahun {
            bulan_tahun_lalu,
            gerak,
            selisih: print::points(&change.points),
            cakupan_tahun_lalu: print::percent(&print::coverage(&change.before.coverage)),
        },
        (None, true) => {
            Year::SetahunTetap { bulan_tahun_lalu, cakupan: print::percent(&print::coverage(&change.now.coverage)) }
        }
        (None, false) => Year::SetahunNyarisTetap { bulan_tahun_lalu },
    };
    Some(said.into())
}

/// Up or down, when the difference is large enough to be printed.
fn way(points: &Ratio) -> Option<Gerak> {
    let printed = !round_half_up(points, PERCENT_PLACES).is_zero();
    printed.then_some(if points.is_negative() { Gerak::Turun } else { Gerak::Naik })
}

/// A difference, when it is large enough to be printed.
pub(in crate::report) fn visible_points(points: &Sourced<Ratio>) -> Option<Printed> {
    way(&points.value).map(|_| print::points(points))
}

/// In the month the denominator changes, both coverages are printed.
pub(super) fn new_denominator(switch: &Switch) -> Vec<Sentence> {
    let old = Sourced::new(switch.old.percent(), switch.old.sources());
    let periode = print::month_of(&switch.new.participants);
    vec![
        Denominator::PenyebutBaru {
            periode: periode.clone(),
            penyebut_lama: print::wording(&switch.old_denominator),
            pekerja_lama: print::count(&switch.old.workers),
            penyebut: print::wording(&switch.new.denominator),
            pekerja: print::count(&switch.new.coverage.workers),
            cakupan_lama: print::percent(&old),
            cakupan: print::percent(&print::coverage(&switch.new.coverage)),
        }
        .into(),
        Denominator::PutusDeret { selisih: visible_points(&switch.points), periode }.into(),
    ]
}

/// Against the target, its path and the pace it asks for.
fn standing(desk: &Desk, introduced: &mut Introduced) -> Vec<Sentence> {
    let targets = &desk.measures.targets;
    let standing = match (&targets.standing, &targets.reference) {
        (Ok(standing), _) => standing,
        (Err(_), Err(_)) => return vec![s::Target::TanpaTarget { tahun: report_year(desk) }.into()],
        (Err(missing), Ok(_)) => return vec![reason::unavailable("Tingkat capaian", missing, desk)],
    };
    let document = introduced.name(&standing.target.document.printed());
    let mut said: Vec<Sentence> = against_target(standing, document).into_iter().map(Sentence::from).collect();
    said.push(path(standing).into());
    said.extend(pace(standing, desk).into_iter().map(Sentence::from));
    said.extend(other_targets(desk, standing, introduced).map(Sentence::from));
    said
}

fn against_target(standing: &Standing, dokumen: Printed) -> Vec<s::Target> {
    let tahun = print::year(&standing.target.year);
    let target = print_target(&standing.target);
    let selisih = print::points(&standing.gap);
    let attainment = standing.attainment.as_ref().ok().map(print::percent);
    let kekurangan = print::count(&standing.shortfall);
    match (standing.case, attainment) {
        (TargetCase::DiBawah, Some(tingkat_capaian)) => vec![
            s::Target::DiBawah { selisih, dokumen, tahun, target, tingkat_capaian },
            s::Target::Kekurangan { target_orang: print::count(&standing.needed), kekurangan },
        ],
        // A target of zero cannot be missed, so that the attainment of a missed one always exists.
        (TargetCase::DiBawah, None) => vec![s::Target::TargetNol { tahun }],
        (TargetCase::NyarisTarget, _) => vec![s::Target::NyarisTarget { dokumen, tahun, target, kekurangan }],
        (TargetCase::Tepat, _) => vec![s::Target::Tepat { dokumen, tahun, target }],
        (TargetCase::MelampauiTipis, _) => vec![s::Target::MelampauiTipis { dokumen, tahun, target }],
        (TargetCase::Melampaui, tingkat_capaian) => {
            vec![s::Target::Melampaui { dokumen, tahun, target, selisih, tingkat_capaian }]
        }
    }
}

fn path(standing: &Standing) -> Path {
    let target = print_target(&standing.target);
    let tahun = print::year(&standing.target.year);
    let Ok(path) = &standing.path else {
        return Path::TanpaJalur {
            bulan_awal: Printed::new(format!("Desember {}", tahun.text), tahun.from.clone()),
            tahun,
        };
    };
    let nilai_awal = print::percent(&print::coverage(&path.start.coverage));
    let bulan_awal = print::month_of(&path.start.participants);
    let nilai_jalur = print::percent(&path.value);
    if path.elapsed == 0 {
        return Path::JalurAwal { nilai_awal, bulan_awal, target };
    }
    let arah = if path.gap.value.is_negative() { Arah::Bawah } else { Arah::Atas };
    if path.gap.value.is_zero() {
        Path::JalurTepat { nilai_jalur }
    } else if let Some(selisih) = visible_points(&path.gap) {
        Path::Jalur { selisih, arah, nilai_jalur }
    } else {
        Path::JalurNyaris { arah, nilai_jalur }
    }
}

/// From where to where the path is drawn: said below the table that has its values.
pub(super) fn path_drawn(standing: &Standing) -> Option<Path> {
    let path = standing.path.as_ref().ok()?;
    Some(Path::JalurDasar {
        nilai_awal: print::percent(&print::coverage(&path.start.coverage)),
        bulan_awal: print::month_of(&path.start.participants),
        penyebut_kini: path.restated,
        target: print_target(&standing.target),
    })
}

fn pace(standing: &Standing, desk: &Desk) -> Vec<Pace> {
    let pace = &standing.pace;
    let sisa_bulan = months_left(standing, desk);
    let kekurangan = print::count(&standing.shortfall);
    let n = pace.average_months.filter(|n| *n > 1).map(|n| reason::number(n, &desk.subject));
    let Some(laju_perlu) = pace.needed.as_ref().map(print::count) else {
        return match pace.case {
            PaceCase::LajuHabis => vec![Pace::LajuHabis { kekurangan }],
            _ => vec![Pace::LajuSelesai],
        };
    };
    match (pace.case, &pace.average) {
        (PaceCase::Laju, Some(average)) => {
            let laju_rata = average.print(|ratio| bahasa::bilangan(round_half_up(ratio, 0).units));
            let faster =
                pace.multiple.as_ref().filter(|m| round_half_up(&m.value, 1) > round_half_up(&Ratio::one(), 1));
            vec![match (faster, pace.multiple.as_ref().is_some_and(|m| m.value <= Ratio::one())) {
                (None, true) => Pace::LajuCukup { sisa_bulan, laju_perlu, n, laju_rata },
                (kali, _) => {
                    Pace::Laju { sisa_bulan, laju_perlu, n, laju_rata, kali: kali.map(|m| m.print(bahasa::kali)) }
                }
            }]
        }
        (PaceCase::LajuNol, _) => vec![Pace::LajuPerlu { sisa_bulan, laju_perlu }, Pace::LajuNol { n }],
        (PaceCase::LajuSebulan, _) => vec![Pace::LajuSebulan { kekurangan }],
        (PaceCase::LajuHabis, _) => vec![Pace::LajuHabis { kekurangan }],
        (PaceCase::LajuSelesai, _) => vec![Pace::LajuSelesai],
        (PaceCase::Laju | PaceCase::LajuTanpaRerata, _) => {
            vec![Pace::LajuPerlu { sisa_bulan, laju_perlu }, Pace::LajuTanpaRerata]
        }
    }
}

fn other_targets(desk: &Desk, standing: &Standing, introduced: &mut Introduced) -> Option<s::Target> {
    let others = &desk.measures.targets.others;
    let tahun = print::year(&standing.target.year);
    let (own, document) = (print_target(&standing.target), standing.target.document.printed());
    match others.as_slice() {
        [] => None,
        [other] => Some(s::Target::DuaTarget {
            tahun,
            target_a: own,
            dokumen_a: document,
            target_b: print_target(other),
            dokumen_b: introduced.name(&other.document.printed()),
        }),
        several => {
            let all = std::iter::once(&standing.target).chain(several);
            let listed: Vec<Printed> =
                all.map(|t| bracketed(&print_target(t), &introduced.name(&t.document.printed()))).collect();
            let daftar = bahasa::dan_tercetak(&listed);
            Some(s::Target::BeberapaTarget { tahun, daftar, target: own, dokumen: document })
        }
    }
}

/// The nation's targets beside the region's: said below the table of targets, which holds them all.
pub(in crate::report) fn national(desk: &Desk) -> Vec<Sentence> {
    let targets = &desk.measures.targets;
    let mut said: Vec<Sentence> = targets
        .national
        .iter()
        .map(|target| {
            Comparison::Nasional {
                tahun: print::year(&target.year),
                target_nasional: print_target(target),
                dokumen_nasional: target.document.printed(),
                penyebut: PenyebutNasional::TidakDiumumkan,
            }
            .into()
        })
        .collect();
    if let Ok(long) = &targets.long_term {
        let (target, tahun_target) = (print_target(&long.target), print::year(&long.target.year));
        said.push(if long.per_year.value.is_positive() {
            let selisih_per_tahun = print::points(&long.per_year);
            Comparison::JangkaPanjang { target, tahun_target, selisih_per_tahun, tahun_awal: report_year(desk) }.into()
        } else {
            Comparison::JangkaPanjangTerpenuhi { target, tahun_target }.into()
        });
    }
    said
}
