//! What `measure` says about a region and a month, on published figures and on every boundary.
#![expect(clippy::unwrap_used, reason = "a test that cannot unwrap has failed")]

use std::cmp::Ordering;

use chrono::NaiveDate;
use num_bigint::BigInt;
use proptest::prelude::*;
use rakor::bahasa::{desimal, persen_tabel};
use rakor::figure::{Period, Ratio, Rounded, round_half_up, whole};
use rakor::measure::{
    Composition, Direction, FollowUpState, GroupState, Measures, Missing, PaceCase, RankBasis, Registration,
    RegistrationDelay, Rules, TargetCase, measure,
};
use rakor::table::{Dataset, JenisWilayah, Manfaat, ProgramJaminan, Segmen, StatusTindakLanjut, SumberDana};

use fixture::{Rows, cell, day, month};

mod konstruksi;
mod proyeksi;
mod rekapitulasi;

const MALANG: &str = "35.73";

fn rules() -> Rules {
    Rules { denominator: Some("bekerja_sakernas".into()), reference_target: Some("RPJMD".into()), ..Rules::default() }
}

fn measured<'a>(data: &'a Dataset, region: &str, period: &str) -> Measures<'a> {
    let period = month(period);
    measure(data, &rules(), region, period, period.last_day())
}

fn two(value: &Ratio) -> String {
    persen_tabel(value)
}

fn n(value: i64) -> BigInt {
    BigInt::from(value)
}

/// The published figures of Kota Malang.
fn malang() -> Rows {
    let mut rows = Rows::default();
    rows.region("00", "Indonesia", JenisWilayah::Nasional, None);
    rows.region("35", "Jawa Timur", JenisWilayah::Provinsi, Some("00"));
    rows.region(MALANG, "Kota Malang", JenisWilayah::Kota, Some("35"));
    for (until, count, since) in [
        ("2022-08-31", 418_158, "2023-01"),
        ("2023-08-31", 428_699, "2024-01"),
        ("2024-08-31", 436_742, "2025-01"),
        ("2025-08-31", 459_084, "2026-01"),
    ] {
        rows.workers(MALANG, Segmen::Total, until, count, Some(since));
    }
    rows.count("2025-06", MALANG, Segmen::Total, 134_167);
    rows.target(MALANG, 2025, "RPJMD Kota Malang Tahun 2025–2029", "41.3");
    rows.target("00", 2025, "RPJMN 2025-2029", "32.15");
    rows.target("00", 2026, "RKP 2026", "34.99");
    rows.target("00", 2045, "RPJPN 2025-2045", "99.5");
    rows
}

/// A city with 100.000 workers and the given participants by month.
fn city(counts: &[(&str, u64)]) -> Rows {
    let mut rows = Rows::default();
    rows.region(MALANG, "Kota Malang", JenisWilayah::Kota, None);
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 100_000, Some("2020-01"));
    for (period, count) in counts {
        rows.count(period, MALANG, Segmen::Total, *count);
    }
    rows
}

#[test]
fn kota_malang_has_the_published_coverage_with_its_denominator() {
    let data = malang().data;
    let now = measured(&data, MALANG, "2025-06").now.unwrap();
    assert_eq!(two(&now.coverage.percent()), "30,72%");
    assert_eq!(now.coverage.uncovered(), 302_575);
    assert_eq!(now.denominator.workers.value, 436_742);
    assert_eq!(now.denominator.as_of.value, day("2024-08-31"));
    assert_eq!(now.denominator.used_since.unwrap().value, month("2025-01"));
    assert_eq!(now.participants.as_of.value, day("2025-06-30"));
    let places: Vec<String> = now.coverage.sources().iter().map(ToString::to_string).collect();
    assert_eq!(
        places,
        ["data/kepesertaan.csv, baris 2, kolom peserta_aktif", "data/pekerja.csv, baris 4, kolom jumlah_pekerja"]
    );
}

#[test]
fn kota_malang_misses_its_target_by_the_published_persons() {
    let data = malang().data;
    let targets = measured(&data, MALANG, "2025-06").targets;
    let standing = targets.standing.unwrap();
    assert_eq!(standing.case, TargetCase::DiBawah);
    assert_eq!(two(&-standing.gap.value.clone()), "10,58%");
    assert_eq!(two(&standing.attainment.unwrap().value), "74,38%");
    assert_eq!(standing.needed.value, n(180_375));
    assert_eq!(standing.shortfall.value, n(46_208));
    assert_eq!(standing.pace.months_left, 6);
    assert_eq!(standing.pace.needed.unwrap().value, n(7_702));
    assert_eq!(standing.pace.case, PaceCase::LajuTanpaRerata);
    assert_eq!(standing.shortfall.from.len(), 3);
}

#[test]
fn the_only_known_month_starts_the_path_and_has_no_gap_to_it() {
    let data = malang().data;
    let path = measured(&data, MALANG, "2025-06").targets.standing.unwrap().path.unwrap();
    assert!(!path.from_december);
    assert_eq!((path.elapsed, path.months), (0, 6));
    assert_eq!(path.gap.value, whole(0));
    assert_eq!(two(&path.at(month("2025-12")).unwrap()), "41,30%");
    assert_eq!(path.at(month("2025-05")), None);
    assert_eq!(path.at(month("2026-01")), None);
}

#[test]
fn kota_malang_under_each_published_denominator() {
    let data = malang().data;
    let sensitivity = measured(&data, MALANG, "2025-06").sensitivity.unwrap();
    let printed: Vec<String> = sensitivity.alternatives.iter().map(|a| two(&a.coverage.percent())).collect();
    assert_eq!(printed, ["32,09%", "31,30%", "30,72%", "29,22%"]);
    let used: Vec<bool> = sensitivity.alternatives.iter().map(|a| a.in_force).collect();
    assert_eq!(used, [false, false, true, false]);
    assert_eq!(two(&sensitivity.lowest.value), "29,22%");
    assert_eq!(two(&sensitivity.highest.value), "32,09%");
}

#[test]
fn an_announced_percentage_without_denominator_implies_one() {
    let mut rows = malang();
    rows.statement("P2-1", "2025-06-30", Some("32,44 persen"), Some("sekitar 134.167"), None);
    rows.statement("P0-1", "2025-08-26", Some("33 persen"), None, Some("468 ribu"));
    rows.statement("P9-1", "2025-06-30", Some("55 persen"), Some("42.591"), Some("154.008"));
    let implied = measured(&rows.data, MALANG, "2025-06").implied;
    let [implied] = implied.as_slice() else { panic!("{implied:?}") };
    assert_eq!(implied.statement.value, "P2-1");
    assert_eq!(implied.workers.value, n(413_585));
    assert!(implied.approximate);
    assert_eq!(implied.workers.from.len(), 2);
    let (least, most) = implied.range.clone().unwrap();
    assert_eq!((least.ceil().to_integer(), most.floor().to_integer()), (n(413_522), n(413_648)));
}

#[test]
fn a_statement_made_after_the_report_or_in_another_year_is_not_yet_known() {
    let mut rows = malang();
    rows.statement("a", "2025-07-01", Some("32 persen"), Some("134.167"), None);
    rows.statement("b", "2024-06-30", Some("32 persen"), Some("134.167"), None);
    rows.statement("c", "2025-06-30", Some("0 persen"), Some("134.167"), None);
    rows.statement("d", "2025-06-30", Some("banyak"), Some("134.167"), None);
    assert_eq!(measured(&rows.data, MALANG, "2025-06").implied, []);
    let later = measure(&rows.data, &rules(), MALANG, month("2025-06"), day("2025-07-01"));
    assert_eq!(later.implied.len(), 1);
}

