//! A figure is found however staff type it.

use rakor::bahasa::baca::{Bilangan, dalam_teks};
use rakor::cli::Exit;

use super::{REPORT, lacak, object};

fn first_origin(wanted: &str) -> String {
    let (exit, object) = object(&REPORT, wanted);
    assert_eq!(exit, Exit::Done, "{wanted}: {object}");
    object["hasil"]["angka"][0]["asal"].to_string()
}

#[test]
fn units_points_and_signs_may_be_left_out() {
    for spellings in [
        ["37,52", "37,52 persen", "37.52", "37,52%"],
        ["117258", "117.258", "117.258 orang", "117258,00"],
        ["0,51", "+0,51", "0,51 persen poin", "0,510"],
        ["715,46 juta", "Rp715,46 juta", "715460000", "715.460.000 rupiah"],
    ] {
        let origins = spellings.map(first_origin);
        assert!(origins.iter().all(|origin| *origin == origins[0]), "{spellings:?}\n{origins:#?}");
    }
}

#[test]
fn numbers_in_a_text_are_read_as_they_are_printed() {
    let read = |text: &str| -> Vec<String> {
        let shown =
            |number: Bilangan| format!("{}{}", if number.negatif == Some(true) { "-" } else { "" }, number.besar());
        dalam_teks(text).into_iter().map(shown).collect()
    };
    assert_eq!(read("naik 0,46 persen poin menjadi 30,72 persen."), ["23/50", "768/25"]);
    assert_eq!(read("Rp5,3 miliar dari Rp 1.000"), ["5300000000", "1000"]);
    assert_eq!(read("−0,46 dan +0,5 dan -7"), ["-23/50", "1/2", "-7"]);
    assert_eq!(read("12–14 Agustus 2025, 2025-08-31"), ["12", "14", "2025", "2025", "8", "31"]);
    assert_eq!(read("kode 35.73.01, P2, 1,2,3"), [""; 0]);
    assert_eq!(read("tujuh"), ["7"]);
    assert_eq!(read("tujuh orang"), [""; 0]);
    assert_eq!(read(&"9".repeat(5_000)), [""; 0]);
}

#[test]
fn a_sign_that_was_typed_counts() {
    let number = |text: &str| dalam_teks(text).remove(0);
    assert!(number("0,46").mencari(&number("−0,46")));
    assert!(number("−0,46").mencari(&number("−0,46")));
    assert!(!number("−0,46").mencari(&number("+0,46")));
    assert!(number("5,3").mencari(&number("Rp5,3 miliar")));
    assert!(!number("5,3 juta").mencari(&number("Rp5,3 miliar")));
    assert!(number("5.300.000.000").mencari(&number("Rp5,3 miliar")));
}

#[test]
fn a_figure_that_is_not_printed_is_answered_with_the_nearest() {
    let (exit, text) = lacak(&REPORT, "37,53");
    assert_eq!(exit, Exit::Data);
    let message = "kesalahan[R034] laporan.pdf\n  \
        Angka \"37,53\" tidak tercetak dalam berkas ini; yang terdekat ialah 37,52 persen (halaman 1), 37,49 persen \
        (halaman 3), dan 37,98 persen (halaman 4).\n  \
        Tindakan  : Periksa penulisannya; `rakor lacak` tanpa angka menampilkan semua angka yang tercetak.\n\n\
        Ditemukan 1 kesalahan.\n";
    assert_eq!(text, message);
    let (exit, object) = object(&REPORT, "37,53");
    assert_eq!(exit, Exit::Data);
    assert_eq!(object["hasil"]["angka"].as_array().unwrap().len(), 0);
    assert_eq!(object["hasil"]["terdekat"][0], "37,52 persen");
}

#[test]
fn what_is_no_number_is_refused_before_the_file_is_read() {
    for typed in ["cakupan", "37,52 37,52", "1,2,3", "35.73.01"] {
        let (exit, text) = lacak(b"", typed);
        assert_eq!(exit, Exit::Usage, "{typed}");
        let message = format!(
            "kesalahan[C006]\n  Angka yang dicari tidak dapat dibaca.\n  Ditemukan : \"{typed}\"\n  \
             Tindakan  : Tulis satu angka seperti yang tercetak, misalnya 30,72 atau 46.208.\n\nDitemukan 1 kesalahan.\n"
        );
        assert_eq!(text, message);
    }
}
