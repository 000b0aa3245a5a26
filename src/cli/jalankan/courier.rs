//! The sending step of what is due: the same road as `rakor kirim`, without anybody to ask.
//!
//! Owns: which reports may go out by themselves. The first sending of each kind is a person's, and nothing earlier than
//! that report is sent, or the day on which sending is set up would mail a year of old reports. A report of which anything
//! was handed over is finished: what is still open of it is sent as it was entered; data that changed since are said, and
//! only `rakor kirim --revisi` sends them.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::plan::Key;
use crate::cli::Outside;
use crate::cli::exit::Exit;
use crate::cli::kirim::account::{self, Sender};
use crate::cli::kirim::edition::{Edition, period_name};
use crate::cli::kirim::guards::{self, Addressee};
use crate::cli::kirim::plan::{Plan, Wanted, is_open};
use crate::cli::kirim::sending::{self, Means, Sent};
use crate::cli::kirim::{codes, private_folder, told};
use crate::cli::workspace::Workspace;
use crate::diagnostic::{Diagnostic, Failure, Severity};
use crate::files::Lock;
use crate::mail::State;
use crate::mail::ledger::{Delivery, Filter, Ledger};
use crate::mail::smtp::Server;
use crate::manifest::Surel;
use crate::report::{BuildInput, Opened, Recipient};

/// Why a sending waits that nobody has set up.
pub(super) const NO_DELIVERY: &str = "pengiriman belum dikonfigurasi";

/// How the PDF of a report lies on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pdf {
    /// Not there, or not known.
    Absent,
    /// As it was built.
    Built,
    /// Changed by somebody.
    Changed,
}

/// What became of a sending.
#[derive(Clone, Debug)]
pub(super) struct Sending {
    /// For programs.
    pub(super) name: &'static str,
    /// Why, as the end of a sentence.
    pub(super) reason: Option<String>,
    /// One object for each recipient.
    pub(super) objects: Vec<Value>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) exit: Exit,
}

impl Sending {
    pub(super) fn waits(reason: impl Into<String>) -> Self {
        let reason = Some(reason.into());
        Self { name: "menunggu", reason, objects: Vec::new(), diagnostics: Vec::new(), exit: Exit::Done }
    }

    pub(super) fn failed(failure: Failure) -> Self {
        let exit = Exit::from(failure.kind);
        Self {
            name: "gagal",
            reason: Some(exit.meaning().to_owned()),
            objects: Vec::new(),
            diagnostics: failure.diagnostics,
            exit,
        }
    }

    /// Of rows as they are now; `tried` is whether this run had anything to do about them, `exit` what they mean for its end.
    fn of(rows: &[Delivery], tried: bool, exit: Exit) -> Self {
        let has = |states: &[State]| rows.iter().any(|row| states.contains(&row.state));
        let name = if has(&[State::TidakPasti, State::MenungguJawaban]) {
            "tidak_pasti"
        } else if has(&[State::Ditunda]) {
            "ditunda"
        } else if has(&[State::Gagal]) {
            "gagal"
        } else if has(&[State::Direncanakan, State::Siap, State::Diproses]) {
            "belum_dikirim"
        } else if tried {
            "terkirim"
        } else {
            "sudah_terkirim"
        };
        Self {
            name,
            reason: Some(told::counts(rows).trim_end_matches('.').to_lowercase()),
            objects: rows.iter().map(told::object).collect(),
            diagnostics: Vec::new(),
            exit,
        }
    }
}

/// What is known of the deliveries of a workspace, before anything is built.
pub(super) struct Past {
    ledger: Option<Ledger>,
}

impl Past {
    pub(super) fn of(workspace: &Workspace) -> Result<Self, Failure> {
        Ledger::read(&private_folder(workspace)).map(|ledger| Self { ledger })
    }

    /// The rows of the last edition of a report; empty when nothing of it was handed over.
    pub(super) fn handed_over(&self, key: &Key) -> Result<Vec<Delivery>, Failure> {
        let Some(ledger) = &self.ledger else { return Ok(Vec::new()) };
        let rows = last_edition(ledger, key)?;
        let gone = |row: &Delivery| matches!(row.state, State::Terkirim | State::TidakPasti | State::MenungguJawaban);
        Ok(if rows.iter().any(gone) { rows } else { Vec::new() })
    }
}

