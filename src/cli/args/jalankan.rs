//! Arguments of `rakor jalankan`.

use clap::Args;

/// `rakor jalankan`
#[derive(Clone, Debug, Args)]
pub struct Jalankan {
    /// Nothing is built.
    #[arg(long, help = "Hanya menampilkan yang akan dikerjakan, tanpa membuat apa pun")]
    pub uji: bool,
    /// Warnings refuse.
    #[arg(long, help = "Peringatan diperlakukan sebagai kesalahan")]
    pub ketat: bool,
}
