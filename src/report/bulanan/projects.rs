//! C.8 Construction packages; their list stands in the annex.

use num_traits::Zero;

use super::section::{absent_section, marks, source_line, table_section};
use super::{Desk, print};
use crate::bahasa;
use crate::measure::{Projects, Registration};
use crate::place::Cell;
use crate::report::sentences::{Construction, Keterdaftaran};
use crate::table::Proyek;
use crate::template::{Sentence, Tree};

pub(in crate::report) fn section(desk: &Desk) -> Tree {
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

pub(in crate::report) fn project_sentences(projects: &Projects) -> Vec<Sentence> {
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
    let unknown = projects.count(Registration::BelumDiketahui);
    let mut said: Vec<Sentence> = match uniform {
        Some((_, keterdaftaran)) => vec![Construction::ProyekSeragam { n, keterdaftaran }.into()],
        None if unknown == projects.lines.len() => Vec::new(),
        None => vec![Construction::Proyek { n, a: some(all), b: some(partly), c: some(none) }.into()],
    };
    if let Some(n) = some(unknown) {
        said.push(Construction::ProyekBelumDiketahui { n }.into());
    }
    if let (Ok(registered), Ok(percent), Ok(missing)) =
        (&projects.registered, &projects.percent, &projects.unregistered)
    {
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
    let late = projects.lines.iter().filter(|line| line.delay.is_some()).count();
    if late > 0 {
        said.push(Construction::ProyekTerlambat { n: print::few(&tally(late)) }.into());
    }
    said
}

fn project_has_gap(row: &Proyek) -> bool {
    row.perangkat_daerah.is_none()
        || row.penyedia.is_none()
        || row.nilai_kontrak_rp.is_none()
        || row.pekerja_terdaftar.is_none()
        || row.selesai.is_none()
}

fn project_row(row: &Proyek) -> Tree {
    Tree::map([
        ("paket", row.paket.printed().into()),
        ("perangkat_daerah", row.perangkat_daerah.as_ref().map(Cell::printed).into()),
        ("penyedia", row.penyedia.as_ref().map(Cell::printed).into()),
        ("nilai", row.nilai_kontrak_rp.as_ref().map(|cell| print::count(&cell.sourced())).into()),
        ("pekerja", print::count(&row.pekerja.sourced()).into()),
        ("terdaftar", row.pekerja_terdaftar.as_ref().map(|cell| print::count(&cell.sourced())).into()),
        ("selesai", row.selesai.as_ref().map(print::date_in_table).into()),
    ])
}
