//! Reports that are not made: the others are, and each says why.

use std::time::Duration;

use rakor::cli::{Exit, Outside, Post, Stop, run};
use rakor::worker::{Limits, Worker};

use super::{ALL, Room};

const TEMPLATE: &str = "templat/bulanan/laporan.typ.j2";

/// The one region whose data hold a written suggestion.
const MARKED: &str = "99.71.02";

/// A workspace in which one region's report alone has a suggestion of this text.
fn marked(text: &str) -> Room {
    let room = Room::simulasi();
    room.write(
        "data/narasi.csv",
        format!("laporan,periode,kode_wilayah,bagian,urutan,teks,sumber\nbulanan,2025-08,{MARKED},saran,1,{text},Simulasi rakor\n"),
    );
    room
}

/// The same, with this in the template of that report.
fn hostile(markup: &str) -> Room {
    let room = marked("Perlu pendataan ulang.");
    let own = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/bulanan/laporan.typ.j2"),
    );
    room.write(TEMPLATE, format!("{}\n{{% if penutup.saran_tertulis %}}\n{markup}\n{{% endif %}}\n", own.unwrap()));
    room
}

/// Children with other limits for a report.
fn limited(change: impl FnOnce(&mut Limits)) -> Worker {
    let mut limits = Limits::REPORT;
    change(&mut limits);
    crate::worker().limited_reports(limits)
}

/// One region fails so, all others are made, and nothing half-made is left.
fn one_fails(room: &Room, worker: Worker, code: &str, message: &str, action: &str) {
    let run = room.buat_by(worker, "--wilayah semua --proses 2");
    run.is(
        Exit::Partial,
        &format!(
            "gagal  {MARKED} Contoh Tengah: {message}\n6 laporan: 5 dibuat, 1 gagal\nkeluaran/indeks_bulanan_2025-08.csv\n"
        ),
        &format!("kesalahan[{code}] wilayah {MARKED}\n  {message}\n  Tindakan  : {action}\n\nDitemukan 1 kesalahan.\n"),
    );
    let failed: Vec<(String, String)> = room.outcomes().into_iter().filter(|(_, outcome)| outcome == "gagal").collect();
    assert_eq!(failed, [(MARKED.to_owned(), "gagal".to_owned())]);
    assert_eq!((room.pdfs("keluaran").len(), room.others("keluaran")), (5, vec![]));
}

/// Ten thousand million rounds.
const ENDLESS: &str = "#{ for i in range(100000) { for j in range(100000) { let k = i + j } } }";

/// What to do, and which template of the workspace may be at fault.
const SHORTER: &str = "Periksa data dan templat laporan itu: tabel yang sangat panjang atau perulangan tanpa akhir.\n  Lihat juga: \
                       templat/bulanan/laporan.typ.j2";

#[test]
fn a_report_without_end_is_ended_by_the_processor_s_time() {
    let room = hostile(ENDLESS);
    one_fails(
        &room,
        limited(|limits| limits.processor = 3),
        "W007",
        "Penyusunan laporan ini dihentikan karena memakan waktu lebih dari 3 detik.",
        SHORTER,
    );
}

