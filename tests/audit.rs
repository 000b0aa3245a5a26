//! What `audit` finds, rule by rule: the case that passes, the case on the edge, the case that fails and its words.
#![expect(clippy::unwrap_used, reason = "a test that cannot unwrap has failed")]

use proptest::prelude::*;
use rakor::audit::{Finding, RULES, Settings, audit, rule};
use rakor::diagnostic::{Diagnostic, Severity};
use rakor::table::{Dataset, JenisWilayah, ProgramJaminan, Segmen, SumberDana};

use super::measure::fixture::{Rows, cell, day};

const MALANG: &str = "35.73";

fn settings() -> Settings {
    Settings { denominator: Some("bekerja_sakernas".into()), ..Settings::default() }
}

fn found(data: &Dataset) -> Vec<Finding> {
    audit(data, &settings())
}

/// Code and words of every finding, no-break spaces shown as spaces.
fn said(rows: &Rows) -> Vec<String> {
    found(&rows.data).iter().map(|f| format!("{} {}", f.code, f.message.replace('\u{a0}', " "))).collect()
}

fn places(finding: &Finding) -> Vec<String> {
    finding.places.iter().map(ToString::to_string).collect()
}

/// Kota Malang and two of its kecamatan.
fn city() -> Rows {
    let mut rows = Rows::default();
    rows.region(MALANG, "Kota Malang", JenisWilayah::Kota, Some("35"));
    rows.region("35.73.01", "Blimbing", JenisWilayah::Kecamatan, Some(MALANG));
    rows.region("35.73.02", "Klojen", JenisWilayah::Kecamatan, Some(MALANG));
    rows.region("35.73.00", "Tidak terpetakan", JenisWilayah::TidakTerpetakan, Some(MALANG));
    rows
}

#[test]
fn every_rule_has_its_own_code_in_order_and_asks_a_question() {
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    let expected: Vec<String> = (1..=RULES.len()).map(|n| format!("A{n:03}")).collect();
    assert_eq!(codes, expected);
    assert!(RULES.iter().all(|rule| rule.question.starts_with("Apakah ") && rule.question.ends_with('?')));
    assert_eq!(rule("A005").unwrap().severity, Severity::Peringatan);
    assert!(rule("A999").is_none());
}

#[test]
fn an_empty_workspace_has_no_findings() {
    assert_eq!(found(&Dataset::default()), []);
}

#[test]
fn participants_may_equal_the_workers_but_not_exceed_them() {
    let mut rows = city();
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 436_742, Some("2025-01"));
    rows.count("2025-06", MALANG, Segmen::Total, 436_742);
    assert_eq!(said(&rows), [""; 0]);
    rows.data.kepesertaan[0].peserta_aktif.value = 436_743;
    assert_eq!(
        said(&rows),
        ["A001 Peserta aktif (436.743) melebihi jumlah pekerja (436.742) untuk Kota Malang, segmen TOTAL."]
    );
    let finding = &found(&rows.data)[0];
    assert!(finding.refuses());
    assert_eq!(finding.action, "Periksa kedua angka pada sumbernya.");
    assert_eq!(finding.stated.as_deref(), Some("436.743"));
    assert_eq!(finding.computed.as_deref(), Some("paling banyak 436.742"));
    assert_eq!(
        places(finding),
        ["data/kepesertaan.csv, baris 2, kolom peserta_aktif", "data/pekerja.csv, baris 2, kolom jumlah_pekerja"]
    );
}

#[test]
fn only_the_denominator_in_force_bounds_the_participants() {
    let mut rows = city();
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 10, Some("2025-07"));
    rows.workers(MALANG, Segmen::Total, "2023-08-31", 100, Some("2025-01"));
    rows.workers(MALANG, Segmen::Total, "2022-08-31", 5, None);
    rows.count("2025-06", MALANG, Segmen::Total, 100);
    assert_eq!(said(&rows), [""; 0]);
    rows.count("2025-07", MALANG, Segmen::Total, 11);
    assert_eq!(said(&rows), ["A001 Peserta aktif (11) melebihi jumlah pekerja (10) untuk Kota Malang, segmen TOTAL."]);
    rows.data.pekerja[0].definisi.value = "angkatan_kerja".into();
    assert_eq!(said(&rows), [""; 0]);
}

