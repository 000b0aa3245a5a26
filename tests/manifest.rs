//! `rakor.toml`: what it may say, and what is said about it when it may not.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at a surprise")]

use chrono::NaiveDate;
use proptest::prelude::*;
use rakor::diagnostic::{Diagnostic, FailureKind};
use rakor::manifest::{
    Evaluasi, GarisKop, Kertas, Manifest, ModePredikat, Pelaksana, Pengantar, PrintedManifest, Spasi, Tanda, Zona,
    decode,
};

const SMALL: &str = r#"[lembaga]
wilayah = "35.73"
pemerintah = "Pemerintah Kota Malang"
perangkat_daerah = "Sekretariat Daerah"
tempat = "Malang"
"#;

const FULL: &str = r#"# Contoh lengkap
tembusan = ["Wali Kota Malang", "Arsip"]

[lembaga]
wilayah = "35.73"
pemerintah = "Pemerintah Kota Malang"
perangkat_daerah = "Sekretariat Daerah"
alamat = "Jalan Tugu Nomor 1"
kode_pos = "65119"
telepon = "(0341) 366065"
pos_el = "setda@malangkota.go.id"
laman = "malangkota.go.id"
lambang = "aset/lambang.svg"
tempat = "Malang"

[laporan]
nomor = "500.15/12/35.73/2025"
tanggal = 2025-08-26
zona = "WIB"
tanda = "CONTOH"
pengantar = "nota-dinas"

[rapat]
nama = "Rapat Koordinasi"
tanggal = 2025-08-27
tempat = "Ruang Majapahit"
waktu = "09.00"

[naskah]
kertas = "F4-215"
ukuran_huruf = 11
margin_atas = 21
margin_bawah = 22
margin_kiri = 23
margin_kanan = 24
garis_kop = "ganda"
spasi = "1,15"

[cakupan]
penyebut = "bekerja_sakernas"
target_acuan = "RPJMD"

[segmen]
penyusun_total = ["PU", "BPU", "JAKON"]
induk_rentan = "BPU"

[[penanda_tangan]]
jabatan = "Sekretaris Daerah"
nama = "Dr. Nama Contoh, M.Si."
pangkat = "Pembina Utama Madya"
nip = "19641126 199203 1 001"
atas_nama = "Wali Kota Malang"

[[penanda_tangan]]
jabatan = "Asisten Perekonomian"
atas_nama = "Wali Kota Malang"
melalui = "Sekretaris Daerah"
pelaksana = "Plh."

[nota_dinas]
kepada = "Wali Kota Malang"
dari = "Sekretaris Daerah"
sifat = "Biasa"
lampiran = "Satu berkas"
hal = "Laporan"
nomor = "1"
tembusan = ["Inspektur"]

[[pengecualian]]
kode = "A004"
tempat = "data/kepesertaan.csv, baris 14"
alasan = "Angka sesuai dengan surat BPJS."
jabatan = "Kepala Bagian Perekonomian"
tanggal = 2025-08-20

[evaluasi]
predikat = "kontinu"
formulir_rpjmd = "Tabel E.78"
formulir_rkpd = "Tabel E.79"
kertas_formulir = "A4"
tanggal = 2025-01-20
nomor = "050/1/2025"
tempat = "Klojen"

[[evaluasi.rpjmd]]
nama = "RPJMD Kota Malang Tahun 2019–2023"
tahun_awal = 2019
tahun_akhir = 2024

[[evaluasi.rpjmd]]
nama = "RPJMD Kota Malang Tahun 2024–2026"
dasar = "Peraturan Daerah"
tahun_awal = 2024
tahun_akhir = 2026

[[evaluasi.penanda_tangan]]
jabatan = "Kepala Bappeda"
nip = "19641126 199203 1 001"

[[evaluasi.penanda_tangan]]
jabatan = "Wali Kota Malang"
"#;

fn read(text: &str) -> PrintedManifest {
    Manifest::parse(text, "rakor.toml").unwrap().printed().clone()
}

fn refused(text: &str) -> Vec<Diagnostic> {
    let failure = Manifest::parse(text, "rakor.toml").unwrap_err();
    assert_eq!(failure.kind, FailureKind::Usage);
    assert!(!failure.diagnostics.is_empty());
    failure.diagnostics
}

fn only(text: &str) -> Diagnostic {
    let mut problems = refused(text);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.remove(0)
}

