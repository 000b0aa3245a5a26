//! Which published number of workers is in force.

use std::collections::BTreeSet;

use rakor::table::{Dataset, Denominators, NotInForce, Segmen};

use super::good;

const HEAD: &str = "kode_wilayah,segmen,per_tanggal,definisi,sebutan,jumlah_pekerja,dipakai_mulai,sumber\n";
const PARTS: [Segmen; 2] = [Segmen::Pu, Segmen::Bpu];

/// Segment, day, definition, number, first month of use; all of one region.
fn workers(rows: &[(&str, &str, &str, u64, &str)]) -> Dataset {
    let line = |(segment, day, definition, number, since): &(&str, &str, &str, u64, &str)| {
        format!("35.73,{segment},{day},{definition},penduduk bekerja,{number},{since},BPS")
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    good("pekerja", format!("{HEAD}{}\n", lines.join("\n")))
}

fn numbers(data: &Dataset, named: Option<&str>, segment: Segmen, month: &str) -> Result<Vec<u64>, NotInForce> {
    let rows = Denominators::new(data, named, &PARTS).in_force("35.73", segment, month.parse().unwrap());
    rows.map(|rows| rows.iter().map(|row| row.jumlah_pekerja.value).collect())
}

#[test]
fn the_latest_begun_is_in_force_from_its_first_month_on() {
    let data = workers(&[
        ("TOTAL", "2025-08-31", "sakernas", 300, "2026-01"),
        ("TOTAL", "2024-08-31", "sakernas", 200, "2025-01"),
        ("TOTAL", "2023-08-31", "sakernas", 100, ""),
    ]);
    let of = |month| numbers(&data, None, Segmen::Total, month);
    assert_eq!(of("2024-12"), Err(NotInForce::Absent));
    assert_eq!(of("2025-01"), Ok(vec![200]));
    assert_eq!(of("2025-12"), Ok(vec![200]));
    assert_eq!(of("2026-01"), Ok(vec![300]));
    assert_eq!(numbers(&data, None, Segmen::Pu, "2026-01"), Err(NotInForce::Absent));
}

#[test]
fn of_two_begun_in_one_month_the_later_day_counts() {
    let data = workers(&[
        ("TOTAL", "2024-02-29", "sakernas", 1, "2025-01"),
        ("TOTAL", "2024-08-31", "sakernas", 2, "2025-01"),
    ]);
    assert_eq!(numbers(&data, None, Segmen::Total, "2025-06"), Ok(vec![2]));
}

#[test]
fn of_several_definitions_only_the_named_one_counts() {
    let data = workers(&[
        ("TOTAL", "2024-08-31", "sakernas", 1, "2025-01"),
        ("TOTAL", "2024-08-31", "angkatan_kerja", 2, "2025-02"),
    ]);
    assert_eq!(numbers(&data, Some("sakernas"), Segmen::Total, "2025-06"), Ok(vec![1]));
    assert_eq!(numbers(&data, Some("lain"), Segmen::Total, "2025-06"), Err(NotInForce::Absent));
    let both = BTreeSet::from(["angkatan_kerja".to_owned(), "sakernas".to_owned()]);
    assert_eq!(numbers(&data, None, Segmen::Total, "2025-06"), Err(NotInForce::Unnamed(both)));
    let any = Denominators::new(&data, None, &PARTS);
    let row = any.of_any_definition("35.73", Segmen::Total, "2025-06".parse().unwrap()).unwrap();
    assert_eq!(row.jumlah_pekerja.value, 2);
    assert_eq!(any.published("35.73", Segmen::Total).count(), 2);
    assert_eq!(any.published("35.74", Segmen::Total).count(), 0);
}

#[test]
fn a_total_that_nobody_published_is_its_parts_of_one_day_and_definition() {
    let parts = |day, definition, since| {
        workers(&[("PU", "2024-08-31", "sakernas", 10, "2025-01"), ("BPU", day, definition, 20, since)])
    };
    let total = |data: &Dataset| numbers(data, None, Segmen::Total, "2025-06");
    assert_eq!(total(&parts("2024-08-31", "sakernas", "2025-03")), Ok(vec![10, 20]));
    assert_eq!(total(&parts("2024-02-29", "sakernas", "2025-03")), Err(NotInForce::Absent));
    assert_eq!(total(&parts("2024-08-31", "angkatan_kerja", "2025-03")), Err(NotInForce::Absent));
    assert_eq!(total(&parts("2024-08-31", "sakernas", "2025-07")), Err(NotInForce::Absent));
    let data = parts("2024-08-31", "sakernas", "2025-03");
    let nothing = Denominators::new(&data, None, &[]).in_force("35.73", Segmen::Total, "2025-06".parse().unwrap());
    assert_eq!(nothing.err(), Some(NotInForce::Absent));
}

#[test]
fn a_published_total_counts_before_its_parts() {
    let data = workers(&[
        ("PU", "2024-08-31", "sakernas", 10, "2025-01"),
        ("BPU", "2024-08-31", "sakernas", 20, "2025-01"),
        ("TOTAL", "2024-08-31", "sakernas", 31, "2025-02"),
    ]);
    assert_eq!(numbers(&data, None, Segmen::Total, "2025-01"), Ok(vec![10, 20]));
    assert_eq!(numbers(&data, None, Segmen::Total, "2025-02"), Ok(vec![31]));
}
