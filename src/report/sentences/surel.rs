//! The mail that a report goes along with: its subject, its fixed parts, and what of the report it tells.

use crate::place::Printed;

tags! {
    /// What is attached.
    pub enum Naskah {
        /// A report.
        Laporan = "laporan",
        /// The sheet of checked figures.
        Lembar = "lembar",
    }
}

tags! {
    /// What every page of a paper says that is not to be mistaken for a signed one.
    pub enum Tanda {
        /// An example with published figures.
        Contoh = "contoh",
        /// Made-up figures.
        DataSimulasi = "data_simulasi",
        /// A draft.
        Konsep = "konsep",
    }
}

impl Tanda {
    /// The word itself.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Contoh => "CONTOH",
            Self::DataSimulasi => "DATA SIMULASI",
            Self::Konsep => "KONSEP",
        }
    }
}

tags! {
    /// How coverage moved since the month before.
    pub enum Perubahan {
        /// Up.
        Naik = "naik",
        /// Down.
        Turun = "turun",
        /// Exactly the same.
        Tetap = "tetap",
        /// By less than what is printed.
        NyarisTetap = "nyaris_tetap",
        /// Not compared.
        PenyebutBerbeda = "penyebut_berbeda",
    }
}

sentences! {
    /// The subject; no full stop.
    pub enum Subject {
        /// The monthly report.
        Bulanan as surel_perihal_bulanan { wilayah, periode },
        /// The evaluation.
        Evaluasi as surel_perihal_evaluasi { wilayah, tahun },
        /// The report on construction works.
        Konstruksi as surel_perihal_konstruksi { wilayah, periode },
        /// A region over its parts.
        Rekapitulasi as surel_perihal_rekapitulasi { wilayah, periode },
        /// The sheet of checked figures, for a meeting.
        Pemeriksaan as surel_perihal_pemeriksaan { kegiatan, tanggal: Option<Printed> },
        /// The same without one.
        PemeriksaanWilayah as surel_perihal_pemeriksaan_wilayah { wilayah, periode },
        /// In brackets before it: a rehearsal.
        AwalanUji as surel_awalan_uji,
        /// In brackets before it: which revision, from 1.
        AwalanRevisi as surel_awalan_revisi { nomor },
        /// In brackets before it: the mark of the paper.
        AwalanTanda as surel_awalan_tanda { tanda: Tanda },
    }
}

sentences! {
    /// The fixed parts.
    pub enum Mail {
        /// A rehearsal; `n` recipients are planned. Before everything else.
        Uji as surel_uji { n: Option<Printed> },
        /// A paper with a mark; before the addressee.
        Tanda as surel_tanda { tanda: Tanda, naskah: Naskah },
        /// The addressee; no full stop.
        Yth as surel_yth { jabatan },
        /// The greeting.
        Salam as surel_salam,
        /// The first paragraph of a revision; `tanggal` of the edition before, `perubahan` without its full stop.
        Revisi as surel_revisi {
            nomor,
            naskah: Naskah,
            tanggal: Option<Printed>,
            perubahan: Option<Printed>,
        },
        /// The opening of the monthly report's.
        PembukaBulanan as surel_pembuka_bulanan {
            wilayah,
            periode,
            nama_rapat: Option<Printed>,
            hari_tanggal: Option<Printed>,
        },
        /// That of the evaluation's.
        PembukaEvaluasi as surel_pembuka_evaluasi { wilayah, tahun },
        /// That of the report on construction works.
        PembukaKonstruksi as surel_pembuka_konstruksi {
            wilayah,
            periode,
            nama_rapat: Option<Printed>,
            hari_tanggal: Option<Printed>,
        },
        /// That of a region over its parts.
        PembukaRekapitulasi as surel_pembuka_rekapitulasi {
            wilayah,
            periode,
            nama_rapat: Option<Printed>,
            hari_tanggal: Option<Printed>,
        },
        /// That of the sheet's.
        PembukaPemeriksaan as surel_pembuka_pemeriksaan {
            wilayah,
            periode,
            nama_rapat: Option<Printed>,
            hari_tanggal: Option<Printed>,
        },
        /// What the coverage is a part of.
        Penyebut as surel_penyebut { penyebut },
        /// The attached file; `halaman` is *9 halaman*.
        Lampiran as surel_lampiran { naskah: Naskah, nama_berkas, halaman },
        /// Thanks; *Bapak/Ibu* without a salutation.
        TerimaKasih as surel_terima_kasih { sapaan: Option<Printed> },
        /// The last line.
        Otomatis as surel_otomatis { narahubung: Option<Printed> },
    }
}

sentences! {
    /// Key figures and what awaits a decision.
    pub enum KeyPoint {
        /// Coverage. Without `perubahan` another sentence says why there is none; `selisih` when it moved, `bulan_lalu`
        /// with every `perubahan`.
        Cakupan as surel_cakupan {
            segmen: Option<Printed>,
            cakupan,
            peserta,
            pekerja,
            perubahan: Option<Perubahan>,
            selisih: Option<Printed>,
            bulan_lalu: Option<Printed>,
        },
        /// Below the target, months left. `orang` when the target counts persons.
        Kurang as surel_kurang { tahun, target, orang: bool, kekurangan, laju_perlu, sisa_bulan },
        /// Below the target, one month left.
        KurangSebulan as surel_kurang_sebulan { tahun, target, orang: bool, kekurangan },
        /// Below the target, no month left.
        KurangHabis as surel_kurang_habis { tahun, target, orang: bool, kekurangan },
        /// Exactly met.
        Tepat as surel_tepat { tahun, target, orang: bool },
        /// Above; no `selisih` when it would print 0,00.
        Melampaui as surel_melampaui { tahun, target, orang: bool, selisih: Option<Printed> },
        /// Before the list of what awaits a decision; a colon at its end.
        Arahan as surel_arahan,
        /// How many figures were checked; without `salah` none of them is wrong.
        Pemeriksaan as surel_pemeriksaan { jumlah, wilayah, tahun, salah: Option<Printed> },
        /// Before the list of figures that are wrong, when it has them all; a colon at its end.
        Salah as surel_salah,
        /// The same when it has only the first `n`.
        SalahSebagian as surel_salah_sebagian { n },
        /// One of them. `hal` as a table's heading has it.
        AngkaSalah as surel_angka_salah { kode, hal, tercantum, hitungan },
    }
}
