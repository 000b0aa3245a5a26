//! B. Activities, D. Obstacles and follow-ups, E. Conclusions and recommendations, F. Closing.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::Zero;

use super::opening::{print_target, report_year};
use super::{Desk, print};
use crate::bahasa;
use crate::figure::{Ratio, whole};
use crate::measure::{FollowUpState, FollowUps, Funding, Missing};
use crate::place::{Cell, Printed, Sourced, Sources};
use crate::report::sentences::{self as s, Conclusion, FollowUp, Letak, Passage, Recommendation, Status};
use crate::table::{JenisKegiatan, Kegiatan, StatusTindakLanjut};
use crate::template::{Sentence, Tree};

/// At most this many offices are asked for a plan to spend what is left.
const SLOW_OFFICES: usize = 2;

pub(super) fn activities(desk: &Desk) -> Tree {
    let rows = &desk.measures.activities.rows;
    let periode = desk.period.clone();
    let lead: Sentence = if rows.is_empty() {
        s::Activities::KegiatanKosong { periode }.into()
    } else {
        s::Activities::KegiatanAda { periode }.into()
    };
    Tree::map([("kalimat", lead.into()), ("butir", Tree::list(rows.iter().map(|row| activity(row))))])
}

fn activity(row: &Kegiatan) -> Sentence {
    let text = |cell: &Option<Cell<String>>| cell.as_ref().map(Cell::printed);
    if row.jenis.value == JenisKegiatan::PenyerahanSantunan
        && let Some(cases) = &row.kasus
    {
        let program =
            row.program_jaminan.as_ref().map(|cell| cell.sourced().print(|p| print::programme_name(*p).to_owned()));
        return s::Claims::Penyerahan {
            tanggal: print::date_cell(&row.tanggal),
            program,
            nominal_rp: row.nominal_rp.as_ref().map(|cell| print::money(&cell.sourced())),
            n: print::count(&cases.sourced()),
            kelompok: None,
        }
        .into();
    }
    s::Activities::KegiatanSatu {
        nama: row.nama.printed(),
        hari_tanggal: row.tanggal.sourced().print(|date| bahasa::hari_tanggal(*date)),
        tempat: text(&row.tempat),
        penyelenggara: text(&row.penyelenggara),
        peserta: row.peserta_orang.as_ref().map(|cell| print::count(&cell.sourced())),
        hasil: row.hasil.as_ref().map(as_sentence),
    }
    .into()
}

/// A text that a person wrote, letter for letter, as a sentence of its own whose full stop the pattern sets.
fn as_sentence(cell: &Cell<String>) -> Printed {
    let text = match cell.value.strip_suffix('.') {
        Some(sentence) if !sentence.ends_with('.') => sentence,
        _ => &cell.value,
    };
    Printed::new(text, Sources::from(&cell.place))
}

pub(super) fn follow_ups(desk: &Desk) -> Tree {
    let obstacles = desk.narrative("hambatan");
    let mut said: Vec<Sentence> = Vec::new();
    if obstacles.is_empty() {
        said.push(s::Activities::HambatanKosong { periode: desk.period.clone() }.into());
    }
    let rows = match &desk.measures.follow_ups {
        Ok(follow_ups) => {
            said.push(tally(follow_ups).into());
            matrix(follow_ups)
        }
        Err(missing) => {
            said.push(super::reason::unavailable("Data tindak lanjut", missing, desk));
            Vec::new()
        }
    };
    Tree::map([
        ("hambatan", obstacles.into()),
        ("kalimat", said.into()),
        ("baris", if rows.is_empty() { Tree::Absent } else { rows.into() }),
    ])
}