/// The rows of the last edition of a report.
fn last_edition(ledger: &Ledger, key: &Key) -> Result<Vec<Delivery>, Failure> {
    let mut rows = ledger.deliveries(&Filter {
        report: Some(key.kind.name().to_owned()),
        region: Some(key.region.clone()),
        period: Some(period_name(key.kind, key.period)),
        ..Filter::default()
    })?;
    let last = rows.iter().map(|row| row.entry.key.revision).max();
    rows.retain(|row| Some(row.entry.key.revision) == last);
    Ok(rows)
}

/// Everything that sending needs, once for all reports of a run.
pub(super) struct Courier<'a> {
    surel: &'a Surel,
    sender: Sender,
    recipients: Vec<Recipient>,
    ledger: Ledger,
    server: Server,
    workspace: &'a Workspace,
    lock: &'a Lock,
    now: DateTime<Utc>,
    /// The report of each kind that was entered first, by its period: whatever a person sends later, an older one among
    /// it, opens the way for none before it.
    first: BTreeMap<String, String>,
    /// Why nothing more is tried in this run.
    ended: Option<&'static str>,
}

impl<'a> Courier<'a> {
    pub(super) fn new(
        opened: &'a Opened,
        surel: &'a Surel,
        workspace: &'a Workspace,
        lock: &'a Lock,
        outside: &Outside<'_>,
        notes: &mut Vec<Diagnostic>,
    ) -> Result<Self, Failure> {
        let sender = Sender::of(opened.manifest(), surel)?;
        let recipients = opened.recipients()?;
        let server = account::server(surel, &sender, workspace, outside, notes)?;
        let now = outside.clock.now();
        let ledger = Ledger::open(&private_folder(workspace), lock, now)?;
        let mut rows = ledger.deliveries(&Filter::default())?;
        rows.sort_by_key(|row| row.entered);
        // The last to be put into the map stays in it.
        let first = rows.into_iter().rev().map(|row| (row.entry.key.report, row.entry.key.period)).collect();
        outside.post.stop.listen();
        Ok(Self { surel, sender, recipients, ledger, server, workspace, lock, now, first, ended: None })
    }

    /// Sends one report, or what is still open of it; nothing when there is nothing to say.
    pub(super) fn send(
        &mut self,
        key: &Key,
        pdf: Pdf,
        input: impl FnOnce() -> Result<BuildInput, Failure>,
        outside: &mut Outside<'_>,
    ) -> Option<Sending> {
        self.try_send(key, pdf, input, outside).unwrap_or_else(|failure| Some(Sending::failed(failure)))
    }

    fn try_send(
        &mut self,
        key: &Key,
        pdf: Pdf,
        input: impl FnOnce() -> Result<BuildInput, Failure>,
        outside: &mut Outside<'_>,
    ) -> Result<Option<Sending>, Failure> {
        let rows = last_edition(&self.ledger, key)?;
        if rows.is_empty() && pdf == Pdf::Absent {
            return Ok(None);
        }
        if let Some(reason) = self.ended {
            let said = || Sending::of(&rows, false, sending::exit_of_handled(&rows));
            return Ok(Some(if rows.is_empty() { Sending::waits(reason) } else { said() }));
        }
        let addressees = guards::addressees(&self.recipients, key.kind, &key.region, self.surel)?;
        // Of rows that were never taken up, a run was killed while it entered them: the others are still missing.
        let begun = rows.iter().any(|row| !matches!(row.state, State::Direncanakan | State::Siap));
        if begun || !rows.is_empty() && pdf == Pdf::Absent {
            return Ok(Some(self.go_on(key, rows, &addressees, outside)));
        }
        if rows.is_empty()
            && let Some(reason) = self.reason_to_wait(key, pdf)
        {
            return Ok(Some(Sending::waits(reason)));
        }
        let mut notes = Vec::new();
        let mut edition = Edition::of(input()?, None, self.workspace, outside, &mut notes)?;
        if rows.iter().any(|row| row.entry.sha256 != edition.sha256) {
            return Ok(Some(self.go_on(key, rows, &addressees, outside)));
        }
        let mut plan = Plan::of(&edition, addressees, Wanted::Current, Some(&self.ledger), &self.sender, self.now)?;
        plan.check(&self.sender)?;
        notes.append(&mut plan.warnings);
        edition.write()?;
        plan.enter(&edition, &self.sender, &mut self.ledger)?;
        let sent = self.hand_over(&plan.ids(), plan.messages(), &edition.command(), outside);
        let mut sending = Sending::of(&sent.deliveries, true, sent.exit);
        sending.diagnostics = notes;
        sending.diagnostics.extend(sent.diagnostics);
        Ok(Some(sending))
    }

