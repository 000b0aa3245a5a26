//! The ways in which spreadsheet programs write the same table.

use rakor::table::{Dataset, Segmen};

use super::{HEAD, good, wrong};

const PLAIN: &str = "periode,kode_wilayah,segmen,sumber,peserta_aktif\n2025-06,35.73,TOTAL,\"BPJS, Malang\",134167\n";

/// Lines aside, the one row that all dialects say.
fn assert_says_the_row(dataset: &Dataset, line: u32) {
    let [row] = dataset.kepesertaan.as_slice() else { panic!("one row expected: {:?}", dataset.kepesertaan) };
    assert_eq!(row.periode.value.to_string(), "2025-06");
    assert_eq!(row.kode_wilayah.value, "35.73");
    assert_eq!(row.segmen.value, Segmen::Total);
    assert_eq!(row.sumber.value, "BPJS, Malang");
    assert_eq!(row.peserta_aktif.value, 134_167);
    assert_eq!((row.per_tanggal.as_ref(), row.status_data.as_ref()), (None, None));
    let place = &row.peserta_aktif.place;
    assert_eq!(place.to_string(), format!("data/kepesertaan.csv, baris {line}, kolom peserta_aktif"));
    assert_eq!(row.row.to_string(), format!("data/kepesertaan.csv, baris {line}"));
}

#[test]
fn comma_and_line_feed() {
    assert_says_the_row(&good("kepesertaan", PLAIN), 2);
}

#[test]
fn byte_order_mark_and_carriage_returns() {
    assert_says_the_row(&good("kepesertaan", format!("\u{FEFF}{}", PLAIN.replace('\n', "\r\n"))), 2);
    assert_says_the_row(&good("kepesertaan", PLAIN.replace('\n', "\r")), 2);
}

#[test]
fn no_line_end_on_the_last_row() {
    assert_says_the_row(&good("kepesertaan", PLAIN.trim_end()), 2);
}

#[test]
fn semicolons_are_found_in_the_header() {
    let text = "periode;kode_wilayah;segmen;sumber;peserta_aktif\nJuni 2025;35.73;total;BPJS, Malang;134.167\n";
    assert_says_the_row(&good("kepesertaan", text), 2);
}

#[test]
fn a_declared_separator_is_honoured_and_counts_as_a_line() {
    let text =
        "sep=;\r\nperiode;kode_wilayah;segmen;sumber;peserta_aktif\r\n2025-06;35.73;TOTAL;BPJS, Malang;134167\r\n";
    assert_says_the_row(&good("kepesertaan", text), 3);
    assert_says_the_row(&good("kepesertaan", format!("\u{FEFF}\"sep=,\"\n{PLAIN}")), 3);
}

#[test]
fn columns_may_stand_in_any_order_with_spaces_around() {
    let text = "peserta_aktif, sumber ,segmen,kode_wilayah,periode\n 134167 ,\"BPJS, Malang \",TOTAL,35.73,2025-06\n";
    assert_says_the_row(&good("kepesertaan", text), 2);
}

#[test]
fn blank_rows_are_skipped_and_counted() {
    let text = format!("\n,,,\n{}", PLAIN.replace('\n', "\r\n\r\n  \r\n,,,,\r\n"));
    assert_says_the_row(&good("kepesertaan", text), 7);
}

#[test]
fn columns_without_name_and_content_are_ignored() {
    let text = PLAIN.replace('\n', ",,\n");
    assert_says_the_row(&good("kepesertaan", text), 2);
}

#[test]
fn a_quoted_cell_keeps_line_breaks_and_later_rows_keep_their_lines() {
    let rows = "2025-06,35.73,PU,\"BPJS\r\nCabang \"\"Malang\"\"\",1\r\n2025-06,35.73,BPU,BPJS,2\r\n";
    let dataset = good("kepesertaan", format!("{}{rows}", HEAD.replace('\n', "\r\n")));
    assert_eq!(dataset.kepesertaan[0].sumber.value, "BPJS\nCabang \"Malang\"");
    let lines: Vec<_> = dataset.kepesertaan.iter().map(|row| row.row.baris).collect();
    assert_eq!(lines, [Some(2), Some(4)]);
}

#[test]
fn a_header_alone_is_an_empty_table() {
    for text in [HEAD, HEAD.trim_end(), "\u{FEFF}periode,kode_wilayah,segmen,sumber,peserta_aktif\r\n\r\n"] {
        let dataset = good("kepesertaan", text);
        assert!(dataset.kepesertaan.is_empty());
        assert!(dataset.present.contains("kepesertaan"));
        assert_eq!(dataset.tables(), [("kepesertaan", 0)]);
    }
}

