//! The published statements, verdict by verdict, and a city whose figures all agree.

use std::path::Path;

use rakor::audit::pernyataan::Verdict;
use rakor::audit::{Settings, audit, pernyataan};
use rakor::files::{MAX_BYTES, list_files, read_file};
use rakor::manifest::FILE_NAME;
use rakor::report::{self, Raw};
use rakor::table::SourceFile;

use super::case::{Case, spaced, told};

/// An example workspace as it is.
pub(super) fn raw(example: &str) -> Raw {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(example);
    let bytes = |path: &str| read_file(&root.join(path), MAX_BYTES).unwrap();
    let under = |folder: &'static str| {
        list_files(&root, folder).unwrap().into_iter().map(move |name| format!("{folder}/{name}"))
    };
    Raw {
        manifest_path: FILE_NAME.to_owned(),
        manifest: String::from_utf8(bytes(FILE_NAME)).unwrap(),
        assets: under("aset").map(|path| (path.clone(), bytes(&path))).collect(),
        tables: under("data").map(|path| SourceFile { bytes: bytes(&path), path }).collect(),
        kind: "pemeriksaan-angka".to_owned(),
        ..Raw::default()
    }
}

/// Contributions as published; the example workspace has none.
const TARIFFS: &str = "segmen,program_jaminan,berlaku_mulai,iuran_rp,sumber\n\
                       BPU,JKK,2024-01-01,10000,pers\nBPU,JKM,2024-01-01,6800,pers\n";

fn lines(verdicts: &[Verdict]) -> Vec<String> {
    let line = |verdict: &Verdict| {
        let label = verdict.column.label();
        format!("{} {label} {}: {}", verdict.statement.value, verdict.said.value, spaced(&verdict.sentence()))
    };
    verdicts.iter().map(line).collect()
}

fn codes(verdicts: &[Verdict]) -> Vec<String> {
    let of = |verdict: &Verdict| {
        let codes: Vec<&str> = verdict.findings.iter().map(|finding| finding.code.as_ref()).collect();
        format!("{} {}: {}", verdict.statement.value, verdict.column.label(), codes.join(" "))
    };
    verdicts.iter().filter(|verdict| !verdict.findings.is_empty()).map(of).collect()
}

