//! Which sections and keys a manifest may hold. One list for reading, for refusing and for suggesting.

/// One section of the manifest.
pub(super) struct Section {
    /// Its name, as between the brackets; `evaluasi.rpjmd` stands inside `evaluasi`, which has `rpjmd` among its keys.
    pub(super) name: &'static str,
    /// How often it may stand, and how its heading is written.
    pub(super) form: Form,
    /// Its keys.
    pub(super) keys: &'static [&'static str],
}

/// How often a section may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Once, as `[name]`.
    Once,
    /// Several times, as `[[name]]`.
    Repeated,
    /// Several times under names of the user's own, as `[name.OWN]`.
    Named,
}

impl Section {
    /// The heading as a message shows it.
    pub(super) fn heading(&self) -> String {
        match self.form {
            Form::Once => format!("[{}]", self.name),
            Form::Repeated => format!("[[{}]]", self.name),
            Form::Named => format!("[{}.NAMA]", self.name),
        }
    }
}

const fn once(name: &'static str, keys: &'static [&'static str]) -> Section {
    Section { name, form: Form::Once, keys }
}

const fn repeated(name: &'static str, keys: &'static [&'static str]) -> Section {
    Section { name, form: Form::Repeated, keys }
}

const fn named(name: &'static str, keys: &'static [&'static str]) -> Section {
    Section { name, form: Form::Named, keys }
}

/// The keys above the first section.
pub(super) const TOP: &[&str] = &["tembusan"];

/// What is said of a signer.
const SIGNER: &[&str] = &["jabatan", "nama", "pangkat", "nip", "atas_nama", "melalui", "pelaksana"];

/// Every section.
pub(super) const SECTIONS: &[Section] = &[
    once(
        "lembaga",
        &[
            "wilayah",
            "pemerintah",
            "perangkat_daerah",
            "alamat",
            "kode_pos",
            "telepon",
            "pos_el",
            "laman",
            "lambang",
            "tempat",
        ],
    ),
    once("laporan", &["nomor", "tanggal", "zona", "tanda", "pengantar"]),
    once("rapat", &["nama", "tanggal", "tempat", "waktu"]),
    once(
        "naskah",
        &["kertas", "ukuran_huruf", "margin_atas", "margin_bawah", "margin_kiri", "margin_kanan", "garis_kop", "spasi"],
    ),
    once("cakupan", &["penyebut", "target_acuan"]),
    once("segmen", &["penyusun_total", "induk_rentan"]),
    repeated("penanda_tangan", SIGNER),
    once("nota_dinas", &["kepada", "dari", "sifat", "lampiran", "hal", "nomor", "tembusan"]),
    repeated("pengecualian", &["kode", "tempat", "alasan", "jabatan", "tanggal"]),
    once(
        "evaluasi",
        &[
            "predikat",
            "formulir_rpjmd",
            "formulir_rkpd",
            "kertas_formulir",
            "tanggal",
            "nomor",
            "tempat",
            "rpjmd",
            "penanda_tangan",
        ],
    ),
    repeated("evaluasi.rpjmd", &["nama", "dasar", "tahun_awal", "tahun_akhir"]),
    repeated("evaluasi.penanda_tangan", SIGNER),
    once("jadwal", &["mulai", "bulanan", "evaluasi", "tunda_hari", "batas_evaluasi_hari", "kirim"]),
    once(
        "surel",
        &[
            "pengirim",
            "nama_pengirim",
            "jabatan_pengirim",
            "narahubung",
            "balas_ke",
            "server",
            "port",
            "pengaman",
            "pengguna",
            "kredensial",
            "berkas_sandi",
            "sertifikat",
            "laju_per_menit",
            "wajib_ttd",
            "domain_diizinkan",
            "wilayah",
        ],
    ),
    repeated("surel.wilayah", &["kode", "domain"]),
    repeated("penerima", &["kode", "peran", "jabatan", "sapaan", "nama", "pos_el", "jenis_laporan", "kode_wilayah"]),
    named(
        "impor",
        &["tabel", "lembar", "judul", "baris_judul", "tahun", "kolom", "tetap", "lewati", "nilai", "satuan", "lebar"],
    ),
];

/// Keys that somebody may well expect, and that are never taken, each with the reason and what to do. Where they stand,
/// no line is ever quoted.
pub(super) const REFUSED: &[(&str, &str, &str, &str)] = &[
    (
        "surel",
        "sandi_pdf",
        "Laporan tidak dapat diberi kata sandi: PDF/A, bentuk arsip laporan ini, melarang enkripsi.",
        "Hapus kunci itu; berkas yang rahasia disampaikan dengan cara lain.",
    ),
    ("surel", "sandi", NO_PASSWORD, ITS_PLACE),
    ("surel", "kata_sandi", NO_PASSWORD, ITS_PLACE),
    ("surel", "password", NO_PASSWORD, ITS_PLACE),
];

const NO_PASSWORD: &str = "Kata sandi tidak ditulis dalam rakor.toml.";
const ITS_PLACE: &str = "Hapus baris itu, ganti kata sandinya, lalu simpan dalam berkas yang disebut `berkas_sandi`.";

/// The keys of `lebar` in an import.
pub(super) const LEBAR: &[&str] = &["kolom", "ke", "nilai"];

/// The section of a name.
pub(super) fn section(name: &str) -> Option<&'static Section> {
    SECTIONS.iter().find(|section| section.name == name)
}

/// Why a key, named by its dotted path, is never taken.
pub(super) fn refused(path: &str) -> Option<&'static (&'static str, &'static str, &'static str, &'static str)> {
    REFUSED.iter().find(|(section, key, ..)| path.split_once('.') == Some((section, key)))
}

/// The sections that stand in no other.
pub(super) fn outermost() -> impl Iterator<Item = &'static str> {
    SECTIONS.iter().map(|section| section.name).filter(|name| !name.contains('.'))
}

/// Where a key of this name would be right, as it is written in the manifest.
pub(super) fn home_of(key: &str) -> Option<String> {
    if TOP.contains(&key) {
        return Some("baris di atas bagian pertama".to_owned());
    }
    let section = SECTIONS.iter().find(|section| section.keys.contains(&key))?;
    Some(format!("bagian {}", section.heading()))
}
