//! Budget, claims, construction.

use super::words::Keterdaftaran;
use crate::place::Printed;

sentences! {
    /// Who pays the contributions of vulnerable workers.
    pub enum Budget {
        /// Spending against the ceiling.
        Serapan as serapan { per_tanggal, realisasi_rp, serapan, pagu_rp, tahun },
        /// Nothing spent so far.
        SerapanNihil as serapan_nihil { per_tanggal, pagu_rp, tahun },
        /// A ceiling, and nothing known of the spending.
        Pagu as pagu { tahun, pagu_rp },
        /// Spending without a known ceiling.
        RealisasiSaja as realisasi_saja { per_tanggal, realisasi_rp, tahun },
        /// Where the ceiling comes from; `daftar` from [`bracketed`](super::bracketed).
        SumberDana as sumber_dana { daftar },
        /// A single source.
        SumberDanaTunggal as sumber_dana_tunggal { sumber_dana },
        /// The ceiling was amended.
        PaguBerubah as pagu_berubah { pagu_murni },
        /// What the ceiling pays for.
        Kecukupan as kecukupan { iuran_rp, pagu_rp, orang, bulan },
        /// What it does not pay for.
        KurangDana as kurang_dana {
            orang,
            kelompok: Option<Printed>,
            bulan,
            kebutuhan_rp,
            selisih_rp,
            pagu_rp,
        },
        /// No contribution in force to compute with.
        TanpaTarif as tanpa_tarif,
        /// No ceiling.
        PaguKosong as pagu_kosong { sumber_dana },
        /// Spent beyond the ceiling.
        LebihPagu as lebih_pagu { selisih_rp },
        /// Persons protected against those planned.
        AnggaranOrang as anggaran_orang { target, orang, porsi },
        /// Lines of the budget stand at different dates.
        AnggaranTanggal as anggaran_tanggal { per_tanggal },
    }
}

sentences! {
    /// Claims and benefits.
    pub enum Claims {
        /// The month, with the programme of the highest amount.
        Klaim as klaim { periode, kasus, nominal_rp, program, nominal_program_rp, kasus_program: Option<Printed> },
        /// The month, one programme or none that stands out.
        KlaimJumlah as klaim_jumlah { periode, kasus, nominal_rp: Option<Printed> },
        /// The month, without a count of cases.
        KlaimNominal as klaim_nominal { periode, nominal_rp },
        /// Since January.
        KlaimKumulatif as klaim_kumulatif { tahun, kasus, nominal_rp },
        /// Since January, without a count of cases.
        KlaimKumulatifNominal as klaim_kumulatif_nominal { tahun, nominal_rp },
        /// Handing over of a benefit; no names.
        Penyerahan as penyerahan {
            tanggal,
            program: Option<Printed>,
            nominal_rp: Option<Printed>,
            n,
            kelompok: Option<Printed>,
            tempat: Option<Printed>,
            penyelenggara: Option<Printed>,
        },
        /// Scholarships.
        Beasiswa as beasiswa { nominal_rp, n },
    }
}

sentences! {
    /// Construction packages.
    pub enum Construction {
        /// Packages by registration; `None` where there is none.
        Proyek as proyek { n, a: Option<Printed>, b: Option<Printed>, c: Option<Printed> },
        /// All packages alike.
        ProyekSeragam as proyek_seragam { n, keterdaftaran: Keterdaftaran },
        /// `n` packages do not state their registration.
        ProyekBelumDiketahui as proyek_belum_diketahui { n },
        /// Workers of all packages; `z` is `None` when all are registered.
        ProyekPekerja as proyek_pekerja { x, y, persen, z: Option<Printed> },
        /// `n` packages whose work began before all workers were registered.
        ProyekTerlambat as proyek_terlambat { n },
    }
}
