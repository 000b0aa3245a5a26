//! Headings, titles, notes below the table, merged and hidden parts.

use rakor::workbook::{Area, Sheet, Value};

use super::{HEADINGS, counted, good, nothing, number, participants, read_sheets, said, sheet, text, texts};

#[test]
fn a_title_above_the_headings_is_passed_over_and_said_so() {
    let title = [texts(&["Kepesertaan Kota Malang"]), vec![], texts(&["periode", "Agustus 2025"])];
    let rows = [title.to_vec(), vec![texts(&HEADINGS), counted(number(7.0))]].concat();
    let (dataset, problems) = read_sheets([sheet("kepesertaan", &rows)]);
    assert_eq!(
        super::shown(&problems),
        "\
catatan[D036] data/data.xlsx › kepesertaan, baris 4
Baris judul ditemukan pada baris 4; 2 baris berisi di atasnya tidak dibaca.
Tindakan  : Periksa apakah di atasnya tidak ada data."
    );
    assert_eq!(dataset.kepesertaan[0].peserta_aktif.place.to_string(), "data/data.xlsx › kepesertaan!E5");
}

#[test]
fn headings_are_looked_for_in_the_first_twenty_filled_rows() {
    let rows = |titles: usize| {
        let mut rows = vec![texts(&["a", "b"]); titles];
        rows.extend([texts(&HEADINGS), counted(number(7.0))]);
        sheet("kepesertaan", &rows)
    };
    assert_eq!(read_sheets([rows(19)]).0.kepesertaan.len(), 1);
    assert_eq!(
        said([rows(20)]),
        "\
kesalahan[D026] data/data.xlsx › kepesertaan
Nama kolom tabel `kepesertaan` tidak ditemukan pada 20 baris pertama yang berisi.
Seharusnya: nama kolom, misalnya periode, kode_wilayah, segmen, sumber, peserta_aktif, per_tanggal, status_data
Tindakan  : Tulis nama kolom pada satu baris di atas data; kolomnya dijelaskan oleh `rakor skema`."
    );
}

#[test]
fn what_no_typeface_shows_is_no_part_of_a_heading() {
    let headings =
        texts(&["\u{FEFF}periode\u{A0}", "kode_\nwilayah", "seg\u{AD}men", "\u{200B}sumber", "peserta_aktif\r\n"]);
    let dataset = good([sheet("kepesertaan", &[headings, counted(number(7.0))])]);
    assert_eq!(dataset.kepesertaan[0].peserta_aktif.value, 7);
    let csv = "periode\u{A0},kode_\u{200B}wilayah,segmen,\"sum\nber\",peserta_aktif\n2025-06,35.73,TOTAL,BPJS,7\n";
    assert_eq!(super::super::good("kepesertaan", csv).kepesertaan[0].peserta_aktif.value, 7);
}

#[test]
fn an_unknown_heading_is_quoted_with_what_nobody_sees_in_it() {
    let headings = texts(&["periode", "kode\u{A0}wila\u{200B}yah", "segmen", "sumber", "peserta_aktif"]);
    assert_eq!(
        said([sheet("kepesertaan", &[headings, counted(number(7.0))])]),
        "\
kesalahan[D021] data/data.xlsx › kepesertaan!B1
Kolom `kode⟨U+00A0⟩wila⟨U+200B⟩yah` tidak dikenal dalam tabel `kepesertaan`; mungkin yang dimaksud `kode_wilayah`.
Tindakan  : Ganti nama kolom itu atau hapus."
    );
}

#[test]
fn headings_that_are_no_text_are_unknown_columns() {
    let headings = [texts(&HEADINGS), vec![number(2025.0), Value::Error("#REF!".into())]].concat();
    let said = said([sheet("kepesertaan", &[headings])]);
    assert!(said.contains("kepesertaan!F1\nKolom `2025` tidak dikenal"), "{said}");
    assert!(said.contains("kepesertaan!G1\nKolom `#REF!` tidak dikenal"), "{said}");
}

