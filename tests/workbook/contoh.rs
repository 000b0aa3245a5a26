//! The committed workbooks of `tests/workbook/contoh`: made here, kept equal to this, and what is read from each.
//!
//! Beside every workbook lies a text of the same name: its cells, or the message it is refused with. After a change,
//! `RAKOR_TULIS_BUKU=1 cargo test workbook` writes both anew; that run fails. Read the texts, then run again and commit.
//! Three of the workbooks were made by another program; see the README there.

use std::path::PathBuf;

use rakor::files::{list_files, read_file, write_atomic};
use rakor::workbook::CODES;

use super::builder::{Cell, Sheet, Workbook, archive, formula, shown, uncomputed};
use super::compound::{compound, record, xls};
use super::dump::dump;

/// Workbooks that another program made.
const FOREIGN: [&str; 3] = ["libreoffice.ods", "libreoffice.xls", "libreoffice.xlsx"];

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/workbook/contoh"))
}

/// A committed workbook.
pub(crate) fn sample(name: &str) -> Vec<u8> {
    read_file(&folder().join(name), 1 << 20).unwrap()
}

/// Every workbook that is made here, by its file's name.
pub(crate) fn made() -> Vec<(&'static str, Vec<u8>)> {
    let mut all = as_they_are();
    all.extend(other_files());
    all.extend(hostile());
    all.extend(older());
    all
}

/// Cells as people leave them.
fn as_they_are() -> Vec<(&'static str, Vec<u8>)> {
    let book = |sheet: Sheet| Workbook::of(sheet).bytes();
    let numbers = Sheet::new("angka")
        .row([shown("41.3", ""), shown("0.41299999999999998", "0.0%"), shown("0.30000000000000004", "")])
        .row([shown("3501010101010001", "0"), shown("1.5E+3", ""), shown("-7", "0;[Red]-0")])
        .row([shown("5300000000", "\"Rp\"#,##0.00"), shown("41300", "#,##0"), shown("1e999", "")]);
    let percents = Sheet::new("persen")
        .row([shown("0.413", "0.0%"), shown("41.3", "0.0\"%\""), shown("41.3", "0.0\\%"), shown("41.3", "0_%")])
        .row([
            shown("0.05", "[Red]0%"),
            shown("0.05", "0%;0"),
            shown("0.05", "0%;-0%;\"-\""),
            shown("0.05", "[$%-421]0"),
        ]);
    let days = |epoch: bool| {
        let sheet = Sheet::new("tanggal")
            .row([shown("44438", "dd/mm/yyyy"), shown("44438", "mmm-yy"), shown("44438", "[$-421]mmmm yyyy;@")])
            .row([shown("44438.5", "d mmm yyyy h:mm"), shown("0.354166666666667", "h:mm"), shown("1.5", "[h]:mm:ss")])
            .row([shown("60", "dd/mm/yyyy"), shown("59", "dd/mm/yyyy"), shown("61", "dd/mm/yyyy")])
            .row([shown("0", "dd/mm/yyyy"), shown("-1", "dd/mm/yyyy"), shown("99999999", "dd/mm/yyyy")])
            .row([
                Cell::Raw("<c r=\"@\" t=\"d\"><v>2025-08-26</v></c>".to_owned()),
                shown("44437.99999999999", "yyyy"),
            ]);
        let book = Workbook::of(sheet);
        if epoch { book.epoch_1904().bytes() } else { book.bytes() }
    };
    let errors = Sheet::new("galat")
        .row(["#DIV/0!", "#REF!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"].map(Cell::Error))
        .row([formula("1/0", Cell::Error("#DIV/0!"))]);
    let formulas = Sheet::new("rumus")
        .row([formula("1+1", 2), uncomputed("A1*2"), formula("\"a\"", "b"), formula("TRUE", Cell::Truth(true))])
        .row([Cell::Raw("<c r=\"@\"><f>A1</f><v></v></c>".to_owned()), formula("\"\"", Cell::Text(String::new()))])
        .row([Cell::Raw("<c r=\"@\"><f t=\"shared\" si=\"0\"/></c>".to_owned()), Cell::from(7)])
        .at(5, 3, uncomputed("B3"));
    let merged = Sheet::of_texts("data", &[&["Judul", "", ""], &["a", "b", "c"], &["1", "2", "3"], &["4", "5", "6"]])
        .merge("A1:C1")
        .hide_row(3)
        .hide_row(4)
        .hide_column(2);
    let merged = Workbook::of(merged)
        .sheet(Sheet::new("tersembunyi").row([1]).state("hidden"))
        .sheet(Sheet::new("sangat tersembunyi").row([2]).state("veryHidden"))
        .bytes();
    let rich = "<c r=\"@\" t=\"inlineStr\"><is><r><t>te</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">bal </t></r></is></c>";
    let texts = Sheet::new("teks")
        .row([
            Cell::from("nama\u{A0}kolom"),
            Cell::from("lebar\u{200B}nol"),
            Cell::from(" 7 "),
            Cell::from("a_x000D_b"),
        ])
        .row([Cell::Inline("&<>\"é".to_owned()), Cell::Raw(rich.to_owned()), Cell::from("baris 1\nbaris 2")])
        .row([Cell::Text(String::new()), Cell::from("41,3"), Cell::from("1.234,5"), Cell::Truth(false)]);
    vec![
        ("angka.xlsx", book(numbers)),
        ("persen.xlsx", book(percents)),
        ("tanggal-1900.xlsx", days(false)),
        ("tanggal-1904.xlsx", days(true)),
        ("galat.xlsx", book(errors)),
        ("rumus.xlsx", book(formulas)),
        ("tersembunyi.xlsx", merged),
        ("dipadatkan.xlsx", Workbook::of(Sheet::new("a").row([1])).deflated().bytes()),
        ("teks.xlsx", book(texts)),
    ]
}

