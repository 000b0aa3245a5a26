//! `rakor pelengkapan`: completions for shells, manual pages.

use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::args::{Pelengkapan, Rakor, Untuk};
use super::{Outside, Reply, broken_promise, disk, help};
use crate::diagnostic::{Failure, FailureKind};

const VERSION: &str = env!("CARGO_PKG_VERSION");

pub(super) fn run(args: &Pelengkapan, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let command = help::dress(Rakor::command());
    let shell = match args.untuk {
        Untuk::Bash => Shell::Bash,
        Untuk::Elvish => Shell::Elvish,
        Untuk::Fish => Shell::Fish,
        Untuk::Powershell => Shell::PowerShell,
        Untuk::Zsh => Shell::Zsh,
        Untuk::Man => return manual(&command, args.keluaran.as_deref(), outside),
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command.clone(), "rakor", &mut script);
    match &args.keluaran {
        None => Ok(Reply::screen(String::from_utf8_lossy(&script).into_owned())),
        Some(path) => disk::write_all(&outside.folder, [(PathBuf::from(path), script.as_slice())])
            .map(|names| Reply::files(&names)),
    }
}

/// Without a folder the page of the program itself; into a folder one page for each command.
fn manual(root: &Command, folder: Option<&str>, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let Some(folder) = folder else { return Ok(Reply::screen(page(root, "rakor")?)) };
    let mut pages = vec![("rakor.1".to_owned(), page(root, "rakor")?)];
    for command in root.get_subcommands() {
        let name = format!("rakor-{}", command.get_name());
        pages.push((format!("{name}.1"), page(command, &name)?));
    }
    let files = pages.iter().map(|(name, page)| (Path::new(folder).join(name), page.as_bytes()));
    disk::write_all(&outside.folder, files).map(|names| Reply::files(&names))
}

/// One manual page, with the engine's headings in Indonesian.
fn page(command: &Command, name: &str) -> Result<String, Failure> {
    let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default().replace('\n', "\n\n");
    let command = command
        .clone()
        .after_help(examples)
        .subcommand_help_heading("PERINTAH")
        // What the engine would add about an option is English; the help says it already.
        .mut_args(|arg| {
            let about = help::described(&arg);
            arg.help(about).hide_possible_values(true).hide_default_value(true)
        });
    let mut bytes = Vec::new();
    Man::new(command).render(&mut bytes).map_err(|error| {
        Failure::one(FailureKind::Internal, broken_promise("halaman manual").engine(error.to_string()))
    })?;
    let page = String::from_utf8_lossy(&bytes);
    // The engine's first line leaves its empty date out, and the later fields move up.
    let title = format!(".TH {} 1 \"\" \"rakor {VERSION}\" \"Panduan rakor\"", name.to_uppercase());
    let line = |line: &str| if line.starts_with(".TH ") { title.clone() } else { heading(line).to_owned() };
    Ok(page.lines().map(|text| line(text) + "\n").collect())
}

fn heading(line: &str) -> &str {
    match line {
        ".SH NAME" => ".SH NAMA",
        ".SH SYNOPSIS" => ".SH PENGGUNAAN",
        ".SH DESCRIPTION" => ".SH URAIAN",
        ".SH OPTIONS" => ".SH OPSI",
        ".SH EXTRA" => ".SH CONTOH",
        ".SH VERSION" => ".SH VERSI",
        other => other,
    }
}
