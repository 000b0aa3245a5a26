//! The words for everything that makes a workbook unreadable, in one place so that they sound alike.
//!
//! Nothing here decides.

use std::sync::Arc;

use super::limit::{MAX_INFLATED, MAX_PARTS, MAX_RATIO};
use super::{MAX_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, code, letters};
use crate::diagnostic::{Diagnostic, quote};
use crate::place::{Field, Place, SheetColumn};

/// A problem that ends reading.
pub(super) type Problem = Box<Diagnostic>;

const SAVE_AGAIN: &str = "Buka berkas itu dengan Excel atau LibreOffice, lalu simpan kembali sebagai .xlsx.";
const SEND_AGAIN: &str = "Salin atau unduh kembali berkas itu dari sumbernya.";
const OWN_SHEET: &str = "Salin lembar yang diperlukan ke buku kerja baru.";

/// A sheet of a file.
pub(super) fn sheet(file: &Place, name: &str) -> Place {
    Place { lembar: Some(Arc::from(name)), ..file.clone() }
}

/// A cell of a sheet, from 1.
pub(super) fn cell(sheet: &Place, row: u32, column: u32) -> Place {
    let huruf: Arc<str> = Arc::from(letters(column));
    let column = SheetColumn { kolom: huruf.clone(), huruf };
    Place { baris: Some(row), bagian: Some(Field::Sel(Arc::new(column))), ..sheet.clone() }
}

/// A count with points between its thousands; the room of language stands no lower than this one.
fn bilangan<T: ToString + Copy>(count: T) -> String {
    let digits = count.to_string();
    let point = |at: usize| at > 0 && (digits.len() - at).is_multiple_of(3);
    let grouped = digits.char_indices().map(|(at, digit)| format!("{}{digit}", if point(at) { "." } else { "" }));
    grouped.collect()
}

fn error(code: &'static str, place: &Place, message: impl Into<String>, action: impl Into<String>) -> Diagnostic {
    Diagnostic::error(code, message, action).at(place.clone())
}

pub(super) fn too_large(file: &Place, bytes: u64) -> Problem {
    error(code::TOO_LARGE, file, "Berkas ini terlalu besar.", OWN_SHEET)
        .found(format!("{} byte", bilangan(bytes)))
        .expected(format!("paling banyak {} byte", bilangan(MAX_BYTES)))
        .into()
}

pub(super) fn empty(file: &Place) -> Problem {
    error(code::EMPTY, file, "Berkas ini kosong: tidak ada satu byte pun di dalamnya.", SEND_AGAIN).into()
}

pub(super) fn truncated(file: &Place) -> Problem {
    error(code::TRUNCATED, file, "Berkas ini terpotong: bagian akhirnya tidak ada.", SEND_AGAIN).into()
}

pub(super) fn web_page(file: &Place) -> Problem {
    error(code::WEB_PAGE, file, "Berkas ini berisi halaman web (HTML), bukan buku kerja.", SAVE_AGAIN).into()
}

pub(super) fn password(file: &Place) -> Problem {
    error(
        code::PASSWORD,
        file,
        "Buku kerja ini dilindungi kata sandi.",
        "Buka berkas itu dengan kata sandinya, hapus kata sandi itu, lalu simpan kembali.",
    )
    .into()
}

pub(super) fn renamed(file: &Place) -> Problem {
    let name = file.berkas.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("tanpa akhiran", |(_, ending)| ending);
    let named = if name.contains('.') { format!("bernama .{ending}") } else { format!("bernama {ending}") };
    error(code::RENAMED, file, format!("Berkas ini berisi format XLS walaupun {named}."), SAVE_AGAIN).into()
}

pub(super) fn other_format(file: &Place, format: &str) -> Problem {
    error(code::OTHER_FORMAT, file, format!("Buku kerja ini berformat {format}, yang tidak dibaca."), SAVE_AGAIN).into()
}

pub(super) fn plain_text(file: &Place) -> Problem {
    error(
        code::PLAIN_TEXT,
        file,
        "Berkas ini berisi teks (CSV), bukan buku kerja.",
        "Ganti akhiran nama berkas itu menjadi .csv, atau buka dengan Excel lalu simpan sebagai .xlsx.",
    )
    .into()
}

/// `what` says what the bytes are, when that can be told.
pub(super) fn no_workbook(file: &Place, what: Option<&str>) -> Problem {
    let known = "buku kerja .xlsx, .xlsm, .xls, atau .ods";
    let message = what.map_or_else(
        || "Isi berkas ini bukan buku kerja yang dikenal.".to_owned(),
        |what| format!("Berkas ini berisi {what}, bukan buku kerja."),
    );
    let action = "Simpan tabelnya sebagai .xlsx dari program asalnya.";
    error(code::NO_WORKBOOK, file, message, action).expected(known).into()
}

/// `part` is a part of the archive.
pub(super) fn damaged(file: &Place, part: Option<&str>, engine: impl Into<String>) -> Problem {
    let message = part.map_or_else(
        || "Buku kerja ini rusak.".to_owned(),
        |part| format!("Buku kerja ini rusak: bagian {} tidak dapat dibaca.", quote(part)),
    );
    error(code::DAMAGED, file, message, format!("{SEND_AGAIN} Jika tetap sama: {}", lower(SAVE_AGAIN)))
        .engine(engine)
        .into()
}

