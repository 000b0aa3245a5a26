//! `rakor periksa --tandai`: what was found as a workbook, each line with a link to the cell it is about.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::code;
use super::disk::{self, Own};
use super::printer::{self, visible};
use super::workspace::Workspace;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::files;
use crate::place::{Field, Place};
use crate::workbook::write::{self, Link, Look, NewBook, NewCell, NewColumn, NewRow, NewSheet};

const OPTION: &str = "--tandai";

const TITLE: &str = "Hasil Pemeriksaan";

/// The name of the sheet that sums up.
const SUMMARY: &str = "Ringkasan";

/// No more lines are written; nobody mends so many one by one, and a sheet has an end.
const MAX_LINES: usize = 100_000;

/// What is written over: a workbook of an earlier check in which nobody has noted anything.
const MARKED: Own = Own {
    foreign: |bytes| {
        (!write::is_untouched(bytes, TITLE)).then_some("bukan hasil pemeriksaan, atau telah disunting setelah dibuat")
    },
    option: OPTION,
};

/// The workbook that was asked for.
pub(super) struct Marked<'a> {
    shown: PathBuf,
    actual: PathBuf,
    workspace: &'a Workspace,
}

impl<'a> Marked<'a> {
    /// Under a name that a spreadsheet program opens, and outside the folder whose workbooks are data.
    pub(super) fn new(asked: &str, folder: &Path, workspace: &'a Workspace) -> Result<Self, Failure> {
        disk::check_workbook_name(asked, OPTION)?;
        let marked = Self { shown: PathBuf::from(asked), actual: folder.join(asked), workspace };
        if files::resolved(&marked.actual).starts_with(files::resolved(&workspace.actual.join("data"))) {
            return Err(among_data(asked));
        }
        Ok(marked)
    }

    /// Writes what was found in these files and gives the name of the workbook. `outcome` says whether a report can be
    /// built.
    pub(super) fn write(&self, checked: &[&str], found: &[Diagnostic], outcome: &str) -> Result<String, Failure> {
        let links = Links::new(&self.actual, self.workspace);
        let found = sorted(found);
        let sheets = vec![summary(&links, checked, &found, outcome), list(&links, &found)];
        let book = NewBook { title: TITLE.to_owned(), sheets };
        disk::write_workbook(&self.actual, &self.shown, &book, &MARKED)?;
        Ok(files::shown(&self.shown))
    }
}

fn among_data(asked: &str) -> Failure {
    let diagnostic = Diagnostic::error(
        code::AMONG_DATA,
        format!("{asked} berada dalam folder data, sehingga hasil pemeriksaan akan dibaca sebagai data."),
        format!("Pilih tempat di luar folder data, misalnya {OPTION} hasil.xlsx."),
    );
    Failure::one(FailureKind::Usage, diagnostic.at(Place::file(OPTION)))
}

/// The heaviest first, then as the files lie there.
fn sorted(found: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut found = printer::json(found);
    found.sort_by(|a, b| {
        let place = |diagnostic: &Diagnostic| diagnostic.places.first().cloned();
        b.severity.cmp(&a.severity).then_with(|| place(a).cmp(&place(b))).then_with(|| a.code.cmp(&b.code))
    });
    found
}

/// Ways from the new workbook to the files of the workspace.
struct Links<'a> {
    /// The folder of the new workbook.
    from: PathBuf,
    workspace: &'a Workspace,
    root: PathBuf,
}

impl<'a> Links<'a> {
    fn new(book: &Path, workspace: &'a Workspace) -> Self {
        let from = files::resolved(book).parent().map(Path::to_path_buf).unwrap_or_default();
        Self { from, workspace, root: files::resolved(&workspace.actual) }
    }

    /// To a place in a file; nothing for a place that is none, such as an option.
    fn to(&self, place: &Place) -> Option<Link> {
        let file = Path::new(&*place.berkas);
        let there = files::is_file(&self.workspace.actual.join(file));
        let path = there.then(|| way(&self.from, &self.root.join(file))).flatten()?;
        let cell = place.lembar.as_ref().map(|sheet| (sheet.to_string(), address(place)));
        Some(Link::File { path, cell })
    }
}

/// The way from a folder to a file, both without links; nothing between two drives.
fn way(from: &Path, to: &Path) -> Option<String> {
    let (mut from, mut to) = (from.components().peekable(), to.components().peekable());
    if from.peek() != to.peek() {
        return None;
    }
    while from.peek().is_some() && from.peek() == to.peek() {
        from.next();
        to.next();
    }
    let up = from.map(|_| Component::ParentDir);
    Some(files::shown(&up.chain(to).collect::<PathBuf>()))
}

/// The cell of a place in a sheet, the first one of its row or column when it names no more.
fn address(place: &Place) -> String {
    let column = match &place.bagian {
        Some(Field::Sel(cell)) => &cell.huruf,
        _ => "A",
    };
    format!("{column}{}", place.baris.unwrap_or(1))
}

