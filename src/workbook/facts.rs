//! What a part says besides its cells.
//!
//! Owns: the [`Facts`] of each kind of part and collecting them from its tags. Finding the tags belongs to
//! [`super::scan`], joining the facts of a sheet with its cells to [`super::xlsx`].

use std::ops::RangeInclusive;

use super::scan::{Fault, Tag};
use super::{Area, MAX_CELLS, MAX_ROWS, MAX_TEXT, reference};

/// More merged areas, hidden blocks, relations or sheets than anybody makes by hand.
const MAX_LISTED: usize = 100_000;

/// Tags of the part with the formats: each may become a typeface, a frame or a format in memory.
const MAX_STYLE_TAGS: usize = 1_000_000;

/// Bytes that the formats of a workbook may take in memory, each with its own copy of a typeface.
const MAX_STYLES: usize = 64 << 20;

/// Bytes of a text in the file: every one of the most characters that a cell may hold written the longest way.
const MAX_TEXT_BYTES: usize = MAX_TEXT * 8;

/// Rows and columns that a sheet of the newest programs can have.
const SHEET: (u32, u32) = (1_048_576, 16_384);

/// What a part says.
#[derive(Debug)]
pub(super) enum Facts {
    /// A sheet of an XLSX file.
    Sheet(SheetFacts),
    /// Where other parts lie.
    Relations(Vec<Relation>),
    /// The list of sheets: for each, in order, the name of its relation.
    Tabs(Vec<String>),
    /// A list of parts that are encrypted.
    Encrypted,
    /// Nothing that is asked for.
    Other,
}

/// What the cells of a sheet do not say.
#[derive(Debug, Default)]
pub(super) struct SheetFacts {
    /// How many cells there are, filled or not.
    pub(super) cells: usize,
    /// Whether any of them holds a formula.
    pub(super) formulas: bool,
    /// Cells with a formula and without a result, by their number among all cells, from 0.
    pub(super) uncomputed: Vec<usize>,
    /// See [`super::Sheet::hidden_rows`].
    pub(super) hidden_rows: Vec<RangeInclusive<u32>>,
    /// See [`super::Sheet::hidden_columns`].
    pub(super) hidden_columns: Vec<RangeInclusive<u32>>,
    /// See [`super::Sheet::merged`].
    pub(super) merged: Vec<Area>,
}

/// One line of a list of relations, as it stands in the file.
#[derive(Debug, Default)]
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) target: String,
}

/// Collects the facts of one part.
#[derive(Debug, Default)]
pub(super) struct Collector {
    root: Root,
    sheet: SheetFacts,
    cells: Stage,
    row: u32,
    formula: bool,
    value: bool,
    relations: Vec<Relation>,
    tabs: Vec<String>,
    counted: usize,
    styles: usize,
    longest: usize,
}

/// The kinds of part that are looked into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Root {
    /// Nothing seen yet.
    #[default]
    Unknown,
    Sheet,
    Relations,
    Tabs,
    Texts,
    Styles,
    /// The tables of ODS.
    Content,
    Manifest,
    Encrypted,
    Other,
}

/// Where in a sheet the cells are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Ahead,
    Here,
    Behind,
}

