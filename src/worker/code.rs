//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

pub(super) const NOT_STARTED: &str = "W001";
pub(super) const MEMORY: &str = "W002";
pub(super) const TIME: &str = "W003";
pub(super) const BROKEN: &str = "W004";
pub(super) const MACHINE: &str = "W005";
pub(super) const REPORT_MEMORY: &str = "W006";
pub(super) const REPORT_TIME: &str = "W007";
pub(super) const REPORT_BROKEN: &str = "W008";
pub(super) const REPORT_MACHINE: &str = "W009";

/// Every code of this room with what it means, as one Indonesian sentence.
pub const CODES: &[(&str, &str)] = &[
    (NOT_STARTED, "Proses yang membaca berkas atau menyusun laporan tidak dapat dijalankan."),
    (MEMORY, "Berkas memerlukan memori melebihi batas."),
    (TIME, "Berkas memerlukan waktu melebihi batas."),
    (BROKEN, "Terjadi kesalahan di dalam program saat membaca berkas."),
    (MACHINE, "Memori komputer habis saat berkas dibaca."),
    (REPORT_MEMORY, "Laporan memerlukan memori melebihi batas."),
    (REPORT_TIME, "Laporan memerlukan waktu melebihi batas."),
    (REPORT_BROKEN, "Terjadi kesalahan di dalam program saat laporan disusun."),
    (REPORT_MACHINE, "Memori komputer habis saat laporan disusun."),
];
