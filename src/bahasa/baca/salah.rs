//! Why a text was not read, in the words of the messages: what is wrong, what was expected, what to do.

use std::fmt;

use chrono::NaiveDate;

use super::super::{nama_bulan, nama_hari};
use crate::diagnostic::quote;

/// What the text should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Jenis {
    /// A count.
    Cacah,
    /// An amount of whole rupiah.
    Uang,
    /// A decimal number or a percentage.
    Desimal,
    /// A day.
    Tanggal,
    /// A month of a year.
    Periode,
    /// A year.
    Tahun,
    /// A weekday.
    Hari,
}

impl Jenis {
    /// What should stand there, for *Seharusnya*: `bilangan bulat, misalnya 134.167 atau 134167`.
    #[must_use]
    pub fn harapan(self) -> &'static str {
        match self {
            Self::Cacah => "bilangan bulat, misalnya 134.167 atau 134167",
            Self::Uang => "nilai rupiah bulat, misalnya Rp5.300.000.000 atau 5,3 miliar",
            Self::Desimal => "bilangan dengan koma desimal, misalnya 41,3",
            Self::Tanggal => "tanggal, misalnya 2025-08-26 atau 26 Agustus 2025",
            Self::Periode => "periode, misalnya 2025-08 atau Agustus 2025",
            Self::Tahun => "tahun empat angka, misalnya 2025",
            Self::Hari => "nama hari, misalnya Selasa",
        }
    }

    /// The noun alone: *Isinya bukan {}*.
    fn benda(self) -> &'static str {
        match self {
            Self::Cacah | Self::Desimal => "bilangan",
            Self::Uang => "nilai rupiah",
            Self::Tanggal => "tanggal",
            Self::Periode => "periode",
            Self::Tahun => "tahun",
            Self::Hari => "nama hari",
        }
    }
}

/// What is wrong with the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sebab {
    /// Nothing but spaces.
    Kosong,
    /// A dash, dots or the like, which may mean nil or unknown.
    TandaKosong,
    /// Nothing of the expected kind: words, `NaN`, an error value of a spreadsheet.
    Bentuk,
    /// Below zero where that cannot be.
    Negatif,
    /// A fraction of a person or of a rupiah.
    Pecahan,
    /// A comma used as a thousands separator, or possibly so: `1,234`, `134,167.5`.
    KomaRibuan,
    /// A point that does not group thousands: `1.5`, `12.34`.
    TitikKeliru,
    /// A single point before three digits where decimals are allowed: `1.234`.
    TitikRagu {
        /// How to write it when thousands are meant.
        ribuan: String,
        /// How to write it when decimals are meant.
        desimal: String,
    },
    /// `1.34E+05`: a spreadsheet may have dropped digits.
    NotasiPangkat,
    /// More digits than any figure of a region has.
    TerlaluBesar,
    /// A word after the number that is no unit of counting.
    KataAsing(String),
    /// There is no such month.
    BulanTidakAda(u32),
    /// Looks like the name of a month.
    NamaBulan {
        /// The name found.
        tertulis: String,
        /// The month that is probably meant.
        mungkin: Option<String>,
    },
    /// Looks like the name of a weekday.
    NamaHari {
        /// The name found.
        tertulis: String,
        /// The day that is probably meant.
        mungkin: Option<String>,
    },
    /// The month has no such day.
    TanggalTidakAda {
        /// The day as written.
        hari: u32,
        /// The month, from 1 to 12.
        bulan: u32,
        /// The year.
        tahun: i32,
    },
    /// The day is not the weekday that stands beside it.
    HariTidakCocok {
        /// The day.
        tanggal: NaiveDate,
        /// The weekday as written.
        tertulis: String,
    },
    /// A year of two digits.
    TahunDuaAngka,
    /// A year outside 1900 to 2200.
    TahunDiLuar(i32),
    /// A bare number where a day should be: a spreadsheet's serial number.
    NomorSeri,
}

/// A text that was not read.
///
/// `Display` is one Indonesian sentence. It may repeat parts of the text, so for columns marked personal only
/// [`Salah::harapan`] may be shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Salah {
    /// What was expected.
    pub jenis: Jenis,
    /// What is wrong.
    pub sebab: Sebab,
}

