//! Every change of the ledger: one transaction, then the journal, then the outbox.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::folder::Folder;
use super::journal::{Content, Entry, Line};
use super::{Decision, Delivery, Desk, Filter, Ledger, NewDelivery, outbox, problem, rows};
use crate::diagnostic::{Failure, FailureKind};
use crate::digest::sha256;
use crate::mail::State;
use crate::mail::fault::point;

/// One step of one delivery.
#[derive(Clone, Debug)]
pub(in crate::mail) struct Turn<'a> {
    /// Which.
    pub(in crate::mail) id: &'a str,
    /// To which state.
    pub(in crate::mail) to: State,
    /// Why.
    pub(in crate::mail) remark: String,
    /// When it may be tried again.
    pub(in crate::mail) not_before: Option<DateTime<Utc>>,
    /// Whether this step begins an attempt.
    pub(in crate::mail) tried: bool,
}

impl<'a> Turn<'a> {
    /// A step that is no attempt, for a reason.
    pub(in crate::mail) fn new(id: &'a str, to: State, remark: impl Into<String>) -> Self {
        Self { id, to, remark: remark.into(), not_before: None, tried: false }
    }
}

impl Ledger {
    /// Enters a delivery and lays its message into the outbox: `direncanakan`, the file, `siap`. A key that is there
    /// already is left alone, unless it is still `direncanakan`: then it gets this message.
    pub fn enter(&mut self, entry: &NewDelivery, message: &[u8], now: DateTime<Utc>) -> Result<(), Failure> {
        self.writing(|ledger| {
            let id = entry.key.id();
            let standing = ledger.find(&entry.key)?;
            if standing.as_ref().is_some_and(|row| row.state != State::Direncanakan) {
                return Ok(());
            }
            if standing.is_none() {
                ledger.commit(|connection| {
                    rows::insert(connection, entry, now)?;
                    record(connection, &id, None, &Turn::new(&id, State::Direncanakan, ""), 0, now)?;
                    Ok(())
                })?;
            }
            point("setelah_dicatat");
            let lock = ledger.desk()?.lock.clone();
            outbox::lay(&ledger.folder, &lock, &id, message)?;
            point("setelah_kotak_keluar");
            ledger.commit(|connection| rows::fix(connection, &id, entry, &sha256(message)))?;
            ledger.steps(&[Turn::new(&id, State::Siap, "")], now)?;
            point("setelah_siap");
            Ok(())
        })
    }

    /// Gives up a row of an older revision that was not handed over yet: `gagal`, with the reason. Any other row is left
    /// alone.
    pub fn supersede(&mut self, id: &str, remark: &str, now: DateTime<Utc>) -> Result<(), Failure> {
        let row = self.delivery(id)?;
        match row.state {
            State::Direncanakan | State::Siap | State::Ditunda => {
                self.turn(&[Turn::new(id, State::Gagal, remark)], now).map(drop)
            }
            _ => Ok(()),
        }
    }

    /// A person's decision about a held row, or that a failed one is to be sent again; refused for any other state, and for
    /// what failed of an edition that a later revision has replaced. A delivery that is to be sent again begins anew
    /// (`direncanakan`) when its message is no longer in the outbox; key and Message-ID stay.
    pub fn decide(&mut self, id: &str, decision: Decision, reason: &str, now: DateTime<Utc>) -> Result<(), Failure> {
        let row = self.delivery(id)?;
        let to = match (row.state, decision) {
            (State::TidakPasti, Decision::Delivered) => State::Terkirim,
            (State::TidakPasti, Decision::Resend) if outbox::take(&self.folder, &row).is_ok() => State::Siap,
            (State::TidakPasti, Decision::Resend) => State::Direncanakan,
            (State::Gagal, Decision::Resend) => match self.later_revision(&row)? {
                Some(revision) => return Err(problem::replaced(id, revision)),
                None => State::Direncanakan,
            },
            (State::Gagal, Decision::Delivered) => return Err(problem::not_accepted(id)),
            (state, _) => return Err(problem::undecidable(id, state)),
        };
        self.turn(&[Turn::new(id, to, reason)], now).map(drop)
    }

    /// The last revision of the report that a row is of, when it is a later one.
    fn later_revision(&self, row: &Delivery) -> Result<Option<u32>, Failure> {
        let key = &row.entry.key;
        let rows = self.deliveries(&Filter {
            report: Some(key.report.clone()),
            region: Some(key.region.clone()),
            period: Some(key.period.clone()),
            ..Filter::default()
        })?;
        let last = rows.iter().map(|row| row.entry.key.revision).max();
        Ok(last.filter(|last| *last > key.revision))
    }

