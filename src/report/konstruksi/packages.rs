//! Packages: how many are registered, by which office, which are open, which were registered late.

use num_bigint::BigInt;

use super::{Desk, office};
use crate::bahasa;
use crate::measure::Registration;
use crate::measure::konstruksi::{Construction, Office, Package};
use crate::place::{Cell, Printed, Sources};
use crate::report::bulanan::{print, projects, section};
use crate::report::sentences::{self as s, Packages};
use crate::template::{Sentence, Tree};

/// How many packages have registered how much, and their contract value; said in place of all sections without any.
pub(super) fn registration(desk: &Desk) -> Tree {
    let works = match desk.works {
        Ok(works) => works,
        Err(missing) => {
            let said = crate::report::bulanan::reason::empty_section("paket pekerjaan", missing, &desk.monthly);
            return Tree::map([("kalimat", vec![said].into())]);
        }
    };
    let mut said = projects::project_sentences(&works.projects);
    let value = &works.value;
    said.push(match (&value.total, &value.covered, &value.percent) {
        (Ok(total), Ok(covered), Ok(percent)) => Packages::Nilai {
            total_rp: print::money(total),
            tercakup_rp: print::money(covered),
            persen: print::percent(percent),
        }
        .into(),
        (Ok(total), ..) => Packages::NilaiSaja { total_rp: print::money(total) }.into(),
        (Err(_), ..) => {
            let silent = works.packages.iter().filter(|package| package.line.row.nilai_kontrak_rp.is_none());
            let n = Desk::few(silent.map(|package| &package.line.row.paket));
            s::Missing::NilaiKosong { hal: Printed::fixed("Nilai kontrak"), n }.into()
        }
    });
    Tree::map([("kalimat", said.into())])
}

/// The name of an office as the first thing in a row or beside a bar.
pub(super) fn office_name(office: &Office) -> Printed {
    match &office.name {
        Some(name) => name.print(|name| (*name).to_owned()),
        None => Printed::new("Perangkat daerah belum tercantum", office.packages.from.clone()),
    }
}

/// By office, the most unregistered workers first, with a row for all.
pub(super) fn offices(desk: &Desk) -> Tree {
    let Ok(works) = desk.works else { return Tree::Absent };
    let mut rows: Vec<Tree> = works.offices.iter().map(office_row).collect();
    let all = Office {
        name: None,
        packages: crate::place::Sourced::new(
            u64::try_from(works.packages.len()).unwrap_or(u64::MAX),
            works.packages.iter().map(|package| package.line.row.paket.place.clone()).collect(),
        ),
        workers: crate::measure::Workers {
            all: works.projects.workers.clone(),
            registered: works.projects.registered.clone(),
            unregistered: works.projects.unregistered.clone(),
            percent: works.projects.percent.clone(),
        },
        value: works.value.total.clone(),
    };
    let gap = works.offices.iter().any(|office| office.workers.registered.is_err() || office.value.is_err());
    let sum = (rows.len() > 1).then(|| total_row(office_row(&all)));
    rows.extend(sum);
    let source = super::opening::source(works, desk);
    match section::table_section(most_open(works), rows, source, section::marks(gap)) {
        Tree::Map(mut section) => {
            section.insert("jumlah", (works.offices.len() > 1).into());
            Tree::Map(section)
        }
        other => other,
    }
}

fn office_row(office: &Office) -> Tree {
    let workers = &office.workers;
    Tree::map([
        ("nama", office_name(office).into()),
        ("paket", print::count(&office.packages).into()),
        ("pekerja", print::count(&workers.all).into()),
        ("terdaftar", workers.registered.as_ref().ok().map(print::count).into()),
        ("belum", workers.unregistered.as_ref().ok().map(print::count).into()),
        ("nilai", office.value.as_ref().ok().map(print::money_cell).into()),
    ])
}

fn total_row(row: Tree) -> Tree {
    match row {
        Tree::Map(mut row) => {
            row.insert("nama", Printed::fixed("Jumlah").into());
            Tree::Map(row)
        }
        other => other,
    }
}

/// Which office has most unregistered workers, when all offices know theirs.
fn most_open(works: &Construction) -> Vec<Sentence> {
    let known: Option<Vec<_>> =
        works.offices.iter().map(|office| Some((office, office.workers.unregistered.as_ref().ok()?))).collect();
    let Some(most) = known.as_ref().and_then(|known| known.iter().map(|(_, open)| &open.value).max()) else {
        return Vec::new();
    };
    if *most == BigInt::default() {
        return vec![Packages::PerangkatLengkap.into()];
    }
    let first: Vec<_> = known.iter().flatten().filter(|(_, open)| open.value == *most).collect();
    let names: Vec<Printed> = first.iter().map(|(office, _)| office_name(office)).collect();
    let from: Sources = first.iter().map(|(_, open)| &open.from).collect();
    let z = Printed::new(bahasa::bilangan(most.clone()), from);
    vec![Packages::PerangkatTerbanyak { daftar: bahasa::dan_tercetak(&names), z, beberapa: names.len() > 1 }.into()]
}

