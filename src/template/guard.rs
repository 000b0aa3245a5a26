//! What a template may not contain, refused before anything is rendered.

use super::Bundle;
use super::code;
use crate::diagnostic::Diagnostic;

/// Ways to let raw data through, and ways out of the template's folder.
const REFUSED: [(&str, &str); 6] = [
    ("safe", "filter `safe` meloloskan data sebagai markah"),
    ("tojson", "filter `tojson` meloloskan data sebagai markah"),
    ("autoescape", "`autoescape` mematikan pengikatan nilai"),
    ("escape", "filter `escape` tidak diperlukan; setiap nilai sudah terikat"),
    ("extends", "`extends` tidak dipakai; gunakan `import`"),
    ("include", "`include` tidak dipakai; gunakan `import`"),
];

/// Everything refused in the templates of a bundle.
pub(super) fn check(bundle: &Bundle) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (name, text) in bundle.iter().filter(|(name, _)| is_template(name)) {
        for (number, line) in text.lines().enumerate() {
            let place = bundle.place(name).at_row(u32::try_from(number + 1).unwrap_or(u32::MAX));
            for (word, why) in words_in_tags(line).filter_map(|word| REFUSED.into_iter().find(|(w, _)| *w == word)) {
                found.push(
                    Diagnostic::error(
                        code::FORBIDDEN,
                        format!("Templat tidak boleh memakai `{word}`: {why}."),
                        "Hapus bagian itu.",
                    )
                    .at(place.clone()),
                );
            }
            if line.contains("{%") && line.contains("import") && line.contains("..") {
                found.push(
                    Diagnostic::error(
                        code::FOREIGN_IMPORT,
                        "Templat hanya boleh mengimpor berkas dari foldernya sendiri, `_naskah`, dan `_kalimat`.",
                        "Tulis nama berkas tanpa `..`.",
                    )
                    .at(place),
                );
            }
        }
    }
    found
}

/// Whether a file is run through the engine (and not handed to the typesetter as it is).
pub(super) fn is_template(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|ending| ending == "j2")
}

/// Identifiers between `{%` or `{{` and the end of the tag, strings left out.
fn words_in_tags(line: &str) -> impl Iterator<Item = &str> {
    line.split('{').skip(1).filter_map(|part| part.strip_prefix('%').or(Some(part))).flat_map(|part| {
        let code = part.split(['}']).next().unwrap_or_default();
        code.split('"').step_by(2).flat_map(|bare| bare.split(|c: char| !(c.is_alphanumeric() || c == '_')))
    })
}