    /// Takes steps, all of them or none, and gives the rows as they are then.
    pub(in crate::mail) fn turn(&mut self, turns: &[Turn<'_>], now: DateTime<Utc>) -> Result<Vec<Delivery>, Failure> {
        self.writing(|ledger| ledger.steps(turns, now))
    }

    /// The message of a row, the very bytes that were laid down.
    pub(in crate::mail) fn message(&self, delivery: &Delivery) -> Result<Vec<u8>, Failure> {
        outbox::take(&self.folder, delivery)
    }

    fn desk(&mut self) -> Result<&mut Desk, Failure> {
        let folder = &self.folder;
        self.desk.as_mut().filter(|desk| desk.sound).ok_or_else(|| problem::closed(folder))
    }

    /// Writes, unless an earlier writing failed: what is on the disk then is not known before it is opened again.
    fn writing<T>(&mut self, change: impl FnOnce(&mut Self) -> Result<T, Failure>) -> Result<T, Failure> {
        self.desk()?;
        let done = change(self);
        if let Err(failure) = &done
            && failure.kind == FailureKind::Disk
            && let Some(desk) = &mut self.desk
        {
            desk.sound = false;
        }
        done
    }

    fn commit<T>(&mut self, change: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, Failure> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let done = transaction.and_then(|transaction| {
            let value = change(&transaction)?;
            transaction.commit()?;
            Ok(value)
        });
        done.map_err(|error| problem::sqlite(&self.folder, &error))
    }

    fn steps(&mut self, turns: &[Turn<'_>], now: DateTime<Utc>) -> Result<Vec<Delivery>, Failure> {
        let mut before = Vec::new();
        for turn in turns {
            let row = self.delivery(turn.id)?;
            if !turn.to.follows(Some(row.state)) {
                return Err(problem::wrong_step(turn.id, row.state, turn.to));
            }
            before.push(row);
        }
        let numbers = self.commit(|connection| {
            let both = turns.iter().zip(&before);
            both.map(|(turn, row)| step(connection, row, turn, now)).collect::<rusqlite::Result<Vec<i64>>>()
        })?;
        let after = turns.iter().map(|turn| self.delivery(turn.id)).collect::<Result<Vec<Delivery>, Failure>>()?;
        let result = after.iter().any(|row| row.state.is_final());
        for row in &after {
            match row.state {
                State::Diproses => point("setelah_diproses"),
                State::MenungguJawaban => point("setelah_menunggu_jawaban"),
                _ => {}
            }
        }
        if result {
            point("setelah_hasil");
        }
        let lines: Vec<Line> = before
            .iter()
            .zip(&after)
            .zip(&numbers)
            .filter(|((before, after), _)| State::is_handing_over(Some(before.state), after.state))
            .map(|((_, after), number)| line(*number, after, after.state, after.attempts, now))
            .collect();
        self.desk()?.journal.add(&lines)?;
        if after.iter().any(|row| row.state == State::MenungguJawaban) {
            point("setelah_jurnal");
        }
        if result {
            point("setelah_jurnal_hasil");
        }
        for row in after.iter().filter(|row| row.state.is_final()) {
            outbox::remove(&self.folder, &row.id);
        }
        if result {
            point("setelah_dihapus");
        }
        Ok(after)
    }

    /// Adds to the journal what was committed before a run was killed.
    pub(super) fn catch_up(&mut self, last: i64) -> Result<(), Failure> {
        let missing = behind(&self.connection, last).map_err(|error| problem::sqlite(&self.folder, &error))?;
        let mut lines = Vec::new();
        for Behind { number, id, at, from, to, attempts } in missing {
            if State::is_handing_over(from, to) {
                let row = self.delivery(&id)?;
                lines.push(line(number, &row, to, attempts, at));
            }
        }
        self.writing(|ledger| ledger.desk()?.journal.add(&lines))
    }

    /// Settles what a killed run left.
    pub(super) fn settle(&mut self, now: DateTime<Utc>) -> Result<(), Failure> {
        let left = self.deliveries(&Filter::default())?;
        let turns: Vec<Turn<'_>> = left
            .iter()
            .filter_map(|row| match row.state {
                State::Diproses => Some(Turn::new(&row.id, State::Siap, "proses terhenti sebelum surel diserahkan")),
                State::MenungguJawaban => {
                    Some(Turn::new(&row.id, State::TidakPasti, "proses terhenti sebelum jawaban server dicatat"))
                }
                _ => None,
            })
            .collect();
        if turns.is_empty() { Ok(()) } else { self.turn(&turns, now).map(drop) }
    }

    /// Holds everything that may have been sent by a later ledger than this one.
    pub(super) fn hold_open_rows(&mut self, now: DateTime<Utc>) -> Result<(), Failure> {
        let all = self.deliveries(&Filter::default())?;
        let open = all.iter().filter(|row| !row.state.is_final() && row.state != State::TidakPasti);
        let turns: Vec<Turn<'_>> =
            open.map(|row| Turn::new(&row.id, State::TidakPasti, "ditahan karena jurnal pengiriman hilang")).collect();
        if turns.is_empty() { Ok(()) } else { self.turn(&turns, now).map(drop) }
    }

    /// Clears the outbox of what nobody needs any more.
    pub(super) fn sweep(&mut self) -> Result<(), Failure> {
        let rows = self.deliveries(&Filter::default())?;
        let needed = rows.into_iter().filter(|row| !row.state.is_final() && row.state != State::Direncanakan);
        let needed: HashSet<String> = needed.map(|row| row.id).collect();
        let lock = self.desk()?.lock.clone();
        outbox::sweep(&self.folder, &lock, &needed)
    }
}

/// A line of the journal about an event.
fn line(number: i64, row: &Delivery, to: State, attempts: u32, at: DateTime<Utc>) -> Line {
    let introduced = matches!(to, State::MenungguJawaban | State::TidakPasti);
    Line {
        nomor: number,
        waktu: at,
        id: row.id.clone(),
        keadaan: to,
        percobaan: attempts,
        pesan: row.message_sha256.clone(),
        entri: introduced.then(|| Entry::from(&row.entry)),
    }
}

/// The row and its event; gives the number of the event.
fn step(connection: &Connection, row: &Delivery, turn: &Turn<'_>, now: DateTime<Utc>) -> rusqlite::Result<i64> {
    // A person's decision begins a new count of tries and of days.
    let anew = matches!((row.state, turn.to), (State::TidakPasti | State::Gagal, State::Siap | State::Direncanakan));
    let (before, first) = if anew { (0, None) } else { (row.attempts, row.tried_since) };
    let attempts = before.saturating_add(turn.tried.into());
    let since = if turn.tried { Some(first.unwrap_or(now)) } else { first };
    connection
        .prepare(
            "UPDATE pengiriman SET keadaan = ?2, percobaan = ?3, dicoba_sejak = ?4, tidak_sebelum = ?5, berubah = ?6,
                 keterangan = ?7
             WHERE id = ?1",
        )?
        .execute(params![
            turn.id,
            turn.to.name(),
            attempts,
            since.map(rows::stamp),
            turn.not_before.map(rows::stamp),
            rows::stamp(now),
            rows::bounded(&turn.remark),
        ])?;
    record(connection, turn.id, Some(row.state), turn, attempts, now)
}

fn record(
    connection: &Connection,
    id: &str,
    from: Option<State>,
    turn: &Turn<'_>,
    attempts: u32,
    now: DateTime<Utc>,
) -> rusqlite::Result<i64> {
    connection
        .prepare("INSERT INTO kejadian (id, waktu, dari, ke, percobaan, keterangan) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute(params![
            id,
            rows::stamp(now),
            from.map(State::name),
            turn.to.name(),
            attempts,
            rows::bounded(&turn.remark),
        ])?;
    Ok(connection.last_insert_rowid())
}

/// An event that the journal lacks.
struct Behind {
    number: i64,
    id: String,
    at: DateTime<Utc>,
    from: Option<State>,
    to: State,
    attempts: u32,
}

fn behind(connection: &Connection, last: i64) -> rusqlite::Result<Vec<Behind>> {
    let mut statement = connection.prepare("SELECT * FROM kejadian WHERE nomor > ?1 ORDER BY nomor")?;
    let rows = statement.query_map([last], |row| {
        Ok(Behind {
            number: row.get("nomor")?,
            id: row.get("id")?,
            at: rows::moment(row, "waktu")?,
            from: row.get("dari")?,
            to: row.get("ke")?,
            attempts: row.get("percobaan")?,
        })
    })?;
    rows.collect()
}

/// That rows and events tell the same: what was flipped on the disk is not believed.
pub(super) fn check(folder: &Folder, connection: &Connection) -> Result<(), Failure> {
    let failed = |error: rusqlite::Error| problem::sqlite(folder, &error);
    rows::select(connection, &Filter::default()).map_err(failed)?;
    let unlike: i64 = connection
        .query_row(
            "SELECT count(*) FROM pengiriman WHERE keadaan IS NOT
                 (SELECT ke FROM kejadian WHERE kejadian.id = pengiriman.id ORDER BY nomor DESC LIMIT 1)",
            [],
            |row| row.get(0),
        )
        .map_err(failed)?;
    if unlike == 0 { Ok(()) } else { Err(problem::damaged(folder, format!("{unlike} keadaan tanpa kejadian"))) }
}

/// What an event of the ledger says.
fn event(connection: &Connection, number: i64) -> rusqlite::Result<Option<(String, State)>> {
    connection
        .prepare("SELECT id, ke FROM kejadian WHERE nomor = ?1")?
        .query_row([number], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// The lines of a journal that the ledger does not know; refused when both contradict each other.
fn unknown<'a>(folder: &Folder, connection: &Connection, content: &'a Content) -> Result<Vec<&'a Line>, Failure> {
    let mut unknown = Vec::new();
    for (index, line) in content.lines.iter().enumerate() {
        match event(connection, line.nomor).map_err(|error| problem::sqlite(folder, &error))? {
            None => unknown.push(line),
            Some((id, to)) if id == line.id && to == line.keadaan => {}
            // The first line is the header.
            Some(_) => return Err(problem::bad_journal(folder, index + 2, "bukan milik buku pengiriman ini")),
        }
    }
    Ok(unknown)
}

/// That the ledger is not older than its journal.
pub(super) fn compare(folder: &Folder, connection: &Connection, content: &Content) -> Result<(), Failure> {
    let keys: BTreeSet<&str> = unknown(folder, connection, content)?.iter().map(|line| line.id.as_str()).collect();
    if keys.is_empty() { Ok(()) } else { Err(problem::old_copy(folder, keys.len())) }
}

/// Whether anything was ever handed over.
pub(super) fn has_handed_over(folder: &Folder, connection: &Connection) -> Result<bool, Failure> {
    let events = behind(connection, 0).map_err(|error| problem::sqlite(folder, &error))?;
    Ok(events.iter().any(|event| State::is_handing_over(event.from, event.to)))
}

/// Ids of what is held, sorted.
pub(super) fn held(folder: &Folder, connection: &Connection) -> Result<Vec<String>, Failure> {
    let filter = Filter { state: Some(State::TidakPasti), ..Filter::default() };
    let rows = rows::select(connection, &filter).map_err(|error| problem::sqlite(folder, &error))?;
    let mut held: Vec<String> = rows.into_iter().map(|row| row.id).collect();
    held.sort();
    Ok(held)
}

/// Enters what the journal knows and the ledger does not; gives the ids, sorted.
pub(super) fn adopt(folder: &Folder, connection: &mut Connection, content: &Content) -> Result<Vec<String>, Failure> {
    let lines = unknown(folder, connection, content)?;
    let failed = |error: rusqlite::Error| problem::sqlite(folder, &error);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    let mut adopted = BTreeSet::new();
    for line in lines {
        let known = rows::find(&transaction, &line.id).map_err(failed)?;
        if known.is_none() {
            let entry = line.entri.clone().and_then(Entry::delivery).filter(|entry| entry.key.id() == line.id);
            let Some(entry) = entry else {
                return Err(problem::bad_journal(folder, 1, "tidak memuat pengiriman yang disebutnya"));
            };
            rows::insert(&transaction, &entry, line.waktu).map_err(failed)?;
        }
        let from = known.map(|row| row.state);
        copy(&transaction, line, from).map_err(failed)?;
        adopted.insert(line.id.clone());
    }
    for id in &adopted {
        hold(&transaction, id).map_err(failed)?;
    }
    transaction.commit().map_err(failed)?;
    Ok(adopted.into_iter().collect())
}

const FROM_JOURNAL: &str = "diambil dari jurnal pengiriman";

/// An event of the journal, under its own number.
fn copy(connection: &Connection, line: &Line, from: Option<State>) -> rusqlite::Result<()> {
    let (at, from) = (rows::stamp(line.waktu), from.map(State::name));
    connection.execute(
        "INSERT INTO kejadian (nomor, id, waktu, dari, ke, percobaan, keterangan) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![line.nomor, line.id, at, from, line.keadaan.name(), line.percobaan, FROM_JOURNAL],
    )?;
    connection.execute(
        "UPDATE pengiriman SET keadaan = ?2, percobaan = ?3, berubah = ?4, keterangan = ?5, tidak_sebelum = NULL,
             sha256_pesan = coalesce(?6, sha256_pesan)
         WHERE id = ?1",
        params![line.id, line.keadaan.name(), line.percobaan, at, FROM_JOURNAL, line.pesan],
    )?;
    Ok(())
}

/// Holds a row whose end the journal does not tell.
fn hold(connection: &Connection, id: &str) -> rusqlite::Result<()> {
    let Some(row) = rows::find(connection, id)? else { return Ok(()) };
    if !row.state.is_final() && row.state != State::TidakPasti {
        let turn = Turn::new(id, State::TidakPasti, "ditahan karena buku pengiriman dipulihkan dari jurnal");
        step(connection, &row, &turn, row.changed)?;
    }
    Ok(())
}
