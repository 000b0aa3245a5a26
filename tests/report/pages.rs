//! What stands where in the monthly report: the body, its annexes, and what is set apart or left out.

use super::case::Case;
use super::paper::{MALANG, Paper, SIMULASI, bare};

/// The page (from 0) on which the text stands, however its lines are broken.
fn page_of(paper: &Paper, text: &str) -> usize {
    let text = bare(text);
    paper.built.text.iter().position(|page| bare(page).contains(&text)).unwrap()
}

#[test]
fn the_body_of_complete_data_fills_four_pages_and_the_rest_stands_in_the_first_annex() {
    // In front stands the covering note.
    assert_eq!((page_of(&SIMULASI, "LAPORAN NOMOR"), page_of(&SIMULASI, "LAMPIRAN I DATA")), (1, 5));
    let annex = page_of(&SIMULASI, "LAMPIRAN I DATA");
    for body in [
        "Gambar 1 Perkembangan Cakupan terhadap Jalur Menuju Target",
        "Gambar 2 Pekerja Terlindungi dan Belum Terlindungi menurut Segmen",
        "Tabel 1 Tindak Lanjut yang Belum Selesai",
        "Rincian bagian ini disajikan pada Lampiran I dan Lampiran III.",
    ] {
        assert!(page_of(&SIMULASI, body) < annex, "{body}");
    }
    for detail in [
        "Gambar 3 Cakupan menurut Kecamatan",
        "Gambar 4 Pagu dan Realisasi Iuran menurut Sumber Dana",
        "Tabel 7 Penghargaan",
        "Tabel 13 Kegiatan yang Dilaksanakan",
        "Tabel 14 Tindak Lanjut yang Selesai atau Dihentikan",
        "Layanan pendaftaran keliling tidak menjangkau semua kelurahan",
        "Target nasional tahun 2025 sebesar 36,25 persen (RPJMN Simulasi Tahun 2025–2029); penyebutnya tidak diumumkan.",
    ] {
        assert!(
            (annex..page_of(&SIMULASI, "LAMPIRAN II CATATAN DATA")).contains(&page_of(&SIMULASI, detail)),
            "{detail}"
        );
    }
}

#[test]
fn few_activities_and_a_single_award_are_told_in_full_where_they_belong() {
    assert!(MALANG.says("Kegiatan selama Juni 2025 adalah sebagai berikut."));
    assert!(MALANG.says(
        "pada Senin, 30 Juni 2025 di halaman depan Balai Kota Malang yang diselenggarakan oleh BPJS Ketenagakerjaan Kantor \
         Wilayah Jawa Timur."
    ));
    assert!(!MALANG.flow().contains("Kegiatan yang Dilaksanakan") && !MALANG.flow().contains("semua penghargaan"));
}

#[test]
fn many_activities_are_named_in_one_paragraph_and_told_in_the_annex() {
    assert!(SIMULASI.says(
        "Selama Agustus 2025 dilaksanakan lima kegiatan (rincian pada Lampiran I), yaitu rapat konsolidasi pendaftaran \
         pekerja konstruksi (5 Agustus), sosialisasi jaminan sosial ketenagakerjaan bagi pemberi kerja usaha mikro \
         (12 Agustus), penyerahan santunan kepada ahli waris peserta dari kelompok petani (20 Agustus), penyerahan \
         penghargaan kepada pemberi kerja patuh (26 Agustus), dan rapat koordinasi pemutakhiran data pekerja rentan \
         (28 Agustus). Hasil rapat 5 Agustus: disepakati bahwa bukti pendaftaran pekerja diminta sebelum pembayaran \
         termin. Hasil rapat 28 Agustus: disepakati pemutakhiran daftar penerima berdasarkan nama dan alamat setiap \
         triwulan."
    ));
    let annex = page_of(&SIMULASI, "LAMPIRAN I DATA");
    for result in [
        "Sebanyak 48 pemberi kerja menyatakan akan mendaftarkan pekerjanya",
        "Pada 20 Agustus 2025, santunan Jaminan Kematian (JKM) senilai Rp84 juta diserahkan kepada ahli waris 2 peserta.",
        "Jalur menuju target ditarik lurus dari 31,47 persen pada Desember 2024 (dengan penyebut yang berlaku sekarang) \
         ke 40,5 persen.",
    ] {
        assert!(page_of(&SIMULASI, result) >= annex, "{result}");
    }
}

#[test]
fn of_many_recommendations_four_are_printed_and_those_of_a_person_before_all() {
    let of_a_person = [
        "Disarankan agar Dinas Tenaga Kerja memutakhirkan alamat pemberi kerja usaha mikro bersama kecamatan.",
        "Disarankan agar perangkat daerah mensyaratkan daftar pekerja terbaru pada setiap permohonan pembayaran termin.",
    ];
    let packages =
        "Disarankan agar perangkat daerah pada Lampiran III meminta bukti pendaftaran seluruh pekerja dari penyedia.";
    assert_eq!(SIMULASI.flow().matches("Disarankan agar").count(), 4);
    assert!(of_a_person.iter().all(|text| SIMULASI.says(text)) && !SIMULASI.says(packages));

    let paper = Case::simulasi().without("narasi").paper();
    assert_eq!(paper.flow().matches("Disarankan agar").count(), 3);
    assert!(paper.says(packages));
}

