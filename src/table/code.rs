//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    /// The stem of a file names no table, or the name of a sheet almost does.
    UNKNOWN_TABLE = "D001" "Nama berkas atau lembar bukan nama tabel.";
    /// Two files or sheets hold one table.
    TABLE_TWICE = "D002" "Satu tabel terdapat dalam dua berkas atau lembar.";
    /// The file is larger than [`super::MAX_BYTES`].
    TOO_LARGE = "D003" "Berkas melebihi batas ukuran.";
    /// The table has more rows than [`super::MAX_ROWS`].
    TOO_MANY_ROWS = "D004" "Tabel melebihi batas jumlah baris.";
    /// The bytes are a workbook, a web page or the like.
    NOT_CSV = "D005" "Isi berkas bukan CSV.";
    /// The bytes are UTF-16.
    UTF_16 = "D006" "Berkas disimpan sebagai UTF-16.";
    /// A byte is not UTF-8.
    NOT_UTF_8 = "D007" "Berkas memuat byte yang bukan UTF-8.";
    /// A byte is zero.
    NUL = "D008" "Berkas memuat byte nol (NUL).";
    /// Not even a header.
    EMPTY = "D009" "Berkas atau lembar kosong, tanpa baris judul.";
    /// A quotation mark is never closed.
    QUOTE_OPEN = "D010" "Tanda petik tidak pernah ditutup.";
    /// Something stands between a closing quotation mark and the end of its cell.
    QUOTE_REST = "D011" "Sesudah tanda petik penutup masih ada isi.";
    /// A row has more or fewer cells than the header.
    RAGGED = "D012" "Jumlah sel pada satu baris berbeda dari jumlah kolom.";
    /// The columns are separated by something else than a comma or a semicolon.
    SEPARATOR = "D013" "Pemisah kolom bukan koma atau titik koma.";
    /// A number, an amount, a day, a period or a year that cannot be read.
    VALUE = "D014" "Isi sel tidak sesuai dengan jenis kolomnya.";
    /// A cell that must be filled is blank.
    BLANK = "D015" "Sel yang wajib diisi kosong.";
    /// Not one of the words of the column.
    CHOICE = "D016" "Isi sel bukan salah satu pilihan kolomnya.";
    /// Not of the form of a region's code.
    REGION = "D017" "Bentuk kode wilayah salah.";
    /// A character that a report cannot print.
    CHARACTER = "D018" "Sel memuat karakter yang tidak dapat dicetak.";
    /// More characters than a cell may hold.
    LONG_CELL = "D019" "Isi sel terlalu panjang.";
    /// More characters without a white space than a line of a page holds.
    LONG_WORD = "D020" "Sel memuat kata yang terlalu panjang.";
    /// A column that the table does not have.
    UNKNOWN_COLUMN = "D021" "Kolom tidak dikenal.";
    /// A column that the table must have.
    MISSING_COLUMN = "D022" "Kolom wajib tidak ada.";
    /// Two columns of one name.
    COLUMN_TWICE = "D023" "Dua kolom bernama sama.";
    /// A column without a name holds something.
    UNNAMED_COLUMN = "D024" "Kolom tanpa nama berisi data.";
    /// Two rows of one key.
    KEY_TWICE = "D025" "Dua baris memuat kunci yang sama.";
    /// The first line names no column of the table.
    NO_HEADER = "D026" "Baris judul tidak ditemukan.";
    /// More problems than are worth listing.
    MORE = "D027" "Masih ada kesalahan lain dalam berkas atau lembar yang sama.";
    /// A formula's result is an error.
    FORMULA = "D028" "Rumus dalam sel menghasilkan galat.";
    /// A formula's result was never stored.
    UNCOMPUTED = "D029" "Rumus dalam sel belum pernah dihitung.";
    /// A cell stores something of another kind than its column holds: a day, a truth value, a percentage, a fraction.
    STORED = "D030" "Sel menyimpan isi dari jenis yang lain daripada jenis kolomnya.";
    /// A number may be a percentage or the hundredth part of one.
    SHARE = "D031" "Bilangan dalam sel dapat berarti persen atau pecahan.";
    /// A number of which digits are or may be lost.
    DIGITS = "D032" "Sel menyimpan sebagai bilangan apa yang harus disimpan sebagai teks.";
    /// Merged cells from the header on.
    MERGED = "D033" "Sel pada tabel digabung.";
    /// A row of a single cell.
    LONELY = "D034" "Baris pada lembar hanya berisi satu sel.";
    /// What a program hides was read.
    HIDDEN = "D035" "Baris, kolom, atau lembar yang tersembunyi ikut dibaca.";
    /// Rows above the header were not read.
    ABOVE = "D036" "Baris di atas baris judul tidak dibaca.";
    /// A sheet was not read.
    UNREAD = "D037" "Lembar yang bukan tabel tidak dibaca.";
    /// Days were stored as bare numbers.
    SERIALS = "D038" "Bilangan dibaca sebagai nomor seri tanggal.";
    /// Something of a user's own stands above the headings of a sheet of the template.
    TYPED_ABOVE = "D039" "Isian terletak di atas judul kolom lembar templat sehingga tidak dibaca.";
    /// The format of a number shows a unit, a percent sign or fewer digits than are stored.
    MARKED = "D040" "Format bilangan sel menampilkan nilai yang lain daripada yang tersimpan.";
}
