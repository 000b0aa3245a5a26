//! ODS: rows and cells as a stream.
//!
//! Owns: the tables of `content.xml`, with what is repeated, hidden and merged. What one cell says belongs to [`cell`],
//! which formats show months to [`style`], the XML itself to [`xml`].

mod cell;
mod style;
mod xml;

use std::io::Cursor;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use self::style::Styles;
use self::xml::{Source, Stumble, attribute, number};
use super::facts::extend;
use super::fill::Filling;
use super::limit::{MAX_COLUMNS, MAX_ROWS};
use super::problem::{self, Problem};
use super::{Area, Book, Epoch, Sheet, archive};
use crate::place::Place;

/// The part with the tables.
pub(super) const CONTENT: &str = "content.xml";

/// The part with the styles that tables share.
const COMMON_STYLES: &str = "styles.xml";

/// What the part `mimetype` begins with.
const TYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// More areas of a sheet than anybody merges or hides by hand.
const MAX_AREAS: usize = 100_000;

/// Reads every table.
pub(super) fn read(file: &Place, bytes: &[u8]) -> Result<Book, Problem> {
    if !archive::content(file, bytes, "mimetype")?.starts_with(TYPE) {
        return Err(problem::no_workbook(file, Some("dokumen OpenDocument jenis lain")));
    }
    let damaged = |error: &dyn ToString| problem::damaged(file, Some(CONTENT), error.to_string());
    let refused = |stumble| match stumble {
        Stumble::Xml(words) => damaged(&words),
        Stumble::Refused(problem) => problem,
    };
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let mut styles = Styles::default();
    if let Ok(part) = zip.by_name(COMMON_STYLES) {
        styles.meet_all(&mut Source::new(part)).map_err(refused)?;
    }
    let part = zip.by_name(CONTENT).map_err(|error| damaged(&error))?;
    let mut tables = Tables { file, source: Source::new(part), styles, book: Book::default() };
    tables.all().map_err(refused)?;
    Ok(tables.book)
}

struct Tables<'a, R> {
    file: &'a Place,
    source: Source<R>,
    styles: Styles,
    book: Book,
}

impl<R: std::io::Read> Tables<'_, R> {
    fn all(&mut self) -> Result<(), Stumble> {
        let mut epoch = Epoch::Y1900;
        let mut left = Filling::ALL;
        loop {
            match self.source.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "table:null-date" => {
                        if attribute(&start, "table:date-value")?.is_some_and(|day| day.starts_with("1904-01-01")) {
                            epoch = Epoch::Y1904;
                        }
                    }
                    "table:table" => {
                        let start = start.into_owned();
                        let sheet = self.table(&start, epoch, &mut left)?;
                        self.book.sheets.push(sheet);
                    }
                    _ => self.styles.meet(&start)?,
                },
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn table(&mut self, start: &BytesStart<'_>, epoch: Epoch, left: &mut usize) -> Result<Sheet, Stumble> {
        let name = attribute(start, "table:name")?.unwrap_or_default();
        let place = problem::sheet(self.file, &name);
        if self.book.sheets.iter().any(|other| other.name.to_lowercase() == name.to_lowercase()) {
            return Err(Stumble::Refused(problem::sheet_twice(&place)));
        }
        let style = attribute(start, "table:style-name")?;
        let mut table = Table {
            hidden: style.is_some_and(|style| self.styles.hides_table(&style)),
            filling: Filling::new(&place, left),
            row: 1,
            column: 1,
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            merged: Vec::new(),
            columns: Vec::new(),
        };
        table.read(&mut self.source, &self.styles)?;
        Ok(Sheet {
            name: Arc::from(name),
            hidden: table.hidden,
            cells: table.filling.finish()?,
            hidden_rows: table.hidden_rows,
            hidden_columns: table.hidden_columns,
            merged: table.merged,
            epoch,
        })
    }
}

/// One table as far as it is read.
struct Table<'a> {
    hidden: bool,
    filling: Filling<'a>,
    /// The next row, from 1.
    row: u32,
    /// The next column to be declared, from 1.
    column: u32,
    hidden_rows: Vec<std::ops::RangeInclusive<u32>>,
    hidden_columns: Vec<std::ops::RangeInclusive<u32>>,
    merged: Vec<Area>,
    /// The style of cells without one of their own, up to each column.
    columns: Vec<(u32, Option<String>)>,
}

