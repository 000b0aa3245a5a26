//! A region over its parts of one level, for the meeting of those who speak for them.
//!
//! Owns: which sentences, tables and charts of the recapitulation stand where, and which month it is about. What is said of
//! the whole itself is said as in the monthly report. Figures belong to [`crate::measure::rekapitulasi`], the wording to
//! `templates/_kalimat/rekapitulasi.j2`, the structure to `templates/rekapitulasi/`, the look to `templates/_naskah/`.

mod choice;
mod closing;
mod gist;
mod letter;
mod notes;
mod opening;
mod ranking;
mod spread;
mod standing;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use choice::{chosen_month, no_parts};

use super::build::Composed;
use super::bulanan::letter::mark;
use super::bulanan::print;
use super::bulanan::{self, target};
use super::cover::Gist;
use super::input::{BuildInput, Seal};
use super::sentences::{Tanda, Tingkat};
use crate::bahasa;
use crate::measure::rekapitulasi::{Recap, recap};
use crate::measure::{RegionName, measure};
use crate::place::{Printed, Sourced, Sources};
use crate::table::{JenisWilayah, NATION};
use crate::template::Tree;

/// What every section is composed from.
struct Desk<'a> {
    monthly: bulanan::Desk<'a>,
    recap: &'a Recap,
    /// The word for the parts.
    level: Tingkat,
}

/// Composes the report: its context, its metadata, its key figures.
pub(super) fn compose(input: &BuildInput, seal: &Seal) -> Composed {
    with_desk(input, |desk| {
        let name = desk.monthly.measures.subject.name.as_ref().map_or("", |cell| cell.value.as_str());
        let file_name = letter::file_name(input, name);
        Composed {
            context: Tree::Map(context(desk)),
            about: letter::about(desk, format!("rakor {file_name} {}", seal.digest)),
            mark: mark(input).map(Tanda::word),
            headline: opening::headline(desk),
            file_name,
        }
    })
}

/// What a mail tells of the report.
pub(super) fn gist(input: &BuildInput) -> Gist {
    with_desk(input, gist::gist)
}

/// Measures, and hands the desk to what is composed from it.
fn with_desk<T>(input: &BuildInput, compose: impl FnOnce(&Desk) -> T) -> T {
    let region = input.wilayah.value.as_str();
    let measures = measure(&input.tabel, &input.rules(), region, input.periode.value, input.report_date());
    let recap = recapitulated(input);
    let monthly = bulanan::Desk::of(input, &measures);
    compose(&Desk { monthly, level: level(&recap, region), recap: &recap })
}

/// The recapitulation that an input asks for.
pub(super) fn recapitulated(input: &BuildInput) -> Recap {
    let level = input.menurut.as_ref().map(|cell| cell.value);
    recap(&input.tabel, &input.rules(), &input.wilayah.value, input.periode.value, level)
}

fn context(desk: &Desk) -> BTreeMap<&'static str, Tree> {
    BTreeMap::from([
        ("naskah", letter::heading(desk)),
        ("kaki", bulanan::letter::foot(&desk.monthly)),
        ("pembuka", opening::opening(desk)),
        ("pendahuluan", letter::introduction(desk)),
        ("keseluruhan", target::section(&desk.monthly)),
        ("jangka_panjang", target::national(&desk.monthly).into()),
        ("gabungan", opening::section(desk)),
        ("peringkat", ranking::section(desk)),
        ("sebaran", spread::section(desk)),
        ("sasaran", standing::section(desk)),
        ("penutup", closing::closing(desk)),
        ("lampiran", ranking::annexes(desk)),
        ("catatan", notes::notes(desk)),
    ])
}

/// The word for the parts: by the table of regions, else by how their codes are made.
fn level(recap: &Recap, region: &str) -> Tingkat {
    let parts = recap.regions.lines.iter().map(|line| &line.region).chain(&recap.regions.silent);
    let kinds: BTreeSet<JenisWilayah> = parts.filter_map(|part| part.level.as_ref()).map(|cell| cell.value).collect();
    let of = |kind: JenisWilayah| match kind {
        JenisWilayah::Kabupaten => Some(Tingkat::Kabupaten),
        JenisWilayah::Kota => Some(Tingkat::Kota),
        JenisWilayah::Kecamatan => Some(Tingkat::Kecamatan),
        JenisWilayah::Kelurahan => Some(Tingkat::Kelurahan),
        JenisWilayah::Desa => Some(Tingkat::Desa),
        JenisWilayah::Provinsi => Some(Tingkat::Provinsi),
        JenisWilayah::Nasional | JenisWilayah::TidakTerpetakan => None,
    };
    let several = kinds.len() > 1;
    match kinds.first().copied().and_then(of) {
        Some(Tingkat::Kabupaten | Tingkat::Kota) if several => Tingkat::KabupatenKota,
        Some(Tingkat::Kelurahan | Tingkat::Desa) if several => Tingkat::DesaKelurahan,
        Some(level) => level,
        None => match region.matches('.').count() {
            _ if region == NATION => Tingkat::Provinsi,
            0 => Tingkat::KabupatenKota,
            1 => Tingkat::Kecamatan,
            _ => Tingkat::DesaKelurahan,
        },
    }
}

impl Desk<'_> {
    /// How many things of the report's own there are.
    fn tally(&self, count: usize) -> Printed {
        let from: Sources = self.recap.regions.lines.iter().map(|line| &line.participants.count.from).collect();
        Printed::new(bahasa::bilangan(count), from)
    }

    /// The same; nothing for none.
    fn some(&self, count: usize) -> Option<Printed> {
        (count > 0).then(|| self.tally(count))
    }

    /// The latest day that participants were counted on.
    fn as_of(&self) -> Printed {
        let days = self.recap.regions.lines.iter().map(|line| &line.participants.as_of);
        let latest: Option<&Sourced<_>> = days.max_by_key(|day| day.value);
        latest.map_or_else(
            || Printed::new(bahasa::tanggal(self.monthly.input.periode.value.last_day()), self.monthly.subject.clone()),
            print::date,
        )
    }

    /// The year whose targets count.
    fn year(&self) -> Printed {
        bulanan::opening::report_year(&self.monthly)
    }
}

/// Full names in one enumeration.
fn named<'r>(regions: impl IntoIterator<Item = &'r RegionName>) -> Printed {
    bulanan::places::list(regions.into_iter())
}
