//! Which columns of which tables a heading may mean.

use std::collections::HashMap;

use super::fold::{core, fold};
use super::kamus::{CODES, HEADINGS, UNITS, UNUSED};
use crate::bahasa::baca;
use crate::diagnostic::nearest;
use crate::table::{ColumnSchema, Kind, TableSchema, schema};

/// How sure a match is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sure {
    /// Probably misspelt.
    Near = 2,
    /// The same but for words that make no difference.
    Core = 3,
    /// The same.
    Same = 4,
}

impl Sure {
    /// What it counts in choosing a table and a header.
    pub(super) fn weight(self) -> u32 {
        match self {
            Self::Near => 2,
            Self::Core => 3,
            Self::Same => 4,
        }
    }
}

/// One column that a heading may mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    /// The table, where the word holds for one only.
    table: Option<&'static str>,
    /// The column.
    pub(super) column: &'static str,
    /// How sure.
    pub(super) sure: Sure,
    /// Where the word stands in the list of its column: earlier is better.
    pub(super) rank: usize,
}

struct Entry {
    table: Option<&'static str>,
    column: &'static str,
    words: Vec<(String, String)>,
}

/// All headings that are known, and what was looked up already.
pub(super) struct Dictionary {
    entries: Vec<Entry>,
    seen: HashMap<String, Vec<Meaning>>,
}

impl Dictionary {
    /// The schema's own names and the list of synonyms.
    pub(super) fn new() -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for table in schema() {
            for column in table.columns {
                let own = HEADINGS.iter().find(|(name, _)| *name == format!("{}.{}", table.name, column.name));
                let home = own.map(|_| table.name);
                if entries.iter().any(|entry| entry.column == column.name && entry.table == home) {
                    continue;
                }
                let listed = own.or_else(|| HEADINGS.iter().find(|(name, _)| *name == column.name));
                let listed = listed.map_or(&[] as &[&str], |(_, words)| words);
                let words = std::iter::once(column.name).chain(listed.iter().copied()).map(fold);
                let words = words.map(|word| (core(&word), word)).map(|(core, word)| (word, core)).collect();
                entries.push(Entry { table: home, column: column.name, words });
            }
        }
        Self { entries, seen: HashMap::new() }
    }

    /// What a text may mean in a table, the surest first.
    pub(super) fn look(&mut self, table: &TableSchema, text: &str) -> Vec<Meaning> {
        let folded = fold(text);
        if !self.seen.contains_key(&folded) {
            let found = self.search(&folded);
            self.seen.insert(folded.clone(), found);
        }
        let own = |name: &str| self.entries.iter().any(|entry| entry.table == Some(table.name) && entry.column == name);
        let meanings = self.seen.get(&folded).map_or(&[] as &[Meaning], Vec::as_slice).iter().copied();
        meanings
            .filter(|meaning| match meaning.table {
                Some(home) => home == table.name,
                None => table.column(meaning.column).is_some() && !own(meaning.column),
            })
            .collect()
    }

    fn search(&self, folded: &str) -> Vec<Meaning> {
        let short = core(folded);
        let mut found = Vec::new();
        for entry in &self.entries {
            let meant = |sure, rank| Meaning { table: entry.table, column: entry.column, sure, rank };
            let at = |same: &dyn Fn(&(String, String)) -> bool| entry.words.iter().position(same);
            if let Some(rank) = at(&|(word, _)| word == folded) {
                found.push(meant(Sure::Same, rank));
            } else if let Some(rank) = at(&|(_, core)| *core == short) {
                found.push(meant(Sure::Core, rank));
            } else if short.chars().count() >= 5
                && let Some(near) = nearest_word(&short, entry)
            {
                found.push(meant(Sure::Near, near));
            }
        }
        found.sort_by_key(|meaning| (std::cmp::Reverse(meaning.sure), meaning.rank));
        found
    }
}

/// Misspellings of one letter in four: short words that differ by more are different words.
fn nearest_word(short: &str, entry: &Entry) -> Option<usize> {
    let near = nearest(short, entry.words.iter().map(|(_, core)| core.as_str()))?;
    let length = short.chars().count();
    let close = strsim::damerau_levenshtein(short, near) * 4 <= length;
    close.then(|| entry.words.iter().position(|(_, core)| core == near)).flatten()
}

/// Whether a heading is known to stand for nothing in any table.
pub(super) fn is_unused(text: &str) -> bool {
    let folded = fold(text);
    UNUSED.contains(&folded.as_str()) || UNUSED.contains(&core(&folded).as_str())
}

/// The code that a word of a sheet stands for in a column of a closed list.
pub(super) fn code_of(column: &ColumnSchema, word: &str) -> Option<&'static str> {
    let Kind::Choice(all) = column.kind else { return None };
    let folded = fold(word);
    if folded.is_empty() {
        return None;
    }
    let stored = all.iter().find(|code| fold(code) == folded).copied();
    stored.or_else(|| {
        let listed = CODES.iter().filter(|(name, ..)| *name == column.name);
        let found = listed.into_iter().find(|(_, code, words)| all.contains(code) && words.contains(&folded.as_str()));
        found.map(|(_, code, _)| *code)
    })
}

/// Whether a column takes a word as it stands.
pub(super) fn is_stored(column: &ColumnSchema, word: &str) -> bool {
    match column.kind {
        Kind::Choice(all) => all.iter().any(|code| fold(code) == fold(word)),
        _ => false,
    }
}

/// Whether a heading is a month, with its year or, where the year is known, without.
pub(super) fn is_month(text: &str, year: Option<u32>) -> bool {
    baca::periode(text).is_ok() || year.is_some_and(|year| baca::periode(&format!("{text} {year}")).is_ok())
}

/// The unit that a heading names.
pub(super) fn unit_of(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let unit = folded.split(' ').find_map(|word| UNITS.iter().find(|(unit, _)| *unit == word));
    unit.map(|(_, power)| unit_name(*power))
}

/// The power of ten of a unit.
pub(super) fn power_of(unit: &str) -> Option<u32> {
    UNITS.iter().find(|(name, _)| *name == fold(unit)).map(|(_, power)| *power)
}

fn unit_name(power: u32) -> &'static str {
    UNITS.iter().find(|(_, other)| *other == power).map_or("", |(name, _)| *name)
}
