//! A mapping met with a sheet: for each column of the table, where its cells come from.

use std::collections::{BTreeMap, BTreeSet};

use super::dictionary::power_of;
use super::fold::fold;
use super::header::{Header, Heading};
use super::sheet::Grid;
use super::{problem, titles};
use crate::bahasa::baca;
use crate::diagnostic::Diagnostic;
use crate::figure::Period;
use crate::manifest::{Impor, Pasangan};
use crate::place::{Cell, Place};
use crate::table::{Kind, TableSchema, schema, table_schema};
use crate::workbook::{Book, Sheet};

/// A header is looked for within this many filled rows from the top.
pub(super) const SEARCHED_ROWS: usize = 40;

/// The tallest header that is looked for.
pub(super) const TALLEST: u32 = 3;

/// Where the cells of a column come from.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// Nowhere.
    Absent,
    /// A column of the sheet.
    Column(Heading),
    /// The same in every row.
    Constant(Cell<String>),
    /// The headings of the wide columns.
    WideHeading,
    /// The cells of the wide columns.
    WideCell,
}

/// A mapping that fits.
pub(super) struct Plan<'a> {
    /// The table.
    pub(super) table: &'static TableSchema,
    /// The sheet.
    pub(super) grid: Grid<'a>,
    /// Its header.
    pub(super) header: Header,
    /// For each column of the table.
    pub(super) sources: Vec<Source>,
    /// Columns of the sheet that become rows.
    pub(super) wide: Vec<Heading>,
    /// For each column of the table, words of the sheet, folded, and what they stand for.
    pub(super) words: Vec<BTreeMap<String, Cell<String>>>,
    /// For each column of the table, the unit of its numbers and the power of ten that it stands for.
    pub(super) units: Vec<Option<(String, u32)>>,
    /// Rows that are left out, by their first text, folded.
    pub(super) skipped: Vec<String>,
    /// The year of months that are written without one.
    pub(super) year: Option<u32>,
}

impl<'a> Plan<'a> {
    /// Meets a mapping with the sheets of a file; everything that does not fit otherwise.
    pub(super) fn of(import: &Impor, book: &'a Book, path: &str) -> Result<Self, Vec<Diagnostic>> {
        let table = table(&import.tabel).map_err(|problem| vec![*problem])?;
        let sheets = sheets(book, import.lembar.as_ref(), path).map_err(|problem| vec![*problem])?;
        let mut best: Option<(usize, Self, Vec<Diagnostic>)> = None;
        for sheet in sheets {
            let grid = Grid::of(sheet, path);
            let Some(header) = header(&grid, import) else { continue };
            let (plan, problems) = Self::build(import, table, grid, header);
            if best.as_ref().is_none_or(|(fewest, ..)| problems.len() < *fewest) {
                best = Some((problems.len(), plan, problems));
            }
        }
        match best {
            Some((0, plan, _)) => Ok(plan),
            Some((_, _, problems)) => Err(problems),
            None => {
                let file = Place::file(path);
                let lembar = import.lembar.as_ref().map(|cell| cell.value.as_str().into());
                Err(vec![problem::no_header(Place { lembar, baris: import.judul.as_ref().map(|j| j.value), ..file })])
            }
        }
    }