/// The smallest manifest with further lines behind it (they begin on line 6).
fn with(lines: &str) -> String {
    format!("{SMALL}{lines}")
}

fn place(problem: &Diagnostic) -> String {
    problem.places[0].to_string()
}

#[test]
fn the_smallest_manifest_gets_the_defaults_of_the_rule_book() {
    let manifest = read(SMALL);
    assert_eq!(manifest.lembaga.wilayah.value, "35.73");
    assert_eq!(manifest.lembaga.wilayah.place.to_string(), "rakor.toml, baris 2, kunci lembaga.wilayah");
    let naskah = manifest.naskah;
    assert_eq!(naskah.kertas.value, Kertas::A4);
    assert_eq!(naskah.ukuran_huruf.value, 12);
    let margins = [naskah.margin_atas, naskah.margin_bawah, naskah.margin_kiri, naskah.margin_kanan];
    assert_eq!(margins.each_ref().map(|margin| margin.value), [20, 25, 30, 20]);
    assert!(margins.iter().all(|margin| margin.place.is_none()));
    assert_eq!(naskah.garis_kop.value, GarisKop::Tunggal);
    assert_eq!(naskah.spasi.value, Spasi::Satu);
    assert_eq!(manifest.segmen.penyusun_total.value, ["PU", "BPU"]);
    assert_eq!(manifest.segmen.penyusun_total.place, None);
    assert_eq!(manifest.segmen.induk_rentan.value, "BPU");
    assert_eq!(manifest.laporan.tanggal, None);
    assert!(manifest.penanda_tangan.is_empty() && manifest.tembusan.is_empty() && manifest.pengecualian.is_empty());
}

#[test]
fn every_key_is_read_with_its_line() {
    let manifest = read(FULL);
    assert_eq!(manifest.tembusan[1].value, "Arsip");
    assert_eq!(manifest.tembusan[1].place.to_string(), "rakor.toml, baris 2, kunci tembusan[2]");
    assert_eq!(manifest.lembaga.lambang.unwrap().value, "aset/lambang.svg");
    let short = with("lambang = \"kota/lambang.png\"\n");
    assert_eq!(read(&short).lembaga.lambang.unwrap().value, "aset/kota/lambang.png");
    let laporan = manifest.laporan;
    assert_eq!(laporan.tanggal.unwrap().value, NaiveDate::from_ymd_opt(2025, 8, 26).unwrap());
    assert_eq!(laporan.zona.unwrap().value, Zona::Wib);
    assert_eq!(laporan.tanda.unwrap().value, Tanda::Contoh);
    assert_eq!(laporan.pengantar.unwrap().value, Pengantar::NotaDinas);
    assert_eq!(manifest.rapat.waktu.unwrap().value, "09.00");
    assert_eq!(manifest.naskah.kertas.value, Kertas::F4Lebar);
    assert_eq!(manifest.naskah.margin_kanan.value, 24);
    assert_eq!(manifest.naskah.spasi.place.unwrap().to_string(), "rakor.toml, baris 37, kunci naskah.spasi");
    assert_eq!(manifest.segmen.penyusun_total.value, ["PU", "BPU", "JAKON"]);
    let [first, second] = &manifest.penanda_tangan[..] else { panic!("two signers") };
    assert_eq!(first.nip.as_ref().unwrap().value, "196411261992031001");
    assert_eq!(first.nip.as_ref().unwrap().place.to_string(), "rakor.toml, baris 51, kunci penanda_tangan[1].nip");
    assert_eq!(second.melalui.as_ref().unwrap().value, "Sekretaris Daerah");
    assert_eq!(second.pelaksana.as_ref().unwrap().value, Pelaksana::Plh);
    assert_eq!(manifest.nota_dinas.tembusan[0].value, "Inspektur");
    assert_eq!(manifest.pengecualian[0].kode.value, "A004");
    let evaluasi = manifest.evaluasi;
    assert_eq!(evaluasi.predikat.value, ModePredikat::Kontinu);
    assert_eq!(evaluasi.formulir_rpjmd.value, "Tabel E.78");
    assert_eq!(
        evaluasi.formulir_rkpd.place.as_ref().unwrap().to_string(),
        "rakor.toml, baris 79, kunci evaluasi.formulir_rkpd"
    );
    assert_eq!(evaluasi.kertas_formulir.value, Kertas::A4);
    assert_eq!(evaluasi.tanggal.as_ref().unwrap().value, NaiveDate::from_ymd_opt(2025, 1, 20).unwrap());
    assert_eq!(
        (evaluasi.nomor.as_ref().unwrap().value.as_str(), evaluasi.tempat.as_ref().unwrap().value.as_str()),
        ("050/1/2025", "Klojen")
    );
    let [first, second] = &evaluasi.rpjmd[..] else { panic!("two plans") };
    assert_eq!((first.tahun_awal.value, first.tahun_akhir.value, &first.dasar), (2019, 2024, &None));
    assert_eq!(second.tahun_akhir.place.to_string(), "rakor.toml, baris 94, kunci evaluasi.rpjmd[2].tahun_akhir");
    assert_eq!(second.dasar.as_ref().unwrap().value, "Peraturan Daerah");
    let [drawn_up, approved] = &evaluasi.penanda_tangan[..] else { panic!("two signers") };
    assert_eq!(drawn_up.nip.as_ref().unwrap().value, "196411261992031001");
    assert_eq!(approved.jabatan.value, "Wali Kota Malang");
    // Of two plans that cover a year, the one that began last.
    let covering =
        [2018, 2019, 2023, 2024, 2026, 2027].map(|year| evaluasi.rpjmd_of(year).map(|plan| plan.tahun_awal.value));
    assert_eq!(covering, [None, Some(2019), Some(2019), Some(2024), Some(2024), None]);
}

