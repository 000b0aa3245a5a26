//! A dataset by region: where the rows of each lie, so that a part of many can be taken without looking at all of them.

use std::collections::{BTreeMap, BTreeSet};

use super::row::{Row, Visit};
use super::tables::{Dataset, schema};

/// A dataset, and where the rows of each region lie in each table.
#[derive(Debug)]
pub struct Regional<'a> {
    data: &'a Dataset,
    /// By table, then by region; a table whose rows know no region is not in it.
    rows: BTreeMap<&'static str, BTreeMap<String, Vec<usize>>>,
}

impl<'a> Regional<'a> {
    /// Looks at every row once.
    #[must_use]
    pub fn of(data: &'a Dataset) -> Self {
        let known = schema().iter().filter_map(|table| Some((table.name, data.visit(table.name, ByRegion)??)));
        Self { data, rows: known.collect() }
    }

    /// The whole.
    #[must_use]
    pub fn whole(&self) -> &'a Dataset {
        self.data
    }

    /// Every region that any row is about, in the order of their codes.
    pub fn regions(&self) -> Vec<&str> {
        let all: BTreeSet<&str> = self.rows.values().flat_map(BTreeMap::keys).map(String::as_str).collect();
        all.into_iter().collect()
    }

    /// How many rows are about a region.
    #[must_use]
    pub fn count(&self, region: &str) -> usize {
        self.rows.values().filter_map(|of| of.get(region)).map(Vec::len).sum()
    }

    /// The rows of these regions, and those of no region, in their order.
    #[must_use]
    pub fn part(&self, regions: &[&str]) -> Dataset {
        self.part_where(regions, |_, _, _| true)
    }

    /// The same of the rows alone that are wanted, by table, region and position in that table of [`Regional::whole`].
    #[must_use]
    pub fn part_where(&self, regions: &[&str], wanted: impl Fn(&str, &str, usize) -> bool) -> Dataset {
        let positions = |table: &str, of: &BTreeMap<String, Vec<usize>>| {
            let rows = regions.iter().filter_map(|region| Some((*region, of.get(*region)?)));
            let rows = rows.flat_map(|(region, rows)| rows.iter().map(move |at| (region, *at)));
            let mut positions: Vec<usize> =
                rows.filter(|(region, at)| wanted(table, region, *at)).map(|(_, at)| at).collect();
            positions.sort_unstable();
            positions.dedup();
            positions
        };
        self.data.at(&self.rows.iter().map(|(table, of)| (*table, positions(table, of))).collect())
    }
}

/// The positions of rows by region; nothing when the rows know none.
struct ByRegion;

impl Visit for ByRegion {
    type Output = Option<BTreeMap<String, Vec<usize>>>;

    fn visit<R: Row>(self, rows: &[R]) -> Self::Output {
        let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            let region = row.region()?;
            match found.get_mut(region) {
                Some(positions) => positions.push(at),
                None => _ = found.insert(region.to_owned(), vec![at]),
            }
        }
        Some(found)
    }
}
