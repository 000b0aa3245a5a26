//! C.4 Vulnerable workers, C.5 employers, C.8 construction packages.

use super::{Desk, print, reason};
use crate::bahasa;
use crate::measure::{EmployerFigures, Employers, Group, GroupState, Groups, Missing, Projects, Registration};
use crate::place::{Cell, Printed, Sourced, Sources};
use crate::report::sentences::{self as s, Construction, Keterdaftaran, Source, TandaSel, bracketed, published};
use crate::table::{PemberiKerja, Proyek};
use crate::template::{Sentence, Tree};

/// Packages named one by one in the text; the rest stands in the annex.
const NAMED_PACKAGES: usize = 2;

/// A section with a table: sentences, rows, source line, notes on the marks in its cells.
fn table_section(said: Vec<Sentence>, rows: Vec<Tree>, source: Option<Sentence>, notes: Vec<Sentence>) -> Tree {
    Tree::map([
        ("kalimat", said.into()),
        ("baris", if rows.is_empty() { Tree::Absent } else { rows.into() }),
        ("sumber", source.into()),
        ("catatan", if notes.is_empty() { Tree::Absent } else { notes.into() }),
        ("grafik", Tree::Absent),
        ("alt", Tree::Absent),
    ])
}

/// What a section says when its measure is missing: nothing without the table, one sentence with it.
pub(super) fn absent_section(what: &str, table: &str, missing: &Missing, desk: &Desk) -> Tree {
    if desk.has_table(table) {
        table_section(vec![reason::empty_section(what, missing, desk)], Vec::new(), None, Vec::new())
    } else {
        Tree::Absent
    }
}

/// A source line from cells of publishers, each once.
pub(super) fn source_line<'a>(
    cells: impl Iterator<Item = &'a Cell<String>>,
    date: &Printed,
    computed: bool,
) -> Option<Sentence> {
    let mut all = Vec::new();
    super::segments::merge(&mut all, cells.map(|cell| (cell.printed(), Some(date.clone()))));
    (!all.is_empty()).then(|| Source::Sumber { daftar: published(&all), diolah: computed }.into())
}

fn marks(missing: bool) -> Vec<Sentence> {
    cell_marks(missing, false)
}

/// What the marks in a table's cells mean: `…` for what is missing, `x` for what does not apply.
pub(super) fn cell_marks(missing: bool, inapplicable: bool) -> Vec<Sentence> {
    let tanda = match (missing, inapplicable) {
        (true, true) => TandaSel::Keduanya,
        (true, false) => TandaSel::BelumTersedia,
        (false, true) => TandaSel::TidakBerlaku,
        (false, false) => return Vec::new(),
    };
    vec![s::Missing::KeteranganTanda { tanda }.into()]
}

pub(super) fn vulnerable(desk: &Desk) -> Tree {
    let groups = match &desk.measures.groups {
        Ok(groups) => groups,
        Err(missing) => return absent_section("kelompok pekerja rentan", "kelompok", missing, desk),
    };
    let date = print::date(&Sourced::new(groups.as_of, desk.subject.clone()));
    let rows: Vec<Tree> = groups.rows.iter().map(|group| group_row(group)).collect();
    let incomplete = groups.rows.iter().any(|group| group_has_gap(group));
    // A group without an end is protected for as long as somebody pays.
    let unlimited = groups.rows.iter().any(|group| group.row.selesai.is_none());
    table_section(
        group_sentences(groups, desk),
        rows,
        source_line(groups.rows.iter().map(|group| &group.row.sumber), &date, false),
        cell_marks(incomplete, unlimited),
    )
}

