//! Small workbooks made from their own XML: same calls, same bytes.
//!
//! Nothing here goes through the program under test or a writing library, so that a workbook may be as odd as files of
//! other programs are. A [`Cell`] holds what the file holds: a number is its text, and [`Cell::Raw`] is any XML at all.

use std::io::{Cursor, Write};

use rakor::workbook::{address, letters};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What a cell holds; its number format is a code such as `0.0%`, empty for *General*.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    /// No cell at all.
    Blank,
    /// Text in the table of shared strings, as Excel writes it.
    Text(String),
    /// Text in the cell itself, as other programs write it.
    Inline(String),
    /// The number as the file spells it, and its format.
    Number(String, &'static str),
    /// `TRUE` or `FALSE`.
    Truth(bool),
    /// An error by its name.
    Error(&'static str),
    /// A formula and the result that was stored for it.
    Formula(&'static str, Option<Box<Cell>>),
    /// XML of the cell; `@` stands for its address.
    Raw(String),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Number(number.to_string(), "")
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number.to_string(), "")
    }
}

/// A number shown by a format: `shown("0.413", "0.0%")`, `shown("45895", "dd/mm/yyyy")`.
pub(crate) fn shown(number: &str, format: &'static str) -> Cell {
    Cell::Number(number.to_owned(), format)
}

/// A formula with the result that was stored for it.
pub(crate) fn formula(formula: &'static str, value: impl Into<Cell>) -> Cell {
    Cell::Formula(formula, Some(Box::new(value.into())))
}

/// A formula that no program has computed yet.
pub(crate) fn uncomputed(formula: &'static str) -> Cell {
    Cell::Formula(formula, None)
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    name: String,
    state: &'static str,
    rows: Vec<Vec<Cell>>,
    hidden_rows: Vec<usize>,
    hidden_columns: Vec<u32>,
    merged: Vec<&'static str>,
    raw: Option<String>,
}

impl Sheet {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// A sheet of texts: numbers spelled in the texts stay texts.
    pub(crate) fn of_texts(name: &str, rows: &[&[&str]]) -> Self {
        rows.iter().fold(Self::new(name), |sheet, row| sheet.row(row.iter().map(|text| Cell::from(*text))))
    }

    /// Adds a row below.
    pub(crate) fn row(mut self, cells: impl IntoIterator<Item = impl Into<Cell>>) -> Self {
        self.rows.push(cells.into_iter().map(Into::into).collect());
        self
    }

    /// Puts a cell at a row and column, both from 1.
    pub(crate) fn at(mut self, row: usize, column: usize, cell: impl Into<Cell>) -> Self {
        self.rows.resize(self.rows.len().max(row), Vec::new());
        let cells = &mut self.rows[row - 1];
        cells.resize(cells.len().max(column), Cell::Blank);
        cells[column - 1] = cell.into();
        self
    }

    /// Merges an area such as `A1:C1`.
    pub(crate) fn merge(mut self, area: &'static str) -> Self {
        self.merged.push(area);
        self
    }

    /// Hides a row, from 1.
    pub(crate) fn hide_row(mut self, row: usize) -> Self {
        self.hidden_rows.push(row);
        self
    }

    /// Hides a column, from 1.
    pub(crate) fn hide_column(mut self, column: u32) -> Self {
        self.hidden_columns.push(column);
        self
    }

    /// Hides the sheet: `hidden` or `veryHidden`.
    pub(crate) fn state(mut self, state: &'static str) -> Self {
        self.state = state;
        self
    }

    /// The sheet's whole XML instead of everything else.
    pub(crate) fn raw(mut self, xml: &str) -> Self {
        self.raw = Some(xml.to_owned());
        self
    }

    fn xml(&self, shared: &mut Vec<String>, formats: &mut Vec<&'static str>) -> String {
        if let Some(raw) = &self.raw {
            return raw.clone();
        }
        let mut xml = format!("{HEAD}<worksheet xmlns=\"{MAIN}\">");
        if !self.hidden_columns.is_empty() {
            let column = |at: &u32| format!("<col min=\"{at}\" max=\"{at}\" width=\"9\" hidden=\"1\"/>");
            xml += &format!("<cols>{}</cols>", self.hidden_columns.iter().map(column).collect::<String>());
        }
        xml += "<sheetData>";
        for (at, cells) in self.rows.iter().enumerate() {
            let number = at + 1;
            let hidden = if self.hidden_rows.contains(&number) { " hidden=\"1\"" } else { "" };
            xml += &format!("<row r=\"{number}\"{hidden}>");
            for (column, cell) in cells.iter().enumerate() {
                let place = address(u32::try_from(number).unwrap(), u32::try_from(column + 1).unwrap());
                xml += &cell_xml(cell, &place, shared, formats);
            }
            xml += "</row>";
        }
        xml += "</sheetData>";
        if !self.merged.is_empty() {
            let area = |area: &&str| format!("<mergeCell ref=\"{area}\"/>");
            xml += &format!("<mergeCells>{}</mergeCells>", self.merged.iter().map(area).collect::<String>());
        }
        xml + "</worksheet>"
    }
}

