//! The closed vocabularies of columns.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A value is `Variant = "stored spelling"`; `or "word"` behind it is another word for the same.
macro_rules! choices {
    ($(
        $(#[$about:meta])*
        $name:ident { $($(#[$doc:meta])* $variant:ident = $stored:literal $(or $alias:literal)*,)* }
    )*) => { $(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $stored)] $variant,)*
        }

        impl $name {
            /// All values, in the order of print.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The stored spellings, in the same order.
            pub const STORED: &'static [&'static str] = &[$($stored),*];

            /// Other words that a cell may say for a value; they are read and never written.
            pub(super) const ALIASES: &'static [(&'static str, Self)] = &[$($(($alias, Self::$variant),)*)*];

            /// The stored spelling.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $stored,)* }
            }

            /// The value of a stored spelling, exactly.
            #[must_use]
            pub fn of(stored: &str) -> Option<Self> {
                match stored {
                    $($stored => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )* };
}

choices! {
    /// Segment of participants and workers.
    Segmen {
        /// All segments together.
        Total = "TOTAL",
        /// Penerima upah: wage earners.
        Pu = "PU",
        /// Bukan penerima upah: everyone who works without a wage.
        Bpu = "BPU",
        /// Jasa konstruksi: workers of construction packages.
        Jakon = "JAKON",
        /// Pekerja migran Indonesia.
        Pmi = "PMI",
        /// Pekerja rentan: part of BPU whose contributions somebody else pays.
        Rentan = "RENTAN",
    }

    /// Whether a figure may still change.
    StatusData {
        /// May still be corrected by its publisher; printed as such.
        Sementara = "sementara",
        /// Final.
        Tetap = "tetap",
    }

    /// Level of a region.
    JenisWilayah {
        /// The nation, `00`.
        Nasional = "nasional",
        /// Province, `35`.
        Provinsi = "provinsi",
        /// Regency, `35.07`.
        Kabupaten = "kabupaten",
        /// City, `35.73`.
        Kota = "kota",
        /// District of a regency or city, `35.73.01`.
        Kecamatan = "kecamatan",
        /// Urban village, `35.73.01.1001`.
        Kelurahan = "kelurahan",
        /// Village, `35.07.01.2001`.
        Desa = "desa",
        /// Counted, but not assigned to a kecamatan: `35.73.00`.
        TidakTerpetakan = "tidak_terpetakan",
    }

    /// Programme of BPJS Ketenagakerjaan.
    ProgramJaminan {
        /// Jaminan Kecelakaan Kerja.
        Jkk = "JKK",
        /// Jaminan Kematian.
        Jkm = "JKM",
        /// Jaminan Hari Tua.
        Jht = "JHT",
        /// Jaminan Pensiun.
        Jp = "JP",
        /// Jaminan Kehilangan Pekerjaan.
        Jkp = "JKP",
    }

    /// Kind of benefit within a programme.
    Manfaat {
        /// All benefits together.
        Total = "total",
        /// Cash benefit.
        Santunan = "santunan",
        /// Treatment.
        Perawatan = "perawatan",
        /// Scholarship for children of participants.
        Beasiswa = "beasiswa",
    }

    /// Who pays.
    SumberDana {
        /// The region's budget outside DBHCHT.
        Apbd = "APBD",
        /// Dana bagi hasil cukai hasil tembakau, a part of the region's budget with its own purpose.
        Dbhcht = "DBHCHT",
        /// Tanggung jawab sosial dan lingkungan of companies.
        Tjsl = "TJSL",
        /// Anything else.
        Lainnya = "lainnya",
    }

    /// State of a follow-up. Being overdue is computed, never stored.
    StatusTindakLanjut {
        /// Not begun.
        BelumDimulai = "belum_dimulai",
        /// Under way.
        DalamProses = "dalam_proses",
        /// Done.
        Selesai = "selesai",
        /// Given up.
        Dihentikan = "dihentikan",
    }

    /// Kind of activity.
    JenisKegiatan {
        /// Coordination meeting.
        RapatKoordinasi = "rapat_koordinasi",
        /// Consolidation meeting.
        RapatKonsolidasi = "rapat_konsolidasi",
        /// Outreach.
        Sosialisasi = "sosialisasi",
        /// Handing over of benefits.
        PenyerahanSantunan = "penyerahan_santunan",
        /// Handing over of awards.
        PenyerahanPenghargaan = "penyerahan_penghargaan",
        /// Anything else.
        Lainnya = "lainnya",
    }

    /// What a stated factor does to an indicator, or where its follow-up belongs.
    JenisFaktor {
        /// Helps.
        Pendorong = "pendorong",
        /// Hinders.
        Penghambat = "penghambat",
        /// To be followed up in the next yearly plan.
        LanjutRkpd = "lanjut_rkpd",
        /// To be followed up in the next medium-term plan.
        LanjutRpjmd = "lanjut_rpjmd",
    }

    /// Unit of a target.
    SatuanTarget {
        /// Percent of the workers.
        Persen = "persen",
        /// Persons.
        Orang = "orang",
    }

    /// Which values of an indicator are the better ones.
    Arah {
        /// The larger, the better.
        Positif = "positif" or "naik",
        /// The smaller, the better.
        Negatif = "negatif" or "turun",
    }

    /// How the attainment of an indicator is computed whose smaller values are the better ones. Both are in use.
    RumusNegatif {
        /// Target over realisation.
        TPerR = "t_per_r" or "T/R" or "target/realisasi",
        /// Twice the target less the realisation, over the target.
        DuaTKurangR = "dua_t_kurang_r" or "(2T-R)/T" or "(2T−R)/T" or "(2 × target - realisasi)/target",
    }

    /// How the values of quarters make one of a year, and those of years one of the plan.
    Agregasi {
        /// They add up.
        Jumlah = "jumlah",
        /// The last one stands.
        PosisiAkhir = "posisi_akhir" or "posisi_terakhir",
        /// Their mean.
        RataRata = "rata_rata",
    }
}
