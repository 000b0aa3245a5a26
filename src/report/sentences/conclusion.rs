//! The summary on the first page, conclusions, recommendations, follow-ups.

use super::words::{Alasan, Letak, Status};
use crate::place::Printed;

sentences! {
    /// The whole report in one sentence of at most 35 words. `segmen` when the report covers one segment alone.
    pub enum Summary {
        /// Below the target.
        DiBawah as ringkasan_di_bawah {
            per_tanggal, segmen: Option<Printed>, wilayah, cakupan, peserta, pekerja, selisih, tahun, kekurangan,
        },
        /// Below by less than what is printed.
        Nyaris as ringkasan_nyaris {
            per_tanggal, segmen: Option<Printed>, wilayah, cakupan, peserta, pekerja, tahun, kekurangan,
        },
        /// Exactly met.
        Tepat as ringkasan_tepat {
            per_tanggal, segmen: Option<Printed>, wilayah, cakupan, peserta, pekerja, tahun,
        },
        /// Above the target; no `selisih` when it would print 0,00.
        Melampaui as ringkasan_melampaui {
            per_tanggal, segmen: Option<Printed>, wilayah, cakupan, peserta, pekerja, selisih: Option<Printed>, tahun,
        },
        /// No target.
        TanpaTarget as ringkasan_tanpa_target {
            per_tanggal, segmen: Option<Printed>, wilayah, cakupan, peserta, pekerja, tahun,
        },
        /// No denominator.
        TanpaPenyebut as ringkasan_tanpa_penyebut {
            per_tanggal,
            segmen: Option<Printed>,
            wilayah,
            peserta,
            alasan: Alasan,
        },
    }
}

sentences! {
    /// What follows from the figures.
    pub enum Conclusion {
        /// Always first. Below the target exactly when there is a `kekurangan`.
        Simpulan1 as simpulan_1 { per_tanggal, tahun, cakupan, target, kekurangan: Option<Printed> },
        /// Instead of it, without a target.
        SimpulanTanpaTarget as simpulan_tanpa_target { per_tanggal, cakupan, tahun },
        /// Instead of it, without a denominator.
        SimpulanTanpaPenyebut as simpulan_tanpa_penyebut { per_tanggal, peserta, alasan: Alasan },
        /// Where most of those who are not covered are.
        Simpulan2 as simpulan_2 { letak: Letak, tempat, n },
        /// With a projection.
        Simpulan3 as simpulan_3 { terpenuhi: bool, tahun },
    }
}

sentences! {
    /// Recommendations that follow from data, and the lines that ask for a decision.
    pub enum Recommendation {
        /// One segment holds more than half of those not covered.
        SaranSegmen as saran_segmen { penanggung_jawab, segmen },
        /// The pace that the target needs.
        SaranLaju as saran_laju { penanggung_jawab, laju_perlu, bulan_target },
        /// No target is known.
        SaranTarget as saran_target { penanggung_jawab, tahun, tenggat: Option<Printed> },
        /// Workers of packages are unregistered.
        SaranProyek as saran_proyek { rujukan, tenggat: Option<Printed> },
        /// Employers are unregistered.
        SaranPemberiKerja as saran_pemberi_kerja { penanggung_jawab, n, tenggat: Option<Printed> },
        /// Absorption below the share of the year that has passed. Several offices are listed with what each has left,
        /// and then there is no `sisa_rp`.
        SaranSerapan as saran_serapan { perangkat_daerah, sisa_rp: Option<Printed> },
        /// Data are missing.
        SaranData as saran_data { sumber, hal, tenggat: Option<Printed> },
        /// Several denominators are in use.
        SaranPenyebut as saran_penyebut { para_pihak, tahun },
        /// Nothing to recommend.
        SaranKosong as saran_kosong { periode },
        /// One line that asks for a decision. `hal` opens it; `lewat` when the day has passed.
        Arahan as arahan { hal, penanggung_jawab: Option<Printed>, tenggat: Option<Printed>, lewat: bool },
        /// Nothing to decide.
        ArahanKosong as arahan_kosong { periode },
    }
}

sentences! {
    /// Follow-ups of earlier meetings.
    pub enum FollowUp {
        /// How many stand where; `None` where there is none. Stopped ones are named only when there are some.
        /// `tanpa_tenggat` when no unfinished one has a due date, so that none can be overdue.
        RekapTindakLanjut as rekap_tindak_lanjut {
            n,
            a: Option<Printed>,
            b: Option<Printed>,
            c: Option<Printed>,
            e: Option<Printed>,
            d: Option<Printed>,
            tanpa_tenggat: bool,
        },
        /// The status of one, as a phrase in the matrix.
        StatusTindakLanjut as status_tindak_lanjut { status: Status, lewat: bool },
    }
}
