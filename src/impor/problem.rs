//! The words for everything that can go wrong with an import, in one place so that they sound alike.

use super::code;
use crate::bahasa::{self, bilangan, dan};
use crate::diagnostic::{Diagnostic, Severity, nearest, quote};
use crate::figure::Period;
use crate::place::Place;
use crate::table::{ColumnSchema, TableSchema};
use crate::workbook::letters;

fn hint(near: Option<&str>) -> String {
    near.map_or_else(String::new, |near| format!("; mungkin yang dimaksud `{near}`"))
}

fn one_of(names: &[&str]) -> String {
    format!("salah satu dari {}", names.join(", "))
}

pub(super) fn unknown_table(place: Place, name: &str, known: &[&str]) -> Diagnostic {
    let near = hint(nearest(name, known.iter().copied()));
    Diagnostic::error(
        code::UNKNOWN_TABLE,
        format!("Tabel {} tidak dikenal{near}.", quote(name)),
        "Ganti nama tabel itu.",
    )
    .at(place)
    .expected(one_of(known))
}

pub(super) fn personal(place: Place, table: &TableSchema) -> Diagnostic {
    Diagnostic::error(
        code::PERSONAL,
        format!("Tabel `{}` memuat data pribadi, sehingga isinya tidak ditampilkan dan tidak diimpor.", table.name),
        format!("Isi data/{}.csv secara langsung.", table.name),
    )
    .at(place)
}

pub(super) fn unknown_column(place: Place, table: &TableSchema, name: &str) -> Diagnostic {
    let known: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let near = hint(nearest(name, known.iter().copied()));
    Diagnostic::error(
        code::UNKNOWN_COLUMN,
        format!("Kolom {} tidak dikenal dalam tabel `{}`{near}.", quote(name), table.name),
        "Ganti nama kolom itu atau hapus.",
    )
    .at(place)
    .expected(one_of(&known))
}

pub(super) fn unknown_sheet(place: Place, name: &str, known: &[&str]) -> Diagnostic {
    let near = hint(nearest(name, known.iter().copied()));
    let shown: Vec<String> = known.iter().map(|name| quote(name)).collect();
    Diagnostic::error(
        code::UNKNOWN_SHEET,
        format!("Lembar {} tidak ditemukan{near}.", quote(name)),
        "Ganti nama lembar itu.",
    )
    .at(place)
    .expected(format!("salah satu dari {}", shown.join(", ")))
}

pub(super) fn no_sheet(file: Place) -> Diagnostic {
    Diagnostic::error(
        code::UNKNOWN_SHEET,
        "Berkas ini tidak memuat lembar yang berisi.",
        "Periksa apakah berkas itu memang berisi tabel.",
    )
    .at(file)
}

/// `looked` is where the mapping says it, `sheet` where it should be.
pub(super) fn unknown_heading(looked: Place, sheet: Place, written: &str, known: &[String]) -> Diagnostic {
    let near = hint(nearest(written, known.iter().map(String::as_str)));
    let shown: Vec<String> = known.iter().map(|heading| quote(heading)).collect();
    let diagnostic = Diagnostic::error(
        code::UNKNOWN_HEADING,
        format!("Judul kolom {} tidak ditemukan pada lembar{near}.", quote(written)),
        "Sesuaikan pemetaan dengan judul pada lembar, atau perbaiki judul itu.",
    )
    .at(looked)
    .at(sheet);
    if shown.is_empty() { diagnostic } else { diagnostic.expected(format!("salah satu dari {}", shown.join(", "))) }
}

pub(super) fn ambiguous_heading(looked: Place, sheet: Place, written: &str, columns: &[u32]) -> Diagnostic {
    let shown: Vec<String> = columns.iter().map(|column| letters(*column)).collect();
    let first = shown.first().cloned().unwrap_or_default();
    Diagnostic::error(
        code::AMBIGUOUS_HEADING,
        format!("Judul kolom {} terdapat pada kolom {}.", quote(written), dan(&shown)),
        format!(
            "Tulis judul lengkapnya, misalnya \"Judul atas / judul bawah\", atau hurufnya, misalnya \"kolom {first}\"."
        ),
    )
    .at(looked)
    .at(sheet)
}

pub(super) fn no_header(sheet: Place) -> Diagnostic {
    Diagnostic::error(
        code::NO_HEADER,
        "Baris judul tidak ditemukan pada lembar ini.",
        "Sebutkan nomor barisnya dengan --judul NOMOR, atau pilih lembar lain dengan --lembar NAMA.",
    )
    .at(sheet)
    .expected("baris yang seluruhnya teks, dengan judul paling sedikit dua kolom")
}

