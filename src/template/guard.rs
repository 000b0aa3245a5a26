//! What a template may not contain, refused before anything is rendered.

use super::tags::{self, Part, Piece};
use super::{Bundle, code};
use crate::diagnostic::Diagnostic;
use crate::fonts;
use crate::place::Place;

/// Ways to let raw data through, and ways out of the template's folder.
const REFUSED: [(&str, &str); 6] = [
    ("safe", "filter `safe` meloloskan data sebagai markah"),
    ("tojson", "filter `tojson` meloloskan data sebagai markah"),
    ("autoescape", "`autoescape` mematikan pengikatan nilai"),
    ("escape", "filter `escape` tidak diperlukan; setiap nilai sudah terikat"),
    ("extends", "`extends` tidak dipakai; gunakan `import`"),
    ("include", "`include` tidak dipakai; gunakan `import`"),
];

/// Everything refused in the files of a bundle.
pub(super) fn check(bundle: &Bundle) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (name, text) in bundle.iter() {
        let place = |offset: usize| at_byte(&bundle.place(name), text, offset);
        found.extend(unseen(text).map(|(offset, diagnostic)| diagnostic.at(place(offset))));
        if is_template(name) {
            found.extend(in_tags(text).into_iter().map(|(offset, diagnostic)| diagnostic.at(place(offset))));
        }
    }
    found
}

/// Whether a file is run through the engine (and not handed to the typesetter as it is).
pub(super) fn is_template(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|ending| ending == "j2")
}

/// A place in a text at the line of one of its bytes.
fn at_byte(file: &Place, text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let line = u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX);
    file.at_row(line)
}

/// The first character that nobody sees, and that may say what it does not show; the marks of lines are such characters too.
fn unseen(text: &str) -> Option<(usize, Diagnostic)> {
    let hides = |ch: char| !matches!(ch, '\n' | '\r' | '\t') && fonts::unseen(ch).is_some();
    let (offset, ch) = text.char_indices().find(|(_, ch)| hides(*ch))?;
    let message = format!("Templat memuat karakter yang tidak terlihat, U+{:04X}.", u32::from(ch));
    Some((offset, Diagnostic::error(code::UNSEEN, message, "Hapus karakter itu atau ketik ulang barisnya.")))
}

/// What the tags of a template may not say, each with its byte.
fn in_tags(text: &str) -> Vec<(usize, Diagnostic)> {
    let mut found = Vec::new();
    let mut offset = 0;
    for part in tags::parts(text) {
        let (Part::Text(whole) | Part::Print(whole) | Part::Block(whole) | Part::Comment(whole)) = part;
        if matches!(part, Part::Print(_) | Part::Block(_)) {
            let imports = matches!(tags::keyword(whole), Some("import" | "from"));
            for (at, piece) in tags::pieces(whole) {
                let refused = match piece {
                    Piece::Word(word) => REFUSED.iter().find(|(refused, _)| *refused == word).map(forbidden),
                    Piece::Text(path) => (imports && leads_out(path)).then(outside),
                };
                found.extend(refused.map(|diagnostic| (offset + at, diagnostic)));
            }
        }
        offset += whole.len();
    }
    found
}

fn forbidden((word, why): &(&str, &str)) -> Diagnostic {
    Diagnostic::error(code::FORBIDDEN, format!("Templat tidak boleh memakai `{word}`: {why}."), "Hapus bagian itu.")
}

fn leads_out(path: &str) -> bool {
    path.contains("..") || path.starts_with('/') || path.contains(['\\', ':'])
}

fn outside() -> Diagnostic {
    Diagnostic::error(
        code::FOREIGN_IMPORT,
        "Templat hanya boleh mengimpor berkas dari foldernya sendiri, `_naskah`, dan `_kalimat`.",
        "Tulis nama berkas dari folder templat, misalnya \"_kalimat/kalimat.j2\".",
    )
}
