//! The evaluation of a plan: what was attained, by which rules, and what the offices state about it.

use super::words::TandaBaca;
use crate::measure::evaluasi::{Absent, Formula};
use crate::place::Printed;
use crate::table::{Agregasi, JenisFaktor};

tags! {
    /// What a percentage is about.
    pub enum Sisi {
        /// The indicator in its own unit.
        Kinerja = "kinerja",
        /// Rupiah.
        Anggaran = "anggaran",
    }
}

tags! {
    /// Why a *tingkat capaian* cannot be given.
    pub enum AlasanCapaian {
        /// The target is zero.
        TargetNol = "target_nol",
        /// The realisation is zero, and the target is divided by it.
        RealisasiNol = "realisasi_nol",
        /// No target is known.
        TanpaTarget = "tanpa_target",
        /// No realisation is known.
        TanpaRealisasi = "tanpa_realisasi",
        /// Some years or quarters have none.
        TidakLengkap = "tidak_lengkap",
        /// The indicator does not say how it is to be reckoned.
        TanpaAturan = "tanpa_aturan",
    }
}

impl From<Absent> for AlasanCapaian {
    fn from(absent: Absent) -> Self {
        match absent {
            Absent::ZeroTarget => Self::TargetNol,
            Absent::ZeroRealisation => Self::RealisasiNol,
            Absent::NoTarget => Self::TanpaTarget,
            Absent::NotYet | Absent::NoRealisation | Absent::NoBaseline | Absent::FirstYear => Self::TanpaRealisasi,
            Absent::Incomplete => Self::TidakLengkap,
            Absent::NoAggregation | Absent::NoDirection | Absent::NoFormula => Self::TanpaAturan,
        }
    }
}

tags! {
    /// How a realisation is set against its target.
    pub enum Rumus {
        /// Realisation over target.
        RPerT = "r_per_t",
        /// Target over realisation.
        TPerR = "t_per_r",
        /// Twice the target less the realisation, over the target.
        DuaTKurangR = "dua_t_kurang_r",
    }
}

impl From<Formula> for Rumus {
    fn from(formula: Formula) -> Self {
        match formula {
            Formula::RPerT => Self::RPerT,
            Formula::TPerR => Self::TPerR,
            Formula::DuaTKurangR => Self::DuaTKurangR,
        }
    }
}

tags! {
    /// How quarters become a year, and years the end of a plan.
    pub enum Penggabungan {
        /// Added up.
        Jumlah = "jumlah",
        /// The last position.
        PosisiAkhir = "posisi_akhir",
        /// The mean.
        RataRata = "rata_rata",
    }
}

impl From<Agregasi> for Penggabungan {
    fn from(how: Agregasi) -> Self {
        match how {
            Agregasi::Jumlah => Self::Jumlah,
            Agregasi::PosisiAkhir => Self::PosisiAkhir,
            Agregasi::RataRata => Self::RataRata,
        }
    }
}

tags! {
    /// What the offices state about an indicator.
    pub enum HalFaktor {
        /// What helped.
        Pendorong = "pendorong",
        /// What hindered.
        Penghambat = "penghambat",
        /// For the next RKPD.
        LanjutRkpd = "lanjut_rkpd",
        /// For the next RPJMD.
        LanjutRpjmd = "lanjut_rpjmd",
    }
}

impl From<JenisFaktor> for HalFaktor {
    fn from(kind: JenisFaktor) -> Self {
        match kind {
            JenisFaktor::Pendorong => Self::Pendorong,
            JenisFaktor::Penghambat => Self::Penghambat,
            JenisFaktor::LanjutRkpd => Self::LanjutRkpd,
            JenisFaktor::LanjutRpjmd => Self::LanjutRpjmd,
        }
    }
}

sentences! {
    /// What the report is about.
    pub enum Evaluation {
        /// Its opening. `ke` is which year of the plan, `masa` how many it has.
        EvaluasiUmum as evaluasi_umum { wilayah, rpjmd, dasar: Option<Printed>, tahun, ke, masa },
        /// What it is made for.
        EvaluasiMaksud as evaluasi_maksud { rpjmd },
        /// How many indicators, and where their forms stand.
        EvaluasiLingkup as evaluasi_lingkup { n, formulir_rpjmd, lampiran_rpjmd, formulir_rkpd, lampiran_rkpd, tahun },
        /// Indicators that name no base year belong to no plan.
        EvaluasiTanpaRencana as evaluasi_tanpa_rencana { n },
        /// The last paragraph.
        EvaluasiPenutup as evaluasi_penutup,
        /// A section that rests on coverage, for a December without data; `akhir` is the last month with data.
        EvaluasiTanpaCakupan as evaluasi_tanpa_cakupan { periode, akhir: Option<Printed> },
    }
}

