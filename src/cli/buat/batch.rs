//! The reports of many regions: what is made, what is left alone, what is said.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde_json::json;

use super::OUTPUT_FOLDER;
use super::index::{Entry, Index, Laporan, Outcome};
use super::regions::{Regions, Share};
use crate::cli::args::Buat;
use crate::cli::code;
use crate::cli::exit::Exit;
use crate::cli::held::{self, Extent, Right};
use crate::cli::settings::{BuildSettings, Settings, Talk};
use crate::cli::workspace::Workspace;
use crate::cli::{Outside, Reply, Stop, disk, making};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::files::{self, Lock, MAX_BYTES, Standing};
use crate::place::Place;
use crate::report::{self, Batch, Raw, sha256};
use crate::worker::{Job, Made};

/// No index is larger, in bytes.
const MAX_INDEX: u64 = 64 << 20;

/// While a run goes on, its index is brought to the disk after so many seconds.
const INDEX_EVERY: i64 = 5;

/// What was asked for, beside what holds for one report.
pub(super) struct Asked {
    regions: Regions,
    share: Option<Share>,
    children: NonZeroUsize,
    force: bool,
    stop: bool,
    /// As the user names it.
    folder: PathBuf,
}

impl Asked {
    /// Nothing when one report is meant.
    pub(super) fn of(args: &Buat, settings: &BuildSettings, workspace: &Workspace) -> Result<Option<Self>, Failure> {
        let mut problems = Vec::new();
        let regions = match Regions::asked(args, settings.region.as_deref()) {
            Ok(None) => {
                super::regions::without_a_batch(args)?;
                return Ok(None);
            }
            Ok(regions) => regions,
            Err(failure) => {
                problems.extend(failure.diagnostics);
                None
            }
        };
        if args.tahap.is_some() {
            let action = "Hapus --tahap atau pilih satu wilayah.";
            problems.push(usage("--tahap", "Satu tahap hanya dapat ditulis untuk satu laporan.", action));
        }
        let output = settings.output.as_deref();
        if output.is_some_and(|output| Path::new(output).extension().is_some_and(|ext| ext.eq_ignore_ascii_case("pdf")))
        {
            let action = "Ganti dengan nama folder.";
            problems.push(usage("--keluaran", "Banyak laporan tidak dapat ditulis ke satu berkas.", action));
        }
        if args.proses == Some(0) {
            let action = "Tulis bilangan mulai dari 1.";
            problems.push(usage("--proses", "Tanpa proses tidak ada laporan yang disusun.", action));
        }
        let share = args.bagian.as_deref().map(Share::parse).transpose().unwrap_or_else(|failure| {
            problems.extend(failure.diagnostics);
            None
        });
        let (Some(regions), true) = (regions, problems.is_empty()) else {
            return Err(Failure { kind: FailureKind::Usage, diagnostics: problems });
        };
        let cores = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let children = args.proses.and_then(|n| NonZeroUsize::new(n.into())).unwrap_or(cores);
        let folder = output.map_or_else(|| workspace.shown.join(OUTPUT_FOLDER), PathBuf::from);
        Ok(Some(Self { regions, share, children, force: args.paksa, stop: args.berhenti_saat_gagal, folder }))
    }

    /// The index, without its ending. What it is called follows from the command alone.
    fn index_name(&self, kind: &str, settings: &BuildSettings) -> String {
        let mut name = format!("indeks_{kind}");
        if let Some(period) = settings.period {
            let _ = write!(name, "_{period}");
        }
        if let Some(year) = settings.year {
            let _ = write!(name, "_{year}");
        }
        if let Some(Share { number, of }) = self.share {
            let _ = write!(name, "_bagian-{number}-dari-{of}");
        }
        name
    }
}

fn usage(name: &'static str, message: &str, action: &str) -> Diagnostic {
    Diagnostic::error(code::OPTION, message, action).at(Place::file(name))
}

