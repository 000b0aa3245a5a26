//! `rakor jalankan`: whatever is due, for a timer.
//!
//! Owns: one run at a time, and from what is due ([`report::Opened::due`]) and what lies on the disk to what has to be
//! done. What was done is kept by [`plan`], told by [`told`]; what goes out is decided by [`courier`].
//!
//! A report counts as built when its plan names the digest of today's input and the PDF has the bytes that the plan says.
//! The PDF is on the disk before its plan says so, each written whole; a run that was killed leaves at most a PDF without
//! a plan, which the next one recognises by building the same bytes. A PDF that is neither what a plan says nor what would
//! be written is somebody's: it is kept, and that is said. A report of which anything was handed over is never built anew:
//! what its recipients have must stay what lies on the disk.

mod courier;
mod plan;
mod told;

use std::path::Path;

use super::args::Jalankan;
use super::buat::OUTPUT_FOLDER;
use super::code;
use super::exit::Exit;
use super::held::{self, Extent, Right};
use super::kirim::edition::ATTACHED_AS;
use super::settings::Settings;
use super::workspace::Workspace;
use super::{Outside, Reply, disk, making};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::files::{self, Lock, MAX_BYTES, Standing};
use crate::mail::ledger::Delivery;
use crate::manifest::{FILE_NAME, Jadwal};
use crate::place::Place;
use crate::report::{self, BuildInput, Due, Kind, Opened, Readiness, sha256};
use crate::typeset;
use crate::worker::Worker;
use courier::{Courier, NO_DELIVERY, Past, Sending};
use plan::{Built, Key, Plans};
use told::{Outcome, Step};

pub(super) fn run(args: &Jalankan, settings: &Settings, outside: &mut Outside<'_>) -> Result<Reply, Failure> {
    let workspace = Workspace::find(&outside.folder, settings.folder.as_deref())?;
    let mut lock = None;
    if !args.uji {
        match held::ask(&workspace, outside.clock, "jalankan", Extent::Workspace)? {
            Right::Granted(granted) => lock = Some(granted),
            Right::Taken(reply) => return Ok(*reply),
        }
    }
    let mut raw = workspace.load(&outside.worker)?;
    raw.strict = args.ketat;
    let opened = report::open(raw)?;
    let manifest = opened.manifest();
    let schedule = manifest.schedule().ok_or_else(no_schedule)?;
    let today = outside.clock.today(manifest.zone().hours_ahead());
    let run = Run {
        worker: outside.worker.clone(),
        opened: &opened,
        workspace: &workspace,
        lock: lock.as_ref(),
        plans: Plans::of(&workspace),
        past: Past::of(&workspace)?,
    };
    run.sweep();
    let due = opened.due(schedule, today);
    let mut steps: Vec<Step> = due.iter().map(|due| run.step(due)).collect();
    let mut diagnostics: Vec<Diagnostic> = same_date(&opened, schedule).into_iter().collect();
    diagnostics.extend(opened.notes().iter().filter(|note| note.severity > Severity::Catatan).cloned());
    run.send(schedule, &due, &mut steps, outside, &mut diagnostics);
    Ok(told::reply(&steps, today, diagnostics))
}

/// One run: a workspace, read, and the right to write to it; without it nothing is written.
struct Run<'a> {
    /// Who makes what templates of the workspace's own have a hand in.
    worker: Worker,
    opened: &'a Opened,
    workspace: &'a Workspace,
    lock: Option<&'a Lock>,
    plans: Plans,
    past: Past,
}

/// What stands where a report goes.
enum There {
    Nothing,
    /// An ordinary file, and the digest of its bytes.
    File(String),
    /// Anything else.
    Other,
}