fn group_sentences(groups: &Groups, desk: &Desk) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    let named: Vec<(Printed, Printed)> = groups
        .by_source
        .iter()
        .filter_map(|(source, people)| {
            Some((Printed::new(print::source_name((*source)?), people.from.clone()), print::count(people)))
        })
        .collect();
    let payers = (!named.is_empty()).then(|| {
        let names: Vec<Printed> = named.iter().map(|(name, _)| name.clone()).collect();
        bahasa::dan_tercetak(&names)
    });
    let n = print::count(&groups.people);
    let largest: Vec<_> = groups
        .groups
        .iter()
        .take_while(|g| Some(&g.people.value) == groups.groups.first().map(|f| &f.people.value))
        .collect();
    match (groups.groups.as_slice(), largest.first()) {
        ([only], _) => said.push(
            s::Groups::KelompokTunggal {
                n,
                kelompok: Printed::new(only.name.clone(), only.people.from.clone()),
                sumber_dana: payers,
            }
            .into(),
        ),
        (all, Some(top)) => {
            let names: Vec<Printed> =
                largest.iter().map(|g| Printed::new(g.name.clone(), g.people.from.clone())).collect();
            said.push(
                s::Groups::Kelompok {
                    n,
                    k: Desk::tally(all.len(), groups.people.from.clone()).print(|k| bahasa::angka_kata(*k)),
                    sumber_dana: payers,
                    kelompok: bahasa::dan_tercetak(&names),
                    m: print::count(&top.people),
                    beberapa: largest.len() > 1,
                }
                .into(),
            );
            if named.len() > 1 {
                let listed: Vec<Printed> = named
                    .iter()
                    .map(|(name, people)| {
                        bracketed(name, &Printed::new(bahasa::rekat(&people.text, "orang"), people.from.clone()))
                    })
                    .collect();
                said.push(s::Groups::KelompokDana { daftar: bahasa::dan_tercetak(&listed) }.into());
            }
        }
        (_, None) => said.push(reason::empty_section(
            "jumlah pekerja rentan yang terlindungi",
            &Missing::EmptyTable { table: "kelompok" },
            desk,
        )),
    }
    said.extend(groups.rows.iter().filter_map(timed).map(Sentence::from));
    if groups.unstated > 0 {
        let n = Desk::tally(groups.unstated, groups.people.from.clone()).print(|n| bahasa::angka_kata(*n));
        said.push(s::Groups::KelompokTanpaJumlah { n }.into());
    }
    let parent = Printed::new(desk.input.naskah.segmen.induk_rentan.value.clone(), Sources::none());
    said.push(s::Segments::Rentan { segmen_induk: parent }.into());
    said
}

/// Protection that runs for a time, begins later or has ended.
fn timed(group: &Group) -> Option<s::Groups> {
    let row = group.row;
    let n = print::count(&row.orang_terlindungi.as_ref()?.sourced());
    let kelompok = row.kelompok.printed();
    match (group.state, &row.mulai, &row.selesai) {
        (GroupState::Berakhir, _, Some(end)) => {
            Some(s::Groups::KelompokBerakhir { n, kelompok, selesai: print::date_cell(end) })
        }
        (GroupState::BelumMulai, Some(start), _) => {
            Some(s::Groups::KelompokBelumMulai { n, kelompok, mulai: print::date_cell(start) })
        }
        _ => None,
    }
}

fn group_has_gap(group: &Group) -> bool {
    let row = group.row;
    row.sumber_dana.is_none() || row.target_orang.is_none() || row.orang_terlindungi.is_none()
}

fn group_row(group: &Group) -> Tree {
    let row = group.row;
    Tree::map([
        ("nama", row.kelompok.printed().into()),
        (
            "sumber_dana",
            row.sumber_dana.as_ref().map(|cell| cell.sourced().print(|d| short_source(*d).to_owned())).into(),
        ),
        ("target", row.target_orang.as_ref().map(|cell| print::count(&cell.sourced())).into()),
        ("terlindungi", row.orang_terlindungi.as_ref().map(|cell| print::count(&cell.sourced())).into()),
        ("selesai", row.selesai.as_ref().map_or_else(|| Printed::fixed("x"), print::date_in_table).into()),
    ])
}

