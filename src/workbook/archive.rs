//! The check of an archive before anything in it is parsed.
//!
//! Owns: how many parts, how large they really are (declared sizes are not believed), that no two bear one name, and that
//! every part that is XML is harmless; in the same pass the [`Facts`] of each part are collected. What a part means
//! belongs to the reader of its format.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::facts::Facts;
use super::limit::{MAX_INFLATED, MAX_PARTS, MAX_RATIO, RATIO_FROM};
use super::problem::{self, Problem};
use super::scan::{Fault, Scanner};
use crate::place::Place;

/// How much is inflated at a time.
const PIECE: usize = 64 << 10;

/// The list of parts that ODS files have.
const MANIFEST: &str = "META-INF/manifest.xml";

/// An archive that may be read.
#[derive(Debug)]
pub(super) struct Archive {
    parts: BTreeMap<String, Facts>,
}

impl Archive {
    /// The facts of a part, whatever case its name is written in.
    pub(super) fn facts(&self, name: &str) -> Option<&Facts> {
        self.parts.get(&folded(name))
    }

    /// As [`Archive::facts`], to keep.
    pub(super) fn take(&mut self, name: &str) -> Option<Facts> {
        self.parts.remove(&folded(name))
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&folded(name))
    }
}

/// Programs find parts by names in any case, so two that differ in it only are one.
fn folded(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// Unpacks everything once and keeps nothing of it but facts.
pub(super) fn check(file: &Place, bytes: &[u8]) -> Result<Archive, Problem> {
    let mut zip = open(file, bytes)?;
    if zip.len() > MAX_PARTS {
        return Err(problem::too_many_parts(file, zip.len()));
    }
    if zip.has_duplicate_names() {
        return Err(problem::part_twice(file, None));
    }
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let most = MAX_INFLATED.min(size.saturating_mul(MAX_RATIO).max(RATIO_FROM));
    let mut inflated = 0;
    let mut parts = BTreeMap::new();
    // An encrypted part is no longer XML, so what says that there are some comes first.
    let manifest = zip.index_for_name(MANIFEST);
    for number in manifest.into_iter().chain((0..zip.len()).filter(|number| Some(*number) != manifest)) {
        let name = named(&zip, number);
        let mut part = zip.by_index(number).map_err(|error| unopened(file, &name, &error))?;
        let mut pass = Pass { file, name: &name, size, most, inflated };
        let facts = pass.part(&mut part)?;
        inflated = pass.inflated;
        if matches!(facts, Facts::Encrypted) {
            return Err(problem::password(file));
        }
        if parts.insert(folded(&name), facts).is_some() {
            return Err(problem::part_twice(file, Some(&name)));
        }
    }
    Ok(Archive { parts })
}

fn open<'a>(file: &Place, bytes: &'a [u8]) -> Result<ZipArchive<Cursor<&'a [u8]>>, Problem> {
    // The list of parts stands at the end: without it the end is missing.
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| problem::truncated(file))
}

fn named(zip: &ZipArchive<Cursor<&[u8]>>, number: usize) -> String {
    zip.name_for_index(number).and_then(Result::ok).map_or_else(|| format!("nomor {}", number + 1), Into::into)
}

fn unopened(file: &Place, part: &str, error: &ZipError) -> Problem {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            problem::password(file)
        }
        error => problem::damaged(file, Some(part), error.to_string()),
    }
}

/// The whole content of one part, for the few small ones that are read twice.
pub(super) fn content(file: &Place, bytes: &[u8], name: &str) -> Result<Vec<u8>, Problem> {
    let mut zip = open(file, bytes)?;
    let mut part = zip.by_name(name).map_err(|error| unopened(file, name, &error))?;
    let mut content = Vec::new();
    part.by_ref()
        .take(MAX_INFLATED)
        .read_to_end(&mut content)
        .map_err(|error| problem::damaged(file, Some(name), error.to_string()))?;
    Ok(content)
}

/// Unpacking one part.
struct Pass<'a> {
    file: &'a Place,
    name: &'a str,
    size: u64,
    most: u64,
    inflated: u64,
}

impl Pass<'_> {
    fn part(&mut self, part: &mut impl Read) -> Result<Facts, Problem> {
        let mut piece = vec![0; PIECE];
        let mut scanner = None;
        let mut first = true;
        loop {
            let length = part.read(&mut piece).map_err(|error| self.unread(&error.to_string()))?;
            let read = piece.get(..length).unwrap_or_default();
            if read.is_empty() {
                return Ok(scanner.map_or(Facts::Other, Scanner::finish));
            }
            self.inflated = self.inflated.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
            if self.inflated > self.most {
                return Err(problem::inflates(self.file, self.name, self.size));
            }
            if std::mem::take(&mut first) && is_xml(self.name, read) {
                scanner = Some(Scanner::default());
            }
            if let Some(scanner) = &mut scanner {
                scanner.feed(read).map_err(|fault| self.refused(fault))?;
            }
        }
    }

    fn unread(&self, engine: &str) -> Problem {
        problem::damaged(self.file, Some(self.name), engine)
    }

    fn refused(&self, fault: Fault) -> Problem {
        match fault {
            Fault::Doctype => problem::doctype(self.file, self.name),
            Fault::Encoding => problem::encoding(self.file, self.name),
            Fault::Endless => problem::damaged(self.file, Some(self.name), "tag without end"),
            Fault::Count => problem::false_count(self.file, self.name),
            Fault::Many => problem::too_much(self.file, self.name),
            Fault::Text => problem::long_text(self.file),
        }
    }
}

/// A part is XML when its name says so or its content begins so, whatever the list of types says.
fn is_xml(name: &str, beginning: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    let text = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning).trim_ascii_start();
    [".xml", ".rels", ".vml"].iter().any(|ending| name.ends_with(ending)) || text.first() == Some(&b'<')
}