#[test]
fn a_province_with_construction_workers_alone_is_measured_by_them() {
    let mut rows = Rows::default();
    rows.region("61", "Kalimantan Barat", JenisWilayah::Provinsi, None);
    rows.workers("61", Segmen::Jakon, "2025-06-30", 154_008, Some("2025-06"));
    rows.count("2025-06", "61", Segmen::Jakon, 42_591);
    let measures = measured(&rows.data, "61", "2025-06");
    assert_eq!(measures.subject.segment, Ok(Segmen::Jakon));
    let now = measures.now.unwrap();
    assert_eq!(two(&now.coverage.percent()), "27,66%");
    assert_eq!(now.coverage.uncovered(), 111_417);
    assert_eq!(measures.targets.standing.unwrap_err(), Missing::NoTarget { year: 2025 });
    assert_eq!(measures.segments.unwrap_err(), Missing::NoSegments { period: month("2025-06") });
    assert_eq!(measures.month_change.unwrap_err(), Missing::FirstPeriod { period: month("2025-06") });
}

#[test]
fn a_total_nobody_published_is_the_sum_of_its_parts() {
    let mut rows = Rows::default();
    for (segment, workers, participants) in [(Segmen::Pu, 47_010, 24_286), (Segmen::Bpu, 23_416, 4_754)] {
        rows.workers("19.71", segment, "2024-08-31", workers, Some("2025-01"));
        rows.count("2025-05", "19.71", segment, participants);
    }
    let measures = measured(&rows.data, "19.71", "2025-05");
    let now = measures.now.unwrap();
    assert_eq!(now.participants.composition, Composition::SumOfParts);
    assert_eq!((now.coverage.participants.value, now.coverage.workers.value), (29_040, 70_426));
    assert_eq!(two(&now.coverage.percent()), "41,23%");
    assert_eq!(now.coverage.sources().len(), 4);
    let segments = measures.segments.unwrap();
    let printed: Vec<_> = segments
        .lines
        .iter()
        .map(|l| (l.segment, two(&l.point.as_ref().unwrap().coverage.percent()), l.uncovered.as_ref().unwrap().value))
        .collect();
    assert_eq!(printed, [(Segmen::Pu, "51,66%".into(), 22_724), (Segmen::Bpu, "20,30%".into(), 18_662)]);
    assert_eq!(two(&segments.lines[0].share_of_uncovered.as_ref().unwrap().value), "54,91%");
    assert_eq!(segments.most_uncovered, [Segmen::Pu]);
    let extremes = segments.extremes.unwrap();
    assert_eq!((extremes.highest, extremes.lowest), (vec![Segmen::Pu], vec![Segmen::Bpu]));
    assert_eq!(two(&extremes.difference.value), "31,36%");
}

#[test]
fn parts_of_different_days_make_no_denominator() {
    let mut rows = Rows::default();
    rows.workers("19.71", Segmen::Pu, "2024-08-31", 47_010, Some("2025-01"));
    rows.workers("19.71", Segmen::Bpu, "2023-08-31", 23_416, Some("2025-01"));
    rows.count("2025-05", "19.71", Segmen::Pu, 24_286);
    rows.count("2025-05", "19.71", Segmen::Bpu, 4_754);
    let missing = measured(&rows.data, "19.71", "2025-05").now.unwrap_err();
    assert!(matches!(missing, Missing::NoDenominator { segment: Segmen::Total, .. }));
}

#[test]
fn some_parts_without_a_total_are_no_subject() {
    let mut rows = Rows::default();
    rows.count("2025-05", MALANG, Segmen::Pu, 1);
    rows.count("2025-05", MALANG, Segmen::Jakon, 1);
    let present = vec![Segmen::Pu, Segmen::Jakon];
    let measures = measured(&rows.data, MALANG, "2025-05");
    assert_eq!(measures.now.unwrap_err(), Missing::NoSubject { period: month("2025-05"), present });
}

#[test]
fn a_period_without_data_names_the_latest_one() {
    let data = malang().data;
    let missing = measured(&data, MALANG, "2025-08").now.unwrap_err();
    let latest = Some(month("2025-06"));
    let expected = Missing::NoParticipants { region: MALANG.into(), segment: None, period: month("2025-08"), latest };
    assert_eq!(missing, expected);
    let nowhere = measured(&data, "99", "2025-08").participants.unwrap_err();
    assert!(matches!(nowhere, Missing::NoParticipants { latest: None, .. }));
}

#[test]
fn no_denominator_is_in_force_before_the_first_one() {
    let mut rows = malang();
    rows.count("2022-12", MALANG, Segmen::Total, 1);
    rows.count("2023-01", MALANG, Segmen::Total, 1);
    let before = measured(&rows.data, MALANG, "2022-12");
    assert!(matches!(before.now, Err(Missing::NotInForce { segment: Segmen::Total, .. })));
    assert!(before.participants.is_ok());
    assert_eq!(measured(&rows.data, MALANG, "2023-01").now.unwrap().coverage.workers.value, 418_158);
}

#[test]
fn a_denominator_of_zero_workers_gives_no_coverage() {
    let mut rows = Rows::default();
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 0, Some("2025-01"));
    rows.count("2025-06", MALANG, Segmen::Total, 0);
    let missing = measured(&rows.data, MALANG, "2025-06").now.unwrap_err();
    assert_eq!(missing, Missing::NoWorkers { period: month("2025-06") });
}

#[test]
fn without_a_named_definition_only_a_single_one_is_used() {
    let mut rows = city(&[("2025-06", 30_000)]);
    let unnamed = Rules { denominator: None, ..rules() };
    let at = |data: &Dataset| measure(data, &unnamed, MALANG, month("2025-06"), day("2025-06-30")).now;
    assert_eq!(two(&at(&rows.data).unwrap().coverage.percent()), "30,00%");
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 120_000, Some("2025-01"));
    rows.data.pekerja.last_mut().unwrap().definisi.value = "angkatan_kerja".into();
    let definitions = vec!["angkatan_kerja".into(), "bekerja_sakernas".into()];
    assert_eq!(at(&rows.data).unwrap_err(), Missing::DenominatorUnnamed { definitions });
}

#[test]
fn of_two_publishers_the_later_day_counts() {
    let mut rows = city(&[("2025-06", 30_000)]);
    rows.count("2025-06", MALANG, Segmen::Total, 31_000);
    rows.data.kepesertaan[0].per_tanggal.as_mut().unwrap().value = day("2025-06-29");
    assert_eq!(measured(&rows.data, MALANG, "2025-06").participants.unwrap().count.value, 31_000);
    rows.data.kepesertaan[0].per_tanggal.as_mut().unwrap().value = day("2025-06-30");
    assert_eq!(measured(&rows.data, MALANG, "2025-06").participants.unwrap().count.value, 30_000);
}

// --- change ---

fn direction(before: u64, now: u64) -> Direction {
    let data = city(&[("2025-05", before), ("2025-06", now)]).data;
    measured(&data, MALANG, "2025-06").month_change.unwrap().coverage.unwrap().direction
}

#[test]
fn change_is_worded_by_what_would_be_printed() {
    assert_eq!(direction(30_000, 30_005), Direction::Naik);
    assert_eq!(direction(30_000, 30_004), Direction::NyarisTetap);
    assert_eq!(direction(30_000, 30_000), Direction::Tetap);
    assert_eq!(direction(30_000, 29_996), Direction::NyarisTetap);
    assert_eq!(direction(30_000, 29_995), Direction::Turun);
}

#[test]
fn every_direction_of_people_and_coverage_has_its_case() {
    let one = whole(1);
    let down = -whole(1);
    assert_eq!(Direction::of(&one, Ordering::Greater), Direction::Naik);
    assert_eq!(Direction::of(&one, Ordering::Equal), Direction::PesertaTetapNaik);
    assert_eq!(Direction::of(&one, Ordering::Less), Direction::BerlawananNaik);
    assert_eq!(Direction::of(&down, Ordering::Less), Direction::Turun);
    assert_eq!(Direction::of(&down, Ordering::Equal), Direction::PesertaTetapTurun);
    assert_eq!(Direction::of(&down, Ordering::Greater), Direction::BerlawananTurun);
}

