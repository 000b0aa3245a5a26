//! Reading a report back: what a PDF carries, and which program says it made it.
//!
//! Owns: the way from a file's bytes to one attachment ([`Pdf::attachment`]) and to the program's mark
//! ([`Pdf::creator`]). What the attachment means belongs to [`crate::report`]; writing a PDF to [`crate::typeset`].
//!
//! The bytes may come from anybody, so the room reads what lies on that way and nothing else: the tables of objects, the
//! catalogue, the tree of attachments, one stream. Everything is limited ([`MAX_BYTES`], [`MAX_ATTACHMENT`], depth,
//! objects, work: `bound`), and whatever the bytes are, they are read or refused. The readers at hand inflate without a limit
//! before a caller can object, or are known to fall over broken files; so only the inflater (flate2, which the
//! typesetting engine brings along) is theirs. An object kept in a compressed object stream is refused with a reason:
//! this program writes none.
//!
//! What other programs write is read by lopdf, in a child process and nowhere else: what a file shows ([`content()`]), and
//! the same file with nothing packed ([`unpacked`]).

mod bound;
mod code;
mod content;
mod object;
mod table;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

pub use code::CODES;
pub use content::{About, Annotation, Content, Page, Signature, content, unpacked};

use crate::diagnostic::Diagnostic;
use bound::{
    Bound, MAX_ANNOTATIONS, MAX_CHAIN, MAX_CODES, MAX_FORMS, MAX_INFLATED, MAX_NODES, MAX_OBJECTS, MAX_OPERATIONS,
    MAX_PAGES, MAX_STREAM, MAX_TABLES, MAX_TEXT,
};
pub use bound::{MAX_ATTACHMENT, MAX_BYTES};
use object::{Dict, Object, Reader};

/// The code of a file that keeps its objects packed; [`unpacked`] helps.
pub const PACKED: &str = code::REWRITTEN;

/// At most this many references lead from one to the next.
const MAX_HOPS: usize = 8;
/// A tag of the format stands this near to the start or the end of a file.
const MARGIN: usize = 1_024;

/// A PDF whose table of objects has been read.
pub struct Pdf<'a> {
    bytes: &'a [u8],
    /// Where each object begins.
    offsets: BTreeMap<u32, usize>,
    trailer: Dict<'a>,
    /// Bytes that may still be looked at: what refers to itself over and over ends here.
    work: Cell<usize>,
}

/// An object with the bytes behind it, when it is a stream.
struct Found<'a> {
    object: Object<'a>,
    stream: Option<&'a [u8]>,
}

/// Why a PDF gives nothing. Every case has its message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    NoPdf,
    Locked,
    Damaged,
    Bare,
    TooLarge(Bound),
    Rewritten,
    /// The page, from 1.
    Mute(usize),
    /// The page, from 1.
    Garbled(usize),
}

impl Refusal {
    fn diagnostic(self) -> Diagnostic {
        let on_page;
        let (code, message, action) = match self {
            Self::NoPdf => (code::NO_PDF, "Berkas ini bukan PDF.", "Pilih berkas PDF laporan yang dibuat oleh rakor."),
            Self::Locked => (
                code::LOCKED,
                "PDF ini dikunci dengan sandi sehingga isinya tidak dapat dibaca.",
                "Gunakan berkas asli yang tidak dikunci.",
            ),
            Self::Damaged => (
                code::DAMAGED,
                "PDF ini rusak atau terpotong.",
                "Salin kembali berkas itu dari sumbernya atau buat ulang laporannya.",
            ),
            Self::Bare => (
                code::BARE,
                "PDF ini tidak memuat lampiran masukan.json sehingga asal angkanya tidak diketahui.",
                "Gunakan berkas PDF yang dibuat oleh `rakor buat`, bukan hasil cetak atau pindaiannya.",
            ),
            Self::TooLarge(_) => (
                code::TOO_LARGE,
                "PDF ini atau lampirannya terlalu besar untuk dibaca.",
                "Pastikan berkas itu laporan yang dibuat oleh rakor.",
            ),
            Self::Rewritten => (
                PACKED,
                "PDF ini telah disimpan ulang oleh program lain dalam bentuk yang tidak dapat dibaca kembali.",
                "Gunakan berkas asli yang dibuat oleh `rakor buat`.",
            ),
            Self::Mute(page) => {
                on_page = format!("Halaman {page} memuat huruf yang tidak dapat dibaca kembali sebagai teks.");
                (
                    code::MUTE,
                    on_page.as_str(),
                    "Gunakan berkas asli yang dibuat oleh `rakor buat`, bukan hasil cetak atau pindaiannya.",
                )
            }
            Self::Garbled(page) => {
                on_page = format!("Isi halaman {page} tidak dapat dibaca.");
                (code::GARBLED, on_page.as_str(), "Salin kembali berkas itu dari sumbernya atau buat ulang laporannya.")
            }
        };
        let diagnostic = Diagnostic::error(code, message, action);
        match self {
            Self::TooLarge(bound) => diagnostic.expected(bound.words()),
            _ => diagnostic,
        }
    }
}