/// Packages with workers known to be unregistered, most of them first.
pub(super) fn open(desk: &Desk) -> Tree {
    let Ok(works) = desk.works else { return Tree::Absent };
    let open: Vec<&Package> = works.packages.iter().filter(|package| package.is_open()).collect();
    let silent = works.projects.count(Registration::BelumDiketahui) > 0;
    if open.is_empty() {
        return section::table_section(
            vec![Packages::Tertutup { sebagian: silent }.into()],
            Vec::new(),
            None,
            Vec::new(),
        );
    }
    let mut said: Vec<Sentence> =
        vec![Packages::Terbuka { n: Desk::few(open.iter().map(|package| &package.line.row.paket)) }.into()];
    let over: Vec<&&Package> = open.iter().filter(|package| package.over).collect();
    if !over.is_empty() {
        let n = Desk::few(over.iter().map(|package| &package.line.row.paket));
        said.push(Packages::Berakhir { n }.into());
    }
    let gap = open.iter().any(|package| {
        let row = package.line.row;
        row.perangkat_daerah.is_none()
            || row.penyedia.is_none()
            || row.nilai_kontrak_rp.is_none()
            || row.mulai.is_none()
            || row.selesai.is_none()
    });
    let waiting = open.iter().any(|package| package.running.is_none() && package.line.row.mulai.is_some());
    let mut below: Vec<Sentence> =
        vec![Packages::HariDihitung { tanggal: desk.report_date() }.into(), Packages::Tenggat.into()];
    below.extend(section::cell_marks(gap, waiting));
    let rows = open.iter().map(|package| open_row(package)).collect();
    section::table_section(said, rows, super::opening::source(works, desk), below)
}

fn open_row(package: &Package) -> Tree {
    let row = package.line.row;
    // Work that has not begun has gone on for no days: that is another thing than a day nobody knows.
    let days = match (&package.running, &row.mulai) {
        (Some(days), _) => Some(print::count(days)),
        (None, Some(begin)) => Some(Printed::new("x", Sources::from(&begin.place))),
        (None, None) => None,
    };
    Tree::map([
        ("paket", row.paket.printed().into()),
        ("perangkat_daerah", office(package).into()),
        ("penyedia", row.penyedia.as_ref().map(Cell::printed).into()),
        ("nilai", row.nilai_kontrak_rp.as_ref().map(|cell| print::money_cell(&cell.sourced())).into()),
        ("belum", package.line.unregistered.as_ref().map(print::count).into()),
        ("pekerja", print::count(&row.pekerja.sourced()).into()),
        ("mulai", row.mulai.as_ref().map(print::date_in_table).into()),
        ("hari", days.into()),
        ("selesai", row.selesai.as_ref().map(print::date_in_table).into()),
    ])
}

/// Packages whose work began before their registration.
pub(super) fn late(desk: &Desk) -> Tree {
    let Ok(works) = desk.works else { return Tree::Absent };
    let paket = |packages: &[&Package]| Desk::few(packages.iter().map(|package| &package.line.row.paket));
    let pick = |wanted: &dyn Fn(&Package) -> bool| -> Vec<&Package> {
        works.packages.iter().filter(|package| wanted(package)).collect()
    };
    let late = pick(&|package| package.registered_late.is_some());
    let nobody = pick(&|package| {
        package.line.registration == Registration::Belum && package.running.as_ref().is_some_and(|days| days.value > 0)
    });
    let undated = pick(&|package| {
        let row = package.line.row;
        row.pekerja_terdaftar.as_ref().is_some_and(|count| count.value > 0)
            && (row.mulai.is_none() || row.tanggal_daftar.is_none())
    });
    let mut said: Vec<Sentence> = Vec::new();
    if !nobody.is_empty() {
        said.push(Packages::TanpaPendaftaran { n: paket(&nobody) }.into());
    }
    if !undated.is_empty() {
        said.push(Packages::TanggalBelumLengkap { n: paket(&undated) }.into());
    }
    if !late.is_empty() {
        said.push(Packages::DidahuluiPekerjaan { n: paket(&late) }.into());
    } else if nobody.is_empty() {
        said.insert(0, Packages::TidakDidahului.into());
    }
    Tree::map([("kalimat", said.into()), ("butir", Tree::list(late.into_iter().filter_map(late_line)))])
}

fn late_line(package: &Package) -> Option<Sentence> {
    let row = package.line.row;
    let said = Packages::Terlambat {
        paket: row.paket.printed(),
        perangkat_daerah: office(package),
        mulai: print::date_cell(row.mulai.as_ref()?),
        daftar: print::date_cell(row.tanggal_daftar.as_ref()?),
        hari: print::count(package.registered_late.as_ref()?),
    };
    Some(said.into())
}
