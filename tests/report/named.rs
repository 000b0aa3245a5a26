//! What the manifest or the command line names without the tables having it.

use rakor::cli::Exit;
use rakor::diagnostic::{FailureKind, Severity};
use rakor::report::BuildInput;

use super::case::{Case, shown};
use super::disk::{Folder, refused};

const DENOMINATOR: &str = "penyebut = \"bekerja_sakernas\"";
const TARGET: &str = "target_acuan = \"RPJMD\"";

/// Code, weight and words of what is noted about data, not about what somebody said.
fn about_data(input: &BuildInput) -> Vec<(String, Severity, String)> {
    let found = input.temuan.iter().filter(|finding| !finding.is_about_a_statement());
    found.map(|finding| (finding.code.to_string(), finding.severity, finding.message.clone())).collect()
}

#[test]
fn a_definition_that_no_row_has_is_refused_with_the_nearest_one() {
    let misspelt = Case::malang().manifest(DENOMINATOR, "penyebut = \"bekerja_sakerna\"");
    let block = "\
  Definisi penyebut \"bekerja_sakerna\" tidak ada dalam tabel `pekerja`; mungkin yang dimaksud \"bekerja_sakernas\".
  Seharusnya: \"bekerja_sakernas\"
  Tindakan  : Ganti nilai kunci itu atau lengkapi kolom `definisi` dalam tabel `pekerja`.
";
    refused(&misspelt, Exit::Usage, &["kesalahan[R015] rakor.toml, baris ", ", kunci cakupan.penyebut\n", block]);
    let run = Folder::of(&misspelt).run("periksa -C ws");
    assert_eq!(run.exit, Exit::Usage);
    assert!(run.out.contains(block) && run.out.ends_with("Laporan belum dapat dibuat.\n"), "{}", run.out);
    let strange = Case::malang().manifest(DENOMINATOR, "penyebut = \"angkatan_kerja\"").refused();
    assert_eq!(strange.diagnostics[0].message, "Definisi penyebut \"angkatan_kerja\" tidak ada dalam tabel `pekerja`.");
    // Without workers the report says that they are missing, whatever their definition would be called.
    let without_workers = Case::malang().manifest(DENOMINATOR, "penyebut = \"apa_saja\"").without("pekerja");
    assert_eq!(about_data(&without_workers.input()), []);
}

#[test]
fn a_reference_target_that_no_document_of_the_region_is_called_is_a_warning() {
    let case = || Case::malang().manifest(TARGET, "target_acuan = \"RPJDM\"");
    let said = "Target acuan \"RPJDM\" tidak ditemukan di antara dokumen target wilayah 35.73; \
                mungkin yang dimaksud \"RPJMD\".";
    assert_eq!(about_data(&case().input()), [("R016".to_owned(), Severity::Peringatan, said.to_owned())]);
    assert!(case().paper().says(said), "the reader learns why there is no target");
    let run = Folder::of(&case()).run("periksa -C ws");
    assert_eq!(run.exit, Exit::Done);
    assert!(run.out.contains("peringatan[R016] rakor.toml, baris ") && run.out.contains(said), "{}", run.out);
    // Part of a name will do, and a region without targets of its own has nothing to choose from.
    let part = Case::malang().manifest(TARGET, "target_acuan = \"rpjmd kota malang\"");
    assert_eq!(about_data(&part.input()), []);
    let nation_only = Case::malang().cells("target", "kode_wilayah", |_, _| "00".to_owned());
    let nation_only = nation_only.cells("target", "sumber", |line, _| format!("Sumber {line}"));
    match rakor::report::load(nation_only.manifest(TARGET, "target_acuan = \"RPJDM\"").raw) {
        Ok(input) => assert!(input.temuan.iter().all(|finding| finding.code != "R016")),
        Err(failure) => assert!(!shown(&failure.diagnostics).contains("R016")),
    }
}

#[test]
fn strictness_says_that_it_is_the_reason() {
    let doubtful = || Case::malang().manifest(TARGET, "target_acuan = \"RPJDM\"");
    let block = "\
kesalahan[R017] --ketat
  Laporan ditolak hanya karena peringatan: `--ketat` memperlakukannya sebagai kesalahan.
  Tindakan  : Perbaiki yang diperingatkan atau ulangi perintah itu tanpa `--ketat`.
";
    Folder::of(&doubtful()).refuses("buat bulanan -C ws --ketat", Exit::Data, &[block, "peringatan[R016]"]);
    let run = Folder::of(&doubtful()).run("periksa -C ws --ketat");
    assert_eq!(run.exit, Exit::Data);
    assert!(run.out.starts_with(block), "{}", run.out);
    // An error refuses by itself, and without a warning there is nothing to be strict about.
    let wrong = Folder::of(&doubtful().cell("kepesertaan", 2, "peserta_aktif", "436743"));
    let run = wrong.run("buat bulanan -C ws --ketat");
    assert!(run.err.contains("kesalahan[A001]") && !run.err.contains("--ketat"), "{}", run.err);
    assert_eq!(Folder::of(&Case::malang()).run("buat bulanan -C ws --ketat").exit, Exit::Done);
}

#[test]
fn what_could_not_be_mapped_is_no_subject_of_a_report() {
    let folder = Folder::of(&Case::simulasi());
    folder.refuses(
        "buat bulanan -C ws --wilayah 99.71.00",
        Exit::Usage,
        &[
            "kesalahan[R018] --wilayah\n",
            "Kode 99.71.00 menampung peserta yang tidak terpetakan; laporan tidak dapat disusun untuknya.",
            "Pilih kode wilayah lain, misalnya 99.71.",
        ],
    );
    let mut case = Case::malang().without("wilayah");
    case.raw.region = Some("35.73.00".to_owned());
    let failure = case.refused();
    assert_eq!((failure.kind, &*failure.diagnostics[0].code), (FailureKind::Usage, "R018"));
    // The nation is a region like any other.
    let mut nation = Case::malang();
    nation.raw.region = Some("00".to_owned());
    assert_eq!(nation.refused().diagnostics[0].code, "R011");
}
