//! Contributions by contract value at every bound of their brackets, offices, days.

use proptest::prelude::*;
use rakor::figure::{Ratio, ratio, round_half_up, whole};
use rakor::measure::konstruksi::{Construction, Layer, construction, parts};
use rakor::measure::{Missing, Registration};
use rakor::table::{Dataset, SourceFile, read};

use super::fixture::{day, month};

/// Brackets as the press has printed them: upper bound, percent for JKK and for JKM.
const PUBLISHED: [(&str, &str, &str); 5] = [
    ("100000000", "0,21", "0,03"),
    ("500000000", "0,17", "0,02"),
    ("1000000000", "0,13", "0,02"),
    ("5000000000", "0,11", "0,01"),
    ("", "0,09", "0,01"),
];

fn tariff() -> String {
    let mut lines = String::new();
    for (programme, pick) in [("JKK", 0), ("JKM", 1)] {
        let mut from = "0";
        for (until, accident, death) in PUBLISHED {
            let percent = [accident, death][pick];
            lines.push_str(&format!("{programme};2023-01-01;;{from};{until};{percent};PP\n"));
            from = until;
        }
    }
    lines
}

/// Packages as `name;office;value;workers;registered;begin;registered on;end`.
fn tables(packages: &str, tariff: &str) -> Dataset {
    let rows: String = packages.lines().map(|line| format!("2025-08;35.73;{line};DPUPR\n")).collect();
    let files = [
        (
            "proyek",
            "periode;kode_wilayah;paket;perangkat_daerah;nilai_kontrak_rp;pekerja;pekerja_terdaftar;mulai;\
             tanggal_daftar;selesai;sumber\n",
            rows.as_str(),
        ),
        (
            "tarif_konstruksi",
            "program_jaminan;berlaku_mulai;berlaku_sampai;batas_bawah_rp;batas_atas_rp;persen;sumber\n",
            tariff,
        ),
    ];
    let files = files.map(|(name, head, rows)| SourceFile {
        path: format!("data/{name}.csv"),
        bytes: format!("{head}{rows}").into_bytes(),
    });
    let (data, problems) = read(&files);
    assert_eq!(problems, []);
    data
}

fn measured(data: &Dataset) -> Construction<'_> {
    construction(data, "35.73", month("2025-08"), day("2025-09-09")).unwrap()
}

/// JKK, JKM and both of one package of a value, exact.
fn dues(value: u64, tariff: &str) -> [Ratio; 3] {
    let data = tables(&format!("P;;{value};1;1;;;"), tariff);
    let dues = measured(&data).contributions.unwrap();
    assert_eq!(dues.packages.len(), 1);
    assert_eq!((&dues.total.value, &dues.jkk.value), (&dues.packages[0].total.value, &dues.packages[0].jkk.value));
    let package = &dues.packages[0];
    [package.jkk.value.clone(), package.jkm.value.clone(), package.total.value.clone()]
}

/// Rupiah with four decimals: a value in Rupiah times hundredths of a percent.
fn rupiah(ten_thousandths: u64) -> Ratio {
    ratio(ten_thousandths, 10_000).unwrap()
}

#[test]
fn a_value_at_the_bound_of_a_bracket_lies_within_it_and_one_rupiah_more_pays_the_next_percentage_on_it() {
    // By hand: 100 million at 0,21; 400 at 0,17; 500 at 0,13; 4.000 at 0,11; the rest at 0,09 (JKM likewise).
    for (value, accident, death) in [
        (0, 0, 0),
        (1, 21, 3),
        (99_999_999, 2_099_999_979, 299_999_997),
        (100_000_000, 2_100_000_000, 300_000_000),
        (100_000_001, 2_100_000_017, 300_000_002),
        (500_000_000, 8_900_000_000, 1_100_000_000),
        (500_000_001, 8_900_000_013, 1_100_000_002),
        (1_000_000_000, 15_400_000_000, 2_100_000_000),
        (1_000_000_001, 15_400_000_011, 2_100_000_001),
        (5_000_000_000, 59_400_000_000, 6_100_000_000),
        (5_000_000_001, 59_400_000_009, 6_100_000_001),
        (12_400_000_000, 126_000_000_000, 13_500_000_000),
    ] {
        let [jkk, jkm, total] = dues(value, &tariff());
        assert_eq!((jkk, jkm), (rupiah(accident), rupiah(death)), "{value}");
        assert_eq!(total, rupiah(accident + death), "{value}");
    }
}

#[test]
fn an_amount_is_rounded_once_and_half_up() {
    // 0,24 percent in all: half a rupiah is 208 rupiah and a third.
    let printed = |value| round_half_up(&dues(value, &tariff())[2], 0).units;
    assert_eq!([208, 209, 625].map(printed), [0.into(), 1.into(), 2.into()]);
}

