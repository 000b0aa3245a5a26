//! A workspace's private folder with a ledger, for the tests of ledger and office.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use rakor::diagnostic::Failure;
use rakor::files::{Lock, Wish, private_folder};
use rakor::mail::ledger::{Delivery, FILE_NAME, Filter, Ledger, NewDelivery};
use rakor::mail::{Address, Key, State};
use rusqlite::Connection;
use tempfile::TempDir;

/// A private folder and the right to work in it.
pub(super) struct Bureau {
    room: TempDir,
    pub(super) lock: Lock,
}

/// Seconds after the beginning of September 2025.
pub(super) fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_756_684_800 + seconds, 0).unwrap()
}

pub(super) fn minutes(minutes: i64) -> DateTime<Utc> {
    at(minutes * 60)
}

/// A delivery to one of many, named by a letter or a word.
pub(super) fn entry(name: &str) -> NewDelivery {
    let key = Key {
        report: "bulanan".to_owned(),
        region: "35.73".to_owned(),
        period: "2025-08".to_owned(),
        recipient: Address::parse(&format!("{name}@malangkota.test")).unwrap(),
        revision: 0,
    };
    NewDelivery {
        message_id: key.message_id("pengirim.test"),
        key,
        recipient_code: name.to_uppercase(),
        title: format!("Kepala {name}"),
        subject: "Laporan Jaminan Sosial Ketenagakerjaan Kota Malang, Agustus 2025".to_owned(),
        file_name: "laporan-bulanan_35.73-kota-malang_2025-08.pdf".to_owned(),
        sha256: "5a".repeat(32),
        digest: "d1".repeat(32),
        signed: false,
        report_date: Some("5 September 2025".to_owned()),
        unmatched_reason: None,
    }
}

/// Its message.
pub(super) fn message(entry: &NewDelivery) -> Vec<u8> {
    format!(
        "From: kantor@pengirim.test\r\nTo: {}\r\nMessage-ID: <{}>\r\nSubject: Laporan\r\n\r\nIsi.\r\n..titik\r\n",
        entry.key.recipient.full(),
        entry.message_id
    )
    .into_bytes()
}

impl Bureau {
    /// Without a ledger.
    pub(super) fn empty() -> Self {
        Self::locked_by("kunci")
    }

    fn locked_by(file: &str) -> Self {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join(".rakor");
        private_folder(&folder).unwrap();
        let Wish::Granted(lock) = Lock::take(&folder.join(file), b"").unwrap() else { panic!("nobody holds it") };
        Self { room, lock }
    }

    /// With a ledger without deliveries, and the right to work in it left to other processes.
    pub(super) fn unheld() -> Self {
        // A process that is being started elsewhere in this one holds for a moment whatever is open here.
        let bureau = Self::locked_by("../kunci");
        drop(Ledger::create(&bureau.folder(), &bureau.lock, at(0)).unwrap());
        bureau
    }

    /// With a ledger in which these are entered.
    pub(super) fn with(names: &[&str]) -> Self {
        let bureau = Self::empty();
        let mut ledger = Ledger::create(&bureau.folder(), &bureau.lock, at(0)).unwrap();
        for name in names {
            Self::enter(&mut ledger, name);
        }
        drop(ledger);
        bureau
    }

    /// Enters a recipient's delivery; its id.
    pub(super) fn enter(ledger: &mut Ledger, name: &str) -> String {
        let entry = entry(name);
        ledger.enter(&entry, &message(&entry), at(0)).unwrap();
        entry.key.id()
    }

    pub(super) fn folder(&self) -> PathBuf {
        self.room.path().join(".rakor")
    }

    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    pub(super) fn outbox(&self, name: &str) -> PathBuf {
        self.at(&format!("kotak-keluar/{}.eml", entry(name).key.id()))
    }

    pub(super) fn open(&self) -> Ledger {
        self.open_at(at(0))
    }

    pub(super) fn open_at(&self, now: DateTime<Utc>) -> Ledger {
        Ledger::open(&self.folder(), &self.lock, now).unwrap()
    }

    /// What an opening is refused with; ledger and journal stay byte for byte.
    pub(super) fn refusal(&self) -> Failure {
        let before = self.bytes();
        let failure = Ledger::open(&self.folder(), &self.lock, at(0)).unwrap_err();
        let after = self.bytes();
        for name in [FILE_NAME, "pengiriman.jurnal"] {
            assert_eq!(before.get(name), after.get(name), "{name}");
        }
        failure
    }

    /// The state of each row, by the recipient's code.
    pub(super) fn states(&self) -> BTreeMap<String, State> {
        states(&Ledger::read(&self.folder()).unwrap().unwrap())
    }

    pub(super) fn row(&self, name: &str) -> Delivery {
        Ledger::read(&self.folder()).unwrap().unwrap().delivery(&entry(name).key.id()).unwrap()
    }

    /// Does something to the ledger that the program would not.
    pub(super) fn sql(&self, text: &str) {
        Connection::open(self.at(FILE_NAME)).unwrap().execute_batch(text).unwrap();
    }

    /// Leaves a row as a run leaves it that is killed at this state.
    pub(super) fn killed_at(&self, name: &str, state: State) {
        let (id, state) = (entry(name).key.id(), state.name());
        self.sql(&format!(
            "BEGIN;
             INSERT INTO kejadian (id, waktu, dari, ke, percobaan, keterangan)
                 SELECT id, berubah, keadaan, '{state}', percobaan, '' FROM pengiriman WHERE id = '{id}';
             UPDATE pengiriman SET keadaan = '{state}' WHERE id = '{id}';
             COMMIT;"
        ));
    }

    /// Every file of the folder, by its name.
    pub(super) fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        let mut bytes = BTreeMap::new();
        gather(&self.folder(), "", &mut bytes);
        bytes
    }

    /// The journal's lines without the header, as JSON.
    pub(super) fn journal(&self) -> Vec<serde_json::Value> {
        let text = fs::read_to_string(self.at("pengiriman.jurnal")).unwrap();
        text.lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

fn gather(folder: &Path, prefix: &str, bytes: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            gather(&entry.path(), &format!("{name}/"), bytes);
        } else if entry.file_type().unwrap().is_file() {
            bytes.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

/// The state of each row, by the recipient's code.
pub(super) fn states(ledger: &Ledger) -> BTreeMap<String, State> {
    let rows = ledger.deliveries(&Filter::default()).unwrap();
    rows.into_iter().map(|row| (row.entry.recipient_code, row.state)).collect()
}

/// A failure of one reason as lines: code and places, what is wrong, what to do.
pub(super) fn said(failure: &Failure) -> String {
    let [diagnostic] = failure.diagnostics.as_slice() else { panic!("{failure:?}") };
    let places: Vec<String> = diagnostic.places.iter().map(ToString::to_string).collect();
    let more = [&diagnostic.found, &diagnostic.expected].into_iter().flatten().map(|text| format!("{text}\n"));
    let more: String = more.collect();
    format!("{} {}\n{}\n{more}{}", diagnostic.code, places.join("; "), diagnostic.message, diagnostic.action)
}

/// A day later, and so on.
pub(super) fn days(days: i64) -> DateTime<Utc> {
    at(0) + TimeDelta::days(days)
}
