//! `rakor periksa --tandai`: the workbook *Hasil Pemeriksaan*.

use std::fs;
use std::path::Path;

use rakor::cli::Exit;
use rakor::workbook::{self, Book, Value};

use super::{Run, line};
use crate::table::template::filled;
use crate::workbook_write::{part, with_part};

/// A fresh copy of the example with published figures, and a change to one of its files.
fn workspace(file: &str, from: &str, to: &str) -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    assert_eq!(line(room.path(), "baru ws").exit, Exit::Done);
    change(room.path(), file, from, to);
    room
}

fn change(room: &Path, file: &str, from: &str, to: &str) {
    let path = room.join("ws").join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from));
    fs::write(path, text.replace(from, to)).unwrap();
}

/// The rows of a sheet, cells joined by a bar.
fn rows(book: &Book, sheet: &str) -> Vec<String> {
    let sheet = book.sheets.iter().find(|found| *found.name == *sheet).unwrap();
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    for cell in &sheet.cells {
        let shown = match &cell.value {
            Value::Text(text) => text.replace('\u{A0}', " "),
            Value::Number(number, _) => number.to_string(),
            other => panic!("{other:?}"),
        };
        match rows.last_mut() {
            Some((row, cells)) if *row == cell.row => cells.push(shown),
            _ => rows.push((cell.row, vec![shown])),
        }
    }
    rows.into_iter().map(|(_, cells)| cells.join(" | ")).collect()
}

fn read(path: &Path) -> Book {
    workbook::read("hasil.xlsx", &fs::read(path).unwrap()).unwrap()
}

/// What a link of the list leads to.
fn targets(path: &Path) -> Vec<String> {
    let ways = part(&fs::read(path).unwrap(), "xl/worksheets/_rels/sheet2.xml.rels");
    ways.split("Target=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0.to_owned()).collect()
}

fn refused(run: &Run, message: &str) {
    assert_eq!((run.exit, run.out.as_str()), (Exit::Usage, ""), "{}", run.err);
    assert_eq!(run.err, format!("{message}\n\nDitemukan 1 kesalahan.\n"));
}

#[test]
fn a_contradiction_becomes_a_line_with_a_link_to_its_file() {
    let room = workspace("data/kepesertaan.csv", "134167", "534167");
    let run = line(room.path(), "periksa -C ws --tandai hasil/hasil.xlsx");
    assert_eq!(run.exit, Exit::Data);
    assert!(run.out.starts_with("kesalahan[A001] data/kepesertaan.csv, baris 2, kolom peserta_aktif\n"), "{}", run.out);
    assert!(run.err.starts_with("Hasil pemeriksaan ditulis ke hasil/hasil.xlsx.\n"), "{}", run.err);
    let path = room.path().join("hasil/hasil.xlsx");
    let book = read(&path);
    assert_eq!(
        rows(&book, "Hasil Pemeriksaan"),
        [
            "No. | Tingkat | Kode | Tempat | Nilai tertulis | Nilai terhitung atau seharusnya | Kalimat | Tindakan | Lihat juga",
            "1 | kesalahan | A001 | data/kepesertaan.csv, baris 2, kolom peserta_aktif | 534.167 | paling banyak 436.742 | \
             Peserta aktif (534.167) melebihi jumlah pekerja (436.742) untuk Kota Malang, segmen TOTAL. | \
             Periksa kedua angka pada sumbernya. | data/pekerja.csv, baris 4, kolom jumlah_pekerja",
        ]
    );
    let summary = rows(&book, "Ringkasan");
    assert_eq!(
        summary[..5],
        [
            "Hasil Pemeriksaan",
            "Ruang kerja: ws",
            "Ditemukan 1 kesalahan. Laporan belum dapat dibuat.",
            "Perbaiki data pada berkasnya, lalu jalankan rakor periksa lagi.",
            "Berkas | Kesalahan | Peringatan | Catatan",
        ]
    );
    assert!(summary.contains(&"data/kepesertaan.csv | 1 | 0 | 0".to_owned()), "{summary:?}");
    assert!(summary.contains(&"rakor.toml | 0 | 0 | 0".to_owned()), "{summary:?}");
    assert_eq!(targets(&path), ["../ws/data/kepesertaan.csv"]);
}

#[test]
fn in_a_workbook_the_link_leads_to_the_cell() {
    let room = workspace("rakor.toml", "", "");
    fs::remove_dir_all(room.path().join("ws/data")).unwrap();
    fs::create_dir(room.path().join("ws/data")).unwrap();
    let mut book = filled("kota-malang");
    let sheet = book.sheets.iter_mut().find(|sheet| sheet.name == "kepesertaan").unwrap();
    sheet.rows[5][4] = 534_167.into();
    fs::write(room.path().join("ws/data/data kota.xlsx"), workbook::write::bytes(&book).unwrap()).unwrap();
    let run = line(&room.path().join("ws"), "periksa --tandai hasil.xlsx");
    assert_eq!(run.exit, Exit::Data, "{}{}", run.out, run.err);
    let path = room.path().join("ws/hasil.xlsx");
    let list = rows(&read(&path), "Hasil Pemeriksaan");
    assert!(
        list[1].starts_with(
            "1 | kesalahan | A001 | data/data kota.xlsx › kepesertaan!E6 | 534.167 | paling banyak 436.742 | "
        ),
        "{list:?}"
    );
    assert_eq!(targets(&path)[0], "data/data%20kota.xlsx");
    let sheet = part(&fs::read(&path).unwrap(), "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("<hyperlink ref=\"D2\" r:id=\"rId1\" location=\"'kepesertaan'!E6\"/>"), "{sheet}");
}

