//! The cells of one sheet as they come in, whatever format they come from.
//!
//! Owns: the limits on cells, their order, and that no address has two.

use std::sync::Arc;

use super::limit::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT};
use super::problem::{self, Problem};
use super::{Filled, Value, address};
use crate::place::Place;

/// The cells of a sheet so far.
#[derive(Debug)]
pub(super) struct Filling<'a> {
    sheet: &'a Place,
    /// How many cells the workbook may still have.
    left: &'a mut usize,
    cells: Vec<Filled>,
    ordered: bool,
}

impl<'a> Filling<'a> {
    /// An empty sheet. `left` counts over all sheets and begins at [`Filling::ALL`].
    pub(super) fn new(sheet: &'a Place, left: &'a mut usize) -> Self {
        Self { sheet, left, cells: Vec::new(), ordered: true }
    }

    /// What a workbook may hold.
    pub(super) const ALL: usize = MAX_CELLS;

    /// Adds a filled cell; rows and columns from 1. Text without a character fills nothing.
    pub(super) fn put(&mut self, row: u32, column: u32, value: Value) -> Result<(), Problem> {
        if let Value::Text(text) = &value {
            if text.is_empty() {
                return Ok(());
            }
            self.check_text(row, column, text)?;
        }
        if row > MAX_ROWS || column > MAX_COLUMNS {
            return Err(problem::far_cell(&problem::cell(self.sheet, row, column), &address(row, column)));
        }
        let Some(left) = self.left.checked_sub(1) else { return Err(problem::too_many_cells(self.sheet)) };
        *self.left = left;
        let last = self.cells.last().map(|cell| (cell.row, cell.column));
        self.ordered &= last.is_none_or(|last| last < (row, column));
        self.cells.push(Filled { row, column, value });
        Ok(())
    }

    /// The place of the cell that came last, or the sheet.
    pub(super) fn last(&self) -> Place {
        self.cells.last().map_or_else(|| self.sheet.clone(), |cell| problem::cell(self.sheet, cell.row, cell.column))
    }

    /// The cells by row, then column.
    pub(super) fn finish(self) -> Result<Vec<Filled>, Problem> {
        let mut cells = self.cells;
        if !self.ordered {
            cells.sort_by_key(|cell| (cell.row, cell.column));
        }
        for (one, other) in cells.iter().zip(cells.iter().skip(1)) {
            if (one.row, one.column) == (other.row, other.column) {
                return Err(problem::cell_twice(&problem::cell(self.sheet, one.row, one.column)));
            }
        }
        Ok(cells)
    }

    fn check_text(&self, row: u32, column: u32, text: &Arc<str>) -> Result<(), Problem> {
        // No text has more characters than bytes.
        if text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT {
            return Err(problem::long_text(&problem::cell(self.sheet, row, column)));
        }
        Ok(())
    }
}
