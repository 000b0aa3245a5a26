//! The engine's errors in the words of the project.

use minijinja::{Error, ErrorKind};

use super::Bundle;
use super::code;
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::place::Place;

/// One engine error, at the template line it names. The engine's debug block is never shown: it quotes values.
pub(super) fn failure(error: &Error, bundle: &Bundle) -> Failure {
    let innermost = std::iter::successors(Some(error), |e| {
        std::error::Error::source(*e).and_then(|source| source.downcast_ref::<Error>())
    })
    .last()
    .unwrap_or(error);
    let (what, action) = words(innermost.kind());
    let place = innermost.name().or(error.name()).map_or_else(
        || Place::file("templat"),
        |name| {
            let place = bundle.place(name);
            let line = innermost.line().and_then(|line| u32::try_from(line).ok());
            line.map_or(place.clone(), |line| place.at_row(line))
        },
    );
    let diagnostic = Diagnostic::error(code::REFUSED, what, action).at(place).engine(engine_words(innermost));
    Failure::one(FailureKind::Template, diagnostic)
}

fn engine_words(error: &Error) -> String {
    error.detail().map_or_else(|| error.kind().to_string(), |detail| format!("{}: {detail}", error.kind()))
}

fn words(kind: ErrorKind) -> (&'static str, &'static str) {
    match kind {
        ErrorKind::SyntaxError => ("Templat tidak dapat dibaca.", "Periksa tanda kurung dan perintah pada baris itu."),
        ErrorKind::UndefinedError => {
            ("Templat memakai nama yang tidak ada dalam data laporan.", "Perbaiki nama itu atau uji dengan `if`.")
        }
        ErrorKind::BadEscape => {
            ("Templat mencetak sesuatu yang tidak boleh dicetak.", "Cetak hanya nilai jadi; uji dahulu dengan `if`.")
        }
        ErrorKind::UnknownFilter | ErrorKind::UnknownFunction | ErrorKind::UnknownTest | ErrorKind::UnknownMethod => {
            ("Templat memanggil perintah yang tidak dikenal.", "Hapus perintah itu atau perbaiki namanya.")
        }
        ErrorKind::OutOfFuel => ("Templat berputar terlalu lama dan dihentikan.", "Periksa perulangan pada templat."),
        ErrorKind::MissingArgument | ErrorKind::TooManyArguments | ErrorKind::InvalidOperation => {
            ("Perintah templat dipanggil dengan cara yang salah.", "Periksa jumlah dan jenis masukannya.")
        }
        ErrorKind::TemplateNotFound | ErrorKind::BadInclude => {
            ("Berkas templat yang diminta tidak ada.", "Periksa nama berkas pada `import`.")
        }
        _ => ("Templat tidak dapat diolah.", "Periksa templat pada baris itu."),
    }
}