#[test]
fn the_heaviest_come_first_and_then_the_files_in_order() {
    let room = workspace("data/kepesertaan.csv", "134167", "534167");
    change(room.path(), "rakor.toml", "[lembaga]", "[lembaga]\nasing = 1");
    let _ = line(room.path(), "periksa -C ws --tandai hasil.xlsx");
    let found: Vec<String> = rows(&read(&room.path().join("hasil.xlsx")), "Hasil Pemeriksaan");
    let weights: Vec<&str> = found[1..].iter().map(|row| row.split(" | ").nth(1).unwrap()).collect();
    let mut sorted = weights.clone();
    sorted.sort_by_key(|weight| ["kesalahan", "peringatan", "catatan"].iter().position(|known| known == weight));
    assert_eq!(weights, sorted);
    assert!(!weights.is_empty());
}

#[test]
fn a_check_without_findings_is_written_too_and_the_same_twice() {
    let room = workspace("rakor.toml", "", "");
    let path = room.path().join("hasil.xlsx");
    let run = line(room.path(), "periksa -C ws --tandai hasil.xlsx --format json");
    assert_eq!(run.exit, Exit::Done, "{}", run.out);
    assert_eq!(run.json()["hasil"]["berkas"], serde_json::json!(["hasil.xlsx"]));
    let first = fs::read(&path).unwrap();
    let list = rows(&read(&path), "Hasil Pemeriksaan");
    assert_eq!(list[1..], ["Tidak ada masalah pada data."]);
    assert_eq!(rows(&read(&path), "Ringkasan")[2], "Tidak ada masalah pada data. Laporan dapat dibuat.");
    // An earlier check that nobody has touched is written over.
    assert_eq!(line(room.path(), "periksa -C ws --tandai hasil.xlsx").exit, Exit::Done);
    assert_eq!(fs::read(&path).unwrap(), first);
}

#[test]
fn the_exit_code_is_that_of_the_check() {
    let room = workspace("rakor.toml", "", "");
    let sim = line(room.path(), "baru sim --contoh simulasi");
    assert_eq!(sim.exit, Exit::Done);
    for folder in ["ws", "sim"] {
        for strict in ["", "--ketat"] {
            let plain = line(room.path(), &format!("periksa -C {folder} {strict}"));
            let marked = line(room.path(), &format!("periksa -C {folder} {strict} --tandai {folder}.xlsx"));
            assert_eq!((plain.exit, plain.out), (marked.exit, marked.out));
        }
    }
}

#[test]
fn a_workspace_that_cannot_be_read_is_written_down_all_the_same() {
    let room = workspace("rakor.toml", "", "");
    fs::write(room.path().join("ws/data/rusak.xlsx"), "bukan buku kerja").unwrap();
    let run = line(room.path(), "periksa -C ws --tandai hasil.xlsx");
    assert_eq!(run.exit, line(room.path(), "periksa -C ws").exit);
    let list = rows(&read(&room.path().join("hasil.xlsx")), "Hasil Pemeriksaan");
    assert!(list[1].contains("data/rusak.xlsx"), "{list:?}");
}

