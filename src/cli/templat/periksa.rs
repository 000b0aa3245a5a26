//! A look at a workspace's own templates: everything that can be told before they run, then a report of each example, and
//! the mail it would go along with.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Own, codes};
use crate::cli::examples::{Example, examples};
use crate::cli::settings::Settings;
use crate::cli::{Outside, Reply, making};
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::manifest::FILE_NAME;
use crate::report::{self, BuildInput, CoverFor, Kind, Raw};
use crate::table::SourceFile;
use crate::template::OwnFiles;
use crate::worker::Worker;

pub(super) fn run(kind: Option<&str>, settings: &Settings, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let workspace = super::workspace(settings, outside)?;
    let own = workspace.as_ref().map(crate::cli::workspace::Workspace::templates).transpose()?.unwrap_or_default();
    let kinds: Vec<&str> = match kind {
        Some(kind) => vec![kind],
        None => Kind::ALL.map(Kind::name).into_iter().chain(OwnFiles(&own).kinds()).collect(),
    };
    let (mut text, mut results, mut diagnostics) = (String::new(), Vec::new(), Vec::new());
    let mut failed = None;
    for kind in kinds {
        match checked(kind, &own, &outside.worker) {
            Ok(tries) => {
                told(kind, &tries, &mut text);
                results.push(object(kind, &tries));
            }
            Err(failure) => {
                // What is wrong with files that kinds share is said once.
                for diagnostic in failure.diagnostics {
                    if !diagnostics.contains(&diagnostic) {
                        diagnostics.push(diagnostic);
                    }
                }
                failed = Some(failed.map_or(failure.kind, |kind: FailureKind| kind.max(failure.kind)));
            }
        }
    }
    match failed {
        Some(kind) => Err(Failure { kind, diagnostics }),
        None => Ok(Reply::new(text, json!({ "jenis": results }))),
    }
}

/// One example that a kind was tried with.
struct Try {
    example: &'static str,
    pages: usize,
}

/// Tries a kind with every example that has the data for it.
fn checked(kind: &str, own: &Own, worker: &Worker) -> Result<Vec<Try>, Failure> {
    let kinds = OwnFiles(own).kinds();
    if Kind::of(kind).is_none() && !kinds.contains(&kind) {
        return Err(report::unknown_kind(kind, &kinds));
    }
    let mut tries = Vec::new();
    for example in examples() {
        let input = match report::load(raw(example, kind, own)) {
            Ok(input) => input,
            // This example has nothing to say about such a report: no data, no parts, no plan.
            Err(failure) if matches!(failure.kind, FailureKind::Data | FailureKind::Usage) => continue,
            Err(failure) => return Err(failure),
        };
        let made = making::report(&input, worker)?;
        mail(&input, made.about.pages, &made.about.file_name, worker)?;
        tries.push(Try { example: example.name, pages: made.about.pages });
    }
    if tries.is_empty() { Err(no_example(kind)) } else { Ok(tries) }
}

/// Of a kind of the workspace's own nothing is mailed.
fn mail(input: &BuildInput, pages: usize, file_name: &str, worker: &Worker) -> Result<(), Failure> {
    if input.jenis_sendiri.is_some() {
        return Ok(());
    }
    let to = CoverFor {
        title: "Sekretaris Daerah",
        sender_title: "Kepala Bagian Perekonomian",
        office: &input.naskah.lembaga.perangkat_daerah.value,
        contact: "Bagian Perekonomian",
        file_name,
        ..CoverFor::default()
    };
    making::covers(input, pages, &[to], worker).map(|_| ())
}

fn raw(example: &Example, kind: &str, own: &Own) -> Raw {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let below = |folder: &'static str| {
        example.files.iter().filter(move |(path, _)| path.starts_with(folder)).map(|(path, bytes)| (*path, *bytes))
    };
    Raw {
        manifest_path: FILE_NAME.to_owned(),
        manifest: example
            .files
            .iter()
            .find(|(path, _)| *path == FILE_NAME)
            .map(|(_, bytes)| text(bytes))
            .unwrap_or_default(),
        tables: below("data/")
            .map(|(path, bytes)| SourceFile { path: path.to_owned(), bytes: bytes.to_vec() })
            .collect(),
        assets: below("aset/").map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect::<BTreeMap<_, _>>(),
        templates: own.clone(),
        kind: kind.to_owned(),
        ..Raw::default()
    }
}

fn told(kind: &str, tries: &[Try], text: &mut String) {
    let tried: Vec<String> = tries.iter().map(|one| format!("{} ({} halaman)", one.example, one.pages)).collect();
    // Writing to a string has no way to fail.
    let _ = writeln!(text, "{kind}: benar dengan data contoh {}", crate::bahasa::dan(&tried));
}

fn object(kind: &str, tries: &[Try]) -> Value {
    let tries: Vec<Value> = tries.iter().map(|one| json!({ "contoh": one.example, "halaman": one.pages })).collect();
    json!({ "nama": kind, "contoh": tries })
}

fn no_example(kind: &str) -> Failure {
    let diagnostic = Diagnostic::error(
        codes::NO_EXAMPLE,
        format!("Tidak ada data contoh untuk `{kind}`."),
        format!("Coba dengan data sendiri: `rakor buat {kind}`."),
    );
    Failure::one(FailureKind::Data, diagnostic)
}
