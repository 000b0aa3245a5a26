//! B. Activities, D. Obstacles and follow-ups, E. Conclusions and recommendations, F. Closing.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_traits::Zero;

use super::opening::{print_target, report_year};
use super::section::source_line;
use super::{Desk, print};
use crate::bahasa;
use crate::figure::{Ratio, whole};
use crate::measure::{self, FollowUpState, FollowUps, Funding, Missing};
use crate::place::{Cell, Printed, Sourced, Sources};
use crate::report::sentences::{self as s, Conclusion, FollowUp, Letak, Passage, Recommendation, Status, bracketed};
use crate::table::{JenisKegiatan, Kegiatan, StatusTindakLanjut};
use crate::template::{Sentence, Tree};

/// Up to this many activities are told with all that is known of them; more are named, and the annex has the details.
const TOLD_IN_FULL: usize = 2;
/// At most this many offices are asked for a plan to spend what is left.
const SLOW_OFFICES: usize = 2;
/// At most this many recommendations stand in the report. Those that a person wrote are never left out.
const RECOMMENDATIONS: usize = 4;

pub(super) fn activities(desk: &Desk) -> Tree {
    let rows = &desk.measures.activities.rows;
    let periode = desk.period.clone();
    let (said, items): (Vec<Sentence>, Vec<Sentence>) = if rows.is_empty() {
        (vec![s::Activities::KegiatanKosong { periode }.into()], Vec::new())
    } else if are_listed(desk) {
        (named(rows, periode), Vec::new())
    } else {
        (vec![s::Activities::KegiatanAda { periode }.into()], rows.iter().map(|row| activity(row)).collect())
    };
    Tree::map([("kalimat", said.into()), ("butir", items.into())])
}

/// All activities by name and day, and what the meetings among them agreed on.
fn named(rows: &[&Kegiatan], periode: Printed) -> Vec<Sentence> {
    let day = |row: &Kegiatan| row.tanggal.sourced().print(|date| bahasa::tanggal_bulan(*date));
    let names: Vec<Printed> =
        rows.iter().map(|row| bracketed(&print::inside_a_sentence(&row.nama), &day(row))).collect();
    let all: Sources = rows.iter().map(|row| row.nama.place.clone()).collect();
    let lead = s::Activities::KegiatanBanyak {
        periode,
        n: print::few(&Desk::tally(rows.len(), all)),
        daftar: bahasa::dan_tercetak(&names),
        rujukan: super::annex::data_number(),
    };
    let meetings = rows
        .iter()
        .filter(|row| matches!(row.jenis.value, JenisKegiatan::RapatKoordinasi | JenisKegiatan::RapatKonsolidasi));
    let agreed = meetings.filter_map(|row| {
        let result = as_sentence(row.hasil.as_ref()?);
        Some(s::Activities::HasilRapat { tanggal: day(row), hasil: print::with_small_initial(result) })
    });
    std::iter::once(lead).chain(agreed).map(Sentence::from).collect()
}

/// Whether the annex lists the activities.
pub(super) fn are_listed(desk: &Desk) -> bool {
    desk.measures.activities.rows.len() > TOLD_IN_FULL
}

/// Every activity with its place, its organiser, how many came and what came of it: the table of the annex.
pub(super) fn activity_table(desk: &Desk) -> Tree {
    if !are_listed(desk) {
        return Tree::Absent;
    }
    let rows = &desk.measures.activities.rows;
    let text = |cell: &Option<Cell<String>>| cell.as_ref().map(Cell::printed);
    let gaps = rows.iter().any(|r| r.tempat.is_none() || r.penyelenggara.is_none() || r.peserta_orang.is_none());
    let table = rows.iter().map(|row| {
        Tree::map([
            ("tanggal", print::date_in_table(&row.tanggal).into()),
            ("nama", print::row_name(row.nama.printed()).into()),
            ("tempat", text(&row.tempat).into()),
            ("penyelenggara", text(&row.penyelenggara).into()),
            ("peserta", row.peserta_orang.as_ref().map(|cell| print::count(&cell.sourced())).into()),
            ("penyerahan", handing_over(row, false).map(Sentence::from).into()),
            ("hasil", text(&row.hasil).into()),
        ])
    });
    Tree::map([
        ("baris", Tree::list(table)),
        ("sumber", source_line(rows.iter().map(|row| &row.sumber), &desk.period, false).into()),
        ("catatan", super::section::marks(gaps).into()),
    ])
}

/// A benefit handed over, when the table says to how many; `in_full` with place and organiser.
fn handing_over(row: &Kegiatan, in_full: bool) -> Option<s::Claims> {
    let text = |cell: &Option<Cell<String>>| cell.as_ref().filter(|_| in_full).map(Cell::printed);
    let cases = row.kasus.as_ref().filter(|_| row.jenis.value == JenisKegiatan::PenyerahanSantunan)?;
    let programme = |cell: &Cell<_>| cell.sourced().print(|p| print::programme_name(*p).to_owned());
    Some(s::Claims::Penyerahan {
        tanggal: print::date_cell(&row.tanggal),
        program: row.program_jaminan.as_ref().map(programme),
        nominal_rp: row.nominal_rp.as_ref().map(|cell| print::money(&cell.sourced())),
        n: print::count(&cases.sourced()),
        kelompok: None,
        tempat: text(&row.tempat),
        penyelenggara: text(&row.penyelenggara),
    })
}

