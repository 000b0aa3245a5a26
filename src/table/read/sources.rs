//! Which file and which sheet is which table.
//!
//! A CSV file must be a table. A sheet need not: one whose name is no table's is said to be unread, and only when a table
//! is missing whose name it nearly bears is it refused, since then it is probably misspelt.

use std::collections::BTreeMap;

use super::records::heading;
use crate::diagnostic::{Diagnostic, nearest};
use crate::place::Place;
use crate::table::kind::is_same_word;
use crate::table::problem;
use crate::table::tables::{schema, table_schema};
use crate::workbook::{Book, Sheet};

/// The sheet of the template that explains the others.
pub(in crate::table) const GUIDE_SHEET: &str = "Petunjuk";

/// One CSV file as it lies in the workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the workspace, with forward slashes: `data/kepesertaan.csv`. Its stem names the table.
    pub path: String,
    /// The whole content.
    pub bytes: Vec<u8>,
}

/// One workbook as it lies in the workspace, its cells already read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceBook {
    /// Path relative to the workspace, with forward slashes: `data/data.xlsx`. Its sheets name the tables.
    pub path: String,
    /// Its cells.
    pub book: Book,
}

/// What a table is read from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Content<'a> {
    File(&'a SourceFile),
    Sheet(&'a Sheet),
}

/// One file or sheet.
#[derive(Debug)]
pub(super) struct Source<'a> {
    /// Where.
    pub(super) place: Place,
    /// The table that is read from it, if any is.
    pub(super) table: Option<&'static str>,
    /// What stands there.
    pub(super) content: Content<'a>,
    /// What is wrong with it.
    pub(super) problems: Vec<Diagnostic>,
}

/// All files and sheets, each table read from the first that bears its name.
pub(super) fn of<'a>(files: &'a [SourceFile], books: &'a [SourceBook]) -> Vec<Source<'a>> {
    let files = files.iter().map(|file| (Place::file(file.path.as_str()), Content::File(file)));
    let sheets = books.iter().flat_map(|book| {
        let file = Place::file(book.path.as_str());
        let place = move |sheet: &Sheet| Place { lembar: Some(sheet.name.clone()), ..file.clone() };
        book.book.sheets.iter().map(move |sheet| (place(sheet), Content::Sheet(sheet)))
    });
    let mut taken: BTreeMap<&'static str, Place> = BTreeMap::new();
    let mut sources: Vec<Source<'a>> = Vec::new();
    for (place, content) in files.chain(sheets) {
        let named = table_of(content);
        let problems = match named.and_then(|table| taken.get(table)) {
            Some(first) => vec![problem::table_twice(first.clone(), place.clone(), named.unwrap_or_default())],
            None => Vec::new(),
        };
        let table = named.filter(|_| problems.is_empty());
        if let Some(table) = table {
            taken.insert(table, place.clone());
        }
        sources.push(Source { place, table, content, problems });
    }
    for source in sources.iter_mut().filter(|source| source.table.is_none() && source.problems.is_empty()) {
        source.problems.extend(unread(source, &taken));
    }
    sources
}

/// The table whose name a file or sheet bears. In the name of a sheet capitals, and spaces for underscores, make no
/// difference.
fn table_of(content: Content<'_>) -> Option<&'static str> {
    match content {
        Content::File(file) => table_schema(stem(&file.path)).map(|table| table.name),
        Content::Sheet(sheet) => {
            let name = heading(&sheet.name);
            schema().iter().map(|table| table.name).find(|table| is_same_word(table, &name))
        }
    }
}

/// What is said about a file or sheet that is no table.
fn unread(source: &Source<'_>, taken: &BTreeMap<&'static str, Place>) -> Option<Diagnostic> {
    let names = schema().iter().map(|table| table.name);
    match source.content {
        Content::File(file) => {
            Some(problem::unknown_table(source.place.clone(), stem(&file.path), &names.collect::<Vec<_>>()))
        }
        Content::Sheet(sheet) => {
            let name = heading(&sheet.name);
            if sheet.cells.is_empty() || is_same_word(GUIDE_SHEET, &name) {
                return None;
            }
            let missing = names.filter(|table| !taken.contains_key(table));
            Some(match nearest(&name.replace([' ', '-'], "_"), missing) {
                Some(near) => problem::misspelt_sheet(source.place.clone(), &name, near),
                None => problem::unread_sheet(source.place.clone(), sheet.hidden),
            })
        }
    }
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
