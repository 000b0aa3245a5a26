//! An import as it is shown: the proposal, what would change, the sums, and the rows that stay out.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::bahasa::bilangan;
use crate::cli::Reply;
use crate::cli::printer::visible;
use crate::diagnostic::{Diagnostic, quote};
use crate::impor::{Choice, Imported, Left, Proposal, Why, key_words, section};
use crate::place::Place;
use crate::table::{Kind, Line, TableSchema};

/// At most so many rows of each kind are shown, unless everything was asked for.
const SHOWN: usize = 10;

/// The reply for an import that was carried out in memory, or for a mapping that does not fit.
pub(super) fn reply(
    choice: &Choice,
    name: &str,
    path: &str,
    imported: Result<&Imported, &Vec<Diagnostic>>,
    full: bool,
) -> Reply {
    let mut text = String::new();
    if let Choice::Proposed(proposal) = choice {
        propose(&mut text, proposal, name, path);
    }
    if let Ok(imported) = imported {
        if !text.is_empty() {
            text.push('\n');
        }
        summary(&mut text, choice, name, imported);
        rows(&mut text, imported, full);
        sums(&mut text, imported);
        left(&mut text, imported, full);
    }
    Reply::new(text, object(choice, name, imported.ok()))
}

fn propose(text: &mut String, proposal: &Proposal, name: &str, path: &str) {
    let _ = writeln!(text, "Usulan pemetaan untuk {}:\n", visible(path));
    let _ = writeln!(text, "{}", section(&proposal.import, name));
    let _ = writeln!(text, "Judul kolom yang dipahami:");
    for (letters, heading, column) in &proposal.understood {
        let _ = writeln!(text, "  {letters:3} {} → {column}", quote(heading));
    }
    for (title, headings) in [
        ("Judul kolom yang tidak diperlukan:", &proposal.unused),
        ("Judul kolom yang tidak dipahami:", &proposal.unknown),
    ] {
        if !headings.is_empty() {
            let _ = writeln!(text, "{title}");
            for (letters, heading) in headings {
                let _ = writeln!(text, "  {letters:3} {}", quote(heading));
            }
        }
    }
}

fn summary(text: &mut String, choice: &Choice, name: &str, imported: &Imported) {
    let by = match choice {
        Choice::Kept(_) => format!("menurut [impor.{name}]"),
        Choice::Proposed(_) => "menurut usulan itu".to_owned(),
    };
    let sheet = visible(&imported.sheet.to_string());
    let _ = writeln!(text, "{sheet} dibaca sebagai tabel `{}` {by}.", imported.table.name);
    let changes = &imported.changes;
    let _ = writeln!(text, "Judul      {}", span(*imported.header.start(), *imported.header.end()));
    let _ = writeln!(
        text,
        "Data       {} baris lembar menjadi {} baris tabel",
        bilangan(imported.data.len()),
        bilangan(imported.lines.len())
    );
    let _ = writeln!(
        text,
        "Perubahan  {} baris baru, {} berubah, {} sama; {} baris lain dalam ruang kerja tetap",
        bilangan(changes.added.len()),
        bilangan(changes.changed.len()),
        bilangan(changes.same),
        bilangan(changes.kept)
    );
}

fn span(first: u32, last: u32) -> String {
    if first == last { format!("baris {first}") } else { format!("baris {first}–{last}") }
}

