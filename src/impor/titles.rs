//! What the titles of a sheet say about its month, and about the unit of its figures.

use super::fold::fold;
use super::plan::Plan;
use super::problem;
use super::sense::title_unit;
use super::sheet::{Grid, text};
use crate::bahasa::baca;
use crate::diagnostic::Diagnostic;
use crate::figure::Period;
use crate::place::Place;
use crate::table::ColumnSchema;

/// A row above a header is a title when it holds no more cells than this.
const TITLE_CELLS: usize = 2;

/// The months that the sheet's name and the rows above its header name, each with the place of the first mention. `year`
/// is that of a sheet named after a month alone.
pub(super) fn periods(grid: &Grid<'_>, header: u32, year: Option<i32>) -> Vec<(Period, Place)> {
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
    if let (true, Some(year)) = (found.is_empty(), year) {
        let folded = fold(&grid.sheet.name);
        let months = folded.split(' ').filter_map(|word| baca::periode(&format!("{word} {year}")).ok());
        found.extend(months.map(|period| (period, grid.place.clone())));
    }
    found
}

/// The unit that a title gives the figures of a column, as its power of ten, with the title and its place.
pub(super) fn unit(grid: &Grid<'_>, header: u32, column: &ColumnSchema) -> Option<(u32, String, Place)> {
    let titles = grid.rows().take_while(|row| *row < header).filter(|row| grid.cells(*row).count() <= TITLE_CELLS);
    let cells = titles.flat_map(|row| grid.cells(row));
    let said = cells.filter_map(|cell| {
        let text = text(&cell.value)?;
        Some((title_unit(&text, column)?, text, grid.cell(cell.row, cell.column, "judul")))
    });
    // The nearest title holds.
    said.last()
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

/// Whether the sheet names a month.
pub(super) fn names(grid: &Grid<'_>, header: u32, period: Period) -> bool {
    periods(grid, header, Some(period.year())).iter().any(|(named, _)| *named == period)
}

/// A month given for all rows that the sheet does not name, though it names another.
pub(super) fn doubt(plan: &Plan<'_>) -> Option<Diagnostic> {
    let (given, place) = plan.constant_period()?;
    let named = periods(&plan.grid, plan.header.first, Some(given.year()));
    let (other, at) = named.first().filter(|_| named.iter().all(|(period, _)| *period != given))?;
    Some(problem::other_period(at.clone(), place, *other, given))
}
