//! Indonesian in both directions: what is written, what is read, what is refused, and in which words.
#![expect(clippy::unwrap_used, reason = "a test stops where its data are wrong")]

use chrono::{Datelike, NaiveDate, Weekday};
use num_bigint::BigInt;
use proptest::prelude::*;
use rakor::bahasa::baca::{self, Jenis, Salah, Sebab};
use rakor::bahasa::*;
use rakor::figure::{Decimal, Period, Ratio, Rounded, percent_of, ratio, round_half_up, whole};
use rakor::place::{Place, Printed, Sources};

/// No-break spaces made visible, so that a golden shows where a line may break.
fn lihat(teks: &str) -> String {
    teks.replace('\u{A0}', "~")
}

fn pecahan(a: i64, b: i64) -> Ratio {
    ratio(a, b).unwrap()
}

fn dokumen(kanonis: &str) -> Decimal {
    kanonis.parse().unwrap()
}

fn hari(tahun: i32, bulan: u32, tanggal: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(tahun, bulan, tanggal).unwrap()
}

fn masa(tahun: i32, bulan: u32) -> Period {
    Period::new(tahun, bulan).unwrap()
}

/// The message of a refusal, and what to do.
fn pesan<T: std::fmt::Debug>(hasil: Result<T, Salah>) -> String {
    let salah = hasil.unwrap_err();
    format!("{salah} · {}", salah.tindakan())
}

// Writing: numbers

#[test]
fn whole_numbers_have_points_between_thousands_and_a_true_minus() {
    for (n, tulisan) in [
        (0_i64, "0"),
        (7, "7"),
        (999, "999"),
        (1_000, "1.000"),
        (134_167, "134.167"),
        (1_234_567, "1.234.567"),
        (-46_208, "−46.208"),
        (-999, "−999"),
    ] {
        assert_eq!(bilangan(n), tulisan);
    }
    assert_eq!(bilangan(BigInt::from(10).pow(21)), "1.000.000.000.000.000.000.000");
}

#[test]
fn decimals_round_half_up_once_and_never_print_a_negative_zero() {
    // 0,1 + 0,2; halves that binary fractions lose; carries over many digits; zeros below rounding.
    let emas = [
        (pecahan(1, 10) + pecahan(2, 10), 2, "0,30"),
        (pecahan(1, 10) + pecahan(2, 10), 20, "0,30000000000000000000"),
        (pecahan(4125, 100), 1, "41,3"),
        (pecahan(4135, 100), 1, "41,4"),
        (pecahan(4125, 100), 0, "41"),
        (pecahan(83, 2), 0, "42"),
        (pecahan(999_999_995, 1000), 2, "1.000.000,00"),
        (pecahan(999_999_994, 1000), 2, "999.999,99"),
        (pecahan(1005, 1000), 2, "1,01"),
        (pecahan(2675, 1000), 2, "2,68"),
        (pecahan(-1005, 1000), 2, "−1,01"),
        (pecahan(-4, 1000), 2, "0,00"),
        (pecahan(-5, 1000), 2, "−0,01"),
        (pecahan(5, 1000), 2, "0,01"),
        (whole(0), 2, "0,00"),
        (-whole(0), 0, "0"),
        (whole(BigInt::from(10).pow(21)), 1, "1.000.000.000.000.000.000.000,0"),
    ];
    for (nilai, tempat, tulisan) in emas {
        assert_eq!(desimal(&round_half_up(&nilai, tempat)), tulisan);
    }
    assert_eq!(desimal(&dokumen("-0").as_printed()), "0");
    assert_eq!(desimal(&dokumen("-0.00").as_printed()), "0,00");
}

#[test]
fn published_figures_print_as_published() {
    let cakupan = percent_of(&whole(134_167), &whole(436_742)).unwrap();
    let target = dokumen("41.3");
    assert_eq!(lihat(&persen(&cakupan)), "30,72~persen");
    assert_eq!(persen_tabel(&cakupan), "30,72%");
    assert_eq!(lihat(&persen_desimal(&target)), "41,3~persen");
    assert_eq!(persen_tabel_desimal(&target), "41,30%");
    assert_eq!(lihat(&persen_desimal(&dokumen("99.50"))), "99,50~persen");
    assert_eq!(lihat(&persen_poin(&(target.ratio() - &cakupan))), "10,58~persen~poin");
    assert_eq!(lihat(&persen_poin(&(&cakupan - target.ratio()))), "10,58~persen~poin");
    assert_eq!(kali(&pecahan(7_702, 3_209)), "2,4");
    for (pekerja, tulisan) in
        [(418_158, "32,09"), (428_699, "31,30"), (436_742, "30,72"), (459_084, "29,22"), (413_585, "32,44")]
    {
        let nilai = percent_of(&whole(134_167), &whole(pekerja)).unwrap();
        assert_eq!(desimal(&round_half_up(&nilai, 2)), tulisan);
    }
}

#[test]
fn differences_in_tables_carry_their_sign_unless_they_print_as_zero() {
    for (selisih, tulisan) in [
        (pecahan(46, 100), "+0,46"),
        (pecahan(-46, 100), "−0,46"),
        (whole(0), "0,00"),
        (pecahan(4, 1000), "0,00"),
        (pecahan(-4, 1000), "0,00"),
        (pecahan(5, 1000), "+0,01"),
        (pecahan(-5, 1000), "−0,01"),
        (pecahan(123_456, 100), "+1.234,56"),
    ] {
        assert_eq!(selisih_tabel(&selisih), tulisan);
    }
}

