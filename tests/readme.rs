//! README.md is true: its guide is walked through here, command by command, in an empty folder.
//!
//! That it opens with the two commands and draws the repository as it is, is looked after by `house`.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser as _;
use clap::error::ErrorKind;
use rakor::cli::Exit;
use rakor::cli::args::Rakor;
use rakor::manifest::Manifest;
use rakor::workbook::write::bytes;

use crate::table::template::filled;

const GUIDE: &str = "# Panduan singkat";

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(top().join("README.md")).unwrap()
}

/// The part under a heading, up to the next one.
fn part<'a>(text: &'a str, heading: &str) -> &'a str {
    let (_, after) = text.split_once(&format!("\n{heading}\n")).unwrap();
    after.split("\n## ").next().unwrap()
}

/// Blocks of one language, in order; a block in a list is indented.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let fenced = text.split("```").skip(1).step_by(2);
    fenced.filter_map(|block| block.strip_prefix(language)?.strip_prefix('\n')).collect()
}

/// Commands in blocks of the shell.
fn commands(text: &str) -> Vec<&str> {
    blocks(text, "sh").into_iter().flat_map(str::lines).collect()
}

/// Code spans in running text.
fn spans(text: &str) -> Vec<&str> {
    let prose: Vec<&str> = text.split("```").step_by(2).collect();
    prose.into_iter().flat_map(|prose| prose.split('`').skip(1).step_by(2)).collect()
}

/// Cells of the table rows, without heading and rule.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    lines.skip(1).filter(|line| !line.starts_with("---")).map(|line| line.split(" | ").collect()).collect()
}

fn is_accepted(command: &str) -> bool {
    match Rakor::try_parse_from(command.split_whitespace()) {
        Ok(_) => true,
        Err(error) => matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion),
    }
}

/// Runs a command in a folder: how it ended, its result and its talk.
fn rakor(folder: &Path, command: &str) -> (Exit, String, String) {
    crate::rakor(folder, command.split_whitespace().skip(1))
}

/// What a shell would do with the other commands of the guide.
fn shell(folder: &Path, command: &str) {
    let words: Vec<&str> = command.split_whitespace().collect();
    match words[..] {
        ["cargo", "install", "--path", ".", "--locked"] => {}
        ["rm", pattern] => {
            let (made, ending) = pattern.split_once("/*").unwrap();
            for entry in fs::read_dir(folder.join(made)).unwrap() {
                let path = entry.unwrap().path();
                if path.to_string_lossy().ends_with(ending) {
                    fs::remove_file(path).unwrap();
                }
            }
        }
        _ => panic!("the guide knows a command that is not tried here: {command}"),
    }
}

/// What the reader of the guide does with the template.
fn fill(template: &Path) {
    assert!(template.is_file());
    fs::write(template, bytes(&filled("kota-malang")).unwrap()).unwrap();
}

#[test]
fn every_command_of_the_guide_works_in_an_empty_folder() {
    let room = tempfile::tempdir().unwrap();
    let readme = readme();
    let (_, guide) = readme.split_once(GUIDE).unwrap();
    for command in commands(guide) {
        if command.starts_with("rakor ") {
            let (exit, _, talk) = rakor(room.path(), command);
            assert_eq!(exit, Exit::Done, "{command}\n{talk}");
            if let Some(template) = command.strip_prefix("rakor skema --bentuk xlsx -o ") {
                fill(&room.path().join(template));
            }
        } else {
            shell(room.path(), command);
        }
    }
    let written = "laporan-kami/keluaran/bulanan_35.73-kota-malang_2025-06.pdf";
    assert!(guide.contains(&format!("`{written}`")) && room.path().join(written).is_file());
}

#[test]
fn every_command_in_running_text_exists() {
    let readme = readme();
    let named: Vec<&str> = spans(&readme).into_iter().filter(|span| span.starts_with("rakor ")).collect();
    assert!(named.len() >= 2);
    for command in named {
        assert!(is_accepted(command), "{command}");
    }
    let (_, build) = commands(&readme)[0].split_once(" -- ").unwrap();
    assert!(is_accepted(&format!("rakor {build}")));
}

#[test]
fn every_option_of_the_guide_exists() {
    let readme = readme();
    let options = rows(part(&readme, "## Opsi yang sering dipakai"));
    assert_eq!(options.len(), 8);
    for option in options.iter().flat_map(|row| spans(row[0])) {
        assert!(is_accepted(&format!("rakor buat bulanan {option}")), "{option}");
    }
}

#[test]
fn the_figures_shown_first_are_those_of_the_program() {
    let room = tempfile::tempdir().unwrap();
    let _ = rakor(room.path(), "rakor baru data/kota-malang --contoh kota-malang");
    let (exit, result, talk) = rakor(room.path(), "rakor buat bulanan -C data/kota-malang");
    assert_eq!(exit, Exit::Done, "{talk}");
    assert_eq!(result.replace('\u{A0}', " "), blocks(&readme(), "text")[0]);
}

#[test]
fn the_message_explained_is_one_of_the_program() {
    let room = tempfile::tempdir().unwrap();
    let _ = rakor(room.path(), "rakor baru .");
    let table = room.path().join("data/kepesertaan.csv");
    let text = fs::read_to_string(&table).unwrap();
    fs::write(&table, text.replace("134167", "534167")).unwrap();
    let (exit, result, _) = rakor(room.path(), "rakor periksa");
    assert_eq!(exit, Exit::Data);
    let readme = readme();
    let shown = blocks(part(&readme, "## Arti pesan"), "text")[0];
    assert!(result.replace('\u{A0}', " ").starts_with(shown), "{result}");
}

#[test]
fn the_exit_codes_are_those_of_the_program() {
    let readme = readme();
    let told: Vec<(String, String)> =
        rows(part(&readme, "## Kode keluar")).iter().map(|row| (row[0].to_owned(), row[1].to_owned())).collect();
    let known = Exit::ALL.map(|exit| (exit.code().to_string(), exit.meaning().to_owned()));
    assert_eq!(told, known);
}

#[test]
fn the_sentence_shown_stands_in_its_file() {
    let readme = readme();
    let part = part(&readme, "## Mengubah kalimat");
    let file = commands(part).into_iter().find_map(|command| command.strip_prefix("rakor templat ekspor ")).unwrap();
    let file = file.split_whitespace().next().unwrap();
    let shown = blocks(part, "text")[0].trim();
    assert!(fs::read_to_string(top().join("templates").join(file)).unwrap().contains(shown), "{shown}");
}

#[test]
fn the_settings_shown_are_known() {
    for block in blocks(&readme(), "toml") {
        let example = fs::read_to_string(top().join("data/simulasi/rakor.toml")).unwrap();
        // A section that the example does not have can be added to it.
        if Manifest::parse(&format!("{example}\n{block}"), "rakor.toml").is_ok() {
            continue;
        }
        for line in block.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let key = line.split(" = ").next().unwrap();
            assert!(example.lines().any(|known| known == key || known.starts_with(&format!("{key} = "))), "{line}");
        }
    }
}
