//! One workspace as CSV files and as one workbook: the same report, but for the names of the places.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rakor::bahasa::baca::dalam_teks;
use rakor::report::{self, BuildInput, Stage};
use rakor::table::{Kind, SourceBook, SourceFile, schema, table_schema};
use rakor::workbook::{Book, Day, Filled, Form, Sheet, Value, letters};
use serde_json::Value as Json;

use super::case::{Case, rows};
use super::paper::{Paper, SIMULASI, bare, with_room};

/// The tables of a case as the sheets of one workbook, each cell in the kind in which a spreadsheet would store it.
fn as_book(mut case: Case) -> Case {
    let sheets = std::mem::take(&mut case.raw.tables).iter().map(sheet).collect();
    case.raw.books = vec![SourceBook { path: "data/data.xlsx".to_owned(), book: Book { sheets } }];
    case
}

fn sheet(file: &SourceFile) -> Sheet {
    let name = file.path.trim_start_matches("data/").trim_end_matches(".csv");
    let rows = rows(std::str::from_utf8(&file.bytes).unwrap());
    let (headings, table) = (&rows[0], table_schema(name).unwrap());
    let mut cells = Vec::new();
    for (row, written) in (1..).zip(&rows) {
        for (column, (cell, heading)) in
            (1..).zip(written.iter().zip(headings)).filter(|(_, (cell, _))| !cell.is_empty())
        {
            let unit = headings.iter().zip(written).find(|(name, _)| *name == "satuan").map(|(_, unit)| unit.as_str());
            let kind = table.column(heading).unwrap().kind;
            let value = if row == 1 { Value::Text(cell.as_str().into()) } else { stored(kind, unit, cell) };
            cells.push(Filled { row, column, value });
        }
    }
    Sheet { name: name.into(), cells, ..Sheet::default() }
}

fn stored(kind: Kind, unit: Option<&str>, cell: &str) -> Value {
    let number = || cell.replace(',', ".").parse::<f64>().ok();
    let day = |text: &str| text.parse().map(|date| Day { date, timed: false, month_only: false });
    match kind {
        Kind::Decimal if unit == Some("persen") => Value::Number(number().unwrap() / 100.0, Form::Percent),
        // A number keeps no zeros behind its comma.
        Kind::Decimal if cell.ends_with('0') && cell.contains(',') => Value::Text(cell.into()),
        Kind::Count | Kind::Money | Kind::Decimal | Kind::Year | Kind::Quarter => {
            Value::Number(number().unwrap(), Form::Plain)
        }
        Kind::Date => Value::Day(day(cell).unwrap()),
        Kind::Month => Value::Day(Day { month_only: true, ..day(&format!("{cell}-01")).unwrap() }),
        Kind::Text if number().is_some() && !cell.contains(['.', ',']) => Value::Number(number().unwrap(), Form::Plain),
        Kind::Region | Kind::Text | Kind::Choice(_) => Value::Text(cell.into()),
    }
}

static BOOK: LazyLock<BuildInput> = LazyLock::new(|| as_book(Case::simulasi()).input());
static FILES: LazyLock<BuildInput> = LazyLock::new(|| Case::simulasi().input());

/// What every place of a workbook is called in CSV files.
fn renamed(mut json: Json) -> Json {
    match &mut json {
        Json::Object(parts) => {
            if let Some(Json::String(sheet)) = parts.remove("lembar") {
                parts.insert("berkas".to_owned(), Json::String(format!("data/{sheet}.csv")));
            }
            parts.remove("huruf");
            let cell = parts.get("bagian").and_then(|part| part.get("sel")).cloned();
            if let Some(cell) = cell {
                parts.insert("bagian".to_owned(), serde_json::json!({ "kolom": cell["kolom"] }));
            }
            Json::Object(std::mem::take(parts).into_iter().map(|(key, part)| (key, renamed(part))).collect())
        }
        Json::Array(parts) => Json::Array(std::mem::take(parts).into_iter().map(renamed).collect()),
        _ => json,
    }
}

/// The measures of an input, and the places that they name.
fn measures(input: &BuildInput) -> (Json, Vec<String>) {
    let files = with_room(|| report::stage(input, Stage::Ukuran)).unwrap();
    let [(_, json)] = files.as_slice() else { panic!("one file expected") };
    let mut places = Vec::new();
    let measures = without_places(serde_json::from_slice(json).unwrap(), &mut places);
    (measures, places)
}

fn without_places(json: Json, places: &mut Vec<String>) -> Json {
    match json {
        Json::String(text) if text.starts_with("data/") => {
            places.extend(text.split("; ").map(str::to_owned));
            Json::Null
        }
        Json::Object(parts) => parts.into_iter().map(|(key, part)| (key, without_places(part, places))).collect(),
        Json::Array(parts) => parts.into_iter().map(|part| without_places(part, places)).collect(),
        other => other,
    }
}

