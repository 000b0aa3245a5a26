//! Ranks of regions.

use super::words::{Cacah, Gerak, Tingkat};
use crate::place::Printed;

sentences! {
    /// Regions by coverage. Equal regions are one list (*a dan b*).
    pub enum Ranks {
        /// Two regions only.
        PeringkatDua as peringkat_dua { a, x, selisih: Option<Printed>, b, y },
        /// Three or more, with one at the top.
        Peringkat as peringkat { a, x, b, y, z, v },
        /// Several share the top.
        PeringkatPuncakSama as peringkat_puncak_sama { daftar, x, z, v },
        /// All are equal.
        PeringkatSemuaSama as peringkat_semua_sama { tingkat: Tingkat, x },
        /// Several share rank `n`.
        PeringkatSama as peringkat_sama { daftar, n, x },
        /// Rank against the month before.
        PeringkatPindah as peringkat_pindah { a, gerak: Gerak, m, n },
        /// Only one region has a coverage.
        PeringkatTunggal as peringkat_tunggal { tingkat: Tingkat, a, x },
        /// No region has a coverage that can be compared.
        TanpaPeringkat as tanpa_peringkat { tingkat: Tingkat },
        /// No denominators: the order follows participants.
        PeringkatJumlah as peringkat_jumlah { tingkat: Tingkat },
        /// The most and the fewest participants.
        JumlahTerbanyak as jumlah_terbanyak { a, x, z, v },
        /// All regions have equally many participants.
        JumlahSama as jumlah_sama { tingkat: Tingkat, x },
        /// Participants that no region could be found for.
        TidakTerpetakan as tidak_terpetakan { n, porsi: Option<Printed>, tingkat: Tingkat },
        /// Regions without data.
        TidakLapor as tidak_lapor { daftar_wilayah, cacah: Cacah },
        /// Regions whose denominator has another definition.
        PenyebutLain as penyebut_lain { daftar_wilayah, cacah: Cacah },
        /// The subject among the regions of its parent; `bersama` shares the rank.
        PeringkatDaerah as peringkat_daerah {
            tingkat: Tingkat,
            n,
            provinsi,
            wilayah,
            r,
            bersama: Option<Printed>,
        },
        /// No other region of the parent has data.
        DaerahLainBelum as daerah_lain_belum { tingkat: Tingkat, provinsi },
    }
}
