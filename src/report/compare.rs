//! What tells a file from a build: pages, what lies on them, attachments, structure.
//!
//! Owns: what differs ([`Difference`]), how it is found, and its words. Two verdicts stand on it: whether a finished file may
//! be sent ([`super::finished()`]), and whether a file follows from the data it carries ([`super::verify`]).

use std::collections::BTreeMap;

use super::code;
use super::package::INPUT_FILE;
use crate::bahasa;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::pdf::{Annotation, Content, Page, Signature};

/// So many words are shown from the first that differs.
const WORDS: usize = 4;
/// Of a longer word only so many letters are shown.
const LONG: usize = 24;
/// What lies on a page unseen, in the words of the format.
const INVISIBLE: [&str; 3] = ["Link", "Popup", "Widget"];

/// What a file is held against, as its reader is told of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Against {
    /// What the build is called.
    pub(super) build: &'static str,
    /// What to do about a file that differs.
    pub(super) mend: &'static str,
    /// What to do about a page that only looks otherwise.
    pub(super) compare: &'static str,
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

impl Difference {
    pub(super) fn diagnostic(&self, against: &Against) -> Diagnostic {
        let build = against.build;
        let error = |code: &'static str, message: String| Diagnostic::error(code, message, against.mend);
        let or_end = |words: &str| if words.is_empty() { "akhir halaman".to_owned() } else { quote(words) };
        match self {
            Self::Text { page, expected, found } => {
                error(code::OTHER_TEXT, format!("Teks halaman {page} berbeda dari {build}."))
                    .found(or_end(found))
                    .expected(or_end(expected))
            }
            Self::Pages { expected, found } => error(
                code::OTHER_PAGES,
                format!("Berkas ini terdiri atas {found} halaman, sedangkan {build} {expected} halaman."),
            ),
            Self::Moved { page, belongs } => {
                error(code::MOVED_PAGE, format!("Halaman {page} berkas ini memuat isi halaman {belongs} {build}."))
            }
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
                format!("Lampiran {} di dalam berkas ini berbeda dari lampiran {build}.", quote(name)),
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

/// The letters of a text without white space, which programs write differently.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace())
}

fn same(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

pub(super) fn between_pages(expected: &[Page], found: &[Page]) -> Vec<Difference> {
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
pub(super) fn added<'a>(expected: &'a [Page], found: &'a [Page]) -> impl Iterator<Item = (usize, &'a Annotation)> {
    (1..).zip(found).flat_map(move |(page, shown)| {
        let own = expected.get(page - 1).map_or(&[][..], |own| own.annotations.as_slice());
        shown
            .annotations
            .iter()
            .filter(|annotation| !own.contains(annotation))
            .map(move |annotation| (page, annotation))
    })
}

pub(super) fn laid(expected: &[Page], found: &[Page]) -> Vec<Difference> {
    let shown = added(expected, found).filter(|(_, annotation)| !annotation.signs && !annotation.text.is_empty());
    shown.map(|(page, annotation)| Difference::Laid { page, text: annotation.text.clone() }).collect()
}

/// Attachments that are there under the same name with other bytes.
pub(super) fn changed(expected: &BTreeMap<String, String>, found: &BTreeMap<String, String>) -> Vec<Difference> {
    let other = |(name, digest): &(&String, &String)| found.get(*name).is_some_and(|found| found != *digest);
    expected.iter().filter(other).map(|(name, _)| Difference::Attachment(name.clone())).collect()
}

/// What a person should know about a file whose text agrees.
pub(super) fn notes(expected: &Content, found: &Content, against: &Against) -> Vec<Diagnostic> {
    let build = against.build;
    let mut notes = Vec::new();
    let mut note = |code: &'static str, severity, message: String, action: &str| {
        notes.push(Diagnostic::new(code, severity, message, action));
    };
    let pages = (1..).zip(expected.pages.iter().zip(&found.pages));
    let otherwise: Vec<String> = pages
        .filter(|(_, (own, other))| own.drawing != other.drawing && same(&own.text, &other.text))
        .map(|(page, _): (usize, _)| page.to_string())
        .collect();
    if !otherwise.is_empty() {
        let which = if otherwise.len() == found.pages.len() {
            "Semua halaman".to_owned()
        } else {
            format!("Halaman {}", bahasa::dan(&otherwise))
        };
        let message = format!(
            "{which} digambar berbeda dari {build} meskipun teksnya sama: gambar, letak, atau warnanya dapat \
             berbeda, dan sesuatu dapat menutupi teksnya."
        );
        note(code::DRAWN_OTHERWISE, Severity::Peringatan, message, against.compare);
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
                note(code::LINK, Severity::Peringatan, message, against.compare);
            }
            // These show nothing unless they bring a look of their own.
            Annotation { kind, drawing, .. } if drawing.is_empty() && INVISIBLE.contains(&kind.as_str()) => {}
            _ => {
                let message = format!("Di atas halaman {page} ditempelkan gambar yang dapat menutupi isinya.");
                note(code::LAID_PICTURE, Severity::Peringatan, message, against.compare);
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
        let message = format!("Struktur untuk pembaca layar di dalam berkas ini berbeda dari {build}.");
        note(code::STRUCTURE, Severity::Catatan, message, "");
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
