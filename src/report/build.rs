//! The stages in their order: measure, compose, render, draw, typeset.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use super::code;
use super::input::{Blob, BuildInput, Kind, Seal};
use super::{bulanan, evaluasi, konstruksi, package, pemeriksaan, rekapitulasi, sentences};
use crate::audit::Finding;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::place::{Place, Printed};
use crate::template::{Bundle, Rendered, Renderer, Tree};
use crate::typeset::{self, Complaint, ComplaintKind, Job, MAIN, Places, Room, Typeset};

/// One value as it stands in the finished report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedValue {
    /// The string and its places.
    pub printed: Printed,
    /// Pages (from 1) on which it stands as text; empty for the label or alternative text of a chart.
    pub pages: Vec<usize>,
}

/// A finished report.
#[derive(Clone, Debug)]
pub struct Built {
    /// The file.
    pub pdf: Vec<u8>,
    /// How the file is named.
    pub file_name: String,
    /// How many pages it has.
    pub pages: usize,
    /// What can be read on each page, a line feed wherever the pen was lifted.
    pub text: Vec<String>,
    /// Everything printed from data: text, chart labels, alternative texts.
    pub values: Vec<PrintedValue>,
    /// Key figures for the terminal: label and value.
    pub headline: Vec<(String, String)>,
    /// What the report says in *Catatan Data* because the audit found it.
    pub warnings: Vec<Diagnostic>,
    /// Digest of the input.
    pub digest: String,
}

/// The output of one stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The canonical input.
    Masukan,
    /// What was measured and composed, with the places behind every string.
    Ukuran,
    /// The folder that the engine's command line can typeset alone.
    Markah,
    /// The drawings.
    Grafik,
    /// The report.
    Pdf,
}

/// How long each stage of one build took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Timing {
    /// Serialise the input, or read it back, and digest it.
    pub seal: Duration,
    /// Measure and compose.
    pub compose: Duration,
    /// Render the template.
    pub render: Duration,
    /// Draw the charts and gather the files.
    pub package: Duration,
    /// Compile, walk over the pages, export.
    pub typeset: Duration,
}

/// A report, composed but not yet rendered.
pub struct Composed {
    /// The template's context.
    pub context: Tree,
    /// Metadata of the file.
    pub about: typeset::About,
    /// Word that stands on every page.
    pub mark: Option<&'static str>,
    /// Name of the file.
    pub file_name: String,
    /// Key figures for the terminal.
    pub headline: Vec<(String, String)>,
}

/// Builds a report. Pure: no clock, environment or disk.
pub fn build(input: &BuildInput) -> Result<Built, Failure> {
    build_timed(input).map(|(built, _)| built)
}

/// Builds a report and says how long each stage took; for the benchmark.
pub fn build_timed(input: &BuildInput) -> Result<(Built, Timing), Failure> {
    let mut timing = Timing::default();
    let seal = timed(&mut timing.seal, || input.seal());
    build_sealed(input, seal, timing)
}

/// Builds a report from its canonical JSON, as [`BuildInput::to_json`] has written it.
pub fn build_from(json: Vec<u8>) -> Result<(Built, Timing), Failure> {
    let mut timing = Timing::default();
    let input = timed(&mut timing.seal, || BuildInput::from_json(&json))?;
    build_sealed(&input, Seal::of(json), timing)
}

fn build_sealed(input: &BuildInput, seal: Seal, mut timing: Timing) -> Result<(Built, Timing), Failure> {
    with_renderer(input, |renderer| {
        let Prepared { digest, rendered, job, file_name, headline } = prepare(input, seal, renderer, &mut timing)?;
        let (_, typeset) = timed(&mut timing.typeset, || set(input, job, renderer, &rendered))?;
        let Typeset { pdf, pages } = typeset;
        let built = Built {
            pages: pages.count,
            values: printed_values(rendered, pages.of_value),
            text: pages.text,
            pdf,
            file_name,
            headline,
            warnings: input.temuan.iter().map(warning).collect(),
            digest,
        };
        Ok((built, timing))
    })
}

