//! Places as messages name them, and the sets of places behind a figure.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use rakor::place::{Cell, Field, Place, Printed, SheetColumn, Sourced, Sources};

#[test]
fn a_place_is_named_from_the_file_down_to_the_column() {
    let file = Place::file("data/kepesertaan.csv");
    assert_eq!(file.to_string(), "data/kepesertaan.csv");
    assert_eq!(file.at_row(14).to_string(), "data/kepesertaan.csv, baris 14");
    let cell = file.at_row(14).at_column("peserta_aktif");
    assert_eq!(cell.to_string(), "data/kepesertaan.csv, baris 14, kolom peserta_aktif");
    assert_eq!(file.at_column("segmen").to_string(), "data/kepesertaan.csv, kolom segmen");
}

#[test]
fn a_key_of_the_manifest_is_named_by_its_path() {
    let key = Place::file("rakor.toml").at_row(3).at_key("laporan.periode");
    assert_eq!(key.to_string(), "rakor.toml, baris 3, kunci laporan.periode");
    assert_eq!(Place::file("--periode").to_string(), "--periode");
}

#[test]
fn a_sheet_of_a_workbook_stands_behind_its_file() {
    let sheet = Place { lembar: Some("Agustus".into()), ..Place::file("data/rekap.xlsx") };
    assert_eq!(sheet.to_string(), "data/rekap.xlsx › Agustus");
    assert_eq!(sheet.at_row(2).to_string(), "data/rekap.xlsx › Agustus, baris 2");
}

#[test]
fn a_cell_of_a_sheet_is_named_by_its_address() {
    let sheet = Place { lembar: Some("Agustus".into()), ..Place::file("data/rekap.xlsx") };
    let column = SheetColumn { kolom: "peserta_aktif".into(), huruf: "AA".into() };
    let column = Place { bagian: Some(Field::Sel(column.into())), ..sheet.clone() };
    assert_eq!(column.to_string(), "data/rekap.xlsx › Agustus, kolom AA (peserta_aktif)");
    let cell = column.at_row(14);
    assert_eq!(cell.to_string(), "data/rekap.xlsx › Agustus!AA14");
    assert_eq!(cell.row().to_string(), "data/rekap.xlsx › Agustus, baris 14");
    assert_eq!(cell.whole(), sheet);
    let json = serde_json::to_string(&cell).unwrap();
    assert_eq!(
        json,
        r#"{"berkas":"data/rekap.xlsx","lembar":"Agustus","baris":14,"bagian":{"sel":{"kolom":"peserta_aktif","huruf":"AA"}}}"#
    );
    assert_eq!(serde_json::from_str::<Place>(&json).unwrap(), cell);
}

#[test]
fn sources_are_a_set_in_one_order_however_they_came_together() {
    let row = |n| Place::file("data/target.csv").at_row(n);
    let (one, two) = (Sources::from(&row(2)), Sources::from(&row(10)));
    let both = one.clone().and(&two);
    assert_eq!(both, two.and(&one).and(&both));
    assert_eq!(both.len(), 2);
    let lines: Vec<Option<u32>> = both.iter().map(|place| place.baris).collect();
    assert_eq!(lines, [Some(2), Some(10)]);
    assert!(Sources::none().is_empty());
}

#[test]
fn a_computed_value_keeps_the_places_it_came_from() {
    let cell = Cell::new(7_u64, Place::file("data/klaim.csv").at_row(5).at_column("kasus"));
    let printed = cell.sourced().map(|n| n * 2).print(|n| format!("{n} kasus"));
    assert_eq!(printed, Printed::new("14 kasus", Sources::from(&cell.place)));
    assert_eq!(Sourced::new((), Sources::none()).print(|()| String::new()), Printed::fixed(""));
}

#[test]
fn what_is_stored_reads_back_the_same_and_leaves_out_what_is_absent() {
    let place = Place::file("data/klaim.csv").at_row(5).at_column("kasus");
    let json = serde_json::to_string(&place).unwrap();
    assert_eq!(json, r#"{"berkas":"data/klaim.csv","baris":5,"bagian":{"kolom":"kasus"}}"#);
    assert_eq!(serde_json::from_str::<Place>(&json).unwrap(), place);
    assert_eq!(serde_json::to_string(&Printed::fixed("Total")).unwrap(), r#"{"teks":"Total"}"#);
}
