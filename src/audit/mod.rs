//! Contradictions between figures.
//!
//! Owns: [`Finding`], the registry [`RULES`], and the rules themselves, one file for each family. A rule compares cells
//! with cells; it never repairs anything and never chooses a figure for a report, which is [`crate::measure`]'s work.
//! Whether a single cell is readable, and whether two rows have the same key, is decided while reading, in
//! [`crate::table`]. Errors refuse a report; warnings and notes are printed in it.
#![deny(clippy::float_arithmetic)]

mod above;
mod date;
mod denominator;
mod parts;
mod region;
mod rows;
mod source;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Severity};
use crate::place::Place;
use crate::table::{Dataset, Segmen};
use rows::Rows;

/// What the manifest decides about contradictions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Definition of the denominator; without one, a region's only definition counts.
    pub denominator: Option<String>,
    /// Segments that make up the total.
    pub total_parts: Vec<Segmen>,
    /// The segment that RENTAN is a part of.
    pub rentan_parent: Segmen,
}

impl Default for Settings {
    /// PU and BPU make up the total; RENTAN is part of BPU.
    fn default() -> Self {
        Self { denominator: None, total_parts: vec![Segmen::Pu, Segmen::Bpu], rentan_parent: Segmen::Bpu }
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
}

impl Finding {
    /// Whether it refuses a report.
    #[must_use]
    pub fn refuses(&self) -> bool {
        self.severity == Severity::Kesalahan
    }
}

impl From<&Finding> for Diagnostic {
    fn from(finding: &Finding) -> Self {
        Self {
            places: finding.places.clone(),
            found: finding.stated.clone(),
            expected: finding.computed.clone(),
            ..Self::new(finding.code.clone(), finding.severity, finding.message.clone(), finding.action.clone())
        }
    }
}

/// One rule: its code, its weight, what it asks, and what it looks at.
pub struct Rule {
    /// Stable code.
    pub code: &'static str,
    /// Weight of its findings.
    pub severity: Severity,
    /// Short name.
    pub name: &'static str,
    /// The question it asks of the data.
    pub question: &'static str,
    check: fn(&Rows) -> Vec<Draft>,
}

/// Every rule, in the order of the codes.
pub const RULES: &[Rule] = &[
    Rule {
        code: "A001",
        severity: Severity::Kesalahan,
        name: "peserta melebihi pekerja",
        question: "Apakah peserta aktif paling banyak sama dengan jumlah pekerja menurut penyebut yang berlaku?",
        check: above::participants_above_workers,
    },
    Rule {
        code: "A002",
        severity: Severity::Kesalahan,
        name: "pekerja rentan melebihi segmen induknya",
        question: "Apakah peserta segmen RENTAN paling banyak sama dengan peserta segmen yang memuatnya?",
        check: above::rentan_above_parent,
    },
    Rule {
        code: "A003",
        severity: Severity::Kesalahan,
        name: "rincian segmen berbeda dari total",
        question: "Apakah segmen penyusun total berjumlah sama dengan total?",
        check: parts::segments_against_total,
    },
    Rule {
        code: "A004",
        severity: Severity::Kesalahan,
        name: "rincian wilayah melebihi total",
        question: "Apakah jumlah peserta menurut wilayah paling banyak sama dengan total wilayah induknya?",
        check: parts::regions_above_total,
    },
    Rule {
        code: "A005",
        severity: Severity::Peringatan,
        name: "rincian wilayah kurang dari total",
        question: "Apakah jumlah peserta menurut wilayah, termasuk yang tidak terpetakan, mencapai total?",
        check: parts::regions_below_total,
    },
    Rule {
        code: "A006",
        severity: Severity::Kesalahan,
        name: "dua penyebut untuk satu kunci",
        question: "Apakah setiap wilayah, segmen, dan definisi hanya memiliki satu penyebut pada satu waktu?",
        check: denominator::two_of_one_key,
    },
    Rule {
        code: "A007",
        severity: Severity::Kesalahan,
        name: "wilayah tidak dikenal",
        question: "Apakah setiap kode wilayah tercantum dalam tabel wilayah?",
        check: region::unknown,
    },
    Rule {
        code: "A008",
        severity: Severity::Kesalahan,
        name: "tanggal di luar periodenya",
        question: "Apakah tanggal data kepesertaan berada dalam periodenya?",
        check: date::outside_period,
    },
    Rule {
        code: "A009",
        severity: Severity::Kesalahan,
        name: "selesai sebelum mulai",
        question: "Apakah setiap masa berakhir paling cepat pada hari mulainya?",
        check: date::ends_before_start,
    },
    Rule {
        code: "A010",
        severity: Severity::Kesalahan,
        name: "terdaftar melebihi jumlah",
        question: "Apakah yang terdaftar paling banyak sama dengan jumlah keseluruhannya?",
        check: above::registered_above_all,
    },
    Rule {
        code: "A011",
        severity: Severity::Catatan,
        name: "dua sumber berbeda",
        question: "Apakah semua sumber menyebut peserta aktif yang sama untuk satu periode, wilayah, dan segmen?",
        check: source::publishers_differ,
    },
    Rule {
        code: "A012",
        severity: Severity::Catatan,
        name: "wilayah tidak dapat diperiksa",
        question: "Apakah tabel wilayah tersedia sehingga kode wilayah dapat diperiksa?",
        check: region::table_absent,
    },
];

/// What a rule found; the registry adds code and weight, so that no rule can misstate them.
struct Draft {
    places: Vec<Place>,
    message: String,
    stated: Option<String>,
    computed: Option<String>,
    action: &'static str,
}

/// Applies every rule to all rows. Findings come by code, then by place.
#[must_use]
pub fn audit(data: &Dataset, settings: &Settings) -> Vec<Finding> {
    let rows = Rows::new(data, settings);
    let mut findings = Vec::new();
    for rule in RULES {
        let mut found = (rule.check)(&rows);
        found.sort_by(|a, b| (&a.places, &a.message).cmp(&(&b.places, &b.message)));
        findings.extend(found.into_iter().map(|draft| Finding {
            code: Cow::Borrowed(rule.code),
            severity: rule.severity,
            places: draft.places,
            message: draft.message,
            stated: draft.stated,
            computed: draft.computed,
            action: draft.action.to_owned(),
        }));
    }
    findings
}

/// The rule with a code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}
