//! What holds whatever stands in the tables.

use proptest::prelude::*;
use rakor::figure::{Ratio, ratio, whole};
use rakor::manifest::ModePredikat::{Dibulatkan, Kontinu};
use rakor::measure::evaluasi::{Absent, Entry, Plan, Predikat, evaluate};

use super::{REGION, Tables, evaluated};

/// A cell of a number with up to two decimals, or nothing.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        1 => Just("0".to_owned()),
        6 => (0_u32..5_000, 0_u32..100).prop_map(|(whole, part)| format!("{whole},{part:02}")),
    ]
}

fn rules() -> impl Strategy<Value = String> {
    let direction =
        prop::sample::select(vec!["positif;", "negatif;t_per_r", "negatif;dua_t_kurang_r", "negatif;", ";"]);
    let how = prop::sample::select(vec!["jumlah", "posisi_akhir", "rata_rata", ""]);
    (direction, how, cell(), cell()).prop_map(|(direction, how, base, end)| format!("{direction};{how};{base};{end};"))
}

/// One to five indicators of a plan, each with a target and a realisation of every year and quarters of the last.
fn tables() -> impl Strategy<Value = Tables> {
    let years = prop::collection::vec((cell(), cell(), prop::option::of(0_u64..1 << 40)), 5);
    let quarters = (cell(), cell(), cell(), cell());
    let one = (rules(), years, quarters);
    prop::collection::vec(one, 1..6).prop_map(|indicators| {
        let mut tables = Tables::default();
        for (n, (rules, years, (a, b, c, d))) in indicators.into_iter().enumerate() {
            let code = format!("I{n}");
            tables = tables.indicator(&code, &rules);
            for (year, (target, realised, money)) in (2020..).zip(years) {
                let money = money.map(|rupiah| rupiah.to_string()).unwrap_or_default();
                tables = tables.year(&code, year, &format!("{target};{realised};{money};{money}"));
            }
            tables = tables.quarters(&code, 2024, [&a, &b, &c, &d]);
        }
        tables
    })
}

