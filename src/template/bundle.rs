//! The set of template files that a render may see, built in or overridden by the workspace.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::code;
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::digest::sha256;
use crate::place::Place;

/// Every built-in file by its name inside `templates/`; `tests/house.rs` keeps the list complete.
const BUILT_IN: &[(&str, &str)] = &[
    ("_kalimat/alternatif.j2", include_str!("../../templates/_kalimat/alternatif.j2")),
    ("_kalimat/catatan.j2", include_str!("../../templates/_kalimat/catatan.j2")),
    ("_kalimat/dana.j2", include_str!("../../templates/_kalimat/dana.j2")),
    ("_kalimat/data.j2", include_str!("../../templates/_kalimat/data.j2")),
    ("_kalimat/evaluasi.j2", include_str!("../../templates/_kalimat/evaluasi.j2")),
    ("_kalimat/istilah.j2", include_str!("../../templates/_kalimat/istilah.j2")),
    ("_kalimat/kalimat.j2", include_str!("../../templates/_kalimat/kalimat.j2")),
    ("_kalimat/konstruksi.j2", include_str!("../../templates/_kalimat/konstruksi.j2")),
    ("_kalimat/naskah.j2", include_str!("../../templates/_kalimat/naskah.j2")),
    ("_kalimat/perubahan.j2", include_str!("../../templates/_kalimat/perubahan.j2")),
    ("_kalimat/proyeksi.j2", include_str!("../../templates/_kalimat/proyeksi.j2")),
    ("_kalimat/rekapitulasi.j2", include_str!("../../templates/_kalimat/rekapitulasi.j2")),
    ("_kalimat/rincian.j2", include_str!("../../templates/_kalimat/rincian.j2")),
    ("_kalimat/simpulan.j2", include_str!("../../templates/_kalimat/simpulan.j2")),
    ("_kalimat/surel.j2", include_str!("../../templates/_kalimat/surel.j2")),
    ("_kalimat/target.j2", include_str!("../../templates/_kalimat/target.j2")),
    ("_kalimat/uraian.j2", include_str!("../../templates/_kalimat/uraian.j2")),
    ("_naskah/formulir.typ", include_str!("../../templates/_naskah/formulir.typ")),
    ("_naskah/naskah.typ", include_str!("../../templates/_naskah/naskah.typ")),
    ("_surel/surel.html.j2", include_str!("../../templates/_surel/surel.html.j2")),
    ("_surel/surel.txt.j2", include_str!("../../templates/_surel/surel.txt.j2")),
    ("bulanan/laporan.typ.j2", include_str!("../../templates/bulanan/laporan.typ.j2")),
    ("bulanan/surel.html.j2", include_str!("../../templates/bulanan/surel.html.j2")),
    ("bulanan/surel.txt.j2", include_str!("../../templates/bulanan/surel.txt.j2")),
    ("evaluasi/laporan.typ.j2", include_str!("../../templates/evaluasi/laporan.typ.j2")),
    ("evaluasi/surel.html.j2", include_str!("../../templates/evaluasi/surel.html.j2")),
    ("evaluasi/surel.txt.j2", include_str!("../../templates/evaluasi/surel.txt.j2")),
    ("konstruksi/laporan.typ.j2", include_str!("../../templates/konstruksi/laporan.typ.j2")),
    ("konstruksi/surel.html.j2", include_str!("../../templates/konstruksi/surel.html.j2")),
    ("konstruksi/surel.txt.j2", include_str!("../../templates/konstruksi/surel.txt.j2")),
    ("pemeriksaan-angka/laporan.typ.j2", include_str!("../../templates/pemeriksaan-angka/laporan.typ.j2")),
    ("pemeriksaan-angka/surel.html.j2", include_str!("../../templates/pemeriksaan-angka/surel.html.j2")),
    ("pemeriksaan-angka/surel.txt.j2", include_str!("../../templates/pemeriksaan-angka/surel.txt.j2")),
    ("rekapitulasi/laporan.typ.j2", include_str!("../../templates/rekapitulasi/laporan.typ.j2")),
    ("rekapitulasi/surel.html.j2", include_str!("../../templates/rekapitulasi/surel.html.j2")),
    ("rekapitulasi/surel.txt.j2", include_str!("../../templates/rekapitulasi/surel.txt.j2")),
];

