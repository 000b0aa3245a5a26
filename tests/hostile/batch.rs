//! Many regions with a template that does harm: each is told, and those that it leaves alone are done.

use std::fs;

use rakor::cli::Exit;
use serde_json::Value;

use super::Room;

/// What became of each region, by the index of the run.
fn outcomes(room: &Room) -> Vec<(String, String, String)> {
    let index = fs::read(room.path().join("ws/keluaran/indeks_bulanan.json")).unwrap();
    let index: Value = serde_json::from_slice(&index).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let entries = index["wilayah"].as_array().unwrap().iter();
    let entries =
        entries.map(|entry| (text(&entry["wilayah"]), text(&entry["hasil"]), text(&entry["masalah"][0]["kode"])));
    entries.collect()
}

#[test]
fn the_region_whose_data_lead_to_the_limit_fails_and_the_others_are_done() {
    let room = Room::of("simulasi");
    // Only a region with parts has this section.
    room.with_lines("{% if wilayah_anak %}#let semua = ([],) * 1000000000\n#semua.len(){% endif %}");
    let run = room.run("buat bulanan -C ws --wilayah semua --proses 2");
    assert_eq!(run.exit, Exit::Partial, "{}{}", run.out, run.err);
    let outcomes = outcomes(&room);
    let failed: Vec<_> = outcomes.iter().filter(|(_, outcome, _)| outcome == "gagal").collect();
    assert!(!failed.is_empty() && failed.iter().all(|(_, _, code)| code == "W006"), "{outcomes:?}");
    let done: Vec<_> = outcomes.iter().filter(|(_, outcome, _)| outcome == "dibuat").collect();
    assert!(!done.is_empty() && done.len() + failed.len() == outcomes.len(), "{outcomes:?}");
    let index = fs::read_to_string(room.path().join("ws/keluaran/indeks_bulanan.json")).unwrap();
    assert!(index.contains("templat/bulanan/laporan.typ.j2"), "the template is named beside the region");
}

#[test]
fn a_template_that_harms_every_region_is_told_of_each() {
    let room = Room::of("simulasi");
    room.with_lines("#read(\"/etc/passwd\")");
    let run = room.run("buat bulanan -C ws --wilayah semua --proses 2");
    assert_eq!(run.exit, Exit::Partial, "{}{}", run.out, run.err);
    let outcomes = outcomes(&room);
    assert!(outcomes.len() > 1);
    assert!(outcomes.iter().all(|(_, outcome, code)| outcome == "gagal" && code == "R095"), "{outcomes:?}");
}
