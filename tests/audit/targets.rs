//! Targets: against each other, against their path, against what was reached.

use rakor::diagnostic::Severity;

use super::book::Book;

fn targets(lines: &str) -> Book {
    Book::of(&[("target", &format!("indikator;kode_wilayah;segmen;tahun;dokumen;satuan;nilai;sumber\n{lines}"))])
}

#[test]
fn two_documents_may_say_the_same_in_other_decimals() {
    let book = targets("ucj;35.73;TOTAL;2025;RPJMD;persen;41,3;a\nucj;35.73;TOTAL;2025;RKPD;persen;41,30;b\n");
    book.clean();
    let two = book.with("target", "41,30", "41,23");
    two.says("A022 Target Tahun 2025 untuk Kota Malang tercantum 41,3 persen (\"RPJMD\") dan 41,23 persen (\"RKPD\").");
    assert_eq!(two.found()[0].severity, Severity::Catatan);
    two.with("target", "2025;RKPD", "2026;RKPD").clean();
}

#[test]
fn the_path_of_one_document_does_not_fall() {
    let book = targets("ucj;35.73;TOTAL;2025;RPJMD;persen;41,3;a\nucj;35.73;TOTAL;2027;RPJMD;persen;41,3;a\n");
    book.clean();
    book.with("target", "2027;RPJMD;persen;41,3", "2027;RPJMD;persen;41,2").says(
        "A023 Target Tahun 2027 untuk Kota Malang (41,2 persen) lebih rendah daripada target Tahun 2025 (41,3 persen) dalam \
         \"RPJMD\".",
    );
    book.with("target", "2027;RPJMD;persen;41,3", "2027;RKPD;persen;41,2").clean();
}

const PEOPLE: &str = "periode;kode_wilayah;segmen;sumber;peserta_aktif\n2024-12;35.73;TOTAL;BPJS;3231\n";
const WORKERS: &str = "kode_wilayah;segmen;per_tanggal;definisi;sebutan;jumlah_pekerja;dipakai_mulai;sumber\n\
                       35.73;TOTAL;2023-08-31;bekerja_sakernas;x;10000;2023-09;BPS\n";

#[test]
fn a_target_that_was_reached_before_its_year_is_noted() {
    let text =
        "indikator;kode_wilayah;segmen;tahun;dokumen;satuan;nilai;sumber\nucj;35.73;TOTAL;2025;RPJMD;persen;32,31;a\n";
    let book = Book::of(&[("target", text), ("kepesertaan", PEOPLE), ("pekerja", WORKERS)]);
    book.clean();
    let low = book.with("target", "32,31", "32,30");
    low.says(
        "A024 Target Tahun 2025 untuk Kota Malang (32,30 persen) lebih rendah daripada cakupan yang telah dicapai pada \
         Desember 2024 (32,31 persen).",
    );
    assert_eq!((low.found()[0].severity, low.found()[0].places.len()), (Severity::Catatan, 3));
    low.with("target", ";2025;", ";2026;").clean();
    // Exactly reached, and by one participant more.
    let even = book.with("target", "32,31", "32").with("kepesertaan", "3231", "3200");
    even.clean();
    even.with("kepesertaan", "3200", "3201").says(
        "A024 Target Tahun 2025 untuk Kota Malang (32 persen) lebih rendah daripada cakupan yang telah dicapai pada \
         Desember 2024 (32,01 persen).",
    );
}

fn indicator(direction: &str, years: &str) -> Book {
    Book::of(&[
        ("indikator", &format!("kode;kode_wilayah;nama;satuan;arah\nUCJ;35.73;Cakupan;persen;{direction}\n")),
        ("indikator_tahunan", &format!("kode;kode_wilayah;tahun;target_k;realisasi_k;sumber\n{years}")),
        ("kepesertaan", PEOPLE),
        ("pekerja", WORKERS),
        (
            "target",
            "indikator;kode_wilayah;segmen;tahun;dokumen;satuan;nilai;sumber\n\
             ucj;35.73;TOTAL;2026;RPJMD;persen;40,5;a\nucj;35.73;TOTAL;2026;RKPD;persen;39;b\n",
        ),
    ])
    .with("target", "ucj;35.73;TOTAL;2026;RKPD;persen;39;b\n", "")
}

