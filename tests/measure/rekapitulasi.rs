//! A region over its parts, at every boundary.

use num_bigint::BigInt;
use rakor::bahasa::persen_tabel;
use rakor::measure::rekapitulasi::{Recap, Unjudged, recap};
use rakor::measure::{Missing, RankBasis, RegionLine};
use rakor::table::{JenisWilayah, Segmen};

use super::fixture::{Rows, month};
use super::{n, rules};

const PROVINCE: &str = "35";
const NOW: &str = "2025-06";
const BEFORE: &str = "2025-05";

/// A province whose parts have so many workers and participants, and a target of 2025 in percent.
fn province(parts: &[(&str, Option<u64>, u64, Option<&str>)]) -> Rows {
    let mut rows = Rows::default();
    rows.region(PROVINCE, "Jawa Timur", JenisWilayah::Provinsi, None);
    for (code, workers, count, target) in parts {
        let level = if code.starts_with("35.7") { JenisWilayah::Kota } else { JenisWilayah::Kabupaten };
        rows.region(code, &format!("Bagian {code}"), level, Some(PROVINCE));
        if let Some(workers) = workers {
            rows.workers(code, Segmen::Total, "2024-08-31", *workers, Some("2025-01"));
        }
        rows.count(NOW, code, Segmen::Total, *count);
        if let Some(target) = target {
            rows.target(code, 2025, "RPJMD", target);
        }
    }
    rows
}

fn of(rows: &Rows) -> Recap {
    recap(&rows.data, &rules(), PROVINCE, month(NOW), None)
}

fn codes<'r>(lines: impl IntoIterator<Item = &'r RegionLine>) -> Vec<&'r str> {
    lines.into_iter().map(|line| line.region.code.as_str()).collect()
}

fn ranks(recap: &Recap) -> Vec<(&str, Option<u32>, Option<u32>)> {
    let lines = recap.regions.lines.iter();
    lines.map(|line| (line.region.code.as_str(), line.rank, line.rank_before)).collect()
}

#[test]
fn the_united_coverage_is_sum_over_sum_and_no_mean() {
    let recap = of(&province(&[("35.01", Some(1_000), 500, None), ("35.02", Some(9_000), 900, None)]));
    let united = recap.united.unwrap();
    assert_eq!((united.coverage.participants.value, united.coverage.workers.value, united.parts), (1_400, 10_000, 2));
    // The mean of 50 and 10 percent would be 30.
    assert_eq!(persen_tabel(&united.coverage.percent()), "14,00%");
    assert_eq!(united.coverage.participants.from.iter().count(), 2);
}

#[test]
fn equal_coverages_share_a_rank_and_leave_the_next_one_free() {
    // One third and two sixths are equal exactly, whatever is printed of them.
    let parts =
        [("35.01", Some(3_000), 1_000, None), ("35.02", Some(6_000), 2_000, None), ("35.03", Some(3_000), 999, None)];
    assert_eq!(
        ranks(&of(&province(&parts))),
        [("35.01", Some(1), None), ("35.02", Some(1), None), ("35.03", Some(3), None)]
    );
}

#[test]
fn the_rank_before_counts_everyone_who_could_be_compared_then() {
    let parts =
        [("35.01", Some(1_000), 500, None), ("35.02", Some(1_000), 400, None), ("35.03", Some(1_000), 300, None)];
    let mut rows = province(&parts);
    rows.region("35.04", "Bagian 35.04", JenisWilayah::Kabupaten, Some(PROVINCE));
    rows.workers("35.04", Segmen::Total, "2024-08-31", 1_000, Some("2025-01"));
    for (code, count) in [("35.01", 100), ("35.02", 200), ("35.04", 900)] {
        rows.count(BEFORE, code, Segmen::Total, count);
    }
    let recap = of(&rows);
    // The third had no data then; the fourth has none now, but was the first then.
    let expected = [("35.01", Some(1), Some(3)), ("35.02", Some(2), Some(2)), ("35.03", Some(3), None)];
    assert_eq!(ranks(&recap), expected);
    let silent: Vec<&str> = recap.regions.silent.iter().map(|region| region.code.as_str()).collect();
    assert_eq!(silent, ["35.04"]);
    assert!(recap.united.unwrap().before.is_none(), "not the same parts as in the month before");
}

#[test]
fn a_target_met_exactly_is_met_and_one_person_less_misses_it() {
    let parts = [("35.01", Some(1_000), 400, Some("40")), ("35.02", Some(1_000), 399, Some("40"))];
    let recap = of(&province(&parts));
    assert_eq!((codes(recap.met()), codes(recap.below())), (vec!["35.01"], vec!["35.02"]));
    let shortfall = recap.shortfall.unwrap();
    assert_eq!((shortfall.total.value, shortfall.half), (n(1), 1));
}

