//! Arguments of `rakor skema`.

use clap::{Args, ValueEnum};

/// `rakor skema`
#[derive(Clone, Debug, Args)]
pub struct Skema {
    /// How it is written.
    #[arg(long, value_name = "BENTUK", default_value = "md", help = "Bentuk kamus data")]
    pub bentuk: BentukSkema,
    /// Where to.
    #[arg(short = 'o', long, value_name = "BERKAS", help = "Berkas hasil (bawaan: layar)")]
    pub keluaran: Option<String>,
}

/// How the data dictionary is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BentukSkema {
    /// Markdown.
    #[value(help = "Markdown")]
    Md,
    /// One row for each column of each table.
    #[value(help = "Satu baris untuk setiap kolom")]
    Csv,
    /// A sheet for each table, to be filled in.
    #[value(help = "Templat buku kerja, satu lembar untuk setiap tabel")]
    Xlsx,
}
