//! The bands, in both ways of filling the gaps of the official table.

use rakor::figure::{Decimal, Ratio};
use rakor::manifest::ModePredikat;
use rakor::manifest::ModePredikat::{Dibulatkan, Kontinu};
use rakor::measure::evaluasi::Predikat;

pub(super) fn percent(text: &str) -> Ratio {
    text.replace(',', ".").parse::<Decimal>().unwrap().ratio()
}

fn band(text: &str, mode: ModePredikat) -> &'static str {
    Predikat::of(&percent(text), mode).as_str()
}

#[test]
fn four_values_between_the_bands_fall_differently() {
    let of = |mode| ["90,3", "75,4", "65,5", "50,4"].map(|text| band(text, mode));
    assert_eq!(of(Dibulatkan), ["Tinggi", "Sedang", "Sedang", "Sangat Rendah"]);
    assert_eq!(of(Kontinu), ["Sangat Tinggi", "Tinggi", "Sedang", "Rendah"]);
}

#[test]
fn rounded_bands_begin_half_a_percent_below_their_whole_number() {
    for (below, from, lower, upper) in [
        ("90,4999", "90,5", "Tinggi", "Sangat Tinggi"),
        ("75,4999", "75,5", "Sedang", "Tinggi"),
        ("65,4999", "65,5", "Rendah", "Sedang"),
        ("50,4999", "50,5", "Sangat Rendah", "Rendah"),
    ] {
        assert_eq!((band(below, Dibulatkan), band(from, Dibulatkan)), (lower, upper));
    }
}

#[test]
fn continuous_bands_begin_directly_above_the_one_below() {
    for (last, first, lower, upper) in [
        ("90", "90,0000000000000001", "Tinggi", "Sangat Tinggi"),
        ("75", "75,0000000000000001", "Sedang", "Tinggi"),
        ("65", "65,0000000000000001", "Rendah", "Sedang"),
        ("50", "50,0000000000000001", "Sangat Rendah", "Rendah"),
    ] {
        assert_eq!((band(last, Kontinu), band(first, Kontinu)), (lower, upper));
    }
}

#[test]
fn beyond_the_table_the_outer_bands_go_on() {
    for mode in [Dibulatkan, Kontinu] {
        for (text, expected) in [
            ("-15", "Sangat Rendah"),
            ("0", "Sangat Rendah"),
            ("100", "Sangat Tinggi"),
            ("216,67", "Sangat Tinggi"),
            ("100000", "Sangat Tinggi"),
        ] {
            assert_eq!(band(text, mode), expected, "{text}");
        }
    }
}

#[test]
fn the_legend_goes_from_the_best_down() {
    let words = Predikat::ALL.map(Predikat::as_str);
    assert_eq!(words, ["Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"]);
    assert!(Predikat::ALL.is_sorted_by(|better, worse| better > worse));
}