impl Salah {
    /// What should stand there, for *Seharusnya*.
    #[must_use]
    pub fn harapan(&self) -> &'static str {
        self.jenis.harapan()
    }

    /// What to do, as one sentence, for *Tindakan*.
    #[must_use]
    pub fn tindakan(&self) -> String {
        match &self.sebab {
            Sebab::TandaKosong => {
                "Tulis 0 apabila memang tidak ada, atau kosongkan apabila datanya belum tersedia.".to_owned()
            }
            Sebab::Negatif | Sebab::TerlaluBesar => "Periksa angka itu pada sumbernya.".to_owned(),
            Sebab::KomaRibuan => {
                "Tulis bilangan itu tanpa pemisah ribuan atau dengan titik, misalnya 134167 atau 134.167.".to_owned()
            }
            Sebab::TitikRagu { ribuan, desimal } => {
                format!("Tulis {ribuan} apabila titik itu pemisah ribuan, atau {desimal} apabila tanda desimal.")
            }
            Sebab::NotasiPangkat => {
                "Ubah format sel itu menjadi bilangan biasa, periksa angkanya, lalu simpan kembali.".to_owned()
            }
            Sebab::KataAsing(_) if self.jenis == Jenis::Desimal => "Hapus kata itu.".to_owned(),
            Sebab::KataAsing(_) => {
                "Hapus kata itu; satuan yang dikenal ialah ribu, juta, miliar, dan triliun.".to_owned()
            }
            Sebab::HariTidakCocok { .. } => "Perbaiki hari atau tanggalnya.".to_owned(),
            Sebab::NomorSeri => "Ubah format sel itu menjadi tanggal, lalu simpan kembali.".to_owned(),
            _ if self.jenis == Jenis::Periode => "Tulis periode sebagai tahun-bulan, misalnya 2025-08.".to_owned(),
            _ => format!("Tulis {}.", self.harapan()),
        }
    }
}

impl fmt::Display for Salah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.sebab {
            Sebab::Kosong => f.write_str("Isinya kosong."),
            Sebab::TandaKosong => f.write_str("Tanda ini dapat berarti nol atau belum tersedia."),
            Sebab::Bentuk => write!(f, "Isinya bukan {}.", self.jenis.benda()),
            Sebab::Negatif => f.write_str("Bilangan ini tidak boleh negatif."),
            Sebab::Pecahan if self.jenis == Jenis::Uang => f.write_str("Nilai rupiah harus bulat."),
            Sebab::Pecahan => f.write_str("Bilangan ini harus bulat."),
            Sebab::KomaRibuan => f.write_str("Koma adalah tanda desimal, bukan pemisah ribuan."),
            Sebab::TitikKeliru => f.write_str("Titik adalah pemisah ribuan dan harus diikuti tepat tiga angka."),
            Sebab::TitikRagu { .. } => {
                f.write_str("Titik yang diikuti tiga angka dapat berarti pemisah ribuan atau tanda desimal.")
            }
            Sebab::NotasiPangkat => {
                f.write_str("Penulisan dengan pangkat (E) dapat menyembunyikan angka yang terpotong.")
            }
            Sebab::TerlaluBesar => f.write_str("Bilangan ini terlalu besar."),
            Sebab::KataAsing(kata) => write!(f, "Kata {} bukan bagian dari bilangan.", quote(kata)),
            Sebab::BulanTidakAda(bulan) => write!(f, "Bulan {bulan} tidak ada."),
            Sebab::NamaBulan { tertulis, mungkin } => nama_asing(f, "bulan", tertulis, mungkin.as_deref()),
            Sebab::NamaHari { tertulis, mungkin } => nama_asing(f, "hari", tertulis, mungkin.as_deref()),
            Sebab::TanggalTidakAda { hari, bulan, tahun } => {
                write!(f, "Tanggal {hari} {} {tahun} tidak ada.", nama_bulan(*bulan).unwrap_or_default())
            }
            Sebab::HariTidakCocok { tanggal, tertulis } => {
                // Terminals and JSON get plain spaces; no-break spaces are for the page.
                let hari = super::super::tanggal(*tanggal).replace('\u{A0}', " ");
                write!(f, "Tanggal {hari} jatuh pada hari {}, bukan {tertulis}.", nama_hari(*tanggal))
            }
            Sebab::TahunDuaAngka => f.write_str("Tahun harus ditulis dengan empat angka."),
            Sebab::TahunDiLuar(tahun) => write!(f, "Tahun {tahun} di luar rentang 1900 sampai dengan 2200."),
            Sebab::NomorSeri => f.write_str("Isinya bilangan, mungkin nomor seri tanggal dari lembar kerja."),
        }
    }
}

impl std::error::Error for Salah {}

fn nama_asing(f: &mut fmt::Formatter<'_>, benda: &str, tertulis: &str, mungkin: Option<&str>) -> fmt::Result {
    write!(f, "Nama {benda} {} tidak dikenal", quote(tertulis))?;
    mungkin.map_or(Ok(()), |nama| write!(f, "; mungkin yang dimaksud {nama}"))?;
    f.write_str(".")
}
