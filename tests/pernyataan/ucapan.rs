//! Reading said figures.

use rakor::bahasa::baca::{Kira, Salah, Satuan, Ucapan};
use rakor::figure::{Ratio, ratio, whole};

fn n(numerator: i64, denominator: i64) -> Ratio {
    ratio(numerator, denominator).unwrap()
}

fn seen(said: Result<Ucapan, Salah>) -> (Ratio, Kira, Ratio, Ratio) {
    let said = said.unwrap();
    (said.nilai.clone(), said.kira, said.langkah(), said.langkah_kira())
}

#[test]
fn a_count_keeps_its_value_its_doubt_and_the_step_of_its_last_digit() {
    let cases = [
        ("134.167", 134_167, Kira::Tepat, 1, 1),
        ("400.000", 400_000, Kira::Tepat, 1, 1),
        ("sekitar 38 ribu", 38_000, Kira::Sekitar, 1_000, 1_000),
        ("sekitar 400.000", 400_000, Kira::Sekitar, 1, 100_000),
        ("sekitar 134.167", 134_167, Kira::Sekitar, 1, 1),
        ("lebih dari 400.000", 400_000, Kira::Lebih, 1, 100_000),
        ("400.000 lebih", 400_000, Kira::Lebih, 1, 100_000),
        ("hampir 25 ribu orang", 25_000, Kira::Hampir, 1_000, 1_000),
        ("Kurang lebih\u{a0}1,5 juta", 1_500_000, Kira::Sekitar, 100_000, 100_000),
        ("1,50 juta", 1_500_000, Kira::Tepat, 10_000, 10_000),
        ("±120.000 pekerja", 120_000, Kira::Sekitar, 1, 10_000),
        ("paling banyak 7", 7, Kira::Hingga, 1, 1),
        ("sekitar 0", 0, Kira::Sekitar, 1, 1),
    ];
    for (wording, value, doubt, step, doubted) in cases {
        let expected = (whole(value), doubt, whole(step), whole(doubted));
        assert_eq!(seen(Ucapan::cacah(wording)), expected, "{wording}");
    }
}

#[test]
fn a_percentage_keeps_its_decimals_and_a_word_of_doubt_does_not_widen_its_step() {
    let cases = [
        ("32,44 persen", n(3_244, 100), Kira::Tepat, n(1, 100)),
        ("hampir 33 persen", whole(33), Kira::Hampir, whole(1)),
        ("sekitar 40 persen", whole(40), Kira::Sekitar, whole(1)),
        ("hingga 10 persen", whole(10), Kira::Hingga, whole(1)),
        ("41,30%", n(413, 10), Kira::Tepat, n(1, 100)),
    ];
    for (wording, value, doubt, step) in cases {
        assert_eq!(seen(Ucapan::persen(wording)), (value, doubt, step.clone(), step), "{wording}");
    }
    assert_eq!(Ucapan::persen("41,30 persen").unwrap().desimal().to_string(), "41.30");
    assert_eq!(Ucapan::persen("1,2 persen poin").unwrap().satuan, Satuan::PersenPoin);
    assert_eq!(Ucapan::persen("0,46 poin").unwrap().satuan, Satuan::PersenPoin);
}

#[test]
fn an_amount_keeps_the_step_of_its_unit() {
    let cases = [
        ("Rp5,3 miliar", 5_300_000_000_i64, Kira::Tepat, 100_000_000, 100_000_000),
        ("kurang lebih Rp42 juta", 42_000_000, Kira::Sekitar, 1_000_000, 1_000_000),
        ("Rp42juta", 42_000_000, Kira::Tepat, 1_000_000, 1_000_000),
        ("90 juta rupiah", 90_000_000, Kira::Tepat, 1_000_000, 1_000_000),
        ("sekitar Rp5.300.000.000", 5_300_000_000, Kira::Sekitar, 1, 100_000_000),
    ];
    for (wording, value, doubt, step, doubted) in cases {
        let expected = (whole(value), doubt, whole(step), whole(doubted));
        assert_eq!(seen(Ucapan::uang(wording)), expected, "{wording}");
    }
}

#[test]
fn what_is_no_figure_is_refused_with_the_reason() {
    let refused = |read: Result<Ucapan, Salah>| read.unwrap_err().to_string();
    assert_eq!(refused(Ucapan::cacah("sekitar banyak")), "Isinya bukan bilangan.");
    assert_eq!(refused(Ucapan::cacah("sekitar")), "Isinya bukan bilangan.");
    assert_eq!(refused(Ucapan::cacah("")), "Isinya kosong.");
    assert_eq!(refused(Ucapan::cacah("38 ribu kepala")), "Kata \"kepala\" bukan bagian dari bilangan.");
    assert_eq!(refused(Ucapan::cacah("hampir 1.5")), "Titik adalah pemisah ribuan dan harus diikuti tepat tiga angka.");
    assert_eq!(refused(Ucapan::persen("30 sampai 35 persen")), "Kata \"sampai\" bukan bagian dari bilangan.");
    assert_eq!(refused(Ucapan::uang("seharga rumah")), "Isinya bukan nilai rupiah.");
}
