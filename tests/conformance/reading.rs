//! The reading order by ear: a golden text for each kind, and what holds of all of them.
//!
//! After a wanted change, `RAKOR_TULIS_BACAAN=1 cargo test conformance` writes the texts anew; that run fails. Read them, then
//! run again and commit.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::listen::{Element, Heard, listen};
use super::{PAPERS, paper};

fn heard() -> impl Iterator<Item = (String, Heard)> {
    PAPERS
        .into_iter()
        .map(|(kind, example, options)| (format!("{kind}_{example}"), listen(&paper(kind, example, options, None))))
}

/// Without the spaces that lines end with, and with ordinary ones.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn level(element: &Element) -> Option<usize> {
    element.role.strip_prefix('H')?.parse().ok()
}

#[test]
fn every_kind_is_read_aloud_as_written_down() {
    let write = std::env::var_os("RAKOR_TULIS_BACAAN").is_some();
    for (name, heard) in heard() {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/conformance/{name}.txt"));
        let script = format!("{}\n{}", heard.language, heard.tree.script());
        if write {
            std::fs::write(&path, &script).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        let first = script.lines().zip(golden.lines()).position(|(now, then)| now != then);
        assert!(script == golden, "{name}: line {:?} reads otherwise", first.map(|at| at + 1));
    }
    assert!(!write, "written anew: read them, then run again");
}

#[test]
fn everything_on_a_page_is_read_or_is_an_artefact() {
    for (name, heard) in heard() {
        assert_eq!(heard.language, "id-ID", "{name}");
        assert_eq!(heard.bare, [], "{name}: text that is part of nothing");
        assert_eq!(heard.lost, [""; 0], "{name}: text that no element holds");
        // Running title and page number, and the mark across the page, are not read on every page.
        let pages: BTreeSet<u32> = heard.artefacts.iter().map(|(page, _)| *page).collect();
        let text: String = heard.artefacts.iter().map(|(_, text)| text.as_str()).collect();
        let page = |number| pages.contains(&number);
        assert!(page(2) || name.starts_with("pemeriksaan") && page(1), "{name}: {pages:?} {text}");
    }
}

#[test]
fn headings_nest_without_skips_and_bookmarks_mirror_them() {
    for (name, heard) in heard() {
        let headings: Vec<(usize, String)> = heard
            .tree
            .all()
            .into_iter()
            .filter_map(|element| Some((level(element)?, plain(&element.text()))))
            .collect();
        assert!(!headings.is_empty() || name.starts_with("pemeriksaan"), "{name}");
        let mut before = 0;
        for (level, text) in &headings {
            assert!(*level <= before + 1, "{name}: from {before} to {level} at {text}");
            before = *level;
        }
        let squeezed = |all: &[(usize, String)]| -> Vec<(usize, String)> {
            // Headings are drawn in capitals, and named as they are written.
            all.iter().map(|(level, text)| (*level, text.replace(' ', "").to_lowercase())).collect()
        };
        let bookmarks: Vec<(usize, String)> =
            heard.bookmarks.iter().map(|(depth, title)| (*depth, plain(title))).collect();
        assert_eq!(squeezed(&bookmarks), squeezed(&headings), "{name}");
    }
}

#[test]
fn every_header_cell_says_what_it_heads() {
    for (name, heard) in heard() {
        for table in heard.tree.all().into_iter().filter(|element| element.role == "Table") {
            let heads: Vec<&Element> = table.all().into_iter().filter(|element| element.role == "TH").collect();
            assert!(!heads.is_empty(), "{name}: a table without header cells: {}", table.text());
            for head in heads {
                assert!(head.scope.is_some(), "{name}: {}", head.text());
            }
            for row in table.all().into_iter().filter(|element| element.role == "TR") {
                assert!(row.all().len() > 1, "{name}: a row without cells");
            }
        }
    }
}

#[test]
fn every_drawing_is_described_with_its_figures() {
    for (name, heard) in heard() {
        let figures: Vec<&Element> = heard.tree.all().into_iter().filter(|element| element.role == "Figure").collect();
        let mut charts = 0;
        for figure in figures {
            let alt = figure.alt.as_deref().unwrap_or_default();
            assert!(!alt.is_empty(), "{name}: a drawing without description");
            let emblem = alt.starts_with("Lambang");
            assert!(emblem || alt.chars().any(|letter| letter.is_ascii_digit()), "{name}: {alt}");
            charts += usize::from(!emblem);
        }
        let charts_expected = !name.starts_with("pemeriksaan") && !name.contains("kalimantan");
        assert!(charts > 0 || !charts_expected, "{name}");
    }
}