#[test]
fn an_evaluation_that_nobody_set_has_the_forms_of_the_rule_book() {
    let evaluasi = read(SMALL).evaluasi;
    assert!(evaluasi.is_default());
    assert_eq!(evaluasi, Evaluasi::default());
    assert_eq!(evaluasi.predikat.value, ModePredikat::Dibulatkan);
    assert_eq!(
        (evaluasi.formulir_rpjmd.value.as_str(), evaluasi.formulir_rkpd.value.as_str()),
        ("Formulir E.58", "Formulir E.60")
    );
    assert_eq!(evaluasi.kertas_formulir.value, Kertas::F4Lebar);
    assert!(evaluasi.rpjmd.is_empty() && evaluasi.penanda_tangan.is_empty() && evaluasi.predikat.place.is_none());
    // Nothing set is nothing written.
    assert!(!serde_json::to_string(&read(SMALL)).unwrap().contains("evaluasi"));
}

#[test]
fn keys_of_sections_within_the_evaluation_are_checked_like_others() {
    let said = |lines: &str| {
        let problem = only(&with(lines));
        format!("{} {}\n{}\n{}", problem.code, place(&problem), problem.message, problem.action)
    };
    assert_eq!(
        said("[evaluasi]\npredikt = \"kontinu\"\n"),
        "M002 rakor.toml, baris 7, kunci evaluasi.predikt\nKunci `predikt` tidak dikenal dalam bagian [evaluasi]; mungkin yang \
         dimaksud `predikat`.\nGanti nama kunci itu atau hapus."
    );
    assert_eq!(
        said("[[evaluasi.rpjdm]]\nnama = \"RPJMD\"\n"),
        "M002 rakor.toml, baris 6, kunci evaluasi.rpjdm\nKunci `rpjdm` tidak dikenal dalam bagian [evaluasi]; mungkin yang \
         dimaksud `rpjmd`.\nGanti nama kunci itu atau hapus."
    );
    let plan = "[[evaluasi.rpjmd]]\nnama = \"RPJMD\"\ntahun_awal = 2025\ntahun_akhir = 2029\n";
    assert_eq!(
        said(&format!("{plan}tahun_akir = 2029\n")),
        "M002 rakor.toml, baris 10, kunci evaluasi.rpjmd[1].tahun_akir\nKunci `tahun_akir` tidak dikenal dalam bagian \
         [[evaluasi.rpjmd]]; mungkin yang dimaksud `tahun_akhir`.\nGanti nama kunci itu atau hapus."
    );
    assert_eq!(
        said(&format!("{plan}[[evaluasi.penanda_tangan]]\njabatan = \"Kepala Bappeda\"\nnpi = \"1\"\n")),
        "M002 rakor.toml, baris 12, kunci evaluasi.penanda_tangan[1].npi\nKunci `npi` tidak dikenal dalam bagian \
         [[evaluasi.penanda_tangan]]; mungkin yang dimaksud `nip`.\nGanti nama kunci itu atau hapus."
    );
    assert_eq!(
        said("[evaluasi]\nrpjmd = 2025\n"),
        "M003 rakor.toml, baris 7, kunci evaluasi.rpjmd\nJenis nilai itu tidak sesuai.\nPerbaiki baris itu, lalu jalankan \
         `rakor periksa`."
    );
    assert_eq!(
        said("[evaluasi]\npredikat = \"bulat\"\n"),
        "M005 rakor.toml, baris 7, kunci evaluasi.predikat\nNilai itu tidak dikenal.\nPerbaiki baris itu, lalu jalankan \
         `rakor periksa`."
    );
    assert_eq!(
        said("[[evaluasi.penanda_tangan]]\nnama = \"X\"\n"),
        "M004 rakor.toml, baris 6, kunci evaluasi.penanda_tangan[1].jabatan\nKunci `jabatan` wajib diisi.\nTambahkan \
         `jabatan` pada bagian itu."
    );
}

