//! The words for everything that can be wrong with a manifest, in one place so that they sound alike.

use super::code::{
    CHARACTER, CONFLICT, DEPTH, DUPLICATE, ENCODING, LENGTH, MISSING, NIP, NOT_TAKEN, SYNTAX, TYPE, UNKNOWN, VALUE,
};
use crate::diagnostic::{Diagnostic, nearest, quote};
use crate::fonts::Unprintable;
use crate::place::Place;

const MEND: &str = "Perbaiki baris itu, lalu jalankan `rakor periksa`.";

/// What the engine refused, as far as its words tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complaint<'t> {
    /// The same key or section a second time.
    Duplicate(&'t str),
    /// Brackets in brackets beyond the engine's limit.
    Depth,
    /// `41,3`
    DecimalComma,
    /// Something after the value.
    Surplus,
    /// The brackets of a section's name.
    Header,
    /// A string without its end, or with a character that no string may hold.
    Text,
    /// A string of several lines without its end.
    LongText,
    /// A string without quotation marks.
    Unquoted,
    /// A key with nothing behind `=`.
    Empty,
    /// A key without `=`.
    NoValue,
    /// A key's spelling.
    Key,
    /// A list.
    List,
    /// A table in braces.
    Braces,
    /// `09.00`
    LeadingZero,
    /// A date or a time.
    Date,
    /// A backslash in a string.
    Escape,
    /// `true` and `false`
    Truth,
    /// A number.
    Number,
    /// Anything else.
    Other,
}

impl<'t> Complaint<'t> {
    /// Sorts the engine's words; `line` is the refused line, `at` the refused part of it.
    pub(super) fn of(words: &str, line: &str, at: &'t str) -> Self {
        let says = |part: &str| words.contains(part);
        if says("duplicate key") {
            Self::Duplicate(at)
        } else if says("recursion") || says("recurse") {
            Self::Depth
        } else if has_decimal_comma(line) && (says("unexpected key or value") || says("must be quoted")) {
            Self::DecimalComma
        } else if says("unexpected key or value") {
            Self::Surplus
        } else if says("array of tables") || says("unclosed table") || says("table header") {
            Self::Header
        } else if says("multi-line") {
            Self::LongText
        } else if says("inline table") {
            Self::Braces
        } else if says("array") {
            Self::List
        } else if says("escape") {
            Self::Escape
        } else if says("basic string") || says("literal string,") || says("invalid literal string") {
            if says("must be quoted") { Self::unquoted(at) } else { Self::Text }
        } else if says("must be quoted") {
            Self::unquoted(at)
        } else if says("key with no value") && !line.contains('=') {
            Self::NoValue
        } else if says("key") {
            Self::Key
        } else if says("leading zero") {
            Self::LeadingZero
        } else if says("date") || says("time") || says("offset") {
            Self::Date
        } else if says("boolean") {
            Self::Truth
        } else if says("integer") || says("float") || says("number") || says("digit") {
            Self::Number
        } else {
            Self::Other
        }
    }

    fn unquoted(at: &str) -> Self {
        if at.trim().is_empty() { Self::Empty } else { Self::Unquoted }
    }

    /// Whether the later lines may belong elsewhere than they seem to.
    pub(super) fn tears(self) -> bool {
        matches!(self, Self::Depth | Self::Header | Self::LongText | Self::List | Self::Braces | Self::Other)
    }

    fn sentence(self) -> (&'static str, &'static str) {
        match self {
            Self::Duplicate(_) => ("Kunci itu sudah ditulis.", "setiap kunci satu kali"),
            Self::Depth => ("Tanda kurung bertingkat terlalu dalam.", "paling banyak 80 tingkat"),
            Self::DecimalComma => (
                "Bilangan itu memuat koma.",
                "titik sebagai tanda desimal (41.3) atau teks dalam tanda petik (\"41,3\")",
            ),
            Self::Surplus => ("Ada isi yang berlebih setelah nilainya.", "satu kunci dan satu nilai tiap baris"),
            Self::Header => ("Nama bagian itu salah tulis.", "nama bagian dalam kurung siku, misalnya [laporan]"),
            Self::Text => (
                "Teks itu belum ditutup atau memuat karakter kendali.",
                "teks dalam sepasang tanda petik pada satu baris",
            ),
            Self::LongText => ("Teks itu belum ditutup.", "tiga tanda petik pada awal dan akhir teks"),
            Self::Unquoted => {
                ("Nilai itu belum diapit tanda petik.", "teks dalam tanda petik, misalnya nama = \"Malang\"")
            }
            Self::Empty => ("Nilai kunci itu belum diisi.", "nilai setelah tanda ="),
            Self::NoValue => ("Baris itu tidak memuat tanda =.", "kunci = nilai, misalnya tempat = \"Malang\""),
            Self::Key => ("Nama kunci itu salah tulis.", "huruf a sampai dengan z, angka, dan garis bawah"),
            Self::List => ("Daftar itu belum lengkap.", "isi yang dipisahkan koma dan ditutup dengan ]"),
            Self::Braces => {
                ("Tabel dalam kurung kurawal itu salah tulis.", "isi yang dipisahkan koma dan ditutup dengan }")
            }
            Self::LeadingZero => {
                ("Bilangan itu diawali angka nol.", "kode dan waktu sebagai teks dalam tanda petik, misalnya \"09.00\"")
            }
            Self::Date => ("Tanggal itu tidak ada atau salah tulis.", "tahun-bulan-tanggal, misalnya 2025-08-31"),
            Self::Escape => {
                ("Garis miring terbalik dalam teks itu tidak dikenal.", "\\\\ untuk satu garis miring terbalik")
            }
            Self::Truth => ("Nilai itu salah tulis.", "true atau false"),
            Self::Number => {
                ("Bilangan itu salah tulis.", "angka tanpa pemisah ribuan, dengan titik desimal bila perlu")
            }
            Self::Other => ("Baris itu tidak dapat dibaca.", "kunci = nilai, atau nama bagian dalam kurung siku"),
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Duplicate(_) => DUPLICATE,
            Self::Depth => DEPTH,
            _ => SYNTAX,
        }
    }
}

