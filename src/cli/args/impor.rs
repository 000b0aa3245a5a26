//! Arguments of `rakor impor`.

use clap::Args;

/// `rakor impor`
#[derive(Clone, Debug, Args)]
pub struct Impor {
    /// The file.
    #[arg(value_name = "BERKAS", help = "Buku kerja (XLSX, XLSM, XLS, ODS) atau CSV")]
    pub berkas: String,
    /// Which mapping.
    #[arg(
        long,
        value_name = "NAMA",
        help = "Pemetaan [impor.NAMA] dalam rakor.toml (bawaan: yang cocok, atau diusulkan)"
    )]
    pub nama: Option<String>,
    /// Which sheet.
    #[arg(long, value_name = "LEMBAR", help = "Lembar yang dibaca (bawaan: yang paling cocok)")]
    pub lembar: Option<String>,
    /// Which table.
    #[arg(long, value_name = "TABEL", help = "Tabel tujuan, misalnya kepesertaan (bawaan: dikenali dari judul kolom)")]
    pub tabel: Option<String>,
    /// First row of the header.
    #[arg(long, value_name = "NOMOR", help = "Baris pertama judul kolom (bawaan: dicari)")]
    pub judul: Option<u32>,
    /// The month of all rows.
    #[arg(long, value_name = "TAHUN-BULAN", help = "Periode semua baris, misalnya 2025-08")]
    pub periode: Option<String>,
    /// The region of all rows.
    #[arg(long, value_name = "KODE", help = "Wilayah semua baris, misalnya 35.73")]
    pub wilayah: Option<String>,
    /// The publisher of all rows.
    #[arg(long, value_name = "PENERBIT", help = "Sumber semua baris, misalnya \"BPJS Ketenagakerjaan\"")]
    pub sumber: Option<String>,
    /// The year of months without one.
    #[arg(long, value_name = "TAHUN", help = "Tahun bagi bulan yang ditulis tanpa tahun")]
    pub tahun: Option<u32>,
    /// Any other column of all rows.
    #[arg(
        long,
        value_name = "KOLOM=ISI",
        help = "Isi satu kolom untuk semua baris, misalnya segmen=TOTAL; boleh berulang"
    )]
    pub tetap: Vec<String>,
    /// Keep the mapping.
    #[arg(long, help = "Menyimpan usulan pemetaan dalam rakor.toml")]
    pub simpan: bool,
    /// Write.
    #[arg(long, help = "Menulis baris baru ke tabel ruang kerja")]
    pub terapkan: bool,
    /// Overwrite as well.
    #[arg(long, help = "Bersama --terapkan atau -o: mengganti juga angka yang berubah")]
    pub ganti: bool,
    /// Write elsewhere.
    #[arg(
        short = 'o',
        long,
        value_name = "FOLDER",
        conflicts_with = "terapkan",
        help = "Menulis tabel hasilnya sebagai CSV ke folder lain"
    )]
    pub keluaran: Option<String>,
}
