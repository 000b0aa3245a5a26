//! Bad files, headers and cells, each with the full message.

use rakor::table::{CODES, read};

use super::{HEAD, file, good, shown, wrong, wrong_rows};

#[test]
fn an_unknown_table_names_the_nearest() {
    let names = "wilayah, pekerja, kepesertaan, kepesertaan_program, kelompok, pemberi_kerja, target, klaim, \
                 tarif_iuran, tarif_konstruksi, anggaran, proyek, penghargaan, indikator, indikator_tahunan, \
                 indikator_triwulan, faktor, narasi, dasar_hukum, kegiatan, tindak_lanjut, pernyataan, penerima";
    assert_eq!(
        wrong("kepesertan", HEAD),
        format!(
            "\
kesalahan[D001] data/kepesertan.csv
Tabel `kepesertan` tidak dikenal; mungkin yang dimaksud `kepesertaan`.
Seharusnya: salah satu dari {names}
Tindakan  : Ganti nama berkas itu menjadi kepesertaan.csv atau pindahkan ke folder lain."
        )
    );
    assert_eq!(
        wrong("rekap lama", HEAD),
        format!(
            "\
kesalahan[D001] data/rekap lama.csv
Tabel `rekap lama` tidak dikenal.
Seharusnya: salah satu dari {names}
Tindakan  : Beri berkas itu nama tabelnya atau pindahkan ke folder lain."
        )
    );
}

#[test]
fn headings_of_a_csv_file_may_be_written_in_capitals_and_with_spaces() {
    let headings = HEAD.to_uppercase().replace('_', " ");
    let dataset = good("kepesertaan", format!("{headings}2025-06,35.73,TOTAL,BPJS,1\n"));
    assert_eq!(dataset.kepesertaan.len(), 1);
}

#[test]
fn one_table_in_two_files_is_refused_with_both() {
    let row = "2025-06,35.73,TOTAL,BPJS,1\n";
    let files = ["data/kepesertaan.csv", "data/lama/kepesertaan.csv"].map(|path| file(path, format!("{HEAD}{row}")));
    let (dataset, problems) = read(&files);
    assert_eq!(
        shown(&problems),
        "\
kesalahan[D002] data/lama/kepesertaan.csv | data/kepesertaan.csv
Tabel `kepesertaan` terdapat dalam dua berkas.
Tindakan  : Gabungkan kedua berkas itu atau hapus salah satunya."
    );
    assert_eq!(dataset.kepesertaan.len(), 1);
}

#[test]
fn a_misspelt_column_names_the_right_one_and_is_not_missed_again() {
    assert_eq!(
        wrong("kepesertaan", "periode,kode_wilayah,segmen,sumber,peserta_aktf\n2025-06,35.73,TOTAL,BPJS,1\n"),
        "\
kesalahan[D021] data/kepesertaan.csv, baris 1
Kolom `peserta_aktf` tidak dikenal dalam tabel `kepesertaan`; mungkin yang dimaksud `peserta_aktif`.
Tindakan  : Ganti nama kolom itu atau hapus."
    );
    let said =
        wrong("kepesertaan", "\nPeriodee,kode_wilayah,segmen,sumber,peserta_aktif\n2025-06,35.73,TOTAL,BPJS,1\n");
    assert!(said.starts_with("kesalahan[D021] data/kepesertaan.csv, baris 2\n"), "{said}");
    assert!(said.contains("mungkin yang dimaksud `periode`."), "{said}");
}

#[test]
fn a_column_of_another_table_is_refused() {
    assert_eq!(
        wrong("kepesertaan", HEAD.replace("sumber", "sumber,persentase cakupan")),
        "\
kesalahan[D021] data/kepesertaan.csv, baris 1
Kolom `persentase cakupan` tidak dikenal dalam tabel `kepesertaan`.
Tindakan  : Ganti nama kolom itu atau hapus."
    );
}