/// What is wrong with a statement is no fault of the report that prints it.
fn warning(finding: &Finding) -> Diagnostic {
    let diagnostic = Diagnostic::from(finding);
    if finding.is_about_a_statement() { Diagnostic { severity: Severity::Catatan, ..diagnostic } } else { diagnostic }
}

/// Files of one stage, by path, in a fixed order.
pub fn stage(input: &BuildInput, stage: Stage) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let one = |name: &str, bytes: Vec<u8>| vec![(name.to_owned(), bytes)];
    match stage {
        Stage::Masukan => Ok(one(package::INPUT_FILE, input.to_json())),
        Stage::Ukuran => Ok(one("ukuran.json", crate::template::to_json(&compose(input, &input.seal()).context))),
        Stage::Pdf => build(input).map(|built| one(&built.file_name, built.pdf)),
        Stage::Markah => Ok(package::for_command_line(&settled(input)?).into_iter().collect()),
        Stage::Grafik => Ok(job(input)?.files.into_iter().filter(|(path, _)| path.starts_with("grafik/")).collect()),
    }
}

/// Everything that typesetting needs; what the benchmark hands to the engine alone.
pub fn job(input: &BuildInput) -> Result<Job, Failure> {
    with_renderer(input, |renderer| {
        prepare(input, input.seal(), renderer, &mut Timing::default()).map(|prepared| prepared.job)
    })
}

/// The job that the pages are set from in the end. One that cannot be set is what its author wants to look into, so it is
/// given as it is.
fn settled(input: &BuildInput) -> Result<Job, Failure> {
    with_renderer(input, |renderer| {
        let Prepared { rendered, job, .. } = prepare(input, input.seal(), renderer, &mut Timing::default())?;
        let first = job.clone();
        Ok(set(input, job, renderer, &rendered).map_or(first, |(job, _)| job))
    })
}

/// A report, ready to be typeset.
struct Prepared {
    digest: String,
    rendered: Rendered,
    job: Job,
    file_name: String,
    headline: Vec<(String, String)>,
}

/// Every stage before typesetting. Each hands what it made to the next, nothing is copied on the way.
fn prepare(input: &BuildInput, seal: Seal, renderer: &Renderer, timing: &mut Timing) -> Result<Prepared, Failure> {
    let Composed { context, about, mark, file_name, headline } = timed(&mut timing.compose, || compose(input, &seal));
    let template = format!("{}/laporan.typ.j2", input.jenis.name());
    let rendered = timed(&mut timing.render, || renderer.render(&template, context))?;
    let Seal { json, digest } = seal;
    let files = timed(&mut timing.package, || package::files(input, json, renderer.bundle(), &rendered, mark))?;
    let job = Job { files, marker: rendered.marker.clone(), about };
    Ok(Prepared { digest, rendered, job, file_name, headline })
}

/// Builds a report to look up where everything stands: what was rendered, the places on the pages, the file.
pub(super) fn located(input: &BuildInput) -> Result<(Rendered, Places, Vec<u8>), Failure> {
    with_renderer(input, |renderer| {
        let Prepared { rendered, job, .. } = prepare(input, input.seal(), renderer, &mut Timing::default())?;
        let (job, Typeset { pdf, .. }) = set(input, job, renderer, &rendered)?;
        let located = typeset::locate(&job).map_err(|found| refused(input, &job, renderer, &rendered, &found));
        located.map(|places| (rendered, places, pdf))
    })
}

/// Measures and composes: the context of the kind's template.
#[must_use]
pub fn compose(input: &BuildInput, seal: &Seal) -> Composed {
    match input.jenis {
        Kind::Bulanan => bulanan::compose(input, seal),
        Kind::PemeriksaanAngka => pemeriksaan::compose(input, seal),
        Kind::Evaluasi => evaluasi::compose(input, seal),
        Kind::Konstruksi => konstruksi::compose(input, seal),
        Kind::Rekapitulasi => rekapitulasi::compose(input, seal),
    }
}