#[test]
fn yearly_targets_go_the_way_the_indicator_wants() {
    let years = "UCJ;35.73;2024;41;;a\nUCJ;35.73;2025;41;;a\n";
    indicator("naik", years).clean();
    indicator("turun", years).clean();
    indicator("naik", years).with("indikator_tahunan", "2025;41", "2025;40,9").says(
        "A026 Target indikator \"UCJ\" di Kota Malang turun dari 41 (Tahun 2024) menjadi 40,9 (Tahun 2025), padahal arahnya \
         naik.",
    );
    indicator("turun", years).with("indikator_tahunan", "2025;41", "2025;41,1").says(
        "A026 Target indikator \"UCJ\" di Kota Malang naik dari 41 (Tahun 2024) menjadi 41,1 (Tahun 2025), padahal arahnya \
         turun.",
    );
    // The words of the form mean the same.
    assert_eq!(indicator("positif", years).with("indikator_tahunan", "2025;41", "2025;40,9").found()[0].code, "A026");
    assert_eq!(indicator("negatif", years).with("indikator_tahunan", "2025;41", "2025;41,1").found()[0].code, "A026");
    indicator("", years).with("indikator_tahunan", "2025;41", "2025;40,9").clean();
}

#[test]
fn both_tables_of_targets_say_the_same_to_the_fewer_decimals() {
    indicator("naik", "UCJ;35.73;2026;40,5;;a\n").clean();
    indicator("naik", "UCJ;35.73;2026;40,54;;a\n").clean();
    indicator("naik", "UCJ;35.73;2026;41;;a\n").clean();
    indicator("naik", "UCJ;35.73;2026;40,55;;a\n").says(
        "A027 Target Tahun 2026 indikator \"UCJ\" di Kota Malang pada tabel `indikator_tahunan` (40,55 persen) berbeda dari \
         tabel `target`: 40,5 persen (\"RPJMD\").",
    );
    // The lower edge: 40,45 is 40,5 and 40,5 is 41.
    indicator("naik", "UCJ;35.73;2026;40,45;;a\n").clean();
    assert_eq!(indicator("naik", "UCJ;35.73;2026;40,44;;a\n").found()[0].code, "A027");
    assert_eq!(indicator("naik", "UCJ;35.73;2026;40;;a\n").found()[0].code, "A027");
    let neither = indicator("naik", "UCJ;35.73;2026;38;;a\n").line("target", "ucj;35.73;TOTAL;2026;RKPD;persen;39,0;b");
    assert_eq!(
        neither.said()[1],
        "A027 Target Tahun 2026 indikator \"UCJ\" di Kota Malang pada tabel `indikator_tahunan` (38 persen) berbeda dari \
         tabel `target`: 40,5 persen (\"RPJMD\") dan 39,0 persen (\"RKPD\")."
    );
    let second = indicator("naik", "UCJ;35.73;2026;39;;a\n").line("target", "ucj;35.73;TOTAL;2026;RKPD;persen;39,0;b");
    assert_eq!(second.found()[0].code, "A022", "one document that agrees is enough");
    assert_eq!(second.found().len(), 1);
}

#[test]
fn the_realisation_of_a_year_is_the_coverage_of_its_december() {
    indicator("naik", "UCJ;35.73;2024;;32,31;a\n").clean();
    indicator("naik", "UCJ;35.73;2024;;32,3;a\n").clean();
    let wrong = indicator("naik", "UCJ;35.73;2024;;32,4;a\n");
    wrong.says(
        "A028 Realisasi Tahun 2024 indikator \"UCJ\" di Kota Malang (32,4 persen) berbeda dari cakupan pada Desember 2024 \
         (32,3 persen).",
    );
    assert!(wrong.found()[0].refuses());
    // Half a step belongs to the upper figure: 32,35 is 32,4.
    wrong.with("kepesertaan", "3231", "3235").clean();
    assert_eq!(wrong.with("kepesertaan", "3231", "3234").found()[0].code, "A028");
    wrong.with("kepesertaan", "3231", "3244").clean();
    wrong.with("kepesertaan", "3231", "3245").says(
        "A028 Realisasi Tahun 2024 indikator \"UCJ\" di Kota Malang (32,4 persen) berbeda dari cakupan pada Desember 2024 \
         (32,5 persen).",
    );
    indicator("naik", "UCJ;35.73;2023;;99;a\n").clean();
    wrong.with("indikator", "persen", "orang").clean();
}
