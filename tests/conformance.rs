//! What the standards of a file promise to its readers: the reading order as text, and what a validator says.
//!
//! Which clause is kept by whom stands in `rakor::typeset::conformance`.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

mod listen;
mod reading;
mod validator;

use rakor::cli::Exit;

use crate::rakor;

/// Every kind, with an example that fills it and what else it takes.
const PAPERS: [(&str, &str, &str); 7] = [
    ("bulanan", "simulasi", ""),
    ("bulanan", "kota-malang", ""),
    ("bulanan", "kalimantan-barat", ""),
    ("pemeriksaan-angka", "simulasi", ""),
    ("evaluasi", "simulasi", "--tahun 2024"),
    ("konstruksi", "simulasi", ""),
    ("rekapitulasi", "simulasi-provinsi", ""),
];

/// The report of a kind from an example, on its own paper or on another.
fn paper(kind: &str, example: &str, options: &str, size: Option<&str>) -> Vec<u8> {
    let room = tempfile::tempdir().unwrap();
    let done = rakor(room.path(), ["baru", "kerja", "--contoh", example]);
    assert_eq!(done.0, Exit::Done, "{}", done.2);
    if let Some(size) = size {
        let path = room.path().join("kerja/rakor.toml");
        let text = std::fs::read_to_string(&path).unwrap();
        let changed = text.replacen("kertas = \"A4\"", &format!("kertas = \"{size}\""), 1);
        assert!(changed != text || size == "A4", "{example} names no paper");
        std::fs::write(&path, changed).unwrap();
    }
    let arguments =
        ["buat", kind, "-C", "kerja", "-o", "laporan.pdf", "-q"].into_iter().chain(options.split_whitespace());
    let done = rakor(room.path(), arguments);
    assert_eq!(done.0, Exit::Done, "{kind} {example}: {}", done.2);
    std::fs::read(room.path().join("laporan.pdf")).unwrap()
}
