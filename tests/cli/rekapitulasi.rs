//! `rakor buat rekapitulasi`: from the example to the file, and options that belong to it alone.

use rakor::cli::Exit;

use super::line;

#[test]
fn the_example_of_a_province_is_ready_to_be_recapitulated() {
    let room = tempfile::tempdir().unwrap();
    assert_eq!(line(room.path(), "baru provinsi --contoh simulasi-provinsi").exit, Exit::Done);
    let built = line(room.path(), "buat rekapitulasi -C provinsi");
    assert_eq!(built.exit, Exit::Done, "{}", built.err);
    assert_eq!(
        built.out,
        "provinsi/keluaran/rekapitulasi_98-simulasi-raya_2025-08.pdf\n\
         Cakupan gabungan   33,36\u{a0}persen (5.636.372 dari 16.894.924 pekerja, 36 kabupaten/kota)\n\
         Memenuhi target    5 dari 38 kabupaten/kota\n\
         Jumlah kekurangan  321.598 orang\n"
    );
}

#[test]
fn only_a_recapitulation_follows_a_level() {
    let room = tempfile::tempdir().unwrap();
    let refused = line(room.path(), "buat bulanan --menurut kota");
    assert_eq!(refused.exit, Exit::Usage);
    assert_eq!(
        refused.err,
        "kesalahan[C001] --menurut\n  Hanya rekapitulasi yang disusun menurut tingkat wilayah di bawahnya.\n  Tindakan  : Hapus pilihan itu.\n\nDitemukan 1 kesalahan.\n"
    );
}
