//! The words for what only a sheet can do wrong, and for what is noted about one.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::{SEE_SCHEMA, code, shown};
use crate::bahasa::baca::{Salah, Sebab};
use crate::bahasa::{self, bilangan, dan};
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::place::Place;
use crate::table::read::Unfit;
use crate::table::schema::TableSchema;
use crate::workbook::{Area, address, letters};

/// At most so many hidden ranges are listed.
const RANGES: usize = 5;

/// What a program hides of a sheet, and what stands in it.
pub(in crate::table) struct Hidden {
    pub(in crate::table) sheet: bool,
    pub(in crate::table) rows: Vec<RangeInclusive<u32>>,
    pub(in crate::table) columns: Vec<RangeInclusive<u32>>,
}

impl Hidden {
    pub(in crate::table) fn is_nothing(&self) -> bool {
        !self.sheet && self.rows.is_empty() && self.columns.is_empty()
    }
}

pub(in crate::table) fn misspelt_sheet(sheet: Place, name: &str, near: &str) -> Diagnostic {
    let message = format!("Tabel `{}` tidak dikenal; mungkin yang dimaksud `{near}`.", shown(name));
    let action = format!("Ganti nama lembar itu menjadi {near} atau pindahkan lembar itu ke luar folder data.");
    Diagnostic::error(code::UNKNOWN_TABLE, message, action).at(sheet)
}

pub(in crate::table) fn unread_sheet(sheet: Place, hidden: bool) -> Diagnostic {
    let which = if hidden { "Lembar yang tersembunyi ini" } else { "Lembar ini" };
    let message = format!("{which} tidak dibaca karena namanya bukan nama tabel.");
    note(code::UNREAD, message, "Beri lembar itu nama tabelnya apabila isinya data laporan.").at(sheet)
}

pub(in crate::table) fn empty_sheet(sheet: Place) -> Diagnostic {
    Diagnostic::error(code::EMPTY, "Lembar ini kosong.", format!("Isi lembar itu atau hapus; {SEE_SCHEMA}."))
        .at(sheet)
        .expected("baris judul kolom, lalu satu baris untuk setiap data")
}

/// `within` is how many filled rows were looked at.
pub(in crate::table) fn no_header_in_sheet(sheet: Place, table: &TableSchema, within: usize) -> Diagnostic {
    let names: Vec<_> = table.columns.iter().map(|column| column.name).collect();
    Diagnostic::error(
        code::NO_HEADER,
        format!("Nama kolom tabel `{}` tidak ditemukan pada {within} baris pertama yang berisi.", table.name),
        format!("Tulis nama kolom pada satu baris di atas data; {SEE_SCHEMA}."),
    )
    .at(sheet)
    .expected(format!("nama kolom, misalnya {}", names.join(", ")))
}

/// `rows` are the filled ones above the header, which stands in row `header`.
pub(in crate::table) fn above_header(place: Place, rows: usize, header: u32) -> Diagnostic {
    let message =
        format!("Baris judul ditemukan pada baris {header}; {} baris berisi di atasnya tidak dibaca.", bilangan(rows));
    note(code::ABOVE, message, "Periksa apakah di atasnya tidak ada data.").at(place)
}

/// `cell` is the area's first.
pub(in crate::table) fn merged(cell: Place, area: &Area) -> Diagnostic {
    let corner = |(row, column): (u32, u32)| address(row, column);
    let message = format!("Sel {}:{} digabung.", corner(area.first), corner(area.last));
    let action = "Pisahkan sel yang digabung itu, lalu isi setiap selnya.";
    Diagnostic::error(code::MERGED, message, action).at(cell)
}

/// `text` is what stands in the only cell, when it may be quoted.
pub(in crate::table) fn lonely(cell: Place, text: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::error(
        code::LONELY,
        "Baris ini hanya berisi satu sel, mungkin catatan di bawah tabel.",
        "Lengkapi baris itu, atau pindahkan catatannya ke atas baris judul atau ke lembar lain.",
    )
    .at(cell);
    match text {
        Some(text) => diagnostic.found(quote(text)),
        None => diagnostic,
    }
}

