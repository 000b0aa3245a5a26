//! Does a print follow from the data that the file carries? The report is built again from its `masukan.json` and held
//! against the file.
//!
//! Owns: the verdict ([`Verdict`]), the rule behind it, and its words. How two files differ is found by [`super::compare`];
//! reading and building happen in child processes, behind [`Hands`].
//!
//! **The rule.** A program of one version, with one set of built-in templates, on one kind of processor, makes the same bytes
//! from the same input, always. So of a file whose input names the very program that verifies it, nothing but those bytes is
//! right: they are *identical*; or a signature stands behind them that spans the whole file and leaves what can be compared
//! alone, which is *the same*; or the file is *changed*, even if all that changed is a byte that nobody sees.
//!
//! Another program may pack and place otherwise. Of its files the bytes say nothing, so everything that can be compared is:
//! text and drawing of every page, what lies on it, the structure, the attachments, bookmarks, title and description, the rest
//! of the catalogue. All equal is *the same*; anything else only that program can judge, so it is *unverifiable*, and what
//! differs is told. Whoever claims another program in a changed file gains nothing by it.
//!
//! **What is proved.** That the print follows from the data it carries; not who made either. Data changed together with the
//! print are another report, which is identical with itself: whether it is the one that was sent, its SHA-256 tells in the
//! sender's ledger. Whether a signature is valid is never judged; what a signature's field shows is told, for it may lie over
//! anything.

use super::code;
use super::compare::{Against, between_pages, changed, laid, notes};
use super::input::Maker;
use super::package::INPUT_FILE;
use crate::bahasa;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity, quote};
use crate::pdf::{Content, Page, Signature};
use crate::table::{Otherwise, otherwise};

/// At most so many differences are told.
const SHOWN: usize = 12;

/// What to do about a file that is not proved.
const ASK: &str = "Mintalah berkas aslinya kepada pengirim.";

/// What somebody is told who received the file.
const CARRIED: Against = Against { build: "laporan yang disusun kembali dari datanya", mend: ASK, compare: ASK };

/// Those who touch foreign bytes: each does so within limits, in a process of its own. What they hand over is bounded: a
/// description of pages, and the text of an attachment.
pub trait Hands {
    /// An attachment of a file by its name.
    fn attachment(&self, file: &[u8], name: &str) -> Result<Vec<u8>, Failure>;
    /// The file that an input gives.
    fn build(&self, input: Vec<u8>) -> Result<Vec<u8>, Failure>;
    /// What a file shows and carries.
    fn content(&self, file: &[u8]) -> Result<Content, Failure>;
}

/// What is proved of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Byte for byte what its data print.
    Identical,
    /// Other bytes, the same report; why the bytes differ. Never empty.
    Same(Vec<Diagnostic>),
    /// Not what its data print; what differs. Never empty.
    Changed(Vec<Diagnostic>),
    /// Nothing is known, and why. Never empty.
    Unverifiable(Vec<Diagnostic>),
}

impl Verdict {
    /// In a word or two.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Identical => "identik",
            Self::Same(_) => "isi sama",
            Self::Changed(_) => "berubah",
            Self::Unverifiable(_) => "tidak dapat diverifikasi",
        }
    }

    /// What it proves, in one sentence.
    #[must_use]
    pub fn proof(&self) -> &'static str {
        match self {
            Self::Identical => {
                "Berkas ini sama byte demi byte dengan laporan yang disusun kembali dari data yang dibawanya; hal itu \
                 membuktikan bahwa cetakannya mengikuti data tersebut, bukan siapa yang membuatnya."
            }
            Self::Same(_) => {
                "Semua halaman, struktur, dan lampiran berkas ini sama dengan laporan yang disusun kembali dari data yang \
                 dibawanya; hal itu membuktikan bahwa cetakannya mengikuti data tersebut, bukan siapa yang membuatnya."
            }
            Self::Changed(_) => {
                "Berkas ini tidak sama dengan laporan yang disusun kembali dari data yang dibawanya; tidak terbukti bahwa \
                 cetakannya mengikuti data tersebut."
            }
            Self::Unverifiable(_) => "Tidak diketahui apakah cetakan berkas ini mengikuti data yang dibawanya.",
        }
    }

    /// Whether the print follows from the data.
    #[must_use]
    pub fn holds(&self) -> bool {
        matches!(self, Self::Identical | Self::Same(_))
    }

    /// What is to be said beside the verdict.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Self::Identical => &[],
            Self::Same(said) | Self::Changed(said) | Self::Unverifiable(said) => said,
        }
    }
}