impl Run<'_> {
    /// Clears away what a killed run left.
    fn sweep(&self) {
        if let Some(lock) = self.lock {
            lock.sweep(&self.workspace.actual.join(OUTPUT_FOLDER));
            self.plans.sweep(lock);
        }
    }

    fn step(&self, due: &Due) -> Step {
        let key = Key { kind: due.kind, region: self.opened.region().to_owned(), period: due.period };
        match &due.readiness {
            Readiness::NotYet(reason) => Step::of(key, Outcome::Belum { alasan: reason.clone() }),
            Readiness::Ready => self.ready(due, &key).unwrap_or_else(|failure| Step::of(key, Outcome::Gagal(failure))),
        }
    }

    fn ready(&self, due: &Due, key: &Key) -> Result<Step, Failure> {
        let input = self.opened.input(due)?;
        let known = self.plans.read(key)?;
        let digest = input.seal().digest;
        let handed_over = self.past.handed_over(key)?;
        if let Some(built) = known.as_ref().filter(|built| built.digest == digest) {
            match self.there(&built.path)? {
                There::File(found) if found == built.sha256 => {
                    return Ok(Step::built(key.clone(), Outcome::SudahAda, built.clone()));
                }
                There::Nothing => {}
                There::File(_) | There::Other => {
                    return Ok(Step::built(key.clone(), Outcome::Dibiarkan { perlu_dibaca: false }, built.clone()));
                }
            }
        }
        if let Some(row) = handed_over.first() {
            let changed = row.entry.digest != digest && !self.says_the_same(known.as_ref(), row, &input);
            let next = handed_over.iter().map(|row| row.entry.key.revision + 1).max().unwrap_or(1);
            let outcome = Outcome::SudahTerkirim { revisi: changed.then_some(next) };
            return Ok(match known {
                Some(built) => Step::built(key.clone(), outcome, built),
                None => Step::of(key.clone(), outcome),
            });
        }
        match self.lock {
            Some(lock) => self.build(lock, key, &input, known.as_ref()),
            None if known.is_some() => Ok(Step::of(key.clone(), Outcome::AkanDiperbarui)),
            None => Ok(Step::of(key.clone(), Outcome::AkanDibuat)),
        }
    }

    /// Whether the PDF that went out, which another version of the program may have made, was made from the same data.
    fn says_the_same(&self, known: Option<&Built>, row: &Delivery, input: &BuildInput) -> bool {
        let sent = row.entry.file_name.trim_start_matches(ATTACHED_AS);
        let path = known.map_or_else(|| format!("{OUTPUT_FOLDER}/{sent}"), |built| built.path.clone());
        let pdf = files::read_file(&self.workspace.actual.join(path), MAX_BYTES);
        pdf.is_ok_and(|pdf| report::is_made_from(&pdf, &row.entry.digest, input))
    }

    /// The sending of every step, by the courier when one is set up.
    fn send(
        &self,
        schedule: &Jadwal,
        due: &[Due],
        steps: &mut [Step],
        outside: &mut Outside<'_>,
        notes: &mut Vec<Diagnostic>,
    ) {
        let reason = match self.opened.manifest().mail() {
            None => Some(NO_DELIVERY),
            Some(_) if !schedule.kirim.value => Some("kirim = true belum ditulis dalam [jadwal]"),
            Some(_) if self.lock.is_none() => Some("tidak dikirim dalam uji"),
            Some(_) => None,
        };
        let (Some(surel), Some(lock), None) = (self.opened.manifest().mail(), self.lock, reason) else {
            for step in steps.iter_mut().filter(|step| step.is_there()) {
                step.sending = Some(Sending::waits(reason.unwrap_or(NO_DELIVERY)));
            }
            return;
        };
        let mut courier = match Courier::new(self.opened, surel, self.workspace, lock, outside, notes) {
            Ok(courier) => courier,
            Err(failure) => {
                for step in steps.iter_mut().filter(|step| step.is_there()) {
                    step.sending = Some(Sending::failed(failure.clone()));
                }
                return;
            }
        };
        for (step, due) in steps.iter_mut().zip(due) {
            let sending = courier.send(&step.key, step.standing(), || self.opened.input(due), outside);
            typeset::forget(0);
            let Some(mut sending) = sending else { continue };
            if let Some(built) = &step.built
                && let Err(failure) = self.plans.settle(lock, &step.key, built, &sending)
            {
                sending.exit = Exit::worst([sending.exit, failure.kind.into()]);
                sending.diagnostics.extend(failure.diagnostics);
            }
            step.sending = Some(sending);
        }
    }

    fn build(&self, lock: &Lock, key: &Key, input: &BuildInput, known: Option<&Built>) -> Result<Step, Failure> {
        let made = making::report(input, &self.worker);
        // A year of reports must not need a year's memory.
        typeset::forget(0);
        let made = made?;
        let path = format!("{OUTPUT_FOLDER}/{}", made.about.file_name);
        let built = Built { digest: made.about.digest, sha256: sha256(&made.pdf), path };
        let ours = known.filter(|known| known.path == built.path).map(|known| known.sha256.as_str());
        let outcome = match self.there(&built.path)? {
            There::File(found) if found == built.sha256 => Outcome::Dicatat,
            There::File(found) if Some(found.as_str()) == ours => Outcome::Diperbarui,
            There::File(_) | There::Other => {
                return Ok(Step::built(key.clone(), Outcome::Dibiarkan { perlu_dibaca: true }, built));
            }
            There::Nothing => Outcome::Dibuat,
        };
        if outcome != Outcome::Dicatat {
            self.write(lock, &built.path, &made.pdf)?;
        }
        self.plans.write(lock, key, &built)?;
        Ok(Step::built(key.clone(), outcome, built))
    }

    fn write(&self, lock: &Lock, path: &str, pdf: &[u8]) -> Result<(), Failure> {
        let failed = |trouble: files::Trouble| disk::unwritten(&trouble, path);
        files::create_folder(&self.workspace.actual.join(OUTPUT_FOLDER)).map_err(failed)?;
        lock.write(&self.workspace.actual.join(path), pdf).map_err(failed)
    }

    fn there(&self, path: &str) -> Result<There, Failure> {
        let actual = self.workspace.actual.join(Path::new(path));
        match files::standing(&actual) {
            Standing::Nothing => Ok(There::Nothing),
            Standing::Link | Standing::Other => Ok(There::Other),
            Standing::File => match files::read_file(&actual, MAX_BYTES) {
                Ok(bytes) => Ok(There::File(sha256(&bytes))),
                Err(trouble) => {
                    let (kind, diagnostic) = disk::unread(&trouble, path, FailureKind::Disk);
                    Err(Failure::one(kind, diagnostic))
                }
            },
        }
    }
}

