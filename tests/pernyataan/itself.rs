//! A statement against itself: what passes, what stands on the edge, what fails and in which words.

use proptest::prelude::*;

use super::case::Case;

fn case(columns: &[(&str, &str)]) -> Case {
    Case::default().said(columns)
}

const CLAIM: (&str, &str) = ("pembilang", "42.591");
const WHOLE: (&str, &str) = ("penyebut", "154.008");

#[test]
fn a_percentage_is_right_when_its_counts_round_to_it() {
    assert_eq!(case(&[("persen", "27,66 persen"), CLAIM, WHOLE]).judged("persen"), "Sesuai");
    assert_eq!(case(&[("persen", "28 persen"), CLAIM, WHOLE]).judged("persen"), "Sesuai");
    // 55 of 1.000 are 5,5 percent, exactly half of the last digit: rounded up.
    let half = [("pembilang", "55"), ("penyebut", "1.000")];
    assert_eq!(case(&[("persen", "6 persen"), half[0], half[1]]).judged("persen"), "Sesuai");
    let cut = case(&[("persen", "5 persen"), half[0], half[1]]);
    assert_eq!(
        cut.clone().judged("persen"),
        "Sesuai dengan pembulatan: angka di belakangnya dipotong, bukan dibulatkan"
    );
    assert_eq!(
        cut.findings("persen"),
        [
            "catatan P002 Pernyataan X-1 (media.id, 9 September 2025): cakupan tercantum 5 persen; 55 peserta aktif dari \
          1.000 pekerja sama dengan 5,50 persen, yang dibulatkan menjadi 6 persen."
        ]
    );
    assert_eq!(
        case(&[("persen", "7 persen"), half[0], half[1]]).judged("persen"),
        "Tidak sesuai: 5,50 persen, bukan 7 persen"
    );
}

#[test]
fn a_percentage_that_its_counts_contradict_is_wrong() {
    let wrong = case(&[("persen", "55 persen"), CLAIM, WHOLE]);
    assert_eq!(wrong.clone().judged("persen"), "Tidak sesuai: 27,66 persen, bukan 55 persen");
    assert_eq!(
        wrong.findings("persen"),
        ["kesalahan P002 Pernyataan X-1 (media.id, 9 September 2025): cakupan tercantum 55 persen, tetapi 42.591 \
          peserta aktif dari 154.008 pekerja sama dengan 27,66 persen."]
    );
}

#[test]
fn a_word_of_doubt_covers_what_it_says_and_no_more() {
    let of = |wording| case(&[("persen", wording), ("pembilang", "325"), ("penyebut", "1.000")]).judged("persen");
    // 32,5 percent.
    assert_eq!(of("sekitar 33 persen"), "Sesuai");
    assert_eq!(of("sekitar 32 persen"), "Sesuai dengan pembulatan: selisihnya tercakup oleh \"sekitar\"");
    assert_eq!(of("hampir 33 persen"), "Sesuai");
    assert_eq!(of("hampir 34 persen"), "Tidak sesuai: 32,50 persen, bukan hampir 34 persen");
    assert_eq!(of("lebih dari 32 persen"), "Sesuai dengan pembulatan: selisihnya tercakup oleh \"lebih dari\"");
    assert_eq!(of("lebih dari 31 persen"), "Tidak sesuai: 32,50 persen, bukan lebih dari 31 persen");
    assert_eq!(of("sekitar 31 persen"), "Tidak sesuai: 32,50 persen, bukan sekitar 31 persen");
}

#[test]
fn rounded_counts_cover_a_percentage_that_they_allow() {
    let of =
        |wording| case(&[("persen", wording), ("pembilang", "25 ribu"), ("penyebut", "100 ribu")]).judged("persen");
    assert_eq!(of("25,0 persen"), "Sesuai");
    assert_eq!(of("25,4 persen"), "Sesuai dengan pembulatan: angka pembandingnya juga dibulatkan");
    assert_eq!(of("26,0 persen"), "Tidak sesuai: 25,00 persen, bukan 26,0 persen");
}

