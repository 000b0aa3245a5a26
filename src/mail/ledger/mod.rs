//! The ledger of deliveries: SQLite, the outbox with the bytes of messages, the journal of what was handed over.
//!
//! Three things in the private folder of a workspace, each of which can be lost or restored without the others:
//!
//! - **the ledger** (`pengiriman.db`): a row for each delivery, an event for each of its steps. Committed means on the disk;
//! - **the outbox** (`kotak-keluar/`): the bytes of a message, whole on the disk before its row says `siap`, checked against
//!   their digest before every attempt, removed after `terkirim` or `gagal`;
//! - **the journal** (`pengiriman.jurnal`): every step from the handing-over on, once more, in a file that only grows.
//!
//! Nothing is ever replaced by something empty. A ledger is made by [`Ledger::create`] where there never was one, and
//! whenever ledger and journal do not agree, or one of them is gone, [`Ledger::open`] refuses: only a person can know which
//! of them is right, and says so by [`Ledger::recover`]. That method decides every doubt the same way: what may have been
//! sent is held.
//!
//! After a step that could not be brought to the disk the ledger writes nothing more; what is on the disk is settled when
//! it is opened again.

mod connect;
mod folder;
mod journal;
mod log;
mod outbox;
mod problem;
mod rows;
mod schema;
mod write;

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::{Address, Key, State};
use crate::diagnostic::Failure;
use crate::files::{self, Lock, Standing};
use folder::{BESIDE, Folder};
use journal::{Content, Journal};
pub use problem::{CREATE, RECOVER};
pub(super) use write::Turn;

/// The ledger, below `.rakor/`.
pub const FILE_NAME: &str = folder::LEDGER;

/// What a delivery is entered with.
#[derive(Clone, Debug)]
pub struct NewDelivery {
    /// Which.
    pub key: Key,
    /// The recipient's code in the table; the only name of a recipient that messages and logs use.
    pub recipient_code: String,
    /// The recipient's office, after *Yth.*
    pub title: String,
    /// Message-ID without brackets.
    pub message_id: String,
    /// Subject.
    pub subject: String,
    /// Name of the attached file.
    pub file_name: String,
    /// SHA-256 of the file that goes along, in hexadecimal.
    pub sha256: String,
    /// Build digest of the report.
    pub digest: String,
    /// Whether the file carries an electronic signature.
    pub signed: bool,
    /// The letter's date as printed, for a later revision's first paragraph.
    pub report_date: Option<String>,
    /// Why a file that does not follow from the data was accepted (`--tanpa-cocok`).
    pub unmatched_reason: Option<String>,
}

/// A row of the ledger.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// What it was entered with.
    pub entry: NewDelivery,
    /// Id of its key.
    pub id: String,
    /// State.
    pub state: State,
    /// How often it was tried, since it was entered or a person decided to send it again.
    pub attempts: u32,
    /// When it was first tried, since it was entered or a person decided to send it again.
    pub tried_since: Option<DateTime<Utc>>,
    /// When the next run may try again.
    pub not_before: Option<DateTime<Utc>>,
    /// When it was entered.
    pub entered: DateTime<Utc>,
    /// When its state last changed.
    pub changed: DateTime<Utc>,
    /// The last word about it: the server's, a person's, or ours; bounded and escaped.
    pub remark: String,
    /// SHA-256 of the message in the outbox.
    pub message_sha256: Option<String>,
}

/// One line of a delivery's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Id of the key.
    pub id: String,
    /// When.
    pub at: DateTime<Utc>,
    /// From which state; none when it was entered.
    pub from: Option<State>,
    /// To which.
    pub to: State,
    /// Why.
    pub remark: String,
}

/// A person's decision about a delivery that is held or that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It has arrived. Never said of one that failed: the server did not take it.
    Delivered,
    /// It has not: send it again.
    Resend,
}

/// Which rows.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Report kind.
    pub report: Option<String>,
    /// Period as in the key.
    pub period: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// Recipient's code.
    pub recipient: Option<String>,
    /// State.
    pub state: Option<State>,
    /// SHA-256 (whole, or its first 8 digits or more) of the file that was sent.
    pub sha256: Option<String>,
}

