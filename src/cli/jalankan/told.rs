//! What a run says: a line for each step, for people and for programs, and why it ends.

use std::fmt::Write as _;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::courier::command;
use super::courier::{Pdf, Sending};
use super::plan::{Built, Key};
use super::title;
use crate::bahasa;
use crate::cli::Reply;
use crate::cli::code;
use crate::cli::exit::Exit;
use crate::cli::kirim::{codes, told};
use crate::diagnostic::{Diagnostic, Failure, Severity};
use crate::place::Place;
use crate::report::Kind;

/// What became of one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// There was none, now there is.
    Dibuat,
    /// Its input has changed, and so has it.
    Diperbarui,
    /// It lay there as it would have been written, and is known now.
    Dicatat,
    /// Nothing to do.
    SudahAda,
    /// Somebody changed the file, or put another one there. It is worth reading when it is not what the data say today.
    Dibiarkan { perlu_dibaca: bool },
    /// Something of it was handed over, so it stays as it is. When the data are others today, this would be the revision that
    /// says so.
    SudahTerkirim { revisi: Option<u32> },
    /// It has to wait.
    Belum { alasan: String },
    /// It would be built.
    AkanDibuat,
    /// It would be built anew.
    AkanDiperbarui,
    /// It could not be built.
    Gagal(Failure),
}

impl Outcome {
    /// For programs.
    fn name(&self) -> &'static str {
        match self {
            Self::Dibuat => "dibuat",
            Self::Diperbarui => "diperbarui",
            Self::Dicatat => "dicatat",
            Self::SudahAda => "sudah_ada",
            Self::Dibiarkan { .. } => "dibiarkan",
            Self::SudahTerkirim { .. } => "sudah_terkirim",
            Self::Belum { .. } => "belum",
            Self::AkanDibuat => "akan_dibuat",
            Self::AkanDiperbarui => "akan_diperbarui",
            Self::Gagal(_) => "gagal",
        }
    }

    /// For people.
    fn words(&self) -> String {
        self.name().replace('_', " ")
    }

    fn exit(&self) -> Exit {
        match self {
            Self::Gagal(failure) => failure.kind.into(),
            _ => Exit::Done,
        }
    }

    /// Whether the report is on the disk now.
    fn is_there(&self) -> bool {
        matches!(
            self,
            Self::Dibuat
                | Self::Diperbarui
                | Self::Dicatat
                | Self::SudahAda
                | Self::Dibiarkan { .. }
                | Self::SudahTerkirim { .. }
        )
    }

    fn reason(&self) -> Option<String> {
        match self {
            Self::Belum { alasan } => Some(alasan.clone()),
            Self::Dibiarkan { perlu_dibaca: false } => Some("PDF itu telah diubah setelah dibuat".to_owned()),
            Self::Dibiarkan { perlu_dibaca: true } => Some("PDF itu bukan hasil data sekarang".to_owned()),
            Self::SudahTerkirim { revisi: Some(_) } => Some("datanya telah berubah sejak dikirim".to_owned()),
            Self::Gagal(failure) => Some(Exit::from(failure.kind).meaning().to_owned()),
            _ => None,
        }
    }
}

/// One report, and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) key: Key,
    outcome: Outcome,
    pub(super) built: Option<Built>,
    /// What became of its sending; nothing while there is nothing to send.
    pub(super) sending: Option<Sending>,
}

impl Step {
    pub(super) fn of(key: Key, outcome: Outcome) -> Self {
        Self { key, outcome, built: None, sending: None }
    }

    pub(super) fn built(key: Key, outcome: Outcome, built: Built) -> Self {
        Self { key, outcome, built: Some(built), sending: None }
    }

    /// Whether the report is on the disk now.
    pub(super) fn is_there(&self) -> bool {
        self.outcome.is_there()
    }

    /// How its PDF lies on the disk.
    pub(super) fn standing(&self) -> Pdf {
        match self.outcome {
            Outcome::Dibiarkan { .. } => Pdf::Changed,
            _ if self.is_there() => Pdf::Built,
            _ => Pdf::Absent,
        }
    }

    /// Objects for programs: building, sending, and each recipient of it.
    fn objects(&self) -> Vec<Value> {
        let Key { kind, region, period } = &self.key;
        let head = |step: &str, outcome: &str, exit: Exit| {
            let mut object = json!({
                "langkah": step,
                "jenis": kind.name(),
                "wilayah": region,
                "periode": period.to_string(),
                "hasil": outcome,
                "kode_keluar": exit.code(),
            });
            if let Some(built) = &self.built {
                object["sidik"] = json!(built.digest);
                object["berkas"] = json!(built.path);
                // Of a file that is somebody else's only that somebody knows the bytes.
                if !matches!(self.outcome, Outcome::Dibiarkan { .. }) {
                    object["sha256"] = json!(built.sha256);
                }
            }
            object
        };
        let mut building = head("bangun", self.outcome.name(), self.outcome.exit());
        if let Some(reason) = self.outcome.reason() {
            building["keterangan"] = json!(reason);
        }
        let mut objects = vec![building];
        if let Some(sending) = &self.sending {
            let mut object = head("kirim", sending.name, sending.exit);
            if let Some(reason) = &sending.reason {
                object["keterangan"] = json!(reason);
            }
            objects.push(object);
            objects.extend(sending.objects.iter().map(|recipient| {
                let mut recipient = recipient.clone();
                recipient["langkah"] = json!("penerima");
                recipient
            }));
        }
        objects
    }

