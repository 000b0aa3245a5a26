//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    /// A file beyond the limit.
    TOO_LARGE = "T001" "Berkas templat melebihi batas ukuran.";
    /// A byte that is not UTF-8.
    ENCODING = "T002" "Berkas templat bukan teks UTF-8.";
    /// A word of the language that templates may not use.
    FORBIDDEN = "T003" "Templat memakai kata yang tidak diizinkan.";
    /// An import from elsewhere.
    FOREIGN_IMPORT = "T004" "Templat mengimpor berkas dari luar foldernya.";
    /// A sentence without its macro.
    NO_SENTENCE = "T005" "Makro untuk satu kalimat tidak ditemukan dalam folder _kalimat.";
    /// A chart where no picture can stand.
    CHART_IN_MAIL = "T006" "Templat surel meminta grafik.";
    /// A character that nobody sees.
    UNSEEN = "T007" "Templat memuat karakter yang tidak terlihat.";
    /// More printed than any report has.
    OUTPUT = "T008" "Hasil templat melebihi batas ukuran.";
    /// A file of no report.
    STRANGE = "T009" "Berkas dalam folder templat tidak dipakai oleh jenis laporan mana pun.";
    /// The template engine refused.
    REFUSED = "T010" "Templat tidak dapat dijalankan.";
    /// A folder that cannot be a kind.
    KIND_NAME = "T011" "Nama folder tidak dapat menjadi nama jenis laporan.";
    /// Too many files.
    COUNT = "T012" "Folder templat memuat terlalu banyak berkas.";
    /// A kind without its structure.
    BROKEN_KIND = "T013" "Jenis laporan sendiri belum lengkap.";
}
