//! `rakor impor`: a sheet of another form, shown as the rows of a table, and written when asked to.

mod shown;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::args::Impor as Args;
use super::code;
use super::disk::{self, Own};
use super::settings::{Settings, Talk};
use super::workspace::{MAX_BOOK, Workspace};
use super::{Exit, Outside, Reply, broken_promise};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::files::{self, MAX_BYTES};
use crate::impor::{self, Choice, Imported, Options};
use crate::manifest::{FILE_NAME, Manifest, Pasangan};
use crate::place::{Cell, Place};
use crate::report::Raw;
use crate::table::{self, Dataset, Edit, Line, SourceFile};
use crate::workbook::Book;
use crate::worker::Worker;

pub(super) fn run(args: &Args, settings: &Settings, outside: &Outside<'_>) -> Result<Reply, Failure> {
    let options = options(args)?;
    let workspace = Workspace::find(&outside.folder, settings.folder.as_deref())?;
    let raw = workspace.load(&outside.worker)?;
    let manifest = Manifest::parse(&raw.manifest, &raw.manifest_path)?;
    let path = files::shown(Path::new(&args.berkas));
    let book = read_book(&outside.folder.join(&args.berkas), &path, &outside.worker)?;
    let refused = |diagnostics| Failure { kind: FailureKind::Data, diagnostics };
    let choice = impor::choose(manifest.imports(), args.nama.as_deref(), &options, &book, &path).map_err(refused)?;
    let name = match (&args.nama, &choice) {
        (_, Choice::Kept(import)) => import.nama.value.clone(),
        (Some(name), _) => name.clone(),
        (None, Choice::Proposed(proposal)) => proposal.import.tabel.value.clone(),
    };
    let present = present(&raw, &choice.import().tabel.value)?;
    let imported = impor::import(choice.import(), &book, &path, &present);
    let full = settings.talk == Talk::Full;
    let mut reply = shown::reply(&choice, &name, &path, imported.as_ref(), full);
    let mut written = Vec::new();
    if args.simpan {
        if keep(&choice, &name, &raw, &workspace, &manifest)? {
            written.push(files::shown(&workspace.shown.join(FILE_NAME)));
            let _ = writeln!(reply.talk, "Pemetaan disimpan sebagai [impor.{name}] dalam {FILE_NAME}.");
        } else {
            let _ = writeln!(reply.talk, "Pemetaan itu sudah tersimpan sebagai [impor.{name}] dalam {FILE_NAME}.");
        }
    }
    let doubts: &[Diagnostic] = match &choice {
        Choice::Kept(_) => &[],
        Choice::Proposed(proposal) => &proposal.doubts,
    };
    let asked = args.terapkan || args.keluaran.is_some();
    match imported {
        Err(diagnostics) => {
            reply.exit = Exit::Data;
            reply.diagnostics = [doubts, &diagnostics].concat();
        }
        Ok(imported) => {
            reply.diagnostics = [doubts, &imported.diagnostics].concat();
            if !imported.is_sound() {
                reply.exit = Exit::Data;
                reply.talk.push_str("Belum ada yang ditulis: perbaiki kesalahan di atas lebih dahulu.\n");
            } else if asked && !doubts.is_empty() {
                reply.exit = Exit::Data;
                reply.diagnostics.push(impor::unconfirmed(Place::file(path.as_str())));
            } else if asked {
                match write(args, &imported, &raw, &present, &workspace, outside)? {
                    Ok(path) => {
                        let _ = writeln!(reply.talk, "Ditulis: {path}");
                        written.push(path);
                    }
                    Err(diagnostic) => {
                        reply.exit = Exit::Data;
                        reply.diagnostics.push(*diagnostic);
                    }
                }
            } else {
                reply.talk.push_str(&next_step(&imported, args, !doubts.is_empty()));
            }
        }
    }
    reply.result["ditulis"] = json!(written);
    Ok(reply)
}

fn next_step(imported: &Imported, args: &Args, doubted: bool) -> String {
    if imported.changes.is_empty() {
        return "Tidak ada yang perlu ditulis: semua baris sudah ada dalam ruang kerja.\n".to_owned();
    }
    let replace = if imported.changes.changed.is_empty() || args.ganti { "" } else { " --ganti" };
    if doubted && !args.simpan {
        return format!(
            "Belum ada yang ditulis. Pastikan dugaan di atas, simpan pemetaannya dengan --simpan, lalu jalankan kembali \
             dengan --terapkan{replace}.\n"
        );
    }
    format!("Belum ada yang ditulis. Jalankan kembali dengan --terapkan{replace} untuk menulisnya.\n")
}

