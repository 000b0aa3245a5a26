//! The words for everything that can be wrong with a file of a table, in one place so that they sound alike.
//!
//! Nothing here decides; and no cell of a table about persons is quoted, whatever is wrong with it. What only a sheet can
//! do wrong is said in `sheet`.

mod sheet;

pub(super) use sheet::{
    Hidden, above_header, empty_sheet, hidden, lonely, merged, misspelt_sheet, no_header_in_sheet, serials,
    unread_sheet,
};

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt::Write as _;

use super::code;
use super::kind::Refusal;
use super::schema::{ColumnSchema, Kind, TableSchema};
use super::text::{BadText, MAX_CHARS, MAX_WORD_CHARS};
use super::{MAX_BYTES, MAX_ROWS};
use crate::bahasa::bilangan;
use crate::diagnostic::{Diagnostic, nearest, quote};
use crate::place::Place;

const SAVE_AGAIN: &str = "Simpan kembali berkas sebagai CSV UTF-8.";
const FEWER_ROWS: &str = "Hapus baris yang tidak diperlukan.";
const SEE_SCHEMA: &str = "kolomnya dijelaskan oleh `rakor skema`";

/// At most this many problems of one file are listed.
pub(super) const MAX_LISTED: usize = 200;

/// The problems of one file, as many as are worth listing.
#[derive(Debug)]
pub(super) struct Problems {
    file: Place,
    listed: Vec<Diagnostic>,
    more: usize,
    notes: Vec<Diagnostic>,
    /// Problems of whole columns, by column: which of the list speaks for how many other cells.
    columns: BTreeMap<usize, (usize, usize)>,
}

impl Problems {
    /// None so far.
    pub(super) fn of(file: Place) -> Self {
        Self { file, listed: Vec::new(), more: 0, notes: Vec::new(), columns: BTreeMap::new() }
    }

    /// Adds one; the words are only made when it is listed.
    pub(super) fn add(&mut self, diagnostic: impl FnOnce() -> Diagnostic) {
        if self.listed.len() < MAX_LISTED {
            self.listed.push(diagnostic());
        } else {
            self.more += 1;
        }
    }

    /// Adds one that concerns a whole column: its first cell speaks for the others.
    pub(super) fn add_for_column(&mut self, column: usize, diagnostic: impl FnOnce() -> Diagnostic) {
        match self.columns.entry(column) {
            Entry::Occupied(mut first) => first.get_mut().1 += 1,
            Entry::Vacant(vacant) if self.listed.len() < MAX_LISTED => {
                vacant.insert((self.listed.len(), 0));
                self.listed.push(diagnostic());
            }
            Entry::Vacant(_) => self.more += 1,
        }
    }

    /// Adds what is worth knowing and is no error.
    pub(super) fn note(&mut self, note: Diagnostic) {
        self.notes.push(note);
    }

    /// The list, closed by how many more there are, and by the notes.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        for (index, others) in self.columns.into_values().filter(|(_, others)| *others > 0) {
            if let Some(first) = self.listed.get_mut(index) {
                let _ = write!(first.message, " Begitu pula {} sel lain pada kolom ini.", bilangan(others));
            }
        }
        if self.more > 0 {
            let here = if self.file.lembar.is_some() { "lembar" } else { "berkas" };
            let message = format!("Masih ada {} kesalahan lain dalam {here} ini.", bilangan(self.more));
            let action = "Perbaiki yang sudah disebutkan, lalu jalankan `rakor periksa`.";
            self.listed.push(Diagnostic::error(code::MORE, message, action).at(self.file));
        }
        self.listed.append(&mut self.notes);
        self.listed
    }
}

