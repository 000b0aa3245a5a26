//! Arguments of `rakor selesaikan`.

use clap::{Args, ValueEnum};

/// `rakor selesaikan`
#[derive(Clone, Debug, Args)]
pub struct Selesaikan {
    /// Which.
    #[arg(
        value_name = "ID",
        required_unless_present = "pulihkan_buku",
        help = "Awal id pengiriman, sedikitnya enam karakter; lihat rakor riwayat"
    )]
    pub id: Option<String>,
    /// What was decided.
    #[arg(
        value_name = "KEPUTUSAN",
        required_unless_present = "pulihkan_buku",
        help = "Surel itu sudah sampai, atau belum dan harus dikirim ulang"
    )]
    pub keputusan: Option<Keputusan>,
    /// Why.
    #[arg(long, value_name = "TEKS", help = "Alasan keputusan; dicatat")]
    pub alasan: Option<String>,
    /// Ledger and journal.
    #[arg(
        long,
        conflicts_with_all = ["id", "keputusan", "alasan"],
        help = "Mencocokkan buku pengiriman yang hilang atau dipulihkan dari cadangan dengan jurnalnya"
    )]
    pub pulihkan_buku: bool,
}

/// A person's decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Keputusan {
    /// It has arrived.
    #[value(help = "Surel itu sudah sampai")]
    Terkirim,
    /// It has not.
    #[value(help = "Surel itu belum sampai dan harus dikirim ulang")]
    KirimUlang,
}
