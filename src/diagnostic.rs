//! The vocabulary of errors: what an author can mend ([`Diagnostic`]) and what stops a run ([`Failure`]).
//!
//! Every stage reports in these words and collects before it stops. How a diagnostic looks on a terminal belongs to
//! [`crate::cli`]; contradictions between figures are [`crate::audit::Finding`]s, which turn into diagnostics.

use std::borrow::Cow;
use std::fmt;
use std::panic::Location;

use serde::{Deserialize, Serialize};

use crate::fonts;
use crate::place::Place;

/// Declares the codes of a room together with the list of them: who sees each code, who sees them all, then every code
/// with what it means, as one Indonesian sentence.
macro_rules! codes {
    ($one:vis each, $all:vis all; $($(#[$doc:meta])* $name:ident = $code:literal $meaning:literal;)*) => {
        $($(#[$doc])* $one const $name: &str = $code;)*

        /// Every code of this room with what it means, as one Indonesian sentence.
        $all const CODES: &[(&str, &str)] = &[$(($code, $meaning)),*];
    };
}
pub(crate) use codes;

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; printed in *Catatan Data*.
    Catatan,
    /// Doubtful; printed in *Catatan Data*, refused under `--ketat`.
    Peringatan,
    /// Refuses the report.
    Kesalahan,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Catatan => "catatan",
            Self::Peringatan => "peringatan",
            Self::Kesalahan => "kesalahan",
        })
    }
}

/// One thing an author can mend. All prose is Indonesian and follows one shape: where, what was found, what was
/// expected, what to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Stable code, a letter for the room and three digits (`D014`); explained by the documentation.
    #[serde(rename = "kode")]
    pub code: Cow<'static, str>,
    /// Weight.
    #[serde(rename = "tingkat")]
    pub severity: Severity,
    /// Every place involved, the one to mend first.
    #[serde(rename = "tempat")]
    pub places: Vec<Place>,
    /// What is wrong, as one sentence; empty when found and expected say it all.
    #[serde(rename = "pesan", default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// What stands there.
    #[serde(rename = "ditemukan", default, skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What should stand there.
    #[serde(rename = "seharusnya", default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What to do.
    #[serde(rename = "tindakan")]
    pub action: String,
    /// The engine's own words, when an engine refused.
    #[serde(rename = "pesan_mesin", default, skip_serializing_if = "Option::is_none")]
    pub engine: Option<String>,
}

impl Diagnostic {
    /// A diagnostic without found and expected; chain the rest.
    pub fn new(
        code: impl Into<Cow<'static, str>>,
        severity: Severity,
        message: impl Into<String>,
        action: impl Into<String>,
    ) -> Self {
        Self {
            code: code.into(),
            severity,
            places: Vec::new(),
            message: message.into(),
            found: None,
            expected: None,
            action: action.into(),
            engine: None,
        }
    }

    /// An error; see [`Diagnostic::new`].
    pub fn error(code: impl Into<Cow<'static, str>>, message: impl Into<String>, action: impl Into<String>) -> Self {
        Self::new(code, Severity::Kesalahan, message, action)
    }

    /// Adds a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// Says what stands there. Never call this with a value of a recipient or of a column marked personal.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into());
        self
    }

    /// Says what should stand there.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// Keeps the engine's own words.
    #[must_use]
    pub fn engine(mut self, words: impl Into<String>) -> Self {
        self.engine = Some(words.into());
        self
    }
}

/// What kind of stop this is; the command line gives each its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FailureKind {
    /// A promise of the program itself was broken.
    Internal,
    /// The command line or the manifest.
    Usage,
    /// The data.
    Data,
    /// A template, or its typesetting.
    Template,
    /// The disk.
    Disk,
    /// A file that does not follow from the data.
    Unverified,
}

/// Why a stage gave nothing: everything found, of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The kind of stop.
    pub kind: FailureKind,
    /// Everything found, errors and the rest.
    pub diagnostics: Vec<Diagnostic>,
}

impl Failure {
    /// A stop for one reason.
    #[must_use]
    pub fn one(kind: FailureKind, diagnostic: Diagnostic) -> Self {
        Self { kind, diagnostics: vec![diagnostic] }
    }
}

/// Where the program broke a promise of its own: the source and its line, without the folders of the machine it was built on.
#[must_use]
pub fn site(location: Option<&Location<'_>>) -> String {
    let Some(at) = location else { return "tanpa lokasi".to_owned() };
    let file = at.file().rsplit(['/', '\\']).next().unwrap_or_default();
    format!("{file}:{}", at.line())
}

/// At most this many characters of a bad value are quoted.
const QUOTED_CHARS: usize = 60;

/// A value as it may be quoted in a message: shortened, in one line, with everything that no typeface shows made
/// visible as its code point.
#[must_use]
pub fn quote(value: &str) -> String {
    let shown: String = value.chars().take(QUOTED_CHARS).map(visible).collect();
    let rest = if value.chars().nth(QUOTED_CHARS).is_some() { "…" } else { "" };
    format!("\"{shown}{rest}\"")
}

fn visible(ch: char) -> String {
    if fonts::unseen(ch).is_some() { format!("⟨U+{:04X}⟩", u32::from(ch)) } else { ch.to_string() }
}

/// A longer name is no slip of the pen, and comparing it would only cost time.
const LONGEST_NAME: usize = 64;

/// The nearest of the known names, when one is near enough to be meant: at most a third of the name differs (two letters
/// of a short one), and less than half of the longer of both.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().take(LONGEST_NAME + 1).count();
    if length > LONGEST_NAME {
        return None;
    }
    let lower = name.to_lowercase();
    let allowed = (length / 3).max(2);
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= allowed && distance * 2 < length.max(candidate.chars().count()))
        .min()
        .map(|(_, candidate)| candidate)
}
