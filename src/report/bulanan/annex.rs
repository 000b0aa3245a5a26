//! Annex I, the data behind the text, and the numbering of the annexes.

use super::{Desk, abbreviation, places, print};
use crate::bahasa;
use crate::measure::{Point, Series, Standing};
use crate::place::{Printed, Sourced, Sources};
use crate::report::sentences::{Notes, Passage, Programmes, Rounding, Source, published};
use crate::table::{COVERAGE, SatuanTarget, Segmen, Target};
use crate::template::{Sentence, Tree};

pub(super) fn annexes(desk: &Desk) -> Tree {
    let data = data(desk);
    let packages = desk.measures.projects.is_ok();
    let has_data = !matches!(data, Tree::Absent);
    let number = |n: u32| Printed::fixed(bahasa::romawi(n).unwrap_or_default());
    let before_notes = u32::from(has_data);
    Tree::map([
        ("nomor_data", number(1).into()),
        ("nomor_catatan", number(before_notes + 1).into()),
        ("nomor_paket", number(before_notes + 2).into()),
        ("data", data),
        ("paket", packages.into()),
        ("rujukan", details(desk).into()),
    ])
}

/// The first annex, for a sentence that points there.
pub(super) fn data_number() -> Printed {
    Printed::fixed(bahasa::rekat("Lampiran", &bahasa::romawi(1).unwrap_or_default()))
}

/// Where the tables and charts behind the results stand.
fn details(desk: &Desk) -> Option<Sentence> {
    let data = has_data(desk).then(data_number);
    let packages = desk.measures.projects.is_ok().then(|| packages_number(desk));
    let annexes: Vec<Printed> = data.into_iter().chain(packages).collect();
    let hal = Printed::fixed("bagian ini");
    (!annexes.is_empty()).then(|| Passage::Rincian { hal, rujukan: bahasa::dan_tercetak(&annexes) }.into())
}

/// The number of the annex that lists packages, for a sentence that points there.
pub(super) fn packages_number(desk: &Desk) -> Printed {
    let before = if has_data(desk) { 2 } else { 1 };
    Printed::fixed(bahasa::rekat("Lampiran", &bahasa::romawi(before + 1).unwrap_or_default()))
}

/// Whether any table of the first annex has rows.
fn has_data(desk: &Desk) -> bool {
    let measures = desk.measures;
    measures.series.as_ref().is_ok_and(|series| series.points.len() > 1)
        || measures.regions.is_ok()
        || measures.siblings.is_ok()
        || measures.segments.is_ok()
        || measures.groups.is_ok()
        || measures.employers.is_ok()
        || measures.funding.is_ok()
        || measures.claims.is_ok()
        || measures.programmes.is_ok()
        || places::are_listed(desk)
        || super::closing::are_listed(desk)
        || super::closing::has_settled(desk)
        || desk.input.tabel.target.iter().any(|row| row.indikator.value == COVERAGE)
}

fn data(desk: &Desk) -> Tree {
    if !has_data(desk) {
        return Tree::Absent;
    }
    let series = desk.measures.series.as_ref().ok().filter(|series| series.points.len() > 1);
    let children = desk.measures.regions.as_ref().ok();
    Tree::map([
        ("deret", series.map_or(Tree::Absent, |series| series_table(series, desk))),
        ("anak", children.map_or(Tree::Absent, |regions| Tree::list(places::rows(regions)))),
        ("daerah", desk.measures.siblings.is_ok().into()),
        ("dana", desk.measures.funding.is_ok().into()),
        ("program", programmes_table(desk)),
        ("target", targets_table(desk)),
        ("penghargaan", places::award_table(desk)),
        ("kegiatan", super::closing::activity_table(desk)),
        ("tindak_lanjut", super::closing::settled_table(desk)),
    ])
}