/// Whether the value of a line reads `41,3`.
fn has_decimal_comma(line: &str) -> bool {
    let Some((_, value)) = line.split_once('=') else { return false };
    let value = value.split('#').next().unwrap_or_default().trim().trim_start_matches(['-', '+']);
    value.split_once(',').is_some_and(|(whole, decimals)| {
        let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || c == '.');
        digits(whole) && digits(decimals)
    })
}

/// A line as it may be quoted. A line that may hold a signer's NIP, a password or an address never is.
fn quotable(line: &str) -> Option<String> {
    let line = line.trim();
    let lower = line.to_lowercase();
    let private = ["nip", "sandi", "password", "@"].iter().any(|word| lower.contains(word));
    (!line.is_empty() && !private).then(|| quote(line))
}

/// A refusal of the engine.
pub(super) fn refused(
    complaint: &Complaint<'_>,
    place: Place,
    character: usize,
    line: &str,
    earlier: Option<Place>,
    engine: &str,
) -> Diagnostic {
    let (what, expected) = complaint.sentence();
    let message = match (*complaint, earlier.as_ref().and_then(|place| place.baris)) {
        (Complaint::Duplicate(key), Some(first)) => format!("Kunci `{key}` sudah ditulis pada baris {first}."),
        (Complaint::Duplicate(key), None) => format!("Kunci `{key}` sudah ditulis."),
        _ => format!("{what} (karakter ke-{character}).", what = what.trim_end_matches('.')),
    };
    let action = match complaint {
        Complaint::Duplicate(_) => "Hapus salah satunya.",
        _ => MEND,
    };
    let mut diagnostic =
        Diagnostic::error(complaint.code(), message, action).at(place).expected(expected).engine(engine);
    diagnostic.found = quotable(line);
    diagnostic.places.extend(earlier);
    diagnostic
}

/// A byte that is not UTF-8; `byte` counts within its line.
pub(super) fn encoding(place: Place, byte: usize, line: usize) -> Diagnostic {
    Diagnostic::error(
        ENCODING,
        format!("Byte ke-{byte} pada baris {line} bukan UTF-8."),
        "Simpan kembali berkas itu sebagai teks UTF-8.",
    )
    .at(place)
}

/// A manifest far too long.
pub(super) fn too_long(place: Place, bytes: usize, limit: usize) -> Diagnostic {
    Diagnostic::error(
        LENGTH,
        format!("Berkas itu berukuran {} kB, melebihi batas {} kB.", bytes.div_ceil(1024), limit / 1024),
        "Periksa apakah berkas itu memang rakor.toml; data tabel ditulis dalam folder data.",
    )
    .at(place)
}

/// A key that no section, or not this one, knows. `home` says where it would be right.
pub(super) fn unknown_key(place: Place, section: &str, key: &str, known: &[&str], home: Option<String>) -> Diagnostic {
    let shown = key_shown(key);
    let part = if section.is_empty() { "di luar bagian".to_owned() } else { format!("dalam bagian {section}") };
    let (message, action) = match (nearest(key, known.iter().copied()), home) {
        (Some(near), _) => (
            format!("Kunci {shown} tidak dikenal {part}; mungkin yang dimaksud `{near}`."),
            "Ganti nama kunci itu atau hapus.".to_owned(),
        ),
        (None, Some(home)) => {
            (format!("Kunci {shown} tidak dikenal {part}."), format!("Pindahkan kunci itu ke {home}."))
        }
        (None, None) => (format!("Kunci {shown} tidak dikenal {part}."), "Hapus kunci itu.".to_owned()),
    };
    Diagnostic::error(UNKNOWN, message, action).at(place).expected(format!("salah satu dari {}", known.join(", ")))
}

