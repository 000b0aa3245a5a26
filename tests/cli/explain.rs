//! `rakor periksa --jelaskan`.

use rakor::audit::rules;
use rakor::cli::Exit;

use super::line;

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
