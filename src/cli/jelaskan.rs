//! `rakor periksa --jelaskan`: what a code stands for.

use std::fmt::Write as _;

use serde_json::json;

use super::Reply;
use super::code;
use super::kirim::codes;
use crate::audit::{self, Rule};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity, nearest, quote};
use crate::{chart, impor, mail, manifest, pdf, report, table, template, typeset, workbook, worker};

/// The codes that say all there is to say in one sentence, of every room that has some.
const ROOMS: [&[(&str, &str)]; 13] = [
    manifest::CODES,
    workbook::CODES,
    table::CODES,
    impor::CODES,
    chart::CODES,
    template::CODES,
    typeset::CODES,
    pdf::CODES,
    report::CODES,
    worker::CODES,
    mail::CODES,
    codes::CODES,
    code::CODES,
];

fn codes() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    ROOMS.into_iter().flatten()
}

/// Explains a rule, or a code of reading.
pub(super) fn run(asked: &str) -> Result<Reply, Failure> {
    let code = asked.trim();
    if let Some(rule) = audit::rules().find(|rule| rule.code.eq_ignore_ascii_case(code)) {
        return Ok(explained(rule));
    }
    if let Some((code, meaning)) = codes().find(|(known, _)| known.eq_ignore_ascii_case(code)) {
        return Ok(Reply::new(format!("{code}  {meaning}\n"), json!({ "kode": code, "arti": meaning })));
    }
    let known = audit::rules().map(|rule| rule.code).chain(codes().map(|(code, _)| *code));
    let hint = nearest(code, known).map_or_else(String::new, |near| format!("; mungkin yang dimaksud {near}"));
    let diagnostic = Diagnostic::error(
        code::UNKNOWN_CODE,
        format!("Kode {} tidak dikenal{hint}.", quote(code)),
        "Salin kode dari pesan pemeriksaan, misalnya A001 dari kesalahan[A001].",
    );
    Err(Failure::one(FailureKind::Usage, diagnostic))
}

fn explained(rule: &Rule) -> Reply {
    let weight = rule.severity;
    let result = json!({
        "kode": rule.code,
        "nama": rule.name,
        "rumpun": rule.family.as_str(),
        "tingkat": weight.to_string(),
        "akibat": consequence(rule),
        "pertanyaan": rule.question,
        "toleransi": rule.tolerance,
        "dasar": rule.source,
    });
    let mut text = format!("{}  {}\n", rule.code, rule.name);
    for (label, value) in [
        ("Rumpun", rule.family.as_str()),
        ("Tingkat", &format!("{weight}; {}", consequence(rule))),
        ("Pertanyaan", rule.question),
        ("Toleransi", rule.tolerance),
        ("Dasar", rule.source),
    ] {
        // Writing to a string has no way to fail.
        let _ = writeln!(text, "  {label:10}: {value}");
    }
    Reply::new(text, result)
}

fn consequence(rule: &Rule) -> &'static str {
    match rule.severity {
        _ if rule.family == audit::Family::Pernyataan => "laporan tetap dibuat karena yang diperiksa ialah pernyataan",
        Severity::Kesalahan => "laporan tidak dibuat",
        Severity::Peringatan => "laporan dibuat dengan catatan, kecuali dengan --ketat",
        Severity::Catatan => "laporan dibuat dengan catatan",
    }
}
