//! What a workspace says of a kind of report of its own: `templat/JENIS/templat.toml`.
//!
//! Which kinds there are to build upon, and what the rest of such a folder holds, is known to [`crate::report`].

use serde::{Deserialize, Serialize};

use super::problem;
use super::reader::Reader;
use super::sections::Kertas;
use super::syntax;
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::place::{Cell, Place};

/// The name of the file in the folder of its kind.
pub const KIND_FILE_NAME: &str = "templat.toml";

/// Its keys.
const KEYS: &[&str] = &["judul", "dasar", "kertas"];

/// A kind of the workspace's own, as its author describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JenisSendiri {
    /// What the report is called, in front of its region and period.
    pub judul: Cell<String>,
    /// The kind whose data and figures it gets.
    pub dasar: Cell<String>,
    /// Its paper; that of the manifest when absent.
    pub kertas: Option<Cell<Kertas>>,
}

impl JenisSendiri {
    /// Reads a description; `path` is how places name it, `bases` are the kinds to build upon.
    ///
    /// Fails with [`FailureKind::Template`] and every problem found, in the order of the lines.
    pub fn parse(bytes: &[u8], path: &str, bases: &[&str]) -> Result<Self, Failure> {
        let text = syntax::decode(bytes, path)
            .map_err(|failure| Failure { kind: FailureKind::Template, diagnostics: failure.diagnostics })?;
        let (mut reader, root) = Reader::new(syntax::read(&text, Place::file(path)));
        let view = reader.top(&root);
        reader.refuse_unknown_here(&root, KIND_FILE_NAME, KEYS);
        reader.require(&view, "judul", "judul laporan, misalnya \"Ringkasan untuk Wali Kota\"");
        reader.require(&view, "dasar", "jenis bawaan yang datanya dipakai, misalnya \"bulanan\"");
        let judul = reader.text(&view, "judul");
        let dasar = reader.text(&view, "dasar");
        let kertas = reader.choice(&view, "kertas", Kertas::ALL, Kertas::as_str);
        if let Some(unknown) = dasar.as_ref().filter(|cell| !bases.contains(&cell.value.as_str())) {
            reader.push(problem::not_a_choice(unknown.place.clone(), &unknown.value, bases));
        }
        let mut diagnostics = reader.problems;
        match (judul, dasar) {
            (Some(judul), Some(dasar)) if diagnostics.is_empty() => Ok(Self { judul, dasar, kertas }),
            _ => {
                diagnostics.sort_by_key(|diagnostic| diagnostic.places.first().and_then(|place| place.baris));
                let name = path.rsplit('/').nth(1).unwrap_or("JENIS");
                let diagnostics = diagnostics.into_iter().map(|diagnostic| Diagnostic {
                    action: format!("Perbaiki berkas itu, lalu jalankan `rakor templat periksa {name}`."),
                    ..diagnostic
                });
                Err(Failure { kind: FailureKind::Template, diagnostics: diagnostics.collect() })
            }
        }
    }
}