#[test]
fn the_sum_of_the_parts_is_bounded_too_when_nobody_published_a_total() {
    let mut rows = city();
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 100, Some("2025-01"));
    rows.count("2025-06", MALANG, Segmen::Pu, 60);
    rows.count("2025-06", MALANG, Segmen::Bpu, 40);
    assert_eq!(said(&rows), [""; 0]);
    rows.data.kepesertaan[1].peserta_aktif.value = 41;
    assert_eq!(
        said(&rows),
        ["A001 Peserta aktif (101) melebihi jumlah pekerja (100) untuk Kota Malang, segmen TOTAL."]
    );
    assert_eq!(found(&rows.data)[0].places.len(), 3);
}

#[test]
fn rentan_may_equal_the_segment_it_belongs_to_but_not_exceed_it() {
    let mut rows = city();
    rows.count("2025-06", MALANG, Segmen::Bpu, 4_754);
    rows.count("2025-06", MALANG, Segmen::Rentan, 4_754);
    assert_eq!(said(&rows), [""; 0]);
    rows.data.kepesertaan[1].peserta_aktif.value = 4_755;
    assert_eq!(
        said(&rows),
        ["A002 Peserta aktif segmen RENTAN (4.755) melebihi peserta aktif segmen BPU (4.754) untuk Kota Malang."]
    );
    let other = Settings { rentan_parent: Segmen::Pu, ..settings() };
    assert_eq!(audit(&rows.data, &other), []);
}

#[test]
fn segments_add_up_to_the_total_by_the_manifest() {
    let mut rows = city();
    rows.count("2025-05", MALANG, Segmen::Total, 29_040);
    rows.count("2025-05", MALANG, Segmen::Pu, 24_286);
    rows.count("2025-05", MALANG, Segmen::Jakon, 9_000);
    assert_eq!(said(&rows), [""; 0], "a missing part is no contradiction");
    rows.count("2025-05", MALANG, Segmen::Bpu, 4_754);
    assert_eq!(said(&rows), [""; 0]);
    rows.data.kepesertaan[0].peserta_aktif.value = 29_041;
    let message = "A003 Jumlah peserta aktif segmen PU dan BPU di Kota Malang pada Mei 2025 (29.040) berbeda 1 dari \
                   total (29.041).";
    assert_eq!(said(&rows), [message]);
    let finding = &found(&rows.data)[0];
    assert_eq!(finding.action, "Lengkapi rinciannya atau perbaiki totalnya.");
    assert_eq!(finding.places.len(), 3);
    rows.data.kepesertaan[0].peserta_aktif.value = 29_039;
    assert!(found(&rows.data)[0].refuses());
    let three = vec![Segmen::Pu, Segmen::Bpu, Segmen::Jakon];
    let message = audit(&rows.data, &Settings { total_parts: three, ..settings() })[0].message.clone();
    assert!(message.starts_with("Jumlah peserta aktif segmen PU, BPU, dan JAKON di Kota Malang"), "{message}");
    let none = Settings { total_parts: Vec::new(), ..settings() };
    assert_eq!(audit(&rows.data, &none), []);
}

#[test]
fn workers_of_one_day_add_up_to_their_total_too() {
    let mut rows = city();
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 70_426, Some("2025-01"));
    rows.workers(MALANG, Segmen::Pu, "2024-08-31", 47_010, Some("2025-01"));
    rows.workers(MALANG, Segmen::Bpu, "2024-08-31", 23_416, Some("2025-01"));
    assert_eq!(said(&rows), [""; 0]);
    rows.data.pekerja[2].jumlah_pekerja.value = 23_417;
    let message = "A003 Jumlah pekerja segmen PU dan BPU di Kota Malang per 31 Agustus 2024 (70.427) berbeda 1 dari \
                   total (70.426).";
    assert_eq!(said(&rows), [message]);
}

#[test]
fn kecamatan_above_the_total_refuse_and_below_it_warn() {
    let mut rows = city();
    rows.count("2025-06", MALANG, Segmen::Total, 100);
    rows.count("2025-06", "35.73.01", Segmen::Total, 60);
    rows.count("2025-06", "35.73.02", Segmen::Total, 41);
    let message = "A004 Jumlah peserta aktif segmen TOTAL menurut kecamatan di Kota Malang pada Juni 2025 (101) \
                   berbeda 1 dari total (100).";
    assert_eq!(said(&rows), [message]);
    assert!(found(&rows.data)[0].refuses());
    rows.data.kepesertaan[2].peserta_aktif.value = 40;
    assert_eq!(said(&rows), [""; 0]);
    rows.data.kepesertaan[2].peserta_aktif.value = 39;
    let message = "A005 Jumlah peserta aktif segmen TOTAL menurut kecamatan di Kota Malang pada Juni 2025 (99) \
                   berbeda 1 dari total (100).";
    assert_eq!(said(&rows), [message]);
    assert_eq!(found(&rows.data)[0].severity, Severity::Peringatan);
    rows.count("2025-06", "35.73.00", Segmen::Total, 1);
    assert_eq!(said(&rows), [""; 0], "the unmapped row closes the gap");
}