#[test]
fn a_rise_carries_its_size_and_its_cells() {
    let data = city(&[("2024-06", 28_000), ("2025-05", 30_000), ("2025-06", 30_460)]).data;
    let measures = measured(&data, MALANG, "2025-06");
    let change = measures.month_change.unwrap();
    assert_eq!(change.people.value, n(460));
    assert_eq!(change.skipped, None);
    let coverage = change.coverage.unwrap();
    assert_eq!(two(&coverage.points.value), "0,46%");
    assert_eq!(coverage.points.from.len(), 3);
    let year = measures.year_change.unwrap();
    assert_eq!(year.before.period, month("2024-06"));
    assert_eq!(two(&year.coverage.unwrap().points.value), "2,46%");
}

#[test]
fn a_gap_month_is_skipped_and_named() {
    let data = city(&[("2025-03", 30_000), ("2025-06", 31_000)]).data;
    let measures = measured(&data, MALANG, "2025-06");
    let change = measures.month_change.unwrap();
    assert_eq!(change.skipped, Some(month("2025-05")));
    assert_eq!(change.before.period, month("2025-03"));
    let known: Vec<bool> = measures.series.unwrap().points.iter().map(|p| p.point.is_ok()).collect();
    assert_eq!(known, [true, false, false, true]);
}

#[test]
fn a_predecessor_may_be_twelve_months_old_but_not_thirteen() {
    let data = city(&[("2024-06", 30_000), ("2025-06", 31_000)]).data;
    assert_eq!(measured(&data, MALANG, "2025-06").month_change.unwrap().before.period, month("2024-06"));
    let data = city(&[("2024-05", 30_000), ("2025-06", 31_000)]).data;
    let missing = measured(&data, MALANG, "2025-06").month_change.unwrap_err();
    assert_eq!(missing, Missing::NoPredecessor { period: month("2025-06"), latest: month("2024-05") });
}

#[test]
fn the_series_holds_at_most_two_years() {
    let months: Vec<String> = (0..30).map(|k| month("2023-01").plus(k).to_string()).collect();
    let counts: Vec<(&str, u64)> = months.iter().map(|m| (m.as_str(), 30_000)).collect();
    let data = city(&counts).data;
    let points = measured(&data, MALANG, "2025-06").series.unwrap().points;
    assert_eq!((points.len(), points[0].period), (24, month("2023-07")));
}

#[test]
fn a_new_denominator_moves_coverage_against_the_people() {
    let mut rows = city(&[("2024-11", 30_000), ("2024-12", 30_000), ("2025-01", 30_100), ("2025-02", 30_200)]);
    rows.workers(MALANG, Segmen::Total, "2025-08-31", 110_000, Some("2025-01"));
    let measures = measured(&rows.data, MALANG, "2025-01");
    let change = measures.month_change.unwrap().coverage.unwrap();
    assert_eq!(change.direction, Direction::BerlawananTurun);
    assert!(change.denominator_changed);
    let [switch] = &measures.series.unwrap().switches[..] else { panic!("one switch") };
    assert_eq!(switch.period, month("2025-01"));
    assert_eq!(two(&switch.old.percent()), "30,10%");
    assert_eq!(two(&switch.new.coverage.percent()), "27,36%");
    assert_eq!(two(&switch.points.value), "-2,74%".replace('-', "\u{2212}"));
    let later = measured(&rows.data, MALANG, "2025-02").series.unwrap();
    assert_eq!(later.switches.len(), 1);
    assert_eq!(two(&later.points[1].point.as_ref().unwrap().coverage.percent()), "30,00%");
}

#[test]
fn the_same_people_over_more_workers_are_a_case_of_their_own() {
    let mut rows = city(&[("2024-12", 30_000), ("2025-01", 30_000)]);
    rows.workers(MALANG, Segmen::Total, "2025-08-31", 110_000, Some("2025-01"));
    let change = measured(&rows.data, MALANG, "2025-01").month_change.unwrap().coverage.unwrap();
    assert_eq!(change.direction, Direction::PesertaTetapTurun);
}

#[test]
fn a_fall_after_two_rises_is_noted_after_one_it_is_not() {
    let rises = |counts: &[(&str, u64)]| {
        let data = city(counts).data;
        measured(&data, MALANG, "2025-06").series.unwrap().reversal_after
    };
    assert_eq!(rises(&[("2025-03", 1), ("2025-04", 2), ("2025-05", 3), ("2025-06", 2)]), Some(2));
    assert_eq!(rises(&[("2025-04", 2), ("2025-05", 3), ("2025-06", 2)]), None);
    assert_eq!(rises(&[("2025-03", 1), ("2025-04", 2), ("2025-05", 3), ("2025-06", 3)]), None);
    assert_eq!(rises(&[("2025-02", 1), ("2025-03", 2), ("2025-05", 3), ("2025-06", 2)]), None);
}

// --- target ---

fn standing(participants: u64, workers: u64, target: &str) -> (TargetCase, String, BigInt) {
    let mut rows = Rows::default();
    rows.workers(MALANG, Segmen::Total, "2024-08-31", workers, Some("2025-01"));
    rows.count("2025-06", MALANG, Segmen::Total, participants);
    rows.target(MALANG, 2025, "RPJMD", target);
    let standing = measured(&rows.data, MALANG, "2025-06").targets.standing.unwrap();
    let printed =
        desimal(&round_half_up(&(standing.gap.value + target.parse::<rakor::figure::Decimal>().unwrap().ratio()), 2));
    (standing.case, printed, standing.shortfall.value)
}

#[test]
fn whether_a_target_is_met_is_decided_on_exact_values() {
    assert_eq!(standing(180_374, 436_742, "41.3"), (TargetCase::NyarisTarget, "41,30".into(), n(1)));
    assert_eq!(standing(180_375, 436_742, "41.3"), (TargetCase::MelampauiTipis, "41,30".into(), n(0)));
    assert_eq!(standing(413, 1_000, "41.3"), (TargetCase::Tepat, "41,30".into(), n(0)));
    assert_eq!(standing(414, 1_000, "41.3"), (TargetCase::Melampaui, "41,40".into(), n(0)));
    assert_eq!(standing(412, 1_000, "41.3"), (TargetCase::DiBawah, "41,20".into(), n(1)));
    assert!(!TargetCase::NyarisTarget.is_met() && TargetCase::MelampauiTipis.is_met() && TargetCase::Tepat.is_met());
}

#[test]
fn a_target_of_zero_has_no_attainment() {
    let mut rows = city(&[("2025-06", 30_000)]);
    rows.target(MALANG, 2025, "RPJMD", "0");
    let standing = measured(&rows.data, MALANG, "2025-06").targets.standing.unwrap();
    assert_eq!(standing.attainment.unwrap_err(), Missing::ZeroTarget { year: 2025 });
}

fn pace(counts: &[(&str, u64)], period: &str) -> rakor::measure::Pace {
    let mut rows = city(counts);
    rows.target(MALANG, 2025, "RPJMD", "41.3");
    measured(&rows.data, MALANG, period).targets.standing.unwrap().pace
}

#[test]
fn the_pace_has_a_case_for_every_month_and_every_past() {
    let grown = pace(&[("2025-03", 30_000), ("2025-06", 30_600)], "2025-06");
    assert_eq!((grown.case, grown.average_months), (PaceCase::Laju, Some(3)));
    assert_eq!(grown.average.unwrap().value, whole(200));
    assert_eq!(grown.needed.unwrap().value, n(1_784));
    assert_eq!(desimal(&round_half_up(&grown.multiple.unwrap().value, 1)), "8,9");
    let flat = pace(&[("2025-03", 30_600), ("2025-06", 30_600)], "2025-06");
    assert_eq!((flat.case, flat.multiple), (PaceCase::LajuNol, None));
    let shrunk = pace(&[("2025-05", 30_700), ("2025-06", 30_600)], "2025-06");
    assert_eq!((shrunk.case, shrunk.average_months), (PaceCase::LajuNol, Some(1)));
    assert_eq!(pace(&[("2025-11", 30_600)], "2025-11").case, PaceCase::LajuSebulan);
    let over = pace(&[("2025-12", 30_600)], "2025-12");
    assert_eq!((over.case, over.months_left, over.needed), (PaceCase::LajuHabis, 0, None));
    let met = pace(&[("2025-06", 41_300)], "2025-06");
    assert_eq!((met.case, met.needed), (PaceCase::LajuSelesai, None));
}