/// The built-in templates are checked and loaded once; a workspace's own for each build.
pub(super) fn with_renderer<T>(
    input: &BuildInput,
    f: impl FnOnce(&Renderer) -> Result<T, Failure>,
) -> Result<T, Failure> {
    static BUILT_IN: std::sync::LazyLock<Result<Renderer, Failure>> =
        std::sync::LazyLock::new(|| Renderer::new(Bundle::built_in(), &sentences::ids()));
    if input.templat.is_empty() {
        return f(BUILT_IN.as_ref().map_err(Clone::clone)?);
    }
    let overrides = input.templat.iter().map(|(name, blob)| (name.clone(), blob.0.clone())).collect();
    f(&Renderer::new(Bundle::with_overrides(&overrides)?, &sentences::ids())?)
}

/// Sets the pages; the job they were set from in the end.
fn set(input: &BuildInput, job: Job, renderer: &Renderer, rendered: &Rendered) -> Result<(Job, Typeset), Failure> {
    let set_once = |job: &Job| typeset::typeset(job).map_err(|found| refused(input, job, renderer, rendered, &found));
    let mut job = job;
    let mut typeset = set_once(&job)?;
    // How wide a column is shows only on the page; what ran out of one gets leave to break, and the pages are set anew.
    let columns = typeset.pages.overflows.iter().filter(|overflow| overflow.room == Room::Column);
    let wide: BTreeSet<&str> = columns.map(|overflow| overflow.text.trim()).collect();
    if !wide.is_empty() {
        job = package::with_breaks(&job, &wide);
        typeset = set_once(&job)?;
    }
    // One complaint for each text on a page, however many lines of it run over.
    let mut told = BTreeSet::new();
    let overflows: Vec<Diagnostic> = typeset
        .pages
        .overflows
        .iter()
        .filter(|overflow| told.insert((overflow.room, overflow.page, overflow.value)))
        .map(|overflow| {
            let value = overflow.value.and_then(|index| rendered.values.get(index));
            let (code, message) = match overflow.room {
                Room::Paper => (code::OFF_PAPER, format!("Teks keluar dari tepi halaman {}.", overflow.page)),
                Room::Column => {
                    (code::OVER_TEXT, format!("Teks pada halaman {} menimpa teks di sebelahnya.", overflow.page))
                }
            };
            let action = "Pendekkan teks itu atau beri spasi di antara kata-katanya.";
            let mut diagnostic =
                Diagnostic::error(code, message, action).found(crate::diagnostic::quote(&overflow.text));
            diagnostic.places.extend(value.into_iter().flat_map(|value| value.from.iter().cloned()));
            diagnostic
        })
        .collect();
    if overflows.is_empty() {
        Ok((job, typeset))
    } else {
        Err(Failure { kind: FailureKind::Data, diagnostics: overflows })
    }
}

/// Why the engine gave no document.
fn refused(input: &BuildInput, job: &Job, renderer: &Renderer, rendered: &Rendered, found: &[Complaint]) -> Failure {
    unreadable_pictures(input, job).unwrap_or_else(|| Failure {
        kind: FailureKind::Template,
        diagnostics: found.iter().map(|complaint| explain(complaint, renderer, rendered)).collect(),
    })
}