pub(in crate::table) fn hidden(sheet: Place, hidden: &Hidden) -> Diagnostic {
    let row = |number: u32| number.to_string();
    let mut parts = Vec::new();
    if !hidden.rows.is_empty() {
        parts.push(format!("baris {}", listed(&hidden.rows, row)));
    }
    if !hidden.columns.is_empty() {
        parts.push(format!("kolom {}", listed(&hidden.columns, letters)));
    }
    let message = match (hidden.sheet, parts.is_empty()) {
        (true, true) => "Lembar ini tersembunyi, tetapi tetap dibaca.".to_owned(),
        (true, false) => {
            format!("Lembar ini tersembunyi, begitu pula {}; semuanya tetap dibaca.", parts.join(" serta "))
        }
        (false, _) => format!("Yang tersembunyi tetap dibaca: {}.", parts.join(" serta ")),
    };
    note(code::HIDDEN, message, "Hapus yang tidak dimaksudkan sebagai data laporan.").at(sheet)
}

/// `5–7, 12, dan 3 lainnya`
fn listed(ranges: &[RangeInclusive<u32>], name: impl Fn(u32) -> String) -> String {
    let mut words: Vec<String> = ranges
        .iter()
        .take(RANGES)
        .map(|range| match (*range.start(), *range.end()) {
            (first, last) if first == last => name(first),
            (first, last) => format!("{}–{}", name(first), name(last)),
        })
        .collect();
    if ranges.len() > RANGES {
        words.push(format!("{} rentang lain", bilangan(ranges.len() - RANGES)));
    }
    dan(&words)
}

/// `first` is the place of the first of `count` cells of one column, `day` what it was read as.
pub(in crate::table) fn serials(first: Place, count: usize, day: NaiveDate) -> Diagnostic {
    let which = if count == 1 {
        "Sel ini berisi bilangan dan dibaca sebagai nomor seri tanggal, yaitu".to_owned()
    } else {
        format!("{} sel kolom ini berisi bilangan dan dibaca sebagai nomor seri tanggal; yang pertama", bilangan(count))
    };
    let action = "Beri kolom itu format tanggal agar tanggalnya terlihat.";
    note(code::SERIALS, format!("{which} {}.", written(day)), action).at(first)
}

fn note(code: &'static str, message: impl Into<String>, action: &'static str) -> Diagnostic {
    Diagnostic::new(code, Severity::Catatan, message, action)
}

/// A day in plain spaces, for terminals and JSON.
fn written(day: NaiveDate) -> String {
    bahasa::tanggal(day).replace('\u{A0}', " ")
}