#[test]
fn one_word_numbers_are_words() {
    let tulisan: Vec<String> = [0, 1, 2, 5, 10, 11, 12, 20, 99, 100, 101, 1_000, 1_001].map(angka_kata).into();
    assert_eq!(
        tulisan,
        ["0", "satu", "dua", "lima", "sepuluh", "sebelas", "12", "20", "99", "seratus", "101", "seribu", "1.001"]
    );
}

#[test]
fn roman_numbers_are_subtractive_and_bounded() {
    let bulan: Vec<String> = (1..=12).map(|b| bulan_romawi(b).unwrap()).collect();
    assert_eq!(bulan.join(" "), "I II III IV V VI VII VIII IX X XI XII");
    assert_eq!((bulan_romawi(0), bulan_romawi(13)), (None, None));
    assert_eq!(romawi(14).unwrap(), "XIV");
    assert_eq!(romawi(1994).unwrap(), "MCMXCIV");
    assert_eq!(romawi(3999).unwrap(), "MMMCMXCIX");
    assert_eq!((romawi(0), romawi(4000), romawi(u32::MAX)), (None, None, None));
}

#[test]
fn every_roman_number_reads_back_from_right_to_left() {
    for n in 1..=3999 {
        let mut terakhir = 0;
        let nilai = romawi(n).unwrap().chars().rev().fold(0, |jumlah, huruf| {
            let v = match huruf {
                'I' => 1,
                'V' => 5,
                'X' => 10,
                'L' => 50,
                'C' => 100,
                'D' => 500,
                _ => 1000,
            };
            let hasil = if v < terakhir { jumlah - v } else { jumlah + v };
            terakhir = v;
            hasil
        });
        assert_eq!(nilai, i64::from(n));
    }
}

// Writing: money

#[test]
fn rupiah_in_tables_is_complete() {
    assert_eq!(rupiah(0), "Rp0");
    assert_eq!(rupiah(16_800), "Rp16.800");
    assert_eq!(rupiah(5_300_000_000_u64), "Rp5.300.000.000");
    assert_eq!(rupiah(-5_000), "−Rp5.000");
}

#[test]
fn rupiah_in_prose_has_at_most_two_decimals_and_moves_up_a_unit_when_it_must() {
    for (n, tulisan) in [
        (0_u64, "Rp0"),
        (16_800, "Rp16.800"),
        (999_999, "Rp999.999"),
        (1_000_000, "Rp1~juta"),
        (1_004_999, "Rp1~juta"),
        (1_005_000, "Rp1,01~juta"),
        (42_000_000, "Rp42~juta"),
        (174_500_000, "Rp174,5~juta"),
        (999_994_999, "Rp999,99~juta"),
        (999_995_000, "Rp1~miliar"),
        (5_300_000_000, "Rp5,3~miliar"),
        (5_040_000_000, "Rp5,04~miliar"),
        (5_644_800_000, "Rp5,64~miliar"),
        (999_995_000_000, "Rp1~triliun"),
        (1_500_000_000_000, "Rp1,5~triliun"),
        (999_995_000_000_000, "Rp1.000~triliun"),
        (1_234_500_000_000_000, "Rp1.234,5~triliun"),
    ] {
        assert_eq!(lihat(&rupiah_prosa(n)), tulisan, "{n}");
    }
    assert_eq!(lihat(&rupiah_prosa(-5_300_000_000_i64)), "−Rp5,3~miliar");
}

// Writing: time

#[test]
fn names_of_days_and_months_have_the_official_spelling() {
    let bulan: Vec<String> = (1..=12).map(|b| nama_bulan(b).unwrap()).collect();
    assert_eq!(
        bulan.join(" "),
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    );
    let singkat: Vec<String> = (1..=12).map(|b| bulan_singkat(b).unwrap()).collect();
    assert_eq!(singkat.join(" "), "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des");
    assert_eq!((nama_bulan(0), nama_bulan(13), bulan_singkat(13)), (None, None, None));
    let pekan: Vec<String> = (1..=7).map(|h| nama_hari(hari(2025, 9, h))).collect();
    assert_eq!(pekan.join(" "), "Senin Selasa Rabu Kamis Jumat Sabtu Minggu");
}

#[test]
fn days_periods_and_times_keep_together() {
    let rapat = hari(2025, 8, 26);
    assert_eq!(lihat(&tanggal(rapat)), "26~Agustus~2025");
    assert_eq!(lihat(&hari_tanggal(rapat)), "Selasa, 26~Agustus~2025");
    assert_eq!(lihat(&tanggal_bulan(rapat)), "26~Agustus");
    assert_eq!(lihat(&tanggal(hari(2024, 2, 1))), "1~Februari~2024");
    assert_eq!(lihat(&periode(masa(2025, 8))), "Agustus~2025");
    assert_eq!(lihat(&periode_kapital(masa(2025, 8))), "AGUSTUS~2025");
    assert_eq!(lihat(&periode_singkat(masa(2025, 8))), "Agu~2025");
    assert_eq!(lihat(&pukul(9, 0, Zona::Wib).unwrap()), "pukul~09.00~WIB");
    assert_eq!(lihat(&pukul(23, 59, Zona::Wit).unwrap()), "pukul~23.59~WIT");
    assert_eq!((pukul(24, 0, Zona::Wita), pukul(9, 60, Zona::Wita)), (None, None));
    assert_eq!(Zona::ALL.map(Zona::as_str), ["WIB", "WITA", "WIT"]);
}

