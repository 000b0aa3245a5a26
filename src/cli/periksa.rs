//! `rakor periksa`: everything found in the data, without a PDF.

use serde_json::json;

use super::args::Periksa;
use super::printer::{self, Style};
use super::settings::{Settings, Talk};
use super::tandai::Marked;
use super::workspace::Workspace;
use super::{Exit, Outside, Reply, jelaskan, pernyataan};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::report::{self, Raw};

pub(super) fn run(args: &Periksa, settings: &Settings, outside: &Outside<'_>) -> Result<Reply, Failure> {
    if let Some(code) = &args.jelaskan {
        return jelaskan::run(code);
    }
    let workspace = Workspace::find(&outside.folder, settings.folder.as_deref())?;
    let marked = args.tandai.as_deref().map(|asked| Marked::new(asked, &outside.folder, &workspace)).transpose()?;
    let loaded = workspace.load(&outside.worker);
    if args.pernyataan {
        return report::statements(&loaded?).map(|verdicts| pernyataan::reply(&verdicts));
    }
    let Checked { files, statements, diagnostics, refused } = match loaded {
        Ok(raw) => check(raw, args.ketat),
        // What cannot be read is worth a line in the workbook that was asked for.
        Err(failure) if marked.is_some() => failure.into(),
        Err(failure) => return Err(failure),
    };
    let exit = refused.map_or(Exit::Done, Exit::from);
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let mut result = json!({
        "kesalahan": count(Severity::Kesalahan),
        "peringatan": count(Severity::Peringatan),
        "catatan": count(Severity::Catatan),
        "laporan_dapat_dibuat": exit == Exit::Done,
    });
    // The list is the result here, so it goes to stdout; colours would end up in a file.
    let mut text = printer::text(&diagnostics, Style { colour: false, all: settings.talk == Talk::Full });
    if diagnostics.is_empty() {
        text.push_str("Tidak ada masalah pada data.\n");
    }
    let outcome = if exit == Exit::Done { "Laporan dapat dibuat." } else { "Laporan belum dapat dibuat." };
    text.push_str(outcome);
    text.push('\n');
    let mut talk = String::new();
    if let Some(marked) = marked {
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let name = marked.write(&files, &diagnostics, outcome)?;
        talk = format!("Hasil pemeriksaan ditulis ke {name}.\n");
        result["berkas"] = json!([name]);
    }
    let mut reply = Reply::new(text, result);
    reply.exit = exit;
    reply.diagnostics = diagnostics;
    reply.listed = true;
    reply.talk = talk;
    // What somebody said refuses no report, so it is judged apart; who has such a table should know.
    if statements {
        reply.talk.push_str("Angka dalam pernyataan diperiksa oleh `rakor periksa --pernyataan`.\n");
    }
    Ok(reply)
}

/// What a check looked at and found.
struct Checked {
    files: Vec<String>,
    /// Whether somebody's statements are among the tables.
    statements: bool,
    diagnostics: Vec<Diagnostic>,
    refused: Option<FailureKind>,
}

impl From<Failure> for Checked {
    fn from(failure: Failure) -> Self {
        Self { files: Vec::new(), statements: false, diagnostics: failure.diagnostics, refused: Some(failure.kind) }
    }
}

fn check(mut raw: Raw, strict: bool) -> Checked {
    raw.strict = strict;
    let (diagnostics, refused) = report::check(&raw);
    let tables = raw.tables.iter().map(|file| &file.path);
    let files = std::iter::once(&raw.manifest_path).chain(tables).chain(raw.books.iter().map(|book| &book.path));
    Checked { statements: report::has_table(&raw, "pernyataan"), files: files.cloned().collect(), diagnostics, refused }
}
