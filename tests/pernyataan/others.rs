//! Statements against each other.

use super::case::Case;

#[test]
fn two_targets_for_one_year_accuse_each_other_unless_a_document_decides() {
    let of = |second| {
        Case::default()
            .workers()
            .said(&[("target_persen", "41,3 persen"), ("kode", "A"), ("tanggal", "2025-08-26")])
            .said(&[("target_persen", second), ("kode", "B")])
    };
    assert_eq!(of("41,3 persen").findings("target_persen"), [""; 0]);
    // Equal as far as the digits go: worth a note.
    assert_eq!(of("41 persen").judged("target_persen"), "Sesuai");
    assert_eq!(
        of("41 persen").findings("target_persen"),
        [
            "catatan P019 Pernyataan B (media.id, 9 September 2025): target tahun 2025 disebut 41 persen di sini dan 41,3 \
          persen oleh media.id, 26 Agustus 2025."
        ]
    );
    assert_eq!(
        of("31,23 persen").judged("target_persen"),
        "Tidak sesuai: 41,3 persen menurut media.id, 26 Agustus 2025, bukan 31,23 persen"
    );
    assert_eq!(
        of("31,23 persen").findings("target_persen"),
        [
            "kesalahan P019 Pernyataan B (media.id, 9 September 2025): target tahun 2025 disebut 31,23 persen di sini dan \
          41,3 persen oleh media.id, 26 Agustus 2025."
        ]
    );
    // 41,35 percent may be the one and the other.
    assert_eq!(of("41,4 persen").judged("target_persen"), "Sesuai");
    assert_eq!(
        of("41,5 persen").judged("target_persen"),
        "Tidak sesuai: 41,3 persen menurut media.id, 26 Agustus 2025, bukan 41,5 persen"
    );
    assert_eq!(of("41,3 persen").targets().judged("target_persen"), "Sesuai");
    let later = of("50 persen").said(&[("target_persen", "60 persen"), ("target_tahun", "2026")]);
    assert_eq!(later.findings("target_persen"), [""; 0]);
}

