//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    /// The file is larger than [`super::MAX_BYTES`].
    TOO_LARGE = "K001" "Buku kerja melebihi batas ukuran.";
    /// No byte at all.
    EMPTY = "K002" "Berkas buku kerja kosong.";
    /// The end of the file is missing.
    TRUNCATED = "K003" "Berkas buku kerja terpotong.";
    /// A page of the web with the name of a workbook.
    WEB_PAGE = "K004" "Berkas berisi halaman web, bukan buku kerja.";
    /// Encrypted.
    PASSWORD = "K005" "Buku kerja dilindungi kata sandi.";
    /// XLS under another name.
    RENAMED = "K006" "Berkas berisi format XLS walaupun bernama lain.";
    /// The binary form of XLSX, or a format older than XLS of 1997.
    OTHER_FORMAT = "K007" "Buku kerja berformat yang tidak dibaca.";
    /// Text with the name of a workbook.
    PLAIN_TEXT = "K008" "Berkas berisi teks, bukan buku kerja.";
    /// Anything else.
    NO_WORKBOOK = "K009" "Isi berkas bukan buku kerja yang dikenal.";
    /// A part that cannot be unpacked, or is not what it should be.
    DAMAGED = "K010" "Buku kerja rusak.";
    /// More parts than [`super::limit::MAX_PARTS`].
    TOO_MANY_PARTS = "K011" "Arsip buku kerja memuat terlalu banyak bagian.";
    /// Inflates to more than [`super::limit::MAX_INFLATED`], or than [`super::limit::MAX_RATIO`] times its size.
    INFLATES = "K012" "Isi buku kerja mengembang melebihi batas.";
    /// Two parts of one name.
    PART_TWICE = "K013" "Arsip buku kerja memuat dua bagian bernama sama.";
    /// A part defines a document type.
    DOCTYPE = "K014" "Bagian buku kerja memuat deklarasi DOCTYPE.";
    /// A part is not UTF-8.
    ENCODING = "K015" "Bagian buku kerja tidak disimpan sebagai UTF-8.";
    /// Something stands outside of [`super::MAX_ROWS`] and [`super::MAX_COLUMNS`].
    FAR_CELL = "K016" "Sel berisi terletak di luar batas baris atau kolom.";
    /// More filled cells than [`super::MAX_CELLS`].
    TOO_MANY_CELLS = "K017" "Buku kerja memuat terlalu banyak sel.";
    /// More characters than [`super::MAX_TEXT`].
    LONG_TEXT = "K018" "Teks dalam sel terlalu panjang.";
    /// One address, two cells.
    CELL_TWICE = "K019" "Satu sel tercatat dua kali.";
    /// Two sheets of one name.
    SHEET_TWICE = "K020" "Dua lembar bernama sama.";
    /// A count or an extent that no workbook can have.
    FALSE_COUNT = "K021" "Buku kerja menyatakan jumlah atau ukuran yang tidak mungkin.";
    /// More of something than is read.
    TOO_MUCH = "K022" "Buku kerja memuat terlalu banyak gaya, gabungan sel, atau keterangan.";
    /// No sheet with cells.
    NO_SHEET = "K023" "Buku kerja tidak memuat lembar kerja.";
    /// A sheet that the reader of cells stumbled over.
    UNREADABLE = "K024" "Lembar kerja tidak dapat dibaca.";
}
