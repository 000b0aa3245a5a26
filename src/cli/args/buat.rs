//! Arguments of `rakor buat`.

use clap::{Args, ValueEnum};

use super::Laporan;

/// `rakor buat`
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own, and any may stand with any other")]
pub struct Buat {
    /// Which report.
    #[command(flatten)]
    pub laporan: Laporan,
    /// Where to.
    #[arg(short = 'o', long, value_name = "TUJUAN", help = "Berkas PDF atau folder hasil (bawaan: folder keluaran)")]
    pub keluaran: Option<String>,
    /// The regions of one level.
    #[arg(long, value_name = "TINGKAT", help = "Satu laporan untuk setiap wilayah")]
    pub tingkat: Option<Tingkat>,
    /// How many at once.
    #[arg(long, value_name = "N", help = "Banyaknya laporan yang disusun bersamaan (bawaan: banyaknya inti prosesor)")]
    pub proses: Option<u16>,
    /// Everything anew.
    #[arg(long, help = "Membuat ulang juga laporan yang tidak berubah")]
    pub paksa: bool,
    /// A part of a batch.
    #[arg(long, value_name = "I/N", help = "Hanya bagian ke-I dari N bagian yang sama berat, misalnya 1/4")]
    pub bagian: Option<String>,
    /// The first failure stops.
    #[arg(long, help = "Berhenti pada wilayah pertama yang laporannya gagal")]
    pub berhenti_saat_gagal: bool,
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

/// A level of regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Tingkat {
    /// Provinces.
    #[value(help = "Provinsi")]
    Provinsi,
    /// Regencies and cities.
    #[value(alias = "kota", help = "Kabupaten dan kota")]
    Kabupaten,
    /// Districts.
    #[value(help = "Kecamatan")]
    Kecamatan,
    /// Villages and urban wards.
    #[value(alias = "desa", help = "Kelurahan dan desa")]
    Kelurahan,
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
