//! Days, months and years.

use rakor::table::{ProgramJaminan, Segmen, SumberDana};

use super::book::Book;
use super::{MALANG, city, found, said};
use crate::measure::fixture::{cell, day};

#[test]
fn the_day_of_a_count_lies_in_its_month() {
    let mut rows = city();
    rows.count("2025-06", MALANG, Segmen::Total, 1);
    for (date, message) in [
        ("2025-06-01", None),
        ("2025-06-30", None),
        ("2025-07-01", Some("A008 Tanggal 1 Juli 2025 berada di luar periode Juni 2025.")),
        ("2024-06-30", Some("A008 Tanggal 30 Juni 2024 berada di luar periode Juni 2025.")),
    ] {
        rows.data.kepesertaan[0].per_tanggal.as_mut().unwrap().value = day(date);
        assert_eq!(said(&rows), message.into_iter().collect::<Vec<_>>());
    }
    rows.data.kepesertaan[0].per_tanggal = None;
    assert_eq!(said(&rows), [""; 0]);
}

#[test]
fn nothing_ends_before_it_starts() {
    let mut rows = city();
    rows.package("Gedung", 1, Some(1), Some("2025-03-01"));
    rows.data.proyek[0].selesai = Some(cell("proyek", "selesai", day("2025-03-01")));
    assert_eq!(said(&rows), [""; 0]);
    rows.data.proyek[0].selesai = Some(cell("proyek", "selesai", day("2025-02-28")));
    assert_eq!(said(&rows), ["A009 Tanggal berakhir (28 Februari 2025) mendahului tanggal mulai (1 Maret 2025)."]);
    let mut rows = city();
    rows.tariff(ProgramJaminan::Jkk, "2025-01-01", 10_000);
    rows.data.tarif_iuran[0].berlaku_sampai = Some(cell("tarif_iuran", "berlaku_sampai", day("2024-12-31")));
    rows.group("relawan", Some(SumberDana::Apbd), Some(1), None);
    rows.data.kelompok[0].mulai = Some(cell("kelompok", "mulai", day("2025-02-01")));
    rows.data.kelompok[0].selesai = Some(cell("kelompok", "selesai", day("2025-01-31")));
    assert_eq!(found(&rows.data).len(), 2);
}

fn dated(tables: &[(&str, &str)], date: &str) -> Book {
    let mut book = Book::of(tables);
    book.settings.date = Some(day(date));
    book
}

#[test]
fn nothing_is_realised_after_the_day_of_the_report() {
    let people = "periode;kode_wilayah;segmen;sumber;peserta_aktif;per_tanggal\n\
                  2025-08;35.73;TOTAL;BPJS;100;2025-08-31\n2025-09;35.73;TOTAL;BPJS;100;\n";
    dated(&[("kepesertaan", people)], "2025-09-01").clean();
    let early = dated(&[("kepesertaan", people)], "2025-08-31");
    early.says(
        "A029 Peserta aktif mulai 1 September 2025 dicatat sebelum waktunya: laporan bertanggal 31 Agustus 2025.",
    );
    assert!(early.found()[0].refuses());
    let earlier = dated(&[("kepesertaan", people)], "2025-08-30");
    assert_eq!(earlier.said().len(), 2);
    // An older report is made from what is known today.
    let mut older = earlier.clone();
    older.settings.period = Some("2025-07".parse().unwrap());
    older.clean();
    older.settings.period = Some("2025-08".parse().unwrap());
    assert_eq!(older.said().len(), 1);
    let mut undated = earlier;
    undated.settings.date = None;
    undated.clean();
}

#[test]
fn every_table_of_realised_figures_has_its_day() {
    for (table, text, expected) in [
        ("klaim", "periode;kode_wilayah;program_jaminan;manfaat;sumber\n2025-09;35.73;JKK;total;x", "Klaim"),
        (
            "kepesertaan_program",
            "periode;kode_wilayah;program_jaminan;peserta_aktif;sumber\n2025-09;35.73;JKK;1;x",
            "Peserta aktif menurut program",
        ),
        (
            "kelompok",
            "periode;kode_wilayah;kelompok;orang_terlindungi;sumber\n2025-09;35.73;petani;1;x\n2025-09;35.73;kader;;x",
            "Orang terlindungi menurut kelompok",
        ),
        (
            "pemberi_kerja",
            "periode;kode_wilayah;jenis;terdaftar;sumber\n2025-09;35.73;usaha mikro;1;x",
            "Pemberi kerja terdaftar",
        ),
        (
            "proyek",
            "periode;kode_wilayah;paket;pekerja;tanggal_daftar;sumber\n2025-08;35.73;Gedung;1;2025-09-01;x",
            "Pendaftaran pekerja paket",
        ),
        (
            "anggaran",
            "tahun_anggaran;per_tanggal;kode_wilayah;sumber_dana;kelompok;realisasi_rp;sumber\n\
             2025;2025-09-01;35.73;APBD;petani;1;x\n2025;2025-09-01;35.73;APBD;kader;;x",
            "Realisasi anggaran",
        ),
        ("penghargaan", "tanggal;kode_wilayah;nama;sumber\n2025-09-01;35.73;Paritrana;x", "Penghargaan"),
        (
            "kegiatan",
            "tanggal;kode_wilayah;nama;jenis;hasil;sumber\n2025-09-01;35.73;Rapat;rapat_koordinasi;Disepakati;x\n\
             2025-09-02;35.73;Rapat nanti;rapat_koordinasi;;x",
            "Hasil kegiatan",
        ),
        (
            "indikator_triwulan",
            "kode;kode_wilayah;tahun;triwulan;realisasi_k;sumber\nX;35.73;2025;4;1;x",
            "Realisasi indikator",
        ),
    ] {
        let said = dated(&[(table, text)], "2025-08-31").said();
        assert_eq!(said.len(), 1, "{table}: {said:?}");
        assert!(said[0].starts_with(&format!("A029 {expected} mulai 1 ")), "{said:?}");
        if table != "indikator_triwulan" {
            dated(&[(table, text)], "2025-09-01").clean();
        }
    }
}

#[test]
fn a_year_is_realised_when_it_is_over_unless_it_says_so() {
    let text = "kode;kode_wilayah;tahun;realisasi_k;sumber;status_data\nX;35.73;2025;37,5;Bappeda;";
    dated(&[("indikator_tahunan", text)], "2025-12-31").clean();
    let early = dated(&[("indikator_tahunan", text)], "2025-12-30");
    early.says(
        "A030 Realisasi indikator untuk masa sampai dengan 31 Desember 2025 telah dicatat, padahal laporan bertanggal 30 \
         Desember 2025.",
    );
    early.with("indikator_tahunan", "Bappeda;", "Bappeda;sementara").clean();
    assert_eq!(early.with("indikator_tahunan", ";2025;", ";2026;").found()[0].code, "A029");
    let quarter = "kode;kode_wilayah;tahun;triwulan;realisasi_k;sumber\nX;35.73;2025;3;1;Bappeda";
    dated(&[("indikator_triwulan", quarter)], "2025-09-30").clean();
    assert_eq!(dated(&[("indikator_triwulan", quarter)], "2025-09-29").found()[0].code, "A030");
}
