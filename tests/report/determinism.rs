//! The same input gives the same bytes; another input another digest; nothing travels that is not used.

use rakor::report::{self, BuildInput, Stage};

use super::case::{Case, shown};
use super::paper::{KALBAR, MALANG, Paper, SIMULASI, sha256};

#[test]
fn two_builds_are_one_file() {
    for (first, example) in [(&SIMULASI, "simulasi"), (&MALANG, "kota-malang"), (&KALBAR, "kalimantan-barat")] {
        let second = Case::of(example).paper();
        assert_eq!(first.sha256(), second.sha256(), "{example}");
        assert_eq!(first.built.digest, second.built.digest);
        assert_eq!(first.built.values, second.built.values);
        assert_eq!(first.built.pdf, second.built.pdf);
    }
}

#[test]
fn a_report_follows_from_the_input_it_carries() {
    for (paper, example) in [(&SIMULASI, "simulasi"), (&MALANG, "kota-malang"), (&KALBAR, "kalimantan-barat")] {
        let input = Case::of(example).input();
        let json = input.to_json();
        let read = BuildInput::from_json(&json).unwrap();
        assert_eq!(read, input, "{example}");
        assert_eq!(read.to_json(), json);
        assert_eq!(Paper::of(&read).sha256(), paper.sha256());
    }
}

#[test]
fn the_engines_cache_leaves_no_trace_in_the_file() {
    let before = SIMULASI.sha256();
    for case in
        [Case::malang(), Case::simulasi().cell("proyek", 2, "paket", "Paket Lain"), Case::of("kalimantan-barat")]
    {
        case.paper();
    }
    assert_eq!(Case::simulasi().paper().sha256(), before);
    rakor::typeset::forget(0);
    assert_eq!(Case::simulasi().paper().sha256(), before);
}

#[test]
fn another_cell_is_another_input_and_another_file() {
    let edits: [(&str, usize, &str, &str); 5] = [
        ("kepesertaan", 2, "peserta_aktif", "134168"),
        ("kepesertaan", 2, "sumber", "BPJS Ketenagakerjaan"),
        ("pekerja", 4, "jumlah_pekerja", "436743"),
        ("target", 2, "nilai", "41,30"),
        ("wilayah", 4, "nama", "Kota Malang Raya"),
    ];
    let mut digests = vec![MALANG.built.digest.clone()];
    let mut files = vec![MALANG.sha256()];
    for (table, line, column, value) in edits {
        let paper = Case::malang().cell(table, line, column, value).paper();
        digests.push(paper.built.digest.clone());
        files.push(paper.sha256());
    }
    for mut prints in [digests, files] {
        prints.sort();
        prints.dedup();
        assert_eq!(prints.len(), 6);
    }
}

#[test]
fn the_order_of_the_files_and_the_dialect_of_a_table_do_not_matter() {
    let digest = Case::malang().input().seal().digest;
    let mut turned = Case::malang();
    turned.raw.tables.reverse();
    assert_eq!(turned.input().seal().digest, digest);
    let text = Case::malang().text("target");
    let crlf = format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    assert_eq!(Case::malang().bytes("target", crlf).input().seal().digest, digest);
}

#[test]
fn what_a_report_does_not_use_does_not_travel() {
    let input = Case::simulasi().input();
    let digest = input.seal().digest;
    let json = String::from_utf8(input.to_json()).unwrap();
    for unused in ["Penerima Rekaan", "sekda@contoh.invalid", "penerima.csv", "faktor.csv", "indikator_tahunan.csv"] {
        assert!(!json.contains(unused), "{unused}");
    }
    assert!(input.tabel.penerima.is_empty() && input.tabel.faktor.is_empty() && input.tabel.indikator.is_empty());
    for (table, line, column, value) in
        [("penerima", 2, "nama", "Orang Lain"), ("faktor", 2, "uraian", "Lain"), ("klaim", 2, "kasus", "43")]
    {
        let changed = Case::simulasi().cell(table, line, column, value).input().seal().digest;
        // January's claims are part of the sum since January.
        assert_eq!(changed == digest, table != "klaim", "{table}");
    }
    let september = "2025-09,99.71,TOTAL,Simulasi rakor,118000,2025-09-30,sementara\n\
                     2025-09,99.71,PU,Simulasi rakor,84000,2025-09-30,sementara\n\
                     2025-09,99.71,BPU,Simulasi rakor,34000,2025-09-30,sementara";
    let later = Case::simulasi().line("kepesertaan", september).period("2025-08").input();
    assert_eq!(later.seal().digest, digest, "a later month is no part of August");
}

#[test]
fn the_latest_month_is_the_same_report_whether_it_is_asked_for_or_not() {
    let asked = Case::simulasi().period("2025-08").paper();
    assert_eq!((&asked.built.digest, asked.sha256()), (&SIMULASI.built.digest, SIMULASI.sha256()));
}

#[test]
fn an_input_that_was_tampered_with_is_refused_or_is_another_input() {
    let json = String::from_utf8(Case::malang().input().to_json()).unwrap();
    for (from, to) in [
        ("\"versi\"", "\"version\""),
        ("{\"versi\"", "{\"tambahan\":1,\"versi\""),
        ("\"bulanan\"", "\"tahunan\""),
        ("\"2025-06\"", "\"2025-13\""),
        ("134167", "-134167"),
        ("134167", "\"134167\\u0000\""),
    ] {
        assert!(json.contains(from), "{from}");
        let failure = BuildInput::from_json(json.replace(from, to).as_bytes()).unwrap_err();
        assert!(shown(&failure.diagnostics).starts_with("R001 : Masukan laporan tidak dapat dibaca kembali."), "{to}");
    }
    assert!(BuildInput::from_json(b"").is_err() && BuildInput::from_json(&json.as_bytes()[1..]).is_err());
    let other = BuildInput::from_json(json.replace("134167", "134168").as_bytes()).unwrap();
    assert_ne!(other.seal().digest, MALANG.built.digest);
}

#[test]
fn every_stage_gives_the_same_files_twice_and_the_last_is_the_report() {
    let input = Case::malang().input();
    for stage in [Stage::Masukan, Stage::Ukuran, Stage::Markah, Stage::Grafik, Stage::Pdf] {
        let files = report::stage(&input, stage).unwrap();
        assert_eq!(files, report::stage(&input, stage).unwrap());
        assert!(files.iter().all(|(_, bytes)| !bytes.is_empty()));
        let mut names: Vec<&String> = files.iter().map(|(name, _)| name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), files.len());
    }
    let pdf = report::stage(&input, Stage::Pdf).unwrap();
    assert_eq!((pdf[0].0.as_str(), sha256(&pdf[0].1)), ("bulanan_35.73-kota-malang_2025-06.pdf", MALANG.sha256()));
    assert_eq!(report::stage(&input, Stage::Masukan).unwrap()[0].1, input.to_json());
    let markup = report::stage(&input, Stage::Markah).unwrap();
    let main = markup.iter().find(|(name, _)| name == "laporan.typ").unwrap();
    let main = String::from_utf8(main.1.clone()).unwrap();
    for datum in ["134.167", "Kota Malang", "30,72", "Lima Besar"] {
        assert!(!main.contains(datum), "no byte of data stands in the markup: {datum}");
    }
}