pub(super) fn no_table(sheet: Place, headings: &[String], tables: &[&str]) -> Diagnostic {
    let shown: Vec<String> = headings.iter().map(|heading| quote(heading)).collect();
    let diagnostic = Diagnostic::error(
        code::NO_TABLE,
        "Isi lembar ini tidak dikenali sebagai salah satu tabel.",
        "Sebutkan tabelnya dengan --tabel NAMA, atau tulis pemetaannya sendiri dalam rakor.toml.",
    )
    .at(sheet)
    .expected(one_of(tables));
    if shown.is_empty() { diagnostic } else { diagnostic.found(shown.join(", ")) }
}

/// `name` is the mapping that the constant can be kept in, `named` the month that the sheet speaks of.
pub(super) fn missing(
    sheet: Place,
    table: &TableSchema,
    column: &ColumnSchema,
    name: Option<&str>,
    named: Option<Period>,
) -> Diagnostic {
    let option = match (column.name, named) {
        ("periode", Some(period)) => format!("--periode {period} apabila lembar ini memang untuk {}", month(period)),
        ("periode", None) => "--periode TAHUN-BULAN".to_owned(),
        ("kode_wilayah", _) => "--wilayah KODE".to_owned(),
        ("sumber", _) => "--sumber PENERBIT".to_owned(),
        (other, _) => format!("--tetap {other}=ISI"),
    };
    let keep =
        name.map_or_else(String::new, |name| format!(", atau tulis `{}` pada [impor.{name}.tetap]", column.name));
    Diagnostic::error(
        code::MISSING,
        format!("Kolom `{}` wajib ada dalam tabel `{}`, tetapi tidak ada pada lembar ini.", column.name, table.name),
        format!("Tambahkan {option}{keep}."),
    )
    .at(sheet)
    .expected(column.description.trim_end_matches('.'))
}

/// The sheet names another month than the one given.
pub(super) fn other_period(at: Place, given_at: Place, named: Period, given: Period) -> Diagnostic {
    Diagnostic::new(
        code::OTHER_PERIOD,
        Severity::Peringatan,
        format!("Lembar ini menyebut {}, tetapi periode yang diisikan {}.", month(named), month(given)),
        "Pastikan bahwa lembar itu memang untuk periode yang diisikan.",
    )
    .at(at)
    .at(given_at)
}

/// Terminals get plain spaces; no-break spaces are for the page.
fn month(period: Period) -> String {
    bahasa::periode(period).replace('\u{A0}', " ")
}

pub(super) fn twice(first: Place, second: Place, column: &str) -> Diagnostic {
    Diagnostic::error(code::TWICE, format!("Kolom `{column}` diisi dengan dua cara."), "Hapus salah satunya.")
        .at(second)
        .at(first)
}

pub(super) fn unit(place: Place, found: &str) -> Diagnostic {
    Diagnostic::error(code::UNIT, "Satuan itu tidak dikenal.", "Ganti satuan itu atau hapus.")
        .at(place)
        .found(quote(found))
        .expected("ribu, juta, miliar, atau triliun, untuk kolom bilangan bulat atau rupiah")
}

pub(super) fn unknown_region(cell: Place, name: &str, near: Option<&str>) -> Diagnostic {
    let near = near.map_or_else(String::new, |near| format!("; mungkin yang dimaksud {near}"));
    Diagnostic::error(
        code::UNKNOWN_REGION,
        format!("Nama wilayah ini tidak ada dalam tabel `wilayah`{near}."),
        "Perbaiki nama itu, tambahkan wilayahnya pada data/wilayah.csv, atau sebutkan kodenya dalam `nilai`.",
    )
    .at(cell)
    .found(quote(name))
    .expected("kode wilayah atau nama dalam tabel `wilayah`")
}

pub(super) fn ambiguous_region(cell: Place, name: &str, codes: &[String]) -> Diagnostic {
    Diagnostic::error(
        code::AMBIGUOUS_REGION,
        format!("Nama wilayah ini dimiliki oleh {}.", dan(codes)),
        "Tulis kodenya, atau sebutkan kodenya dalam `nilai`.",
    )
    .at(cell)
    .found(quote(name))
    .expected("kode wilayah, atau nama yang dimiliki satu wilayah saja")
}