#[test]
fn covered_and_uncovered_make_a_hundred() {
    let of = |wording| case(&[("persen", "32,3 persen"), ("belum_persen", wording)]);
    assert_eq!(of("67,7 persen").judged("belum_persen"), "Sesuai");
    assert_eq!(of("sekitar 68 persen").judged("belum_persen"), "Sesuai");
    let cut = of("sekitar 67 persen");
    assert_eq!(
        cut.clone().judged("belum_persen"),
        "Sesuai dengan pembulatan: angka di belakangnya dipotong, bukan dibulatkan"
    );
    assert_eq!(
        cut.findings("belum_persen"),
        [
            "catatan P006 Pernyataan X-1 (media.id, 9 September 2025): bagian yang belum terlindungi tercantum sekitar 67 \
          persen; 100 persen dikurangi 32,3 persen sama dengan 67,70 persen, yang dibulatkan menjadi 68 persen."
        ]
    );
    let wrong = of("66 persen");
    assert_eq!(wrong.clone().judged("belum_persen"), "Tidak sesuai: 67,70 persen, bukan 66 persen");
    assert_eq!(
        wrong.findings("belum_persen"),
        [
            "kesalahan P006 Pernyataan X-1 (media.id, 9 September 2025): bagian yang belum terlindungi tercantum 66 persen, \
          tetapi 100 persen dikurangi 32,3 persen sama dengan 67,70 persen."
        ]
    );
    // Half of the last digit is rounded up, and two roundings may meet in it.
    let half = |wording| case(&[("persen", "32,5 persen"), ("belum_persen", wording)]).judged("belum_persen");
    assert_eq!(half("68 persen"), "Sesuai");
    assert_eq!(half("67,4 persen"), "Sesuai dengan pembulatan: angka pembandingnya juga dibulatkan");
    assert_eq!(half("67,3 persen"), "Tidak sesuai: 67,50 persen, bukan 67,3 persen");
    let counts = case(&[("pembilang", "1"), ("penyebut", "4"), ("belum_persen", "75 persen")]);
    assert_eq!(counts.judged("belum_persen"), "Sesuai");
}

#[test]
fn a_target_that_rises_lies_above_what_is_reached() {
    let of = |target| {
        case(&[("persen", "32,44 persen"), ("target_persen", target), ("arah_perubahan", "naik"), WHOLE])
            .findings("target_persen")
    };
    assert_eq!(of("41,23 persen"), [""; 0]);
    // As far as the digits go, both may be equal.
    assert_eq!(of("32,43 persen").len(), 1);
    assert_eq!(of("32,44 persen"), [""; 0]);
    assert_eq!(of("32 persen"), [""; 0]);
    assert_eq!(
        of("31,23 persen"),
        ["kesalahan P010 Pernyataan X-1 (media.id, 9 September 2025): target tercantum 31,23 persen, di bawah 32,44 \
          persen yang sudah dicapai, padahal disebut naik."]
    );
    let falls = [("persen", "32,44 persen"), ("target_persen", "31,23 persen"), ("arah_perubahan", "turun"), WHOLE];
    assert_eq!(case(&falls).findings("target_persen"), [""; 0]);
    let persons = |target| case(&[("pembilang", "134.167"), ("target_orang", target), ("arah_perubahan", "naik")]);
    assert_eq!(persons("134.167").findings("target_orang"), [""; 0]);
    assert_eq!(persons("134.000").judged("target_orang"), "Tidak sesuai: di atas 134.167, bukan 134.000");
    assert_eq!(
        persons("134.166").findings("target_orang"),
        [
            "kesalahan P010 Pernyataan X-1 (media.id, 9 September 2025): target peserta aktif tercantum 134.166, di bawah \
          134.167 yang sudah dicapai, padahal disebut naik."
        ]
    );
}

