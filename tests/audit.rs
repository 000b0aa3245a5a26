//! What `audit` finds, rule by rule: the case that passes, the case on the edge, the case that fails and its words.
#![expect(clippy::unwrap_used, reason = "a test that cannot unwrap has failed")]

mod book;
mod counts;
mod dates;
mod money;
mod mutation;
mod names;
mod percent;
mod series;
mod sums;
mod targets;
mod tariffs;
mod waivers;

use std::collections::BTreeSet;
use std::path::Path;

use rakor::audit::{Family, Finding, RULES, Settings, audit, rule, rules};
use rakor::diagnostic::{Diagnostic, Severity};
use rakor::files::{MAX_BYTES, list_files, read_file};
use rakor::table::{Dataset, JenisWilayah, Segmen};

use super::measure::fixture::Rows;

const MALANG: &str = "35.73";

fn settings() -> Settings {
    Settings { denominator: Some("bekerja_sakernas".into()), ..Settings::default() }
}

fn found(data: &Dataset) -> Vec<Finding> {
    audit(data, &settings())
}

/// Code and words of every finding, no-break spaces shown as spaces.
fn said(rows: &Rows) -> Vec<String> {
    words(&found(&rows.data))
}

fn words(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|f| format!("{} {}", f.code, f.message.replace('\u{a0}', " "))).collect()
}

fn places(finding: &Finding) -> Vec<String> {
    finding.places.iter().map(ToString::to_string).collect()
}

/// Kota Malang and two of its kecamatan.
fn city() -> Rows {
    let mut rows = Rows::default();
    rows.region(MALANG, "Kota Malang", JenisWilayah::Kota, Some("35"));
    rows.region("35.73.01", "Blimbing", JenisWilayah::Kecamatan, Some(MALANG));
    rows.region("35.73.02", "Klojen", JenisWilayah::Kecamatan, Some(MALANG));
    rows.region("35.73.00", "Tidak terpetakan", JenisWilayah::TidakTerpetakan, Some(MALANG));
    rows
}

#[test]
fn every_rule_has_its_own_code_in_order_and_asks_a_question() {
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    let expected: Vec<String> = (1..=RULES.len()).map(|n| format!("A{n:03}")).collect();
    assert_eq!(codes, expected);
    assert!(RULES.iter().all(|rule| rule.question.starts_with("Apakah ") && rule.question.ends_with('?')));
    let said = rules().flat_map(|rule| [rule.tolerance, rule.source]);
    assert!(said.into_iter().all(|sentence| sentence.ends_with('.')));
    assert!(RULES.iter().all(|rule| rule.family != Family::Pernyataan));
    let codes: Vec<&str> = rules().map(|rule| rule.code).collect();
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    assert_eq!(rule("A005").unwrap().severity, Severity::Peringatan);
    assert!(rule("A999").is_none());
}

/// A rule without a failing case would be known by its code alone. The words of data rules stand behind their code, those
/// of statement rules behind code and statement.
#[test]
fn every_rule_has_a_failing_case_whose_words_are_pinned() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let texts = ["audit", "pernyataan"].into_iter().flat_map(|folder| {
        let folder = top.join(folder);
        let files = list_files(&folder, "").unwrap();
        files.into_iter().map(move |file| read_file(&folder.join(file), MAX_BYTES).unwrap())
    });
    let cases: String = texts.map(|bytes| String::from_utf8(bytes).unwrap()).collect();
    let unpinned: Vec<&str> = rules()
        .map(|rule| rule.code)
        .filter(|code| ![format!("\"{code} "), format!(" {code} Pernyataan ")].iter().any(|case| cases.contains(case)))
        .collect();
    assert_eq!(unpinned, [""; 0]);
}

#[test]
fn an_empty_workspace_has_no_findings() {
    assert_eq!(found(&Dataset::default()), []);
}

#[test]
fn a_finding_becomes_a_diagnostic_and_survives_the_trip_through_json() {
    let mut rows = city();
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 1, Some("2025-01"));
    rows.count("2025-06", MALANG, Segmen::Total, 2);
    let finding = found(&rows.data).remove(0);
    let diagnostic = Diagnostic::from(&finding);
    assert_eq!((diagnostic.code.as_ref(), diagnostic.severity), ("A001", Severity::Kesalahan));
    assert_eq!(diagnostic.places, finding.places);
    assert_eq!((diagnostic.found.as_deref(), diagnostic.expected.as_deref()), (Some("2"), Some("paling banyak 1")));
    let json = serde_json::to_string(&finding).unwrap();
    assert!(json.starts_with("{\"kode\":\"A001\",\"tingkat\":\"kesalahan\",\"tempat\":["), "{json}");
    assert_eq!(serde_json::from_str::<Finding>(&json).unwrap(), finding);
}
