//! Parts that add up.

use rakor::audit::{Settings, audit};
use rakor::diagnostic::Severity;
use rakor::table::{JenisWilayah, Segmen};

use super::book::Book;
use super::{MALANG, city, found, said, settings};
use crate::measure::fixture::Rows;

#[test]
fn segments_add_up_to_the_total_by_the_manifest() {
    let mut rows = city();
    rows.count("2025-05", MALANG, Segmen::Total, 29_040);
    rows.count("2025-05", MALANG, Segmen::Pu, 24_286);
    rows.count("2025-05", MALANG, Segmen::Jakon, 9_000);
    assert_eq!(said(&rows), [""; 0], "a missing part is no contradiction");
    rows.count("2025-05", MALANG, Segmen::Bpu, 4_754);
    assert_eq!(said(&rows), [""; 0]);
    rows.data.kepesertaan[0].peserta_aktif.value = 29_041;
    let message = "A003 Jumlah peserta aktif segmen PU dan BPU di Kota Malang pada Mei 2025 (29.040) berbeda 1 dari \
                   total (29.041).";
    assert_eq!(said(&rows), [message]);
    let finding = &found(&rows.data)[0];
    assert_eq!(finding.action, "Lengkapi rinciannya atau perbaiki totalnya.");
    assert_eq!(finding.places.len(), 3);
    rows.data.kepesertaan[0].peserta_aktif.value = 29_039;
    assert!(found(&rows.data)[0].refuses());
    let three = vec![Segmen::Pu, Segmen::Bpu, Segmen::Jakon];
    let message = audit(&rows.data, &Settings { total_parts: three, ..settings() })[0].message.clone();
    assert!(message.starts_with("Jumlah peserta aktif segmen PU, BPU, dan JAKON di Kota Malang"), "{message}");
    let none = Settings { total_parts: Vec::new(), ..settings() };
    assert_eq!(audit(&rows.data, &none), []);
}

#[test]
fn workers_of_one_day_add_up_to_their_total_too() {
    let mut rows = city();
    rows.workers(MALANG, Segmen::Total, "2024-08-31", 70_426, Some("2025-01"));
    rows.workers(MALANG, Segmen::Pu, "2024-08-31", 47_010, Some("2025-01"));
    rows.workers(MALANG, Segmen::Bpu, "2024-08-31", 23_416, Some("2025-01"));
    assert_eq!(said(&rows), [""; 0]);
    rows.data.pekerja[2].jumlah_pekerja.value = 23_417;
    let message = "A003 Jumlah pekerja segmen PU dan BPU di Kota Malang per 31 Agustus 2024 (70.427) berbeda 1 dari \
                   total (70.426).";
    assert_eq!(said(&rows), [message]);
}

#[test]
fn kecamatan_above_the_total_refuse_and_below_it_warn() {
    let mut rows = city();
    rows.count("2025-06", MALANG, Segmen::Total, 100);
    rows.count("2025-06", "35.73.01", Segmen::Total, 60);
    rows.count("2025-06", "35.73.02", Segmen::Total, 41);
    let message = "A004 Jumlah peserta aktif segmen TOTAL menurut kecamatan di Kota Malang pada Juni 2025 (101) \
                   berbeda 1 dari total (100).";
    assert_eq!(said(&rows), [message]);
    assert!(found(&rows.data)[0].refuses());
    rows.data.kepesertaan[2].peserta_aktif.value = 40;
    assert_eq!(said(&rows), [""; 0]);
    rows.data.kepesertaan[2].peserta_aktif.value = 39;
    let message = "A005 Jumlah peserta aktif segmen TOTAL menurut kecamatan di Kota Malang pada Juni 2025 (99) \
                   berbeda 1 dari total (100).";
    assert_eq!(said(&rows), [message]);
    assert_eq!(found(&rows.data)[0].severity, Severity::Peringatan);
    rows.count("2025-06", "35.73.00", Segmen::Total, 1);
    assert_eq!(said(&rows), [""; 0], "the unmapped row closes the gap");
}

#[test]
fn a_region_that_is_its_own_parent_compares_nothing() {
    let mut rows = Rows::default();
    rows.region(MALANG, "Kota Malang", JenisWilayah::Kota, Some(MALANG));
    rows.count("2025-06", MALANG, Segmen::Total, 100);
    let message = "A039 Induk wilayah 35.73 tercantum 35.73, padahal kodenya berada di bawah 35.";
    assert_eq!(said(&rows), [message]);
}

