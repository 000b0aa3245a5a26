//! The command line with workbooks that cannot be read: what a user reads, and what becomes of everything else.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rakor::cli::Exit;
use rakor::worker::Worker;

use super::{limited, small, usual};
use crate::workbook::builder::{Sheet, Workbook};

/// Runs `rakor` with these children: how it ended, its result and its talk.
fn rakor(folder: &Path, worker: Worker, arguments: &str) -> (Exit, String, String) {
    crate::rakor_by(folder, arguments.split_whitespace(), worker, crate::clock())
}

/// A workspace with these workbooks beside its tables.
fn workspace(books: &[(&str, &[u8])]) -> tempfile::TempDir {
    let room = tempfile::tempdir().unwrap();
    assert_eq!(rakor(room.path(), usual(), "baru ws").0, Exit::Done);
    for (name, bytes) in books {
        fs::write(room.path().join("ws/data").join(name), bytes).unwrap();
    }
    room
}

#[test]
fn every_workbook_that_cannot_be_read_is_told_with_everything_else() {
    let bytes = small();
    let room = workspace(&[("a.xlsx", &bytes), ("b.ods", &bytes), ("~$a.xlsx", b"kunci")]);
    let large = fs::File::create(room.path().join("ws/data/c.xlsx")).unwrap();
    large.set_len(300 << 20).unwrap();
    let worker = limited(|limits| limits.wall = Duration::from_nanos(1));
    let (exit, out, err) = rakor(room.path(), worker, "buat bulanan -C ws");
    assert_eq!((exit, out.as_str()), (Exit::Data, ""));
    assert_eq!(
        err,
        "\
kesalahan[F003] data/c.xlsx
  data/c.xlsx tidak dibaca: ukurannya 300 MB, melebihi batas 20 MB.
  Seharusnya: paling besar 20 MB
  Tindakan  : Periksa apakah berkas itu memang data; hapus baris yang tidak diperlukan.

kesalahan[W003] data/a.xlsx
  Pembacaan berkas ini dihentikan karena memakan waktu lebih dari 1 detik.
  Tindakan  : Periksa apakah berkas itu memang data; salin sel yang berisi data saja ke buku kerja baru.

kesalahan[W003] data/b.ods
  Pembacaan berkas ini dihentikan karena memakan waktu lebih dari 1 detik.
  Tindakan  : Periksa apakah berkas itu memang data; salin sel yang berisi data saja ke buku kerja baru.

Ditemukan 3 kesalahan.
"
    );
}

/// More text than a child may hold that has no memory but what it began with.
fn large() -> Vec<u8> {
    let mut seed = 1_u64;
    let mut text = || {
        let letters = std::iter::repeat_with(|| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(b'a' + u8::try_from(seed >> 60).unwrap())
        });
        letters.take(30_000).collect::<String>()
    };
    let rows = (0..600).fold(Sheet::new("kegiatan"), |sheet, _| sheet.row([text().as_str()]));
    Workbook::of(rows).bytes()
}

#[test]
fn memory_runs_out_for_one_child_only() {
    let room = workspace(&[("a.xlsx", &large()), ("b.xlsx", b"bukan buku kerja")]);
    let worker = limited(|limits| limits.memory = 0);
    let (exit, out, err) = rakor(room.path(), worker, "buat bulanan -C ws");
    assert_eq!((exit, out.as_str()), (Exit::Data, ""));
    let (first, second) = err.split_once("\n\n").unwrap();
    assert_eq!(
        first,
        "\
kesalahan[W002] data/a.xlsx
  Pembacaan berkas ini dihentikan karena memerlukan memori lebih dari 0 MB.
  Tindakan  : Periksa apakah berkas itu memang data; salin sel yang berisi data saja ke buku kerja baru."
    );
    assert!(second.starts_with("kesalahan[K") && second.contains(" data/b.xlsx\n"), "{err}");
}

#[test]
fn a_missing_program_is_worse_than_refused_data() {
    let room = workspace(&[("a.xlsx", &small())]);
    let (exit, out, err) = rakor(room.path(), Worker::new(None), "buat bulanan -C ws");
    assert_eq!((exit, out.as_str()), (Exit::Internal, ""));
    assert!(err.starts_with("kesalahan[W001] data/a.xlsx\n"), "{err}");
}

#[test]
fn the_way_to_a_child_is_no_command() {
    let room = tempfile::tempdir().unwrap();
    let hidden = "__pekerja";
    let (exit, _, err) = rakor(room.path(), usual(), hidden);
    assert_eq!(exit, Exit::Usage, "{err}");
    for arguments in ["--bantuan", "pelengkapan bash", "pelengkapan zsh", "pelengkapan fish"] {
        let (exit, out, _) = rakor(room.path(), usual(), arguments);
        assert!(exit == Exit::Done && !out.contains(hidden), "{arguments}");
    }
    let binary = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rakor"));
        command.env_clear().args(arguments).stdin(std::process::Stdio::null()).output().unwrap()
    };
    let beside = binary(&[hidden, "--versi"]);
    assert_eq!((beside.status.code(), beside.stdout.as_slice()), (Some(2), &b""[..]), "only when it stands alone");
    let alone = binary(&[hidden]);
    assert_eq!((alone.status.code(), alone.stdout.as_slice(), alone.stderr.as_slice()), (Some(1), &b""[..], &b""[..]));
}
