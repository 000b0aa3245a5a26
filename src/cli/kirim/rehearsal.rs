//! Rehearsals: messages as files to look at (`--uji`), and all of them to oneself (`--uji-ke`). The ledger hears of
//! neither.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::account::{self, Sender};
use super::edition::Edition;
use super::guards::misdirected;
use super::plan::{Plan, Row, Standing, write};
use super::{Desk, question, sending, told};
use crate::cli::buat::OUTPUT_FOLDER;
use crate::cli::exit::Exit;
use crate::cli::settings::BuildSettings;
use crate::cli::workspace::Workspace;
use crate::cli::{Outside, Reply, disk};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::digest::hexadecimal;
use crate::files;
use crate::mail::smtp::{Fate, Scope, Server};
use crate::mail::{Address, Letter};
use crate::manifest::Surel;
use crate::place::Place;

/// Where messages to look at go, below the results.
const FOLDER: &str = "uji";

/// Writes every message that would be entered now as a file, and says what would happen; what would refuse the sending is
/// a warning here.
#[expect(clippy::too_many_arguments, reason = "the steps before have each made one of them")]
pub(super) fn written(
    plan: &Plan,
    edition: &Edition,
    sender: &Sender,
    surel: &Surel,
    workspace: &Workspace,
    asked: &BuildSettings,
    mut desk: Desk<'_>,
    outside: &Outside<'_>,
) -> Result<Reply, Failure> {
    if plan.has_new()
        && let Err(refusal) = edition.check(surel)
    {
        let warned = |diagnostic| Diagnostic { severity: Severity::Peringatan, ..diagnostic };
        desk.notes.extend(refusal.diagnostics.into_iter().map(warned));
    }
    let (actual, shown) = match &asked.output {
        Some(folder) => (outside.folder.join(folder), PathBuf::from(folder)),
        None => (workspace.actual.join(OUTPUT_FOLDER).join(FOLDER), workspace.shown.join(OUTPUT_FOLDER).join(FOLDER)),
    };
    let mut names = Vec::new();
    for (at, row) in plan.rows.iter().enumerate() {
        if let Standing::New(words) = &row.standing {
            let name = file_name(at, row);
            let bytes = row.letter(words, &plan.attachment, sender, plan.now)?;
            write_message(&actual.join(&name), &shown.join(&name), &bytes)?;
            names.push(files::shown(&shown.join(&name)));
        }
    }
    let mut text = told::plan(plan, edition, desk.zone, told::Occasion::Sending);
    if !names.is_empty() {
        text.push_str("\nSurel yang akan dikirim, tanpa mengirimnya:\n");
        text.extend(names.iter().map(|name| format!("  {name}\n")));
    }
    let mut result = told::summary(plan, edition, told::names(plan));
    result["surel"] = serde_json::json!(names);
    let mut reply = Reply::new(text, result);
    reply.lines = told::planned(plan, edition);
    reply.diagnostics = desk.notes;
    Ok(reply)
}

/// `01-SEKDA.eml`: a code may hold what no file name can.
fn file_name(at: usize, row: &Row) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '_' };
    let code: String = row.addressee.code.chars().take(40).map(plain).collect();
    format!("{:02}-{code}.eml", at + 1)
}

/// Only an older message of this kind is overwritten. It is nobody else's business: it names its recipient in full.
fn write_message(actual: &Path, shown: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let own = disk::Own {
        foreign: |old| {
            let own = old.windows(b"X-Rakor-".len()).take(1 << 16).any(|window| window == b"X-Rakor-");
            (!own).then_some("bukan surel yang ditulis oleh program ini")
        },
        option: "-o",
    };
    disk::check_own(actual, shown, &own)?;
    disk::write_private(actual, shown, bytes)
}

