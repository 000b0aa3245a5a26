//! What an import writes, and what it never does.

use std::fs;

use rakor::cli::Exit;

use super::{Desk, GIVEN, SHEET};

const TABLE: &str = "sim/data/kepesertaan.csv";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("rekap.csv", SHEET);
    desk
}

fn with(arguments: &[&'static str]) -> Vec<&'static str> {
    [&GIVEN, arguments].concat()
}

#[test]
fn nothing_is_written_unless_asked_for() {
    let desk = desk();
    let (table, manifest) = (desk.text(TABLE), desk.text("sim/rakor.toml"));
    let run = desk.import(&GIVEN);
    assert_eq!(run.exit, Exit::Done);
    assert_eq!(run.err, "Belum ada yang ditulis. Jalankan kembali dengan --terapkan untuk menulisnya.\n");
    assert_eq!((desk.text(TABLE), desk.text("sim/rakor.toml")), (table, manifest));
}

#[test]
fn new_rows_are_added_below_and_everything_else_stays_byte_for_byte() {
    let desk = desk();
    // Another order of columns, semicolons, quotation marks, Windows line ends, no line end at the end, a column more.
    let old = "\u{FEFF}segmen;peserta_aktif;periode;kode_wilayah;\"sumber\"\r\nTOTAL;\"10\";2025-08;99.71;\"A; B\"\r\n\r\nPU;7;Agustus 2025;99.71;X";
    desk.put(TABLE, old);
    let run = desk.import(&with(&["--terapkan"]));
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(run.err, "Ditulis: sim/data/kepesertaan.csv\n");
    let new = "\r\nPU;1234;2025-09;99.71.01;BPJS Ketenagakerjaan\r\nBPU;567;2025-09;99.71.02;BPJS Ketenagakerjaan\r\n";
    assert_eq!(desk.text(TABLE), format!("{old}{new}"));
    let again = desk.import(&with(&["--terapkan"]));
    assert_eq!(again.exit, Exit::Done);
    assert!(again.out.contains("Perubahan  0 baris baru, 0 berubah, 2 sama; 2 baris lain dalam ruang kerja tetap\n"));
    assert_eq!(desk.text(TABLE), format!("{old}{new}"));
}

#[test]
fn a_column_that_the_file_lacks_is_added_behind_the_others() {
    let desk = desk();
    desk.put(TABLE, "periode,kode_wilayah,segmen,sumber,peserta_aktif\n2025-08,99.71,PU,X,7\n");
    let run = desk.import(&with(&["--tetap", "status_data=sementara", "--terapkan"]));
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(
        desk.text(TABLE),
        "periode,kode_wilayah,segmen,sumber,peserta_aktif,status_data\n\
         2025-08,99.71,PU,X,7,\n\
         2025-09,99.71.01,PU,BPJS Ketenagakerjaan,1234,sementara\n\
         2025-09,99.71.02,BPU,BPJS Ketenagakerjaan,567,sementara\n"
    );
}

#[test]
fn a_table_without_a_file_gets_one() {
    let desk = desk();
    fs::remove_file(desk.path().join(TABLE)).unwrap();
    let run = desk.import(&with(&["--terapkan"]));
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(
        desk.text(TABLE),
        "periode,kode_wilayah,segmen,sumber,peserta_aktif\n\
         2025-09,99.71.01,PU,BPJS Ketenagakerjaan,1234\n\
         2025-09,99.71.02,BPU,BPJS Ketenagakerjaan,567\n"
    );
}

#[test]
fn figures_that_would_change_are_shown_and_refused_until_they_are_meant_to() {
    let desk = desk();
    let head = "periode,kode_wilayah,segmen,sumber,peserta_aktif,status_data\n";
    let old = format!(
        "{head}2025-09,99.71.01,PU,BPJS Ketenagakerjaan,1200,tetap\n2025-09,99.71.03,PU,BPJS Ketenagakerjaan,5,tetap\n"
    );
    desk.put(TABLE, &old);
    let shown = "Perubahan  1 baris baru, 1 berubah, 0 sama; 1 baris lain dalam ruang kerja tetap\n\
        \n\
        Baris baru:\n\
        \u{20} periode 2025-09, kode_wilayah 99.71.02, segmen BPU, sumber BPJS Ketenagakerjaan: peserta_aktif 567\n\
        \n\
        Baris yang berubah:\n\
        \u{20} periode 2025-09, kode_wilayah 99.71.01, segmen PU, sumber BPJS Ketenagakerjaan (data/kepesertaan.csv, baris 2)\n\
        \u{20}   peserta_aktif: 1.200 → 1.234\n";
    let run = desk.import(&GIVEN);
    assert!(run.out.contains(shown), "{}", run.out);
    assert_eq!(run.err, "Belum ada yang ditulis. Jalankan kembali dengan --terapkan --ganti untuk menulisnya.\n");
    let run = desk.import(&with(&["--terapkan"]));
    assert_eq!(run.exit, Exit::Data);
    assert_eq!(
        run.err,
        "kesalahan[I019] data/kepesertaan.csv, baris 2\n\
         \u{20} Impor ini akan mengubah 1 baris yang sudah ada; belum ada yang ditulis.\n\
         \u{20} Tindakan  : Periksa daftar perubahannya; apabila memang benar, tambahkan --ganti.\n\
         \n\
         Ditemukan 1 kesalahan.\n"
    );
    assert_eq!(desk.text(TABLE), old);
    let run = desk.import(&with(&["--terapkan", "--ganti"]));
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(
        desk.text(TABLE),
        format!(
            "{head}2025-09,99.71.01,PU,BPJS Ketenagakerjaan,1234,tetap\n2025-09,99.71.03,PU,BPJS Ketenagakerjaan,5,tetap\n\
             2025-09,99.71.02,BPU,BPJS Ketenagakerjaan,567,\n"
        )
    );
}

#[test]
fn an_import_with_an_error_writes_nothing() {
    let desk = desk();
    let table = desk.text(TABLE);
    desk.put("rekap.csv", SHEET.replace("1.801", "1.802"));
    let run = desk.import(&with(&["--terapkan"]));
    assert_eq!(run.exit, Exit::Data);
    assert_eq!(
        run.err,
        "kesalahan[I012] rekap.csv › rekap!D5\n\
         \u{20} Tercantum 1.802, tetapi `peserta_aktif` pada baris 3 sampai dengan 4 berjumlah 1.801; selisihnya 1.\n\
         \u{20} Ditemukan : 1.802\n\
         \u{20} Seharusnya: 1.801\n\
         \u{20} Tindakan  : Perbaiki baris yang keliru atau jumlahnya; apabila baris itu bukan jumlah, sebutkan artinya \
         dalam `nilai`.\n\
         \n\
         Ditemukan 1 kesalahan.\n\
         Belum ada yang ditulis: perbaiki kesalahan di atas lebih dahulu.\n"
    );
    assert_eq!(desk.text(TABLE), table);
}

#[test]
fn the_result_may_go_to_another_folder_and_overwrites_nothing_there() {
    let desk = desk();
    let table = desk.text(TABLE);
    let run = desk.import(&with(&["-o", "hasil"]));
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(run.err, "Ditulis: hasil/kepesertaan.csv\n");
    assert_eq!(desk.text(TABLE), table);
    let new = "2025-09,99.71.01,PU,BPJS Ketenagakerjaan,1234,,\n2025-09,99.71.02,BPU,BPJS Ketenagakerjaan,567,,\n";
    assert_eq!(desk.text("hasil/kepesertaan.csv"), format!("{table}{new}"));
    let run = desk.import(&with(&["-o", "hasil"]));
    assert_eq!(run.exit, Exit::Usage);
    assert_eq!(
        run.err,
        "kesalahan[F005] hasil/kepesertaan.csv\n\
         \u{20} hasil/kepesertaan.csv sudah ada dan tidak kosong; berkas itu tidak ditimpa.\n\
         \u{20} Tindakan  : Pilih nama lain dengan -o atau pindahkan berkas itu.\n\
         \n\
         Ditemukan 1 kesalahan.\n"
    );
}

#[test]
fn a_table_in_a_workbook_is_left_alone() {
    use crate::workbook::builder::{Sheet, Workbook};
    let desk = desk();
    fs::remove_file(desk.path().join(TABLE)).unwrap();
    let sheet = Sheet::of_texts(
        "kepesertaan",
        &[&["periode", "kode_wilayah", "segmen", "sumber", "peserta_aktif"], &["2025-08", "99.71", "PU", "X", "7"]],
    );
    desk.put("sim/data/data.xlsx", Workbook::of(sheet).bytes());
    let run = desk.import(&with(&["--terapkan"]));
    assert_eq!(run.exit, Exit::Data);
    assert_eq!(
        run.err,
        "kesalahan[I020] data/data.xlsx › kepesertaan\n\
         \u{20} Tabel `kepesertaan` berada dalam buku kerja, yang tidak diubah oleh program ini.\n\
         \u{20} Tindakan  : Tulis hasilnya sebagai CSV ke folder lain dengan -o FOLDER, lalu salin barisnya ke lembar itu.\n\
         \n\
         Ditemukan 1 kesalahan.\n"
    );
    let run = desk.import(&with(&["-o", "hasil"]));
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_eq!(
        desk.text("hasil/kepesertaan.csv"),
        "periode,kode_wilayah,segmen,sumber,peserta_aktif\n\
         2025-08,99.71,PU,X,7\n\
         2025-09,99.71.01,PU,BPJS Ketenagakerjaan,1234\n\
         2025-09,99.71.02,BPU,BPJS Ketenagakerjaan,567\n"
    );
}

#[test]
fn a_proposal_is_kept_at_the_end_of_the_manifest_and_used_by_itself_next_month() {
    let desk = desk();
    let manifest = desk.text("sim/rakor.toml");
    let run = desk.import(&with(&["--simpan", "--nama", "bulanan"]));
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    let section = "\n[impor.bulanan]\n\
        tabel = \"kepesertaan\"\n\
        judul = \"cari\"\n\
        baris_judul = 1\n\
        \n\
        [impor.bulanan.kolom]\n\
        kode_wilayah = \"Kecamatan\"\n\
        segmen = \"Segmen\"\n\
        peserta_aktif = \"Jml Peserta Aktif\"\n\
        \n\
        [impor.bulanan.tetap]\n\
        sumber = \"BPJS Ketenagakerjaan\"\n";
    // The month belongs to one file only.
    assert_eq!(desk.text("sim/rakor.toml"), format!("{manifest}{section}"));
    assert!(run.out.starts_with(&format!("Usulan pemetaan untuk rekap.csv:\n{section}")), "{}", run.out);
    desk.put(
        "rekap.csv",
        SHEET.replace("Rekap Kepesertaan September 2025;;;", "Kota Simulasi;;;\nKeadaan s.d. 31 Oktober 2025;;;"),
    );
    let run = desk.import(&["rekap.csv"]);
    assert_eq!(run.exit, Exit::Data);
    assert_eq!(
        run.err,
        "kesalahan[I007] rekap.csv › rekap\n\
         \u{20} Kolom `periode` wajib ada dalam tabel `kepesertaan`, tetapi tidak ada pada lembar ini.\n\
         \u{20} Seharusnya: Periode laporan\n\
         \u{20} Tindakan  : Tambahkan --periode 2025-10 apabila lembar ini memang untuk Oktober 2025, atau tulis `periode` pada [impor.bulanan.tetap].\n\
         \n\
         Ditemukan 1 kesalahan.\n"
    );
    let run = desk.import(&["rekap.csv", "--periode", "2025-10", "--terapkan"]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(run.out.starts_with("rekap.csv › rekap dibaca sebagai tabel `kepesertaan` menurut [impor.bulanan].\n"));
    assert!(desk.text(TABLE).ends_with("2025-10,99.71.02,BPU,BPJS Ketenagakerjaan,567,,\n"));
    let kept = desk.text("sim/rakor.toml");
    let run = desk.import(&["rekap.csv", "--periode", "2025-10", "--simpan", "--terapkan"]);
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(
        run.err.starts_with("Pemetaan itu sudah tersimpan sebagai [impor.bulanan] dalam rakor.toml.\n"),
        "{}",
        run.err
    );
    assert_eq!(desk.text("sim/rakor.toml"), kept);
    let run = desk.import(&["rekap.csv", "--sumber", "Lain", "--simpan"]);
    assert_eq!(run.exit, Exit::Usage);
    assert_eq!(
        run.err,
        "kesalahan[I021] rakor.toml, baris 109, kunci impor.bulanan\n\
         \u{20} Bagian [impor.bulanan] sudah ada; isinya tidak ditimpa.\n\
         \u{20} Tindakan  : Pilih nama lain dengan --nama NAMA, atau hapus bagian itu lebih dahulu.\n\
         \n\
         Ditemukan 1 kesalahan.\n"
    );
}

#[test]
fn of_two_mappings_that_fit_one_must_be_chosen() {
    let desk = desk();
    for name in ["satu", "dua"] {
        let run = desk.import(&with(&["--simpan", "--nama", name]));
        assert_eq!(run.exit, Exit::Done, "{}", run.err);
    }
    let run = desk.import(&["rekap.csv"]);
    assert_eq!(run.exit, Exit::Data);
    assert_eq!(
        run.err,
        "kesalahan[I017] rekap.csv\n\
         \u{20} Berkas ini cocok dengan [impor.satu] dan [impor.dua].\n\
         \u{20} Tindakan  : Pilih salah satunya dengan --nama NAMA.\n\
         \n\
         Ditemukan 1 kesalahan.\n"
    );
}

#[test]
fn a_guess_is_written_only_after_it_was_kept() {
    let desk = desk();
    let table = desk.text(TABLE);
    desk.put("rekap.csv", SHEET.replace("Peserta Aktif", "Peserta Aktip"));
    let doubt = "peringatan[I025] rekap.csv › rekap!D2\n\
        \u{20} Judul kolom \"Jml Peserta Aktip\" dikira salah tulis dari \"peserta aktif\", sehingga dibaca sebagai `peserta_aktif`.\n\
        \u{20} Tindakan  : Apabila benar, simpan pemetaannya dengan --simpan; apabila tidak, perbaiki tulisan itu atau tulis pemetaannya dalam rakor.toml.\n\n";
    let run = desk.import(&GIVEN);
    assert_eq!(run.exit, Exit::Done);
    assert!(
        run.out.contains("  D   \"Jml Peserta Aktip\" → peserta_aktif (dikira salah tulis dari \"peserta aktif\")\n")
    );
    assert_eq!(
        run.err,
        format!(
            "{doubt}Ditemukan 1 peringatan.\nBelum ada yang ditulis. Pastikan dugaan di atas, simpan pemetaannya dengan \
             --simpan, lalu jalankan kembali dengan --terapkan.\n"
        )
    );
    let refusal = "kesalahan[I025] rekap.csv\n\
        \u{20} Usulan pemetaan ini memuat dugaan, sehingga belum ada yang ditulis.\n\
        \u{20} Tindakan  : Periksa dugaan di atas, simpan pemetaannya dengan --simpan, lalu jalankan kembali dengan --terapkan.\n";
    for arguments in [&["--terapkan"][..], &["-o", "hasil"], &["--simpan", "--terapkan"]] {
        let run = desk.import(&[&GIVEN, arguments].concat());
        assert_eq!(run.exit, Exit::Data);
        assert!(run.err.contains(refusal), "{}", run.err);
        assert_eq!(desk.text(TABLE), table);
    }
    let run = desk.import(&with(&["--simpan", "--terapkan"]));
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert_ne!(desk.text(TABLE), table);
}

#[test]
fn options_that_cannot_be_meant_are_refused_before_any_work() {
    let desk = desk();
    let run = desk.import(&[
        "rekap.csv",
        "--tetap",
        "segmen",
        "--periode",
        "2025-09",
        "--tetap",
        "periode=2025-10",
        "--ganti",
    ]);
    assert_eq!(run.exit, Exit::Usage);
    assert_eq!(
        run.err,
        "kesalahan[I022] --tetap\n\
         \u{20} Ditemukan : \"2025-10\"\n\
         \u{20} Seharusnya: satu isi saja untuk kolom periode\n\
         \u{20} Tindakan  : Tulis --tetap dengan isi seperti itu.\n\
         \n\
         kesalahan[I022] --tetap\n\
         \u{20} Ditemukan : \"segmen\"\n\
         \u{20} Seharusnya: KOLOM=ISI, misalnya segmen=TOTAL\n\
         \u{20} Tindakan  : Tulis --tetap dengan isi seperti itu.\n\
         \n\
         kesalahan[C001] --ganti\n\
         \u{20} Opsi --ganti hanya berlaku saat menulis.\n\
         \u{20} Tindakan  : Tambahkan --terapkan atau -o FOLDER.\n\
         \n\
         Ditemukan 3 kesalahan.\n"
    );
}

#[test]
fn a_program_gets_everything_as_one_object() {
    let desk = desk();
    let run = desk.import(&with(&["--format", "json"]));
    let object: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(object["perintah"], "impor");
    let result = &object["hasil"];
    assert_eq!(result["tabel"], "kepesertaan");
    assert_eq!(
        result["usulan"]["dipahami"][2],
        serde_json::json!({
            "kolom": "D", "judul": "Jml Peserta Aktif", "ke": "peserta_aktif", "dikira": null
        })
    );
    assert_eq!(result["impor"]["baru"][0]["peserta_aktif"], "1234");
    assert_eq!(result["impor"]["jumlah"][0]["tercantum"], 1801);
    assert_eq!(
        result["impor"]["tidak_diimpor"],
        serde_json::json!([
            { "baris": 5, "sebab": "baris jumlah", "teks": "Jumlah" }
        ])
    );
    assert_eq!(result["ditulis"], serde_json::json!([]));
}

#[test]
fn the_table_and_the_regions_must_be_right_before_anything_is_compared_with_them() {
    let desk = desk();
    desk.put(TABLE, "periode,kode_wilayah,segmen,sumber,peserta_aktif\n2025-08,99.71,PU,X,tujuh\n");
    let run = desk.import(&GIVEN);
    assert_eq!(run.exit, Exit::Data);
    assert!(run.err.starts_with("kesalahan[D014] data/kepesertaan.csv, baris 2, kolom peserta_aktif\n"), "{}", run.err);
}
