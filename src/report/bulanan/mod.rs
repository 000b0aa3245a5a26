//! The monthly report for the coordination meeting.
//!
//! Owns: which sentences, tables and charts of the measures stand in which section, and what is said when a section
//! has no data. One file for each part of the report. The wording stands in `templates/_kalimat/`, the structure in
//! `templates/bulanan/`, the look in `templates/_naskah/`.

mod abbreviation;
pub(super) mod annex;
mod closing;
mod employers;
mod gist;
pub(super) mod letter;
mod money;
pub(super) mod notes;
pub(super) mod opening;
pub(super) mod places;
pub(super) mod print;
pub(super) mod projects;
pub(super) mod reason;
pub(super) mod section;
pub(super) mod segments;
pub(super) mod target;
mod vulnerable;

use std::collections::BTreeMap;

use super::build::Composed;
use super::cover::Gist;
use super::input::{BuildInput, Seal};
use super::sentences::Tanda;
use crate::bahasa;
use crate::measure::{Measures, measure};
use crate::place::{Printed, Sourced, Sources};
use crate::template::Tree;

/// What every section is composed from.
pub(super) struct Desk<'a> {
    pub(super) input: &'a BuildInput,
    pub(super) measures: &'a Measures<'a>,
    /// The subject's full name.
    pub(super) region: Printed,
    /// The period in words.
    pub(super) period: Printed,
    /// The code and the period as they stand in the input.
    pub(super) subject: Sources,
}

/// Composes the report: its context, its metadata, its key figures.
pub(super) fn compose(input: &BuildInput, seal: &Seal) -> Composed {
    with_desk(input, |desk| Composed {
        context: Tree::Map(context(desk)),
        about: letter::about(desk, seal),
        mark: letter::mark(input).map(Tanda::word),
        file_name: letter::file_name(desk),
        headline: opening::headline(desk),
    })
}

/// What a mail tells of the report.
pub(super) fn gist(input: &BuildInput) -> Gist {
    with_desk(input, gist::gist)
}

/// Measures, and hands the desk to what is composed from it.
fn with_desk<T>(input: &BuildInput, compose: impl FnOnce(&Desk) -> T) -> T {
    let rules = input.rules();
    let measures = measure(&input.tabel, &rules, &input.wilayah.value, input.periode.value, input.report_date());
    compose(&Desk::of(input, &measures))
}

fn context(desk: &Desk) -> BTreeMap<&'static str, Tree> {
    BTreeMap::from([
        ("naskah", letter::heading(desk)),
        ("nota", letter::covering_note(desk)),
        ("kaki", letter::foot(desk)),
        ("pembuka", opening::opening(desk)),
        ("pendahuluan", letter::introduction(desk)),
        ("kegiatan", closing::activities(desk)),
        ("capaian", target::section(desk)),
        ("segmen", segments::section(desk)),
        ("wilayah_anak", places::section(desk)),
        ("rentan", vulnerable::section(desk)),
        ("pemberi_kerja", employers::section(desk)),
        ("dana", money::funding(desk)),
        ("klaim", money::claims(desk)),
        ("proyek", projects::section(desk)),
        ("daerah", places::siblings(desk)),
        ("tindak_lanjut", closing::follow_ups(desk)),
        ("penutup", closing::closing(desk)),
        ("lampiran", annex::annexes(desk)),
        ("catatan", notes::notes(desk)),
    ])
}

impl<'a> Desk<'a> {
    /// The desk of any report that sections are borrowed for.
    pub(super) fn of(input: &'a BuildInput, measures: &'a Measures<'a>) -> Self {
        let region = print::subject_name(&measures.subject);
        Self {
            input,
            measures,
            region: Printed::new(region.text, region.from.and(&Sources::from(&input.wilayah.place))),
            period: Printed::new(bahasa::periode(input.periode.value), Sources::from(&input.periode.place)),
            subject: Sources::from(&input.wilayah.place).and(&Sources::from(&input.periode.place)),
        }
    }

    /// Texts that a person wrote for a section.
    fn narrative(&self, section: &str) -> Vec<Printed> {
        self.measures.narrative.iter().filter(|row| row.bagian.value == section).map(|row| row.teks.printed()).collect()
    }

    /// A count of the report's own parts, with the cells that were counted.
    fn tally(count: usize, from: Sources) -> Sourced<u64> {
        Sourced::new(u64::try_from(count).unwrap_or(u64::MAX), from)
    }

    /// Whether a table has a file in the workspace: only then is a section without rows worth a sentence.
    fn has_table(&self, name: &str) -> bool {
        self.input.tabel.present.contains(name)
    }
}