/// Sends every message of the plan to one address, marked as a rehearsal.
#[expect(clippy::too_many_arguments, reason = "the steps before have each made one of them")]
pub(super) fn sent(
    plan: &Plan,
    edition: &mut Edition,
    sender: &Sender,
    surel: &Surel,
    to: &str,
    workspace: &Workspace,
    desk: Desk<'_>,
    outside: &mut Outside<'_>,
) -> Result<Reply, Failure> {
    let place = Place::file("--uji-ke");
    let address = Address::parse(to)
        .map_err(|fault| Failure::one(FailureKind::Usage, super::guards::no_address(fault, &place)))?;
    if let Some(problem) = misdirected("--uji-ke", &address, &place, &edition.region, surel) {
        return Err(Failure::one(FailureKind::Usage, problem));
    }
    let Desk { args, settings, mut notes, zone } = desk;
    let server = account::server(surel, sender, workspace, outside, &mut notes)?;
    edition.write()?;
    let rows: Vec<&Row> = plan.rows.iter().filter(|row| !matches!(row.standing, Standing::Double(_))).collect();
    let revision = plan.announced(args.perubahan.as_deref());
    let to_all = rows.iter().map(|row| &row.addressee);
    let covers = write(edition, to_all, sender, &plan.attachment.file_name, revision, Some(rows.len()))?;
    let subject = covers.first().map(|words| words.subject.as_str());
    let occasion = told::Occasion::Rehearsal { to: &address, subject };
    super::show(&told::plan(plan, edition, zone, occasion), &mut notes, settings, outside);
    question::agreed(rows.len(), &format!("uji ke {}", address.masked()), args.ya, outside)?;
    outside.post.stop.listen();
    let mut messages = Vec::new();
    for (row, words) in rows.iter().zip(&covers) {
        let bytes = Letter {
            from: &sender.from,
            from_name: sender.name.as_deref(),
            reply_to: sender.reply_to.as_ref(),
            to: &address,
            subject: &words.subject,
            text: &words.text,
            html: &words.html,
            attachment: &plan.attachment,
            message_id: &message_id(plan, row, sender),
            key_id: None,
            date: plan.now,
        }
        .bytes()?;
        messages.push((row.addressee.code.clone(), bytes));
    }
    let (fates, exit, said) = deliver(&server, surel, sender, &address, &messages, outside);
    notes.extend(said);
    let rows: Vec<[String; 2]> = fates.iter().map(|(code, fate)| [code.clone(), fate.clone()]).collect();
    let text = format!("Uji ke {}\n{}Uji tidak dicatat sebagai pengiriman.\n", address.masked(), told::table(&rows));
    let mut reply = Reply::new(text, told::summary(plan, edition, fates.iter().map(|(_, fate)| first_word(fate))));
    reply.lines = fates
        .iter()
        .map(|(code, fate)| serde_json::json!({ "penerima": code, "uji_ke": address.masked(), "hasil": fate }))
        .collect();
    reply.exit = exit;
    reply.diagnostics = notes;
    Ok(reply)
}

fn first_word(fate: &str) -> &str {
    fate.split([':', ',']).next().unwrap_or(fate)
}

/// Never that of the message itself: who gets both must not lose the later one.
fn message_id(plan: &Plan, row: &Row, sender: &Sender) -> String {
    let mut hash = Sha256::new();
    hash.update(row.key.id().as_bytes());
    hash.update(plan.now.timestamp().to_be_bytes());
    let hex = hexadecimal(&hash.finalize());
    format!("uji-{}@{}", hex.get(..32).unwrap_or(&hex), sender.from.domain())
}

/// One message after the other, until the server wants no more.
fn deliver(
    server: &Server,
    surel: &Surel,
    sender: &Sender,
    to: &Address,
    messages: &[(String, Vec<u8>)],
    outside: &mut Outside<'_>,
) -> (Vec<(String, String)>, Exit, Vec<Diagnostic>) {
    let mut fates = Vec::new();
    let mut session = match server.connect() {
        Ok(session) => session,
        Err(refusal) => {
            let (exit, diagnostic) = sending::refused(refusal, surel);
            return (fates, exit, vec![diagnostic]);
        }
    };
    let mut exit = Exit::Done;
    let mut said = Vec::new();
    for (code, bytes) in messages {
        if let Some(asked) = outside.post.stop.asked() {
            exit = Exit::worst([exit, asked]);
            break;
        }
        let (fate, goes_on) = match session.deliver(&sender.from, to, bytes, &mut || Ok(())) {
            Fate::Accepted(_) => ("terkirim".to_owned(), true),
            Fate::Deferred(why) => (format!("ditunda: {}", sending::words(&why)), why.scope == Scope::Recipient),
            Fate::Rejected(why) => (format!("gagal: {}", sending::words(&why)), why.scope == Scope::Recipient),
            Fate::Unknown(why) => (format!("tidak pasti: {}", sending::words(&why)), false),
            Fate::Stopped(failure) => {
                exit = Exit::worst([exit, failure.kind.into()]);
                said.extend(failure.diagnostics);
                break;
            }
            Fate::Refused(refusal) => {
                let (refused, diagnostic) = sending::refused(refusal, surel);
                exit = Exit::worst([exit, refused]);
                said.push(diagnostic);
                break;
            }
        };
        if fate != "terkirim" {
            exit = Exit::worst([exit, Exit::Delivery]);
        }
        if outside.terminal {
            let _ = writeln!(outside.err, "{code}: {fate}");
        }
        fates.push((code.clone(), fate));
        if !goes_on || !session.is_alive() {
            break;
        }
    }
    if fates.len() < messages.len() && exit == Exit::Done {
        exit = Exit::Delivery;
    }
    session.quit();
    let left = messages.len() - fates.len();
    if left > 0 {
        said.push(Diagnostic::new(
            super::codes::PAUSED,
            Severity::Peringatan,
            format!("{left} surel uji belum dikirim."),
            "Ulangi uji itu kemudian.",
        ));
    }
    (fates, exit, said)
}
