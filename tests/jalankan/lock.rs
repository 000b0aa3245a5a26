//! One run at a time.

use std::fs;
use std::process::{Command, Stdio};

use rakor::cli::Exit;
use rakor::files::{Lock, Wish, private_folder};

use super::{Room, day};

#[test]
fn who_comes_second_ends_with_9_and_hears_who_is_at_work() {
    let room = Room::with_months("mulai = \"2024-01\"\n", &["2024-01"]);
    let folder = room.path().join(".rakor");
    private_folder(&folder).unwrap();
    let note = br#"{"proses":4711,"dimulai":"2024-02-01T23:30:00Z","perintah":"jalankan"}"#;
    let Wish::Granted(held) = Lock::take(&folder.join("kunci"), note).unwrap() else { panic!("nobody holds it") };
    let told = "\
kesalahan[C011] .rakor/kunci
  Ruang kerja ini sedang dikerjakan oleh `rakor jalankan` yang lain (proses 4711, dimulai 1 Februari 2024 pukul 23.30 UTC).
  Tindakan  : Tunggu sampai proses itu selesai, lalu ulangi.
";
    let (exit, out, err) = room.run_on(day(2024, 2, 2), "");
    assert_eq!((exit, out.as_str()), (Exit::Active, ""));
    assert!(err.starts_with(told), "{err}");
    assert_eq!(room.json_on(day(2024, 2, 2)).exit, Exit::Active);
    // Looking does not disturb.
    assert_eq!(room.run_on(day(2024, 2, 2), "--uji").0, Exit::Done);
    drop(held);
    assert_eq!(room.json_on(day(2024, 2, 2)).ended("dibuat"), ["bulanan 2024-01"]);
}

#[test]
fn a_second_process_waits_for_nothing_and_ends_with_9() {
    let room = Room::with_months("mulai = \"2024-01\"\n", &["2024-01", "2024-02", "2024-03"]);
    let mut first = Command::new(env!("CARGO_BIN_EXE_rakor"))
        .env_clear()
        .args(["jalankan", "-q", "-C"])
        .arg(room.path())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let lock = room.path().join(".rakor/kunci");
    while fs::metadata(&lock).map_or(0, |about| about.len()) == 0 {
        std::thread::yield_now();
    }
    let (exit, _, err) = room.run_on(day(2024, 4, 2), "");
    assert_eq!(exit, Exit::Active, "{err}");
    assert!(err.contains(&format!("(proses {}, dimulai ", first.id())), "{err}");
    assert_eq!(first.wait().unwrap().code(), Some(0));
    assert_eq!(room.json_on(day(2024, 4, 2)).ended("sudah_ada").len(), 3);
}
