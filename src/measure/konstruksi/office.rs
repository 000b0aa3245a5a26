//! Packages by the office they belong to.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use num_bigint::BigInt;

use super::VALUE;
use crate::measure::Missing;
use crate::measure::funding::sum_all;
use crate::measure::project::{ProjectLine, TABLE, Workers};
use crate::place::{Cell, Sourced};

/// The packages of one office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office<'a> {
    /// Its name, with every cell that names it; nothing for packages that name no office.
    pub name: Option<Sourced<&'a str>>,
    /// How many packages, with the cells that name them.
    pub packages: Sourced<u64>,
    /// Their workers.
    pub workers: Workers,
    /// Their contract value, Rupiah; missing as soon as one package does not state it.
    pub value: Result<Sourced<BigInt>, Missing>,
}

pub(super) fn offices<'a>(lines: &[ProjectLine<'a>]) -> Vec<Office<'a>> {
    let mut groups: BTreeMap<Option<&'a str>, Vec<ProjectLine<'a>>> = BTreeMap::new();
    for line in lines {
        let name = line.row.perangkat_daerah.as_ref().map(|cell| cell.value.as_str());
        groups.entry(name).or_default().push(line.clone());
    }
    let mut offices: Vec<(Reverse<u64>, Office)> =
        groups.into_iter().map(|(name, lines)| (Reverse(known_unregistered(&lines)), office(name, &lines))).collect();
    // Groups come by name, those without one first; the sort keeps that order among equals.
    offices.sort_by_key(|(unregistered, office)| {
        (*unregistered, office.workers.unregistered.is_ok(), office.name.is_none())
    });
    offices.into_iter().map(|(_, office)| office).collect()
}

/// Unregistered workers of the packages that state them; only an order rests on it.
fn known_unregistered(lines: &[ProjectLine<'_>]) -> u64 {
    let known = lines.iter().filter_map(|line| line.unregistered.as_ref()).map(|count| count.value);
    known.fold(0, u64::saturating_add)
}

fn office<'a>(name: Option<&'a str>, lines: &[ProjectLine<'a>]) -> Office<'a> {
    let named = lines.iter().filter_map(|line| line.row.perangkat_daerah.as_ref());
    let packages = lines.iter().map(|line| line.row.paket.place.clone()).collect();
    let values: Vec<Option<&Cell<u64>>> = lines.iter().map(|line| line.row.nilai_kontrak_rp.as_ref()).collect();
    Office {
        name: name.map(|name| Sourced::new(name, named.map(|cell| cell.place.clone()).collect())),
        packages: Sourced::new(u64::try_from(lines.len()).unwrap_or(u64::MAX), packages),
        workers: Workers::of(lines),
        value: sum_all(TABLE, VALUE, values.into_iter()),
    }
}
