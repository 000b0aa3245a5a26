//! A region over its parts: what they come to, how they spread, where they stand against their targets.
//!
//! *Gabungan* is the whole of all compared parts, sum over sum.

use super::words::{Cacah, Gerak, Tingkat};
use crate::place::Printed;

tags! {
    /// Why a part cannot be judged against its target.
    pub enum AlasanNilai {
        /// No participants in the month.
        TanpaData = "tanpa_data",
        /// No workers in force.
        TanpaPenyebut = "tanpa_penyebut",
        /// Another definition of the denominator.
        PenyebutLain = "penyebut_lain",
        /// No target for the year.
        TanpaTarget = "tanpa_target",
    }
}

tags! {
    /// Which count of the whole stands beside that of its parts.
    pub enum Hitungan {
        /// Active participants.
        Peserta = "peserta",
        /// Workers.
        Pekerja = "pekerja",
    }
}

sentences! {
    /// The letter around the figures.
    pub enum RecapPassage {
        /// What the report shows.
        RekapUmum as rekap_umum { tingkat: Tingkat, wilayah, segmen: Option<Printed>, per_tanggal },
        /// What it holds. `sebaran` and `sasaran` when there are such sections.
        RekapLingkup as rekap_lingkup { n, tingkat: Tingkat, periode, cakupan: bool, sebaran: bool, sasaran: bool },
        /// Parts of another level are left out.
        RekapHanya as rekap_hanya { n, tingkat: Tingkat, m },
    }
}

sentences! {
    /// What the parts come to together.
    pub enum Union {
        /// Sum over sum. `dari` when fewer than all parts are compared.
        RekapGabungan as rekap_gabungan {
            per_tanggal,
            n,
            dari: Option<Printed>,
            tingkat: Tingkat,
            wilayah,
            segmen: Option<Printed>,
            cakupan,
            peserta,
            pekerja,
            penyebut,
        },
        /// Without denominators only participants can be summed.
        RekapPeserta as rekap_peserta {
            per_tanggal,
            n,
            tingkat: Tingkat,
            wilayah,
            segmen: Option<Printed>,
            peserta,
            terpetakan: Option<Printed>,
        },
        /// How the united coverage is reckoned; `terpetakan` when somebody could not be mapped.
        RekapCara as rekap_cara { tingkat: Tingkat, terpetakan: bool },
        /// The same parts one month earlier.
        RekapGerak as rekap_gerak { bulan_lalu, gerak: Gerak, selisih, cakupan_lalu },
        /// Exactly equal.
        RekapTetap as rekap_tetap { bulan_lalu, cakupan },
        /// Unequal by less than what is printed.
        RekapNyarisTetap as rekap_nyaris_tetap { bulan_lalu },
        /// The parts differ from the published whole. `terpetakan`: how many of the sum no part could be found for;
        /// `belum`: parts without data, which the sum lacks.
        RekapSelisih as rekap_selisih {
            hal: Hitungan,
            wilayah,
            tercantum,
            tingkat: Tingkat,
            jumlah,
            terpetakan: Option<Printed>,
            selisih,
            lebih: bool,
            belum: Option<Printed>,
        },
        /// They add up.
        RekapCocok as rekap_cocok { hal: Hitungan, wilayah, tercantum, tingkat: Tingkat, terpetakan: Option<Printed> },
    }
}

sentences! {
    /// How coverages spread.
    pub enum Spread {
        /// From where to where, and which class is the fullest; several when they are equally full.
        RekapSebaran as rekap_sebaran { n, tingkat: Tingkat, terendah, tertinggi, kelas, cacah: Cacah, m },
        /// What a class is.
        RekapKelas as rekap_kelas { lebar },
        /// Where the workers are who are not covered.
        RekapBelum as rekap_belum { kelas, belum, porsi },
    }
}

sentences! {
    /// The parts against their targets.
    pub enum Standings {
        /// How many stand where.
        RekapSasaran as rekap_sasaran {
            n,
            tingkat: Tingkat,
            tahun,
            memenuhi: Option<Printed>,
            di_bawah: Option<Printed>,
            belum: Option<Printed>,
        },
        /// No part has a target that it could be judged against.
        RekapTanpaSasaran as rekap_tanpa_sasaran { tingkat: Tingkat, tahun },
        /// The sum of positive shortfalls.
        RekapKekurangan as rekap_kekurangan { n, tingkat: Tingkat, kekurangan, memenuhi: bool },
        /// The only part below its target.
        RekapKekuranganSatu as rekap_kekurangan_satu { wilayah, kekurangan },
        /// Where at least half of it is.
        RekapSeparuh as rekap_separuh { daftar, porsi },
        /// Parts that cannot be judged; `daftar` names them, or says how many they are.
        RekapBelumDinilai as rekap_belum_dinilai { daftar, alasan: AlasanNilai },
    }
}

sentences! {
    /// What follows for the meeting.
    pub enum RecapConclusion {
        /// With targets.
        RekapSimpulan as rekap_simpulan {
            per_tanggal,
            n,
            tingkat: Tingkat,
            di_bawah: Option<Printed>,
            tahun,
            kekurangan: Option<Printed>,
        },
        /// Without them.
        RekapSimpulanTanpaSasaran as rekap_simpulan_tanpa_sasaran { per_tanggal, tingkat: Tingkat, tahun },
        /// Where help counts most.
        RekapSaranKekurangan as rekap_saran_kekurangan { wilayah, daftar },
        /// Data are missing.
        RekapSaranData as rekap_saran_data { daftar, periode },
        /// Another definition of the denominator.
        RekapSaranPenyebut as rekap_saran_penyebut { daftar, tingkat: Tingkat, penyebut },
        /// Targets are missing.
        RekapSaranTarget as rekap_saran_target { daftar, tahun },
    }
}

sentences! {
    /// A few words beneath each key figure.
    pub enum RecapCaption {
        /// Parts that meet their target.
        UraianMemenuhi as uraian_memenuhi { n, tingkat: Tingkat, tahun },
        /// Parts below it.
        UraianDiBawah as uraian_di_bawah { n, tingkat: Tingkat, belum: Option<Printed> },
        /// Persons that all targets lack.
        UraianJumlahKekurangan as uraian_jumlah_kekurangan { tingkat: Tingkat },
        /// Participants of all parts.
        UraianPeserta as uraian_peserta { n, tingkat: Tingkat, terpetakan: bool },
        /// Where a figure holds.
        UraianWilayah as uraian_wilayah { wilayah },
        /// Parts with data.
        UraianBerdata as uraian_berdata { n, tingkat: Tingkat },
    }
}

sentences! {
    /// Notes on the data of the parts.
    pub enum RecapNotes {
        /// The definition that is compared, in its editions.
        RekapCatatanPenyebut as rekap_catatan_penyebut { tingkat: Tingkat, daftar, sumber, cacah: Cacah },
        /// Provisional figures, from the parts in `daftar`.
        RekapCatatanSementara as rekap_catatan_sementara { n, tingkat: Tingkat, sumber },
        /// Whose ranks in the month before are counted.
        RekapCatatanPeringkat as rekap_catatan_peringkat { tingkat: Tingkat, bulan_lalu },
        /// The documents that targets stand in.
        RekapCatatanTarget as rekap_catatan_target { daftar },
    }
}