fn cell_xml(cell: &Cell, place: &str, shared: &mut Vec<String>, formats: &mut Vec<&'static str>) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) => {
            let known = shared.iter().position(|other| other == text);
            let at = known.unwrap_or_else(|| {
                shared.push(text.clone());
                shared.len() - 1
            });
            format!("<c r=\"{place}\" t=\"s\"><v>{at}</v></c>")
        }
        Cell::Inline(text) => {
            format!("<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(text))
        }
        Cell::Raw(xml) => xml.replace('@', place),
        Cell::Formula(formula, None) => format!("<c r=\"{place}\"><f>{}</f></c>", escaped(formula)),
        Cell::Formula(formula, Some(value)) => {
            let (kind, value) = result(value, formats);
            format!("<c r=\"{place}\"{kind}><f>{}</f><v>{value}</v></c>", escaped(formula))
        }
        other => {
            let (kind, value) = result(other, formats);
            format!("<c r=\"{place}\"{kind}><v>{value}</v></c>")
        }
    }
}

/// The attributes of a cell with a value of its own, and the value.
fn result(value: &Cell, formats: &mut Vec<&'static str>) -> (String, String) {
    match value {
        Cell::Number(number, "") => (String::new(), number.clone()),
        Cell::Number(number, format) => {
            let at = formats.iter().position(|other| other == format).unwrap_or_else(|| {
                formats.push(format);
                formats.len() - 1
            });
            (format!(" s=\"{}\"", at + 1), number.clone())
        }
        Cell::Truth(truth) => (" t=\"b\"".to_owned(), i32::from(*truth).to_string()),
        Cell::Error(name) => (" t=\"e\"".to_owned(), (*name).to_owned()),
        Cell::Text(text) => (" t=\"str\"".to_owned(), escaped(text)),
        other => panic!("no value of a cell: {other:?}"),
    }
}

/// One workbook.
#[derive(Clone, Debug, Default)]
pub(crate) struct Workbook {
    sheets: Vec<Sheet>,
    epoch_1904: bool,
    changed: Vec<(String, Option<Vec<u8>>)>,
    deflated: bool,
}

impl Workbook {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A workbook of one sheet.
    pub(crate) fn of(sheet: Sheet) -> Self {
        Self::new().sheet(sheet)
    }

    pub(crate) fn sheet(mut self, sheet: Sheet) -> Self {
        self.sheets.push(sheet);
        self
    }

    /// Counts days from 1904.
    pub(crate) fn epoch_1904(mut self) -> Self {
        self.epoch_1904 = true;
        self
    }

    /// A part more, or another content of one.
    pub(crate) fn part(mut self, name: &str, content: impl Into<Vec<u8>>) -> Self {
        self.changed.push((name.to_owned(), Some(content.into())));
        self
    }