pub(in crate::report) fn series_table(series: &Series, desk: &Desk) -> Tree {
    let standing = desk.measures.targets.standing.as_ref().ok();
    let mut before: Option<&Point> = None;
    let mut rows = Vec::new();
    let mut gaps = false;
    for point in &series.points {
        let now = point.point.as_ref().ok();
        gaps |= now.is_none();
        let change = before.zip(now).map(|(before, now)| change(before, now));
        let people = point.participants.as_ref();
        let from = people.map_or_else(|| desk.subject.clone(), |people| people.count.from.clone());
        rows.push(Tree::map([
            ("periode", print::month(point.period, &from).into()),
            ("pekerja", now.map(|p| print::count(&p.coverage.workers)).into()),
            ("peserta", people.map(|people| print::count(&people.count)).into()),
            ("cakupan", now.map(|p| print::percent_cell(&print::coverage(&p.coverage))).into()),
            ("perubahan", change.into()),
            ("jalur", standing.and_then(|standing| path(standing, point.period)).into()),
        ]));
        before = now;
    }
    // The first month has nothing to change from.
    if let Some(Tree::Map(first)) = rows.first_mut() {
        first.insert("perubahan", Printed::fixed("x").into());
    }
    let drawn = standing.and_then(super::target::path_drawn).map(Sentence::from);
    let mut notes: Vec<Sentence> = drawn.into_iter().chain([Rounding::Pembulatan.into()]).collect();
    notes.extend(super::section::cell_marks(gaps, true));
    let source = desk.measures.now.as_ref().ok().map(|point| {
        Sentence::from(Source::Sumber { daftar: published(&super::opening::all_publishers(point)), diolah: true })
    });
    Tree::map([("baris", rows.into()), ("sumber", source.into()), ("catatan", notes.into())])
}

/// The change against the month before; coverages under different denominators are not compared.
fn change(before: &Point, now: &Point) -> Printed {
    let from = before.coverage.sources().and(&now.coverage.sources());
    if before.denominator.is_same(&now.denominator) {
        Sourced::new(now.coverage.above(&before.coverage), from).print(bahasa::selisih_tabel)
    } else {
        Printed::new("x", from)
    }
}

fn path(standing: &Standing, month: crate::figure::Period) -> Option<Printed> {
    let path = standing.path.as_ref().ok()?;
    let value = path.at(month)?;
    let from = path.value.from.clone();
    Some(print::percent_cell(&Sourced::new(value, from)))
}

/// Every target of the subject's segment that travels with the report, the region's own before the nation's, by year.
fn targets_table(desk: &Desk) -> Tree {
    let own = &desk.measures.subject.region;
    let segment = desk.measures.subject.segment.as_ref().copied().unwrap_or(Segmen::Total);
    let speaks = |row: &&Target| row.indikator.value == COVERAGE && row.segmen.value == segment;
    let mut rows: Vec<&Target> = desk.input.tabel.target.iter().filter(speaks).collect();
    rows.sort_by_key(|row| (row.kode_wilayah.value != *own, row.tahun.value));
    if rows.is_empty() {
        return Tree::Absent;
    }
    let documents: Vec<Printed> = rows.iter().map(|row| row.dokumen.printed()).collect();
    let key = abbreviation::key(documents.iter()).map(|daftar| Notes::Singkatan { daftar }.into());
    let notes: Vec<Sentence> = super::target::national(desk).into_iter().chain(key).collect();
    let rows: Vec<Tree> = rows
        .into_iter()
        .map(|row| {
            let region = if row.kode_wilayah.value == *own {
                desk.region.clone()
            } else {
                Printed::new("Nasional", Sources::from(&row.kode_wilayah.place))
            };
            let from = Sources::from(&row.nilai.place).and(&Sources::from(&row.satuan.place));
            let value = match row.satuan.value {
                SatuanTarget::Persen => bahasa::persen_tabel_desimal(&row.nilai.value),
                SatuanTarget::Orang => bahasa::rekat(&bahasa::desimal(&row.nilai.value.as_printed()), "orang"),
            };
            Tree::map([
                ("dokumen", row.dokumen.printed().into()),
                ("wilayah", region.into()),
                ("tahun", print::year(&row.tahun).into()),
                ("nilai", Printed::new(value, from).into()),
                ("sumber", row.sumber.printed().into()),
            ])
        })
        .collect();
    Tree::map([("baris", rows.into()), ("catatan", notes.into())])
}

fn programmes_table(desk: &Desk) -> Tree {
    let Ok(programmes) = &desk.measures.programmes else { return Tree::Absent };
    let rows = programmes.iter().map(|(programme, people)| {
        Tree::map([
            ("nama", Printed::fixed(print::programme_name(*programme)).into()),
            ("peserta", print::count(people).into()),
        ])
    });
    let period = desk.input.periode.value;
    let cells = desk
        .input
        .tabel
        .kepesertaan_program
        .iter()
        .filter(|row| row.periode.value == period && row.kode_wilayah.value == desk.measures.subject.region);
    let source = super::section::source_line(cells.map(|row| &row.sumber), &desk.period, false);
    Tree::map([
        ("baris", Tree::list(rows)),
        ("sumber", source.into()),
        ("catatan", vec![Sentence::from(Programmes::ProgramTumpang)].into()),
    ])
}
