//! A mapping of the user's own: what it takes from a sheet, and what is said where it does not fit.

use rakor::cli::Exit;

use super::{Desk, Run, SHEET};

/// Imports a sheet by a mapping that stands in the manifest.
fn import(sheet: &str, mapping: &str, arguments: &[&str]) -> Run {
    let desk = Desk::new();
    desk.put("rekap.csv", sheet);
    let manifest = desk.text("sim/rakor.toml");
    desk.put("sim/rakor.toml", format!("{manifest}\n[impor.x]\n{mapping}"));
    desk.import(&[&["rekap.csv", "--nama", "x"], arguments].concat())
}

/// The rows that an import would add, as their columns and cells.
fn added(run: &Run) -> Vec<String> {
    let section = run.out.split("Baris baru:\n").nth(1).unwrap_or_default();
    section.lines().take_while(|line| !line.is_empty()).map(|line| line.trim().to_owned()).collect()
}

const PLAIN: &str = r#"tabel = "kepesertaan"
kolom = { kode_wilayah = "Kecamatan", segmen = "Segmen", peserta_aktif = "Jml Peserta Aktif" }
tetap = { periode = "2025-09", sumber = "BPJS" }
"#;

#[test]
fn a_mapping_says_which_column_stands_under_which_heading() {
    let run = import(SHEET, PLAIN, &[]);
    assert_eq!(
        run.out,
        "rekap.csv › rekap dibaca sebagai tabel `kepesertaan` menurut [impor.x].\n\
         Judul      baris 2\n\
         Data       2 baris lembar menjadi 2 baris tabel\n\
         Perubahan  2 baris baru, 0 berubah, 0 sama; 432 baris lain dalam ruang kerja tetap\n\
         \n\
         Baris baru:\n\
         \u{20} periode 2025-09, kode_wilayah 99.71.01, segmen PU, sumber BPJS: peserta_aktif 1.234\n\
         \u{20} periode 2025-09, kode_wilayah 99.71.02, segmen BPU, sumber BPJS: peserta_aktif 567\n\
         \n\
         Jumlah yang sesuai dengan barisnya:\n\
         \u{20} peserta_aktif 1.801 (rekap!D5)\n\
         \n\
         Tidak diimpor:\n\
         \u{20} baris 5: baris jumlah, \"Jumlah\"\n"
    );
    assert_eq!(run.err, "Belum ada yang ditulis. Jalankan kembali dengan --terapkan untuk menulisnya.\n");
    assert_eq!(run.exit, Exit::Done);
}

#[test]
fn words_stand_for_what_the_mapping_says_and_rows_are_left_out_by_their_first_text() {
    let sheet = "Daerah,Jenis,Peserta\nKlojen,formal,10\nLuar kota,formal,99\nJumlah,formal,109\n";
    let mapping = r#"tabel = "kepesertaan"
kolom = { kode_wilayah = "Daerah", segmen = "kolom B", peserta_aktif = "Peserta" }
tetap = { periode = "2025-09", sumber = "BPJS" }
lewati = ["Luar Kota"]
nilai = { segmen = { Formal = "PU" }, kode_wilayah = { Klojen = "99.71.01", Jumlah = "99.71" } }
"#;
    assert_eq!(
        added(&import(sheet, mapping, &[])),
        [
            "periode 2025-09, kode_wilayah 99.71.01, segmen PU, sumber BPJS: peserta_aktif 10",
            "periode 2025-09, kode_wilayah 99.71, segmen PU, sumber BPJS: peserta_aktif 109",
        ]
    );
}

#[test]
fn figures_in_units_are_exact_and_a_fraction_of_a_rupiah_is_refused() {
    let sheet = "Bulan;Program;Nominal\nAgu 2025;JKK;1,5\nAgu 2025;JKM;0,1234567\n";
    let mapping = r#"tabel = "klaim"
kolom = { periode = "Bulan", program_jaminan = "Program", nominal_rp = "Nominal" }
tetap = { kode_wilayah = "99.71", manfaat = "total", sumber = "BPJS" }
satuan = { nominal_rp = "juta" }
"#;
    let run = import(sheet, mapping, &[]);
    assert_eq!(run.exit, Exit::Data);
    assert_eq!(
        run.err,
        "kesalahan[I023] rekap.csv › rekap!C3\n\
         \u{20} Angka ini tidak dapat dibaca dalam satuan juta.\n\
         \u{20} Ditemukan : \"0,1234567\"\n\
         \u{20} Seharusnya: bilangan dalam satuan juta\n\
         \u{20} Tindakan  : Periksa angka itu, atau hapus satuannya dari pemetaan.\n\
         \n\
         Ditemukan 1 kesalahan.\n\
         Belum ada yang ditulis: perbaiki kesalahan di atas lebih dahulu.\n"
    );
}

