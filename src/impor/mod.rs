//! Sheets that are not in our form, turned into rows of tables.
//!
//! Owns: meeting a mapping (`[impor.NAMA]` of the manifest) with a sheet, proposing one from the headings where there is
//! none, sorting the rows below a header, recomputing stated sums, and what an import would change. The mapping's own
//! syntax belongs to [`crate::manifest`], cells and their meaning in a column to [`crate::table`] (which reads gathered
//! cells as it reads its own form), parsing of files to [`crate::workbook`], writing to [`crate::cli`].
//!
//! Nothing is guessed in silence: a word is taken for a code only where the mapping says so, a proposal is shown before it
//! is used, and every row that is not imported is named with its reason.

mod changes;
mod code;
mod dictionary;
mod fold;
mod header;
mod kamus;
mod plan;
mod problem;
mod propose;
mod regions;
mod rows;
mod section;
mod sheet;
mod sums;
mod titles;

use std::ops::RangeInclusive;

pub use changes::{Changed, ChangedCell, Changes, key_words};
pub use code::CODES;
pub use problem::{bad_option, in_workbook, name_taken, would_change};
pub use propose::Proposal;
pub use rows::{Left, Why};
pub use section::section;
pub use sums::Sum;

use crate::diagnostic::{Diagnostic, Severity};
use crate::manifest::{Impor, Pasangan};
use crate::place::{Cell, Place};
use crate::table::{Dataset, Gathered, Line, TableSchema, read_gathered};
use crate::workbook::{Book, letters};
use plan::Plan;
use regions::Regions;

/// What one run says beside the mapping; it goes before what the mapping says.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The table.
    pub tabel: Option<Cell<String>>,
    /// The sheet.
    pub lembar: Option<Cell<String>>,
    /// The first row of the header.
    pub judul: Option<Cell<u32>>,
    /// The year of months that are written without one.
    pub tahun: Option<Cell<u32>>,
    /// Columns that hold the same in every row.
    pub tetap: Vec<Pasangan>,
}

/// Where the mapping came from.
#[derive(Clone, Debug)]
pub enum Choice {
    /// From the manifest.
    Kept(Box<Impor>),
    /// From the sheet's headings.
    Proposed(Box<Proposal>),
}

impl Choice {
    /// The mapping.
    #[must_use]
    pub fn import(&self) -> &Impor {
        match self {
            Self::Kept(import) => import,
            Self::Proposed(proposal) => &proposal.import,
        }
    }
}

/// An import that was carried out in memory. With an error among its diagnostics it must not be written.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The table.
    pub table: &'static TableSchema,
    /// File and sheet.
    pub sheet: Place,
    /// The rows of the header.
    pub header: RangeInclusive<u32>,
    /// The rows of the sheet that became rows of the table.
    pub data: Vec<u32>,
    /// The rows of the table.
    pub lines: Vec<Line>,
    /// What would change in the workspace.
    pub changes: Changes,
    /// The sums that were compared.
    pub sums: Vec<Sum>,
    /// Rows that were not imported.
    pub left: Vec<Left>,
    /// Rows that were filled from a merged cell.
    pub merged: Vec<RangeInclusive<u32>>,
    /// Rows that the program hides and that were read.
    pub hidden_rows: Vec<u32>,
    /// Columns of the sheet that the program hides and that were read, by their letters.
    pub hidden_columns: Vec<String>,
    /// Whether the sheet itself is hidden.
    pub hidden_sheet: bool,
    /// Everything found.
    pub diagnostics: Vec<Diagnostic>,
}

impl Imported {
    /// Whether nothing stands against writing it.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.diagnostics.iter().all(|diagnostic| diagnostic.severity < Severity::Kesalahan)
    }
}

