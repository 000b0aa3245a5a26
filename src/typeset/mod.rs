//! Typesetting: from markup and the files beside it to an archivable, accessible PDF.
//!
//! Owns: the typesetting engine, its world of virtual files, the conformance to PDF/A-3a and PDF/UA-1, the mark by which
//! a file tells that this program made it, and the walk over the finished pages. Which template line a complaint belongs
//! to is known to [`crate::template`]; what is attached is decided by [`crate::report`].

mod code;
pub mod conformance;
mod export;
mod lint;
mod locate;
mod press;
mod walk;
mod world;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use typst::diag::SourceDiagnostic;
use typst::syntax::{DiagSpanKind, FileId};
use typst_layout::PagedDocument;

pub use code::CODES;
pub use locate::{Numbered, Part, Places, Spot};
pub use press::Press;
pub use walk::{Overflow, Pages, Room};
pub use world::forget;

use lint::References;
use world::Desk;

/// The file that typesetting begins with.
pub const MAIN: &str = "laporan.typ";

/// Everything a document is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Files by path from the root, [`MAIN`] among them.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Name of the function behind the bound references in [`MAIN`].
    pub marker: String,
    /// What the file says about itself.
    pub about: About,
}

/// The metadata of the PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Title.
    pub title: String,
    /// Issuing institution.
    pub author: String,
    /// Subject.
    pub subject: String,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Date of the document; never the clock's.
    pub date: NaiveDate,
    /// A string that identifies the document and nothing else.
    pub identity: String,
}

/// A finished document.
#[derive(Clone, Debug)]
pub struct Typeset {
    /// The file.
    pub pdf: Vec<u8>,
    /// Where each value stands, and what runs over the edge.
    pub pages: Pages,
}

/// What the engine objected to, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The engine's own words, hints included.
    pub engine: String,
    /// The file, when the engine named one.
    pub file: Option<String>,
    /// First byte of the place inside that file.
    pub offset: Option<usize>,
    /// File and byte inside the layout code, when the place above is only the call that led there.
    pub layout: Option<(String, Option<usize>)>,
    /// What kind of objection.
    pub kind: ComplaintKind,
}

/// Kinds of objection; all of them refuse the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComplaintKind {
    /// The engine cannot go on.
    Error,
    /// The engine only warned. No warning is allowed: an unknown face or a counter that never settles is one.
    Warning,
    /// A bound reference stands where the markup swallows it, so its value would not be printed.
    StrayReference,
}

/// Typesets a job: compile, walk over the pages, export.
pub fn typeset(job: &Job) -> Result<Typeset, Vec<Complaint>> {
    let desk = Desk::new(&job.files);
    let (document, references) = laid_out(&desk, job)?;
    let pages = walk::walk(&document, &references);
    Ok(Typeset { pdf: exported(&desk, &document, job)?, pages })
}

/// Lays a job out to look up in what part of the document everything stands; nothing is exported.
pub fn locate(job: &Job) -> Result<Places, Vec<Complaint>> {
    let desk = Desk::new(&job.files);
    let (document, references) = laid_out(&desk, job)?;
    Ok(locate::locate(&document, &references))
}

/// The pages, and the bound references that their glyphs lead back to.
fn laid_out(desk: &Desk, job: &Job) -> Result<(PagedDocument, References), Vec<Complaint>> {
    let references = References::of(&desk.main_source(), &job.marker);
    if !references.stray.is_empty() {
        let complaint = |offset| Complaint {
            engine: String::new(),
            file: Some(MAIN.to_owned()),
            offset: Some(offset),
            layout: None,
            kind: ComplaintKind::StrayReference,
        };
        return Err(references.stray.into_iter().map(complaint).collect());
    }
    Ok((compile(desk, job)?, references))
}

/// Compile and export alone, as the engine would without `rakor` around it: the yardstick of the benchmark.
pub fn engine_alone(job: &Job) -> Result<Vec<u8>, Vec<Complaint>> {
    let desk = Desk::new(&job.files);
    let document = compile(&desk, job)?;
    exported(&desk, &document, job)
}

fn exported(desk: &Desk, document: &PagedDocument, job: &Job) -> Result<Vec<u8>, Vec<Complaint>> {
    export::pdf(document, &job.about).map_err(|errors| complaints(desk, &errors, ComplaintKind::Error))
}

/// Whether bytes are a PDF that this program made, in whatever version.
#[must_use]
pub fn is_own(bytes: &[u8]) -> bool {
    export::is_own(bytes)
}

/// Whether something was appended to a PDF, as a signature is. What this program writes ends once.
#[must_use]
pub fn is_updated(bytes: &[u8]) -> bool {
    export::is_updated(bytes)
}

fn compile(desk: &Desk, job: &Job) -> Result<PagedDocument, Vec<Complaint>> {
    let compiled = typst::compile::<PagedDocument>(desk);
    let mut document = compiled.output.map_err(|errors| complaints(desk, &errors, ComplaintKind::Error))?;
    if !compiled.warnings.is_empty() {
        return Err(complaints(desk, &compiled.warnings, ComplaintKind::Warning));
    }
    // Set here and not in the markup: a title that differs per report would change the style chain of everything
    // after it.
    export::describe(document.info_mut(), &job.about);
    Ok(document)
}

fn complaints(desk: &Desk, found: &[SourceDiagnostic], kind: ComplaintKind) -> Vec<Complaint> {
    found
        .iter()
        .map(|diagnostic| {
            let hints = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v));
            let engine = std::iter::once(diagnostic.message.to_string()).chain(hints).collect();
            let Located { file, offset, layout } = desk.locate(diagnostic);
            Complaint { engine, file, offset, layout, kind }
        })
        .collect()
}

/// Where a diagnostic belongs.
#[derive(Default)]
struct Located {
    file: Option<String>,
    offset: Option<usize>,
    layout: Option<(String, Option<usize>)>,
}

impl Desk {
    /// The file and byte behind a diagnostic; for one inside the layout code, the call in the main file that led there.
    fn locate(&self, diagnostic: &SourceDiagnostic) -> Located {
        let own = match diagnostic.span.get() {
            DiagSpanKind::Detached => None,
            DiagSpanKind::Number { id, num, sub_range } => {
                let range = typst::World::source(self, id).ok().and_then(|source| source.range(num, sub_range));
                Some((id, range.map(|range| range.start)))
            }
            DiagSpanKind::Range { id, range } => Some((id, Some(range.start))),
        };
        let traced = diagnostic.trace.iter().find_map(|point| {
            let source = self.main_source();
            (point.span.id() == Some(source.id())).then(|| source.find(point.span).map(|node| node.offset())).flatten()
        });
        let main = Some(MAIN.to_owned());
        let path = |id: FileId| id.get().vpath().get_without_slash().to_owned();
        match (own, traced) {
            (Some((id, inner)), Some(offset)) if id != self.main_source().id() => {
                Located { file: main, offset: Some(offset), layout: Some((path(id), inner)) }
            }
            (Some((id, offset)), _) => Located { file: Some(path(id)), offset, layout: None },
            (None, Some(offset)) => Located { file: main, offset: Some(offset), layout: None },
            (None, None) => Located::default(),
        }
    }
}