fn lower(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

pub(super) fn too_many_parts(file: &Place, parts: usize) -> Problem {
    error(code::TOO_MANY_PARTS, file, "Arsip buku kerja ini memuat terlalu banyak bagian.", OWN_SHEET)
        .found(format!("{} bagian", bilangan(parts)))
        .expected(format!("paling banyak {} bagian", bilangan(MAX_PARTS)))
        .into()
}

/// `bytes` are those of the file itself.
pub(super) fn inflates(file: &Place, part: &str, bytes: u64) -> Problem {
    error(
        code::INFLATES,
        file,
        format!("Isi buku kerja ini mengembang melebihi batas pada bagian {}.", quote(part)),
        format!("Jangan pakai berkas itu jika asalnya tidak jelas. {OWN_SHEET}"),
    )
    .found(format!("berkas sebesar {} byte", bilangan(bytes)))
    .expected(format!("isi paling banyak {MAX_RATIO} kali ukuran berkas dan {} byte", bilangan(MAX_INFLATED)))
    .into()
}

pub(super) fn part_twice(file: &Place, part: Option<&str>) -> Problem {
    let which = part.map_or_else(String::new, |part| format!(": {}", quote(part)));
    error(
        code::PART_TWICE,
        file,
        format!("Arsip buku kerja ini memuat dua bagian bernama sama{which}."),
        format!("Jangan pakai berkas itu jika asalnya tidak jelas. {SAVE_AGAIN}"),
    )
    .into()
}

pub(super) fn doctype(file: &Place, part: &str) -> Problem {
    error(
        code::DOCTYPE,
        file,
        format!("Bagian {} memuat deklarasi DOCTYPE, yang tidak ditulis program mana pun.", quote(part)),
        format!("Jangan pakai berkas itu jika asalnya tidak jelas. {SAVE_AGAIN}"),
    )
    .into()
}

pub(super) fn encoding(file: &Place, part: &str) -> Problem {
    let message = format!("Bagian {} tidak disimpan sebagai UTF-8.", quote(part));
    error(code::ENCODING, file, message, SAVE_AGAIN).into()
}

pub(super) fn false_count(file: &Place, part: &str) -> Problem {
    let message = format!("Bagian {} menyatakan jumlah atau ukuran yang tidak mungkin.", quote(part));
    error(code::FALSE_COUNT, file, message, SAVE_AGAIN).into()
}

pub(super) fn too_much(file: &Place, part: &str) -> Problem {
    let message = format!("Bagian {} memuat terlalu banyak gaya, gabungan sel, atau keterangan.", quote(part));
    error(code::TOO_MUCH, file, message, OWN_SHEET).into()
}

/// `place` is the cell, or the file when the text stands in the common list of texts.
pub(super) fn long_text(place: &Place) -> Problem {
    error(code::LONG_TEXT, place, "Teks ini terlalu panjang untuk satu sel.", "Pendekkan teks itu.")
        .expected(format!("paling banyak {} karakter", bilangan(MAX_TEXT)))
        .into()
}

/// `place` is the cell, whose address is the name of the problem.
pub(super) fn far_cell(place: &Place, address: &str) -> Problem {
    error(
        code::FAR_CELL,
        place,
        format!("Sel {address} berisi, padahal terletak di luar batas."),
        "Hapus isi sel itu, atau pindahkan tabelnya ke pojok kiri atas lembar.",
    )
    .found(address)
    .expected(format!(
        "paling jauh baris {} dan kolom {} ({})",
        bilangan(MAX_ROWS),
        bilangan(MAX_COLUMNS),
        letters(MAX_COLUMNS)
    ))
    .into()
}

pub(super) fn too_many_cells(sheet: &Place) -> Problem {
    error(code::TOO_MANY_CELLS, sheet, "Buku kerja ini memuat terlalu banyak sel berisi.", OWN_SHEET)
        .expected(format!("paling banyak {} sel", bilangan(MAX_CELLS)))
        .into()
}

pub(super) fn cell_twice(place: &Place) -> Problem {
    error(code::CELL_TWICE, place, "Sel ini tercatat dua kali dalam berkas.", SAVE_AGAIN).into()
}

pub(super) fn sheet_twice(place: &Place) -> Problem {
    error(
        code::SHEET_TWICE,
        place,
        "Dua lembar dalam buku kerja ini bernama sama.",
        "Ganti nama salah satunya, lalu simpan kembali.",
    )
    .into()
}

pub(super) fn no_sheet(file: &Place) -> Problem {
    error(code::NO_SHEET, file, "Buku kerja ini tidak memuat lembar kerja.", "Periksa apakah berkas itu yang dimaksud.")
        .into()
}

/// `place` is the sheet, or the last cell that could be read.
pub(super) fn unreadable(place: &Place, engine: impl Into<String>) -> Problem {
    let message = if place.baris.is_some() {
        "Lembar ini tidak dapat dibaca sesudah sel ini."
    } else {
        "Lembar ini tidak dapat dibaca."
    };
    error(code::UNREADABLE, place, message, SAVE_AGAIN).engine(engine).into()
}
