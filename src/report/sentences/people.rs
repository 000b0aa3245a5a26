//! Employers, programmes, awards.

use crate::place::Printed;

sentences! {
    /// Awards.
    pub enum Awards {
        /// One award. `belum_diurutkan` when several received it and nobody has said in which order;
        /// `penerima_lain` are the others.
        Penghargaan as penghargaan {
            tanggal,
            wilayah,
            nama_penghargaan,
            pemberi: Option<Printed>,
            sebutan: Option<Printed>,
            lingkup: Option<Printed>,
            peringkat: Option<Printed>,
            penerima_lain: Option<Printed>,
            belum_diurutkan: bool,
        },
    }
}

sentences! {
    /// Employers.
    pub enum Employers {
        /// How many of all are registered.
        PemberiKerjaTerdaftar as pemberi_kerja_terdaftar { jumlah, terdaftar, persen },
        /// Some have registered nobody, some a part.
        PemberiKerja as pemberi_kerja { n, m },
        /// Some have registered nobody; of partial registration nothing is known, or it is nil.
        PemberiKerjaBelum as pemberi_kerja_belum { n },
        /// Some have registered a part; none has registered nobody, or it is not known.
        PemberiKerjaSebagian as pemberi_kerja_sebagian { m },
        /// All are registered in full.
        PemberiKerjaLengkap as pemberi_kerja_lengkap,
    }
}

sentences! {
    /// Programmes.
    pub enum Programmes {
        /// Participants by programme; `daftar` from [`bracketed`](super::bracketed).
        Program as program { daftar },
        /// Why programmes are not added up.
        ProgramTumpang as program_tumpang,
    }
}