#[test]
fn missing_columns_are_named_all_at_once() {
    assert_eq!(
        wrong("kepesertaan", "periode,kode_wilayah,sumber\n2025-06,35.73,BPJS\n"),
        "\
kesalahan[D022] data/kepesertaan.csv, baris 1
Kolom `segmen` tidak ditemukan, padahal wajib ada dalam tabel `kepesertaan`.
Tindakan  : Tambahkan kolom itu; isinya dijelaskan oleh `rakor skema`.
kesalahan[D022] data/kepesertaan.csv, baris 1
Kolom `peserta_aktif` tidak ditemukan, padahal wajib ada dalam tabel `kepesertaan`.
Tindakan  : Tambahkan kolom itu; isinya dijelaskan oleh `rakor skema`."
    );
}

#[test]
fn a_column_named_twice_is_refused_with_both_places() {
    assert_eq!(
        wrong("kepesertaan", "periode,sumber,kode_wilayah,segmen,sumber,peserta_aktif\n2025-06,a,35.73,PU,b,1\n"),
        "\
kesalahan[D023] data/kepesertaan.csv, baris 1, kolom sumber
Kolom ke-2 dan kolom ke-5 sama-sama bernama `sumber`.
Tindakan  : Hapus salah satunya atau ganti namanya."
    );
}

#[test]
fn a_column_without_a_name_may_not_hold_anything() {
    let head = HEAD.replace('\n', ",\n");
    let rows = "2025-06,35.73,PU,BPJS,1,\n2025-06,35.73,BPU,BPJS,2,x\n2025-06,35.73,PMI,BPJS,3,y\n";
    assert_eq!(
        wrong("kepesertaan", format!("{head}{rows}")),
        "\
kesalahan[D024] data/kepesertaan.csv, baris 3
Kolom ke-6 berisi data, tetapi tidak bernama.
Tindakan  : Beri nama kolom itu pada baris judul atau kosongkan isinya."
    );
}

#[test]
fn a_file_without_header_is_refused_once() {
    assert_eq!(
        wrong("wilayah", "35.73,Kota Malang,kota,35\n35.78,Kota Surabaya,kota,35\n"),
        "\
kesalahan[D026] data/wilayah.csv, baris 1
Baris pertama tidak memuat satu pun kolom tabel `wilayah`.
Seharusnya: nama kolom, misalnya kode, nama, jenis, induk, sumber
Tindakan  : Tulis nama kolom pada baris pertama; kolomnya dijelaskan oleh `rakor skema`."
    );
}

#[test]
fn rows_of_one_key_are_both_named() {
    let rows = "2025-06,35.73,TOTAL,BPJS,1\n2025-06,35.73,PU,BPJS,1\nJuni 2025,35.73,total, BPJS ,2\n";
    assert_eq!(
        wrong_rows(rows),
        "\
kesalahan[D025] data/kepesertaan.csv, baris 4 | data/kepesertaan.csv, baris 2
Baris 2 dan baris 4 memuat kunci yang sama (periode 2025-06, kode_wilayah 35.73, segmen TOTAL, sumber BPJS).
Tindakan  : Hapus salah satunya."
    );
}

#[test]
fn another_publisher_of_the_same_month_is_no_duplicate() {
    let rows = "2025-06,35.73,TOTAL,BPJS,1\n2025-06,35.73,TOTAL,Disnaker,2\n";
    assert_eq!(good("kepesertaan", format!("{HEAD}{rows}")).kepesertaan.len(), 2);
}

#[test]
fn an_optional_part_of_a_key_counts_when_it_is_absent_too() {
    let head = "periode,kode_wilayah,kelompok,sumber_dana,sumber\n";
    let two = format!("{head}2025-06,35.73,petani,,a\n2025-06,35.73,petani,APBD,a\n");
    assert_eq!(good("kelompok", two.clone()).kelompok.len(), 2);
    let said = wrong("kelompok", format!("{two}2025-06,35.73,petani,…,b\n"));
    assert!(said.contains(
        "Baris 2 dan baris 4 memuat kunci yang sama (periode 2025-06, kode_wilayah 35.73, kelompok petani)."
    ));
}

