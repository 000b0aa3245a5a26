//! Books on their way from one process to another.

use std::sync::Arc;

use chrono::NaiveDate;
use proptest::prelude::*;
use rakor::workbook::{Area, Book, Day, Epoch, Filled, Form, Sheet, Value};

/// A few words, so that some are shared by several cells and some are not.
fn word(words: Vec<Arc<str>>) -> impl Strategy<Value = Arc<str>> {
    prop_oneof![prop::sample::select(words), ".{0,8}".prop_map(Arc::from)]
}

fn value(words: Vec<Arc<str>>) -> impl Strategy<Value = Value> {
    let form = prop::sample::select(vec![Form::Plain, Form::Percent, Form::Unknown]);
    let number = prop::num::f64::ANY.prop_filter("what is no number equals nothing", |number| !number.is_nan());
    let days = NaiveDate::MIN.to_epoch_days()..=NaiveDate::MAX.to_epoch_days();
    let day = (days, any::<bool>(), any::<bool>()).prop_map(|(day, timed, month_only)| Day {
        date: NaiveDate::from_epoch_days(day).unwrap(),
        timed,
        month_only,
    });
    prop_oneof![
        4 => word(words.clone()).prop_map(Value::Text),
        4 => (number, form).prop_map(|(number, form)| Value::Number(number, form)),
        1 => day.prop_map(Value::Day),
        1 => any::<bool>().prop_map(Value::Truth),
        1 => word(words).prop_map(Value::Error),
        1 => Just(Value::Uncomputed),
    ]
}

fn filled(words: Vec<Arc<str>>) -> impl Strategy<Value = Filled> {
    let place = || prop_oneof![9 => 0_u32..12, 1 => any::<u32>()];
    (place(), place(), value(words)).prop_map(|(row, column, value)| Filled { row, column, value })
}

fn sheet(words: Vec<Arc<str>>) -> impl Strategy<Value = Sheet> {
    let range = || prop::collection::vec((any::<u32>(), any::<u32>()).prop_map(|(from, to)| from..=to), 0..3);
    let area = (any::<(u32, u32)>(), any::<(u32, u32)>()).prop_map(|(first, last)| Area { first, last });
    let cells = prop::collection::vec(filled(words.clone()), 0..40).prop_flat_map(|cells| {
        // As a reader gives them, or in any order.
        any::<bool>().prop_map(move |sorted| {
            let mut cells = cells.clone();
            if sorted {
                cells.sort_by_key(|cell| (cell.row, cell.column));
            }
            cells
        })
    });
    let epoch = prop::sample::select(vec![Epoch::Y1900, Epoch::Y1904]);
    (word(words), any::<bool>(), cells, range(), range(), prop::collection::vec(area, 0..3), epoch).prop_map(
        |(name, hidden, cells, hidden_rows, hidden_columns, merged, epoch)| Sheet {
            name,
            hidden,
            cells,
            hidden_rows,
            hidden_columns,
            merged,
            epoch,
        },
    )
}

fn book() -> impl Strategy<Value = Book> {
    let words = ["", "BPJS", "Kota Malang", "#DIV/0!", "\u{A0}…\0"].map(Arc::from).to_vec();
    prop::collection::vec(sheet(words), 0..4).prop_map(|sheets| Book { sheets })
}

fn text_cells(texts: impl IntoIterator<Item = Arc<str>>) -> Book {
    let cells = texts.into_iter().zip(1..).map(|(text, row)| Filled { row, column: 1, value: Value::Text(text) });
    Book { sheets: vec![Sheet { cells: cells.collect(), ..Sheet::default() }] }
}

#[test]
fn an_empty_book_is_one_byte() {
    assert_eq!(Book::default().encode(), [0]);
    assert_eq!(Book::decode(&[0]), Some(Book::default()));
    assert_eq!(Book::decode(&[]), None);
    assert_eq!(Book::decode(&[0, 0]), None, "nothing follows");
}

#[test]
fn a_text_of_many_cells_travels_once_and_is_shared_again() {
    let long: Arc<str> = "BPJS Ketenagakerjaan Kantor Cabang Malang".into();
    let book = text_cells(vec![long; 1000]);
    let bytes = book.encode();
    assert!(bytes.len() < 6000, "{}", bytes.len());
    let back = Book::decode(&bytes).unwrap();
    assert_eq!(back, book);
    let texts: Vec<_> = back.sheets[0].cells.iter().map(|cell| &cell.value).collect();
    let [Value::Text(first), .., Value::Text(last)] = texts.as_slice() else { panic!("{texts:?}") };
    assert!(Arc::ptr_eq(first, last));
}

#[test]
fn a_row_of_small_numbers_takes_nine_bytes_a_cell() {
    let cells = (1..=1000).map(|column| Filled { row: 1, column, value: Value::Number(1.0, Form::Plain) });
    let book = Book { sheets: vec![Sheet { cells: cells.collect(), ..Sheet::default() }] };
    assert!(book.encode().len() < 9 * 1000 + 20);
}

#[test]
fn a_length_that_lies_takes_no_memory() {
    // A count or a length of 2^63 with nothing behind it: of sheets, of a name, of hidden rows, of cells, of a text.
    let lie = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];
    for before in [&[][..], &[1], &[1, 0, 0, 0], &[1, 0, 0, 0, 0, 0, 0], &[1, 0, 0, 0, 0, 0, 0, 1, 2, 1, 1]] {
        assert_eq!(Book::decode(&[before, &lie].concat()), None, "{before:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn there_and_back_is_the_same_book(book in book()) {
        prop_assert_eq!(Book::decode(&book.encode()), Some(book));
    }

    #[test]
    fn changed_bytes_give_no_book_or_another_one(
        book in book(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = book.encode();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Some(other) = Book::decode(&bytes) {
            let again = Book::decode(&other.encode()).unwrap();
            prop_assert_eq!(format!("{again:?}"), format!("{other:?}"), "what was read is a book like any other");
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Book::decode(&bytes);
    }
}
