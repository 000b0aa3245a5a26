//! Runs killed at any moment, many times over, while the server misbehaves at random: nothing is lost, nothing is sent twice,
//! as the server tells it.
//!
//! Once with the command as people start it. What is put off there waits a quarter of an hour by the system's clock, and is
//! finished here under a later one. Once with [`super::driver`], whose clock moves on from run to run, so that second and
//! third tries are killed too.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use rakor::clock::Clock;
use rakor::files::{Lock, Wish};
use rakor::mail::Address;
use rakor::mail::State::{self, Diproses, Direncanakan, Ditunda, Gagal, MenungguJawaban, Terkirim, TidakPasti};
use rakor::mail::ledger::{Delivery, FILE_NAME, Filter, Ledger};
use rakor::mail::office::{Office, wait};

use super::bureau::Bureau;
use super::desk::Room;
use super::driver::start;
use super::server::{Script, SmtpServer, Wire};

/// Numbers without an order, the same for the same seed.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn under(&mut self, bound: usize) -> usize {
        usize::try_from(self.below(bound as u64)).unwrap()
    }
}

/// What all runs of a campaign came to.
#[derive(Default)]
struct Sum(Mutex<BTreeMap<&'static str, usize>>);

impl Sum {
    fn add(&self, what: &'static str, count: usize) {
        *self.0.lock().unwrap().entry(what).or_default() += count;
    }
}

/// A campaign among other tests begins nothing after so long; one that was asked for goes to its end.
const LONGEST: Duration = Duration::from_mins(15);

/// Goes through every seed of a campaign, several at a time.
fn campaign(disturbed: impl Fn(u64, usize, &Sum) + Sync) {
    let long = std::env::var("RAKOR_KAMPANYE").is_ok_and(|value| value == "1");
    let (runs, recipients) = if long { (1_000, 20) } else { (40, 5) };
    let (sum, next, begun) = (Sum::default(), AtomicU64::new(0), Instant::now());
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= runs || !long && begun.elapsed() > LONGEST {
                        return;
                    }
                    disturbed(seed, recipients, &sum);
                    sum.add("runs", 1);
                }
            });
        }
    });
    let told = sum.0.into_inner().unwrap();
    assert!(told["killed"] >= told["runs"] / 2, "{told:?}");
    assert!(told["sent"] > told["held"], "{told:?}");
    if long {
        #[expect(clippy::print_stdout, reason = "a campaign tells what it counted")]
        {
            println!("{recipients} recipients in each: lost 0, twice 0, {told:?} in {:?}", begun.elapsed());
        }
    }
}

/// How often the server took each message, against what the ledger says of it.
fn agree(server: &SmtpServer, rows: &[Delivery], seed: u64) {
    let mut counts = server.counts();
    for row in rows {
        let taken = counts.remove(&row.entry.message_id).unwrap_or_default();
        let right = match row.state {
            Terkirim => taken == 1,
            Gagal | Ditunda => taken == 0,
            TidakPasti => taken <= 1,
            _ => false,
        };
        assert!(right, "seed {seed}, {}: taken {taken} times, {:?}", row.entry.recipient_code, row.state);
    }
    assert!(counts.is_empty(), "seed {seed}: nobody knows of {counts:?}");
}

/// Adds up how every delivery ended.
fn tally(sum: &Sum, server: &SmtpServer, rows: &[Delivery]) {
    let counts = server.counts();
    for row in rows {
        let what = match row.state {
            Terkirim => "sent",
            Gagal => "failed",
            _ => "held",
        };
        sum.add(what, 1);
        if row.state == TidakPasti {
            sum.add("held, arrived", counts.get(&row.entry.message_id).copied().unwrap_or_default());
        }
    }
}

fn assert_whole(ledger: PathBuf, seed: u64) {
    let connection = rusqlite::Connection::open(ledger).unwrap();
    let whole: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(whole, "ok", "seed {seed}");
}

/// A workspace whose reports are sent by the command itself.
struct Site {
    room: Room,
    recipients: usize,
    seed: u64,
}

impl Site {
    fn new(seed: u64, recipients: usize) -> Self {
        let server = SmtpServer::start(Wire::Plain, Script::flaky(seed).forgetful());
        let room = Room::with(server, "pengaman = \"relai_lokal\"\n");
        let rows = (0..recipients).map(|n| format!("P{n},mitra,Kepala Bidang {n},,,p{n}@contoh.test,bulanan,\n"));
        let head = "kode,peran,jabatan,sapaan,nama,pos_el,jenis_laporan,kode_wilayah\n".to_owned();
        room.write("data/penerima.csv", &rows.fold(head, |list, row| list + &row));
        Self { room, recipients, seed }
    }

    fn private(&self) -> PathBuf {
        self.room.path().join(".rakor")
    }