#[test]
fn columns_that_are_missing_or_named_twice_or_not_at_all_are_refused_with_their_letters() {
    let twice =
        sheet("kepesertaan", &[texts(&["periode", "sumber", "kode_wilayah", "segmen", "sumber", "peserta_aktif"])]);
    assert_eq!(
        said([twice]),
        "\
kesalahan[D023] data/data.xlsx › kepesertaan!E1
Kolom B dan kolom E sama-sama bernama `sumber`.
Tindakan  : Hapus salah satunya atau ganti namanya."
    );
    let missing = sheet("kepesertaan", &[texts(&HEADINGS[..4])]);
    assert_eq!(
        said([missing]),
        "\
kesalahan[D022] data/data.xlsx › kepesertaan, baris 1
Kolom `peserta_aktif` tidak ditemukan, padahal wajib ada dalam tabel `kepesertaan`.
Tindakan  : Tambahkan kolom itu; isinya dijelaskan oleh `rakor skema`."
    );
    let beside = |value: Value| [counted(number(7.0)), vec![nothing(), value]].concat();
    assert_eq!(
        said([participants([beside(number(1.0)), beside(number(2.0))])]),
        "\
kesalahan[D024] data/data.xlsx › kepesertaan!G2
Kolom G berisi data, tetapi tidak bernama.
Tindakan  : Beri nama kolom itu pada baris judul atau kosongkan isinya.
kesalahan[D025] data/data.xlsx › kepesertaan, baris 3 | data/data.xlsx › kepesertaan, baris 2
Baris 2 dan baris 3 memuat kunci yang sama (periode 2025-06, kode_wilayah 35.73, segmen TOTAL, sumber BPJS).
Tindakan  : Hapus salah satunya."
    );
}

#[test]
fn blank_rows_are_skipped_and_columns_may_stand_anywhere() {
    let headings =
        [vec![nothing(), nothing()], texts(&["peserta_aktif"]), vec![nothing()], texts(&HEADINGS[..4])].concat();
    let row =
        [vec![nothing(), nothing(), number(7.0), nothing()], texts(&["2025-06", "35.73", "total", "BPJS"])].concat();
    let dataset = good([sheet("kepesertaan", &[headings, vec![], vec![text(" ")], row])]);
    assert_eq!(dataset.kepesertaan[0].peserta_aktif.place.to_string(), "data/data.xlsx › kepesertaan!C4");
    assert_eq!(dataset.kepesertaan[0].sumber.place.to_string(), "data/data.xlsx › kepesertaan!H4");
}

#[test]
fn a_note_below_the_table_is_refused_once() {
    assert_eq!(
        said([participants([counted(number(7.0)), vec![], texts(&["Sumber: BPJS Ketenagakerjaan"])])]),
        "\
kesalahan[D034] data/data.xlsx › kepesertaan!A4
Baris ini hanya berisi satu sel, mungkin catatan di bawah tabel.
Ditemukan : \"Sumber: BPJS Ketenagakerjaan\"
Tindakan  : Lengkapi baris itu, atau pindahkan catatannya ke atas baris judul atau ke lembar lain."
    );
    let personal = sheet("penerima", &[texts(&["kode", "peran", "jabatan", "pos_el"]), texts(&["Siti Rahma"])]);
    assert!(!said([personal]).contains("Siti"));
}

#[test]
fn a_row_of_two_cells_misses_the_others() {
    let said = said([participants([texts(&["2025-06", "35.73"])])]);
    assert_eq!(said.matches("[D015]").count(), 3, "{said}");
    assert!(said.starts_with("kesalahan[D015] data/data.xlsx › kepesertaan!C2\nSel kosong.\n"), "{said}");
}

fn area(first: (u32, u32), last: (u32, u32)) -> Area {
    Area { first, last }
}

