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
        let kind = if matches!(self, Self::NotStarted(_)) { FailureKind::Internal } else { FailureKind::Data };
        Failure::one(kind, self.diagnostic(matter).at(Place::file(path)))
    }

    fn diagnostic(self, matter: Matter) -> Diagnostic {
        match self {
            Self::NotStarted(words) => Diagnostic::error(
                code::NOT_STARTED,
                "Berkas ini tidak dibaca: proses yang membacanya tidak dapat dijalankan.",
                "Jalankan perintah ini sekali lagi; bila terulang, pasang ulang rakor.",
            )
            .engine(words),
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
            Self::Broken(site) => broken(&site, matter),
            Self::Garbled => broken("jawaban tidak terbaca", matter),
            Self::Machine => Diagnostic::error(
                code::MACHINE,
                "Pembacaan berkas ini dihentikan oleh sistem karena memori komputer habis.",
                "Tutup program lain, lalu jalankan perintah ini sekali lagi.",
            ),
        }
    }
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
