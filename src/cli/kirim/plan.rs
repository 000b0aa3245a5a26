//! What will be sent to whom, and why or why not: one row for each recipient, before anything is done.

use chrono::{DateTime, Utc};

use super::account::Sender;
use super::codes;
use super::edition::{Edition, period_before};
use super::guards::{self, Addressee};
use crate::cli::broken_promise;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::mail::ledger::{Delivery, Filter, Ledger, NewDelivery};
use crate::mail::{Attachment, Key, Letter, State};
use crate::place::Place;
use crate::report::{Cover, CoverFor, Revision, covers};

/// Which edition of a report is meant.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) enum Wanted<'a> {
    /// The one under way; the first when there is none.
    Current,
    /// A revision, and what changed.
    Revised(u32, &'a str),
}

/// What stands in the ledger about a recipient.
pub(super) enum Standing {
    /// Nothing: the message is yet to be entered.
    New(Box<Cover>),
    /// A row.
    Known(Box<Delivery>),
    /// Nothing, and nothing will: somebody else is written to at the same address.
    Double(String),
}

/// One recipient of the plan.
pub(super) struct Row {
    pub(super) addressee: Addressee,
    pub(super) key: Key,
    pub(super) standing: Standing,
}

/// The plan of one edition.
pub(in crate::cli) struct Plan {
    pub(super) rows: Vec<Row>,
    pub(super) revision: u32,
    pub(super) attachment: Attachment,
    /// Rows of the report that are no part of it: older revisions, and recipients that are in the list no longer.
    pub(super) others: Vec<Delivery>,
    /// The date printed on the edition that it replaces.
    replaces: Option<String>,
    /// What somebody should read before agreeing.
    pub(in crate::cli) warnings: Vec<Diagnostic>,
    /// The moment it was made.
    pub(super) now: DateTime<Utc>,
}

impl Plan {
    /// Plans an edition; changes nothing. Without a ledger nothing was sent.
    pub(in crate::cli) fn of(
        edition: &Edition,
        addressees: Vec<Addressee>,
        wanted: Wanted<'_>,
        ledger: Option<&Ledger>,
        sender: &Sender,
        now: DateTime<Utc>,
    ) -> Result<Self, Failure> {
        let filter = Filter {
            report: Some(edition.kind.name().to_owned()),
            region: Some(edition.region.clone()),
            period: Some(edition.period.clone()),
            ..Filter::default()
        };
        let mut known = ledger.map_or_else(|| Ok(Vec::new()), |ledger| ledger.deliveries(&filter))?;
        let revision = revision(wanted, &known, edition)?;
        let replaced =
            known.iter().filter(|row| row.entry.key.revision < revision).max_by_key(|row| row.entry.key.revision);
        let replaces = replaced.and_then(|row| row.entry.report_date.clone());
        let announced = match wanted {
            Wanted::Revised(number, changed) => Some(Revision { number, replaces: replaces.as_deref(), changed }),
            Wanted::Current => None,
        };
        let mut warnings = guards::same_addresses(&addressees);
        if let Some(ledger) = ledger {
            let before = period_before(edition.kind, edition.input.periode.value);
            let listed = ledger.recipients_of(edition.kind.name(), &edition.region, &before)?;
            warnings.extend(guards::changed_list(&listed, &addressees, &before));
        }
        let attachment = edition.attachment(revision);
        let mut found = Vec::new();
        for addressee in addressees {
            let key = Key {
                report: edition.kind.name().to_owned(),
                region: edition.region.clone(),
                period: edition.period.clone(),
                recipient: addressee.address.clone(),
                revision,
            };
            let id = key.id();
            let standing = match &addressee.same_as {
                Some(first) => Some(Standing::Double(first.clone())),
                None => taken(&mut known, &id).map(|row| Standing::Known(Box::new(row))),
            };
            found.push((addressee, key, standing));
        }
        let new = found.iter().filter(|(.., standing)| standing.is_none()).map(|(addressee, ..)| addressee);
        let covers = write(edition, new, sender, &attachment.file_name, announced, None)?;
        let mut covers = covers.into_iter().map(|words| Standing::New(Box::new(words)));
        let lost = || Failure::one(FailureKind::Internal, broken_promise("kirim::plan"));
        let rows = found.into_iter().map(|(addressee, key, standing)| {
            let standing = standing.or_else(|| covers.next()).ok_or_else(lost)?;
            Ok(Row { addressee, key, standing })
        });
        let rows = rows.collect::<Result<Vec<Row>, Failure>>()?;
        warnings.extend(rows.iter().filter_map(|row| already_served(row, &known)));
        let mut plan = Self { rows, revision, attachment, others: known, replaces, warnings, now };
        plan.compare(edition, matches!(wanted, Wanted::Revised(..)))?;
        Ok(plan)
    }

