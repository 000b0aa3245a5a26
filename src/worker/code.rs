//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    NOT_STARTED = "W001" "Proses yang membaca berkas atau menyusun laporan tidak dapat dijalankan.";
    MEMORY = "W002" "Berkas memerlukan memori melebihi batas.";
    TIME = "W003" "Berkas memerlukan waktu melebihi batas.";
    BROKEN = "W004" "Terjadi kesalahan di dalam program saat membaca berkas.";
    MACHINE = "W005" "Memori komputer habis saat berkas dibaca.";
    REPORT_MEMORY = "W006" "Laporan memerlukan memori melebihi batas.";
    REPORT_TIME = "W007" "Laporan memerlukan waktu melebihi batas.";
    REPORT_BROKEN = "W008" "Terjadi kesalahan di dalam program saat laporan disusun.";
    REPORT_MACHINE = "W009" "Memori komputer habis saat laporan disusun.";
}

/// Whether a code says that the making of a report ended without an answer.
#[must_use]
pub fn is_end_of_report(code: &str) -> bool {
    [REPORT_MEMORY, REPORT_TIME, REPORT_BROKEN, REPORT_MACHINE].contains(&code)
}
