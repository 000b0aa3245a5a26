//! Which published number of workers is in force: the one rule by which coverage is measured and audited.
//!
//! Of the rows of a region and segment those of one definition count: the named one, or without a name the only one
//! there is. Of these the row with the latest `dipakai_mulai` not after the month is in force; of equal ones the one with
//! the latest `per_tanggal`, then the first of the table. A row without `dipakai_mulai` is published but never in force.
//! Where nobody published the TOTAL, it is the sum of its parts, when every part has a row in force and all of them hold
//! for one day and by one definition.

use std::cmp::Reverse;
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
    rows: BTreeMap<&'a str, BTreeMap<Segmen, Vec<&'a Pekerja>>>,
    named: Option<String>,
    total_parts: Vec<Segmen>,
}

impl<'a> Denominators<'a> {
    /// All rows of a dataset, with the definition that counts and the segments that make up the total.
    #[must_use]
    pub fn new(data: &'a Dataset, named: Option<&str>, total_parts: &[Segmen]) -> Self {
        let mut rows: BTreeMap<_, BTreeMap<_, Vec<_>>> = BTreeMap::new();
        for row in &data.pekerja {
            let segments = rows.entry(row.kode_wilayah.value.as_str()).or_default();
            segments.entry(row.segmen.value).or_default().push(row);
        }
        Self { rows, named: named.map(str::to_owned), total_parts: total_parts.to_vec() }
    }

    /// Every published row of a region and segment, in the order of the table.
    pub fn published(&self, region: &str, segment: Segmen) -> impl Iterator<Item = &'a Pekerja> {
        self.rows.get(region).and_then(|segments| segments.get(&segment)).into_iter().flatten().copied()
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
        latest(self.published(region, segment), period)
    }

    fn row(&self, region: &str, segment: Segmen, period: Period) -> Result<&'a Pekerja, NotInForce> {
        let definition = self.definition(region, segment)?;
        let rows = self.published(region, segment).filter(|row| row.definisi.value == definition);
        latest(rows, period).ok_or(NotInForce::Absent)
    }

    fn definition(&self, region: &str, segment: Segmen) -> Result<&str, NotInForce> {
        if let Some(named) = &self.named {
            return Ok(named);
        }
        let found: BTreeSet<&str> = self.published(region, segment).map(|row| row.definisi.value.as_str()).collect();
        match found.first() {
            Some(only) if found.len() == 1 => Ok(only),
            None => Err(NotInForce::Absent),
            Some(_) => Err(NotInForce::Unnamed(found.into_iter().map(str::to_owned).collect())),
        }
    }

    fn parts(&self, region: &str, period: Period) -> Result<Vec<&'a Pekerja>, NotInForce> {
        let parts = self.total_parts.iter().map(|part| self.row(region, *part, period));
        let rows = parts.collect::<Result<Vec<_>, _>>()?;
        let kinds: BTreeSet<_> = rows.iter().map(|row| (row.per_tanggal.value, &row.definisi.value)).collect();
        if kinds.len() == 1 { Ok(rows) } else { Err(NotInForce::Absent) }
    }
}

fn latest<'a>(rows: impl Iterator<Item = &'a Pekerja>, period: Period) -> Option<&'a Pekerja> {
    rows.filter_map(|row| Some((row.dipakai_mulai.as_ref()?.value, row)))
        .filter(|(since, _)| *since <= period)
        .min_by_key(|(since, row)| Reverse((*since, row.per_tanggal.value)))
        .map(|(_, row)| row)
}
