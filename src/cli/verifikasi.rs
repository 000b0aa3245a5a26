//! `rakor verifikasi`: does the print of a file follow from the data it carries? It needs nothing but the file.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::args::Verifikasi;
use super::printer::visible;
use super::settings::{Settings, Talk};
use super::{Exit, Outside, Reply, disk};
use crate::bahasa;
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::files;
use crate::pdf::{Content, MAX_BYTES, Signature};
use crate::place::Place;
use crate::report::{Hands, Verdict, Verified, sha256, verify};
use crate::worker::Worker;

/// Where the sender finds a digest again.
const SEARCH: &str =
    "Pengirim dapat mencari SHA-256 itu dalam buku pengirimannya dengan `rakor riwayat --cari SHA-256`.\n";

pub(super) fn run(args: &Verifikasi, settings: &Settings, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let judged: Vec<Judged<'_>> = args.berkas.iter().map(|path| judged(path, outside)).collect::<Result<_, _>>()?;
    let text = judged.iter().map(Judged::block).collect::<Vec<_>>().join("\n");
    let result = json!({ "berkas": judged.iter().map(Judged::object).collect::<Vec<_>>() });
    let mut reply = Reply::new(text, result);
    reply.exit = Exit::worst(judged.iter().map(Judged::exit));
    reply.listed = true;
    if settings.talk != Talk::Quiet {
        reply.talk = format!("{SEARCH}{}", tally(&judged));
    }
    reply.diagnostics = judged.into_iter().flat_map(Judged::diagnostics).collect();
    Ok(reply)
}

/// A file and what is proved of it.
struct Judged<'a> {
    path: &'a str,
    /// Nothing when the file could not be read at all.
    sha256: Option<String>,
    verified: Verified,
}

fn judged<'a>(path: &'a str, outside: &Outside<'_>) -> Result<Judged<'a>, Failure> {
    let bytes = match files::read_file(&outside.folder.join(path), MAX_BYTES) {
        Ok(bytes) => bytes,
        Err(trouble) => {
            let (_, diagnostic) = disk::unread(&trouble, path, FailureKind::Data);
            return Ok(Judged { path, sha256: None, verified: Verified::unverifiable(vec![diagnostic]) });
        }
    };
    let verified = verify(&bytes, &Children { path, worker: &outside.worker })?;
    Ok(Judged { path, sha256: Some(sha256(&bytes)), verified })
}

/// Every foreign byte is touched by a child.
struct Children<'a> {
    path: &'a str,
    worker: &'a Worker,
}

impl Hands for Children<'_> {
    fn attachment(&self, file: &[u8], name: &str) -> Result<Vec<u8>, Failure> {
        self.worker.read_attachment(self.path, file, name)
    }

    fn build(&self, input: Vec<u8>) -> Result<Vec<u8>, Failure> {
        Ok(self.worker.make(self.path, &input)?.pdf)
    }

    fn content(&self, file: &[u8]) -> Result<Content, Failure> {
        self.worker.read_content(self.path, file)
    }
}

impl Judged<'_> {
    fn exit(&self) -> Exit {
        if self.verified.verdict.holds() { Exit::Done } else { Exit::Unverified }
    }

    fn block(&self) -> String {
        let verdict = &self.verified.verdict;
        let mut text = format!("{}: {}\n  {}\n", visible(self.path), verdict.name(), verdict.proof());
        if let Some(sha256) = &self.sha256 {
            row(&mut text, "SHA-256", sha256);
        }
        if let Some(version) = &self.verified.version {
            row(&mut text, "Dibuat oleh", &format!("rakor {}", visible(version)));
        }
        if let Some(signature) = self.verified.signature {
            row(&mut text, "Tanda tangan", signed(signature));
        }
        let label = match verdict {
            Verdict::Identical | Verdict::Same(_) => "Catatan",
            Verdict::Changed(_) => "Perbedaan",
            Verdict::Unverifiable(_) => "Sebab",
        };
        let mut actions: Vec<&str> = Vec::new();
        for (index, diagnostic) in verdict.diagnostics().iter().enumerate() {
            row(&mut text, if index == 0 { label } else { "" }, &visible(&told(diagnostic)));
            if !diagnostic.action.is_empty() && !actions.contains(&diagnostic.action.as_str()) {
                actions.push(&diagnostic.action);
            }
        }
        for (index, action) in actions.into_iter().enumerate() {
            row(&mut text, if index == 0 { "Tindakan" } else { "" }, &visible(action));
        }
        text
    }

    fn object(&self) -> Value {
        let verdict = &self.verified.verdict;
        json!({
            "berkas": self.path,
            "putusan": verdict.name(),
            "terbukti": verdict.holds(),
            "arti": verdict.proof(),
            "sha256": self.sha256,
            "versi": self.verified.version,
            "tanda_tangan": self.verified.signature,
            "keterangan": verdict.diagnostics().iter().map(told).collect::<Vec<_>>(),
        })
    }

    /// What is said of the file, each with its name.
    fn diagnostics(self) -> Vec<Diagnostic> {
        let place = Place::file(self.path);
        let mut all = self.verified.verdict.diagnostics().to_vec();
        for diagnostic in &mut all {
            if !diagnostic.places.contains(&place) {
                diagnostic.places.insert(0, place.clone());
            }
        }
        all
    }
}

/// One line of the list below a verdict.
fn row(text: &mut String, label: &str, value: &str) {
    let colon = if label.is_empty() { ' ' } else { ':' };
    let _ = writeln!(text, "  {label:12} {colon} {value}");
}

/// A diagnostic in one line: the code leads to its explanation.
fn told(diagnostic: &Diagnostic) -> String {
    let mut text = diagnostic.message.clone();
    match (&diagnostic.found, &diagnostic.expected) {
        (Some(found), Some(expected)) => _ = write!(text, " Ditemukan {found}; seharusnya {expected}."),
        (Some(found), None) => _ = write!(text, " Ditemukan {found}."),
        (None, Some(expected)) => _ = write!(text, " Seharusnya {expected}."),
        (None, None) => {}
    }
    let _ = write!(text, " [{}]", diagnostic.code);
    text
}

fn signed(signature: Signature) -> &'static str {
    match signature {
        Signature::None => "tidak ada",
        Signature::Partial => "ada, tidak mencakup seluruh berkas; keabsahannya tidak diperiksa",
        Signature::Whole => "ada, mencakup seluruh berkas; keabsahannya tidak diperiksa",
    }
}

/// How many files got which verdict, when there are several.
fn tally(judged: &[Judged<'_>]) -> String {
    if judged.len() < 2 {
        return String::new();
    }
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for name in judged.iter().map(|judged| judged.verified.verdict.name()) {
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    let counts: Vec<String> = counts.into_iter().map(|(name, count)| format!("{count} {name}")).collect();
    format!("Diperiksa {} berkas: {}.\n", judged.len(), bahasa::dan(&counts))
}