#[test]
fn target_persons_follow_from_target_percent() {
    let of = |persons| case(&[("target_persen", "41,3 persen"), ("penyebut", "436.742"), ("target_orang", persons)]);
    // 41,3 percent of 436.742 are 180.374,4; persons are rounded up.
    assert_eq!(of("180.375").judged("target_orang"), "Sesuai");
    // 41,35 percent would be 180.592,8.
    assert_eq!(of("180.593").judged("target_orang"), "Sesuai dengan pembulatan: angka pembandingnya juga dibulatkan");
    let wrong = of("180.594");
    assert_eq!(wrong.clone().judged("target_orang"), "Tidak sesuai: 180.375, bukan 180.594");
    assert_eq!(
        wrong.findings("target_orang"),
        ["kesalahan P011 Pernyataan X-1 (media.id, 9 September 2025): target peserta aktif tercantum 180.594, tetapi \
          41,3 persen dari 436.742 pekerja sama dengan 180.375. Sebagai 41,3 persen, 180.594 orang menyiratkan 437.274 \
          pekerja."]
    );
}

#[test]
fn a_shortfall_follows_from_target_and_achievement() {
    let of = |left| {
        case(&[
            ("persen", "33 persen"),
            ("penyebut", "468 ribu"),
            ("target_persen", "41,3 persen"),
            ("sisa_orang", left),
        ])
    };
    assert_eq!(of("sekitar 39 ribu").judged("sisa_orang"), "Sesuai");
    let cut = of("sekitar 38 ribu");
    assert_eq!(
        cut.clone().judged("sisa_orang"),
        "Sesuai dengan pembulatan: angka di belakangnya dipotong, bukan dibulatkan"
    );
    assert_eq!(
        cut.findings("sisa_orang"),
        [
            "catatan P012 Pernyataan X-1 (media.id, 9 September 2025): kekurangan tercantum sekitar 38 ribu; 8,30 persen \
          poin dari 468 ribu pekerja sama dengan 38.844, yang dibulatkan menjadi 39.000."
        ]
    );
    assert_eq!(of("41 ribu").judged("sisa_orang"), "Sesuai dengan pembulatan: angka pembandingnya juga dibulatkan");
    // At most 8,85 percent of 468.500, which are 41.462,25 persons.
    assert_eq!(of("41.463").judged("sisa_orang"), "Sesuai dengan pembulatan: angka pembandingnya juga dibulatkan");
    assert_eq!(of("41.464").judged("sisa_orang"), "Tidak sesuai: 38.844, bukan 41.464");
    let wrong = of("45 ribu");
    assert_eq!(wrong.clone().judged("sisa_orang"), "Tidak sesuai: 38.844, bukan 45 ribu");
    assert_eq!(
        wrong.findings("sisa_orang"),
        [
            "kesalahan P012 Pernyataan X-1 (media.id, 9 September 2025): kekurangan tercantum 45 ribu, tetapi 8,30 persen \
          poin dari 468 ribu pekerja sama dengan 38.844."
        ]
    );
    let persons = |left| case(&[("pembilang", "100"), ("target_orang", "150"), ("sisa_orang", left)]);
    assert_eq!(persons("50").judged("sisa_orang"), "Sesuai");
    assert_eq!(
        persons("51").findings("sisa_orang"),
        [
            "kesalahan P012 Pernyataan X-1 (media.id, 9 September 2025): kekurangan tercantum 51, tetapi 150 dikurangi 100 \
          peserta aktif sama dengan 50."
        ]
    );
}

