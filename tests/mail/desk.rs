//! A workspace that sends, a server that listens, and the command line between them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, Cursor};
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use mail_parser::MimeHeaders;
use rakor::cli::{Exit, Outside, Post, Stop, run};
use rakor::clock::Clock;
use rakor::mail::smtp::Patience;
use serde_json::Value;

use super::server::SmtpServer;

const MANIFEST: &str = r#"[lembaga]
wilayah = "99.71"
pemerintah = "Pemerintah Kota Simulasi"
perangkat_daerah = "Sekretariat Daerah"
tempat = "Simulasi"

[laporan]
tanggal = 2025-09-09
tanda = "DATA SIMULASI"

[cakupan]
penyebut = "bekerja_sakernas"

[[penanda_tangan]]
jabatan = "Sekretaris Daerah"
nip = "197001011995012001"
"#;

/// Three recipients, one of them of the evaluation as well.
pub(crate) const RECIPIENTS: &str = "\
kode,peran,jabatan,sapaan,nama,pos_el,jenis_laporan,kode_wilayah
SEKDA,pimpinan,Sekretaris Daerah,Bapak/Ibu,Rekaan Satu,sekda@contoh.test,bulanan;evaluasi,
DISNAKER,perangkat daerah,Kepala Dinas Tenaga Kerja,,,disnaker@contoh.test,bulanan,99.71
BPJSTK,mitra,Kepala Kantor Cabang Simulasi,,,cabang@mitra.test,bulanan,99.71
";

/// What a run left behind.
pub(crate) struct Run {
    pub(crate) exit: Exit,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// The lines of a run for programs; the last one is that of the run.
    pub(super) fn json(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// What the recipients' lines say: code and outcome.
    pub(super) fn outcomes(&self) -> Vec<String> {
        let text = |line: &Value, key: &str| line[key].as_str().unwrap().to_owned();
        let lines = self.json();
        let recipients = lines.iter().filter(|line| line["penerima"].is_string());
        recipients.map(|line| format!("{} {}", text(line, "penerima"), text(line, "hasil"))).collect()
    }

    /// The codes of its diagnostics in order.
    pub(super) fn codes(&self) -> Vec<String> {
        let lines = self.json();
        let found = lines.last().unwrap()["masalah"].as_array().unwrap();
        found.iter().map(|one| one["kode"].as_str().unwrap().to_owned()).collect()
    }
}

/// What surrounds a run.
pub(crate) struct Around<'a> {
    /// What somebody types.
    pub(crate) answer: Option<&'a str>,
    pub(crate) variables: &'a [(&'a str, &'a str)],
    pub(crate) stop: Stop,
    pub(crate) terminal: bool,
}

impl Default for Around<'_> {
    fn default() -> Self {
        Self { answer: None, variables: &[], stop: Stop::never(), terminal: false }
    }
}

/// A workspace in a folder of its own.
pub(crate) struct Room {
    folder: tempfile::TempDir,
    pub(super) server: SmtpServer,
    now: std::cell::Cell<DateTime<Utc>>,
}

impl Room {
    /// With a relay that does all that is asked.
    pub(crate) fn new() -> Self {
        Self::with(SmtpServer::relay(), "pengaman = \"relai_lokal\"\n")
    }

    /// With another server, and more in `[surel]`.
    pub(super) fn with(server: SmtpServer, more: &str) -> Self {
        let now = DateTime::from_timestamp(1_757_379_600, 0).unwrap();
        let room = Self { folder: tempfile::tempdir().unwrap(), server, now: std::cell::Cell::new(now) };
        room.configure(more, "");
        for table in ["wilayah", "pekerja"] {
            room.write(&format!("data/{table}.csv"), &simulated(table));
        }
        room.months(&["2025-07", "2025-08"]);
        room.write("data/penerima.csv", RECIPIENTS);
        room
    }

