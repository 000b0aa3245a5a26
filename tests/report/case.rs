//! A workspace in memory: an example of `data/`, with edits.

use std::path::Path;

use rakor::diagnostic::{Diagnostic, Failure};
use rakor::figure::Period;
use rakor::files::{MAX_BYTES, list_files, read_file};
use rakor::manifest::FILE_NAME;
use rakor::report::{self, BuildInput, Raw};
use rakor::table::SourceFile;

use super::paper::{Paper, with_room};

/// A workspace before it is read.
#[derive(Clone)]
pub(super) struct Case {
    pub(super) raw: Raw,
}

/// A folder of the project.
pub(super) fn project(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

impl Case {
    /// One of the examples, as its author left it.
    pub(super) fn of(example: &str) -> Self {
        let root = project("data").join(example);
        let bytes = |path: &str| read_file(&root.join(path), MAX_BYTES).unwrap();
        let under = |folder: &str| -> Vec<String> {
            list_files(&root, folder).unwrap().into_iter().map(|name| format!("{folder}/{name}")).collect()
        };
        let raw = Raw {
            manifest_path: FILE_NAME.to_owned(),
            manifest: String::from_utf8(bytes(FILE_NAME)).unwrap(),
            tables: under("data").into_iter().map(|path| SourceFile { bytes: bytes(&path), path }).collect(),
            assets: under("aset").into_iter().map(|path| (path.clone(), bytes(&path))).collect(),
            kind: "bulanan".to_owned(),
            ..Raw::default()
        };
        Self { raw }
    }

    /// The complete one.
    pub(super) fn simulasi() -> Self {
        Self::of("simulasi")
    }

    /// The small one: a single month, no segments, no signer.
    pub(super) fn malang() -> Self {
        Self::of("kota-malang")
    }

    /// A table's whole file; made when it is not there.
    pub(super) fn bytes(mut self, table: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let path = format!("data/{table}.csv");
        self.raw.tables.retain(|file| file.path != path);
        self.raw.tables.push(SourceFile { path, bytes: bytes.into() });
        self.raw.tables.sort_by(|a, b| a.path.cmp(&b.path));
        self
    }

    /// A table taken away.
    pub(super) fn without(mut self, table: &str) -> Self {
        let before = self.raw.tables.len();
        self.raw.tables.retain(|file| file.path != format!("data/{table}.csv"));
        assert_eq!(self.raw.tables.len() + 1, before, "there is a table {table}");
        self
    }

    /// The text of a table.
    pub(super) fn text(&self, table: &str) -> String {
        let path = format!("data/{table}.csv");
        let file = self.raw.tables.iter().find(|file| file.path == path).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    }

    /// A line behind the last one of a table.
    pub(super) fn line(self, table: &str, line: &str) -> Self {
        let text = format!("{}{line}\n", self.text(table));
        self.bytes(table, text)
    }

    /// One cell; lines count from 1, the header's.
    pub(super) fn cell(self, table: &str, line: usize, column: &str, value: &str) -> Self {
        self.cells(table, column, |at, cell| if at == line { value.to_owned() } else { cell.to_owned() })
    }

    /// A column, cell by cell; added when it is not there.
    pub(super) fn cells(self, table: &str, column: &str, edit: impl Fn(usize, &str) -> String) -> Self {
        let mut rows = rows(&self.text(table));
        let known = rows[0].iter().position(|name| name == column);
        let at = known.unwrap_or_else(|| {
            for (index, row) in rows.iter_mut().enumerate() {
                row.push(if index == 0 { column.to_owned() } else { String::new() });
            }
            rows[0].len() - 1
        });
        for (index, row) in rows.iter_mut().enumerate().skip(1) {
            row[at] = edit(index + 1, &row[at]);
        }
        let mut writer = csv::Writer::from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        self.bytes(table, writer.into_inner().unwrap())
    }

    /// A part of the manifest replaced.
    pub(super) fn manifest(mut self, from: &str, to: &str) -> Self {
        assert!(self.raw.manifest.contains(from), "the manifest says {from}");
        self.raw.manifest = self.raw.manifest.replacen(from, to, 1);
        self
    }

    /// A template of the user's own.
    pub(super) fn template(mut self, name: &str, text: impl Into<Vec<u8>>) -> Self {
        self.raw.templates.insert(name.to_owned(), text.into());
        self
    }

    /// A built-in template with a part replaced.
    pub(super) fn retouched(self, name: &str, from: &str, to: &str) -> Self {
        let text = rakor::template::Bundle::built_in().get(name).unwrap().to_owned();
        assert!(text.contains(from), "{name} says {from}");
        self.template(name, text.replacen(from, to, 1))
    }

    /// The month to report on.
    pub(super) fn period(mut self, period: &str) -> Self {
        self.raw.period = Some(period.parse::<Period>().unwrap());
        self
    }

    /// What the report is made from.
    pub(super) fn input(self) -> BuildInput {
        report::load(self.raw).unwrap_or_else(|failure| panic!("{}", shown(&failure.diagnostics)))
    }

    /// The report.
    pub(super) fn paper(self) -> Paper {
        Paper::of(&self.input())
    }

    /// Why there is no report.
    pub(super) fn refused(self) -> Failure {
        let input = match report::load(self.raw) {
            Ok(input) => input,
            Err(failure) => return failure,
        };
        with_room(|| report::build(&input)).map(|built| built.file_name).unwrap_err()
    }
}

/// The cells of a table, line by line.
pub(super) fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Diagnostics, one line each: code, first place, message, found.
pub(super) fn shown(diagnostics: &[Diagnostic]) -> String {
    let line = |diagnostic: &Diagnostic| {
        let place = diagnostic.places.first().map(ToString::to_string).unwrap_or_default();
        let found = diagnostic.found.as_deref().map(|found| format!(" [{found}]")).unwrap_or_default();
        let engine = diagnostic.engine.as_deref().map(|words| format!(" ({words})")).unwrap_or_default();
        format!("{} {place}: {}{found}{engine}", diagnostic.code, diagnostic.message)
    };
    diagnostics.iter().map(line).collect::<Vec<_>>().join("\n")
}
