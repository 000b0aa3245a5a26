//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

/// Declares the codes together with the list of them.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $meaning:literal;)*) => {
        $($(#[$doc])* pub(super) const $name: &str = $code;)*

        /// Every code of this room with what it means, as one Indonesian sentence.
        pub const CODES: &[(&str, &str)] = &[$(($code, $meaning)),*];
    };
}

codes! {
    /// The stem of a file names no table.
    UNKNOWN_TABLE = "D001" "Nama berkas bukan nama tabel.";
    /// Two files hold one table.
    TABLE_TWICE = "D002" "Satu tabel terdapat dalam dua berkas.";
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
    EMPTY = "D009" "Berkas kosong, tanpa baris judul.";
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
    MORE = "D027" "Masih ada kesalahan lain dalam berkas yang sama.";
}
