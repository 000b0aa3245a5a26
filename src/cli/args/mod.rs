//! The command line's shape: here the list of commands and what all of them take, one file for the arguments of each.
//!
//! Imports nothing else of the crate: what the values mean is decided in `settings`.

mod baru;
mod buat;
mod impor;
mod jalankan;
mod kirim;
mod lacak;
mod laporan;
mod pelengkapan;
mod periksa;
mod pilihan;
mod riwayat;
mod selesaikan;
mod skema;
mod templat;
mod verifikasi;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use baru::{Baru, Contoh};
pub use buat::{Buat, Tahap, Tingkat};
pub use impor::Impor;
pub use jalankan::Jalankan;
pub use kirim::Kirim;
pub use lacak::Lacak;
pub use laporan::{Jenis, Laporan, Menurut};
pub use pelengkapan::{Pelengkapan, Untuk};
pub use periksa::Periksa;
pub use pilihan::Pilihan;
pub use riwayat::{Keadaan, Riwayat};
pub use selesaikan::{Keputusan, Selesaikan};
pub use skema::{BentukSkema, Skema};
pub use templat::{Templat, Tindakan};
pub use verifikasi::Verifikasi;

/// The whole command line.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "rakor",
    version,
    about = "Menyusun laporan resmi cakupan jaminan sosial ketenagakerjaan dari data sekretariat.",
    after_help = "rakor baru laporan-saya\nrakor periksa -C laporan-saya\nrakor buat bulanan -C laporan-saya",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    arg_required_else_help = true
)]
pub struct Rakor {
    /// Options that every command takes.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options that every command takes.
#[derive(Clone, Debug, Args)]
pub struct Common {
    /// The workspace.
    #[arg(
        short = 'C',
        long,
        value_name = "FOLDER",
        global = true,
        help = "Ruang kerja (bawaan: folder terdekat ke atas yang memuat rakor.toml)"
    )]
    pub folder: Option<String>,
    /// How results are written.
    #[arg(long, value_name = "BENTUK", global = true, help = "Bentuk hasil (bawaan: teks)")]
    pub format: Option<Format>,
    /// Errors only.
    #[arg(short = 'q', long, global = true, conflicts_with = "rinci", help = "Hanya menampilkan hasil dan kesalahan")]
    pub senyap: bool,
    /// Everything.
    #[arg(short = 'v', long, global = true, help = "Menampilkan semua catatan dan keterangan tambahan")]
    pub rinci: bool,
    /// Help.
    #[arg(
        short = 'h',
        long,
        visible_alias = "help",
        global = true,
        action = clap::ArgAction::Help,
        help = "Menampilkan bantuan ini"
    )]
    pub bantuan: Option<bool>,
    /// Version.
    #[arg(
        short = 'V',
        long,
        visible_alias = "version",
        action = clap::ArgAction::Version,
        help = "Menampilkan versi program"
    )]
    pub versi: Option<bool>,
}