fn no_schedule() -> Failure {
    let diagnostic = Diagnostic::error(
        code::NO_SCHEDULE,
        "Bagian [jadwal] belum ada sehingga yang harus dibuat tidak diketahui.",
        "Tambahkan [jadwal] dengan baris mulai = \"2025-06\" (bulan pertama yang dibuat).",
    );
    Failure::one(FailureKind::Usage, diagnostic.at(Place::file(FILE_NAME)))
}

/// One date for the letters of all months is hardly meant.
fn same_date(opened: &Opened, schedule: &Jadwal) -> Option<Diagnostic> {
    let date = opened.manifest().printed().laporan.tanggal.as_ref()?;
    let diagnostic = Diagnostic::new(
        code::SAME_DATE,
        Severity::Peringatan,
        "Tanggal itu tercetak pada setiap laporan bulanan yang dibuat oleh `rakor jalankan`.",
        "Hapus baris itu agar tempat tanggal dikosongkan untuk ditulis tangan.",
    );
    schedule.bulanan.value.then(|| diagnostic.at(date.place.clone()))
}

/// What a report is called in a message.
fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Bulanan => "Laporan bulanan",
        Kind::PemeriksaanAngka => "Lembar pemeriksaan angka",
        Kind::Evaluasi => "Laporan evaluasi",
        Kind::Konstruksi => "Laporan jasa konstruksi",
        Kind::Rekapitulasi => "Laporan rekapitulasi",
    }
}
