//! `rakor periksa --jelaskan`.

use std::collections::BTreeMap;

use rakor::audit::rules;
use rakor::cli::Exit;

use super::line;
use crate::house::pages;

/// The files in which codes are declared.
const DECLARED: [&str; 3] = ["/code.rs", "/codes.rs", "/registry.rs"];

/// Every code that stands as a literal in a text: a letter and three digits between quotation marks.
fn codes(text: &str) -> Vec<&str> {
    let quoted = text.match_indices('"').filter_map(|(at, _)| {
        let code = text.get(at + 1..at + 5)?;
        let (letter, digits) = code.split_at_checked(1)?;
        let is_code =
            letter.bytes().all(|byte| byte.is_ascii_uppercase()) && digits.bytes().all(|b| b.is_ascii_digit());
        (is_code && text.get(at + 5..)?.starts_with('"')).then_some(code)
    });
    quoted.collect()
}

#[test]
fn every_code_that_can_be_printed_is_declared_once_and_explained() {
    let folder = tempfile::tempdir().unwrap();
    let (mut declared, mut elsewhere) = (BTreeMap::<String, usize>::new(), Vec::new());
    for page in pages("src", &[".rs"]) {
        let home = DECLARED.iter().any(|name| page.path.ends_with(name));
        for code in codes(&page.text) {
            if home {
                *declared.entry(code.to_owned()).or_default() += 1;
            // Rules of the audit are known by their codes alone.
            } else if !code.starts_with(['A', 'P']) {
                elsewhere.push(format!("{code} in {}", page.path));
            }
        }
    }
    assert_eq!(elsewhere, Vec::<String>::new(), "a code is declared in its room, and named by what it means elsewhere");
    let twice: Vec<&String> = declared.iter().filter(|(_, count)| **count > 1).map(|(code, _)| code).collect();
    assert_eq!(twice, Vec::<&String>::new());
    let letters: String = declared.keys().filter_map(|code| code.chars().next()).collect();
    assert!("ABCDFGIKMPRSTWX".chars().all(|letter| letters.contains(letter)), "{letters}");
    for code in declared.keys() {
        let run = line(folder.path(), &format!("periksa --jelaskan {code}"));
        assert_eq!(run.exit, Exit::Done, "{}", run.err);
        let meaning = run.out.strip_prefix(&format!("{code}  ")).unwrap_or_else(|| panic!("{code}: {}", run.out));
        assert!(code.starts_with(['A', 'P']) || meaning.ends_with(".\n"), "{}", run.out);
    }
}

#[test]
fn a_code_is_explained_without_a_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let run = line(folder.path(), "periksa --jelaskan a036");
    assert_eq!((run.exit, run.err.as_str()), (Exit::Done, ""));
    assert_eq!(
        run.out,
        "A036  lama perlindungan di luar setahun\n  \
         Rumpun    : uang\n  \
         Tingkat   : kesalahan; laporan tidak dibuat\n  \
         Pertanyaan: Apakah perlindungan yang dianggarkan berlangsung 1 sampai dengan 12 bulan?\n  \
         Toleransi : Tidak ada; kedua angka dibandingkan apa adanya.\n  \
         Dasar     : Satu tahun anggaran terdiri atas 12 bulan.\n"
    );
    let json = line(folder.path(), "periksa --jelaskan A013 --format json").json();
    assert_eq!(json["hasil"]["kode"], "A013");
    assert_eq!(json["hasil"]["tingkat"], "peringatan");
    assert_eq!(json["hasil"]["akibat"], "laporan dibuat dengan catatan, kecuali dengan --ketat");
    assert_eq!(json["hasil"]["rumpun"], "formulir");
    let table = line(folder.path(), "periksa --jelaskan D014");
    assert_eq!(table.out, "D014  Isi sel tidak sesuai dengan jenis kolomnya.\n");
    let child = line(folder.path(), "periksa --jelaskan w002");
    assert_eq!(child.out, "W002  Berkas memerlukan memori melebihi batas.\n");
    let pdf = line(folder.path(), "periksa --jelaskan B001");
    assert_eq!(pdf.out, "B001  Berkas itu bukan PDF.\n");
    let finished = line(folder.path(), "periksa --jelaskan R053");
    assert_eq!(finished.out, "R053  Di atas halaman ditempelkan teks yang bukan bagian laporan.\n");
}

#[test]
fn every_rule_can_be_explained() {
    let folder = tempfile::tempdir().unwrap();
    for rule in rules() {
        let run = line(folder.path(), &format!("periksa --jelaskan {}", rule.code));
        assert!(run.out.starts_with(&format!("{}  {}\n", rule.code, rule.name)), "{}", run.out);
        assert!(run.out.contains(rule.question) && run.out.contains(rule.tolerance) && run.out.contains(rule.source));
    }
}

#[test]
fn an_unknown_code_is_refused_with_the_nearest_one() {
    let folder = tempfile::tempdir().unwrap();
    let run = line(folder.path(), "periksa --jelaskan AO36");
    assert_eq!((run.exit, run.out.as_str()), (Exit::Usage, ""));
    assert_eq!(
        run.err,
        "kesalahan[C004]\n  Kode \"AO36\" tidak dikenal; mungkin yang dimaksud A036.\n  \
         Tindakan  : Salin kode dari pesan pemeriksaan, misalnya A001 dari kesalahan[A001].\n\nDitemukan 1 kesalahan.\n"
    );
    let json = line(folder.path(), "periksa --jelaskan X --format json").json();
    assert_eq!((json["kode_keluar"].as_u64(), json["masalah"][0]["kode"].as_str()), (Some(2), Some("C004")));
}
