//! `rakor kirim`: one report to everybody who gets it, each once.
//!
//! Owns: the order of the steps. Who may be written to is decided by [`guards`], what is sent by [`edition`], what each
//! recipient gets or why not by [`plan`], the last word by [`question`], the sending by [`sending`], what is said by
//! [`told`]; messages to look at, and to oneself, by [`rehearsal`]. That nobody gets a message twice is kept by
//! [`crate::mail`].

pub(super) mod account;
pub(super) mod codes;
pub(super) mod edition;
pub(super) mod guards;
pub(super) mod plan;
mod question;
mod rehearsal;
pub(super) mod sending;
pub(super) mod told;

use std::path::PathBuf;

use super::args::{Format, Kirim};
use super::buat;
use super::held::{self, Extent, Right};
use super::settings::{self, Settings, Talk};
use super::workspace::{PRIVATE_FOLDER, Workspace};
use super::{Outside, Reply};
use crate::diagnostic::{Diagnostic, Failure, Severity};
use crate::files::Lock;
use crate::mail::ledger::Ledger;
use crate::report;
use account::Sender;
use edition::{Edition, FinishedFile};
use plan::{Plan, Wanted};
use sending::Means;

/// Where ledger, outbox and journal lie.
pub(super) fn private_folder(workspace: &Workspace) -> PathBuf {
    workspace.actual.join(PRIVATE_FOLDER)
}

pub(super) fn run(args: &Kirim, settings: &Settings, outside: &mut Outside<'_>) -> Result<Reply, Failure> {
    let asked = settings::send(args, outside.variable)?;
    let workspace = buat::workspace(&args.laporan.jenis, settings, outside)?;
    // A rehearsal changes nothing, so it disturbs nobody.
    let lock = if args.uji {
        None
    } else {
        match held::ask(&workspace, outside.clock, "kirim", Extent::Workspace)? {
            Right::Granted(lock) => Some(lock),
            Right::Taken(reply) => return Ok(*reply),
        }
    };
    let mut raw = workspace.load(&outside.worker)?;
    buat::ask(&mut raw, &args.laporan.jenis, &asked);
    raw.strict = args.ketat;
    let opened = report::open(raw)?;
    let manifest = opened.manifest();
    let surel = account::section(manifest)?;
    let sender = Sender::of(manifest, surel)?;
    let recipients = opened.recipients()?;
    let input = opened.asked()?;
    if let Some(own) = &input.jenis_sendiri {
        return Err(guards::own_kind(own));
    }
    let addressees = guards::addressees(&recipients, input.jenis, &input.wilayah.value, surel)?;
    let mut notes: Vec<Diagnostic> = Vec::new();
    let file = args.berkas.as_deref().map(|path| FinishedFile { path, unmatched: args.tanpa_cocok.as_deref() });
    let mut edition = Edition::of(input, file, &workspace, outside, &mut notes)?;
    let wanted = match (args.revisi, args.perubahan.as_deref()) {
        (Some(number), Some(changed)) => Wanted::Revised(number, changed.trim()),
        _ => Wanted::Current,
    };
    let now = outside.clock.now();
    let mut ledger = open(args, &workspace, lock.as_ref(), now)?;
    let mut plan = Plan::of(&edition, addressees, wanted, ledger.as_ref(), &sender, now)?;
    plan.check(&sender)?;
    notes.append(&mut plan.warnings);
    let desk = Desk { args, settings, notes, zone: manifest.zone() };
    let Some(lock) = lock else {
        return rehearsal::written(&plan, &edition, &sender, surel, &workspace, &asked, desk, outside);
    };
    if let Some(to) = &args.uji_ke {
        return rehearsal::sent(&plan, &mut edition, &sender, surel, to, &workspace, desk, outside);
    }
    let Desk { mut notes, zone, .. } = desk;
    let server = account::server(surel, &sender, &workspace, outside, &mut notes)?;
    if plan.has_new() {
        edition.check(surel)?;
        edition.write()?;
    }
    let count = plan.messages();
    show(&told::plan(&plan, &edition, zone, told::Occasion::Sending), &mut notes, settings, outside);
    if count > 0 {
        question::agreed(count, &format!("kepada {count} penerima"), args.ya, outside)?;
    }
    let ledger = match &mut ledger {
        Some(ledger) => ledger,
        none => none.insert(Ledger::create(&private_folder(&workspace), &lock, now)?),
    };
    outside.post.stop.listen();
    let progress = outside.terminal && settings.talk != Talk::Quiet && settings.format == Format::Teks;
    plan.enter(&edition, &sender, ledger)?;
    let means = Means { surel, sender: &sender, server: &server, ledger, lock: &lock };
    let sent = sending::hand_over(&plan.ids(), count, &edition.command(), means, outside, progress);
    let mut reply = Reply::new(
        told::closing(&sent, zone),
        told::summary(&plan, &edition, sent.deliveries.iter().map(|row| row.state.name())),
    );
    reply.lines = sent.deliveries.iter().map(told::object).collect();
    reply.exit = super::Exit::worst([sent.exit, plan.exit_of_others()]);
    reply.diagnostics = notes;
    reply.diagnostics.extend(sent.diagnostics);
    Ok(reply)
}

/// What a command is told with.
struct Desk<'a> {
    args: &'a Kirim,
    settings: &'a Settings,
    notes: Vec<Diagnostic>,
    zone: crate::manifest::Zona,
}

/// The ledger to plan with; none before the first sending, and none for a rehearsal where there is none.
fn open(
    args: &Kirim,
    workspace: &Workspace,
    lock: Option<&Lock>,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Option<Ledger>, Failure> {
    let folder = private_folder(workspace);
    match lock {
        Some(lock) if args.uji_ke.is_none() => {
            if args.buku_baru {
                // Before a plan is shown that could not be carried out.
                Ledger::check_absent(&folder).map(|()| None)
            } else {
                Ledger::open(&folder, lock, now).map(Some)
            }
        }
        _ => Ledger::read(&folder),
    }
}

/// Shows the plan and what is odd about it, before anybody is asked. What was shown is not said again at the end.
fn show(plan: &str, notes: &mut Vec<Diagnostic>, settings: &Settings, outside: &mut Outside<'_>) {
    if settings.format == Format::Json && outside.post.answers.is_none() {
        return;
    }
    if settings.talk == Talk::Quiet && outside.post.answers.is_none() {
        return;
    }
    let style = super::printer::Style { colour: super::colours(outside), all: settings.talk == Talk::Full };
    let (heard, rest): (Vec<Diagnostic>, Vec<Diagnostic>) = std::mem::take(notes)
        .into_iter()
        .partition(|note| settings.format == Format::Teks && note.severity > Severity::Catatan);
    *notes = rest;
    let text = format!("{plan}{}", super::printer::text(&heard, style));
    let _ = outside.err.write_all(text.as_bytes());
    let _ = outside.err.flush();
}