#[test]
fn merged_cells_below_the_title_are_refused_by_their_area() {
    let rows = [counted(number(7.0)), texts(&["", "", "PU", "BPJS", "3"]), texts(&["2025-07", "", "PU", "BPJS", "3"])];
    let merged = Sheet { merged: vec![area((2, 1), (3, 1)), area((3, 2), (3, 2))], ..participants(rows) };
    assert_eq!(
        said([merged]),
        "\
kesalahan[D033] data/data.xlsx › kepesertaan!A2
Sel A2:A3 digabung.
Tindakan  : Pisahkan sel yang digabung itu, lalu isi setiap selnya.
kesalahan[D015] data/data.xlsx › kepesertaan!B4
Sel kosong.
Seharusnya: kode wilayah, misalnya 35, 35.73, 35.73.01, atau 35.73.01.1001
Tindakan  : Isi sel itu atau hapus barisnya."
    );
    let header = Sheet { merged: vec![area((1, 1), (1, 2))], ..participants([texts(&["x", "y"])]) };
    assert_eq!(said([header]).lines().nth(1), Some("Sel A1:B1 digabung."));
}

#[test]
fn merged_cells_of_the_title_and_outside_the_table_do_no_harm() {
    let rows = [texts(&["Kepesertaan"]), texts(&HEADINGS), counted(number(7.0))];
    let merged = vec![area((1, 1), (1, 5)), area((3, 7), (4, 8)), area((9, 1), (9, 5))];
    let (dataset, problems) = read_sheets([Sheet { merged, ..sheet("kepesertaan", &rows) }]);
    assert_eq!(dataset.kepesertaan.len(), 1);
    assert_eq!(problems.iter().map(|problem| &*problem.code).collect::<Vec<_>>(), ["D036"]);
}

#[test]
fn what_is_hidden_is_read_and_said_so() {
    let rows = ["PU", "BPU", "JAKON", "PMI"]
        .map(|segment| [texts(&["2025-06", "35.73", segment, "BPJS"]), vec![number(1.0)]].concat());
    let all = || participants(rows.clone());
    let hidden =
        Sheet { hidden_rows: vec![5..=5, 2..=2, 3..=3, 90..=1_048_576], hidden_columns: vec![3..=3, 9..=12], ..all() };
    let (dataset, problems) = read_sheets([hidden.clone()]);
    assert_eq!(dataset.kepesertaan.len(), 4);
    assert_eq!(
        super::shown(&problems),
        "\
catatan[D035] data/data.xlsx › kepesertaan
Yang tersembunyi tetap dibaca: baris 2–3 dan 5 serta kolom C.
Tindakan  : Hapus yang tidak dimaksudkan sebagai data laporan."
    );
    let said_of = |sheet: Sheet| said([sheet]).lines().nth(1).unwrap().to_owned();
    assert_eq!(said_of(Sheet { hidden: true, ..all() }), "Lembar ini tersembunyi, tetapi tetap dibaca.");
    assert_eq!(
        said_of(Sheet { hidden: true, ..hidden }),
        "Lembar ini tersembunyi, begitu pula baris 2–3 dan 5 serta kolom C; semuanya tetap dibaca."
    );
    let nothing_there = Sheet { hidden_rows: vec![90..=99], hidden_columns: vec![9..=9], ..all() };
    assert_eq!(said([nothing_there]), "");
}

#[test]
fn many_hidden_ranges_are_told_in_short() {
    let rows = (1..=8).map(|month| {
        [texts(&[&format!("2025-{month:02}"), "35.73", "PU", "BPJS"]), vec![number(1.0)], vec![]].concat()
    });
    let spaced = rows.flat_map(|row| [row, vec![]]);
    let hidden_rows = (1..=8).map(|row| row * 2..=row * 2).collect();
    assert_eq!(
        said([Sheet { hidden_rows, ..participants(spaced) }]).lines().nth(1),
        Some("Yang tersembunyi tetap dibaca: baris 2, 4, 6, 8, 10, dan 3 rentang lain.")
    );
}
