//! The codes of what this room says itself, about calling it, about files, and about a file that is traced. What is said of
//! sending stands beside it. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub(super) all;

    /// A command line that clap refuses, for programs.
    CALL = "C000" "Perintah itu tidak dapat dipahami.";
    /// An option that is wrong or out of place.
    OPTION = "C001" "Isi satu opsi salah tulis atau tidak berlaku.";
    /// No `rakor.toml`.
    NO_WORKSPACE = "C002" "Ruang kerja tidak ditemukan.";
    /// The new workspace would not be alone.
    OCCUPIED = "C003" "Folder untuk ruang kerja baru sudah berisi.";
    /// Nothing to explain.
    UNKNOWN_CODE = "C004" "Kode itu tidak dikenal.";
    /// Not one figure.
    NO_FIGURE = "C006" "Angka yang dicari tidak dapat dibaca.";
    /// A name that no spreadsheet program would open.
    NO_XLSX = "C007" "Nama buku kerja tidak berakhiran .xlsx.";
    /// A workbook without a file.
    NO_SCREEN = "C008" "Buku kerja tidak dapat ditampilkan di layar.";
    /// It would be read as data.
    AMONG_DATA = "C009" "Hasil pemeriksaan tidak boleh ditulis ke dalam folder data.";
    /// Nothing says what is due.
    NO_SCHEDULE = "C010" "Bagian [jadwal] belum ada dalam rakor.toml.";
    /// Another run is active.
    ACTIVE = "C011" "Ruang kerja sedang dikerjakan oleh proses lain.";
    /// A date in the manifest, and a schedule.
    SAME_DATE = "C012" "Satu tanggal tercetak pada laporan semua bulan.";
    /// A level without regions.
    NO_LEVEL = "C081" "Tidak ada wilayah dengan tingkat itu di bawah wilayah lembaga.";
    /// A region that no row names.
    UNKNOWN_REGION = "C082" "Wilayah itu tidak ada dalam data.";
    /// Regions without parts.
    NO_PARTS = "C083" "Tidak satu pun wilayah itu memiliki wilayah bawahan untuk direkapitulasi.";
    /// Asked to stop between two reports.
    STOPPED = "C084" "Penyusunan dihentikan atas permintaan; sisanya dibuat oleh perintah yang sama.";
    /// Somebody changed the file, and the data have changed as well.
    LEFT = "C085" "PDF yang telah diubah tidak ditimpa, padahal isi laporannya berubah.";
    /// Reading failed.
    UNREAD = "F001" "Berkas tidak dapat dibaca.";
    /// Writing failed.
    UNWRITTEN = "F002" "Berkas tidak dapat ditulis.";
    /// Beyond the limit.
    TOO_LARGE = "F003" "Berkas melebihi batas ukuran.";
    /// Somebody else's file.
    NOT_OURS = "F005" "Berkas yang sudah ada bukan buatan program ini sehingga tidak ditimpa.";
    /// What a run left about its work.
    BAD_NOTE = "F006" "Catatan pekerjaan tidak dapat dibaca kembali.";
    /// A PDF that somebody changed.
    NOT_OF_TODAY = "F007" "PDF bukan hasil data sekarang dan tidak ditimpa.";
    /// Not what its own data print.
    OTHER_BYTES = "R031" "Berkas itu berbeda dari laporan yang tercetak dari data yang dibawanya.";
    /// Signed, most likely.
    EXTENDED = "R032" "Berkas itu ditambahi sesudah dibuat; isi laporannya tidak berubah.";
    /// Made by another version.
    OTHER_VERSION = "R033" "Berkas itu dibuat oleh versi rakor yang lain.";
    /// A figure that stands nowhere.
    NOT_PRINTED = "R034" "Angka yang dicari tidak tercetak.";
    /// Saved by another program.
    SAVED_ANEW = "R035" "Berkas itu telah disimpan ulang oleh program lain.";
    /// A broken promise of the program.
    BROKEN_PROMISE = "X001" "Terjadi kesalahan di dalam program.";
    /// A link where none is followed.
    LINK = "F008" "Tautan tidak diikuti di sini.";
}