#[test]
fn subgroups_together_may_equal_their_group_but_not_exceed_it() {
    let book = Book::of(&[(
        "kelompok",
        "periode;kode_wilayah;kelompok;induk_kelompok;target_orang;sumber\n2025-08;35.73;pekerja rentan;;100;Disnaker\n\
         2025-08;35.73;petani;pekerja rentan;70;Disnaker\n2025-08;35.73;kader;pekerja rentan;30;Disnaker\n",
    )]);
    book.clean();
    book.with("kelompok", ";30;", ";31;").says(
        "A015 Target orang seluruh subkelompok (101) melebihi kelompok induknya, \"pekerja rentan\" (100), di Kota Malang \
         pada Agustus 2025.",
    );
    assert_eq!(book.with("kelompok", ";30;", ";31;").found()[0].severity, Severity::Peringatan);
    book.with("kelompok", ";30;", ";;").clean();
}

#[test]
fn a_line_that_sums_up_stands_alone_or_not_at_all() {
    let book = Book::of(&[(
        "pemberi_kerja",
        "periode;kode_wilayah;jenis;jumlah;sumber\n2025-08;35.73;Jumlah;15;BPJS\n2025-07;35.73;usaha mikro;10;BPJS\n",
    )]);
    book.clean();
    book.line("pemberi_kerja", "2025-08;35.73;usaha mikro;15;BPJS").says(
        "A017 Baris \"Jumlah\" pada tabel `pemberi_kerja` menjumlahkan baris lain sehingga jumlahnya terhitung dua kali.",
    );
    let groups = Book::of(&[(
        "kelompok",
        "periode;kode_wilayah;kelompok;orang_terlindungi;sumber\n2025-08;35.73;petani;5;Disnaker\n\
         2025-08;35.73;TOTAL kelompok;5;Disnaker\n",
    )]);
    assert_eq!(groups.found()[0].code, "A017");
    groups.with("kelompok", "TOTAL kelompok", "totalitas").clean();
}

#[test]
fn employers_registered_partly_and_not_at_all_are_all_of_them() {
    let book = Book::of(&[(
        "pemberi_kerja",
        "periode;kode_wilayah;jenis;jumlah;terdaftar;terdaftar_sebagian;belum_terdaftar;sumber\n\
         2025-08;35.73;usaha mikro;100;60;10;30;BPJS\n",
    )]);
    book.clean();
    book.with("pemberi_kerja", ";30;", ";29;").says(
        "A018 Pemberi kerja jenis \"usaha mikro\" di Kota Malang yang terdaftar, terdaftar sebagian, dan belum terdaftar \
         berjumlah 99, kurang dari jumlahnya (100).",
    );
    assert_eq!(book.with("pemberi_kerja", ";30;", ";31;").found()[0].code, "A010");
    book.with("pemberi_kerja", ";10;30;", ";;30;").clean();
}

#[test]
fn workers_of_kecamatan_are_at_most_those_of_their_city() {
    let book = Book::of(&[(
        "pekerja",
        "kode_wilayah;segmen;per_tanggal;definisi;sebutan;jumlah_pekerja;sumber\n\
         35.73;TOTAL;2024-08-31;bekerja_sakernas;x;100;BPS\n35.73.01;TOTAL;2024-08-31;bekerja_sakernas;x;60;BPS\n\
         35.73.02;TOTAL;2024-08-31;bekerja_sakernas;x;40;BPS\n",
    )]);
    book.clean();
    book.with("pekerja", ";40;", ";41;").says(
        "A004 Jumlah pekerja segmen TOTAL menurut kecamatan di Kota Malang per 31 Agustus 2024 (101) berbeda 1 dari total \
         (100).",
    );
    book.with("pekerja", ";40;", ";1;").clean();
    book.with("pekerja", "35.73.02;TOTAL;2024-08-31", "35.73.02;TOTAL;2023-08-31")
        .with("pekerja", ";40;", ";99;")
        .clean();
}

#[test]
fn benefits_add_up_to_the_total_of_their_programme() {
    let book = Book::of(&[(
        "klaim",
        "periode;kode_wilayah;program_jaminan;manfaat;kasus;nominal_rp;sumber\n2025-08;35.73;JKM;total;18;761500000;BPJS\n\
         2025-08;35.73;JKM;santunan;18;756000000;BPJS\n2025-08;35.73;JKM;beasiswa;3;5500000;BPJS\n",
    )]);
    book.clean();
    book.with("klaim", ";5500000;", ";5500001;").says(
        "A031 Rincian manfaat JKM di Kota Malang pada Agustus 2025 (Rp761.500.001) berbeda Rp1 dari totalnya \
         (Rp761.500.000).",
    );
    assert_eq!(book.with("klaim", ";5500000;", ";5499999;").found()[0].code, "A031");
    // One case may bring both benefits, but no benefit has more cases than there are.
    book.with("klaim", ";3;", ";18;").clean();
    book.with("klaim", ";3;", ";19;")
        .says("A031 Kasus beasiswa (19) melebihi seluruh kasus JKM di Kota Malang pada Agustus 2025 (18).");
    // What is missing may explain a gap, not an excess.
    let gap = book.with("klaim", "beasiswa;3;5500000", "beasiswa;3;");
    gap.clean();
    assert_eq!(gap.with("klaim", ";756000000;", ";761500001;").found()[0].code, "A031");
}