fn rows(text: &mut String, imported: &Imported, full: bool) {
    let changes = &imported.changes;
    let limit = |all: usize| if full { all } else { SHOWN };
    if !changes.added.is_empty() {
        let _ = writeln!(text, "\nBaris baru:");
    }
    for line in changes.added.iter().take(limit(changes.added.len())) {
        let _ =
            writeln!(text, "  {}: {}", visible(&key_words(imported.table, line)), visible(&rest(imported.table, line)));
    }
    more(text, changes.added.len(), limit(changes.added.len()));
    if !changes.changed.is_empty() {
        let _ = writeln!(text, "\nBaris yang berubah:");
    }
    for row in changes.changed.iter().take(limit(changes.changed.len())) {
        let _ = writeln!(text, "  {} ({})", visible(&row.key), visible(&row.there.to_string()));
        for cell in &row.cells {
            let kind = imported.table.columns.get(cell.index).map_or(Kind::Text, |column| column.kind);
            let old = cell.old.as_deref().map_or_else(|| "kosong".to_owned(), |old| figure(kind, old));
            let new = figure(kind, &cell.new);
            let _ = writeln!(text, "    {}: {} → {}", cell.column, visible(&old), visible(&new));
        }
    }
    more(text, changes.changed.len(), limit(changes.changed.len()));
}

fn more(text: &mut String, all: usize, shown: usize) {
    if all > shown {
        let _ = writeln!(text, "  … dan {} lainnya; tampilkan semuanya dengan --rinci.", bilangan(all - shown));
    }
}

/// The cells of a row that are no part of its key.
fn rest(table: &TableSchema, line: &Line) -> String {
    let cells = table.columns.iter().zip(&line.cells).filter(|(column, _)| !column.key);
    let words =
        cells.filter_map(|(column, cell)| Some(format!("{} {}", column.name, figure(column.kind, cell.as_deref()?))));
    words.collect::<Vec<_>>().join(", ")
}

/// A cell as a person reads it.
fn figure(kind: Kind, canonical: &str) -> String {
    match (kind, canonical.parse::<u64>()) {
        (Kind::Count, Ok(number)) => bilangan(number),
        (Kind::Money, Ok(number)) => format!("Rp{}", bilangan(number)),
        (Kind::Decimal, _) => canonical.replace('.', ","),
        _ => canonical.to_owned(),
    }
}

/// Those that agree; the others are among the errors.
fn sums(text: &mut String, imported: &Imported) {
    let agreed: Vec<_> = imported.sums.iter().filter(|sum| sum.stated == sum.computed).collect();
    if agreed.is_empty() {
        return;
    }
    let _ = writeln!(text, "\nJumlah yang sesuai dengan barisnya:");
    for sum in agreed {
        let _ = writeln!(text, "  {} {} ({})", sum.column, bilangan(sum.stated), visible(&address(&sum.place)));
    }
}

/// `Rekap!C14`, without the file.
fn address(place: &Place) -> String {
    let shown = place.to_string();
    shown.split_once(" › ").map_or(shown.clone(), |(_, cell)| cell.to_owned())
}

fn left(text: &mut String, imported: &Imported, full: bool) {
    let mut lines: Vec<String> = runs(&imported.left).iter().map(|run| format!("  {}", run.sentence())).collect();
    if lines.len() > SHOWN && !full {
        let rest = lines.len() - SHOWN;
        lines.truncate(SHOWN);
        lines.push(format!("  … dan {} lainnya; tampilkan semuanya dengan --rinci.", bilangan(rest)));
    }
    if !lines.is_empty() {
        let _ = writeln!(text, "\nTidak diimpor:\n{}", lines.join("\n"));
    }
    let merged: Vec<String> = imported.merged.iter().map(|rows| span(*rows.start(), *rows.end())).collect();
    if !merged.is_empty() {
        let mut merged = merged;
        merged.dedup();
        let _ = writeln!(text, "\nIsi sel gabungan dipakai untuk setiap barisnya: {}.", listed(&merged));
    }
    if imported.hidden_sheet {
        let _ = writeln!(text, "\nLembar ini tersembunyi; isinya ikut dibaca.");
    }
    if !imported.hidden_rows.is_empty() {
        let rows: Vec<String> = imported.hidden_rows.iter().map(u32::to_string).collect();
        let _ = writeln!(text, "\nBaris tersembunyi yang ikut dibaca: {}.", listed(&rows));
    }
    if !imported.hidden_columns.is_empty() {
        let _ = writeln!(text, "\nKolom tersembunyi yang ikut dibaca: {}.", listed(&imported.hidden_columns));
    }
}

