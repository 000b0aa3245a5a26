//! What is said about a file that could not be read or written, and the one way for commands to write.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::files::{self, Cause, MAX_BYTES, Standing, Trouble};
use crate::place::Place;
use crate::typeset;

/// A file that could not be read, named as `path`; a file too large counts as `kind`, for its content is to blame.
pub(super) fn unread(trouble: &Trouble, path: &str, kind: FailureKind) -> (FailureKind, Diagnostic) {
    let place = Place::file(path);
    match &trouble.cause {
        Cause::TooLarge { limit, .. } => (
            kind,
            Diagnostic::error(
                "F003",
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
                    "F001",
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
        "F002",
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
    let failed = |trouble: Trouble| unwritten(&trouble, &files::shown(shown));
    if let Some(folder) = actual.parent() {
        files::create_folder(folder).map_err(failed)?;
    }
    files::write_atomic(actual, bytes).map_err(failed)
}

/// Writes a report where nothing stands yet, or an older report of this program. Anything else of that name is somebody's
/// own: it is not overwritten.
pub(super) fn write_report(actual: &Path, shown: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let name = files::shown(shown);
    match files::standing(actual) {
        Standing::Nothing | Standing::Other => {}
        Standing::Link => return Err(occupied(&name, "ialah tautan", "hapus tautan itu")),
        Standing::File => {
            let old = files::read_file(actual, MAX_BYTES).map_err(|trouble| unwritten(&trouble, &name))?;
            if !old.is_empty() && !typeset::is_own(&old) {
                return Err(occupied(&name, "bukan laporan yang dibuat oleh program ini", "pindahkan berkas itu"));
            }
        }
    }
    write(actual, shown, bytes)
}

fn occupied(path: &str, what: &str, mend: &str) -> Failure {
    let diagnostic = Diagnostic::error(
        "F005",
        format!("{path} sudah ada dan {what}; berkas itu tidak ditimpa."),
        format!("Pilih nama lain dengan -o atau {mend}."),
    );
    Failure::one(FailureKind::Usage, diagnostic.at(Place::file(path)))
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
