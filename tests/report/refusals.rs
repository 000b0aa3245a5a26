//! Bad input gets a clear refusal with its place, and nothing is lost.

use std::fs;
use std::time::{Duration, Instant};

use rakor::cli::Exit;
use rakor::files::MAX_BYTES;

use super::case::{Case, shown};
use super::disk::{refused, with_old_report};

fn malang() -> Case {
    Case::malang()
}

/// Refused as data.
fn data(case: &Case, said: &[&str]) {
    refused(case, Exit::Data, said);
}

/// Refused as a manifest.
fn manifest(from: &str, to: &str, said: &[&str]) {
    refused(&malang().manifest(from, to), Exit::Usage, said);
}

#[test]
fn a_missing_table() {
    data(&malang().without("kepesertaan"), &["[R012] data\n", "Tabel `kepesertaan` diperlukan untuk laporan bulanan"]);
    let empty = malang().without("pekerja").paper();
    assert!(empty.says("jumlah pekerja (penyebut) belum tersedia") && !empty.says("0,00"));
}

#[test]
fn a_misspelt_table() {
    let text = malang().text("pekerja");
    data(&malang().without("pekerja").bytes("pekrja", text), &["[D001] data/pekrja.csv", "`pekrja`", "`pekerja`"]);
}

#[test]
fn an_unknown_column() {
    let text = malang().text("kepesertaan").replace("peserta_aktif", "peserta_aktiv");
    data(
        &malang().bytes("kepesertaan", text),
        &[
            "[D021] data/kepesertaan.csv, baris 1\n",
            "`peserta_aktiv` tidak dikenal dalam tabel `kepesertaan`; mungkin yang dimaksud `peserta_aktif`",
        ],
    );
}

#[test]
fn a_column_named_twice_and_a_column_left_out() {
    let text = malang().text("kepesertaan");
    data(&malang().bytes("kepesertaan", text.replace("segmen", "periode")), &["[D023]", "sama-sama bernama `periode`"]);
    data(
        &malang().bytes("kepesertaan", "periode,kode_wilayah,segmen,sumber\n2025-06,35.73,TOTAL,BPJS\n"),
        &["[D022] data/kepesertaan.csv, baris 1", "Kolom `peserta_aktif` tidak ditemukan"],
    );
}

#[test]
fn text_in_a_number() {
    data(
        &malang().cell("kepesertaan", 2, "peserta_aktif", "seratus ribu"),
        &[
            "[D014] data/kepesertaan.csv, baris 2, kolom peserta_aktif",
            "Ditemukan : \"seratus ribu\"",
            "Seharusnya: bilangan bulat, misalnya 134.167 atau 134167",
        ],
    );
}

#[test]
fn month_13() {
    data(
        &malang().cell("kepesertaan", 2, "periode", "2025-13"),
        &["[D014] data/kepesertaan.csv, baris 2, kolom periode", "Bulan 13 tidak ada."],
    );
}

#[test]
fn a_negative_count() {
    data(
        &malang().cell("pekerja", 4, "jumlah_pekerja", "-436742"),
        &["[D014] data/pekerja.csv, baris 4, kolom jumlah_pekerja", "Bilangan ini tidak boleh negatif."],
    );
}

#[test]
fn numbers_that_are_none() {
    for cell in ["NaN", "inf", "1e6", "0x10", "134,167.5", "1.2.3", "--5", "٣٤"] {
        data(
            &malang().cell("kepesertaan", 2, "peserta_aktif", cell),
            &["[D014] data/kepesertaan.csv, baris 2, kolom peserta_aktif"],
        );
    }
}

#[test]
fn numbers_beyond_all_counts_are_refused_or_printed_and_nothing_breaks() {
    for (table, line, column) in [
        ("kepesertaan", 416, "peserta_aktif"),
        ("pekerja", 19, "jumlah_pekerja"),
        ("anggaran", 28, "orang_terlindungi"),
        ("anggaran", 28, "target_orang"),
        ("anggaran", 28, "pagu_rp"),
        ("anggaran", 28, "jumlah_bulan"),
        ("klaim", 73, "nominal_rp"),
        ("klaim", 72, "kasus"),
        ("kelompok", 58, "orang_terlindungi"),
        ("pemberi_kerja", 33, "terdaftar"),
        ("proyek", 2, "nilai_kontrak_rp"),
        ("proyek", 2, "pekerja"),
        ("target", 2, "nilai"),
        ("tarif_iuran", 2, "iuran_rp"),
        ("kegiatan", 3, "peserta_orang"),
    ] {
        for value in ["18446744073709551615", "0"] {
            let case = Case::simulasi().cell(table, line, column, value);
            match rakor::report::load(case.raw.clone()) {
                Err(failure) => assert!(!failure.diagnostics.is_empty()),
                Ok(input) => {
                    let built = super::paper::with_room(|| rakor::report::build(&input));
                    if let Err(failure) = built {
                        let kind = rakor::diagnostic::FailureKind::Data;
                        assert_eq!(failure.kind, kind, "{table} {column}: {}", shown(&failure.diagnostics));
                    }
                }
            }
        }
    }
}

