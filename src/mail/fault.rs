//! Points at which a run can be made to die, so that tests see what a killed run leaves. In a release build there are none.
//!
//! [`arm`] is called by the command line of a debug build with the value of `RAKOR_TITIK_GAGAL`: the name of a point, or
//! `nama:3` for the third time that the run comes by.

/// Every point in the order in which a delivery passes them.
pub const POINTS: [&str; 16] = [
    "setelah_dicatat",
    "setelah_kotak_keluar",
    "setelah_siap",
    "sebelum_tersambung",
    "setelah_tersambung",
    "setelah_diproses",
    "setelah_mail",
    "sebelum_menunggu_jawaban",
    "setelah_menunggu_jawaban",
    "setelah_jurnal",
    "setelah_titik",
    "setelah_jawaban",
    "setelah_hasil",
    "setelah_jurnal_hasil",
    "setelah_dihapus",
    "sebelum_selesai",
];

#[cfg(debug_assertions)]
mod armed {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    static ARMED: OnceLock<(String, AtomicU32)> = OnceLock::new();

    /// Chooses the point to die at. Only the first choice of a process counts.
    pub fn arm(point: &str) {
        let (name, times) = point.split_once(':').unwrap_or((point, "1"));
        let _ = ARMED.set((name.to_owned(), AtomicU32::new(times.parse().unwrap_or(1))));
    }

    /// Dies here, when this is the chosen point and its time has come.
    pub(in crate::mail) fn point(name: &str) {
        debug_assert!(super::POINTS.contains(&name), "{name}");
        if let Some((armed, left)) = ARMED.get()
            && armed == name
            && left.fetch_sub(1, Ordering::Relaxed) == 1
        {
            std::process::abort();
        }
    }
}

#[cfg(debug_assertions)]
pub use armed::arm;
#[cfg(debug_assertions)]
pub(super) use armed::point;

/// Nothing, in a release build.
#[cfg(not(debug_assertions))]
pub(super) fn point(_: &str) {}
