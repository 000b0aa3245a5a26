//! Formulir E.58: which indicators, which years, and what is reached at the end.

use rakor::manifest::ModePredikat;
use rakor::measure::evaluasi::{Basis, Plan, evaluate};

use super::{REGION, Tables, evaluated, level, shown};

/// Five years of an indicator with the realisations given.
fn years(rules: &str, realised: [&str; 5]) -> Tables {
    let tables = Tables::default().indicator("X", rules);
    (2020..).zip(realised).fold(tables, |tables, (year, realised)| tables.year("X", year, &format!("10;{realised};;")))
}

#[test]
fn a_plan_has_one_to_six_years() {
    for years in 1..=6 {
        let plan = Plan::new(2020, 2019 + years).unwrap();
        assert_eq!((plan.first(), plan.last(), plan.base_year()), (2020, 2019 + years, 2019));
        assert_eq!(plan.years().count(), usize::try_from(years).unwrap());
        let data = Tables::default().indicator("X", "positif;;jumlah;;10;").data();
        let evaluation = evaluate(&data, REGION, plan, plan.last(), ModePredikat::Kontinu);
        assert_eq!(
            (evaluation.lines[0].years.len(), evaluation.means.len()),
            (plan.years().count(), plan.years().count())
        );
    }
    for (first, last) in [(2020, 2019), (2020, 2026), (i32::MIN, i32::MAX), (i32::MAX, i32::MIN)] {
        assert_eq!(Plan::new(first, last), None);
    }
}

#[test]
fn an_indicator_belongs_to_the_plan_that_begins_after_its_base_year() {
    let mut tables = Tables::default().indicator("B", "positif;;jumlah;;;").indicator("A", "positif;;jumlah;;;");
    for (code, region, base) in [("C", REGION, "2024"), ("D", REGION, ""), ("E", "35.07", "2019"), ("F", "35.07", "")] {
        tables.indicators.push(format!("{code};{region};n;u;{base};;;;;;"));
    }
    let data = tables.data();
    let evaluation = evaluated(&data, 2024);
    let codes: Vec<&str> = evaluation.lines.iter().map(|line| line.indicator.kode.value.as_str()).collect();
    assert_eq!(codes, ["B", "A"], "in the order of the table");
    let codes: Vec<&str> = evaluation.year_lines.iter().map(|line| line.indicator.kode.value.as_str()).collect();
    assert_eq!(codes, ["B", "A"]);
    let homeless: Vec<&str> = evaluation.without_plan.iter().map(|row| row.kode.value.as_str()).collect();
    assert_eq!(homeless, ["D"]);
}

#[test]
fn the_columns_of_a_line_are_the_cells_of_the_tables() {
    let data = Tables::default()
        .indicator("X", "positif;;posisi_akhir;12,50;20,0;900")
        .year("X", 2019, ";12,4;;70")
        .year("X", 2020, "14;13,5;100;80")
        .year("X", 2022, "16,25;;300;")
        .data();
    let line = evaluated(&data, 2024).lines.remove(0);
    assert_eq!((shown(&line.baseline.k), shown(&line.baseline.rp)), ("12,50".into(), "70".into()));
    assert_eq!(line.baseline.k.as_ref().unwrap().basis, Basis::Baseline { year: 2019 });
    assert_eq!((shown(&line.target_at_end.k), shown(&line.target_at_end.rp)), ("20,0".into(), "900".into()));
    let columns: Vec<_> = line.years.iter().map(|year| (shown(&year.target.k), shown(&year.realised.k))).collect();
    let none = ("NoTarget".to_owned(), "NoRealisation".to_owned());
    let third = ("16,25".to_owned(), "NoRealisation".to_owned());
    assert_eq!(columns, [("14".into(), "13,5".into()), none.clone(), third, none.clone(), none]);
    assert_eq!(shown(&line.years[2].target.rp), "300");
    assert_eq!(level(&line.years[0].attainment.rp), "80,00 Tinggi");
}

#[test]
fn a_base_year_without_its_own_cell_is_the_one_of_its_row() {
    let tables = Tables::default().indicator("X", "positif;;posisi_akhir;;20;");
    assert_eq!(shown(&evaluated(&tables.data(), 2024).lines[0].baseline.k), "NoBaseline");
    let data = tables.year("X", 2019, ";12,4;;").data();
    let line = evaluated(&data, 2024).lines.remove(0);
    assert_eq!((shown(&line.baseline.k), shown(&line.baseline.rp)), ("12,4".into(), "NoBaseline".into()));
}

/// Column 22 and its basis at the end of the plan.
fn reached(aggregation: &str, realised: [&str; 5]) -> (String, Option<Basis>) {
    let data = years(&format!("positif;;{aggregation};;10;"), realised).data();
    let line = evaluated(&data, 2024).lines.remove(0);
    (shown(&line.reached.k), line.reached.k.ok().map(|figure| figure.basis))
}

