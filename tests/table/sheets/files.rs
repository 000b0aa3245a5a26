//! Which sheet is which table, and which is none.

use rakor::table::{SourceBook, read_all};
use rakor::workbook::{Sheet, Value};

use super::super::{HEAD, file, shown};
use super::{book, counted, good, number, participants, read_sheets, said, sheet, text, texts};

#[test]
fn a_sheet_is_read_as_its_table_and_every_cell_knows_its_address() {
    let dataset = good([participants([counted(number(134_167.0))])]);
    let [row] = dataset.kepesertaan.as_slice() else { panic!("one row expected") };
    assert_eq!(row.peserta_aktif.value, 134_167);
    assert_eq!(row.peserta_aktif.place.to_string(), "data/data.xlsx › kepesertaan!E2");
    assert_eq!(row.periode.place.to_string(), "data/data.xlsx › kepesertaan!A2");
    assert_eq!(row.row.to_string(), "data/data.xlsx › kepesertaan, baris 2");
    assert_eq!(dataset.tables(), [("kepesertaan", 1)]);
}

#[test]
fn capitals_and_spaces_in_the_name_of_a_sheet_make_no_difference() {
    let rows = [texts(&["periode", "kode_wilayah", "program_jaminan", "peserta_aktif", "sumber"])];
    for name in
        ["kepesertaan_program", "Kepesertaan Program", "KEPESERTAAN-PROGRAM", " kepesertaan\u{A0}program\u{200B}"]
    {
        assert!(good([sheet(name, &rows)]).present.contains("kepesertaan_program"), "{name:?}");
    }
}

#[test]
fn one_table_in_two_places_is_refused_with_both() {
    let one = || participants([counted(number(1.0))]);
    let renamed = || Sheet { name: "Kepesertaan".into(), ..one() };
    assert_eq!(
        said([one(), renamed()]),
        "\
kesalahan[D002] data/data.xlsx › Kepesertaan | data/data.xlsx › kepesertaan
Tabel `kepesertaan` terdapat dalam dua lembar.
Tindakan  : Gabungkan kedua lembar itu atau hapus salah satunya."
    );
    let other = SourceBook { path: "data/lama.ods".to_owned(), ..book([one()]) };
    let (dataset, problems) = read_all(&[], &[book([one()]), other]);
    assert_eq!(
        shown(&problems),
        "\
kesalahan[D002] data/lama.ods › kepesertaan | data/data.xlsx › kepesertaan
Tabel `kepesertaan` terdapat dalam dua lembar.
Tindakan  : Gabungkan kedua lembar itu atau hapus salah satunya."
    );
    assert_eq!(dataset.kepesertaan.len(), 1);
    let csv = file("data/kepesertaan.csv", format!("{HEAD}2025-06,35.73,TOTAL,BPJS,1\n"));
    assert_eq!(
        shown(&read_all(&[csv], &[book([one()])]).1),
        "\
kesalahan[D002] data/data.xlsx › kepesertaan | data/kepesertaan.csv
Tabel `kepesertaan` terdapat dalam satu berkas dan satu lembar.
Tindakan  : Gabungkan keduanya atau hapus salah satunya."
    );
}

#[test]
fn a_workbook_and_files_hold_different_tables_of_one_workspace() {
    let regions = file("data/wilayah.csv", "kode,nama,jenis\n35.73,Kota Malang,kota\n");
    let (dataset, problems) = read_all(&[regions], &[book([participants([counted(number(1.0))])])]);
    assert_eq!(shown(&problems), "");
    assert_eq!(dataset.tables(), [("wilayah", 1), ("kepesertaan", 1)]);
}

#[test]
fn the_guide_and_empty_sheets_are_passed_over_in_silence() {
    let guide = sheet("Petunjuk", &[texts(&["Petunjuk pengisian"])]);
    assert!(good([guide, sheet("Sheet1", &[]), participants([counted(number(1.0))])]).kepesertaan.len() == 1);
}

#[test]
fn a_sheet_that_is_no_table_is_said_to_be_unread() {
    let remarks = || sheet("Catatan rapat", &[texts(&["Kepesertaan naik"])]);
    assert_eq!(
        said([remarks()]),
        "\
catatan[D037] data/data.xlsx › Catatan rapat
Lembar ini tidak dibaca karena namanya bukan nama tabel.
Tindakan  : Beri lembar itu nama tabelnya apabila isinya data laporan."
    );
    let hidden = said([Sheet { hidden: true, ..remarks() }]);
    assert_eq!(
        hidden.lines().nth(1),
        Some("Lembar yang tersembunyi ini tidak dibaca karena namanya bukan nama tabel.")
    );
}

#[test]
fn a_misspelt_sheet_is_refused_as_long_as_its_table_is_missing() {
    let misspelt = || Sheet { name: "Kepesertan".into(), ..participants([counted(number(1.0))]) };
    assert_eq!(
        said([misspelt()]),
        "\
kesalahan[D001] data/data.xlsx › Kepesertan
Tabel `Kepesertan` tidak dikenal; mungkin yang dimaksud `kepesertaan`.
Tindakan  : Ganti nama lembar itu menjadi kepesertaan atau pindahkan lembar itu ke luar folder data."
    );
    let both = said([misspelt(), participants([counted(number(1.0))])]);
    assert!(both.starts_with("catatan[D037] data/data.xlsx › Kepesertan\n"), "{both}");
    // Spaces are no misspelling of their own.
    let spaced = said([sheet("Indikator tahunn", &[texts(&["kode"])])]);
    assert!(spaced.contains("mungkin yang dimaksud `indikator_tahunan`."), "{spaced}");
}

#[test]
fn an_empty_sheet_named_as_a_table_is_refused() {
    let blank = sheet("kepesertaan", &[vec![text("  "), text("\u{A0}")]]);
    for sheet in [sheet("kepesertaan", &[]), blank] {
        assert_eq!(
            said([sheet]),
            "\
kesalahan[D009] data/data.xlsx › kepesertaan
Lembar ini kosong.
Seharusnya: baris judul kolom, lalu satu baris untuk setiap data
Tindakan  : Isi lembar itu atau hapus; kolomnya dijelaskan oleh `rakor skema`."
        );
    }
}

#[test]
fn more_problems_than_are_worth_listing_are_counted_sheet_by_sheet() {
    let (_, problems) = read_sheets([participants(vec![counted(Value::Truth(true)); 203])]);
    assert_eq!(problems.len(), 201);
    assert_eq!(
        shown(&problems[200..]),
        "\
kesalahan[D027] data/data.xlsx › kepesertaan
Masih ada 3 kesalahan lain dalam lembar ini.
Tindakan  : Perbaiki yang sudah disebutkan, lalu jalankan `rakor periksa`."
    );
}
