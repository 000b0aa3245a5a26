//! The lock file: engines that must exist once.

use std::collections::{BTreeMap, BTreeSet};

/// Versions by package.
fn locked() -> BTreeMap<String, Vec<String>> {
    let lock: toml::Table = super::read("Cargo.lock").parse().unwrap();
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in lock["package"].as_array().unwrap() {
        let text = |key: &str| package[key].as_str().unwrap().to_owned();
        found.entry(text("name")).or_default().push(text("version"));
    }
    found
}

#[test]
fn the_memory_of_the_typesetting_engine_exists_once() {
    // Twice would mean that evicting one leaves the other to grow.
    assert_eq!(locked()["comemo"].len(), 1);
}

#[test]
fn the_typesetting_engine_is_of_one_version() {
    let parts: BTreeMap<_, _> = locked().into_iter().filter(|(name, _)| name.starts_with("typst")).collect();
    assert!(parts.contains_key("typst") && parts.contains_key("typst-pdf"));
    let versions: BTreeSet<&String> = parts.values().flatten().collect();
    assert_eq!(versions.len(), 1, "{parts:?}");
}
