//! Where coverage is heading: the projection, what it rests on, and the pace that targets need.

use super::words::Arah;
use crate::measure::proyeksi::{Method, TargetPlace};
use crate::place::Printed;

tags! {
    /// How a projection is reckoned.
    pub enum Metode {
        /// Least squares.
        KuadratTerkecil = "kuadrat_terkecil",
        /// A random walk with drift.
        JalanAcak = "jalan_acak",
    }
}

impl From<Method> for Metode {
    fn from(method: Method) -> Self {
        match method {
            Method::KuadratTerkecil => Self::KuadratTerkecil,
            Method::JalanAcak => Self::JalanAcak,
        }
    }
}

tags! {
    /// Where a target lies against a prediction interval.
    pub enum Kedudukan {
        /// Above it.
        Atas = "atas",
        /// Inside.
        Dalam = "dalam",
        /// Below it.
        Bawah = "bawah",
    }
}

impl From<TargetPlace> for Kedudukan {
    fn from(place: TargetPlace) -> Self {
        match place {
            TargetPlace::Atas => Self::Atas,
            TargetPlace::Dalam => Self::Dalam,
            TargetPlace::Bawah => Self::Bawah,
        }
    }
}

sentences! {
    /// The coverage of a month to come. `n` months of data, gaps between them counted too.
    pub enum Projection {
        /// Within the range of a percentage.
        Proyeksi as proyeksi { n, bulan_target, nilai, bawah, atas },
        /// The interval is narrower than what is printed.
        ProyeksiSempit as proyeksi_sempit { n, bulan_target, nilai },
        /// Above one hundred percent. `bawah` is the lower end of the interval, `None` when that is above too.
        ProyeksiMelampaui as proyeksi_melampaui { n, bulan_target, bawah: Option<Printed> },
        /// Below zero. `atas` is the upper end of the interval, `None` when that is below too.
        ProyeksiHabis as proyeksi_habis { n, bulan_target, atas: Option<Printed> },
        /// An end of the interval was moved into the range of a percentage; both on `None`. After `proyeksi`.
        ProyeksiBatas as proyeksi_batas { arah: Option<Arah> },
        /// The same month on the line of Theil and Sen.
        ProyeksiPembanding as proyeksi_pembanding { nilai, bulan_target },
        /// A target against the interval; after `proyeksi`.
        ProyeksiTarget as proyeksi_target { target, kedudukan: Kedudukan },
        /// Later months are an illustration. `rentang` is how far the data reach, *24 bulan*.
        ProyeksiIlustrasi as proyeksi_ilustrasi { bulan, rentang },
    }
}

sentences! {
    /// What a projection rests on.
    pub enum ProjectionBasis {
        /// Method and assumption; `n` points.
        ProyeksiAsumsi as proyeksi_asumsi { metode: Metode, n },
        /// Why least squares: the residuals are not shown to depend on each other.
        ProyeksiTren as proyeksi_tren { statistik, batas },
        /// Why the random walk: they are.
        ProyeksiJalanAcak as proyeksi_jalan_acak { statistik, batas },
        /// Why least squares: every point lies on the line.
        ProyeksiSegaris as proyeksi_segaris,
        /// Earlier months are restated under the denominator in force now.
        ProyeksiPenyebut as proyeksi_penyebut { periode, penyebut },
        /// Months without data.
        ProyeksiBulanKosong as proyeksi_bulan_kosong { daftar },
        /// Too few months.
        ProyeksiKurangData as proyeksi_kurang_data { n, minimum },
        /// The method in a table; no full stop.
        NamaMetode as nama_metode { metode: Metode },
    }
}

sentences! {
    /// The pace that the target of a year to come needs.
    pub enum TargetPace {
        /// Months are left.
        ProyeksiLaju as proyeksi_laju { target, bulan_target, laju_perlu, sisa_bulan },
        /// One month is left.
        ProyeksiLajuSebulan as proyeksi_laju_sebulan { target, bulan_target, kekurangan },
        /// The target is met already.
        ProyeksiLajuSelesai as proyeksi_laju_selesai { target, bulan_target, bulan_kini },
    }
}
