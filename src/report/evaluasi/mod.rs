//! The evaluation of a medium-term plan at the end of a year.
//!
//! Owns: which sentences, tables and forms of the evaluation stand where, and what is said when a section has no data.
//! Sections on coverage are those of the monthly report, for December. Figures belong to
//! [`crate::measure::evaluasi`] and [`crate::measure::proyeksi`], the wording to `templates/_kalimat/`, the structure to
//! `templates/evaluasi/`, the look to `templates/_naskah/`.

mod attained;
pub(super) mod beside;
mod cell;
mod factors;
mod form;
mod gist;
mod letter;
mod outlook;
mod rules;
mod spending;

use std::collections::BTreeMap;

use super::build::Composed;
use super::bulanan::letter::{file_name_of, mark};
use super::bulanan::{self, notes, places, segments};
use super::cover::Gist;
use super::input::{BuildInput, Seal};
use super::sentences;
use super::year;
use crate::bahasa;
use crate::manifest::Rpjmd;
use crate::measure::evaluasi::{Evaluation, Plan, evaluate};
use crate::measure::{Missing, measure};
use crate::place::{Printed, Sources};
use crate::template::{Sentence, Tree};

/// What every section is composed from.
struct Desk<'a> {
    monthly: bulanan::Desk<'a>,
    evaluation: &'a Evaluation<'a>,
    /// The plan as the manifest names it.
    plan: Option<&'a Rpjmd>,
    /// The year evaluated.
    year: Printed,
}

/// Composes the report: its context, its metadata, its key figures.
pub(super) fn compose(input: &BuildInput, seal: &Seal) -> Composed {
    with_desk(input, |desk| {
        let name = desk.monthly.measures.subject.name.as_ref().map_or("", |cell| cell.value.as_str());
        let file_name = file_name(input, name);
        Composed {
            context: Tree::Map(context(desk)),
            about: letter::about(desk, format!("rakor {file_name} {}", seal.digest)),
            mark: mark(input).map(sentences::Tanda::word),
            headline: attained::headline(desk),
            file_name,
        }
    })
}

/// Measures, and hands the desk to what is composed from it.
fn with_desk<T>(input: &BuildInput, compose: impl FnOnce(&Desk) -> T) -> T {
    let period = input.periode.value;
    let rules = input.rules();
    let region = input.wilayah.value.as_str();
    let measures = measure(&input.tabel, &rules, region, period, input.report_date());
    let plan = input.naskah.evaluasi.rpjmd_of(period.year());
    let evaluation = evaluated(input, plan);
    compose(&Desk {
        monthly: bulanan::Desk::of(input, &measures),
        evaluation: &evaluation,
        plan,
        year: Printed::new(period.year().to_string(), Sources::from(&input.periode.place)),
    })
}

/// The evaluation that an input asks for.
pub(super) fn evaluated<'a>(input: &'a BuildInput, plan: Option<&Rpjmd>) -> Evaluation<'a> {
    let year = input.periode.value.year();
    let settings = &input.naskah.evaluasi;
    // An input without its plan was not made by this program; its year alone is then evaluated.
    let alone = || Plan::new(year, year).unwrap_or_else(|| unreachable!("one year is a plan of one year"));
    let plan = plan.and_then(year::years).unwrap_or_else(alone);
    evaluate(&input.tabel, &input.wilayah.value, plan, year, settings.predikat.value)
}

/// `evaluasi_35.73-kota-malang_2025.pdf`: about a year, not a month.
fn file_name(input: &BuildInput, name: &str) -> String {
    let period = input.periode.value;
    file_name_of(input, name).replace(&format!("_{period}.pdf"), &format!("_{}.pdf", period.year()))
}

/// What a mail tells of the report.
pub(super) fn gist(input: &BuildInput) -> Gist {
    with_desk(input, gist::gist)
}

fn context(desk: &Desk) -> BTreeMap<&'static str, Tree> {
    BTreeMap::from([
        ("naskah", letter::heading(desk)),
        ("kaki", letter::foot(desk)),
        ("pendahuluan", letter::introduction(desk)),
        ("capaian", attained::section(desk)),
        ("segmen", segments_of(desk)),
        ("wilayah_anak", places_of(desk)),
        ("analisis", analysis(desk).into()),
        ("dana", spending::section(desk)),
        ("faktor", factors::section(desk)),
        ("proyeksi", outlook::section(desk)),
        ("perbandingan", beside::section(desk)),
        ("penutup", Sentence::from(sentences::Evaluation::EvaluasiPenutup).into()),
        ("e58", form::plan_form(desk)),
        ("e60", form::year_form(desk)),
        ("catatan", notes::notes(&desk.monthly)),
    ])
}

/// Said in place of the sections on coverage, when December has none.
fn analysis(desk: &Desk) -> Option<Sentence> {
    let missing = desk.monthly.measures.participants.as_ref().err()?;
    Some(without_coverage(desk, missing))
}

fn without_coverage(desk: &Desk, missing: &Missing) -> Sentence {
    let latest = match missing {
        Missing::NoRows { latest, .. } | Missing::NoParticipants { latest, .. } => *latest,
        _ => None,
    };
    let akhir = latest.map(|period| Printed::new(bahasa::periode(period), desk.monthly.subject.clone()));
    sentences::Evaluation::EvaluasiTanpaCakupan { periode: desk.monthly.period.clone(), akhir }.into()
}

fn segments_of(desk: &Desk) -> Tree {
    if desk.monthly.measures.participants.is_err() { Tree::Absent } else { segments::section(&desk.monthly) }
}

/// The chart and sentences of the monthly section, with the rows that there stand in the annex.
fn places_of(desk: &Desk) -> Tree {
    if desk.monthly.measures.participants.is_err() {
        return Tree::Absent;
    }
    let rows = desk.monthly.measures.regions.as_ref().map_or(Tree::Absent, |regions| Tree::list(places::rows(regions)));
    match places::section(&desk.monthly) {
        Tree::Map(mut map) => {
            map.insert("baris", rows);
            Tree::Map(map)
        }
        other => other,
    }
}
