//! The data dictionary as a workbook to fill in: a sheet for each table, and one that says how.
//!
//! In a table's sheet everything stands above the headings that is no data, the example row too. What is read as data is
//! only what stands below the headings, so an example that nobody deleted reports nothing; and each of its cells says
//! that it is one, so that data typed over it are told from it ([`typed_over`]).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::super::read::GUIDE_SHEET;
use super::super::row::{Row, Spelled, Visit};
use super::super::schema::{ColumnSchema, Kind, TableSchema};
use super::super::tables::{Dataset, schema};
use super::{WAYS_OF_WRITING, choices};
use crate::bahasa;
use crate::workbook::write::{
    Allowed, Check, Entry, Link, Look, NewBook, NewCell, NewColumn, NewRow, NewSheet, NewValue,
};
use crate::workbook::{Filled, Value};

/// What the workbook is called in its properties.
pub const TITLE: &str = "Templat data rakor";

/// Title, what a row is, the example, whether a column must be filled, and the headings.
const HEAD_ROWS: u32 = 5;

/// What the cells of an example begin with.
const EXAMPLE: &str = "contoh: ";

/// No column is wider, in characters.
const WIDEST: usize = 40;

/// A workbook with a sheet for each table, empty but for one row of `examples` above its headings.
#[must_use]
pub fn skema_buku(examples: &Dataset) -> NewBook {
    let tables = schema().iter().map(|table| sheet(table, examples));
    NewBook { title: TITLE.to_owned(), sheets: std::iter::once(instructions()).chain(tables).collect() }
}

fn sheet(table: &TableSchema, examples: &Dataset) -> NewSheet {
    let example = examples.visit(table.name, Fullest).unwrap_or_default();
    let example: NewRow =
        table.columns.iter().zip(example).map(|(column, cell)| shown(column.kind, cell.as_deref())).collect();
    let columns = table.columns.iter().enumerate().map(|(at, schema)| column(schema, example.get(at)));
    NewSheet {
        name: table.name.to_owned(),
        columns: columns.collect(),
        rows: vec![
            vec![NewCell::text(table.name, Look::Title)],
            vec![NewCell::text(about(table), Look::Remark)],
            example,
            table.columns.iter().map(|column| NewCell::text(duty(column), Look::Remark)).collect(),
            table.columns.iter().map(heading).collect(),
        ],
        frozen: HEAD_ROWS,
        filtered: false,
    }
}

/// The one sentence by which a sheet of the template is known; see [`typed_over`].
fn about(table: &TableSchema) -> String {
    let first = HEAD_ROWS + 1;
    format!("{} Baris 3 ialah contoh dan tidak dibaca; isi data mulai baris {first}.", table.description)
}

/// Of the cells above the headings of a sheet of the template, those that the template did not write; nothing when the
/// sheet is none of its own.
pub(in crate::table) fn typed_over<'a>(table: &TableSchema, above: &'a [Filled]) -> Option<Vec<&'a Filled>> {
    let about = about(table);
    let says = |cell: &Filled, wanted: &str| matches!(&cell.value, Value::Text(text) if text.trim() == wanted);
    if !above.iter().any(|cell| says(cell, &about)) {
        return None;
    }
    let duties: BTreeSet<String> = table.columns.iter().map(duty).collect();
    let is_own = |cell: &Filled| match &cell.value {
        Value::Text(text) => {
            let text = text.trim();
            text.starts_with(EXAMPLE) || duties.contains(text) || text == about || text == table.name
        }
        _ => false,
    };
    Some(above.iter().filter(|cell| !is_own(cell)).collect())
}

/// The row of a table with the most cells filled, in canonical form; the last of several, which is the latest.
struct Fullest;

impl Visit for Fullest {
    type Output = Vec<Option<String>>;

    fn visit<R: Row>(self, rows: &[R]) -> Self::Output {
        let mut fullest = (0, Vec::new());
        let mut cells = Spelled::default();
        for row in rows {
            row.spell(&mut cells);
            let filled = cells.iter().flatten().count();
            if filled > 0 && filled >= fullest.0 {
                fullest = (filled, cells.to_vec());
            }
        }
        fullest.1
    }
}

