//! `rakor baru`: an example as a new workspace.

use std::path::Path;

use serde_json::json;

use super::args::{Baru, Contoh};
use super::code;
use super::examples::{Example, examples};
use super::{Outside, Reply, disk};
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::files;
use crate::manifest::FILE_NAME;
use crate::place::Place;

pub(super) fn run(args: &Baru, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let example = example(args.contoh)?;
    let shown = Path::new(&args.tujuan);
    let actual = outside.folder.join(shown);
    let vacant = files::is_vacant(&actual).map_err(|trouble| {
        let (kind, diagnostic) = disk::unread(&trouble, &args.tujuan, FailureKind::Usage);
        Failure::one(kind, diagnostic)
    })?;
    if !vacant {
        return Err(occupied(&args.tujuan));
    }
    // The manifest last: a folder without it is no workspace, so half an example is never taken for a whole one.
    let (last, first): (Vec<_>, Vec<_>) = example.files.iter().partition(|(name, _)| *name == FILE_NAME);
    for (name, bytes) in first.into_iter().chain(last) {
        disk::write(&actual.join(name), &shown.join(name), bytes)?;
    }
    let folder = files::shown(shown);
    let mut reply = Reply::new(format!("{folder}\n"), json!({ "folder": folder, "contoh": example.name }));
    reply.talk = next_steps(&folder);
    Ok(reply)
}

fn example(choice: Contoh) -> Result<&'static Example, Failure> {
    let name = match choice {
        Contoh::KotaMalang => "kota-malang",
        Contoh::KalimantanBarat => "kalimantan-barat",
        Contoh::Simulasi => "simulasi",
        Contoh::SimulasiProvinsi => "simulasi-provinsi",
    };
    examples()
        .iter()
        .find(|example| example.name == name && !example.files.is_empty())
        .ok_or_else(|| Failure::one(FailureKind::Internal, super::broken_promise(name)))
}

fn occupied(folder: &str) -> Failure {
    let diagnostic = Diagnostic::error(
        code::OCCUPIED,
        format!("Folder {folder} sudah berisi."),
        "Pilih nama folder lain atau kosongkan folder itu; tidak ada berkas yang diubah.",
    );
    Failure::one(FailureKind::Usage, diagnostic.at(Place::file(folder)))
}

fn next_steps(folder: &str) -> String {
    let quoted = if folder.contains(char::is_whitespace) { format!("\"{folder}\"") } else { folder.to_owned() };
    format!(
        "Ruang kerja siap. Langkah berikutnya:\n\
         \x20 1. Periksa data : rakor periksa -C {quoted}\n\
         \x20 2. Buat laporan : rakor buat bulanan -C {quoted}\n\
         \x20 3. Ganti isi rakor.toml dan berkas dalam folder data dengan milik Anda; kolomnya dijelaskan oleh `rakor skema`.\n"
    )
}