    fn start(&self) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rakor"));
        command
            .env_clear()
            .args(["kirim", "bulanan", "--periode", "2025-08", "--ya", "-q", "-C"])
            .arg(self.room.path());
        if !self.private().join(FILE_NAME).exists() {
            command.arg("--buku-baru");
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    fn rows(&self) -> Vec<Delivery> {
        let ledger = Ledger::read(&self.private()).unwrap();
        ledger.map_or_else(Vec::new, |ledger| ledger.deliveries(&Filter::default()).unwrap())
    }

    /// Messages laid into the outbox so far.
    fn laid(&self) -> usize {
        fs::read_dir(self.private().join("kotak-keluar")).map_or(0, Iterator::count)
    }

    /// Kills a run at a moment after the report was built: while messages are entered, or while they are sent.
    fn kill(&self, child: &mut Child, numbers: &mut Numbers) {
        let server = &self.room.server;
        let (talks, kept) = server.progress();
        // Rather early: a server that misbehaves lets few runs come far.
        let most = numbers.under(self.recipients) + 1;
        let work = numbers.under(most);
        let entering = self.laid() == 0 && numbers.below(3) == 0;
        let come = || {
            let (opened, taken) = server.progress();
            if entering { self.laid() > work } else { opened > talks && taken >= kept + work }
        };
        while !come() && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_micros(300));
        }
        std::thread::sleep(Duration::from_micros(numbers.below(if work == 0 { 60_000 } else { 20_000 })));
        let _ = child.kill();
    }

    /// Where a kill struck, as the ledger has it.
    fn struck(&self) -> &'static str {
        let rows = self.rows();
        let any = |state: State| rows.iter().any(|row| row.state == state);
        if any(MenungguJawaban) {
            "killed between dot and answer"
        } else if any(Diproses) {
            "killed before the dot"
        } else if rows.len() < self.recipients || any(Direncanakan) {
            "killed while entering"
        } else {
            "killed elsewhere"
        }
    }

    /// Runs the command, often killed, until it has done what is due.
    fn run(&self, sum: &Sum) {
        let mut numbers = Numbers(self.seed);
        for time in 0.. {
            let mut child = self.start();
            if time == 0 || time < 6 && numbers.below(3) > 0 {
                self.kill(&mut child, &mut numbers);
            }
            let ended = child.wait().unwrap();
            self.room.server.settled();
            if let Some(code) = ended.code() {
                let rows = self.rows();
                let any = |states: &[State]| rows.iter().any(|row| states.contains(&row.state));
                let expected = if any(&[TidakPasti]) {
                    7
                } else if any(&[Ditunda, Gagal]) {
                    6
                } else {
                    0
                };
                assert_eq!((rows.len(), code), (self.recipients, expected), "seed {}", self.seed);
                return;
            }
            sum.add("killed", 1);
            sum.add(self.struck(), 1);
        }
    }

    /// Sends what was put off, when its time has come and the server has recovered.
    fn finish(&self, sum: &Sum) {
        self.room.server.follow(Script::default().forgetful());
        let rows = self.rows();
        let late: Vec<String> = rows.iter().filter(|row| row.state == Ditunda).map(|row| row.id.clone()).collect();
        sum.add("put off by the command", late.len());
        let Some(until) = rows.iter().filter_map(|row| row.not_before).max() else { return };
        let now = until + TimeDelta::seconds(1);
        let Wish::Granted(lock) = Lock::take(&self.private().join("kunci"), b"").unwrap() else { panic!("it ended") };
        let mut ledger = Ledger::open(&self.private(), &lock, now).unwrap();
        let mut office = Office {
            ledger: &mut ledger,
            lock: &lock,
            server: &self.room.server.settings(),
            from: &Address::parse("setda@contoh.test").unwrap(),
            per_minute: None,
            clock: Clock::standing_at(now),
            wait: &wait,
            stopped: &|| false,
        };
        let outcome = office.run(&late, &mut |_| {});
        assert!(outcome.ended.is_none(), "seed {}: {:?}", self.seed, outcome.ended);
        assert!(outcome.deliveries.iter().all(|row| row.state == Terkirim), "seed {}", self.seed);
    }
}

#[test]
fn the_command_killed_at_any_moment_loses_nothing_and_sends_nothing_twice() {
    campaign(|seed, recipients, sum| {
        let site = Site::new(seed, recipients);
        site.run(sum);
        agree(&site.room.server, &site.rows(), seed);
        site.finish(sum);
        let rows = site.rows();
        assert!(rows.iter().all(|row| row.state.is_final() || row.state == TidakPasti), "seed {seed}");
        agree(&site.room.server, &rows, seed);
        tally(sum, &site.room.server, &rows);
        assert_whole(site.private().join(FILE_NAME), seed);
    });
}

/// One workspace: runs of five hours' distance, killed at random, until nothing is due.
fn disturbed(seed: u64, recipients: usize, sum: &Sum) {
    let names: Vec<String> = (0..recipients).map(|n| format!("p{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut numbers = Numbers(seed);
    let (bureau, server) = (Bureau::unheld(), SmtpServer::start(Wire::Plain, Script::flaky(seed).forgetful()));
    let mut hour = 0;
    loop {
        let mut child = start(&bureau, server.port(), &names, hour, None);
        // The first run is always killed, the later ones often, until the hours come near to giving up.
        if hour == 0 || hour < 60 && numbers.below(3) > 0 {
            let (_, before) = server.progress();
            let work = numbers.under(names.len());
            while server.progress().1 < before + work && child.try_wait().unwrap().is_none() {
                std::thread::sleep(Duration::from_micros(200));
            }
            let more = if work == 0 { 80_000 } else { 20_000 };
            std::thread::sleep(Duration::from_micros(numbers.below(more)));
            let _ = child.kill();
        }
        let ended = child.wait().unwrap();
        match ended.code() {
            None => sum.add("killed", 1),
            code => assert_eq!(code, Some(0), "seed {seed}"),
        }
        server.settled();
        hour += 5;
        if ended.success() && bureau.states().values().all(|state| state.is_final() || *state == TidakPasti) {
            break;
        }
        assert!(hour < 500, "seed {seed}: {:?}", bureau.states());
    }
    let rows = Ledger::read(&bureau.folder()).unwrap().unwrap().deliveries(&Filter::default()).unwrap();
    assert_eq!(rows.len(), recipients, "seed {seed}");
    agree(&server, &rows, seed);
    tally(sum, &server, &rows);
    assert_whole(bureau.at(FILE_NAME), seed);
}

#[test]
fn tries_of_many_hours_killed_at_any_moment_lose_nothing_and_send_nothing_twice() {
    campaign(disturbed);
}