#[test]
fn a_region_that_is_its_own_parent_compares_nothing() {
    let mut rows = Rows::default();
    rows.region(MALANG, "Kota Malang", JenisWilayah::Kota, Some(MALANG));
    rows.count("2025-06", MALANG, Segmen::Total, 100);
    assert_eq!(said(&rows), [""; 0]);
}

#[test]
fn one_key_has_one_denominator() {
    let mut rows = city();
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 436_742, Some("2025-01"));
    rows.workers(MALANG, Segmen::Total, "2023-08-31", 436_742, Some("2025-01"));
    rows.workers(MALANG, Segmen::Total, "2022-08-31", 418_158, Some("2023-01"));
    assert_eq!(said(&rows), [""; 0]);
    rows.data.pekerja[1].jumlah_pekerja.value = 428_699;
    assert_eq!(
        said(&rows),
        ["A006 Dua penyebut yang berbeda (436.742 dan 428.699) tercatat untuk Kota Malang, segmen TOTAL, definisi \
          \"bekerja_sakernas\", mulai Januari 2025."]
    );
    assert_eq!(found(&rows.data)[0].action, "Pilih satu penyebut, lalu hapus yang lain atau ubah `dipakai_mulai`.");
    rows.data.pekerja[1].dipakai_mulai.as_mut().unwrap().value = "2024-12".parse().unwrap();
    assert_eq!(said(&rows), [""; 0]);
    rows.data.pekerja[1].per_tanggal.value = day("2024-08-31");
    assert_eq!(
        said(&rows),
        ["A006 Dua penyebut yang berbeda (436.742 dan 428.699) tercatat untuk Kota Malang, segmen TOTAL, definisi \
          \"bekerja_sakernas\", per 31 Agustus 2024."]
    );
    rows.data.pekerja[1].definisi.value = "angkatan_kerja".into();
    assert_eq!(said(&rows), [""; 0]);
}

#[test]
fn a_code_outside_the_table_of_regions_is_found_once_with_all_its_places() {
    let mut rows = city();
    rows.target("00", 2025, "RPJMN", "32.15");
    rows.count("2025-06", "35.73.09", Segmen::Total, 1);
    rows.count("2025-07", "35.73.09", Segmen::Total, 1);
    assert_eq!(said(&rows), ["A007 Kode wilayah 35.73.09 tidak tercantum dalam tabel `wilayah`."]);
    let finding = &found(&rows.data)[0];
    assert_eq!(
        places(finding),
        ["data/kepesertaan.csv, baris 2, kolom kode_wilayah", "data/kepesertaan.csv, baris 3, kolom kode_wilayah"]
    );
    assert_eq!(finding.action, "Perbaiki kode itu atau tambahkan wilayahnya ke tabel `wilayah`.");
}

#[test]
fn without_the_table_of_regions_nothing_is_unknown_but_that_is_said() {
    let mut rows = Rows::default();
    rows.count("2025-06", "35.73.09", Segmen::Total, 1);
    assert_eq!(
        said(&rows),
        ["A012 Tabel `wilayah` tidak tersedia sehingga kode wilayah tidak diperiksa dan nama wilayah tidak dicetak."]
    );
    assert_eq!(found(&rows.data)[0].severity, Severity::Catatan);
}

#[test]
fn the_day_of_a_count_lies_in_its_month() {
    let mut rows = city();
    rows.count("2025-06", MALANG, Segmen::Total, 1);
    for (date, message) in [
        ("2025-06-01", None),
        ("2025-06-30", None),
        ("2025-07-01", Some("A008 Tanggal 1 Juli 2025 berada di luar periode Juni 2025.")),
        ("2024-06-30", Some("A008 Tanggal 30 Juni 2024 berada di luar periode Juni 2025.")),
    ] {
        rows.data.kepesertaan[0].per_tanggal.as_mut().unwrap().value = day(date);
        assert_eq!(said(&rows), message.into_iter().collect::<Vec<_>>());
    }
    rows.data.kepesertaan[0].per_tanggal = None;
    assert_eq!(said(&rows), [""; 0]);
}