/// Everything that an evaluation says, without the places, which name lines.
fn said(tables: &Tables, year: i32) -> Vec<String> {
    let data = tables.data();
    let evaluation = evaluate(&data, REGION, Plan::new(2020, 2024).unwrap(), year, Kontinu);
    let value =
        |entry: &Entry| format!("{:?}", entry.as_ref().map(|one| (one.exact.value.clone(), one.places, one.basis)));
    let percent =
        |one: &super::Attained| format!("{:?}", one.as_ref().map(|one| (one.percent.value.clone(), one.predikat)));
    let mut said = Vec::new();
    for line in &evaluation.lines {
        said.extend([&line.baseline, &line.target_at_end, &line.reached].map(|pair| value(&pair.k) + &value(&pair.rp)));
        said.extend(line.years.iter().map(|year| percent(&year.attainment.k) + &percent(&year.attainment.rp)));
        said.push(percent(&line.ratio.k) + &percent(&line.ratio.rp));
    }
    for line in &evaluation.year_lines {
        said.extend([&line.before, &line.realised, &line.so_far].map(|pair| value(&pair.k) + &value(&pair.rp)));
        said.push(percent(&line.attainment.k) + &percent(&line.attainment.rp));
    }
    said.push(super::mean(&evaluation.final_mean.k));
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_changes_nothing(tables in tables(), year in 2019..2026, turn in 0_usize..40) {
        let mut turned = tables.clone();
        for rows in [&mut turned.years, &mut turned.quarters] {
            let by = turn % rows.len();
            rows.rotate_left(by);
            rows.reverse();
        }
        prop_assert_eq!(said(&tables, year), said(&turned, year));
    }

    #[test]
    fn the_order_of_indicators_is_the_order_of_the_lines_and_nothing_else(tables in tables()) {
        let mut turned = tables.clone();
        turned.indicators.reverse();
        let (data, other) = (tables.data(), turned.data());
        let (straight, reversed) = (evaluated(&data, 2024), evaluated(&other, 2024));
        let codes = |evaluation: &super::Evaluation| -> Vec<String> {
            evaluation.lines.iter().map(|line| line.indicator.kode.value.clone()).collect()
        };
        prop_assert_eq!(codes(&straight), codes(&reversed).into_iter().rev().collect::<Vec<_>>());
        for (one, two) in straight.means.iter().zip(&reversed.means) {
            prop_assert_eq!(super::mean(&one.k), super::mean(&two.k));
            prop_assert_eq!(one.rp.excluded_by_reason(), two.rp.excluded_by_reason());
        }
    }

    #[test]
    fn a_mean_is_the_mean_of_exactly_those_that_have_a_percentage(tables in tables()) {
        let data = tables.data();
        let evaluation = evaluated(&data, 2024);
        for (n, mean) in evaluation.means.iter().enumerate() {
            let column: Vec<_> = evaluation.lines.iter().map(|line| &line.years[n].attainment.k).collect();
            let known: Vec<&Ratio> = column.iter().filter_map(|one| Some(&one.as_ref().ok()?.percent.value)).collect();
            prop_assert_eq!(mean.k.included, known.len());
            prop_assert_eq!(mean.k.included + mean.k.excluded.len(), column.len());
            prop_assert_eq!(mean.k.excluded_by_reason().values().sum::<usize>(), mean.k.excluded.len());
            let sum = known.iter().fold(whole(0), |sum, one| sum + *one);
            let expected = ratio(1, known.len()).map(|share| sum * share);
            prop_assert_eq!(mean.k.level.as_ref().map(|level| level.percent.value.clone()), expected);
        }
    }

    #[test]
    fn every_figure_has_its_cells(tables in tables()) {
        let data = tables.data();
        let evaluation = evaluated(&data, 2024);
        for line in &evaluation.lines {
            for entry in [&line.baseline.k, &line.target_at_end.k, &line.reached.k, &line.reached.rp] {
                prop_assert!(entry.as_ref().is_ok_and(|one| !one.exact.from.is_empty()) || entry.is_err());
            }
            for attained in line.years.iter().map(|year| &year.attainment.k).chain([&line.ratio.k]) {
                prop_assert!(attained.as_ref().is_ok_and(|one| one.percent.from.len() >= 3) || attained.is_err());
            }
        }
    }

    #[test]
    fn both_modes_agree_except_in_the_gaps_and_around_half_percents(units in -50_000_i64..300_000) {
        let percent = ratio(units, 1_000).unwrap();
        let (rounded, continuous) = (Predikat::of(&percent, Dibulatkan), Predikat::of(&percent, Kontinu));
        let in_a_gap = [50, 65, 75, 90].into_iter().any(|limit| percent > whole(limit) && percent < whole(limit + 1));
        if in_a_gap {
            prop_assert!(rounded <= continuous, "rounding may only take the lower of two bands");
        } else {
            prop_assert_eq!(rounded, continuous);
        }
    }

    #[test]
    fn a_higher_percentage_never_has_a_lower_predikat(one in -50_000_i64..300_000, two in -50_000_i64..300_000) {
        let (low, high) = (one.min(two), one.max(two));
        for mode in [Dibulatkan, Kontinu] {
            let of = |units: i64| Predikat::of(&ratio(units, 1_000).unwrap(), mode);
            prop_assert!(of(low) <= of(high));
        }
    }

    #[test]
    fn what_was_realised_after_the_year_evaluated_has_no_effect(tables in tables(), year in 2020..2024) {
        let mut cut = tables.clone();
        cut.quarters.clear();
        cut.years = cut.years.into_iter().map(|row| {
            let mut cells: Vec<&str> = row.split(';').collect();
            if cells[2].parse::<i32>().unwrap() > year {
                cells[4] = "";
                cells[6] = "";
            }
            cells.join(";")
        }).collect();
        prop_assert_eq!(said(&tables, year), said(&cut, year));
        let data = tables.data();
        let evaluation = evaluated(&data, year);
        let after = evaluation.lines.iter().flat_map(|line| &line.years).filter(|one| one.year > year);
        prop_assert!(after.into_iter().all(|one| one.realised.k == Err(Absent::NotYet)));
    }
}
