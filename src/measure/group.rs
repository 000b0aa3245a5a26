//! Groups of workers whose contributions somebody pays.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use num_bigint::BigInt;

use super::Missing;
use super::select::Participants;
use crate::figure::Period;
use crate::place::{Sourced, Sources};
use crate::table::{Dataset, Kelompok, SumberDana};

/// Whether a group is protected on the day of the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupState {
    /// Its protection runs.
    Berjalan,
    /// Its protection begins later.
    BelumMulai,
    /// Its protection has ended; its members no longer count as active participants.
    Berakhir,
}

/// One row of the table of groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// The row.
    pub row: &'a Kelompok,
    /// Its state on the day of the count.
    pub state: GroupState,
    /// Whether it is part of another group that has a row of its own.
    pub is_subgroup: bool,
    /// Whether its persons are part of the totals.
    pub counted: bool,
}

/// Persons of one group over all who pay for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupTotal {
    /// Name of the group.
    pub name: String,
    /// Persons protected.
    pub people: Sourced<BigInt>,
}

/// Groups of a region in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups<'a> {
    /// Every row, in the order of the table.
    pub rows: Vec<Group<'a>>,
    /// The day that decides what has ended: that of the participants, else the last of the month.
    pub as_of: NaiveDate,
    /// Groups that count, the largest first, then by name.
    pub groups: Vec<GroupTotal>,
    /// Persons of all of them.
    pub people: Sourced<BigInt>,
    /// Persons by who pays, in the fixed order; `None` stands for rows that do not say.
    pub by_source: Vec<(Option<SumberDana>, Sourced<BigInt>)>,
    /// Rows that would count but do not state their persons: the totals leave them out.
    pub unstated: usize,
}

pub(super) fn groups<'a>(
    data: &'a Dataset,
    region: &str,
    period: Period,
    participants: Option<&Participants>,
) -> Result<Groups<'a>, Missing> {
    let of_region = || data.kelompok.iter().filter(|row| row.kode_wilayah.value == region);
    let rows: Vec<&Kelompok> = of_region().filter(|row| row.periode.value == period).collect();
    if rows.is_empty() {
        let latest = of_region().map(|row| row.periode.value).filter(|p| *p <= period).max();
        return Err(Missing::NoRows { table: "kelompok", period, latest });
    }
    let as_of = participants.map_or_else(|| period.last_day(), |p| p.as_of.value);
    let parents = parents(&rows);
    let rows: Vec<Group> = rows
        .into_iter()
        .map(|row| {
            let state = state(row, as_of);
            let is_subgroup = is_subgroup(&row.kelompok.value, &parents);
            Group { row, state, is_subgroup, counted: state == GroupState::Berjalan && !is_subgroup }
        })
        .collect();
    let counted = || rows.iter().filter(|g| g.counted);
    let unstated = counted().filter(|g| g.row.orang_terlindungi.is_none()).count();
    let mut by_name: BTreeMap<&str, Vec<&Kelompok>> = BTreeMap::new();
    let mut by_source: BTreeMap<SourceKey, Vec<&Kelompok>> = BTreeMap::new();
    for group in counted() {
        by_name.entry(&group.row.kelompok.value).or_default().push(group.row);
        by_source.entry(source_key(group.row)).or_default().push(group.row);
    }
    let mut groups: Vec<GroupTotal> = by_name
        .into_iter()
        .filter(|(_, rows)| rows.iter().any(|row| row.orang_terlindungi.is_some()))
        .map(|(name, rows)| GroupTotal { name: name.to_owned(), people: people(&rows) })
        .collect();
    groups.sort_by(|a, b| b.people.value.cmp(&a.people.value).then_with(|| a.name.cmp(&b.name)));
    let all: Vec<&Kelompok> = counted().map(|g| g.row).collect();
    let by_source = by_source.into_iter().map(|((_, source), rows)| (source, people(&rows))).collect();
    Ok(Groups { as_of, groups, people: people(&all), by_source, unstated, rows })
}

/// Rows that do not say who pays come last.
type SourceKey = (bool, Option<SumberDana>);

fn source_key(row: &Kelompok) -> SourceKey {
    let source = row.sumber_dana.as_ref().map(|cell| cell.value);
    (source.is_none(), source)
}

fn state(row: &Kelompok, as_of: NaiveDate) -> GroupState {
    if row.selesai.as_ref().is_some_and(|end| end.value < as_of) {
        GroupState::Berakhir
    } else if row.mulai.as_ref().is_some_and(|start| start.value > as_of) {
        GroupState::BelumMulai
    } else {
        GroupState::Berjalan
    }
}

/// The parent of each group, as far as the parent has a row of its own.
fn parents<'a>(rows: &[&'a Kelompok]) -> BTreeMap<&'a str, &'a str> {
    let names: BTreeSet<&str> = rows.iter().map(|row| row.kelompok.value.as_str()).collect();
    rows.iter()
        .filter_map(|row| Some((row.kelompok.value.as_str(), row.induk_kelompok.as_ref()?.value.as_str())))
        .filter(|(_, parent)| names.contains(parent))
        .collect()
}

/// Whether a group hangs below another one. Groups that name each other in a ring stand on their own, so that nobody
/// drops out of the total.
fn is_subgroup(name: &str, parents: &BTreeMap<&str, &str>) -> bool {
    let mut seen = BTreeSet::from([name]);
    let mut above = parents.get(name);
    if above.is_none() {
        return false;
    }
    while let Some(parent) = above {
        if !seen.insert(parent) {
            return *parent != name;
        }
        above = parents.get(parent);
    }
    true
}

fn people(rows: &[&Kelompok]) -> Sourced<BigInt> {
    let cells = rows.iter().filter_map(|row| row.orang_terlindungi.as_ref());
    let (sum, places) = cells.fold((BigInt::default(), Vec::new()), |(sum, mut places), cell| {
        places.push(cell.place.clone());
        (sum + cell.value, places)
    });
    Sourced::new(sum, Sources::from_iter(places))
}