    /// How this edition is announced, when it is a revision of which this changed.
    pub(super) fn announced<'a>(&'a self, changed: Option<&'a str>) -> Option<Revision<'a>> {
        let changed = changed?.trim();
        Some(Revision { number: self.revision, replaces: self.replaces.as_deref(), changed })
    }

    /// Holds what would be sent against what was sent.
    fn compare(&mut self, edition: &Edition, is_announced: bool) -> Result<(), Failure> {
        let entered = || {
            let rows = self.rows.iter().filter_map(Row::delivery);
            rows.chain(self.others.iter().filter(|row| row.entry.key.revision == self.revision))
        };
        let next = self.revision + 1;
        let again = format!("{} --revisi {next} --perubahan \"...\"", edition.command());
        let unserved = self.rows.iter().filter(|row| matches!(row.standing, Standing::New(_))).count();
        if unserved > 0 && self.revision > 0 && !is_announced {
            return Err(Failure::one(FailureKind::Usage, unannounced(self.revision, &edition.command())));
        }
        let other_data = entered().any(|row| !edition.says_the_same_as(&row.entry.digest));
        let other_file = entered().any(|row| row.state != State::Gagal && row.entry.sha256 != edition.sha256);
        if unserved > 0 && other_file {
            return Err(Failure::one(FailureKind::Usage, other_for_some(edition, &again, unserved)));
        }
        let held_back = self.rows.iter().filter(|row| row.is_due(self.now)).filter_map(Row::delivery);
        let old_files = held_back.filter(|row| row.entry.sha256 != edition.sha256).count();
        if old_files > 0 && edition.named {
            return Err(Failure::one(FailureKind::Usage, other_file_named(edition, &again, old_files)));
        }
        if other_data {
            self.warnings.push(data_changed(edition, &again, old_files));
        }
        Ok(())
    }

    /// How many messages are to be tried now.
    pub(in crate::cli) fn messages(&self) -> usize {
        self.rows.iter().filter(|row| row.is_due(self.now)).count()
    }

    /// The rows of this edition in the ledger, once it is entered.
    pub(in crate::cli) fn ids(&self) -> Vec<String> {
        let entered = self.rows.iter().filter(|row| !matches!(row.standing, Standing::Double(_)));
        entered.map(|row| row.key.id()).collect()
    }

    /// Whether anything is yet to be entered.
    pub(in crate::cli) fn has_new(&self) -> bool {
        self.rows.iter().any(|row| matches!(row.standing, Standing::New(_)))
    }

    /// Enters whatever is new, each with its message, and gives up what an older revision has not handed over.
    pub(in crate::cli) fn enter(&self, edition: &Edition, sender: &Sender, ledger: &mut Ledger) -> Result<(), Failure> {
        for row in &self.rows {
            if let Standing::New(words) = &row.standing {
                let message = row.letter(words, &self.attachment, sender, self.now)?;
                ledger.enter(&row.entry(words, edition, &self.attachment, sender), &message, self.now)?;
            }
        }
        let remark = format!("digantikan Revisi {}", self.revision);
        let open =
            |row: &&Delivery| matches!(row.state, State::Direncanakan | State::Siap | State::Diproses | State::Ditunda);
        for old in self.others.iter().filter(|row| row.entry.key.revision < self.revision).filter(open) {
            ledger.supersede(&old.id, &remark, self.now)?;
        }
        Ok(())
    }

