//! Child processes: what they may use up, how they end, and what is said then.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

#[cfg(target_os = "linux")]
mod limits;
#[cfg(unix)]
mod signals;
mod telling;

use std::time::Duration;

use rakor::diagnostic::{Failure, FailureKind};
use rakor::workbook::read;
use rakor::worker::{CODES, Limits, Worker};

use crate::workbook::builder::{Sheet, Workbook};
use crate::worker as usual;

/// A workbook of one table.
fn small() -> Vec<u8> {
    Workbook::of(Sheet::of_texts("wilayah", &[&["kode", "nama", "jenis"], &["35.73", "Kota Malang", "kota"]])).bytes()
}

/// The usual children with other limits.
fn limited(change: impl FnOnce(&mut Limits)) -> Worker {
    let mut limits = Limits::WORKBOOK;
    change(&mut limits);
    usual().limited(limits)
}

/// How a terminal shows the one diagnostic of a refusal, without colours.
fn said(failure: &Failure) -> String {
    let [diagnostic] = failure.diagnostics.as_slice() else { panic!("{failure:?}") };
    let engine = diagnostic.engine.as_deref().map(|words| format!("\n{words}")).unwrap_or_default();
    let places: Vec<String> = diagnostic.places.iter().map(ToString::to_string).collect();
    format!("{} {}\n{}\n{}{engine}", diagnostic.code, places.join("; "), diagnostic.message, diagnostic.action)
}

#[test]
fn a_child_reads_what_this_process_would() {
    let bytes = small();
    assert_eq!(usual().read_workbook("data/a.xlsx", &bytes), Ok(read("data/a.xlsx", &bytes).unwrap()));
}

#[test]
fn a_refusal_comes_through_word_for_word() {
    let failure = usual().read_workbook("data/b.xlsx", b"bukan buku kerja").unwrap_err();
    assert_eq!(failure.kind, FailureKind::Data);
    assert_eq!(failure.diagnostics, [*read("data/b.xlsx", b"bukan buku kerja").unwrap_err()]);
}

#[test]
fn a_child_that_takes_too_long_is_ended() {
    let worker = limited(|limits| limits.wall = Duration::from_nanos(1));
    assert_eq!(
        said(&worker.read_workbook("data/lama.xlsx", &small()).unwrap_err()),
        "W003 data/lama.xlsx\n\
         Pembacaan berkas ini dihentikan karena memakan waktu lebih dari 1 detik.\n\
         Periksa apakah berkas itu memang data; salin sel yang berisi data saja ke buku kerja baru."
    );
}

#[test]
fn an_answer_above_its_limit_is_none() {
    let worker = limited(|limits| limits.answer = 10);
    assert_eq!(
        said(&worker.read_workbook("data/a.xlsx", &small()).unwrap_err()),
        "W004 data/a.xlsx\n\
         Terjadi kesalahan di dalam program saat membaca berkas ini (jawaban tidak terbaca).\n\
         Simpan ulang buku kerja itu sebagai .xlsx dengan Excel atau LibreOffice; bila terulang, laporkan kode ini kepada pengelola."
    );
}

#[test]
fn a_program_that_is_not_there_is_a_trouble_of_the_program() {
    for program in [None, Some("tidak-ada/rakor".into())] {
        let failure = Worker::new(program).read_workbook("data/a.xlsx", &small()).unwrap_err();
        assert_eq!(failure.kind, FailureKind::Internal);
        let said = said(&failure);
        let ours = said.rsplit_once('\n').unwrap().0;
        assert_eq!(
            ours,
            "W001 data/a.xlsx\n\
             Berkas ini tidak dibaca: proses yang membacanya tidak dapat dijalankan.\n\
             Jalankan perintah ini sekali lagi; bila terulang, pasang ulang rakor."
        );
    }
}

#[test]
fn what_another_program_says_is_no_answer() {
    // This very suite, asked for tests of a name that none has: it says so on its output.
    let worker = Worker::new(std::env::current_exe().ok());
    let failure = worker.read_workbook("data/a.xlsx", &small()).unwrap_err();
    assert!(said(&failure).starts_with("W004 data/a.xlsx\n"), "{failure:?}");
}

#[test]
fn a_child_that_listens_to_nothing_does_not_hold_up_its_parent() {
    // More than a pipe holds, for a program that ends without reading it.
    let worker = Worker::new(std::env::current_exe().ok());
    assert!(worker.read_workbook("data/a.xlsx", &vec![0; 4 << 20]).is_err());
}

#[test]
fn codes_are_distinct_and_in_order() {
    let codes: Vec<_> = CODES.iter().map(|(code, _)| *code).collect();
    let expected: Vec<String> = (1..=codes.len()).map(|number| format!("W{number:03}")).collect();
    assert_eq!(codes, expected);
    assert!(CODES.iter().all(|(_, meaning)| meaning.ends_with('.')));
}
