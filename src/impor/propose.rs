//! A mapping proposed from what the sheets themselves say.

use std::collections::BTreeSet;

use super::dictionary::{Dictionary, Meaning, code_of, is_month, is_stored, is_unused, unit_of};
use super::fold::fold;
use super::header::{Header, Heading};
use super::kamus::TITLES;
use super::plan::{self, SEARCHED_ROWS, TALLEST};
use super::problem;
use super::sheet::{Grid, text};
use super::{Options, rows};
use crate::diagnostic::Diagnostic;
use crate::fonts::check_text;
use crate::manifest::{Impor, Lebar, Pasangan};
use crate::place::{Cell, Place};
use crate::table::{ColumnSchema, Kind, TableSchema, schema};
use crate::workbook::{Book, Sheet, letters};

/// A proposed mapping, and what is to be said about it.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The mapping.
    pub import: Impor,
    /// Headings that were understood: letters, heading, column of the table.
    pub understood: Vec<(String, String, &'static str)>,
    /// Headings that are known and of no use here: letters, heading.
    pub unused: Vec<(String, String)>,
    /// Headings that were not understood: letters, heading.
    pub unknown: Vec<(String, String)>,
}

/// One way to read one sheet.
struct Reading<'a> {
    sheet: &'a Sheet,
    header: Header,
    table: &'static TableSchema,
    found: Found,
    score: u32,
}

/// What the headings mean in one table.
#[derive(Default)]
struct Found {
    /// Heading by its position, and the column of the table.
    columns: Vec<(usize, &'static str)>,
    /// Wide columns.
    wide: Option<Wide>,
}

struct Wide {
    headings: Vec<usize>,
    to: &'static ColumnSchema,
    value: &'static ColumnSchema,
    /// Whether the headings themselves say what their cells are.
    told: bool,
}

/// The best mapping for a file; what stands in the way otherwise.
pub(super) fn propose(book: &Book, path: &str, options: &Options) -> Result<Proposal, Vec<Diagnostic>> {
    let one = |problem: Box<Diagnostic>| vec![*problem];
    let asked = options.tabel.as_ref().map(plan::table).transpose().map_err(one)?;
    let sheets = plan::sheets(book, options.lembar.as_ref(), path).map_err(one)?;
    let mut dictionary = Dictionary::new();
    let mut best: Option<Reading<'_>> = None;
    let mut seen: Option<(Place, Vec<String>)> = None;
    let only = sheets.len() == 1;
    for sheet in sheets {
        let grid = Grid::of(sheet, path);
        let firsts: Vec<u32> = match &options.judul {
            Some(first) => vec![first.value],
            None => grid.rows().take(SEARCHED_ROWS).collect(),
        };
        for height in 1..=TALLEST {
            for first in &firsts {
                let Some(header) = Header::read(&grid, *first, height) else { continue };
                if seen.is_none() {
                    let headings = header.columns.iter().map(Heading::full).collect();
                    seen = Some((grid.place.at_row(*first), headings));
                }
                let Some(reading) = read(&grid, header, asked, options, &mut dictionary) else { continue };
                if best.as_ref().is_none_or(|best| reading.score > best.score) {
                    best = Some(reading);
                }
            }
        }
    }
    match (best, seen) {
        (Some(reading), _) => Ok(reading.proposal(path, only, options)),
        (None, Some((place, headings))) => {
            let tables: Vec<&str> =
                schema().iter().filter(|table| !table.is_personal()).map(|table| table.name).collect();
            Err(vec![problem::no_table(place, &headings, &tables)])
        }
        (None, None) => Err(vec![problem::no_header(Place::file(path))]),
    }
}

/// The table that a header fits best; none when it fits no table.
fn read<'a>(
    grid: &Grid<'a>,
    header: Header,
    asked: Option<&'static TableSchema>,
    options: &Options,
    dictionary: &mut Dictionary,
) -> Option<Reading<'a>> {
    let title = title(grid, header.first);
    let mut best: Option<(u32, &'static TableSchema, Found)> = None;
    for table in schema().iter().filter(|table| !table.is_personal()) {
        let given = options.tetap.iter().all(|pair| table.column(&pair.kunci).is_some());
        if asked.map_or(!given, |asked| asked.name != table.name) {
            continue;
        }
        let Some((score, found)) = fit(table, &header, &title, options, dictionary) else { continue };
        if best.as_ref().is_none_or(|(most, ..)| score > *most) {
            best = Some((score, table, found));
        }
    }
    let (score, table, found) = best?;
    Some(Reading { sheet: grid.sheet, header, table, found, score })
}

