//! Names, codes, abbreviations.

use rakor::diagnostic::Severity;
use rakor::table::Segmen;

use super::book::Book;
use super::{city, found, places, said};
use crate::measure::fixture::Rows;

#[test]
fn a_code_outside_the_table_of_regions_is_found_once_with_all_its_places() {
    let mut rows = city();
    rows.target("00", 2025, "RPJMN", "32.15");
    rows.count("2025-06", "35.73.09", Segmen::Total, 1);
    rows.count("2025-07", "35.73.09", Segmen::Total, 1);
    assert_eq!(said(&rows), ["A007 Kode wilayah 35.73.09 tidak tercantum dalam tabel `wilayah`."]);
    let finding = &found(&rows.data)[0];
    assert_eq!(
        places(finding),
        ["data/kepesertaan.csv, baris 2, kolom kode_wilayah", "data/kepesertaan.csv, baris 3, kolom kode_wilayah"]
    );
    assert_eq!(finding.action, "Perbaiki kode itu atau tambahkan wilayahnya ke tabel `wilayah`.");
}

#[test]
fn without_the_table_of_regions_nothing_is_unknown_but_that_is_said() {
    let mut rows = Rows::default();
    rows.count("2025-06", "35.73.09", Segmen::Total, 1);
    assert_eq!(
        said(&rows),
        ["A012 Tabel `wilayah` tidak tersedia sehingga kode wilayah tidak diperiksa dan nama wilayah tidak dicetak."]
    );
    assert_eq!(found(&rows.data)[0].severity, Severity::Catatan);
}

fn regions(lines: &str) -> Book {
    Book::of(&[("wilayah", &format!("kode;nama;jenis;induk\n{lines}"))])
}

#[test]
fn a_region_begins_with_the_code_of_its_parent() {
    let book = regions("99;Contoh;provinsi;00\n99.71;Kota Contoh;kota;99\n99.71.01;Utara;kecamatan;99.71\n");
    book.clean();
    book.with("wilayah", "kecamatan;99.71", "kecamatan;99")
        .says("A039 Induk wilayah 99.71.01 tercantum 99, padahal kodenya berada di bawah 99.71.");
    book.with("wilayah", "kota;99", "kota;").clean();
}

#[test]
fn a_code_says_what_it_may_name() {
    for (code, level) in [
        ("00", "nasional"),
        ("99", "provinsi"),
        ("99.70", "kabupaten"),
        ("99.71", "kota"),
        ("99.71.01", "kecamatan"),
        ("99.71.00", "tidak_terpetakan"),
        ("99.71.01.1001", "kelurahan"),
        ("99.71.01.2001", "desa"),
    ] {
        let name = if code == "00" { "Indonesia" } else { "Contoh" };
        regions(&format!("{code};{name};{level};\n")).clean();
    }
    regions("99.71;Contoh;kabupaten;\n").says("A040 Kode wilayah 99.71 bukan kode kabupaten.");
    assert_eq!(regions("99.70;Contoh;kota;\n").found()[0].computed.as_deref(), Some("kabupaten"));
    assert_eq!(regions("99.71.01;Contoh;kelurahan;\n").found()[0].code, "A040");
    assert_eq!(regions("99.71.01.1001;Contoh;desa;\n").found()[0].code, "A040");
}

#[test]
fn one_name_has_one_code_below_one_parent() {
    let book =
        regions("99.71.01;Utara;kecamatan;99.71\n99.71.02;Selatan;kecamatan;99.71\n99.72.01;Utara;kecamatan;99.72\n");
    book.clean();
    book.with("wilayah", "Selatan", "Utara")
        .says("A041 Nama wilayah \"Utara\" dipakai oleh kode 99.71.01 dan 99.71.02 di bawah satu induk.");
    regions("99.01;Contoh;kabupaten;99\n99.71;Contoh;kota;99\n").clean();
}

#[test]
fn known_codes_bear_their_names() {
    regions("35.73;KOTA MALANG;kota;\n35.07;Malang;kabupaten;\n61;Kalimantan Barat;provinsi;\n").clean();
    regions("61.11;Kayong-utara;kabupaten;61\n35.73.03;Kedung Kandang;kecamatan;35.73\n").clean();
    let other = regions("35.73.01;Klojen;kecamatan;35.73\n");
    other.says("A042 Kode wilayah 35.73.01 ialah kode Blimbing, bukan \"Klojen\".");
    assert_eq!(other.found()[0].action, "Perbaiki `kode` atau `nama`; daftar lain sering memakai urutan BPS.");
    regions("35.73.06;Entah;kecamatan;35.73\n").clean();
}

#[test]
fn abbreviations_stand_beside_their_own_expansions() {
    let text = |words: &str| {
        let head = "nomor;kode_wilayah;permasalahan;tindak_lanjut;status";
        Book::of(&[("tindak_lanjut", &format!("{head}\n1;35.73;{words};Diperiksa;selesai\n"))])
    };
    for right in [
        "Jaminan Kecelakaan Kerja (JKK) dan jaminan kematian ( JKM )",
        "JHT (Jaminan Hari Tua)",
        "Klaim (JKM) dan Jaminan Pensiun",
        "Jaminan (JKK",
        "Program Jaminan Kehilangan Pekerjaan (JKP)",
        "(JKK) (JKM)",
    ] {
        text(right).clean();
    }
    text("Peserta Jaminan Kecelakaan Kerja (JKM)")
        .says("A038 JKM ialah singkatan dari Jaminan Kematian, bukan Jaminan Kecelakaan Kerja.");
    for wrong in ["JP (Jaminan Kehilangan Pekerjaan)", "baik jaminan hari tua (JP)", "JKK (x), JKP (Jaminan Pensiun)"] {
        let found = text(wrong).found();
        assert_eq!(found[0].code, "A038", "{wrong}");
        assert_eq!(places(&found[0]), ["data/tindak_lanjut.csv, baris 2, kolom permasalahan"]);
    }
}