/// A cell of an example as somebody would type it.
fn shown(kind: Kind, canonical: Option<&str>) -> NewCell {
    let Some(canonical) = canonical else { return NewCell::default() };
    let typed = match (kind, canonical.parse::<u64>()) {
        (Kind::Decimal, _) => canonical.replace('.', ","),
        (Kind::Count | Kind::Money, Ok(number)) => bahasa::bilangan(number),
        _ => canonical.to_owned(),
    };
    NewCell::text(format!("{EXAMPLE}{typed}"), Look::Example)
}

fn duty(column: &ColumnSchema) -> String {
    let duty = if column.required { "wajib" } else { "boleh kosong" };
    column.unit.map_or_else(|| duty.to_owned(), |unit| format!("{duty} ({unit})"))
}

fn heading(column: &ColumnSchema) -> NewCell {
    let look = if column.required { Look::Heading } else { Look::Lighter };
    NewCell::text(column.name, look).noted(note(column))
}

/// What is to be known of a column, line by line.
fn note(column: &ColumnSchema) -> String {
    let mut lines = vec![column.description.replace('`', "")];
    lines.extend(column.unit.map(|unit| format!("Satuan: {unit}.")));
    lines.push(match choices(column.kind) {
        [] => format!("Cara menulis: {}.", way_of_writing(column.kind)),
        words => format!("Pilihan: {}.", words.join(", ")),
    });
    lines
        .push(if column.required { "Wajib diisi." } else { "Boleh kosong; kosong berarti belum tersedia." }.to_owned());
    if column.key {
        lines.push("Bagian dari kunci: dua baris tidak boleh memuat kunci yang sama.".to_owned());
    }
    if column.personal {
        lines.push("Pribadi: tidak dikutip dalam pesan dan tidak disertakan dalam laporan.".to_owned());
    }
    lines.join("\n")
}

fn way_of_writing(kind: Kind) -> String {
    WAYS_OF_WRITING.iter().find(|(name, _)| *name == kind.as_str()).map_or("", |(_, way)| way).replace('`', "")
}

fn column(column: &ColumnSchema, example: Option<&NewCell>) -> NewColumn {
    let least = match column.kind {
        Kind::Text => 20,
        Kind::Money => 18,
        Kind::Choice(words) => words.iter().map(|word| word.chars().count()).max().unwrap_or(0) + 4,
        _ => 12,
    };
    // One more than the heading on either side, and room for the button of a filter that somebody adds.
    let heading = column.name.chars().count() + 4;
    let example = match example.map(|cell| &cell.value) {
        Some(NewValue::Text(text)) => text.chars().count() + 2,
        _ => 0,
    };
    let width = least.max(heading).max(duty(column).chars().count() + 2).max(example).min(WIDEST);
    NewColumn { width: u16::try_from(width).unwrap_or_default(), entry: entry(column.kind), check: check(column.kind) }
}

/// What the cells of a kind are made for. Numbers with decimals and months are text, because spreadsheet programs drop
/// final zeros, turn `2025-08` into a day, and read a percentage as its hundredth part.
fn entry(kind: Kind) -> Entry {
    match kind {
        Kind::Count | Kind::Money => Entry::Whole,
        Kind::Date => Entry::Day,
        Kind::Year | Kind::Quarter => Entry::Any,
        Kind::Decimal | Kind::Month | Kind::Region | Kind::Text | Kind::Choice(_) => Entry::Text,
    }
}