/// Files that are something else than their name says.
fn other_files() -> Vec<(&'static str, Vec<u8>)> {
    let small = Workbook::of(Sheet::new("a").row([1])).bytes();
    let part = |name: &str, content: &str| (name.to_owned(), content.as_bytes().to_vec());
    let manifest = "<manifest:manifest xmlns:manifest=\"m\"><manifest:file-entry manifest:full-path=\"content.xml\">\
                    <manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    let encrypted = archive(
        &[part("mimetype", mimetype), part("content.xml", "\0\u{1}\u{2}"), part("META-INF/manifest.xml", manifest)],
        false,
    );
    let page = "<!DOCTYPE html>\r\n<html><body><table><tr><td>1</td></tr></table></body></html>";
    let old = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
               <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
    let word = Workbook::of(Sheet::new("a"))
        .part("_rels/.rels", relation("officeDocument", "word/document.xml"))
        .part("word/document.xml", "<w:document xmlns:w=\"w\"/>");
    let chart = Workbook::of(Sheet::new("grafik"))
        .part("xl/_rels/workbook.xml.rels", relation("chartsheet", "chartsheets/sheet1.xml"));
    vec![
        ("kosong.xlsx", Vec::new()),
        ("terpotong.xlsx", small[..small.len() / 2].to_vec()),
        ("tanpa-isi.xlsx", Workbook::of(Sheet::new("a")).without("xl/worksheets/sheet1.xml").bytes()),
        ("halaman.xls", page.into()),
        ("lama.xls", old.into()),
        ("kata-sandi.xlsx", compound(&[("EncryptionInfo", b"4"), ("EncryptedPackage", b"x")])),
        ("kata-sandi.ods", encrypted),
        ("biner.xlsx", archive(&[part("_rels/.rels", "<Relationships/>"), part("xl/workbook.bin", "x")], false)),
        ("teks-csv.xlsx", b"kode;nama\r\n01;Barat\r\n".to_vec()),
        ("dokumen.xlsx", b"%PDF-1.7\n".to_vec()),
        ("word.xlsx", word.bytes()),
        ("gambar.xlsx", b"\x89PNG\r\n\x1A\n\0\0".to_vec()),
        ("grafik-saja.xlsx", chart.bytes()),
    ]
}

fn relation(kind: &str, target: &str) -> String {
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    format!("<Relationships><Relationship Id=\"rId1\" Type=\"{kinds}/{kind}\" Target=\"{target}\"/></Relationships>")
}

