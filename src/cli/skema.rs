//! `rakor skema`: the data dictionary, and as a workbook the template for data.

use std::path::{Path, PathBuf};

use super::args::{BentukSkema, Skema};
use super::code;
use super::disk::{self, Own};
use super::{Outside, Reply, examples};
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::files;
use crate::place::Place;
use crate::table::{self, SourceFile};
use crate::workbook::write;

/// The example workspace whose rows stand in the template as examples: complete, and plainly invented.
const EXAMPLE: &str = "simulasi";

/// Templates that nobody has filled in.
const TEMPLATE: Own = Own {
    foreign: |bytes| (!write::is_untouched(bytes, table::SKEMA_BUKU)).then_some("bukan templat yang belum diisi"),
    option: "-o",
};

pub(super) fn run(args: &Skema, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let dictionary = match args.bentuk {
        BentukSkema::Md => table::skema_md(),
        BentukSkema::Csv => table::skema_csv(),
        BentukSkema::Xlsx => return template(args.keluaran.as_deref(), outside),
    };
    match &args.keluaran {
        None => Ok(Reply::screen(dictionary)),
        Some(path) => disk::write_all(&outside.folder, [(PathBuf::from(path), dictionary.as_bytes())])
            .map(|names| Reply::files(&names)),
    }
}

fn template(asked: Option<&str>, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let asked = asked.ok_or_else(nowhere)?;
    disk::check_workbook_name(asked, "-o")?;
    let shown = Path::new(asked);
    let book = table::skema_buku(&table::read(&example()).0);
    disk::write_workbook(&outside.folder.join(shown), shown, &book, &TEMPLATE)?;
    Ok(Reply::files(&[files::shown(shown)]))
}

fn example() -> Vec<SourceFile> {
    let files = examples().iter().filter(|example| example.name == EXAMPLE).flat_map(|example| example.files);
    let tables = files.filter(|(path, _)| path.starts_with("data/"));
    tables.map(|(path, bytes)| SourceFile { path: (*path).to_owned(), bytes: bytes.to_vec() }).collect()
}

fn nowhere() -> Failure {
    let diagnostic = Diagnostic::error(
        code::NO_SCREEN,
        "Buku kerja tidak dapat ditampilkan di layar.",
        "Sebutkan nama berkasnya dengan -o, misalnya `rakor skema --bentuk xlsx -o data.xlsx`.",
    );
    Failure::one(FailureKind::Usage, diagnostic.at(Place::file("--bentuk")))
}