    /// What has been entered is sent as it is, to those who are still in the list. What is held waits for a decision even
    /// when its recipient is in the list no longer.
    fn go_on(
        &mut self,
        key: &Key,
        rows: Vec<Delivery>,
        addressees: &[Addressee],
        outside: &mut Outside<'_>,
    ) -> Sending {
        let is_listed = |row: &Delivery| addressees.iter().any(|one| one.is(&row.entry.key.recipient));
        let listed: Vec<Delivery> =
            rows.into_iter().filter(|row| is_listed(row) || sending::exit_of(row) == Exit::Held).collect();
        let due = listed.iter().filter(|row| is_open(row, self.now)).count();
        let ids: Vec<String> = listed.iter().map(|row| row.id.clone()).collect();
        let command = command(key);
        let sent =
            if due > 0 { self.hand_over(&ids, due, &command, outside) } else { Sent::unchanged(listed, &command) };
        let mut sending = Sending::of(&sent.deliveries, due > 0, sent.exit);
        sending.diagnostics = sent.diagnostics;
        let missing: Vec<&str> = addressees
            .iter()
            .filter(|one| !one.is_double() && !sent.deliveries.iter().any(|row| one.is(&row.entry.key.recipient)))
            .map(Addressee::code)
            .collect();
        if !missing.is_empty() {
            sending.diagnostics.push(newcomers(&missing, &command));
        }
        sending
    }

    fn hand_over(&mut self, ids: &[String], count: usize, command: &str, outside: &mut Outside<'_>) -> Sent {
        let means = Means {
            surel: self.surel,
            sender: &self.sender,
            server: &self.server,
            ledger: &mut self.ledger,
            lock: self.lock,
        };
        let sent = sending::hand_over(ids, count, command, means, outside, false);
        if sent.ended {
            self.ended = Some("pengiriman lain dalam pekerjaan ini terhenti");
        }
        sent
    }

    /// Why a report that was never entered does not go out by itself.
    fn reason_to_wait(&self, key: &Key, pdf: Pdf) -> Option<String> {
        let command = command(key);
        match self.first.get(key.kind.name()) {
            None => {
                return Some(format!("laporan sejenis belum pernah dikirim; kirim yang pertama dengan `{command}`"));
            }
            Some(first) if period_name(key.kind, key.period) < *first => {
                return Some(format!("lebih awal daripada pengiriman yang pertama; bila perlu, jalankan `{command}`"));
            }
            Some(_) => {}
        }
        if self.surel.wajib_ttd.value {
            return Some(format!("menunggu berkas bertanda tangan; kirim dengan `{command} --berkas BERKAS`"));
        }
        (pdf == Pdf::Changed)
            .then(|| format!("PDF itu telah diubah setelah dibuat; kirim dengan `{command} --berkas BERKAS`"))
    }
}

/// How the command is written that sends a report by hand.
pub(super) fn command(key: &Key) -> String {
    crate::cli::kirim::edition::command(key.kind, &period_name(key.kind, key.period))
}

/// Somebody was added to the list after the report went out.
fn newcomers(missing: &[&str], command: &str) -> Diagnostic {
    Diagnostic::new(
        codes::LIST_CHANGED,
        Severity::Peringatan,
        format!(
            "Penerima {} belum mendapat laporan yang sudah dikirim kepada penerima lain.",
            crate::bahasa::dan(missing)
        ),
        format!("Bila mereka perlu mendapatnya, jalankan `{command}`."),
    )
}