/// Files that somebody made to do harm, or a broken program by mistake.
fn hostile() -> Vec<(&'static str, Vec<u8>)> {
    let sheet = |inside: &str| {
        let xml = format!("<worksheet xmlns=\"m\">{inside}</worksheet>");
        Workbook::of(Sheet::new("a").raw(&xml)).bytes()
    };
    let cells = |inside: &str| sheet(&format!("<sheetData><row r=\"1\">{inside}</row></sheetData>"));
    let small = || Workbook::of(Sheet::of_texts("a", &[&["x"]]));
    let doctype = "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><sst><si><t>&a;</t></si></sst>";
    let counted = "<sst uniqueCount=\"4000000000\"><si><t>x</t></si></sst>";
    let wide: Vec<u8> = "<?xml version=\"1.0\"?><sst/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let twice = small().part("xl/worksheets/sheet2.xml", "<worksheet/>").bytes();
    let mut broken = small().bytes();
    let at = broken.windows(3).position(|three| three == b"<v>").unwrap();
    broken[at + 3] = b'9';
    vec![
        ("sel-jauh.xlsx", cells("<c r=\"A1\"><v>1</v></c><c r=\"XFD1048576\"><v>2</v></c>")),
        ("kolom-jauh.xlsx", cells("<c r=\"AMJ1\"><v>1</v></c><c r=\"AMK1\"><v>2</v></c>")),
        ("sel-jauh-kosong.xlsx", cells("<c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"0\"/>")),
        ("sel-ganda.xlsx", cells("<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c><c r=\"B1\"><v>3</v></c>")),
        ("lembar-ganda.xlsx", Workbook::of(Sheet::new("Data").row([1])).sheet(Sheet::new("data").row([2])).bytes()),
        ("doctype.xlsx", small().part("xl/sharedStrings.xml", doctype).bytes()),
        ("hitungan-palsu.xlsx", small().part("xl/sharedStrings.xml", counted).bytes()),
        ("sejuta-kolom.xlsx", sheet("<cols><col min=\"1\" max=\"1000000\" width=\"9\"/></cols><sheetData/>")),
        ("ukuran-palsu.xlsx", sheet("<dimension ref=\"A1:ZZZ9999999\"/><sheetData/>")),
        ("utf-16.xlsx", small().part("xl/sharedStrings.xml", wide).bytes()),
        ("bagian-ganda.xlsx", renamed(&twice, b"sheet2.xml", b"sheet1.xml")),
        ("bagian-beda-huruf.xlsx", renamed(&twice, b"sheet2.xml", b"Sheet1.xml")),
        ("rusak.xlsx", broken),
        ("indeks-palsu.xlsx", cells("<c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>7</v></c>")),
        ("bukan-xml.xlsx", sheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></row>")),
        (
            "ods-berulang.ods",
            ods(
                "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"float\" \
             office:value=\"1\" table:number-columns-repeated=\"16384\"/></table:table-row>",
            ),
        ),
        (
            "ods-spasi.ods",
            ods(
                "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"4000000000\"/>b\
             </text:p></table:table-cell></table:table-row>",
            ),
        ),
        (
            "ods-berulang-kosong.ods",
            ods("<table:table-row><table:table-cell table:number-columns-repeated=\"3\"/><table:table-cell \
             table:formula=\"of:=1\"/><table:table-cell table:number-columns-repeated=\"16380\"/></table:table-row>\
             <table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell/></table:table-row>"),
        ),
    ]
}

/// An ODS file of one table.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" \
         xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"a\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let mimetype = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
    archive(&[("mimetype".to_owned(), mimetype), ("content.xml".to_owned(), content.into_bytes())], false)
}