/// `rows` says which rows were added up.
pub(super) fn sum(cell: Place, column: &str, stated: u64, computed: u64, rows: &str) -> Diagnostic {
    let apart = bilangan(stated.abs_diff(computed));
    Diagnostic::error(
        code::SUM,
        format!(
            "Tercantum {}, tetapi `{column}` pada {rows} berjumlah {}; selisihnya {apart}.",
            bilangan(stated),
            bilangan(computed)
        ),
        "Perbaiki baris yang keliru atau jumlahnya; apabila baris itu bukan jumlah, sebutkan artinya dalam `nilai`.",
    )
    .at(cell)
    .found(bilangan(stated))
    .expected(bilangan(computed))
}

pub(super) fn merged(cell: Place, rows: u32) -> Diagnostic {
    Diagnostic::error(
        code::MERGED,
        format!("Sel gabungan ini memuat satu angka untuk {} baris.", bilangan(rows)),
        "Pisahkan gabungan itu, lalu isi angka setiap barisnya.",
    )
    .at(cell)
}

pub(super) fn more_below(place: Place, from: u32, to: u32) -> Diagnostic {
    let rows = if from == to { format!("baris {from}") } else { format!("baris {from} sampai dengan {to}") };
    Diagnostic::new(
        code::MORE_BELOW,
        Severity::Peringatan,
        format!("Di bawah tabel masih ada {rows} yang tampak seperti data; bagian itu tidak diimpor."),
        "Apabila itu tabel lain, impor tersendiri dengan --judul NOMOR; apabila masih bagian tabel ini, hapus baris kosong \
         dan baris jumlah di atasnya.",
    )
    .at(place)
}

pub(super) fn no_rows(place: Place) -> Diagnostic {
    Diagnostic::error(
        code::NO_ROWS,
        "Tidak ada baris data di bawah baris judul.",
        "Periksa apakah lembar dan baris judulnya benar; pilih dengan --lembar NAMA dan --judul NOMOR.",
    )
    .at(place)
}

pub(super) fn which_mapping(file: Place, names: &[String]) -> Diagnostic {
    let shown: Vec<String> = names.iter().map(|name| format!("[impor.{name}]")).collect();
    Diagnostic::error(
        code::WHICH_MAPPING,
        format!("Berkas ini cocok dengan {}.", dan(&shown)),
        "Pilih salah satunya dengan --nama NAMA.",
    )
    .at(file)
}

pub(super) fn scaled(cell: Place, found: &str, unit: &str) -> Diagnostic {
    Diagnostic::error(
        code::SCALED,
        format!("Angka ini tidak dapat dibaca dalam satuan {unit}."),
        "Periksa angka itu, atau hapus satuannya dari pemetaan.",
    )
    .at(cell)
    .found(quote(found))
    .expected(format!("bilangan dalam satuan {unit}"))
}

/// Rows of the workspace would change; `rows` says how many.
#[must_use]
pub fn would_change(first: Place, rows: usize) -> Diagnostic {
    Diagnostic::error(
        code::CHANGES,
        format!("Impor ini akan mengubah {} baris yang sudah ada; belum ada yang ditulis.", bilangan(rows)),
        "Periksa daftar perubahannya; apabila memang benar, tambahkan --ganti.",
    )
    .at(first)
}

/// The table lies in a workbook, which is not written to.
#[must_use]
pub fn in_workbook(sheet: Place, table: &TableSchema) -> Diagnostic {
    Diagnostic::error(
        code::IN_WORKBOOK,
        format!("Tabel `{}` berada dalam buku kerja, yang tidak diubah oleh program ini.", table.name),
        "Tulis hasilnya sebagai CSV ke folder lain dengan -o FOLDER, lalu salin barisnya ke lembar itu.",
    )
    .at(sheet)
}

/// A mapping of that name is there already.
#[must_use]
pub fn name_taken(place: Place, name: &str) -> Diagnostic {
    Diagnostic::error(
        code::NAME_TAKEN,
        format!("Bagian [impor.{name}] sudah ada; isinya tidak ditimpa."),
        "Pilih nama lain dengan --nama NAMA, atau hapus bagian itu lebih dahulu.",
    )
    .at(place)
}

/// An option that fills a column and cannot be read.
#[must_use]
pub fn bad_option(option: &str, found: &str, expected: &str) -> Diagnostic {
    Diagnostic::error(code::OPTION, "", format!("Tulis {option} dengan isi seperti itu."))
        .at(Place::file(option))
        .found(quote(found))
        .expected(expected)
}
