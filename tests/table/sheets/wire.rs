//! Tables of sheets in the serialised form.

use proptest::prelude::*;
use rakor::place::Field;
use rakor::table::{Dataset, SourceBook, read_all};
use rakor::workbook::{Book, Filled, Sheet, Value};

use super::{counted, good, number, participants, sheet, texts};

fn again(dataset: &Dataset) -> Dataset {
    serde_json::from_str(&serde_json::to_string(dataset).unwrap()).unwrap()
}

#[test]
fn a_table_of_a_sheet_keeps_the_letters_of_its_columns() {
    let headings = texts(&["peserta_aktif", "", "segmen", "per_tanggal", "sumber", "periode", "kode_wilayah"]);
    let row = texts(&["7", "", "TOTAL", "", "BPJS", "2025-06", "35.73"]);
    let dataset = good([sheet("Kepesertaan", &[headings, vec![], row])]);
    assert_eq!(
        serde_json::to_string(&dataset).unwrap(),
        "{\"kepesertaan\":{\"berkas\":\"data/data.xlsx\",\"lembar\":\"Kepesertaan\",\
         \"kolom\":[\"periode\",\"kode_wilayah\",\"segmen\",\"sumber\",\"peserta_aktif\"],\
         \"huruf\":[\"F\",\"G\",\"C\",\"E\",\"A\"],\
         \"baris\":[[3,\"2025-06\",\"35.73\",\"TOTAL\",\"BPJS\",\"7\"]]}}"
    );
    assert_eq!(again(&dataset), dataset);
    let empty = good([participants([])]);
    assert_eq!(again(&empty).tables(), [("kepesertaan", 0)]);
}

#[test]
fn a_form_without_letters_is_still_read() {
    let json = r#"{"wilayah":{"berkas":"data/x.xlsx","lembar":"wilayah","kolom":["kode","nama","jenis"],
                   "baris":[[2,"35","Jawa Timur","provinsi"]]}}"#;
    let dataset: Dataset = serde_json::from_str(json).unwrap();
    assert_eq!(dataset.wilayah[0].kode.place.bagian, Some(Field::Kolom("kode".into())));
}

#[test]
fn letters_that_no_reader_would_have_given_are_refused() {
    let table = |sheet: &str, letters: &str| {
        let json = format!(
            r#"{{"wilayah":{{"berkas":"data/x.xlsx",{sheet}"kolom":["kode","nama","jenis"],"huruf":{letters},
               "baris":[[2,"35","Jawa Timur","provinsi"]]}}}}"#
        );
        serde_json::from_str::<Dataset>(&json).map_err(|error| error.to_string())
    };
    let named = r#""lembar":"wilayah","#;
    assert!(table(named, r#"["A","B","XFD"]"#).is_ok());
    for (sheet, letters) in [
        ("", r#"["A","B","C"]"#),
        (named, r#"["A","B"]"#),
        (named, r#"["A","B","c"]"#),
        (named, r#"["A","B",""]"#),
        (named, r#"["A","B","AAAA"]"#),
    ] {
        let refusal = table(sheet, letters).unwrap_err();
        assert!(refusal.starts_with("tabel wilayah: huruf kolomnya tidak sah"), "{refusal}");
    }
}

#[test]
fn a_csv_view_of_a_sheet_is_that_of_a_file() {
    let csv = "periode,kode_wilayah,segmen,sumber,peserta_aktif\n2025-06,35.73,TOTAL,BPJS,134167\n";
    let dataset = good([participants([counted(number(134_167.0))])]);
    assert_eq!(dataset.to_csv("kepesertaan").as_deref(), Some(csv));
}

fn value() -> impl Strategy<Value = Value> {
    let form = prop::sample::select(vec![
        rakor::workbook::Form::Plain,
        rakor::workbook::Form::Percent,
        rakor::workbook::Form::Unknown,
    ]);
    let day = (0..80_000_u64, any::<bool>(), any::<bool>()).prop_map(|(days, timed, month_only)| {
        let date = super::super::values::day(1890, 1, 1) + chrono::Days::new(days);
        Value::Day(rakor::workbook::Day { date, timed, month_only })
    });
    prop_oneof![
        4 => prop::sample::select(vec!["2025-06", "35.73", "TOTAL", "PU", "BPJS", "Agt-25", "12.345", " "]).prop_map(super::text),
        1 => "\\PC{0,12}".prop_map(|text| super::text(&text)),
        2 => (0..200_000_u32).prop_map(|count| number(count.into())),
        2 => (any::<f64>(), form).prop_map(|(number, form)| Value::Number(number, form)),
        2 => day,
        1 => any::<bool>().prop_map(Value::Truth),
        1 => Just(Value::Error("#N/A".into())),
        1 => Just(Value::Uncomputed),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// Whatever a sheet holds: what is read is read back with its places, and what is not read is complained about.
    #[test]
    fn serialise_then_deserialise_is_the_identity(
        values in prop::collection::vec(prop::collection::vec(value(), 0..8), 0..8),
        order in Just(super::HEADINGS.to_vec()).prop_shuffle(),
    ) {
        let rows: Vec<Vec<Value>> = std::iter::once(texts(&order)).chain(values.clone()).collect();
        let (dataset, problems) = super::read_sheets([sheet("kepesertaan", &rows)]);
        prop_assert_eq!(&again(&dataset), &dataset);
        for row in &dataset.kepesertaan {
            let line = usize::try_from(row.row.baris.unwrap()).unwrap();
            let column = order.iter().position(|name| *name == "peserta_aktif").unwrap();
            let address = rakor::workbook::address(row.row.baris.unwrap(), u32::try_from(column).unwrap() + 1);
            prop_assert_eq!(row.peserta_aktif.place.to_string(), format!("data/data.xlsx › kepesertaan!{address}"));
            prop_assert!(rows.get(line - 1).is_some());
        }
        for problem in &problems {
            prop_assert!(!problem.places.is_empty() && problem.action.ends_with('.'), "{:?}", problem);
        }
    }

    /// No book makes it stop, in whatever order and wherever its cells stand.
    #[test]
    fn no_book_makes_it_panic(
        cells in prop::collection::vec((any::<u32>(), any::<u32>(), value()), 0..12),
        small in prop::collection::vec((0..4_u32, 0..8_u32, value()), 0..12),
        name in prop::sample::select(vec!["kepesertaan", "penerima", "indikator", "x", "Petunjuk", ""]),
        hidden in prop::collection::vec((any::<u32>(), any::<u32>()), 0..4),
    ) {
        let filled = |(row, column, value)| Filled { row, column, value };
        let headings = (1..).zip(texts(&super::HEADINGS)).map(|(column, value)| filled((1, column, value)));
        let cells = headings.chain(small.into_iter().chain(cells).map(filled)).collect();
        let ranges: Vec<_> = hidden.iter().map(|(first, last)| *first..=*last).collect();
        let merged = hidden.iter().map(|pair| rakor::workbook::Area { first: *pair, last: (pair.1, pair.0) }).collect();
        let sheet = Sheet { name: name.into(), cells, hidden_rows: ranges.clone(), hidden_columns: ranges, merged, ..Sheet::default() };
        let book = SourceBook { path: "data/x.xls".to_owned(), book: Book { sheets: vec![sheet] } };
        let (dataset, problems) = read_all(&[], &[book]);
        prop_assert_eq!(&again(&dataset), &dataset);
        for problem in &problems {
            prop_assert!(!problem.places.is_empty() && problem.action.ends_with('.'), "{:?}", problem);
        }
    }
}