#[test]
fn the_path_runs_straight_from_december() {
    let mut rows = city(&[("2024-12", 29_300), ("2025-06", 33_000)]);
    rows.target(MALANG, 2025, "RPJMD", "41.3");
    let path = measured(&rows.data, MALANG, "2025-06").targets.standing.unwrap().path.unwrap();
    assert!(path.from_december);
    assert_eq!((path.elapsed, path.months), (6, 12));
    assert_eq!(two(&path.value.value), "35,30%");
    assert_eq!(two(&-path.gap.value.clone()), "2,30%");
    assert_eq!(path.at(month("2025-06")), Some(path.value.value));
}

#[test]
fn a_first_value_in_december_itself_has_no_path() {
    let mut rows = city(&[("2025-12", 33_000)]);
    rows.target(MALANG, 2025, "RPJMD", "41.3");
    let path = measured(&rows.data, MALANG, "2025-12").targets.standing.unwrap().path;
    assert_eq!(path.unwrap_err(), Missing::NoPath { year: 2025 });
}

#[test]
fn the_reference_target_is_found_by_whole_words_and_others_are_kept_beside_it() {
    let mut rows = city(&[("2025-06", 30_000)]);
    rows.target(MALANG, 2025, "RKPD 2025", "35");
    rows.target(MALANG, 2025, "Perubahan rpjmd Kota Malang", "41.3");
    rows.target(MALANG, 2026, "Perubahan rpjmd Kota Malang", "45");
    let targets = measured(&rows.data, MALANG, "2025-06").targets;
    assert_eq!(targets.reference.unwrap().stated.value.to_string(), "41.3");
    assert_eq!(targets.others.iter().map(|t| t.document.value.as_str()).collect::<Vec<_>>(), ["RKPD 2025"]);
    assert_eq!(targets.later.iter().map(|t| t.year.value).collect::<Vec<_>>(), [2026]);
    let mut rows = city(&[("2025-06", 30_000)]);
    rows.target(MALANG, 2025, "RPJMDes Sukun", "35");
    assert_eq!(measured(&rows.data, MALANG, "2025-06").targets.reference, Err(Missing::NoTarget { year: 2025 }));
}

#[test]
fn a_target_in_persons_is_measured_in_persons() {
    let mut rows = city(&[("2025-06", 30_000)]);
    rows.target(MALANG, 2025, "RPJMD", "41300");
    rows.data.target.last_mut().unwrap().satuan.value = rakor::table::SatuanTarget::Orang;
    let standing = measured(&rows.data, MALANG, "2025-06").targets.standing.unwrap();
    assert_eq!(two(&standing.target.percent.unwrap().value), "41,30%");
    assert_eq!(standing.shortfall.value, n(11_300));
}

#[test]
fn national_and_long_term_targets_stand_beside_the_region() {
    let data = malang().data;
    let targets = measured(&data, MALANG, "2025-06").targets;
    assert_eq!(targets.national.iter().map(|t| t.document.value.as_str()).collect::<Vec<_>>(), ["RPJMN 2025-2029"]);
    let far = targets.long_term.unwrap();
    assert_eq!((far.target.year.value, far.years), (2045, 20));
    assert_eq!(two(&far.per_year.value), "3,44%");
}

// --- segments ---

#[test]
fn overlapping_segments_are_listed_but_never_shared_out() {
    let mut rows = city(&[("2025-06", 30_000)]);
    for (segment, workers, participants) in
        [(Segmen::Pu, 50_000, 20_000), (Segmen::Bpu, 50_000, 10_000), (Segmen::Rentan, 20_000, 5_000)]
    {
        rows.workers(MALANG, segment, "2024-08-31", workers, Some("2025-01"));
        rows.count("2025-06", MALANG, segment, participants);
    }
    rows.count("2025-06", MALANG, Segmen::Jakon, 7);
    let segments = measured(&rows.data, MALANG, "2025-06").segments.unwrap();
    let order: Vec<_> = segments.lines.iter().map(|l| (l.segment, l.part_of_total)).collect();
    let expected = [(Segmen::Pu, true), (Segmen::Bpu, true), (Segmen::Jakon, false), (Segmen::Rentan, false)];
    assert_eq!(order, expected);
    assert_eq!(two(&segments.lines[1].share_of_uncovered.as_ref().unwrap().value), "57,14%");
    assert!(segments.lines[3].share_of_uncovered.is_err());
    assert!(matches!(segments.lines[2].point, Err(Missing::NoDenominator { .. })));
    assert_eq!(segments.extremes.unwrap().lowest, [Segmen::Bpu]);
    assert_eq!(segments.most_uncovered, [Segmen::Bpu]);
}

#[test]
fn equal_segments_have_no_extremes() {
    let mut rows = city(&[("2025-06", 30_000)]);
    for (segment, workers) in [(Segmen::Pu, 50_000), (Segmen::Bpu, 100_000)] {
        rows.workers(MALANG, segment, "2024-08-31", workers, Some("2025-01"));
        rows.count("2025-06", MALANG, segment, workers / 5);
    }
    assert_eq!(measured(&rows.data, MALANG, "2025-06").segments.unwrap().extremes, None);
}

// --- regions ---

fn kecamatan(rows: &mut Rows, counts: &[(&str, &str, u64)]) {
    for (code, name, count) in counts {
        rows.region(code, name, JenisWilayah::Kecamatan, Some(MALANG));
        rows.count("2025-06", code, Segmen::Total, *count);
    }
}

#[test]
fn kecamatan_without_denominator_rank_by_participants_and_share_ranks_when_equal() {
    let mut rows = city(&[("2025-06", 100)]);
    kecamatan(
        &mut rows,
        &[("35.73.01", "Blimbing", 20), ("35.73.02", "Klojen", 30), ("35.73.03", "Kedungkandang", 20)],
    );
    kecamatan(&mut rows, &[("35.73.04", "Sukun", 10)]);
    rows.region("35.73.05", "Lowokwaru", JenisWilayah::Kecamatan, Some(MALANG));
    rows.region("35.73.00", "Tidak terpetakan", JenisWilayah::TidakTerpetakan, Some(MALANG));
    rows.count("2025-06", "35.73.00", Segmen::Total, 20);
    let regions = measured(&rows.data, MALANG, "2025-06").regions.unwrap();
    assert_eq!(regions.basis, RankBasis::Peserta);
    let ranked: Vec<_> =
        regions.lines.iter().map(|l| (l.rank, l.region.name.as_ref().unwrap().value.as_str())).collect();
    assert_eq!(ranked, [(Some(1), "Klojen"), (Some(2), "Blimbing"), (Some(2), "Kedungkandang"), (Some(4), "Sukun")]);
    assert!(regions.has_ties());
    assert_eq!(regions.silent.iter().map(|s| s.code.as_str()).collect::<Vec<_>>(), ["35.73.05"]);
    let unmapped = regions.unmapped.unwrap();
    assert_eq!(unmapped.participants.count.value, 20);
    assert_eq!(two(&unmapped.share.unwrap().value), "20,00%");
    assert_eq!(regions.sum.value, n(100));
    assert!(regions.lines.iter().all(|l| l.rank_before.is_none()));
}

