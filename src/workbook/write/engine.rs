//! From plain values to the bytes of an XLSX file.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Format, IgnoreError,
    Note, Url, Workbook, Worksheet, XlsxError,
};

use super::{Allowed, Check, Entry, Link, Look, NewBook, NewCell, NewColumn, NewSheet, NewValue, look};

/// No cell holds more, in units of UTF-16.
const MAX_TEXT: usize = 32_767;

/// No sheet holds more places to click; the rest is text only.
const MAX_LINKS: usize = 65_530;

/// The last row of a sheet, from 0.
const LAST_ROW: u32 = 1_048_575;

/// The height of a line in points, and no row is higher than so many lines.
const LINE_HEIGHT: u16 = 15;
const MAX_LINES: usize = 27;

/// A4 as the format counts papers.
const A4: u8 = 9;

/// Who made it.
const AUTHOR: &str = "rakor";

/// A workbook says when it was made and last saved. Made by this program it names this day; every other program that saves
/// it puts its own there.
const MADE: (u16, u8, u8) = (2000, 1, 1);
const MADE_IN_FILE: &str = "2000-01-01T00:00:00Z";

/// The part of the archive with title and days, and more than it ever needs, in bytes.
const PROPERTIES: &str = "docProps/core.xml";
const MAX_PROPERTIES: u64 = 64 << 10;

/// The bytes of a workbook. The engine's own words when it refuses a name, a list or a warning: the limits are said with
/// each.
pub fn bytes(book: &NewBook) -> Result<Vec<u8>, String> {
    workbook(book).map_err(|error| error.to_string())
}

/// Whether a file is a workbook of this title, as this program wrote it: nobody has saved it with another program since.
#[must_use]
pub fn is_untouched(bytes: &[u8], title: &str) -> bool {
    properties(bytes).is_some_and(|properties| {
        let holds = |element: &str, content: &str| properties.contains(&format!("{content}</{element}>"));
        holds("dc:title", &format!(">{title}"))
            && holds("dc:creator", &format!(">{AUTHOR}"))
            && holds("dcterms:modified", &format!(">{MADE_IN_FILE}"))
    })
}

fn properties(bytes: &[u8]) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let part = archive.by_name(PROPERTIES).ok()?;
    let mut text = String::new();
    part.take(MAX_PROPERTIES).read_to_string(&mut text).ok()?;
    Some(text)
}

fn workbook(book: &NewBook) -> Result<Vec<u8>, XlsxError> {
    let made = ExcelDateTime::from_ymd(MADE.0, MADE.1, MADE.2)?;
    let mut workbook = Workbook::new();
    workbook
        .set_properties(&DocProperties::new().set_title(&book.title).set_author(AUTHOR).set_creation_datetime(&made));
    let mut formats = Formats::default();
    for sheet in &book.sheets {
        write_sheet(workbook.add_worksheet(), sheet, &mut formats)?;
    }
    workbook.save_to_buffer()
}

/// Formats already made; the engine compares whole formats.
#[derive(Default)]
struct Formats(HashMap<(Look, Entry, bool), Format>);

impl Formats {
    fn of(&mut self, look: Look, entry: Entry, guarded: bool) -> &Format {
        self.0.entry((look, entry, guarded)).or_insert_with(|| look::format(look, entry, guarded))
    }
}

fn write_sheet(paper: &mut Worksheet, sheet: &NewSheet, formats: &mut Formats) -> Result<(), XlsxError> {
    paper.set_name(&sheet.name)?;
    paper.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    paper.set_footer("&L&A&RHalaman &P dari &N");
    for (at, column) in (0_u16..).zip(&sheet.columns) {
        write_column(paper, at, column, sheet.frozen, formats)?;
    }
    let mut links = 0;
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            let entry = entry(sheet, row, usize::from(column));
            let url = cell.link.as_ref().and_then(url).filter(|_| links < MAX_LINKS);
            links += usize::from(url.is_some());
            write_cell(paper, (row, column), cell, entry, url, formats)?;
        }
        let lines = cells.iter().zip(&sheet.columns).map(|(cell, column)| lines(cell, column.width)).max().unwrap_or(1);
        if lines > 1 {
            paper.set_row_height(row, lines.saturating_mul(LINE_HEIGHT))?;
        }
    }
    if let Some(headings) = sheet.frozen.checked_sub(1) {
        paper.set_freeze_panes(sheet.frozen, 0)?;
        paper.set_repeat_rows(0, headings)?;
        let last_column = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).saturating_sub(1);
        if sheet.filtered {
            paper.autofilter(headings, 0, last_row.max(headings), last_column)?;
        }
    }
    Ok(())
}

/// What a cell is made for: above the headings there is nothing to type.
fn entry(sheet: &NewSheet, row: u32, column: usize) -> Entry {
    let below = row >= sheet.frozen;
    sheet.columns.get(column).filter(|_| below).map_or(Entry::Any, |column| column.entry)
}

fn write_column(
    paper: &mut Worksheet,
    at: u16,
    column: &NewColumn,
    first: u32,
    formats: &mut Formats,
) -> Result<(), XlsxError> {
    if column.width > 0 {
        paper.set_column_width(at, column.width)?;
    }
    if column.entry != Entry::Any {
        paper.set_column_format(at, formats.of(Look::Plain, column.entry, false))?;
    }
    if column.entry == Entry::Text {
        // Codes of digits are texts on purpose: no mark of an error beside each.
        paper.ignore_error_range(first, at, LAST_ROW, at, IgnoreError::NumberStoredAsText)?;
    }
    if let Some(check) = &column.check {
        paper.add_data_validation(first, at, LAST_ROW, at, &validation(check)?)?;
    }
    Ok(())
}