/// In a narrow column the abbreviation alone.
pub(super) fn short_source(source: crate::table::SumberDana) -> &'static str {
    use crate::table::SumberDana;
    match source {
        SumberDana::Apbd => "APBD di luar DBHCHT",
        SumberDana::Dbhcht => "DBHCHT",
        SumberDana::Tjsl => "TJSL",
        SumberDana::Lainnya => "lainnya",
    }
}

pub(super) fn employers(desk: &Desk) -> Tree {
    let employers = match &desk.measures.employers {
        Ok(employers) => employers,
        Err(missing) => return absent_section("pemberi kerja", "pemberi_kerja", missing, desk),
    };
    let date = desk.period.clone();
    let cells = || employers.rows.iter().chain(&employers.stated_total);
    table_section(
        employer_sentences(&employers.total),
        employer_rows(employers),
        source_line(cells().map(|row| &row.sumber), &date, employers.stated_total.is_none()),
        marks(cells().any(|row| employer_has_gap(row))),
    )
}

fn employer_sentences(total: &EmployerFigures) -> Vec<Sentence> {
    use num_traits::Zero;
    let mut said: Vec<Sentence> = Vec::new();
    if let (Ok(all), Ok(registered)) = (&total.all, &total.registered)
        && let Some(ratio) = crate::figure::ratio(registered.value.clone() * 100, all.value.clone())
    {
        let persen = print::percent(&Sourced::new(ratio, all.from.clone().and(&registered.from)));
        said.push(
            s::Employers::PemberiKerjaTerdaftar {
                jumlah: print::count(all),
                terdaftar: print::count(registered),
                persen,
            }
            .into(),
        );
    }
    let some = |figure: &Result<Sourced<num_bigint::BigInt>, Missing>| {
        figure.as_ref().ok().filter(|v| !v.value.is_zero()).map(print::count)
    };
    let known = total.unregistered.is_ok() && total.partly.is_ok();
    match (some(&total.unregistered), some(&total.partly)) {
        (Some(n), Some(m)) => said.push(s::Employers::PemberiKerja { n, m }.into()),
        (Some(n), None) => said.push(s::Employers::PemberiKerjaBelum { n }.into()),
        (None, Some(m)) => said.push(s::Employers::PemberiKerjaSebagian { m }.into()),
        (None, None) if known => said.push(s::Employers::PemberiKerjaLengkap.into()),
        (None, None) => {}
    }
    said
}

fn employer_has_gap(row: &PemberiKerja) -> bool {
    row.jumlah.is_none() || row.terdaftar.is_none() || row.terdaftar_sebagian.is_none() || row.belum_terdaftar.is_none()
}

fn employer_rows(employers: &Employers) -> Vec<Tree> {
    let cell = |cell: &Option<Cell<u64>>| cell.as_ref().map(|c| print::count(&c.sourced()));
    let mut rows: Vec<Tree> = employers
        .rows
        .iter()
        .map(|row| {
            Tree::map([
                ("nama", row.jenis.printed().into()),
                ("jumlah", cell(&row.jumlah).into()),
                ("terdaftar", cell(&row.terdaftar).into()),
                ("sebagian", cell(&row.terdaftar_sebagian).into()),
                ("belum", cell(&row.belum_terdaftar).into()),
            ])
        })
        .collect();
    let total = &employers.total;
    if employers.rows.len() > 1 || employers.stated_total.is_some() {
        let figure = |f: &Result<Sourced<num_bigint::BigInt>, Missing>| f.as_ref().ok().map(print::count);
        rows.push(Tree::map([
            ("nama", Printed::fixed("Jumlah").into()),
            ("jumlah", figure(&total.all).into()),
            ("terdaftar", figure(&total.registered).into()),
            ("sebagian", figure(&total.partly).into()),
            ("belum", figure(&total.unregistered).into()),
        ]));
    }
    rows
}