impl<'a> Pdf<'a> {
    /// Reads the tables of objects.
    ///
    /// # Errors
    /// `B001` no PDF, `B002` encrypted, `B003` damaged or cut off, `B005` too large, `B006` rewritten by a program that
    /// keeps its tables in compressed streams. The place is added by the caller, who knows the file's name.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Box<Diagnostic>> {
        Self::read(bytes).map_err(|refusal| Box::new(refusal.diagnostic()))
    }

    fn read(bytes: &'a [u8]) -> Result<Self, Refusal> {
        if bytes.len() as u64 > MAX_BYTES {
            return Err(Refusal::TooLarge(Bound::File));
        }
        let head = bytes.get(..bytes.len().min(MARGIN)).unwrap_or_default();
        if object::find(head, b"%PDF-").is_none() {
            return Err(Refusal::NoPdf);
        }
        let (offsets, trailer) = table::read(bytes)?;
        if trailer.get(b"Encrypt").is_some() {
            return Err(Refusal::Locked);
        }
        Ok(Self { bytes, offsets, trailer, work: Cell::new(work(bytes)) })
    }

    /// The program that the file says made it, such as `rakor 0.1.0`.
    #[must_use]
    pub fn creator(&self) -> Option<String> {
        let about = self.dict(self.trailer.get(b"Info")?).ok()?;
        let Found { object: Object::Text(text), .. } = self.follow(about.get(b"Creator")?).ok()? else { return None };
        Some(object::text(&text))
    }

    /// The bytes of the attachment of this name.
    ///
    /// # Errors
    /// `B004` there is none, and `B003`, `B005` and `B006` as for [`Pdf::open`].
    pub fn attachment(&self, name: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.attached(name).map_err(|refusal| Box::new(refusal.diagnostic()))
    }

    fn attached(&self, name: &str) -> Result<Vec<u8>, Refusal> {
        let root = self.dict(self.trailer.get(b"Root").ok_or(Refusal::Damaged)?)?;
        let names = self.dict(root.get(b"Names").ok_or(Refusal::Bare)?)?;
        let mut nodes = vec![self.dict(names.get(b"EmbeddedFiles").ok_or(Refusal::Bare)?)?];
        let mut seen = 0;
        while let Some(node) = nodes.pop() {
            seen += 1;
            if seen > MAX_NODES {
                return Err(Refusal::TooLarge(Bound::Nodes));
            }
            if let Some(listed) = node.get(b"Names") {
                let Found { object: Object::Array(listed), .. } = self.follow(listed)? else {
                    return Err(Refusal::Damaged);
                };
                let named = listed.chunks_exact(2).find_map(|pair| match pair {
                    [Object::Text(key), file] if object::text(key) == name => Some(file),
                    _ => None,
                });
                if let Some(file) = named {
                    return self.content(file);
                }
            }
            if let Some(below) = node.get(b"Kids") {
                let Found { object: Object::Array(below), .. } = self.follow(below)? else {
                    return Err(Refusal::Damaged);
                };
                for node in below.iter().take(MAX_NODES) {
                    nodes.push(self.dict(node)?);
                }
            }
        }
        Err(Refusal::Bare)
    }

    /// What is attached by a file specification.
    fn content(&self, file: &Object<'a>) -> Result<Vec<u8>, Refusal> {
        let file = self.dict(file)?;
        let files = self.dict(file.get(b"EF").ok_or(Refusal::Bare)?)?;
        let reference = files.get(b"F").or_else(|| files.get(b"UF")).ok_or(Refusal::Bare)?;
        let found = self.follow(reference)?;
        let (Object::Dict(about), Some(stream)) = (found.object, found.stream) else { return Err(Refusal::Damaged) };
        if about.get(b"DecodeParms").is_some() {
            return Err(Refusal::Rewritten);
        }
        let filter = about.get(b"Filter").map(|filter| self.follow(filter)).transpose()?;
        let filters = match filter.map(|found| found.object) {
            None | Some(Object::Null) => Vec::new(),
            Some(Object::Array(filters)) => filters,
            Some(filter) => vec![filter],
        };
        match filters.as_slice() {
            [] => Ok(stream.to_vec()),
            [Object::Name(name)] if name.as_ref() == b"FlateDecode" => inflate(stream),
            _ => Err(Refusal::Rewritten),
        }
    }

    fn dict(&self, object: &Object<'a>) -> Result<Dict<'a>, Refusal> {
        match self.follow(object)?.object {
            Object::Dict(dict) => Ok(dict),
            _ => Err(Refusal::Damaged),
        }
    }

    /// The object itself, or what it refers to; an object that is not there is null.
    fn follow(&self, object: &Object<'a>) -> Result<Found<'a>, Refusal> {
        let mut found = Found { object: object.clone(), stream: None };
        for _ in 0..MAX_HOPS {
            let Object::Reference(number) = found.object else { return Ok(found) };
            found = match self.offsets.get(&number) {
                Some(offset) => self.object_at(*offset, number)?,
                None => Found { object: Object::Null, stream: None },
            };
        }
        Err(Refusal::Damaged)
    }

    fn object_at(&self, offset: usize, number: u32) -> Result<Found<'a>, Refusal> {
        let left = self.work.get();
        let mut reader = Reader::new(self.bytes, offset, left);
        let found = self.indirect(&mut reader, number);
        self.work.set(left.saturating_sub(reader.position().saturating_sub(offset)));
        found.ok_or(if reader.is_exhausted() { Refusal::TooLarge(Bound::Work) } else { Refusal::Damaged })
    }

    fn indirect(&self, reader: &mut Reader<'a>, number: u32) -> Option<Found<'a>> {
        if reader.whole()? != i64::from(number) {
            return None;
        }
        reader.whole()?;
        reader.word(b"obj")?;
        let object = reader.object()?;
        let stream = match &object {
            Object::Dict(about) if reader.word(b"stream").is_some() => {
                let length = usize::try_from(self.length(about.get(b"Length")?)?).ok()?;
                let start = reader.after_line_end()?;
                let stream = self.bytes.get(start..start.checked_add(length)?)?;
                reader.skip_to(start + length);
                reader.word(b"endstream")?;
                Some(stream)
            }
            _ => None,
        };
        Some(Found { object, stream })
    }

    /// A length is a number or refers to one; never to a stream, whose length would be asked for in turn.
    fn length(&self, object: &Object<'a>) -> Option<i64> {
        match object {
            Object::Whole(length) => Some(*length),
            Object::Reference(number) => {
                let mut reader = Reader::new(self.bytes, *self.offsets.get(number)?, MARGIN);
                (reader.whole()? == i64::from(*number)).then_some(())?;
                reader.whole()?;
                reader.word(b"obj")?;
                reader.whole()
            }
            _ => None,
        }
    }
}

/// The bytes of the attachment of this name, whichever program wrote the file: one that keeps its objects packed is
/// unpacked first, so this runs in a child process.
///
/// # Errors
/// As for [`Pdf::open`], [`Pdf::attachment`] and [`unpacked`].
pub fn attachment(bytes: &[u8], name: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let read = |bytes: &[u8]| Pdf::open(bytes).and_then(|pdf| pdf.attachment(name));
    match read(bytes) {
        Err(refusal) if refusal.code == PACKED => read(&unpacked(bytes)?),
        read => read,
    }
}

/// How many bytes may be looked at in all: each some times, for tables and trees may share parts.
fn work(bytes: &[u8]) -> usize {
    bytes.len().saturating_mul(4).saturating_add(MARGIN)
}

fn inflate(stream: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut content = Vec::new();
    let mut inflater = ZlibDecoder::new(stream).take(MAX_ATTACHMENT + 1);
    inflater.read_to_end(&mut content).map_err(|_| Refusal::Damaged)?;
    if content.len() as u64 > MAX_ATTACHMENT { Err(Refusal::TooLarge(Bound::Attachment)) } else { Ok(content) }
}
