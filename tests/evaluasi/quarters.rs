//! Formulir E.60: flows add up, positions do not, and a year that is not over says so.

use rakor::measure::evaluasi::{Basis, YearLine};

use super::{REGION, Tables, evaluated, level, shown};

/// An indicator with the target 100 at the end of the plan, three years behind it and quarters of the fourth.
fn fourth_year(how: &str, years: [&str; 3], stated: &str, quarters: [&str; 4]) -> Tables {
    let tables = Tables::default().indicator("X", &format!("positif;;{how};5,0;100;"));
    let tables = (2020..)
        .zip(years)
        .fold(tables, |tables, (year, realised)| tables.year("X", year, &format!("20;{realised};;")));
    tables.year("X", 2023, &format!("25;{stated};;")).quarters("X", 2023, quarters)
}

/// Columns 7, 13, 14 and 15.
fn columns(line: &YearLine) -> [String; 4] {
    [shown(&line.before.k), shown(&line.realised.k), shown(&line.so_far.k), level(&line.attainment.k)]
}

fn columns_of(how: &str, years: [&str; 3], stated: &str, quarters: [&str; 4]) -> [String; 4] {
    let data = fourth_year(how, years, stated, quarters).data();
    columns(&evaluated(&data, 2023).year_lines[0])
}

fn basis(how: &str, stated: &str, quarters: [&str; 4]) -> Option<Basis> {
    let data = fourth_year(how, ["10", "20", "30"], stated, quarters).data();
    evaluated(&data, 2023).year_lines[0].realised.k.as_ref().ok().map(|figure| figure.basis)
}

#[test]
fn flows_add_up_over_quarters_and_years() {
    assert_eq!(columns_of("jumlah", ["10", "20", "30"], "", ["1", "2", "3", "4"]), ["60", "10", "70", "70,00 Sedang"]);
}

#[test]
fn positions_take_the_last_one_and_are_never_added() {
    assert_eq!(
        columns_of("posisi_akhir", ["10", "20", "30"], "", ["31", "33", "35", "38,5"]),
        ["30", "38,5", "38,5", "38,50 Sangat Rendah"]
    );
}

#[test]
fn means_are_taken_of_quarters_then_of_years() {
    assert_eq!(
        columns_of("rata_rata", ["80", "82", "84"], "", ["80", "82", "84", "90"]),
        ["82,00", "84,00", "82,50", "82,50 Tinggi"]
    );
}

#[test]
fn a_flow_in_mid_year_adds_up_as_far_as_it_is_known() {
    let half = ["1", "2", "", ""];
    assert_eq!(columns_of("jumlah", ["10", "20", "30"], "", half), ["60", "3", "63", "63,00 Rendah"]);
    assert_eq!(basis("jumlah", "", half), Some(Basis::SumOfQuarters { through: 2 }));
    assert!(basis("jumlah", "", half).unwrap().is_part_of_a_year());
    assert_eq!(basis("jumlah", "", ["1", "2", "3", "4"]), Some(Basis::SumOfQuarters { through: 4 }));
    assert!(!basis("jumlah", "", ["1", "2", "3", "4"]).unwrap().is_part_of_a_year());
    // A quarter that was skipped is no zero.
    assert_eq!(
        columns_of("jumlah", ["10", "20", "30"], "", ["1", "", "3", "4"]),
        ["60", "Incomplete", "Incomplete", "Incomplete"]
    );
}

#[test]
fn a_position_says_of_which_quarter_it_is() {
    for (quarters, quarter) in
        [(["31", "", "", ""], 1), (["31", "32", "", ""], 2), (["", "", "35", ""], 3), (["", "", "", "38"], 4)]
    {
        assert_eq!(basis("posisi_akhir", "", quarters), Some(Basis::LastQuarter { quarter }));
        assert_eq!(basis("posisi_akhir", "", quarters).unwrap().is_part_of_a_year(), quarter < 4);
        let data = fourth_year("posisi_akhir", ["10", "20", "30"], "", quarters).data();
        let so_far = evaluated(&data, 2023).year_lines[0].so_far.k.clone().unwrap();
        assert_eq!(so_far.basis, Basis::LastQuarter { quarter }, "column 14 is column 13");
    }
}

#[test]
fn a_mean_wants_all_four_quarters() {
    assert_eq!(
        columns_of("rata_rata", ["80", "82", "84"], "", ["80", "82", "84", ""]),
        ["82,00", "Incomplete", "Incomplete", "Incomplete"]
    );
    assert_eq!(basis("rata_rata", "", ["80", "82", "84", "90"]), Some(Basis::MeanOfQuarters));
}

#[test]
fn what_a_year_states_is_printed_whatever_its_quarters_make() {
    for how in ["jumlah", "posisi_akhir", "rata_rata"] {
        assert_eq!(columns_of(how, ["10", "20", "30"], "12,5", ["1", "2", "3", "4"])[1], "12,5");
        assert_eq!(basis(how, "12,5", ["1", "2", "3", "4"]), Some(Basis::Stated));
        assert_eq!(columns_of(how, ["10", "20", "30"], "12,5", [""; 4])[1], "12,5");
    }
    assert_eq!(columns_of("jumlah", ["10", "20", "30"], "12,5", ["1", "2", "3", "4"])[2], "72,5");
}