/// The errors of a mapping that does not fit, without the closing count.
fn errors(sheet: &str, mapping: &str, arguments: &[&str]) -> String {
    let run = import(sheet, mapping, arguments);
    assert_eq!(run.exit, Exit::Data, "{}{}", run.out, run.err);
    run.err
}

#[test]
fn a_mapping_that_does_not_fit_is_refused_with_its_line_and_the_sheet() {
    let mapping = r#"tabel = "kepesertaan"
kolom = { kode_wilayah = "Kecamatn", segmn = "Segmen", peserta_aktif = "No" }
tetap = { peserta_aktif = "5" }
satuan = { segmen = "juta", peserta_aktif = "lusin" }
"#;
    assert_eq!(
        errors(SHEET, mapping, &[]),
        "kesalahan[I004] rakor.toml, baris 111, kunci impor.x.kolom.kode_wilayah\n\
         \u{20} Judul kolom \"Kecamatn\" tidak ditemukan pada lembar; mungkin yang dimaksud `Kecamatan`.\n\
         \u{20} Seharusnya: salah satu dari \"No\", \"Kecamatan\", \"Segmen\", \"Jml Peserta Aktif\"\n\
         \u{20} Tindakan  : Sesuaikan pemetaan dengan judul pada lembar, atau perbaiki judul itu.\n\
         \u{20} Lihat juga: rekap.csv › rekap, baris 2\n\
         \n\
         kesalahan[I002] rakor.toml, baris 111, kunci impor.x.kolom.segmn\n\
         \u{20} Kolom \"segmn\" tidak dikenal dalam tabel `kepesertaan`; mungkin yang dimaksud `segmen`.\n\
         \u{20} Seharusnya: salah satu dari periode, kode_wilayah, segmen, sumber, peserta_aktif, per_tanggal, status_data\n\
         \u{20} Tindakan  : Ganti nama kolom itu atau hapus.\n\
         \n\
         kesalahan[I008] rakor.toml, baris 112, kunci impor.x.tetap.peserta_aktif\n\
         \u{20} Kolom `peserta_aktif` diisi dengan dua cara.\n\
         \u{20} Tindakan  : Hapus salah satunya.\n\
         \u{20} Lihat juga: rakor.toml, baris 111, kunci impor.x.kolom.peserta_aktif\n\
         \n\
         kesalahan[I009] rakor.toml, baris 113, kunci impor.x.satuan.segmen\n\
         \u{20} Satuan itu tidak dikenal.\n\
         \u{20} Ditemukan : \"juta\"\n\
         \u{20} Seharusnya: satu, ribu, juta, miliar, atau triliun, untuk kolom bilangan bulat atau rupiah\n\
         \u{20} Tindakan  : Ganti satuan itu atau hapus.\n\
         \n\
         kesalahan[I009] rakor.toml, baris 113, kunci impor.x.satuan.peserta_aktif\n\
         \u{20} Satuan itu tidak dikenal.\n\
         \u{20} Ditemukan : \"lusin\"\n\
         \u{20} Seharusnya: satu, ribu, juta, miliar, atau triliun, untuk kolom bilangan bulat atau rupiah\n\
         \u{20} Tindakan  : Ganti satuan itu atau hapus.\n\
         \n\
         Ditemukan 5 kesalahan.\n"
    );
}

