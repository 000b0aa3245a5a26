//! Does a finished file follow from a build? What is mailed is usually not the very bytes that were built: somebody signed
//! the file electronically, or another program saved it anew.
//!
//! Owns: the verdict ([`Likeness`]), what differs ([`Difference`]) and its words. Reading a foreign file belongs to
//! [`crate::pdf`], in a child process; whether a verdict is good enough to [`crate::cli`].
//!
//! **What is proved.** *Identical*: everything. *Appended*: the file begins with the very bytes of the build and goes on
//! with an update as a signature is one; the update is read, and every page still shows the text of the build. *Same text*:
//! the pages show the same letters in the same order. White space is not compared, for programs write it differently.
//!
//! **What is not.** The letters of a page are read from the instructions that draw it. Something painted over them, moved
//! elsewhere, or a picture that shows other figures, leaves the letters alone: such a page is told from the build's by the
//! digest of everything that draws it, and a note says so ([`Finished::notes`]). No note: every page is drawn exactly as the
//! build draws it. What was taken off a page (links) is not looked at, nor are bookmarks and metadata; a field of a signature
//! may lie over anything, and is told. Another program may read a file that breaks the rules of the format otherwise than this
//! one does. Whether a signature is valid, and whose it is, is never judged.

use std::collections::BTreeMap;

use super::code;
use super::package::INPUT_FILE;
use crate::bahasa;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity, quote};
use crate::pdf::{Annotation, Content, Page, Signature};

/// At most so many differences are shown; behind the first the others are many when it is another report.
const SHOWN: usize = 5;
/// So many words are shown from the first that differs.
const WORDS: usize = 4;
/// Of a longer word only so many letters are shown.
const LONG: usize = 24;
/// What lies on a page unseen, in the words of the format.
const INVISIBLE: [&str; 3] = ["Link", "Popup", "Widget"];
/// What to do about a file that differs.
const MEND: &str = "Pilih berkas yang berasal dari laporan ini, atau buat dan tanda tangani laporannya sekali lagi.";
/// What to do about a page that only looks otherwise.
const COMPARE: &str = "Bandingkan dengan laporan yang dibuat sebelum berkas ini dikirim.";

/// How a file relates to the build it claims to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Byte for byte.
    Identical,
    /// The build's bytes, and behind them an update that leaves the text of every page alone.
    Appended,
    /// Other bytes, the same text on every page.
    SameText,
    /// Another report, or a changed one. Never empty.
    Differs(Vec<Difference>),
    /// It cannot be read, and why; nothing is known about its pages.
    Unreadable(Vec<Diagnostic>),
}

/// One difference between a file and the build. Pages count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Another number of pages.
    Pages {
        /// How many the build has.
        expected: usize,
        /// How many the file has.
        found: usize,
    },
    /// A page shows what belongs on another page.
    Moved {
        /// The file's page.
        page: usize,
        /// The build's page with this text.
        belongs: usize,
    },
    /// The text of a page is another.
    Text {
        /// The page.
        page: usize,
        /// The build's words from the first that differs; empty at the end of the page.
        expected: String,
        /// The file's words there; empty at the end of the page.
        found: String,
    },
    /// Text was laid over a page (a comment, a stamp, a field of a form), beside the field of a signature.
    Laid {
        /// The page.
        page: usize,
        /// The text.
        text: String,
    },
    /// An attachment of the build has other bytes.
    Attachment(String),
    /// What stands behind the build's bytes is no update of a PDF.
    Tail,
    /// The file holds scripts or a form that is laid out when it is opened.
    Active,
}

/// The verdict on a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// How it relates to the build.
    pub likeness: Likeness,
    /// Whether it says it was signed; [`Signature::None`] when it could not be read.
    pub signature: Signature,
    /// What a person should know although the text agrees: pages drawn otherwise, attachments lost or added, what the
    /// field of a signature shows. Warnings and notes, without a place.
    pub notes: Vec<Diagnostic>,
}

impl Finished {
    /// Whether the file may go out in the build's place.
    #[must_use]
    pub fn follows(&self) -> bool {
        matches!(self.likeness, Likeness::Identical | Likeness::Appended | Likeness::SameText)
    }

