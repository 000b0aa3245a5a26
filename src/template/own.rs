//! The workspace's own files: which of them count, and to which kinds of reports they belong.

use std::collections::{BTreeMap, BTreeSet};

use super::{Bundle, code};
use crate::diagnostic::{Diagnostic, nearest, quote};
use crate::manifest::KIND_FILE_NAME as DESCRIPTION;
use crate::place::Place;

/// No workspace has more template files.
const MAX_FILES: usize = 200;

/// The file that a kind begins with, inside its folder.
pub const STRUCTURE: &str = "laporan.typ.j2";

/// The longest name of a kind, in characters: it is part of file names.
const LONGEST_NAME: usize = 40;

/// The files of `templat/`, by path below it.
#[derive(Clone, Copy, Debug)]
pub struct OwnFiles<'a>(pub &'a BTreeMap<String, Vec<u8>>);

/// The folder that a path begins with, and the rest.
fn split(path: &str) -> Option<(&str, &str)> {
    path.split_once('/')
}

fn built_in_folders() -> BTreeSet<&'static str> {
    Bundle::built_in_names().filter_map(split).map(|(folder, _)| folder).collect()
}

impl<'a> OwnFiles<'a> {
    /// Whether a file of `templat/` is the program's business, by its name alone.
    #[must_use]
    pub fn counts(path: &str) -> bool {
        let name = path.rsplit('/').next().unwrap_or(path);
        Self::is_description(path) || matches!(name.rsplit_once('.'), Some((_, "j2" | "typ")))
    }

    /// Whether a file describes a kind and is no template itself.
    #[must_use]
    pub fn is_description(path: &str) -> bool {
        path.rsplit('/').next() == Some(DESCRIPTION)
    }

    /// Whether a folder's name can be that of a kind: on the command line and in file names.
    #[must_use]
    pub fn is_name(name: &str) -> bool {
        let plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        plain && !name.starts_with('-') && (1..=LONGEST_NAME).contains(&name.len())
    }

    /// The kinds of the workspace's own: folders with a description.
    #[must_use]
    pub fn kinds(self) -> Vec<&'a str> {
        let named = self.0.keys().filter_map(|path| split(path)).filter(|(_, name)| *name == DESCRIPTION);
        named.map(|(folder, _)| folder).filter(|folder| !built_in_folders().contains(folder)).collect()
    }

    /// The description of one of them.
    #[must_use]
    pub fn description(self, kind: &str) -> Option<(String, &'a [u8])> {
        let path = format!("{kind}/{DESCRIPTION}");
        let bytes = self.0.get(&path)?;
        Some((format!("templat/{path}"), bytes))
    }

    /// The files that reports see which are made from these folders; what kinds share is seen by all.
    #[must_use]
    pub fn seen_from(self, folders: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let seen = |path: &str| split(path).is_some_and(|(top, _)| top.starts_with('_') || folders.contains(&top));
        let files = self.0.iter().filter(|(path, _)| Self::counts(path) && seen(path));
        files.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    }

    /// Files that no kind of report uses, and kinds that lack something: a slip of the pen in a name would otherwise leave
    /// a report as it was, unnoticed.
    #[must_use]
    pub fn problems(self) -> Vec<Diagnostic> {
        let names: Vec<&str> = self.0.keys().map(String::as_str).filter(|path| Self::counts(path)).collect();
        if let Some(diagnostic) = Self::too_many(names.len()) {
            return vec![diagnostic];
        }
        names.iter().filter_map(|path| self.problem(path)).collect()
    }

    /// The refusal of more files than any workspace has.
    #[must_use]
    pub fn too_many(count: usize) -> Option<Diagnostic> {
        let message = format!("Folder templat/ memuat {count} berkas templat, melebihi batas {MAX_FILES}.");
        let diagnostic = Diagnostic::error(code::COUNT, message, "Hapus berkas yang tidak dipakai.");
        (count > MAX_FILES).then(|| diagnostic.at(Place::file("templat")))
    }

    fn problem(self, path: &str) -> Option<Diagnostic> {
        let place = Place::file(format!("templat/{path}"));
        let Some((top, name)) = split(path) else {
            let action = "Pindahkan berkas itu ke folder jenisnya, misalnya templat/bulanan.";
            return Some(strange("Berkas ini tidak berada dalam folder sebuah jenis laporan.", action).at(place));
        };
        let built_in = built_in_folders();
        let diagnostic = if built_in.contains(top) {
            match name {
                DESCRIPTION => strange(
                    &format!("`{top}` adalah bawaan program; {DESCRIPTION} hanya untuk jenis laporan sendiri."),
                    "Hapus berkas itu atau ganti nama foldernya.",
                ),
                _ if Bundle::built_in_names().any(|known| known == path) || self.is_called(path, name) => return None,
                _ => {
                    let near = nearest(path, Bundle::built_in_names());
                    let hint =
                        near.map_or_else(String::new, |near| format!("; mungkin yang dimaksud `templat/{near}`"));
                    strange(
                        &format!("Berkas ini tidak menggantikan berkas bawaan dan tidak diimpor{hint}."),
                        "Perbaiki namanya, impor berkas itu, atau hapus; nama bawaan ditampilkan oleh `rakor templat`.",
                    )
                }
            }
        } else if !self.0.contains_key(&format!("{top}/{DESCRIPTION}")) {
            let hint = nearest(top, built_in)
                .map_or_else(String::new, |near| format!("; mungkin yang dimaksud `templat/{near}`"));
            strange(
                &format!("Folder {} bukan jenis laporan bawaan{hint}.", quote(top)),
                "Perbaiki nama foldernya atau tambahkan templat.toml untuk jenis laporan sendiri.",
            )
        } else if name != DESCRIPTION {
            return None;
        } else if !Self::is_name(top) {
            let message = format!("{} tidak dapat menjadi nama jenis laporan.", quote(top));
            Diagnostic::error(code::KIND_NAME, message, "Ganti nama folder itu.").expected(format!(
                "huruf kecil a sampai dengan z, angka, dan tanda hubung; paling banyak {LONGEST_NAME} karakter"
            ))
        } else if !self.0.contains_key(&format!("{top}/{STRUCTURE}")) {
            let message = format!("Jenis laporan `{top}` belum mempunyai {STRUCTURE}.");
            let action = format!("Buat templat/{top}/{STRUCTURE}, misalnya dengan menyalin milik jenis dasarnya.");
            Diagnostic::error(code::BROKEN_KIND, message, action)
        } else {
            return None;
        };
        Some(diagnostic.at(place))
    }

    /// Whether another file names this one, as an import does.
    fn is_called(self, path: &str, name: &str) -> bool {
        let name = name.rsplit('/').next().unwrap_or(name).as_bytes();
        let mut others = self.0.iter().filter(|(other, _)| other.as_str() != path);
        others.any(|(_, text)| text.windows(name.len()).any(|part| part == name))
    }
}

fn strange(message: &str, action: &str) -> Diagnostic {
    Diagnostic::error(code::STRANGE, message, action)
}