#[test]
fn an_amount_stands_on_the_value_and_on_the_bounds_and_percentages_that_it_reaches() {
    let data = tables("P;;500000000;1;1;;;", &tariff());
    let works = measured(&data);
    let package = &works.contributions.as_ref().unwrap().packages[0];
    let cells: Vec<String> = package.jkk.from.iter().map(ToString::to_string).collect();
    assert_eq!(
        cells,
        [
            "data/proyek.csv, baris 2, kolom nilai_kontrak_rp",
            "data/tarif_konstruksi.csv, baris 2, kolom batas_atas_rp",
            "data/tarif_konstruksi.csv, baris 2, kolom batas_bawah_rp",
            "data/tarif_konstruksi.csv, baris 2, kolom persen",
            "data/tarif_konstruksi.csv, baris 3, kolom batas_bawah_rp",
            "data/tarif_konstruksi.csv, baris 3, kolom persen",
        ]
    );
    let tariff = &works.contributions.as_ref().unwrap().jkk_tariff;
    let reached: Vec<u64> = parts(tariff, 500_000_000).into_iter().map(|(_, part)| part).collect();
    assert_eq!(reached, [100_000_000, 400_000_000]);
}

#[test]
fn of_several_tariffs_the_one_in_force_at_the_end_of_the_month_counts() {
    let old = "JKK;2023-01-01;2025-08-30;0;;1,00;PP\nJKM;2023-01-01;2025-08-31;0;;1,00;PP\n";
    let new = "JKK;2025-08-31;;0;;2,00;PP\nJKM;2025-09-01;;0;;2,00;PP\n";
    assert_eq!(dues(100, &format!("{old}{new}"))[..2], [whole(2), whole(1)]);
    // Two in force at once: the one that began last.
    let both = "JKK;2023-01-01;;0;;1,00;PP\nJKK;2025-01-01;;0;;3,00;PP\nJKM;2023-01-01;;0;;1,00;PP\n";
    assert_eq!(dues(100, both)[0], whole(3));
}

#[test]
fn without_a_whole_tariff_nothing_is_computed() {
    for tariff in [
        "",
        "JKK;2023-01-01;;0;;0,21;PP\n",
        "JKK;2023-01-01;;0;;0,21;PP\nJKM;2025-09-01;;0;;0,03;PP\n",
        "JKK;2023-01-01;;0;;0,21;PP\nJKM;2023-01-01;;1;;0,03;PP\n",
        "JKK;2023-01-01;;0;;0,21;PP\nJKM;2023-01-01;;0;100;0,03;PP\n",
        "JKK;2023-01-01;;0;;0,21;PP\nJKM;2023-01-01;;0;100;0,03;PP\nJKM;2023-01-01;;101;;0,02;PP\n",
    ] {
        let data = tables("P;;500;1;1;;;", tariff);
        assert_eq!(measured(&data).contributions, Err(Missing::NoTariff), "{tariff}");
    }
    let data = tables("P;;;1;1;;;", &tariff());
    let silent = Missing::NoValue { table: "proyek", column: "nilai_kontrak_rp", rows: 1 };
    assert_eq!(measured(&data).contributions, Err(silent));
}