#[test]
fn an_empty_file_is_refused() {
    let expected = "\
kesalahan[D009] data/kepesertaan.csv
Berkas ini kosong.
Seharusnya: baris judul kolom, lalu satu baris untuk setiap data
Tindakan  : Isi berkas itu atau hapus; kolomnya dijelaskan oleh `rakor skema`.";
    for bytes in ["", "\u{FEFF}", "\r\n\n", "  \n;;;\n", "sep=;", "sep=;\n", "sep=;\n;;\n\n"] {
        assert_eq!(wrong("kepesertaan", bytes), expected, "{bytes:?}");
    }
}

#[test]
fn utf_16_is_refused_with_and_without_its_mark() {
    let expected = "\
kesalahan[D006] data/kepesertaan.csv
Berkas ini disimpan sebagai UTF-16, bukan UTF-8.
Tindakan  : Simpan kembali berkas sebagai CSV UTF-8.";
    let little: Vec<u8> = PLAIN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = PLAIN.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = |mark: &[u8], text: &[u8]| [mark, text].concat();
    for bytes in [marked(&[0xFF, 0xFE], &little), marked(&[0xFE, 0xFF], &big), little.clone(), big.clone()] {
        assert_eq!(wrong("kepesertaan", bytes), expected);
    }
}

#[test]
fn windows_1252_is_refused_with_the_byte() {
    let mut bytes = format!("{HEAD}2025-06,35.73,TOTAL,Caf").into_bytes();
    bytes.extend(b"\xE9,1\r\n");
    assert_eq!(
        wrong("kepesertaan", bytes),
        "\
kesalahan[D007] data/kepesertaan.csv, baris 2
Byte ke-24 pada baris 2 bukan UTF-8.
Ditemukan : byte 0xE9
Seharusnya: teks UTF-8
Tindakan  : Simpan kembali berkas sebagai CSV UTF-8."
    );
}

#[test]
fn a_character_cut_off_by_the_end_of_the_file_is_refused() {
    let bytes = [HEAD.as_bytes(), b"2025-06,35.73,TOTAL,BPJS \xE2\x80"].concat();
    let said = wrong("kepesertaan", bytes);
    assert!(said.contains("Byte ke-26 pada baris 2 bukan UTF-8.\nDitemukan : byte 0xE2\n"), "{said}");
}

#[test]
fn a_nul_byte_is_refused_with_its_place() {
    let bytes = format!("{HEAD}2025-06,35.73,TOTAL,BPJS,1\n2025-06,35.73,PU,BP\0JS,1\n");
    assert_eq!(
        wrong("kepesertaan", bytes),
        "\
kesalahan[D008] data/kepesertaan.csv, baris 3
Byte ke-20 pada baris 3 bernilai nol (NUL).
Ditemukan : byte 0x00
Seharusnya: teks UTF-8
Tindakan  : Simpan kembali berkas sebagai CSV UTF-8."
    );
}

#[test]
fn whichever_bad_byte_comes_first_is_named() {
    let nul_first = [HEAD.as_bytes(), b"\0\xE9\n"].concat();
    assert!(wrong("kepesertaan", nul_first).starts_with("kesalahan[D008] data/kepesertaan.csv, baris 2\nByte ke-1 "));
    let nul_last = [HEAD.as_bytes(), b"\xE9\0\n"].concat();
    assert!(wrong("kepesertaan", nul_last).starts_with("kesalahan[D007] data/kepesertaan.csv, baris 2\nByte ke-1 "));
}

#[test]
fn other_formats_under_the_name_of_csv_are_named() {
    let cases: [(&[u8], &str); 5] = [
        (b"PK\x03\x04\x14\x00\x06\x00", "buku kerja"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "buku kerja"),
        (b"\r\n<!DOCTYPE html><html>", "halaman web"),
        (b"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", "halaman web"),
        (b"%PDF-1.7\n", "dokumen PDF"),
    ];
    for (bytes, what) in cases {
        let expected = format!(
            "\
kesalahan[D005] data/kepesertaan.csv
Berkas ini {what}, bukan CSV.
Tindakan  : Buka berkas itu, lalu simpan tabelnya sebagai CSV UTF-8."
        );
        assert_eq!(wrong("kepesertaan", bytes), expected);
    }
}

#[test]
fn other_separators_are_refused() {
    for (text, line, found) in [
        (HEAD.replace(',', "\t"), 1, "tab"),
        (format!("\n{}", HEAD.replace(',', "|")), 2, "\"|\""),
        (format!("sep=\t\n{HEAD}"), 1, "tab"),
        (format!("sep=|\n{HEAD}"), 1, "\"|\""),
        (format!("sep=,;\n{HEAD}"), 1, "\",;\""),
    ] {
        let expected = format!(
            "\
kesalahan[D013] data/kepesertaan.csv, baris {line}
Pemisah kolom berkas ini tidak dikenal.
Ditemukan : {found}
Seharusnya: koma atau titik koma
Tindakan  : Simpan kembali berkas sebagai CSV UTF-8."
        );
        assert_eq!(wrong("kepesertaan", text), expected);
    }
}

