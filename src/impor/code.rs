//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    /// The table of a mapping does not exist.
    UNKNOWN_TABLE = "I001" "Tabel tujuan impor tidak dikenal.";
    /// A column of a mapping does not exist in its table.
    UNKNOWN_COLUMN = "I002" "Kolom tujuan impor tidak dikenal.";
    /// The sheet of a mapping does not exist.
    UNKNOWN_SHEET = "I003" "Lembar yang akan diimpor tidak ditemukan.";
    /// A heading of a mapping does not stand in the sheet.
    UNKNOWN_HEADING = "I004" "Judul kolom tidak ditemukan pada lembar.";
    /// A heading of a mapping stands over several columns.
    AMBIGUOUS_HEADING = "I005" "Judul kolom terdapat lebih dari satu kali pada lembar.";
    /// No rows look like a header.
    NO_HEADER = "I006" "Baris judul tidak ditemukan pada lembar.";
    /// A column that the table must have comes neither from the sheet nor from a constant.
    MISSING = "I007" "Kolom wajib tidak ada pada lembar dan tidak diisi tetap.";
    /// A column is filled in two ways.
    TWICE = "I008" "Satu kolom diisi dengan dua cara.";
    /// A unit that is none.
    UNIT = "I009" "Satuan dalam pemetaan tidak dikenal.";
    /// No region has this name.
    UNKNOWN_REGION = "I010" "Nama wilayah tidak ditemukan dalam tabel wilayah.";
    /// Several regions have this name.
    AMBIGUOUS_REGION = "I011" "Nama wilayah dimiliki lebih dari satu wilayah.";
    /// A stated sum is not what the rows add up to.
    SUM = "I012" "Jumlah yang tercantum berbeda dari jumlah barisnya.";
    /// A merged cell among the figures.
    MERGED = "I013" "Sel gabungan di antara angka.";
    /// Below the end of the table stands something that looks like rows of it.
    MORE_BELOW = "I014" "Di bawah tabel masih ada baris yang tampak seperti data.";
    /// No row at all.
    NO_ROWS = "I015" "Tidak ada baris data di bawah judul.";
    /// A table about persons.
    PERSONAL = "I016" "Tabel berisi data pribadi tidak diimpor.";
    /// Several mappings fit, or none of the name asked for.
    WHICH_MAPPING = "I017" "Pemetaan yang dipakai tidak dapat ditentukan.";
    /// No table could be recognised.
    NO_TABLE = "I018" "Isi lembar tidak dikenali sebagai salah satu tabel.";
    /// Rows of the workspace would change.
    CHANGES = "I019" "Impor akan mengubah angka yang sudah ada.";
    /// The table lies in a workbook.
    IN_WORKBOOK = "I020" "Tabel tujuan berada dalam buku kerja.";
    /// A mapping of that name is there already.
    NAME_TAKEN = "I021" "Nama pemetaan sudah dipakai.";
    /// A constant option that cannot be read.
    OPTION = "I022" "Isian tetap pada baris perintah salah tulis.";
    /// A unit that a figure does not fit.
    SCALED = "I023" "Angka tidak dapat dikalikan dengan satuannya.";
    /// The sheet names another month than the one given.
    OTHER_PERIOD = "I024" "Lembar menyebut periode lain daripada yang diisikan.";
    /// A heading that is taken for a misspelling, or a unit that only a title names.
    DOUBT = "I025" "Pemetaan yang diusulkan memuat dugaan yang perlu dipastikan.";
    /// The sheet says something else than a constant given for one of its columns.
    CONFLICT = "I026" "Isi lembar berbeda dari isian tetap pada baris perintah.";
    /// Several sheets fit equally.
    WHICH_SHEET = "I027" "Beberapa lembar sama-sama cocok.";
    /// The sheet names a unit that the mapping does not.
    UNSAID_UNIT = "I028" "Lembar menyebut satuan yang tidak ada dalam pemetaan.";
    /// A row of which it is not certain whether it adds up others.
    UNSURE_SUM = "I029" "Baris yang belum pasti merupakan baris jumlah.";
}
