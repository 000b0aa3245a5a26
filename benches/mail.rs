//! What sending costs: a thousand messages with a report of 200 KB each, to a server in this process.
//!
//! Entered and handed over as `rakor kirim` does it, through [`Ledger`] and [`Office`]; then the same where nothing waits for
//! a disk, and over the line alone, so that it shows what the time goes into. How to run it, and what is asked:
//! `benches/README.md`.
#![expect(clippy::print_stdout, reason = "the figures are the result")]
#![expect(clippy::disallowed_methods, reason = "a stop watch, and the memory of this process")]
#![expect(clippy::unwrap_used, reason = "a benchmark may stop at a surprise")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use rakor::clock::Clock;
use rakor::files::{Lock, Wish, private_folder};
use rakor::mail::ledger::{Ledger, NewDelivery};
use rakor::mail::office::{Office, wait};
use rakor::mail::smtp::{Fate, Patience, Security, Server};
use rakor::mail::{Address, Attachment, Key, Letter, State};
use rakor::report::sha256;

/// The allocator of the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Messages, when the command line names no other number.
const MESSAGES: u32 = 1_000;
/// So many first, to compare the memory with; they warm up, too.
const FEW: u32 = 100;
/// A report that fills every section has about as many bytes.
const PDF_BYTES: usize = 200_000;
/// A folder that lies in memory, on systems that have it.
const IN_MEMORY: &str = "/dev/shm";
const FILE_NAME: &str = "laporan-bulanan_99.71-kota-simulasi_2025-08.pdf";
/// The memory may grow by so much from the few messages to the many.
const LIMIT: f64 = 1.10;

fn main() {
    let named = std::env::args().find_map(|argument| argument.parse().ok());
    let many = named.unwrap_or(MESSAGES);
    let server = Listener::start();
    let disk = std::env::temp_dir();
    run("few, on the disk", &disk, FEW, &server);
    let before = peak();
    run("on the disk", &disk, many, &server);
    let after = peak();
    match before.zip(after) {
        Some((before, after)) => {
            let ratio = f64::from(after) / f64::from(before);
            println!("most memory: {before} KB after {FEW} messages, {after} KB after {many} more, ratio {ratio:.2}");
            println!("  asked: at most {LIMIT:.2}; kept: {}", ratio <= LIMIT);
        }
        None => println!("most memory: not told by this system"),
    }
    if Path::new(IN_MEMORY).is_dir() {
        run("in memory", Path::new(IN_MEMORY), many, &server);
    }
    line_alone(many, &server);
    syncs(&disk);
}

/// Enters and sends so many messages with a ledger of its own below a folder, and tells what that took.
fn run(title: &str, below: &Path, count: u32, listener: &Listener) {
    let room = tempfile::tempdir_in(below).unwrap();
    let folder = room.path().join(".rakor");
    private_folder(&folder).unwrap();
    let Wish::Granted(lock) = Lock::take(&folder.join("kunci"), b"").unwrap() else { panic!("nobody holds it") };
    let mut ledger = Ledger::create(&folder, &lock, now()).unwrap();
    let attachment = attachment();
    let entries: Vec<NewDelivery> = (0..count).map(|number| entry(number, &attachment)).collect();

    let (mut composing, mut entering) = (Duration::ZERO, Duration::ZERO);
    for entry in &entries {
        let start = Instant::now();
        let bytes = message(entry, &attachment);
        composing += start.elapsed();
        let start = Instant::now();
        ledger.enter(entry, &bytes, now()).unwrap();
        entering += start.elapsed();
    }
    let ids: Vec<String> = entries.iter().map(|entry| entry.key.id()).collect();
    let wire = listener.received();
    let server = listener.settings();
    let from = sender();
    let mut office = Office {
        ledger: &mut ledger,
        lock: &lock,
        server: &server,
        from: &from,
        per_minute: None,
        clock: Clock::standing_at(now()),
        wait: &wait,
        stopped: &|| false,
    };
    let start = Instant::now();
    let outcome = office.run(&ids, &mut |_| {});
    let sending = start.elapsed();
    assert!(outcome.ended.is_none() && outcome.deliveries.iter().all(|row| row.state == State::Terkirim));
    println!("{count} messages, {title}:");
    tell("compose", composing, count);
    tell("enter", entering, count);
    tell("send", sending, count);
    let bytes = listener.received() - wire;
    println!("  on the wire: {} KB, {} bytes a message", bytes >> 10, bytes / u64::from(count));
}

/// The same messages without ledger, outbox and journal.
fn line_alone(count: u32, listener: &Listener) {
    let attachment = attachment();
    let from = sender();
    let mut session = listener.settings().connect().unwrap();
    let mut sending = Duration::ZERO;
    for number in 0..count {
        let entry = entry(number, &attachment);
        let bytes = message(&entry, &attachment);
        let start = Instant::now();
        let fate = session.deliver(&from, &entry.key.recipient, &bytes, &mut || Ok(()));
        sending += start.elapsed();
        assert!(matches!(fate, Fate::Accepted(_)), "{fate:?}");
    }
    session.quit();
    println!("{count} messages, the line alone:");
    tell("send", sending, count);
}

