//! Markers where the denominator changed: a thin upright with its words beside the upper end.

use super::canvas::{Align, Canvas, Ink, SOFT_INK};
use super::code;
use super::labels::GAP;
use super::plot::Plot;
use super::text::{SMALL_FACE, one_line};
use crate::diagnostic::Diagnostic;
use crate::place::Printed;

/// Rows for the words above the plot.
const ROWS: i32 = 4;
/// Height of one row.
pub(super) const ROW: i32 = 40;
/// Between a marker and its words.
const BESIDE: i32 = 10;

/// A marker and its words.
pub(super) struct Flag {
    x: i32,
    /// Counted upwards from the plot.
    row: i32,
    text: String,
    left: i32,
    right: i32,
}

/// Rows for the words of changes (month, label): none on another, none on another's marker.
pub(super) fn flags(plot: &Plot, changes: &[(i32, &Printed)], width: i32) -> Result<Vec<Flag>, Diagnostic> {
    let mut flags: Vec<Flag> = Vec::new();
    for (month, label) in changes {
        let x = plot.before(*month);
        let text = one_line(&label.text);
        let sides = Flag::sides(x, &text, width);
        let free = (0..ROWS)
            .flat_map(|row| sides.iter().map(move |flag| Flag { row, text: flag.text.clone(), ..*flag }))
            .find(|flag| flags.iter().all(|other| !flag.disturbs(other)));
        flags.push(free.ok_or_else(|| crowded(label))?);
    }
    Ok(flags)
}

/// How many rows the flags take.
pub(super) fn rows(flags: &[Flag]) -> i32 {
    flags.iter().map(|flag| flag.row + 1).max().unwrap_or(0)
}

impl Flag {
    /// The words after the marker and before it, if they fit there whole; otherwise cut, on the wider side.
    fn sides(x: i32, text: &str, width: i32) -> Vec<Self> {
        let room = (width - x - BESIDE, x - BESIDE);
        let on = |after: bool| {
            let text = SMALL_FACE.fit(text, if after { room.0 } else { room.1 });
            let length = SMALL_FACE.width(&text);
            let left = if after { x + BESIDE } else { x - BESIDE - length };
            Self { x, row: 0, text, left, right: left + length }
        };
        let whole: Vec<Self> = [on(true), on(false)].into_iter().filter(|flag| flag.text == text).collect();
        if whole.is_empty() { vec![on(room.0 >= room.1)] } else { whole }
    }

    fn covers(&self, x: i32) -> bool {
        (self.left - BESIDE / 2..=self.right + BESIDE / 2).contains(&x)
    }

    fn disturbs(&self, other: &Self) -> bool {
        let together = self.row == other.row && self.left - GAP < other.right && other.left - GAP < self.right;
        let under_marker = self.row >= other.row && other.covers(self.x);
        together || under_marker || (other.row >= self.row && self.covers(other.x))
    }
}

pub(super) fn draw_flags(canvas: &Canvas<'_>, plot: &Plot, flags: &[Flag]) -> Result<(), Diagnostic> {
    let ink = Ink::new(SMALL_FACE, SOFT_INK, Align::Start);
    for flag in flags {
        let top = plot.frame.top - (flag.row + 1) * ROW;
        canvas.dashes(&[(flag.x, top), (flag.x, plot.frame.bottom)], (5, 7), SOFT_INK, 2)?;
        canvas.text(&flag.text, (flag.left, top + SMALL_FACE.cap_height()), ink)?;
    }
    Ok(())
}

fn crowded(label: &Printed) -> Diagnostic {
    let error = Diagnostic::error(
        code::FLAGS,
        "Pergantian penyebut terlalu banyak untuk satu grafik.",
        "Perpendek rentang bulan grafik itu.",
    );
    Diagnostic { places: label.from.iter().cloned().collect(), ..error }
}