#[test]
fn coverage_ranks_where_it_is_known_and_another_definition_is_only_listed() {
    let mut rows = city(&[("2025-06", 100)]);
    kecamatan(
        &mut rows,
        &[("35.73.01", "Blimbing", 20), ("35.73.02", "Klojen", 30), ("35.73.03", "Kedungkandang", 90)],
    );
    for (code, workers) in [("35.73.01", 40), ("35.73.02", 100), ("35.73.03", 100)] {
        rows.workers(code, Segmen::Total, "2024-08-31", workers, Some("2025-01"));
    }
    rows.data.pekerja.last_mut().unwrap().definisi.value = "angkatan_kerja".into();
    let regions = measured(&rows.data, MALANG, "2025-06").regions.unwrap();
    assert_eq!(regions.basis, RankBasis::Cakupan);
    let lines: Vec<_> = regions
        .lines
        .iter()
        .map(|l| (l.rank, l.region.code.as_str(), two(&l.point.as_ref().unwrap().coverage.percent())))
        .collect();
    let expected = [
        (Some(1), "35.73.01", "50,00%".to_owned()),
        (Some(2), "35.73.02", "30,00%".to_owned()),
        (None, "35.73.03", "90,00%".to_owned()),
    ];
    assert_eq!(lines, expected);
    assert!(!regions.has_ties());
}

#[test]
fn ranks_move_against_the_month_before_only_among_the_same_regions() {
    let mut rows = city(&[("2025-06", 100)]);
    kecamatan(&mut rows, &[("35.73.01", "Blimbing", 20), ("35.73.02", "Klojen", 30)]);
    rows.count("2025-05", "35.73.01", Segmen::Total, 20);
    let before = |rows: &Rows| -> Vec<Option<u32>> {
        let regions = measured(&rows.data, MALANG, "2025-06").regions.unwrap();
        regions.lines.iter().map(|l| l.rank_before).collect()
    };
    assert_eq!(before(&rows), [None, None]);
    rows.count("2025-05", "35.73.02", Segmen::Total, 10);
    assert_eq!(before(&rows), [Some(2), Some(1)]);
}

#[test]
fn children_without_data_or_without_names_are_told_apart() {
    let rows = city(&[("2025-06", 100)]);
    let missing = measured(&rows.data, MALANG, "2025-06").regions.unwrap_err();
    assert_eq!(missing, Missing::NoChildren { period: month("2025-06"), known: false });
    let mut rows = city(&[("2025-06", 100)]);
    rows.region("35.73.05", "Lowokwaru", JenisWilayah::Kecamatan, Some(MALANG));
    let missing = measured(&rows.data, MALANG, "2025-06").regions.unwrap_err();
    assert_eq!(missing, Missing::NoChildren { period: month("2025-06"), known: true });
    let mut bare = Rows::default();
    bare.count("2025-06", MALANG, Segmen::Total, 100);
    bare.count("2025-06", "35.73.01", Segmen::Total, 60);
    bare.count("2025-06", "35.73.01.1001", Segmen::Total, 5);
    bare.count("2025-06", "35.730.1", Segmen::Total, 5);
    let regions = measured(&bare.data, MALANG, "2025-06").regions.unwrap();
    assert_eq!(regions.lines.iter().map(|l| l.region.code.as_str()).collect::<Vec<_>>(), ["35.73.01"]);
    assert_eq!(regions.lines[0].region.name, None);
}

#[test]
fn a_city_is_ranked_among_the_regencies_and_cities_of_its_province() {
    let mut rows = malang();
    for (code, name, level, count) in [
        ("35.09", "Kabupaten Jember", JenisWilayah::Kabupaten, 40_000),
        ("35.78", "Kota Surabaya", JenisWilayah::Kota, 20_000),
    ] {
        rows.region(code, name, level, Some("35"));
        rows.workers(code, Segmen::Total, "2024-08-31", 100_000, Some("2025-01"));
        rows.count("2025-06", code, Segmen::Total, count);
    }
    rows.region("35.79", "Kota Batu", JenisWilayah::Kota, Some("35"));
    let siblings = measured(&rows.data, MALANG, "2025-06").siblings.unwrap();
    assert_eq!((siblings.rank, siblings.ranked), (2, 3));
    assert_eq!(siblings.parent.name.unwrap().value, "Jawa Timur");
    assert_eq!(siblings.silent.len(), 1);
    let data = malang().data;
    let alone = measured(&data, MALANG, "2025-06").siblings.unwrap_err();
    assert_eq!(alone, Missing::NotRanked { comparable: 1 });
}

// --- groups, employers, funding, claims, packages ---

#[test]
fn groups_count_once_and_only_while_protected() {
    let mut rows = city(&[("2025-06", 100)]);
    rows.group("petani", Some(SumberDana::Dbhcht), Some(5_000), None);
    rows.group("petani tembakau", Some(SumberDana::Dbhcht), Some(2_000), Some("petani"));
    rows.group("pengemudi ojek daring", Some(SumberDana::Apbd), Some(3_000), Some("pekerja transportasi"));
    rows.group("petani", Some(SumberDana::Apbd), Some(500), None);
    rows.group("petugas pemilu", None, Some(900), None);
    rows.data.kelompok.last_mut().unwrap().selesai = Some(cell("kelompok", "selesai", day("2025-06-29")));
    rows.group("relawan", None, Some(70), None);
    rows.data.kelompok.last_mut().unwrap().selesai = Some(cell("kelompok", "selesai", day("2025-06-30")));
    rows.group("nelayan", None, None, None);
    let groups = measured(&rows.data, MALANG, "2025-06").groups.unwrap();
    assert_eq!(groups.people.value, n(8_570));
    let named: Vec<_> = groups.groups.iter().map(|g| (g.name.as_str(), g.people.value.clone())).collect();
    assert_eq!(named, [("petani", n(5_500)), ("pengemudi ojek daring", n(3_000)), ("relawan", n(70))]);
    let paid: Vec<_> = groups.by_source.iter().map(|(s, p)| (*s, p.value.clone())).collect();
    assert_eq!(paid, [(Some(SumberDana::Apbd), n(3_500)), (Some(SumberDana::Dbhcht), n(5_000)), (None, n(70))]);
    assert_eq!(groups.rows[4].state, GroupState::Berakhir);
    assert_eq!(groups.unstated, 1);
    let none = measured(&rows.data, MALANG, "2025-07").groups.unwrap_err();
    let latest = Some(month("2025-06"));
    assert_eq!(none, Missing::NoRows { table: "kelompok", period: month("2025-07"), latest });
}

#[test]
fn groups_in_a_ring_still_count() {
    let mut rows = city(&[("2025-06", 100)]);
    rows.group("a", None, Some(1), Some("b"));
    rows.group("b", None, Some(2), Some("a"));
    rows.group("c", None, Some(4), Some("c"));
    rows.group("d", None, Some(8), Some("a"));
    assert_eq!(measured(&rows.data, MALANG, "2025-06").groups.unwrap().people.value, n(7));
}

#[test]
fn employers_are_summed_unless_a_total_is_stated_or_a_kind_is_silent() {
    let mut rows = city(&[("2025-06", 100)]);
    rows.employers("usaha mikro", Some(10), Some(4));
    rows.employers("usaha kecil", Some(5), None);
    let employers = measured(&rows.data, MALANG, "2025-06").employers.unwrap();
    assert_eq!(employers.total.all.unwrap().value, n(15));
    let silent = Missing::NoValue { table: "pemberi_kerja", column: "belum_terdaftar", rows: 1 };
    assert_eq!(employers.total.unregistered.unwrap_err(), silent);
    rows.employers("Total", Some(16), Some(9));
    let employers = measured(&rows.data, MALANG, "2025-06").employers.unwrap();
    assert_eq!((employers.rows.len(), employers.total.unregistered.unwrap().value), (2, n(9)));
}

#[test]
fn funding_takes_each_line_at_its_latest_date_and_the_amended_ceiling() {
    let mut rows = city(&[("2025-06", 100)]);
    rows.budget("2025-05-31", SumberDana::Dbhcht, Some(4_000), Some(1_000));
    rows.budget("2025-06-30", SumberDana::Dbhcht, Some(4_000), Some(1_500));
    rows.data.anggaran.last_mut().unwrap().pagu_perubahan_rp = Some(cell("anggaran", "pagu_perubahan_rp", 5_000));
    rows.budget("2025-07-01", SumberDana::Dbhcht, Some(9_000), Some(9_000));
    rows.budget("2025-06-15", SumberDana::Apbd, Some(1_000), Some(0));
    let funding = measured(&rows.data, MALANG, "2025-06").funding.unwrap();
    assert_eq!((funding.as_of.value, funding.mixed_dates), (day("2025-06-30"), true));
    assert_eq!(funding.total.ceiling.unwrap().value, n(6_000));
    assert_eq!(funding.total.original.unwrap().value, n(5_000));
    assert_eq!(two(&funding.total.absorption.unwrap().value), "25,00%");
    assert_eq!(funding.total.remaining.unwrap().value, n(4_500));
    let sources: Vec<SumberDana> = funding.by_source.iter().map(|(s, _)| *s).collect();
    assert_eq!(sources, [SumberDana::Apbd, SumberDana::Dbhcht]);
    assert_eq!(funding.year_elapsed, whole(50));
}