#[test]
fn tables_and_sheets_that_do_not_exist_are_named_with_the_nearest() {
    let first = |mapping: &str, arguments: &[&str]| {
        let text = errors(SHEET, mapping, arguments);
        text.lines().take(2).map(str::trim).collect::<Vec<_>>().join(": ")
    };
    assert_eq!(
        first("tabel = \"kepesertan\"\n", &[]),
        "kesalahan[I001] rakor.toml, baris 110, kunci impor.x.tabel: Tabel \"kepesertan\" tidak dikenal; mungkin yang dimaksud \
         `kepesertaan`."
    );
    assert_eq!(
        first("tabel = \"penerima\"\n", &[]),
        "kesalahan[I016] rakor.toml, baris 110, kunci impor.x.tabel: Tabel `penerima` memuat data pribadi, sehingga isinya \
         tidak ditampilkan dan tidak diimpor."
    );
    assert_eq!(
        first(PLAIN, &["--lembar", "rekab"]),
        "kesalahan[I003] --lembar: Lembar \"rekab\" tidak ditemukan; mungkin yang dimaksud `rekap`."
    );
    assert_eq!(
        first(PLAIN, &["--judul", "4"]),
        "kesalahan[I004] rakor.toml, baris 111, kunci impor.x.kolom.kode_wilayah: Judul kolom \"Kecamatan\" tidak ditemukan \
         pada lembar."
    );
    assert_eq!(
        first(PLAIN, &["--judul", "90"]),
        "kesalahan[I006] rekap.csv, baris 90: Baris judul tidak ditemukan pada lembar ini."
    );
}

#[test]
fn a_heading_over_two_columns_is_named_in_full_or_by_its_letters() {
    let sheet = "Kecamatan;Target;;Realisasi;\n;Orang;Rp;Orang;Rp\nContoh Utara;1;2;3;4\n";
    let mapping = |heading: &str| {
        format!(
            "tabel = \"anggaran\"\nkolom = {{ kode_wilayah = \"Kecamatan\", orang_terlindungi = \"{heading}\" }}\n\
             tetap = {{ tahun_anggaran = 2025, per_tanggal = 2025-09-30, sumber_dana = \"APBD\", kelompok = \"petani\", \
             sumber = \"BKAD\" }}\n"
        )
    };
    assert_eq!(
        errors(sheet, &mapping("Orang"), &[]),
        "kesalahan[I005] rakor.toml, baris 111, kunci impor.x.kolom.orang_terlindungi\n\
         \u{20} Judul kolom \"Orang\" terdapat pada kolom B dan D.\n\
         \u{20} Tindakan  : Tulis judul lengkapnya, misalnya \"Judul atas / judul bawah\", atau hurufnya, misalnya \"kolom B\".\n\
         \u{20} Lihat juga: rekap.csv › rekap, baris 1\n\
         \n\
         Ditemukan 1 kesalahan.\n"
    );
    let row = "tahun_anggaran 2025, per_tanggal 2025-09-30, kode_wilayah 99.71.01, sumber_dana APBD, kelompok petani: \
               orang_terlindungi 3, sumber BKAD";
    assert_eq!(added(&import(sheet, &mapping("Realisasi / Orang"), &[])), [row]);
    assert_eq!(added(&import(sheet, &mapping("kolom D"), &["--judul", "1"])), [row]);
}

#[test]
fn a_constant_for_a_column_of_the_sheet_is_compared_with_it() {
    let mapping = r#"tabel = "kepesertaan"
kolom = { periode = "Periode", kode_wilayah = "Kode Wilayah", segmen = "Segmen", peserta_aktif = "Peserta Aktif" }
tetap = { sumber = "BPJS" }
"#;
    let sheet = "Periode,Kode Wilayah,Segmen,Peserta Aktif\n2025-09,99.71,PU,10\nSeptember 2025,99.71.01,PU,5\n";
    assert_eq!(import(sheet, mapping, &["--periode", "2025-09"]).exit, Exit::Done);
    assert_eq!(
        errors(sheet, mapping, &["--periode", "Agustus 2025"]),
        "kesalahan[I026] rekap.csv › rekap!A2\n\
         \u{20} Isi `periode` pada sel ini dan 1 baris lain berbeda dari --periode.\n\
         \u{20} Ditemukan : \"2025-09\"\n\
         \u{20} Seharusnya: \"2025-08\"\n\
         \u{20} Tindakan  : Hapus --periode agar isi lembar yang dipakai, atau perbaiki salah satunya.\n\
         \u{20} Lihat juga: --periode\n\
         \n\
         Ditemukan 1 kesalahan.\n\
         Belum ada yang ditulis: perbaiki kesalahan di atas lebih dahulu.\n"
    );
    let desk = Desk::new();
    desk.put("rekap.csv", sheet);
    let run = desk.import(&["rekap.csv", "--wilayah", "99.71", "--sumber", "BPJS"]);
    assert_eq!(run.exit, Exit::Data);
    assert!(
        run.err.starts_with(
            "kesalahan[I026] rekap.csv › rekap!B3\n\
             \u{20} Isi `kode_wilayah` pada sel ini berbeda dari --wilayah.\n\
             \u{20} Ditemukan : \"99.71.01\"\n\
             \u{20} Seharusnya: \"99.71\"\n"
        ),
        "{}",
        run.err
    );
}

