//! Arguments of `rakor periksa`.

use clap::Args;

/// `rakor periksa`
#[derive(Clone, Debug, Args)]
pub struct Periksa {
    /// Warnings refuse.
    #[arg(long, help = "Peringatan diperlakukan sebagai kesalahan")]
    pub ketat: bool,
    /// Judge statements.
    #[arg(long, conflicts_with_all = ["ketat", "jelaskan"], help = "Memeriksa angka dalam pernyataan, satu per satu")]
    pub pernyataan: bool,
    /// What was found, as a workbook.
    #[arg(
        long,
        value_name = "BERKAS",
        conflicts_with_all = ["pernyataan", "jelaskan"],
        help = "Menulis hasil pemeriksaan sebagai buku kerja bertautan ke setiap sel, misalnya hasil.xlsx"
    )]
    pub tandai: Option<String>,
    /// Explain a rule.
    #[arg(long, value_name = "KODE", help = "Menjelaskan satu aturan, misalnya A001, tanpa memeriksa data")]
    pub jelaskan: Option<String>,
}