#[test]
fn blank_required_cells_are_refused() {
    assert_eq!(
        wrong_rows("2025-06,35.73,TOTAL,BPJS,\n2025-07,35.73,TOTAL,-,1\n2025-08,,TOTAL,BPJS,…\n"),
        "\
kesalahan[D015] data/kepesertaan.csv, baris 2, kolom peserta_aktif
Sel kosong.
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Isi sel itu atau hapus barisnya.
kesalahan[D015] data/kepesertaan.csv, baris 3, kolom sumber
Sel kosong.
Ditemukan : \"-\"
Seharusnya: teks
Tindakan  : Isi sel itu atau hapus barisnya.
kesalahan[D015] data/kepesertaan.csv, baris 4, kolom kode_wilayah
Sel kosong.
Seharusnya: kode wilayah, misalnya 35, 35.73, 35.73.01, atau 35.73.01.1001
Tindakan  : Isi sel itu atau hapus barisnya.
kesalahan[D015] data/kepesertaan.csv, baris 4, kolom peserta_aktif
Sel kosong.
Ditemukan : \"…\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Isi sel itu atau hapus barisnya."
    );
}

/// The message about one count.
fn count(cell: &str) -> String {
    wrong_rows(&format!("2025-06,35.73,TOTAL,BPJS,{cell}\n"))
}

#[test]
fn text_in_a_number_is_refused() {
    assert_eq!(
        count("banyak"),
        "\
kesalahan[D014] data/kepesertaan.csv, baris 2, kolom peserta_aktif
Isinya bukan bilangan.
Ditemukan : \"banyak\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Tulis bilangan bulat, misalnya 134.167 atau 134167."
    );
}

#[test]
fn a_negative_count_is_refused() {
    assert_eq!(
        count("-5"),
        "\
kesalahan[D014] data/kepesertaan.csv, baris 2, kolom peserta_aktif
Bilangan ini tidak boleh negatif.
Ditemukan : \"-5\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Periksa angka itu pada sumbernya."
    );
}

#[test]
fn english_thousands_are_refused() {
    assert_eq!(
        count("\"134,167.5\""),
        "\
kesalahan[D014] data/kepesertaan.csv, baris 2, kolom peserta_aktif
Koma adalah tanda desimal, bukan pemisah ribuan.
Ditemukan : \"134,167.5\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Tulis bilangan itu tanpa pemisah ribuan atau dengan titik, misalnya 134167 atau 134.167."
    );
}

#[test]
fn a_dash_among_numbers_is_refused_because_it_may_mean_nil() {
    assert_eq!(
        wrong("klaim", "periode,kode_wilayah,program_jaminan,manfaat,kasus,sumber\n2025-06,35.73,JKM,total,-,BPJS\n"),
        "\
kesalahan[D014] data/klaim.csv, baris 2, kolom kasus
Tanda ini dapat berarti nol atau belum tersedia.
Ditemukan : \"-\"
Seharusnya: bilangan bulat, misalnya 134.167 atau 134167
Tindakan  : Tulis 0 apabila memang tidak ada, atau kosongkan apabila datanya belum tersedia."
    );
}

#[test]
fn month_13_is_refused() {
    assert_eq!(
        wrong_rows("2025-13,35.73,TOTAL,BPJS,1\n"),
        "\
kesalahan[D014] data/kepesertaan.csv, baris 2, kolom periode
Bulan 13 tidak ada.
Ditemukan : \"2025-13\"
Seharusnya: periode, misalnya 2025-08 atau Agustus 2025
Tindakan  : Tulis periode sebagai tahun-bulan, misalnya 2025-08."
    );
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    let head = HEAD.replace("peserta_aktif", "peserta_aktif,per_tanggal");
    assert_eq!(
        wrong("kepesertaan", format!("{head}2025-06,35.73,TOTAL,BPJS,1,2025-06-31\n")),
        "\
kesalahan[D014] data/kepesertaan.csv, baris 2, kolom per_tanggal
Tanggal 31 Juni 2025 tidak ada.
Ditemukan : \"2025-06-31\"
Seharusnya: tanggal, misalnya 2025-08-26 atau 26 Agustus 2025
Tindakan  : Tulis tanggal, misalnya 2025-08-26 atau 26 Agustus 2025."
    );
}

