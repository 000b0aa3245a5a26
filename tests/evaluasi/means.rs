//! Means over indicators: who is in, who is out, and why.

use std::collections::BTreeMap;

use rakor::measure::evaluasi::Absent;

use super::{Tables, decimal, evaluated, mean};

/// Indicators with a target and a realisation of 2020 each.
fn column(rows: &[(&str, &str, &str, &str)]) -> Tables {
    rows.iter().fold(Tables::default(), |tables, (code, rules, target, realised)| {
        tables.indicator(code, &format!("{rules};posisi_akhir;;{target};")).year(
            code,
            2020,
            &format!("{target};{realised};;"),
        )
    })
}

const MIXED: [(&str, &str, &str, &str); 8] = [
    ("A", "positif;", "10", "9"),
    ("B", "negatif;t_per_r", "5", "6"),
    ("C", "positif;", "10", ""),
    ("D", "positif;", "0", "3"),
    ("E", "negatif;t_per_r", "4", "0"),
    ("F", "positif;", "0", "1"),
    ("G", "negatif;dua_t_kurang_r", "10", "21"),
    ("H", ";", "10", "9"),
];

#[test]
fn a_mean_weighs_every_indicator_alike_and_counts_those_left_out() {
    let data = column(&MIXED).data();
    let evaluation = evaluated(&data, 2020);
    let of_year = &evaluation.means[0].k;
    // (90 + 83,33 − 10) / 3
    assert_eq!(mean(of_year), "54,44 Rendah (3)");
    assert_eq!(of_year.level.as_ref().unwrap().percent.value, rakor::figure::ratio(490, 9).unwrap());
    let out: Vec<_> = of_year.excluded.iter().map(|(row, why)| (row.kode.value.as_str(), *why)).collect();
    assert_eq!(
        out,
        [
            ("C", Absent::NoRealisation),
            ("D", Absent::ZeroTarget),
            ("E", Absent::ZeroRealisation),
            ("F", Absent::ZeroTarget),
            ("H", Absent::NoDirection)
        ]
    );
    assert_eq!(
        of_year.excluded_by_reason(),
        BTreeMap::from([
            (Absent::NoRealisation, 1),
            (Absent::ZeroTarget, 2),
            (Absent::ZeroRealisation, 1),
            (Absent::NoDirection, 1)
        ])
    );
    assert_eq!(of_year.included + of_year.excluded.len(), evaluation.lines.len());
    // What was left out has no cell in the mean.
    let rows: Vec<u32> = of_year
        .level
        .as_ref()
        .unwrap()
        .percent
        .from
        .iter()
        .filter(|place| place.berkas.contains("tahunan"))
        .filter_map(|place| place.baris)
        .collect();
    assert_eq!(rows, [2, 2, 3, 3, 8, 8]);
    assert_eq!(mean(&evaluation.final_mean.k), "54,44 Rendah (3)");
    assert_eq!(mean(&evaluation.year_mean.k), "54,44 Rendah (3)");
}

#[test]
fn a_mean_of_nothing_is_no_mean() {
    let data = column(&MIXED[2..6]).data();
    let evaluation = evaluated(&data, 2020);
    assert_eq!(mean(&evaluation.means[0].k), "- (0)");
    assert_eq!(evaluation.means[0].k.excluded.len(), 4);
    // No money was planned for any of them; later years are not there yet.
    assert_eq!(mean(&evaluation.means[0].rp), "- (0)");
    assert_eq!(evaluation.means[0].rp.excluded_by_reason(), BTreeMap::from([(Absent::NoTarget, 4)]));
    assert_eq!(evaluation.means[1].k.excluded_by_reason(), BTreeMap::from([(Absent::NotYet, 4)]));
    let none = Tables::default().data();
    let evaluation = evaluated(&none, 2020);
    assert_eq!((mean(&evaluation.final_mean.k), evaluation.means.len()), ("- (0)".to_owned(), 5));
}

#[test]
fn money_and_performance_have_means_of_their_own() {
    let data = Tables::default()
        .indicator("A", "positif;;posisi_akhir;;;")
        .indicator("B", "positif;;posisi_akhir;;;")
        .year("A", 2020, "10;9;100;50")
        .year("B", 2020, "10;;100;60")
        .data();
    let evaluation = evaluated(&data, 2020);
    assert_eq!(mean(&evaluation.means[0].k), "90,00 Tinggi (1)");
    assert_eq!(mean(&evaluation.means[0].rp), "55,00 Rendah (2)");
}

#[test]
fn the_predikat_of_a_mean_is_decided_on_the_exact_mean() {
    // 90,4966… prints as 90,50 and rounds to 90.
    let data = column(&[("A", "positif;", "300", "271,49"), ("B", "positif;", "300", "271,49")]).data();
    let of_year = evaluated(&data, 2020).means[0].k.clone();
    assert_eq!(decimal(&of_year.level.unwrap().percent.value, 2), "90,50");
    assert_eq!(mean(&evaluated(&data, 2020).means[0].k), "90,50 Tinggi (2)");
}

#[test]
fn what_lies_above_two_hundred_percent_counts_and_is_named() {
    let data = column(&[("A", "positif;", "10", "30"), ("B", "positif;", "10", "20")]).data();
    let of_year = evaluated(&data, 2020).means[0].k.clone();
    assert_eq!(mean(&of_year), "250,00 Sangat Tinggi (2)");
    let named: Vec<&str> = of_year.suspicious.iter().map(|row| row.kode.value.as_str()).collect();
    assert_eq!(named, ["A"]);
    assert!(of_year.level.unwrap().is_suspicious());
}
