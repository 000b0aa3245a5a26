//! Covered and uncovered workers per segment: solid and hatched, every bar 100 percent.

use super::axis::{Scale, length, percent_tick};
use super::bars::{Fill, KEY_HEIGHT, Rows, check_height, draw_absent, draw_key, rows_mm};
use super::canvas::{Align, Canvas, DEEP, Frame, GRID, INK, Ink, PAPER, SOFT_INK};
use super::spec::{Share, StackedChart};
use super::text::{SMALL_FACE, one_line};
use super::value_error;
use crate::diagnostic::Diagnostic;

/// The least and the fitting height of a segment, in tenths of a millimetre.
const ROW: (u32, u32) = (55, 100);
/// Ticks beneath the bars.
const FOOT: i32 = 44;
/// The key and the ticks, in tenths of a millimetre.
const FIXED: u32 = (KEY_HEIGHT + FOOT).unsigned_abs();
/// The thickest bar.
const THICKEST: i32 = 60;
/// Free on either side of a label inside a bar.
const PAD: i32 = 14;

/// A fitting height for `n` segments, in millimetres.
#[must_use]
pub fn stacked_height_mm(n: usize) -> u32 {
    rows_mm(n, ROW.1, FIXED).max(super::LOWEST_BARS_MM)
}

/// One bar in units of the sheet, with its two labels in one line each.
struct Parts {
    split: i32,
    covered: String,
    uncovered: String,
}

/// The least height for `n` of them, in millimetres.
pub(super) fn least_mm(n: usize) -> u32 {
    rows_mm(n, ROW.0, FIXED)
}

pub(super) fn draw(chart: &StackedChart, canvas: &Canvas<'_>) -> Result<(), Diagnostic> {
    if chart.segments.is_empty() {
        return canvas.empty();
    }
    check_height(canvas, chart.segments.len(), least_mm(chart.segments.len()))?;
    let sheet = canvas.sheet();
    let area = Frame { top: KEY_HEIGHT, bottom: sheet.bottom - FOOT, ..sheet.grown(-4) };
    let mut rows = Rows::new(chart.segments.iter().map(|segment| &segment.name), area, SMALL_FACE);
    // The outer ticks stand centred under the ends of the bars.
    rows.plot.left = rows.plot.left.max(SMALL_FACE.width("0%") / 2 + 2);
    rows.plot.right = sheet.right - SMALL_FACE.width("100%") / 2 - 2;
    let scale = Scale::new((0.0, 100.0), (rows.plot.left, rows.plot.right));
    let parts = chart
        .segments
        .iter()
        .map(|segment| segment.share.as_ref().map(|share| parts(share, &scale)).transpose())
        .collect::<Result<Vec<_>, _>>()?;
    // Words in all bars or in none: a mixture reads as if it meant something.
    let word = chart.words.covered();
    let worded = parts.iter().flatten().all(|parts| parts.worded(word).fits(rows.plot));

    let uncovered = format!("belum {word}");
    draw_key(canvas, rows.plot.left, [(Fill::Solid, word), (Fill::Hatched, &uncovered)])?;
    let below = rows.plot.bottom;
    for percent in [0, 25, 50, 75, 100] {
        let x = scale.at(f64::from(percent));
        canvas.line(&[(x, rows.plot.top), (x, below + 8)], GRID, 2)?;
        let ink = Ink::new(SMALL_FACE, SOFT_INK, Align::Middle);
        canvas.text(&percent_tick(percent), (x, below + 14 + SMALL_FACE.cap_height()), ink)?;
    }
    for (parts, n) in parts.iter().zip(0..) {
        rows.draw_name(canvas, n, SMALL_FACE)?;
        let row = rows.row(n);
        let bar = Rows::bar(row, (row.height() * 7 / 10).min(THICKEST));
        match parts {
            None => draw_absent(canvas, bar.left, bar.middle().1)?,
            Some(parts) if worded => parts.worded(word).draw(canvas, bar, word)?,
            Some(parts) => parts.draw(canvas, bar, word)?,
        }
    }
    rows.draw_base(canvas)
}

fn parts(share: &Share, scale: &Scale) -> Result<Parts, Diagnostic> {
    let covered = length(&share.covered, 100)
        .ok_or_else(|| value_error(&share.covered_label, "persentase dari 0 sampai dengan 100"))?;
    Ok(Parts {
        split: scale.at(covered),
        covered: one_line(&share.covered_label.text),
        uncovered: one_line(&share.uncovered_label.text),
    })
}

impl Parts {
    fn worded(&self, word: &str) -> Self {
        Self {
            split: self.split,
            covered: format!("{word} {}", self.covered),
            uncovered: format!("belum {}", self.uncovered),
        }
    }

    /// Whether each label fits into its own part.
    fn fits(&self, bar: Frame) -> bool {
        let fits = |label: &str, room: i32| SMALL_FACE.width(label) + 2 * PAD <= room;
        fits(&self.covered, self.split - bar.left) && fits(&self.uncovered, bar.right - self.split)
    }

    /// Each label in its part; where one part is too small, both stand in the larger one, with their words.
    fn draw(&self, canvas: &Canvas<'_>, bar: Frame, word: &str) -> Result<(), Diagnostic> {
        let solid = Frame { right: self.split, ..bar };
        let hatched = Frame { left: self.split, ..bar };
        if self.fits(bar) {
            draw_solid(canvas, solid, &self.covered)?;
            return draw_hatched(canvas, hatched, &self.uncovered, Align::End);
        }
        let words = self.worded(word);
        let both = format!("{}; {}", words.covered, words.uncovered);
        let (in_solid, in_hatched) = if solid.width() >= hatched.width() { (&*both, "") } else { ("", &*both) };
        draw_solid(canvas, solid, in_solid)?;
        draw_hatched(canvas, hatched, in_hatched, Align::Start)
    }
}

fn draw_solid(canvas: &Canvas<'_>, frame: Frame, label: &str) -> Result<(), Diagnostic> {
    canvas.fill(frame, DEEP)?;
    if label.is_empty() {
        return Ok(());
    }
    let label = SMALL_FACE.fit(label, frame.width() - 2 * PAD);
    canvas.block(&[label], (frame.left + PAD, frame.middle().1), Ink::new(SMALL_FACE, PAPER, Align::Start))
}

/// The hatching is left out behind the label, up to the end that the label stands at.
fn draw_hatched(canvas: &Canvas<'_>, frame: Frame, label: &str, align: Align) -> Result<(), Diagnostic> {
    if frame.width() <= 0 || label.is_empty() {
        return if frame.width() <= 0 { Ok(()) } else { canvas.hatch(frame, None) };
    }
    let label = SMALL_FACE.fit(label, frame.width() - 2 * PAD);
    let cleared = SMALL_FACE.width(&label) + 2 * PAD;
    let (x, clearing) = match align {
        Align::End => (frame.right - PAD, (frame.right - cleared, frame.right)),
        _ => (frame.left + PAD, (frame.left, frame.left + cleared)),
    };
    canvas.hatch(frame, Some(clearing))?;
    canvas.block(&[label], (x, frame.middle().1), Ink::new(SMALL_FACE, INK, align))
}