impl Collector {
    /// Meets a tag that opens, and one that opens and closes.
    pub(super) fn open(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        match (self.root, tag.name) {
            (Root::Unknown, _) => self.begin(tag),
            (Root::Sheet, _) => self.in_sheet(tag),
            (Root::Relations, b"Relationship") => {
                self.relations.push(relation(tag));
                at_most(self.relations.len(), MAX_LISTED)
            }
            (Root::Tabs, b"sheet") => {
                self.tabs.push(relation_id(tag));
                at_most(self.tabs.len(), MAX_LISTED)
            }
            (Root::Tabs, b"definedName") => self.count(MAX_LISTED),
            (Root::Texts, b"si") => self.count(MAX_CELLS),
            (Root::Styles, name) => {
                self.styles += usize::from(name == b"xf");
                self.longest = self.longest.max(tag.length);
                at_most(self.styles.saturating_mul(self.longest), MAX_STYLES)?;
                self.count(MAX_STYLE_TAGS)
            }
            (Root::Manifest, b"encryption-data") => {
                self.root = Root::Encrypted;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn count(&mut self, most: usize) -> Result<(), Fault> {
        self.counted += 1;
        at_most(self.counted, most)
    }

    /// Meets text, however it is written.
    pub(super) fn text(&self, bytes: usize) -> Result<(), Fault> {
        match self.root {
            Root::Sheet | Root::Texts | Root::Content if bytes > MAX_TEXT_BYTES => Err(Fault::Text),
            _ => Ok(()),
        }
    }

    /// Meets a tag that closes, behind so many bytes of text.
    pub(super) fn close(&mut self, name: &[u8], text: usize) {
        if self.root != Root::Sheet || self.cells != Stage::Here {
            return;
        }
        match name {
            b"c" if self.formula && !self.value => {
                self.sheet.uncomputed.push(self.sheet.cells.saturating_sub(1));
            }
            b"v" => self.value |= text > 0,
            b"row" => self.row = self.row.saturating_add(1),
            b"sheetData" => self.cells = Stage::Behind,
            _ => {}
        }
    }

    /// What was collected.
    pub(super) fn finish(self) -> Facts {
        match self.root {
            Root::Sheet => Facts::Sheet(self.sheet),
            Root::Relations => Facts::Relations(self.relations),
            Root::Tabs => Facts::Tabs(self.tabs),
            Root::Encrypted => Facts::Encrypted,
            _ => Facts::Other,
        }
    }

    fn begin(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        self.root = match tag.name {
            b"worksheet" => Root::Sheet,
            b"Relationships" => Root::Relations,
            b"workbook" => Root::Tabs,
            b"sst" => Root::Texts,
            b"styleSheet" => Root::Styles,
            b"document-content" => Root::Content,
            b"manifest" => Root::Manifest,
            _ => Root::Other,
        };
        // The reader of cells makes room for as many texts as are announced.
        let announced = tag.attributes().filter(|(key, _)| *key == b"uniqueCount");
        let counts = announced.filter_map(|(_, count)| std::str::from_utf8(count).ok()?.parse::<u128>().ok());
        let most = counts.max().unwrap_or_default();
        if self.root == Root::Texts && usize::try_from(most).map_or(true, |most| most > MAX_CELLS) {
            return Err(Fault::Count);
        }
        Ok(())
    }

    fn in_sheet(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        match (self.cells, tag.name) {
            (Stage::Here, b"c") => {
                self.sheet.cells += 1;
                self.formula = false;
                self.value = false;
            }
            (Stage::Here, b"f") => {
                self.formula = true;
                self.sheet.formulas = true;
            }
            (Stage::Here, b"is") => self.value = true,
            (Stage::Here, b"row") => self.row_opens(tag)?,
            (Stage::Ahead, b"sheetData") => self.cells = Stage::Here,
            (Stage::Ahead, b"col") => self.columns(tag)?,
            (Stage::Ahead, b"dimension") => extent(tag)?,
            (Stage::Behind, b"mergeCell") => self.merged(tag)?,
            _ => {}
        }
        Ok(())
    }

    /// Rows that do not say their number follow the one before.
    fn row_opens(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        let mut hidden = false;
        for (key, value) in tag.attributes() {
            match key {
                b"r" => {
                    let number = std::str::from_utf8(value).ok().and_then(|value| value.parse::<u32>().ok());
                    self.row = number.map_or(self.row, |number| number.saturating_sub(1));
                }
                b"hidden" => hidden = is_true(value),
                _ => {}
            }
        }
        let row = self.row.saturating_add(1);
        if hidden && row <= MAX_ROWS {
            extend(&mut self.sheet.hidden_rows, row..=row);
        }
        at_most(self.sheet.hidden_rows.len(), MAX_LISTED)
    }

    fn columns(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        let number = |name| tag.attribute(name).and_then(|value| value.parse::<u32>().ok());
        let (Some(first), Some(last)) = (number(b"min"), number(b"max")) else { return Ok(()) };
        if last > SHEET.1 {
            return Err(Fault::Count);
        }
        if first >= 1 && first <= last && tag.attribute(b"hidden").is_some_and(|value| is_true(value.as_bytes())) {
            extend(&mut self.sheet.hidden_columns, first..=last);
        }
        at_most(self.sheet.hidden_columns.len(), MAX_LISTED)
    }

    fn merged(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        let Some((first, last)) = tag.attribute(b"ref").and_then(reference::area) else { return Ok(()) };
        self.sheet.merged.push(Area { first, last });
        at_most(self.sheet.merged.len(), MAX_LISTED)
    }
}

/// A sheet may announce any extent that a sheet can have, whatever it holds.
fn extent(tag: &Tag<'_>) -> Result<(), Fault> {
    let Some(announced) = tag.attribute(b"ref") else { return Ok(()) };
    match reference::area(announced) {
        Some((_, (rows, columns))) if rows <= SHEET.0 && columns <= SHEET.1 => Ok(()),
        _ => Err(Fault::Count),
    }
}

fn at_most(number: usize, most: usize) -> Result<(), Fault> {
    if number > most { Err(Fault::Many) } else { Ok(()) }
}

fn is_true(value: &[u8]) -> bool {
    matches!(value, b"1" | b"true" | b"on")
}

/// Adds to ranges in order; one that follows directly makes the last one longer.
pub(super) fn extend(ranges: &mut Vec<RangeInclusive<u32>>, range: RangeInclusive<u32>) {
    match ranges.last_mut() {
        Some(last) if last.end().checked_add(1) == Some(*range.start()) => *last = *last.start()..=*range.end(),
        _ => ranges.push(range),
    }
}

fn relation(tag: &Tag<'_>) -> Relation {
    let text = |name| tag.attribute(name).unwrap_or_default().to_owned();
    Relation { id: text(b"Id"), kind: text(b"Type"), target: text(b"Target") }
}

/// The name of the relation has a prefix of the file's own choice.
fn relation_id(tag: &Tag<'_>) -> String {
    let ids = tag.attributes().filter(|(key, _)| *key == b"id" || key.ends_with(b":id"));
    ids.last().map(|(_, id)| String::from_utf8_lossy(id).into_owned()).unwrap_or_default()
}