#[test]
fn a_year_before_without_a_realisation_breaks_what_is_added_but_no_position() {
    let broken = ["10", "", "30"];
    let quarters = ["31", "32", "33", "34"];
    assert_eq!(columns_of("jumlah", broken, "", quarters), ["Incomplete", "130", "Incomplete", "Incomplete"]);
    assert_eq!(columns_of("rata_rata", broken, "", quarters)[0], "Incomplete");
    assert_eq!(columns_of("posisi_akhir", broken, "", quarters), ["30", "34", "34", "34,00 Sangat Rendah"]);
    let data = fourth_year("posisi_akhir", ["10", "20", ""], "", quarters).data();
    let before = evaluated(&data, 2023).year_lines[0].before.k.clone().unwrap();
    assert_eq!((before.basis, before.places), (Basis::LastYear { year: 2021 }, 0));
}

#[test]
fn the_first_year_of_a_plan_looks_back_on_its_base_year_only() {
    let first = |how: &str| {
        let tables = Tables::default().indicator("X", &format!("positif;;{how};5,0;10;"));
        let data = tables.year("X", 2020, "2;3;;").data();
        columns(&evaluated(&data, 2020).year_lines[0])
    };
    assert_eq!(first("jumlah"), ["FirstYear", "3", "3", "30,00 Sangat Rendah"]);
    assert_eq!(first("posisi_akhir"), ["5,0", "3", "3", "30,00 Sangat Rendah"]);
    assert_eq!(first("rata_rata"), ["FirstYear", "3", "3,00", "30,00 Sangat Rendah"]);
    assert_eq!(first(""), ["FirstYear", "3", "NoAggregation", "NoAggregation"]);
    // A position that no year of the plan has is the one of its base year, and says so.
    let data = fourth_year("posisi_akhir", [""; 3], "", ["7", "8", "", ""]).data();
    let before = evaluated(&data, 2023).year_lines[0].before.k.clone().unwrap();
    assert_eq!(before.basis, Basis::Baseline { year: 2019 });
}

#[test]
fn a_year_without_any_figure_says_so_in_every_column() {
    for how in ["jumlah", "posisi_akhir", "rata_rata", ""] {
        let [_, realised, so_far, attained] = columns_of(how, ["10", "20", "30"], "", [""; 4]);
        assert_eq!([realised, so_far, attained], ["NoRealisation"; 3], "{how}");
    }
}

#[test]
fn money_of_quarters_adds_up_beside_a_position() {
    let data = Tables::default()
        .indicator("X", "negatif;t_per_r;posisi_akhir;9;4;1000")
        .year("X", 2020, "8;8;200;180")
        .year("X", 2021, "6;;300;")
        .quarters_with_money("X", 2021, [("7", "50"), ("6", "60"), ("6", "70"), ("5", "80")])
        .data();
    let line = evaluated(&data, 2021).year_lines.remove(0);
    let rp =
        [&line.target_at_end, &line.before, &line.target, &line.realised, &line.so_far].map(|pair| shown(&pair.rp));
    assert_eq!(rp, ["1.000", "180", "300", "260", "440"]);
    assert_eq!(level(&line.attainment.rp), "44,00 Sangat Rendah");
    let k = [&line.target_at_end, &line.before, &line.target, &line.realised, &line.so_far].map(|pair| shown(&pair.k));
    assert_eq!(k, ["4", "8", "6", "5", "5"]);
    assert_eq!(level(&line.attainment.k), "80,00 Tinggi");
    let quarters = line
        .quarters
        .each_ref()
        .map(|quarter| (quarter.number, shown(&quarter.realised.k), shown(&quarter.realised.rp)));
    assert_eq!(quarters.map(|(n, k, rp)| format!("{n}: {k}, {rp}")), ["1: 7, 50", "2: 6, 60", "3: 6, 70", "4: 5, 80"]);
    assert_eq!(shown(&line.quarters[0].target.k), "NoTarget");
}

#[test]
fn factors_stand_in_the_order_of_the_indicators_and_of_their_numbers() {
    let mut tables = Tables::default().indicator("B", ";;;;;").indicator("A", ";;;;;");
    for (code, year, kind, number, text) in [
        ("A", 2024, "pendorong", "1", "a1"),
        ("B", 2024, "pendorong", "10", "b10"),
        ("B", 2024, "pendorong", "2", "b2"),
        ("B", 2024, "pendorong", "lain", "b lain"),
        ("B", 2023, "pendorong", "1", "tahun lain"),
        ("C", 2024, "pendorong", "1", "rencana lain"),
        ("A", 2024, "penghambat", "1", "h"),
        ("A", 2024, "lanjut_rkpd", "1", "k"),
        ("A", 2024, "lanjut_rpjmd", "1", "r"),
    ] {
        tables.factors.push(format!("{code};{REGION};{year};{kind};{number};{text}"));
    }
    let data = tables.data();
    let factors = evaluated(&data, 2024).factors;
    let of =
        |rows: &[&rakor::table::Faktor]| -> Vec<String> { rows.iter().map(|row| row.uraian.value.clone()).collect() };
    assert_eq!(of(&factors.pendorong), ["b2", "b10", "b lain", "a1"]);
    assert_eq!([of(&factors.penghambat), of(&factors.lanjut_rkpd), of(&factors.lanjut_rpjmd)], [["h"], ["k"], ["r"]]);
}