/// The mapping for a file: the one of the name asked for, else the only one that fits, else a proposal.
///
/// `path` names the file in messages. Everything that stands in the way is given otherwise.
pub fn choose(
    imports: &[Impor],
    name: Option<&str>,
    options: &Options,
    book: &Book,
    path: &str,
) -> Result<Choice, Vec<Diagnostic>> {
    if let Some(kept) = name.and_then(|name| imports.iter().find(|import| import.nama.value == name)) {
        return Ok(Choice::Kept(Box::new(merged(kept, options))));
    }
    if name.is_none() {
        let fitting: Vec<Impor> =
            imports.iter().map(|import| merged(import, options)).filter(|import| fits(import, book, path)).collect();
        match fitting.as_slice() {
            [] => {}
            [one] => return Ok(Choice::Kept(Box::new(one.clone()))),
            several => {
                let names: Vec<String> = several.iter().map(|import| import.nama.value.clone()).collect();
                return Err(vec![problem::which_mapping(Place::file(path), &names)]);
            }
        }
    }
    propose::propose(book, path, options).map(|proposal| Choice::Proposed(Box::new(proposal)))
}

/// A mapping with what one run says beside it.
fn merged(import: &Impor, options: &Options) -> Impor {
    let mut import = import.clone();
    if let Some(table) = &options.tabel {
        import.tabel = table.clone();
    }
    import.lembar = options.lembar.clone().or(import.lembar);
    import.judul = options.judul.clone().or(import.judul);
    import.tahun = options.tahun.clone().or(import.tahun);
    import.tetap.retain(|kept| !options.tetap.iter().any(|given| given.kunci == kept.kunci));
    import.tetap.extend(options.tetap.iter().cloned());
    import
}

/// Whether a sheet has everything that a mapping takes from one; constants may still be missing.
fn fits(import: &Impor, book: &Book, path: &str) -> bool {
    match Plan::of(import, book, path) {
        Ok(_) => true,
        Err(problems) => problems.iter().all(|problem| problem.code == code::MISSING),
    }
}

/// Carries an import out in memory: rows, sums and what would change. `present` is the workspace as it is.
pub fn import(import: &Impor, book: &Book, path: &str, present: &Dataset) -> Result<Imported, Vec<Diagnostic>> {
    let plan = Plan::of(import, book, path)?;
    let regions = Regions::of(present);
    let gathering = rows::gather(&plan, &regions);
    constants(&gathering.gathered, present, path)?;
    let (dataset, read) = read_gathered(&gathering.gathered, present);
    let answered =
        |diagnostic: &Diagnostic| diagnostic.places.first().is_some_and(|at| gathering.answered.contains(at));
    let mut diagnostics = gathering.problems.clone();
    diagnostics.extend(titles::doubt(&plan));
    diagnostics.extend(read.into_iter().filter(|diagnostic| !answered(diagnostic)));
    let (sums, unequal) = sums::check(&plan, &gathering);
    diagnostics.extend(unequal);
    let lines = dataset.lines(plan.table.name);
    let changes = changes::compare(plan.table, &lines, &present.lines(plan.table.name));
    let sheet = plan.grid.sheet;
    let hides = |hidden: &[RangeInclusive<u32>], at: u32| hidden.iter().any(|span| span.contains(&at));
    let hidden_rows = gathering.data.iter().copied().filter(|row| hides(&sheet.hidden_rows, *row));
    let columns = plan.columns_taken();
    let hidden_columns = columns.into_iter().filter(|column| hides(&sheet.hidden_columns, *column));
    Ok(Imported {
        table: plan.table,
        sheet: plan.grid.place.clone(),
        header: plan.header.first..=plan.header.next_row().saturating_sub(1),
        hidden_rows: hidden_rows.collect(),
        hidden_columns: hidden_columns.map(letters).collect(),
        hidden_sheet: plan.grid.sheet.hidden,
        data: gathering.data,
        lines,
        changes,
        sums,
        left: gathering.left,
        merged: gathering.merged,
        diagnostics,
    })
}

/// A constant that cannot be read is wrong in every row; it is said once, and before anything else.
fn constants(gathered: &Gathered, present: &Dataset, path: &str) -> Result<(), Vec<Diagnostic>> {
    let first = Gathered {
        rows: gathered.rows.iter().take(1).cloned().collect(),
        columns: gathered.columns.clone(),
        place: gathered.place.clone(),
        ..*gathered
    };
    let (_, problems) = read_gathered(&first, present);
    let elsewhere = |diagnostic: &Diagnostic| diagnostic.places.first().is_some_and(|place| &*place.berkas != path);
    let wrong: Vec<Diagnostic> = problems.into_iter().filter(elsewhere).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}
