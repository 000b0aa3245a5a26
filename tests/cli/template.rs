//! `rakor skema --bentuk xlsx`: where the template goes, and what it never destroys.

use std::fs;

use rakor::cli::Exit;
use rakor::workbook::write::bytes;

use super::line;
use crate::table::template::filled;
use crate::workbook_write::with_part;

#[test]
fn the_template_is_written_where_it_is_wanted_and_the_same_each_time() {
    let room = tempfile::tempdir().unwrap();
    let run = line(room.path(), "skema --bentuk xlsx -o ws/data/data.xlsx");
    assert_eq!((run.exit, run.out.as_str(), run.err.as_str()), (Exit::Done, "ws/data/data.xlsx\n", ""));
    let first = fs::read(room.path().join("ws/data/data.xlsx")).unwrap();
    // Nobody has filled it in, so nothing is lost.
    assert_eq!(line(room.path(), "schema --bentuk xlsx -o ws/data/data.xlsx").exit, Exit::Done);
    assert_eq!(fs::read(room.path().join("ws/data/data.xlsx")).unwrap(), first);
}

#[test]
fn a_template_somebody_has_filled_in_is_never_overwritten() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("data.xlsx");
    let saved = with_part(&bytes(&filled("kota-malang")).unwrap(), "docProps/core.xml", |text| {
        text.replace("2000-01-01T00:00:00Z</dcterms:modified>", "2025-09-01T08:00:00Z</dcterms:modified>")
    });
    for old in [&saved[..], b"apa saja"] {
        fs::write(&path, old).unwrap();
        let run = line(room.path(), "skema --bentuk xlsx -o data.xlsx");
        assert_eq!(run.exit, Exit::Usage);
        assert_eq!(
            run.err,
            "kesalahan[F005] data.xlsx\n  data.xlsx sudah ada dan bukan templat yang belum diisi; berkas itu tidak ditimpa.\n  \
             Tindakan  : Pilih nama lain dengan -o atau pindahkan berkas itu.\n\nDitemukan 1 kesalahan.\n"
        );
        assert_eq!(fs::read(&path).unwrap(), old);
    }
}

#[test]
fn a_template_needs_a_name_that_spreadsheet_programs_open() {
    let room = tempfile::tempdir().unwrap();
    let run = line(room.path(), "skema --bentuk xlsx");
    assert_eq!((run.exit, run.out.as_str()), (Exit::Usage, ""));
    assert_eq!(
        run.err,
        "kesalahan[C008] --bentuk\n  Buku kerja tidak dapat ditampilkan di layar.\n  Tindakan  : Sebutkan nama berkasnya \
         dengan -o, misalnya `rakor skema --bentuk xlsx -o data.xlsx`.\n\nDitemukan 1 kesalahan.\n"
    );
    let run = line(room.path(), "skema --bentuk xlsx -o data.xls");
    assert_eq!(run.exit, Exit::Usage);
    assert_eq!(
        run.err,
        "kesalahan[C007] -o\n  Nama buku kerja \"data.xls\" tidak berakhiran .xlsx.\n  Tindakan  : Tulis -o dengan nama \
         berakhiran .xlsx, misalnya -o data.xlsx.\n\nDitemukan 1 kesalahan.\n"
    );
    assert!(!room.path().join("data.xls").exists());
}
