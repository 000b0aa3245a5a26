//! Figures that a person insists on: printed with who answers for them, refused again when nobody does.

use rakor::cli::Exit;
use rakor::report;

use super::case::{Case, shown};
use super::disk::Folder;

const FIRST: &str = "[[penanda_tangan]]\natas_nama";

/// The simulation with one vulnerable worker more than its segment has.
fn one_too_many() -> Case {
    Case::simulasi().cell("kepesertaan", 421, "peserta_aktif", "32913")
}

fn waived(case: Case, code: &str) -> Case {
    let waiver = format!(
        "[[pengecualian]]\nkode = \"{code}\"\ntempat = \"data/kepesertaan.csv, baris 421\"\n\
         alasan = \"dua sumber dipadankan pada September 2025.\"\njabatan = \"Kepala Bagian Perekonomian\"\n\
         tanggal = 2025-09-05\n\n{FIRST}"
    );
    case.manifest(FIRST, &waiver)
}

#[test]
fn a_figure_that_somebody_answers_for_is_printed_with_his_name_and_reason() {
    let paper = waived(one_too_many(), "A002").paper();
    let (_, notes) = paper.flow().split_once("CATATAN DATA").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let said = "Angka 32.913 pada data/kepesertaan.csv, baris 421, kolom peserta_aktif tidak sesuai dengan hasil hitung \
                paling banyak 32.912. Angka itu dicetak atas tanggung jawab Kepala Bagian Perekonomian pada 5 September \
                2025 dengan alasan: dua sumber dipadankan pada September 2025.";
    assert!(notes.contains(said), "{notes}");
    assert!(!notes.contains("melebihi peserta aktif segmen BPU"), "said once");
    assert!(!paper.says("Di antara data yang dipakai laporan ini tidak ditemukan angka yang saling bertentangan."));
    let [note] = paper.built.warnings.as_slice() else { panic!("{}", shown(&paper.built.warnings)) };
    assert!(note.message.contains("Dikecualikan atas tanggung jawab Kepala Bagian Perekonomian"), "{}", note.message);
}

#[test]
fn a_waiver_for_another_rule_lifts_nothing_and_is_found_itself() {
    let failure = waived(one_too_many(), "A001").refused();
    let said = shown(&failure.diagnostics);
    assert!(said.contains("A002 data/kepesertaan.csv, baris 421") && said.contains("A013 rakor.toml"), "{said}");
}

#[test]
fn a_stale_waiver_is_printed_and_refused_under_ketat() {
    let stale = waived(Case::simulasi(), "A002");
    let paper = stale.clone().paper();
    assert!(paper.flow().contains("Pengecualian A002 tidak lagi berlaku pada data mana pun dan perlu dihapus."));
    let folder = Folder::of(&stale);
    folder.refuses("buat bulanan -C ws --ketat", Exit::Data, &["peringatan[A013] rakor.toml, baris "]);
    assert_eq!(folder.run("buat bulanan -C ws").exit, Exit::Done);
}

#[test]
fn a_check_counts_what_is_waived_as_a_note() {
    let case = waived(one_too_many(), "A002");
    let (all, refused) = report::check(&case.raw);
    assert_eq!(refused, None);
    let waived: Vec<_> = all.iter().filter(|found| found.code == "A002").collect();
    assert_eq!(waived.len(), 1);
    let run = Folder::of(&case).run("periksa -C ws --ketat");
    assert_eq!(run.exit, Exit::Done, "{}", run.out);
    assert!(run.out.contains("catatan[A002] data/kepesertaan.csv, baris 421, kolom peserta_aktif"), "{}", run.out);
    assert!(run.out.contains("Dikecualikan atas tanggung jawab Kepala Bagian Perekonomian"), "{}", run.out);
    assert!(run.out.ends_with("Laporan dapat dibuat.\n"), "{}", run.out);
}
