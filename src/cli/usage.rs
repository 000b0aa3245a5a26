//! Refusals of the command line in Indonesian, with the nearest right name.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::help;
use crate::diagnostic::{nearest, quote};

/// A refusal as the terminal shows it: what is wrong, how the command is used, where to read more.
pub(super) fn explain(error: &Error, root: &Command, arguments: &[String]) -> String {
    let (command, path) = addressed(root, arguments);
    let why = sentence(error, command);
    format!("Kesalahan penggunaan: {why}\n\nPenggunaan: {}\nBantuan: {path} --bantuan\n", help::usage(command, &path))
}

/// The deepest command that the arguments name, and how it is called.
fn addressed<'a>(root: &'a Command, arguments: &[String]) -> (&'a Command, String) {
    let mut command = root;
    let mut path = root.get_name().to_owned();
    for argument in arguments {
        if let Some(below) = command.find_subcommand(argument) {
            command = below;
            path = format!("{path} {}", below.get_name());
        }
    }
    (command, path)
}

fn sentence(error: &Error, command: &Command) -> String {
    let argument = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => unknown_argument(&argument, command),
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand);
            let known = command.get_subcommands().flat_map(|below| {
                std::iter::once(below.get_name()).chain(below.get_visible_aliases()).collect::<Vec<_>>()
            });
            format!("perintah {} tidak dikenal{}.", quote(&name), hint(nearest(&name, known)))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("`{argument}` memerlukan nilai."),
        ErrorKind::InvalidValue => {
            let known = list(error, ContextKind::ValidValue);
            let near = nearest(&value, known.iter().map(String::as_str));
            format!(
                "nilai {} untuk `{argument}` tidak dikenal{}. Pilihannya: {}.",
                quote(&value),
                hint(near),
                known.join(", ")
            )
        }
        ErrorKind::MissingRequiredArgument => {
            let named = list(error, ContextKind::InvalidArg);
            let named: Vec<&str> = named.iter().map(|name| name.trim_end_matches("...")).collect();
            format!("belum diisi: {}.", named.join(", "))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "perintahnya belum disebutkan.".to_owned()
        }
        ErrorKind::ArgumentConflict => conflict(error, &argument),
        ErrorKind::TooManyValues => format!("`{argument}` tidak menerima nilai {}.", quote(&value)),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("banyaknya nilai `{argument}` tidak sesuai.")
        }
        ErrorKind::ValueValidation => format!("nilai {} untuk `{argument}` tidak sah.", quote(&value)),
        ErrorKind::NoEquals => format!("`{argument}` ditulis dengan tanda sama dengan."),
        ErrorKind::InvalidUtf8 => "ada argumen yang bukan UTF-8.".to_owned(),
        _ => "perintah itu tidak dapat dibaca.".to_owned(),
    }
}

fn unknown_argument(argument: &str, command: &Command) -> String {
    if !argument.starts_with('-') {
        return format!("argumen {} berlebih.", quote(argument));
    }
    let names: Vec<String> = command
        .get_arguments()
        .flat_map(|arg| {
            let aliases = arg.get_visible_aliases().unwrap_or_default();
            arg.get_long().into_iter().chain(aliases).map(|long| format!("--{long}")).collect::<Vec<_>>()
        })
        .collect();
    let near = if argument.starts_with("--") { nearest(argument, names.iter().map(String::as_str)) } else { None };
    format!("opsi {} tidak dikenal{}.", quote(argument), hint(near))
}

fn conflict(error: &Error, argument: &str) -> String {
    let others = match error.get(ContextKind::PriorArg) {
        Some(ContextValue::String(other)) => vec![other.clone()],
        Some(ContextValue::Strings(others)) => others.clone(),
        _ => Vec::new(),
    };
    if others.is_empty() || others.iter().all(|other| other == argument) {
        format!("`{argument}` hanya boleh ditulis satu kali.")
    } else {
        format!("`{argument}` tidak dapat digunakan bersama `{}`.", others.join("`, `"))
    }
}

fn hint(near: Option<&str>) -> String {
    near.map(|near| format!("; mungkin yang dimaksud `{near}`")).unwrap_or_default()
}

fn text(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        _ => String::new(),
    }
}

fn list(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    }
}
