//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    /// Not TOML.
    SYNTAX = "M001" "Satu baris rakor.toml tidak dapat dibaca.";
    /// A key or a section that does not exist.
    UNKNOWN = "M002" "Kunci atau bagian itu tidak dikenal.";
    /// A value of another kind.
    TYPE = "M003" "Jenis nilai itu tidak sesuai dengan kuncinya.";
    /// A required key or section.
    MISSING = "M004" "Kunci atau bagian yang wajib ada belum diisi.";
    /// A value of the right kind that the key cannot take.
    VALUE = "M005" "Nilai itu tidak dapat dipakai untuk kuncinya.";
    /// A character that cannot be printed.
    CHARACTER = "M006" "Teks itu memuat karakter yang tidak dapat dicetak.";
    /// An implausible NIP.
    NIP = "M007" "NIP itu salah tulis.";
    /// Keys that exclude or require each other.
    CONFLICT = "M008" "Beberapa kunci tidak dapat dipakai bersama.";
    /// The same key a second time.
    DUPLICATE = "M009" "Kunci yang sama ditulis dua kali.";
    /// Brackets in brackets beyond the limit.
    DEPTH = "M010" "Tanda kurung bertingkat terlalu dalam.";
    /// A byte that is not UTF-8.
    ENCODING = "M011" "Berkas rakor.toml bukan teks UTF-8.";
    /// Far too long.
    LENGTH = "M012" "Berkas rakor.toml melebihi batas ukuran.";
    /// A key that is known, and never taken.
    NOT_TAKEN = "M013" "Kunci itu dikenal, tetapi tidak pernah diterima.";
}