/// What is wrong with what a cell stores; `wanted` is what its column holds. Nothing is quoted when it is personal.
pub(super) fn unfit(unfit: &Unfit, personal: bool, wanted: &str) -> Diagnostic {
    let error = |code, message: String, action: &str| Diagnostic::error(code, message, action).expected(wanted);
    let stored = |message: String, action: &str| error(code::STORED, message, action);
    let found = |diagnostic: Diagnostic, found: &str| {
        if personal { diagnostic } else { diagnostic.found(quote(found)) }
    };
    match unfit {
        Unfit::Error(name) => error(
            code::FORMULA,
            format!("Rumus dalam sel ini menghasilkan {}.", shown(name)),
            "Perbaiki rumus itu; sel yang datanya belum tersedia dikosongkan.",
        ),
        Unfit::Uncomputed => error(
            code::UNCOMPUTED,
            "Rumus dalam sel ini belum pernah dihitung.".to_owned(),
            "Buka buku kerja itu di Excel atau LibreOffice, lalu simpan kembali.",
        ),
        Unfit::Truth(truth) => {
            let word = if *truth { "TRUE" } else { "FALSE" };
            stored(format!("Sel ini berisi nilai logika {word}."), "Ganti isi sel itu.")
        }
        Unfit::Day(day) => found(
            stored(
                "Sel ini tersimpan sebagai tanggal.".to_owned(),
                "Ubah format kolom itu, lalu tulis kembali isi selnya.",
            ),
            &written(*day),
        ),
        Unfit::Timed(day) => found(
            stored(
                "Sel ini berisi tanggal beserta jamnya.".to_owned(),
                "Hapus jamnya, misalnya dengan menulis tanggal itu kembali.",
            ),
            &written(*day),
        ),
        Unfit::MonthOnly(period) => {
            let month = bahasa::periode(*period).replace('\u{A0}', " ");
            let action = "Tulis tanggalnya lengkap dan beri sel itu format tanggal.";
            found(stored("Sel ini hanya menampilkan bulan, sedangkan harinya tidak terlihat.".to_owned(), action), &month)
        }
        Unfit::WithinMonth(day) => found(
            stored(
                "Tanggal ini bukan hari pertama atau terakhir satu bulan sehingga periodenya tidak pasti.".to_owned(),
                "Tulis periode sebagai tahun-bulan, misalnya 2025-08.",
            ),
            &written(*day),
        ),
        Unfit::Fraction { shown, thousands } => {
            let action = match thousands {
                Some(thousands) => {
                    format!("Tulis {thousands} apabila tanda desimal itu pemisah ribuan; apabila bukan, bulatkan angkanya.")
                }
                None => "Periksa angka itu pada sumbernya.".to_owned(),
            };
            found(stored("Bilangan ini harus bulat.".to_owned(), &action), shown)
        }
        Unfit::Percent { shown, unit } => {
            let (message, action) = if *unit {
                ("Sel ini ditampilkan sebagai persen, padahal satuannya bukan persen.", "Perbaiki satuan atau format sel itu.")
            } else {
                ("Sel ini ditampilkan sebagai persen.", "Periksa angka itu, lalu beri sel itu format bilangan.")
            };
            found(stored(message.to_owned(), action), shown)
        }
        Unfit::Share { shown, hundredfold, told, percent } => found(share(shown, hundredfold, *told, *percent), shown),
        Unfit::Digits(shown) => found(
            error(
                code::DIGITS,
                "Bilangan sepanjang ini dapat kehilangan angka: Excel hanya menyimpan 15 angka dan menghapus nol di depan."
                    .to_owned(),
                AS_TEXT,
            ),
            shown,
        ),
        Unfit::Region(shown) => found(
            error(
                code::DIGITS,
                "Kode wilayah ini tersimpan sebagai bilangan sehingga angka nolnya dapat hilang.".to_owned(),
                AS_TEXT,
            ),
            shown,
        ),
        Unfit::Far(jenis, shown) => {
            let salah = Salah { jenis: *jenis, sebab: Sebab::TerlaluBesar };
            found(error(code::VALUE, salah.to_string(), &salah.tindakan()), shown)
        }
    }
}

const AS_TEXT: &str = "Beri kolom itu format teks, lalu tulis kembali isi selnya.";

/// `told` says whether the file tells how its cells are shown, `percent` whether percentages are known to belong here.
fn share(number: &str, hundredfold: &str, told: bool, percent: bool) -> Diagnostic {
    let message = if percent {
        format!("Bilangan ini dapat berarti {number} persen atau {hundredfold} persen.")
    } else {
        format!(
            "Bilangan ini dapat berarti {number} atau {hundredfold} persen karena satuan indikatornya tidak ditemukan."
        )
    };
    let action = match (percent, told) {
        (true, true) => format!("Tulis {number}% atau {hundredfold}%, sesuai dengan sumbernya."),
        (true, false) => format!("Tulis {number}% atau {hundredfold}% sebagai teks, sesuai dengan sumbernya."),
        (false, _) => "Lengkapi satuannya dalam tabel `indikator`.".to_owned(),
    };
    Diagnostic::error(code::SHARE, message, action)
}