/// A file from a stranger: workbooks are read by the worker, CSV is read here like every table.
fn read_book(actual: &Path, path: &str, worker: &Worker) -> Result<Book, Failure> {
    let csv = Path::new(path).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
    let bytes = files::read_file(actual, if csv { MAX_BYTES } else { MAX_BOOK }).map_err(|trouble| {
        let (kind, diagnostic) = disk::unread(&trouble, path, FailureKind::Data);
        Failure::one(kind, diagnostic)
    })?;
    if csv {
        table::book_of_csv(path, &bytes).map_err(|diagnostic| Failure::one(FailureKind::Data, *diagnostic))
    } else {
        worker.read_workbook(path, &bytes)
    }
}

/// The workspace's tables, of which the target and the regions must be right: with rows left out, a comparison would lie.
fn present(raw: &Raw, target: &str) -> Result<Dataset, Failure> {
    let (dataset, problems) = table::read_all(&raw.tables, &raw.books);
    let concerned = |place: &Place| {
        let name = place.lembar.as_deref().unwrap_or_else(|| stem(&place.berkas));
        name == target || name == "wilayah"
    };
    let diagnostics: Vec<Diagnostic> = problems
        .into_iter()
        .filter(|problem| problem.severity == Severity::Kesalahan && problem.places.iter().any(concerned))
        .collect();
    if diagnostics.is_empty() { Ok(dataset) } else { Err(Failure { kind: FailureKind::Data, diagnostics }) }
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn options(args: &Args) -> Result<Options, Failure> {
    let at = |option: &str, value: &String| Cell::new(value.clone(), Place::file(option));
    let mut problems = Vec::new();
    let mut tetap: Vec<Pasangan> = Vec::new();
    let mut fill = |option: &str, column: &str, value: &str| {
        if tetap.iter().any(|pair| pair.kunci == column) {
            let expected = format!("satu isi saja untuk kolom {column}");
            problems.push(impor::bad_option(option, value, &expected));
        } else {
            let isi = Cell::new(value.trim().to_owned(), Place::file(option));
            tetap.push(Pasangan { kunci: column.to_owned(), isi });
        }
    };
    let short = [
        ("--periode", "periode", &args.periode),
        ("--wilayah", "kode_wilayah", &args.wilayah),
        ("--sumber", "sumber", &args.sumber),
    ];
    for (option, column, value) in short {
        if let Some(value) = value {
            fill(option, column, value);
        }
    }
    for pair in &args.tetap {
        match pair.split_once('=') {
            Some((column, value)) if !column.trim().is_empty() && !value.trim().is_empty() => {
                fill("--tetap", column.trim(), value);
            }
            _ => fill("--tetap", "", pair),
        }
    }
    if let Some(at) = tetap.iter().position(|pair| pair.kunci.is_empty()) {
        let pair = tetap.remove(at);
        let expected = "KOLOM=ISI, misalnya segmen=TOTAL";
        problems.push(impor::bad_option("--tetap", &pair.isi.value, expected));
    }
    if args.ganti && !args.terapkan && args.keluaran.is_none() {
        let diagnostic = Diagnostic::error(
            code::OPTION,
            "Opsi --ganti hanya berlaku saat menulis.",
            "Tambahkan --terapkan atau -o FOLDER.",
        );
        problems.push(diagnostic.at(Place::file("--ganti")));
    }
    if !problems.is_empty() {
        return Err(Failure { kind: FailureKind::Usage, diagnostics: problems });
    }
    Ok(Options {
        tabel: args.tabel.as_ref().map(|name| at("--tabel", name)),
        lembar: args.lembar.as_ref().map(|name| at("--lembar", name)),
        judul: args.judul.map(|row| Cell::new(row, Place::file("--judul"))),
        tahun: args.tahun.map(|year| Cell::new(year, Place::file("--tahun"))),
        tetap,
    })
}

/// Adds the section to the end of the manifest, which stays as it is otherwise; false when it stands there already.
fn keep(choice: &Choice, name: &str, raw: &Raw, workspace: &Workspace, manifest: &Manifest) -> Result<bool, Failure> {
    let taken = manifest.imports().iter().find(|import| import.nama.value == name);
    if let Some(taken) = taken {
        if impor::same_section(taken, choice.import()) {
            return Ok(false);
        }
        let diagnostic = impor::name_taken(taken.nama.place.clone(), name);
        return Err(Failure::one(FailureKind::Usage, diagnostic));
    }
    let section = impor::section(choice.import(), name);
    let windows = raw.manifest.contains("\r\n");
    let line_end = if windows { "\r\n" } else { "\n" };
    let gap = if raw.manifest.is_empty() || raw.manifest.ends_with('\n') { "" } else { line_end };
    let section = if windows { section.replace('\n', "\r\n") } else { section };
    let more = format!("{gap}{line_end}{section}");
    // What was proposed must be read again next month.
    Manifest::parse(&format!("{}{more}", raw.manifest), FILE_NAME)?;
    let (actual, shown) = (workspace.actual.join(FILE_NAME), workspace.shown.join(FILE_NAME));
    let mut bytes = files::read_file(&actual, MAX_BYTES).map_err(|trouble| {
        let (kind, diagnostic) = disk::unread(&trouble, FILE_NAME, FailureKind::Usage);
        Failure::one(kind, diagnostic)
    })?;
    bytes.extend_from_slice(more.as_bytes());
    disk::write(&actual, &shown, &bytes).map(|()| true)
}

/// CSV files that somebody put there are not written over.
const NOTHING: Own = Own { foreign: |_| Some("tidak kosong"), option: "-o" };

/// Writes the table; gives its path, or what stands against it.
fn write(
    args: &Args,
    imported: &Imported,
    raw: &Raw,
    present: &Dataset,
    workspace: &Workspace,
    outside: &Outside<'_>,
) -> Result<Result<String, Box<Diagnostic>>, Failure> {
    let name = imported.table.name;
    if let (Some(first), false) = (imported.changes.changed.first(), args.ganti) {
        let diagnostic = impor::would_change(first.there.clone(), imported.changes.changed.len());
        return Ok(Err(Box::new(diagnostic)));
    }
    let file = raw.tables.iter().find(|file| stem(&file.path) == name);
    let lines = present.lines(name);
    let sheet = lines.first().map(|line| line.place.row()).filter(|place| place.lembar.is_some());
    if let (Some(sheet), None) = (&sheet, &args.keluaran) {
        return Ok(Err(Box::new(impor::in_workbook(Place { baris: None, ..sheet.clone() }, imported.table))));
    }
    let data = |diagnostic: Box<Diagnostic>| Failure::one(FailureKind::Data, *diagnostic);
    let path = file.map_or_else(|| format!("data/{name}.csv"), |file| file.path.clone());
    let bytes = if sheet.is_some() {
        let edit = Edit { added: whole(imported, &lines), changed: Vec::new() };
        table::edited(imported.table, &path, None, &edit).map_err(data)?
    } else {
        let old = file.map(|file| file.bytes.as_slice());
        table::edited(imported.table, &path, old, &imported.changes.edit()).map_err(data)?
    };
    proven(imported, &path, &bytes)?;
    match &args.keluaran {
        None if imported.changes.is_empty() => Ok(Ok(path)),
        None => {
            let shown = workspace.shown.join(&path);
            disk::write(&workspace.actual.join(&path), &shown, &bytes)?;
            Ok(Ok(files::shown(&shown)))
        }
        Some(folder) => {
            let shown: PathBuf = Path::new(folder).join(format!("{name}.csv"));
            disk::write_own(&outside.folder.join(&shown), &shown, &bytes, &NOTHING)?;
            Ok(Ok(files::shown(&shown)))
        }
    }
}

/// All rows of a table whose own file is a workbook, with the changes in them.
fn whole(imported: &Imported, lines: &[Line]) -> Vec<Vec<Option<String>>> {
    let changes: HashMap<_, _> = imported.changes.changed.iter().map(|row| (row.there.baris, &row.cells)).collect();
    let mut rows: Vec<Vec<Option<String>>> = Vec::new();
    for line in lines {
        let mut cells = line.cells.clone();
        for cell in changes.get(&line.place.baris).into_iter().copied().flatten() {
            if let Some(slot) = cells.get_mut(cell.index) {
                *slot = Some(cell.new.clone());
            }
        }
        rows.push(cells);
    }
    rows.extend(imported.changes.added.iter().map(|line| line.cells.clone()));
    rows
}

/// What is about to be written holds every imported row, and nothing that could not be read again.
fn proven(imported: &Imported, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    let file = SourceFile { path: path.to_owned(), bytes: bytes.to_vec() };
    let (dataset, problems) = table::read(&[file]);
    let lines = dataset.lines(imported.table.name);
    let lines: HashMap<&str, &Line> = lines.iter().map(|line| (line.key.as_str(), line)).collect();
    let there = |line: &Line| {
        let same = |other: &&Line| line.cells.iter().zip(&other.cells).all(|(new, old)| new.is_none() || new == old);
        lines.get(line.key.as_str()).is_some_and(same)
    };
    let readable = problems.iter().all(|problem| problem.severity < Severity::Kesalahan);
    if readable && imported.lines.iter().all(there) {
        return Ok(());
    }
    Err(Failure::one(FailureKind::Internal, broken_promise("impor")))
}