sentences! {
    /// What was attained.
    pub enum Attained {
        /// One indicator in one year.
        Predikat as predikat { indikator, tahun, tingkat_capaian, predikat },
        /// The mean of a year; without `tahun` that of the end of the plan. `m` are left out for one reason.
        RataRata as rata_rata {
            sisi: Sisi,
            tahun: Option<Printed>,
            n,
            nilai,
            predikat,
            m: Option<Printed>,
            alasan: Option<AlasanCapaian>,
        },
        /// So many left out for one of several reasons; after `rata_rata`.
        TidakDiikutkan as tidak_diikutkan { m, alasan: AlasanCapaian },
        /// No indicator has a percentage.
        TanpaRataRata as tanpa_rata_rata { sisi: Sisi, tahun: Option<Printed> },
        /// One indicator has none; without `indikator` the sentence stands beside it.
        TidakDihitung as tidak_dihitung { indikator: Option<Printed>, alasan: AlasanCapaian },
        /// Above 200 percent.
        DiLuarWajar as di_luar_wajar { indikator: Option<Printed>, nilai },
        /// *Kinerja* beside money, of the same year.
        Efisiensi as efisiensi { tahun, kinerja, anggaran },
        /// How many met their target with how much of the money; no cause is named.
        EfisiensiCacah as efisiensi_cacah { tahun, n, hemat, lebih },
        /// What all indicators together spent of what was planned.
        Serapan as serapan_indikator { tahun, realisasi_rp, target_rp, persen, n },
    }
}

sentences! {
    /// By which rules.
    pub enum Rule {
        /// Whether a *predikat* follows from the rounded percentage.
        CaraPredikat as cara_predikat { dibulatkan: bool },
        /// The bands, as printed.
        BatasPredikat as batas_predikat { dibulatkan: bool },
        /// The formula of indicators of which larger is better.
        IndikatorPositif as indikator_positif { nomor },
        /// The formula of indicators of which smaller is better; without `nomor` of the one at hand.
        IndikatorNegatif as indikator_negatif { nomor: Option<Printed>, rumus: Rumus },
        /// How quarters and years are put together.
        CaraPenggabungan as cara_penggabungan { nomor, cara: Penggabungan },
        /// Money in the form; `desimal` when a fraction of a million is printed.
        DalamJuta as dalam_juta { desimal: bool },
        /// How a mean is made.
        CaraRataRata as cara_rata_rata,
        /// What the marks in the cells of a form mean. `di_luar_wajar` is the mark behind what lies above 200 percent.
        TandaFormulir as tanda_formulir {
            kosong: bool,
            tidak_berlaku: bool,
            tidak_dihitung: bool,
            di_luar_wajar: Option<Printed>,
        },
        /// Up to which quarter a figure goes, in a cell; no full stop.
        SampaiTriwulan as sampai_triwulan { triwulan },
        /// Figures that may still change, in a cell; no full stop.
        StatusSementara as status_sementara,
        /// The *predikat* in a cell; no full stop.
        PredikatSel as predikat_sel { predikat },
        /// Why there is no percentage, in a cell; no full stop.
        AlasanSel as alasan_sel { sisi: Sisi, alasan: AlasanCapaian },
    }
}

sentences! {
    /// What the offices state.
    pub enum Factors {
        /// Before a list.
        FaktorAda as faktor_ada { hal: HalFaktor, tahun },
        /// Nothing was stated.
        FaktorKosong as faktor_kosong { hal: HalFaktor, tahun },
        /// One statement and the indicator it is about. `uraian` without its full stop.
        Faktor as faktor { indikator, uraian, tanda: TandaBaca },
    }
}

sentences! {
    /// The region beside others.
    pub enum Beside {
        /// Its coverage against a target of the region above or the nation; `selisih` is `None` when it would print 0,00.
        TargetLain as target_lain { tahun, wilayah, dokumen, target, cakupan, selisih: Option<Printed>, bawah: bool },
        /// No target of another level for the year.
        TanpaTargetLain as tanpa_target_lain { tahun },
        /// No other region has data.
        TanpaDaerahLain as tanpa_daerah_lain { periode },
        /// Regions with another definition of the denominator are listed and not ranked.
        DefinisiLain as definisi_lain { daftar },
    }
}
