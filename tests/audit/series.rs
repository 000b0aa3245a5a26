//! One figure over time, and from several sources.

use rakor::diagnostic::Severity;
use rakor::table::Segmen;

use super::book::Book;
use super::{MALANG, city, found, said};

#[test]
fn publishers_that_disagree_are_named_with_the_number_in_use() {
    let mut rows = city();
    rows.count("2025-06", MALANG, Segmen::Total, 134_167);
    rows.count("2025-06", MALANG, Segmen::Total, 134_167);
    assert_eq!(said(&rows), [""; 0]);
    rows.data.kepesertaan[1].peserta_aktif.value = 154_440;
    assert_eq!(
        said(&rows),
        ["A011 Peserta aktif di Kota Malang, segmen TOTAL, pada Juni 2025 tercantum 134.167 (\"sumber 0\") dan \
          154.440 (\"sumber 1\"); yang dipakai ialah 134.167."]
    );
    assert_eq!(found(&rows.data)[0].severity, Severity::Catatan);
}

fn months(segment: &str, counts: &[(&str, u64)]) -> Book {
    let lines: String = counts.iter().map(|(month, count)| format!("{month};35.73;{segment};BPJS;{count}\n")).collect();
    Book::of(&[("kepesertaan", &format!("periode;kode_wilayah;segmen;sumber;peserta_aktif\n{lines}"))])
}

#[test]
fn a_leap_beyond_half_of_the_month_before_is_noted() {
    months("TOTAL", &[("2025-05", 1_000), ("2025-06", 1_500), ("2025-07", 750)]).clean();
    months("TOTAL", &[("2025-05", 1_000), ("2025-06", 1_501)]).says(
        "A032 Peserta aktif di Kota Malang, segmen TOTAL, naik lebih dari separuh dalam sebulan: dari 1.000 pada Mei 2025 \
         menjadi 1.501 pada Juni 2025.",
    );
    months("PU", &[("2025-06", 1_500), ("2025-07", 749)]).says(
        "A032 Peserta aktif di Kota Malang, segmen PU, turun lebih dari separuh dalam sebulan: dari 1.500 pada Juni 2025 \
         menjadi 749 pada Juli 2025.",
    );
    assert_eq!(months("PU", &[("2025-05", 134_167), ("2025-06", 13_416)]).found()[0].severity, Severity::Catatan);
    // Small series, months apart, and what is paid for by the year may leap.
    months("TOTAL", &[("2025-05", 999), ("2025-06", 9_000)]).clean();
    months("TOTAL", &[("2025-05", 1_000), ("2025-07", 9_000)]).clean();
    months("RENTAN", &[("2025-05", 1_000), ("2025-06", 25_000)]).clean();
}

#[test]
fn a_turn_that_only_the_denominator_explains_is_noted_once_a_month() {
    let people = "periode;kode_wilayah;segmen;sumber;peserta_aktif\n2024-12;35.73;TOTAL;BPJS;1000\n\
                  2025-01;35.73;TOTAL;BPJS;1010\n2024-12;35.73;PU;BPJS;500\n2025-01;35.73;PU;BPJS;501\n";
    let workers = "kode_wilayah;segmen;per_tanggal;definisi;sebutan;jumlah_pekerja;dipakai_mulai;sumber\n\
                   35.73;TOTAL;2023-08-31;bekerja_sakernas;x;10000;2023-09;BPS\n\
                   35.73;TOTAL;2024-08-31;bekerja_sakernas;x;10100;2025-01;BPS\n\
                   35.73;PU;2023-08-31;bekerja_sakernas;x;5000;2023-09;BPS\n";
    // Ten percent before and after: people and workers grew alike.
    let book = Book::of(&[("kepesertaan", people), ("pekerja", workers)]);
    book.clean();
    let turned = book.with("pekerja", ";10100;", ";10101;");
    turned.says(
        "A033 Cakupan di Kota Malang, segmen TOTAL, turun pada Januari 2025 karena penyebutnya berganti dari 10.000 menjadi \
         10.101, sedangkan pesertanya bertambah.",
    );
    assert_eq!((turned.found()[0].severity, turned.found()[0].places.len()), (Severity::Catatan, 4));
    turned.line("pekerja", "35.73;PU;2024-08-31;bekerja_sakernas;x;6000;2025-01;BPS").says(
        "A033 Cakupan di Kota Malang, segmen TOTAL, turun pada Januari 2025 karena penyebutnya berganti dari 10.000 menjadi \
         10.101, sedangkan pesertanya bertambah. Hal yang sama terjadi pada 1 deret lain.",
    );
    book.with("pekerja", ";10100;", ";10099;").clean();
    let fell = book.with("kepesertaan", ";1010", ";990").with("pekerja", ";10100;", ";9900;");
    fell.clean();
    fell.with("pekerja", ";9900;", ";9899;").says(
        "A033 Cakupan di Kota Malang, segmen TOTAL, naik pada Januari 2025 karena penyebutnya berganti dari 10.000 menjadi \
         9.899, sedangkan pesertanya berkurang.",
    );
}
