//! Choices of words inside a sentence, and slots put together from several values.

use crate::place::{Printed, Sources};

tags! {
    /// On which side of a value.
    pub enum Arah {
        /// Above it.
        Atas = "atas",
        /// Below it.
        Bawah = "bawah",
    }
}

tags! {
    /// Which way something moved.
    pub enum Gerak {
        /// Up.
        Naik = "naik",
        /// Down.
        Turun = "turun",
    }
}

tags! {
    /// The level of the regions that a sentence speaks of.
    pub enum Tingkat {
        /// *provinsi*
        Provinsi = "provinsi",
        /// *kabupaten/kota*
        KabupatenKota = "kabupaten_kota",
        /// *kabupaten*
        Kabupaten = "kabupaten",
        /// *kota*
        Kota = "kota",
        /// *kecamatan*
        Kecamatan = "kecamatan",
        /// *kelurahan*
        Kelurahan = "kelurahan",
        /// *desa*
        Desa = "desa",
        /// *desa/kelurahan*
        DesaKelurahan = "desa_kelurahan",
    }
}

tags! {
    /// How many things the sentence has just listed.
    pub enum Cacah {
        /// One.
        Satu = "satu",
        /// Two.
        Dua = "dua",
        /// Three or more.
        Banyak = "banyak",
    }
}

tags! {
    /// Whether the national target stands on the same denominator.
    pub enum PenyebutNasional {
        /// It does.
        Sama = "sama",
        /// It does not.
        Berbeda = "berbeda",
        /// Nobody has said.
        TidakDiumumkan = "tidak_diumumkan",
    }
}

tags! {
    /// Why a figure is not there.
    pub enum Alasan {
        /// No participants are known.
        TanpaPeserta = "tanpa_peserta",
        /// No workers were published.
        TanpaPenyebut = "tanpa_penyebut",
        /// Workers were published, but none of them are in force.
        PenyebutBelumBerlaku = "penyebut_belum_berlaku",
        /// The denominator counts no worker.
        PenyebutNol = "penyebut_nol",
        /// Several definitions of the denominator, none chosen.
        PenyebutBelumDitetapkan = "penyebut_belum_ditetapkan",
        /// The first period with data.
        PeriodePertama = "periode_pertama",
        /// The period to compare with has no data.
        TanpaPembanding = "tanpa_pembanding",
        /// No target is known.
        TanpaTarget = "tanpa_target",
        /// The target is zero.
        TargetNol = "target_nol",
        /// No contribution is in force.
        TanpaTarif = "tanpa_tarif",
        /// No ceiling has been set.
        TanpaPagu = "tanpa_pagu",
        /// Nothing is known of the spending.
        TanpaRealisasi = "tanpa_realisasi",
        /// The parts were not handed in.
        TanpaRincian = "tanpa_rincian",
        /// Some rows lack the value.
        TidakLengkap = "tidak_lengkap",
    }
}

tags! {
    /// Which marks the cells of a table carry.
    pub enum TandaSel {
        /// `…` alone.
        BelumTersedia = "belum_tersedia",
        /// `x` alone.
        TidakBerlaku = "tidak_berlaku",
        /// Both.
        Keduanya = "keduanya",
    }
}

tags! {
    /// Where most of those who are not covered are.
    pub enum Letak {
        /// In a segment.
        Segmen = "segmen",
        /// In a region.
        Wilayah = "wilayah",
    }
}

tags! {
    /// How much of the workers of all packages is registered, when it is the same everywhere.
    pub enum Keterdaftaran {
        /// All workers.
        Seluruh = "seluruh",
        /// Some workers.
        Sebagian = "sebagian",
        /// No worker.
        Belum = "belum",
    }
}

tags! {
    /// Which of two figures the report uses.
    pub enum Pemakaian {
        /// The computed one.
        HasilHitung = "hasil_hitung",
        /// The stated one.
        Tercantum = "tercantum",
    }
}

tags! {
    /// Status of a follow-up, as stored.
    pub enum Status {
        /// Not begun.
        BelumDimulai = "belum_dimulai",
        /// Running.
        DalamProses = "dalam_proses",
        /// Done.
        Selesai = "selesai",
        /// Stopped.
        Dihentikan = "dihentikan",
    }
}

tags! {
    /// What closes an item of a list, by its place in the list.
    pub enum TandaBaca {
        /// An item with at least two behind it.
        TitikKoma = "titik_koma",
        /// The last but one.
        TitikKomaDan = "titik_koma_dan",
        /// The last.
        Titik = "titik",
    }
}

impl TandaBaca {
    /// The mark of the item at `index` (from 0) of `count`.
    #[must_use]
    pub fn at(index: usize, count: usize) -> Self {
        match count.saturating_sub(index) {
            0 | 1 => Self::Titik,
            2 => Self::TitikKomaDan,
            _ => Self::TitikKoma,
        }
    }
}

impl Tingkat {
    /// The word, as the sentences have it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Provinsi => "provinsi",
            Self::KabupatenKota => "kabupaten/kota",
            Self::Kabupaten => "kabupaten",
            Self::Kota => "kota",
            Self::Kecamatan => "kecamatan",
            Self::Kelurahan => "kelurahan",
            Self::Desa => "desa",
            Self::DesaKelurahan => "desa/kelurahan",
        }
    }
}

impl Cacah {
    /// The word class for so many things; zero never stands in a sentence.
    #[must_use]
    pub fn of(count: usize) -> Self {
        match count {
            0 | 1 => Self::Satu,
            2 => Self::Dua,
            _ => Self::Banyak,
        }
    }
}

/// A name with its value in brackets: `DBHCHT (Rp5,3 miliar)`.
#[must_use]
pub fn bracketed(name: &Printed, value: &Printed) -> Printed {
    Printed::new(format!("{} ({})", name.text, value.text), name.from.clone().and(&value.from))
}

/// Names with their values, as alternative texts enumerate bars: `Klojen 34,10%, Blimbing 31,02%`.
#[must_use]
pub fn listed(pairs: &[(Printed, Printed)]) -> Printed {
    let text: Vec<String> = pairs.iter().map(|(name, value)| format!("{} {}", name.text, value.text)).collect();
    Printed::new(text.join(", "), pairs.iter().flat_map(|(name, value)| [&name.from, &value.from]).collect::<Sources>())
}

/// Publishers with the day or period of their data, as a source line names them: `BPJS Ketenagakerjaan, 30 Juni 2025; BPS`.
#[must_use]
pub fn published(sources: &[(Printed, Option<Printed>)]) -> Printed {
    let text: Vec<String> = sources
        .iter()
        .map(|(publisher, date)| match date {
            Some(date) => format!("{}, {}", publisher.text, date.text),
            None => publisher.text.clone(),
        })
        .collect();
    let from = sources
        .iter()
        .flat_map(|(publisher, date)| std::iter::once(&publisher.from).chain(date.as_ref().map(|date| &date.from)));
    Printed::new(text.join("; "), from.collect::<Sources>())
}