pub(super) fn unknown_table(file: Place, stem: &str, names: &[&'static str]) -> Diagnostic {
    let message = format!("Tabel `{}` tidak dikenal", shown(stem));
    let diagnostic = match nearest(stem, names.iter().copied()) {
        Some(near) => Diagnostic::error(
            code::UNKNOWN_TABLE,
            format!("{message}; mungkin yang dimaksud `{near}`."),
            format!("Ganti nama berkas itu menjadi {near}.csv atau pindahkan ke folder lain."),
        ),
        None => Diagnostic::error(
            code::UNKNOWN_TABLE,
            format!("{message}."),
            "Beri berkas itu nama tabelnya atau pindahkan ke folder lain.",
        ),
    };
    diagnostic.expected(format!("salah satu dari {}", names.join(", "))).at(file)
}

pub(super) fn table_twice(first: Place, second: Place, table: &str) -> Diagnostic {
    let (twice, both) = match (&first.lembar, &second.lembar) {
        (None, None) => ("dua berkas", "kedua berkas itu"),
        (Some(_), Some(_)) => ("dua lembar", "kedua lembar itu"),
        _ => ("satu berkas dan satu lembar", "keduanya"),
    };
    Diagnostic::error(
        code::TABLE_TWICE,
        format!("Tabel `{table}` terdapat dalam {twice}."),
        format!("Gabungkan {both} atau hapus salah satunya."),
    )
    .at(second)
    .at(first)
}

pub(super) fn too_large(file: Place, bytes: u64) -> Diagnostic {
    Diagnostic::error(code::TOO_LARGE, "Berkas ini terlalu besar.", FEWER_ROWS)
        .at(file)
        .found(format!("{} byte", bilangan(bytes)))
        .expected(format!("paling banyak {} byte", bilangan(MAX_BYTES)))
}

pub(super) fn too_many_rows(file: Place, rows: usize) -> Diagnostic {
    Diagnostic::error(code::TOO_MANY_ROWS, "Tabel ini memuat terlalu banyak baris.", FEWER_ROWS)
        .at(file)
        .found(format!("{} baris", bilangan(rows)))
        .expected(format!("paling banyak {} baris", bilangan(MAX_ROWS)))
}

pub(super) fn not_csv(file: Place, what: &str) -> Diagnostic {
    Diagnostic::error(
        code::NOT_CSV,
        format!("Berkas ini {what}, bukan CSV."),
        "Buka berkas itu, lalu simpan tabelnya sebagai CSV UTF-8.",
    )
    .at(file)
}

pub(super) fn utf_16(file: Place) -> Diagnostic {
    Diagnostic::error(code::UTF_16, "Berkas ini disimpan sebagai UTF-16, bukan UTF-8.", SAVE_AGAIN).at(file)
}

/// `byte` counts from 1 within its line.
pub(super) fn not_utf_8(row: Place, line: u32, byte: usize, value: u8) -> Diagnostic {
    Diagnostic::error(code::NOT_UTF_8, format!("Byte ke-{} pada baris {line} bukan UTF-8.", bilangan(byte)), SAVE_AGAIN)
        .at(row)
        .found(format!("byte 0x{value:02X}"))
        .expected("teks UTF-8")
}

pub(super) fn nul(row: Place, line: u32, byte: usize) -> Diagnostic {
    let message = format!("Byte ke-{} pada baris {line} bernilai nol (NUL).", bilangan(byte));
    Diagnostic::error(code::NUL, message, SAVE_AGAIN).at(row).found("byte 0x00").expected("teks UTF-8")
}

pub(super) fn empty(file: Place) -> Diagnostic {
    Diagnostic::error(code::EMPTY, "Berkas ini kosong.", format!("Isi berkas itu atau hapus; {SEE_SCHEMA}."))
        .at(file)
        .expected("baris judul kolom, lalu satu baris untuk setiap data")
}

pub(super) fn quote_open(row: Place, line: u32) -> Diagnostic {
    Diagnostic::error(
        code::QUOTE_OPEN,
        format!("Tanda petik yang dibuka pada baris {line} tidak pernah ditutup."),
        "Tutup tanda petik itu; tanda petik di dalam sel ditulis dua kali (\"\").",
    )
    .at(row)
}

pub(super) fn quote_rest(row: Place, opened: u32, closed: u32) -> Diagnostic {
    let lines = if opened == closed { String::new() } else { format!(" dan ditutup pada baris {closed}") };
    Diagnostic::error(
        code::QUOTE_REST,
        format!("Sesudah tanda petik yang dibuka pada baris {opened}{lines} masih ada isi dalam sel yang sama."),
        "Periksa letak tanda petik; tanda petik di dalam sel ditulis dua kali (\"\").",
    )
    .at(row)
}

pub(super) fn separator(row: Place, found: &str) -> Diagnostic {
    Diagnostic::error(code::SEPARATOR, "Pemisah kolom berkas ini tidak dikenal.", SAVE_AGAIN)
        .at(row)
        .found(found)
        .expected("koma atau titik koma")
}

pub(super) fn ragged(row: Place, cells: usize, columns: usize, separator: &str) -> Diagnostic {
    let (message, action) = if cells > columns {
        (
            "Baris ini memuat lebih banyak sel daripada baris judul.",
            format!("Hapus sel yang berlebih, atau apit sel yang memuat {separator} dengan tanda petik."),
        )
    } else {
        (
            "Baris ini memuat lebih sedikit sel daripada baris judul.",
            "Lengkapi baris itu; sel yang datanya belum tersedia dibiarkan kosong.".to_owned(),
        )
    };
    Diagnostic::error(code::RAGGED, message, action)
        .at(row)
        .found(format!("{} sel", bilangan(cells)))
        .expected(format!("{} sel", bilangan(columns)))
}

pub(super) fn no_header(row: Place, table: &TableSchema) -> Diagnostic {
    let names: Vec<_> = table.columns.iter().map(|column| column.name).collect();
    Diagnostic::error(
        code::NO_HEADER,
        format!("Baris pertama tidak memuat satu pun kolom tabel `{}`.", table.name),
        format!("Tulis nama kolom pada baris pertama; {SEE_SCHEMA}."),
    )
    .at(row)
    .expected(format!("nama kolom, misalnya {}", names.join(", ")))
}

/// `label` is how the column is called when its name may not be.
pub(super) fn unknown_column(
    place: Place,
    table: &TableSchema,
    name: &str,
    near: Option<&str>,
    label: &str,
) -> Diagnostic {
    let who = if table.is_personal() { format!("Kolom {label}") } else { format!("Kolom `{}`", heading(name)) };
    let hint = near.map_or_else(String::new, |near| format!("; mungkin yang dimaksud `{near}`"));
    Diagnostic::error(
        code::UNKNOWN_COLUMN,
        format!("{who} tidak dikenal dalam tabel `{}`{hint}.", table.name),
        "Ganti nama kolom itu atau hapus.",
    )
    .at(place)
}

pub(super) fn missing_column(row: Place, table: &TableSchema, column: &ColumnSchema) -> Diagnostic {
    Diagnostic::error(
        code::MISSING_COLUMN,
        format!("Kolom `{}` tidak ditemukan, padahal wajib ada dalam tabel `{}`.", column.name, table.name),
        "Tambahkan kolom itu; isinya dijelaskan oleh `rakor skema`.",
    )
    .at(row)
}

pub(super) fn column_twice(place: Place, name: &str, first: &str, second: &str) -> Diagnostic {
    Diagnostic::error(
        code::COLUMN_TWICE,
        format!("Kolom {first} dan kolom {second} sama-sama bernama `{name}`."),
        "Hapus salah satunya atau ganti namanya.",
    )
    .at(place)
}

pub(super) fn unnamed_column(place: Place, label: &str) -> Diagnostic {
    Diagnostic::error(
        code::UNNAMED_COLUMN,
        format!("Kolom {label} berisi data, tetapi tidak bernama."),
        "Beri nama kolom itu pada baris judul atau kosongkan isinya.",
    )
    .at(place)
}

pub(super) fn key_twice(first: Place, second: Place, key: Option<&str>) -> Diagnostic {
    let lines = [&first, &second].map(|place| place.baris.map_or_else(String::new, |line| line.to_string()));
    let key = key.map_or_else(String::new, |key| format!(" ({key})"));
    Diagnostic::error(
        code::KEY_TWICE,
        format!("Baris {} dan baris {} memuat kunci yang sama{key}.", lines[0], lines[1]),
        "Hapus salah satunya.",
    )
    .at(second)
    .at(first)
}

/// `mark` is the dash or dots that stand for a blank, if any.
pub(super) fn blank(cell: Place, column: &ColumnSchema, mark: &str) -> Diagnostic {
    let diagnostic = Diagnostic::error(code::BLANK, "Sel kosong.", "Isi sel itu atau hapus barisnya.")
        .at(cell)
        .expected(wanted(column));
    if mark.is_empty() { diagnostic } else { diagnostic.found(quote(mark)) }
}

/// What was wrong with the cell `raw`.
pub(super) fn bad_cell(
    cell: Place,
    table: &TableSchema,
    column: &ColumnSchema,
    raw: &str,
    refusal: &Refusal,
) -> Diagnostic {
    let personal = table.is_personal();
    match refusal {
        Refusal::Unfit(unfit) => sheet::unfit(unfit, personal, &wanted(column)).at(cell),
        Refusal::Text(bad) => bad_text(bad).at(cell),
        Refusal::Long => Diagnostic::error(code::LONG_CELL, "Isi sel ini terlalu panjang.", "Periksa isi sel itu.")
            .at(cell)
            .found(format!("{} karakter", bilangan(raw.chars().count())))
            .expected(wanted(column)),
        // The sentence of a value may repeat parts of it.
        Refusal::Value(salah) if personal => {
            Diagnostic::error(code::VALUE, "", format!("Tulis {}.", salah.harapan())).at(cell).expected(wanted(column))
        }
        Refusal::Value(salah) => {
            let diagnostic = Diagnostic::error(code::VALUE, salah.to_string(), salah.tindakan());
            diagnostic.at(cell).expected(wanted(column)).found(quote(raw))
        }
        Refusal::Quarter => quoted(
            Diagnostic::error(code::VALUE, "Isinya bukan triwulan.", "Tulis 1, 2, 3, atau 4.").at(cell),
            column,
            raw,
            personal,
        ),
        Refusal::Region => quoted(
            Diagnostic::error(
                code::REGION,
                "Bentuk kode wilayah ini salah.",
                "Perbaiki kode itu; simpan kolomnya sebagai teks agar angkanya tidak berubah.",
            )
            .at(cell),
            column,
            raw,
            personal,
        ),
        Refusal::Choice => {
            let near = match column.kind {
                Kind::Choice(all) => nearest(raw, all.iter().copied()),
                _ => None,
            };
            let hint = near.map_or_else(String::new, |near| format!("; mungkin yang dimaksud `{near}`"));
            let message = format!("Isi sel ini tidak dikenal{hint}.");
            quoted(Diagnostic::error(code::CHOICE, message, "Ganti isi sel itu.").at(cell), column, raw, personal)
        }
    }
}

fn quoted(diagnostic: Diagnostic, column: &ColumnSchema, raw: &str, personal: bool) -> Diagnostic {
    let diagnostic = diagnostic.expected(wanted(column));
    if personal { diagnostic } else { diagnostic.found(quote(raw)) }
}

fn bad_text(bad: &BadText) -> Diagnostic {
    match *bad {
        BadText::Character(refusal, at) => {
            Diagnostic::error(code::CHARACTER, refusal.to_string(), "Ganti karakter itu.")
                .found(format!("U+{:04X} sebagai karakter ke-{}", u32::from(refusal.ch), bilangan(at)))
                .expected("huruf, angka, dan tanda baca yang tersedia dalam fon laporan")
        }
        BadText::Length(length) => {
            Diagnostic::error(code::LONG_CELL, "Isi sel ini terlalu panjang.", "Pendekkan isinya.")
                .found(format!("{} karakter", bilangan(length)))
                .expected(format!("paling banyak {} karakter", bilangan(MAX_CHARS)))
        }
        BadText::Word(length) => Diagnostic::error(
            code::LONG_WORD,
            "Sel ini memuat kata yang tidak muat pada satu baris halaman.",
            "Sisipkan spasi atau pendekkan isinya.",
        )
        .found(format!("{} karakter tanpa spasi", bilangan(length)))
        .expected(format!("paling banyak {} karakter tanpa spasi", bilangan(MAX_WORD_CHARS))),
    }
}

/// What a cell of the column should hold, for *Seharusnya*.
fn wanted(column: &ColumnSchema) -> String {
    use crate::bahasa::baca::Jenis;
    match column.kind {
        Kind::Count => Jenis::Cacah.harapan().to_owned(),
        Kind::Money => Jenis::Uang.harapan().to_owned(),
        Kind::Decimal => Jenis::Desimal.harapan().to_owned(),
        Kind::Date => Jenis::Tanggal.harapan().to_owned(),
        Kind::Month => Jenis::Periode.harapan().to_owned(),
        Kind::Year => Jenis::Tahun.harapan().to_owned(),
        Kind::Quarter => "triwulan, yaitu 1, 2, 3, atau 4".to_owned(),
        Kind::Region => "kode wilayah, misalnya 35, 35.73, 35.73.01, atau 35.73.01.1001".to_owned(),
        Kind::Text => "teks".to_owned(),
        Kind::Choice(all) => format!("salah satu dari {}", all.join(", ")),
    }
}

/// A heading as it is quoted between backticks: with every space made visible that looks like an ordinary one.
fn heading(name: &str) -> String {
    let mut out = String::new();
    for part in shown(name).chars() {
        match part {
            ' ' => out.push(' '),
            space if space.is_whitespace() => _ = write!(out, "⟨U+{:04X}⟩", u32::from(space)),
            other => out.push(other),
        }
    }
    out
}

/// A name as it is quoted between backticks.
pub(super) fn shown(name: &str) -> String {
    let quoted = quote(name);
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(&quoted);
    inner.replace('`', "'")
}
