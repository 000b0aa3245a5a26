//! What the audit finds: notes and warnings are printed in the report, errors refuse it, `--ketat` refuses warnings too.

use rakor::cli::Exit;
use rakor::diagnostic::{Diagnostic, FailureKind, Severity};

use super::case::{Case, shown};
use super::disk::{Folder, with_old_report};
use super::paper::{MALANG, SIMULASI};

/// The simulation with a kecamatan that reports fewer than before: the parts fall short of the total.
fn short_by_ten() -> Case {
    Case::simulasi().cells("kepesertaan", "peserta_aktif", |line, cell| {
        if line == 422 { (cell.parse::<u64>().unwrap() - 10).to_string() } else { cell.to_owned() }
    })
}

#[test]
fn a_warning_is_printed_with_its_cells() {
    let case = short_by_ten();
    assert!(case.text("kepesertaan").lines().nth(421).unwrap().starts_with("2025-08,99.71.01,TOTAL"));
    let paper = case.paper();
    let [warning] = paper.built.warnings.as_slice() else { panic!("{}", shown(&paper.built.warnings)) };
    assert_eq!((&*warning.code, warning.severity), ("A005", Severity::Peringatan));
    let (_, notes) = paper.flow().split_once("CATATAN DATA").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let message = warning.message.replace('\u{A0}', " ");
    assert!(notes.contains(message.trim_end_matches('.')), "{message}\n{notes}");
    assert!(notes.contains("data/kepesertaan.csv, baris 416, kolom peserta_aktif"), "{notes}");
    assert!(!paper.says("Di antara data yang dipakai laporan ini tidak ditemukan angka yang saling bertentangan."));
    assert!(SIMULASI.built.warnings.is_empty());
}

#[test]
fn words_that_accuse_stay_out_of_print() {
    // One with a warning, one with what was said about it, one with nothing to note.
    for text in [short_by_ten().paper().flow(), MALANG.flow(), SIMULASI.flow()] {
        let text = text.to_lowercase();
        for word in ["temuan", "audit", "kecurangan", "fraud"] {
            assert!(!text.contains(word), "{word}");
        }
    }
}

#[test]
fn the_terminal_says_the_same_warning_and_the_report_is_made() {
    let folder = Folder::of(&short_by_ten());
    let run = folder.run("buat bulanan -C ws");
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    assert!(run.out.starts_with("ws/keluaran/bulanan_99.71-kota-simulasi_2025-08.pdf\n"));
    assert!(run.err.contains("peringatan[A005] data/kepesertaan.csv, baris 416"), "{}", run.err);
    assert!(run.err.ends_with("Ditemukan 1 peringatan.\n"), "{}", run.err);
    let run = folder.run("periksa -C ws");
    assert_eq!(run.exit, Exit::Done);
    assert!(run.out.contains("peringatan[A005]") && run.out.ends_with("Laporan dapat dibuat.\n"), "{}", run.out);
}

#[test]
fn a_strict_run_refuses_what_a_warning_is_about() {
    let folder = Folder::of(&short_by_ten());
    folder.refuses("buat bulanan -C ws --ketat", Exit::Data, &["peringatan[A005] data/kepesertaan.csv, baris 416"]);
    let run = folder.run("periksa -C ws --ketat");
    assert_eq!(run.exit, Exit::Data);
    assert!(run.out.ends_with("Laporan belum dapat dibuat.\n"), "{}", run.out);
    // Notes are no warnings.
    let noted = Case::malang().without("wilayah");
    let folder = Folder::of(&noted);
    assert_eq!(folder.run("buat bulanan -C ws --ketat").exit, Exit::Done);
}

#[test]
fn a_note_is_printed_too() {
    let second = "2025-06,35.73,TOTAL,Dinas Tenaga Kerja,134200,2025-06-30";
    let paper = Case::malang().line("kepesertaan", second).paper();
    // What was said in the month is noted as well.
    let about_data = |found: &&Diagnostic| found.code.starts_with('A');
    let codes: Vec<&str> = paper.built.warnings.iter().filter(about_data).map(|found| &*found.code).collect();
    assert_eq!(codes, ["A011"]);
    assert_eq!(paper.built.warnings[0].severity, Severity::Catatan);
    assert!(paper.flow().contains("134.200"), "both figures are named");
    let missing = Case::malang().without("wilayah").paper();
    assert_eq!(
        missing.built.warnings.iter().filter(about_data).map(|found| &*found.code).collect::<Vec<_>>(),
        ["A012"]
    );
}

#[test]
fn an_error_refuses_and_says_both_sides() {
    let case = Case::simulasi().cell("kepesertaan", 421, "peserta_aktif", "32913");
    assert!(case.text("kepesertaan").lines().nth(420).unwrap().starts_with("2025-08,99.71,RENTAN"));
    let failure = case.clone().refused();
    assert_eq!(failure.kind, FailureKind::Data);
    let said = shown(&failure.diagnostics);
    assert!(said.starts_with("A002 data/kepesertaan.csv, baris 421, kolom peserta_aktif"), "{said}");
    assert!(said.contains("32.913") && said.contains("32.912"), "{said}");
    assert_eq!(failure.diagnostics[0].places.len(), 2);
    let at_the_bound = Case::simulasi().cell("kepesertaan", 421, "peserta_aktif", "32912");
    assert!(rakor::report::load(at_the_bound.raw).is_ok());
}

#[test]
fn a_contradiction_elsewhere_is_no_business_of_this_report() {
    // A warning about another month is not printed in this one.
    let case = Case::simulasi().cells("kepesertaan", "peserta_aktif", |line, cell| {
        if line == 404 { (cell.parse::<u64>().unwrap() - 10).to_string() } else { cell.to_owned() }
    });
    let row = case.text("kepesertaan").lines().nth(403).unwrap().to_owned();
    assert!(row.starts_with("2025-07,99.71.01,TOTAL"), "{row}");
    let (all, refused) = rakor::report::check(&case.raw);
    let warnings = all.iter().filter(|found| found.severity == Severity::Peringatan).count();
    assert_eq!((warnings, refused), (1, None));
    assert!(case.clone().period("2025-07").paper().built.warnings.len() == 1);
}

#[test]
fn an_old_report_survives_a_refusal_by_the_audit() {
    let case = Case::malang().cell("kepesertaan", 2, "per_tanggal", "2025-07-01");
    with_old_report(&case).refuses(
        "buat bulanan -C ws",
        Exit::Data,
        &["kesalahan[A008] data/kepesertaan.csv, baris 2, kolom per_tanggal"],
    );
}