    /// Writes the manifest anew.
    pub(super) fn configure(&self, more: &str, below: &str) {
        let port = self.server.port();
        let mail = format!("[surel]\npengirim = \"setda@contoh.test\"\nserver = \"127.0.0.1\"\nport = {port}\n{more}");
        self.write("rakor.toml", &format!("{MANIFEST}\n{mail}\n{below}"));
    }

    /// The participants of these months.
    pub(super) fn months(&self, months: &[&str]) {
        let all = simulated("kepesertaan");
        let kept = all
            .lines()
            .enumerate()
            .filter(|(at, line)| *at == 0 || months.iter().any(|month| line.starts_with(&format!("{month},99.71,"))));
        self.write("data/kepesertaan.csv", &kept.map(|(_, line)| format!("{line}\n")).collect::<String>());
    }

    /// Changes a figure of the tables.
    pub(super) fn change(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{from} in {name}");
        self.write(name, &text.replacen(from, to, 1));
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Every file of the workspace but its lock, by name.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut open = vec![self.path().to_path_buf()];
        while let Some(folder) = open.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    open.push(path);
                } else if !path.ends_with("kunci") {
                    let name = path.strip_prefix(self.path()).unwrap().to_path_buf();
                    found.insert(name, fs::read(path).unwrap());
                }
            }
        }
        found
    }

    /// Lets time go by.
    pub(super) fn later(&self, minutes: i64) {
        self.now.set(self.now.get() + TimeDelta::minutes(minutes));
    }

    pub(crate) fn run(&self, arguments: &str) -> Run {
        self.run_in(Around::default(), &arguments.split_whitespace().collect::<Vec<_>>())
    }

    pub(crate) fn run_in(&self, around: Around<'_>, arguments: &[&str]) -> Run {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut typed = around.answer.map(|answer| Cursor::new(answer.as_bytes().to_vec()));
        let exit = run(&mut Outside {
            arguments: std::iter::once("rakor").chain(arguments.iter().copied()).map(Into::into).collect(),
            variable: &|name| {
                let found = around.variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            },
            folder: self.path().to_path_buf(),
            out: &mut out,
            err: &mut err,
            terminal: around.terminal,
            worker: crate::worker(),
            clock: Clock::standing_at(self.now.get()),
            post: Post {
                answers: typed.as_mut().map(|typed| typed as &mut dyn BufRead),
                patience: Patience::STANDARD.shortened(100),
                stop: around.stop,
            },
        });
        let plain = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace('\u{A0}', " ");
        Run { exit, out: plain(out), err: plain(err) }
    }

    /// The first sending of August, which makes the ledger.
    pub(super) fn first(&self) -> Run {
        self.run("kirim bulanan --ya --buku-baru --format json")
    }

    /// The same again.
    pub(super) fn again(&self) -> Run {
        self.run("kirim bulanan --ya --format json")
    }

    /// Whom the server has a message for, sorted, each with its subject and the name of its file.
    pub(super) fn received(&self) -> Vec<(String, String, String)> {
        let parser = mail_parser::MessageParser::default();
        let kept = self.server.kept();
        let mut received: Vec<_> = kept
            .iter()
            .map(|kept| {
                let message = parser.parse(&kept.bytes).unwrap();
                let file = message.attachment(0).unwrap().attachment_name().unwrap().to_owned();
                (kept.to.join(" "), message.subject().unwrap().to_owned(), file)
            })
            .collect();
        received.sort();
        received
    }

    /// Whom the server has how many messages for.
    pub(super) fn taken(&self) -> BTreeMap<String, usize> {
        let mut taken = BTreeMap::new();
        for kept in self.server.kept() {
            *taken.entry(kept.to.join(" ")).or_default() += 1;
        }
        taken
    }
}

fn simulated(table: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("data/simulasi/data/{table}.csv"));
    fs::read_to_string(path).unwrap()
}

/// Everybody once.
pub(super) fn each_once() -> BTreeMap<String, usize> {
    ["cabang@mitra.test", "disnaker@contoh.test", "sekda@contoh.test"].map(|to| (to.to_owned(), 1)).into()
}