#[test]
fn in_the_month_of_a_new_denominator_nothing_is_compared_and_both_coverages_are_printed() {
    let paper = Case::simulasi().period("2025-01").paper();
    let first = page_of(&paper, "LAPORAN NOMOR");
    for said in [
        "tidak dibandingkan; penyebut berbeda dari Desember 2024",
        "Dengan penyebut lama (penduduk bekerja, Sakernas Agustus 2023; 306.215 orang), cakupan sebesar 32,54 persen.",
    ] {
        assert_eq!(page_of(&paper, said), first, "{said}");
    }
    assert!(paper.says("Peserta aktif bertambah 1.308 orang dibandingkan dengan Desember 2024."));
    assert!(!paper.says("Cakupan turun") && !paper.says("tetapi cakupan turun"));
    assert!(!paper.says("Perubahan sebulan (persen poin)"));
    assert!(paper.built.headline.iter().all(|(name, _)| name != "Perubahan sebulan"));

    let next = Case::simulasi().period("2025-02").paper();
    assert!(!next.says("tidak dibandingkan;") && !next.says("Dengan penyebut lama (penduduk"));
    assert!(next.built.headline.iter().any(|(name, _)| name == "Perubahan sebulan"));
}

#[test]
fn a_due_date_that_has_passed_is_called_so_and_one_that_was_never_set_too() {
    assert!(SIMULASI.says("(Dinas Pekerjaan Umum dan Penataan Ruang, melewati tenggat 15 Agustus 2025)."));
    assert!(SIMULASI.says("(Badan Pengelola Keuangan dan Aset Daerah, tenggat 30 September 2025)."));
    assert!(SIMULASI.says("dan 1 dihentikan; 2 di antaranya melewati tenggat."));

    let paper = Case::simulasi().cells("tindak_lanjut", "tenggat", |_, _| String::new()).paper();
    assert!(paper.says("dan 1 dihentikan; tenggatnya belum ditetapkan."));
    assert!(!paper.flow().contains("melewati tenggat"));

    // One date among the open ones is enough to say that none has passed.
    let later = |line: usize, _: &str| if line == 4 { "2025-12-31".to_owned() } else { String::new() };
    let paper = Case::simulasi().cells("tindak_lanjut", "tenggat", later).paper();
    assert!(paper.says("dan 1 dihentikan; tidak ada yang melewati tenggat."));
}

#[test]
fn segments_that_overlap_stand_below_the_total_of_the_others() {
    let table = "BukanPenerimaUpah(BPU)144.06732.91222,84%111.15556,94%Total312.480117.25837,52%195.222100,00%\
                 JasaKonstruksi21.4109.68145,22%11.729x";
    assert!(SIMULASI.bare().contains(table));
    assert!(SIMULASI.says(
        "Pekerja rentan merupakan bagian dari segmen bukan penerima upah dan tidak dijumlahkan lagi ke dalam total."
    ));
}

#[test]
fn a_region_without_a_name_is_called_by_its_code() {
    let paper = Case::simulasi().without("wilayah").paper();
    assert!(paper.says("cakupan di Wilayah 99.71 tercatat 37,52 persen"));
    assert!(!paper.flow().contains("wilayah 99.71"));
}

#[test]
fn an_abbreviation_is_spelled_out_once_where_it_stands_first() {
    for full in [
        "Rencana Pembangunan Jangka Menengah Daerah (RPJMD) Kota Simulasi Tahun 2025–2029",
        "Anggaran Pendapatan dan Belanja Daerah (APBD) di luar Dana Bagi Hasil Cukai Hasil Tembakau (DBHCHT) bagi \
         7.937 orang, DBHCHT bagi 8.010 orang, dan tanggung jawab sosial dan lingkungan (TJSL) bagi 891 orang",
    ] {
        assert_eq!(SIMULASI.flow().matches(&full.replace('\u{A0}', " ")).count(), 1, "{full}");
    }
    assert!(SIMULASI.says(
        "Singkatan: APBD, Anggaran Pendapatan dan Belanja Daerah; DBHCHT, Dana Bagi Hasil Cukai Hasil Tembakau; TJSL, \
         tanggung jawab sosial dan lingkungan."
    ));
}

#[test]
fn a_covering_note_numbers_its_points_only_when_there_are_several() {
    let numbered = |paper: &Paper| paper.built.text[0].lines().filter(|line| line.trim() == "1.").count();
    assert_eq!(numbered(&SIMULASI), 1);
    let paper = Case::simulasi().without("tindak_lanjut").paper();
    assert_eq!(numbered(&paper), 0);
    assert!(bare(&paper.built.text[0]).contains(&bare("masih kurang 9.297 peserta aktif. Atas perhatian Bapak/Ibu")));
}
