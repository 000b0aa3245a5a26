//! Any sheet at all is imported or refused; and the codes of this room are all pinned somewhere.

use proptest::prelude::*;
use rakor::files::{list_files, read_file};
use rakor::impor::{CODES, Options, choose, import};
use rakor::table::Dataset;
use rakor::workbook::{Area, Book, Day, Filled, Form, Sheet, Value};

use super::samples::folder;

/// Words that mean something in a sheet, and some that mean nothing.
const WORDS: [&str; 24] = [
    "Kecamatan",
    "Segmen",
    "Peserta Aktif",
    "Jumlah",
    "Total",
    "PU",
    "BPU",
    "(1)",
    "(2)",
    "Bulan",
    "Agustus",
    "Okt 2025",
    "Rp5,3 miliar",
    "1.234",
    "-",
    "…",
    "\u{200B}",
    "Realisasi (juta)",
    "Pagu",
    "Sumber: X",
    "35.73",
    "Kelompok",
    "%",
    "ß",
];

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => prop::sample::select(WORDS.to_vec()).prop_map(|word| Value::Text(word.into())),
        1 => any::<String>().prop_map(|text| Value::Text(text.as_str().into())),
        2 => any::<f64>().prop_map(|number| Value::Number(number, Form::Plain)),
        2 => (0_u32..5000).prop_map(|number| Value::Number(f64::from(number), Form::Unknown)),
        1 => any::<bool>().prop_map(|month_only| Value::Day(Day {
            date: chrono::NaiveDate::from_ymd_opt(2025, 8, 31).unwrap(), timed: false, month_only,
        })),
        1 => Just(Value::Error("#REF!".into())),
        1 => Just(Value::Uncomputed),
        1 => Just(Value::Truth(true)),
    ]
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let far = prop_oneof![20 => 1_u32..14, 1 => Just(u32::MAX)];
    let cells = prop::collection::btree_map((far.clone(), far), value(), 0..60);
    let areas = prop::collection::vec((1_u32..14, 1_u32..14, 0_u32..4, 0_u32..4), 0..6);
    (cells, areas).prop_map(|(cells, areas)| Sheet {
        name: "Agustus 2025".into(),
        cells: cells.into_iter().map(|((row, column), value)| Filled { row, column, value }).collect(),
        merged: areas
            .into_iter()
            .map(|(row, column, height, width)| Area { first: (row, column), last: (row + height, column + width) })
            .collect(),
        ..Sheet::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sheet_is_imported_or_refused(sheets in prop::collection::vec(sheet(), 0..3)) {
        let book = Book { sheets };
        let options = Options::default();
        if let Ok(choice) = choose(&[], None, &options, &book, "x.xlsx") {
            let _ = import(choice.import(), &book, "x.xlsx", &Dataset::default());
        }
    }
}

#[test]
fn every_code_of_this_room_is_pinned() {
    let mut pinned = [include_str!("mapping.rs"), include_str!("write.rs")].concat();
    for name in list_files(folder(), "").unwrap().iter().filter(|name| name.split('.').nth(1) == Some("txt")) {
        pinned.push_str(&String::from_utf8(read_file(&folder().join(name), 1 << 20).unwrap()).unwrap());
    }
    let missing: Vec<&str> =
        CODES.iter().map(|(code, _)| *code).filter(|code| !pinned.contains(&format!("[{code}]"))).collect();
    assert_eq!(missing, [""; 0]);
    let codes: Vec<String> = (1..=CODES.len()).map(|number| format!("I{number:03}")).collect();
    assert_eq!(CODES.iter().map(|(code, _)| *code).collect::<Vec<_>>(), codes);
}
