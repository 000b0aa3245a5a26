//! `rakor periksa --pernyataan`: a verdict for each figure that somebody said.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::printer::visible;
use super::{Exit, Reply};
use crate::audit::pernyataan::{Outcome, Verdict};
use crate::bahasa;

pub(super) fn reply(verdicts: &[Verdict]) -> Reply {
    let mut text = String::new();
    let mut last = None;
    for verdict in verdicts {
        if last != Some(&verdict.statement) {
            if last.is_some() {
                text.push('\n');
            }
            heading(&mut text, verdict);
            last = Some(&verdict.statement);
        }
        one(&mut text, verdict);
    }
    if verdicts.is_empty() {
        text.push_str("Tidak ada pernyataan dalam data.\n");
    } else {
        let _ = writeln!(text, "\nDiperiksa {} angka: {}.", verdicts.len(), bahasa::dan(&tally(verdicts)));
    }
    let wrong = verdicts.iter().any(|verdict| verdict.outcome.is_wrong());
    let mut reply = Reply::new(text, json!({ "pernyataan": verdicts.iter().map(object).collect::<Vec<_>>() }));
    reply.exit = if wrong { Exit::Data } else { Exit::Done };
    reply.diagnostics = verdicts.iter().flat_map(|verdict| &verdict.findings).map(Into::into).collect();
    reply.listed = true;
    reply
}

/// `P4-1  infopublik.id, redaksi, 9 Juli 2025`
fn heading(text: &mut String, verdict: &Verdict) {
    let mut parts = vec![verdict.publisher.value.clone()];
    parts.extend(verdict.speaker.as_ref().map(|cell| cell.value.clone()));
    parts.push(bahasa::tanggal(verdict.date.value));
    let _ = writeln!(text, "{}  {}", visible(&verdict.statement.value), visible(&parts.join(", ")));
}

fn one(text: &mut String, verdict: &Verdict) {
    let said = visible(verdict.said.value.trim());
    let _ = writeln!(text, "  {} {said} ({})", verdict.column.label(), verdict.said.place);
    let _ = writeln!(text, "    {}", visible(&verdict.sentence()));
    if let Some(right) = verdict.right.as_ref().filter(|_| verdict.outcome != Outcome::Sesuai) {
        let _ =
            writeln!(text, "    Seharusnya: {} ({})", visible(&right.figure), visible(&bahasa::dan(&right.publishers)));
    }
    for finding in &verdict.findings {
        let _ = writeln!(text, "    {}[{}] {}", finding.severity, finding.code, visible(&finding.message));
    }
}

/// How many of each outcome, those that occur.
fn tally(verdicts: &[Verdict]) -> Vec<String> {
    Outcome::NAMES
        .into_iter()
        .filter_map(|name| {
            let count = verdicts.iter().filter(|verdict| verdict.outcome.name() == name).count();
            (count > 0).then(|| format!("{count} {name}"))
        })
        .collect()
}

fn object(verdict: &Verdict) -> Value {
    let right = verdict
        .right
        .as_ref()
        .map(|right| json!({ "angka": right.figure, "sumber": right.publishers, "tempat": right.places }));
    json!({
        "kode": verdict.statement.value,
        "sumber": verdict.publisher.value,
        "narasumber": verdict.speaker.as_ref().map(|cell| &cell.value),
        "tanggal": verdict.date.value,
        "kode_wilayah": verdict.region.value,
        "angka": verdict.column.label(),
        "tempat": verdict.said.place,
        "tercantum": verdict.said.value.trim(),
        "putusan": verdict.outcome.name(),
        "kalimat": verdict.sentence(),
        "seharusnya": right,
        "aturan": verdict.findings.iter().map(|finding| &finding.code).collect::<Vec<_>>(),
    })
}
