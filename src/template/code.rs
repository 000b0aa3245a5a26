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
    /// The template engine refused.
    REFUSED = "T010" "Templat tidak dapat dijalankan.";
}
