//! What the program is linked from, as `cargo metadata` tells it: where each package comes from, under which licence, and
//! engines that must exist once. What is known to be wrong with a package stands in `SECURITY.md`.
//!
//! Packages of other systems than this one are not fetched here and not looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde::Deserialize;
use spdx::{Expression, LicenseReq, ParseMode};

/// The one source of packages.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Licences that ask for no more than that they are named; one that asks for source or for fees would decide about all.
const LICENCES: [&str; 9] =
    ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CDLA-Permissive-2.0", "ISC", "MIT", "Unicode-3.0", "Zlib"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Graph,
}

/// Who needs whom.
#[derive(Deserialize)]
struct Graph {
    root: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// Nothing for an ordinary one.
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

fn metadata() -> Metadata {
    let version = run("rustc", &["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let options = ["metadata", "--locked", "--offline", "--format-version", "1", "--filter-platform", host];
    serde_json::from_str(&run(env!("CARGO"), &options)).unwrap()
}

/// Everything that is linked or runs while it is built, tests and benchmarks included; without the project itself.
fn packages() -> Vec<Package> {
    let Metadata { packages, resolve } = metadata();
    let all = packages.len();
    let others: Vec<Package> = packages.into_iter().filter(|package| package.id != resolve.root).collect();
    assert_eq!(others.len() + 1, all);
    others
}

/// Name and version of what the program itself is linked from, and of what runs while it is built.
fn linked() -> BTreeSet<(String, String)> {
    let Metadata { packages, resolve } = metadata();
    let nodes: BTreeMap<&str, &Node> = resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let mut found = BTreeSet::from([resolve.root.as_str()]);
    let mut open = vec![resolve.root.as_str()];
    while let Some(id) = open.pop() {
        let needed = nodes[id]
            .deps
            .iter()
            .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.as_deref() != Some("dev")));
        open.extend(needed.map(|dependency| dependency.pkg.as_str()).filter(|id| found.insert(*id)));
    }
    let linked = packages.iter().filter(|package| package.id != resolve.root && found.contains(package.id.as_str()));
    linked.map(|package| (package.name.clone(), package.version.clone())).collect()
}

fn run(program: &str, arguments: &[&str]) -> String {
    let done = Command::new(program).args(arguments).current_dir(super::top()).output().unwrap();
    assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// Whether a licence can be chosen so that it is one of ours.
fn is_ours(license: &str) -> bool {
    let ours = |asked: &LicenseReq| {
        let exception = asked.addition.as_ref().map(ToString::to_string);
        let name = asked.license.id().map(|id| id.name);
        name.is_some_and(|name| LICENCES.contains(&name)) && exception.is_none_or(|name| name == "LLVM-exception")
    };
    Expression::parse_mode(license, ParseMode::LAX).is_ok_and(|expression| expression.evaluate(ours))
}

#[test]
fn a_licence_is_ours_or_it_is_not() {
    for ours in ["MIT", "MIT/Apache-2.0", "GPL-3.0-only OR MIT", "Apache-2.0 WITH LLVM-exception", "MIT AND ISC"] {
        assert!(is_ours(ours), "{ours}");
    }
    for other in ["GPL-3.0-only", "MIT AND MPL-2.0", "Apache-2.0 WITH Swift-exception", "Propriety", ""] {
        assert!(!is_ours(other), "{other}");
    }
}

#[test]
fn every_package_is_under_a_licence_of_ours() {
    let others = packages().into_iter().filter(|package| !package.license.as_deref().is_some_and(is_ours));
    let named: Vec<String> =
        others.map(|package| format!("{} {}: {:?}", package.name, package.version, package.license)).collect();
    super::expect_none(&named, "A package under another licence:");
}

#[test]
fn every_package_comes_from_the_one_registry() {
    let others = packages().into_iter().filter(|package| package.source.as_deref() != Some(REGISTRY));
    let named: Vec<String> = others.map(|package| format!("{}: {:?}", package.name, package.source)).collect();
    super::expect_none(&named, "A package from elsewhere:");
}

#[test]
fn engines_exist_once() {
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages() {
        versions.entry(package.name).or_default().insert(package.version);
    }
    // A second memory of the typesetting engine would mean that evicting one leaves the other to grow.
    assert_eq!(versions["comemo"].len(), 1);
    let engine = versions.iter().filter(|(name, _)| name.starts_with("typst"));
    let engine: BTreeSet<&String> = engine.flat_map(|(_, versions)| versions).collect();
    assert_eq!(engine.len(), 1, "{engine:?}");
}

#[test]
fn the_list_of_what_is_linked_is_true() {
    let list: serde_json::Value = serde_json::from_str(&super::read("contrib/sbom.cdx.json")).unwrap();
    let text = |component: &serde_json::Value, key: &str| component[key].as_str().unwrap().to_owned();
    let components = list["components"].as_array().unwrap();
    let listed: BTreeSet<(String, String)> =
        components.iter().map(|component| (text(component, "name"), text(component, "version"))).collect();
    assert!(listed.contains(&("typst".to_owned(), "0.15.1".to_owned())));
    if cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        assert_eq!(listed, linked());
    }
}

/// What `SECURITY.md` excuses is there, so that an excuse ends when its reason does.
#[test]
fn every_excused_package_is_there() {
    let page = super::read("SECURITY.md");
    let (_, table) = page.split_once("| Package | Version |").unwrap();
    let table = table.split("\n\n").next().unwrap();
    let excused: Vec<(&str, &str)> = table
        .lines()
        .skip(2)
        .map(|line| {
            let cells: Vec<&str> = line.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
            (cells[1], cells[2])
        })
        .collect();
    assert!(excused.len() >= 5, "{excused:?}");
    let all = packages();
    for (name, version) in excused {
        assert!(all.iter().any(|package| package.name == name && package.version == version), "{name} {version}");
    }
}