#[test]
fn funding_without_a_ceiling_has_no_absorption_and_overspending_is_negative() {
    let mut rows = city(&[("2025-06", 100)]);
    rows.budget("2025-06-30", SumberDana::Dbhcht, Some(100), Some(101));
    let funding = measured(&rows.data, MALANG, "2025-06").funding.unwrap();
    assert_eq!(funding.total.remaining.unwrap().value, n(-1));
    rows.budget("2025-06-30", SumberDana::Apbd, None, Some(1));
    let funding = measured(&rows.data, MALANG, "2025-06").funding.unwrap();
    let silent = Missing::NoValue { table: "anggaran", column: "pagu_rp", rows: 1 };
    assert_eq!(funding.total.absorption.unwrap_err(), silent);
    assert_eq!(funding.total.spent.unwrap().value, n(102));
    let mut rows = city(&[("2025-06", 100)]);
    rows.budget("2025-06-30", SumberDana::Dbhcht, Some(0), Some(0));
    let funding = measured(&rows.data, MALANG, "2025-06").funding.unwrap();
    assert!(matches!(funding.total.absorption, Err(Missing::ZeroBase { .. })));
}

#[test]
fn the_money_is_held_against_persons_months_and_the_contribution_in_force() {
    let mut rows = city(&[("2025-06", 100)]);
    rows.tariff(ProgramJaminan::Jkk, "2020-01-01", 10_000);
    rows.tariff(ProgramJaminan::Jkm, "2020-01-01", 6_800);
    rows.tariff(ProgramJaminan::Jkk, "2025-07-01", 5_000);
    rows.budget("2025-06-30", SumberDana::Dbhcht, Some(5_300_000_000), Some(0));
    let line = rows.data.anggaran.len() - 1;
    rows.data.anggaran[line].target_orang = Some(cell("anggaran", "target_orang", 28_000));
    rows.data.anggaran[line].jumlah_bulan = Some(cell("anggaran", "jumlah_bulan", 12));
    let measures = measured(&rows.data, MALANG, "2025-06");
    assert_eq!(measures.tariff.unwrap().total.value, 16_800);
    let need = measures.funding.unwrap().lines.remove(0).need.unwrap();
    assert_eq!(need.cost.value, n(5_644_800_000));
    assert_eq!(need.lacking.value, n(344_800_000));
    assert_eq!(need.affordable.value, n(26_289));
    rows.data.anggaran[line].target_orang = Some(cell("anggaran", "target_orang", 25_000));
    let need = measured(&rows.data, MALANG, "2025-06").funding.unwrap().lines.remove(0).need.unwrap();
    assert_eq!((need.cost.value, need.lacking.value), (n(5_040_000_000), n(0)));
    assert_eq!(measured(&rows.data, MALANG, "2025-07").tariff.unwrap().total.value, 11_800);
    rows.data.tarif_iuran[1].berlaku_sampai = Some(cell("tarif_iuran", "berlaku_sampai", day("2025-07-30")));
    assert_eq!(measured(&rows.data, MALANG, "2025-07").tariff.unwrap_err(), Missing::NoTariff);
}

#[test]
fn claims_take_the_total_row_or_else_the_parts() {
    let mut rows = city(&[("2025-02", 100)]);
    rows.claim("2025-01", ProgramJaminan::Jkm, Manfaat::Total, 3, 126);
    rows.claim("2025-02", ProgramJaminan::Jkm, Manfaat::Total, 2, 84);
    rows.claim("2025-02", ProgramJaminan::Jkm, Manfaat::Beasiswa, 1, 12);
    rows.claim("2025-02", ProgramJaminan::Jht, Manfaat::Santunan, 5, 500);
    let claims = measured(&rows.data, MALANG, "2025-02").claims.unwrap();
    assert_eq!((claims.month.cases.unwrap().value, claims.month.amount.unwrap().value), (n(7), n(584)));
    assert_eq!(claims.year.unwrap().amount.unwrap().value, n(710));
    assert_eq!(claims.largest, [ProgramJaminan::Jht]);
    assert_eq!(claims.scholarships.unwrap().amount.unwrap().value, n(12));
    let jkm = &claims.lines[0];
    assert_eq!((jkm.programme, jkm.rows.len()), (ProgramJaminan::Jkm, 2));
    assert_eq!(jkm.year.as_ref().unwrap().cases.as_ref().unwrap().value, n(5));
}

#[test]
fn parts_of_one_claim_add_their_money_but_not_their_cases() {
    let mut rows = city(&[("2025-01", 100)]);
    rows.claim("2025-01", ProgramJaminan::Jkm, Manfaat::Santunan, 2, 84);
    rows.claim("2025-01", ProgramJaminan::Jkm, Manfaat::Beasiswa, 1, 12);
    let claims = measured(&rows.data, MALANG, "2025-01").claims.unwrap();
    assert_eq!(claims.month.amount.unwrap().value, n(96));
    assert_eq!(claims.month.cases.unwrap_err(), Missing::NotAdditive { column: "kasus" });
}

#[test]
fn a_year_of_claims_with_a_missing_month_is_no_sum() {
    let mut rows = city(&[("2025-03", 100)]);
    rows.claim("2025-01", ProgramJaminan::Jkm, Manfaat::Total, 3, 126);
    rows.claim("2025-03", ProgramJaminan::Jkm, Manfaat::Total, 3, 126);
    let claims = measured(&rows.data, MALANG, "2025-03").claims.unwrap();
    let months = vec![month("2025-02")];
    assert_eq!(claims.year.unwrap_err(), Missing::MonthsMissing { table: "klaim", months });
    assert!(measured(&rows.data, MALANG, "2025-02").claims.is_err());
}

#[test]
fn packages_are_told_apart_by_what_is_registered() {
    let mut rows = city(&[("2025-06", 100)]);
    rows.package("Gedung", 50, Some(50), Some("2025-03-01"));
    rows.data.proyek[0].tanggal_daftar = Some(cell("proyek", "tanggal_daftar", day("2025-03-11")));
    rows.package("Drainase", 40, Some(10), Some("2025-06-20"));
    rows.package("Jalan", 25, Some(0), Some("2025-06-30"));
    rows.package("Taman", 0, None, None);
    let projects = measured(&rows.data, MALANG, "2025-06").projects.unwrap();
    let order: Vec<_> = projects.lines.iter().map(|l| (l.row.paket.value.as_str(), l.delay)).collect();
    assert_eq!(
        order,
        [
            ("Drainase", Some(RegistrationDelay::MasihKurang(10))),
            ("Jalan", None),
            ("Gedung", Some(RegistrationDelay::Terlambat(10))),
            ("Taman", None),
        ]
    );
    assert_eq!(projects.count(Registration::Seluruh), 1);
    assert_eq!(projects.count(Registration::Sebagian), 1);
    assert_eq!(projects.count(Registration::Belum), 1);
    assert_eq!(projects.count(Registration::TanpaPekerja), 1);
    assert_eq!(two(&projects.percent.unwrap().value), "52,17%");
    assert_eq!(projects.unregistered.unwrap().value, n(55));
    rows.package("Jembatan", 5, None, None);
    let projects = measured(&rows.data, MALANG, "2025-06").projects.unwrap();
    assert_eq!(projects.workers.value, n(120));
    let silent = Missing::NoValue { table: "proyek", column: "pekerja_terdaftar", rows: 1 };
    assert_eq!(projects.registered.unwrap_err(), silent);
}