fn listed(all: &[String]) -> String {
    match all.get(..SHOWN) {
        Some(first) if all.len() > SHOWN => format!("{}, dan {} lainnya", first.join(", "), all.len() - SHOWN),
        _ => all.join(", "),
    }
}

/// Rows next to each other that stay out for one reason.
struct Run<'a> {
    first: &'a Left,
    last: u32,
}

fn runs(left: &[Left]) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    for row in left {
        match runs.last_mut() {
            Some(run) if run.first.why == row.why && row.why == Why::Below => run.last = row.row,
            _ => runs.push(Run { first: row, last: row.row }),
        }
    }
    runs
}

impl Run<'_> {
    fn sentence(&self) -> String {
        let why = why(self.first.why);
        let rows = span(self.first.row, self.last);
        if self.first.text.is_empty() {
            format!("{rows}: {why}")
        } else {
            format!("{rows}: {why}, {}", quote(&self.first.text))
        }
    }
}

fn why(why: Why) -> &'static str {
    match why {
        Why::Numbers => "nomor kolom",
        Why::Group => "bukan baris data",
        Why::Skipped => "dilewati menurut pemetaan",
        Why::Sum => "baris jumlah",
        Why::Below => "di bawah tabel",
    }
}

fn object(choice: &Choice, name: &str, imported: Option<&Imported>) -> Value {
    let import = choice.import();
    let proposal = match choice {
        Choice::Kept(_) => Value::Null,
        Choice::Proposed(proposal) => json!({
            "bagian": section(import, name),
            "dipahami": proposal.understood.iter().map(|(letters, heading, column)| {
                json!({ "kolom": letters, "judul": heading, "ke": column })
            }).collect::<Vec<_>>(),
            "tidak_diperlukan": headings(&proposal.unused),
            "tidak_dipahami": headings(&proposal.unknown),
        }),
    };
    let import = imported.map(|imported| {
        json!({
            "tempat": imported.sheet,
            "baris_judul": [imported.header.start(), imported.header.end()],
            "baris_data": imported.data,
            "baru": imported.changes.added.iter().map(|line| cells(imported.table, line)).collect::<Vec<_>>(),
            "berubah": imported.changes.changed.iter().map(|row| json!({
                "kunci": row.key,
                "tempat": row.there,
                "asal": row.here,
                "sel": row.cells.iter().map(|cell| json!({
                    "kolom": cell.column, "lama": cell.old, "baru": cell.new,
                })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "sama": imported.changes.same,
            "tetap": imported.changes.kept,
            "jumlah": imported.sums.iter().map(|sum| json!({
                "tempat": sum.place, "kolom": sum.column, "tercantum": sum.stated, "hitungan": sum.computed,
            })).collect::<Vec<_>>(),
            "sel_gabungan": imported.merged.iter().map(|rows| [*rows.start(), *rows.end()]).collect::<Vec<_>>(),
            "tersembunyi": {
                "lembar": imported.hidden_sheet,
                "baris": imported.hidden_rows,
                "kolom": imported.hidden_columns,
            },
            "tidak_diimpor": imported.left.iter().map(|left| json!({
                "baris": left.row, "sebab": why(left.why), "teks": left.text,
            })).collect::<Vec<_>>(),
        })
    });
    json!({ "nama": name, "tabel": choice.import().tabel.value, "usulan": proposal, "impor": import })
}

fn headings(headings: &[(String, String)]) -> Vec<Value> {
    headings.iter().map(|(letters, heading)| json!({ "kolom": letters, "judul": heading })).collect()
}

fn cells(table: &TableSchema, line: &Line) -> Value {
    let cells = table.columns.iter().zip(&line.cells);
    let filled = cells.filter_map(|(column, cell)| Some((column.name.to_owned(), json!(cell.as_deref()?))));
    Value::Object(filled.collect())
}
