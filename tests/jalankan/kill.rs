//! Killed at any moment, and run again: the same files as one run that nobody disturbed.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::Room;

/// All its months are over, whatever the day is.
fn room() -> Room {
    let room = Room::with_months("mulai = \"2024-11\"\nevaluasi = true\n", &["2024-11", "2024-12"]);
    room.indicators(true);
    room
}

fn start(folder: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rakor"));
    command.env_clear().args(["jalankan", "-q", "-C"]).arg(folder).stdout(Stdio::null()).spawn().unwrap()
}

/// Numbers without an order, the same in every run of the tests.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

/// Files that a run has begun or finished.
fn progress(room: &Room) -> usize {
    let names = |folder: &str| std::fs::read_dir(room.path().join(folder)).map_or(0, Iterator::count);
    names("keluaran") + names(".rakor/rencana")
}

#[test]
fn a_killed_run_is_finished_by_the_next_one() {
    let clean = room();
    assert_eq!(start(clean.path()).wait().unwrap().code(), Some(0));
    let expected = clean.made();
    assert_eq!(expected.len(), 6, "{expected:?}");
    let kills = if std::env::var("RAKOR_KAMPANYE").is_ok_and(|value| value == "1") { 50 } else { 10 };
    let mut state = 20_250_131;
    let (mut cut, mut left) = (0, BTreeSet::new());
    for n in 0..kills {
        let disturbed = room();
        let mut child = start(disturbed.path());
        // A moment is so much work done and a little more: time alone would say nothing on a machine that is busy. Every
        // other one is short, for a PDF is without its plan for a moment only.
        let work = next(&mut state) % 6;
        while u64::try_from(progress(&disturbed)).unwrap() < work && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_micros(50));
        }
        let more = if n % 2 == 0 { 2_000 } else { 100_000 };
        std::thread::sleep(Duration::from_micros(next(&mut state) % more));
        let _ = child.kill();
        cut += usize::from(child.wait().unwrap().code().is_none());
        left.insert(progress(&disturbed));
        assert_eq!(start(disturbed.path()).wait().unwrap().code(), Some(0), "kill {n}");
        assert_eq!(disturbed.made(), expected, "kill {n}");
    }
    assert!(cut * 2 > kills, "{cut} of {kills} kills met a run at work");
    assert!(left.len() > 2, "the kills left {left:?} files");
}

#[test]
fn what_a_killed_run_left_half_written_is_cleared_away() {
    let room = room();
    assert_eq!(start(room.path()).wait().unwrap().code(), Some(0));
    let made = room.made();
    for left in ["keluaran/.rakor-kunci-a1b2.tmp", ".rakor/rencana/.rakor-kunci-c3d4.tmp"] {
        room.write(left, "setengah");
    }
    // Not ours: `rakor buat` may be writing it at this moment.
    room.write("keluaran/.rakor-e5f6.tmp", "sedang ditulis");
    assert_eq!(start(room.path()).wait().unwrap().code(), Some(0));
    std::fs::remove_file(room.path().join("keluaran/.rakor-e5f6.tmp")).unwrap();
    assert_eq!(room.made(), made);
}
