//! Long words in narrow columns: they break or they are refused, but they never lie on the next column.

use super::case::{Case, shown};
use super::paper::with_room;

/// A word of so many letters, unlike any other.
fn word(letters: usize) -> String {
    "pertanggungjawabkanlahsemuanya".chars().take(letters).collect()
}

/// Text columns of the tables in the annexes and the body.
const COLUMNS: [(&str, &str); 13] = [
    ("tindak_lanjut", "permasalahan"),
    ("tindak_lanjut", "tindak_lanjut"),
    ("tindak_lanjut", "penanggung_jawab"),
    ("tindak_lanjut", "keterangan"),
    ("proyek", "paket"),
    ("proyek", "perangkat_daerah"),
    ("proyek", "penyedia"),
    ("penghargaan", "nama"),
    ("penghargaan", "sebutan"),
    ("kegiatan", "nama"),
    ("kegiatan", "tempat"),
    ("kegiatan", "hasil"),
    ("pekerja", "sumber"),
];

#[test]
fn words_of_any_length_keep_to_their_column() {
    for letters in [15, 18, 22, 27, 28, 30] {
        let case = COLUMNS.iter().fold(Case::simulasi(), |case, (table, column)| {
            case.cells(table, column, |line, _| format!("{}{line}", word(letters)))
        });
        let input = case.input();
        let built = with_room(|| rakor::report::build(&input));
        let built = built.unwrap_or_else(|failure| panic!("{letters} letters: {}", shown(&failure.diagnostics)));
        let read: String = built.text.concat().split_whitespace().collect();
        assert!(read.contains(&format!("{}2", word(letters))), "{letters} letters");
    }
}
