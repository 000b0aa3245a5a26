//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    /// Not a PDF.
    NO_PDF = "B001" "Berkas itu bukan PDF.";
    /// Encrypted.
    LOCKED = "B002" "PDF itu dikunci dengan sandi.";
    /// Damaged or cut off.
    DAMAGED = "B003" "PDF itu rusak atau terpotong.";
    /// Without what it was made from.
    BARE = "B004" "PDF itu tidak memuat lampiran masukan.json.";
    /// Beyond a limit.
    TOO_LARGE = "B005" "PDF itu atau lampirannya terlalu besar.";
    /// Its objects are packed.
    REWRITTEN = "B006" "PDF itu telah disimpan ulang dalam bentuk yang tidak dapat dibaca kembali.";
    /// Letters without a meaning.
    MUTE = "B007" "Satu halaman memuat huruf yang tidak dapat dibaca kembali sebagai teks.";
    /// A page that cannot be read.
    GARBLED = "B008" "Isi satu halaman tidak dapat dibaca.";
}