#[test]
fn what_is_above_a_target_takes_nothing_off_the_sum() {
    let parts = [
        ("35.01", Some(1_000), 900, Some("40")),
        ("35.02", Some(1_000), 390, Some("40")),
        ("35.03", Some(1_001), 300, Some("40")),
    ];
    let recap = of(&province(&parts));
    let shortfall = recap.shortfall.as_ref().unwrap();
    // 40 percent of 1.001 workers are 401 persons.
    assert_eq!(shortfall.total.value, n(10 + 101));
    let parts: Vec<(&str, String)> =
        shortfall.parts.iter().map(|(code, share)| (code.as_str(), persen_tabel(&share.value))).collect();
    assert_eq!(parts, [("35.03", "90,99%".to_owned()), ("35.02", "9,01%".to_owned())]);
    assert_eq!((shortfall.half, persen_tabel(&shortfall.half_share.as_ref().unwrap().value)), (1, "90,99%".to_owned()));
}

#[test]
fn all_below_leaves_nobody_who_meets_it() {
    let parts = [("35.01", Some(100), 10, Some("50")), ("35.02", Some(100), 20, Some("50"))];
    let recap = of(&province(&parts));
    assert_eq!((recap.met().len(), codes(recap.below())), (0, vec!["35.02", "35.01"]));
    assert_eq!(recap.shortfall.unwrap().total.value, n(70));
}

#[test]
fn all_above_lacks_nobody() {
    let recap = of(&province(&[("35.01", Some(100), 60, Some("50")), ("35.02", Some(100), 50, Some("50"))]));
    let shortfall = recap.shortfall.unwrap();
    assert_eq!((shortfall.total.value, shortfall.parts.len(), shortfall.half), (n(0), 0, 0));
    assert!(shortfall.half_share.is_none());
}

#[test]
fn without_targets_nobody_is_judged() {
    let recap = of(&province(&[("35.01", Some(100), 10, None), ("35.02", Some(100), 20, None)]));
    assert!(recap.shortfall.is_none());
    let reasons: Vec<(Unjudged, usize)> = recap.unjudged().iter().map(|(why, parts)| (*why, parts.len())).collect();
    assert_eq!(reasons, [(Unjudged::TanpaTarget, 2)]);
}

#[test]
fn without_denominators_the_order_follows_participants() {
    let recap = of(&province(&[("35.01", None, 10, Some("40")), ("35.02", None, 20, None)]));
    assert_eq!(recap.regions.basis, RankBasis::Peserta);
    assert_eq!(ranks(&recap), [("35.02", Some(1), None), ("35.01", Some(2), None)]);
    assert!(matches!(recap.united, Err(Missing::NoDenominator { .. })));
    assert!(recap.spread.is_none() && recap.shortfall.is_none());
    assert_eq!(recap.unjudged().keys().collect::<Vec<_>>(), [&Unjudged::TanpaPenyebut]);
}

#[test]
fn another_definition_is_listed_but_neither_ranked_nor_summed_nor_judged() {
    let parts = [("35.01", Some(1_000), 500, Some("40")), ("35.02", Some(1_000), 400, Some("40"))];
    let mut rows = province(&parts);
    rows.region("35.03", "Bagian 35.03", JenisWilayah::Kabupaten, Some(PROVINCE));
    rows.workers("35.03", Segmen::Total, "2024-08-31", 1_000, Some("2025-01"));
    rows.data.pekerja.last_mut().unwrap().definisi.value = "angkatan_kerja".to_owned();
    rows.count(NOW, "35.03", Segmen::Total, 100);
    rows.target("35.03", 2025, "RPJMD", "40");
    let recap = of(&rows);
    assert_eq!(ranks(&recap), [("35.01", Some(1), None), ("35.02", Some(2), None), ("35.03", None, None)]);
    assert_eq!(recap.united.as_ref().unwrap().parts, 2);
    assert_eq!(recap.shortfall.as_ref().unwrap().total.value, n(0));
    assert_eq!(recap.unjudged().keys().collect::<Vec<_>>(), [&Unjudged::PenyebutLain]);
    assert!(recap.workers.is_none(), "the workers of other definitions make up no whole");
}

#[test]
fn a_single_part_ranks_first_and_spreads_nowhere() {
    let recap = of(&province(&[("35.01", Some(100), 10, None)]));
    assert_eq!(ranks(&recap), [("35.01", Some(1), None)]);
    assert!(recap.spread.is_none());
}

#[test]
fn nothing_at_all_is_no_reason_to_stop() {
    let mut rows = Rows::default();
    rows.region(PROVINCE, "Jawa Timur", JenisWilayah::Provinsi, None);
    let recap = of(&rows);
    assert_eq!((recap.count(), recap.regions.sum.value), (0, n(0)));
    assert!(recap.united.is_err() && recap.participants.is_none());
}