    /// Makes every message that is new, and throws it away: what refuses a message does so before anybody is asked.
    pub(in crate::cli) fn check(&self, sender: &Sender) -> Result<(), Failure> {
        for row in &self.rows {
            if let Standing::New(words) = &row.standing {
                row.letter(words, &self.attachment, sender, self.now)?;
            }
        }
        Ok(())
    }
}

impl Row {
    pub(super) fn delivery(&self) -> Option<&Delivery> {
        match &self.standing {
            Standing::Known(delivery) => Some(delivery),
            Standing::New(_) | Standing::Double(_) => None,
        }
    }

    /// Whether it would be tried at a moment.
    pub(super) fn is_due(&self, now: DateTime<Utc>) -> bool {
        match &self.standing {
            Standing::New(_) => true,
            Standing::Double(_) => false,
            Standing::Known(row) => is_open(row, now),
        }
    }

    /// The message as bytes.
    pub(super) fn letter(
        &self,
        words: &Cover,
        attachment: &Attachment,
        sender: &Sender,
        now: DateTime<Utc>,
    ) -> Result<Vec<u8>, Failure> {
        let id = self.key.id();
        Letter {
            from: &sender.from,
            from_name: sender.name.as_deref(),
            reply_to: sender.reply_to.as_ref(),
            to: &self.addressee.address,
            subject: &words.subject,
            text: &words.text,
            html: &words.html,
            attachment,
            message_id: &self.key.message_id(sender.from.domain()),
            key_id: Some(&id),
            date: now,
        }
        .bytes()
    }

    fn entry(&self, words: &Cover, edition: &Edition, attachment: &Attachment, sender: &Sender) -> NewDelivery {
        NewDelivery {
            key: self.key.clone(),
            recipient_code: self.addressee.code.clone(),
            title: self.addressee.title.clone(),
            message_id: self.key.message_id(sender.from.domain()),
            subject: words.subject.clone(),
            file_name: attachment.file_name.clone(),
            sha256: edition.sha256.clone(),
            digest: edition.built.digest.clone(),
            signed: edition.signed,
            report_date: edition.date(),
            unmatched_reason: edition.unmatched.clone(),
        }
    }
}

/// The row of an id, taken out of those that are known. One whose message was never laid down is as good as new.
fn taken(known: &mut Vec<Delivery>, id: &str) -> Option<Delivery> {
    let at = known.iter().position(|row| row.id == id)?;
    Some(known.swap_remove(at)).filter(|row| row.state != State::Direncanakan)
}

/// Whether a row of the ledger would be tried at a moment.
pub(in crate::cli) fn is_open(row: &Delivery, now: DateTime<Utc>) -> bool {
    // What a killed run had taken up is settled when the ledger is opened for the next one.
    row.state == State::Diproses || row.is_due(now)
}

/// Subject and body for each of these recipients.
pub(super) fn write<'a>(
    edition: &Edition,
    to: impl Iterator<Item = &'a Addressee>,
    sender: &Sender,
    file_name: &str,
    revision: Option<Revision<'_>>,
    rehearsal: Option<usize>,
) -> Result<Vec<Cover>, Failure> {
    let words = to.map(|to| CoverFor {
        title: &to.title,
        salutation: to.salutation.as_deref(),
        sender_title: &sender.title,
        office: &sender.office,
        contact: &sender.contact,
        file_name,
        revision,
        rehearsal,
    });
    covers(&edition.input, &edition.built, &words.collect::<Vec<_>>())
}

