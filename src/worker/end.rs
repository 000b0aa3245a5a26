//! How a child ended without an answer, and what is said about it.

use std::process::ExitStatus;
use std::time::Duration;

use super::{Limits, code};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, site};
use crate::place::Place;

/// What a child was to read; what helps depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A workbook.
    Workbook,
    /// A PDF that another program wrote.
    Pdf,
}

impl Matter {
    /// What helps against a file that needs too much.
    fn smaller(self) -> &'static str {
        match self {
            Self::Workbook => {
                "Periksa apakah berkas itu memang data; salin sel yang berisi data saja ke buku kerja baru."
            }
            Self::Pdf => "Pastikan berkas itu laporan yang dibuat oleh rakor.",
        }
    }

    /// What helps against a file that the program is not up to.
    fn other(self) -> &'static str {
        match self {
            Self::Workbook => {
                "Simpan ulang buku kerja itu sebagai .xlsx dengan Excel atau LibreOffice; bila terulang, laporkan kode ini kepada pengelola."
            }
            Self::Pdf => {
                "Gunakan berkas asli yang dibuat oleh `rakor buat`; bila terulang, laporkan kode ini kepada pengelola."
            }
        }
    }
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// There is no program to start, or it is not of this version; with the system's own words.
    NotStarted(String),
    /// An allocation failed; the limit in bytes.
    Memory(u64),
    /// The time was over; the limit.
    Time(Duration),
    /// A promise of the program was broken; where, as far as it is known.
    Broken(String),
    /// Something else than the parent killed it: the system, which had no memory left.
    Machine,
    /// What came was no answer.
    Garbled,
}

impl End {
    /// What the end of a child says that gave no answer and was not killed by its parent.
    #[must_use]
    pub fn of(status: ExitStatus, limits: &Limits) -> Self {
        if let Some(end) = signalled(status, limits) {
            return end;
        }
        match status.code() {
            // What a panic ends with that nobody caught.
            Some(101) => Self::Broken(site(None)),
            _ => Self::NotStarted(status.to_string()),
        }
    }

    /// The refusal of a file.
    #[must_use]
    pub fn failure(self, matter: Matter, path: &str) -> Failure {
        let message = "Berkas ini tidak dibaca: proses yang membacanya tidak dapat dijalankan.";
        match self {
            Self::NotStarted(words) => not_started(message, words, path),
            end => Failure::one(FailureKind::Data, end.of_file(matter).at(Place::file(path))),
        }
    }

    /// The end of a report, called so.
    #[must_use]
    pub fn of_report(self, name: &str) -> Failure {
        let message = "Laporan ini tidak dibuat: proses yang menyusunnya tidak dapat dijalankan.";
        match self {
            Self::NotStarted(words) => not_started(message, words, name),
            end => Failure::one(FailureKind::Template, end.of_work().at(Place::file(name))),
        }
    }

    fn of_work(self) -> Diagnostic {
        match self {
            Self::Memory(limit) => Diagnostic::error(
                code::REPORT_MEMORY,
                format!("Penyusunan laporan ini dihentikan karena memerlukan memori lebih dari {} MB.", limit >> 20),
                SHORTER,
            ),
            Self::Time(limit) => Diagnostic::error(
                code::REPORT_TIME,
                format!("Penyusunan laporan ini dihentikan karena memakan waktu lebih dari {} detik.", seconds(limit)),
                SHORTER,
            ),
            Self::Broken(site) | Self::NotStarted(site) => report_broken(&site),
            Self::Garbled => report_broken("jawaban tidak terbaca"),
            Self::Machine => Diagnostic::error(
                code::REPORT_MACHINE,
                "Penyusunan laporan ini dihentikan oleh sistem karena memori komputer habis.",
                "Kurangi proses dengan `--proses 1` atau tutup program lain, lalu jalankan perintah itu sekali lagi.",
            ),
        }
    }

    fn of_file(self, matter: Matter) -> Diagnostic {
        match self {
            Self::Memory(limit) => Diagnostic::error(
                code::MEMORY,
                format!("Pembacaan berkas ini dihentikan karena memerlukan memori lebih dari {} MB.", limit >> 20),
                matter.smaller(),
            ),
            Self::Time(limit) => Diagnostic::error(
                code::TIME,
                format!("Pembacaan berkas ini dihentikan karena memakan waktu lebih dari {} detik.", seconds(limit)),
                matter.smaller(),
            ),
            Self::Broken(site) | Self::NotStarted(site) => broken(&site, matter),
            Self::Garbled => broken("jawaban tidak terbaca", matter),
            Self::Machine => Diagnostic::error(
                code::MACHINE,
                "Pembacaan berkas ini dihentikan oleh sistem karena memori komputer habis.",
                "Tutup program lain, lalu jalankan perintah ini sekali lagi.",
            ),
        }
    }
}

fn not_started(message: &str, words: String, name: &str) -> Failure {
    let action = "Jalankan perintah ini sekali lagi; bila terulang, pasang ulang rakor.";
    let diagnostic = Diagnostic::error(code::NOT_STARTED, message, action).engine(words);
    Failure::one(FailureKind::Internal, diagnostic.at(Place::file(name)))
}

/// What helps against a report that needs too much.
const SHORTER: &str = "Periksa data dan templat laporan itu: tabel yang sangat panjang atau perulangan tanpa akhir.";

fn report_broken(site: &str) -> Diagnostic {
    Diagnostic::error(
        code::REPORT_BROKEN,
        format!("Terjadi kesalahan di dalam program saat laporan ini disusun ({site})."),
        "Laporkan kode ini kepada pengelola; laporan lain tidak terganggu.",
    )
}

fn broken(site: &str, matter: Matter) -> Diagnostic {
    Diagnostic::error(
        code::BROKEN,
        format!("Terjadi kesalahan di dalam program saat membaca berkas ini ({site})."),
        matter.other(),
    )
}

/// Begun seconds.
fn seconds(limit: Duration) -> u64 {
    limit.as_secs() + u64::from(limit.subsec_nanos() > 0)
}

#[cfg(unix)]
fn signalled(status: ExitStatus, limits: &Limits) -> Option<End> {
    use std::os::unix::process::ExitStatusExt;

    use rustix::process::Signal;

    let signal = status.signal()?;
    Some(if signal == Signal::ABORT.as_raw() {
        End::Memory(limits.memory)
    } else if signal == Signal::XCPU.as_raw() {
        End::Time(Duration::from_secs(limits.processor))
    } else if signal == Signal::KILL.as_raw() {
        End::Machine
    } else {
        End::Broken(format!("sinyal {signal}"))
    })
}

#[cfg(not(unix))]
fn signalled(_: ExitStatus, _: &Limits) -> Option<End> {
    None
}
