//! Arguments of `rakor buat`.

use clap::{Args, ValueEnum};

use super::Laporan;

/// `rakor buat`
#[derive(Clone, Debug, Args)]
pub struct Buat {
    /// Which report.
    #[command(flatten)]
    pub laporan: Laporan,
    /// Where to.
    #[arg(short = 'o', long, value_name = "TUJUAN", help = "Berkas PDF atau folder hasil (bawaan: folder keluaran)")]
    pub keluaran: Option<String>,
    /// One stage only.
    #[arg(long, value_name = "TAHAP", help = "Menulis hasil satu tahap ke folder hasil")]
    pub tahap: Option<Tahap>,
    /// Warnings refuse.
    #[arg(long, help = "Peringatan diperlakukan sebagai kesalahan")]
    pub ketat: bool,
    /// Draft.
    #[arg(long, help = "Memberi tanda KONSEP pada setiap halaman")]
    pub konsep: bool,
}

/// A stage of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Tahap {
    /// The canonical input.
    #[value(help = "Semua masukan laporan")]
    Masukan,
    /// What was measured.
    #[value(help = "Hasil penghitungan")]
    Ukuran,
    /// The folder to typeset.
    #[value(help = "Folder yang siap ditata letak")]
    Markah,
    /// The charts.
    #[value(help = "Grafik")]
    Grafik,
    /// The report.
    #[value(help = "Laporan")]
    Pdf,
}
