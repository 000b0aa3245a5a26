//! Annex II: what the figures rest on, and what the audit found.

use num_bigint::BigInt;

use super::{Desk, print};
use crate::audit::{self, Finding};
use crate::bahasa;
use crate::measure::{Alternative, Implied, Point};
use crate::place::{Cell, Printed, Sourced, Sources};
use crate::report::sentences::{self as s, Denominator, Notes, Rounding, Waiver};
use crate::template::{Sentence, Tree};

pub(in crate::report) fn notes(desk: &Desk) -> Tree {
    let alternatives = desk.measures.sensitivity.as_ref().map(|s| s.alternatives.as_slice()).unwrap_or_default();
    Tree::map([
        ("penyebut", Tree::list(alternatives.iter().map(row))),
        ("kepekaan", range(desk).into()),
        ("kalimat", sentences(desk).into()),
        ("temuan", Tree::list(desk.input.temuan.iter().filter(|found| answered(found).is_none()).map(finding))),
        ("tanpa_temuan", nothing_found(desk).into()),
        ("asal", Tree::list(origins(desk))),
    ])
}

/// One published denominator and the coverage under it.
fn row(alternative: &Alternative) -> Tree {
    let denominator = &alternative.denominator;
    let percent = Sourced::new(alternative.coverage.percent(), alternative.coverage.sources());
    let since = denominator.used_since.as_ref().map(|since| since.print(|period| bahasa::periode(*period)));
    Tree::map([
        ("sebutan", print::row_name(print::wording(denominator)).into()),
        ("pekerja", print::count(&denominator.workers).into()),
        ("sumber", print::names(&denominator.publishers).into()),
        ("tanggal", print::date(&denominator.as_of).into()),
        ("cakupan", print::percent_cell(&percent).into()),
        ("dipakai", alternative.in_force.into()),
        ("sejak", since.into()),
    ])
}

/// Said only when nothing above says otherwise.
fn nothing_found(desk: &Desk) -> Option<Sentence> {
    let nothing = desk.input.temuan.is_empty() && desk.measures.implied.is_empty();
    nothing.then(|| Notes::CatatanKosong.into())
}

/// How far coverage depends on the choice of the denominator; said when there is a choice.
fn range(desk: &Desk) -> Option<Sentence> {
    let sensitivity = desk.measures.sensitivity.as_ref().ok().filter(|s| s.alternatives.len() > 1)?;
    let participants = desk.measures.participants.as_ref().ok()?;
    Some(
        Denominator::Kepekaan {
            peserta: print::count(&participants.count),
            terendah: print::percent(&sensitivity.lowest),
            tertinggi: print::percent(&sensitivity.highest),
            rujukan: None,
        }
        .into(),
    )
}

fn sentences(desk: &Desk) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    if let Ok(point) = &desk.measures.now {
        let denominator = &point.denominator;
        said.push(
            Notes::CatatanPenyebut {
                penyebut: print::wording(denominator),
                pekerja: print::count(&denominator.workers),
                sumber: print::names(&denominator.publishers),
                per_tanggal: print::date(&denominator.as_of),
                dipakai_mulai: denominator.used_since.as_ref().map(|p| p.print(|period| bahasa::periode(*period))),
            }
            .into(),
        );
        said.extend(provisional(point).map(Sentence::from));
    }
    for switch in desk.measures.series.iter().flat_map(|series| &series.switches) {
        said.extend(super::target::new_denominator(switch));
    }
    said.extend(desk.measures.implied.iter().map(|implied| Sentence::from(announced(implied))));
    said.extend(desk.input.temuan.iter().filter_map(answered).map(Sentence::from));
    said.extend([Rounding::Pembulatan.into(), Rounding::PembulatanOrang.into()]);
    said
}

/// Figures that may still be corrected.
pub(super) fn provisional(point: &Point) -> Option<s::Missing> {
    super::opening::is_provisional(point).then(|| s::Missing::Sementara {
        hal: Printed::fixed("kepesertaan"),
        per_tanggal: print::date(&point.participants.as_of),
        sumber: print::names(&point.participants.publishers),
    })
}

/// A figure that somebody answers for, and a waiver that meets no figure any more: these have sentences of their own.
/// Without a figure of its own a finding is printed as it is.
fn answered(finding: &Finding) -> Option<Waiver> {
    let from: Sources = finding.places.iter().cloned().collect();
    let printed = |text: &str| Printed::new(text, from.clone());
    let stated = printed(finding.stated.as_deref()?);
    if finding.code == audit::STALE {
        return Some(Waiver::PengecualianUsang { kode: stated });
    }
    let waiver = finding.pengecualian.as_ref()?;
    Some(Waiver::Pengecualian {
        tercantum: stated,
        tempat: printed(&finding.places.first()?.to_string()),
        hitungan: printed(finding.computed.as_deref()?),
        jabatan: waiver.jabatan.printed(),
        tanggal: print::date_cell(&waiver.tanggal),
        alasan: Printed::new(waiver.alasan.value.trim().trim_end_matches('.'), Sources::from(&waiver.alasan.place)),
    })
}

fn announced(implied: &Implied) -> Notes {
    Notes::CatatanPenyebutTersirat {
        persen: implied.percent.print(bahasa::persen_desimal),
        narasumber: implied.speaker.as_ref().map(Cell::printed),
        sumber: implied.publisher.printed(),
        tanggal: print::date_cell(&implied.date),
        tersirat: print::count(&implied.workers),
    }
}

/// A finding as the report's reader sees it: the sentence and where to look, row by row.
fn finding(finding: &Finding) -> Tree {
    let from: Sources = finding.places.iter().cloned().collect();
    let mut rows: Vec<String> = Vec::new();
    for place in &finding.places {
        let row = place.row().to_string();
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    let place = (!rows.is_empty()).then(|| Printed::new(rows.join("; "), from.clone()));
    Tree::map([("pesan", Printed::new(finding.message.clone(), from).into()), ("tempat", place.into())])
}

/// The cells behind each key figure.
fn origins(desk: &Desk) -> Vec<Tree> {
    let measures = desk.measures;
    let mut rows: Vec<(&'static str, Printed)> = Vec::new();
    if let Ok(point) = &measures.now {
        rows.push(("cakupan", print::percent_cell(&print::coverage(&point.coverage))));
    }
    if let Some(change) = super::target::comparable(desk) {
        rows.push(("perubahan", change.points.print(bahasa::selisih_tabel)));
    }
    if let Ok(standing) = &measures.targets.standing {
        rows.push(("kekurangan", print::count::<BigInt>(&standing.shortfall)));
        rows.extend(standing.pace.needed.as_ref().map(|pace| ("laju", print::count(pace))));
        rows.extend(standing.attainment.as_ref().ok().map(|percent| ("tingkat_capaian", print::percent_cell(percent))));
    }
    rows.into_iter()
        .map(|(name, value)| {
            let cells: Vec<String> = value.from.iter().map(ToString::to_string).collect();
            let cells = Printed::new(cells.join("; "), value.from.clone());
            Tree::map([("nama", Tree::Tag(name)), ("nilai", value.into()), ("sel", cells.into())])
        })
        .collect()
}