/// The number of the edition that is meant: the last one, or the one after it.
fn revision(wanted: Wanted<'_>, known: &[Delivery], edition: &Edition) -> Result<u32, Failure> {
    let last = known.iter().map(|row| row.entry.key.revision).max();
    let number = match wanted {
        Wanted::Current => return Ok(last.unwrap_or(0)),
        Wanted::Revised(number, _) => number,
    };
    let refuse = |message: String, action: String| {
        let diagnostic = Diagnostic::error(codes::REVISION, message, action).at(Place::file("--revisi"));
        Err(Failure::one(FailureKind::Usage, diagnostic))
    };
    match last {
        None => refuse(
            format!("Belum ada {} yang dikirim, jadi belum ada yang direvisi.", edition.title()),
            "Ulangi tanpa --revisi dan --perubahan.".to_owned(),
        ),
        Some(last) if number == last || number == last + 1 => Ok(number),
        Some(last) => {
            let next = last + 1;
            let was = if last == 0 { "kiriman pertama".to_owned() } else { format!("Revisi {last}") };
            refuse(
                format!("Yang terakhir dikirim ialah {was}, bukan Revisi {}.", number.saturating_sub(1)),
                format!("Tulis --revisi {next}."),
            )
        }
    }
}

fn unannounced(revision: u32, command: &str) -> Diagnostic {
    Diagnostic::error(
        codes::REVISION,
        format!("Ada penerima yang belum mendapat Revisi {revision}, sedangkan bagian yang berubah belum disebutkan."),
        format!("Ulangi dengan `{command} --revisi {revision} --perubahan \"...\"`."),
    )
}

/// Somebody who has this edition, or may have it, at another address: perhaps a slip was mended, and one mail is enough.
fn already_served(row: &Row, known: &[Delivery]) -> Option<Diagnostic> {
    let Standing::New(_) = row.standing else { return None };
    let code = row.addressee.code();
    let own = known.iter().filter(|old| old.entry.key.revision == row.key.revision && old.entry.recipient_code == code);
    let said = |old: &Delivery| match old.state {
        State::Terkirim => Some("sudah"),
        State::TidakPasti | State::MenungguJawaban => Some("mungkin sudah"),
        _ => None,
    };
    let has = own.filter_map(said).min_by_key(|words| words.len())?;
    let diagnostic = Diagnostic::new(
        codes::OTHER_ADDRESS,
        Severity::Peringatan,
        format!("{code} {has} mendapat laporan ini pada alamat lain; alamat yang sekarang mendapat surel tersendiri."),
        "Pastikan surel yang kedua itu memang diperlukan sebelum melanjutkan.",
    );
    Some(diagnostic.at(row.addressee.place.clone()))
}

fn data_changed(edition: &Edition, again: &str, old_files: usize) -> Diagnostic {
    let what = if old_files == 0 {
        "yang sudah dikirim tidak dikirim lagi".to_owned()
    } else {
        format!("{old_files} surel yang belum terkirim tetap membawa berkas yang lama")
    };
    Diagnostic::new(
        codes::DATA_CHANGED,
        Severity::Peringatan,
        format!("Data {} telah berubah sejak surelnya disiapkan; {what}.", edition.title()),
        format!("Bila penerima perlu mendapat perbaikannya, jalankan `{again}`."),
    )
}

/// A message that is laid down keeps its file: what is named now would not be what is sent.
fn other_file_named(edition: &Edition, again: &str, open: usize) -> Diagnostic {
    Diagnostic::error(
        codes::OTHER_FILE,
        format!(
            "Berkas ini berbeda dari yang telah disiapkan dalam {open} surel yang belum terkirim; tidak satu pun surel \
             dikirim."
        ),
        format!("Kirim yang telah disiapkan tanpa --berkas, atau kirim berkas ini sebagai perbaikan dengan `{again} --berkas BERKAS`."),
    )
    .at(Place::file(edition.path.clone()))
}

fn other_for_some(edition: &Edition, again: &str, unserved: usize) -> Diagnostic {
    Diagnostic::error(
        codes::OTHER_FILE,
        format!(
            "Berkas ini berbeda dari yang telah disiapkan untuk penerima lain, sedangkan {unserved} penerima belum \
             mendapatnya; tidak satu pun surel dikirim."
        ),
        format!("Kirim berkas yang sama dengan --berkas BERKAS, atau kirim perbaikan kepada semua dengan `{again}`."),
    )
    .at(Place::file(edition.path.clone()))
}