/// What bringing a little to this disk takes.
fn syncs(below: &Path) {
    const TIMES: u32 = 200;
    let mut file = tempfile::tempfile_in(below).unwrap();
    let start = Instant::now();
    for _ in 0..TIMES {
        file.write_all(&[0; 4096]).unwrap();
        file.sync_data().unwrap();
    }
    println!("{TIMES} times 4 KB brought to the disk:");
    tell("sync", start.elapsed(), TIMES);
}

fn tell(what: &str, time: Duration, count: u32) {
    let seconds = time.as_secs_f64();
    let each = 1e3 * seconds / f64::from(count);
    println!("  {what:8} {seconds:7.2} s, {each:6.2} ms each, {:7.0} a second", f64::from(count) / seconds);
}

/// The most memory this process ever had, in KB.
fn peak() -> Option<u32> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.trim().strip_suffix(" kB")?.parse().ok()
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_757_379_600, 0).unwrap()
}

fn sender() -> Address {
    Address::parse("setda@contoh.test").unwrap()
}

/// A file whose bytes nothing can make shorter.
fn attachment() -> Attachment {
    let mut state: u64 = 1;
    let noise = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    });
    let bytes = b"%PDF-1.7\n".iter().copied().chain(noise).take(PDF_BYTES).collect();
    Attachment { file_name: FILE_NAME.to_owned(), bytes }
}

fn entry(number: u32, attachment: &Attachment) -> NewDelivery {
    let key = Key {
        report: "bulanan".to_owned(),
        region: "99.71".to_owned(),
        period: "2025-08".to_owned(),
        recipient: Address::parse(&format!("penerima{number}@contoh.test")).unwrap(),
        revision: 0,
    };
    NewDelivery {
        message_id: key.message_id("contoh.test"),
        key,
        recipient_code: format!("P{number}"),
        title: format!("Kepala Bidang {number}"),
        subject: "Laporan Jaminan Sosial Ketenagakerjaan Kota Simulasi, Agustus 2025".to_owned(),
        file_name: FILE_NAME.to_owned(),
        sha256: sha256(&attachment.bytes),
        digest: "d1".repeat(32),
        signed: false,
        report_date: Some("9 September 2025".to_owned()),
        unmatched_reason: None,
    }
}

fn message(entry: &NewDelivery, attachment: &Attachment) -> Vec<u8> {
    let text = format!("Yth. {}\n\nBersama surel ini kami sampaikan laporan bulan Agustus 2025.\n", entry.title);
    let letter = Letter {
        from: &sender(),
        from_name: Some("Sekretariat Daerah Kota Simulasi"),
        reply_to: None,
        to: &entry.key.recipient,
        subject: &entry.subject,
        text: &text,
        html: &format!("<p>{text}</p>"),
        attachment,
        message_id: &entry.message_id,
        key_id: Some(&entry.key.id()),
        date: now(),
    };
    letter.bytes().unwrap()
}

/// A mail server that takes everything, and keeps nothing but the number of bytes.
struct Listener {
    port: u16,
    received: Arc<AtomicU64>,
}

impl Listener {
    fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let received = Arc::new(AtomicU64::new(0));
        let ours = Arc::clone(&received);
        // Both threads end with the process.
        std::thread::spawn(move || {
            for line in listener.incoming().flatten() {
                let received = Arc::clone(&ours);
                std::thread::spawn(move || converse(&line, &received));
            }
        });
        Self { port, received }
    }

    fn received(&self) -> u64 {
        self.received.load(Ordering::Relaxed)
    }

    fn settings(&self) -> Server {
        Server {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            security: Security::Loopback,
            login: None,
            root: None,
            hello: "contoh.test".to_owned(),
            patience: Patience::STANDARD,
        }
    }
}

/// One connection, to its end.
fn converse(line: &TcpStream, received: &AtomicU64) -> Option<()> {
    line.set_nodelay(true).ok()?;
    let mut reader = BufReader::with_capacity(1 << 16, line);
    let say = |words: &str| (&mut &*line).write_all(format!("{words}\r\n").as_bytes()).ok();
    say("220 uji.test ESMTP")?;
    loop {
        let mut command = String::new();
        let count = reader.read_line(&mut command).ok().filter(|count| *count > 0)?;
        received.fetch_add(count as u64, Ordering::Relaxed);
        match command.get(..4).unwrap_or_default() {
            "EHLO" => say("250-uji.test\r\n250-SIZE 52428800\r\n250 ENHANCEDSTATUSCODES")?,
            "DATA" => {
                say("354 End data with <CR><LF>.<CR><LF>")?;
                take_body(&mut reader, received)?;
                say("250 2.0.0 Ok: queued")?;
            }
            "QUIT" => return say("221 2.0.0 Bye"),
            _ => say("250 2.0.0 Ok")?,
        }
    }
}

/// Reads a body up to the line that holds a dot alone.
fn take_body(reader: &mut BufReader<&TcpStream>, received: &AtomicU64) -> Option<()> {
    let mut line = Vec::new();
    while line != b".\r\n" {
        line.clear();
        let count = reader.by_ref().take(1 << 16).read_until(b'\n', &mut line).ok().filter(|count| *count > 0)?;
        received.fetch_add(count as u64, Ordering::Relaxed);
    }
    Some(())
}
