//! Rows that add up: recomputed from the rows above them, and compared.

use std::ops::Range;

use super::plan::Plan;
use super::problem;
use super::rows::{Gathering, columns_to_add, scaled};
use crate::diagnostic::Diagnostic;
use crate::place::Place;
use crate::table::read_whole;

/// A stated sum that was compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Where it stands.
    pub place: Place,
    /// The column of the table.
    pub column: &'static str,
    /// What is stated.
    pub stated: u64,
    /// What the rows add up to.
    pub computed: u64,
}

/// Every stated sum of every column of whole numbers; those that differ are among the problems. A row may add up all rows
/// above it or those since the last such row.
pub(super) fn check(plan: &Plan<'_>, gathering: &Gathering) -> (Vec<Sum>, Vec<Diagnostic>) {
    let mut sums = Vec::new();
    let mut problems = Vec::new();
    for (column, index) in columns_to_add(plan) {
        let Some(schema) = plan.table.columns.get(index) else { continue };
        let power = plan.units.get(index).and_then(Option::as_ref).map(|(_, power)| *power);
        let read = |row: u32| {
            let value = plan.grid.value(row, column)?;
            let value = power.map_or_else(|| Some(value.clone()), |power| scaled(value, power))?;
            let place = plan.grid.cell(row, column, schema.name);
            Some(read_whole(plan.table, schema, &value, plan.grid.sheet.epoch, &place))
        };
        let mut before = vec![0_u64];
        let mut whole = true;
        for row in &gathering.data {
            let figure = match read(*row) {
                None => 0,
                Some(Ok(figure)) => figure,
                // The row's own reading says what is wrong with it.
                Some(Err(_)) => {
                    whole = false;
                    0
                }
            };
            before.push(before.last().copied().unwrap_or_default().saturating_add(figure));
        }
        let between = |rows: &Range<usize>| {
            let at = |at: usize| before.get(at).copied().unwrap_or_default();
            at(rows.end).saturating_sub(at(rows.start))
        };
        for (number, row) in gathering.sums.iter().enumerate() {
            let place = plan.grid.cell(row.row, column, schema.name);
            let stated = match read(row.row) {
                None => continue,
                Some(Ok(stated)) => stated,
                Some(Err(problem)) => {
                    problems.push(*problem);
                    continue;
                }
            };
            if !whole {
                continue;
            }
            let (all, group) = (0..row.upto, row.since..row.upto);
            let last = number + 1 == gathering.sums.len();
            let meant = [&all, &group].into_iter().find(|rows| between(rows) == stated);
            let meant = meant.unwrap_or(if last { &all } else { &group });
            let computed = between(meant);
            if computed != stated {
                let rows = rows(gathering.data.get(meant.clone()).unwrap_or_default());
                problems.push(problem::sum(place.clone(), schema.name, stated, computed, &rows));
            }
            sums.push(Sum { place, column: schema.name, stated, computed });
        }
    }
    (sums, problems)
}

/// `baris 6 sampai dengan 20`
fn rows(data: &[u32]) -> String {
    match (data.first(), data.last()) {
        (Some(first), Some(last)) if first != last => format!("baris {first} sampai dengan {last}"),
        (Some(one), _) => format!("baris {one}"),
        _ => "nol baris".to_owned(),
    }
}
