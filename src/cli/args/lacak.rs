//! Arguments of `rakor lacak`.

use clap::Args;

/// `rakor lacak`
#[derive(Clone, Debug, Args)]
pub struct Lacak {
    /// A report.
    #[arg(value_name = "BERKAS", help = "PDF laporan yang dibuat oleh rakor")]
    pub berkas: String,
    /// The figure.
    #[arg(
        value_name = "ANGKA",
        help = "Angka seperti yang tercetak, satuannya boleh dihilangkan (bawaan: semua angka)"
    )]
    pub angka: Vec<String>,
}
