//! How a child may end without an answer, and what is said about each way.

use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

use rakor::diagnostic::FailureKind;
use rakor::worker::{End, Limits, Matter};

/// What is said of a child whose end the system tells so: the number of a signal, or an exit code times 256.
fn said(raw: i32) -> (FailureKind, String) {
    let failure = End::of(ExitStatus::from_raw(raw), &Limits::WORKBOOK).failure(Matter::Workbook, "data/a.xlsx");
    (failure.kind, super::said(&failure))
}

fn refused(raw: i32, message: &str) {
    assert_eq!(said(raw), (FailureKind::Data, message.to_owned()));
}

#[test]
fn an_allocation_that_failed_is_the_limit_of_memory() {
    refused(
        6,
        "W002 data/a.xlsx\n\
         Pembacaan berkas ini dihentikan karena memerlukan memori lebih dari 1024 MB.\n\
         Periksa apakah berkas itu memang data; salin sel yang berisi data saja ke buku kerja baru.",
    );
}

#[test]
fn the_processor_s_time_is_the_limit_of_time() {
    refused(
        24,
        "W003 data/a.xlsx\n\
         Pembacaan berkas ini dihentikan karena memakan waktu lebih dari 60 detik.\n\
         Periksa apakah berkas itu memang data; salin sel yang berisi data saja ke buku kerja baru.",
    );
}

#[test]
fn a_kill_that_was_not_ours_is_the_machine_s_memory() {
    refused(
        9,
        "W005 data/a.xlsx\n\
         Pembacaan berkas ini dihentikan oleh sistem karena memori komputer habis.\n\
         Tutup program lain, lalu jalankan perintah ini sekali lagi.",
    );
}

#[test]
fn a_panic_and_any_other_signal_are_the_program_s_own() {
    let broken = |what: &str| {
        format!(
            "W004 data/a.xlsx\n\
             Terjadi kesalahan di dalam program saat membaca berkas ini ({what}).\n\
             Simpan ulang buku kerja itu sebagai .xlsx dengan Excel atau LibreOffice; bila terulang, laporkan kode ini kepada pengelola."
        )
    };
    refused(101 << 8, &broken("tanpa lokasi"));
    refused(11, &broken("sinyal 11"));
}

#[test]
fn any_other_exit_is_another_program() {
    let (kind, said) = said(2 << 8);
    assert_eq!(kind, FailureKind::Internal);
    assert!(said.starts_with("W001 data/a.xlsx\n") && said.ends_with("\nexit status: 2"), "{said}");
}