#[test]
fn a_quarter_beyond_four_is_refused() {
    let head = "kode,kode_wilayah,tahun,triwulan,sumber\n";
    assert_eq!(
        good("indikator_triwulan", format!("{head}I1,35.73,2025,4,a\n")).indikator_triwulan[0].triwulan.value,
        4
    );
    for quarter in ["0", "5", "III"] {
        let expected = format!(
            "\
kesalahan[D014] data/indikator_triwulan.csv, baris 2, kolom triwulan
Isinya bukan triwulan.
Ditemukan : \"{quarter}\"
Seharusnya: triwulan, yaitu 1, 2, 3, atau 4
Tindakan  : Tulis 1, 2, 3, atau 4."
        );
        assert_eq!(wrong("indikator_triwulan", format!("{head}I1,35.73,2025,{quarter},a\n")), expected);
    }
}

#[test]
fn an_unknown_rule_of_an_indicator_is_refused_at_its_cell() {
    assert_eq!(
        wrong(
            "indikator",
            "kode,kode_wilayah,nama,satuan,arah,rumus_negatif,agregasi\nX,35.73,x,kasus,positip,target,rata\n"
        ),
        "\
kesalahan[D016] data/indikator.csv, baris 2, kolom arah
Isi sel ini tidak dikenal; mungkin yang dimaksud `positif`.
Ditemukan : \"positip\"
Seharusnya: salah satu dari positif, negatif
Tindakan  : Ganti isi sel itu.
kesalahan[D016] data/indikator.csv, baris 2, kolom rumus_negatif
Isi sel ini tidak dikenal.
Ditemukan : \"target\"
Seharusnya: salah satu dari t_per_r, dua_t_kurang_r
Tindakan  : Ganti isi sel itu.
kesalahan[D016] data/indikator.csv, baris 2, kolom agregasi
Isi sel ini tidak dikenal.
Ditemukan : \"rata\"
Seharusnya: salah satu dari jumlah, posisi_akhir, rata_rata
Tindakan  : Ganti isi sel itu."
    );
}

#[test]
fn an_unknown_word_of_a_closed_vocabulary_names_the_nearest() {
    assert_eq!(
        wrong_rows("2025-06,35.73,TOTL,BPJS,1\n2025-06,35.73,pekerja,BPJS,1\n"),
        "\
kesalahan[D016] data/kepesertaan.csv, baris 2, kolom segmen
Isi sel ini tidak dikenal; mungkin yang dimaksud `TOTAL`.
Ditemukan : \"TOTL\"
Seharusnya: salah satu dari TOTAL, PU, BPU, JAKON, PMI, RENTAN
Tindakan  : Ganti isi sel itu.
kesalahan[D016] data/kepesertaan.csv, baris 3, kolom segmen
Isi sel ini tidak dikenal.
Ditemukan : \"pekerja\"
Seharusnya: salah satu dari TOTAL, PU, BPU, JAKON, PMI, RENTAN
Tindakan  : Ganti isi sel itu."
    );
}

#[test]
fn codes_of_regions_are_checked_for_their_form() {
    for code in ["00", "35", "35.73", "35.73.00", "35.73.01", "35.73.01.1001"] {
        assert_eq!(wrong_rows(&format!("2025-06,{code},TOTAL,BPJS,1\n")), "", "{code}");
    }
    for code in
        ["3573", "35.7", "35,73", "35.73.1", "35.73.01.101", "35.73.01.1001.1", "00.01", "35.", ".35", "AB", "٣٥"]
    {
        let expected = format!(
            "\
kesalahan[D017] data/kepesertaan.csv, baris 2, kolom kode_wilayah
Bentuk kode wilayah ini salah.
Ditemukan : \"{code}\"
Seharusnya: kode wilayah, misalnya 35, 35.73, 35.73.01, atau 35.73.01.1001
Tindakan  : Perbaiki kode itu; simpan kolomnya sebagai teks agar angkanya tidak berubah."
        );
        assert_eq!(wrong_rows(&format!("2025-06,\"{code}\",TOTAL,BPJS,1\n")), expected);
    }
}

