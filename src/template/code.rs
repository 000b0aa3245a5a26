//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    SIZE = "T001" "Berkas templat terlalu besar.";
    ENCODING = "T002" "Berkas templat bukan UTF-8.";
    WORD = "T003" "Templat memakai kata yang dilarang dalam perintahnya.";
    IMPORT = "T004" "Templat mengimpor berkas dari luar foldernya.";
    SENTENCE = "T005" "Kalimat yang diperlukan tidak ada dalam templat.";
    CHART = "T006" "Templat surel meminta grafik.";
    UNSEEN = "T007" "Templat memuat karakter yang tidak terlihat.";
    OUTPUT = "T008" "Hasil templat melebihi batas ukuran.";
    STRANGE = "T009" "Berkas dalam templat/ tidak dipakai oleh jenis laporan mana pun.";
    ENGINE = "T010" "Templat tidak dapat diolah.";
    KIND_NAME = "T011" "Nama folder tidak dapat menjadi nama jenis laporan.";
    COUNT = "T012" "Folder templat/ memuat terlalu banyak berkas.";
    BROKEN_KIND = "T013" "Jenis laporan sendiri belum lengkap.";
}
