//! No figure without its source: every printed value leads back to cells that are really there.

use std::collections::{BTreeMap, BTreeSet};

use rakor::place::{Field, Place};

use super::case::{Case, project, rows};
use super::paper::{KALBAR, MALANG, Paper, SIMULASI};

const PAPERS: [&str; 3] = ["simulasi", "kota-malang", "kalimantan-barat"];

fn paper(example: &str) -> &'static Paper {
    match example {
        "simulasi" => &SIMULASI,
        "kota-malang" => &MALANG,
        _ => &KALBAR,
    }
}

#[test]
fn every_figure_names_its_cells() {
    for example in PAPERS {
        let mut bare = BTreeSet::new();
        let mut sourced = 0;
        for value in &paper(example).built.values {
            let text = &value.printed.text;
            if text.contains(|c: char| c.is_ascii_digit()) {
                if value.printed.from.is_empty() {
                    bare.insert(text.as_str());
                } else {
                    sourced += 1;
                }
            }
        }
        // Only the numbers in front of rows stand on nothing.
        let rows: BTreeSet<String> = (1..=bare.len()).map(|number| number.to_string()).collect();
        assert_eq!(bare.iter().map(ToString::to_string).collect::<BTreeSet<_>>(), rows, "{example}");
        assert!(sourced >= 40, "{example}: {sourced}");
    }
}

/// The cells of an example by file, line and column; keys of the manifest by line.
struct Cells {
    tables: BTreeMap<String, Vec<Vec<String>>>,
    manifest: Vec<String>,
}

impl Cells {
    fn of(example: &str) -> Self {
        let case = Case::of(example);
        let file =
            |file: &rakor::table::SourceFile| (file.path.clone(), rows(std::str::from_utf8(&file.bytes).unwrap()));
        let manifest = std::fs::read_to_string(project(&format!("data/{example}/rakor.toml"))).unwrap();
        Self {
            tables: case.raw.tables.iter().map(file).collect(),
            manifest: manifest.lines().map(str::to_owned).collect(),
        }
    }

    /// What stands at a place of a table.
    fn cell(&self, place: &Place) -> Option<&str> {
        let rows = self.tables.get(&*place.berkas)?;
        let Some(Field::Kolom(column)) = &place.bagian else { return None };
        let at = rows[0].iter().position(|name| **name == **column)?;
        rows.get(place.baris? as usize - 1)?.get(at).map(String::as_str)
    }

    /// Whether something stands at a place.
    fn holds(&self, place: &Place) -> bool {
        if &*place.berkas == "rakor.toml" {
            let Some(Field::Kunci(key)) = &place.bagian else { return false };
            let line = place.baris.and_then(|line| self.manifest.get(line as usize - 1));
            let key = key.rsplit('.').next().unwrap_or(key);
            // An item of a list stands on a line of its own.
            return line.is_some_and(|line| key.contains('[') || line.trim_start().starts_with(key));
        }
        self.cell(place).is_some_and(|cell| !cell.trim().is_empty())
    }
}

#[test]
fn every_source_is_a_cell_that_holds_something() {
    for example in PAPERS {
        let cells = Cells::of(example);
        let mut places = BTreeSet::new();
        for value in &paper(example).built.values {
            places.extend(value.printed.from.iter().cloned());
        }
        assert!(places.len() > 15, "{example}: {}", places.len());
        let lost: Vec<String> = places.iter().filter(|place| !cells.holds(place)).map(ToString::to_string).collect();
        assert_eq!(lost, Vec::<String>::new(), "{example}");
    }
}

/// A whole number in digits and points only.
fn plain_count(text: &str) -> Option<u64> {
    let shape = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && text.len() > 4;
    shape.then(|| text.replace('.', "").parse().ok()).flatten()
}

#[test]
fn a_count_from_one_cell_is_what_stands_in_the_cell() {
    for example in PAPERS {
        let cells = Cells::of(example);
        let mut compared = 0;
        for value in &paper(example).built.values {
            let (from, text) = (&value.printed.from, &value.printed.text);
            let (Some(count), Some(place), 1) = (plain_count(text), from.iter().next(), from.len()) else { continue };
            assert_eq!(cells.cell(place).and_then(plain_count_of_cell), Some(count), "{text} from {place}");
            compared += 1;
        }
        assert!(compared >= 10, "{example}: {compared}");
    }
}

fn plain_count_of_cell(cell: &str) -> Option<u64> {
    cell.replace('.', "").parse().ok()
}

