//! *Tingkat capaian*: direction by formula by what is missing, zero or far off.

use rakor::figure::whole;
use rakor::measure::evaluasi::{Absent, Formula};

use super::{Tables, evaluated, level};

/// Columns 17 and 23 of an indicator with one year of the plan.
fn attained(rules: &str, target: &str, realised: &str) -> String {
    let tables = Tables::default().indicator("X", &format!("{rules};posisi_akhir;;{target};"));
    let data = tables.year("X", 2020, &format!("{target};{realised};;")).data();
    let line = evaluated(&data, 2020).lines.remove(0);
    let (year, end) = (level(&line.years[0].attainment.k), level(&line.ratio.k));
    assert_eq!(year, end, "the plan's only year is its end");
    year
}

const POSITIVE: &str = "positif;";
const INVERTED: &str = "negatif;t_per_r";
const MIRRORED: &str = "negatif;dua_t_kurang_r";

#[test]
fn five_planned_and_six_realised_read_three_ways() {
    assert_eq!(attained(POSITIVE, "5,0", "6,0"), "120,00 Sangat Tinggi");
    assert_eq!(attained(INVERTED, "5,0", "6,0"), "83,33 Tinggi");
    assert_eq!(attained(MIRRORED, "5,0", "6,0"), "80,00 Tinggi");
}

#[test]
fn a_target_met_is_a_hundred_percent_under_every_formula() {
    for rules in [POSITIVE, INVERTED, MIRRORED] {
        assert_eq!(attained(rules, "7,25", "7,25"), "100,00 Sangat Tinggi");
    }
}

#[test]
fn a_formula_for_smaller_values_says_nothing_where_larger_ones_are_better() {
    assert_eq!(attained("positif;t_per_r", "5,0", "6,0"), "120,00 Sangat Tinggi");
}

#[test]
fn nothing_realised_is_zero_or_no_percentage_but_never_left_out_in_silence() {
    assert_eq!(attained(POSITIVE, "10", "0"), "0,00 Sangat Rendah");
    assert_eq!(attained(INVERTED, "10", "0"), "ZeroRealisation");
    assert_eq!(attained(MIRRORED, "10", "0"), "200,00 Sangat Tinggi");
}

#[test]
fn a_target_of_zero_has_no_percentage_under_any_formula() {
    for rules in [POSITIVE, INVERTED, MIRRORED] {
        for realised in ["0", "0,0", "3"] {
            assert_eq!(attained(rules, "0", realised), "ZeroTarget");
        }
    }
}

#[test]
fn what_is_not_there_is_named_the_target_first() {
    for rules in [POSITIVE, INVERTED, MIRRORED, ";", "negatif;"] {
        assert_eq!(attained(rules, "", "5"), "NoTarget");
        assert_eq!(attained(rules, "5", ""), "NoRealisation");
        assert_eq!(attained(rules, "", ""), "NoTarget");
    }
    // Absent is not zero.
    assert_eq!(attained(POSITIVE, "0", ""), "NoRealisation");
    assert_eq!(attained(POSITIVE, "…", "0"), "NoTarget");
}

#[test]
fn an_indicator_that_does_not_say_how_it_is_read_has_no_percentage() {
    assert_eq!(attained(";", "5", "6"), "NoDirection");
    assert_eq!(attained(";t_per_r", "5", "6"), "NoDirection");
    assert_eq!(attained("negatif;", "5", "6"), "NoFormula");
}

#[test]
fn more_than_two_hundred_percent_is_told_apart_and_exactly_two_hundred_is_not() {
    assert_eq!(attained(POSITIVE, "10", "20"), "200,00 Sangat Tinggi");
    assert_eq!(attained(POSITIVE, "10", "20,0001"), "200,00! Sangat Tinggi");
    assert_eq!(attained(INVERTED, "10", "5"), "200,00 Sangat Tinggi");
    assert_eq!(attained(INVERTED, "10", "4,9"), "204,08! Sangat Tinggi");
    assert_eq!(attained(MIRRORED, "10", "-0,1"), "201,00! Sangat Tinggi");
}

#[test]
fn the_mirrored_formula_falls_below_zero_and_stays_there() {
    assert_eq!(attained(MIRRORED, "10", "20"), "0,00 Sangat Rendah");
    assert_eq!(attained(MIRRORED, "10", "21,5"), "−15,00 Sangat Rendah");
    assert_eq!(attained(INVERTED, "10", "21,5"), "46,51 Sangat Rendah");
}

#[test]
fn money_is_always_realised_over_planned() {
    for rules in [POSITIVE, INVERTED, MIRRORED, ";"] {
        let tables = Tables::default().indicator("X", &format!("{rules};;;;1000"));
        let data = tables.year("X", 2020, ";;500;400").year("X", 2021, ";;500;350").data();
        let line = evaluated(&data, 2021).lines.remove(0);
        assert_eq!(level(&line.years[0].attainment.rp), "80,00 Tinggi");
        assert_eq!(level(&line.ratio.rp), "75,00 Sedang");
        assert_eq!(level(&line.years[0].attainment.k), "NoTarget");
    }
    let zero = Tables::default().indicator("X", ";;;;;0").year("X", 2020, ";;0;5").data();
    let line = evaluated(&zero, 2020).lines.remove(0);
    assert_eq!(
        (level(&line.years[0].attainment.rp), level(&line.ratio.rp)),
        ("ZeroTarget".into(), "ZeroTarget".into())
    );
}

#[test]
fn a_percentage_knows_every_cell_that_it_follows_from() {
    let tables = Tables::default().indicator("X", "negatif;t_per_r;jumlah;1;9;90");
    let data = tables.year("X", 2020, "5;6;50;40").year("X", 2021, "4;4;40;40").data();
    let line = evaluated(&data, 2021).lines.remove(0);
    let cells = |attained: &super::Attained| -> Vec<String> {
        let from = &attained.as_ref().unwrap().percent.from;
        from.iter()
            .map(|place| place.to_string().replace("data/", "").replace(".csv, baris", "").replace(", kolom", ""))
            .collect()
    };
    assert_eq!(
        cells(&line.years[0].attainment.k),
        [
            "indikator 2 arah",
            "indikator 2 rumus_negatif",
            "indikator_tahunan 2 realisasi_k",
            "indikator_tahunan 2 target_k"
        ]
    );
    assert_eq!(
        cells(&line.years[0].attainment.rp),
        ["indikator_tahunan 2 realisasi_rp", "indikator_tahunan 2 target_rp"]
    );
    assert_eq!(
        cells(&line.ratio.k),
        [
            "indikator 2 agregasi",
            "indikator 2 arah",
            "indikator 2 rumus_negatif",
            "indikator 2 target_akhir_k",
            "indikator_tahunan 2 realisasi_k",
            "indikator_tahunan 3 realisasi_k"
        ]
    );
    assert_eq!(line.formula.as_ref().unwrap().value, Formula::TPerR);
}

#[test]
fn the_formula_alone_gives_the_same_as_the_form() {
    let (five, six, zero) = (whole(5), whole(6), whole(0));
    assert_eq!(Formula::RPerT.percent(&six, &five), Ok(whole(120)));
    assert_eq!(Formula::TPerR.percent(&six, &five), Ok(rakor::figure::ratio(250, 3).unwrap()));
    assert_eq!(Formula::DuaTKurangR.percent(&six, &five), Ok(whole(80)));
    assert_eq!(Formula::TPerR.percent(&zero, &five), Err(Absent::ZeroRealisation));
    assert_eq!(Formula::TPerR.percent(&zero, &zero), Err(Absent::ZeroTarget));
}