#[test]
fn a_weekday_fits_its_date() {
    assert_eq!(case(&[("hari", "Selasa")]).judged("hari"), "Sesuai");
    for other in ["Minggu", "Senin", "Rabu", "Kamis", "Jumat", "Sabtu"] {
        assert_eq!(case(&[("hari", other)]).judged("hari"), format!("Tidak sesuai: Selasa, bukan {other}"));
    }
    let wrong = case(&[("hari", "Kamis"), ("tanggal", "2025-03-26")]);
    assert_eq!(wrong.clone().judged("hari"), "Tidak sesuai: Rabu, bukan Kamis");
    assert_eq!(
        wrong.findings("hari"),
        ["kesalahan P016 Pernyataan X-1 (media.id, 26 Maret 2025): 26 Maret 2025 jatuh pada hari Rabu, bukan Kamis."]
    );
    assert_eq!(case(&[("hari", "Lusa")]).judged("hari"), "Tidak dapat diperiksa: nama harinya tidak dikenal");
}

#[test]
fn percent_is_no_percentage_point() {
    let rise = |wording| case(&[("persen", "32 persen"), ("kenaikan_per_tahun", wording)]);
    assert_eq!(rise("10 persen poin").judged("kenaikan_per_tahun"), "Sesuai");
    let open = rise("hingga 10 persen");
    assert_eq!(open.clone().judged("kenaikan_per_tahun"), "Tidak dapat diperiksa: tidak jelas persen atau persen poin");
    assert_eq!(
        open.findings("kenaikan_per_tahun"),
        ["catatan P017 Pernyataan X-1 (media.id, 9 September 2025): kenaikan hingga 10 persen setahun dari 32 persen \
          menjadi 42,00 persen apabila yang dimaksud persen poin, atau 35,20 persen apabila persen."]
    );
    let alone = case(&[("kenaikan_per_tahun", "10 persen")]);
    assert_eq!(
        alone.findings("kenaikan_per_tahun"),
        [
            "catatan P017 Pernyataan X-1 (media.id, 9 September 2025): kenaikan 10 persen setahun dapat berarti persen atau \
          persen poin."
        ]
    );
    let wrong = case(&[("persen", "32,3 persen poin")]);
    assert_eq!(wrong.clone().judged("persen"), "Tidak sesuai: 32,3 persen, bukan 32,3 persen poin");
    assert_eq!(
        wrong.findings("persen"),
        [
            "kesalahan P017 Pernyataan X-1 (media.id, 9 September 2025): cakupan tercantum 32,3 persen poin, padahal persen \
          poin hanya untuk selisih dua persentase."
        ]
    );
}

#[test]
fn an_abbreviation_fits_its_expansion() {
    let of = |wording| case(&[("istilah", wording)]);
    for right in [
        "Jaminan Kecelakaan Kerja (JKK)",
        "JKM (jaminan kematian)",
        "JKK (Jaminan Kecelakaan Kerja) dan Jaminan Hari Tua (JHT)",
        "Jaminan Pensiun (JP), Jaminan Kehilangan Pekerjaan (JKP)",
    ] {
        assert_eq!(of(right).judged("istilah"), "Sesuai", "{right}");
    }
    let wrong = of("Jaminan Kecelakaan Kerja (JKM)");
    assert_eq!(
        wrong.clone().judged("istilah"),
        "Tidak sesuai: Jaminan Kecelakaan Kerja (JKK) atau Jaminan Kematian (JKM), bukan Jaminan Kecelakaan Kerja (JKM)"
    );
    assert_eq!(
        wrong.findings("istilah"),
        [
            "kesalahan P018 Pernyataan X-1 (media.id, 9 September 2025): JKM adalah singkatan dari Jaminan Kematian, bukan \
          Jaminan Kecelakaan Kerja."
        ]
    );
    // One wrong pair among right ones, and names that share a letter more or less.
    assert_eq!(
        of("Jaminan Kematian (JKM) dan JKP (jaminan pensiun)").findings("istilah"),
        ["kesalahan P018 Pernyataan X-1 (media.id, 9 September 2025): JKP adalah singkatan dari Jaminan Kehilangan \
          Pekerjaan, bukan Jaminan Pensiun."]
    );
    assert_eq!(
        of("Jaminan Kematian (JKMM)").judged("istilah"),
        "Tidak dapat diperiksa: istilah itu tidak memuat singkatan beserta kepanjangannya"
    );
    assert_eq!(
        of("jaminan sosial").judged("istilah"),
        "Tidak dapat diperiksa: istilah itu tidak memuat singkatan beserta kepanjangannya"
    );
}