#[test]
fn characters_that_no_report_prints_are_refused_with_their_code_point() {
    let cases = [
        ("\u{7}", "Karakter kendali U+0007 tidak dapat dicetak.", "U+0007"),
        ("\u{202E}", "Karakter U+202E membalik arah tulisan dan tidak dapat dicetak.", "U+202E"),
        ("\u{200B}", "Karakter U+200B tidak terlihat dan tidak dapat dicetak.", "U+200B"),
        ("\u{E000}", "U+E000 bukan karakter baku dan tidak dapat dicetak.", "U+E000"),
        ("\u{1F600}", "Karakter U+1F600 tidak tersedia dalam fon laporan.", "U+1F600"),
        ("\u{A9AE}", "Karakter U+A9AE tidak tersedia dalam fon laporan.", "U+A9AE"),
    ];
    for (ch, sentence, code) in cases {
        let expected = format!(
            "\
kesalahan[D018] data/kepesertaan.csv, baris 2, kolom sumber
{sentence}
Ditemukan : {code} sebagai karakter ke-4
Seharusnya: huruf, angka, dan tanda baca yang tersedia dalam fon laporan
Tindakan  : Ganti karakter itu."
        );
        assert_eq!(wrong_rows(&format!("2025-06,35.73,TOTAL,PT {ch}Maju,1\n")), expected);
    }
}

#[test]
fn a_word_longer_than_a_line_of_a_page_is_refused() {
    let fits = "a".repeat(200);
    assert_eq!(wrong_rows(&format!("2025-06,35.73,TOTAL,{fits} {fits},1\n")), "");
    assert_eq!(
        wrong_rows(&format!("2025-06,35.73,TOTAL,{},1\n", "é".repeat(10_000))),
        "\
kesalahan[D020] data/kepesertaan.csv, baris 2, kolom sumber
Sel ini memuat kata yang tidak muat pada satu baris halaman.
Ditemukan : 10.000 karakter tanpa spasi
Seharusnya: paling banyak 200 karakter tanpa spasi
Tindakan  : Sisipkan spasi atau pendekkan isinya."
    );
    let glued = wrong_rows(&format!("2025-06,35.73,TOTAL,{}\u{A0}{},1\n", "a".repeat(100), "a".repeat(100)));
    assert!(glued.contains("Ditemukan : 201 karakter tanpa spasi"), "{glued}");
}

#[test]
fn a_cell_longer_than_a_spreadsheet_holds_is_refused() {
    let words = |count: usize| "lima ".repeat(count / 5) + &"x".repeat(count % 5);
    assert_eq!(wrong_rows(&format!("2025-06,35.73,TOTAL,{},1\n", words(32_767))), "");
    assert_eq!(
        wrong_rows(&format!("2025-06,35.73,TOTAL,{},1\n", words(32_768))),
        "\
kesalahan[D019] data/kepesertaan.csv, baris 2, kolom sumber
Isi sel ini terlalu panjang.
Ditemukan : 32.768 karakter
Seharusnya: paling banyak 32.767 karakter
Tindakan  : Pendekkan isinya."
    );
}

#[test]
fn an_enormous_cell_is_refused_in_no_time() {
    let enormous = "x".repeat(2 << 20);
    assert_eq!(
        wrong_rows(&format!("26 {enormous} 2025,35.73,TOTAL,BPJS,1\n")),
        "\
kesalahan[D019] data/kepesertaan.csv, baris 2, kolom periode
Isi sel ini terlalu panjang.
Ditemukan : 2.097.160 karakter
Seharusnya: periode, misalnya 2025-08 atau Agustus 2025
Tindakan  : Periksa isi sel itu."
    );
    let said = wrong("kepesertaan", format!("{}\n", HEAD.trim_end().to_owned() + "," + &enormous));
    assert!(said.starts_with("kesalahan[D021]") && said.len() < 400, "{said}");
    let many = ",x".repeat(10_000);
    assert_eq!(read(&[file("data/kepesertaan.csv", HEAD.replace('\n', &many))]).1.len(), 201);
}

