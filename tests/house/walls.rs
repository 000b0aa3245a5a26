//! Which room may know which, and which dependency lives where.

use super::code::{bare, below_root, names_crate};
use super::{Page, expect_none, pages, read, room};

/// Every room and its floor. A room knows only rooms of lower floors.
const FLOORS: [(&str, u8); 23] = [
    ("place", 0),
    ("clock", 0),
    ("digest", 0),
    ("files", 0),
    ("fonts", 0),
    ("figure", 1),
    ("diagnostic", 1),
    ("bahasa", 2),
    ("workbook", 2),
    ("table", 3),
    ("manifest", 3),
    ("audit", 4),
    ("measure", 4),
    ("chart", 4),
    ("impor", 4),
    ("template", 5),
    ("typeset", 5),
    ("pdf", 5),
    ("report", 6),
    ("worker", 7),
    ("mail", 7),
    ("cli", 8),
    ("main", 9),
];

/// Dependencies that only one room may know.
const HEAVY: [(&str, &str); 28] = [
    ("calamine", "workbook"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("clap_mangen", "cli"),
    ("csv", "table"),
    ("csv_core", "table"),
    ("flate2", "pdf"),
    ("idna", "mail"),
    ("lettre", "mail"),
    ("libm", "measure"),
    ("lopdf", "pdf"),
    ("mimalloc", "main"),
    ("minijinja", "template"),
    ("plotters", "chart"),
    ("quick_xml", "workbook"),
    ("rusqlite", "mail"),
    ("rust_xlsxwriter", "workbook"),
    ("rustls", "mail"),
    ("secrecy", "mail"),
    ("signal_hook", "cli"),
    ("tempfile", "files"),
    ("toml", "manifest"),
    ("ttf_parser", "fonts"),
    ("typst", "typeset"),
    ("typst_layout", "typeset"),
    ("typst_pdf", "typeset"),
    ("webpki_roots", "mail"),
    ("zip", "workbook"),
];

/// Dependencies that any room may know.
const LIGHT: [&str; 13] = [
    "base64",
    "chrono",
    "num_bigint",
    "num_integer",
    "num_rational",
    "num_traits",
    "rayon",
    "rustix",
    "serde",
    "serde_json",
    "sha2",
    "strsim",
    "unicode_normalization",
];

/// Sources that may do what `clippy.toml` bans.
const DOORS: [&str; 5] =
    ["src/cli/mod.rs", "src/clock.rs", "src/files.rs", "src/report/build.rs", "src/worker/process.rs"];

/// Rooms whose figures are exact.
const EXACT: [&str; 3] = ["audit", "figure", "measure"];

/// The one source in them that may reckon with binary fractions.
const INEXACT: &str = "src/measure/proyeksi/student.rs";

fn floor(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

fn sources() -> Vec<Page> {
    pages("src", &[".rs"])
}

/// How many names a module's path has: `src/table/mod.rs` and `src/table.rs` are one below the root.
fn depth(page: &Page) -> usize {
    page.stem().trim_end_matches("/mod").matches('/').count()
}

#[test]
fn every_room_stands_on_its_floor() {
    let mut there: Vec<String> = sources().iter().filter_map(|page| room(page).map(str::to_owned)).collect();
    there.dedup();
    let mut known: Vec<&str> = FLOORS.iter().map(|(name, _)| *name).collect();
    known.sort_unstable();
    assert_eq!(there, known);
}

#[test]
fn a_room_knows_only_rooms_of_lower_floors() {
    let mut violations = Vec::new();
    for page in sources() {
        let Some(own) = room(&page) else { continue };
        for named in below_root(&bare(&page.text), depth(&page)) {
            let lower = floor(&named).is_some_and(|below| Some(below) < floor(own));
            if named != own && !lower {
                violations.push(format!("{}: crate::{named}", page.path));
            }
        }
    }
    expect_none(&violations, "A path leads to a room of the same or a higher floor, or past the rooms:");
}

#[test]
fn every_heavy_dependency_lives_in_one_room() {
    let mut violations = Vec::new();
    for page in sources() {
        let code = bare(&page.text);
        let strangers = HEAVY.iter().filter(|(name, home)| room(&page) != Some(home) && names_crate(&code, name));
        violations.extend(strangers.map(|(name, home)| format!("{}: {name} belongs to {home}", page.path)));
    }
    expect_none(&violations, "A heavy dependency outside its room:");
}

#[test]
fn every_dependency_is_known_to_the_house_and_used() {
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    // Those of one system only stand apart.
    let systems = manifest["target"].as_table().unwrap().values();
    let tables = std::iter::once(&manifest["dependencies"]).chain(systems.map(|system| &system["dependencies"]));
    let declared: Vec<String> =
        tables.flat_map(|table| table.as_table().unwrap().keys()).map(|key| key.replace('-', "_")).collect();
    let known = |name: &String| LIGHT.contains(&name.as_str()) || HEAVY.iter().any(|(heavy, _)| heavy == name);
    let strangers: Vec<String> = declared.iter().filter(|name| !known(name)).cloned().collect();
    expect_none(&strangers, "A dependency that the house gives no room:");
    let code: String = sources().iter().map(|page| bare(&page.text)).collect();
    let idle: Vec<String> = declared.into_iter().filter(|name| !names_crate(&code, name)).collect();
    expect_none(&idle, "A dependency that nobody uses:");
}

#[test]
fn banned_calls_are_excused_at_the_doors_only() {
    let excuses = |page: &Page| page.text.contains("clippy::disallowed");
    let excused: Vec<String> = sources().into_iter().filter(excuses).map(|page| page.path).collect();
    assert_eq!(excused, DOORS);
}

#[test]
fn rooms_of_exact_figures_deny_floats() {
    for room in EXACT {
        assert!(read(&format!("src/{room}/mod.rs")).contains("#![deny(clippy::float_arithmetic)]"), "{room}");
    }
    let exact = |page: &&Page| room(page).is_some_and(|room| EXACT.contains(&room)) && page.path != INEXACT;
    for page in sources().iter().filter(exact) {
        let code = bare(&page.text);
        let float = code.split(|ch| !super::code::is_word(ch)).find(|word| matches!(*word, "f32" | "f64"));
        assert_eq!(float, None, "{}", page.path);
    }
    assert!(read(INEXACT).contains("#![expect(clippy::float_arithmetic"));
}