/// Largest template accepted, in bytes.
pub const MAX_BYTES: u32 = 1 << 20;

/// Template files by name (`bulanan/laporan.typ.j2`, `_kalimat/capaian.j2`, `_naskah/naskah.typ`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    files: BTreeMap<String, String>,
    overridden: Vec<String>,
}

impl Bundle {
    /// The built-in templates.
    #[must_use]
    pub fn built_in() -> Self {
        let files = BUILT_IN.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        Self { files, overridden: Vec::new() }
    }

    /// SHA-256 of the built-in templates, names and texts: with the version it tells which wording a report was made with.
    #[must_use]
    pub fn built_in_digest() -> &'static str {
        static DIGEST: LazyLock<String> = LazyLock::new(|| {
            let lengths = |(name, text): &(&str, &str)| format!("{} {}\n{name}{text}", name.len(), text.len());
            sha256(BUILT_IN.iter().map(lengths).collect::<String>().as_bytes())
        });
        &DIGEST
    }

    /// The built-in templates with the workspace's own files in their place. Keys are paths below `templat/`.
    pub fn with_overrides(overrides: &BTreeMap<String, Vec<u8>>) -> Result<Self, Failure> {
        let mut bundle = Self::built_in();
        let mut diagnostics = Vec::new();
        for (name, bytes) in overrides {
            let place = Place::file(format!("templat/{name}"));
            if u64::try_from(bytes.len()).is_ok_and(|bytes| bytes > MAX_BYTES.into()) {
                let what = format!("Berkas templat lebih besar dari {} MiB.", MAX_BYTES >> 20);
                diagnostics.push(Diagnostic::error(code::TOO_LARGE, what, "Pecah berkas itu.").at(place));
                continue;
            }
            // Some editors put this mark before a text; it is no part of it.
            match std::str::from_utf8(bytes).map(|text| text.strip_prefix('\u{FEFF}').unwrap_or(text)) {
                Ok(text) => {
                    bundle.files.insert(name.clone(), text.to_owned());
                    bundle.overridden.push(name.clone());
                }
                Err(error) => diagnostics.push(
                    Diagnostic::error(
                        code::ENCODING,
                        format!("Byte ke-{} bukan UTF-8.", error.valid_up_to() + 1),
                        "Simpan kembali berkas templat sebagai UTF-8.",
                    )
                    .at(place),
                ),
            }
        }
        if diagnostics.is_empty() { Ok(bundle) } else { Err(Failure { kind: FailureKind::Template, diagnostics }) }
    }

    /// One file.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    /// All files in order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The names of the built-in files.
    pub fn built_in_names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// Whether a file goes to the typesetter as it is.
    #[must_use]
    pub fn is_layout(name: &str) -> bool {
        std::path::Path::new(name).extension().is_some_and(|ending| ending == "typ")
    }

    /// Whether a file is the workspace's own.
    #[must_use]
    pub fn is_own(&self, name: &str) -> bool {
        self.overridden.iter().any(|own| own == name)
    }

    /// The workspace's own file in the place of the built-in one that words a sentence.
    #[must_use]
    pub fn own_home_of(&self, sentence: &str) -> Option<&'static str> {
        let opening = format!("{{% macro {sentence}(");
        let home = BUILT_IN.iter().find(|(_, text)| text.contains(&opening)).map(|(name, _)| *name);
        home.filter(|name| self.is_own(name))
    }

    /// Where the user finds a file: their own below `templat/`, the program's below `templates/`.
    #[must_use]
    pub fn place(&self, name: &str) -> Place {
        let folder = if self.is_own(name) { "templat" } else { "templates" };
        Place::file(format!("{folder}/{name}"))
    }
}
