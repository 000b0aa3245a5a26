//! A workspace's own templates: which of them a report is made with, and what is wrong with them before they run.
//!
//! Owns: kinds of the workspace's own, each of which borrows data and figures from a built-in one, and the look through
//! markup that somebody else has written. Which files of a folder count is known to [`crate::template`], what markup may
//! not say to [`crate::typeset`]; that such a report is made in a process with limits, to [`crate::cli`].

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::code;
use super::input::{Blob, BuildInput, Kind, unknown_kind};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, quote};
use crate::manifest::{JenisSendiri, Kertas};
use crate::place::{Cell, Place};
use crate::template::{Bundle, OwnFiles, Rendered, Renderer};
use crate::typeset::{MAIN, Objection, Trouble, survey};

/// So many objections to one file are told; the rest would be more of the same.
const TOLD: usize = 10;

/// A kind of the workspace's own, as far as its reports know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnKind {
    /// Its name: that of its folder, on the command line and in file names.
    pub nama: String,
    /// What its reports are called.
    pub judul: Cell<String>,
}

/// What a kind is made with.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    /// The kind that gives data and figures.
    pub(super) kind: Kind,
    /// The kind of the workspace's own, when one was asked for.
    pub(super) own: Option<OwnKind>,
    /// Its paper.
    pub(super) paper: Option<Cell<Kertas>>,
    /// The workspace's files that its reports see.
    pub(super) files: BTreeMap<String, Blob>,
}

impl Chosen {
    /// Looks a kind up among the program's and the workspace's.
    pub(super) fn of(name: &str, templates: &BTreeMap<String, Vec<u8>>) -> Result<Self, Failure> {
        let files = OwnFiles(templates);
        let diagnostics = files.problems();
        if !diagnostics.is_empty() {
            return Err(Failure { kind: FailureKind::Template, diagnostics });
        }
        let seen = |folders: &[&str]| files.seen_from(folders).into_iter().map(|(path, bytes)| (path, Blob(bytes)));
        if let Some(kind) = Kind::of(name) {
            return Ok(Self { kind, own: None, paper: None, files: seen(&[name]).collect() });
        }
        let own = files.kinds();
        let Some((path, bytes)) = own.contains(&name).then(|| files.description(name)).flatten() else {
            return Err(unknown_kind(name, &own));
        };
        let JenisSendiri { judul, dasar, kertas } = JenisSendiri::parse(bytes, &path, &Kind::ALL.map(Kind::name))?;
        let kind = Kind::of(&dasar.value).ok_or_else(|| unknown_kind(&dasar.value, &[]))?;
        let files = seen(&[name, kind.name()]).collect();
        Ok(Self { kind, own: Some(OwnKind { nama: name.to_owned(), judul }), paper: kertas, files })
    }
}

/// The renderer of a workspace's own templates, looked through before anything of them runs.
pub(super) fn renderer(input: &BuildInput, sentences: &[&'static str]) -> Result<Renderer, Failure> {
    let files = input.templat.iter().filter(|(path, _)| !OwnFiles::is_description(path));
    let overrides = files.map(|(name, blob)| (name.clone(), blob.0.clone())).collect();
    let renderer = Renderer::new(Bundle::with_overrides(&overrides)?, sentences)?;
    let bundle = renderer.bundle();
    let known = known(bundle, input);
    let mut diagnostics = Vec::new();
    for (name, text) in bundle.iter().filter(|(name, _)| bundle.is_own(name)) {
        let (found, origin): (_, Box<dyn Fn(usize) -> usize>) = match renderer.outline(name) {
            Some(outline) => (look(&outline.text, MAIN, &renderer, &known), Box::new(move |at| outline.origin(at))),
            None if Bundle::is_layout(name) => (look(text, name, &renderer, &known), Box::new(|at| at)),
            None => continue,
        };
        diagnostics.extend(found.iter().take(TOLD).map(|objection| {
            let before = text.get(..origin(objection.offset)).unwrap_or(text);
            let line = u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX);
            diagnostic(&objection.trouble).at(bundle.place(name).at_row(line))
        }));
    }
    if diagnostics.is_empty() { Ok(renderer) } else { Err(Failure { kind: FailureKind::Template, diagnostics }) }
}

/// Looks through what templates have printed: what only came together there is found here.
pub(super) fn look_again(input: &BuildInput, renderer: &Renderer, rendered: &Rendered) -> Result<(), Failure> {
    let bundle = renderer.bundle();
    let found = look(&rendered.markup, MAIN, renderer, &known(bundle, input));
    let diagnostics: Vec<Diagnostic> = found
        .iter()
        .take(TOLD)
        .map(|objection| {
            let line = rendered.lines.at(objection.offset);
            let place = line.map_or_else(|| Place::file("templat"), |line| bundle.place(&line.file).at_row(line.line));
            diagnostic(&objection.trouble).at(place)
        })
        .collect();
    if diagnostics.is_empty() { Ok(()) } else { Err(Failure { kind: FailureKind::Template, diagnostics }) }
}

fn look(text: &str, path: &str, renderer: &Renderer, known: &BTreeSet<&str>) -> Vec<Objection> {
    survey(text, path, renderer.marker(), &|path| known.contains(path))
}

/// The files that markup may name.
fn known<'a>(bundle: &'a Bundle, input: &'a BuildInput) -> BTreeSet<&'a str> {
    let layout = bundle.iter().map(|(name, _)| name).filter(|name| name.starts_with("_naskah/"));
    layout.chain(input.aset.keys().map(String::as_str)).chain(["data.json", "profil.json"]).collect()
}

fn diagnostic(trouble: &Trouble) -> Diagnostic {
    match trouble {
        Trouble::Word(word) => Diagnostic::error(
            code::FORBIDDEN_WORD,
            format!("Markah templat tidak boleh memakai `{word}`."),
            "Hapus bagian itu; data hanya sampai ke halaman lewat {{ … }}.",
        ),
        Trouble::Package(name) => Diagnostic::error(
            code::PACKAGE,
            format!("Paket {} tidak tersedia: templat tidak menjangkau jaringan dan paket.", quote(name)),
            "Hapus `import` itu dan tulis bagian yang diperlukan dalam templat sendiri.",
        ),
        Trouble::File(path) => Diagnostic::error(
            code::FOREIGN_FILE,
            format!("Berkas {} tidak termasuk berkas laporan.", quote(path)),
            "Gunakan hanya berkas dalam `_naskah`, lambang dari rakor.toml, dan grafik yang diminta dengan `grafik`.",
        ),
        Trouble::StrayReference => super::build::stray(),
    }
}
