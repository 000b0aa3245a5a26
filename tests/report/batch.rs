//! Reports of many regions from one reading: what one takes is what it takes alone.

use rakor::diagnostic::FailureKind;
use rakor::report::{self, Batch, BuildInput, Opened};
use rakor::table::JenisWilayah;

use super::case::Case;

const ALL: [&str; 6] = ["99.71", "99.71.01", "99.71.02", "99.71.03", "99.71.04", "99.71.05"];

fn opened(case: &Case) -> Opened {
    report::open(case.raw.clone()).unwrap()
}

fn alone(case: &Case, region: &str) -> BuildInput {
    let mut raw = case.raw.clone();
    raw.region = Some(region.to_owned());
    report::load(raw).unwrap()
}

#[test]
fn a_region_takes_from_a_batch_what_it_takes_alone() {
    let without_regions = Case::simulasi().without("wilayah").without("kegiatan").without("penghargaan");
    for case in [Case::simulasi(), without_regions] {
        let opened = opened(&case);
        let mut batch = Batch::of(&opened);
        for region in ALL {
            let input = batch.input(region).unwrap();
            assert_eq!(input, alone(&case, region), "{region}");
            assert_eq!(input.to_json(), alone(&case, region).to_json(), "{region}");
        }
    }
}

#[test]
fn a_recapitulation_takes_from_a_batch_what_it_takes_alone() {
    for (example, region) in [("simulasi", "99.71"), ("simulasi-provinsi", "98")] {
        for parts in [None, Some(JenisWilayah::Kota)] {
            let mut case = Case::of(example);
            "rekapitulasi".clone_into(&mut case.raw.kind);
            // The city has no towns below it.
            case.raw.parts = parts.filter(|_| region == "98");
            let opened = opened(&case);
            let input = Batch::of(&opened).input(region).unwrap();
            assert_eq!(input.to_json(), alone(&case, region).to_json(), "{example} {parts:?}");
        }
    }
}

#[test]
fn the_regions_are_the_institutions_own_and_those_below_it() {
    let opened = opened(&Case::simulasi());
    let batch = Batch::of(&opened);
    assert_eq!(batch.regions(&[]), ALL);
    assert_eq!(batch.regions(&[JenisWilayah::Kecamatan]), ALL[1..]);
    assert_eq!(batch.regions(&[JenisWilayah::Kabupaten, JenisWilayah::Kota]), ALL[..1]);
    assert_eq!(batch.regions(&[JenisWilayah::Provinsi]), [""; 0]);
}

/// The line of a district's participants in July.
fn july(district: &str) -> usize {
    let start = format!("2025-07,{district},TOTAL,");
    Case::simulasi().text("kepesertaan").lines().position(|line| line.starts_with(&start)).unwrap() + 1
}

#[test]
fn a_region_whose_data_are_refused_does_not_stop_the_others() {
    let line = july("99.71.02");
    // In July, as it stood in August.
    let case = Case::simulasi().cell("kepesertaan", line, "per_tanggal", "2025-08-31");
    let opened = opened(&case);
    let mut batch = Batch::of(&opened);
    for region in ["99.71.02", "99.71"] {
        let failure = batch.input(region).unwrap_err();
        assert_eq!(failure.kind, FailureKind::Data);
        let places = failure.diagnostics.iter().flat_map(|diagnostic| &diagnostic.places);
        let mut at = places.filter(|place| &*place.berkas == "data/kepesertaan.csv").filter_map(|place| place.baris);
        assert!(at.any(|row| row as usize == line), "{region}: {:?}", failure.diagnostics);
    }
    for region in ["99.71.01", "99.71.03", "99.71.04", "99.71.05"] {
        let input = batch.input(region).unwrap();
        let rows = &input.tabel.kepesertaan;
        let lines: Vec<u32> = rows.iter().filter_map(|row| row.row.baris).collect();
        assert!(!lines.contains(&u32::try_from(line).unwrap()), "{region} would print the refused figure");
        let others = rows.iter().filter(|row| row.kode_wilayah.value == "99.71.02").count();
        assert!(others > 0, "{region} lost more of its neighbour than what was refused");
    }
}

#[test]
fn a_contradiction_refuses_every_region_it_names() {
    // Which of the districts is wrong, or whether the city is, cannot be known.
    let case = Case::simulasi().cell("kepesertaan", july("99.71.02"), "peserta_aktif", "999999");
    let opened = opened(&case);
    let mut batch = Batch::of(&opened);
    for region in ALL {
        let failure = batch.input(region).unwrap_err();
        assert!(failure.diagnostics.iter().any(|diagnostic| diagnostic.code == "A004"), "{region}");
    }
}
