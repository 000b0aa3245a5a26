//! Real processes that are killed or asked to stop: what they leave, and what the next run still makes.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use rakor::cli::Exit;
use rustix::process::{Pid, Signal, kill_process};

use super::{Room, is_pdf, names};

/// Thirty-eight regions with figures and one without.
fn province() -> Room {
    let room = Room::of("simulasi-provinsi");
    room.write("daftar", (1..=16).map(|n| format!("98.{n:02}")).collect::<Vec<_>>().join(","));
    room
}

fn start(room: &Room, children: &str, more: &[&str]) -> Child {
    let list = room.read("daftar");
    Command::new(env!("CARGO_BIN_EXE_rakor"))
        .env_clear()
        .args(["buat", "bulanan", "--periode", "2025-08", "--proses", children, "--wilayah", &list, "-C"])
        .arg(room.path("."))
        .args(more)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Waits until so many reports are there.
fn wait_for(room: &Room, child: &mut Child, reports: usize) {
    while names(&room.path("keluaran")).iter().filter(|name| is_pdf(name)).count() < reports {
        assert!(child.try_wait().unwrap().is_none(), "it ended too early");
        thread::sleep(Duration::from_millis(1));
    }
}

fn send(process: u32, signal: Signal) {
    kill_process(Pid::from_raw(process.try_into().unwrap()).unwrap(), signal).unwrap();
}

/// The children of a process.
fn children(process: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let text = |task: fs::DirEntry| fs::read_to_string(task.path().join("children")).unwrap_or_default();
    tasks
        .flat_map(|task| text(task).split_whitespace().map(|child| child.parse().unwrap()).collect::<Vec<_>>())
        .collect()
}

/// When each report was written, down to the nanosecond.
fn moments(room: &Room) -> BTreeMap<String, std::time::SystemTime> {
    let pdfs = room.pdfs("keluaran").into_keys();
    pdfs.map(|name| {
        let at = fs::metadata(room.path("keluaran").join(&name)).unwrap().modified().unwrap();
        (name, at)
    })
    .collect()
}

fn clean() -> BTreeMap<String, String> {
    let room = province();
    let run = room.buat(&format!("--proses 2 --wilayah {}", room.read("daftar")));
    assert_eq!(run.exit, Exit::Done, "{}", run.err);
    room.pdfs("keluaran")
}

#[test]
fn a_killed_batch_is_finished_by_the_next_run() {
    let expected = clean();
    for reports in [2, 6, 12] {
        let room = province();
        let mut child = start(&room, "2", &[]);
        wait_for(&room, &mut child, reports);
        let below = children(child.id());
        child.kill().unwrap();
        child.wait().unwrap();
        let left = room.pdfs("keluaran");
        assert!(left.len() < 16, "it was not killed in the middle");
        for (name, digest) in &left {
            assert_eq!(expected[name], *digest, "{name} is not whole");
        }
        // Its children end with it.
        for child in below {
            for _ in 0..500 {
                let state = fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
                if state.is_empty() || state.contains(") Z ") {
                    break;
                }
                thread::sleep(Duration::from_millis(10));
            }
            let state = fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
            assert!(state.is_empty() || state.contains(") Z "), "a child is left: {state}");
        }
        room.write("keluaran/.rakor-kunci-a1b2.tmp", "setengah");
        let before = moments(&room);
        let run = room.buat(&format!("--proses 2 --wilayah {}", room.read("daftar")));
        assert_eq!((run.exit, run.err.as_str()), (Exit::Done, ""));
        assert_eq!(room.pdfs("keluaran"), expected);
        assert_eq!(room.others("keluaran"), [""; 0]);
        // What the index knew of is left as it was: the first report at least, which was entered before the second.
        let kept = before.iter().filter(|(name, at)| moments(&room)[*name] == **at).count();
        assert!(kept > 0, "nothing was kept of {} reports", left.len());
    }
}

#[test]
fn a_run_that_changed_nothing_yet_keeps_what_was_known() {
    // Killed over its first reports, a second run must not forget those of the first.
    let room = province();
    let list = room.read("daftar");
    assert_eq!(room.buat(&format!("--wilayah {list}")).exit, Exit::Done);
    let mut child = start(&room, "2", &["--paksa"]);
    let before = moments(&room);
    while moments(&room) == before {
        assert!(child.try_wait().unwrap().is_none(), "it ended too early");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let run = room.buat(&format!("--wilayah {list}"));
    run.is(Exit::Done, "16 laporan: 16 sudah ada\nkeluaran/indeks_bulanan_2025-08.csv\n", "");
}

#[test]
fn a_signal_ends_a_batch_between_two_reports() {
    for (signal, code) in [(Signal::INT, 130), (Signal::TERM, 143)] {
        let room = province();
        let mut child = start(&room, "2", &[]);
        wait_for(&room, &mut child, 2);
        send(child.id(), signal);
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{:?}", output.status.signal());
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            said,
            "\
peringatan[C084]
  Penyusunan dihentikan atas permintaan; laporan yang sedang disusun telah diselesaikan.
  Tindakan  : Jalankan perintah yang sama sekali lagi untuk membuat sisanya.

Ditemukan 1 peringatan.
"
        );
        let made = room.pdfs("keluaran").len();
        assert!((2..16).contains(&made), "{made}");
        assert_eq!(room.others("keluaran"), [""; 0]);
        let result = String::from_utf8(output.stdout).unwrap();
        assert!(result.starts_with(&format!("{made} laporan: {made} dibuat\n")), "{result}");
        // Everything that was made is known: the rest is made, and no more.
        let run = room.buat(&format!("--wilayah {}", room.read("daftar")));
        let rest = 16 - made;
        run.is(
            Exit::Done,
            &format!("16 laporan: {rest} dibuat, {made} sudah ada\nkeluaran/indeks_bulanan_2025-08.csv\n"),
            "",
        );
    }
}

#[test]
fn a_child_that_the_system_kills_costs_one_report() {
    let room = province();
    let mut child = start(&room, "2", &[]);
    wait_for(&room, &mut child, 2);
    let below = children(child.id());
    assert!((1..=2).contains(&below.len()), "{below:?}");
    send(below[0], Signal::KILL);
    let output = child.wait_with_output().unwrap();
    let (result, said) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(5), "{result}{said}");
    let failed = result.strip_prefix("gagal  ").unwrap().split(' ').next().unwrap().to_owned();
    let message = "Penyusunan laporan ini dihentikan oleh sistem karena memori komputer habis.";
    assert_eq!(
        said,
        format!(
            "\
kesalahan[W009] wilayah {failed}
  {message}
  Tindakan  : Kurangi proses dengan `--proses 1` atau tutup program lain, lalu jalankan perintah itu sekali lagi.

Ditemukan 1 kesalahan.
"
        )
    );
    assert!(result.contains("\n16 laporan: 15 dibuat, 1 gagal\n"), "{result}");
    assert_eq!((room.pdfs("keluaran").len(), room.others("keluaran")), (15, vec![]));
    let run = room.buat(&format!("--wilayah {}", room.read("daftar")));
    run.is(Exit::Done, "16 laporan: 1 dibuat, 15 sudah ada\nkeluaran/indeks_bulanan_2025-08.csv\n", "");
}

