//! The index: what a program and a person read of a batch.

use rakor::cli::Exit;
use serde_json::json;

use super::{INDEX, Room};

/// A district whose name a spreadsheet would take for a formula.
fn room() -> Room {
    let room = Room::simulasi();
    room.replace("data/wilayah.csv", "99.71.02,Contoh Tengah,", "99.71.02,=Contoh Tengah,");
    room
}

#[test]
fn the_index_says_of_each_region_what_was_made() {
    let room = room();
    assert_eq!(room.buat("--wilayah 99.71.02,99.71.01").exit, Exit::Done);
    let index = room.index();
    let files = ["bulanan_99.71.02-contoh-tengah_2025-08.pdf", "bulanan_99.71.01-contoh-utara_2025-08.pdf"];
    let pdfs = room.pdfs("keluaran");
    let seals = [0, 1].map(|at| index["wilayah"][at]["laporan"]["sidik"].as_str().unwrap().to_owned());
    assert!(seals.iter().all(|seal| seal.len() == 64) && seals[0] != seals[1], "{seals:?}");
    let data = index["sidik_data"].as_str().unwrap();
    assert_eq!(data.len(), 64);
    assert_eq!(
        index,
        json!({
            "bentuk": 1,
            "jenis": "bulanan",
            "sidik_data": data,
            "wilayah": [
                {
                    "wilayah": "99.71.02",
                    "nama": "=Contoh Tengah",
                    "hasil": "dibuat",
                    "laporan": {
                        "berkas": files[0],
                        "sha256": pdfs[files[0]],
                        "sidik": seals[0],
                        "halaman": 7,
                        "angka_pokok": [
                            ["Cakupan", "42,21\u{a0}persen (20.773 dari 49.214 pekerja)"],
                            ["Perubahan sebulan", "+0,38 persen poin dari Juli\u{a0}2025"],
                        ],
                        "peringatan": 0,
                        "catatan": 0,
                    },
                },
                {
                    "wilayah": "99.71.01",
                    "nama": "Contoh Utara",
                    "hasil": "dibuat",
                    "laporan": {
                        "berkas": files[1],
                        "sha256": pdfs[files[1]],
                        "sidik": seals[1],
                        "halaman": 7,
                        "angka_pokok": [
                            ["Cakupan", "37,98\u{a0}persen (22.909 dari 60.318 pekerja)"],
                            ["Perubahan sebulan", "+0,43 persen poin dari Juli\u{a0}2025"],
                        ],
                        "peringatan": 0,
                        "catatan": 0,
                    },
                },
            ],
        })
    );
    let [first, second] = [0, 1].map(|at| format!("{},{},{}", files[at], pdfs[files[at]], seals[at]));
    assert_eq!(
        room.read(&format!("keluaran/{INDEX}.csv")),
        format!(
            "wilayah,nama,hasil,berkas,sha256,sidik,halaman,kesalahan,peringatan,catatan,Cakupan,Perubahan sebulan\n\
             99.71.02,'=Contoh Tengah,dibuat,{first},7,0,0,0,\
             \"42,21\u{a0}persen (20.773 dari 49.214 pekerja)\",\"'+0,38 persen poin dari Juli\u{a0}2025\"\n\
             99.71.01,Contoh Utara,dibuat,{second},7,0,0,0,\
             \"37,98\u{a0}persen (22.909 dari 60.318 pekerja)\",\"'+0,43 persen poin dari Juli\u{a0}2025\"\n"
        )
    );
}

#[test]
fn findings_are_counted_by_their_codes() {
    let room = Room::simulasi();
    // A denominator that nobody explains, and a day after the report's own: both are notes.
    let run = room.buat("--wilayah 99.71,");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let report = &room.index()["wilayah"][0]["laporan"];
    assert_eq!((&report["peringatan"], &report["catatan"], &report["temuan"]), (&json!(0), &json!(0), &json!(null)));
}

#[test]
fn programs_read_a_line_for_each_region_and_one_for_the_run() {
    let room = Room::simulasi();
    let run = room.buat("--tingkat kota --wilayah semua --format json");
    assert_eq!((run.exit, run.err.as_str()), (Exit::Done, ""));
    let lines: Vec<serde_json::Value> = run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [region, whole] = lines.as_slice() else { panic!("{}", run.out) };
    assert_eq!((&region["wilayah"], &region["hasil"]), (&json!("99.71"), &json!("dibuat")));
    assert_eq!(region["laporan"]["halaman"], json!(12));
    assert_eq!(
        whole,
        &json!({
            "perintah": "buat",
            "kode_keluar": 0,
            "arti": whole["arti"],
            "hasil": {
                "jumlah": { "dibuat": 1 },
                "indeks": ["keluaran/indeks_bulanan_2025-08.csv", "keluaran/indeks_bulanan_2025-08.json"],
            },
            "masalah": [],
        })
    );
}
