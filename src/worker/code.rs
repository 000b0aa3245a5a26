//! The codes of this room's diagnostics. A code never changes its meaning and is never used again.

use crate::diagnostic::codes;

codes! {
    pub(super) each, pub all;

    NOT_STARTED = "W001" "Proses yang membaca berkas tidak dapat dijalankan.";
    MEMORY = "W002" "Berkas memerlukan memori melebihi batas.";
    TIME = "W003" "Berkas memerlukan waktu melebihi batas.";
    BROKEN = "W004" "Terjadi kesalahan di dalam program saat membaca berkas.";
    MACHINE = "W005" "Memori komputer habis saat berkas dibaca.";
}