#[test]
fn parts_that_do_not_add_up_stand_beside_the_published_whole() {
    let mut rows = province(&[("35.01", Some(1_000), 500, None), ("35.02", Some(1_000), 400, None)]);
    rows.count(NOW, PROVINCE, Segmen::Total, 1_000);
    rows.workers(PROVINCE, Segmen::Total, "2024-08-31", 1_990, Some("2025-01"));
    rows.region("35.00", "Tidak terpetakan", JenisWilayah::TidakTerpetakan, Some(PROVINCE));
    rows.count(NOW, "35.00", Segmen::Total, 60);
    let recap = of(&rows);
    let found = recap.participants.as_ref().unwrap();
    assert_eq!((found.stated.value, found.summed.value.clone(), found.gap.value.clone()), (1_000, n(960), n(40)));
    assert_eq!(found.gap.from.iter().count(), 4);
    assert_eq!(recap.workers.as_ref().unwrap().gap.value, n(-10));
    // Those whose part is not known are in no part's coverage.
    assert_eq!(recap.united.unwrap().coverage.participants.value, 900);
}

#[test]
fn of_one_level_the_others_are_counted_and_the_whole_is_no_measure() {
    let parts =
        [("35.01", Some(1_000), 500, None), ("35.71", Some(1_000), 400, None), ("35.72", Some(1_000), 300, None)];
    let mut rows = province(&parts);
    rows.count(NOW, PROVINCE, Segmen::Total, 1_200);
    let recap = recap(&rows.data, &rules(), PROVINCE, month(NOW), Some(JenisWilayah::Kota));
    assert_eq!(ranks(&recap), [("35.71", Some(1), None), ("35.72", Some(2), None)]);
    assert_eq!(recap.left_out.len(), 1);
    assert!(recap.participants.is_none() && recap.workers.is_none());
}

/// The classes of coverages in percent of 1.000 workers: lower limit, upper limit, how many.
fn classes(counts: &[u64]) -> (u32, Vec<(BigInt, BigInt, u64)>) {
    let codes: Vec<String> = (1..=counts.len()).map(|n| format!("35.{n:02}")).collect();
    let parts: Vec<_> =
        codes.iter().zip(counts).map(|(code, count)| (code.as_str(), Some(1_000), *count, None)).collect();
    let spread = of(&province(&parts)).spread.unwrap();
    let classes = spread.classes.iter().map(|class| (class.lower.clone(), class.upper.clone(), class.parts.value));
    (spread.width, classes.collect())
}

#[test]
fn a_class_holds_its_lower_limit_and_not_its_upper_one() {
    let class = |lower: i64, upper: i64, parts: u64| (n(lower), n(upper), parts);
    let tens = vec![class(50, 60, 1), class(40, 50, 1), class(30, 40, 0), class(20, 30, 2)];
    assert_eq!(classes(&[500, 499, 200, 299]), (10, tens));
    // Within ten points four classes of two points say more than two of ten.
    let twos = vec![class(36, 38, 1), class(34, 36, 0), class(32, 34, 1), class(30, 32, 1)];
    assert_eq!(classes(&[369, 320, 300]), (2, twos));
    assert_eq!(classes(&[300, 301, 302]), (1, vec![class(30, 31, 3)]));
    // Everybody is covered, and a few more than there are workers.
    assert_eq!(classes(&[1_000, 1_001, 600]).1.first(), Some(&class(100, 110, 2)));
}

#[test]
fn classes_hold_everybody_once() {
    let recap = of(&province(&[
        ("35.01", Some(1_000), 500, None),
        ("35.02", Some(3_000), 400, None),
        ("35.03", Some(2_000), 300, None),
    ]));
    let spread = recap.spread.as_ref().unwrap();
    let united = &recap.united.as_ref().unwrap().coverage;
    let workers: BigInt = spread.classes.iter().map(|class| &class.workers.value).sum();
    let uncovered: BigInt = spread.classes.iter().map(|class| &class.uncovered.value).sum();
    assert_eq!((workers, uncovered), (n(6_000), BigInt::from(united.uncovered())));
}

#[test]
fn without_a_manifests_definition_the_only_one_is_compared() {
    let mut rules = rules();
    rules.denominator = None;
    let rows = province(&[("35.01", Some(1_000), 500, None), ("35.02", Some(1_000), 400, None)]);
    let recap = recap(&rows.data, &rules, PROVINCE, month(NOW), None);
    assert_eq!(recap.regions.basis, RankBasis::Cakupan);
    assert!(recap.united.is_ok());
}
