//! What a rule is: its words, its weight, and what it looks at.

use std::borrow::Cow;
use std::fmt;

use super::Finding;
use super::pernyataan::{Bench, Reply, Said};
use super::rows::Rows;
use crate::diagnostic::Severity;
use crate::place::Place;

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Counts: a part and its whole.
    Cacah,
    /// Percentages.
    Persen,
    /// Days, months and years.
    Tanggal,
    /// Sums.
    Jumlah,
    /// Targets.
    Target,
    /// Series over time.
    Deret,
    /// Money.
    Uang,
    /// Names, codes and abbreviations.
    Nama,
    /// The manifest and its forms.
    Formulir,
    /// What somebody said.
    Pernyataan,
}

impl Family {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cacah => "cacah",
            Self::Persen => "persen",
            Self::Tanggal => "tanggal",
            Self::Jumlah => "jumlah",
            Self::Target => "target",
            Self::Deret => "deret",
            Self::Uang => "uang",
            Self::Nama => "nama",
            Self::Formulir => "formulir",
            Self::Pernyataan => "pernyataan",
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One rule. All its prose is Indonesian and meant for whoever keeps the data.
pub struct Rule {
    /// Stable code: `A` for data, `P` for statements.
    pub code: &'static str,
    /// What it is about.
    pub family: Family,
    /// Weight of its findings.
    pub severity: Severity,
    /// Short name.
    pub name: &'static str,
    /// The question it asks of the data.
    pub question: &'static str,
    /// How far figures may be apart, one sentence.
    pub tolerance: &'static str,
    /// Where the rule comes from, one sentence.
    pub source: &'static str,
    /// Who applies it.
    pub(super) check: Check,
}

/// Who applies a rule.
#[derive(Clone, Copy)]
pub(super) enum Check {
    /// [`super::audit`], to all rows.
    Data(fn(&Rows) -> Vec<Draft>),
    /// [`super::audit`] as well, but to the waivers, once everything else is found.
    Waivers,
    /// [`super::pernyataan`], to one statement after the other.
    Statement(fn(&Bench, &Said) -> Vec<Reply>),
}

/// What a rule found; the registry adds code and weight, so that no rule can misstate them.
pub(super) struct Draft {
    pub(super) places: Vec<Place>,
    pub(super) message: String,
    pub(super) stated: Option<String>,
    pub(super) computed: Option<String>,
    pub(super) action: &'static str,
}

impl Rule {
    /// A finding of this rule.
    pub(super) fn finding(&self, draft: Draft) -> Finding {
        Finding {
            code: Cow::Borrowed(self.code),
            severity: self.severity,
            places: draft.places,
            message: draft.message,
            stated: draft.stated,
            computed: draft.computed,
            action: draft.action.to_owned(),
            pengecualian: None,
        }
    }
}
