//! The target of the year: where coverage stands against it, the path, the pace, and other targets beside it.

use super::words::{Arah, PenyebutNasional};
use crate::place::Printed;

sentences! {
    /// Coverage against the reference target; said right after the level.
    pub enum Target {
        /// Below.
        DiBawah as di_bawah { selisih, dokumen, tahun, target, tingkat_capaian },
        /// How many participants are missing; after `di_bawah`.
        Kekurangan as kekurangan { target_orang, kekurangan },
        /// Exactly met.
        Tepat as tepat { dokumen, tahun, target },
        /// Unmet by less than what is printed.
        NyarisTarget as nyaris_target { dokumen, tahun, target, kekurangan },
        /// Above. No attainment under a target of zero.
        Melampaui as melampaui { dokumen, tahun, target, selisih, tingkat_capaian: Option<Printed> },
        /// Above by less than what is printed.
        MelampauiTipis as melampaui_tipis { dokumen, tahun, target },
        /// No target.
        TanpaTarget as tanpa_target { tahun },
        /// A target of zero has no attainment.
        TargetNol as target_nol { tahun },
        /// Two documents name a target; the first is the reference.
        DuaTarget as dua_target { tahun, target_a, dokumen_a, target_b, dokumen_b },
        /// Three or more documents; `daftar` from [`bracketed`](super::bracketed), `target` is the reference.
        BeberapaTarget as beberapa_target { tahun, daftar, target, dokumen },
    }
}

sentences! {
    /// The month against the straight path to the target. `penyebut_kini` when the start's month had another
    /// denominator and its value is restated under the one in force.
    pub enum Path {
        /// Beside it.
        Jalur as jalur { selisih, arah: Arah, nilai_jalur },
        /// Beside it by less than what is printed.
        JalurNyaris as jalur_nyaris { arah: Arah, nilai_jalur },
        /// Exactly on it.
        JalurTepat as jalur_tepat { nilai_jalur },
        /// How it is drawn.
        JalurDasar as jalur_dasar { nilai_awal, bulan_awal, penyebut_kini: bool, target },
        /// It begins in the report's own month.
        JalurAwal as jalur_awal { nilai_awal, bulan_awal, target },
        /// The first known value already is December's.
        TanpaJalur as tanpa_jalur { tahun, bulan_awal },
    }
}

sentences! {
    /// Participants needed each month.
    pub enum Pace {
        /// Months are left. `n` months of history, `None` when it is one; `kali` only when it prints above 1,0.
        Laju as laju { sisa_bulan, laju_perlu, n: Option<Printed>, laju_rata, kali: Option<Printed> },
        /// The average already is what is needed.
        LajuCukup as laju_cukup { sisa_bulan, laju_perlu, n: Option<Printed>, laju_rata },
        /// What is needed alone; before `laju_nol` or `laju_tanpa_rerata`.
        LajuPerlu as laju_perlu { sisa_bulan, laju_perlu },
        /// The average is zero or negative.
        LajuNol as laju_nol { n: Option<Printed> },
        /// No earlier month to take an average from.
        LajuTanpaRerata as laju_tanpa_rerata,
        /// One month left.
        LajuSebulan as laju_sebulan { kekurangan },
        /// No month left.
        LajuHabis as laju_habis { kekurangan },
        /// The target is met.
        LajuSelesai as laju_selesai,
    }
}

sentences! {
    /// National targets beside the region's.
    pub enum Comparison {
        /// The national target of the same year.
        Nasional as nasional { tahun, target_nasional, dokumen_nasional, penyebut: PenyebutNasional },
        /// What the long-term target needs.
        JangkaPanjang as jangka_panjang { target, tahun_target, selisih_per_tahun, tahun_awal },
        /// The long-term target is met already.
        JangkaPanjangTerpenuhi as jangka_panjang_terpenuhi { target, tahun_target },
    }
}