impl Table<'_> {
    fn read<R: std::io::Read>(&mut self, source: &mut Source<R>, styles: &Styles) -> Result<(), Stumble> {
        loop {
            match source.next()? {
                Event::Start(start) => match start.name().as_ref() {
                    "table:table-column" => self.declare(&start)?,
                    "table:table-row" => {
                        let start = start.into_owned();
                        self.read_row(&start, source, styles)?;
                    }
                    // Groups and headers only wrap rows and columns.
                    "table:table-row-group"
                    | "table:table-rows"
                    | "table:table-header-rows"
                    | "table:table-column-group"
                    | "table:table-columns"
                    | "table:table-header-columns" => {}
                    _ => {
                        let name = start.name().as_ref().to_owned();
                        source.skip(&name)?;
                    }
                },
                Event::End(end) if end.name().as_ref() == "table:table" => return Ok(()),
                Event::Eof => return Err(Stumble::Xml("a table without end".to_owned())),
                _ => {}
            }
        }
    }

    fn declare(&mut self, start: &BytesStart<'_>) -> Result<(), Stumble> {
        let last = self.column.saturating_add(repeated(start, "table:number-columns-repeated")?.saturating_sub(1));
        if is_hidden(start)? {
            extend(&mut self.hidden_columns, self.column..=last);
            few(&self.hidden_columns)?;
        }
        if self.column <= MAX_COLUMNS {
            self.columns.push((last, attribute(start, "table:default-cell-style-name")?));
        }
        self.column = last.saturating_add(1);
        Ok(())
    }

    fn read_row<R: std::io::Read>(
        &mut self,
        start: &BytesStart<'_>,
        source: &mut Source<R>,
        styles: &Styles,
    ) -> Result<(), Stumble> {
        let times = repeated(start, "table:number-rows-repeated")?;
        let behind = self.row.saturating_add(times);
        if is_hidden(start)? && self.row <= MAX_ROWS {
            extend(&mut self.hidden_rows, self.row..=behind.saturating_sub(1));
            few(&self.hidden_rows)?;
        }
        let default = attribute(start, "table:default-cell-style-name")?;
        let cells = self.read_cells(source, styles, default.as_deref())?;
        for row in self.row..behind {
            for (column, value) in &cells {
                self.filling.put(row, *column, value.clone())?;
            }
            if cells.is_empty() {
                break;
            }
        }
        self.row = behind;
        Ok(())
    }

    /// The filled cells of one row.
    fn read_cells<R: std::io::Read>(
        &mut self,
        source: &mut Source<R>,
        styles: &Styles,
        default: Option<&str>,
    ) -> Result<Vec<(u32, super::Value)>, Stumble> {
        let mut cells = Vec::new();
        let mut column = 1_u32;
        loop {
            match source.next()? {
                Event::Start(start) => {
                    let name = start.name().as_ref().to_owned();
                    if name != "table:table-cell" && name != "table:covered-table-cell" {
                        source.skip(&name)?;
                        continue;
                    }
                    let times = repeated(&start, "table:number-columns-repeated")?;
                    let behind = column.saturating_add(times);
                    self.merge(&start, column)?;
                    let declared = cell::declared(&start)?;
                    let text = source.text(&name)?;
                    let style = declared.style.as_deref().or(default).or_else(|| self.default_style(column));
                    let month_only = style.is_some_and(|style| styles.shows_month(style));
                    if let Some(value) = cell::value(&declared, &text, month_only) {
                        // One cell behind the last column is enough to be refused.
                        for column in column..behind.min(column.max(MAX_COLUMNS).saturating_add(2)) {
                            cells.push((column, value.clone()));
                        }
                    }
                    column = behind;
                }
                Event::End(end) if end.name().as_ref() == "table:table-row" => return Ok(cells),
                Event::Eof => return Err(Stumble::Xml("a row without end".to_owned())),
                _ => {}
            }
        }
    }

    fn default_style(&self, column: u32) -> Option<&str> {
        let (_, style) = self.columns.iter().find(|(last, _)| *last >= column)?;
        style.as_deref()
    }

    fn merge(&mut self, start: &BytesStart<'_>, column: u32) -> Result<(), Stumble> {
        let down = number(start, "table:number-rows-spanned")?.unwrap_or(1);
        let across = number(start, "table:number-columns-spanned")?.unwrap_or(1);
        if down > 1 || across > 1 {
            let last =
                (self.row.saturating_add(down.saturating_sub(1)), column.saturating_add(across.saturating_sub(1)));
            self.merged.push(Area { first: (self.row, column), last });
            few(&self.merged)?;
        }
        Ok(())
    }
}

fn few<T>(areas: &[T]) -> Result<(), Stumble> {
    if areas.len() > MAX_AREAS { Err(Stumble::Xml("too many areas".to_owned())) } else { Ok(()) }
}

fn repeated(start: &BytesStart<'_>, name: &str) -> Result<u32, Stumble> {
    Ok(number(start, name)?.unwrap_or(1).max(1))
}

fn is_hidden(start: &BytesStart<'_>) -> Result<bool, Stumble> {
    Ok(attribute(start, "table:visibility")?.is_some_and(|seen| seen != "visible"))
}
