//! Runs killed at every point that has a name: nothing is lost, nothing is sent twice, as the server tells it.

use std::process::{Command, Stdio};

use rakor::mail::State::{self, Terkirim, TidakPasti};
use rakor::mail::fault::POINTS;

use super::bureau::{Bureau, entry};
use super::desk::Room;
use super::driver::start;
use super::server::SmtpServer;

/// How often the server took the message of each, and the state of each.
fn both(bureau: &Bureau, server: &SmtpServer, names: &[&str]) -> Vec<(usize, State)> {
    let counts = server.counts();
    let states = bureau.states();
    let both = names.iter().map(|name| {
        let taken = counts.get(&entry(name).message_id).copied().unwrap_or_default();
        (taken, states[&name.to_uppercase()])
    });
    both.collect()
}

#[test]
fn a_run_that_dies_at_any_point_is_finished_by_the_next_one() {
    let names = ["a", "b", "c", "d", "e"];
    for (time, dying) in [(1, 0), (2, 1)] {
        for point in POINTS {
            // A run connects and ends once only.
            if time == 2 && ["sebelum_tersambung", "setelah_tersambung", "sebelum_selesai"].contains(&point) {
                continue;
            }
            let (bureau, server) = (Bureau::unheld(), SmtpServer::relay());
            let armed = format!("{point}:{time}");
            let died = start(&bureau, server.port(), &names, 0, Some(&armed)).wait().unwrap();
            assert_eq!(died.code(), None, "{armed}: {died}");
            server.settled();
            let done = start(&bureau, server.port(), &names, 1, None).wait().unwrap();
            assert_eq!(done.code(), Some(0), "{armed}");
            let rows = both(&bureau, &server, &names);
            let held: Vec<usize> = (0..names.len()).filter(|n| rows[*n].1 == TidakPasti).collect();
            let expected = match point {
                "setelah_menunggu_jawaban" | "setelah_jurnal" => vec![(0, TidakPasti)],
                // Whether the dot left the machine before the process died is up to the system.
                "setelah_titik" => vec![(0, TidakPasti), (1, TidakPasti)],
                "setelah_jawaban" => vec![(1, TidakPasti)],
                _ => vec![(1, Terkirim)],
            };
            assert!(expected.contains(&rows[dying]), "{armed}: {rows:?}");
            let others = rows.iter().enumerate().filter(|(n, _)| *n != dying);
            assert!(others.into_iter().all(|(_, row)| *row == (1, Terkirim)), "{armed}: {rows:?}");
            // What is held stays held, whoever runs again.
            assert_eq!(start(&bureau, server.port(), &names, 100, None).wait().unwrap().code(), Some(0), "{armed}");
            assert_eq!(both(&bureau, &server, &names), rows, "{armed}, held {held:?}");
        }
    }
}

#[test]
fn the_command_that_dies_at_a_point_is_finished_by_the_next_one() {
    let points = [
        "setelah_dicatat",
        "setelah_kotak_keluar",
        "setelah_diproses",
        "setelah_jurnal",
        "setelah_titik",
        "setelah_jawaban",
        "setelah_hasil",
    ];
    for point in points {
        let room = Room::new();
        let kirim = |more: &[&str], point: Option<&str>| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_rakor"));
            command.env_clear().args(["kirim", "bulanan", "--ya", "-q", "-C"]).arg(room.path()).args(more);
            command.envs(point.map(|point| ("RAKOR_TITIK_GAGAL", point)));
            command.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().code()
        };
        assert_eq!(kirim(&["--buku-baru"], Some(point)), None, "{point}");
        room.server.settled();
        // The first recipient is held where nobody can know; the others get theirs.
        let held = ["setelah_jurnal", "setelah_titik", "setelah_jawaban"].contains(&point);
        assert_eq!(kirim(&[], None), Some(if held { 7 } else { 0 }), "{point}");
        let taken = room.taken();
        assert!(taken.values().all(|times| *times == 1), "{point}: {taken:?}");
        match point {
            "setelah_jurnal" => assert_eq!(taken.len(), 2),
            "setelah_titik" => assert!(taken.len() >= 2),
            _ => assert_eq!(taken.len(), 3, "{point}"),
        }
        assert_eq!(kirim(&[], None), Some(if held { 7 } else { 0 }), "{point}");
        assert_eq!(room.taken(), taken, "{point}");
    }
}
