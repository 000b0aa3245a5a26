//! Cases that were printed by others: the LKPJ of Banyuwangi, and what was said of Kota Malang in 2025.

use rakor::manifest::ModePredikat;
use rakor::measure::evaluasi::{Plan, evaluate};
use rakor::table::Dataset;

use super::{REGION, Tables, level};

/// The year 2025 of an indicator whose larger values are the better ones, in both modes.
fn year_2025(target: &str, realised: &str) -> [String; 2] {
    let mut tables = Tables::default().year("UCJ", 2025, &format!("{target};{realised};;"));
    tables.indicators.push(format!("UCJ;{REGION};Cakupan Kepesertaan;persen;2024;positif;;posisi_akhir;;{target};"));
    let data: Dataset = tables.data();
    [ModePredikat::Dibulatkan, ModePredikat::Kontinu].map(|mode| {
        let evaluation = evaluate(&data, REGION, Plan::new(2025, 2029).unwrap(), 2025, mode);
        level(&evaluation.lines[0].years[0].attainment.k)
    })
}

#[test]
fn banyuwangi_2025_is_high() {
    assert_eq!(year_2025("16,73", "13,68"), ["81,77 Tinggi", "81,77 Tinggi"]);
}

#[test]
fn kota_malang_2025_is_high_whichever_target_and_realisation_is_taken() {
    assert_eq!(year_2025("41,23", "32,44"), ["78,68 Tinggi", "78,68 Tinggi"]);
    assert_eq!(year_2025("41,3", "33"), ["79,90 Tinggi", "79,90 Tinggi"]);
    assert_eq!(year_2025("41", "32,3"), ["78,78 Tinggi", "78,78 Tinggi"]);
}

#[test]
fn the_two_applications_part_between_the_bands() {
    for (percent, rounded, continuous) in [
        ("90,3", "90,30 Tinggi", "90,30 Sangat Tinggi"),
        ("75,4", "75,40 Sedang", "75,40 Tinggi"),
        ("65,5", "65,50 Sedang", "65,50 Sedang"),
        ("50,4", "50,40 Sangat Rendah", "50,40 Rendah"),
    ] {
        assert_eq!(year_2025("100", percent), [rounded, continuous]);
    }
}
