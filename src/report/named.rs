//! What a workspace names without having it: definitions and documents of the manifest that the tables do not know, and
//! regions that no report can be about. Only this room sees both the manifest and the tables.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::code;
use crate::audit::Finding;
use crate::diagnostic::{Diagnostic, Severity, nearest, quote};
use crate::manifest::PrintedManifest;
use crate::measure;
use crate::place::Cell;
use crate::table::{Dataset, JenisWilayah};

/// At most this many known names are listed.
const LISTED: usize = 5;

/// A definition of the denominator that no row of `pekerja` has: every coverage would be missing without a word about
/// why. A table without rows says nothing about its definitions.
pub(super) fn unknown_denominator(manifest: &PrintedManifest, data: &Dataset) -> Option<Diagnostic> {
    let named = manifest.cakupan.penyebut.as_ref()?;
    let known: BTreeSet<&str> = data.pekerja.iter().map(|row| row.definisi.value.as_str()).collect();
    if known.is_empty() || known.contains(named.value.as_str()) {
        return None;
    }
    let near = nearest(&named.value, known.iter().copied());
    let message = format!("Definisi penyebut {} tidak ada dalam tabel `pekerja`{}.", quote(&named.value), meant(near));
    let action = "Ganti nilai kunci itu atau lengkapi kolom `definisi` dalam tabel `pekerja`.";
    Some(Diagnostic::error(code::UNKNOWN_DENOMINATOR, message, action).at(named.place.clone()).expected(one_of(&known)))
}

/// A reference target that none of the region's targets comes from: its coverage would be compared with no target. A
/// region without targets of its own has nothing to choose from.
pub(super) fn unknown_target(manifest: &PrintedManifest, data: &Dataset, region: &str) -> Option<Finding> {
    let named = manifest.cakupan.target_acuan.as_ref()?;
    let own = data.target.iter().filter(|row| row.kode_wilayah.value == region);
    let known: BTreeSet<&str> = own.map(|row| row.dokumen.value.as_str()).collect();
    if known.is_empty() || known.iter().any(|document| measure::names_document(document, &named.value)) {
        return None;
    }
    let phrases: Vec<String> = known.iter().flat_map(|document| phrases_like(&named.value, document)).collect();
    let near = nearest(&named.value, phrases.iter().map(String::as_str));
    Some(Finding {
        code: Cow::Borrowed(code::UNKNOWN_TARGET),
        severity: Severity::Peringatan,
        places: vec![named.place.clone()],
        message: format!(
            "Target acuan {} tidak ditemukan di antara dokumen target wilayah {region}{}.",
            quote(&named.value),
            meant(near)
        ),
        stated: Some(quote(&named.value)),
        computed: Some(format!("kata dari {}", one_of(&known))),
        action: "Ganti nilai kunci itu atau lengkapi kolom `dokumen` dalam tabel `target`.".to_owned(),
        pengecualian: None,
    })
}

/// A region that stands for what could not be mapped: it has participants, but is no place a report can be about.
pub(super) fn no_subject(region: &Cell<String>, data: &Dataset) -> Option<Diagnostic> {
    let row = data.wilayah.iter().find(|row| row.kode.value == region.value);
    let parent = region.value.strip_suffix(".00");
    let unmapped = row.map_or(parent.is_some(), |row| row.jenis.value == JenisWilayah::TidakTerpetakan);
    let hint = parent.map_or_else(String::new, |parent| format!(", misalnya {parent}"));
    unmapped.then(|| {
        Diagnostic::error(
            code::UNMAPPED,
            format!(
                "Kode {} menampung peserta yang tidak terpetakan; laporan tidak dapat disusun untuknya.",
                region.value
            ),
            format!("Pilih kode wilayah lain{hint}."),
        )
        .at(region.place.clone())
    })
}

/// As many words in a row as `wanted` has, from every word of the document on.
fn phrases_like(wanted: &str, document: &str) -> Vec<String> {
    let words: Vec<&str> = document.split_whitespace().collect();
    words.windows(wanted.split_whitespace().count().max(1)).map(|part| part.join(" ")).collect()
}

fn meant(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| format!("; mungkin yang dimaksud {}", quote(near)))
}

fn one_of(known: &BTreeSet<&str>) -> String {
    let shown: Vec<String> = known.iter().take(LISTED).map(|name| quote(name)).collect();
    let rest = if known.len() > LISTED { ", atau yang lain" } else { "" };
    format!("{}{rest}", shown.join(", "))
}