/// A key that is known, and never taken.
pub(super) fn not_taken(place: Place, why: &str, action: &str) -> Diagnostic {
    Diagnostic::error(NOT_TAKEN, why, action).at(place)
}

/// A section that does not exist.
pub(super) fn unknown_section(place: Place, name: &str, known: &[&str]) -> Diagnostic {
    let shown = key_shown(name);
    let message = match nearest(name, known.iter().copied()) {
        Some(near) => format!("Bagian atau kunci {shown} tidak dikenal; mungkin yang dimaksud `{near}`."),
        None => format!("Bagian atau kunci {shown} tidak dikenal."),
    };
    Diagnostic::error(UNKNOWN, message, "Ganti namanya atau hapus.")
        .at(place)
        .expected(format!("salah satu dari {}", known.join(", ")))
}

fn key_shown(key: &str) -> String {
    let quoted = quote(key);
    if key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-') { format!("`{key}`") } else { quoted }
}

/// A value of another kind than the key holds; `found` is absent where the value may not be shown.
pub(super) fn wrong_type(place: Place, found: Option<String>, expected: &str) -> Diagnostic {
    let mut diagnostic = Diagnostic::error(TYPE, "Jenis nilai itu tidak sesuai.", MEND).at(place).expected(expected);
    diagnostic.found = found;
    diagnostic
}

/// A required key without a value.
pub(super) fn missing(place: Place, key: &str, expected: &str) -> Diagnostic {
    Diagnostic::error(MISSING, format!("Kunci `{key}` wajib diisi."), format!("Tambahkan `{key}` pada bagian itu."))
        .at(place)
        .expected(expected)
}

/// A required section that does not stand in the file at all.
pub(super) fn missing_section(place: Place, name: &str) -> Diagnostic {
    Diagnostic::error(
        MISSING,
        format!("Bagian [{name}] wajib ada."),
        "Salin bagian itu dari contoh yang dibuat oleh `rakor baru`.",
    )
    .at(place)
}

/// A value of the right kind that the key cannot take.
pub(super) fn wrong_value(place: Place, found: &str, expected: &str) -> Diagnostic {
    Diagnostic::error(VALUE, "", MEND).at(place).found(quote(found)).expected(expected)
}

/// A text that is no mail address; it is never quoted.
pub(super) fn address(place: Place) -> Diagnostic {
    Diagnostic::error(VALUE, "Alamat surel itu salah tulis.", MEND)
        .at(place)
        .expected("satu alamat, misalnya \"setda@contoh.go.id\"")
}

/// A value outside a short list.
pub(super) fn not_a_choice(place: Place, found: &str, known: &[&str]) -> Diagnostic {
    let message = match nearest(found, known.iter().copied()) {
        Some(near) => format!("Nilai itu tidak dikenal; mungkin yang dimaksud \"{near}\"."),
        None => "Nilai itu tidak dikenal.".to_owned(),
    };
    let listed: Vec<String> = known.iter().map(|choice| format!("\"{choice}\"")).collect();
    Diagnostic::error(VALUE, message, MEND)
        .at(place)
        .found(quote(found))
        .expected(format!("salah satu dari {}", listed.join(", ")))
}

/// The same entry twice in a list.
pub(super) fn repeated(place: Place, found: &str) -> Diagnostic {
    Diagnostic::error(VALUE, "Isi daftar itu berulang.", "Hapus salah satunya.").at(place).found(quote(found))
}

/// A character that cannot be printed.
pub(super) fn unprintable(place: Place, refused: Unprintable) -> Diagnostic {
    Diagnostic::error(CHARACTER, refused.to_string(), "Ganti karakter itu.").at(place)
}

/// A line break or a tab in a text of one line.
pub(super) fn line_break(place: Place) -> Diagnostic {
    Diagnostic::error(CHARACTER, "Teks itu memuat baris baru atau tabulasi.", "Tulis teks itu pada satu baris.")
        .at(place)
        .expected("teks satu baris")
}

/// An implausible NIP, which is never quoted.
pub(super) fn nip(place: Place, why: &str) -> Diagnostic {
    Diagnostic::error(NIP, why, "Salin kembali NIP itu dari dokumen kepegawaian.")
        .at(place)
        .expected("18 angka: tanggal lahir, bulan pengangkatan, jenis kelamin, nomor urut")
}

/// Keys that exclude or require each other.
pub(super) fn conflict(places: Vec<Place>, message: &str, action: &str) -> Diagnostic {
    let mut diagnostic = Diagnostic::error(CONFLICT, message, action);
    diagnostic.places = places;
    diagnostic
}