#[test]
fn more_participants_than_workers() {
    data(
        &malang().cell("kepesertaan", 2, "peserta_aktif", "436743"),
        &["[A001] data/kepesertaan.csv, baris 2, kolom peserta_aktif", "436.743", "436.742"],
    );
    assert!(malang().cell("kepesertaan", 2, "peserta_aktif", "436742").paper().says("100,00 persen"));
}

#[test]
fn one_key_in_two_rows() {
    let row = malang().text("target").lines().nth(1).unwrap().to_owned();
    data(
        &malang().line("target", &row),
        &["[D025] data/target.csv, baris 7", "Baris 2 dan baris 7 memuat kunci yang sama", "data/target.csv, baris 2"],
    );
}

#[test]
fn two_denominators_of_one_key() {
    let row = "35.73,TOTAL,2024-12-31,bekerja_sakernas,\"penduduk bekerja, kedua\",436000,2025-01,BPS Kota Malang,";
    data(
        &malang().line("pekerja", row),
        &["[A006] data/pekerja.csv, baris 4, kolom jumlah_pekerja", "436.742 dan 436.000", "data/pekerja.csv, baris 6"],
    );
}

#[test]
fn an_empty_file() {
    data(&malang().bytes("target", ""), &["[D009] data/target.csv"]);
    data(&malang().bytes("target", "\u{FEFF}\r\n\r\n"), &["data/target.csv"]);
}

#[test]
fn a_huge_file() {
    let folder = with_old_report(&malang());
    let path = folder.path().join("ws/data/target.csv");
    fs::OpenOptions::new().write(true).open(path).unwrap().set_len(200 << 20).unwrap();
    folder.refuses(
        "buat bulanan -C ws",
        Exit::Data,
        &["[F003] data/target.csv", "ukurannya 200 MB, melebihi batas 128 MB"],
    );
    assert_eq!(MAX_BYTES, 128 << 20);
}

#[test]
fn a_null_byte() {
    let text = malang().text("wilayah").replace("Klojen", "Klo\0jen");
    data(
        &malang().bytes("wilayah", text),
        &["[D008] data/wilayah.csv, baris 6", "Byte ke-13 pada baris 6 bernilai nol (NUL)."],
    );
}

#[test]
fn bytes_that_are_not_utf_8() {
    let mut bytes = malang().text("wilayah").into_bytes();
    let at = bytes.windows(6).position(|part| part == b"Klojen").unwrap();
    bytes[at + 3] = 0xF3;
    let column = at + 4 - bytes[..at].iter().rposition(|byte| *byte == b'\n').unwrap() - 1;
    data(
        &malang().bytes("wilayah", bytes),
        &["data/wilayah.csv, baris 6", &format!("Byte ke-{column} pada baris 6 bukan UTF-8.")],
    );
    let wide: Vec<u8> = malang().text("wilayah").encode_utf16().flat_map(u16::to_le_bytes).collect();
    data(&malang().bytes("wilayah", [b"\xFF\xFE".as_slice(), &wide].concat()), &["data/wilayah.csv", "UTF-16"]);
}

#[test]
fn a_quotation_mark_never_closed() {
    let text = malang().text("penghargaan").replace("Kabupaten Jember\"", "Kabupaten Jember");
    data(&malang().bytes("penghargaan", text), &["data/penghargaan.csv, baris 2", "tanda petik"]);
}

#[test]
fn a_row_of_another_width() {
    data(&malang().line("wilayah", "35.73.06,Tambahan,kecamatan,35.73,x"), &["data/wilayah.csv, baris 10", "5 ", "4 "]);
}

#[test]
fn other_formats_under_the_name_of_a_table() {
    data(&malang().bytes("target", "PK\u{3}\u{4}abc"), &["data/target.csv", "buku kerja"]);
    data(
        &malang().bytes("target", "<!DOCTYPE html><table></table>"),
        &["data/target.csv", "Berkas ini halaman web, bukan CSV."],
    );
}

#[test]
fn a_month_without_data() {
    let folder = with_old_report(&malang());
    folder.refuses(
        "buat bulanan -C ws --periode 2025-07",
        Exit::Data,
        &[
            "[R010] --periode",
            "Data kepesertaan untuk Juli\u{A0}2025 tidak ada; periode terakhir yang tersedia ialah Juni\u{A0}2025.",
            "`--periode 2025-06`",
        ],
    );
}

#[test]
fn an_unknown_region() {
    let folder = with_old_report(&malang());
    folder.refuses(
        "buat bulanan -C ws --wilayah 35.37",
        Exit::Data,
        &["[R011] data/kepesertaan.csv", "wilayah 35.37", "--wilayah 35.73"],
    );
    data(
        &malang().line("target", "ucj,35.79,TOTAL,2025,RPJMD,persen,41,BPS"),
        &["[A007] data/target.csv, baris 7, kolom kode_wilayah", "35.79"],
    );
    for code in ["../../etc", "35/73", "", "35.73\n"] {
        let mut case = malang();
        case.raw.region = Some(code.to_owned());
        assert!(shown(&case.refused().diagnostics).starts_with("R0"), "{code}");
    }
}