/// What stands above the header, and the sheet's name, folded.
fn title(grid: &Grid<'_>, header: u32) -> String {
    let above = grid.rows().take_while(|row| *row < header).flat_map(|row| grid.cells(row));
    let mut words = vec![fold(&grid.sheet.name)];
    words.extend(above.filter_map(|cell| text(&cell.value)).map(|text| fold(&text)));
    format!(" {} ", words.join(" "))
}

/// What the headings mean in a table, and how well that fits; nothing when no measure of the table is among them.
fn fit(
    table: &'static TableSchema,
    header: &Header,
    title: &str,
    options: &Options,
    dictionary: &mut Dictionary,
) -> Option<(u32, Found)> {
    let given: BTreeSet<&str> = options.tetap.iter().map(|pair| pair.kunci.as_str()).collect();
    let mut meanings: Vec<(Meaning, usize)> = Vec::new();
    for (at, heading) in header.columns.iter().enumerate() {
        let mut found = dictionary.look(table, &heading.parts.join(" "));
        if found.is_empty() && heading.parts.len() > 1 {
            // *Wilayah* over *Kode*, and *Realisasi* over *Orang*.
            let upwards: Vec<&str> = heading.parts.iter().rev().map(String::as_str).collect();
            found = dictionary.look(table, &upwards.join(" "));
        }
        if found.is_empty() && heading.parts.len() > 1 {
            found = dictionary.look(table, heading.last());
        }
        meanings.extend(found.into_iter().filter(|found| !given.contains(found.column)).map(|found| (found, at)));
    }
    meanings.sort_by_key(|(meaning, at)| (std::cmp::Reverse(meaning.sure), meaning.rank, *at));
    let wide = wide(table, header, &given, &meanings, options, dictionary);
    let mut found = Found { columns: Vec::new(), wide };
    let mut score = 0;
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut used: BTreeSet<usize> = BTreeSet::new();
    if let Some(wide) = &found.wide {
        taken.extend([wide.to.name, wide.value.name]);
        used.extend(&wide.headings);
        score += 2 * u32::try_from(wide.headings.len().min(6)).unwrap_or(6) + if wide.told { 4 } else { 0 };
    }
    for (meaning, at) in meanings {
        if used.contains(&at) || !taken.insert(meaning.column) {
            continue;
        }
        used.insert(at);
        // Every table may have remarks.
        score += if is_unused(meaning.column) { 1 } else { meaning.sure.weight() };
        found.columns.push((at, meaning.column));
    }
    found.columns.sort_unstable();
    let is_measure = |name: &str| table.column(name).is_some_and(|column| measures(table, column));
    let any = table.columns.iter().any(|column| measures(table, column));
    if score == 0 || (any && !taken.iter().any(|name| is_measure(name))) {
        return None;
    }
    let missing = table
        .columns
        .iter()
        .filter(|column| column.required && !taken.contains(column.name) && !given.contains(column.name));
    let named = TITLES.iter().filter(|(name, _)| *name == table.name).flat_map(|(_, words)| *words);
    let titled = named.into_iter().any(|words| title.contains(&format!(" {} ", fold(words))));
    let score =
        (score * 4 + if titled { 6 } else { 0 }).saturating_sub(2 * u32::try_from(missing.count()).unwrap_or(0));
    Some((score.max(1), found))
}

/// Whether a column holds what the rows of its table are about.
fn measures(table: &TableSchema, column: &ColumnSchema) -> bool {
    let words = ["sumber", "sebutan", "definisi", "status"];
    let counted = matches!(column.kind, Kind::Count | Kind::Money | Kind::Decimal);
    let told = table.columns.iter().any(|column| !column.key && column.required && column.kind == Kind::Text);
    !column.key && (counted || (told && column.required)) && !words.contains(&column.name)
}

