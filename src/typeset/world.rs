//! The engine's world: virtual files, embedded faces, nothing else.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Binding, Bytes, Datetime, Duration, Value};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::MAIN;
use super::survey::RUNNING;
use crate::fonts::FACES;

/// What every document shares; built once.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let faces: Vec<Font> = FACES.iter().filter_map(|(_, bytes)| Font::new(Bytes::new(*bytes), 0)).collect();
    Shared { library: LazyHash::new(library()), book: LazyHash::new(FontBook::from_fonts(&faces)), faces }
});

/// The engine's vocabulary without the words that run what is not markup: text as code, and code of others.
fn library() -> Library {
    let mut library = Library::default();
    for word in RUNNING {
        library.global.scope_mut().bind((*word).into(), Binding::detached(Value::None));
    }
    library.std = Binding::detached(Value::Module(library.global.clone()));
    library
}

/// One document's files. No disk, network, packages, plugins or clock is reachable from here.
pub(super) struct Desk {
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    pub(super) fn new(files: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut desk = Self { main: file_id(MAIN), sources: HashMap::new(), files: HashMap::new() };
        for (path, bytes) in files {
            let id = file_id(path);
            if std::path::Path::new(path).extension().is_some_and(|ending| ending == "typ")
                && let Ok(text) = std::str::from_utf8(bytes)
            {
                desk.sources.insert(id, Source::new(id, text.to_owned()));
            }
            desk.files.insert(id, Bytes::new(bytes.clone()));
        }
        desk
    }

    /// The main file; an empty one when the job has none.
    pub(super) fn main_source(&self) -> Source {
        self.sources.get(&self.main).cloned().unwrap_or_else(|| Source::new(self.main, String::new()))
    }
}

/// Lets go of what the engine remembers of documents typeset more than `age` documents ago. Needed after success and
/// after failure alike, or memory grows without bound.
pub fn forget(age: usize) {
    typst::comemo::evict(age);
}

fn file_id(path: &str) -> FileId {
    // Paths come from the program and from names checked by `files`; one that the engine refuses cannot be reached.
    let vpath = VirtualPath::new(path).or_else(|_| VirtualPath::new("tidak-terjangkau"));
    let vpath = vpath.unwrap_or_else(|_| unreachable!("a fixed path without dots is always a virtual path"));
    RootedPath::new(VirtualRoot::Project, vpath).intern()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.faces.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
