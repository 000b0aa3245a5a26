//! Workbooks that ask for too much: made in memory, because they are large or many.

use std::io::{Cursor, Write};

use rakor::workbook::{MAX_BYTES, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, address, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::builder::{Sheet, Workbook, archive};
use super::dump::dump;

/// The first line of what is said.
fn first(bytes: &[u8]) -> String {
    dump("a.xlsx", bytes).lines().next().unwrap().to_owned()
}

/// A workbook with a part of so many blanks, after as many bytes as nothing packs.
fn bomb(mebibytes: usize, ballast: usize) -> Vec<u8> {
    let small = Workbook::of(Sheet::new("a").row([1])).parts();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in small {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.start_file("ballast", SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
    writer.write_all(&vec![1; ballast]).unwrap();
    let tight = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    writer.start_file("xl/media/gambar.png", tight).unwrap();
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..mebibytes {
        writer.write_all(&blanks).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn an_archive_that_inflates_without_measure_is_refused() {
    let said = "kesalahan[K012]: Isi buku kerja ini mengembang melebihi batas pada bagian \"xl/media/gambar.png\".";
    assert_eq!(first(&bomb(64, 0)), said);
    assert_eq!(first(&bomb(205, 2 << 20)), said);
    // What stays small may be packed tightly.
    assert_eq!(dump("a.xlsx", &bomb(1, 0)), "a Y1900\n  A1 1");
}

#[test]
fn a_file_beyond_the_limit_is_not_looked_into() {
    let length = usize::try_from(MAX_BYTES).unwrap();
    let mut bytes = Workbook::of(Sheet::new("a").row([1])).bytes();
    bytes.resize(length + 1, 0);
    let said = "kesalahan[K001]: Berkas ini terlalu besar.\ndi a.xlsx\nditemukan: 20.971.521 byte\n\
                seharusnya: paling banyak 20.971.520 byte\n\
                tindakan: Salin lembar yang diperlukan ke buku kerja baru.";
    assert_eq!(dump("a.xlsx", &bytes), said);
    bytes.truncate(length);
    assert_ne!(dump("a.xlsx", &bytes), said);
}

#[test]
fn an_archive_has_two_thousand_parts_at_most() {
    let book = |more: usize| {
        let mut parts = Workbook::of(Sheet::new("a").row([1])).parts();
        let own = parts.len();
        parts.extend((own..more).map(|at| (format!("x{at}"), Vec::new())));
        archive(&parts, false)
    };
    assert_eq!(dump("a.xlsx", &book(2_000)), "a Y1900\n  A1 1");
    let said = "kesalahan[K011]: Arsip buku kerja ini memuat terlalu banyak bagian.\ndi a.xlsx\nditemukan: 2.001 bagian\n\
                seharusnya: paling banyak 2.000 bagian\ntindakan: Salin lembar yang diperlukan ke buku kerja baru.";
    assert_eq!(dump("a.xlsx", &book(2_001)), said);
}

#[test]
fn a_document_type_is_refused_in_every_part() {
    let parts = Workbook::of(Sheet::of_texts("a", &[&["x"]])).part("docProps/app.xml", "<?xml version=\"1.0\"?>\n<a/>");
    let parts = parts.part("gambar.bin", "<a/>").parts();
    for at in 0..parts.len() {
        let mut parts = parts.clone();
        let (name, content) = &mut parts[at];
        let name = name.clone();
        let text = String::from_utf8(content.clone()).unwrap();
        let (head, body) = text.split_at(text.find("?>").map_or(0, |at| at + 2));
        *content = format!("{head}<!doctype a [<!ENTITY b \"c\">]>{body}").into_bytes();
        let said = format!(
            "kesalahan[K014]: Bagian \"{name}\" memuat deklarasi DOCTYPE, yang tidak ditulis program mana pun."
        );
        assert_eq!(first(&archive(&parts, true)), said);
    }
}

#[test]
fn a_part_is_read_in_no_other_encoding() {
    let said = "kesalahan[K015]: Bagian \"xl/sharedStrings.xml\" tidak disimpan sebagai UTF-8.";
    for head in ["encoding=\"windows-1252\"", "encoding='UTF-16'", "version=\"1.0\" encoding = \"utf-7\""] {
        let part = format!("<?xml {head}?><sst><si><t>x</t></si></sst>");
        let book = Workbook::of(Sheet::of_texts("a", &[&["x"]])).part("xl/sharedStrings.xml", part);
        assert_eq!(first(&book.bytes()), said);
    }
}

#[test]
fn rows_columns_and_texts_have_limits_and_reach_them() {
    let cell = |place: &str| {
        let row: String = place.chars().filter(char::is_ascii_digit).collect();
        let xml = format!(
            "<worksheet><sheetData><row r=\"{row}\"><c r=\"{place}\"><v>1</v></c></row></sheetData></worksheet>"
        );
        dump("a.xlsx", &Workbook::of(Sheet::new("a").raw(&xml)).bytes())
    };
    let last = address(MAX_ROWS, MAX_COLUMNS);
    assert_eq!(cell(&last), "a Y1900\n  AMJ100000 1");
    let said = "kesalahan[K016]: Sel A100001 berisi, padahal terletak di luar batas.\ndi a.xlsx › a!A100001\n\
                ditemukan: A100001\nseharusnya: paling jauh baris 100.000 dan kolom 1.024 (AMJ)\n\
                tindakan: Hapus isi sel itu, atau pindahkan tabelnya ke pojok kiri atas lembar.";
    assert_eq!(cell("A100001"), said);
    assert!(cell("AMK1").starts_with("kesalahan[K016]: Sel AMK1 "));
    let text = |length: usize| dump("a.xlsx", &Workbook::of(Sheet::of_texts("a", &[&[&"é".repeat(length)]])).bytes());
    assert!(text(MAX_TEXT).starts_with("a Y1900"));
    let said = "kesalahan[K018]: Teks ini terlalu panjang untuk satu sel.\ndi a.xlsx › a!A1\n\
                seharusnya: paling banyak 32.767 karakter\ntindakan: Pendekkan teks itu.";
    assert_eq!(text(MAX_TEXT + 1), said);
    let said = "kesalahan[K018]: Teks ini terlalu panjang untuk satu sel.\ndi a.xlsx\n\
                seharusnya: paling banyak 32.767 karakter\ntindakan: Pendekkan teks itu.";
    assert_eq!(text(MAX_TEXT * 8), said);
}

#[test]
fn two_million_cells_are_read_and_no_more() {
    let book = |columns: u32| {
        let content = format!(
            "<office:document-content><table:table table:name=\"a\"><table:table-row \
             table:number-rows-repeated=\"100000\"><table:table-cell office:value-type=\"float\" office:value=\"1\" \
             table:number-columns-repeated=\"{columns}\"/></table:table-row></table:table></office:document-content>"
        );
        let mimetype = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
        archive(&[("mimetype".to_owned(), mimetype), ("content.xml".to_owned(), content.into_bytes())], false)
    };
    assert_eq!(read("a.ods", &book(20)).unwrap().sheets[0].cells.len(), 2_000_000);
    let said = "kesalahan[K017]: Buku kerja ini memuat terlalu banyak sel berisi.\ndi a.ods › a\n\
                seharusnya: paling banyak 2.000.000 sel\ntindakan: Salin lembar yang diperlukan ke buku kerja baru.";
    assert_eq!(dump("a.ods", &book(21)), said);
}

#[test]
fn formats_that_would_fill_the_memory_are_refused() {
    let font = format!("<font><name val=\"{}\"/></font>", "x".repeat(40_000));
    let styles = format!("<styleSheet><fonts>{font}</fonts><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(2_000));
    let book = Workbook::of(Sheet::new("a").row([1])).part("xl/styles.xml", styles);
    let said = "kesalahan[K022]: Bagian \"xl/styles.xml\" memuat terlalu banyak gaya, gabungan sel, atau keterangan.";
    assert_eq!(first(&book.bytes()), said);
}

#[test]
fn a_part_marked_as_encrypted_asks_for_the_password() {
    let mut bytes = Workbook::of(Sheet::new("a").row([1])).bytes();
    let marks: Vec<usize> = (0..bytes.len() - 4)
        .filter_map(|at| match &bytes[at..at + 4] {
            b"PK\x03\x04" => Some(at + 6),
            b"PK\x01\x02" => Some(at + 8),
            _ => None,
        })
        .collect();
    for at in marks {
        bytes[at] |= 1;
    }
    assert_eq!(first(&bytes), "kesalahan[K005]: Buku kerja ini dilindungi kata sandi.");
}

#[test]
fn what_stands_in_remarks_and_values_is_no_tag() {
    let xml = "<x:worksheet xmlns:x=\"m\"><!-- <sheetData> --><x:sheetFormatPr a='<c>\"'/><x:cols>\
               <x:col min=\"3\" max=\"4\" hidden=\"true\" width=\"a>b\"/></x:cols><x:sheetData><!-- <c> </row> -->\
               <x:row hidden='1' spans=\">\"><x:c r = 'B1' ><x:f/><x:v>1</x:v></x:c><x:c><x:f>1</x:f></x:c></x:row>\
               <x:row><x:c t=\"str\"><x:v><![CDATA[<c>]]></x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData>\
               <x:mergeCells><x:mergeCell ref=\"A5:B6\"/><x:mergeCell ref=\"B6:A5\"/></x:mergeCells></x:worksheet>";
    let said =
        "a Y1900\n  rows 1..=1 hidden\n  columns C..=D hidden\n  A5:B6 merged\n  B1 1\n  C1 not computed\n  B2 2";
    assert_eq!(dump("a.xlsx", &Workbook::of(Sheet::new("a").raw(xml)).bytes()), said);
}

#[test]
fn tags_may_lie_across_the_pieces_that_are_read() {
    for blanks in (65_200..65_700).step_by(7) {
        let xml = format!(
            "<worksheet><!--{}--><cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\" \
             hidden=\"1\"><c r=\"A1\"><f>1</f></c><c r=\"B1\"><f>1</f><v>2</v></c></row></sheetData></worksheet>",
            " ".repeat(blanks)
        );
        let said = "a Y1900\n  rows 1..=1 hidden\n  columns B..=B hidden\n  A1 not computed\n  B1 2";
        assert_eq!(dump("a.xlsx", &Workbook::of(Sheet::new("a").raw(&xml)).bytes()), said, "{blanks}");
    }
}
