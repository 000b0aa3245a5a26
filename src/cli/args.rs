//! The command line's shape. Imports nothing else of the crate: what the values mean is decided in `settings`.

mod pilihan;
mod templat;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use pilihan::Pilihan;
pub use templat::{Templat, Tindakan};

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
        about = "Mencatat keputusan tentang pengiriman yang hasilnya tidak pasti",
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

/// Which report is meant.
#[derive(Clone, Debug, Args)]
pub struct Laporan {
    /// Report kind.
    #[arg(
        value_name = "JENIS",
        value_parser = pilihan::PilihanParser,
        help = "Jenis laporan, bawaan atau sendiri"
    )]
    pub jenis: Pilihan,
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

/// `rakor buat`
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own, and any may stand with any other")]
pub struct Buat {
    /// Which report.
    #[command(flatten)]
    pub laporan: Laporan,
    /// Where to.
    #[arg(short = 'o', long, value_name = "TUJUAN", help = "Berkas PDF atau folder hasil (bawaan: folder keluaran)")]
    pub keluaran: Option<String>,
    /// The regions of one level.
    #[arg(long, value_name = "TINGKAT", help = "Satu laporan untuk setiap wilayah")]
    pub tingkat: Option<Tingkat>,
    /// How many at once.
    #[arg(long, value_name = "N", help = "Banyaknya laporan yang disusun bersamaan (bawaan: banyaknya inti prosesor)")]
    pub proses: Option<u16>,
    /// Everything anew.
    #[arg(long, help = "Membuat ulang juga laporan yang tidak berubah")]
    pub paksa: bool,
    /// A part of a batch.
    #[arg(long, value_name = "I/N", help = "Hanya bagian ke-I dari N bagian yang sama berat, misalnya 1/4")]
    pub bagian: Option<String>,
    /// The first failure stops.
    #[arg(long, help = "Berhenti pada wilayah pertama yang laporannya gagal")]
    pub berhenti_saat_gagal: bool,
    /// One stage only.
    #[arg(long, value_name = "TAHAP", help = "Menulis hasil satu tahap ke folder hasil")]
    pub tahap: Option<Tahap>,
    /// Warnings refuse.
    #[arg(long, help = "Peringatan diperlakukan sebagai kesalahan")]
    pub ketat: bool,
    /// Draft.
    #[arg(long, help = "Memberi tanda KONSEP pada setiap halaman")]
    pub konsep: bool,
}

/// A level of regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Tingkat {
    /// Provinces.
    #[value(help = "Provinsi")]
    Provinsi,
    /// Regencies and cities.
    #[value(alias = "kota", help = "Kabupaten dan kota")]
    Kabupaten,
    /// Districts.
    #[value(help = "Kecamatan")]
    Kecamatan,
    /// Villages and urban wards.
    #[value(alias = "desa", help = "Kelurahan dan desa")]
    Kelurahan,
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

/// A stage of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Tahap {
    /// The canonical input.
    #[value(help = "Semua masukan laporan")]
    Masukan,
    /// What was measured.
    #[value(help = "Hasil penghitungan")]
    Ukuran,
    /// The folder to typeset.
    #[value(help = "Folder yang siap ditata letak")]
    Markah,
    /// The charts.
    #[value(help = "Grafik")]
    Grafik,
    /// The report.
    #[value(help = "Laporan")]
    Pdf,
}

/// `rakor kirim`
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Kirim {
    /// Which report.
    #[command(flatten)]
    pub laporan: Laporan,
    /// A finished file.
    #[arg(
        long,
        value_name = "BERKAS",
        help = "Mengirim PDF yang sudah jadi, misalnya yang bertanda tangan elektronik"
    )]
    pub berkas: Option<String>,
    /// It need not follow from the data.
    #[arg(
        long,
        value_name = "ALASAN",
        requires = "berkas",
        help = "Tetap mengirim berkas itu walaupun isinya tidak cocok dengan data; alasannya dicatat"
    )]
    pub tanpa_cocok: Option<String>,
    /// Which revision.
    #[arg(long, value_name = "NOMOR", requires = "perubahan", help = "Mengirim perbaikan, misalnya 1 untuk Revisi 1")]
    pub revisi: Option<u32>,
    /// What changed.
    #[arg(
        long,
        value_name = "TEKS",
        requires = "revisi",
        help = "Bagian yang berubah, misalnya \"Tabel 2\"; disebut dalam surel"
    )]
    pub perubahan: Option<String>,
    /// The plan only.
    #[arg(
        long,
        conflicts_with_all = ["uji_ke", "buku_baru", "ya"],
        help = "Hanya menampilkan rencana dan menulis surelnya sebagai berkas .eml, tanpa mengirim"
    )]
    pub uji: bool,
    /// All to one address.
    #[arg(
        long,
        value_name = "ALAMAT",
        conflicts_with = "buku_baru",
        help = "Mengirim semua surel ke satu alamat dengan tanda UJI, tanpa dicatat sebagai terkirim"
    )]
    pub uji_ke: Option<String>,
    /// Where the messages of a rehearsal go.
    #[arg(
        short = 'o',
        long,
        value_name = "FOLDER",
        requires = "uji",
        help = "Folder berkas .eml (bawaan: keluaran/uji)"
    )]
    pub keluaran: Option<String>,
    /// No question.
    #[arg(long, help = "Mengirim tanpa bertanya")]
    pub ya: bool,
    /// The first ledger.
    #[arg(long, help = "Membuat buku pengiriman; hanya untuk pengiriman pertama dari ruang kerja ini")]
    pub buku_baru: bool,
    /// Warnings refuse.
    #[arg(long, help = "Peringatan diperlakukan sebagai kesalahan")]
    pub ketat: bool,
}