/// A file, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// What is proved.
    pub verdict: Verdict,
    /// Version of the program that its data name; nothing when they could not be read.
    pub version: Option<String>,
    /// Whether it says it was signed; nothing when the file was not read or could not be.
    pub signature: Option<Signature>,
}

impl Verified {
    /// A file of which nothing is known but why.
    #[must_use]
    pub fn unverifiable(why: Vec<Diagnostic>) -> Self {
        Self { verdict: Verdict::Unverifiable(why), version: None, signature: None }
    }
}

/// Judges a file.
///
/// # Errors
/// When no child can be started: a fault of the program. Everything about the file itself is a verdict.
pub fn verify(file: &[u8], hands: &dyn Hands) -> Result<Verified, Failure> {
    let mut verified = Verified::unverifiable(Vec::new());
    match judged(file, hands, &mut verified) {
        Ok(verdict) => verified.verdict = verdict,
        Err(failure) if failure.kind == FailureKind::Internal => return Err(failure),
        Err(failure) => verified.verdict = Verdict::Unverifiable(failure.diagnostics),
    }
    Ok(verified)
}

/// The verdict; what was learnt on the way goes into `verified`. A failure is why there is none.
fn judged(file: &[u8], hands: &dyn Hands, verified: &mut Verified) -> Result<Verdict, Failure> {
    let json = hands.attachment(file, INPUT_FILE)?;
    let maker: Maker = serde_json::from_slice(&json).map_err(|error| no_input(&error))?;
    verified.version = Some(maker.versi.clone()).filter(|version| !version.is_empty());
    let foreign = foreign(&maker);
    // Why nothing was built may well be that another program made it, which is said first.
    let beside = |mut failure: Failure| {
        failure.diagnostics.splice(0..0, foreign.clone());
        failure
    };
    let built = hands.build(json).map_err(beside)?;
    if file == built {
        verified.signature = Some(Signature::None);
        return Ok(Verdict::Identical);
    }
    let shown = hands.content(file)?;
    verified.signature = Some(shown.signature);
    let expected = hands.content(&built)?;
    let signed = shown.signature == Signature::Whole;
    let found = Found::between((&built, &expected), (file, &shown), hands);
    let appended = file.starts_with(&built);
    let differences = found.differences(signed);
    let verdict = match (differences.is_empty(), foreign) {
        (true, _) if appended && signed => Verdict::Same([vec![behind()], found.remarks(signed)].concat()),
        (true, Some(foreign)) if !appended => Verdict::Same([vec![foreign], found.remarks(signed)].concat()),
        (false, Some(foreign)) if !appended => Verdict::Unverifiable([vec![foreign], differences].concat()),
        (true, _) => Verdict::Changed(vec![without_trace(appended, shown.signature)]),
        (false, _) => Verdict::Changed(differences),
    };
    Ok(verdict)
}

/// Everything in which a file differs from the build.
struct Found {
    /// What no other program and no signature explains.
    changes: Vec<Diagnostic>,
    /// Title and description: whoever signs may write them anew.
    described: Vec<Diagnostic>,
    /// What is to be known though nothing changed.
    remarks: Vec<Diagnostic>,
}