#[test]
fn ranges_of_periods_name_the_year_once_when_it_is_the_same() {
    let (jan, agu, nov) = (masa(2025, 1), masa(2025, 8), masa(2024, 11));
    assert_eq!(lihat(&rentang_periode(jan, agu)), "Januari–Agustus~2025");
    assert_eq!(lihat(&rentang_periode(nov, jan)), "November~2024–Januari~2025");
    assert_eq!(lihat(&rentang_periode(agu, agu)), "Agustus~2025");
    assert_eq!(lihat(&rentang_periode_prosa(jan, agu)), "Januari sampai dengan Agustus~2025");
    assert_eq!(lihat(&rentang_periode_prosa(nov, jan)), "November~2024 sampai dengan Januari~2025");
    assert_eq!(lihat(&rentang_periode_prosa(jan, jan)), "Januari~2025");
}

// Writing: words

#[test]
fn terbilang_contracts_only_a_lone_leading_one() {
    for (n, kata) in [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (110, "seratus sepuluh"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (1_100, "seribu seratus"),
        (2_000, "dua ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (31_000, "tiga puluh satu ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (451_000, "empat ratus lima puluh satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (1_016_800, "satu juta enam belas ribu delapan ratus"),
        (1_000_000_000, "satu miliar"),
        (1_000_001_000, "satu miliar seribu"),
        (1_000_000_000_000, "satu triliun"),
        (1_001_001_001_001, "satu triliun satu miliar satu juta seribu satu"),
    ] {
        assert_eq!(terbilang(n).unwrap(), kata, "{n}");
    }
    assert!(terbilang(TERBILANG_TERBESAR).is_some());
    assert_eq!(terbilang(TERBILANG_TERBESAR + 1), None);
    assert_eq!(terbilang(u64::MAX), None);
}

#[test]
fn terbilang_of_money_and_decimals() {
    assert_eq!(terbilang_rupiah(5_300_000_000).unwrap(), "lima miliar tiga ratus juta rupiah");
    assert_eq!(terbilang_rupiah(TERBILANG_TERBESAR + 1), None);
    for (kanonis, kata) in [
        ("32.44", "tiga puluh dua koma empat empat"),
        ("99.50", "sembilan puluh sembilan koma lima nol"),
        ("0.05", "nol koma nol lima"),
        ("-0.46", "minus nol koma empat enam"),
        ("-5", "minus lima"),
        ("0", "nol"),
        ("-0.0", "nol koma nol"),
        ("21000", "dua puluh satu ribu"),
    ] {
        assert_eq!(terbilang_desimal(&dokumen(kanonis)).unwrap(), kata, "{kanonis}");
    }
    assert_eq!(terbilang_desimal(&dokumen("1000000000000000.1")), None);
    assert_eq!(terbilang_desimal(&dokumen("999999999999999999999999")), None);
}

/// Reads number words by a stack that only knows adding and multiplying, and refuses every form that is not official: it
/// shares neither the direction nor the grouping of the writer.
fn baca_kata(kata: &str) -> Option<u64> {
    let (mut jumlah, mut ratusan, mut batas) = (0_u64, 0_u64, u64::MAX);
    // The digit waiting for *belas*, *puluh*, *ratus*, or to stand alone.
    let mut angka: Option<u64> = None;
    if kata == "nol" {
        return Some(0);
    }
    for k in kata.split(' ') {
        let satuan = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
            .iter()
            .position(|s| *s == k);
        if let Some(n) = satuan {
            if angka.is_some() || ratusan % 10 != 0 || ratusan % 100 == 10 {
                return None;
            }
            angka = Some(n as u64 + 1);
            continue;
        }
        match k {
            "sepuluh" | "sebelas" if angka.is_none() && ratusan.is_multiple_of(100) => {
                // Eleven hides in the units, ten is marked by its tens.
                ratusan += if k == "sepuluh" { 10 } else { 11 };
            }
            "belas" if ratusan.is_multiple_of(100) => ratusan += angka.take().filter(|n| *n > 1)? + 10,
            "puluh" if ratusan.is_multiple_of(100) => ratusan += angka.take().filter(|n| *n > 1)? * 10,
            "seratus" if angka.is_none() && ratusan == 0 => ratusan = 100,
            "ratus" if ratusan == 0 => ratusan = angka.take().filter(|n| *n > 1)? * 100,
            "seribu" if angka.is_none() && ratusan == 0 && batas > 1_000 => {
                jumlah += 1_000;
                batas = 1_000;
            }
            _ => {
                let skala = match k {
                    "ribu" => 1_000,
                    "juta" => 1_000_000,
                    "miliar" => 1_000_000_000,
                    "triliun" => 1_000_000_000_000,
                    _ => return None,
                };
                let kelompok = ratusan + angka.take().unwrap_or(0);
                if skala >= batas || kelompok == 0 || (skala == 1_000 && kelompok == 1) {
                    return None;
                }
                jumlah += kelompok * skala;
                (ratusan, batas) = (0, skala);
            }
        }
    }
    Some(jumlah + ratusan + angka.unwrap_or(0))
}

#[test]
fn the_independent_reader_refuses_what_is_not_official() {
    for kata in [
        "satu ribu",
        "satu ratus",
        "satu puluh",
        "satu belas",
        "dua puluh seribu",
        "seratus seribu",
        "ribu",
        "dua tiga",
        "sepuluh satu",
        "dua belas satu",
        "seribu dua ribu",
        "satu ribu satu juta",
        "se juta",
        "sejuta",
        "",
    ] {
        assert_eq!(baca_kata(kata), None, "{kata}");
    }
}

#[test]
fn terbilang_reads_back_for_every_number_up_to_a_million() {
    for n in 0..=1_000_000 {
        let kata = terbilang(n).unwrap();
        assert!(baca_kata(&kata) == Some(n), "{n}: {kata}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn terbilang_reads_back_over_its_whole_range(n in 0..=TERBILANG_TERBESAR) {
        let kata = terbilang(n).unwrap();
        prop_assert_eq!(baca_kata(&kata), Some(n), "{}", kata);
    }

    #[test]
    fn terbilang_reads_back_where_groups_are_nearly_empty(
        kelompok in prop::array::uniform5(prop::sample::select(vec![0_u64, 1, 2, 10, 11, 12, 20, 21, 100, 101, 111, 999]))
    ) {
        let n = kelompok.iter().fold(0, |jumlah, k| jumlah * 1_000 + k);
        prop_assert_eq!(baca_kata(&terbilang(n).unwrap()), Some(n));
    }

    #[test]
    fn terbilang_has_only_official_words_single_spaces_and_no_forbidden_pair(n in 0..=TERBILANG_TERBESAR) {
        let kata = terbilang(n).unwrap();
        prop_assert!(!kata.contains("  ") && kata.trim() == kata);
        for larangan in ["satu puluh", "satu belas", "satu ratus", "milyar", "trilyun"] {
            prop_assert!(!kata.contains(larangan), "{}", kata);
        }
        prop_assert!(!kata.starts_with("satu ribu") && !kata.contains("juta satu ribu"), "{}", kata);
        prop_assert!(!["puluh seribu", "ratus seribu", "seratus seribu"].iter().any(|s| kata.contains(s)), "{}", kata);
    }
}

// Writing: text

#[test]
fn lists_have_a_comma_before_dan_from_three_on() {
    assert_eq!(dan::<&str>(&[]), "");
    assert_eq!(dan(&["Blimbing"]), "Blimbing");
    assert_eq!(dan(&["Blimbing", "Klojen"]), "Blimbing dan Klojen");
    assert_eq!(dan(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b, dan c");
    assert_eq!(dan(&["a", "b", "c", "d"]), "a, b, c, dan d");
}

#[test]
fn a_list_of_printed_values_keeps_all_their_places() {
    let tempat = |baris| Place::file("data/wilayah.csv").at_row(baris);
    let butir = [2, 3].map(|baris| Printed::new(format!("w{baris}"), Sources::from(&tempat(baris))));
    let daftar = dan_tercetak(&butir);
    assert_eq!(daftar.text, "w2 dan w3");
    assert_eq!(daftar.from.iter().cloned().collect::<Vec<_>>(), [tempat(2), tempat(3)]);
    assert!(dan_tercetak(&[]).from.is_empty());
}

#[test]
fn a_nip_is_printed_in_its_four_groups() {
    assert_eq!(lihat(&nip("196411261992031001").unwrap()), "19641126~199203~1~001");
    assert_eq!(lihat(&nip(" 19641126 199203\u{A0}1 001 ").unwrap()), "19641126~199203~1~001");
    assert_eq!(nip("19641126199203100"), None);
    assert_eq!(nip("1964112619920310011"), None);
    assert_eq!(nip("19641126199203100X"), None);
    assert_eq!(nip("１９６４１１"), None);
    assert_eq!(nip(""), None);
}

#[test]
fn letter_case_follows_unicode() {
    assert_eq!(kapital("Laporan Dwi’é"), "LAPORAN DWI’É");
    assert_eq!(kapital_awal("sebanyak 5 orang"), "Sebanyak 5 orang");
    assert_eq!(kapital_awal("élan"), "Élan");
    assert_eq!(kapital_awal("25 ribu"), "25 ribu");
    assert_eq!(kapital_awal(""), "");
    assert_eq!(lihat(&rekat("Tabel", "3")), "Tabel~3");
}

// Reading: counts

#[test]
fn counts_are_read_as_staff_write_them() {
    for (tulisan, n) in [
        ("134167", 134_167_u64),
        ("134.167", 134_167),
        ("1.234.567", 1_234_567),
        (" 7 ", 7),
        ("0", 0),
        ("25 ribu", 25_000),
        ("25\u{A0}Ribu", 25_000),
        ("25ribu", 25_000),
        ("1,5 juta", 1_500_000),
        ("134,5 ribu", 134_500),
        ("1,00 juta", 1_000_000),
        ("2 miliar", 2_000_000_000),
        ("\u{A0}134\u{A0}167\u{2009}", 134_167),
        ("1\u{2009}234\u{2009}567", 1_234_567),
        ("\t134\u{202F}167", 134_167),
        ("18446744073709551615", u64::MAX),
    ] {
        assert_eq!(baca::cacah(tulisan), Ok(n), "{tulisan:?}");
    }
}

#[test]
fn counts_that_are_none_are_refused_with_the_reason() {
    let koma = "Koma adalah tanda desimal, bukan pemisah ribuan. · Tulis bilangan itu tanpa pemisah ribuan atau dengan titik, misalnya 134167 atau 134.167.";
    let titik = "Titik adalah pemisah ribuan dan harus diikuti tepat tiga angka. · Tulis bilangan bulat, misalnya 134.167 atau 134167.";
    let bulat = "Bilangan ini harus bulat. · Tulis bilangan bulat, misalnya 134.167 atau 134167.";
    let negatif = "Bilangan ini tidak boleh negatif. · Periksa angka itu pada sumbernya.";
    let bukan = "Isinya bukan bilangan. · Tulis bilangan bulat, misalnya 134.167 atau 134167.";
    let tanda = "Tanda ini dapat berarti nol atau belum tersedia. · Tulis 0 apabila memang tidak ada, atau kosongkan apabila datanya belum tersedia.";
    let pangkat = "Penulisan dengan pangkat (E) dapat menyembunyikan angka yang terpotong. · Ubah format sel itu menjadi bilangan biasa, periksa angkanya, lalu simpan kembali.";
    let besar = "Bilangan ini terlalu besar. · Periksa angka itu pada sumbernya.";
    for (tulisan, alasan) in [
        ("1,234", koma),
        ("134,167.5", koma),
        ("1,234,567", koma),
        ("1,234 juta", koma),
        ("1.5", titik),
        ("12.34", titik),
        ("1.5 juta", titik),
        ("1.2345", titik),
        ("1234.567", titik),
        ("0.134", titik),
        ("1.23.456", titik),
        ("134,5", bulat),
        ("12,00", bulat),
        ("1.234,5", bulat),
        ("0,0005 ribu", bulat),
        ("-5", negatif),
        ("−5", negatif),
        ("(5.000)", negatif),
        ("- 134.167", negatif),
        ("banyak", bukan),
        ("sekitar 38 ribu", bukan),
        ("134 167", bukan),
        ("NaN", bukan),
        ("inf", bukan),
        ("#DIV/0!", bukan),
        ("12-13", bukan),
        ("5%", bukan),
        ("5,", bukan),
        (",5", bukan),
        ("１２", bukan),
        ("+5", bukan),
        ("-", tanda),
        ("…", tanda),
        ("N/A", tanda),
        ("1.34E+05", pangkat),
        ("1e21", pangkat),
        ("18446744073709551616", besar),
        ("99999999999999999999999999 triliun", besar),
        ("1234567890123456789012345678901", besar),
        ("", "Isinya kosong. · Tulis bilangan bulat, misalnya 134.167 atau 134167."),
        ("  \u{A0}", "Isinya kosong. · Tulis bilangan bulat, misalnya 134.167 atau 134167."),
        (
            "25 ribu orang",
            "Kata \"orang\" bukan bagian dari bilangan. · Hapus kata itu; satuan yang dikenal ialah ribu, juta, miliar, dan triliun.",
        ),
        (
            "25 jt",
            "Kata \"jt\" bukan bagian dari bilangan. · Hapus kata itu; satuan yang dikenal ialah ribu, juta, miliar, dan triliun.",
        ),
    ] {
        assert_eq!(pesan(baca::cacah(tulisan)), alasan, "{tulisan:?}");
    }
    assert_eq!(baca::cacah("x1").unwrap_err().harapan(), "bilangan bulat, misalnya 134.167 atau 134167");
}

// Reading: money

#[test]
fn amounts_are_read_exactly() {
    for (tulisan, n) in [
        ("Rp5.300.000.000", 5_300_000_000_u64),
        ("Rp 5.300.000.000,00", 5_300_000_000),
        ("Rp. 5.300.000,-", 5_300_000),
        ("rp\u{A0}16.800", 16_800),
        ("5,3 miliar", 5_300_000_000),
        ("Rp5,3 miliar", 5_300_000_000),
        ("Rp5,3\u{A0}milyar", 5_300_000_000),
        ("5300000000", 5_300_000_000),
        ("Rp42 juta", 42_000_000),
        ("90 juta rupiah", 90_000_000),
        ("Rp1,2345 triliun", 1_234_500_000_000),
        ("550 Miliar Rupiah", 550_000_000_000),
        ("1.500 juta", 1_500_000_000),
        ("Rp0", 0),
    ] {
        assert_eq!(baca::uang(tulisan), Ok(n), "{tulisan:?}");
    }
}

#[test]
fn amounts_with_fractions_or_foreign_signs_are_refused() {
    for (tulisan, sebab) in [
        ("Rp5.300.000,50", Sebab::Pecahan),
        ("5,3", Sebab::Pecahan),
        ("1,23456789 juta", Sebab::Pecahan),
        ("5,300,000,000", Sebab::KomaRibuan),
        ("5,300,000.00", Sebab::KomaRibuan),
        ("5,300 miliar", Sebab::KomaRibuan),
        ("5,300", Sebab::KomaRibuan),
        ("5.3 miliar", Sebab::TitikKeliru),
        ("5300000.00", Sebab::TitikKeliru),
        ("-Rp5.000", Sebab::Negatif),
        ("Rp-5.000", Sebab::Negatif),
        ("(Rp5.000)", Sebab::Negatif),
        ("5.3E+09", Sebab::NotasiPangkat),
        ("Rp", Sebab::Bentuk),
        ("USD 5", Sebab::Bentuk),
        ("Rp5 M", Sebab::KataAsing("m".to_owned())),
        ("Rp99.999.999 triliun", Sebab::TerlaluBesar),
        ("-", Sebab::TandaKosong),
        ("", Sebab::Kosong),
    ] {
        assert_eq!(baca::uang(tulisan), Err(Salah { jenis: Jenis::Uang, sebab }), "{tulisan:?}");
    }
    assert_eq!(
        pesan(baca::uang("5,3")),
        "Nilai rupiah harus bulat. · Tulis nilai rupiah bulat, misalnya Rp5.300.000.000 atau 5,3 miliar."
    );
}

// Reading: decimals

#[test]
fn decimals_keep_their_digits_and_take_a_program_s_point_only_when_it_is_plain() {
    for (tulisan, kanonis) in [
        ("41,3", "41.3"),
        ("41.3", "41.3"),
        ("41.35", "41.35"),
        ("41.3000", "41.3000"),
        ("99,50", "99.50"),
        ("99,5%", "99.5"),
        ("99,5 %", "99.5"),
        ("41,3 persen", "41.3"),
        ("41,3\u{A0}Persen", "41.3"),
        ("41", "41"),
        ("1,234", "1.234"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1234", "1234"),
        ("180375", "180375"),
        ("134\u{A0}167", "134167"),
        ("−0,46", "-0.46"),
        ("-0.46", "-0.46"),
        ("-0", "0"),
        ("0", "0"),
    ] {
        assert_eq!(baca::desimal(tulisan).map(|d| d.to_string()), Ok(kanonis.to_owned()), "{tulisan:?}");
    }
}

#[test]
fn decimals_that_could_mean_two_things_are_refused_with_both_ways_out() {
    assert_eq!(
        pesan(baca::desimal("180.375")),
        "Titik yang diikuti tiga angka dapat berarti pemisah ribuan atau tanda desimal. · Tulis 180375 apabila titik itu pemisah ribuan, atau 180,375 apabila tanda desimal."
    );
    for tulisan in ["1.234", "0.413", "1234.567", "-1.234", "41.300%"] {
        assert!(matches!(baca::desimal(tulisan).unwrap_err().sebab, Sebab::TitikRagu { .. }), "{tulisan}");
    }
    for (tulisan, sebab) in [
        ("1,234.5", Sebab::KomaRibuan),
        ("1,234,567", Sebab::KomaRibuan),
        ("12.34,5", Sebab::TitikKeliru),
        ("1.2.3", Sebab::TitikKeliru),
        ("41,3 poin", Sebab::KataAsing("poin".to_owned())),
        ("NaN", Sebab::Bentuk),
        ("-inf", Sebab::Bentuk),
        ("1e21", Sebab::NotasiPangkat),
        ("41,3%%", Sebab::Bentuk),
        ("#N/A", Sebab::Bentuk),
        ("", Sebab::Kosong),
        ("-", Sebab::TandaKosong),
    ] {
        assert_eq!(baca::desimal(tulisan), Err(Salah { jenis: Jenis::Desimal, sebab }), "{tulisan:?}");
    }
}

// Reading: time

#[test]
fn days_are_read_in_every_usual_form() {
    let rapat = hari(2025, 8, 26);
    for tulisan in [
        "2025-08-26",
        "2025-8-26",
        "26/08/2025",
        "26-08-2025",
        "26 Agustus 2025",
        "26\u{A0}agustus\u{A0}2025",
        "26 AGT 2025",
        "26-Agu-2025",
        "26-Aug-2025",
        "Selasa, 26 Agustus 2025",
        "selasa 26 Agu. 2025",
        "2025-08-26 00:00:00",
        "2025-08-26T00:00:00",
        "  26  Agustus  2025 ",
    ] {
        assert_eq!(baca::tanggal(tulisan), Ok(rapat), "{tulisan:?}");
    }
    assert_eq!(baca::tanggal("Jum'at, 29 Pebruari 2008"), Ok(hari(2008, 2, 29)));
    assert_eq!(baca::tanggal("Ahad, 1 Nopember 2026"), Ok(hari(2026, 11, 1)));
    assert_eq!(baca::tanggal("03/04/2025"), Ok(hari(2025, 4, 3)));
}

#[test]
fn days_that_do_not_exist_or_contradict_their_weekday_are_refused_with_the_reason() {
    let tulis = "Tulis tanggal, misalnya 2025-08-26 atau 26 Agustus 2025.";
    for (tulisan, alasan, tindakan) in [
        ("2025-13-01", "Bulan 13 tidak ada.", tulis),
        ("08/26/2025", "Bulan 26 tidak ada.", tulis),
        ("2025-00-10", "Bulan 0 tidak ada.", tulis),
        ("31 Februari 2025", "Tanggal 31 Februari 2025 tidak ada.", tulis),
        ("2025-02-29", "Tanggal 29 Februari 2025 tidak ada.", tulis),
        ("0/01/2025", "Tanggal 0 Januari 2025 tidak ada.", tulis),
        (
            "Senin, 26 Agustus 2025",
            "Tanggal 26 Agustus 2025 jatuh pada hari Selasa, bukan Senin.",
            "Perbaiki hari atau tanggalnya.",
        ),
        ("26 Agutsus 2025", "Nama bulan \"Agutsus\" tidak dikenal; mungkin yang dimaksud Agustus.", tulis),
        ("26 Quintilis 2025", "Nama bulan \"Quintilis\" tidak dikenal.", tulis),
        ("Slasa, 26 Agustus 2025", "Nama hari \"Slasa\" tidak dikenal; mungkin yang dimaksud Selasa.", tulis),
        ("26/08/25", "Tahun harus ditulis dengan empat angka.", tulis),
        ("26 Agustus 1820", "Tahun 1820 di luar rentang 1900 sampai dengan 2200.", tulis),
        (
            "45895",
            "Isinya bilangan, mungkin nomor seri tanggal dari lembar kerja.",
            "Ubah format sel itu menjadi tanggal, lalu simpan kembali.",
        ),
        ("besok", "Isinya bukan tanggal.", tulis),
        ("2025-08", "Isinya bukan tanggal.", tulis),
        ("26/08-2025", "Isinya bukan tanggal.", tulis),
        ("026/08/2025", "Isinya bukan tanggal.", tulis),
        ("2025-08-26 13:45:00", "Isinya bukan tanggal.", tulis),
        ("", "Isinya kosong.", tulis),
    ] {
        assert_eq!(pesan(baca::tanggal(tulisan)), format!("{alasan} · {tindakan}"), "{tulisan:?}");
    }
}

#[test]
fn periods_are_read_and_month_13_is_refused() {
    for tulisan in [
        "2025-08",
        "2025-8",
        "Agustus 2025",
        "agustus\u{A0}2025",
        "Agu 2025",
        "Agu-2025",
        "08/2025",
        "8-2025",
        "Agt-25",
        "agustus-25",
    ] {
        assert_eq!(baca::periode(tulisan), Ok(masa(2025, 8)), "{tulisan:?}");
    }
    let tulis = "Tulis periode sebagai tahun-bulan, misalnya 2025-08.";
    for (tulisan, alasan) in [
        ("2025-13", "Bulan 13 tidak ada."),
        ("13/2025", "Bulan 13 tidak ada."),
        ("2025-00", "Bulan 0 tidak ada."),
        ("Agustos 2025", "Nama bulan \"Agustos\" tidak dikenal; mungkin yang dimaksud Agustus."),
        ("Agu 25", "Tahun harus ditulis dengan empat angka."),
        ("Agu/25", "Tahun harus ditulis dengan empat angka."),
        ("08-25", "Tahun harus ditulis dengan empat angka."),
        ("Agt-5", "Isinya bukan periode."),
        ("Agt-025", "Isinya bukan periode."),
        ("1820-01", "Tahun 1820 di luar rentang 1900 sampai dengan 2200."),
        ("2025", "Isinya bukan periode."),
        ("202508", "Isinya bukan periode."),
        ("2025-08-31", "Isinya bukan periode."),
        ("2025-008", "Isinya bukan periode."),
        ("semester satu", "Isinya bukan periode."),
        ("Januari–Agustus 2025", "Nama bulan \"Januari–Agustus\" tidak dikenal."),
        ("", "Isinya kosong."),
    ] {
        assert_eq!(pesan(baca::periode(tulisan)), format!("{alasan} · {tulis}"), "{tulisan:?}");
    }
}

#[test]
fn years_have_four_digits_and_weekdays_their_name() {
    assert_eq!(baca::tahun(" 2025 "), Ok(2025));
    for (tulisan, alasan) in [
        ("25", "Tahun harus ditulis dengan empat angka."),
        ("2.025", "Isinya bukan tahun."),
        ("20255", "Isinya bukan tahun."),
        ("1899", "Tahun 1899 di luar rentang 1900 sampai dengan 2200."),
        ("2201", "Tahun 2201 di luar rentang 1900 sampai dengan 2200."),
        ("", "Isinya kosong."),
    ] {
        assert_eq!(baca::tahun(tulisan).unwrap_err().to_string(), alasan, "{tulisan:?}");
    }
    assert_eq!(baca::hari("Selasa"), Ok(Weekday::Tue));
    assert_eq!(baca::hari(" jumat "), Ok(Weekday::Fri));
    assert_eq!(baca::hari("ahad"), Ok(Weekday::Sun));
    assert_eq!(pesan(baca::hari("3")), "Isinya bukan nama hari. · Tulis nama hari, misalnya Selasa.");
}

#[test]
fn months_are_known_in_full_in_short_in_old_spelling_and_in_english() {
    let daftar = [
        "Januari Jan January",
        "Februari Feb Pebruari Peb February",
        "Maret Mar March",
        "April Apr",
        "Mei May",
        "Juni Jun June",
        "Juli Jul July",
        "Agustus Agu Agt Ags Agust August Aug",
        "September Sep Sept",
        "Oktober Okt October Oct",
        "November Nov Nopember Nop",
        "Desember Des December Dec",
    ];
    for (bulan, nama) in (1..).zip(daftar) {
        for nama in nama.split(' ') {
            assert_eq!(baca::periode(&format!("{nama} 2025")), Ok(masa(2025, bulan)), "{nama}");
        }
    }
}

// Both directions

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_as_a_count_is_read_back(n in any::<u64>()) {
        prop_assert_eq!(baca::cacah(&bilangan(n)), Ok(n));
        prop_assert_eq!(baca::cacah(&n.to_string()), Ok(n));
    }

    #[test]
    fn what_is_written_as_money_is_read_back(n in any::<u64>(), sen in any::<bool>()) {
        let tulisan = if sen { format!("{},00", rupiah(n)) } else { rupiah(n) };
        prop_assert_eq!(baca::uang(&tulisan), Ok(n));
    }

    #[test]
    fn money_in_prose_is_read_back_within_half_of_its_last_digit(n in 0..=10_000_000_000_000_000_u64) {
        let dibaca = baca::uang(&rupiah_prosa(n)).unwrap();
        prop_assert!(n >= 1_000_000 || dibaca == n);
        // Two decimals of a unit, of which at least one stands before the comma: at most half a percent off.
        prop_assert!(u128::from(dibaca.abs_diff(n)) * 200 <= u128::from(n), "{} {}", n, dibaca);
    }

    #[test]
    fn what_is_written_with_a_comma_is_read_back(units in any::<i64>(), places in 1..6_u32) {
        let nilai = Decimal { units: units.into(), places };
        prop_assert_eq!(baca::desimal(&desimal(&nilai.as_printed())), Ok(nilai.clone()));
        prop_assert_eq!(baca::desimal(&persen_desimal(&nilai)), Ok(nilai.clone()));
        prop_assert_eq!(baca::desimal(&format!("{}%", desimal(&nilai.as_printed()))), Ok(nilai));
    }

    #[test]
    fn printing_agrees_with_long_division_on_paper(bagian in 0..2_000_000_u64, pokok in 1..2_000_000_u64) {
        // Half-up by counting remainders, without ratios.
        let (q, r) = (bagian * 10_000 / pokok, bagian * 10_000 % pokok);
        let perseratus = if r * 2 >= pokok { q + 1 } else { q };
        let diharapkan = format!("{},{:02}%", bilangan(perseratus / 100), perseratus % 100);
        prop_assert_eq!(persen_tabel(&percent_of(&whole(bagian), &whole(pokok)).unwrap()), diharapkan);
    }

    #[test]
    fn no_negative_zero_is_ever_printed(units in -20_000_i64..20_000, places in 0..7_u32, tempat in 0..4_u32) {
        let nilai = Decimal { units: units.into(), places }.ratio();
        let tulisan = desimal(&round_half_up(&nilai, tempat));
        prop_assert!(!tulisan.starts_with(MINUS) || tulisan.contains(|c: char| ('1'..='9').contains(&c)), "{}", tulisan);
        prop_assert!(!tulisan.contains('-'));
        let bulat = Rounded { units: units.into(), places };
        prop_assert_eq!(desimal(&bulat).contains(MINUS), units < 0);
    }

    #[test]
    fn what_is_written_as_a_day_or_period_is_read_back(lewat in 0..109_000_u64) {
        let hari = hari(1900, 1, 1).checked_add_days(chrono::Days::new(lewat)).unwrap();
        prop_assert_eq!(baca::tanggal(&tanggal(hari)), Ok(hari));
        prop_assert_eq!(baca::tanggal(&hari_tanggal(hari)), Ok(hari));
        prop_assert_eq!(baca::tanggal(&hari.to_string()), Ok(hari));
        prop_assert_eq!(baca::tanggal(&format!("{:02}/{:02}/{}", hari.day(), hari.month(), hari.year())), Ok(hari));
        prop_assert_eq!(baca::hari(&nama_hari(hari)), Ok(hari.weekday()));
        let masa = Period::of(hari).unwrap();
        for tulisan in [periode(masa), periode_kapital(masa), periode_singkat(masa), masa.to_string()] {
            prop_assert_eq!(baca::periode(&tulisan), Ok(masa));
        }
    }

    #[test]
    fn no_text_makes_a_reader_panic_and_every_refusal_speaks(
        teks in prop_oneof![any::<String>(), "[-−(Rp.]{0,3}[0-9., \u{A0}e+]{0,12}[a-zA-Z%,/-]{0,8}", "[0-9/A-Za-z, -]{0,20}"]
    ) {
        let salah = [
            baca::cacah(&teks).err(),
            baca::uang(&teks).err(),
            baca::desimal(&teks).err(),
            baca::tanggal(&teks).err(),
            baca::periode(&teks).err(),
            baca::tahun(&teks).err(),
            baca::hari(&teks).err(),
        ];
        for salah in salah.into_iter().flatten() {
            for kalimat in [salah.to_string(), salah.tindakan()] {
                prop_assert!(kalimat.ends_with('.') && !kalimat.contains('\n'), "{}", kalimat);
            }
        }
    }

    #[test]
    fn a_count_is_never_read_from_two_meanings(kepala in 0..2_000_u32, ekor in "[0-9]{1,5}") {
        // A point means thousands exactly when three digits follow a group of one to three that begins with no zero.
        let baik = ekor.len() == 3 && (1..=999).contains(&kepala);
        let hasil = baca::cacah(&format!("{kepala}.{ekor}"));
        prop_assert_eq!(hasil.is_ok(), baik);
        if let Ok(n) = hasil {
            prop_assert_eq!(n, u64::from(kepala) * 1_000 + ekor.parse::<u64>().unwrap());
        }
        let berkoma = format!("{kepala},{ekor}");
        prop_assert!(baca::cacah(&berkoma).is_err());
    }
}
