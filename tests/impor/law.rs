//! The law: figures from a free-form sheet are the figures of the table. Imported into a workspace without them, they give
//! the same measures and the same pages.

use rakor::cli::Exit;
use serde_json::Value;

use super::Desk;
use crate::workbook::builder::{Cell, Sheet, Workbook, shown};

/// The rows of a table of the workspace, header first.
fn rows(desk: &Desk, table: &str) -> Vec<Vec<String>> {
    let text = desk.text(&format!("sim/data/{table}.csv"));
    text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn grouped(digits: &str) -> String {
    rakor::bahasa::bilangan(digits.parse::<u64>().unwrap())
}

fn text(text: &str) -> Cell {
    Cell::from(text)
}

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

fn month_in_words(period: &str) -> String {
    let (year, month) = period.split_once('-').unwrap();
    format!("{} {year}", MONTHS[month.parse::<usize>().unwrap() - 1])
}

/// Participants as a secretariat would keep them: titles, a header of two rows, months in words, thousands as text, a sum,
/// notes.
fn participants(desk: &Desk) -> Vec<u8> {
    let table = rows(desk, "kepesertaan");
    assert_eq!(table[0].join(","), "periode,kode_wilayah,segmen,sumber,peserta_aktif,per_tanggal,status_data");
    let mut sheet = Sheet::new("Rekap")
        .row(["REKAPITULASI PESERTA"])
        .row([""])
        .row(["No", "Bulan", "Wilayah", "", "Peserta", "", "Status Data"])
        .row(["", "", "Kode", "Segmen", "Jumlah Peserta Aktif (orang)", "Per Tanggal", ""])
        .merge("A3:A4")
        .merge("B3:B4")
        .merge("C3:D3")
        .merge("E3:F3")
        .merge("G3:G4");
    let mut sum = 0_u64;
    for (number, row) in table.iter().skip(1).enumerate() {
        let [period, region, segment, _, count, day, state] = row.as_slice() else { panic!("{row:?}") };
        sum += count.parse::<u64>().unwrap();
        let day = if day.is_empty() { Cell::Blank } else { text(&day.split('-').rev().collect::<Vec<_>>().join("/")) };
        let words = if segment == "PU" { "Penerima Upah" } else { segment };
        sheet = sheet.row([
            Cell::from(i32::try_from(number + 1).unwrap()),
            text(&month_in_words(period)),
            text(region),
            text(words),
            text(&grouped(count)),
            day,
            text(state),
        ]);
    }
    let sheet = sheet
        .row([Cell::Blank, text("Jumlah"), Cell::Blank, Cell::Blank, text(&grouped(&sum.to_string()))])
        .row([""])
        .row(["Sumber: Simulasi rakor"]);
    Workbook::of(sheet).bytes()
}

/// Budgets: rupiah with their sign, percent cells, words for the sources of money.
fn budgets(desk: &Desk) -> Vec<u8> {
    let table = rows(desk, "anggaran");
    let head = &table[0];
    let at = |row: &[String], name: &str| row[head.iter().position(|column| column == name).unwrap()].clone();
    let mut sheet = Sheet::new("Anggaran").row(["ANGGARAN IURAN"]).row([
        "Tahun Anggaran",
        "Per Tanggal",
        "Kota",
        "Sumber Dana",
        "Kelompok",
        "OPD",
        "Pagu",
        "Pagu Perubahan",
        "Realisasi",
        "%",
        "Target Orang",
        "Orang Terlindungi",
        "Jumlah Bulan",
        "Iuran per Orang",
    ]);
    for row in table.iter().skip(1) {
        let money = |name: &str| match at(row, name).as_str() {
            "" => Cell::Blank,
            digits => text(&format!("Rp{},00", grouped(digits))),
        };
        let count = |name: &str| match at(row, name).as_str() {
            "" => Cell::Blank,
            digits => Cell::from(digits.parse::<i32>().unwrap()),
        };
        let source = at(row, "sumber_dana");
        sheet = sheet.row([
            Cell::from(at(row, "tahun_anggaran").parse::<i32>().unwrap()),
            text(&at(row, "per_tanggal")),
            text("Kota Simulasi"),
            text(if source == "DBHCHT" { "DBH CHT" } else { &source }),
            text(&at(row, "kelompok")),
            text(&at(row, "perangkat_daerah")),
            money("pagu_rp"),
            money("pagu_perubahan_rp"),
            money("realisasi_rp"),
            shown("0.5", "0%"),
            count("target_orang"),
            count("orang_terlindungi"),
            count("jumlah_bulan"),
            money("iuran_per_orang_rp"),
        ]);
    }
    Workbook::of(sheet).bytes()
}

/// A value without anything that says where it stood.
fn placeless(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for key in ["asal", "tempat", "places", "from", "row"] {
                map.remove(key);
            }
            map.values_mut().for_each(placeless);
        }
        Value::Array(items) => items.iter_mut().for_each(placeless),
        _ => {}
    }
}

fn measures(desk: &Desk, folder: &str) -> Value {
    let run = desk.rakor(&["buat", "bulanan", "-C", "sim", "--tahap", "ukuran", "-o", folder]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let name = run.out.trim().to_owned();
    let mut value = serde_json::from_str(&desk.text(&name)).unwrap();
    placeless(&mut value);
    value
}

/// What a report prints: every finished string of the markup stage, without the cells it names.
fn printed(desk: &Desk, folder: &str) -> Vec<String> {
    let run = desk.rakor(&["buat", "bulanan", "-C", "sim", "--tahap", "markah", "-o", folder]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let strings: Vec<String> = serde_json::from_str(&desk.text(&format!("{folder}/data.json"))).unwrap();
    // The annexes name file and line of what they quote.
    strings.into_iter().filter(|text| !text.contains("baris\u{A0}") && !text.contains(".csv")).collect()
}

#[test]
fn free_form_sheets_give_the_measures_and_the_pages_of_the_tables() {
    let desk = Desk::new();
    let (participants, budgets) = (participants(&desk), budgets(&desk));
    desk.put("peserta.xlsx", participants);
    desk.put("anggaran.xlsx", budgets);
    let (measured, pages) = (measures(&desk, "a"), printed(&desk, "b"));
    for table in ["kepesertaan", "anggaran"] {
        let header = rows(&desk, table)[0].join(",");
        desk.put(&format!("sim/data/{table}.csv"), format!("{header}\n"));
    }
    for file in ["peserta.xlsx", "anggaran.xlsx"] {
        let run = desk.import(&[file, "--sumber", "Simulasi rakor", "--terapkan"]);
        assert_eq!(run.exit, Exit::Done, "{}{}", run.out, run.err);
    }
    assert_eq!(measures(&desk, "c"), measured);
    assert_eq!(printed(&desk, "d"), pages);
}
