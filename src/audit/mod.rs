//! Contradictions between figures.
//!
//! Owns: [`Finding`], the registry [`RULES`] with its words for `rakor periksa --jelaskan`, and the rules themselves, one
//! file for each theme. A rule compares cells with cells; it never repairs anything and never chooses a figure for a
//! report, which is [`crate::measure`]'s work. Whether a single cell is readable, and whether two rows have the same
//! key, is decided while reading, in [`crate::table`]. Errors refuse a report, unless somebody answers for the figure by a
//! waiver; warnings and notes are printed in it. What somebody said is judged in [`pernyataan`] and never refuses.
#![deny(clippy::float_arithmetic)]

mod above;
mod claims;
mod date;
mod denominator;
mod groups;
mod indicator;
mod money;
mod parts;
pub mod pernyataan;
mod region;
mod registry;
mod rows;
mod rule;
mod series;
mod signer;
mod source;
mod target;
mod tariff;
mod text;
mod waiver;

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Severity};
use crate::figure::Period;
use crate::manifest::{PenandaTangan, Pengecualian};
use crate::place::Place;
use crate::table::{Dataset, Segmen};
use rows::Rows;

pub use registry::RULES;
use rule::Check;
pub use rule::{Family, Rule};
pub use waiver::STALE;

/// What the manifest decides about contradictions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Definition of the denominator; without one, a region's only definition counts.
    pub denominator: Option<String>,
    /// Segments that make up the total.
    pub total_parts: Vec<Segmen>,
    /// The segment that RENTAN is a part of.
    pub rentan_parent: Segmen,
    /// The report's own day, when it has one: what is realised lies not after it.
    pub date: Option<NaiveDate>,
    /// The month that was asked for: what is dated later is no business of the report's day.
    pub period: Option<Period>,
    /// Who signs.
    pub signers: Vec<PenandaTangan>,
    /// Waivers on record.
    pub waivers: Vec<Pengecualian>,
}

impl Default for Settings {
    /// PU and BPU make up the total; RENTAN is part of BPU; no day, no signer, no waiver.
    fn default() -> Self {
        Self {
            denominator: None,
            total_parts: vec![Segmen::Pu, Segmen::Bpu],
            rentan_parent: Segmen::Bpu,
            date: None,
            period: None,
            signers: Vec::new(),
            waivers: Vec::new(),
        }
    }
}

/// One contradiction, or one question that the data leave open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Finding {
    /// Code of the rule (`A001`).
    #[serde(rename = "kode")]
    pub code: Cow<'static, str>,
    /// Weight of the rule.
    #[serde(rename = "tingkat")]
    pub severity: Severity,
    /// The cells compared, the one to look at first in front.
    #[serde(rename = "tempat")]
    pub places: Vec<Place>,
    /// What is wrong, one sentence.
    #[serde(rename = "pesan")]
    pub message: String,
    /// What the data state.
    #[serde(rename = "tercantum", default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<String>,
    /// What follows from other cells, or the bound that is broken.
    #[serde(rename = "hitungan", default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<String>,
    /// What to do, one sentence.
    #[serde(rename = "tindakan")]
    pub action: String,
    /// The waiver that lifts it: somebody answers for the figure, in print.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pengecualian: Option<Pengecualian>,
}

impl Finding {
    /// Whether it refuses a report: an error about data for which nobody answers.
    #[must_use]
    pub fn refuses(&self) -> bool {
        self.counts(Severity::Kesalahan)
    }

    /// Whether it is about data, weighs at least this much, and nobody answers for it.
    #[must_use]
    pub fn counts(&self, least: Severity) -> bool {
        self.severity >= least && self.pengecualian.is_none() && !self.is_about_a_statement()
    }

    /// Whether it is about what somebody said, which a report may repeat but does not rest on.
    #[must_use]
    pub fn is_about_a_statement(&self) -> bool {
        rule(&self.code).is_some_and(|rule| rule.family == Family::Pernyataan)
    }
}

impl From<&Finding> for Diagnostic {
    /// A waived finding weighs no more than a note, and its message says who answers for it.
    fn from(finding: &Finding) -> Self {
        let (severity, message) = match &finding.pengecualian {
            None => (finding.severity, finding.message.clone()),
            Some(waiver) => (Severity::Catatan, waiver::said(&finding.message, waiver)),
        };
        Self {
            places: finding.places.clone(),
            found: finding.stated.clone(),
            expected: finding.computed.clone(),
            ..Self::new(finding.code.clone(), severity, message, finding.action.clone())
        }
    }
}

/// Applies every rule to all rows, then the waivers. Findings come by code, then by place.
#[must_use]
pub fn audit(data: &Dataset, settings: &Settings) -> Vec<Finding> {
    let rows = Rows::new(data, settings);
    let mut findings = Vec::new();
    for rule in RULES {
        let Check::Data(check) = rule.check else { continue };
        let mut found = check(&rows);
        found.sort_by(|a, b| (&a.places, &a.message).cmp(&(&b.places, &b.message)));
        findings.extend(found.into_iter().map(|draft| rule.finding(draft)));
    }
    waiver::apply(&mut findings, &settings.waivers);
    findings
}

/// The rule with a code, about data or about statements.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code == code)
}

/// All rules: those about data, then those about statements.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().chain(pernyataan::RULES)
}
