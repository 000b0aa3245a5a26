//! The template of `rakor skema --bentuk xlsx`: what a user finds in it, and that it reads back.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use chrono::NaiveDate;
use rakor::cli::examples;
use rakor::table::{
    ColumnSchema, Dataset, Kind, SourceBook, SourceFile, read, read_all, schema, skema_buku, table_schema,
};
use rakor::workbook::write::{Allowed, Look, NewBook, NewCell, NewSheet, NewValue, bytes};
use rakor::workbook::{self, Value};

use super::shown;
use crate::workbook_write::part;

const HEAD: usize = 5;

/// The files of an example workspace.
fn tables(name: &str) -> Vec<SourceFile> {
    let example = examples().iter().find(|example| example.name == name).unwrap();
    let files = example.files.iter().filter(|(path, _)| path.starts_with("data/"));
    files.map(|(path, bytes)| SourceFile { path: (*path).to_owned(), bytes: bytes.to_vec() }).collect()
}

fn template() -> NewBook {
    skema_buku(&read(&tables("simulasi")).0)
}

/// What the program makes of the bytes of a workbook.
fn read_back(bytes: &[u8]) -> (Dataset, String) {
    let book = workbook::read("data/data.xlsx", bytes).unwrap();
    let (dataset, problems) = read_all(&[], &[SourceBook { path: "data/data.xlsx".to_owned(), book }]);
    (dataset, shown(&problems))
}

fn text(cell: &NewCell) -> &str {
    match &cell.value {
        NewValue::Text(text) => text,
        _ => "",
    }
}

/// A cell of a CSV file as somebody would type it into the template.
fn typed(column: &ColumnSchema, cell: &str) -> NewCell {
    let value = match column.kind {
        _ if cell.is_empty() => NewValue::Blank,
        Kind::Count | Kind::Money | Kind::Year | Kind::Quarter => NewValue::Number(cell.parse().unwrap()),
        Kind::Date => NewValue::Day(cell.parse::<NaiveDate>().unwrap()),
        _ => NewValue::Text(cell.to_owned()),
    };
    NewCell { value, ..NewCell::default() }
}

/// Types the rows of a CSV file below the headings of its sheet.
fn fill(sheet: &mut NewSheet, csv: &[u8]) {
    let table = table_schema(&sheet.name).unwrap();
    let mut reader = csv::ReaderBuilder::new().from_reader(csv);
    let header = reader.headers().unwrap().clone();
    for record in reader.records() {
        let record = record.unwrap();
        let cell = |column: &ColumnSchema| {
            header
                .iter()
                .position(|name| name == column.name)
                .map_or_else(NewCell::default, |at| typed(column, &record[at]))
        };
        sheet.rows.push(table.columns.iter().map(cell).collect());
    }
}

/// The template with the data of an example workspace, without the sheets that it has no table for.
pub(crate) fn filled(name: &str) -> NewBook {
    let files = tables(name);
    let mut book = template();
    let stem = |file: &SourceFile| file.path.trim_start_matches("data/").trim_end_matches(".csv").to_owned();
    book.sheets.retain(|sheet| sheet.name == "Petunjuk" || files.iter().any(|file| stem(file) == sheet.name));
    for sheet in &mut book.sheets {
        if let Some(file) = files.iter().find(|file| stem(file) == sheet.name) {
            fill(sheet, &file.bytes);
        }
    }
    book
}

fn same_tables(found: &Dataset, expected: &Dataset) {
    assert_eq!(found.tables(), expected.tables());
    for (table, _) in expected.tables() {
        assert_eq!(found.to_csv(table), expected.to_csv(table), "{table}");
    }
}

#[test]
fn the_template_has_a_sheet_for_each_table_with_its_columns_as_headings() {
    let book = template();
    assert_eq!(book.sheets[0].name, "Petunjuk");
    let names: Vec<&str> = book.sheets[1..].iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, schema().iter().map(|table| table.name).collect::<Vec<_>>());
    for (sheet, table) in book.sheets[1..].iter().zip(schema()) {
        assert_eq!((sheet.rows.len(), sheet.frozen), (HEAD, 5));
        for ((column, heading), duty) in table.columns.iter().zip(&sheet.rows[4]).zip(&sheet.rows[3]) {
            assert_eq!(text(heading), column.name);
            assert_eq!(heading.look, if column.required { Look::Heading } else { Look::Lighter });
            assert!(text(duty).starts_with(if column.required { "wajib" } else { "boleh kosong" }));
            assert!(heading.note.as_ref().unwrap().starts_with(&column.description.replace('`', "")));
        }
        for column in &sheet.columns {
            if let Some(check) = &column.check {
                assert!(check.warning.chars().count() <= 255);
            }
        }
    }
}

#[test]
fn a_heading_explains_its_column() {
    let book = template();
    let note = |table: &str, column: &str| {
        let sheet = book.sheets.iter().find(|sheet| sheet.name == table).unwrap();
        sheet.rows[4].iter().find(|cell| text(cell) == column).unwrap().note.clone().unwrap()
    };
    assert_eq!(
        note("kepesertaan", "peserta_aktif"),
        "Jumlah peserta yang iurannya berjalan.\nSatuan: orang.\nCara menulis: 134.167 atau 134167; tidak negatif.\nWajib diisi."
    );
    assert_eq!(
        note("kelompok", "sumber_dana"),
        "Sumber dana iuran; APBD berarti APBD di luar DBHCHT.\nPilihan: APBD, DBHCHT, TJSL, lainnya.\n\
         Boleh kosong; kosong berarti belum tersedia.\nBagian dari kunci: dua baris tidak boleh memuat kunci yang sama."
    );
    assert_eq!(
        note("penerima", "pos_el"),
        "Alamat surel.\nCara menulis: paling banyak 32.767 karakter, tanpa kata yang lebih panjang daripada 200 karakter.\n\
         Wajib diisi.\nPribadi: tidak dikutip dalam pesan dan tidak disertakan dalam laporan."
    );
}