    /// Everything to be said about the file: why it does not follow (errors), then the notes. What has no place yet
    /// speaks of the file itself, whose name the caller knows.
    #[must_use]
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut all = match &self.likeness {
            Likeness::Identical | Likeness::Appended | Likeness::SameText => Vec::new(),
            Likeness::Unreadable(why) => why.clone(),
            Likeness::Differs(differences) => {
                let mut shown: Vec<Diagnostic> = differences.iter().take(SHOWN).map(Difference::diagnostic).collect();
                if differences.len() > SHOWN {
                    let more = differences.len() - SHOWN;
                    shown.push(Diagnostic::new(
                        code::MORE,
                        Severity::Catatan,
                        format!("Masih ada {more} perbedaan lain."),
                        "",
                    ));
                }
                shown
            }
        };
        all.extend(self.notes.iter().cloned());
        all
    }
}

impl Difference {
    fn diagnostic(&self) -> Diagnostic {
        let error = |code: &'static str, message: String| Diagnostic::error(code, message, MEND);
        let or_end = |words: &str| if words.is_empty() { "akhir halaman".to_owned() } else { quote(words) };
        match self {
            Self::Text { page, expected, found } => {
                error(code::OTHER_TEXT, format!("Teks halaman {page} berbeda dari laporan yang dibuat."))
                    .found(or_end(found))
                    .expected(or_end(expected))
            }
            Self::Pages { expected, found } => error(
                code::OTHER_PAGES,
                format!("Berkas ini terdiri atas {found} halaman, sedangkan laporan yang dibuat {expected} halaman."),
            ),
            Self::Moved { page, belongs } => error(
                code::MOVED_PAGE,
                format!("Halaman {page} berkas ini memuat isi halaman {belongs} laporan yang dibuat."),
            ),
            Self::Laid { page, text } => {
                let text = if text.contains(char::REPLACEMENT_CHARACTER) {
                    "teks yang tidak dapat dibaca".to_owned()
                } else {
                    quote(text)
                };
                error(code::LAID_TEXT, format!("Di atas halaman {page} ditempelkan teks yang bukan bagian laporan."))
                    .found(text)
            }
            Self::Attachment(name) => error(
                code::OTHER_ATTACHMENT,
                format!("Lampiran {} di dalam berkas ini berbeda dari lampiran laporan yang dibuat.", quote(name)),
            ),
            Self::Tail => {
                error(code::TAIL, "Di belakang isi laporan ada tambahan yang bukan pembaruan PDF.".to_owned())
            }
            Self::Active => error(
                code::ACTIVE,
                "Berkas ini memuat skrip atau formulir yang dapat mengubah tampilannya saat dibuka.".to_owned(),
            ),
        }
    }
}

/// Holds a file against the bytes of a build. `read` reads the pages of a file in a child process
/// (`worker.read_content`); of identical files nothing is read.
///
/// # Errors
/// When the child cannot be started, or the build's own bytes cannot be read: a fault of the program. That the *file*
/// cannot be read is a verdict ([`Likeness::Unreadable`]).
pub fn finished(
    file: &[u8],
    built: &[u8],
    read: &dyn Fn(&[u8]) -> Result<Content, Failure>,
) -> Result<Finished, Failure> {
    let verdict = |likeness| Finished { likeness, signature: Signature::None, notes: Vec::new() };
    if file == built {
        return Ok(verdict(Likeness::Identical));
    }
    let shown = match read(file) {
        Ok(shown) => shown,
        Err(Failure { kind: FailureKind::Data, diagnostics }) => return Ok(verdict(Likeness::Unreadable(diagnostics))),
        Err(failure) => return Err(failure),
    };
    let expected = read(built)?;
    let appended = file.starts_with(built);
    let mut differences = Vec::new();
    if appended && !file.trim_ascii_end().ends_with(b"%%EOF") {
        differences.push(Difference::Tail);
    }
    if shown.active && !expected.active {
        differences.push(Difference::Active);
    }
    differences.extend(between_pages(&expected.pages, &shown.pages));
    differences.extend(laid(&expected.pages, &shown.pages));
    differences.extend(changed(&expected.attachments, &shown.attachments));
    let likeness = match (differences.is_empty(), appended) {
        (false, _) => Likeness::Differs(differences),
        (true, true) => Likeness::Appended,
        (true, false) => Likeness::SameText,
    };
    let notes = match likeness {
        Likeness::Differs(_) => Vec::new(),
        _ => notes(&expected, &shown),
    };
    Ok(Finished { likeness, signature: shown.signature, notes })
}