    fn build(import: &Impor, table: &'static TableSchema, grid: Grid<'a>, header: Header) -> (Self, Vec<Diagnostic>) {
        let mut builder = Builder { table, header: &header, at: grid.place.at_row(header.first), problems: Vec::new() };
        let mut sources = vec![(Source::Absent, None); table.columns.len()];
        for pair in &import.kolom {
            if let (Some(index), Some(heading)) =
                (builder.column(&pair.kunci, &pair.isi.place), builder.heading(&pair.isi))
            {
                builder.fill(&mut sources, index, Source::Column(heading), &pair.isi.place);
            }
        }
        let mut wide = Vec::new();
        if let Some(lebar) = &import.lebar {
            wide = lebar.kolom.iter().filter_map(|written| builder.heading(written)).collect();
            for (name, source) in [(&lebar.ke, Source::WideHeading), (&lebar.nilai, Source::WideCell)] {
                if let Some(index) = builder.column(&name.value, &name.place) {
                    builder.fill(&mut sources, index, source, &name.place);
                }
            }
        }
        for pair in &import.tetap {
            if let Some(index) = builder.column(&pair.kunci, &pair.isi.place) {
                builder.fill(&mut sources, index, Source::Constant(pair.isi.clone()), &pair.isi.place);
            }
        }
        let words = builder.words(&import.nilai);
        let units = builder.units(&import.satuan);
        let mut problems = builder.problems;
        let name = Some(import.nama.value.as_str()).filter(|name| !name.is_empty());
        // What is missing follows from what could not be found.
        if problems.is_empty() {
            let absent = table
                .columns
                .iter()
                .zip(&sources)
                .filter(|(column, (source, _))| column.required && matches!(source, Source::Absent));
            let named = titles::periods(&grid, header.first);
            let named = named.first().map(|(period, _)| *period);
            problems.extend(absent.map(|(column, _)| problem::missing(grid.place.clone(), table, column, name, named)));
        }
        let plan = Self {
            table,
            grid,
            sources: sources.into_iter().map(|(source, _)| source).collect(),
            wide,
            words,
            units,
            skipped: import.lewati.iter().map(|cell| fold(&cell.value)).collect(),
            year: import.tahun.as_ref().map(|cell| cell.value),
            header,
        };
        (plan, problems)
    }

    /// The month that the mapping gives all rows.
    pub(super) fn constant_period(&self) -> Option<(Period, Place)> {
        let columns = self.table.columns.iter().zip(&self.sources);
        columns.filter(|(column, _)| column.kind == Kind::Month).find_map(|(_, source)| match source {
            Source::Constant(cell) => Some((baca::periode(&cell.value).ok()?, cell.place.clone())),
            _ => None,
        })
    }

    /// The columns of the sheet that cells are taken from, in order.
    pub(super) fn columns_taken(&self) -> BTreeSet<u32> {
        let single = self.sources.iter().filter_map(|source| match source {
            Source::Column(heading) => Some(heading.column),
            _ => None,
        });
        single.chain(self.wide.iter().map(|heading| heading.column)).collect()
    }

    /// The column of the table that is filled from a column of the sheet.
    pub(super) fn column_from(&self, column: u32) -> Option<usize> {
        self.sources.iter().position(|source| matches!(source, Source::Column(heading) if heading.column == column))
    }
}

/// The table of a name, unless it holds persons.
pub(super) fn table(name: &Cell<String>) -> Result<&'static TableSchema, Box<Diagnostic>> {
    let Some(table) = table_schema(name.value.trim()) else {
        let known: Vec<&str> = schema().iter().filter(|table| !table.is_personal()).map(|table| table.name).collect();
        return Err(Box::new(problem::unknown_table(name.place.clone(), &name.value, &known)));
    };
    if table.is_personal() { Err(Box::new(problem::personal(name.place.clone(), table))) } else { Ok(table) }
}

/// The sheets that are looked at: the one of a name, or all that hold something, hidden ones last.
pub(super) fn sheets<'a>(
    book: &'a Book,
    name: Option<&Cell<String>>,
    path: &str,
) -> Result<Vec<&'a Sheet>, Box<Diagnostic>> {
    let filled = || book.sheets.iter().filter(|sheet| !sheet.cells.is_empty());
    if let Some(name) = name {
        let found = filled().find(|sheet| fold(&sheet.name) == fold(&name.value));
        return found.map(|sheet| vec![sheet]).ok_or_else(|| {
            let known: Vec<&str> = filled().map(|sheet| &*sheet.name).collect();
            Box::new(problem::unknown_sheet(name.place.clone(), &name.value, &known))
        });
    }
    let mut sheets: Vec<&Sheet> = filled().collect();
    sheets.sort_by_key(|sheet| sheet.hidden);
    if sheets.is_empty() { Err(Box::new(problem::no_sheet(Place::file(path)))) } else { Ok(sheets) }
}

