//! What is not there and why, which denominator is used, how figures are rounded.

use super::words::{Alasan, TandaSel, Tingkat};
use crate::place::Printed;

sentences! {
    /// A figure or a section that cannot be given. Missing is never zero.
    pub enum Missing {
        /// Not known. `hal` opens the sentence.
        BelumTersedia as belum_tersedia { hal, periode: Option<Printed>, alasan: Alasan },
        /// Known in part, but not computable. `hal` opens the sentence.
        TidakTerhitung as tidak_terhitung { hal, alasan: Alasan },
        /// A section without data. `sumber` owes them, `akhir` is the last period that has them.
        BagianKosong as bagian_kosong {
            hal,
            periode: Option<Printed>,
            sumber: Option<Printed>,
            akhir: Option<Printed>,
        },
        /// Counted and nil.
        Nihil as nihil { hal, periode },
        /// No participants of the region and segment.
        TanpaPeserta as tanpa_peserta {
            wilayah,
            segmen: Option<Printed>,
            periode,
            akhir: Option<Printed>,
        },
        /// Segments, but neither a total nor all its parts.
        TanpaTotal as tanpa_total { periode, daftar },
        /// No denominator in force.
        TanpaPenyebut as tanpa_penyebut { segmen: Option<Printed>, periode },
        /// Several definitions of the denominator, none chosen.
        PenyebutBelumDitetapkan as penyebut_belum_ditetapkan { daftar },
        /// The denominator in force counts no worker.
        PenyebutNol as penyebut_nol { periode },
        /// No breakdown by segment.
        TanpaSegmen as tanpa_segmen { periode },
        /// No breakdown by region.
        TanpaWilayah as tanpa_wilayah { tingkat: Tingkat, periode },
        /// `n` rows lack the value. `hal` opens the sentence.
        NilaiKosong as nilai_kosong { hal, n },
        /// A sum since January lacks months. `hal` opens the sentence.
        BulanKosong as bulan_kosong { hal, daftar },
        /// Parts that may count one case twice. `hal` opens the sentence.
        TidakDijumlahkan as tidak_dijumlahkan { hal },
        /// The whole is zero.
        DasarNol as dasar_nol { hal },
        /// A sum beyond what any census could hold. `hal` opens the sentence.
        TerlaluBesar as terlalu_besar { hal },
        /// What the marks in a table mean.
        KeteranganTanda as keterangan_tanda { tanda: TandaSel },
        /// Figures that may still be corrected.
        Sementara as sementara { hal, per_tanggal, sumber },
    }
}

sentences! {
    /// The denominator.
    pub enum Denominator {
        /// It changes in this month.
        PenyebutBaru as penyebut_baru {
            periode,
            penyebut_lama,
            pekerja_lama,
            penyebut,
            pekerja,
            cakupan_lama,
            cakupan,
        },
        /// Beneath the key figures of the month it changes in: the coverage under the old one.
        PenyebutLama as penyebut_lama { penyebut, pekerja, cakupan },
        /// What the change means for the series. No `selisih` when it would print 0,00.
        PutusDeret as putus_deret { selisih: Option<Printed>, periode },
        /// The same participants under every denominator.
        Kepekaan as kepekaan { peserta, terendah, tertinggi, rujukan: Option<Printed> },
        /// The denominator of one segment.
        PenyebutSegmen as penyebut_segmen { segmen, penyebut, pekerja },
        /// Segments have no denominators: their table shows participants.
        PenyebutSegmenBelum as penyebut_segmen_belum,
        /// Beneath the key figures: what they stand on.
        DasarAngka as dasar_angka {
            penyebut: Option<Printed>,
            pekerja: Option<Printed>,
            sumber,
            status: Option<Printed>,
        },
    }
}

sentences! {
    /// How figures are rounded.
    pub enum Rounding {
        /// Percentages and differences.
        Pembulatan as pembulatan,
        /// Persons needed.
        PembulatanOrang as pembulatan_orang,
    }
}