#[test]
fn nothing_ends_before_it_starts() {
    let mut rows = city();
    rows.package("Gedung", 1, Some(1), Some("2025-03-01"));
    rows.data.proyek[0].selesai = Some(cell("proyek", "selesai", day("2025-03-01")));
    assert_eq!(said(&rows), [""; 0]);
    rows.data.proyek[0].selesai = Some(cell("proyek", "selesai", day("2025-02-28")));
    assert_eq!(said(&rows), ["A009 Tanggal berakhir (28 Februari 2025) mendahului tanggal mulai (1 Maret 2025)."]);
    let mut rows = city();
    rows.tariff(ProgramJaminan::Jkk, "2025-01-01", 10_000);
    rows.data.tarif_iuran[0].berlaku_sampai = Some(cell("tarif_iuran", "berlaku_sampai", day("2024-12-31")));
    rows.group("relawan", Some(SumberDana::Apbd), Some(1), None);
    rows.data.kelompok[0].mulai = Some(cell("kelompok", "mulai", day("2025-02-01")));
    rows.data.kelompok[0].selesai = Some(cell("kelompok", "selesai", day("2025-01-31")));
    assert_eq!(found(&rows.data).len(), 2);
}

#[test]
fn registered_ones_are_at_most_all_of_them() {
    let mut rows = city();
    rows.package("PT A /* B", 25, Some(25), None);
    rows.employers("usaha mikro", Some(10), Some(10));
    assert_eq!(said(&rows), [""; 0]);
    rows.data.proyek[0].pekerja_terdaftar.as_mut().unwrap().value = 26;
    rows.data.pemberi_kerja[0].terdaftar = Some(cell("pemberi_kerja", "terdaftar", 1));
    assert_eq!(
        said(&rows),
        [
            "A010 Rincian pemberi kerja (11) melebihi jumlah pemberi kerja (10) untuk jenis \"usaha mikro\".",
            "A010 Pekerja terdaftar (26) melebihi jumlah pekerja (25) untuk paket \"PT A /* B\".",
        ]
    );
}

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

#[test]
fn a_finding_becomes_a_diagnostic_and_survives_the_trip_through_json() {
    let mut rows = city();
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 1, Some("2025-01"));
    rows.count("2025-06", MALANG, Segmen::Total, 2);
    let finding = found(&rows.data).remove(0);
    let diagnostic = Diagnostic::from(&finding);
    assert_eq!((diagnostic.code.as_ref(), diagnostic.severity), ("A001", Severity::Kesalahan));
    assert_eq!(diagnostic.places, finding.places);
    assert_eq!((diagnostic.found.as_deref(), diagnostic.expected.as_deref()), (Some("2"), Some("paling banyak 1")));
    let json = serde_json::to_string(&finding).unwrap();
    assert!(json.starts_with("{\"kode\":\"A001\",\"tingkat\":\"kesalahan\",\"tempat\":["), "{json}");
    assert_eq!(serde_json::from_str::<Finding>(&json).unwrap(), finding);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    /// Whatever the counts, the findings are exactly those that counting by hand gives, in whatever order rows stand.
    #[test]
    fn parts_and_bounds_agree_with_counting_by_hand(
        total in 0_u64..6, pu in 0_u64..6, bpu in 0_u64..6, rentan in 0_u64..6, workers in 0_u64..6, turn in 0_usize..4,
    ) {
        let mut counts =
            [(Segmen::Total, total), (Segmen::Pu, pu), (Segmen::Bpu, bpu), (Segmen::Rentan, rentan)];
        counts.rotate_left(turn);
        let mut rows = city();
        rows.workers(MALANG, Segmen::Total, "2024-08-31", workers, Some("2025-01"));
        for (segment, count) in counts {
            rows.count("2025-06", MALANG, segment, count);
        }
        let expected = [("A001", total > workers), ("A002", rentan > bpu), ("A003", pu + bpu != total)];
        let expected: Vec<&str> = expected.iter().filter(|(_, broken)| *broken).map(|(code, _)| *code).collect();
        let findings = found(&rows.data);
        let codes: Vec<&str> = findings.iter().map(|f| f.code.as_ref()).collect();
        prop_assert_eq!(codes, expected);
    }
}

#[test]
fn counts_beyond_any_census_are_compared_without_a_panic() {
    let mut rows = city();
    for segment in [Segmen::Total, Segmen::Pu, Segmen::Bpu] {
        rows.count("2025-06", MALANG, segment, u64::MAX);
    }
    assert_eq!(found(&rows.data).len(), 1);
}
