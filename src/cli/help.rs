//! Help in Indonesian, from the command line's own description; so that no option is missing and no word is foreign.

use std::fmt::Write as _;

use clap::{Arg, Command};

use super::exit::Exit;
use super::settings::VARIABLES;

const INDENT: &str = "  ";

/// Gives a command and all below it their help.
#[must_use]
pub(super) fn dress(mut command: Command) -> Command {
    command.build();
    dress_below(command, "")
}

fn dress_below(command: Command, above: &str) -> Command {
    let path = if above.is_empty() { command.get_name().to_owned() } else { format!("{above} {}", command.get_name()) };
    let help = text(&command, &path);
    let usage = usage(&command, &path);
    command.override_help(help).override_usage(usage).mut_subcommands(|below| dress_below(below, &path))
}

/// The usage line of a command: `rakor buat [OPSI] <JENIS>`.
pub(super) fn usage(command: &Command, path: &str) -> String {
    let mut parts = vec![path.to_owned(), "[OPSI]".to_owned()];
    parts.extend(command.get_positionals().map(|arg| {
        let name = value_name(arg);
        if arg.is_required_set() { format!("<{name}>") } else { format!("[{name}]") }
    }));
    if command.has_subcommands() {
        parts.push("<PERINTAH>".to_owned());
    }
    parts.join(" ")
}

fn text(command: &Command, path: &str) -> String {
    let mut blocks = vec![sentence(command.get_about())];
    blocks.extend(command.get_long_about().map(ToString::to_string));
    blocks.push(format!("Penggunaan: {}", usage(command, path)));
    let commands: Vec<(String, String)> = command.get_subcommands().map(command_row).collect();
    blocks.extend(block("Perintah:", &commands));
    let arguments: Vec<(String, String)> =
        command.get_positionals().map(|arg| (format!("<{}>", value_name(arg)), described(arg))).collect();
    blocks.extend(block("Argumen:", &arguments));
    let options: Vec<(String, String)> =
        command.get_arguments().filter(|arg| !arg.is_positional()).map(|arg| (spelling(arg), described(arg))).collect();
    blocks.extend(block("Opsi:", &options));
    if let Some(examples) = command.get_after_help() {
        let lines: Vec<String> = examples.to_string().lines().map(|line| format!("{INDENT}{line}")).collect();
        blocks.push(format!("Contoh:\n{}", lines.join("\n")));
    }
    if command.has_subcommands() {
        let variables: Vec<(String, String)> =
            VARIABLES.iter().map(|(name, about)| ((*name).to_owned(), (*about).to_owned())).collect();
        blocks.extend(block("Variabel lingkungan:", &variables));
        let exits: Vec<(String, String)> =
            Exit::ALL.iter().map(|exit| (exit.code().to_string(), exit.meaning().to_owned())).collect();
        blocks.extend(block("Kode keluar:", &exits));
    } else {
        blocks.push("Kode keluar dan variabel lingkungan: rakor --bantuan".to_owned());
    }
    blocks.join("\n\n")
}

fn sentence(about: Option<&clap::builder::StyledStr>) -> String {
    let about = about.map(ToString::to_string).unwrap_or_default();
    if about.ends_with('.') { about } else { format!("{about}.") }
}

fn command_row(command: &Command) -> (String, String) {
    let aliases: Vec<&str> = command.get_visible_aliases().collect();
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    (command.get_name().to_owned(), format!("{about}{}", alias_note(&aliases)))
}

fn alias_note(aliases: &[&str]) -> String {
    if aliases.is_empty() { String::new() } else { format!(" (alias: {})", aliases.join(", ")) }
}

fn value_name(arg: &Arg) -> String {
    arg.get_value_names().map_or_else(|| arg.get_id().to_string(), |names| names.join(" "))
}

fn spelling(arg: &Arg) -> String {
    let short = arg.get_short().map_or_else(|| "    ".to_owned(), |short| format!("-{short}, "));
    let long = arg.get_long().map(|long| format!("--{long}")).unwrap_or_default();
    let value = if arg.get_action().takes_values() { format!(" <{}>", value_name(arg)) } else { String::new() };
    format!("{short}{long}{value}")
}

/// What an option does, its choices and its default.
pub(super) fn described(arg: &Arg) -> String {
    let mut about = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let aliases: Vec<String> =
        arg.get_visible_aliases().unwrap_or_default().iter().map(|alias| format!("--{alias}")).collect();
    about.push_str(&alias_note(&aliases.iter().map(String::as_str).collect::<Vec<_>>()));
    if arg.get_action().takes_values() {
        let choices = choices(arg);
        if !choices.is_empty() && !arg.is_hide_possible_values_set() {
            let _ = write!(about, " [pilihan: {}]", choices.join(", "));
        }
        if let Some(default) = arg.get_default_values().first() {
            let _ = write!(about, " [bawaan: {}]", default.to_string_lossy());
        }
    }
    about
}

fn choices(arg: &Arg) -> Vec<String> {
    arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
}

/// A heading over two aligned columns; nothing without rows.
fn block(heading: &str, rows: &[(String, String)]) -> Option<String> {
    let width = rows.iter().map(|(name, _)| name.chars().count()).max()?;
    let lines: Vec<String> = rows.iter().map(|(name, about)| format!("{INDENT}{name:width$}  {about}")).collect();
    Some(format!("{heading}\n{}", lines.join("\n")))
}