    /// One part less.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.changed.push((name.to_owned(), None));
        self
    }

    /// Packs the parts tightly; they lie as they are otherwise.
    pub(crate) fn deflated(mut self) -> Self {
        self.deflated = true;
        self
    }

    /// Every part of an XLSX file by its name.
    pub(crate) fn parts(&self) -> Vec<(String, Vec<u8>)> {
        let (mut shared, mut formats) = (Vec::new(), Vec::new());
        let sheets: Vec<String> = self.sheets.iter().map(|sheet| sheet.xml(&mut shared, &mut formats)).collect();
        let mut parts = vec![
            ("[Content_Types].xml".to_owned(), content_types(sheets.len())),
            ("_rels/.rels".to_owned(), relations(&[("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml".to_owned(), self.list()),
            ("xl/_rels/workbook.xml.rels".to_owned(), workbook_relations(sheets.len())),
            ("xl/styles.xml".to_owned(), styles(&formats)),
            ("xl/sharedStrings.xml".to_owned(), shared_strings(&shared)),
        ];
        parts.extend(sheets.into_iter().enumerate().map(|(at, xml)| (sheet_path(at), xml)));
        let mut parts: Vec<_> = parts.into_iter().map(|(name, xml)| (name, xml.into_bytes())).collect();
        for (name, content) in &self.changed {
            parts.retain(|(other, _)| other != name);
            parts.extend(content.clone().map(|content| (name.clone(), content)));
        }
        parts
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        archive(&self.parts(), self.deflated)
    }

    fn list(&self) -> String {
        let sheet = |(at, sheet): (usize, &Sheet)| {
            let state = if sheet.state.is_empty() { String::new() } else { format!(" state=\"{}\"", sheet.state) };
            let (name, id) = (escaped(&sheet.name), at + 1);
            format!("<sheet name=\"{name}\" sheetId=\"{id}\"{state} r:id=\"rId{id}\"/>")
        };
        let sheets: String = self.sheets.iter().enumerate().map(sheet).collect();
        let epoch = if self.epoch_1904 { "<workbookPr date1904=\"1\"/>" } else { "<workbookPr/>" };
        format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\">{epoch}<sheets>{sheets}</sheets></workbook>")
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

fn sheet_path(at: usize) -> String {
    format!("xl/worksheets/sheet{}.xml", at + 1)
}

/// Text as XML may hold it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn relations(targets: &[(&str, &str)]) -> String {
    let one = |(at, (kind, target)): (usize, &(&str, &str))| {
        format!("<Relationship Id=\"rId{}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>", at + 1)
    };
    let all: String = targets.iter().enumerate().map(one).collect();
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>")
}

fn workbook_relations(sheets: usize) -> String {
    let paths: Vec<String> = (1..=sheets).map(|at| format!("worksheets/sheet{at}.xml")).collect();
    let mut targets: Vec<(&str, &str)> = paths.iter().map(|path| ("worksheet", path.as_str())).collect();
    targets.extend([("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]);
    relations(&targets)
}

fn content_types(sheets: usize) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let one = |path: &str, name: &str| format!("<Override PartName=\"{path}\" ContentType=\"{kind}.{name}+xml\"/>");
    let mut all = one("/xl/workbook.xml", "sheet.main");
    all.extend((0..sheets).map(|at| one(&format!("/{}", sheet_path(at)), "worksheet")));
    all += &one("/xl/styles.xml", "styles");
    all += &one("/xl/sharedStrings.xml", "sharedStrings");
    let rels = "application/vnd.openxmlformats-package.relationships+xml";
    let defaults = format!(
        "<Default Extension=\"rels\" ContentType=\"{rels}\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    format!("{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">{defaults}{all}</Types>")
}

/// Style 0 is *General*, style n the n-th format.
fn styles(formats: &[&'static str]) -> String {
    let code = |(at, format): (usize, &&str)| {
        format!("<numFmt numFmtId=\"{}\" formatCode=\"{}\"/>", 164 + at, escaped(format))
    };
    let codes: String = formats.iter().enumerate().map(code).collect();
    let style = |id: usize| {
        format!("<xf numFmtId=\"{id}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>")
    };
    let all: String = (0..formats.len()).map(|at| style(164 + at)).collect();
    let (count, total) = (formats.len(), formats.len() + 1);
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{count}\">{codes}</numFmts>\
         <fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>\
         <borders count=\"1\"><border/></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{total}\">{}{all}</cellXfs></styleSheet>",
        style(0)
    )
}

fn shared_strings(texts: &[String]) -> String {
    let one = |text: &String| format!("<si><t xml:space=\"preserve\">{}</t></si>", escaped(text));
    let all: String = texts.iter().map(one).collect();
    let count = texts.len();
    format!("{HEAD}<sst xmlns=\"{MAIN}\" count=\"{count}\" uniqueCount=\"{count}\">{all}</sst>")
}

/// An archive of parts, of no particular day.
pub(crate) fn archive(parts: &[(String, Vec<u8>)], deflated: bool) -> Vec<u8> {
    let method = if deflated { CompressionMethod::Deflated } else { CompressionMethod::Stored };
    let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn the_same_workbook_is_the_same_bytes() {
    let make = || Workbook::of(Sheet::new("a").row([shown("1", "0%"), formula("A1", 1), Cell::from("b")])).bytes();
    assert_eq!(make(), make());
    assert_eq!(letters(28), "AB");
}
