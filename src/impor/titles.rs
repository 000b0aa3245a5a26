//! What the titles of a sheet say about its month.

use super::fold::fold;
use super::plan::Plan;
use super::problem;
use super::sheet::{Grid, text};
use crate::bahasa::baca;
use crate::diagnostic::Diagnostic;
use crate::figure::Period;
use crate::place::Place;

/// The months that the sheet's name and the rows above its header name, each with the place of the first mention.
pub(super) fn periods(grid: &Grid<'_>, header: u32) -> Vec<(Period, Place)> {
    let above = grid.rows().take_while(|row| *row < header).flat_map(|row| grid.cells(row));
    let above = above.filter_map(|cell| Some((text(&cell.value)?, grid.cell(cell.row, cell.column, "judul"))));
    let name = std::iter::once((grid.sheet.name.to_string(), grid.place.clone()));
    let mut found: Vec<(Period, Place)> = Vec::new();
    for (text, place) in above.chain(name) {
        for period in in_text(&text) {
            if !found.iter().any(|(known, _)| *known == period) {
                found.push((period, place.clone()));
            }
        }
    }
    found
}

/// Names of months with their year behind them: `s.d. 31 Agustus 2025`.
fn in_text(text: &str) -> Vec<Period> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let named = words
        .windows(2)
        .filter(|pair| pair.first().is_some_and(|month| !month.starts_with(|c: char| c.is_ascii_digit())));
    named.filter_map(|pair| baca::periode(&pair.join(" ")).ok()).collect()
}

/// A month given for all rows that the sheet does not name, though it names another.
pub(super) fn doubt(plan: &Plan<'_>) -> Option<Diagnostic> {
    let (given, place) = plan.constant_period()?;
    let named = periods(&plan.grid, plan.header.first);
    let (other, at) = named.first().filter(|_| named.iter().all(|(period, _)| *period != given))?;
    Some(problem::other_period(at.clone(), place, *other, given))
}