/// The ledger, open.
#[derive(Debug)]
pub struct Ledger {
    folder: Folder,
    connection: Connection,
    /// What writing needs; none when it was opened to be read.
    desk: Option<Desk>,
}

/// What writing needs.
#[derive(Debug)]
struct Desk {
    lock: Lock,
    journal: Journal,
    /// Nothing has gone wrong yet.
    sound: bool,
}

/// What was gone and was made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// The ledger, from its journal.
    Ledger,
    /// The journal, from its ledger.
    Journal,
}

/// What [`Ledger::recover`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// Which file was gone and is there again.
    pub made: Option<Made>,
    /// Ids of deliveries that the ledger did not know, or knew less of than the journal; sorted.
    pub adopted: Vec<String>,
    /// Ids of deliveries that are held since: whether they were sent is not known; sorted.
    pub held: Vec<String>,
}

impl Ledger {
    /// Makes a new ledger in a private folder that has none. Refuses when a ledger or a journal is there.
    pub fn create(folder: &Path, lock: &Lock, now: DateTime<Utc>) -> Result<Self, Failure> {
        Self::check_absent(folder)?;
        lay_blank(&Folder::new(folder), lock)?;
        Self::open(folder, lock, now)
    }

    /// Refuses a private folder in which a ledger or a journal is: [`Ledger::create`] would.
    pub fn check_absent(folder: &Path) -> Result<(), Failure> {
        let own = Folder::new(folder);
        for name in [folder::LEDGER, folder::JOURNAL] {
            if files::standing(&own.at(name)) != Standing::Nothing {
                return Err(problem::there(&own, name));
            }
        }
        Ok(())
    }

    /// Opens the ledger for a run: integrity, version, journal are checked, what a killed run left is settled
    /// (`diproses` becomes `siap`, `menunggu_jawaban` becomes `tidak_pasti`). Every trouble is a [`Failure`] of the disk.
    pub fn open(folder: &Path, lock: &Lock, now: DateTime<Utc>) -> Result<Self, Failure> {
        let folder = Folder::new(folder);
        let journalled = journal::exists(&folder)?;
        if journalled && files::standing(&folder.at(folder::LEDGER)) == Standing::Nothing {
            return Err(problem::lost(&folder));
        }
        let connection = connect::writing(&folder)?;
        write::check(&folder, &connection)?;
        let content = if journalled {
            let content = journal::read(&folder)?;
            write::compare(&folder, &connection, &content)?;
            content
        } else if write::has_handed_over(&folder, &connection)? {
            // Whether this ledger is an old copy cannot be known: perhaps nothing but the ledger was restored.
            return Err(problem::no_journal(&folder));
        } else {
            journal::create(&folder, lock)?;
            journal::read(&folder)?
        };
        Self::opened(folder, connection, lock, &content, now)
    }

    /// Makes ledger and journal agree after one of them was lost or restored from an old copy, because a person decided so
    /// ([`RECOVER`]); then opens the ledger like [`Ledger::open`].
    ///
    /// - The ledger is older than the journal, or gone: what the journal knows is entered. `terkirim` and `gagal` stand;
    ///   everything else that was handed over is held.
    /// - The journal is gone: it is made again from the ledger. Since nobody can say whether that ledger is the latest one,
    ///   everything in it that is neither `terkirim` nor `gagal` is held.
    /// - Both agree: nothing is done.
    ///
    /// A damaged ledger is refused; it has to be moved away first. So is a folder with neither ledger nor journal.
    pub fn recover(folder: &Path, lock: &Lock, now: DateTime<Utc>) -> Result<(Self, Recovered), Failure> {
        let folder = Folder::new(folder);
        let made = match (files::standing(&folder.at(folder::LEDGER)), journal::exists(&folder)?) {
            (Standing::Nothing, false) => return Err(problem::none(&folder)),
            (Standing::Nothing, true) => Some(Made::Ledger),
            (_, false) => Some(Made::Journal),
            (_, true) => None,
        };
        if made == Some(Made::Ledger) {
            // Refused before anything is made, when it is damaged.
            journal::read(&folder)?;
            lay_blank(&folder, lock)?;
        }
        let mut connection = connect::writing(&folder)?;
        write::check(&folder, &connection)?;
        let known = write::has_handed_over(&folder, &connection)?;
        if made == Some(Made::Journal) {
            journal::create(&folder, lock)?;
        }
        let content = journal::read(&folder)?;
        let adopted = write::adopt(&folder, &mut connection, &content)?;
        let before = write::held(&folder, &connection)?;
        let mut ledger = Self::opened(folder, connection, lock, &content, now)?;
        if made == Some(Made::Journal) && known {
            ledger.hold_open_rows(now)?;
        }
        let mut held = write::held(&ledger.folder, &ledger.connection)?;
        held.retain(|id| !before.contains(id) || adopted.contains(id));
        Ok((ledger, Recovered { made, adopted, held }))
    }

