//! A run in a process of its own, so that it can be killed: this very test program, started for one test that is ignored
//! otherwise.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use chrono::{DateTime, TimeDelta, Utc};
use rakor::clock::Clock;
use rakor::files::{Lock, Wish};
use rakor::mail::Address;
use rakor::mail::ledger::Ledger;
use rakor::mail::office::{Office, wait};
use rakor::mail::smtp::{Patience, Security, Server};

use super::bureau::{Bureau, at, entry, message};

/// What the process is told, as `variable value`.
const FOLDER: &str = "RAKOR_UJI_FOLDER";
const PORT: &str = "RAKOR_UJI_PORT";
const NAMES: &str = "RAKOR_UJI_PENERIMA";
const HOUR: &str = "RAKOR_UJI_JAM";
const POINT: &str = "RAKOR_TITIK_GAGAL";

/// Starts a run for these recipients, so many hours after the first; it dies at a point, if one is named.
pub(super) fn start(bureau: &Bureau, port: u16, names: &[&str], hour: u32, point: Option<&str>) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "mail::driver::in_a_process_of_its_own", "--ignored", "--nocapture"]);
    command.env(FOLDER, bureau.folder()).env(PORT, port.to_string()).env(NAMES, names.join(","));
    command.env(HOUR, hour.to_string());
    if let Some(point) = point {
        command.env(POINT, point);
    }
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

#[test]
#[ignore = "started by other tests"]
fn in_a_process_of_its_own() {
    let asked = |name: &str| std::env::var(name).unwrap();
    #[cfg(debug_assertions)]
    if let Ok(point) = std::env::var(POINT) {
        rakor::mail::fault::arm(&point);
    }
    let folder = asked(FOLDER);
    let folder = Path::new(&folder);
    let now: DateTime<Utc> = at(0) + TimeDelta::hours(asked(HOUR).parse().unwrap());
    let Wish::Granted(lock) = Lock::take(&folder.join("kunci"), b"").unwrap() else { panic!("somebody is at work") };
    let mut ledger = Ledger::open(folder, &lock, now).unwrap();
    let names = asked(NAMES);
    let entries: Vec<_> = names.split(',').map(entry).collect();
    for entry in &entries {
        ledger.enter(entry, &message(entry), now).unwrap();
    }
    let server = Server {
        host: "127.0.0.1".to_owned(),
        port: asked(PORT).parse().unwrap(),
        security: Security::Loopback,
        login: None,
        root: None,
        hello: "klien.uji.test".to_owned(),
        patience: Patience::STANDARD.shortened(10),
    };
    let mut office = Office {
        ledger: &mut ledger,
        lock: &lock,
        server: &server,
        from: &Address::parse("kantor@pengirim.test").unwrap(),
        per_minute: None,
        clock: Clock::standing_at(now),
        wait: &wait,
        stopped: &|| false,
    };
    let ids: Vec<String> = entries.iter().map(|entry| entry.key.id()).collect();
    office.run(&ids, &mut |_| {});
}
