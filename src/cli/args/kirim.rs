//! Arguments of `rakor kirim`.

use clap::Args;

use super::Laporan;

/// `rakor kirim`
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Kirim {
    /// Which report.
    #[command(flatten)]
    pub laporan: Laporan,
    /// A finished file.
    #[arg(
        long,
        value_name = "BERKAS",
        help = "Mengirim PDF yang sudah jadi, misalnya yang bertanda tangan elektronik"
    )]
    pub berkas: Option<String>,
    /// It need not follow from the data.
    #[arg(
        long,
        value_name = "ALASAN",
        requires = "berkas",
        help = "Tetap mengirim berkas itu walaupun isinya tidak cocok dengan data; alasannya dicatat"
    )]
    pub tanpa_cocok: Option<String>,
    /// Which revision.
    #[arg(long, value_name = "NOMOR", requires = "perubahan", help = "Mengirim perbaikan, misalnya 1 untuk Revisi 1")]
    pub revisi: Option<u32>,
    /// What changed.
    #[arg(
        long,
        value_name = "TEKS",
        requires = "revisi",
        help = "Bagian yang berubah, misalnya \"Tabel 2\"; disebut dalam surel"
    )]
    pub perubahan: Option<String>,
    /// The plan only.
    #[arg(
        long,
        conflicts_with_all = ["uji_ke", "buku_baru", "ya"],
        help = "Hanya menampilkan rencana dan menulis surelnya sebagai berkas .eml, tanpa mengirim"
    )]
    pub uji: bool,
    /// All to one address.
    #[arg(
        long,
        value_name = "ALAMAT",
        conflicts_with = "buku_baru",
        help = "Mengirim semua surel ke satu alamat dengan tanda UJI, tanpa dicatat sebagai terkirim"
    )]
    pub uji_ke: Option<String>,
    /// Where the messages of a rehearsal go.
    #[arg(
        short = 'o',
        long,
        value_name = "FOLDER",
        requires = "uji",
        help = "Folder berkas .eml (bawaan: keluaran/uji)"
    )]
    pub keluaran: Option<String>,
    /// No question.
    #[arg(long, help = "Mengirim tanpa bertanya")]
    pub ya: bool,
    /// The first ledger.
    #[arg(long, help = "Membuat buku pengiriman; hanya untuk pengiriman pertama dari ruang kerja ini")]
    pub buku_baru: bool,
    /// Warnings refuse.
    #[arg(long, help = "Peringatan diperlakukan sebagai kesalahan")]
    pub ketat: bool,
}