fn quarters(how: &str, year: &str, of: [&str; 4]) -> Book {
    let lines: String = of.iter().zip(1..).map(|(value, n)| format!("X;35.73;2024;{n};{value};Bappeda\n")).collect();
    Book::of(&[
        ("indikator", &format!("kode;kode_wilayah;nama;satuan;agregasi\nX;35.73;x;kasus;{how}\n")),
        ("indikator_tahunan", &format!("kode;kode_wilayah;tahun;realisasi_k;sumber\nX;35.73;2024;{year};Bappeda\n")),
        ("indikator_triwulan", &format!("kode;kode_wilayah;tahun;triwulan;realisasi_k;sumber\n{lines}")),
    ])
}

#[test]
fn quarters_make_the_year_as_the_indicator_says() {
    quarters("jumlah", "10", ["1", "2", "3", "4"]).clean();
    quarters("posisi akhir", "4", ["1", "2", "3", "4"]).clean();
    quarters("rata-rata", "2,5", ["1", "2", "3", "4"]).clean();
    quarters("", "9", ["1", "2", "3", "4"]).clean();
    quarters("jumlah", "9", ["1", "2", "3", ""]).clean();
    // Each whole number may hide half a unit: two for the quarters, and the year's own half.
    quarters("jumlah", "12", ["1", "2", "3", "4"]).clean();
    quarters("jumlah", "13", ["1", "2", "3", "4"])
        .says("A025 Realisasi Tahun 2024 indikator \"X\" di Kota Malang (13) berbeda dari jumlah triwulannya (10).");
    // Five roundings together: four tenths and the year's unit hide seven tenths, on either side.
    for first in ["1,3", "2,7"] {
        quarters("jumlah", "11", [first, "2,0", "3,0", "4,0"]).clean();
    }
    quarters("jumlah", "11", ["1,2", "2,0", "3,0", "4,0"])
        .says("A025 Realisasi Tahun 2024 indikator \"X\" di Kota Malang (11) berbeda dari jumlah triwulannya (10,2).");
    assert_eq!(quarters("jumlah", "11", ["2,8", "2,0", "3,0", "4,0"]).found()[0].code, "A025");
    // Two roundings of a tenth hide a tenth.
    for year in ["4", "4,0", "4,04"] {
        quarters("posisi_akhir", year, ["1", "2", "3", "4,0"]).clean();
    }
    quarters("posisi_akhir", "4,1", ["1", "2", "3", "4,0"]).says(
        "A025 Realisasi Tahun 2024 indikator \"X\" di Kota Malang (4,1) berbeda dari triwulan terakhirnya (4,0).",
    );
    assert_eq!(quarters("posisi_akhir", "3,9", ["1", "2", "3", "4,0"]).found()[0].code, "A025");
    quarters("posisi terakhir", "4,1", ["1", "2", "3", "4,05"]).clean();
    quarters("posisi terakhir", "4,2", ["1", "2", "3", "4,05"]).says(
        "A025 Realisasi Tahun 2024 indikator \"X\" di Kota Malang (4,2) berbeda dari triwulan terakhirnya (4,05).",
    );
    quarters("rata_rata", "2,7", ["1,0", "2,0", "3,0", "4,0"]).says(
        "A025 Realisasi Tahun 2024 indikator \"X\" di Kota Malang (2,7) berbeda dari rata-rata triwulannya (2,5).",
    );
    // Exactly as far apart as both roundings together.
    quarters("rata_rata", "2,6", ["1,0", "2,0", "3,0", "4,0"]).clean();
    quarters("rata_rata", "2,4", ["1,0", "2,0", "3,0", "4,0"]).clean();
    assert_eq!(quarters("rata_rata", "2,3", ["1,0", "2,0", "3,0", "4,0"]).found()[0].code, "A025");
}

#[test]
fn only_the_last_target_of_a_position_is_the_one_of_its_year() {
    let targets = |how: &str, year: &str| {
        Book::of(&[
            ("indikator", &format!("kode;kode_wilayah;nama;satuan;agregasi\nX;35.73;x;kasus;{how}\n")),
            ("indikator_tahunan", &format!("kode;kode_wilayah;tahun;target_k;sumber\nX;35.73;2024;{year};Bappeda\n")),
            (
                "indikator_triwulan",
                "kode;kode_wilayah;tahun;triwulan;target_k;sumber\nX;35.73;2024;1;9;Bappeda\nX;35.73;2024;4;4,0;Bappeda\n",
            ),
        ])
    };
    targets("posisi akhir", "4,0").clean();
    targets("posisi akhir", "4,1")
        .says("A025 Target Tahun 2024 indikator \"X\" di Kota Malang (4,1) berbeda dari triwulan terakhirnya (4,0).");
    targets("jumlah", "4,2").clean();
}
