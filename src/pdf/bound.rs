//! How much of a foreign file is read, and what is said about one that wants more.

use crate::bahasa;

/// No PDF may be larger, in bytes. A year's report of a province is a few hundred kilobytes.
pub const MAX_BYTES: u64 = 64 << 20;
/// No attachment may be larger once inflated, in bytes.
pub const MAX_ATTACHMENT: u64 = 32 << 20;
/// No stream may be larger once inflated, in bytes.
pub(super) const MAX_STREAM: usize = 64 << 20;
/// All streams together, each as often as it is inflated, in bytes.
pub(super) const MAX_INFLATED: usize = 512 << 20;
/// At most so many bytes of text are read from one file.
pub(super) const MAX_TEXT: usize = 32 << 20;
/// No report has more pages.
pub(super) const MAX_PAGES: usize = 5_000;
/// At most so many things lie on one page.
pub(super) const MAX_ANNOTATIONS: usize = 5_000;
/// Trees (of pages, fields, names) have at most so many nodes.
pub(super) const MAX_NODES: usize = 50_000;
/// A file may have been added to so often; each signature adds one table of objects.
pub(super) const MAX_TABLES: usize = 64;
/// At most so many objects are listed.
pub(super) const MAX_OBJECTS: usize = 500_000;
/// Objects lead at most so deep into each other.
pub(super) const MAX_CHAIN: usize = 400;
/// Forms stand at most so deep in each other.
pub(super) const MAX_FORMS: usize = 12;
/// At most so many instructions are followed in one file.
pub(super) const MAX_OPERATIONS: usize = 10_000_000;
/// One font translates at most so many codes.
pub(super) const MAX_CODES: usize = 200_000;

/// The limit that a file ran into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    File,
    Attachment,
    Stream,
    Inflated,
    Text,
    Pages,
    Annotations,
    Nodes,
    Tables,
    Objects,
    Chain,
    Forms,
    Operations,
    Codes,
    /// The same parts are asked for over and over.
    Work,
}

impl Bound {
    /// The limit, as what was expected.
    pub(super) fn words(self) -> String {
        let megabytes = |bytes: u64| format!("{} MB", bytes >> 20);
        let size = |bytes: usize| megabytes(bytes as u64);
        let count = |most: usize| bahasa::bilangan(most);
        match self {
            Self::File => format!("berkas paling besar {}", megabytes(MAX_BYTES)),
            Self::Attachment => format!("lampiran paling besar {} setelah dimekarkan", megabytes(MAX_ATTACHMENT)),
            Self::Stream => format!("satu bagian paling besar {} setelah dimekarkan", size(MAX_STREAM)),
            Self::Inflated => format!("semua bagian paling besar {} setelah dimekarkan", size(MAX_INFLATED)),
            Self::Text => format!("teks paling besar {}", size(MAX_TEXT)),
            Self::Pages => format!("paling banyak {} halaman", count(MAX_PAGES)),
            Self::Annotations => format!("paling banyak {} tempelan pada satu halaman", count(MAX_ANNOTATIONS)),
            Self::Nodes => format!("paling banyak {} simpul dalam satu susunan", count(MAX_NODES)),
            Self::Tables => format!("paling banyak {} kali diperbarui", count(MAX_TABLES)),
            Self::Objects => format!("paling banyak {} objek", count(MAX_OBJECTS)),
            Self::Chain => format!("objek bersarang paling dalam {} tingkat", count(MAX_CHAIN)),
            Self::Forms => format!("gambar bersarang paling dalam {} tingkat", count(MAX_FORMS)),
            Self::Operations => format!("paling banyak {} perintah gambar", count(MAX_OPERATIONS)),
            Self::Codes => format!("paling banyak {} kode huruf dalam satu fon", count(MAX_CODES)),
            Self::Work => "bagian yang tidak dibaca berulang-ulang".to_owned(),
        }
    }
}
