//! Texts that are not code: templates, fonts with their papers, and what documents say about this repository.

use std::collections::BTreeSet;

use rakor::fonts::FACES;
use rakor::template::Bundle;
use sha2::{Digest, Sha256};

use super::code::is_word;
use super::{Page, expect_none, pages, paths, read, top};

/// The first two commands of a newcomer, in their order.
const COMMANDS: [&str; 2] = ["cargo run --release -- buat bulanan -C data/kota-malang", "cargo test"];

/// The workspace that has every table, for documents that speak of a workspace's own files.
const EXAMPLE: &str = "data/simulasi";

/// What is left behind by unfinished work.
const LEFTOVERS: [&str; 5] = [
    concat!("to", "do!"),
    concat!("db", "g!"),
    concat!("FIX", "ME"),
    concat!("X", "XX"),
    concat!("unimple", "mented!"),
];

/// Folders of one machine, which no other has.
const FOLDERS: [&str; 4] = [concat!("/wo", "rk"), concat!("/ho", "me"), concat!("/tm", "p/"), concat!("/ro", "ot")];

const TEXTS: [&str; 15] = [
    ".rs",
    ".md",
    ".toml",
    ".j2",
    ".typ",
    ".csv",
    ".svg",
    ".lock",
    ".ci/run",
    ".gitignore",
    "LICENSE",
    ".service",
    ".timer",
    "cron/rakor",
    ".xml",
];

/// Where a needle stands as a word of its own.
fn stands<'a>(text: &'a str, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(needle).filter_map(move |(at, _)| {
        let before = text.get(..at)?.chars().next_back();
        let after = text.get(at + needle.len()..)?.chars().next();
        let apart = |ch: Option<char>| ch.is_none_or(|ch| !is_word(ch));
        let begins = if needle.starts_with('/') {
            before.is_none_or(|ch| !is_word(ch) && !matches!(ch, '.' | '-' | '/' | '}' | ')' | '<'))
        } else {
            apart(before)
        };
        (begins && (!needle.ends_with(is_word) || apart(after))).then_some(at)
    })
}

fn line_of(page: &Page, at: usize) -> String {
    let before = page.text.get(..at).unwrap_or_default();
    format!("{}:{}", page.path, before.matches('\n').count() + 1)
}

fn found_anywhere(needles: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for page in pages("", &TEXTS) {
        for needle in needles {
            found.extend(stands(&page.text, needle).map(|at| format!("{}: {needle}", line_of(&page, at))));
        }
    }
    found
}

#[test]
fn nothing_is_left_unfinished() {
    expect_none(&found_anywhere(&LEFTOVERS), "Leftovers:");
}

#[test]
fn no_text_names_a_folder_of_one_machine() {
    expect_none(&found_anywhere(&FOLDERS), "Paths that no other machine has:");
}

#[test]
fn every_built_in_template_is_a_file_and_every_file_is_built_in() {
    let files = paths("templates");
    let names = files.iter().filter_map(|path| path.strip_prefix("templates/")).filter(|name| *name != "README.md");
    assert_eq!(Bundle::built_in_names().collect::<BTreeSet<_>>(), names.collect());
}

#[test]
fn every_typeface_has_its_licence_its_origin_and_its_digests_beside_it() {
    let papers = ["LICENSE", "README.md"];
    let fonts = paths("fonts").into_iter().filter(|path| !papers.iter().any(|paper| path.ends_with(paper)));
    let fonts: Vec<String> = fonts.collect();
    assert_eq!(fonts.len(), FACES.len());
    for path in fonts {
        let (folder, name) = path.rsplit_once('/').unwrap();
        let licence = read(&format!("{folder}/LICENSE"));
        let open_font =
            licence.starts_with("Digitized data copyright") && licence.contains("SIL OPEN FONT LICENSE Version 1.1");
        let apache = licence.contains("Apache License") && licence.contains("Version 2.0, January 2004");
        assert!(open_font || apache, "{folder}");
        let about = read(&format!("{folder}/README.md"));
        assert!(about.contains("Origin: <https://") && about.contains("Changes: "));
        let (_, bytes) = FACES.iter().find(|(face, _)| *face == name).unwrap();
        let digest = Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
        assert!(about.contains(&format!("| `{name}` | `{digest}` |")), "{path} is not the file that its README names");
    }
}

#[test]
fn the_project_has_the_licence_that_its_manifest_names() {
    assert!(read("Cargo.toml").contains("license = \"Apache-2.0\""));
    let licence = read("LICENSE");
    assert!(licence.contains("Apache License") && licence.contains("Version 2.0, January 2004"));
}

#[test]
fn readme_opens_with_the_two_commands() {
    let opening = format!("# rakor\n\n```sh\n{}\n```\n", COMMANDS.join("\n"));
    assert!(read("README.md").starts_with(&opening), "README.md does not begin like this:\n{opening}");
}

#[test]
fn readme_draws_the_repository_as_it_is() {
    let readme = read("README.md");
    let (_, section) = readme.split_once("\n## The repository\n").unwrap();
    let tree = section.split("```").nth(1).unwrap();
    let named: Vec<&str> = tree.lines().skip(1).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(named.len() > 4, "{tree}");
    let missing: Vec<String> =
        named.iter().filter(|name| !top().join(name).exists()).map(ToString::to_string).collect();
    expect_none(&missing, "README.md draws what is not there:");
    let folders = paths("").into_iter().filter_map(|path| Some(format!("{}/", path.split_once('/')?.0)));
    // What an editor keeps for itself is hidden.
    let folders = folders.filter(|folder| !folder.starts_with('.'));
    let unnamed: BTreeSet<String> =
        folders.filter(|folder| !named.iter().any(|name| name.starts_with(folder))).collect();
    expect_none(&Vec::from_iter(unnamed), "README.md does not draw:");
}

#[test]
fn the_checks_run_the_tests_as_readme_names_them() {
    let checks = read(".ci/run");
    assert!(checks.lines().any(|line| line == format!("step {}", COMMANDS[1])), "{checks}");
}

#[test]
fn documents_name_only_what_exists() {
    let mut violations = Vec::new();
    for page in pages("", &[".md"]) {
        let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let below = |folder: &str, named: &str| top().join(folder).join(named).exists();
        let there = |named: &str| [folder, "", EXAMPLE].iter().any(|folder| below(folder, named));
        for (at, named) in links(&page.text).into_iter().chain(spans(&page.text)) {
            if !there(named) {
                violations.push(format!("{}: {named}", line_of(&page, at)));
            }
        }
    }
    expect_none(&violations, "A document names a file that is not there:");
}

/// Targets of links into the repository.
fn links(text: &str) -> Vec<(usize, &str)> {
    let targets = text.match_indices("](").filter_map(|(at, _)| {
        let target = text.get(at + 2..)?.split(')').next()?;
        Some((at, target.split('#').next().unwrap_or_default()))
    });
    targets.filter(|(_, target)| !target.is_empty() && !target.contains("://")).collect()
}

/// Code spans that name a file or folder below one of the repository's own.
fn spans(text: &str) -> Vec<(usize, &str)> {
    let own = [".ci/", "benches/", "contrib/", "data/", "docs/", "fonts/", "src/", "templates/", "tests/"];
    let mut found = Vec::new();
    let mut at = 0;
    for (number, span) in text.split('`').enumerate() {
        let named = number % 2 == 1 && own.iter().any(|folder| span.starts_with(folder));
        if named && span.chars().all(|ch| is_word(ch) || "/.-".contains(ch)) {
            found.push((at, span));
        }
        at += span.len() + 1;
    }
    found
}