/// The letters of a text without white space, which programs write differently.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace())
}

fn same(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

fn between_pages(expected: &[Page], found: &[Page]) -> Vec<Difference> {
    let mut differences = Vec::new();
    if expected.len() != found.len() {
        differences.push(Difference::Pages { expected: expected.len(), found: found.len() });
    }
    for (page, (own, other)) in (1..).zip(expected.iter().zip(found)) {
        if same(&own.text, &other.text) {
            continue;
        }
        let belongs = (1..).zip(expected).find(|(_, own)| same(&own.text, &other.text)).map(|(belongs, _)| belongs);
        let before = letters(&own.text).zip(letters(&other.text)).take_while(|(one, other)| one == other).count();
        let text = || Difference::Text { page, expected: words(&own.text, before), found: words(&other.text, before) };
        differences.push(belongs.map_or_else(text, |belongs| Difference::Moved { page, belongs }));
        // Behind a page that is missing or too many every other one stands elsewhere.
        if expected.len() != found.len() {
            break;
        }
    }
    differences
}

/// The word in which a letter stands, and some that follow it; of a long word what stands around the letter.
fn words(text: &str, letter: usize) -> String {
    let mut left = letter;
    let mut from = spelled(text).into_iter().skip_while(|word| {
        let rest = left.checked_sub(word.chars().count());
        left = rest.unwrap_or(left);
        rest.is_some()
    });
    let first = from.next().unwrap_or_default();
    if first.chars().count() > LONG {
        let around: String = first.chars().skip(left.saturating_sub(LONG / 2)).take(LONG).collect();
        return format!("…{around}…");
    }
    std::iter::once(first).chain(from.take(WORDS - 1)).collect::<Vec<_>>().join(" ")
}

/// The words of a text; letters that stand alone one after the other, as a drawing places them, are one word.
fn spelled(text: &str) -> Vec<String> {
    let mut words: Vec<(String, bool)> = Vec::new();
    for word in text.split_whitespace() {
        let alone = word.chars().nth(1).is_none();
        match words.last_mut() {
            Some((spelled, true)) if alone => spelled.push_str(word),
            _ => words.push((word.to_owned(), alone)),
        }
    }
    words.into_iter().map(|(word, _)| word).collect()
}

/// What lies on a page and does not lie there in the build, with the page.
fn added<'a>(expected: &'a [Page], found: &'a [Page]) -> impl Iterator<Item = (usize, &'a Annotation)> {
    (1..).zip(found).flat_map(move |(page, shown)| {
        let own = expected.get(page - 1).map_or(&[][..], |own| own.annotations.as_slice());
        shown
            .annotations
            .iter()
            .filter(|annotation| !own.contains(annotation))
            .map(move |annotation| (page, annotation))
    })
}

fn laid(expected: &[Page], found: &[Page]) -> Vec<Difference> {
    let shown = added(expected, found).filter(|(_, annotation)| !annotation.signs && !annotation.text.is_empty());
    shown.map(|(page, annotation)| Difference::Laid { page, text: annotation.text.clone() }).collect()
}

/// Attachments that are there under the same name with other bytes.
fn changed(expected: &BTreeMap<String, String>, found: &BTreeMap<String, String>) -> Vec<Difference> {
    let other = |(name, digest): &(&String, &String)| found.get(*name).is_some_and(|found| found != *digest);
    expected.iter().filter(other).map(|(name, _)| Difference::Attachment(name.clone())).collect()
}