#[test]
fn a_plan_has_one_to_six_years_and_a_beginning_of_its_own() {
    let plan = |first: &str, last: &str| {
        format!("[[evaluasi.rpjmd]]\nnama = \"RPJMD\"\ntahun_awal = {first}\ntahun_akhir = {last}\n")
    };
    for last in 2025..=2030 {
        let evaluasi = read(&with(&plan("2025", &last.to_string()))).evaluasi;
        assert_eq!(evaluasi.rpjmd[0].tahun_akhir.value, last);
    }
    for (last, years) in [("2024", "2025 sampai dengan 2024"), ("2031", "2025 sampai dengan 2031")] {
        let problem = only(&with(&plan("2025", last)));
        assert_eq!(problem.code, "M008");
        assert_eq!(place(&problem), "rakor.toml, baris 9, kunci evaluasi.rpjmd[1].tahun_akhir");
        assert_eq!(problem.message, format!("Masa RPJMD itu, {years}, bukan 1 sampai dengan 6 tahun."));
        assert_eq!(problem.action, "Perbaiki `tahun_awal` atau `tahun_akhir`.");
    }
    let problem = only(&with(&(plan("2025", "2029") + &plan("2025", "2026"))));
    assert_eq!(problem.code, "M008");
    let places: Vec<String> = problem.places.iter().map(ToString::to_string).collect();
    assert_eq!(
        places,
        [
            "rakor.toml, baris 12, kunci evaluasi.rpjmd[2].tahun_awal",
            "rakor.toml, baris 8, kunci evaluasi.rpjmd[1].tahun_awal"
        ]
    );
    assert_eq!(problem.message, "Dua RPJMD dimulai pada tahun yang sama, yaitu 2025.");
    assert_eq!(problem.action, "Hapus salah satunya atau perbaiki `tahun_awal`.");
    for year in ["\"2025\"", "1899", "20.25", "99999999999999999999"] {
        let problem = only(&with(&plan(year, "2029")));
        assert_eq!(
            (problem.code.as_ref(), place(&problem).as_str()),
            ("M003", "rakor.toml, baris 8, kunci evaluasi.rpjmd[1].tahun_awal")
        );
        assert_eq!(problem.expected.as_deref(), Some("tahun tanpa tanda petik, misalnya 2025"));
    }
    let missing: Vec<String> =
        refused(&with("[[evaluasi.rpjmd]]\n")).into_iter().map(|problem| problem.message).collect();
    assert_eq!(
        missing,
        ["Kunci `nama` wajib diisi.", "Kunci `tahun_awal` wajib diisi.", "Kunci `tahun_akhir` wajib diisi."]
    );
}

#[test]
fn writing_and_reading_the_printed_part_changes_nothing() {
    for text in [SMALL, FULL] {
        let manifest = read(text);
        let json = serde_json::to_string(&manifest).unwrap();
        let back: PrintedManifest = serde_json::from_str(&json).unwrap();
        assert_eq!(back, manifest);
        assert_eq!(serde_json::to_string(&back).unwrap(), json);
    }
}

#[test]
fn blanks_a_byte_order_mark_and_windows_lines_are_no_trouble() {
    let blank = with(
        "[laporan]\nnomor = \"\"\ntanggal = \"\"\n[[penanda_tangan]]\njabatan = \"Sekda\"\nnama = \"  \"\nnip = \"\"\n",
    );
    let manifest = read(&blank);
    assert_eq!(manifest.laporan.nomor, None);
    assert_eq!(manifest.penanda_tangan[0].nama, None);
    assert_eq!(read(&format!("\u{FEFF}{}", SMALL.replace('\n', "\r\n"))), read(SMALL));
}

