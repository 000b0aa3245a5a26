//! A workspace's tables as their keepers write them, for rules about tables that no other room measures.

use std::collections::BTreeMap;

use rakor::audit::{Finding, Settings, audit};
use rakor::table::{SourceFile, read};

use super::{settings, words};

const REGIONS: &str = "kode;nama;jenis;induk\n35;Jawa Timur;provinsi;00\n35.73;Kota Malang;kota;35\n\
                       35.73.01;Blimbing;kecamatan;35.73\n35.73.02;Klojen;kecamatan;35.73\n";

/// Tables by name, cells separated by semicolons, so that decimals need no quotation marks.
#[derive(Clone)]
pub(super) struct Book {
    tables: BTreeMap<String, String>,
    pub(super) settings: Settings,
}

impl Book {
    /// Some tables, beside the regions of Kota Malang.
    pub(super) fn of(tables: &[(&str, &str)]) -> Self {
        let regions = ("wilayah", REGIONS);
        let tables =
            [regions].into_iter().chain(tables.iter().copied()).map(|(name, text)| (name.to_owned(), text.to_owned()));
        Self { tables: tables.collect(), settings: settings() }
    }

    /// The same with one text of a table replaced.
    pub(super) fn with(&self, table: &str, from: &str, to: &str) -> Self {
        let mut book = self.clone();
        let text = book.tables.get_mut(table).unwrap();
        assert!(text.contains(from), "{table} holds no {from}");
        *text = text.replacen(from, to, 1);
        book
    }

    /// The same with one more line.
    pub(super) fn line(&self, table: &str, line: &str) -> Self {
        let mut book = self.clone();
        let text = book.tables.get_mut(table).unwrap();
        *text = format!("{}\n{line}\n", text.trim_end());
        book
    }

    pub(super) fn found(&self) -> Vec<Finding> {
        let files: Vec<SourceFile> = self
            .tables
            .iter()
            .map(|(name, text)| SourceFile { path: format!("data/{name}.csv"), bytes: text.clone().into_bytes() })
            .collect();
        let (data, problems) = read(&files);
        assert_eq!(problems, []);
        audit(&data, &self.settings)
    }

    /// Code and words of every finding.
    pub(super) fn said(&self) -> Vec<String> {
        words(&self.found())
    }

    /// Asserts that nothing is found.
    pub(super) fn clean(&self) {
        assert_eq!(self.said(), [""; 0]);
    }

    /// Asserts that exactly this is found.
    pub(super) fn says(&self, message: &str) {
        assert_eq!(self.said(), [message]);
    }
}