/// XLS files of chosen records.
fn older() -> Vec<(&'static str, Vec<u8>)> {
    let style = |format: u8| record(0x00E0, &[0, 0, format, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let number = |row: u16, column: u16, style: u16, number: f64| {
        let position = [row, column, style].map(u16::to_le_bytes).concat();
        record(0x0203, &[position, number.to_le_bytes().to_vec()].concat())
    };
    let percent = [style(0), style(10), style(17)];
    let whole = record(0x027E, &[1, 0, 0, 0, 0, 0, 0xA3, 0x40, 0, 0]);
    let error = record(0x0205, &[1, 0, 1, 0, 0, 0, 0x17, 1]);
    let several = record(0x00BD, &[2, 0, 0, 0, 0, 0, 6, 0, 0, 0, 1, 0, 3, 0, 0, 0, 1, 0]);
    let cells = [number(0, 0, 1, 0.413), number(0, 1, 0, 2.0), number(0, 2, 2, 45_870.0), whole, error, several];
    // The text is spread over two records, and its width changes on the way.
    let texts = [
        record(0x00FC, &[1, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, b'a', b'b']),
        record(0x003C, &[1, 0xE9, 0, 0x3C, 0x20, b'c', 0]),
    ];
    let label = record(0x00FD, &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let far = [number(0, 0, 0, 1.0), number(65_535, 2_000, 0, 1.0)];
    let secret = [record(0x002F, &[1, 0, 1, 0])];
    vec![
        ("catatan.xls", xls(&percent, &cells)),
        ("teks-bersambung.xls", xls(&texts, &[label])),
        ("sel-jauh.xls", xls(&[style(0)], &far)),
        ("ukuran-palsu.xls", xls(&[style(0)], &[record(0x0200, &[0xFF; 14]), number(0, 0, 0, 1.0)])),
        ("kata-sandi.xls", xls(&secret, &[])),
        ("terpotong.xls", xls(&percent, &cells)[..3_000].to_vec()),
        ("excel-95.xls", compound(&[("Book", b"\x09\x08")])),
        ("dokumen.xls", compound(&[("WordDocument", b"x")])),
    ]
}

/// The archive with another name of the same length for a part, in both places where it stands.
fn renamed(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let found: Vec<usize> = (0..bytes.len() - from.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
    for at in found {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    bytes
}

#[test]
#[allow(clippy::disallowed_methods, reason = "only a person asks for the files to be written")]
fn the_committed_workbooks_say_what_lies_beside_them() {
    let write = std::env::var_os("RAKOR_TULIS_BUKU").is_some();
    let mut all: Vec<(&str, Vec<u8>)> = FOREIGN.iter().map(|name| (*name, sample(name))).collect();
    all.extend(made());
    let mut different = Vec::new();
    for (name, bytes) in all {
        let said = format!("{}\n", dump(&format!("data/{name}"), &bytes));
        for (name, content) in [(name.to_owned(), bytes), (format!("{name}.txt"), said.into_bytes())] {
            let path = folder().join(&name);
            if read_file(&path, 1 << 20).ok().as_deref() != Some(content.as_slice()) {
                if write {
                    write_atomic(&path, &content).unwrap();
                }
                different.push(name);
            }
        }
    }
    assert!(different.is_empty(), "not as made here: {different:?}; see the first lines of this module");
}

#[test]
fn the_folder_holds_no_workbook_that_nobody_made() {
    let mut names: Vec<String> = FOREIGN.iter().map(ToString::to_string).collect();
    names.extend(made().iter().map(|(name, _)| (*name).to_owned()));
    let mut known: Vec<String> = names.iter().flat_map(|name| [name.clone(), format!("{name}.txt")]).collect();
    known.extend(["README.md", "libreoffice.fods"].map(str::to_owned));
    known.sort();
    let there: Vec<String> = list_files(folder().parent().unwrap(), "contoh").unwrap();
    assert_eq!(there, known);
}

#[test]
fn a_workbook_is_read_by_its_content_and_xls_by_its_name_as_well() {
    let xlsx = sample("libreoffice.xlsx");
    for name in ["data/libreoffice.xls", "data/libreoffice.ods", "data/libreoffice", "data/libreoffice.XLSM"] {
        assert_eq!(dump(name, &xlsx), dump("data/libreoffice.xlsx", &xlsx));
    }
    let ods = sample("libreoffice.ods");
    assert_eq!(dump("data/a.xlsx", &ods), dump("data/a.ods", &ods));
    let xls = sample("libreoffice.xls");
    assert_eq!(dump("data/a.XLS", &xls), dump("data/a.xls", &xls));
    let said = "kesalahan[K006]: Berkas ini berisi format XLS walaupun bernama .xlsx.\ndi data/a.xlsx\n\
                tindakan: Buka berkas itu dengan Excel atau LibreOffice, lalu simpan kembali sebagai .xlsx.";
    assert_eq!(dump("data/a.xlsx", &xls), said);
    assert!(
        dump("data/a", &xls)
            .starts_with("kesalahan[K006]: Berkas ini berisi format XLS walaupun bernama tanpa akhiran")
    );
}

#[test]
fn the_three_formats_of_one_workbook_hold_the_same_cells() {
    let read = |name: &str| dump(name, &sample(name));
    assert_eq!(read("libreoffice.ods"), read("libreoffice.xlsx"));
    assert_eq!(read("libreoffice.xls"), read("libreoffice.xlsx"));
}

#[test]
fn codes_are_distinct_and_in_order() {
    let codes: Vec<_> = CODES.iter().map(|(code, _)| *code).collect();
    let expected: Vec<String> = (1..=codes.len()).map(|number| format!("K{number:03}")).collect();
    assert_eq!(codes, expected);
    assert!(CODES.iter().all(|(_, meaning)| meaning.ends_with('.')));
}
