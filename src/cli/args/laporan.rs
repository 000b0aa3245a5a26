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
    #[arg(
        long,
        value_name = "KODE",
        help = "Wilayah (bawaan: wilayah lembaga); beberapa kode dipisahkan koma, atau semua"
    )]
    pub wilayah: Option<String>,
    /// Of a recapitulation, the level of the parts.
    #[arg(long, value_name = "TINGKAT", help = "Tingkat rekapitulasi")]
    pub menurut: Option<Menurut>,
    /// The letter's date.
    #[arg(long, value_name = "TANGGAL", help = "Tanggal laporan, misalnya 2025-08-31")]
    pub tanggal: Option<String>,
}

/// A level of the parts of a region, each word by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Menurut {
    /// Provinces.
    #[value(help = "Provinsi")]
    Provinsi,
    /// Regencies.
    #[value(help = "Kabupaten saja")]
    Kabupaten,
    /// Cities.
    #[value(help = "Kota saja")]
    Kota,
    /// Districts.
    #[value(help = "Kecamatan")]
    Kecamatan,
    /// Urban wards.
    #[value(help = "Kelurahan saja")]
    Kelurahan,
    /// Villages.
    #[value(help = "Desa saja")]
    Desa,
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
    /// Packages of construction works.
    #[value(help = "Laporan paket pekerjaan untuk rapat jasa konstruksi")]
    Konstruksi,
    /// A region over its parts.
    #[value(help = "Rekapitulasi wilayah di bawahnya: peringkat, sebaran, kedudukan terhadap target")]
    Rekapitulasi,
}