/// A cell of a CSV file as it is called in the workbook.
fn address(place: &str) -> String {
    let mut parts = place.trim_start_matches("data/").split(", ");
    let table = parts.next().unwrap().trim_end_matches(".csv");
    let row = parts.next().unwrap().trim_start_matches("baris ");
    let Some(column) = parts.next() else { return format!("data/data.xlsx › {table}, baris {row}") };
    let headings = rows(&Case::simulasi().text(table)).swap_remove(0);
    let at = headings.iter().position(|heading| heading == column.trim_start_matches("kolom ")).unwrap();
    format!("data/data.xlsx › {table}!{}{row}", letters(u32::try_from(at + 1).unwrap()))
}

#[test]
fn a_workbook_measures_the_same_as_files() {
    let ((book, cells), (files, places)) = (measures(&BOOK), measures(&FILES));
    assert_eq!(book, files);
    let known: BTreeMap<&str, String> = places.iter().map(|place| (place.as_str(), address(place))).collect();
    let places: Vec<&String> = places.iter().map(|place| &known[place.as_str()]).collect();
    assert!(places.len() > 100);
    assert_eq!(cells.iter().collect::<Vec<_>>(), places);
    let sealed = |input: &BuildInput| renamed(serde_json::from_slice(&input.to_json()).unwrap());
    assert_eq!(sealed(&BOOK), sealed(&FILES));
}

#[test]
fn a_workbook_prints_the_same_as_files() {
    let book = Paper::of(&BOOK);
    assert!(book.says("data/data.xlsx › kepesertaan!E416"));
    let mut files = SIMULASI.bare();
    assert_ne!(book.bare(), files);
    // The notes on the calculation name the cells.
    for place in measures(&FILES).1 {
        files = files.replace(&bare(&place), &bare(&address(&place)));
    }
    assert_eq!(book.bare(), files);
}

#[test]
fn an_input_from_a_workbook_is_read_back_the_same() {
    let json = BOOK.to_json();
    let again = BuildInput::from_json(&json).unwrap();
    assert_eq!(again, *BOOK);
    assert_eq!(again.to_json(), json);
    let place = &again.tabel.kepesertaan[0].peserta_aktif.place;
    assert!(place.to_string().starts_with("data/data.xlsx › kepesertaan!E"), "{place}");
}

#[test]
fn every_table_of_the_example_is_a_sheet() {
    let case = as_book(Case::simulasi());
    let sheets: Vec<&str> = case.raw.books[0].book.sheets.iter().map(|sheet| &*sheet.name).collect();
    assert!(schema().iter().all(|table| sheets.contains(&table.name)));
}

/// The first sheet of a workbook whose name is this.
fn sheet_of<'c>(case: &'c mut Case, name: &str) -> &'c mut Sheet {
    case.raw.books[0].book.sheets.iter_mut().find(|sheet| &*sheet.name == name).unwrap()
}

#[test]
fn a_finding_about_a_row_of_another_sheet_is_none_of_the_report() {
    // Every sheet has a second row, and that of `faktor` travels with no monthly report.
    let mut case = as_book(Case::simulasi());
    let cell = sheet_of(&mut case, "faktor").cells.iter_mut().find(|cell| (cell.row, cell.column) == (2, 6)).unwrap();
    cell.value = Value::Text("Iuran Jaminan Kematian (JKK) dibayarkan".into());
    let (diagnostics, refused) = report::check(&case.raw);
    assert_eq!(refused, None);
    let said: Vec<String> = diagnostics.iter().flat_map(|one| &one.places).map(ToString::to_string).collect();
    assert!(said.contains(&"data/data.xlsx › faktor!F2".to_owned()), "{said:?}");
    assert_eq!(case.input().temuan.len(), FILES.temuan.len());
}

#[test]
fn what_was_noted_while_a_workbook_was_read_is_told_by_periksa_and_kept_out_of_the_report() {
    let mut case = as_book(Case::simulasi());
    sheet_of(&mut case, "kepesertaan").hidden_rows = vec![7..=9];
    let (diagnostics, refused) = report::check(&case.raw);
    assert_eq!(refused, None);
    assert_eq!(diagnostics[0].places[0].to_string(), "data/data.xlsx › kepesertaan");
    assert_eq!(diagnostics[0].message, "Yang tersembunyi tetap dibaca: baris 7–9.");
    let (input, notes) = report::load_noted(case.raw).unwrap();
    assert_eq!(notes, diagnostics[..1]);
    assert_eq!(input, *BOOK);
}

#[test]
fn a_printed_figure_is_traced_to_the_cells_of_its_sheets() {
    let paper = Paper::of(&BOOK);
    let trace = with_room(|| report::trace(&paper.built.pdf)).unwrap();
    let coverage = trace.of(&dalam_teks("37,52 persen")[0]);
    let cells: Vec<String> =
        coverage[0].cells.iter().map(|cell| format!("{} = {:?}", cell.place, cell.value.as_deref())).collect();
    assert_eq!(
        cells,
        ["data/data.xlsx › kepesertaan!E416 = Some(\"117258\")", "data/data.xlsx › pekerja!F19 = Some(\"312480\")"]
    );
    let lost = trace.figures.iter().flat_map(|figure| &figure.cells).filter(|cell| cell.place.lembar.is_some());
    assert_eq!(lost.filter(|cell| cell.value.is_none()).count(), 0);
}
