//! Where coverage stands, and how it moved.

use super::words::Gerak;
use crate::place::Printed;

sentences! {
    /// Coverage with its numerator, denominator and the denominator's definition.
    pub enum Level {
        /// Always first.
        Tingkat as tingkat { per_tanggal, segmen: Option<Printed>, wilayah, cakupan, peserta, pekerja, penyebut },
        /// No denominator: only the participants can be named.
        TingkatOrang as tingkat_orang { per_tanggal, segmen: Option<Printed>, wilayah, peserta },
        /// Workers who are not covered.
        Belum as belum { belum, persen_belum },
        /// Everybody is covered.
        BelumNihil as belum_nihil,
    }
}

sentences! {
    /// Change against the month before, or against the last month with data.
    pub enum Change {
        /// Coverage rose, participants too.
        Naik as naik { selisih, cakupan_lalu, bulan_lalu, tambahan },
        /// Coverage fell, participants too.
        Turun as turun { selisih, cakupan_lalu, bulan_lalu, pengurangan },
        /// Coverage is exactly the same.
        Tetap as tetap { bulan_lalu, cakupan },
        /// Coverage moved by less than what is printed.
        NyarisTetap as nyaris_tetap { bulan_lalu },
        /// Coverage went one way (`gerak`) because the workers did; participants went the other way by `orang`, or
        /// stayed the same on `None`.
        Berlawanan as berlawanan { gerak: Gerak, orang: Option<Printed>, selisih, pekerja_lalu, pekerja },
        /// No predecessor.
        Pertama as pertama { periode },
        /// Earlier data exist, but none recent enough to compare with.
        TanpaPembanding as tanpa_pembanding { periode, akhir },
        /// The month before has no data; said before the change itself.
        Lompat as lompat { bulan_lalu, periode_pembanding },
        /// Without coverage: participants rose.
        OrangBertambah as orang_bertambah { tambahan, bulan_lalu },
        /// Without coverage: participants fell.
        OrangBerkurang as orang_berkurang { pengurangan, bulan_lalu },
        /// Without coverage: participants are the same.
        OrangTetap as orang_tetap { bulan_lalu, peserta },
        /// A note: a series that had risen `n` months (two at least) falls.
        Berbalik as berbalik { n, sumber },
    }
}

sentences! {
    /// Change against the same month of the year before.
    pub enum Year {
        /// Coverage moved.
        Setahun as setahun { bulan_tahun_lalu, gerak: Gerak, selisih, cakupan_tahun_lalu },
        /// Coverage is exactly the same.
        SetahunTetap as setahun_tetap { bulan_tahun_lalu, cakupan },
        /// Coverage moved by less than what is printed.
        SetahunNyarisTetap as setahun_nyaris_tetap { bulan_tahun_lalu },
        /// That month has no data.
        SetahunBelum as setahun_belum { bulan_tahun_lalu },
    }
}