/// The header that a mapping names, or the one that holds most of its headings.
fn header(grid: &Grid<'_>, import: &Impor) -> Option<Header> {
    let firsts: Vec<u32> = match &import.judul {
        Some(first) => vec![first.value],
        None => grid.rows().take(SEARCHED_ROWS).collect(),
    };
    let heights = import.baris_judul.as_ref().map_or(1..=TALLEST, |height| height.value..=height.value);
    let written = || {
        let wide = import.lebar.iter().flat_map(|lebar| &lebar.kolom);
        import.kolom.iter().map(|pair| &pair.isi).chain(wide)
    };
    let candidates = heights.flat_map(|height| firsts.iter().map(move |first| (*first, height)));
    let headers = candidates.filter_map(|(first, height)| Header::read(grid, first, height));
    // A heading that stands twice is found, only less well.
    let score = |header: &Header| -> usize {
        written()
            .map(|written| match header.find(&written.value).len() {
                0 => 0,
                1 => 3,
                _ => 2,
            })
            .sum()
    };
    let scored = headers.map(|header| (score(&header), header));
    // The first of the best: the smallest header, and the topmost.
    let best = scored.fold(None, |best: Option<(usize, Header)>, (score, header)| match best {
        Some((most, _)) if most >= score => best,
        _ => Some((score, header)),
    });
    best.filter(|(score, _)| *score > 0 || import.judul.is_some()).map(|(_, header)| header)
}

struct Builder<'b> {
    table: &'static TableSchema,
    header: &'b Header,
    /// The header's place.
    at: Place,
    problems: Vec<Diagnostic>,
}

type Filled = (Source, Option<Place>);

impl Builder<'_> {
    fn column(&mut self, name: &str, place: &Place) -> Option<usize> {
        let index = self.table.columns.iter().position(|column| column.name == name);
        if index.is_none() {
            self.problems.push(problem::unknown_column(place.clone(), self.table, name));
        }
        index
    }

    fn heading(&mut self, written: &Cell<String>) -> Option<Heading> {
        let found = self.header.find(&written.value);
        match found.as_slice() {
            [one] => Some((*one).clone()),
            [] => {
                let known: Vec<String> = self.header.columns.iter().map(Heading::full).collect();
                let problem = problem::unknown_heading(written.place.clone(), self.at.clone(), &written.value, &known);
                self.problems.push(problem);
                None
            }
            many => {
                let columns: Vec<u32> = many.iter().map(|heading| heading.column).collect();
                let place = written.place.clone();
                self.problems.push(problem::ambiguous_heading(place, self.at.clone(), &written.value, &columns));
                None
            }
        }
    }

    fn fill(&mut self, sources: &mut [Filled], index: usize, source: Source, place: &Place) {
        let name = self.table.columns.get(index).map_or("", |column| column.name);
        let Some(slot) = sources.get_mut(index) else { return };
        match &slot.1 {
            Some(first) => self.problems.push(problem::twice(first.clone(), place.clone(), name)),
            None => *slot = (source, Some(place.clone())),
        }
    }

    fn words(&mut self, listed: &[(String, Vec<Pasangan>)]) -> Vec<BTreeMap<String, Cell<String>>> {
        let mut words = vec![BTreeMap::new(); self.table.columns.len()];
        for (name, pairs) in listed {
            let Some(first) = pairs.first() else { continue };
            let Some(index) = self.column(name, &first.isi.place) else { continue };
            if let Some(words) = words.get_mut(index) {
                words.extend(pairs.iter().map(|pair| (fold(&pair.kunci), pair.isi.clone())));
            }
        }
        words
    }

    fn units(&mut self, listed: &[Pasangan]) -> Vec<Option<(String, u32)>> {
        let mut units = vec![None; self.table.columns.len()];
        for pair in listed {
            let Some(index) = self.column(&pair.kunci, &pair.isi.place) else { continue };
            let counted = |index: usize| {
                self.table.columns.get(index).is_some_and(|column| matches!(column.kind, Kind::Count | Kind::Money))
            };
            match (power_of(&pair.isi.value).filter(|_| counted(index)), units.get_mut(index)) {
                (Some(power), Some(slot)) => *slot = Some((pair.isi.value.clone(), power)),
                _ => self.problems.push(problem::unit(pair.isi.place.clone(), &pair.isi.value)),
            }
        }
        units
    }
}
