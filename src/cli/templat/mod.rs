//! `rakor templat`: which kinds there are and where each of their files comes from; built-in files to be edited; a look at
//! one's own.

pub(super) mod codes;
mod ekspor;
mod periksa;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use clap::ValueEnum as _;
use serde_json::{Value, json};

use super::args::{Jenis, Templat, Tindakan};
use super::buat;
use super::settings::Settings;
use super::workspace::{TEMPLATE_FOLDER, Workspace};
use super::{Outside, Reply};
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::manifest::JenisSendiri;
use crate::place::Place;
use crate::report::Kind;
use crate::template::{Bundle, OwnFiles};

/// Files of `templat/`, by path below it.
type Own = BTreeMap<String, Vec<u8>>;

pub(super) fn run(args: &Templat, settings: &Settings, outside: &Outside<'_>) -> Result<Reply, Failure> {
    if args.keluaran.is_some() && args.tindakan != Some(Tindakan::Ekspor) {
        let diagnostic = Diagnostic::error(codes::NO_OUTPUT, "Folder tujuan hanya untuk ekspor.", "Hapus pilihan itu.");
        return Err(Failure::one(FailureKind::Usage, diagnostic.at(Place::file("-o"))));
    }
    match args.tindakan {
        None => list(workspace(settings, outside)?.as_ref()),
        Some(Tindakan::Ekspor) => ekspor::run(args, settings, outside),
        Some(Tindakan::Periksa) => periksa::run(args.sasaran.as_deref(), settings, outside),
    }
}

/// The workspace, when there is one: what the program brings along can be looked at anywhere.
fn workspace(settings: &Settings, outside: &Outside<'_>) -> Result<Option<Workspace>, Failure> {
    match Workspace::find(&outside.folder, settings.folder.as_deref()) {
        Ok(workspace) => Ok(Some(workspace)),
        Err(failure) if settings.folder.is_some() => Err(failure),
        Err(_) => Ok(None),
    }
}

/// The folder that a path begins with.
fn top(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

/// Every file of a folder, the program's and the workspace's: its path, and whether it is the workspace's.
fn files<'a>(folder: &str, own: &'a Own) -> BTreeMap<&'a str, bool> {
    let built_in = Bundle::built_in_names().filter(|path| top(path) == folder).map(|path| (path, false));
    let own = own.keys().map(String::as_str).filter(|path| top(path) == folder && OwnFiles::counts(path));
    built_in.chain(own.map(|path| (path, true))).collect()
}

fn origin(own: bool) -> &'static str {
    if own { "ruang kerja" } else { "bawaan" }
}

/// A kind of report, or what kinds share.
struct Entry<'a> {
    name: &'a str,
    about: String,
    base: Option<String>,
    own: bool,
    files: BTreeMap<&'a str, bool>,
}

fn list(workspace: Option<&Workspace>) -> Result<Reply, Failure> {
    let own = workspace.map(Workspace::templates).transpose()?.unwrap_or_default();
    let mut problems = OwnFiles(&own).problems();
    let mut kinds: Vec<Entry<'_>> = Jenis::value_variants()
        .iter()
        .map(|kind| {
            let about = kind.to_possible_value().and_then(|value| Some(value.get_help()?.to_string()));
            let name = buat::kind(*kind);
            Entry { name, about: about.unwrap_or_default(), base: None, own: false, files: files(name, &own) }
        })
        .collect();
    for name in OwnFiles(&own).kinds() {
        let (mut about, mut base) = (String::new(), None);
        if let Some((path, bytes)) = OwnFiles(&own).description(name) {
            match JenisSendiri::parse(bytes, &path, &Kind::ALL.map(Kind::name)) {
                Ok(described) => (about, base) = (described.judul.value, Some(described.dasar.value)),
                Err(failure) => problems.extend(failure.diagnostics),
            }
        }
        kinds.push(Entry { name, about, base, own: true, files: files(name, &own) });
    }
    let shared: BTreeSet<&str> = Bundle::built_in_names().map(top).filter(|folder| folder.starts_with('_')).collect();
    let shared = shared.into_iter().map(|name| Entry {
        name,
        about: "dipakai bersama oleh semua jenis".to_owned(),
        base: None,
        own: false,
        files: files(name, &own),
    });
    let shared: Vec<Entry<'_>> = shared.collect();
    let mut text = String::new();
    for entry in kinds.iter().chain(&shared) {
        block(entry, &mut text);
    }
    let all = |entries: &[Entry<'_>]| entries.iter().map(object).collect::<Vec<Value>>();
    let mut reply = Reply::new(text, json!({ "jenis": all(&kinds), "bersama": all(&shared) }));
    if !problems.is_empty() {
        reply.exit = FailureKind::Template.into();
        reply.diagnostics = problems;
    }
    Ok(reply)
}

fn block(entry: &Entry<'_>, text: &mut String) {
    let base = entry.base.as_ref().map_or_else(String::new, |base| format!(" (dari data {base})"));
    // Writing to a string has no way to fail.
    let _ = writeln!(text, "{}  {}{base}", entry.name, entry.about);
    let width = entry.files.keys().map(|path| path.chars().count()).max().unwrap_or_default();
    for (path, own) in &entry.files {
        let shown = if *own { format!("{TEMPLATE_FOLDER}/{path}") } else { String::new() };
        let line = format!("  {path:width$}  {:11}  {shown}", origin(*own));
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

fn object(entry: &Entry<'_>) -> Value {
    let files: Vec<Value> =
        entry.files.iter().map(|(path, own)| json!({ "berkas": path, "asal": origin(*own) })).collect();
    json!({
        "nama": entry.name,
        "keterangan": entry.about,
        "asal": origin(entry.own),
        "dasar": entry.base,
        "berkas": files,
    })
}
