//! Arguments of `rakor baru`.

use clap::{Args, ValueEnum};

/// `rakor baru`
#[derive(Clone, Debug, Args)]
pub struct Baru {
    /// The new workspace.
    #[arg(value_name = "FOLDER", help = "Folder yang belum ada atau masih kosong")]
    pub tujuan: String,
    /// Which example.
    #[arg(long, value_name = "CONTOH", default_value = "kota-malang", help = "Isi")]
    pub contoh: Contoh,
}

/// An example workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Contoh {
    /// Published figures of a city.
    #[value(help = "Angka Kota Malang yang telah dipublikasikan")]
    KotaMalang,
    /// Published figures of a province: construction only.
    #[value(help = "Angka jasa konstruksi Kalimantan Barat yang telah dipublikasikan")]
    KalimantanBarat,
    /// Complete, invented figures.
    #[value(help = "Data lengkap hasil simulasi")]
    Simulasi,
    /// Invented figures of a province and its parts.
    #[value(help = "Data simulasi sebuah provinsi dengan 38 kabupaten/kota")]
    SimulasiProvinsi,
}
