//! New workbooks: what their bytes hold, and when one may be written over.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use std::io::{Cursor, Read, Write};

use chrono::NaiveDate;
use rakor::diagnostic::Severity;
use rakor::workbook::write::{
    Allowed, Check, Entry, Link, Look, NewBook, NewCell, NewColumn, NewSheet, NewValue, bytes, is_untouched,
};

/// One part of an archive as text.
pub(crate) fn part(book: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The same archive with one part changed, as another program would save it.
pub(crate) fn with_part(book: &[u8], changed: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        let text = part(book, &name);
        out.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(if name == changed { change(&text) } else { text }.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn text(text: &str) -> NewCell {
    NewCell::text(text, Look::Plain)
}

fn one_sheet(columns: Vec<NewColumn>, rows: Vec<Vec<NewCell>>) -> NewBook {
    let sheet = NewSheet { name: "Lembar".to_owned(), columns, rows, frozen: 1, filtered: true };
    NewBook { title: "Judul".to_owned(), sheets: vec![sheet] }
}

fn written(rows: Vec<Vec<NewCell>>) -> Vec<u8> {
    bytes(&one_sheet(Vec::new(), rows)).unwrap()
}

#[test]
fn the_same_values_give_the_same_bytes() {
    let day = NewCell { value: NewValue::Day(NaiveDate::from_ymd_opt(2025, 8, 26).unwrap()), ..NewCell::default() };
    let rows = || vec![vec![text("a").noted("catatan"), NewCell::from(134_167), day.clone()]];
    assert_eq!(written(rows()), written(rows()));
    assert!(part(&written(rows()), "docProps/core.xml").contains(">2000-01-01T00:00:00Z</dcterms:created>"));
}

#[test]
fn no_text_becomes_a_formula_or_a_link_whatever_it_begins_with() {
    let texts =
        ["=1+1", "+62341", "-", "@SUM(A1)", "=HYPERLINK(\"http://contoh.invalid\";\"klik\")", "https://contoh.invalid"];
    let book = written(vec![vec![text("judul")], texts.map(text).to_vec()]);
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"), "{sheet}");
    assert_eq!(sheet.matches(" t=\"s\"").count(), 7, "{sheet}");
    let strings = part(&book, "xl/sharedStrings.xml");
    for written in texts {
        let escaped = written.replace('"', "&quot;");
        assert!(
            strings.contains(&format!("<t>{written}</t>")) || strings.contains(&format!("<t>{escaped}</t>")),
            "{strings}"
        );
    }
    // Editing such a cell would make a formula of it, were it not marked.
    assert_eq!(part(&book, "xl/styles.xml").matches("quotePrefix=\"1\"").count(), 1);
}

#[test]
fn characters_that_the_format_cannot_hold_are_written_in_its_own_spelling() {
    let strings = part(&written(vec![vec![text("a\u{1}b<c>&\u{FFFF}_x0041_")]]), "xl/sharedStrings.xml");
    assert!(strings.contains("<t>a_x0001_b&lt;c&gt;&amp;_xFFFF__x005F_x0041_</t>"), "{strings}");
}

#[test]
fn a_text_longer_than_a_cell_is_cut_at_a_whole_character() {
    for (letter, kept) in [("x", 32_767), ("😀", 16_383)] {
        let strings = part(&written(vec![vec![text(&letter.repeat(40_000))]]), "xl/sharedStrings.xml");
        let (_, rest) = strings.split_once("<t>").unwrap();
        assert_eq!(rest.split_once("</t>").unwrap().0, letter.repeat(kept));
    }
}

#[test]
fn a_link_leads_to_the_cell_of_a_sheet_beside_the_workbook() {
    let link = |path: &str, cell: Option<(&str, &str)>| {
        let cell = cell.map(|(sheet, address)| (sheet.to_owned(), address.to_owned()));
        text("ke sana").linked(Some(Link::File { path: path.to_owned(), cell }))
    };
    let book = written(vec![vec![
        link("data/data.xlsx", Some(("kepesertaan", "C14"))),
        link("../data kami/100%20.xlsx", Some(("Ali's", "A1"))),
        link("rakor.toml", None),
        text("lembar").linked(Some(Link::Sheet("Lembar".to_owned()))),
        // Behind a number sign an address goes on in the file, so such a name is a text only.
        link("data/a#b.xlsx", None),
    ]]);
    let ways = part(&book, "xl/worksheets/_rels/sheet1.xml.rels");
    let targets: Vec<&str> = ways.split("Target=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0).collect();
    assert_eq!(targets, ["data/data.xlsx", "../data%20kami/100%2520.xlsx", "rakor.toml"]);
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    let (_, links) = sheet.split_once("<hyperlinks>").unwrap();
    let (links, _) = links.split_once("</hyperlinks>").unwrap();
    assert_eq!(
        links,
        "<hyperlink ref=\"A1\" r:id=\"rId1\" location=\"'kepesertaan'!C14\"/>\
         <hyperlink ref=\"B1\" r:id=\"rId2\" location=\"'Ali''s'!A1\"/>\
         <hyperlink ref=\"C1\" r:id=\"rId3\"/>\
         <hyperlink ref=\"D1\" location=\"'Lembar'!A1\" display=\"lembar\"/>"
    );
}

#[test]
fn headings_stay_in_view_and_columns_say_what_may_be_typed() {
    let check =
        Check { allowed: Allowed::OneOf(vec!["PU".to_owned(), "BPU".to_owned()]), warning: "Pilih.".to_owned() };
    let column = NewColumn { width: 12, entry: Entry::Text, check: Some(check) };
    let book =
        bytes(&one_sheet(vec![column], vec![vec![NewCell::text("segmen", Look::Heading)], vec![text("PU")]])).unwrap();
    let sheet = part(&book, "xl/worksheets/sheet1.xml");
    for expected in [
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>",
        "<autoFilter ref=\"A1:A2\"/>",
        "sqref=\"A2:A1048576\"><formula1>\"PU,BPU\"</formula1></dataValidation>",
        "errorStyle=\"warning\"",
        "<ignoredError sqref=\"A2:A1048576\" numberStoredAsText=\"1\"/>",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
    ] {
        assert!(sheet.contains(expected), "{expected}\n{sheet}");
    }
    assert!(
        part(&book, "xl/workbook.xml")
            .contains("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Lembar!$1:$1<")
    );
}

#[test]
fn what_breaks_into_lines_gets_the_room_for_them() {
    let wrapped = |text: &str| NewCell::text(text, Look::Wrapped);
    let columns = vec![NewColumn { width: 10, ..NewColumn::default() }];
    let rows = vec![
        vec![wrapped("dua kata yang patah")],
        vec![wrapped("satu")],
        vec![wrapped("a\nb\nc")],
        vec![NewCell::text("tidak pernah patah biarpun panjang", Look::Plain)],
    ];
    let sheet = part(&bytes(&one_sheet(columns, rows)).unwrap(), "xl/worksheets/sheet1.xml");
    let heights: Vec<Option<&str>> = sheet
        .split("<row ")
        .skip(1)
        .map(|row| row.split_once('>').unwrap().0.split_once("ht=\"").map(|(_, rest)| rest.split_once('"').unwrap().0))
        .collect();
    assert_eq!(heights, [Some("30"), None, Some("45"), None]);
}

#[test]
fn a_name_or_a_list_that_no_program_would_open_is_refused() {
    let mut book = one_sheet(Vec::new(), Vec::new());
    book.sheets[0].name = "a/b".to_owned();
    assert!(bytes(&book).unwrap_err().contains("a/b"));
    let check = Check { allowed: Allowed::OneOf(vec!["x".repeat(256)]), warning: String::new() };
    let column = NewColumn { check: Some(check), ..NewColumn::default() };
    assert!(bytes(&one_sheet(vec![column], Vec::new())).unwrap_err().contains("255"));
}

#[test]
fn a_workbook_is_untouched_until_somebody_saves_it() {
    let book = written(vec![vec![NewCell::text("kesalahan", Look::Weight(Severity::Kesalahan))]]);
    assert!(is_untouched(&book, "Judul"));
    assert!(!is_untouched(&book, "Judul lain") && !is_untouched(&book, "udul"));
    let saved = with_part(&book, "docProps/core.xml", |text| {
        text.replace("2000-01-01T00:00:00Z</dcterms:modified>", "2025-09-01T08:00:00Z</dcterms:modified>")
    });
    assert!(!is_untouched(&saved, "Judul"));
    assert!(is_untouched(&with_part(&book, "xl/styles.xml", str::to_owned), "Judul"));
    for other in [&b""[..], b"PK\x03\x04", b"%PDF-1.7", &book[..book.len() / 2]] {
        assert!(!is_untouched(other, "Judul"));
    }
}
