//! `rakor periksa --pernyataan`, the sheet, and what the monthly report says of statements.

use std::path::Path;

use rakor::cli::Exit;
use rakor::diagnostic::Severity;
use rakor::figure::Period;
use rakor::report::{self, Built, Raw};

use super::published::raw;

fn rakor(arguments: &str) -> (Exit, String, String) {
    let (exit, out, err) = crate::rakor(Path::new(env!("CARGO_MANIFEST_DIR")), arguments.split_whitespace());
    (exit, out.replace('\u{a0}', " "), err.replace('\u{a0}', " "))
}

/// Typesetting recurses as deep as the layout nests.
fn built(raw: Raw) -> Built {
    let work = move || report::build(&report::load(raw).unwrap()).unwrap();
    std::thread::Builder::new().stack_size(64 << 20).spawn(work).unwrap().join().unwrap()
}

/// The text of all pages as one line.
fn flow(built: &Built) -> String {
    built.text.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_wrong_figure_ends_the_check_of_statements_with_three() {
    let (exit, out, err) = rakor("periksa --pernyataan -C data/kalimantan-barat");
    assert_eq!((exit, err.as_str()), (Exit::Data, ""));
    assert_eq!(
        out,
        "P4-1  infopublik.id, redaksi, 9 Juli 2025
  Cakupan 55 persen (data/pernyataan.csv, baris 2, kolom persen)
    Tidak sesuai: 27,66 persen, bukan 55 persen
    Seharusnya: 27,66 persen (infopublik.id)
    kesalahan[P002] Pernyataan P4-1 (infopublik.id, 9 Juli 2025): cakupan tercantum 55 persen, tetapi 42.591 peserta aktif dari 154.008 pekerja sama dengan 27,66 persen.
  Peserta aktif 42.591 (data/pernyataan.csv, baris 2, kolom pembilang)
    Sesuai
  Jumlah pekerja 154.008 (data/pernyataan.csv, baris 2, kolom penyebut)
    Sesuai
  Target 100 persen (data/pernyataan.csv, baris 2, kolom target_persen)
    Tidak dapat diperiksa: tidak ada angka pembanding
  Hari Rabu (data/pernyataan.csv, baris 2, kolom hari)
    Sesuai

P4-2  infopublik.id, redaksi, 9 Juli 2025
  Hari Rabu (data/pernyataan.csv, baris 3, kolom hari)
    Sesuai
  Istilah Jaminan Kecelakaan Kerja (JKM) (data/pernyataan.csv, baris 3, kolom istilah)
    Tidak sesuai: Jaminan Kecelakaan Kerja (JKK) atau Jaminan Kematian (JKM), bukan Jaminan Kecelakaan Kerja (JKM)
    Seharusnya: Jaminan Kecelakaan Kerja (JKK) atau Jaminan Kematian (JKM) (nama program BPJS Ketenagakerjaan)
    kesalahan[P018] Pernyataan P4-2 (infopublik.id, 9 Juli 2025): JKM adalah singkatan dari Jaminan Kematian, bukan Jaminan Kecelakaan Kerja.

Diperiksa 7 angka: 4 sesuai, 1 tidak dapat diperiksa, dan 2 tidak sesuai.
"
    );
    assert_eq!(rakor("periksa --pernyataan -C data/simulasi").0, Exit::Done);
    // The data themselves are in order, and the report is built.
    assert_eq!(rakor("periksa -C data/kalimantan-barat").0, Exit::Done);
}

#[test]
fn a_program_reads_the_verdicts_as_json() {
    let (exit, out, _) = rakor("periksa --pernyataan -C data/kalimantan-barat --format json");
    let object: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((exit, &object["kode_keluar"]), (Exit::Data, &3.into()));
    let first = &object["hasil"]["pernyataan"][0];
    assert_eq!(first["putusan"], "tidak sesuai");
    assert_eq!(first["kalimat"], "Tidak sesuai: 27,66 persen, bukan 55 persen");
    assert_eq!(first["tercantum"], "55 persen");
    assert_eq!(first["seharusnya"]["angka"], "27,66 persen");
    assert_eq!(first["aturan"], serde_json::json!(["P002"]));
    assert_eq!(object["masalah"].as_array().unwrap().len(), 2);
}

#[test]
fn the_sheet_has_the_right_figure_beside_the_wrong_one() {
    let sheet = built(raw("kalimantan-barat"));
    assert_eq!((sheet.file_name.as_str(), sheet.pages), ("pemeriksaan-angka_61-kalimantan-barat_2025-07.pdf", 1));
    let text = flow(&sheet);
    for said in [
        "LEMBAR PEMERIKSAAN ANGKA PROVINSI KALIMANTAN BARAT SAMPAI DENGAN JULI 2025",
        "Sebanyak 7 angka yang diucapkan tentang Provinsi Kalimantan Barat pada tahun 2025 diperiksa terhadap \
         pernyataannya sendiri, pernyataan lain, dan data. Sebanyak 2 di antaranya tidak sesuai; angka yang seharusnya \
         tercantum di sampingnya beserta sumbernya.",
        "No. Pernyataan Tercantum Seharusnya Sumber Putusan",
        "1. Cakupan (P4-1) 55 persen 27,66 persen infopublik.id Tidak sesuai: 27,66 persen, bukan 55 persen",
        "Sebanyak 5 angka lain sesuai atau tidak memiliki pembanding.",
        "Pernyataan P4-1 (infopublik.id, 9 Juli 2025): cakupan tercantum 55 persen, tetapi 42.591 peserta aktif dari \
         154.008 pekerja sama dengan 27,66 persen.",
        "P4-1: infopublik.id, redaksi, 9 Juli 2025",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    for word in ["temuan", "audit", "kecurangan", "fraud"] {
        assert!(!text.to_lowercase().contains(word), "{word}");
    }
    let wrong = sheet.values.iter().find(|value| value.printed.text == "27,66\u{a0}persen").unwrap();
    let places: Vec<String> = wrong.printed.from.iter().map(ToString::to_string).collect();
    assert!(places.contains(&"data/pernyataan.csv, baris 2, kolom pembilang".to_owned()), "{places:?}");
}

#[test]
fn the_sheet_of_a_city_keeps_to_two_pages_and_of_right_figures_to_one() {
    let city = built(raw("kota-malang"));
    assert_eq!(city.pages, 2);
    assert!(
        flow(&city).contains(
            "1. Jumlah pekerja (P0-1) 468 ribu 436.742 BPS Kota Malang Tidak sesuai: 436.742, bukan 468 ribu"
        )
    );
    let count = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    assert_eq!(
        city.headline,
        [
            count("Sesuai", "11"),
            count("Sesuai dengan pembulatan", "3"),
            count("Tidak dapat diperiksa", "7"),
            count("Tidak sesuai", "7")
        ]
    );
    let right = built(raw("simulasi"));
    assert_eq!(right.pages, 1);
    let text = flow(&right);
    assert!(text.contains("Tidak ada yang tidak sesuai."), "{text}");
    assert!(!text.contains("Angka yang Perlu Diperhatikan"), "{text}");
}

#[test]
fn the_sheet_carries_what_it_judges_and_nothing_else() {
    let input = report::load(raw("kota-malang")).unwrap();
    let tables: Vec<(&str, usize)> = input.tabel.tables().into_iter().filter(|(_, rows)| *rows > 0).collect();
    assert_eq!(tables, [("wilayah", 1), ("pekerja", 4), ("kepesertaan", 1), ("target", 2), ("pernyataan", 8)]);
    assert_eq!(report::BuildInput::from_json(&input.to_json()).unwrap(), input);
    let mut early = raw("kota-malang");
    early.period = Some("2025-06".parse::<Period>().unwrap());
    let input = report::load(early).unwrap();
    let said: Vec<&str> = input.tabel.pernyataan.iter().map(|row| row.kode.value.as_str()).collect();
    assert_eq!(said, ["P2-1", "P3-1"]);
}

#[test]
fn a_sheet_needs_statements_and_no_participants() {
    let without = |table: &str| {
        let mut raw = raw("kota-malang");
        raw.tables.retain(|file| file.path != format!("data/{table}.csv"));
        raw
    };
    assert!(report::load(without("kepesertaan")).is_ok());
    let refused = |raw: Raw| {
        let failure = report::load(raw).unwrap_err();
        let first = &failure.diagnostics[0];
        format!("{} {} · {}", first.code, first.message.replace('\u{a0}', " "), first.action)
    };
    assert_eq!(
        refused(without("pernyataan")),
        "R026 Tidak ada pernyataan untuk wilayah 35.73 dalam data. · Tambahkan baris untuk wilayah itu dalam tabel \
         pernyataan (berkas pernyataan.csv atau lembar pernyataan); kolomnya dijelaskan oleh `rakor skema`."
    );
    let mut early = raw("kota-malang");
    early.period = Some("2025-02".parse::<Period>().unwrap());
    assert_eq!(
        refused(early),
        "R025 Tidak ada pernyataan dari Januari sampai dengan Februari 2025; yang terakhir bertanggal September 2025. · \
         Tambahkan pernyataannya atau pilih `--periode 2025-09`."
    );
    let mut unknown = raw("kota-malang");
    "pemeriksan-angka".clone_into(&mut unknown.kind);
    assert_eq!(
        refused(unknown),
        "R002 Jenis laporan `pemeriksan-angka` tidak dikenal; mungkin yang dimaksud `pemeriksaan-angka`. · Pilih jenis \
         yang ada: bulanan, pemeriksaan-angka, evaluasi, konstruksi, dan rekapitulasi."
    );
}

#[test]
fn the_monthly_report_lists_what_was_said_in_its_month() {
    let mut monthly = raw("kota-malang");
    "bulanan".clone_into(&mut monthly.kind);
    let input = report::load(monthly.clone()).unwrap();
    let said: Vec<&str> =
        input.temuan.iter().map(|finding| finding.code.as_ref()).filter(|code| code.starts_with('P')).collect();
    assert_eq!(said, ["P003", "P009", "P010", "P011"]);
    assert!(input.temuan.iter().all(|finding| !finding.refuses()));
    // Statements of other months stay at home.
    let carried: Vec<&str> = input.tabel.pernyataan.iter().map(|row| row.kode.value.as_str()).collect();
    assert_eq!(carried, ["P2-1"]);
    let report = built(monthly.clone());
    let text = flow(&report);
    assert!(
        text.contains(
            "Pernyataan P2-1 (malangkota.go.id, 30 Juni 2025): target tercantum 31,23 persen, di bawah 32,44 persen yang \
             sudah dicapai, padahal disebut naik."
        ),
        "{text}"
    );
    let heavy =
        report.warnings.iter().filter(|warning| warning.code.starts_with('P') && warning.severity != Severity::Catatan);
    assert_eq!(heavy.count(), 0);
    // Nobody refuses it, however strict.
    monthly.strict = true;
    assert!(report::load(monthly).is_ok());
}
