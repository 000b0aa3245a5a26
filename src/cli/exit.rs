//! Exit codes: what a timer or a script learns from the program.

use crate::diagnostic::FailureKind;

/// Why the program ended. The numbers are a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Everything asked for was done.
    Done = 0,
    /// The program broke a promise of its own.
    Internal = 1,
    /// The command line or the manifest.
    Usage = 2,
    /// The data was refused.
    Data = 3,
    /// A template, or its typesetting.
    Template = 4,
    /// A part of a batch failed.
    Partial = 5,
    /// A delivery was deferred or failed.
    Delivery = 6,
    /// A delivery is held because its outcome is unknown.
    Held = 7,
    /// The disk or the ledger.
    Disk = 8,
    /// Another run is active.
    Active = 9,
    /// A file does not follow from the data it carries.
    Unverified = 10,
    /// Stopped from the keyboard.
    Interrupted = 130,
    /// Stopped by the system.
    Terminated = 143,
}

impl Exit {
    /// Every code in order.
    pub const ALL: [Self; 13] = [
        Self::Done,
        Self::Internal,
        Self::Usage,
        Self::Data,
        Self::Template,
        Self::Partial,
        Self::Delivery,
        Self::Held,
        Self::Disk,
        Self::Active,
        Self::Unverified,
        Self::Interrupted,
        Self::Terminated,
    ];

    /// From the one an operator must see first to the one that may wait.
    const WEIGHT: [Self; 13] = [
        Self::Internal,
        Self::Disk,
        Self::Held,
        Self::Delivery,
        Self::Partial,
        Self::Unverified,
        Self::Template,
        Self::Data,
        Self::Usage,
        Self::Active,
        Self::Terminated,
        Self::Interrupted,
        Self::Done,
    ];

    /// The number.
    #[must_use]
    pub fn code(self) -> u8 {
        self as u8
    }

    /// What the help says about it.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Done => "selesai",
            Self::Internal => "kesalahan di dalam program",
            Self::Usage => "kesalahan penggunaan atau isi rakor.toml",
            Self::Data => "data ditolak",
            Self::Template => "kesalahan templat atau tata letak",
            Self::Partial => "sebagian dari serangkaian pekerjaan gagal",
            Self::Delivery => "pengiriman ditunda atau gagal",
            Self::Held => "pengiriman ditahan karena hasilnya tidak pasti",
            Self::Disk => "gangguan penyimpanan",
            Self::Active => "ruang kerja sedang dipakai proses lain",
            Self::Unverified => "verifikasi gagal",
            Self::Interrupted => "dihentikan dari papan ketik",
            Self::Terminated => "dihentikan oleh sistem",
        }
    }

    /// The one to report when several apply.
    #[must_use]
    pub fn worst(exits: impl IntoIterator<Item = Self>) -> Self {
        let weight = |exit: &Self| Self::WEIGHT.iter().position(|other| other == exit);
        exits.into_iter().min_by_key(weight).unwrap_or(Self::Done)
    }
}

impl From<FailureKind> for Exit {
    fn from(kind: FailureKind) -> Self {
        match kind {
            FailureKind::Internal => Self::Internal,
            FailureKind::Usage => Self::Usage,
            FailureKind::Data => Self::Data,
            FailureKind::Template => Self::Template,
            FailureKind::Disk => Self::Disk,
            FailureKind::Unverified => Self::Unverified,
        }
    }
}