#[test]
fn ranges_of_values_end_wherever_either_programme_changes() {
    let tariff = "JKK;2023-01-01;;0;100;1,00;PP\nJKK;2023-01-01;;100;;2,00;PP\n\
                  JKM;2023-01-01;;0;40;3,00;PP\nJKM;2023-01-01;;40;250;4,00;PP\nJKM;2023-01-01;;250;;5,00;PP\n";
    let data = tables("P;;300;1;1;;;\nQ;;100;1;0;;;", tariff);
    let dues = measured(&data).contributions.unwrap();
    let rows: Vec<_> = dues
        .layers
        .iter()
        .map(|layer| {
            let end = layer.until.map(|end| end.value);
            let percent = [layer.jkk, layer.jkm].map(|bracket| bracket.persen.value.to_string());
            (layer.from.value, end, percent, layer.value.value.clone())
        })
        .collect();
    let row =
        |from, until, jkk: &str, jkm: &str, value: u64| (from, until, [jkk.to_owned(), jkm.to_owned()], value.into());
    assert_eq!(
        rows,
        [
            row(0, Some(40), "1.00", "3.00", 80),
            row(40, Some(100), "1.00", "4.00", 120),
            row(100, Some(250), "2.00", "4.00", 150),
            row(250, None, "2.00", "5.00", 50),
        ]
    );
    let (packages, total) = dues.unregistered().unwrap();
    assert_eq!((packages.len(), total.value), (1, dues.packages[0].total.value.clone()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn rows_by_bracket_and_rows_by_package_come_to_the_same(values in prop::collection::vec(0_u64..20_000_000_000, 1..6)) {
        let packages: Vec<String> = values.iter().enumerate().map(|(n, value)| format!("P{n};;{value};1;1;;;")).collect();
        let data = tables(&packages.join("\n"), &tariff());
        let dues = measured(&data).contributions.unwrap();
        let layered = |pick: for<'a> fn(&'a Layer<'a>) -> &'a Ratio| -> Ratio {
            dues.layers.iter().map(pick).sum()
        };
        prop_assert_eq!(layered(|layer| &layer.jkk_amount.value), dues.jkk.value.clone());
        prop_assert_eq!(layered(|layer| &layer.jkm_amount.value), dues.jkm.value.clone());
        prop_assert_eq!(layered(|layer| &layer.total.value), dues.total.value.clone());
        let within: num_bigint::BigInt = dues.layers.iter().map(|layer| layer.value.value.clone()).sum();
        prop_assert_eq!(within, values.iter().map(|value| num_bigint::BigInt::from(*value)).sum::<num_bigint::BigInt>());
    }
}

#[test]
fn offices_come_by_unregistered_workers_then_those_who_do_not_say_then_by_name() {
    let data = tables(
        "A;Dinas Z;10;8;8;;;\nB;Dinas Y;20;9;4;;;\nC;Dinas Y;;3;3;;;\nD;;5;7;2;;;\nE;Dinas X;1;6;;;;\nF;Dinas A;4;2;2;;;",
        "",
    );
    let works = measured(&data);
    let rows: Vec<_> = works
        .offices
        .iter()
        .map(|office| {
            let open = office.workers.unregistered.as_ref().ok().map(|open| open.value.to_string());
            let value = office.value.as_ref().ok().map(|value| value.value.to_string());
            (office.name.as_ref().map(|name| name.value), office.packages.value, open, value)
        })
        .collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        rows,
        [
            (Some("Dinas Y"), 2, text("5"), None),
            (None, 1, text("5"), text("5")),
            (Some("Dinas X"), 1, None, text("1")),
            (Some("Dinas A"), 1, text("0"), text("4")),
            (Some("Dinas Z"), 1, text("0"), text("10")),
        ]
    );
}

#[test]
fn days_are_counted_to_the_report_and_lateness_from_the_first_day_of_work() {
    let data = tables(
        "A;;1;5;0;2025-09-08;;2025-09-08\nB;;1;5;0;2025-09-09;;2025-09-09\nC;;1;5;0;2025-09-10;;\nD;;1;5;0;;;\n\
         E;;1;5;5;2025-08-01;2025-08-01;\nF;;1;5;5;2025-08-01;2025-08-02;",
        "",
    );
    let works = measured(&data);
    let of = |name: &str| {
        let package = works.packages.iter().find(|package| package.line.row.paket.value == name).unwrap();
        let days = |days: &Option<rakor::place::Sourced<u64>>| days.as_ref().map(|days| days.value);
        (days(&package.running), days(&package.registered_late), package.over, package.is_open())
    };
    assert_eq!(of("A"), (Some(1), None, true, true));
    assert_eq!(of("B"), (Some(0), None, false, true));
    assert_eq!(of("C"), (None, None, false, true));
    assert_eq!(of("D"), (None, None, false, true));
    assert_eq!(of("E"), (Some(39), None, false, false));
    assert_eq!(of("F"), (Some(39), Some(1), false, false));
}

#[test]
fn covered_value_is_that_of_packages_with_all_workers_registered() {
    let covered = |packages: &str| {
        let data = tables(packages, "");
        let value = measured(&data).value;
        (value.total.map(|v| v.value.to_string()), value.covered.map(|v| v.value.to_string()))
    };
    let text = |text: &str| Ok(text.to_owned());
    assert_eq!(covered("A;;10;5;5;;;\nB;;30;5;4;;;\nC;;2;0;;;;"), (text("42"), text("10")));
    assert_eq!(covered("A;;10;5;0;;;"), (text("10"), text("0")));
    let lacks = |column| Err(Missing::NoValue { table: "proyek", column, rows: 1 });
    assert_eq!(covered("A;;10;5;5;;;\nB;;30;5;;;;"), (text("40"), lacks("pekerja_terdaftar")));
    assert_eq!(covered("A;;10;5;5;;;\nB;;;5;4;;;"), (lacks("nilai_kontrak_rp"), text("10")));
}

#[test]
fn a_month_without_packages_has_nothing_to_measure() {
    let data = tables("A;;10;5;5;;;", "");
    let none = construction(&data, "35.73", month("2025-09"), day("2025-09-09"));
    let latest = Some(month("2025-08"));
    assert_eq!(none.unwrap_err(), Missing::NoRows { table: "proyek", period: month("2025-09"), latest });
    assert_eq!(measured(&data).projects.count(Registration::Seluruh), 1);
}