#[test]
fn two_batches_of_one_workspace_do_not_run_at_once() {
    let room = province();
    let mut child = start(&room, "2", &[]);
    wait_for(&room, &mut child, 1);
    let second = room.buat("--wilayah 98.01,98.02");
    assert_eq!((second.exit, second.out.as_str()), (Exit::Active, ""));
    let said =
        format!("Ruang kerja ini sedang dikerjakan oleh `rakor buat` yang lain (proses {}, dimulai ", child.id());
    assert!(second.err.starts_with("kesalahan[C011] .rakor/kunci\n") && second.err.contains(&said), "{}", second.err);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// The memory of a process now, in pages.
fn resident(process: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/statm")).unwrap_or_default();
    text.split_whitespace().nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default()
}

#[test]
fn memory_does_not_grow_with_the_number_of_reports() {
    let room = Room::of("simulasi-provinsi");
    let table = room.read("data/wilayah.csv");
    let codes = table.lines().filter_map(|line| line.split_once(",K")).map(|(code, _)| code);
    room.write("daftar", codes.filter(|code| *code != "98.17").collect::<Vec<_>>().join(","));
    let mut child = start(&room, "1", &[]);
    let mut most = [0_u64; 2];
    while child.try_wait().unwrap().is_none() {
        let made = names(&room.path("keluaran")).len();
        let now = resident(child.id()) + children(child.id()).into_iter().map(resident).sum::<u64>();
        let half = usize::from(made > 19);
        most[half] = most[half].max(now);
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let [first, second] = most;
    // In the long form of the benchmark it is a seventh at most, from hundreds of reports to thousands.
    assert!(first > 0 && second * 4 <= first * 5, "{first} pages at most in the first half, {second} in the second");
}
