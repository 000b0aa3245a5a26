//! Figures that somebody answers for.
//!
//! A waiver names a rule and a place: the first cell of the finding as diagnostics print it, or that cell's row. The
//! other cells of a finding lift nothing, because one denominator may contradict figures of many months, and each of
//! them needs somebody who knows it.

use std::collections::BTreeMap;

use super::rule::Draft;
use super::{Finding, rule};
use crate::bahasa;
use crate::diagnostic::quote;
use crate::manifest::Pengecualian;

/// Code of the rule about waivers that lift nothing.
pub const STALE: &str = "A013";

/// Gives each finding the waiver that lifts it, and adds a finding for each waiver that lifts none.
pub(super) fn apply(findings: &mut Vec<Finding>, waivers: &[Pengecualian]) {
    if waivers.is_empty() {
        return;
    }
    let mut used = vec![false; waivers.len()];
    let mut by_key: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (index, waiver) in waivers.iter().enumerate() {
        by_key.entry((waiver.kode.value.trim(), waiver.tempat.value.trim())).or_insert(index);
    }
    for finding in findings.iter_mut() {
        let Some(place) = finding.places.first() else { continue };
        let spellings = [place.to_string(), place.row().to_string()];
        let index = spellings.iter().find_map(|place| by_key.get(&(finding.code.as_ref(), place.as_str())).copied());
        if let Some((index, waiver)) = index.and_then(|index| Some((index, waivers.get(index)?))) {
            finding.pengecualian = Some(waiver.clone());
            used.iter_mut().skip(index).take(1).for_each(|used| *used = true);
        }
    }
    let stale = waivers.iter().zip(used).filter(|(_, used)| !used).map(|(waiver, _)| draft(waiver, findings));
    let stale: Vec<Draft> = stale.collect();
    if let Some(rule) = rule(STALE) {
        findings.extend(stale.into_iter().map(|draft| rule.finding(draft)));
    }
}

fn draft(waiver: &Pengecualian, findings: &[Finding]) -> Draft {
    let (code, place) = (waiver.kode.value.trim(), waiver.tempat.value.trim());
    // Somebody who copied one of the other cells of a message is told which one counts.
    let meant = findings.iter().filter(|finding| finding.code == code).find_map(|finding| {
        let (first, rest) = finding.places.split_first()?;
        rest.iter()
            .any(|other| other.to_string() == place || other.row().to_string() == place)
            .then(|| first.to_string())
    });
    Draft {
        places: vec![waiver.kode.place.clone(), waiver.tempat.place.clone()],
        message: format!("Pengecualian {code} pada {} tidak lagi berlaku pada data mana pun.", quote(place)),
        stated: Some(code.to_owned()),
        computed: meant.map(|place| format!("tempat {}", quote(&place))),
        action: "Hapus pengecualian itu atau perbaiki `kode` dan `tempat`.",
    }
}

/// What a finding says when somebody answers for it.
pub(super) fn said(message: &str, waiver: &Pengecualian) -> String {
    format!(
        "{message} Dikecualikan atas tanggung jawab {} pada {} dengan alasan: {}.",
        waiver.jabatan.value,
        bahasa::tanggal(waiver.tanggal.value),
        waiver.alasan.value.trim().trim_end_matches('.')
    )
}