/// Headings that are codes of one column, or months, at least two of them.
fn wide(
    table: &'static TableSchema,
    header: &Header,
    given: &BTreeSet<&str>,
    meanings: &[(Meaning, usize)],
    options: &Options,
    dictionary: &mut Dictionary,
) -> Option<Wide> {
    let keys = table.columns.iter().filter(|column| column.key && !given.contains(column.name));
    let mut best: Option<Wide> = None;
    for to in keys {
        // A heading of its own means that its rows say it.
        if meanings.iter().any(|(meaning, _)| meaning.column == to.name) {
            continue;
        }
        let says = |part: &str| match to.kind {
            Kind::Choice(_) => code_of(to, part).is_some(),
            Kind::Month => is_month(part, options.tahun.as_ref().map(|year| year.value)),
            _ => false,
        };
        let mut headings: Vec<usize> = Vec::new();
        let mut value: Option<&'static ColumnSchema> = None;
        let mut foreign = 0;
        for (at, heading) in header.columns.iter().enumerate() {
            let Some(code) = heading.parts.iter().rposition(|part| says(part)) else { continue };
            let rest: Vec<&str> =
                heading.parts.iter().enumerate().filter(|(at, _)| *at != code).map(|(_, part)| part.as_str()).collect();
            let measure = measure_of(table, &rest, dictionary);
            foreign += usize::from(measure.is_none() && rest.iter().any(|part| !is_unused(part)));
            match (value, measure) {
                // A second measure under the same codes has to be imported apart.
                (Some(first), Some(other)) if first.name != other.name => continue,
                (None, Some(measure)) => value = Some(measure),
                _ => {}
            }
            headings.push(at);
        }
        let alone = || {
            let counted = table.columns.iter().filter(|c| matches!(c.kind, Kind::Count | Kind::Money) && !c.key);
            let mut free = counted.filter(|column| !meanings.iter().any(|(meaning, _)| meaning.column == column.name));
            free.find(|column| column.required).or_else(|| {
                table.columns.iter().find(|column| !column.key && matches!(column.kind, Kind::Count | Kind::Money))
            })
        };
        // *Jumlah* alone says nothing: somewhere a code must stand.
        let coded = headings.iter().filter_map(|at| header.columns.get(*at)).filter(|heading| !is_sum(heading)).count();
        let told = value.is_some();
        if let Some(value) = value.or_else(alone)
            && coded >= 2
            // What the headings speak of is no measure of this table.
            && (told || foreign == 0)
            && best.as_ref().is_none_or(|best| best.headings.len() < headings.len())
        {
            best = Some(Wide { headings, to, value, told });
        }
    }
    best
}

fn is_sum(heading: &Heading) -> bool {
    rows::is_sum_word(heading.last())
}

fn measure_of(
    table: &'static TableSchema,
    rest: &[&str],
    dictionary: &mut Dictionary,
) -> Option<&'static ColumnSchema> {
    if rest.is_empty() {
        return None;
    }
    let meanings = dictionary.look(table, &rest.join(" "));
    let counted = |column: &&ColumnSchema| matches!(column.kind, Kind::Count | Kind::Money);
    meanings.iter().filter_map(|meaning| table.column(meaning.column)).find(counted)
}

