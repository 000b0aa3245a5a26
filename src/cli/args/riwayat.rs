//! Arguments of `rakor riwayat`.

use clap::{Args, ValueEnum};

use super::Jenis;

/// `rakor riwayat`
#[derive(Clone, Debug, Args)]
pub struct Riwayat {
    /// Report kind.
    #[arg(long, value_name = "JENIS", help = "Hanya jenis ini")]
    pub jenis: Option<Jenis>,
    /// Period.
    #[arg(long, value_name = "PERIODE", help = "Hanya bulan (2025-08) atau tahun evaluasi (2024) ini")]
    pub periode: Option<String>,
    /// Region.
    #[arg(long, value_name = "KODE", help = "Hanya laporan tentang wilayah ini")]
    pub wilayah: Option<String>,
    /// Recipient.
    #[arg(long, value_name = "KODE", help = "Hanya penerima dengan kode ini")]
    pub penerima: Option<String>,
    /// State.
    #[arg(
        long,
        value_name = "STATUS",
        hide_possible_values = true,
        help = "Hanya yang berstatus ini, misalnya terkirim, ditunda, gagal, atau tidak_pasti"
    )]
    pub status: Option<Keadaan>,
    /// Digest of the file.
    #[arg(long, value_name = "SHA256", help = "Hanya berkas dengan SHA-256 ini, atau delapan karakter pertamanya")]
    pub cari: Option<String>,
    /// The events of one delivery.
    #[arg(long, value_name = "ID", help = "Menampilkan semua peristiwa satu pengiriman")]
    pub peristiwa: Option<String>,
    /// Addresses in full.
    #[arg(long, help = "Menampilkan alamat surel secara lengkap")]
    pub lengkap: bool,
    /// As CSV.
    #[arg(
        short = 'o',
        long,
        value_name = "BERKAS",
        conflicts_with = "peristiwa",
        help = "Menulis riwayat sebagai CSV; isi yang menyerupai rumus diawali tanda petik tunggal"
    )]
    pub keluaran: Option<String>,
}

/// A state of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Keadaan {
    /// Entered.
    #[value(help = "Dicatat, surelnya belum disiapkan")]
    Direncanakan,
    /// Ready.
    #[value(help = "Siap dikirim")]
    Siap,
    /// Under way.
    #[value(help = "Sedang dikirim")]
    Diproses,
    /// The answer is awaited.
    #[value(help = "Menunggu jawaban server")]
    MenungguJawaban,
    /// Accepted.
    #[value(help = "Diterima server surel")]
    Terkirim,
    /// Put off.
    #[value(help = "Ditunda")]
    Ditunda,
    /// Refused.
    #[value(help = "Gagal")]
    Gagal,
    /// Held.
    #[value(help = "Ditahan karena hasilnya tidak pasti")]
    TidakPasti,
}