// --- activities, follow-ups, texts ---

#[test]
fn follow_ups_are_overdue_the_day_after_their_due_date() {
    let mut rows = city(&[("2025-06", 100)]);
    rows.follow_up(1, StatusTindakLanjut::Selesai, Some("2025-01-01"));
    rows.follow_up(2, StatusTindakLanjut::DalamProses, Some("2025-06-30"));
    rows.follow_up(3, StatusTindakLanjut::BelumDimulai, None);
    rows.follow_up(4, StatusTindakLanjut::DalamProses, Some("2025-06-20"));
    rows.follow_up(5, StatusTindakLanjut::BelumDimulai, Some("2025-06-10"));
    rows.follow_up(6, StatusTindakLanjut::Dihentikan, Some("2025-06-10"));
    let at = |date: &str| {
        let measures = measure(&rows.data, &rules(), MALANG, month("2025-06"), day(date));
        let follow_ups = measures.follow_ups.unwrap();
        let order: Vec<u64> = follow_ups.rows.iter().map(|f| f.row.nomor.value).collect();
        (order, follow_ups.overdue.value, follow_ups.by_status, follow_ups.rows[0].state)
    };
    let (order, overdue, by_status, first) = at("2025-06-30");
    assert_eq!((order, overdue), (vec![5, 4, 2, 3, 1, 6], 2));
    assert_eq!(first, FollowUpState::MelewatiTenggat);
    let counts: Vec<u64> = by_status.iter().map(|(_, n)| n.value).collect();
    assert_eq!(counts, [2, 2, 1, 1]);
    assert_eq!(at("2025-07-01").1, 3);
    let none = city(&[]).data;
    assert!(measured(&none, MALANG, "2025-06").follow_ups.is_err());
}

#[test]
fn activities_belong_to_the_month_and_awards_to_the_year() {
    let mut rows = city(&[("2025-06", 100)]);
    for date in ["2025-07-01", "2025-06-30", "2025-06-01", "2025-05-31"] {
        rows.activity(date);
        rows.award(date);
    }
    rows.award("2024-12-31");
    let measures = measured(&rows.data, MALANG, "2025-06");
    let days: Vec<NaiveDate> = measures.activities.rows.iter().map(|row| row.tanggal.value).collect();
    assert_eq!(days, [day("2025-06-01"), day("2025-06-30")]);
    let awards: Vec<NaiveDate> = measures.awards.rows.iter().map(|row| row.tanggal.value).collect();
    assert_eq!(awards, [day("2025-06-30"), day("2025-06-01"), day("2025-05-31")]);
}

#[test]
fn a_legal_basis_without_number_or_for_another_report_is_not_printed() {
    let mut rows = Rows::default();
    rows.legal_basis(3, Some("24"), None);
    rows.legal_basis(1, Some("2"), Some("evaluasi; bulanan"));
    rows.legal_basis(2, Some(" "), None);
    rows.legal_basis(4, None, None);
    rows.legal_basis(5, Some("7"), Some("evaluasi"));
    let bases = measured(&rows.data, MALANG, "2025-06").legal_bases;
    assert_eq!(bases.iter().map(|row| row.urutan.value).collect::<Vec<_>>(), [1, 3]);
}

// --- properties ---

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    /// Recomputed with 128-bit integers instead of ratios.
    #[test]
    fn percentages_shortfalls_and_paces_agree_with_integer_arithmetic(
        participants in 0_u64..2_000_000, workers in 1_u64..2_000_000, tenths in 0_u32..1000, in_year in 1_u32..=12,
    ) {
        let mut rows = Rows::default();
        let period = Period::new(2025, in_year).unwrap();
        rows.workers(MALANG, Segmen::Total, "2024-08-31", workers, Some("2025-01"));
        rows.count(&period.to_string(), MALANG, Segmen::Total, participants);
        rows.target(MALANG, 2025, "RPJMD", &format!("{}.{}", tenths / 10, tenths % 10));
        let measures = measured(&rows.data, MALANG, &period.to_string());
        let now = measures.now.unwrap();
        let (p, w, t) = (u128::from(participants), u128::from(workers), u128::from(tenths));
        let Rounded { units, places: 2 } = round_half_up(&now.coverage.percent(), 2) else { panic!("two places") };
        prop_assert_eq!(units, BigInt::from((p * 20_000 + w) / (2 * w)));
        let standing = measures.targets.standing.unwrap();
        let needed = (t * w).div_ceil(1000);
        let short = needed.saturating_sub(p);
        prop_assert_eq!(&standing.needed.value, &BigInt::from(needed));
        prop_assert_eq!(&standing.shortfall.value, &BigInt::from(short));
        prop_assert_eq!(standing.case.is_met(), p * 1000 >= t * w);
        prop_assert_eq!(standing.case.is_met(), short == 0);
        let left = u128::from(12 - in_year);
        let pace = standing.pace.needed.map(|pace| pace.value);
        prop_assert_eq!(pace, (left > 0 && short > 0).then(|| BigInt::from(short.div_ceil(left))));
    }

    /// Sums do not hang on the order of the rows, and ranks follow from counting who is higher.
    #[test]
    fn ranks_and_sums_agree_with_counting(counts in prop::collection::vec(0_u64..6, 1..9), turn in 0_usize..9) {
        let mut rows = city(&[("2025-06", 100)]);
        let mut order: Vec<usize> = (0..counts.len()).collect();
        order.rotate_left(turn % counts.len());
        for i in order {
            kecamatan(&mut rows, &[(&format!("35.73.{i:02}"), "x", counts[i])]);
        }
        let regions = measured(&rows.data, MALANG, "2025-06").regions.unwrap();
        prop_assert_eq!(regions.sum.value, BigInt::from(counts.iter().sum::<u64>()));
        for line in &regions.lines {
            let higher = counts.iter().filter(|c| **c > line.participants.count.value).count();
            prop_assert_eq!(line.rank, Some(u32::try_from(higher).unwrap() + 1));
        }
    }
}

#[test]
fn counts_beyond_any_census_are_refused_without_a_panic() {
    let mut rows = Rows::default();
    rows.count("2025-06", MALANG, Segmen::Pu, u64::MAX);
    rows.count("2025-06", MALANG, Segmen::Bpu, 1);
    rows.workers(MALANG, Segmen::Total, "2024-08-31", u64::MAX, Some("2025-01"));
    let measures = measured(&rows.data, MALANG, "2025-06");
    assert_eq!(measures.now.unwrap_err(), Missing::TooLarge);
}

/// Rows as a workspace would hold them, each cell with the place it would have.
pub(crate) mod fixture {
    use chrono::NaiveDate;
    use rakor::figure::Period;
    use rakor::place::{Cell, Place};
    use rakor::table::{
        Anggaran, DasarHukum, Dataset, JenisKegiatan, JenisWilayah, Kegiatan, Kelompok, Kepesertaan, Klaim, Manfaat,
        Pekerja, PemberiKerja, Penghargaan, Pernyataan, ProgramJaminan, Proyek, SatuanTarget, Segmen,
        StatusTindakLanjut, SumberDana, Target, TarifIuran, TindakLanjut, Wilayah,
    };

    use super::MALANG;

    pub(crate) fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    pub(crate) fn month(text: &str) -> Period {
        text.parse().unwrap()
    }

    /// A cell to fill an optional column with.
    pub(crate) fn cell<T>(table: &str, column: &str, value: T) -> Cell<T> {
        Cell::new(value, place(table, 900).at_column(column))
    }

    #[derive(Default)]
    pub(crate) struct Rows {
        pub(crate) data: Dataset,
    }

    fn place(table: &str, index: usize) -> Place {
        Place::file(format!("data/{table}.csv")).at_row(u32::try_from(index).unwrap() + 2)
    }