#[test]
fn what_cannot_be_read_says_why() {
    let odd = case(&[("persen", "sepertiga"), ("pembilang", "134,167.5")]);
    assert_eq!(odd.clone().judged("persen"), "Tidak dapat diperiksa: isinya bukan bilangan");
    assert_eq!(
        odd.findings("pembilang"),
        ["catatan P001 Pernyataan X-1 (media.id, 9 September 2025): peserta aktif \"134,167.5\" tidak terbaca: koma \
          adalah tanda desimal, bukan pemisah ribuan."]
    );
    // A word of doubt is part of a figure, any other word is not.
    assert_eq!(case(&[("pembilang", "hampir 38 ribu orang")]).findings("pembilang"), [""; 0]);
    assert_eq!(
        case(&[("pembilang", "38 ribu kepala")]).findings("pembilang"),
        [
            "catatan P001 Pernyataan X-1 (media.id, 9 September 2025): peserta aktif \"38 ribu kepala\" tidak terbaca: kata \
          \"kepala\" bukan bagian dari bilangan."
        ]
    );
    assert_eq!(
        case(&[("penyebut", "0"), ("pembilang", "0"), ("persen", "0 persen")]).judged("persen"),
        "Tidak dapat diperiksa: tidak ada angka pembanding"
    );
}

const COLUMNS: [&str; 13] = [
    "persen",
    "pembilang",
    "penyebut",
    "belum_persen",
    "sisa_orang",
    "target_tahun",
    "target_persen",
    "target_orang",
    "kenaikan_per_tahun",
    "tambahan_orang",
    "anggaran_rp",
    "hari",
    "istilah",
];

/// Wordings that are, and that are nearly, figures.
fn wording() -> impl Strategy<Value = String> {
    let word = prop_oneof![Just(""), Just("sekitar "), Just("hampir "), Just("lebih dari "), Just("Rp"), Just("(")];
    let unit =
        prop_oneof![Just(""), Just(" persen"), Just(" ribu"), Just(" juta"), Just(" persen poin"), Just(" miliar")];
    let number = prop_oneof!["[0-9]{1,9}", "[0-9]{1,3},[0-9]{1,4}", "0", "[0-9]{25}", "(JKK|JKM)\\)?", "\\PC{0,6}"];
    (word, number, unit).prop_map(|(word, number, unit)| format!("{word}{number}{unit}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_wording_gets_a_verdict(first in proptest::collection::vec(wording(), COLUMNS.len()), second in proptest::collection::vec(wording(), COLUMNS.len())) {
        let said = |wordings: &[String]| -> Vec<(&'static str, String)> {
            let clean = |text: &String| text.chars().filter(|ch| !ch.is_control()).collect::<String>();
            COLUMNS.iter().zip(wordings).map(|(column, text)| (*column, clean(text))).collect()
        };
        let mut case = Case::default().workers().participants().targets().tariffs();
        for wordings in [&first, &second] {
            let columns = said(wordings);
            let mut columns: Vec<(&str, &str)> = columns.iter().map(|(name, text)| (*name, text.as_str())).collect();
            columns.push(("arah_perubahan", "naik"));
            case = case.said(&columns);
        }
        let Some(data) = case.read_or_nothing() else { return Ok(()) };
        for verdict in rakor::audit::pernyataan::judge(&data, &rakor::audit::Settings::default()) {
            prop_assert!(!verdict.sentence().is_empty());
            prop_assert_eq!(verdict.outcome.is_wrong(), verdict.findings.iter().any(|finding| finding.severity == rakor::diagnostic::Severity::Kesalahan));
        }
    }
}