fn tally(follow_ups: &FollowUps) -> FollowUp {
    let of = |status: StatusTindakLanjut| {
        let found = follow_ups.by_status.iter().find(|(s, _)| *s == status)?;
        (found.1.value > 0).then(|| print::count(&found.1))
    };
    let all: Sources = follow_ups.by_status.iter().map(|(_, n)| &n.from).collect();
    FollowUp::RekapTindakLanjut {
        n: print::count(&Desk::tally(follow_ups.rows.len(), all)),
        a: of(StatusTindakLanjut::Selesai),
        b: of(StatusTindakLanjut::DalamProses),
        c: of(StatusTindakLanjut::BelumDimulai),
        e: of(StatusTindakLanjut::Dihentikan),
        d: (follow_ups.overdue.value > 0).then(|| print::count(&follow_ups.overdue)),
    }
}

fn matrix(follow_ups: &FollowUps) -> Vec<Tree> {
    follow_ups
        .rows
        .iter()
        .map(|item| {
            let row = item.row;
            let status = match row.status.value {
                StatusTindakLanjut::BelumDimulai => Status::BelumDimulai,
                StatusTindakLanjut::DalamProses => Status::DalamProses,
                StatusTindakLanjut::Selesai => Status::Selesai,
                StatusTindakLanjut::Dihentikan => Status::Dihentikan,
            };
            let lewat = item.state == FollowUpState::MelewatiTenggat;
            Tree::map([
                ("permasalahan", row.permasalahan.printed().into()),
                ("tindak_lanjut", row.tindak_lanjut.printed().into()),
                ("penanggung_jawab", row.penanggung_jawab.as_ref().map(Cell::printed).into()),
                ("tenggat", row.tenggat.as_ref().map(print::date_in_table).into()),
                ("status", Sentence::from(FollowUp::StatusTindakLanjut { status, lewat }).into()),
                ("lewat", lewat.into()),
                ("keterangan", row.keterangan.as_ref().map(Cell::printed).into()),
            ])
        })
        .collect()
}

pub(super) fn closing(desk: &Desk) -> Tree {
    let advice = recommendations(desk);
    let written = desk.narrative("saran");
    let none = advice.is_empty() && written.is_empty();
    let nothing: Option<Sentence> = none.then(|| Recommendation::SaranKosong { periode: desk.period.clone() }.into());
    Tree::map([
        ("simpulan", conclusions(desk).into()),
        ("saran", advice.into()),
        ("saran_tertulis", written.into()),
        ("tanpa_saran", nothing.into()),
        ("kalimat", Sentence::from(Passage::Penutup).into()),
    ])
}

fn conclusions(desk: &Desk) -> Vec<Sentence> {
    let measures = desk.measures;
    let Ok(point) = &measures.now else {
        return match &measures.participants {
            Ok(people) => {
                let (per_tanggal, peserta) = (print::date(&people.as_of), print::count(&people.count));
                vec![Conclusion::SimpulanTanpaPenyebut { per_tanggal, peserta }.into()]
            }
            Err(missing) => vec![super::reason::unavailable("Simpulan", missing, desk)],
        };
    };
    let per_tanggal = print::date(&point.participants.as_of);
    let cakupan = print::percent(&print::coverage(&point.coverage));
    let mut said: Vec<Sentence> = vec![match &measures.targets.standing {
        Ok(standing) => Conclusion::Simpulan1 {
            per_tanggal,
            tahun: print::year(&standing.target.year),
            cakupan,
            target: print_target(&standing.target),
            kekurangan: (!standing.case.is_met()).then(|| print::count(&standing.shortfall)),
        }
        .into(),
        Err(_) => Conclusion::SimpulanTanpaTarget { per_tanggal, cakupan, tahun: report_year(desk) }.into(),
    }];
    if let Some((segment, people, _)) = largest_gap(desk) {
        said.push(Conclusion::Simpulan2 { letak: Letak::Segmen, tempat: segment, n: people }.into());
    }
    said
}

