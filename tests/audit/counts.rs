//! Parts and wholes that are counted.

use proptest::prelude::*;
use rakor::audit::{Settings, audit};
use rakor::table::Segmen;

use super::book::Book;
use super::{MALANG, city, found, places, said, settings};
use crate::measure::fixture::cell;

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
    rows.count("2025-07", MALANG, Segmen::Total, 100);
    assert_eq!(said(&rows), ["A001 Peserta aktif (100) melebihi jumlah pekerja (10) untuk Kota Malang, segmen TOTAL."]);
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

fn groups() -> Book {
    Book::of(&[
        (
            "kelompok",
            "periode;kode_wilayah;kelompok;sumber_dana;induk_kelompok;segmen;orang_terlindungi;sumber\n\
             2025-08;35.73;pekerja rentan;APBD;;RENTAN;60;Disnaker\n\
             2025-08;35.73;pekerja rentan;DBHCHT;;RENTAN;40;Disnaker\n\
             2025-08;35.73;petani;DBHCHT;pekerja rentan;RENTAN;70;Disnaker\n\
             2025-08;35.73;kader;APBD;pekerja rentan;RENTAN;30;Disnaker\n",
        ),
        ("kepesertaan", "periode;kode_wilayah;segmen;sumber;peserta_aktif\n2025-08;35.73;RENTAN;BPJS;100\n"),
    ])
}

#[test]
fn a_subgroup_may_equal_its_group_but_not_exceed_it() {
    groups().clean();
    let all = groups().with("kelompok", "rentan;RENTAN;70", "rentan;RENTAN;100").with("kelompok", ";30;", ";0;");
    all.clean();
    all.with("kelompok", "RENTAN;100;", "RENTAN;101;").says(
        "A014 Orang terlindungi kelompok \"petani\" (101) melebihi kelompok induknya, \"pekerja rentan\" (100), di Kota \
         Malang pada Agustus 2025.",
    );
    let finding = &all.with("kelompok", "RENTAN;100;", "RENTAN;101;").found()[0];
    assert_eq!(finding.places.len(), 3);
    assert_eq!(finding.action, "Periksa kedua angka dan kolom `induk_kelompok`.");
}

#[test]
fn groups_that_no_group_contains_stay_within_the_participants_of_their_segment() {
    groups().with("kelompok", ";70;", ";69;").with("kelompok", "RENTAN;40", "RENTAN;40").clean();
    groups().with("kelompok", "petani;DBHCHT;pekerja rentan", "petani;DBHCHT;").says(
        "A016 Orang terlindungi menurut kelompok (170) melebihi peserta aktif segmen RENTAN (100) di Kota Malang pada \
         Agustus 2025; mungkin ada orang yang terhitung dalam dua kelompok.",
    );
    groups().with("kelompok", "petani;DBHCHT;pekerja rentan;RENTAN;70", "petani;DBHCHT;;RENTAN;0").clean();
    assert_eq!(groups().with("kepesertaan", ";100", ";99").found()[0].code, "A016");
    // Where one group alone is too large, nobody was counted in two.
    let one = Book::of(&[
        (
            "kelompok",
            "periode;kode_wilayah;kelompok;segmen;orang_terlindungi;sumber\n2025-08;35.73;petani;RENTAN;5;x\n",
        ),
        ("kepesertaan", "periode;kode_wilayah;segmen;sumber;peserta_aktif\n2025-08;35.73;RENTAN;BPJS;5\n"),
    ]);
    one.clean();
    one.with("kelompok", ";5;", ";6;").says(
        "A016 Orang terlindungi menurut kelompok (6) melebihi peserta aktif segmen RENTAN (5) di Kota Malang pada Agustus \
         2025.",
    );
}

#[test]
fn groups_whose_protection_has_ended_are_no_participants() {
    let text = "periode;kode_wilayah;kelompok;segmen;orang_terlindungi;mulai;selesai;sumber\n\
                2025-08;35.73;petani;RENTAN;100;;;Disnaker\n2025-08;35.73;kader;RENTAN;9;;2025-08-30;Disnaker\n\
                2025-08;35.73;nelayan;RENTAN;9;2025-09-01;;Disnaker\n";
    let people = "periode;kode_wilayah;segmen;sumber;peserta_aktif\n2025-08;35.73;RENTAN;BPJS;100\n";
    let book = Book::of(&[("kelompok", text), ("kepesertaan", people)]);
    book.clean();
    assert_eq!(book.with("kelompok", "2025-08-30", "2025-08-31").found()[0].code, "A016");
    assert_eq!(book.with("kelompok", "2025-09-01", "2025-08-31").found()[0].code, "A016");
}

#[test]
fn programmes_may_hold_everybody_that_is_counted_anywhere_but_nobody_else() {
    let book = Book::of(&[
        (
            "kepesertaan",
            "periode;kode_wilayah;segmen;sumber;peserta_aktif\n2025-08;35.73;TOTAL;BPJS;100\n2025-08;35.73;JAKON;BPJS;20\n",
        ),
        (
            "kepesertaan_program",
            "periode;kode_wilayah;program_jaminan;peserta_aktif;sumber\n2025-08;35.73;JKK;120;BPJS\n2025-09;35.73;JKK;999;BPJS\n",
        ),
    ]);
    book.clean();
    book.with("kepesertaan_program", ";120;", ";121;").says(
        "A019 Peserta aktif program JKK (121) melebihi seluruh peserta aktif (120) di Kota Malang pada Agustus 2025.",
    );
    let mut counted = book.clone();
    counted.settings.total_parts.push(Segmen::Jakon);
    assert_eq!(counted.found()[0].code, "A019");
}
