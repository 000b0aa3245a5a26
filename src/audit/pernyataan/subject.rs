//! What was said of one subject, arranged so that a statement finds its rival without walking past all the others.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::fit::Range;
use super::rival;
use super::said::{Column, Said};

/// The statements about one indicator, region, segment and group, by their index in the table.
pub(super) struct OnSubject {
    /// Targets by the year they are for.
    pub(super) targets: Firsts<i32>,
    /// Percentages by their day.
    pub(super) shares: Firsts<NaiveDate>,
    /// Workers, named or implied, by the year of the statement.
    pub(super) workers: Firsts<i32>,
    /// The last of the table with a percentage, by day.
    pub(super) last_share: BTreeMap<NaiveDate, usize>,
    /// The last of the table with a percentage and its participants, by day.
    pub(super) last_counted_share: BTreeMap<NaiveDate, usize>,
}

/// Of the statements of a year or day that say the same only the first, in the order of the table: what contradicts one of
/// them contradicts all.
pub(super) type Firsts<K> = BTreeMap<K, Vec<usize>>;

impl OnSubject {
    /// Takes the statements in the order of the table.
    pub(super) fn new(said: &[(usize, &Said)]) -> Self {
        let day = |said: &Said| said.row.tanggal.value;
        let range = |range: Range| (range.low, range.high);
        let last = |counts: fn(&Said) -> bool| {
            said.iter().filter(|(_, said)| counts(said)).map(|(index, said)| (day(said), *index)).collect()
        };
        Self {
            targets: firsts(said, |said| {
                Some((said.target_year(), said.figure(Column::TargetPersen)?.said.nilai.clone()))
            }),
            shares: firsts(said, |said| {
                let share = Range::of(said.figure(Column::Persen)?.said);
                Some((day(said), (said.row.sumber.value.clone(), range(share))))
            }),
            workers: firsts(said, |said| Some((day(said).year(), range(rival::workers(said)?.range)))),
            last_share: last(|said| said.figure(Column::Persen).is_some()),
            last_counted_share: last(|said| {
                said.figure(Column::Persen).is_some() && said.figure(Column::Pembilang).is_some()
            }),
        }
    }
}

fn firsts<K: Ord, V: Ord>(said: &[(usize, &Said)], what: impl Fn(&Said) -> Option<(K, V)>) -> Firsts<K> {
    let mut firsts: BTreeMap<K, BTreeMap<V, usize>> = BTreeMap::new();
    for (index, said) in said {
        if let Some((key, value)) = what(said) {
            firsts.entry(key).or_default().entry(value).or_insert(*index);
        }
    }
    let in_order = |firsts: BTreeMap<V, usize>| {
        let mut firsts: Vec<usize> = firsts.into_values().collect();
        firsts.sort_unstable();
        firsts
    };
    firsts.into_iter().map(|(key, firsts)| (key, in_order(firsts))).collect()
}