#[test]
fn a_unit_of_the_sheet_must_be_said_in_the_mapping() {
    let sheet = "Peserta (dalam ribuan orang);;\nKecamatan;Segmen;Aktif\nContoh Utara;PU;2\n";
    let mapping = |unit: &str| {
        format!(
            "tabel = \"kepesertaan\"\nkolom = {{ kode_wilayah = \"Kecamatan\", segmen = \"Segmen\", peserta_aktif = \"Aktif\" }}\n\
             tetap = {{ periode = \"2025-09\", sumber = \"BPJS\" }}\n{unit}"
        )
    };
    assert_eq!(
        errors(sheet, &mapping(""), &[]),
        "kesalahan[I028] rekap.csv › rekap!A1\n\
         \u{20} Lembar menyebut satuan ribu, tetapi pemetaannya tidak menyebut satuan `peserta_aktif`.\n\
         \u{20} Ditemukan : \"Peserta (dalam ribuan orang)\"\n\
         \u{20} Tindakan  : Tulis peserta_aktif = \"ribu\" pada [impor.x.satuan], atau \"satu\" apabila angkanya tidak dikalikan.\n\
         \n\
         Ditemukan 1 kesalahan.\n"
    );
    let row = |figure: &str| {
        [format!("periode 2025-09, kode_wilayah 99.71.01, segmen PU, sumber BPJS: peserta_aktif {figure}")]
    };
    assert_eq!(added(&import(sheet, &mapping("satuan = { peserta_aktif = \"ribu\" }\n"), &[])), row("2.000"));
    assert_eq!(added(&import(sheet, &mapping("satuan = { peserta_aktif = \"satu\" }\n"), &[])), row("2"));
}

#[test]
fn constants_and_tables_that_cannot_be_meant_are_named() {
    let desk = Desk::new();
    desk.put("rekap.csv", SHEET);
    let first = |arguments: &[&str]| {
        let run = desk.import(&[&["rekap.csv"], arguments].concat());
        assert_eq!(run.exit, Exit::Data);
        run.err.lines().take(2).map(str::trim).collect::<Vec<_>>().join(": ")
    };
    assert_eq!(
        first(&["--tetap", "segmn=PU"]),
        "kesalahan[I002] --tetap: Kolom \"segmn\" tidak dikenal dalam tabel mana pun; mungkin yang dimaksud `segmen`."
    );
    assert_eq!(
        first(&["--tabel", "indikator"]),
        "kesalahan[I018] rekap.csv › rekap, baris 2: Tidak ada judul kolom pada lembar ini yang dikenali sebagai isi tabel \
         `indikator`."
    );
    for heading in ["Nonaktif", "Non Aktif", "Non-Aktif", "In Aktif", "Pasif", "Tidak Aktif", "Aktif (%)", "Aktif Rp"] {
        desk.put("rekap.csv", SHEET.replace("Peserta Aktif", &format!("Peserta {heading}")));
        let run = desk.import(&["rekap.csv", "--tabel", "kepesertaan"]);
        assert!(
            !run.out.contains("→ peserta_aktif") && run.err.contains("[I018]"),
            "{heading}\n{}{}",
            run.out,
            run.err
        );
    }
}