/// One edit: table, the first cells of the row, column, new value.
type Edit = (&'static str, &'static [&'static str], &'static str, &'static str);

/// Rebuilds with edited cells: how many values moved, and those that name none of the edited cells.
fn moved(before: &Paper, mut case: Case, edits: &[Edit]) -> (usize, Vec<String>) {
    let mut places = Vec::new();
    for (table, key, column, value) in edits {
        let all = rows(&case.text(table));
        let at = all.iter().position(|row| key.iter().zip(row).all(|(a, b)| a == b)).unwrap() + 1;
        places.push(format!("data/{table}.csv, baris {at}, kolom {column}"));
        case = case.cell(table, at, column, value);
    }
    let after = case.paper();
    let count = |paper: &Paper| paper.built.values.len();
    assert_eq!(count(before), count(&after), "a figure more or less changes no sentence: {places:?}");
    let changed = before.built.values.iter().zip(&after.built.values).filter(|(a, b)| a.printed.text != b.printed.text);
    let changed: Vec<_> = changed.collect();
    let silent = changed.iter().filter(|(_, new)| !new.printed.from.iter().any(|at| places.contains(&at.to_string())));
    (changed.len(), silent.map(|(old, new)| format!("{} -> {}", old.printed.text, new.printed.text)).collect())
}

#[test]
fn a_figure_moves_only_with_a_cell_that_it_names() {
    let together: &[&[Edit]] = &[
        &[
            ("pekerja", &["99.71", "TOTAL", "2024-08-31"], "jumlah_pekerja", "312490"),
            ("pekerja", &["99.71", "BPU", "2024-08-31"], "jumlah_pekerja", "144077"),
        ],
        &[("pekerja", &["99.71", "RENTAN", "2024-08-31"], "jumlah_pekerja", "60250")],
        &[("pekerja", &["99.71.01", "TOTAL", "2024-08-31"], "jumlah_pekerja", "58313")],
        &[("kepesertaan", &["2025-08", "99.72", "TOTAL"], "peserta_aktif", "48748")],
        &[
            ("target", &["ucj", "99.71", "TOTAL", "2025"], "nilai", "40,6"),
            ("indikator_tahunan", &["UCJ", "99.71", "2025"], "target_k", "40,6"),
            ("indikator_triwulan", &["UCJ", "99.71", "2025", "4"], "target_k", "40,6"),
        ],
        &[("target", &["ucj", "00", "TOTAL", "2025"], "nilai", "36,3")],
        &[("kelompok", &["2025-08", "99.71", "petani dan buruh tani"], "orang_terlindungi", "3066")],
        &[
            ("pemberi_kerja", &["2025-08", "99.71", "usaha kecil"], "terdaftar", "736"),
            ("pemberi_kerja", &["2025-08", "99.71", "usaha kecil"], "belum_terdaftar", "407"),
        ],
        &[("anggaran", &["2025", "2025-08-31", "99.71", "DBHCHT", "pedagang pasar"], "realisasi_rp", "213700000")],
        &[("klaim", &["2025-08", "99.71", "JHT", "total"], "nominal_rp", "8639806000")],
        &[("klaim", &["2025-02", "99.71", "JKM", "total"], "kasus", "99")],
        &[("proyek", &["2025-08", "99.71", "Penataan Taman Kota"], "pekerja_terdaftar", "13")],
        &[("kegiatan", &["2025-08-12"], "peserta_orang", "121")],
        &[("tindak_lanjut", &["5"], "tenggat", "2025-10-01")],
        &[("penghargaan", &["2025-08-21"], "peringkat", "3")],
        &[("dasar_hukum", &["2"], "nomor", "25")],
        &[("kepesertaan_program", &["2025-08", "99.71", "JP"], "peserta_aktif", "59886")],
        &[("wilayah", &["99.71.01"], "nama", "Contoh Barat Daya")],
        &[("wilayah", &["99.72"], "nama", "Kota Rekaan Baru")],
    ];
    for edits in together {
        // What was said of these figures would contradict them.
        let (moved, silent) = moved(&SIMULASI, Case::simulasi().without("pernyataan"), edits);
        assert_eq!(silent, Vec::<String>::new(), "{edits:?}");
        assert!(moved > 0, "{edits:?}");
    }
}

#[test]
fn a_published_figure_moves_only_with_a_cell_that_it_names() {
    let edits: &[Edit] = &[
        ("pekerja", &["35.73", "TOTAL", "2022-08-31"], "jumlah_pekerja", "418168"),
        ("pekerja", &["35.73", "TOTAL", "2024-08-31"], "jumlah_pekerja", "436752"),
        ("pekerja", &["35.73", "TOTAL", "2024-08-31"], "sebutan", "penduduk bekerja, Sakernas Februari 2024"),
        ("target", &["ucj", "35.73"], "nilai", "41,4"),
        ("target", &["ucj", "00", "TOTAL", "2045"], "nilai", "98"),
        ("pernyataan", &["P2-1"], "persen", "32,45 persen"),
        ("pernyataan", &["P2-1"], "pembilang", "sekitar 134.200"),
    ];
    // What was said of the count goes with it, or the report would note that both differ.
    let together: &[Edit] = &[
        ("kepesertaan", &["2025-06"], "peserta_aktif", "134170"),
        ("pernyataan", &["P2-1"], "pembilang", "sekitar 134.170"),
    ];
    for edit in edits.iter().map(std::slice::from_ref).chain([together]) {
        let (moved, silent) = moved(&MALANG, Case::malang(), edit);
        assert_eq!(silent, Vec::<String>::new(), "{edit:?}");
        assert!(moved > 0, "{edit:?}");
    }
}

#[test]
fn what_is_printed_stands_on_the_pages_that_are_named() {
    for example in PAPERS {
        let paper = paper(example);
        let (mut placed, mut lost) = (0, Vec::new());
        for value in &paper.built.values {
            for page in &value.pages {
                let text = super::paper::bare(&paper.built.text[page - 1]).to_lowercase();
                let printed = super::paper::bare(&value.printed.text).to_lowercase();
                // A value that runs over a page break stands on two pages in part.
                if value.pages.len() == 1 && !text.contains(&printed) {
                    lost.push(format!("{page}: {}", value.printed.text));
                }
                placed += 1;
            }
        }
        assert_eq!(lost, Vec::<String>::new(), "{example}");
        assert!(placed > 50, "{example}: {placed}");
    }
}