/// The one segment with the most workers not covered: its name, how many, and their share.
fn largest_gap<'a>(desk: &Desk<'a>) -> Option<(Printed, Printed, &'a Sourced<Ratio>)> {
    let segments = desk.measures.segments.as_ref().ok()?;
    let [most] = segments.most_uncovered.as_slice() else { return None };
    let line = segments.lines.iter().find(|line| line.segment == *most)?;
    let people = line.uncovered.as_ref().ok()?;
    let name = Printed::new(print::segment_in_prose(*most), people.from.clone());
    Some((name, print::count(people), line.share_of_uncovered.as_ref().ok()?))
}

/// What follows from the figures alone; what only a person can know stands in the table of texts.
pub(super) fn recommendations(desk: &Desk) -> Vec<Sentence> {
    let measures = desk.measures;
    let mut said: Vec<Recommendation> = Vec::new();
    if let Some((segmen, _, share)) = largest_gap(desk).filter(|(.., share)| share.value > whole(50)) {
        said.push(Recommendation::SaranSegmen {
            penanggung_jawab: Printed::fixed("perangkat daerah yang membidangi ketenagakerjaan"),
            segmen,
            porsi: print::percent(share),
        });
    }
    if let Ok(projects) = &measures.projects
        && projects.unregistered.as_ref().is_ok_and(|missing| !missing.value.is_zero())
    {
        said.push(Recommendation::SaranProyek { rujukan: super::annex::packages_number(desk), tenggat: None });
    }
    if let Ok(funding) = &measures.funding {
        said.extend(slow_spending(funding));
    }
    if let Ok(follow_ups) = &measures.follow_ups
        && follow_ups.overdue.value > 0
    {
        said.push(Recommendation::SaranTindakLanjut { n: print::few(&follow_ups.overdue) });
    }
    if measures.implied.iter().any(|implied| differs(implied, desk)) {
        said.push(Recommendation::SaranPenyebut {
            para_pihak: Printed::fixed("perangkat daerah terkait dan BPJS Ketenagakerjaan"),
            tahun: report_year(desk),
        });
    }
    if measures.targets.reference.is_err() && matches!(measures.targets.reference, Err(Missing::NoTarget { .. })) {
        said.push(Recommendation::SaranTarget {
            penanggung_jawab: Printed::fixed("perangkat daerah yang membidangi perencanaan"),
            tahun: report_year(desk),
            tenggat: None,
        });
    }
    said.into_iter().map(Sentence::from).collect()
}

/// Offices whose absorption lags behind the year, those with the most money left over all their lines first.
fn slow_spending(funding: &Funding) -> Vec<Recommendation> {
    let mut left: BTreeMap<&str, Sourced<BigInt>> = BTreeMap::new();
    for line in &funding.lines {
        let slow = line.figures.absorption.as_ref().is_ok_and(|absorbed| absorbed.value < funding.year_elapsed);
        if let (true, Some(office), Ok(rest)) = (slow, &line.row.perangkat_daerah, &line.figures.remaining) {
            let from = rest.from.clone().and(&Sources::from(&office.place));
            let sum = left.entry(&office.value).or_insert_with(|| Sourced::new(BigInt::zero(), Sources::none()));
            sum.value += &rest.value;
            sum.from = std::mem::take(&mut sum.from).and(&from);
        }
    }
    let mut offices: Vec<_> = left.into_iter().collect();
    offices.sort_by(|(_, a), (_, b)| b.value.cmp(&a.value));
    offices
        .into_iter()
        .take(SLOW_OFFICES)
        .map(|(office, rest)| Recommendation::SaranSerapan {
            perangkat_daerah: Printed::new(office, rest.from.clone()),
            sisa_rp: print::money(&rest),
        })
        .collect()
}

/// Whether an announced percentage rests on other workers than this report's.
fn differs(implied: &crate::measure::Implied, desk: &Desk) -> bool {
    let Ok(point) = &desk.measures.now else { return false };
    let own = whole(point.coverage.workers.value);
    implied.range.as_ref().is_none_or(|(low, high)| own <= *low || own > *high)
}
