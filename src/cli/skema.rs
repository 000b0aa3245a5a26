//! `rakor skema`: the data dictionary.

use std::path::PathBuf;

use super::args::{BentukSkema, Skema};
use super::{Outside, Reply, disk};
use crate::diagnostic::Failure;
use crate::table;

pub(super) fn run(args: &Skema, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let dictionary = match args.bentuk {
        BentukSkema::Md => table::skema_md(),
        BentukSkema::Csv => table::skema_csv(),
    };
    match &args.keluaran {
        None => Ok(Reply::screen(dictionary)),
        Some(path) => disk::write_all(&outside.folder, [(PathBuf::from(path), dictionary.as_bytes())])
            .map(|names| Reply::files(&names)),
    }
}
