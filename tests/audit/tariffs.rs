//! Contributions by contract value: brackets that leave nothing out, percentages that can be one.

use super::book::Book;

/// Three brackets of JKK, two of JKM.
fn tariff() -> Book {
    Book::of(&[(
        "tarif_konstruksi",
        "program_jaminan;berlaku_mulai;batas_bawah_rp;batas_atas_rp;persen;berlaku_sampai;sumber\n\
         JKK;2023-01-01;0;100000000;0,21;;PP\n\
         JKK;2023-01-01;100000000;500000000;0,17;;PP\n\
         JKK;2023-01-01;500000000;;0,13;;PP\n\
         JKM;2023-01-01;0;100000000;0,03;;PP\n\
         JKM;2023-01-01;100000000;;0,02;;PP\n",
    )])
}

#[test]
fn brackets_join_from_nought_upwards_without_gap_or_overlap() {
    tariff().clean();
    // Another tariff of the same programme stands for itself, and so does one without brackets in between.
    tariff().line("tarif_konstruksi", "JKK;2026-01-01;0;;0,10;;PP").clean();
    let gap = tariff().with("tarif_konstruksi", "JKK;2023-01-01;100000000;", "JKK;2023-01-01;100000001;");
    gap.says(
        "A044 Lapisan tarif konstruksi JKK mulai 1 Januari 2023 dari Rp100.000.001 tidak bersambung, padahal lapisan di \
         bawahnya berakhir pada Rp100.000.000.",
    );
    assert_eq!(gap.found()[0].computed.as_deref(), Some("Rp100.000.000"));
    assert!(gap.found()[0].refuses() && gap.found()[0].places.len() == 2);
    tariff().with("tarif_konstruksi", ";100000000;500000000;", ";99999999;500000000;").says(
        "A044 Lapisan tarif konstruksi JKK mulai 1 Januari 2023 dari Rp99.999.999 tidak bersambung, padahal lapisan di \
         bawahnya berakhir pada Rp100.000.000.",
    );
}

#[test]
fn the_lowest_bracket_begins_at_nought_and_the_highest_has_no_end() {
    tariff().with("tarif_konstruksi", "JKM;2023-01-01;0;", "JKM;2023-01-01;1;").says(
        "A044 Lapisan tarif konstruksi JKM mulai 1 Januari 2023 dari Rp1 tidak bersambung, padahal lapisan terendah mulai \
         dari Rp0.",
    );
    tariff().with("tarif_konstruksi", ";500000000;;0,13", ";500000000;1000000000;0,13").says(
        "A044 Lapisan tertinggi tarif konstruksi JKK mulai 1 Januari 2023 berakhir pada Rp1.000.000.000; nilai kontrak di \
         atasnya tanpa tarif.",
    );
    tariff().with("tarif_konstruksi", "JKM;2023-01-01;0;100000000;", "JKM;2023-01-01;0;;").says(
        "A044 Lapisan tarif konstruksi JKM mulai 1 Januari 2023 dari Rp100.000.000 tidak bersambung, padahal lapisan di \
         bawahnya tanpa batas atas.",
    );
}

#[test]
fn a_percentage_lies_between_nought_and_a_hundred() {
    for possible in ["0", "100", "100,00"] {
        tariff().with("tarif_konstruksi", "0,03", possible).clean();
    }
    let above = tariff().with("tarif_konstruksi", "0,03", "100,01");
    above.says("A045 Persentase tarif konstruksi JKM mulai 1 Januari 2023 (100,01 persen) tidak mungkin.");
    assert!(above.found()[0].refuses());
    tariff()
        .with("tarif_konstruksi", "0,03", "-0,03")
        .says("A045 Persentase tarif konstruksi JKM mulai 1 Januari 2023 (−0,03 persen) tidak mungkin.");
}

#[test]
fn a_tariff_does_not_end_before_it_begins() {
    tariff().with("tarif_konstruksi", "0,03;;", "0,03;2023-01-01;").clean();
    tariff()
        .with("tarif_konstruksi", "0,03;;", "0,03;2022-12-31;")
        .says("A009 Tanggal berakhir (31 Desember 2022) mendahului tanggal mulai (1 Januari 2023).");
}