#[test]
fn all_problems_of_all_files_come_together() {
    let files = [
        file("data/kepesertaan.csv", format!("{HEAD}2025-13,3573,TOTL,BPJS,-1\n")),
        file("data/wilayah.csv", ""),
        file("data/target.csv", "indikator;kode_wilayah\n"),
        file("data/lain.csv", ""),
    ];
    let problems = read(&files).1;
    let codes: Vec<_> = problems.iter().map(|problem| problem.code.as_ref()).collect();
    let target = ["D022"; 6];
    let expected = [["D014", "D017", "D016", "D014", "D009"].as_slice(), &target, &["D001"]].concat();
    assert_eq!(codes, expected);
}

#[test]
fn after_200_problems_of_a_file_the_rest_is_counted() {
    let rows = "x,35.73,TOTAL,BPJS,1\n".repeat(1_234);
    let problems = read(&[file("data/kepesertaan.csv", format!("{HEAD}{rows}"))]).1;
    assert_eq!(problems.len(), 201);
    assert_eq!(
        shown(&problems[200..]),
        "\
kesalahan[D027] data/kepesertaan.csv
Masih ada 1.034 kesalahan lain dalam berkas ini.
Tindakan  : Perbaiki yang sudah disebutkan, lalu jalankan `rakor periksa`."
    );
    let rows = "x,35.73,TOTAL,BPJS,1\n".repeat(200);
    assert_eq!(read(&[file("data/kepesertaan.csv", format!("{HEAD}{rows}"))]).1.len(), 200);
}

#[test]
fn nothing_of_a_recipient_is_ever_quoted() {
    let secret = "Siti";
    let long = "Siti".repeat(60);
    let head = "kode,peran,jabatan,nama,pos_el\n";
    let files = [
        format!("{head}Siti,pimpinan,Siti,Siti,Siti\nSiti,x,y,z,w\n"),
        format!("{head}1,{long},Siti\u{202E},Siti\u{1F600},-\n2,Siti\n"),
        "Siti,Siti@contoh.go.id\nSiti,Siti@contoh.go.id\n".to_owned(),
        format!("kode,peran,jabatan,{secret},pos_el\n1,a,b,Siti,d\n"),
    ];
    for text in files {
        let said = wrong("penerima", text);
        assert!(said.contains("kesalahan[") && !said.contains(secret), "{said}");
    }
}

#[test]
fn an_unknown_column_of_recipients_has_a_number() {
    let said = wrong("penerima", "kode,peran,jabatan,alamat_rumah,pos_el\n1,a,b,c,d\n");
    assert_eq!(said.lines().nth(1), Some("Kolom ke-4 tidak dikenal dalam tabel `penerima`."));
}

#[test]
fn codes_are_distinct_and_in_order() {
    let codes: Vec<_> = CODES.iter().map(|(code, _)| *code).collect();
    let expected: Vec<String> = (1..=codes.len()).map(|number| format!("D{number:03}")).collect();
    assert_eq!(codes, expected);
    assert!(CODES.iter().all(|(_, meaning)| meaning.ends_with('.')));
}

#[test]
fn no_bytes_make_it_panic() {
    use proptest::prelude::*;
    let paths = ["data/kepesertaan.csv", "kepesertaan", "", "/", ".csv", "data/penerima.csv", "data/pekerja.x.csv"];
    let part = prop_oneof![
        4 => Just(HEAD.as_bytes().to_vec()),
        2 => Just(b"2025-06,35.73,TOTAL,BPJS,1\r\n".to_vec()),
        1 => prop::sample::select(vec!["\"", ",", ";", "\r", "\n", "sep=", "\u{FEFF}", "\0"]).prop_map(|s| s.as_bytes().to_vec()),
        2 => ".{0,12}".prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..8),
    ];
    let bytes = prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat());
    let strategy = (prop::sample::select(paths.to_vec()), bytes);
    proptest!(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) }, |((path, bytes) in strategy)| {
        let (dataset, problems) = read(&[file(path, bytes)]);
        for row in &dataset.kepesertaan {
            prop_assert!(row.row.baris.is_some());
        }
        for problem in &problems {
            prop_assert!(!problem.places.is_empty() && problem.action.ends_with('.'));
        }
    });
}
