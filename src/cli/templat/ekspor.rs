//! Built-in files as a workspace's own, to be edited.

use std::path::{Path, PathBuf};

use super::{codes, top};
use crate::cli::args::Templat;
use crate::cli::settings::Settings;
use crate::cli::workspace::{TEMPLATE_FOLDER, Workspace};
use crate::cli::{Outside, Reply, disk};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, nearest, quote};
use crate::files::{self, Standing};
use crate::place::Place;
use crate::template::Bundle;

pub(super) fn run(args: &Templat, settings: &Settings, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let wanted = args.sasaran.as_deref().ok_or_else(no_target)?.trim_end_matches('/');
    let names: Vec<&str> = Bundle::built_in_names().filter(|path| *path == wanted || top(path) == wanted).collect();
    if names.is_empty() {
        return Err(unknown(wanted));
    }
    let (actual, shown) = if let Some(folder) = &args.keluaran {
        (outside.folder.join(folder), PathBuf::from(folder))
    } else {
        let workspace = Workspace::find(&outside.folder, settings.folder.as_deref())?;
        (workspace.actual.join(TEMPLATE_FOLDER), workspace.shown.join(TEMPLATE_FOLDER))
    };
    // A folder that is a link would be written through, whatever it leads to.
    let within = names.iter().map(|name| top(name)).map(|folder| (actual.join(folder), shown.join(folder)));
    let taken: Vec<Diagnostic> = within
        .chain([(actual.clone(), shown.clone())])
        .filter(|(actual, _)| !matches!(files::standing(actual), Standing::Nothing) && !is_plain_folder(actual))
        .chain(
            names
                .iter()
                .map(|name| (actual.join(name), shown.join(name)))
                .filter(|(actual, _)| files::standing(actual) != Standing::Nothing),
        )
        .map(|(_, shown)| occupied(&shown))
        .collect();
    if !taken.is_empty() {
        let mut diagnostics = taken;
        diagnostics.dedup();
        return Err(Failure { kind: FailureKind::Usage, diagnostics });
    }
    let bundle = Bundle::built_in();
    let mut written = Vec::new();
    for name in names {
        let text = bundle.get(name).unwrap_or_default();
        disk::write(&actual.join(name), &shown.join(name), text.as_bytes())?;
        written.push(files::shown(&shown.join(name)));
    }
    let mut reply = Reply::files(&written);
    reply.talk = format!(
        "Ubah yang perlu saja dan hapus yang tidak diubah: berkas yang tidak ada di sini tetap memakai bawaan.\n\
         Periksa dengan `rakor templat periksa{}`.\n",
        if wanted.starts_with('_') { String::new() } else { format!(" {}", top(wanted)) }
    );
    Ok(reply)
}

fn is_plain_folder(path: &Path) -> bool {
    files::standing(path) != Standing::Link && files::is_folder(path)
}

fn no_target() -> Failure {
    let diagnostic = Diagnostic::error(
        codes::NO_TARGET,
        "Yang disalin belum disebutkan.",
        "Sebutkan jenis atau berkasnya, misalnya `rakor templat ekspor bulanan`; namanya ditampilkan oleh `rakor templat`.",
    );
    Failure::one(FailureKind::Usage, diagnostic)
}

fn unknown(wanted: &str) -> Failure {
    let known = Bundle::built_in_names().flat_map(|path| [path, top(path)]);
    let near = nearest(wanted, known).map_or_else(String::new, |near| format!("; mungkin yang dimaksud `{near}`"));
    let diagnostic = Diagnostic::error(
        codes::UNKNOWN,
        format!("Tidak ada templat bawaan bernama {}{near}.", quote(wanted)),
        "Pilih jenis atau berkas bawaan yang ditampilkan oleh `rakor templat`.",
    );
    Failure::one(FailureKind::Usage, diagnostic)
}

fn occupied(path: &Path) -> Diagnostic {
    let shown = files::shown(path);
    Diagnostic::error(
        codes::OCCUPIED,
        format!("{shown} sudah ada dan tidak ditimpa."),
        "Pindahkan atau hapus yang ada di sana, atau pilih folder lain dengan -o.",
    )
    .at(Place::file(shown))
}