pub(super) fn run(
    asked: &Asked,
    raw: Raw,
    args: &Buat,
    settings: (&Settings, &BuildSettings),
    workspace: &Workspace,
    outside: &mut Outside<'_>,
) -> Result<Reply, Failure> {
    outside.post.stop.listen();
    let extent = asked.share.map_or(Extent::Workspace, |Share { number, of }| Extent::Part(number, of));
    let lock = match held::ask(workspace, outside.clock, "buat", extent)? {
        Right::Granted(lock) => lock,
        Right::Taken(reply) => return Ok(*reply),
    };
    let name = asked.index_name(super::name(&args.laporan.jenis), settings.1);
    let actual =
        settings.1.output.as_ref().map_or_else(|| workspace.actual.join(OUTPUT_FOLDER), |at| outside.folder.join(at));
    let desk = Desk { lock: &lock, actual, shown: &asked.folder, name };
    desk.lock.sweep(&desk.actual);
    // Of the same data other regions are other reports.
    let digest = sha256(format!("{} {:?}", raw.digest(), asked.regions).as_bytes());
    let before = desk.index();
    if let Some(index) = before.as_ref().filter(|index| !asked.force && desk.is_whole(index, &digest)) {
        let entries = index.wilayah.iter().map(|entry| Entry { hasil: Outcome::SudahAda, ..entry.clone() }).collect();
        return Ok(reply(entries, &desk, settings.0, Vec::new()));
    }
    let templates: Vec<String> = raw.templates.keys().cloned().collect();
    let opened = report::open(raw)?;
    let mut batch = Batch::of(&opened);
    let mut codes = asked.regions.codes(&batch)?;
    if let Some(share) = asked.share {
        codes = share.of(codes, |code| batch.weight(code));
    }
    let names: BTreeMap<String, Option<String>> =
        codes.iter().map(|code| (code.clone(), batch.name(code).map(str::to_owned))).collect();
    let known = before.as_ref().map(Index::known).unwrap_or_default();
    let state = RefCell::new(State {
        entries: vec![None; codes.len()],
        handed_out: Vec::new(),
        failed: false,
        progress: Progress::new(codes.len(), outside, settings.0),
        stop: outside.post.stop.clone(),
        outside,
        saved: None,
        known: &known,
    });
    let entry = |code: &str, hasil, laporan, masalah| Entry {
        wilayah: code.to_owned(),
        nama: names.get(code).cloned().flatten(),
        hasil,
        laporan,
        masalah,
    };
    let worker = state.borrow().outside.worker.clone();
    let children = NonZeroUsize::new(codes.len()).map_or(asked.children, |most| asked.children.min(most));
    let mut next = 0;
    // What needs no child is entered on the way to the next region that does.
    let jobs = std::iter::from_fn(|| {
        loop {
            if state.borrow().is_over(asked) {
                return None;
            }
            let at = next;
            let code = codes.get(at)?;
            next += 1;
            match batch.input(code) {
                Err(failure) => state.borrow_mut().enter(at, entry(code, Outcome::Gagal, None, failure.diagnostics)),
                Ok(input) => {
                    let seal = input.seal();
                    let earlier = known.get(code.as_str()).copied().filter(|_| !asked.force);
                    let there = earlier.map_or(There::Nothing, |report| desk.standing(report));
                    let same = earlier.filter(|report| report.sidik == seal.digest);
                    let outcome = match there {
                        There::Nothing => None,
                        There::Same => same.map(|report| (Outcome::SudahAda, report)),
                        There::Changed => same.map(|report| (Outcome::Dibiarkan, report)),
                    };
                    let mut state = state.borrow_mut();
                    if let Some((outcome, report)) = outcome {
                        state.enter(at, entry(code, outcome, Some(report.clone()), Vec::new()));
                    } else {
                        let theirs = earlier.filter(|_| there == There::Changed).cloned();
                        state.handed_out.push((at, theirs));
                        return Some(Job { name: format!("wilayah {code}"), input: seal.json });
                    }
                }
            }
        }
    });
    worker.make_all(children, jobs, |number, made| {
        let (at, theirs) = state.borrow().handed_out.get(number).cloned().unwrap_or_default();
        let code = codes.get(at).map(String::as_str).unwrap_or_default();
        let entry = match made.and_then(|made| desk.put(&made, theirs)) {
            Ok((outcome, report, problems)) => entry(code, outcome, Some(report), problems),
            Err(failure) => {
                let failure = making::naming_templates(failure, &templates);
                entry(code, Outcome::Gagal, None, failure.diagnostics)
            }
        };
        let mut state = state.borrow_mut();
        state.enter(at, entry);
        state.save_now_and_then(&desk, super::name(&args.laporan.jenis));
        !state.is_over(asked)
    });
    let state = state.into_inner();
    state.progress.end(state.outside);
    let stopped = state.stop.asked();
    let entries: Vec<Entry> = state.entries.into_iter().flatten().collect();
    let whole = entries.len() == codes.len() && entries.iter().all(|entry| entry.hasil != Outcome::Gagal);
    let index = Index::new(super::name(&args.laporan.jenis), whole.then_some(digest), entries, &known);
    desk.save(&index)?;
    desk.save_csv(&index)?;
    let mut reply = reply(index.wilayah, &desk, settings.0, opened.notes().to_vec());
    if let Some(exit) = stopped {
        reply.exit = exit;
        reply.diagnostics.push(Diagnostic::new(
            code::STOPPED,
            Severity::Peringatan,
            "Penyusunan dihentikan atas permintaan; laporan yang sedang disusun telah diselesaikan.",
            "Jalankan perintah yang sama sekali lagi untuk membuat sisanya.",
        ));
    }
    Ok(reply)
}

