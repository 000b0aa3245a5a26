//! The house: walls between rooms, and what must stand in the repository or may not.
//!
//! Reads the sources as text. What the compiler and the linter guard (`Cargo.toml`, `clippy.toml`) is not repeated here.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

mod code;
mod modules;
mod packages;
mod papers;
mod walls;

use std::fs;
use std::path::{Path, PathBuf};

/// One text of the repository.
pub(crate) struct Page {
    /// Path from the repository's top, with forward slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Page {
    /// The path without the ending: `src/table/mod`.
    fn stem(&self) -> &str {
        self.path.rsplit_once('.').map_or(&self.path, |(stem, _)| stem)
    }
}

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file below a folder, in order; without what builds and runs leave behind.
fn paths(under: &str) -> Vec<String> {
    let mut found = Vec::new();
    walk(&top().join(under), under, &mut found);
    found.sort();
    found
}

fn walk(folder: &Path, name: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let own = path.file_name().unwrap().to_str().unwrap();
        let below = if name.is_empty() { own.to_owned() } else { format!("{name}/{own}") };
        if !path.is_dir() {
            found.push(below);
        } else if ![".git", "target", "keluaran"].contains(&own) {
            walk(&path, &below, found);
        }
    }
}

/// The files below a folder whose names end so.
pub(crate) fn pages(under: &str, endings: &[&str]) -> Vec<Page> {
    let ours = paths(under).into_iter().filter(|path| endings.iter().any(|ending| path.ends_with(ending)));
    ours.map(|path| Page { text: read(&path), path }).collect()
}

/// The room a source of the library belongs to, nothing for `lib.rs`.
fn room(page: &Page) -> Option<&str> {
    let name = page.stem().strip_prefix("src/")?.split('/').next()?;
    (name != "lib").then_some(name)
}

/// Fails with every violation, one on each line.
fn expect_none(violations: &[String], rule: &str) {
    assert!(violations.is_empty(), "{rule}\n{}", violations.join("\n"));
}