/// What to do.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Scaffold.
    #[command(
        visible_alias = "new",
        about = "Membuat ruang kerja baru berisi contoh yang siap dibuat",
        after_help = "rakor baru laporan-saya\nrakor baru latihan --contoh simulasi"
    )]
    Baru(Baru),
    /// Check.
    #[command(
        visible_alias = "check",
        about = "Memeriksa semua data tanpa membuat PDF",
        after_help = "rakor periksa\nrakor periksa -C laporan-saya --ketat\nrakor periksa --tandai hasil.xlsx\nrakor periksa --pernyataan\nrakor periksa --jelaskan A001"
    )]
    Periksa(Periksa),
    /// Build.
    #[command(
        visible_alias = "build",
        about = "Membuat laporan sebagai PDF",
        after_help = "rakor buat bulanan\n\
                      rakor buat bulanan -C laporan-saya --periode 2025-08 --konsep\n\
                      rakor buat evaluasi --tahun 2024\n\
                      rakor buat bulanan --tingkat kecamatan\n\
                      rakor buat rekapitulasi --menurut kota\n\
                      rakor buat bulanan --tahap markah -o markah"
    )]
    Buat(Buat),
    /// Whatever is due.
    #[command(
        visible_alias = "run",
        about = "Membuat, dan bila diatur mengirim, semua laporan yang sudah waktunya menurut [jadwal]",
        after_help = "rakor jalankan\nrakor jalankan --uji\nrakor jalankan -C laporan-saya --format json"
    )]
    Jalankan(Jalankan),
    /// Send.
    #[command(
        visible_alias = "send",
        about = "Mengirim laporan lewat surel kepada penerimanya, masing-masing satu kali",
        after_help = "rakor kirim bulanan --uji\n\
                      rakor kirim bulanan --buku-baru\n\
                      rakor kirim bulanan --periode 2025-08 --berkas keluaran/bertanda-tangan.pdf\n\
                      rakor kirim bulanan --revisi 1 --perubahan \"Tabel 2 dan Tabel 3\"\n\
                      rakor kirim evaluasi --tahun 2024 --ya"
    )]
    Kirim(Kirim),
    /// History.
    #[command(
        visible_alias = "history",
        about = "Menampilkan siapa menerima berkas yang mana, kapan, dan bagaimana hasilnya",
        after_help = "rakor riwayat\nrakor riwayat --periode 2025-08 --status tidak_pasti\n\
                      rakor riwayat --cari 8f3a90c1\nrakor riwayat --peristiwa 4be1a2\nrakor riwayat -o riwayat.csv"
    )]
    Riwayat(Riwayat),
    /// Resolve.
    #[command(
        visible_alias = "resolve",
        about = "Mencatat keputusan tentang pengiriman yang hasilnya tidak pasti atau gagal",
        after_help = "rakor selesaikan 4be1a2 terkirim --alasan \"dikonfirmasi lewat telepon\"\n\
                      rakor selesaikan 4be1a2 kirim-ulang"
    )]
    Selesaikan(Selesaikan),
    /// Import.
    #[command(
        visible_alias = "import",
        about = "Membaca lembar kerja bentuk bebas ke dalam tabel ruang kerja",
        after_help = "rakor impor rekap.xlsx --periode 2025-08 --sumber \"BPJS Ketenagakerjaan\"\n\
                      rakor impor rekap.xlsx --periode 2025-08 --nama bulanan --simpan\n\
                      rakor impor rekap.xlsx --periode 2025-09 --terapkan"
    )]
    Impor(Impor),
    /// Trace.
    #[command(
        visible_alias = "trace",
        about = "Melacak angka yang tercetak dalam PDF ke sel asalnya",
        after_help = "rakor lacak laporan.pdf 30,72 persen\nrakor lacak laporan.pdf 46.208 --format json\nrakor lacak laporan.pdf"
    )]
    Lacak(Lacak),
    /// Verify.
    #[command(
        visible_alias = "verify",
        about = "Memeriksa apakah cetakan sebuah PDF mengikuti data yang dibawanya",
        after_help = "rakor verifikasi laporan.pdf\nrakor verifikasi keluaran/*.pdf\nrakor verifikasi laporan.pdf --format json"
    )]
    Verifikasi(Verifikasi),
    /// Data dictionary.
    #[command(
        visible_alias = "schema",
        about = "Menampilkan kamus data, atau menulisnya sebagai templat buku kerja untuk diisi",
        after_help = "rakor skema\nrakor skema --bentuk csv -o kamus.csv\nrakor skema --bentuk xlsx -o data.xlsx"
    )]
    Skema(Skema),
    /// Templates.
    #[command(
        visible_alias = "templates",
        about = "Menampilkan, menyalin, dan memeriksa templat laporan",
        long_about = "Berkas dalam folder templat ruang kerja menggantikan berkas bawaan yang jalurnya sama. Jenis laporan sendiri\n\
                      ialah folder templat/NAMA yang berisi templat.toml (judul, dasar, kertas) dan laporan.typ.j2; laporannya\n\
                      dibuat dengan rakor buat NAMA dari data jenis yang disebut dasar.",
        after_help = "rakor templat\nrakor templat ekspor bulanan\nrakor templat ekspor _kalimat/target.j2\nrakor templat periksa bulanan"
    )]
    Templat(Templat),
    /// Completions.
    #[command(
        visible_alias = "completions",
        about = "Menulis pelengkapan perintah untuk cangkang atau halaman manual",
        after_help = "rakor pelengkapan bash -o rakor.bash\nrakor pelengkapan man -o man"
    )]
    Pelengkapan(Pelengkapan),
}

/// How results are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    #[value(help = "Untuk dibaca orang")]
    Teks,
    /// One object.
    #[value(help = "Untuk dibaca program")]
    Json,
}
