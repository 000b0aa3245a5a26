//! Which report is meant: arguments shared by the commands that make or send one.

use clap::{Args, ValueEnum};

/// Which report is meant.
#[derive(Clone, Debug, Args)]
pub struct Laporan {
    /// Report kind.
    #[arg(value_name = "JENIS", help = "Jenis laporan")]
    pub jenis: Jenis,
    /// Month.
    #[arg(long, value_name = "TAHUN-BULAN", help = "Periode laporan, misalnya 2025-08 (bawaan: yang terakhir)")]
    pub periode: Option<String>,
    /// Year.
    #[arg(
        long,
        value_name = "TAHUN",
        conflicts_with = "periode",
        help = "Tahun yang dievaluasi, misalnya 2024 (bawaan: yang terakhir dengan realisasi)"
    )]
    pub tahun: Option<String>,
    /// Region.
    #[arg(long, value_name = "KODE", help = "Wilayah yang dilaporkan, misalnya 35.73 (bawaan: wilayah lembaga)")]
    pub wilayah: Option<String>,
    /// The letter's date.
    #[arg(long, value_name = "TANGGAL", help = "Tanggal laporan, misalnya 2025-08-31")]
    pub tanggal: Option<String>,
}

/// A report kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Jenis {
    /// The monthly report.
    #[value(help = "Laporan bulanan untuk rapat koordinasi")]
    Bulanan,
    /// The sheet of checked figures.
    #[value(help = "Lembar pemeriksaan angka yang pernah diucapkan")]
    PemeriksaanAngka,
    /// The evaluation of a plan.
    #[value(help = "Evaluasi hasil RPJMD pada akhir tahun")]
    Evaluasi,
}
