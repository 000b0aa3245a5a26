//! Notes on data, waivers, verdicts on statements.

use super::words::Pemakaian;
use crate::place::Printed;

sentences! {
    /// Notes on data.
    pub enum Notes {
        /// One denominator; without `dipakai_mulai` it is known but not used.
        CatatanPenyebut as catatan_penyebut {
            penyebut,
            pekerja,
            sumber,
            per_tanggal,
            dipakai_mulai: Option<Printed>,
        },
        /// A stated figure differs from the computed one. `hal` opens the sentence.
        CatatanSelisih as catatan_selisih { hal, tercantum, tempat, a, b, hitungan, yang_dipakai: Pemakaian },
        /// An announced percentage without its denominator.
        CatatanPenyebutTersirat as catatan_penyebut_tersirat {
            persen,
            narasumber: Option<Printed>,
            sumber,
            tanggal,
            tersirat,
        },
        /// What the abbreviations of a table stand for; `daftar` separates them by semicolons.
        Singkatan as singkatan { daftar },
        /// Nothing to note.
        CatatanKosong as catatan_kosong,
    }
}

sentences! {
    /// Figures that a person insists on.
    pub enum Waiver {
        /// A waiver in force.
        Pengecualian as pengecualian { tercantum, tempat, hitungan, jabatan, tanggal, alasan },
        /// A waiver that meets no figure any more.
        PengecualianUsang as pengecualian_usang { kode },
    }
}

sentences! {
    /// What a check of a statement says; phrases in a table.
    pub enum Verdict {
        /// It fits.
        Sesuai as putusan_sesuai,
        /// It fits within rounding.
        SesuaiPembulatan as putusan_pembulatan { cara },
        /// It does not fit.
        TidakSesuai as putusan_tidak_sesuai { hitungan, tercantum },
        /// It cannot be checked.
        TidakDapatDiperiksa as putusan_tidak_dapat { alasan },
    }
}

sentences! {
    /// The sheet of checked figures.
    pub enum Sheet {
        /// How many figures were checked; without `salah` none of them is wrong.
        PemeriksaanPembuka as pemeriksaan_pembuka { jumlah, wilayah, tahun, salah: Option<Printed> },
        /// How many of them need no words.
        PemeriksaanSesuai as pemeriksaan_sesuai { jumlah },
        /// Where the percentage and the source of a right figure come from.
        PemeriksaanCara as pemeriksaan_cara,
    }
}