#[test]
fn what_somebody_noted_in_it_is_not_lost() {
    let room = workspace("rakor.toml", "", "");
    let path = room.path().join("hasil.xlsx");
    let message = "kesalahan[F005] hasil.xlsx\n  hasil.xlsx sudah ada dan bukan hasil pemeriksaan, atau telah disunting \
                   setelah dibuat; berkas itu tidak ditimpa.\n  Tindakan  : Pilih nama lain dengan --tandai atau pindahkan \
                   berkas itu.";
    assert_eq!(line(room.path(), "periksa -C ws --tandai hasil.xlsx").exit, Exit::Done);
    let noted = with_part(&fs::read(&path).unwrap(), "docProps/core.xml", |text| {
        text.replace("2000-01-01T00:00:00Z</dcterms:modified>", "2025-09-01T08:00:00Z</dcterms:modified>")
    });
    fs::write(&path, &noted).unwrap();
    refused(&line(room.path(), "periksa -C ws --tandai hasil.xlsx"), message);
    assert_eq!(fs::read(&path).unwrap(), noted);
    assert_eq!(line(room.path(), "skema --bentuk xlsx -o templat.xlsx").exit, Exit::Done);
    fs::rename(room.path().join("templat.xlsx"), &path).unwrap();
    refused(&line(room.path(), "periksa -C ws --tandai hasil.xlsx"), message);
}

#[test]
fn a_place_where_it_would_be_read_as_data_is_refused() {
    let room = workspace("rakor.toml", "", "");
    for (asked, folder) in
        [("ws/data/hasil.xlsx", "."), ("ws/aset/../data/sub/hasil.xlsx", "."), ("data/hasil.xlsx", "ws")]
    {
        let run = line(
            &room.path().join(folder),
            &format!("periksa -C {} --tandai {asked}", if folder == "." { "ws" } else { "." }),
        );
        refused(
            &run,
            &format!(
                "kesalahan[C009] --tandai\n  {asked} berada dalam folder data, sehingga hasil pemeriksaan akan dibaca sebagai \
                 data.\n  Tindakan  : Pilih tempat di luar folder data, misalnya --tandai hasil.xlsx."
            ),
        );
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("ws/data", room.path().join("pintas")).unwrap();
        assert!(
            line(room.path(), "periksa -C ws --tandai pintas/hasil.xlsx").err.starts_with("kesalahan[C009] --tandai\n")
        );
    }
    assert!(!room.path().join("ws/data/hasil.xlsx").exists());
}

#[test]
fn a_name_that_no_spreadsheet_program_opens_is_refused() {
    let room = workspace("rakor.toml", "", "");
    for name in ["hasil", "hasil.xls", "hasil.csv"] {
        refused(
            &line(room.path(), &format!("periksa -C ws --tandai {name}")),
            &format!(
                "kesalahan[C007] --tandai\n  Nama buku kerja \"{name}\" tidak berakhiran .xlsx.\n  Tindakan  : Tulis --tandai \
                 dengan nama berakhiran .xlsx, misalnya --tandai data.xlsx."
            ),
        );
    }
}

#[test]
fn nothing_of_a_recipient_is_quoted() {
    let room = tempfile::tempdir().unwrap();
    assert_eq!(line(room.path(), "baru ws --contoh simulasi").exit, Exit::Done);
    change(room.path(), "data/penerima.csv", "sekda@contoh.invalid", "rahasia\u{1}@contoh.invalid");
    let run = line(room.path(), "periksa -C ws --tandai hasil.xlsx");
    assert_eq!(run.exit, Exit::Data, "{}", run.out);
    let book = fs::read(room.path().join("hasil.xlsx")).unwrap();
    let strings = part(&book, "xl/sharedStrings.xml");
    assert!(strings.contains("data/penerima.csv, baris 2, kolom pos_el"), "{strings}");
    assert!(!strings.contains("rahasia") && !strings.contains("contoh.invalid"), "{strings}");
}