/// The engine blames the template for a picture that it cannot draw; a picture that fails alone is itself at fault.
fn unreadable_pictures(input: &BuildInput, job: &Job) -> Option<Failure> {
    let refusal = |(path, blob): (&String, &Blob)| {
        let alone = format!("gambar.{}", path.rsplit('.').next().unwrap_or_default());
        let main = format!("#image(\"/{alone}\", alt: \"gambar\")\n");
        let files = BTreeMap::from([(MAIN.to_owned(), main.into_bytes()), (alone, blob.0.clone())]);
        let complaints = typeset::engine_alone(&Job { files, ..job.clone() }).err()?;
        let diagnostic = Diagnostic::error(
            code::BAD_PICTURE,
            format!("Gambar `{path}` tidak dapat dibaca."),
            "Simpan kembali gambar itu sebagai PNG, JPG, atau SVG yang sederhana.",
        );
        let diagnostic = diagnostic.at(Place::file(path.as_str()));
        Some(complaints.into_iter().next().map_or(diagnostic.clone(), |complaint| diagnostic.engine(complaint.engine)))
    };
    let diagnostics: Vec<Diagnostic> = input.aset.iter().filter_map(refusal).collect();
    (!diagnostics.is_empty()).then_some(Failure { kind: FailureKind::Usage, diagnostics })
}

/// An objection of the engine, at the template line the author can mend.
fn explain(complaint: &Complaint, renderer: &Renderer, rendered: &Rendered) -> Diagnostic {
    let line = (complaint.file.as_deref() == Some(MAIN))
        .then(|| complaint.offset?.checked_sub(package::preamble_len(rendered)))
        .flatten()
        .and_then(|offset| rendered.lines.at(offset));
    let bundle = renderer.bundle();
    // A layout file of the workspace's own is more likely at fault than the built-in template that calls it.
    let own = complaint.layout.as_ref().filter(|(file, _)| bundle.is_own(file));
    let place = match (own, line, &complaint.file) {
        (Some((file, offset)), ..) => in_layout(bundle, file, *offset),
        (None, Some(line), _) => bundle.place(&line.file).at_row(line.line),
        (None, None, Some(file)) => in_layout(bundle, file, complaint.offset),
        (None, None, None) => Place::file("templates"),
    };
    let (code, message, action) = match complaint.kind {
        ComplaintKind::Error => (
            code::NOT_TYPESET,
            "Halaman tidak dapat disusun dari templat ini.",
            "Periksa markah templat pada baris itu.",
        ),
        ComplaintKind::Warning => (
            code::ENGINE_WARNING,
            "Penyusun halaman memberi peringatan; laporan tidak dibuat agar tidak ada yang keliru tercetak.",
            "Periksa markah templat pada baris itu.",
        ),
        ComplaintKind::StrayReference => (
            code::STRAY_VALUE,
            "Nilai ditempatkan di dalam teks mentah, komentar, tautan, atau label sehingga tidak akan tercetak.",
            "Pindahkan nilai itu ke teks biasa atau ke dalam [ ].",
        ),
    };
    let diagnostic = Diagnostic::error(code, message, action).at(place);
    if complaint.engine.is_empty() { diagnostic } else { diagnostic.engine(complaint.engine.clone()) }
}

/// A place in a file that went to the engine as it is.
fn in_layout(bundle: &Bundle, file: &str, offset: Option<usize>) -> Place {
    let place = bundle.place(file);
    let before = offset.and_then(|offset| bundle.get(file)?.get(..offset));
    let line = before.and_then(|before| u32::try_from(before.matches('\n').count() + 1).ok());
    line.map_or(place.clone(), |line| place.at_row(line))
}

fn printed_values(rendered: Rendered, mut pages: BTreeMap<usize, Vec<usize>>) -> Vec<PrintedValue> {
    let texts = rendered.values.into_iter().enumerate();
    let texts = texts.map(|(index, printed)| PrintedValue { printed, pages: pages.remove(&index).unwrap_or_default() });
    let labels = rendered.charts.iter().flat_map(|call| call.spec.printed());
    texts.chain(labels.map(|printed| PrintedValue { printed: printed.clone(), pages: Vec::new() })).collect()
}

#[expect(clippy::disallowed_methods, reason = "the benchmark's stop watch; no output depends on it")]
fn timed<T>(slot: &mut Duration, f: impl FnOnce() -> T) -> T {
    let start = std::time::Instant::now();
    let result = f();
    *slot = start.elapsed();
    result
}