/// `rakor riwayat`
#[derive(Clone, Debug, Args)]
pub struct Riwayat {
    /// Report kind.
    #[arg(long, value_name = "JENIS", help = "Hanya jenis ini")]
    pub jenis: Option<Jenis>,
    /// Period.
    #[arg(long, value_name = "PERIODE", help = "Hanya bulan (2025-08) atau tahun evaluasi (2024) ini")]
    pub periode: Option<String>,
    /// Region.
    #[arg(long, value_name = "KODE", help = "Hanya laporan tentang wilayah ini")]
    pub wilayah: Option<String>,
    /// Recipient.
    #[arg(long, value_name = "KODE", help = "Hanya penerima dengan kode ini")]
    pub penerima: Option<String>,
    /// State.
    #[arg(
        long,
        value_name = "STATUS",
        hide_possible_values = true,
        help = "Hanya yang berstatus ini, misalnya terkirim, ditunda, gagal, atau tidak_pasti"
    )]
    pub status: Option<Keadaan>,
    /// Digest of the file.
    #[arg(long, value_name = "SHA256", help = "Hanya berkas dengan SHA-256 ini, atau delapan karakter pertamanya")]
    pub cari: Option<String>,
    /// The events of one delivery.
    #[arg(long, value_name = "ID", help = "Menampilkan semua peristiwa satu pengiriman")]
    pub peristiwa: Option<String>,
    /// Addresses in full.
    #[arg(long, help = "Menampilkan alamat surel secara lengkap")]
    pub lengkap: bool,
    /// As CSV.
    #[arg(
        short = 'o',
        long,
        value_name = "BERKAS",
        conflicts_with = "peristiwa",
        help = "Menulis riwayat sebagai CSV; isi yang menyerupai rumus diawali tanda petik tunggal"
    )]
    pub keluaran: Option<String>,
}

/// A state of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Keadaan {
    /// Entered.
    #[value(help = "Dicatat, surelnya belum disiapkan")]
    Direncanakan,
    /// Ready.
    #[value(help = "Siap dikirim")]
    Siap,
    /// Under way.
    #[value(help = "Sedang dikirim")]
    Diproses,
    /// The answer is awaited.
    #[value(help = "Menunggu jawaban server")]
    MenungguJawaban,
    /// Accepted.
    #[value(help = "Diterima server surel")]
    Terkirim,
    /// Put off.
    #[value(help = "Ditunda")]
    Ditunda,
    /// Refused.
    #[value(help = "Gagal")]
    Gagal,
    /// Held.
    #[value(help = "Ditahan karena hasilnya tidak pasti")]
    TidakPasti,
}

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

/// `rakor pelengkapan`
#[derive(Clone, Debug, Args)]
pub struct Pelengkapan {
    /// For what.
    #[arg(value_name = "CANGKANG", help = "Cangkang, atau man untuk halaman manual")]
    pub untuk: Untuk,
    /// Where to.
    #[arg(short = 'o', long, value_name = "TUJUAN", help = "Berkas hasil; untuk man, folder hasil (bawaan: layar)")]
    pub keluaran: Option<String>,
}

/// What completions are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Untuk {
    /// GNU Bash.
    #[value(help = "Bash")]
    Bash,
    /// Elvish.
    #[value(help = "Elvish")]
    Elvish,
    /// Fish.
    #[value(help = "Fish")]
    Fish,
    /// `PowerShell`.
    #[value(help = "PowerShell")]
    Powershell,
    /// Z shell.
    #[value(help = "Zsh")]
    Zsh,
    /// Manual pages.
    #[value(help = "Halaman manual")]
    Man,
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