#[test]
fn a_quote_never_closed_is_refused_where_it_opens() {
    let rows = "2025-06,35.73,TOTAL,BPJS,1\n2025-07,35.73,TOTAL,\"BPJS,1\n2025-08,35.73,TOTAL,BPJS,1\n";
    assert_eq!(
        wrong("kepesertaan", format!("{HEAD}{rows}")),
        "\
kesalahan[D010] data/kepesertaan.csv, baris 3
Tanda petik yang dibuka pada baris 3 tidak pernah ditutup.
Tindakan  : Tutup tanda petik itu; tanda petik di dalam sel ditulis dua kali (\"\")."
    );
}

#[test]
fn a_quote_closed_by_that_of_a_later_row_is_refused_where_it_opens() {
    let rows = "2025-06,35.73,TOTAL,\"BPJS,1\n2025-07,35.73,TOTAL,\"BPJS\",1\n";
    assert_eq!(
        wrong("kepesertaan", format!("{HEAD}{rows}")),
        "\
kesalahan[D011] data/kepesertaan.csv, baris 2
Sesudah tanda petik yang dibuka pada baris 2 dan ditutup pada baris 3 masih ada isi dalam sel yang sama.
Tindakan  : Periksa letak tanda petik; tanda petik di dalam sel ditulis dua kali (\"\")."
    );
    let said = wrong("kepesertaan", format!("{HEAD}2025-06,35.73,TOTAL,\"BPJS\" Malang,1\n"));
    let expected = "Sesudah tanda petik yang dibuka pada baris 2 masih ada isi dalam sel yang sama.";
    assert_eq!(said.lines().nth(1), Some(expected));
}

#[test]
fn quotes_inside_a_plain_cell_are_ordinary_characters() {
    let dataset = good("kepesertaan", format!("{HEAD}2025-06,35.73,TOTAL,UD \"Maju\" 5\",1\n"));
    assert_eq!(dataset.kepesertaan[0].sumber.value, "UD \"Maju\" 5\"");
}

#[test]
fn rows_with_too_many_or_too_few_cells_are_refused_and_the_others_read() {
    let rows = "2025-06,35.73,TOTAL,BPJS,134,167\n2025-07,35.73,TOTAL,BPJS,1\n2025-08,35.73,TOTAL\n";
    assert_eq!(
        super::wrong_rows(rows),
        "\
kesalahan[D012] data/kepesertaan.csv, baris 2
Baris ini memuat lebih banyak sel daripada baris judul.
Ditemukan : 6 sel
Seharusnya: 5 sel
Tindakan  : Hapus sel yang berlebih, atau apit sel yang memuat koma dengan tanda petik.
kesalahan[D012] data/kepesertaan.csv, baris 4
Baris ini memuat lebih sedikit sel daripada baris judul.
Ditemukan : 3 sel
Seharusnya: 5 sel
Tindakan  : Lengkapi baris itu; sel yang datanya belum tersedia dibiarkan kosong."
    );
    let semicolons = format!("{HEAD}{rows}").replace(',', ";");
    assert!(wrong("kepesertaan", semicolons).contains("sel yang memuat titik koma dengan tanda petik."));
}

#[test]
fn a_file_of_more_than_128_mib_is_refused() {
    let mut bytes = HEAD.as_bytes().to_vec();
    bytes.resize(usize::try_from(rakor::table::MAX_BYTES).unwrap() + 1, b'\n');
    assert_eq!(
        wrong("kepesertaan", bytes),
        "\
kesalahan[D003] data/kepesertaan.csv
Berkas ini terlalu besar.
Ditemukan : 134.217.729 byte
Seharusnya: paling banyak 134.217.728 byte
Tindakan  : Hapus baris yang tidak diperlukan."
    );
}

#[test]
fn more_than_two_million_rows_are_refused_before_any_is_read() {
    let mut text = String::from("kode,nama,jenis\n");
    text.push_str(&"x\n".repeat(2_000_001));
    assert_eq!(
        wrong("wilayah", text),
        "\
kesalahan[D004] data/wilayah.csv
Tabel ini memuat terlalu banyak baris.
Ditemukan : 2.000.001 baris
Seharusnya: paling banyak 2.000.000 baris
Tindakan  : Hapus baris yang tidak diperlukan."
    );
}