pub(super) fn projects(desk: &Desk) -> Tree {
    let projects = match &desk.measures.projects {
        Ok(projects) => projects,
        Err(missing) => return absent_section("paket pekerjaan konstruksi", "proyek", missing, desk),
    };
    let gap = projects.lines.iter().any(|line| project_has_gap(line.row));
    table_section(
        project_sentences(projects),
        projects.lines.iter().map(|line| project_row(line.row)).collect(),
        source_line(projects.lines.iter().map(|line| &line.row.sumber), &desk.period, false),
        marks(gap),
    )
}

fn project_sentences(projects: &Projects) -> Vec<Sentence> {
    let from = projects.sources();
    let tally = |count: usize| Desk::tally(count, from.clone());
    let words = |count: usize| tally(count).print(|n| bahasa::bilangan(*n));
    let some = |count: usize| (count > 0).then(|| words(count));
    let (all, partly, none) = (
        projects.count(Registration::Seluruh),
        projects.count(Registration::Sebagian),
        projects.count(Registration::Belum),
    );
    let n = words(projects.lines.len());
    let uniform = [(all, Keterdaftaran::Seluruh), (partly, Keterdaftaran::Sebagian), (none, Keterdaftaran::Belum)]
        .into_iter()
        .find(|(count, _)| *count == projects.lines.len());
    let mut said: Vec<Sentence> = vec![match uniform {
        Some((_, keterdaftaran)) => Construction::ProyekSeragam { n, keterdaftaran }.into(),
        None => Construction::Proyek { n, a: some(all), b: some(partly), c: some(none) }.into(),
    }];
    let unknown = projects.count(Registration::BelumDiketahui);
    if let Some(n) = some(unknown) {
        said.push(Construction::ProyekBelumDiketahui { n }.into());
    }
    if let (Ok(registered), Ok(percent), Ok(missing)) =
        (&projects.registered, &projects.percent, &projects.unregistered)
    {
        use num_traits::Zero;
        said.push(
            Construction::ProyekPekerja {
                x: print::count(registered),
                y: print::count(&projects.workers),
                persen: print::percent(percent),
                z: (!missing.value.is_zero()).then(|| print::count(missing)),
            }
            .into(),
        );
    }
    for line in projects.lines.iter().take(NAMED_PACKAGES) {
        if let Some(missing) = line.unregistered.as_ref().filter(|missing| missing.value > 0) {
            said.push(
                Construction::ProyekSatu {
                    paket: line.row.paket.printed(),
                    perangkat_daerah: line.row.perangkat_daerah.as_ref().map(Cell::printed),
                    z: print::count(missing),
                    y: print::count(&line.row.pekerja.sourced()),
                    selesai: line.row.selesai.as_ref().map(print::date_cell),
                }
                .into(),
            );
        }
    }
    let late = projects.lines.iter().filter(|line| line.delay.is_some()).count();
    if let Some(n) = some(late) {
        said.push(Construction::ProyekTerlambat { n }.into());
    }
    said
}

fn project_has_gap(row: &Proyek) -> bool {
    row.perangkat_daerah.is_none()
        || row.nilai_kontrak_rp.is_none()
        || row.pekerja_terdaftar.is_none()
        || row.selesai.is_none()
}

fn project_row(row: &Proyek) -> Tree {
    Tree::map([
        ("paket", row.paket.printed().into()),
        ("perangkat_daerah", row.perangkat_daerah.as_ref().map(Cell::printed).into()),
        ("nilai", row.nilai_kontrak_rp.as_ref().map(|cell| print::count(&cell.sourced())).into()),
        ("pekerja", print::count(&row.pekerja.sourced()).into()),
        ("terdaftar", row.pekerja_terdaftar.as_ref().map(|cell| print::count(&cell.sourced())).into()),
        ("selesai", row.selesai.as_ref().map(print::date_in_table).into()),
    ])
}