    /// Pushes a row whose values stand in their columns; columns after `..none` are blank.
    macro_rules! row {
        ($self:ident.$table:ident: $row:ident { $($column:ident: $value:expr,)* } $($optional:ident: $maybe:expr,)* ..none $($none:ident)*) => {{
            let at = place(stringify!($table), $self.data.$table.len());
            $self.data.present.insert(stringify!($table).to_owned());
            $self.data.$table.push($row {
                $($column: Cell::new($value, at.at_column(stringify!($column))),)*
                $($optional: $maybe.map(|value| Cell::new(value, at.at_column(stringify!($optional)))),)*
                $($none: None,)*
                row: at,
            });
        }};
    }

    impl Rows {
        pub(crate) fn region(&mut self, code: &str, name: &str, level: JenisWilayah, parent: Option<&str>) {
            row!(self.wilayah: Wilayah { kode: code.to_owned(), nama: name.to_owned(), jenis: level, }
                induk: parent.map(str::to_owned), ..none sumber);
        }

        pub(crate) fn workers(&mut self, region: &str, segment: Segmen, as_of: &str, count: u64, since: Option<&str>) {
            row!(self.pekerja: Pekerja {
                kode_wilayah: region.to_owned(),
                segmen: segment,
                per_tanggal: day(as_of),
                definisi: "bekerja_sakernas".to_owned(),
                sebutan: format!("penduduk bekerja, Sakernas {as_of}"),
                jumlah_pekerja: count,
                sumber: "BPS".to_owned(),
            } dipakai_mulai: since.map(month), ..none status_data keterangan);
        }

        pub(crate) fn count(&mut self, period: &str, region: &str, segment: Segmen, count: u64) {
            let period = month(period);
            row!(self.kepesertaan: Kepesertaan {
                periode: period,
                kode_wilayah: region.to_owned(),
                segmen: segment,
                sumber: format!("sumber {}", self.data.kepesertaan.len()),
                peserta_aktif: count,
            } per_tanggal: Some(period.last_day()), ..none status_data);
        }

        pub(crate) fn target(&mut self, region: &str, year: i32, document: &str, value: &str) {
            row!(self.target: Target {
                indikator: "ucj".to_owned(),
                kode_wilayah: region.to_owned(),
                segmen: Segmen::Total,
                tahun: year,
                dokumen: document.to_owned(),
                satuan: SatuanTarget::Persen,
                nilai: value.parse().unwrap(),
                sumber: "Bappeda".to_owned(),
            } ..none keterangan);
        }

        pub(crate) fn statement(
            &mut self,
            key: &str,
            date: &str,
            percent: Option<&str>,
            part: Option<&str>,
            whole: Option<&str>,
        ) {
            row!(self.pernyataan: Pernyataan {
                kode: key.to_owned(),
                sumber: "media".to_owned(),
                tanggal: day(date),
                kode_wilayah: MALANG.to_owned(),
                indikator: "ucj".to_owned(),
            }
            segmen: Some(Segmen::Total),
            persen: percent.map(str::to_owned),
            pembilang: part.map(str::to_owned),
            penyebut: whole.map(str::to_owned),
            ..none narasumber hari kelompok belum_persen sisa_orang target_tahun target_persen target_orang
                kenaikan_per_tahun tambahan_orang anggaran_rp arah_perubahan istilah);
        }

        pub(crate) fn group(
            &mut self,
            name: &str,
            payer: Option<SumberDana>,
            people: Option<u64>,
            parent: Option<&str>,
        ) {
            row!(self.kelompok: Kelompok {
                periode: month("2025-06"),
                kode_wilayah: MALANG.to_owned(),
                kelompok: name.to_owned(),
                sumber: "Disnaker".to_owned(),
            }
            sumber_dana: payer,
            orang_terlindungi: people,
            induk_kelompok: parent.map(str::to_owned),
            ..none segmen target_orang mulai selesai dasar status_data);
        }

        pub(crate) fn employers(&mut self, kind: &str, all: Option<u64>, unregistered: Option<u64>) {
            row!(self.pemberi_kerja: PemberiKerja {
                periode: month("2025-06"),
                kode_wilayah: MALANG.to_owned(),
                jenis: kind.to_owned(),
                sumber: "BPJS Ketenagakerjaan".to_owned(),
            } jumlah: all, belum_terdaftar: unregistered, ..none terdaftar terdaftar_sebagian status_data);
        }

        pub(crate) fn budget(&mut self, as_of: &str, payer: SumberDana, ceiling: Option<u64>, spent: Option<u64>) {
            row!(self.anggaran: Anggaran {
                tahun_anggaran: 2025,
                per_tanggal: day(as_of),
                kode_wilayah: MALANG.to_owned(),
                sumber_dana: payer,
                kelompok: "pekerja rentan".to_owned(),
                sumber: "Disnaker".to_owned(),
            }
            pagu_rp: ceiling,
            realisasi_rp: spent,
            ..none perangkat_daerah pagu_perubahan_rp target_orang orang_terlindungi jumlah_bulan iuran_per_orang_rp
                status_data);
        }

        pub(crate) fn tariff(&mut self, programme: ProgramJaminan, since: &str, amount: u64) {
            row!(self.tarif_iuran: TarifIuran {
                segmen: Segmen::Bpu,
                program_jaminan: programme,
                berlaku_mulai: day(since),
                iuran_rp: amount,
                sumber: "peraturan".to_owned(),
            } ..none berlaku_sampai dasar);
        }

        pub(crate) fn claim(
            &mut self,
            period: &str,
            programme: ProgramJaminan,
            benefit: Manfaat,
            cases: u64,
            paid: u64,
        ) {
            row!(self.klaim: Klaim {
                periode: month(period),
                kode_wilayah: MALANG.to_owned(),
                program_jaminan: programme,
                manfaat: benefit,
                sumber: "BPJS Ketenagakerjaan".to_owned(),
            } kasus: Some(cases), nominal_rp: Some(paid), ..none penerima_orang status_data);
        }

        pub(crate) fn package(&mut self, name: &str, workers: u64, registered: Option<u64>, since: Option<&str>) {
            row!(self.proyek: Proyek {
                periode: month("2025-06"),
                kode_wilayah: MALANG.to_owned(),
                paket: name.to_owned(),
                pekerja: workers,
                sumber: "DPUPR".to_owned(),
            }
            pekerja_terdaftar: registered,
            mulai: since.map(day),
            ..none perangkat_daerah penyedia sumber_dana tahap selesai tanggal_daftar nilai_kontrak_rp status_data);
        }

        pub(crate) fn follow_up(&mut self, number: u64, status: StatusTindakLanjut, due: Option<&str>) {
            row!(self.tindak_lanjut: TindakLanjut {
                nomor: number,
                kode_wilayah: MALANG.to_owned(),
                permasalahan: "p".to_owned(),
                tindak_lanjut: "t".to_owned(),
                status: status,
            } tenggat: due.map(day), ..none asal penanggung_jawab keterangan sumber);
        }

        pub(crate) fn activity(&mut self, date: &str) {
            row!(self.kegiatan: Kegiatan {
                tanggal: day(date),
                kode_wilayah: MALANG.to_owned(),
                nama: "rapat".to_owned(),
                jenis: JenisKegiatan::RapatKoordinasi,
                sumber: "notula".to_owned(),
            } ..none tempat penyelenggara peserta_orang hasil program_jaminan kasus nominal_rp keterangan);
        }

        pub(crate) fn award(&mut self, date: &str) {
            row!(self.penghargaan: Penghargaan {
                tanggal: day(date),
                kode_wilayah: MALANG.to_owned(),
                nama: "Paritrana".to_owned(),
                sumber: "piagam".to_owned(),
            } ..none pemberi lingkup sebutan peringkat penerima_lain);
        }

        pub(crate) fn legal_basis(&mut self, order: u64, number: Option<&str>, kinds: Option<&str>) {
            row!(self.dasar_hukum: DasarHukum {
                urutan: order,
                jenis: "Undang-Undang".to_owned(),
                tentang: "x".to_owned(),
            }
            nomor: number.map(str::to_owned),
            laporan: kinds.map(str::to_owned),
            ..none tahun perubahan keterangan sumber);
        }
    }
}