#[test]
fn a_column_with_a_closed_list_offers_it() {
    for (sheet, table) in template().sheets[1..].iter().zip(schema()) {
        for (column, schema) in sheet.columns.iter().zip(table.columns) {
            let offered = column.check.as_ref().and_then(|check| match &check.allowed {
                Allowed::OneOf(words) => Some(words.join(",")),
                _ => None,
            });
            match schema.kind {
                Kind::Choice(words) => assert_eq!(offered.unwrap(), words.join(",")),
                Kind::Quarter => assert_eq!(offered.unwrap(), "1,2,3,4"),
                _ => assert_eq!(offered, None),
            }
        }
    }
    let bytes = bytes(&template()).unwrap();
    let kepesertaan = 1 + schema().iter().position(|table| table.name == "kepesertaan").unwrap() + 1;
    let sheet = part(&bytes, &format!("xl/worksheets/sheet{kepesertaan}.xml"));
    assert!(
        sheet.contains("sqref=\"C6:C1048576\"><formula1>\"TOTAL,PU,BPU,JAKON,PMI,RENTAN\"</formula1></dataValidation>"),
        "{sheet}"
    );
}

#[test]
fn every_example_row_is_one_that_the_program_would_read() {
    for (sheet, table) in template().sheets[1..].iter().zip(schema()) {
        let mut csv = csv::Writer::from_writer(Vec::new());
        let cells = |row: usize| table.columns.iter().enumerate().map(move |(at, _)| (row, at));
        for row in [4, 2] {
            csv.write_record(cells(row).map(|(row, at)| sheet.rows[row].get(at).map_or("", text))).unwrap();
        }
        let file = SourceFile { path: format!("data/{}.csv", table.name), bytes: csv.into_inner().unwrap() };
        let (dataset, problems) = read(&[file]);
        assert_eq!((shown(&problems).as_str(), dataset.tables()), ("", vec![(table.name, 1)]));
        assert!(sheet.rows[2].iter().all(|cell| cell.value == NewValue::Blank || cell.look == Look::Example));
    }
}

#[test]
fn the_untouched_template_reads_back_without_a_row_and_without_a_word() {
    let (dataset, problems) = read_back(&bytes(&template()).unwrap());
    assert_eq!(problems, "");
    assert!(dataset.tables().iter().all(|(_, rows)| *rows == 0), "{:?}", dataset.tables());
}

#[test]
fn a_title_that_somebody_changed_is_said_to_be_passed_over() {
    let mut book = filled("kalimantan-barat");
    let sheet = book.sheets.iter_mut().find(|sheet| sheet.name == "kepesertaan").unwrap();
    sheet.rows[1] = vec![NewCell::text("Data bulan Agustus", Look::Plain)];
    let (_, problems) = read_back(&bytes(&book).unwrap());
    assert!(problems.starts_with("catatan[D"), "{problems}");
    assert!(problems.contains("data/data.xlsx › kepesertaan"), "{problems}");
}

#[test]
fn the_filled_template_reads_back_as_the_same_tables() {
    for example in ["kota-malang", "kalimantan-barat", "simulasi"] {
        let (dataset, problems) = read_back(&bytes(&filled(example)).unwrap());
        assert_eq!(problems, "", "{example}");
        same_tables(&dataset, &read(&tables(example)).0);
    }
}

#[test]
fn the_filled_template_reads_back_after_an_office_program_has_saved_it() {
    let room = tempfile::tempdir().unwrap();
    fs::write(room.path().join("data.xlsx"), bytes(&filled("simulasi")).unwrap()).unwrap();
    for (format, name) in [("xlsx:Calc MS Excel 2007 XML", "data.xlsx"), ("ods", "data.ods")] {
        let Some(saved) = saved_by_office(room.path(), format, name) else { return };
        let book = workbook::read(name, &saved).unwrap();
        assert!(book.sheets.iter().any(|sheet| sheet.cells.iter().any(|cell| matches!(cell.value, Value::Day(_)))));
        let (dataset, problems) = read_all(&[], &[SourceBook { path: "data/data.xlsx".to_owned(), book }]);
        assert_eq!(shown(&problems), "", "{name}");
        same_tables(&dataset, &read(&tables("simulasi")).0);
    }
}

/// A workbook as an office program saves it anew; nothing, and said so, where there is none.
#[expect(clippy::print_stderr, reason = "a test that was not made must not pass for one that was")]
fn saved_by_office(room: &Path, format: &str, name: &str) -> Option<Vec<u8>> {
    let profile = format!("-env:UserInstallation=file://{}", room.join("profil").display());
    let ran = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .arg(room.join("simpan"))
        .arg(room.join("data.xlsx"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match ran {
        Ok(status) => {
            assert!(status.success());
            Some(fs::read(room.join("simpan").join(name)).unwrap())
        }
        Err(error) => {
            eprintln!("TIDAK DIUJI: LibreOffice (soffice) tidak dapat dijalankan: {error}");
            None
        }
    }
}