impl Found {
    fn between((built, expected): (&[u8], &Content), (file, shown): (&[u8], &Content), hands: &dyn Hands) -> Self {
        let mut changes = Vec::new();
        let altered = changed(&expected.attachments, &shown.attachments);
        for difference in &altered {
            let cell = match difference {
                super::Difference::Attachment(name) if name.strip_suffix(".csv").is_some() => {
                    let (found, expected) = (hands.attachment(file, name), hands.attachment(built, name));
                    let views = found.ok().zip(expected.ok());
                    views.and_then(|(found, expected)| otherwise(&found, &expected)).map(|cell| in_table(name, &cell))
                }
                _ => None,
            };
            changes.push(cell.unwrap_or_else(|| difference.diagnostic(&CARRIED)));
        }
        let other_data = expected.about.identity != shown.about.identity;
        if other_data {
            let message = "Tanda pengenal berkas ini bukan milik masukan.json yang dibawanya; salah satunya diganti setelah \
                           laporan dibuat.";
            changes.push(error(code::OTHER_IDENTITY, message));
        }
        if shown.active && !expected.active {
            changes.push(super::Difference::Active.diagnostic(&CARRIED));
        }
        let on_pages = between_pages(&expected.pages, &shown.pages);
        let laid_on = laid(&expected.pages, &shown.pages);
        changes.extend(on_pages.iter().chain(&laid_on).map(|difference| difference.diagnostic(&CARRIED)));
        let mut remarks = Vec::new();
        for note in notes(expected, shown, &CARRIED) {
            match note.code.as_ref() {
                // Told beside the verdict.
                code::SIGNED => {}
                code::SIGNATURE_SHOWS => remarks.push(note),
                // Other data draw other letters, whose faces other pages share.
                code::DRAWN_OTHERWISE | code::STRUCTURE if other_data && !on_pages.is_empty() => {}
                _ => changes.push(Diagnostic { severity: Severity::Kesalahan, ..note }),
            }
        }
        if !changes.iter().any(|change| LAID.contains(&change.code.as_ref())) {
            changes.extend(otherwise_laid(&expected.pages, &shown.pages));
        }
        let (own, other) = (&expected.about, &shown.about);
        if own.outline != other.outline {
            changes.push(error(code::OTHER_BOOKMARKS, "Daftar penanda halaman di samping dokumen berbeda."));
        }
        // The catalogue lists the attachments too, which are told one by one.
        if own.catalogue != other.catalogue && expected.attachments == shown.attachments {
            changes.push(error(
                code::OTHER_CATALOGUE,
                "Pengaturan tampilan atau keterangan lampiran di dalam berkas ini berbeda.",
            ));
        }
        let mut described = Vec::new();
        for name in
            own.information.keys().chain(other.information.keys().filter(|name| !own.information.contains_key(*name)))
        {
            let (expected, found) = (own.information.get(name), other.information.get(name));
            if expected != found {
                let mut diagnostic =
                    error(code::OTHER_INFORMATION, format!("Keterangan dokumen {} berbeda.", quote(name)));
                diagnostic.found = Some(said(found));
                diagnostic.expected = Some(said(expected));
                described.push(diagnostic);
            }
        }
        if own.description != other.description && !other_data {
            described.push(error(code::OTHER_METADATA, "Metadata XMP di dalam berkas ini berbeda."));
        }
        Self { changes, described, remarks }
    }

    /// What is to be known of a file that is the same.
    fn remarks(self, signed: bool) -> Vec<Diagnostic> {
        let rewritten = self.described.into_iter().filter(|_| signed);
        let rewritten = rewritten.map(|diagnostic| Diagnostic { severity: Severity::Peringatan, ..diagnostic });
        self.remarks.into_iter().chain(rewritten).collect()
    }

    /// What makes a file another one. Of a signed file title and description do not: they become remarks.
    fn differences(&self, signed: bool) -> Vec<Diagnostic> {
        let mut all = self.changes.clone();
        if !signed {
            all.extend(self.described.iter().cloned());
        }
        if all.len() > SHOWN {
            let more = all.len() - SHOWN;
            all.truncate(SHOWN);
            all.push(Diagnostic::new(code::MORE, Severity::Catatan, format!("Masih ada {more} perbedaan lain."), ""));
        }
        all
    }
}

/// The codes of what was laid on a page, seen or to be followed.
const LAID: [&str; 3] = [code::LAID_TEXT, code::LINK, code::LAID_PICTURE];

fn error(code: &'static str, message: impl Into<String>) -> Diagnostic {
    Diagnostic::error(code, message, ASK)
}

fn said(value: Option<&String>) -> String {
    value.map_or_else(|| "tidak ada".to_owned(), |value| quote(value))
}