fn summary(links: &Links<'_>, checked: &[&str], found: &[Diagnostic], outcome: &str) -> NewSheet {
    let name = links.root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let result = match printer::count(found) {
        Some(count) => format!("Ditemukan {count}. {outcome}"),
        None => format!("Tidak ada masalah pada data. {outcome}"),
    };
    let number = |number| NewCell { look: Look::Wrapped, ..NewCell::from(number) };
    let mut rows: Vec<NewRow> = vec![
        vec![NewCell::text(TITLE, Look::Title)],
        vec![NewCell::text(format!("Ruang kerja: {}", visible(&name)), Look::Plain)],
        vec![NewCell::text(result, Look::Plain)],
        vec![NewCell::text("Perbaiki data pada berkasnya, lalu jalankan rakor periksa lagi.", Look::Remark)],
        Vec::new(),
        headings(&["Berkas", "Kesalahan", "Peringatan", "Catatan"]),
    ];
    for (file, counts) in counted(checked, found) {
        let name = linked(links.to(&Place::file(file)), &visible(file));
        rows.push(std::iter::once(name).chain(counts.map(number)).collect());
    }
    rows.extend([Vec::new(), headings(&["Tingkat", "Arti", "", ""])]);
    for severity in WEIGHTS {
        rows.push(vec![weight(severity), NewCell::text(meaning(severity), Look::Plain)]);
    }
    let width = |width| NewColumn { width, ..NewColumn::default() };
    NewSheet {
        name: SUMMARY.to_owned(),
        columns: vec![width(44), width(12), width(12), width(12)],
        rows,
        ..NewSheet::default()
    }
}

const WEIGHTS: [Severity; 3] = [Severity::Kesalahan, Severity::Peringatan, Severity::Catatan];

fn meaning(severity: Severity) -> &'static str {
    match severity {
        Severity::Kesalahan => "laporan tidak dibuat sampai masalah itu diperbaiki",
        Severity::Peringatan => "laporan dibuat dan peringatannya dicetak dalam Catatan Data, kecuali dengan --ketat",
        Severity::Catatan => "laporan dibuat dan catatannya dicetak dalam Catatan Data",
    }
}

/// The files that were checked, and how much was found in each.
fn counted<'a>(checked: &[&'a str], found: &'a [Diagnostic]) -> BTreeMap<&'a str, [u64; 3]> {
    let mut counts: BTreeMap<&str, [u64; 3]> = checked.iter().map(|file| (*file, [0; 3])).collect();
    for diagnostic in found {
        let Some(place) = diagnostic.places.first() else { continue };
        let file = counts.entry(&place.berkas).or_default();
        for (count, severity) in file.iter_mut().zip(WEIGHTS) {
            *count += u64::from(diagnostic.severity == severity);
        }
    }
    counts
}

const COLUMNS: [(&str, u16); 9] = [
    ("No.", 6),
    ("Tingkat", 12),
    ("Kode", 9),
    ("Tempat", 48),
    ("Nilai tertulis", 20),
    ("Nilai terhitung atau seharusnya", 34),
    ("Kalimat", 52),
    ("Tindakan", 38),
    ("Lihat juga", 34),
];

fn list(links: &Links<'_>, found: &[Diagnostic]) -> NewSheet {
    let mut rows = vec![headings(&COLUMNS.map(|(name, _)| name))];
    rows.extend(
        (1_u64..).zip(found.iter().take(MAX_LINES)).map(|(number, diagnostic)| line(links, number, diagnostic)),
    );
    let rest = match found.len().saturating_sub(MAX_LINES) {
        0 if found.is_empty() => Some("Tidak ada masalah pada data.".to_owned()),
        0 => None,
        more => Some(format!("… dan {more} lainnya; perbaiki yang di atas lebih dahulu.")),
    };
    rows.extend(rest.map(|rest| vec![NewCell::text(rest, Look::Plain)]));
    NewSheet {
        name: TITLE.to_owned(),
        columns: COLUMNS.map(|(_, width)| NewColumn { width, ..NewColumn::default() }).to_vec(),
        rows,
        frozen: 1,
        filtered: true,
    }
}

fn line(links: &Links<'_>, number: u64, diagnostic: &Diagnostic) -> NewRow {
    let place = diagnostic.places.first();
    let others = diagnostic.places.get(1..).unwrap_or_default();
    let names: Vec<String> = others.iter().map(|place| visible(&place.to_string())).collect();
    let value = |value: &Option<String>| wrapped(value.as_deref().unwrap_or_default());
    let message = match &diagnostic.engine {
        Some(words) => format!("{} Pesan mesin: {words}", diagnostic.message),
        None => diagnostic.message.clone(),
    };
    vec![
        NewCell { look: Look::Wrapped, ..NewCell::from(number) },
        weight(diagnostic.severity),
        wrapped(&diagnostic.code),
        linked(
            place.and_then(|place| links.to(place)),
            &place.map(|place| visible(&place.to_string())).unwrap_or_default(),
        ),
        value(&diagnostic.found),
        value(&diagnostic.expected),
        wrapped(&message),
        wrapped(&diagnostic.action),
        NewCell::text(names.join("\n"), Look::Wrapped),
    ]
}

fn headings(names: &[&str]) -> NewRow {
    names.iter().map(|name| NewCell::text(*name, Look::Heading)).collect()
}

fn weight(severity: Severity) -> NewCell {
    NewCell::text(severity.to_string(), Look::Weight(severity))
}

fn wrapped(text: &str) -> NewCell {
    NewCell::text(visible(text), Look::Wrapped)
}

fn linked(link: Option<Link>, text: &str) -> NewCell {
    let link = link.filter(Link::is_possible);
    let look = if link.is_some() { Look::Link } else { Look::Wrapped };
    NewCell::text(text, look).linked(link)
}