/// What has happened so far.
struct State<'a, 'o> {
    entries: Vec<Option<Entry>>,
    /// The regions of the reports that children make, by the number of the report; with what was known of a file that
    /// somebody changed since.
    handed_out: Vec<(usize, Option<Laporan>)>,
    failed: bool,
    progress: Progress,
    stop: Stop,
    outside: &'a mut Outside<'o>,
    saved: Option<DateTime<Utc>>,
    known: &'a BTreeMap<&'a str, &'a Laporan>,
}

impl State<'_, '_> {
    /// Whether nothing more is to be begun.
    fn is_over(&self, asked: &Asked) -> bool {
        (asked.stop && self.failed) || self.stop.asked().is_some()
    }

    fn enter(&mut self, at: usize, entry: Entry) {
        self.failed |= entry.hasil == Outcome::Gagal;
        if let Some(slot) = self.entries.get_mut(at) {
            *slot = Some(entry);
        }
        let done = self.entries.iter().flatten().count();
        self.progress.show(done, self.outside);
    }

    /// What is lost with a run that is killed are a few seconds of it. A failure to write shows when the run ends.
    fn save_now_and_then(&mut self, desk: &Desk<'_>, kind: &str) {
        let now = self.outside.clock.now();
        let due = self.saved.is_none_or(|saved| (now - saved).num_seconds().abs() >= INDEX_EVERY);
        if due {
            self.saved = Some(now);
            let entries = self.entries.iter().flatten().cloned().collect();
            let _ = desk.save(&Index::new(kind, None, entries, self.known));
        }
    }
}

/// Rate and remaining time, on a terminal only.
struct Progress {
    of: usize,
    since: Option<DateTime<Utc>>,
    shown: bool,
}

impl Progress {
    fn new(of: usize, outside: &Outside<'_>, settings: &Settings) -> Self {
        let shown = outside.terminal && settings.talk != Talk::Quiet;
        Self { of, since: shown.then(|| outside.clock.now()), shown }
    }

    fn show(&self, done: usize, outside: &mut Outside<'_>) {
        let Some(since) = self.since.filter(|_| self.shown) else { return };
        let milliseconds = (outside.clock.now() - since).num_milliseconds().max(1).unsigned_abs();
        let done_so_far = done.max(1) as u64;
        let tenths = done_so_far.saturating_mul(10_000) / milliseconds;
        let left = self.of.saturating_sub(done) as u64;
        let seconds = left.saturating_mul(milliseconds) / done_so_far / 1_000;
        let of = self.of;
        let line = format!(
            "\r{done} dari {of} laporan; {},{} per detik; sisa {seconds} detik\u{1b}[K",
            tenths / 10,
            tenths % 10
        );
        let _ = outside.err.write_all(line.as_bytes()).and_then(|()| outside.err.flush());
    }

    fn end(&self, outside: &mut Outside<'_>) {
        if self.shown {
            let _ = outside.err.write_all(b"\r\x1b[K");
        }
    }
}

/// What stands where a report was written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum There {
    Nothing,
    Same,
    Changed,
}

/// Where a batch writes.
struct Desk<'a> {
    lock: &'a Lock,
    actual: PathBuf,
    shown: &'a Path,
    /// The index, without its ending.
    name: String,
}