/// A cell of an attached table.
fn in_table(name: &str, cell: &Otherwise) -> Diagnostic {
    let column = if cell.column.is_empty() { String::new() } else { format!(", kolom {}", cell.column) };
    let message =
        format!("Lampiran {name}, baris {}{column}, berbeda dari {INPUT_FILE} di dalam berkas ini.", cell.line);
    let mut diagnostic = error(code::OTHER_CELL, message);
    diagnostic.found = Some(said(cell.first.as_ref()));
    diagnostic.expected = Some(said(cell.second.as_ref()));
    diagnostic
}

/// What lies on pages otherwise than the build lays it, and is told nowhere else: moved, removed or rewritten links, and new
/// ones that show nothing.
fn otherwise_laid(expected: &[Page], found: &[Page]) -> Option<Diagnostic> {
    let kept = |page: &Page| {
        let mut kept: Vec<String> = page
            .annotations
            .iter()
            .filter(|annotation| !annotation.signs)
            .map(|annotation| annotation.said.clone())
            .collect();
        kept.sort_unstable();
        kept
    };
    let pages = (1..).zip(expected.iter().zip(found)).filter(|(_, (own, other))| kept(own) != kept(other));
    let pages: Vec<String> = pages.map(|(page, _): (usize, _)| page.to_string()).collect();
    let message = format!("Tautan atau tempelan pada halaman {} berbeda.", bahasa::dan(&pages));
    (!pages.is_empty()).then(|| error(code::OTHER_LAID, message))
}

/// The build's own bytes, and a signature behind them.
fn behind() -> Diagnostic {
    let message = "Byte laporan yang disusun kembali utuh di awal berkas ini; sesudahnya ada tanda tangan elektronik.";
    Diagnostic::new(code::SIGNATURE_BEHIND, Severity::Catatan, message, "")
}

/// Nothing that can be compared differs, but the bytes do.
fn without_trace(appended: bool, signature: Signature) -> Diagnostic {
    match (appended, signature) {
        (true, Signature::Partial) => error(
            code::BEYOND_SIGNATURE,
            "Sesudah ditandatangani, berkas ini ditambahi lagi dengan sesuatu yang tidak dicakup tanda tangannya.",
        ),
        (true, _) => {
            error(code::UNSIGNED_TAIL, "Di belakang isi laporan ada tambahan yang bukan tanda tangan elektronik.")
        }
        (false, _) => error(
            code::OTHER_FILE,
            "Teks, gambar, struktur, dan lampirannya sama, tetapi byte-nya berbeda: berkas ini disimpan ulang oleh program \
             lain atau diubah pada bagian yang tidak tampak.",
        ),
    }
}

/// Why another program's bytes prove nothing here; nothing when this very program made the input.
fn foreign(maker: &Maker) -> Option<Diagnostic> {
    let own = Maker::own();
    if *maker == own {
        return None;
    }
    let version = if maker.versi.is_empty() { "versi yang tidak diketahui" } else { maker.versi.as_str() };
    let message = if maker.versi != own.versi {
        format!("Berkas ini dibuat oleh rakor {}, sedangkan program ini rakor {}.", quoted(version), own.versi)
    } else if maker.templat_bawaan == own.templat_bawaan {
        format!(
            "Berkas ini dibuat pada prosesor {}, sedangkan program ini berjalan pada {}.",
            quoted(&maker.prosesor),
            own.prosesor
        )
    } else {
        format!("Berkas ini dibuat oleh rakor {} dengan templat bawaan yang lain daripada program ini.", own.versi)
    };
    let action = "Untuk kepastian byte demi byte, verifikasi dengan program yang membuatnya.";
    Some(Diagnostic::new(code::OTHER_MAKER, Severity::Peringatan, message, action))
}

/// A foreign word in the middle of a sentence: as it is, unless it is long or odd.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '_' | ' ');
    if word.chars().count() <= 40 && word.chars().all(plain) { word.to_owned() } else { quote(word) }
}

fn no_input(error: &serde_json::Error) -> Failure {
    let diagnostic =
        Diagnostic::error(code::NO_INPUT, format!("{INPUT_FILE} di dalam berkas ini tidak dapat dibaca."), ASK);
    Failure::one(FailureKind::Data, diagnostic.engine(error.to_string()))
}