#[test]
fn flows_add_up_positions_stand_and_means_are_means() {
    let all = ["1", "2", "3,5", "4", "6"];
    let sum = Basis::SumOfYears { first: 2020, last: 2024 };
    assert_eq!(reached("jumlah", all), ("16,5".into(), Some(sum)));
    assert_eq!(reached("posisi_akhir", all), ("6".into(), Some(Basis::LastYear { year: 2024 })));
    let mean = Basis::MeanOfYears { first: 2020, last: 2024 };
    assert_eq!(reached("rata_rata", all), ("3,30".into(), Some(mean)));
    assert_eq!(reached("rata_rata", ["1", "2", "2", "2", "2"]).0, "1,80", "a mean of whole numbers is none");
    assert_eq!(reached("", all), ("NoAggregation".into(), None));
}

#[test]
fn a_year_without_a_realisation_breaks_a_sum_and_a_mean_but_no_position() {
    let broken = ["1", "", "3", "4", "6"];
    assert_eq!(reached("jumlah", broken), ("Incomplete".into(), None));
    assert_eq!(reached("rata_rata", broken), ("Incomplete".into(), None));
    assert_eq!(reached("posisi_akhir", broken), ("6".into(), Some(Basis::LastYear { year: 2024 })));
    let unfinished = ["1", "2", "3", "", ""];
    assert_eq!(reached("jumlah", unfinished), ("Incomplete".into(), None));
    assert_eq!(reached("posisi_akhir", unfinished), ("3".into(), Some(Basis::LastYear { year: 2022 })));
    for how in ["jumlah", "posisi_akhir", "rata_rata", ""] {
        assert_eq!(reached(how, [""; 5]), ("NoRealisation".into(), None), "{how}");
    }
    // Zero is a realisation.
    assert_eq!(reached("jumlah", ["0"; 5]).0, "0");
}

#[test]
fn nothing_after_the_year_evaluated_is_looked_at() {
    let tables = years("positif;;jumlah;;10;", ["1", "2", "3", "4", "6"]);
    let data = tables.data();
    let line = evaluated(&data, 2022).lines.remove(0);
    let realised: Vec<String> = line.years.iter().map(|year| shown(&year.realised.k)).collect();
    assert_eq!(realised, ["1", "2", "3", "NotYet", "NotYet"]);
    let targets: Vec<String> = line.years.iter().map(|year| shown(&year.target.k)).collect();
    assert_eq!(targets, ["10"; 5]);
    assert_eq!(level(&line.years[3].attainment.k), "NotYet");
    assert_eq!(shown(&line.reached.k), "6");
    assert_eq!(line.reached.k.as_ref().unwrap().basis, Basis::SumOfYears { first: 2020, last: 2022 });
    assert_eq!(level(&line.ratio.k), "60,00 Rendah");
    // What lies ahead has no part in the figures of the year.
    let shortened = years("positif;;jumlah;;10;", ["1", "2", "3", "", ""]).data();
    assert_eq!(evaluated(&shortened, 2022).lines[0].reached, line.reached);
    // Before the plan nothing is realised, after it everything.
    assert_eq!(shown(&evaluated(&data, 2019).lines[0].reached.k), "NotYet");
    assert_eq!(shown(&evaluated(&data, 2031).lines[0].reached.k), "16");
}

#[test]
fn a_year_that_states_nothing_is_what_all_its_quarters_make() {
    let year = |how: &str, quarters: [&str; 4]| {
        let data =
            Tables::default().indicator("X", &format!("positif;;{how};;10;")).quarters("X", 2020, quarters).data();
        shown(&evaluated(&data, 2024).lines[0].years[0].realised.k)
    };
    assert_eq!(year("jumlah", ["1", "2", "3", "4,5"]), "10,5");
    assert_eq!(year("posisi_akhir", ["1", "", "", "4,5"]), "4,5");
    assert_eq!(year("rata_rata", ["1", "2", "3", "5"]), "2,75");
    // Three quarters are no year.
    assert_eq!(year("jumlah", ["1", "2", "3", ""]), "NoRealisation");
    assert_eq!(year("posisi_akhir", ["1", "2", "3", ""]), "NoRealisation");
    assert_eq!(year("rata_rata", ["1", "2", "3", ""]), "Incomplete");
    assert_eq!(year("jumlah", ["1", "", "3", "4"]), "Incomplete");
    assert_eq!(year("", ["1", "2", "3", "4"]), "NoAggregation");
    assert_eq!(year("", [""; 4]), "NoRealisation");
}

#[test]
fn money_adds_up_whatever_the_aggregation_of_the_indicator() {
    for how in ["jumlah", "posisi_akhir", "rata_rata", ""] {
        let mut tables = Tables::default().indicator("X", &format!("positif;;{how};;;1000"));
        for year in 2020..=2024 {
            tables = tables.year("X", year, ";;200;150");
        }
        let data = tables.data();
        let line = evaluated(&data, 2024).lines.remove(0);
        assert_eq!(shown(&line.reached.rp), "750");
        assert_eq!(line.reached.rp.as_ref().unwrap().basis, Basis::SumOfYears { first: 2020, last: 2024 });
        assert_eq!(level(&line.ratio.rp), "75,00 Sedang");
    }
}