#[test]
fn an_unknown_key_names_the_nearest_one() {
    let problem = only(&with("[laporan]\ntangal = 2025-08-26\n"));
    assert_eq!(problem.code, "M002");
    assert_eq!(place(&problem), "rakor.toml, baris 7, kunci laporan.tangal");
    assert_eq!(
        problem.message,
        "Kunci `tangal` tidak dikenal dalam bagian [laporan]; mungkin yang dimaksud `tanggal`."
    );
    assert_eq!(problem.action, "Ganti nama kunci itu atau hapus.");
}

#[test]
fn a_required_key_that_is_misspelt_is_reported_once() {
    let problem = only(&SMALL.replace("perangkat_daerah", "perangkat_daerh"));
    assert_eq!(place(&problem), "rakor.toml, baris 4, kunci lembaga.perangkat_daerh");
    let signer = only(&with("[[penanda_tangan]]\njabatn = \"Sekretaris Daerah\"\n"));
    assert_eq!(place(&signer), "rakor.toml, baris 7, kunci penanda_tangan[1].jabatn");
    assert_eq!(refused(&SMALL.replace("perangkat_daerah", "x")).len(), 2);
}

#[test]
fn a_known_key_in_the_wrong_section_is_sent_home() {
    let problem = only(&with("[laporan]\ntembusan = [\"Arsip\"]\n"));
    assert_eq!(problem.action, "Pindahkan kunci itu ke baris di atas bagian pertama.");
    let problem = only(&format!("kode_pos = \"65119\"\n{SMALL}"));
    assert_eq!(problem.action, "Pindahkan kunci itu ke bagian [lembaga].");
    assert_eq!(place(&problem), "rakor.toml, baris 1, kunci kode_pos");
}

#[test]
fn an_unknown_section_names_the_nearest_one() {
    let problem = only(&with("[laporn]\nnomor = \"1\"\n"));
    assert_eq!(problem.message, "Bagian atau kunci `laporn` tidak dikenal; mungkin yang dimaksud `laporan`.");
    let problem = only(&SMALL.replace("[lembaga]", "[lembga]"));
    assert_eq!(problem.message, "Bagian atau kunci `lembga` tidak dikenal; mungkin yang dimaksud `lembaga`.");
}

#[test]
fn a_decimal_comma_is_understood_and_refused() {
    let problem = only(&with("[naskah]\nmargin_atas = 41,3\n"));
    assert_eq!(problem.code, "M001");
    assert_eq!(problem.places[0].baris, Some(7));
    assert_eq!(problem.message, "Bilangan itu memuat koma (karakter ke-17).");
    assert_eq!(problem.found.as_deref(), Some("\"margin_atas = 41,3\""));
    assert!(problem.expected.unwrap().starts_with("titik sebagai tanda desimal (41.3)"));
    assert!(problem.engine.is_some());
}

#[test]
fn a_key_written_twice_shows_both_lines() {
    let problem = only(&with("[laporan]\nnomor = \"1\"\nzona = \"WIB\"\nnomor = \"2\"\n"));
    assert_eq!(problem.code, "M009");
    assert_eq!(problem.message, "Kunci `nomor` sudah ditulis pada baris 7.");
    let lines: Vec<_> = problem.places.iter().map(|place| place.baris.unwrap()).collect();
    assert_eq!(lines, [9, 7]);
    assert_eq!(only(&with("[laporan]\n[laporan]\n")).message, "Kunci `laporan` sudah ditulis pada baris 6.");
}

