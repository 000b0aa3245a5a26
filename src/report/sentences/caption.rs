//! A few words beneath each key figure of the first page.

use super::words::Alasan;

sentences! {
    /// What a key figure means. Phrases, no full stop.
    pub enum Caption {
        /// Coverage: what of what.
        Cakupan as uraian_cakupan { peserta, pekerja },
        /// Change in *persen poin* since a month.
        Perubahan as uraian_perubahan { bulan_lalu },
        /// Coverage has another denominator than in the month before.
        TidakDibandingkan as uraian_tidak_dibandingkan { bulan_lalu },
        /// Persons missing for a target.
        Kekurangan as uraian_kekurangan { target, tahun },
        /// Persons to be added each month.
        Laju as uraian_laju { sisa_bulan },
        /// The target is met.
        LajuSelesai as uraian_laju_selesai,
        /// No month is left.
        LajuHabis as uraian_laju_habis,
        /// The figure is not there.
        Belum as uraian_belum { alasan: Alasan },
    }
}