#[test]
fn opposites_over_codes_are_no_columns_and_a_sum_of_nothing_is_asked_about() {
    let desk = Desk::new();
    let given = ["rekap.csv", "--periode", "2025-09", "--sumber", "BPJS"];
    desk.put("rekap.csv", "Kecamatan;Peserta Aktif;;Peserta Nonaktif;\n;PU;BPU;PU;BPU\nContoh Utara;1;2;3;4\n");
    let run = desk.import(&given);
    let unknown = "Judul kolom yang tidak dipahami:\n\
        \u{20} D   \"Peserta Nonaktif / PU\"\n\
        \u{20} E   \"Peserta Nonaktif / BPU\"\n";
    assert!(run.out.contains(unknown), "{}", run.out);
    assert_eq!(added(&run).len(), 2);
    desk.put("rekap.csv", "Kecamatan;Segmen;Peserta Aktif\nJumlah;;9\nContoh Utara;PU;9\n");
    let run = desk.import(&given);
    assert_eq!(run.exit, Exit::Done);
    assert_eq!(
        run.err,
        "peringatan[I029] rekap.csv › rekap!C2\n\
         \u{20} Baris ini dibaca sebagai jumlah dan tidak diimpor, tetapi di atasnya tidak ada baris yang dijumlahkan.\n\
         \u{20} Tindakan  : Apabila baris ini data, sebutkan artinya dalam `nilai`.\n\
         \n\
         Ditemukan 1 peringatan.\n\
         Belum ada yang ditulis. Jalankan kembali dengan --terapkan untuk menulisnya.\n"
    );
}

#[test]
fn a_constant_that_cannot_be_read_is_said_once() {
    let wrong = PLAIN.replace("2025-09", "2025-13");
    assert_eq!(
        errors(SHEET, &wrong, &[]),
        "kesalahan[D014] rakor.toml, baris 112, kunci impor.x.tetap.periode\n\
         \u{20} Bulan 13 tidak ada.\n\
         \u{20} Ditemukan : \"2025-13\"\n\
         \u{20} Seharusnya: periode, misalnya 2025-08 atau Agustus 2025\n\
         \u{20} Tindakan  : Tulis periode sebagai tahun-bulan, misalnya 2025-08.\n\
         \n\
         Ditemukan 1 kesalahan.\n"
    );
}

#[test]
fn a_name_of_several_regions_is_refused_unless_its_heading_says_which() {
    let desk = Desk::new();
    let regions = desk.text("sim/data/wilayah.csv");
    desk.put("sim/data/wilayah.csv", format!("{regions}99.71.01.1001,Contoh Utara,kelurahan,99.71.01,X\n"));
    let given = ["rekap.csv", "--periode", "2025-09", "--sumber", "BPJS"];
    desk.put("rekap.csv", SHEET.replace("Kecamatan", "Wilayah"));
    let run = desk.import(&given);
    assert_eq!(
        run.err,
        "kesalahan[I011] rekap.csv › rekap!B3\n\
         \u{20} Nama wilayah ini dimiliki oleh 99.71.01 dan 99.71.01.1001.\n\
         \u{20} Ditemukan : \"Contoh Utara\"\n\
         \u{20} Seharusnya: kode wilayah, atau nama yang dimiliki satu wilayah saja\n\
         \u{20} Tindakan  : Tulis kodenya, atau sebutkan kodenya dalam `nilai`.\n\
         \n\
         Ditemukan 1 kesalahan.\n\
         Belum ada yang ditulis: perbaiki kesalahan di atas lebih dahulu.\n"
    );
    desk.put("rekap.csv", SHEET);
    assert_eq!(desk.import(&given).exit, Exit::Done);
    desk.put("rekap.csv", SHEET.replace("1;Contoh Utara", "1;Kel. Contoh Utara"));
    assert!(desk.import(&given).out.contains("kode_wilayah 99.71.01.1001, segmen PU"));
    desk.put("rekap.csv", SHEET.replace("1;Contoh Utara", "1;99.71.01").replace("2;Contoh Tengah", "2;997102"));
    assert_eq!(desk.import(&given).exit, Exit::Done);
}

#[test]
fn a_header_without_rows_is_said() {
    let run = import("No;Kecamatan;Segmen;Jml Peserta Aktif\n\nSumber: BPJS;;;\n", PLAIN, &[]);
    assert_eq!(run.exit, Exit::Data);
    assert_eq!(
        run.err,
        "kesalahan[I015] rekap.csv › rekap, baris 1\n\
         \u{20} Tidak ada baris data di bawah baris judul.\n\
         \u{20} Tindakan  : Periksa apakah lembar dan baris judulnya benar; pilih dengan --lembar NAMA dan --judul NOMOR.\n\
         \n\
         Ditemukan 1 kesalahan.\n\
         Belum ada yang ditulis: perbaiki kesalahan di atas lebih dahulu.\n"
    );
}