#[test]
fn what_was_said_about_kota_malang() {
    let mut raw = raw("kota-malang");
    raw.tables.push(SourceFile { path: "data/tarif_iuran.csv".to_owned(), bytes: TARIFFS.as_bytes().to_vec() });
    let verdicts = report::statements(&raw).unwrap();
    let weekdays = |line: &String| !line.contains(" Hari ") || line.starts_with("P3-1");
    let lines: Vec<String> = lines(&verdicts).into_iter().filter(weekdays).collect();
    assert_eq!(
        lines,
        [
            "P0-1 Cakupan 33 persen: Tidak dapat diperiksa: jumlah peserta aktif Agustus 2025 tidak tersedia",
            "P0-1 Jumlah pekerja 468 ribu: Tidak sesuai: 436.742, bukan 468 ribu",
            "P0-1 Target 41,3 persen: Sesuai",
            "P0-1 Kekurangan sekitar 38 ribu: Sesuai dengan pembulatan: angka di belakangnya dipotong, bukan dibulatkan",
            "P1-1 Cakupan 32,3 persen: Tidak sesuai: di atas 33 persen, bukan 32,3 persen",
            "P1-1 Bagian yang belum terlindungi sekitar 67 persen: Sesuai dengan pembulatan: angka di belakangnya \
             dipotong, bukan dibulatkan",
            "P1-1 Target 41 persen: Sesuai",
            "P1-2 Target 60 persen: Tidak dapat diperiksa: dasar persentasenya tidak disebut",
            "P1-2 Tambahan peserta 25 ribu: Tidak sesuai: paling sedikit 37.997, bukan 25 ribu",
            "P1-2 Anggaran Rp5,3 miliar: Sesuai",
            "P1-3 Tambahan peserta 3 ribu: Tidak dapat diperiksa: tidak disebut apakah termasuk dalam 25 ribu",
            "P1-4 Tambahan peserta 5 ribu: Tidak dapat diperiksa: tidak disebut apakah termasuk dalam 25 ribu",
            "P1-5 Target 100 persen: Sesuai",
            "P2-1 Cakupan 32,44 persen: Tidak sesuai: 30,72 persen, bukan 32,44 persen",
            "P2-1 Peserta aktif sekitar 134.167: Sesuai",
            "P2-1 Target 31,23 persen: Tidak sesuai: 41,3 persen, bukan 31,23 persen",
            "P2-1 Target peserta aktif 173.753: Tidak sesuai: 180.375, bukan 173.753",
            "P3-1 Cakupan sekitar 32 persen: Tidak dapat diperiksa: jumlah peserta aktif Maret 2025 tidak tersedia",
            "P3-1 Jumlah pekerja sekitar 400.000: Sesuai dengan pembulatan: selisihnya tercakup oleh \"sekitar\"",
            "P3-1 Kenaikan setahun hingga 10 persen: Tidak dapat diperiksa: tidak jelas persen atau persen poin",
            "P3-1 Hari Kamis: Tidak sesuai: Rabu, bukan Kamis",
        ]
    );
    // Which of the known contradictions each finding is: 3 weekday, 4 target below, 5 implied workers, 6 workers, 7 and 11
    // cut, 8 implied participants, 9 series, 10 addition, 12 budget, 13 base, 14 targets, 15 points, 16 long term.
    assert_eq!(
        codes(&verdicts),
        [
            "P0-1 Cakupan: P023",
            "P0-1 Jumlah pekerja: P008 P022",
            "P0-1 Target: P019",
            "P0-1 Kekurangan: P012",
            "P1-1 Cakupan: P021",
            "P1-1 Bagian yang belum terlindungi: P006",
            "P1-1 Target: P009 P019",
            "P1-2 Target: P005",
            "P1-2 Tambahan peserta: P013",
            "P1-3 Tambahan peserta: P015",
            "P1-4 Tambahan peserta: P015",
            "P1-5 Target: P009",
            "P2-1 Cakupan: P003",
            "P2-1 Target: P009 P010 P019",
            "P2-1 Target peserta aktif: P011",
            "P3-1 Jumlah pekerja: P022",
            "P3-1 Kenaikan setahun: P017",
            "P3-1 Hari: P016",
        ]
    );
}

#[test]
fn what_was_said_about_kalimantan_barat() {
    let verdicts = report::statements(&raw("kalimantan-barat")).unwrap();
    assert_eq!(
        lines(&verdicts),
        [
            "P4-1 Cakupan 55 persen: Tidak sesuai: 27,66 persen, bukan 55 persen",
            "P4-1 Peserta aktif 42.591: Sesuai",
            "P4-1 Jumlah pekerja 154.008: Sesuai",
            "P4-1 Target 100 persen: Tidak dapat diperiksa: tidak ada angka pembanding",
            "P4-1 Hari Rabu: Sesuai",
            "P4-2 Hari Rabu: Sesuai",
            "P4-2 Istilah Jaminan Kecelakaan Kerja (JKM): Tidak sesuai: Jaminan Kecelakaan Kerja (JKK) atau Jaminan \
             Kematian (JKM), bukan Jaminan Kecelakaan Kerja (JKM)",
        ]
    );
    let right = verdicts[0].right.as_ref().unwrap();
    assert_eq!(
        (spaced(&right.figure).as_str(), right.publishers.as_slice()),
        ("27,66 persen", &["infopublik.id".to_owned()][..])
    );
    let places: Vec<String> = verdicts[0].findings[0].places.iter().map(ToString::to_string).collect();
    let cell = |column: &str| format!("data/pernyataan.csv, baris 2, kolom {column}");
    assert_eq!(places, ["persen", "pembilang", "penyebut"].map(cell));
}