#[test]
fn a_report_without_end_is_ended_by_its_parent_s_clock() {
    let room = hostile(ENDLESS);
    let run = room.buat_by(limited(|limits| limits.wall = Duration::from_secs(1)), &format!("--wilayah {MARKED},"));
    let message = "Penyusunan laporan ini dihentikan karena memakan waktu lebih dari 1 detik.";
    run.is(
        Exit::Partial,
        &format!("gagal  {MARKED} Contoh Tengah: {message}\n1 laporan: 1 gagal\nkeluaran/indeks_bulanan_2025-08.csv\n"),
        &format!("kesalahan[W007] wilayah {MARKED}\n  {message}\n  Tindakan  : {SHORTER}\n\nDitemukan 1 kesalahan.\n"),
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_report_that_takes_too_much_memory_costs_no_other() {
    let room = hostile("#range(0, 2000000000).len()");
    one_fails(
        &room,
        limited(|limits| limits.memory = 1 << 30),
        "W006",
        "Penyusunan laporan ini dihentikan karena memerlukan memori lebih dari 1024 MB.",
        SHORTER,
    );
}

#[cfg(debug_assertions)]
#[test]
fn a_broken_promise_costs_the_report_that_met_it() {
    let promise = "RAKOR_UJI_JANJI_PUTUS";
    let run = marked(promise).buat(&format!("--wilayah {MARKED},"));
    // Where in the program it happened is told, for whoever mends it.
    let site = run.out.split_once("disusun (").unwrap().1.split_once(").").unwrap().0.to_owned();
    assert!(site.starts_with("task.rs:"), "{site}");
    one_fails(
        &marked(promise),
        crate::worker(),
        "W008",
        &format!("Terjadi kesalahan di dalam program saat laporan ini disusun ({site})."),
        "Laporkan kode ini kepada pengelola; laporan lain tidak terganggu.",
    );
}

#[test]
fn without_a_program_to_start_every_report_says_so() {
    let room = Room::simulasi();
    let run = room.buat_by(Worker::new(None), "--wilayah 99.71.01,99.71.02");
    assert_eq!(run.exit, Exit::Partial);
    assert_eq!(
        run.out,
        "\
gagal  99.71.01 Contoh Utara: Laporan ini tidak dibuat: proses yang menyusunnya tidak dapat dijalankan.
gagal  99.71.02 Contoh Tengah: Laporan ini tidak dibuat: proses yang menyusunnya tidak dapat dijalankan.
2 laporan: 2 gagal
keluaran/indeks_bulanan_2025-08.csv
"
    );
    assert!(run.err.starts_with("kesalahan[W001] wilayah 99.71.01\n"), "{}", run.err);
}

/// In July a district's figure as it stood in August.
fn contradicted() -> Room {
    let room = Room::simulasi();
    let table = room.read("data/kepesertaan.csv");
    let line = table.lines().find(|line| line.starts_with(&format!("2025-07,{MARKED},TOTAL,"))).unwrap();
    let changed = line.replace("2025-07-31", "2025-08-31");
    assert_ne!(changed, line);
    room.replace("data/kepesertaan.csv", &format!("{line}\n"), &format!("{changed}\n"));
    room
}

#[test]
fn a_region_whose_data_are_refused_is_listed_and_the_others_are_made() {
    let room = contradicted();
    let run = room.buat("--wilayah semua");
    assert_eq!(run.exit, Exit::Partial);
    let reason = run.out.lines().next().unwrap().split_once("Simulasi: ").unwrap().1.to_owned();
    assert_eq!(
        run.out,
        format!(
            "\
gagal  99.71 Kota Simulasi: {reason}
gagal  99.71.02 Contoh Tengah: {reason}
6 laporan: 4 dibuat, 2 gagal
keluaran/indeks_bulanan_2025-08.csv
"
        )
    );
    // The same contradiction stands in the way of both, and is told once.
    assert_eq!(run.err.matches("kesalahan[").count(), 1, "{}", run.err);
    assert!(run.err.contains(&reason) && run.err.contains("data/kepesertaan.csv, baris "), "{}", run.err);
    let csv = room.read("keluaran/indeks_bulanan_2025-08.csv");
    assert!(csv.contains("\n99.71.02,Contoh Tengah,gagal,,,,,1,,,"), "{csv}");
    assert_eq!(room.pdfs("keluaran").len(), 4);
    // Mended, the rest is made, and with it those that had to do without the refused row.
    for (path, bytes) in rakor::cli::examples().iter().find(|example| example.name == "simulasi").unwrap().files {
        room.write(path, bytes);
    }
    assert_eq!(room.buat("--wilayah semua").exit, Exit::Done);
    let mended = room.pdfs("keluaran");
    let clean = Room::simulasi();
    assert_eq!(clean.buat("--wilayah semua").exit, Exit::Done);
    assert_eq!(mended, clean.pdfs("keluaran"));
}

#[test]
fn the_first_failure_stops_when_asked_to() {
    let room = contradicted();
    let run = room.buat("--wilayah semua --berhenti-saat-gagal");
    // The city comes first.
    assert_eq!((run.exit, room.pdfs("keluaran").len()), (Exit::Partial, 0), "{}", run.out);
    assert!(run.out.ends_with("\n1 laporan: 1 gagal\nkeluaran/indeks_bulanan_2025-08.csv\n"), "{}", run.out);
    // A failure in a child stops as well: what is under way is finished, nothing else is begun.
    let room = hostile("#panic()");
    let run =
        room.buat("--wilayah 99.71.02,99.71,99.71.01,99.71.03,99.71.04,99.71.05 --proses 1 --berhenti-saat-gagal");
    // The child may have begun the next one before it hears of it.
    let made = room.pdfs("keluaran").len();
    assert!(run.exit == Exit::Partial && made < 3, "{}", run.out);
    assert!(run.out.contains(&format!("\n{} laporan: ", made + 1)), "{}", run.out);
}

#[test]
fn who_is_asked_to_stop_finishes_what_is_under_way_and_goes_on_next_time() {
    let room = Room::simulasi();
    let stop = Stop::never();
    // Asked before anything is begun: nothing is.
    stop.raise();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run(&mut Outside {
        arguments: "rakor buat bulanan --periode 2025-08 --wilayah semua".split(' ').map(Into::into).collect(),
        variable: &|_| None,
        folder: room.path("."),
        out: &mut out,
        err: &mut err,
        terminal: false,
        worker: crate::worker(),
        clock: crate::clock(),
        post: Post { stop, ..Post::unattended() },
    });
    assert_eq!(exit, Exit::Terminated);
    assert_eq!(String::from_utf8(out).unwrap(), "0 laporan\n./keluaran/indeks_bulanan_2025-08.csv\n".replace("./", ""));
    assert_eq!(
        String::from_utf8(err).unwrap(),
        "\
peringatan[C084]
  Penyusunan dihentikan atas permintaan; laporan yang sedang disusun telah diselesaikan.
  Tindakan  : Jalankan perintah yang sama sekali lagi untuk membuat sisanya.

Ditemukan 1 peringatan.
"
    );
    assert_eq!(room.buat("--wilayah semua").exit, Exit::Done);
    assert_eq!(room.outcomes().len(), ALL.len());
}

#[test]
fn a_terminal_sees_how_far_it_is() {
    let room = Room::simulasi();
    let see = |terminal: bool, arguments: &str| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = run(&mut Outside {
            arguments: arguments.split(' ').map(Into::into).collect(),
            variable: &|_| None,
            folder: room.path("."),
            out: &mut out,
            err: &mut err,
            terminal,
            worker: crate::worker(),
            clock: crate::clock(),
            post: Post::unattended(),
        });
        assert_eq!(exit, Exit::Done);
        String::from_utf8(err).unwrap()
    };
    let command = "rakor buat bulanan --periode 2025-08 --paksa --proses 1 --wilayah 99.71.01,99.71.02";
    // The clock stands still, so that everything takes the shortest time there is.
    assert_eq!(
        see(true, command),
        "\r1 dari 2 laporan; 1000,0 per detik; sisa 0 detik\u{1b}[K\r2 dari 2 laporan; 2000,0 per detik; sisa 0 detik\u{1b}[K\r\u{1b}[K"
    );
    assert_eq!(see(true, &format!("{command} -q")), "");
    assert_eq!(see(false, command), "");
}
