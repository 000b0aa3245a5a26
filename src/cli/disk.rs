//! What is said about a file that could not be read or written, and the one way for commands to write.

use std::path::{Path, PathBuf};

use super::code;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, quote};
use crate::files::{self, Cause, Lock, MAX_BYTES, Standing, Trouble};
use crate::place::Place;
use crate::typeset;
use crate::workbook::write::{NewBook, bytes};

/// A file that could not be read, named as `path`; a file too large counts as `kind`, for its content is to blame.
pub(super) fn unread(trouble: &Trouble, path: &str, kind: FailureKind) -> (FailureKind, Diagnostic) {
    let place = Place::file(path);
    match &trouble.cause {
        Cause::TooLarge { limit, .. } => (
            kind,
            Diagnostic::error(
                code::TOO_LARGE,
                format!("{path} tidak dibaca: {}.", trouble.cause),
                "Periksa apakah berkas itu memang data; hapus baris yang tidak diperlukan.",
            )
            .at(place)
            .expected(format!("paling besar {} MB", limit >> 20)),
        ),
        cause => (
            FailureKind::Disk,
            with_system_words(
                Diagnostic::error(
                    code::UNREAD,
                    format!("{path} tidak dapat dibaca: {cause}."),
                    "Periksa nama berkas dan izin membacanya.",
                )
                .at(place),
                cause,
            ),
        ),
    }
}

/// A file that could not be written, named as `path`.
pub(super) fn unwritten(trouble: &Trouble, path: &str) -> Failure {
    let pdf = Path::new(path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
    let kept = if pdf { "PDF yang lama tetap utuh" } else { "Berkas yang lama tetap utuh" };
    let diagnostic = Diagnostic::error(
        code::UNWRITTEN,
        format!("{path} tidak dapat ditulis: {}. {kept}.", trouble.cause),
        "Periksa izin folder dan ruang penyimpanan.",
    );
    Failure::one(FailureKind::Disk, with_system_words(diagnostic.at(Place::file(path)), &trouble.cause))
}

fn with_system_words(diagnostic: Diagnostic, cause: &Cause) -> Diagnostic {
    match cause.system() {
        Some(words) => diagnostic.engine(words),
        None => diagnostic,
    }
}

/// Writes a file and the folders above it; `shown` is how the user names the path `actual`.
pub(super) fn write(actual: &Path, shown: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_with(files::write_atomic, actual, shown, bytes)
}

/// The same for a file that is nobody else's business.
pub(super) fn write_private(actual: &Path, shown: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_with(files::write_private, actual, shown, bytes)
}

fn write_with(
    write: impl FnOnce(&Path, &[u8]) -> Result<(), Trouble>,
    actual: &Path,
    shown: &Path,
    bytes: &[u8],
) -> Result<(), Failure> {
    let failed = |trouble: Trouble| unwritten(&trouble, &files::shown(shown));
    if let Some(folder) = actual.parent() {
        files::create_folder(folder).map_err(failed)?;
    }
    write(actual, bytes).map_err(failed)
}

/// A kind of file that the program writes over its own older ones, and over nothing else.
pub(super) struct Own {
    /// What is said of bytes that are no such file, after *sudah ada dan*.
    pub(super) foreign: fn(&[u8]) -> Option<&'static str>,
    /// The option that names another file.
    pub(super) option: &'static str,
}

/// Reports. One that somebody has signed is no longer ours.
pub(super) const REPORT: Own = Own {
    foreign: |old| {
        if !typeset::is_own(old) {
            Some("bukan laporan yang dibuat oleh program ini")
        } else if typeset::is_updated(old) {
            Some("telah diubah setelah dibuat, misalnya ditandatangani")
        } else {
            None
        }
    },
    option: "-o",
};

/// Writes a file where nothing stands yet, or an older one of its kind.
pub(super) fn write_own(actual: &Path, shown: &Path, bytes: &[u8], own: &Own) -> Result<(), Failure> {
    check_own(actual, shown, own)?;
    write(actual, shown, bytes)
}

/// The same by the holder of a lock, who finds again what is left of it after a kill.
pub(super) fn write_own_with(lock: &Lock, actual: &Path, shown: &Path, bytes: &[u8], own: &Own) -> Result<(), Failure> {
    check_own(actual, shown, own)?;
    write_with(|actual, bytes| lock.write(actual, bytes), actual, shown, bytes)
}

/// That nothing stands there, or an older file of its kind. Anything else of that name is somebody's own: it is not
/// overwritten.
pub(super) fn check_own(actual: &Path, shown: &Path, own: &Own) -> Result<(), Failure> {
    let name = files::shown(shown);
    match files::standing(actual) {
        Standing::Nothing | Standing::Other => {}
        Standing::Link => return Err(occupied(&name, "ialah tautan", "hapus tautan itu", own.option)),
        Standing::File => {
            let old = files::read_file(actual, MAX_BYTES).map_err(|trouble| unwritten(&trouble, &name))?;
            if let Some(foreign) = (own.foreign)(&old).filter(|_| !old.is_empty()) {
                return Err(occupied(&name, foreign, "pindahkan berkas itu", own.option));
            }
        }
    }
    Ok(())
}

fn occupied(path: &str, what: &str, mend: &str, option: &str) -> Failure {
    let diagnostic = Diagnostic::error(
        code::NOT_OURS,
        format!("{path} sudah ada dan {what}; berkas itu tidak ditimpa."),
        format!("Pilih nama lain dengan {option} atau {mend}."),
    );
    Failure::one(FailureKind::Usage, diagnostic.at(Place::file(path)))
}

/// Writes a workbook where nothing stands yet, or an older one of its kind.
pub(super) fn write_workbook(actual: &Path, shown: &Path, book: &NewBook, own: &Own) -> Result<(), Failure> {
    let bytes = bytes(book)
        .map_err(|words| Failure::one(FailureKind::Internal, super::broken_promise("workbook::write").engine(words)))?;
    write_own(actual, shown, &bytes, own)
}

/// Refuses the name of a workbook that no spreadsheet program would open.
pub(super) fn check_workbook_name(path: &str, option: &str) -> Result<(), Failure> {
    if Path::new(path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx")) {
        return Ok(());
    }
    let diagnostic = Diagnostic::error(
        code::NO_XLSX,
        format!("Nama buku kerja {} tidak berakhiran .xlsx.", quote(path)),
        format!("Tulis {option} dengan nama berakhiran .xlsx, misalnya {option} data.xlsx."),
    );
    Err(Failure::one(FailureKind::Usage, diagnostic.at(Place::file(option))))
}

/// Writes several files, named as the user would name them from `folder`, and gives the names back.
pub(super) fn write_all<'a>(
    folder: &Path,
    parts: impl IntoIterator<Item = (PathBuf, &'a [u8])>,
) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for (shown, bytes) in parts {
        write(&folder.join(&shown), &shown, bytes)?;
        names.push(files::shown(&shown));
    }
    Ok(names)
}