#[test]
fn what_is_said_in_the_simulation_is_right() {
    let verdicts = report::statements(&raw("simulasi")).unwrap();
    assert_eq!(verdicts.len(), 10);
    assert!(verdicts.iter().all(|verdict| verdict.sentence() == "Sesuai" && verdict.findings.is_empty()));
}

#[test]
fn two_sources_of_one_day_as_they_were_published() {
    let of =
        |source, percent| [("persen", percent), ("sumber", source), ("arah_perubahan", "naik"), ("hari", "Selasa")];
    let case = Case::default().said(&of("malangpagi.com", "32,3 persen")).said(&of("lentera.co", "42 persen"));
    assert_eq!(
        case.judged("persen"),
        "Tidak sesuai: 32,3 persen menurut malangpagi.com, 9 September 2025, bukan 42 persen"
    );
    // Another outlet about another province: 583.947 of 1.819.430 are not 29,86 percent.
    let other = [("persen", "29,86 persen"), ("pembilang", "583.947"), ("penyebut", "1.819.430")];
    assert_eq!(Case::default().said(&other).judged("persen"), "Tidak sesuai: 32,10 persen, bukan 29,86 persen");
}

/// The city that publishes workers, participants and percentages which agree.
#[test]
fn nothing_is_found_in_pangkalpinang() {
    let mut case = Case::default()
        .table("wilayah", "kode,nama,jenis\n19.71,Kota Pangkalpinang,kota\n")
        .table(
            "pekerja",
            "kode_wilayah,segmen,per_tanggal,definisi,sebutan,jumlah_pekerja,dipakai_mulai,sumber\n\
             19.71,TOTAL,2025-05-20,pekerja,pekerja,70426,2025-05,Disnaker\n\
             19.71,PU,2025-05-20,pekerja,pekerja,47010,2025-05,Disnaker\n\
             19.71,BPU,2025-05-20,pekerja,pekerja,23416,2025-05,Disnaker\n",
        )
        .table(
            "kepesertaan",
            "periode,kode_wilayah,segmen,sumber,peserta_aktif,per_tanggal\n\
             2025-05,19.71,TOTAL,Disnaker,29040,2025-05-20\n2025-05,19.71,PU,Disnaker,24286,2025-05-20\n\
             2025-05,19.71,BPU,Disnaker,4754,2025-05-20\n",
        );
    for (segment, workers, active, percent) in [
        ("TOTAL", "70.426", "29.040", "41,23 persen"),
        ("PU", "47.010", "24.286", "51,66 persen"),
        ("BPU", "23.416", "4.754", "20,30 persen"),
    ] {
        case = case.said(&[
            ("kode_wilayah", "19.71"),
            ("segmen", segment),
            ("tanggal", "2025-05-20"),
            ("penyebut", workers),
            ("pembilang", active),
            ("persen", percent),
        ]);
    }
    let data = case.clone().data();
    assert_eq!(audit(&data, &Settings::default()), []);
    let verdicts = pernyataan::judge(&data, &Settings::default());
    assert_eq!(verdicts.len(), 9);
    for verdict in verdicts {
        assert_eq!((verdict.sentence().as_str(), told(&verdict)), ("Sesuai", Vec::new()));
    }
}

#[test]
fn every_rule_explains_itself_and_no_finding_refuses() {
    let codes: Vec<&str> = pernyataan::RULES.iter().map(|rule| rule.code).collect();
    let expected: Vec<String> = (1..=codes.len()).map(|number| format!("P{number:03}")).collect();
    assert_eq!(codes, expected);
    for rule in pernyataan::RULES {
        assert!(
            rule.question.ends_with('?') && rule.tolerance.ends_with('.') && rule.source.ends_with('.'),
            "{}",
            rule.code
        );
        assert_eq!(rakor::audit::rule(rule.code).unwrap().name, rule.name);
    }
}
