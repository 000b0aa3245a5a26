//! Does a finished file follow from a build? What is mailed is usually not the very bytes that were built: somebody signed
//! the file electronically, or another program saved it anew. Whether a file follows from the data that it carries itself is
//! another question: [`super::verify`].
//!
//! Owns: the verdict ([`Likeness`]). What differs, and its words, belongs to [`super::compare`]; reading a foreign file to
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

use super::code;
use super::compare::{Against, Difference, between_pages, changed, laid, notes};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::pdf::{Content, Signature};

/// At most so many differences are shown; behind the first the others are many when it is another report.
const SHOWN: usize = 5;

/// What somebody is told who is about to send the file.
const BUILT: Against = Against {
    build: "laporan yang dibuat",
    mend: "Pilih berkas yang berasal dari laporan ini, atau buat dan tanda tangani laporannya sekali lagi.",
    compare: "Bandingkan dengan laporan yang dibuat sebelum berkas ini dikirim.",
};

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
                let mut shown: Vec<Diagnostic> =
                    differences.iter().take(SHOWN).map(|difference| difference.diagnostic(&BUILT)).collect();
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
        _ => notes(&expected, &shown, &BUILT),
    };
    Ok(Finished { likeness, signature: shown.signature, notes })
}
