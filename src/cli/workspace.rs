//! Where the workspace is, and its files as a report takes them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::code;
use super::disk;
use super::exit::Exit;
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::files::{self, MAX_BYTES, Trouble};
use crate::manifest::{self, FILE_NAME, Manifest, Zona};
use crate::place::Place;
use crate::report::Raw;
use crate::table::{SourceBook, SourceFile};
pub(super) use crate::workbook::MAX_BYTES as MAX_BOOK;
use crate::worker::Worker;

/// What is nobody's business but the program's, below the workspace.
pub(super) const PRIVATE_FOLDER: &str = ".rakor";

/// No image and no template is larger than this, in bytes.
const MAX_PART: u64 = 16 << 20;

/// A folder with a manifest.
#[derive(Debug)]
pub(super) struct Workspace {
    /// As the user would name it.
    pub(super) shown: PathBuf,
    /// As the system finds it.
    pub(super) actual: PathBuf,
}

impl Workspace {
    /// The folder that was asked for, or the nearest above `start` with a manifest.
    pub(super) fn find(start: &Path, asked: Option<&str>) -> Result<Self, Failure> {
        if let Some(asked) = asked {
            let found = Self { shown: PathBuf::from(asked), actual: start.join(asked) };
            return if files::is_file(&found.actual.join(FILE_NAME)) { Ok(found) } else { Err(not_one(asked)) };
        }
        let mut shown = PathBuf::new();
        for folder in start.ancestors() {
            if files::is_file(&folder.join(FILE_NAME)) {
                return Ok(Self { shown, actual: folder.to_path_buf() });
            }
            shown.push("..");
        }
        Err(nowhere())
    }

    /// Its files, workbooks by way of the worker; everything that cannot be read is reported together.
    pub(super) fn load(&self, worker: &Worker) -> Result<Raw, Failure> {
        let mut troubles = Troubles::default();
        let manifest = self.manifest(&mut troubles);
        let mut tables = Vec::new();
        let mut books = Vec::new();
        for (name, bytes) in self.folder("data", data_limit, FailureKind::Data, &mut troubles) {
            let path = format!("data/{name}");
            if !is_workbook(&path) {
                tables.push(SourceFile { path, bytes });
                continue;
            }
            match worker.read_workbook(&path, &bytes) {
                Ok(book) => books.push(SourceBook { path, book }),
                Err(failure) => troubles.add(failure),
            }
        }
        let assets = self.folder("aset", image_limit, FailureKind::Usage, &mut troubles);
        let templates = self.folder("templat", |_| Some(MAX_PART), FailureKind::Template, &mut troubles);
        troubles.into_result()?;
        Ok(Raw {
            manifest_path: FILE_NAME.to_owned(),
            manifest,
            tables,
            books,
            assets: assets.into_iter().map(|(name, bytes)| (format!("aset/{name}"), bytes)).collect(),
            templates,
            ..Raw::default()
        })
    }

    /// The zone whose days and hours people read; that of Jakarta while the manifest cannot be read.
    pub(super) fn zone(&self) -> Zona {
        self.glance().map_or(Zona::Wib, |manifest| manifest.zone())
    }

    /// The region of the institution; none while the manifest cannot be read.
    pub(super) fn own_region(&self) -> Option<String> {
        self.glance().map(|manifest| manifest.printed().lembaga.wilayah.value.clone())
    }

    /// The manifest, for who has nothing to say of its mistakes.
    fn glance(&self) -> Option<Manifest> {
        Manifest::parse(&self.manifest(&mut Troubles::default()), FILE_NAME).ok()
    }

    fn manifest(&self, troubles: &mut Troubles) -> String {
        match files::read_file(&self.actual.join(FILE_NAME), MAX_PART) {
            Ok(bytes) => match manifest::decode(&bytes, FILE_NAME) {
                Ok(text) => text,
                Err(failure) => {
                    troubles.add(failure);
                    String::new()
                }
            },
            Err(trouble) => {
                troubles.unread(&trouble, FILE_NAME, FailureKind::Usage);
                String::new()
            }
        }
    }

    /// The files of a folder that have a limit, in bytes, by path below it; the others are none of the program's business.
    fn folder(
        &self,
        under: &str,
        limit: impl Fn(&str) -> Option<u64>,
        kind: FailureKind,
        troubles: &mut Troubles,
    ) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        let names = files::list_files(&self.actual, under).unwrap_or_else(|trouble| {
            let path = self.relative(&trouble);
            troubles.unread(&trouble, &path, kind);
            Vec::new()
        });
        for name in names {
            let path = format!("{under}/{name}");
            let Some(limit) = limit(&path) else { continue };
            match files::read_file(&self.actual.join(&path), limit) {
                Ok(bytes) => _ = found.insert(name, bytes),
                Err(trouble) => troubles.unread(&trouble, &path, kind),
            }
        }
        found
    }

    /// A path of a trouble, from the workspace.
    fn relative(&self, trouble: &Trouble) -> String {
        let root = files::shown(&self.actual);
        trouble.path.strip_prefix(&root).map_or(trouble.path.as_str(), |rest| rest.trim_start_matches('/')).to_owned()
    }
}

fn extension(path: &str) -> String {
    path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

/// Whether a file is a workbook by its name.
fn is_workbook(path: &str) -> bool {
    matches!(extension(path).as_str(), "xlsx" | "xlsm" | "xls" | "ods")
}

fn data_limit(path: &str) -> Option<u64> {
    if is_workbook(path) { Some(MAX_BOOK) } else { (extension(path) == "csv").then_some(MAX_BYTES) }
}

fn image_limit(path: &str) -> Option<u64> {
    matches!(extension(path).as_str(), "png" | "jpg" | "jpeg" | "svg").then_some(MAX_PART)
}

/// Everything that could not be read.
#[derive(Default)]
struct Troubles {
    kinds: Vec<FailureKind>,
    diagnostics: Vec<Diagnostic>,
}

impl Troubles {
    fn add(&mut self, failure: Failure) {
        self.kinds.push(failure.kind);
        self.diagnostics.extend(failure.diagnostics);
    }

    fn unread(&mut self, trouble: &Trouble, path: &str, kind: FailureKind) {
        let (kind, diagnostic) = disk::unread(trouble, path, kind);
        self.add(Failure::one(kind, diagnostic));
    }

    fn into_result(self) -> Result<(), Failure> {
        let worst = Exit::worst(self.kinds.iter().map(|kind| Exit::from(*kind)));
        match self.kinds.into_iter().find(|kind| Exit::from(*kind) == worst) {
            Some(kind) => Err(Failure { kind, diagnostics: self.diagnostics }),
            None => Ok(()),
        }
    }
}

fn not_one(folder: &str) -> Failure {
    let diagnostic = Diagnostic::error(
        code::NO_WORKSPACE,
        format!("Folder {folder} bukan ruang kerja: {FILE_NAME} tidak ditemukan."),
        "Pilih ruang kerja dengan -C FOLDER atau buat yang baru dengan `rakor baru FOLDER`.",
    );
    Failure::one(FailureKind::Usage, diagnostic.at(Place::file(folder)))
}

fn nowhere() -> Failure {
    let diagnostic = Diagnostic::error(
        code::NO_WORKSPACE,
        format!("Ruang kerja tidak ditemukan: tidak ada {FILE_NAME} di folder ini dan di folder di atasnya."),
        "Pilih ruang kerja dengan -C FOLDER atau buat yang baru dengan `rakor baru FOLDER`.",
    );
    Failure::one(FailureKind::Usage, diagnostic)
}
