//! `rakor periksa`: everything found in the data, without a PDF.

use serde_json::json;

use super::args::Periksa;
use super::printer::{self, Style};
use super::settings::{Settings, Talk};
use super::workspace::Workspace;
use super::{Exit, Outside, Reply, jelaskan, pernyataan};
use crate::diagnostic::{Failure, Severity};
use crate::report;

pub(super) fn run(args: &Periksa, settings: &Settings, outside: &Outside<'_>) -> Result<Reply, Failure> {
    if let Some(code) = &args.jelaskan {
        return jelaskan::run(code);
    }
    let workspace = Workspace::find(&outside.folder, settings.folder.as_deref())?;
    let mut raw = workspace.load()?;
    if args.pernyataan {
        return report::statements(&raw).map(|verdicts| pernyataan::reply(&verdicts));
    }
    raw.strict = args.ketat;
    let (diagnostics, refused) = report::check(&raw);
    let exit = refused.map_or(Exit::Done, Exit::from);
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let result = json!({
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
    text.push_str(if exit == Exit::Done { "Laporan dapat dibuat.\n" } else { "Laporan belum dapat dibuat.\n" });
    let mut reply = Reply::new(text, result);
    reply.exit = exit;
    reply.diagnostics = diagnostics;
    reply.listed = true;
    // What somebody said refuses no report, so it is judged apart; who has such a table should know.
    if raw.tables.iter().any(|file| file.path.ends_with("/pernyataan.csv")) {
        reply.talk.push_str("Angka dalam pernyataan diperiksa oleh `rakor periksa --pernyataan`.\n");
    }
    Ok(reply)
}
