//! Completions and manual pages.

use std::fs;
use std::path::Path;

use rakor::cli::Exit;

use super::line;

#[test]
fn every_shell_gets_a_script_that_knows_the_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = line(Path::new("."), &format!("pelengkapan {shell}"));
        assert_eq!(run.exit, Exit::Done);
        assert!(run.err.is_empty());
        for word in ["periksa", "pelengkapan", "ketat"] {
            assert!(run.out.contains(word), "{shell}: {word}");
        }
        // What the argument types are documented with must not become what users read.
        assert!(!run.out.contains("Published") && !run.out.contains("Print help"), "{shell}");
    }
}

#[test]
fn manual_pages_have_indonesian_headings_and_all_options() {
    let room = tempfile::tempdir().unwrap();
    let run = line(room.path(), "pelengkapan man -o man");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(run.out.lines().count(), 14);
    for path in run.out.lines() {
        let page = fs::read_to_string(room.path().join(path)).unwrap();
        let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        assert!(headings.starts_with(&["NAMA", "PENGGUNAAN", "URAIAN", "OPSI"]), "{path}: {headings:?}");
        let known = ["NAMA", "PENGGUNAAN", "URAIAN", "OPSI", "PERINTAH", "CONTOH", "VERSI"];
        assert!(headings.iter().all(|heading| known.contains(heading)), "{path}: {headings:?}");
        assert!(!page.contains("Possible values") && !page.contains("[default"));
    }
    let build = fs::read_to_string(room.path().join("man/rakor-buat.1")).unwrap();
    assert!(build.contains("ketat") && build.contains("[pilihan: masukan, ukuran, markah, grafik, pdf]"));
    assert!(line(Path::new("."), "pelengkapan man").out.starts_with(".ie"));
}