impl Reading<'_> {
    /// `only` says that no other sheet was in question.
    fn proposal(self, path: &str, only: bool, options: &Options) -> Proposal {
        let Self { sheet, header, table, found, .. } = self;
        let grid = Grid::of(sheet, path);
        let at = grid.place.at_row(header.first);
        let here = |value: &str| Cell::new(value.to_owned(), at.clone());
        let heading = |index: usize| header.columns.get(index);
        let named = |index: usize| heading(index).map(|heading| name_of(&header, heading)).unwrap_or_default();
        let pairs = found
            .columns
            .iter()
            .map(|(index, column)| Pasangan { kunci: (*column).to_owned(), isi: here(&named(*index)) });
        let kolom: Vec<Pasangan> = in_order(table, pairs.collect());
        let lebar = found.wide.as_ref().map(|wide| Lebar {
            kolom: wide.headings.iter().filter_map(|index| Some(here(&shortest(&header, heading(*index)?)))).collect(),
            ke: here(wide.to.name),
            nilai: here(wide.value.name),
        });
        let mut satuan = Vec::new();
        let mut nilai = Vec::new();
        for (index, name) in &found.columns {
            let (Some(heading), Some(column)) = (heading(*index), table.column(name)) else { continue };
            satuan
                .extend(unit(&heading.full(), column).map(|unit| Pasangan { kunci: (*name).into(), isi: here(unit) }));
            let words = words(&grid, &header, heading, column, &here);
            if !words.is_empty() {
                nilai.push(((*name).to_owned(), words));
            }
        }
        if let Some(wide) = &found.wide {
            let headings: Vec<&Heading> = wide.headings.iter().filter_map(|index| heading(*index)).collect();
            let units = headings.iter().find_map(|heading| unit(&heading.full(), wide.value));
            satuan.extend(units.map(|unit| Pasangan { kunci: wide.value.name.into(), isi: here(unit) }));
            let mut words: Vec<Pasangan> = Vec::new();
            for heading in headings {
                let spelled = heading.parts.iter().rev().find(|part| code_of(wide.to, part).is_some());
                if let Some((part, code)) = spelled.and_then(|part| Some((part, code_of(wide.to, part)?)))
                    && !is_stored(wide.to, part)
                    && !words.iter().any(|pair| pair.kunci == *part)
                {
                    words.push(Pasangan { kunci: part.clone(), isi: here(code) });
                }
            }
            if !words.is_empty() {
                nilai.push((wide.to.name.to_owned(), words));
            }
        }
        let import = Impor {
            nama: here(""),
            tabel: options.tabel.clone().unwrap_or_else(|| here(table.name)),
            // A sheet named after its month bears another name next month.
            lembar: options.lembar.clone().or_else(|| {
                let lasting = !only && !is_dated(&sheet.name) && check_text(&sheet.name).is_ok();
                lasting.then(|| here(&sheet.name))
            }),
            judul: options.judul.clone(),
            baris_judul: Some(Cell::new(header.height, at.clone())),
            tahun: options.tahun.clone(),
            kolom,
            tetap: options.tetap.clone(),
            lewati: Vec::new(),
            nilai,
            satuan,
            lebar,
        };
        let mut proposal = Proposal { import, understood: Vec::new(), unused: Vec::new(), unknown: Vec::new() };
        for (index, heading) in header.columns.iter().enumerate() {
            let (letters, full) = (letters(heading.column), heading.full());
            let column = found.columns.iter().find(|(at, _)| *at == index).map(|(_, column)| *column);
            let wide = found.wide.as_ref().filter(|wide| wide.headings.contains(&index)).map(|wide| wide.value.name);
            match column.or(wide) {
                Some(column) => proposal.understood.push((letters, full, column)),
                None if is_unused(&full) || is_unused(heading.last()) => proposal.unused.push((letters, full)),
                None => proposal.unknown.push((letters, full)),
            }
        }
        proposal
    }
}

fn is_dated(name: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric()).any(|word| is_month(word, Some(2025)) || word.parse::<u32>().is_ok())
}

/// How a mapping names a heading: in full, or by its letters where another one reads alike or no manifest could hold it.
fn name_of(header: &Header, heading: &Heading) -> String {
    let full = heading.full();
    let good = header.find(&full).len() == 1 && check_text(&full).is_ok();
    if good { full } else { format!("kolom {}", letters(heading.column)) }
}

/// The lowest part of a heading where that is enough; codes and months speak for themselves.
fn shortest(header: &Header, heading: &Heading) -> String {
    let good = header.find(heading.last()).len() == 1 && check_text(heading.last()).is_ok();
    if good { heading.last().to_owned() } else { name_of(header, heading) }
}

fn in_order(table: &TableSchema, mut pairs: Vec<Pasangan>) -> Vec<Pasangan> {
    let place = |pair: &Pasangan| table.columns.iter().position(|column| column.name == pair.kunci);
    pairs.sort_by_key(place);
    pairs
}

fn unit(heading: &str, column: &ColumnSchema) -> Option<&'static str> {
    matches!(column.kind, Kind::Count | Kind::Money).then(|| unit_of(heading)).flatten()
}

/// The words below a heading that stand for codes of its column.
fn words(
    grid: &Grid<'_>,
    header: &Header,
    heading: &Heading,
    column: &ColumnSchema,
    here: &dyn Fn(&str) -> Cell<String>,
) -> Vec<Pasangan> {
    let mut words: Vec<Pasangan> = Vec::new();
    if !matches!(column.kind, Kind::Choice(_)) {
        return words;
    }
    for row in grid.rows_from(header.next_row()) {
        let Some(word) = grid.value(row, heading.column).and_then(text) else { continue };
        let known = is_stored(column, &word) || words.iter().any(|pair| fold(&pair.kunci) == fold(&word));
        if known || rows::is_sum_word(&word) {
            continue;
        }
        words.extend(code_of(column, &word).map(|code| Pasangan { kunci: word, isi: here(code) }));
    }
    words
}
