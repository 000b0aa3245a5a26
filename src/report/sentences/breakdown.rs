//! By segment and by group of vulnerable workers.

use crate::place::Printed;

sentences! {
    /// Segments.
    pub enum Segments {
        /// The highest and the lowest coverage; several equal ones are one list (*a dan b*).
        Antarsegmen as antarsegmen { segmen_a, cakupan_a, segmen_b, cakupan_b, selisih: Option<Printed> },
        /// All segments are exactly equal.
        AntarsegmenSama as antarsegmen_sama { cakupan },
        /// Only one segment has data.
        SegmenTunggal as segmen_tunggal { segmen, cakupan, peserta, pekerja },
        /// Where most of those who are not covered are.
        PorsiBelum as porsi_belum { belum, belum_b, porsi, segmen_b },
        /// Vulnerable workers are not added to the total again.
        Rentan as rentan { segmen_induk },
        /// A segment that overlaps others is not added to the total. `segmen` is its name.
        SegmenTumpang as segmen_tumpang { segmen },
    }
}

sentences! {
    /// Groups of vulnerable workers.
    pub enum Groups {
        /// Several groups. Without `sumber_dana` nothing is said of who pays; several payers are listed with the persons
        /// they pay for. `beberapa` when `kelompok` lists several equal ones.
        Kelompok as kelompok { n, k, sumber_dana: Option<Printed>, kelompok, m, beberapa: bool },
        /// A single group.
        KelompokTunggal as kelompok_tunggal { n, kelompok, sumber_dana: Option<Printed> },
        /// Persons against those planned.
        KelompokTarget as kelompok_target { target, n, porsi },
        /// Protected for a time.
        KelompokBerjangka as kelompok_berjangka { n, kelompok, kegiatan: Option<Printed>, mulai, selesai },
        /// Protection that begins later.
        KelompokBelumMulai as kelompok_belum_mulai { n, kelompok, mulai },
        /// Protection that has ended.
        KelompokBerakhir as kelompok_berakhir { n, kelompok, selesai },
        /// `n` groups do not state their persons.
        KelompokTanpaJumlah as kelompok_tanpa_jumlah { n },
    }
}