    fn opened(
        folder: Folder,
        connection: Connection,
        lock: &Lock,
        content: &Content,
        now: DateTime<Utc>,
    ) -> Result<Self, Failure> {
        connect::accepted(&folder, &connection)?;
        let journal = Journal::open(&folder, lock, content)?;
        let desk = Desk { lock: lock.clone(), journal, sound: true };
        let mut ledger = Self { folder, connection, desk: Some(desk) };
        ledger.catch_up(content.last())?;
        ledger.settle(now)?;
        ledger.sweep()?;
        Ok(ledger)
    }

    /// Opens it for reading only; nothing changes. `None` when there is none.
    pub fn read(folder: &Path) -> Result<Option<Self>, Failure> {
        let folder = Folder::new(folder);
        if files::standing(&folder.at(folder::LEDGER)) == Standing::Nothing {
            return if journal::exists(&folder)? { Err(problem::lost(&folder)) } else { Ok(None) };
        }
        let connection = connect::reading(&folder)?;
        Ok(Some(Self { folder, connection, desk: None }))
    }

    /// Rows in the order they were entered.
    pub fn deliveries(&self, filter: &Filter) -> Result<Vec<Delivery>, Failure> {
        rows::select(&self.connection, filter).map_err(|error| problem::sqlite(&self.folder, &error))
    }

    /// The history of one delivery, oldest first.
    pub fn events(&self, id: &str) -> Result<Vec<Event>, Failure> {
        rows::events(&self.connection, id).map_err(|error| problem::sqlite(&self.folder, &error))
    }

    /// The row of a key.
    pub fn find(&self, key: &Key) -> Result<Option<Delivery>, Failure> {
        rows::find(&self.connection, &key.id()).map_err(|error| problem::sqlite(&self.folder, &error))
    }

    /// The row of an id.
    pub fn delivery(&self, id: &str) -> Result<Delivery, Failure> {
        let found = rows::find(&self.connection, id).map_err(|error| problem::sqlite(&self.folder, &error))?;
        found.ok_or_else(|| problem::unknown(id))
    }

    /// The recipients that a report was entered for in a period, by code: to notice a list that changed since.
    pub fn recipients_of(&self, report: &str, region: &str, period: &str) -> Result<Vec<(String, Address)>, Failure> {
        let filter = Filter {
            report: Some(report.to_owned()),
            region: Some(region.to_owned()),
            period: Some(period.to_owned()),
            ..Filter::default()
        };
        let rows = self.deliveries(&filter)?;
        let last = rows.iter().map(|row| row.entry.key.revision).max();
        let rows = rows.into_iter().filter(|row| Some(row.entry.key.revision) == last);
        let mut recipients: Vec<_> = rows.map(|row| (row.entry.recipient_code, row.entry.key.recipient)).collect();
        recipients.sort();
        Ok(recipients)
    }
}

/// Lays a ledger without deliveries into a folder that has none.
fn lay_blank(folder: &Folder, lock: &Lock) -> Result<(), Failure> {
    if let Some(name) = BESIDE.into_iter().find(|name| files::standing(&folder.at(name)) != Standing::Nothing) {
        return Err(problem::orphan(folder, name));
    }
    let bytes = schema::blank().map_err(|error| problem::sqlite(folder, &error))?;
    lock.write_private(&folder.at(folder::LEDGER), &bytes)
        .map_err(|trouble| problem::trouble(folder, folder::LEDGER, &trouble))
}