    /// What a person should read about it.
    fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut diagnostics = self.of_building();
        diagnostics.extend(self.sending.iter().flat_map(|sending| sending.diagnostics.iter().cloned()));
        diagnostics
    }

    fn of_building(&self) -> Vec<Diagnostic> {
        match (&self.outcome, &self.built) {
            (Outcome::SudahTerkirim { revisi: Some(revision) }, _) => {
                let command = command(&self.key);
                vec![Diagnostic::new(
                    codes::DATA_CHANGED,
                    Severity::Peringatan,
                    format!(
                        "Data {} telah berubah sejak laporannya dikirim; laporan itu tidak dibuat dan tidak dikirim ulang.",
                        self.name(self)
                    ),
                    format!(
                        "Bila penerima perlu mendapat perbaikannya, jalankan `{command} --revisi {revision} --perubahan \"...\"`."
                    ),
                )]
            }
            (Outcome::Gagal(failure), _) => failure.diagnostics.clone(),
            (Outcome::Dibiarkan { perlu_dibaca: true }, Some(built)) => {
                let path = &built.path;
                let diagnostic = Diagnostic::new(
                    code::NOT_OF_TODAY,
                    Severity::Peringatan,
                    format!(
                        "{path} bukan hasil data sekarang dan telah diubah atau dibuat tersendiri; berkas itu tidak ditimpa."
                    ),
                    "Pindahkan berkas itu agar laporannya dibuat oleh `rakor jalankan` berikutnya.",
                );
                vec![diagnostic.at(Place::file(path.as_str()))]
            }
            _ => Vec::new(),
        }
    }

    /// Why its sending waits.
    fn waiting(&self) -> Option<&str> {
        let sending = self.sending.as_ref().filter(|sending| sending.name == "menunggu")?;
        sending.reason.as_deref()
    }

    fn name(&self, until: &Self) -> String {
        let (from, to) = (self.key.period, until.key.period);
        let kind = title(self.key.kind).to_lowercase();
        match self.key.kind {
            Kind::Evaluasi if from == to => format!("{kind} {}", from.year()),
            Kind::Evaluasi => format!("{kind} {} sampai dengan {}", from.year(), to.year()),
            Kind::Bulanan | Kind::PemeriksaanAngka | Kind::Konstruksi | Kind::Rekapitulasi => {
                format!("{kind} {}", bahasa::rentang_periode_prosa(from, to))
            }
        }
    }

    /// Whether a line about this step, which waits, says the same of the next one.
    fn continues(&self, next: &Self) -> bool {
        let waits = matches!(self.outcome, Outcome::Belum { .. });
        waits && self.key.kind == next.key.kind && self.outcome == next.outcome
    }
}

/// The whole run.
pub(super) fn reply(steps: &[Step], today: NaiveDate, diagnostics: Vec<Diagnostic>) -> Reply {
    let mut reply = Reply::new(text(steps), json!({ "hari": today, "jumlah": counts(steps) }));
    reply.lines = steps.iter().flat_map(Step::objects).collect();
    reply.exit = exit(steps);
    reply.diagnostics = diagnostics;
    for diagnostic in steps.iter().flat_map(Step::diagnostics) {
        // Data that refuse one report refuse the next for the same reason.
        if !reply.diagnostics.contains(&diagnostic) {
            reply.diagnostics.push(diagnostic);
        }
    }
    let mut reasons: Vec<&str> = steps.iter().filter_map(Step::waiting).collect();
    reasons.dedup();
    for reason in reasons {
        let _ = writeln!(reply.talk, "Laporan belum dikirim: {reason}.");
    }
    reply
}

/// A line for each step; months in a row that wait for the same share one.
fn text(steps: &[Step]) -> String {
    if steps.is_empty() {
        return "Belum ada laporan yang waktunya tiba.\n".to_owned();
    }
    let why = |reason: Option<String>| reason.map_or_else(String::new, |reason| format!(": {reason}"));
    let mut rows = Vec::new();
    for group in steps.chunk_by(Step::continues) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let about = first.built.as_ref().map_or_else(|| first.name(last), |built| built.path.clone());
        rows.push([first.outcome.words(), about + &why(first.outcome.reason())]);
    }
    let sendings = steps.iter().filter_map(|step| Some((step, step.sending.as_ref()?)));
    for (step, sending) in sendings.filter(|(step, _)| step.waiting().is_none()) {
        let about = format!("surel {}{}", step.name(step), why(sending.reason.clone()));
        rows.push([sending.name.replace('_', " "), about]);
    }
    told::table(&rows)
}

/// How many steps ended how.
fn counts(steps: &[Step]) -> Value {
    let mut counts = std::collections::BTreeMap::new();
    for step in steps {
        *counts.entry(step.outcome.name()).or_insert(0_usize) += 1;
    }
    json!(counts)
}

/// What could not be built decides; when anything else is there, a part of the work is done.
fn exit(steps: &[Step]) -> Exit {
    let failed = steps.iter().map(|step| step.outcome.exit()).filter(|exit| *exit != Exit::Done);
    let mut exits: Vec<Exit> = failed.collect();
    if !exits.is_empty() && steps.iter().any(|step| step.outcome.is_there()) {
        exits.push(Exit::Partial);
    }
    exits.extend(steps.iter().filter_map(|step| Some(step.sending.as_ref()?.exit)));
    Exit::worst(exits)
}
