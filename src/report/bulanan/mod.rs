//! The monthly report for the coordination meeting.
//!
//! Owns: which sentences, tables and charts of the measures stand in which section, and what is said when a section
//! has no data. One file for each part of the report. The wording stands in `templates/_kalimat/`, the structure in
//! `templates/bulanan/`, the look in `templates/_naskah/`.

mod annex;
mod closing;
mod groups;
mod letter;
mod money;
mod notes;
mod opening;
mod places;
mod print;
mod reason;
mod segments;
mod target;

use std::collections::BTreeMap;

use super::build::Composed;
use super::input::BuildInput;
use crate::bahasa;
use crate::diagnostic::Failure;
use crate::measure::{Measures, measure};
use crate::place::{Printed, Sourced, Sources};
use crate::template::Tree;

/// What every section is composed from.
struct Desk<'a> {
    input: &'a BuildInput,
    measures: &'a Measures<'a>,
    /// The subject's full name.
    region: Printed,
    /// The period in words.
    period: Printed,
    /// The code and the period as they stand in the input.
    subject: Sources,
}

/// Composes the report: its context, its metadata, its key figures.
pub(super) fn compose(input: &BuildInput) -> Result<Composed, Failure> {
    let period = input.periode.value;
    let rules = input.rules();
    let measures = measure(&input.tabel, &rules, &input.wilayah.value, period, input.report_date());
    let subject = Sources::from(&input.wilayah.place).and(&Sources::from(&input.periode.place));
    let region = print::subject_name(&measures.subject);
    let region = Printed::new(region.text, region.from.and(&Sources::from(&input.wilayah.place)));
    let desk = Desk {
        input,
        measures: &measures,
        region,
        period: Printed::new(bahasa::periode(period), Sources::from(&input.periode.place)),
        subject,
    };
    Ok(Composed {
        context: Tree::Map(context(&desk)),
        about: letter::about(&desk),
        mark: letter::mark(input),
        file_name: letter::file_name(&desk),
        headline: opening::headline(&desk),
    })
}

fn context(desk: &Desk) -> BTreeMap<&'static str, Tree> {
    let target = target::section(desk);
    let segments = segments::section(desk);
    let places = places::section(desk);
    let siblings = places::siblings(desk);
    let vulnerable = groups::vulnerable(desk);
    let employers = groups::employers(desk);
    let funding = money::funding(desk);
    let claims = money::claims(desk);
    let projects = groups::projects(desk);
    let annexes = annex::annexes(desk);
    let scope = [
        ("segmen", !matches!(segments, Tree::Absent)),
        ("wilayah", !matches!(places, Tree::Absent)),
        ("rentan", !matches!(vulnerable, Tree::Absent)),
        ("pemberi_kerja", !matches!(employers, Tree::Absent)),
        ("dana", !matches!(funding, Tree::Absent)),
        ("klaim", !matches!(claims, Tree::Absent)),
        ("proyek", !matches!(projects, Tree::Absent)),
        ("daerah", !matches!(siblings, Tree::Absent)),
    ];
    let present: Vec<&'static str> = scope.into_iter().filter_map(|(name, there)| there.then_some(name)).collect();
    BTreeMap::from([
        ("naskah", letter::heading(desk)),
        ("nota", letter::covering_note(desk)),
        ("kaki", letter::foot(desk)),
        ("pembuka", opening::opening(desk)),
        ("pendahuluan", letter::introduction(desk, &present)),
        ("kegiatan", closing::activities(desk)),
        ("capaian", target),
        ("segmen", segments),
        ("wilayah_anak", places),
        ("rentan", vulnerable),
        ("pemberi_kerja", employers),
        ("dana", funding),
        ("klaim", claims),
        ("proyek", projects),
        ("daerah", siblings),
        ("tindak_lanjut", closing::follow_ups(desk)),
        ("penutup", closing::closing(desk)),
        ("lampiran", annexes),
        ("catatan", notes::notes(desk)),
    ])
}

impl Desk<'_> {
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
