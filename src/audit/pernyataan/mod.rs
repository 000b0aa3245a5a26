//! What somebody said, judged against itself, against what others said, and against the data.
//!
//! Owns: one [`Verdict`] for each figure of each statement, and the rules behind it, one file for each theme. How a
//! wording is read belongs to [`crate::bahasa::baca`]. A statement is a quotation: nothing here refuses a report, and
//! nothing is repaired; the right figure stands beside the wrong one, with its source.

mod bench;
mod count;
mod fit;
mod money;
mod percent;
mod registry;
mod rival;
mod said;
mod subject;
mod target;
mod wording;

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;

pub use registry::RULES;
pub use said::Column;

pub(super) use bench::{Bench, Reply};
pub(super) use said::Said;

use super::rule::{Check, Rule};
use super::{Finding, Settings};
use crate::diagnostic::Severity;
use crate::place::{Cell, Place};
use crate::table::Dataset;

/// What covers the difference between a said figure and the computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cover {
    /// A word of doubt in front of it, such as *sekitar*.
    Kata(&'static str),
    /// The digits behind the last one said were left out instead of rounded.
    Potong,
    /// The figures it is computed from are rounded themselves.
    Masukan,
}

impl fmt::Display for Cover {
    /// How it covers, as a phrase behind *Sesuai dengan pembulatan*.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kata(word) => write!(f, "selisihnya tercakup oleh \"{word}\""),
            Self::Potong => f.write_str("angka di belakangnya dipotong, bukan dibulatkan"),
            Self::Masukan => f.write_str("angka pembandingnya juga dibulatkan"),
        }
    }
}

/// What comes of a check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The computed value, rounded half-up to the digits said, is what was said.
    Sesuai,
    /// It is not, but the difference is covered.
    Pembulatan(Cover),
    /// There is nothing to judge it by; the reason, as a clause.
    TidakDapat(String),
    /// It is not what was said; the right figure.
    TidakSesuai(String),
}

impl Outcome {
    /// Whether the figure is wrong.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::TidakSesuai(_))
    }

    /// The outcome in words, beside the wording it judges.
    #[must_use]
    pub fn sentence(&self, said: &str) -> String {
        match self {
            Self::Sesuai => "Sesuai".to_owned(),
            Self::Pembulatan(cover) => format!("Sesuai dengan pembulatan: {cover}"),
            Self::TidakDapat(reason) => format!("Tidak dapat diperiksa: {reason}"),
            Self::TidakSesuai(right) => format!("Tidak sesuai: {right}, bukan {said}"),
        }
    }

    /// The names of all outcomes, the lightest first.
    pub const NAMES: [&str; 4] = ["sesuai", "sesuai dengan pembulatan", "tidak dapat diperiksa", "tidak sesuai"];

    /// Its name alone.
    #[must_use]
    pub fn name(&self) -> &'static str {
        let [right, rounded, open, wrong] = Self::NAMES;
        match self {
            Self::Sesuai => right,
            Self::Pembulatan(_) => rounded,
            Self::TidakDapat(_) => open,
            Self::TidakSesuai(_) => wrong,
        }
    }

    fn weight(&self) -> Option<usize> {
        Self::NAMES.iter().position(|name| *name == self.name())
    }
}

/// The figure that would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Right {
    /// As it would be said.
    pub figure: String,
    /// Who published what it follows from, each once.
    pub publishers: Vec<String>,
    /// The cells it follows from.
    pub places: Vec<Place>,
}

/// The judgement on one figure of one statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Key of the statement.
    pub statement: Cell<String>,
    /// Where it was published.
    pub publisher: Cell<String>,
    /// Who said it, by office.
    pub speaker: Option<Cell<String>>,
    /// When.
    pub date: Cell<NaiveDate>,
    /// Region it speaks of.
    pub region: Cell<String>,
    /// Which figure.
    pub column: Column,
    /// Its wording.
    pub said: Cell<String>,
    /// The heaviest outcome of all checks.
    pub outcome: Outcome,
    /// The figure beside it, when one is known.
    pub right: Option<Right>,
    /// What every check has to say, in the order of the rules.
    pub findings: Vec<Finding>,
}

impl Verdict {
    /// The verdict in words.
    #[must_use]
    pub fn sentence(&self) -> String {
        self.outcome.sentence(self.said.value.trim())
    }

    /// What a paper says of it: of a wrong figure the errors alone, because notes beside them add nothing.
    pub fn told(&self) -> impl Iterator<Item = &Finding> {
        let wrong = self.outcome.is_wrong();
        self.findings.iter().filter(move |finding| !wrong || finding.severity == Severity::Kesalahan)
    }
}

/// Judges every figure of every statement; verdicts come in the order of the table, then of [`Column`].
#[must_use]
pub fn judge(data: &Dataset, settings: &Settings) -> Vec<Verdict> {
    if data.pernyataan.is_empty() {
        return Vec::new();
    }
    let bench = Bench::new(data, settings);
    bench.statements().iter().flat_map(|said| verdicts(&bench, said)).collect()
}

fn verdicts(bench: &Bench, said: &Said) -> Vec<Verdict> {
    let mut replies: Vec<(&'static Rule, Reply)> = Vec::new();
    for rule in RULES {
        let Check::Statement(ask) = rule.check else { continue };
        replies.extend(ask(bench, said).into_iter().map(|reply| (rule, reply)));
    }
    said.cells()
        .map(|(column, cell)| {
            let own = || replies.iter().filter(|(_, reply)| reply.column == column);
            // Of equally heavy replies the first rule's counts.
            let heaviest = own().map(|(_, reply)| reply).rev().max_by_key(|reply| reply.outcome.weight());
            let row = said.row;
            Verdict {
                statement: row.kode.clone(),
                publisher: row.sumber.clone(),
                speaker: row.narasumber.clone(),
                date: row.tanggal.clone(),
                region: row.kode_wilayah.clone(),
                column,
                said: cell.clone(),
                outcome: heaviest.map_or_else(nothing_to_compare, |reply| reply.outcome.clone()),
                right: heaviest.and_then(|reply| reply.right.clone()),
                findings: own().filter_map(|(rule, reply)| finding(rule, said, cell, reply)).collect(),
            }
        })
        .collect()
}

fn nothing_to_compare() -> Outcome {
    Outcome::TidakDapat("tidak ada angka pembanding".to_owned())
}

/// A wrong figure is an error about the statement, everything else worth knowing is a note.
fn finding(rule: &Rule, said: &Said, cell: &Cell<String>, reply: &Reply) -> Option<Finding> {
    let message = reply.message.clone()?;
    let right = reply.right.as_ref();
    let from = right.into_iter().flat_map(|right| &right.places).chain(&reply.places);
    let mut places = vec![cell.place.clone()];
    for place in from {
        if !places.contains(place) {
            places.push(place.clone());
        }
    }
    Some(Finding {
        code: Cow::Borrowed(rule.code),
        severity: if reply.outcome.is_wrong() { rule.severity } else { Severity::Catatan },
        places,
        message: format!("Pernyataan {} ({}): {}", said.row.kode.value, bench::occasion(said), as_clause(&message)),
        stated: Some(cell.value.trim().to_owned()),
        computed: right.map(|right| right.figure.clone()),
        action: reply.action.to_owned(),
        pengecualian: None,
    })
}

/// A sentence as it goes on behind a colon: a small letter, unless it begins with an abbreviation or a number.
fn as_clause(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(sentence.chars().skip(1)).collect()
        }
        _ => sentence.to_owned(),
    }
}