#[test]
fn brackets_as_many_as_a_manifest_may_hold_are_refused() {
    // Work that grew with the square of the depth would not end within anybody's patience.
    let deep = 300_000;
    let dotted = vec!["a"; deep].join(".");
    for text in [
        format!("x = {}", "[".repeat(deep)),
        format!("x = {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("x = {}", "{a=".repeat(deep)),
        format!("{dotted} = 1"),
        format!("[{dotted}]"),
        format!("[[{dotted}]]"),
    ] {
        let problems = refused(&with(&text));
        assert_eq!(problems[0].code, "M010", "{text:.20}");
        assert!(problems.len() <= 20);
    }
    let long = with(&"# \n".repeat(400_000));
    assert_eq!(only(&long).code, "M012");
}

#[test]
fn every_kind_of_slip_gets_its_own_sentence_and_line() {
    for (line, sentence) in [
        ("nomor = 1,5", "Bilangan itu memuat koma"),
        ("nomor = \"a\" b", "Ada isi yang berlebih setelah nilainya"),
        ("nomor = \"a", "Teks itu belum ditutup atau memuat karakter kendali"),
        ("nomor = 'a", "Teks itu belum ditutup atau memuat karakter kendali"),
        ("nomor = \"a\0b\"", "Teks itu belum ditutup atau memuat karakter kendali"),
        ("nomor = abc", "Nilai itu belum diapit tanda petik"),
        ("nomor = “abc”", "Nilai itu belum diapit tanda petik"),
        ("nomor =", "Nilai kunci itu belum diisi"),
        ("nomor \"1\"", "Baris itu tidak memuat tanda ="),
        ("no mor = \"1\"", "Nama kunci itu salah tulis"),
        ("nomor = 09.00", "Bilangan itu diawali angka nol"),
        ("tanggal = 2025-13-01", "Tanggal itu tidak ada atau salah tulis"),
        ("tanggal = 2025-02-30", "Tanggal itu tidak ada atau salah tulis"),
        ("nomor = \"C:\\surat\"", "Garis miring terbalik dalam teks itu tidak dikenal"),
        ("nomor = True", "Nilai itu salah tulis"),
        ("nomor = 1.5.2", "Bilangan itu salah tulis"),
        ("nomor = [1, 2", "Daftar itu belum lengkap"),
        ("nomor = {a = 1", "Tabel dalam kurung kurawal itu salah tulis"),
        ("nomor = \"\"\"a", "Teks itu belum ditutup"),
        ("[laporan", "Nama bagian itu salah tulis"),
    ] {
        let problem = &refused(&with(&format!("[laporan]\n{line}\n")))[0];
        assert!(problem.message.starts_with(sentence), "{line}: {problem:#?}");
        assert!(matches!(problem.places[0].baris, Some(7 | 8)), "{line}: {problem:#?}");
        assert!(problem.engine.is_some() && problem.expected.is_some() && !problem.action.is_empty());
    }
}

#[test]
fn a_slip_on_one_line_hides_no_problem_on_another() {
    let problems = refused(&with("[laporan]\nnomor = abc\ntangal = 2025-08-26\nzona = \"WIP\"\n"));
    let lines: Vec<_> = problems.iter().map(|problem| problem.places[0].baris.unwrap()).collect();
    assert_eq!(lines, [7, 8, 9]);
}

#[test]
fn a_value_of_another_kind_is_shown_beside_what_was_expected() {
    for (lines, found, expected) in [
        ("[laporan]\nnomor = 12", "bilangan bulat 12", "teks dalam tanda petik"),
        ("[rapat]\nwaktu = 9.00", "bilangan desimal 9.00", "teks dalam tanda petik"),
        ("[laporan]\ntanggal = \"26 Agustus\"", "teks \"26 Agustus\"", "tanggal tanpa tanda petik"),
        ("[laporan]\ntanggal = 2025-08-26T09:00:00", "tanggal atau waktu 2025-08-26T09:00:00", "tanggal tanpa"),
        ("[naskah]\nukuran_huruf = 40", "bilangan bulat 40", "bilangan bulat dari 9 sampai dengan 14"),
        ("[naskah]\nmargin_atas = \"20\"", "teks \"20\"", "bilangan bulat dari 5 sampai dengan 60"),
        ("[naskah]\nmargin_atas = 2.5", "bilangan desimal 2.5", "bilangan bulat dari 5"),
        ("[naskah]\nmargin_atas = -20", "bilangan bulat -20", "bilangan bulat dari 5"),
        ("[segmen]\npenyusun_total = \"PU\"", "teks \"PU\"", "daftar teks"),
        ("[penanda_tangan]\njabatan = \"Sekda\"", "bagian", "[[penanda_tangan]]"),
        ("[[laporan]]\nnomor = \"1\"", "daftar", "[laporan]"),
    ] {
        let problem = only(&with(lines));
        assert_eq!(problem.code, "M003", "{lines}");
        assert_eq!(problem.found.as_deref(), Some(found));
        assert!(problem.expected.as_ref().unwrap().contains(expected), "{problem:#?}");
        assert!(problem.places[0].baris >= Some(6));
    }
}

#[test]
fn a_value_outside_its_list_or_shape_is_refused() {
    for (lines, message) in [
        ("[naskah]\nkertas = \"a4\"", "mungkin yang dimaksud \"A4\""),
        ("[laporan]\nzona = \"GMT\"", "tidak dikenal"),
        ("[laporan]\ntanda = \"DATA SIMULAS\"", "mungkin yang dimaksud \"DATA SIMULASI\""),
        ("[segmen]\npenyusun_total = [\"PU\", \"RENTAN\"]", "tidak dikenal"),
        ("[segmen]\npenyusun_total = [\"PU\", \"PU\"]", "berulang"),
        ("[segmen]\ninduk_rentan = \"TOTAL\"", "tidak dikenal"),
        ("[rapat]\nwaktu = \"09:00\"", ""),
        ("[rapat]\nwaktu = \"24.00\"", ""),
        ("[rapat]\nwaktu = \"9.00\"", ""),
    ] {
        let problem = only(&with(lines));
        assert_eq!(problem.code, "M005", "{lines}");
        assert!(problem.message.contains(message), "{problem:#?}");
        assert!(problem.found.is_some());
    }
    for (key, value) in [
        ("wilayah", "3573"),
        ("wilayah", "35.73."),
        ("wilayah", "Malang"),
        ("kode_pos", "6511"),
        ("pos_el", "setda(at)malangkota"),
        ("lambang", "../rahasia.png"),
        ("lambang", "/etc/lambang.png"),
        ("lambang", "C:\\\\lambang.png"),
        ("lambang", "lambang.exe"),
    ] {
        let text =
            SMALL.replace("wilayah = \"35.73\"\n", "") + if key == "wilayah" { "" } else { "wilayah = \"35.73\"\n" };
        let problem = only(&format!("{text}{key} = \"{value}\"\n"));
        assert_eq!(problem.code, "M005", "{key} = {value}");
    }
    for code in ["00", "35", "35.73", "35.73.01", "35.73.00", "35.73.01.1001"] {
        assert_eq!(read(&SMALL.replace("35.73", code)).lembaga.wilayah.value, code);
    }
}

#[test]
fn required_keys_are_all_named_at_once() {
    let problems = refused("[lembaga]\nwilayah = \"35.73\"\ntempat = \" \"\n");
    let missing: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(
        missing,
        ["Kunci `pemerintah` wajib diisi.", "Kunci `perangkat_daerah` wajib diisi.", "Kunci `tempat` wajib diisi."]
    );
    assert!(problems.iter().all(|problem| problem.code == "M004" && problem.places[0].baris == Some(1)));
    assert_eq!(only("").message, "Bagian [lembaga] wajib ada.");
    assert_eq!(only(&with("[[penanda_tangan]]\nnama = \"A\"\n")).message, "Kunci `jabatan` wajib diisi.");
    assert_eq!(only(&with("[laporan]\npengantar = \"nota-dinas\"\n")).message, "Kunci `kepada` wajib diisi.");
    assert_eq!(refused(&with("[[pengecualian]]\nkode = \"A001\"\n")).len(), 4);
}

#[test]
fn an_acting_official_signs_for_nobody_else() {
    let signer = |lines: &str| with(&format!("[[penanda_tangan]]\njabatan = \"Sekretaris Daerah\"\n{lines}"));
    let problem = only(&signer("pelaksana = \"Plt.\"\natas_nama = \"Wali Kota Malang\"\n"));
    assert_eq!(problem.code, "M008");
    assert_eq!(problem.places.len(), 2);
    assert_eq!(read(&signer("pelaksana = \"Plt.\"\n")).penanda_tangan.len(), 1);
    assert_eq!(read(&signer("pelaksana = \"Plh.\"\natas_nama = \"Wali Kota Malang\"\n")).penanda_tangan.len(), 1);
    assert_eq!(only(&signer("melalui = \"Sekretaris Daerah\"\n")).code, "M008");
}

#[test]
fn characters_that_no_page_can_show_are_named() {
    for (text, code) in [("A\u{202E}B", "U+202E"), ("A\u{200B}B", "U+200B"), ("😀", "U+1F600"), ("漢", "U+6F22")] {
        let problem = only(&with(&format!("[rapat]\nnama = \"{text}\"\n")));
        assert_eq!(problem.code, "M006");
        assert!(problem.message.contains(code), "{problem:#?}");
        assert_eq!(problem.places[0].to_string(), "rakor.toml, baris 7, kunci rapat.nama");
    }
    assert_eq!(only(&with("[rapat]\nnama = \"\"\"a\nb\"\"\"\n")).code, "M006");
    let address = with("alamat = \"\"\"\nJalan Tugu\nMalang\"\"\"\n");
    assert_eq!(read(&address).lembaga.alamat.unwrap().value, "Jalan Tugu\nMalang");
    let odd = "’ & < > #let x = /* [ $ \\ ` _ *";
    let quoted = odd.replace('\\', "\\\\");
    assert_eq!(read(&with(&format!("[rapat]\nnama = \"{quoted}\"\n"))).rapat.nama.unwrap().value, odd);
}

#[test]
fn bytes_that_are_not_utf8_are_counted() {
    let problem = decode(b"[lembaga]\nwilayah = \"\xFF\"\n", "rakor.toml").unwrap_err().diagnostics.remove(0);
    assert_eq!(problem.message, "Byte ke-12 pada baris 2 bukan UTF-8.");
    assert_eq!(problem.places[0].to_string(), "rakor.toml, baris 2");
    assert_eq!(decode(b"\xEF\xBB\xBFa = 1", "rakor.toml").unwrap(), "a = 1");
    assert!(decode(&[0xFF, 0xFE, b'a', 0], "rakor.toml").is_err());
}

fn nip_problem(line: &str) -> Result<PrintedManifest, Vec<Diagnostic>> {
    let text = with(&format!("[[penanda_tangan]]\njabatan = \"Sekda\"\n{line}\n"));
    Manifest::parse(&text, "rakor.toml").map(|m| m.printed().clone()).map_err(|failure| failure.diagnostics)
}

#[test]
fn a_nip_is_checked_and_never_repeated() {
    for good in ["196411261992031001", "19641126 199203 1 001", "199001012022211001"] {
        assert!(nip_problem(&format!("nip = \"{good}\"")).is_ok(), "{good}");
    }
    for bad in [
        "19641126199203100",
        "1964112619920310011",
        "196413261992031001",
        "196402301992031001",
        "190011261992031001",
        "196411261992131001",
        "196411261964031001",
        "196411262050031001",
        "196411261992033001",
        "196411261992031000",
        "19641126199203100A",
        "1964.11.26.1992.031.001",
    ] {
        for line in [
            format!("nip = \"{bad}\""),
            format!("nip = {bad}"),
            format!("nip = \"{bad}"),
            format!("nip = [\"{bad}\"]"),
            format!("nip = \"{bad}\"\nnip = \"{bad}\""),
            format!("nip = \"{bad}\u{202E}\""),
        ] {
            let said = format!("{:?}", nip_problem(&line).unwrap_err());
            assert!(!said.contains(&bad[4..]), "{line}: {said}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_whatever_stops_the_program(text in "\\PC{0,200}", lines in "([a-z_]{1,9} ?=? ?[\\[\\]{}\"'0-9,.a-z]{0,9}\n|\\[{1,2}[a-z_.]{0,14}\\]{0,2}\n){0,12}") {
        for text in [text.clone(), lines.clone(), with(&text), with(&lines)] {
            if let Err(failure) = Manifest::parse(&text, "rakor.toml") {
                prop_assert!(!failure.diagnostics.is_empty());
                for problem in failure.diagnostics {
                    prop_assert!(!problem.action.is_empty() && !problem.places.is_empty());
                }
            }
        }
    }

    #[test]
    fn a_text_is_kept_letter_for_letter_or_refused(text in "\\PC{1,40}") {
        let quoted = text.replace('\\', "\\\\").replace('"', "\\\"");
        match Manifest::parse(&with(&format!("[rapat]\nnama = \"{quoted}\"\n")), "rakor.toml") {
            Ok(manifest) => {
                let nama = manifest.printed().rapat.nama.as_ref().map_or("", |cell| cell.value.as_str());
                prop_assert_eq!(nama, text.trim());
            }
            Err(failure) => prop_assert!(failure.diagnostics.iter().all(|problem| problem.code == "M006")),
        }
    }
}
