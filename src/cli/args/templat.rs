//! The arguments of `rakor templat`.

use clap::{Args, ValueEnum};

/// `rakor templat`
#[derive(Clone, Debug, Args)]
pub struct Templat {
    /// What to do; listing without it.
    #[arg(value_name = "TINDAKAN", help = "Yang dilakukan (bawaan: menampilkan semua jenis dan asal berkasnya)")]
    pub tindakan: Option<Tindakan>,
    /// A kind, a folder that all kinds share, or one of their files.
    #[arg(
        value_name = "JENIS",
        requires = "tindakan",
        help = "Jenis laporan, misalnya bulanan; untuk ekspor juga satu berkas"
    )]
    pub sasaran: Option<String>,
    /// Where to.
    #[arg(
        short = 'o',
        long,
        value_name = "FOLDER",
        requires = "tindakan",
        help = "Untuk ekspor: folder tujuan (bawaan: folder templat ruang kerja)"
    )]
    pub keluaran: Option<String>,
}

/// What to do with templates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Tindakan {
    /// Write built-in files to be edited.
    #[value(help = "Menyalin berkas bawaan untuk diubah, tanpa menimpa apa pun")]
    Ekspor,
    /// Try with example data.
    #[value(help = "Memeriksa templat dengan data contoh")]
    Periksa,
}
