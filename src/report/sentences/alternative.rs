//! Alternative texts of charts and pictures.

use super::words::Arah;
use crate::place::Printed;

sentences! {
    /// What a reader who does not see the picture must know.
    pub enum Alternative {
        /// A line of coverage. `tahun` is the target's year and said only with a `target`.
        Garis as alt_garis {
            wilayah,
            nilai_awal,
            bulan_awal,
            nilai_akhir,
            bulan_akhir,
            tahun,
            target: Option<Printed>,
        },
        /// A single point.
        GarisSatu as alt_garis_satu { wilayah, nilai, bulan, tahun, target: Option<Printed> },
        /// No point: an empty frame.
        GarisKosong as alt_garis_kosong { wilayah },
        /// A line of coverage with its projection. `luar` when the projected value leaves the range of a percentage on
        /// that side, `daftar_target` from [`listed`](super::listed).
        Kipas as alt_kipas {
            wilayah,
            nilai_awal,
            bulan_awal,
            nilai_akhir,
            bulan_akhir,
            nilai,
            luar: Option<Arah>,
            bulan_target,
            bawah,
            atas,
            daftar_target: Option<Printed>,
        },
        /// Bars, the highest first; `daftar` from [`listed`](super::listed).
        Batang as alt_batang { hal, kelompok, daftar },
        /// A single bar.
        BatangSatu as alt_batang_satu { hal, kelompok, daftar },
        /// Covered and uncovered workers by segment; lists from [`listed`](super::listed).
        BatangSegmen as alt_batang_segmen { daftar_peserta, daftar_belum },
        /// Ceiling and spending by source of money; lists from [`listed`](super::listed).
        BatangDana as alt_batang_dana { daftar_pagu, daftar_realisasi: Option<Printed> },
        /// Registered and unregistered workers of packages by office; lists from [`listed`](super::listed).
        BatangPaket as alt_batang_paket { daftar_terdaftar, daftar_belum },
        /// The emblem in the letterhead.
        Lambang as alt_lambang { wilayah },
    }
}