#[test]
fn everything_wrong_with_all_files_comes_in_one_go() {
    let case = malang()
        .manifest("perangkat_daerah =", "perangkat_daerh =")
        .cell("kepesertaan", 2, "periode", "2025-13")
        .cell("pekerja", 3, "jumlah_pekerja", "x")
        .bytes("target", "")
        .cell("wilayah", 4, "nama", "Kota\u{202E}Malang");
    refused(
        &case,
        Exit::Usage,
        &[
            "rakor.toml, baris 10, kunci lembaga.perangkat_daerh",
            "mungkin yang dimaksud `perangkat_daerah`",
            "data/kepesertaan.csv, baris 2, kolom periode",
            "data/pekerja.csv, baris 3, kolom jumlah_pekerja",
            "[D009] data/target.csv",
            "data/wilayah.csv, baris 4, kolom nama",
            "Ditemukan 5 kesalahan.",
        ],
    );
}

#[test]
fn the_manifest_is_held_to_its_keys() {
    manifest(
        "garis_kop = \"tunggal\"",
        "garis_kop = \"tungal\"",
        &["rakor.toml, baris 30, kunci naskah.garis_kop", "tungal", "tunggal"],
    );
    manifest("ukuran_huruf = 12", "ukuran_huruf = \"12\"", &["baris 25, kunci naskah.ukuran_huruf", "teks \"12\""]);
    manifest("ukuran_huruf = 12", "ukuran_huruf = 41,3", &["rakor.toml, baris 25", "memuat koma"]);
    manifest("ukuran_huruf = 12", "ukuran_huruf = 12\nukuran_huruf = 11", &["rakor.toml, baris 26", "ukuran_huruf"]);
    manifest("margin_kiri = 30", "margin_kiri = -1", &["baris 28, kunci naskah.margin_kiri"]);
    manifest("[segmen]", "[segmn]", &["rakor.toml, baris 37", "segmn", "`segmen`"]);
    manifest("[lembaga]", "[lembaga", &["rakor.toml, baris 7"]);
    manifest("wilayah = \"35.73\"", "wilayah = 35.73", &["rakor.toml, baris 8, kunci lembaga.wilayah"]);
}

#[test]
fn a_manifest_of_a_hundred_thousand_brackets_is_refused_at_once() {
    let deep = |open: &str, close: &str| format!("x = {}{}\n", open.repeat(100_000), close.repeat(100_000));
    for text in [deep("[", "]"), deep("[", ""), deep("{a=", "}"), format!("[{}]\n", "a.".repeat(100_000))] {
        let started = Instant::now();
        let mut case = malang();
        case.raw.manifest.insert_str(0, &text);
        refused(&case, Exit::Usage, &["rakor.toml, baris 1"]);
        assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    }
}

#[test]
fn an_emblem_that_is_no_picture() {
    let named = || malang().manifest("tempat = \"Malang\"", "tempat = \"Malang\"\nlambang = \"aset/lambang.png\"");
    refused(&named(), Exit::Usage, &["[R013] rakor.toml, baris 12, kunci lembaga.lambang", "aset/lambang.png"]);
    let entities: String =
        (1..10).map(|n| format!("<!ENTITY e{n} \"{}\">", format!("&e{};", n - 1).repeat(10))).collect();
    let bomb = format!(
        "<!DOCTYPE svg [<!ENTITY e0 \"aaaaaaaaaa\">{entities}]>\
         <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><title>&e9;</title></svg>"
    );
    for (name, bytes) in
        [("lambang.png", "bukan gambar"), ("lambang.png", ""), ("lambang.svg", "<svg"), ("lambang.svg", &bomb)]
    {
        let mut case =
            malang().manifest("tempat = \"Malang\"", &format!("tempat = \"Malang\"\nlambang = \"aset/{name}\""));
        case.raw.assets.insert(format!("aset/{name}"), bytes.as_bytes().to_vec());
        refused(&case, Exit::Usage, &[&format!("[R014] aset/{name}"), "tidak dapat dibaca.", "Pesan mesin: "]);
    }
    // What a picture claims to hold is believed before it is unpacked: 40,000 by 40,000 points would take 1.6 GB.
    let png = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &40_000_u32.to_be_bytes()[..], &40_000_u32.to_be_bytes()].concat();
    let jpeg = [b"\xFF\xD8\xFF\xE0\0\x04ab\xFF\xC0\0\x11\x08".as_slice(), &[0x9C, 0x40, 0x9C, 0x40], &[3; 12]].concat();
    for bytes in [png, jpeg] {
        let mut case = named();
        case.raw.assets.insert("aset/lambang.png".to_owned(), bytes);
        let said = "Gambar `aset/lambang.png` berukuran 40.000 × 40.000 titik, melebihi batas 25 juta titik.";
        refused(&case, Exit::Usage, &["[R099] aset/lambang.png\n", said]);
    }
}