fn check(kind: Kind) -> Option<Check> {
    let (allowed, warning) = match kind {
        Kind::Choice(words) => (
            Allowed::OneOf(words.iter().map(|word| (*word).to_owned()).collect()),
            "Pilih salah satu isi daftar. Sel yang datanya belum tersedia dibiarkan kosong.",
        ),
        Kind::Quarter => {
            (Allowed::OneOf(["1", "2", "3", "4"].map(str::to_owned).to_vec()), "Isi triwulan dengan 1, 2, 3, atau 4.")
        }
        Kind::Count => (
            Allowed::Whole(0, None),
            "Isi bilangan bulat mulai dari 0, tanpa satuan. Sel yang datanya belum tersedia dibiarkan kosong.",
        ),
        Kind::Money => (
            Allowed::Whole(0, None),
            "Isi rupiah penuh, tanpa sen. Tulisan seperti 5,3 miliar juga dapat dibaca. Sel yang datanya belum tersedia \
             dibiarkan kosong.",
        ),
        Kind::Year => (Allowed::Whole(1900, Some(2200)), "Isi tahun dengan empat angka, misalnya 2025."),
        Kind::Date => (
            Allowed::Days(day(1900), day(2200)),
            "Isi tanggal, misalnya 2025-08-26. Tulisan seperti 26 Agustus 2025 juga dapat dibaca.",
        ),
        Kind::Month => (Allowed::Length(7, 14), "Isi tahun dan bulan, misalnya 2025-08 atau Agustus 2025."),
        Kind::Region => (Allowed::Length(2, 13), "Isi kode wilayah, misalnya 35.73."),
        Kind::Decimal | Kind::Text => return None,
    };
    Some(Check { allowed, warning: warning.to_owned() })
}

/// New Year's Day.
fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()
}

const STEPS: [&str; 8] = [
    "Setiap lembar memuat satu tabel. Hapus lembar yang tidak dipakai; lembar yang kosong berarti datanya belum tersedia.",
    "Isi data di bawah judul kolom, satu baris untuk satu hal. Jangan ubah nama lembar dan judul kolom.",
    "Kolom berjudul biru tua dan bertanda wajib harus diisi pada setiap baris. Kolom berjudul biru muda boleh kosong.",
    "Baris di atas judul kolom tidak dibaca sebagai data, termasuk baris contoh yang setiap selnya diawali contoh:.",
    "Sel yang datanya belum tersedia dibiarkan kosong atau diisi dengan tanda …; angka nol ditulis 0.",
    "Penjelasan sebuah kolom muncul saat judulnya ditunjuk. Semua penjelasan ditampilkan oleh perintah rakor skema.",
    "Simpan buku kerja ini sebagai .xlsx dalam folder data di ruang kerja, misalnya laporan-kami/data/data.xlsx.",
    "Jalankan rakor periksa, perbaiki sel yang disebutkan, lalu jalankan rakor buat bulanan.",
];

fn instructions() -> NewSheet {
    let mut rows: Vec<NewRow> = vec![
        vec![NewCell::text("Petunjuk pengisian", Look::Title)],
        vec![NewCell::text(
            "Buku kerja ini untuk mengisi data laporan cakupan jaminan sosial ketenagakerjaan.",
            Look::Remark,
        )],
        Vec::new(),
    ];
    for (number, step) in (1..).zip(STEPS) {
        rows.push(vec![NewCell::text(format!("{number}."), Look::Plain), NewCell::text(step, Look::Plain)]);
    }
    rows.extend([Vec::new(), headings(["Isi kolom", "Cara menulis"])]);
    for (kind, way) in WAYS_OF_WRITING {
        rows.push(indented([wrapped(kind), wrapped(&way.replace('`', ""))]));
    }
    rows.push(indented([wrapped("pilihan"), wrapped("salah satu isi daftar yang muncul pada selnya")]));
    rows.extend([Vec::new(), headings(["Lembar", "Isi"])]);
    for table in schema() {
        let name = NewCell::text(table.name, Look::Link).linked(Some(Link::Sheet(table.name.to_owned())));
        rows.push(indented([name, wrapped(table.description)]));
    }
    let width = |width| NewColumn { width, ..NewColumn::default() };
    NewSheet {
        name: GUIDE_SHEET.to_owned(),
        columns: vec![width(4), width(24), width(100)],
        rows,
        ..NewSheet::default()
    }
}

fn headings(names: [&str; 2]) -> NewRow {
    indented(names.map(|name| NewCell::text(name, Look::Heading)))
}

fn wrapped(text: &str) -> NewCell {
    NewCell::text(text, Look::Wrapped)
}

fn indented(cells: [NewCell; 2]) -> NewRow {
    std::iter::once(NewCell::default()).chain(cells).collect()
}