/// What a person should know about a file whose text agrees.
fn notes(expected: &Content, found: &Content) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    let mut note = |code: &'static str, severity, message: String, action: &str| {
        notes.push(Diagnostic::new(code, severity, message, action));
    };
    let pages = (1..).zip(expected.pages.iter().zip(&found.pages));
    let otherwise: Vec<String> = pages
        .filter(|(_, (own, other))| own.drawing != other.drawing)
        .map(|(page, _): (usize, _)| page.to_string())
        .collect();
    if !otherwise.is_empty() {
        let which = if otherwise.len() == found.pages.len() {
            "Semua halaman".to_owned()
        } else {
            format!("Halaman {}", bahasa::dan(&otherwise))
        };
        let message = format!(
            "{which} digambar berbeda dari laporan yang dibuat meskipun teksnya sama: gambar, letak, atau warnanya dapat \
             berbeda, dan sesuatu dapat menutupi teksnya."
        );
        note(code::DRAWN_OTHERWISE, Severity::Peringatan, message, COMPARE);
    }
    for (page, annotation) in added(&expected.pages, &found.pages) {
        match annotation {
            Annotation { signs: true, drawing, .. } if drawing.is_empty() => {}
            Annotation { signs: true, text, .. } => {
                let what = if text.is_empty() || text.contains(char::REPLACEMENT_CHARACTER) {
                    String::new()
                } else {
                    format!(" dengan teks {}", quote(text))
                };
                note(
                    code::SIGNATURE_SHOWS,
                    Severity::Catatan,
                    format!("Tanda tangan tampak pada halaman {page}{what}."),
                    "",
                );
            }
            Annotation { leads, .. } if !leads.is_empty() => {
                let message = format!("Halaman {page} memuat tautan baru ke {}.", quote(leads));
                note(code::LINK, Severity::Peringatan, message, COMPARE);
            }
            // These show nothing unless they bring a look of their own.
            Annotation { kind, drawing, .. } if drawing.is_empty() && INVISIBLE.contains(&kind.as_str()) => {}
            _ => {
                let message = format!("Di atas halaman {page} ditempelkan gambar yang dapat menutupi isinya.");
                note(code::LAID_PICTURE, Severity::Peringatan, message, COMPARE);
            }
        }
    }
    let without = |own: &BTreeMap<String, String>, other: &BTreeMap<String, String>| -> Vec<String> {
        own.keys().filter(|name| !other.contains_key(*name)).map(|name| quote(name)).collect()
    };
    let lost = without(&expected.attachments, &found.attachments);
    if let Some(first) = lost.first() {
        let input = quote(INPUT_FILE);
        let named = if lost.contains(&input) { &input } else { first };
        let message = format!(
            "Berkas ini tidak lagi memuat {} dari {} lampiran laporan, di antaranya {named}.",
            lost.len(),
            expected.attachments.len()
        );
        note(
            code::ATTACHMENT_GONE,
            Severity::Peringatan,
            message,
            "Gunakan berkas asli beserta lampirannya agar asal angkanya dapat dilacak.",
        );
    }
    let more = without(&found.attachments, &expected.attachments);
    if !more.is_empty() {
        let message = format!("Berkas ini memuat lampiran yang tidak ada di dalam laporan: {}.", bahasa::dan(&more));
        note(code::ATTACHMENT_MORE, Severity::Peringatan, message, "Pastikan lampiran itu memang untuk penerima.");
    }
    if expected.structure != found.structure {
        let message = "Struktur untuk pembaca layar di dalam berkas ini berbeda dari laporan yang dibuat.";
        note(code::STRUCTURE, Severity::Catatan, message.to_owned(), "");
    }
    let signed = match found.signature {
        Signature::None => return notes,
        Signature::Whole => {
            "Berkas ini memuat tanda tangan elektronik yang mencakup seluruh isinya; keabsahannya tidak diperiksa."
        }
        Signature::Partial => {
            "Berkas ini memuat tanda tangan elektronik yang tidak mencakup tambahan sesudahnya; keabsahannya tidak diperiksa."
        }
    };
    note(code::SIGNED, Severity::Catatan, signed.to_owned(), "");
    notes
}