/// One activity with all that is known of it.
fn activity(row: &Kegiatan) -> Sentence {
    if let Some(handed) = handing_over(row, true) {
        return handed.into();
    }
    let text = |cell: &Option<Cell<String>>| cell.as_ref().map(Cell::printed);
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
            if has_settled(desk) {
                let hal = Printed::fixed("selebihnya");
                said.push(Passage::Rincian { hal, rujukan: super::annex::data_number() }.into());
            }
            follow_ups.rows.iter().filter(|item| is_open(item)).collect()
        }
        Err(missing) => {
            said.push(super::reason::unavailable("Data tindak lanjut", missing, desk));
            Vec::new()
        }
    };
    Tree::map([("hambatan", obstacles.into()), ("kalimat", said.into()), ("tabel", matrix(&rows, desk))])
}

/// Whether a follow-up still asks for something.
pub(super) fn is_open(item: &measure::FollowUp) -> bool {
    !matches!(item.state, FollowUpState::Selesai | FollowUpState::Dihentikan)
}

/// Follow-ups that are done or stopped: they stand in the annex.
fn settled<'a>(desk: &Desk<'a>) -> Vec<&'a measure::FollowUp<'a>> {
    let rows = desk.measures.follow_ups.as_ref().map(|follow_ups| follow_ups.rows.as_slice()).unwrap_or_default();
    rows.iter().filter(|item| !is_open(item)).collect()
}

/// Whether there are any.
pub(super) fn has_settled(desk: &Desk) -> bool {
    !settled(desk).is_empty()
}

/// The annex's table of them.
pub(super) fn settled_table(desk: &Desk) -> Tree {
    matrix(&settled(desk), desk)
}

fn tally(follow_ups: &FollowUps) -> FollowUp {
    let of = |status: StatusTindakLanjut| {
        let found = follow_ups.by_status.iter().find(|(s, _)| *s == status)?;
        (found.1.value > 0).then(|| print::count(&found.1))
    };
    let all: Sources = follow_ups.by_status.iter().map(|(_, n)| &n.from).collect();
    let mut open = follow_ups.rows.iter().filter(|item| is_open(item)).peekable();
    FollowUp::RekapTindakLanjut {
        tanpa_tenggat: open.peek().is_some() && open.all(|item| item.row.tenggat.is_none()),
        n: print::count(&Desk::tally(follow_ups.rows.len(), all)),
        a: of(StatusTindakLanjut::Selesai),
        b: of(StatusTindakLanjut::DalamProses),
        c: of(StatusTindakLanjut::BelumDimulai),
        e: of(StatusTindakLanjut::Dihentikan),
        d: (follow_ups.overdue.value > 0).then(|| print::count(&follow_ups.overdue)),
    }
}

fn matrix(items: &[&measure::FollowUp], desk: &Desk) -> Tree {
    if items.is_empty() {
        return Tree::Absent;
    }
    let rows: Vec<Tree> = items
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
        .collect();
    let gaps = items.iter().any(|item| item.row.penanggung_jawab.is_none() || item.row.tenggat.is_none());
    let date = desk.input.tanggal.as_ref().map_or_else(|| desk.period.clone(), print::date_cell);
    Tree::map([
        ("baris", rows.into()),
        ("sumber", source_line(items.iter().filter_map(|item| item.row.sumber.as_ref()), &date, false).into()),
        ("catatan", super::section::marks(gaps).into()),
    ])
}

pub(super) fn closing(desk: &Desk) -> Tree {
    let written = desk.narrative("saran");
    let mut advice = recommendations(desk);
    advice.truncate(RECOMMENDATIONS.saturating_sub(written.len()));
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
    let point = match (&measures.now, &measures.participants) {
        (Ok(point), _) => point,
        (Err(_), Err(missing)) => return vec![super::reason::unavailable("Simpulan", missing, desk)],
        (Err(missing), Ok(people)) => {
            let (per_tanggal, peserta) = (print::date(&people.as_of), print::count(&people.count));
            let alasan = super::reason::alasan(missing);
            return vec![Conclusion::SimpulanTanpaPenyebut { per_tanggal, peserta, alasan }.into()];
        }
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
    if let Some((segmen, ..)) = largest_gap(desk).filter(|(.., share)| share.value > whole(50)) {
        said.push(Recommendation::SaranSegmen {
            penanggung_jawab: Printed::fixed("perangkat daerah yang membidangi ketenagakerjaan"),
            segmen,
        });
    }
    if let Ok(funding) = &measures.funding {
        said.extend(slow_spending(funding));
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
    // Last, because the section on packages has already named them.
    if let Ok(projects) = &measures.projects
        && projects.unregistered.as_ref().is_ok_and(|missing| !missing.value.is_zero())
    {
        said.push(Recommendation::SaranProyek { rujukan: super::annex::packages_number(desk), tenggat: None });
    }
    said.into_iter().map(Sentence::from).collect()
}

/// Offices whose absorption lags behind the year, those with the most money left over all their lines first.
fn slow_spending(funding: &Funding) -> Option<Recommendation> {
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
    let slowest: Vec<(Printed, Printed)> = offices
        .into_iter()
        .take(SLOW_OFFICES)
        .map(|(office, rest)| (Printed::new(office, rest.from.clone()), print::money(&rest)))
        .collect();
    match slowest.as_slice() {
        [] => None,
        [(office, rest)] => {
            Some(Recommendation::SaranSerapan { perangkat_daerah: office.clone(), sisa_rp: Some(rest.clone()) })
        }
        several => {
            let named: Vec<Printed> = several.iter().map(|(office, rest)| bracketed(office, rest)).collect();
            Some(Recommendation::SaranSerapan { perangkat_daerah: bahasa::dan_tercetak(&named), sisa_rp: None })
        }
    }
}

/// Whether an announced percentage rests on other workers than this report's.
fn differs(implied: &crate::measure::Implied, desk: &Desk) -> bool {
    let Ok(point) = &desk.measures.now else { return false };
    let own = whole(point.coverage.workers.value);
    implied.range.as_ref().is_none_or(|(low, high)| own <= *low || own > *high)
}
