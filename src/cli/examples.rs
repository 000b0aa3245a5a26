//! The example workspaces, inside the binary: `rakor baru` works wherever the binary is.
//!
//! A file of `data/` that is missing from this list fails a test.

/// One example workspace.
#[derive(Debug)]
pub struct Example {
    /// Its name, that of its folder in `data/`.
    pub name: &'static str,
    /// Its files: path below the workspace, with forward slashes, and content. Sorted by path.
    pub files: &'static [(&'static str, &'static [u8])],
}

macro_rules! example {
    ($name:literal: $($file:literal),* $(,)?) => {
        Example { name: $name, files: &[$(($file, include_bytes!(concat!("../../data/", $name, "/", $file)))),*] }
    };
}

static EXAMPLES: [Example; 4] = [
    example!(
        "kota-malang":
        "README.md",
        "data/anggaran.csv",
        "data/dasar_hukum.csv",
        "data/kegiatan.csv",
        "data/kelompok.csv",
        "data/kepesertaan.csv",
        "data/pekerja.csv",
        "data/penghargaan.csv",
        "data/pernyataan.csv",
        "data/target.csv",
        "data/wilayah.csv",
        "rakor.toml",
    ),
    example!(
        "kalimantan-barat":
        "README.md",
        "data/dasar_hukum.csv",
        "data/kepesertaan.csv",
        "data/pekerja.csv",
        "data/pernyataan.csv",
        "data/target.csv",
        "data/wilayah.csv",
        "rakor.toml",
    ),
    example!(
        "simulasi":
        "README.md",
        "aset/lambang.svg",
        "data/anggaran.csv",
        "data/dasar_hukum.csv",
        "data/faktor.csv",
        "data/indikator.csv",
        "data/indikator_tahunan.csv",
        "data/indikator_triwulan.csv",
        "data/kegiatan.csv",
        "data/kelompok.csv",
        "data/kepesertaan.csv",
        "data/kepesertaan_program.csv",
        "data/klaim.csv",
        "data/narasi.csv",
        "data/pekerja.csv",
        "data/pemberi_kerja.csv",
        "data/penerima.csv",
        "data/penghargaan.csv",
        "data/pernyataan.csv",
        "data/proyek.csv",
        "data/target.csv",
        "data/tarif_iuran.csv",
        "data/tarif_konstruksi.csv",
        "data/tindak_lanjut.csv",
        "data/wilayah.csv",
        "rakor.toml",
    ),
    example!(
        "simulasi-provinsi":
        "README.md",
        "data/dasar_hukum.csv",
        "data/kepesertaan.csv",
        "data/pekerja.csv",
        "data/target.csv",
        "data/wilayah.csv",
        "rakor.toml",
    ),
];

/// Every example workspace.
#[must_use]
pub fn examples() -> &'static [Example] {
    &EXAMPLES
}
