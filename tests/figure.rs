//! Exact numbers, their two roundings, months, and the formulas, each beside an independent way to the same answer.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use chrono::{Datelike, NaiveDate};
use num_bigint::BigInt;
use proptest::prelude::*;
use rakor::figure::{
    Coverage, Decimal, ParsePeriodError, Period, Ratio, attainment, monthly_pace, needed_persons, path_value,
    percent_of, percent_of_counts, ratio, round_half_up, round_up, shortfall_persons, whole,
};
use rakor::place::{Place, Sourced, Sources};

fn r(numerator: i64, denominator: i64) -> Ratio {
    ratio(numerator, denominator).unwrap()
}

fn n(value: i64) -> BigInt {
    BigInt::from(value)
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn month(text: &str) -> Period {
    text.parse().unwrap()
}

#[test]
fn halves_are_rounded_away_from_zero_on_both_sides() {
    for (value, places, units) in [
        (r(5, 1000), 2, 1),
        (r(-5, 1000), 2, -1),
        (r(49_999, 10_000_000), 2, 0),
        (r(-49_999, 10_000_000), 2, 0),
        (r(5, 2), 0, 3),
        (r(-5, 2), 0, -3),
        (r(7, 2), 0, 4),
        (r(1, 2), 0, 1),
        (r(30_715, 1000), 2, 3072),
        (r(30_705, 1000), 2, 3071),
        (r(2, 3), 4, 6667),
        (r(-1, 3), 1, -3),
        (r(0, 1), 2, 0),
    ] {
        let rounded = round_half_up(&value, places);
        assert_eq!((rounded.units, rounded.places), (n(units), places), "{value}");
    }
}

#[test]
fn a_value_below_the_rounding_prints_as_zero_without_being_zero() {
    assert!(round_half_up(&r(-4, 1000), 2).is_zero());
    assert!(!round_half_up(&r(-4, 1000), 3).is_zero());
}

#[test]
fn persons_are_rounded_up() {
    for (value, persons) in [(r(1, 1_000_000), 1), (r(2, 1), 2), (r(21, 10), 3), (r(0, 1), 0), (r(-5, 2), -2)] {
        assert_eq!(round_up(&value), n(persons), "{value}");
    }
}

#[test]
fn nothing_is_divided_by_zero() {
    assert_eq!(ratio(1, 0), None);
    assert_eq!(percent_of(&whole(1), &whole(0)), None);
    assert_eq!(attainment(&whole(1), &whole(0)), None);
    assert_eq!(monthly_pace(&n(5), 0), None);
    assert_eq!(path_value(&whole(0), &whole(1), 0, 0), None);
}

#[test]
fn a_decimal_keeps_the_decimals_of_its_document() {
    for text in ["41.3", "99.50", "0", "0.00", "-0.05", "-12", "123456789012345678901234567890.10"] {
        assert_eq!(decimal(text).to_string(), text);
        let stored = serde_json::to_string(&decimal(text)).unwrap();
        assert_eq!(stored, format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<Decimal>(&stored).unwrap(), decimal(text));
    }
    assert_eq!(decimal("99.50").ratio(), decimal("99.5").ratio());
    assert_ne!(decimal("99.50"), decimal("99.5"));
    let printed = decimal("-0.05").as_printed();
    assert_eq!((printed.units, printed.places), (n(-5), 2));
}

#[test]
fn only_the_canonical_form_is_stored() {
    for text in ["", "-", "+1", "1.", ".5", "-.5", "1,5", "1e5", " 1", "1 ", "--1", "1.2.3", "1.-2", "NaN", "١"] {
        assert!(text.parse::<Decimal>().is_err(), "{text}");
    }
}

#[test]
fn a_month_is_written_as_year_and_month() {
    assert_eq!(month("2025-08").to_string(), "2025-08");
    assert_eq!(month("2025-8"), month("2025-08"));
    assert_eq!("2025-13".parse::<Period>(), Err(ParsePeriodError::Month(13)));
    assert_eq!("2025-00".parse::<Period>(), Err(ParsePeriodError::Month(0)));
    for text in ["", "2025", "25-08", "2025/08", "2025-008", "2025-", "-08", "2025-0a", "+025-08", "1899-12", "2201-01"]
    {
        assert_eq!(text.parse::<Period>(), Err(ParsePeriodError::Shape), "{text}");
    }
    assert_eq!(ParsePeriodError::Month(13).to_string(), "Bulan 13 tidak ada.");
    assert_eq!(ParsePeriodError::Shape.to_string(), "Periode ditulis sebagai tahun-bulan, misalnya 2025-08.");
}

#[test]
fn months_end_on_their_last_day() {
    for (text, last) in
        [("2024-02", 29), ("2025-02", 28), ("1900-02", 28), ("2000-02", 29), ("2025-12", 31), ("2025-09", 30)]
    {
        let period = month(text);
        assert_eq!((period.last_day().day(), period.first_day().day()), (last, 1), "{text}");
        assert_eq!(Period::of(period.last_day()), Some(period));
        assert!(period.contains(period.last_day()) && !period.contains(period.last_day().succ_opt().unwrap()));
    }
}

#[test]
fn months_are_counted_across_years() {
    assert_eq!(month("2025-08").plus(-8), month("2024-12"));
    assert_eq!(month("2025-08").plus(5), month("2026-01"));
    assert_eq!(month("2025-08").plus(-12), month("2024-08"));
    assert_eq!(month("2024-11").months_until(month("2025-02")), 3);
    assert_eq!(month("2025-02").months_until(month("2024-11")), -3);
}

#[test]
fn kota_malang_misses_its_target_by_the_published_figures() {
    let (target, workers, participants) = (decimal("41.3").ratio(), 436_742, 134_167);
    assert_eq!(needed_persons(&target, workers), n(180_375));
    let shortfall = shortfall_persons(&target, workers, participants);
    assert_eq!(shortfall, n(46_208));
    assert_eq!(monthly_pace(&shortfall, 6), Some(n(7_702)));
    let covered = percent_of(&whole(participants), &whole(workers)).unwrap();
    assert_eq!(round_half_up(&attainment(&covered, &target).unwrap(), 2).units, n(7_438));
}

#[test]
fn a_target_met_or_passed_is_short_of_nobody() {
    assert_eq!(shortfall_persons(&whole(50), 200, 99), n(1));
    assert_eq!(shortfall_persons(&whole(50), 200, 100), n(0));
    assert_eq!(shortfall_persons(&whole(50), 200, 150), n(0));
    assert_eq!(monthly_pace(&n(0), 4), Some(n(0)));
}

#[test]
fn the_path_starts_at_the_start_and_ends_at_the_target() {
    let (start, target) = (r(301, 10), r(413, 10));
    assert_eq!(path_value(&start, &target, 0, 12).unwrap(), start);
    assert_eq!(path_value(&start, &target, 12, 12).unwrap(), target);
    assert_eq!(path_value(&start, &target, 3, 12).unwrap(), r(329, 10));
}

#[test]
fn coverage_knows_both_its_numbers_and_nobody_is_uncovered_when_there_are_more_participants_than_workers() {
    let cell = |row, value| Sourced::new(value, Sources::from(&Place::file("data/pekerja.csv").at_row(row)));
    let coverage = |participants, workers| Coverage {
        participants: cell(2, participants),
        workers: cell(3, workers),
        definition: "bekerja_sakernas".to_owned(),
        publisher: "BPS".to_owned(),
        workers_as_of: NaiveDate::from_ymd_opt(2024, 8, 31).unwrap(),
    };
    let some = coverage(134_167, 436_742);
    assert_eq!(round_half_up(&some.percent(), 2).units, n(3_072));
    assert_eq!(some.uncovered(), 302_575);
    assert_eq!(some.sources().len(), 2);
    assert_eq!(coverage(11, 10).percent(), whole(110));
    assert_eq!(coverage(11, 10).uncovered(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_percentage_of_counts_is_that_of_the_ratios(part in any::<u64>(), base in any::<u64>()) {
        prop_assert_eq!(percent_of_counts(part, base), percent_of(&whole(part), &whole(base)));
        prop_assert_eq!(percent_of_counts(part, 0), None);
        prop_assert_eq!(percent_of_counts(0, base.max(1)), Some(whole(0)));
    }

    /// Rounded lies within half a unit of the value, and at exactly half a unit it lies on the far side from zero.
    #[test]
    fn rounding_is_the_nearest_and_mirrors_at_zero(a in any::<i32>(), b in 1..10_000_i64, places in 0..5_u32) {
        let value = r(a.into(), b);
        let rounded = round_half_up(&value, places);
        let scale = 10_i128.pow(places);
        let units: i128 = rounded.units.to_string().parse().unwrap();
        let twice_off = (units * i128::from(b) - i128::from(a) * scale) * 2;
        prop_assert!(twice_off.abs() <= i128::from(b));
        if twice_off.abs() == i128::from(b) {
            prop_assert_eq!(twice_off.signum(), i128::from(a.signum()));
        }
        prop_assert_eq!(round_half_up(&-value, places).units, -rounded.units);
    }

    #[test]
    fn rounding_up_is_the_smallest_whole_number_not_below(a in any::<i32>(), b in 1..10_000_i64) {
        let (a, b) = (i128::from(a), i128::from(b));
        let up: i128 = round_up(&ratio(a, b).unwrap()).to_string().parse().unwrap();
        prop_assert!(up * b >= a && (up - 1) * b < a);
    }

    #[test]
    fn a_decimal_reads_back(units in any::<i64>(), places in 0..30_u32) {
        let number = Decimal { units: units.into(), places };
        prop_assert_eq!(number.to_string().parse::<Decimal>().unwrap(), number);
    }

    #[test]
    fn no_text_stops_the_readers(text in any::<String>()) {
        let _ = (text.parse::<Decimal>(), text.parse::<Period>());
    }

    #[test]
    fn adding_months_is_undone_by_counting_them(year in 1950..2150_i32, at in 1..=12_u32, by in -600..600_i32) {
        let start = Period::new(year, at).unwrap();
        let end = start.plus(by);
        prop_assert_eq!(start.months_until(end), by);
        prop_assert_eq!(end.plus(-by), start);
        prop_assert_eq!(by > 0, end > start);
        let months = |p: Period| i64::from(p.year()) * 12 + i64::from(p.month());
        prop_assert_eq!(months(end) - months(start), i64::from(by));
    }
}