fn write_cell(
    paper: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &NewCell,
    entry: Entry,
    url: Option<Url>,
    formats: &mut Formats,
) -> Result<(), XlsxError> {
    match &cell.value {
        NewValue::Blank if cell.look == Look::Plain => {}
        NewValue::Blank => _ = paper.write_blank(row, column, formats.of(cell.look, entry, false))?,
        NewValue::Text(text) => {
            let text = fitting(text);
            let format = formats.of(cell.look, entry, looks_like_a_formula(text));
            match url {
                Some(url) => _ = paper.write_url_with_format(row, column, url.set_text(text), format)?,
                None => _ = paper.write_string_with_format(row, column, text, format)?,
            }
        }
        NewValue::Number(number) => {
            // Up to fifteen digits the format holds exactly, and no program shows more.
            let number: f64 = number.to_string().parse().unwrap_or_default();
            paper.write_number_with_format(row, column, number, formats.of(cell.look, entry, false))?;
        }
        NewValue::Day(day) => {
            paper.write_datetime_with_format(row, column, date(*day)?, formats.of(cell.look, entry, false))?;
        }
    }
    if let Some(note) = &cell.note {
        paper.insert_note(row, column, &comment(note))?;
    }
    Ok(())
}

/// As much of a text as a cell holds.
fn fitting(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MAX_TEXT
    });
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// How many lines a cell needs: not every program finds out by itself.
fn lines(cell: &NewCell, width: u16) -> u16 {
    let NewValue::Text(text) = &cell.value else { return 1 };
    if !look::wraps(cell.look) {
        return 1;
    }
    let lines = text.lines().map(|line| broken(line, usize::from(width))).sum::<usize>();
    u16::try_from(lines.clamp(1, MAX_LINES)).unwrap_or(1)
}

/// Into how many lines a line breaks, at so many characters each.
fn broken(line: &str, width: usize) -> usize {
    let width = width.max(1);
    let (mut lines, mut used) = (1, 0);
    for word in line.split(' ').map(|word| word.chars().count()) {
        if used > 0 && used + 1 + word > width {
            (lines, used) = (lines + 1, 0);
        }
        // A word longer than a line is broken wherever the line ends.
        lines += word.saturating_sub(1) / width;
        used += usize::from(used > 0) + word;
    }
    lines
}

fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

/// A note large enough for its text, in pixels of the usual screen.
fn comment(text: &str) -> Note {
    const WIDTH: u32 = 320;
    const LINE: u32 = 18;
    const CHARACTERS: usize = 44;
    let lines: usize = text.lines().map(|line| line.chars().count().div_ceil(CHARACTERS).max(1)).sum();
    let height = u32::try_from(lines).unwrap_or(u32::MAX).saturating_add(1).saturating_mul(LINE);
    Note::new(text).set_author(AUTHOR).add_author_prefix(false).set_width(WIDTH).set_height(height)
}

/// What the engine takes as the target of a click; nothing for a path that it would lead astray.
fn url(link: &Link) -> Option<Url> {
    match link {
        Link::Sheet(name) => Some(Url::new(format!("internal:{}!A1", quoted(name)))),
        Link::File { path, cell } => {
            // Behind these begins, for the engine or for a spreadsheet program, something else than a path.
            if path.contains(['#', '?', ':']) {
                return None;
            }
            let anchor =
                cell.as_ref().map_or_else(String::new, |(sheet, address)| format!("#{}!{address}", quoted(sheet)));
            Some(Url::new(format!("file:///{}{anchor}", escaped(path))))
        }
    }
}

fn quoted(sheet: &str) -> String {
    format!("'{}'", sheet.replace('\'', "''"))
}

/// A path as part of an address. The engine leaves alone what is escaped already.
fn escaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '%' => out.push_str("%25"),
            '"' => out.push_str("%22"),
            '<' => out.push_str("%3c"),
            '>' => out.push_str("%3e"),
            '[' => out.push_str("%5b"),
            ']' => out.push_str("%5d"),
            '^' => out.push_str("%5e"),
            '`' => out.push_str("%60"),
            '{' => out.push_str("%7b"),
            '}' => out.push_str("%7d"),
            _ => out.push(c),
        }
    }
    out
}

fn validation(check: &Check) -> Result<DataValidation, XlsxError> {
    let validation = match &check.allowed {
        Allowed::OneOf(words) => DataValidation::new().allow_list_strings(words)?,
        Allowed::Whole(least, None) => {
            DataValidation::new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(*least))
        }
        Allowed::Whole(least, Some(most)) => {
            DataValidation::new().allow_whole_number(DataValidationRule::Between(*least, *most))
        }
        Allowed::Days(first, last) => {
            DataValidation::new().allow_date(DataValidationRule::Between(date(*first)?, date(*last)?))
        }
        Allowed::Length(least, most) => {
            DataValidation::new().allow_text_length(DataValidationRule::Between(*least, *most))
        }
    };
    let validation = validation.set_error_title("Periksa isian")?.set_error_message(&check.warning)?;
    Ok(validation.set_error_style(DataValidationErrorStyle::Warning))
}

fn date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or_default(), part(day.month()), part(day.day()))
}
