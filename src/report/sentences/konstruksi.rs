//! Construction packages in a report of their own: summary, offices, packages without registration, contributions.

use super::words::Alasan;
use crate::place::Printed;

sentences! {
    /// The report in one sentence of at most 35 words, and what it is about.
    pub enum PackageSummary {
        /// Workers of all packages; `z` is `None` when all are registered.
        Terdaftar as ringkasan_paket { per_tanggal, wilayah, n, x, y, persen, z: Option<Printed> },
        /// `m` packages do not state their registration.
        BelumDiketahui as ringkasan_paket_belum_diketahui { per_tanggal, wilayah, n, y, m },
        /// The packages employ nobody yet.
        TanpaPekerja as ringkasan_paket_tanpa_pekerja { per_tanggal, wilayah, n },
        /// No package is known.
        TanpaPaket as ringkasan_tanpa_paket { wilayah, periode },
        /// What the report shows.
        Umum as konstruksi_umum { wilayah, per_tanggal },
        /// What it is made for.
        Maksud as konstruksi_maksud,
        /// The sections that are really there.
        Lingkup as konstruksi_lingkup { periode, paket: bool, iuran: bool, cakupan: bool },
        /// Packages and the segment are counted by different people.
        DuaData as konstruksi_dua_data,
    }
}

sentences! {
    /// A few words beneath a key figure. Phrases, no full stop.
    pub enum PackageCaption {
        /// Packages by registration.
        Paket as uraian_paket { a, b, c, d: Option<Printed>, e: Option<Printed> },
        /// Of how many workers.
        Terdaftar as uraian_terdaftar { y, persen },
        /// On how many packages.
        Belum as uraian_belum_terdaftar { n },
        /// Nobody is left.
        Semua as uraian_semua_terdaftar,
        /// Of which contract value.
        Nilai as uraian_nilai_kontrak { total_rp, persen },
    }
}

sentences! {
    /// What the packages say.
    pub enum Packages {
        /// Contract value of all packages, and of those that have registered all workers.
        Nilai as nilai_kontrak { total_rp, tercakup_rp, persen },
        /// The first alone, because not every package states its registration.
        NilaiSaja as nilai_kontrak_saja { total_rp },
        /// The office with most unregistered workers; `beberapa` when several have as many.
        PerangkatTerbanyak as perangkat_terbanyak { daftar, z, beberapa: bool },
        /// No office has any.
        PerangkatLengkap as perangkat_lengkap,
        /// Packages that lack registrations.
        Terbuka as paket_terbuka { n },
        /// There is none; `sebagian` when some packages do not state their registration.
        Tertutup as paket_tertutup { sebagian: bool },
        /// Of those that lack registrations, so many are over.
        Berakhir as paket_berakhir { n },
        /// Up to which day the days are counted.
        HariDihitung as hari_dihitung { tanggal },
        /// What is known instead of a term for registering.
        Tenggat as tenggat_pendaftaran,
        /// Work began before the registration of workers.
        DidahuluiPekerjaan as pendaftaran_didahului { n },
        /// Work has begun and nobody is registered.
        TanpaPendaftaran as mulai_tanpa_pendaftaran { n },
        /// Neither is the case.
        TidakDidahului as pendaftaran_tidak_didahului,
        /// Packages with registered workers of which a day is not known.
        TanggalBelumLengkap as tanggal_paket_belum_lengkap { n },
        /// One package with a late registration.
        Terlambat as paket_terlambat { paket, perangkat_daerah: Option<Printed>, mulai, daftar, hari },
        /// One line that asks for a decision; `hari` since work began, `berakhir` when it is over.
        Arahan as arahan_paket {
            z,
            y,
            paket,
            perangkat_daerah: Option<Printed>,
            hari: Option<Printed>,
            berakhir: bool,
        },
        /// Workers without registration.
        SimpulanBelum as simpulan_paket_belum { z, y, n },
        /// All are registered.
        SimpulanLengkap as simpulan_paket_lengkap { y },
        /// It is not known of `n` packages.
        SimpulanBelumDiketahui as simpulan_paket_belum_diketahui { n },
        /// No package or no worker is known.
        SimpulanTanpaPaket as simpulan_tanpa_paket { alasan: Alasan },
    }
}

sentences! {
    /// Contributions by contract value.
    pub enum Dues {
        /// What all packages come to.
        Jumlah as iuran_jumlah { tanggal, n, total_rp, jkk_rp, jkm_rp },
        /// Of it the packages that have registered nobody.
        BelumTerdaftar as iuran_belum_terdaftar { n, total_rp },
        /// Packages without a contract value.
        TanpaNilai as iuran_tanpa_nilai { n },
        /// No package states its contract value.
        TanpaKontrak as iuran_tanpa_kontrak,
        /// No tariff in force.
        TanpaTarif as iuran_tanpa_tarif { tanggal },
        /// How brackets apply.
        Cara as iuran_cara,
        /// How amounts are rounded.
        Pembulatan as iuran_pembulatan,
        /// The regulations behind the tariff.
        DasarTarif as iuran_dasar { daftar },
        /// One bracket, in a cell; no full stop.
        Lapisan as iuran_lapisan { bawah: Option<Printed>, atas: Option<Printed> },
    }
}
