//! Every source is part of its crate and says what it owns.

use super::{Page, expect_none, pages};

/// Sources that cargo itself begins with.
const ROOTS: [&str; 8] = [
    "benches/audit.rs",
    "benches/batch.rs",
    "benches/mail.rs",
    "benches/stages.rs",
    "benches/workbook.rs",
    "src/lib.rs",
    "src/main.rs",
    "tests/suite.rs",
];

/// Where a module may be declared: beside the files of its folder, or in the folder above.
fn parents(page: &Page) -> Vec<String> {
    let stem = page.stem().trim_end_matches("/mod");
    let Some((folder, _)) = stem.rsplit_once('/') else { return Vec::new() };
    match folder {
        "src" => vec!["src/lib.rs".to_owned()],
        "tests" => vec!["tests/suite.rs".to_owned()],
        _ => vec![format!("{folder}.rs"), format!("{folder}/mod.rs")],
    }
}

fn sources() -> Vec<Page> {
    ["benches", "src", "tests"].iter().flat_map(|folder| pages(folder, &[".rs"])).collect()
}

#[test]
fn every_source_is_a_module_of_its_crate() {
    let all = sources();
    let mut violations = Vec::new();
    for page in all.iter().filter(|page| !ROOTS.contains(&page.path.as_str())) {
        let name = page.stem().trim_end_matches("/mod").rsplit('/').next().unwrap();
        let declares = |parent: &Page| {
            let lines = parent.text.lines().map(str::trim);
            let declared = lines.filter_map(|line| line.strip_suffix(';')?.split_once("mod "));
            let doors = ["", "pub ", "pub(crate) ", "pub(super) "];
            declared.into_iter().any(|(door, declared)| doors.contains(&door) && declared == name)
        };
        let parents = parents(page);
        if !all.iter().any(|other| parents.contains(&other.path) && declares(other)) {
            violations.push(format!("{}: not declared in {}", page.path, parents.join(" or ")));
        }
    }
    expect_none(&violations, "A source that nothing compiles:");
}

#[test]
fn every_module_says_what_it_owns() {
    let silent = sources().into_iter().filter(|page| !page.text.starts_with("//! "));
    expect_none(&silent.map(|page| page.path).collect::<Vec<_>>(), "A module that does not open with `//!`:");
}

#[test]
fn there_is_one_test_binary() {
    let manifest: toml::Table = super::read("Cargo.toml").parse().unwrap();
    assert_eq!(manifest["test"].as_array().unwrap().len(), 1);
    assert_eq!(manifest["package"]["autotests"].as_bool(), Some(false));
}
