//! Which published number of workers is in force: the one rule by which coverage is measured and audited.
//!
//! Of the rows of a region and segment those of one definition count: the named one, or without a name the only one
//! there is. Of these the row with the latest `dipakai_mulai` not after the month is in force; of equal ones the one with
//! the latest `per_tanggal`, then the first of the table. A row without `dipakai_mulai` is published but never in force.
//! Where nobody published the TOTAL, it is the sum of its parts, when every part has a row in force and all of them hold
//! for one day and by one definition.

use std::collections::{BTreeMap, BTreeSet};

use super::choice::Segmen;
use super::tables::{Dataset, Pekerja};
use crate::figure::Period;

/// Why no number of workers is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotInForce {
    /// No row says so.
    Absent,
    /// These definitions are published, and none of them is named as the one that counts.
    Unnamed(BTreeSet<String>),
}

/// The rows of `pekerja` by region and segment, sorted once: one report asks hundreds of times.
#[derive(Clone, Debug)]
pub struct Denominators<'a> {
    rows: BTreeMap<&'a str, BTreeMap<Segmen, Published<'a>>>,
    named: Option<String>,
    total_parts: Vec<Segmen>,
}

/// The rows of one region and segment.
#[derive(Clone, Debug, Default)]
struct Published<'a> {
    /// In the order of the table.
    rows: Vec<&'a Pekerja>,
    /// Those that are used from some month on: of each month the one in force comes last.
    since: Vec<(Period, &'a Pekerja)>,
    definitions: BTreeSet<&'a str>,
}

impl<'a> Published<'a> {
    fn sort(&mut self) {
        self.definitions = self.rows.iter().map(|row| row.definisi.value.as_str()).collect();
        // Sorting keeps the order of equal rows; backwards, the first of the table comes last.
        let since = self.rows.iter().rev().filter_map(|row| Some((row.dipakai_mulai.as_ref()?.value, *row)));
        self.since = since.collect();
        self.since.sort_by_key(|(since, row)| (*since, row.per_tanggal.value));
    }

    /// The row in force in a month, among those that count.
    fn latest(&self, period: Period, counts: impl Fn(&Pekerja) -> bool) -> Option<&'a Pekerja> {
        let begun = self.since.partition_point(|(since, _)| *since <= period);
        self.since.iter().take(begun).rev().map(|(_, row)| *row).find(|row| counts(row))
    }
}

impl<'a> Denominators<'a> {
    /// All rows of a dataset, with the definition that counts and the segments that make up the total.
    #[must_use]
    pub fn new(data: &'a Dataset, named: Option<&str>, total_parts: &[Segmen]) -> Self {
        let mut rows: BTreeMap<_, BTreeMap<_, Published>> = BTreeMap::new();
        for row in &data.pekerja {
            let segments = rows.entry(row.kode_wilayah.value.as_str()).or_default();
            segments.entry(row.segmen.value).or_default().rows.push(row);
        }
        rows.values_mut().flat_map(BTreeMap::values_mut).for_each(Published::sort);
        Self { rows, named: named.map(str::to_owned), total_parts: total_parts.to_vec() }
    }

    /// Every published row of a region and segment, in the order of the table.
    pub fn published(&self, region: &str, segment: Segmen) -> impl Iterator<Item = &'a Pekerja> {
        self.of(region, segment).into_iter().flat_map(|published| published.rows.iter().copied())
    }

    /// The rows in force in a month: one, or for a TOTAL that nobody published those of its parts.
    pub fn in_force(&self, region: &str, segment: Segmen, period: Period) -> Result<Vec<&'a Pekerja>, NotInForce> {
        match self.row(region, segment, period) {
            Err(NotInForce::Absent) if segment == Segmen::Total => self.parts(region, period),
            found => found.map(|row| vec![row]),
        }
    }

    /// The row in force under any definition: for regions that are listed but not compared.
    #[must_use]
    pub fn of_any_definition(&self, region: &str, segment: Segmen, period: Period) -> Option<&'a Pekerja> {
        self.of(region, segment)?.latest(period, |_| true)
    }

    fn of(&self, region: &str, segment: Segmen) -> Option<&Published<'a>> {
        self.rows.get(region)?.get(&segment)
    }

    fn row(&self, region: &str, segment: Segmen, period: Period) -> Result<&'a Pekerja, NotInForce> {
        let published = self.of(region, segment).ok_or(NotInForce::Absent)?;
        if self.named.is_none() && published.definitions.len() > 1 {
            let definitions = published.definitions.iter().map(|definition| (*definition).to_owned());
            return Err(NotInForce::Unnamed(definitions.collect()));
        }
        let counts = |row: &Pekerja| self.named.as_ref().is_none_or(|named| row.definisi.value == *named);
        published.latest(period, counts).ok_or(NotInForce::Absent)
    }

    fn parts(&self, region: &str, period: Period) -> Result<Vec<&'a Pekerja>, NotInForce> {
        let parts = self.total_parts.iter().map(|part| self.row(region, *part, period));
        let rows = parts.collect::<Result<Vec<_>, _>>()?;
        let kind = |row: &'a Pekerja| (row.per_tanggal.value, &row.definisi.value);
        let alike = rows.first().is_some_and(|first| rows.iter().all(|row| kind(row) == kind(first)));
        if alike { Ok(rows) } else { Err(NotInForce::Absent) }
    }
}