#[test]
fn two_sources_of_one_day_accuse_each_other_unless_the_data_decide() {
    let of = |first, second| {
        Case::default()
            .workers()
            .said(&[("persen", first), ("sumber", "malangpagi.com")])
            .said(&[("persen", second), ("sumber", "lentera.co")])
    };
    assert_eq!(
        of("32,3 persen", "42 persen").judged("persen"),
        "Tidak sesuai: 32,3 persen menurut malangpagi.com, 9 September 2025, bukan 42 persen"
    );
    assert_eq!(
        of("32,3 persen", "42 persen").findings("persen"),
        ["kesalahan P020 Pernyataan X-2 (lentera.co, 9 September 2025): cakupan disebut 42 persen di sini dan 32,3 \
          persen oleh malangpagi.com pada hari yang sama."]
    );
    // 32,5 may be the one and the other.
    assert_eq!(of("32,5 persen", "32 persen").findings("persen"), [""; 0]);
    assert_eq!(of("32,6 persen", "32 persen").findings("persen").len(), 1);
    assert_eq!(of("32,3 persen", "32,4 persen").findings("persen"), [""; 0]);
    assert_eq!(of("32,3 persen", "32,5 persen").findings("persen").len(), 1);
    let decided = of("30,72 persen", "42 persen").participants();
    assert_eq!(decided.clone().judged("persen"), "Tidak sesuai: 30,72 persen, bukan 42 persen");
    let codes: Vec<String> =
        decided.findings("persen").iter().map(|told| told.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(codes, ["kesalahan P004", "catatan P020"]);
}

#[test]
fn a_series_said_to_rise_does_not_fall() {
    let of = |before, now, direction| {
        Case::default()
            .said(&[("persen", before), ("tanggal", "2025-08-26"), ("penyebut", "100.000")])
            .said(&[("persen", now), ("arah_perubahan", direction), ("penyebut", "100.000")])
            .findings("persen")
    };
    assert_eq!(of("32 persen", "33 persen", "naik"), [""; 0]);
    assert_eq!(
        of("33 persen", "32,3 persen", "naik"),
        [
            "kesalahan P021 Pernyataan X-2 (media.id, 9 September 2025): cakupan tercantum 32,3 persen dan disebut naik, \
          padahal media.id, 26 Agustus 2025 menyebut 33 persen."
        ]
    );
    // 33 percent may be 32,5, which no figure cut to 32,4 reaches.
    assert_eq!(of("33 persen", "32,4 persen", "naik").len(), 1);
    assert_eq!(of("33 persen", "32,5 persen", "naik"), [""; 0]);
    assert_eq!(of("33 persen", "32,3 persen", "turun"), [""; 0]);
}

#[test]
fn statements_of_one_year_count_the_same_workers() {
    let of = |second| {
        Case::default()
            .said(&[("penyebut", "sekitar 400.000"), ("tanggal", "2025-03-26")])
            .said(&[("penyebut", second)])
    };
    assert_eq!(of("436.742").findings("penyebut"), [""; 0]);
    assert_eq!(of("450.000").findings("penyebut"), [""; 0]);
    assert_eq!(
        of("450.001").findings("penyebut"),
        [
            "kesalahan P022 Pernyataan X-2 (media.id, 9 September 2025): jumlah pekerja disebut 450.001 di sini dan sekitar \
          400.000 pekerja menurut media.id, 26 Maret 2025."
        ]
    );
    assert_eq!(
        of("468 ribu").judged("penyebut"),
        "Tidak sesuai: sekitar 400.000 pekerja menurut media.id, 26 Maret 2025, bukan 468 ribu"
    );
    // What implies its workers counts too; where workers are published they decide.
    let implied = Case::default()
        .workers()
        .said(&[("persen", "32,44 persen"), ("pembilang", "134.167"), ("tanggal", "2025-06-30")])
        .said(&[("penyebut", "468 ribu")]);
    assert_eq!(
        implied.findings("penyebut"),
        [
            "kesalahan P008 Pernyataan X-2 (media.id, 9 September 2025): jumlah pekerja tercantum 468 ribu, tetapi \
             penyebut yang berlaku sama dengan 436.742.",
            "catatan P022 Pernyataan X-2 (media.id, 9 September 2025): jumlah pekerja disebut 468 ribu di sini dan \
             413.585 pekerja yang tersirat menurut media.id, 30 Juni 2025."
        ]
    );
}

#[test]
fn implied_participants_follow_the_percentages() {
    let of = |now| {
        Case::default()
            .said(&[("persen", "32,44 persen"), ("pembilang", "134.167"), ("tanggal", "2025-06-30")])
            .said(&[("persen", "33 persen"), ("penyebut", now), ("tanggal", "2025-08-26")])
            .findings("persen")
    };
    assert_eq!(of("413.585"), [""; 0]);
    assert_eq!(
        of("468 ribu"),
        [
            "catatan P023 Pernyataan X-2 (media.id, 26 Agustus 2025): 33 persen dari 468 ribu pekerja menyiratkan 154.440 \
          peserta aktif, sedangkan pada 30 Juni 2025 disebut 134.167 peserta aktif (32,44 persen); selisih itu tidak \
          sejalan dengan perubahan cakupannya, sehingga penyebutnya berbeda."
        ]
    );
}

#[test]
fn implied_participants_may_move_by_all_roundings_together() {
    let of = |counted| {
        Case::default()
            .said(&[("persen", "30 persen"), ("pembilang", counted), ("tanggal", "2025-06-30")])
            .said(&[("persen", "33 persen"), ("penyebut", "100.000"), ("tanggal", "2025-08-26")])
            .findings("persen")
    };
    // Half a percent for the first percentage, twice as much for the second: 28,5 to 31,5 percent were counted.
    assert_eq!(of("28.500"), [""; 0]);
    assert_eq!(of("31.500"), [""; 0]);
    assert_eq!(
        of("28.499"),
        ["catatan P023 Pernyataan X-2 (media.id, 26 Agustus 2025): 33 persen dari 100.000 pekerja menyiratkan 33.000 \
             peserta aktif, sedangkan pada 30 Juni 2025 disebut 28.499 peserta aktif (30,00 persen); selisih itu tidak \
             sejalan dengan perubahan cakupannya, sehingga penyebutnya berbeda."]
    );
    assert_eq!(of("31.501").len(), 1);
}

#[test]
fn an_addition_reaches_the_target_of_its_occasion() {
    let of = |added| {
        Case::default().workers().said(&[("persen", "32,3 persen"), ("target_persen", "41,0 persen")]).said(&[
            ("tambahan_orang", added),
            ("indikator", "perlindungan"),
            ("segmen", "RENTAN"),
        ])
    };
    // 8,7 percent of 436.742 are 37.996,6 persons; with both percentages at their ends 8,6 percent, 37.559,8.
    assert_eq!(of("37.997").judged("tambahan_orang"), "Sesuai");
    assert_eq!(of("37.559").judged("tambahan_orang"), "Sesuai dengan pembulatan: angka pembandingnya juga dibulatkan");
    assert_eq!(of("37.558").judged("tambahan_orang"), "Tidak sesuai: paling sedikit 37.997, bukan 37.558");
    assert_eq!(
        of("25 ribu").findings("tambahan_orang"),
        ["kesalahan P013 Pernyataan X-2 (media.id, 9 September 2025): tambahan 25 ribu belum mencapai target 41,0 \
          persen; masih diperlukan 37.997 orang (8,70 persen poin dari 436.742 pekerja)."]
    );
    let elsewhere = Case::default().workers().said(&[("tambahan_orang", "25 ribu")]);
    assert_eq!(elsewhere.judged("tambahan_orang"), "Tidak dapat diperiksa: tidak ada angka pembanding");
}

#[test]
fn a_budget_pays_for_the_persons_announced_with_it() {
    let of = |people, budget| {
        Case::default().tariffs().said(&[("tambahan_orang", people), ("anggaran_rp", budget), ("segmen", "RENTAN")])
    };
    // 25.000 x Rp16.800 x 12 = Rp5.040.000.000.
    assert_eq!(of("25.000", "Rp5.040.000.000").judged("anggaran_rp"), "Sesuai");
    assert_eq!(
        of("25.000", "Rp5.039.999.999").judged("anggaran_rp"),
        "Tidak sesuai: paling sedikit Rp5.040.000.000, bukan Rp5.039.999.999"
    );
    assert_eq!(
        of("28.000", "Rp5,3 miliar").findings("anggaran_rp"),
        ["kesalahan P014 Pernyataan X-1 (media.id, 9 September 2025): anggaran tercantum Rp5,3 miliar, tetapi iuran \
          28.000 orang selama 12 bulan dengan Rp16.800 per orang per bulan memerlukan Rp5.644.800.000."]
    );
    assert_eq!(
        of("25 ribu", "Rp5,0 miliar").judged("anggaran_rp"),
        "Sesuai dengan pembulatan: angka pembandingnya juga dibulatkan"
    );
    // 24.500 persons, whom "25 ribu" may mean, cost Rp4.939.200.000.
    assert_eq!(
        of("25 ribu", "Rp4.939.200.000").judged("anggaran_rp"),
        "Sesuai dengan pembulatan: angka pembandingnya juga dibulatkan"
    );
    assert_eq!(
        of("25 ribu", "Rp4.939.199.999").judged("anggaran_rp"),
        "Tidak sesuai: paling sedikit Rp5.040.000.000, bukan Rp4.939.199.999"
    );
    let no_tariff = Case::default().said(&[("tambahan_orang", "1"), ("anggaran_rp", "Rp1")]);
    assert_eq!(no_tariff.judged("anggaran_rp"), "Tidak dapat diperiksa: tarif iuran pada tanggal itu tidak tersedia");
}

#[test]
fn a_group_beside_a_whole_is_inside_it_or_costs_more() {
    let of = |group| {
        Case::default()
            .tariffs()
            .said(&[("tambahan_orang", "25 ribu"), ("anggaran_rp", "Rp5,3 miliar"), ("segmen", "RENTAN")])
            .said(&[("tambahan_orang", group), ("kelompok", "petani"), ("segmen", "RENTAN")])
            .findings("tambahan_orang")
    };
    // With roundings, the budget may pay for Rp5,35 miliar / Rp201.600 = 26.537 persons.
    assert_eq!(of("2.037"), [""; 0]);
    assert_eq!(of("2.038").len(), 1);
    assert_eq!(
        of("3 ribu"),
        [
            "catatan P015 Pernyataan X-2 (media.id, 9 September 2025): tidak disebut apakah 3 ribu termasuk dalam 25 ribu. \
          Apabila ditambahkan, iuran 28.000 orang selama 12 bulan dengan Rp16.800 per orang per bulan memerlukan \
          Rp5.644.800.000, melebihi Rp5,3 miliar."
        ]
    );
}
