//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    /// Too small or too large.
    SIZE = "G001" "Ukuran grafik tidak dapat dipakai.";
    /// More bars than the height has room for.
    BARS = "G002" "Batang grafik terlalu banyak untuk tingginya.";
    /// A value that has no place on its axis.
    OFF_AXIS = "G003" "Satu nilai tidak mempunyai tempat pada sumbu grafik.";
    /// Months out of order.
    ORDER = "G004" "Bulan pada grafik garis tidak berurutan.";
    /// More changes of the denominator than fit.
    FLAGS = "G005" "Pergantian penyebut terlalu banyak untuk satu grafik.";
    /// A character that no face has.
    UNPRINTABLE = "G006" "Teks grafik memuat karakter yang tidak dapat dicetak.";
    /// The drawing engine failed.
    BROKEN = "G007" "Terjadi kesalahan di dalam program saat grafik digambar.";
}