impl Desk<'_> {
    fn index(&self) -> Option<Index> {
        let path = self.actual.join(format!("{}.json", self.name));
        (files::standing(&path) == Standing::File)
            .then(|| files::read_file(&path, MAX_INDEX).ok())
            .flatten()
            .and_then(|json| Index::read(&json))
    }

    /// Whether an index says that all is done for these very data, and the disk agrees.
    fn is_whole(&self, index: &Index, digest: &str) -> bool {
        let reports = index.wilayah.iter().map(|entry| entry.laporan.as_ref());
        index.sidik_data.as_deref() == Some(digest)
            && reports
                .into_iter()
                .all(|report| report.is_some_and(|report| matches!(self.standing(report), There::Same)))
    }

    fn standing(&self, report: &Laporan) -> There {
        let path = self.actual.join(&report.berkas);
        match files::standing(&path) {
            Standing::Nothing => There::Nothing,
            Standing::File => match files::read_file(&path, MAX_BYTES) {
                Ok(bytes) if sha256(&bytes) == report.sha256 => There::Same,
                _ => There::Changed,
            },
            Standing::Link | Standing::Other => There::Changed,
        }
    }

    /// Writes a report, unless its place holds what somebody made of an earlier one, `theirs`. A report that `rakor buat` of
    /// this region alone has put there is no such file.
    fn put(&self, made: &Made, theirs: Option<Laporan>) -> Result<(Outcome, Laporan, Vec<Diagnostic>), Failure> {
        let report = Laporan::of(&made.about, sha256(&made.pdf));
        match theirs.filter(|theirs| theirs.berkas == report.berkas) {
            Some(_) if matches!(self.standing(&report), There::Same) => Ok((Outcome::SudahAda, report, Vec::new())),
            Some(theirs) => {
                let shown = files::shown(&self.shown.join(&theirs.berkas));
                let diagnostic = Diagnostic::new(
                    code::LEFT,
                    Severity::Peringatan,
                    format!("{shown} telah diubah setelah dibuat dan tidak ditimpa, padahal isi laporannya berubah."),
                    "Pindahkan berkas itu, lalu jalankan perintah yang sama sekali lagi.",
                );
                Ok((Outcome::Dibiarkan, theirs, vec![diagnostic.at(Place::file(shown))]))
            }
            None => {
                let path = Path::new(&made.about.file_name);
                let (actual, shown) = (self.actual.join(path), self.shown.join(path));
                disk::write_own_with(self.lock, &actual, &shown, &made.pdf, &disk::REPORT)?;
                Ok((Outcome::Dibuat, report, Vec::new()))
            }
        }
    }

    fn save(&self, index: &Index) -> Result<(), Failure> {
        self.save_as("json", &index.to_json())
    }

    fn save_csv(&self, index: &Index) -> Result<(), Failure> {
        self.save_as("csv", index.to_csv().as_bytes())
    }

    fn save_as(&self, ending: &str, bytes: &[u8]) -> Result<(), Failure> {
        let shown = self.index_path(ending);
        let failed = |trouble: files::Trouble| disk::unwritten(&trouble, &shown);
        files::create_folder(&self.actual).map_err(failed)?;
        self.lock.write(&self.actual.join(format!("{}.{ending}", self.name)), bytes).map_err(failed)
    }

    fn index_path(&self, ending: &str) -> String {
        files::shown(&self.shown.join(format!("{}.{ending}", self.name)))
    }
}

fn reply(entries: Vec<Entry>, desk: &Desk<'_>, settings: &Settings, notes: Vec<Diagnostic>) -> Reply {
    let count = |outcome: Outcome| entries.iter().filter(|entry| entry.hasil == outcome).count();
    let outcomes = [Outcome::Dibuat, Outcome::SudahAda, Outcome::Dibiarkan, Outcome::Gagal];
    let counted: Vec<(Outcome, usize)> =
        outcomes.into_iter().map(|outcome| (outcome, count(outcome))).filter(|(_, count)| *count > 0).collect();
    let mut text = String::new();
    for entry in entries.iter().filter(|entry| matches!(entry.hasil, Outcome::Gagal | Outcome::Dibiarkan)) {
        let name = entry.nama.as_deref().map_or_else(String::new, |name| format!(" {name}"));
        let why = match (&entry.laporan, entry.masalah.first()) {
            (Some(report), _) => format!("{} telah diubah setelah dibuat", report.berkas),
            (None, Some(first)) => first.message.clone(),
            (None, None) => String::new(),
        };
        let _ = writeln!(text, "{}  {}{name}: {why}", entry.hasil.words(), entry.wilayah);
    }
    let counts: Vec<String> = counted.iter().map(|(outcome, count)| format!("{count} {}", outcome.words())).collect();
    let counts = if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", ")) };
    let _ = writeln!(text, "{} laporan{counts}", entries.len());
    let (csv, json_path) = (desk.index_path("csv"), desk.index_path("json"));
    let _ = writeln!(text, "{csv}");
    let numbers: BTreeMap<&str, usize> = counted.iter().map(|(outcome, count)| (outcome.name(), *count)).collect();
    let mut reply = Reply::new(text, json!({ "jumlah": numbers, "indeks": [csv, json_path] }));
    reply.lines = entries.iter().filter_map(|entry| serde_json::to_value(entry).ok()).collect();
    if count(Outcome::Gagal) > 0 {
        reply.exit = Exit::Partial;
    }
    reply.diagnostics = notes;
    // Data that refuse one report refuse the next for the same reason.
    for diagnostic in entries.into_iter().flat_map(|entry| entry.masalah) {
        if !reply.diagnostics.contains(&diagnostic) {
            reply.diagnostics.push(diagnostic);
        }
    }
    if settings.talk == Talk::Usual {
        reply.diagnostics.retain(|diagnostic| diagnostic.severity > Severity::Catatan);
    }
    reply
}
