//! Bars in the order of a ranking: names before, labels at the ends, no axis.

use super::axis::{Scale, length};
use super::bars::{ABSENT, Rows, SPACE, check_height, draw_absent, rows_mm};
use super::canvas::{Align, Canvas, DEEP, Frame, INK, Ink, PALE};
use super::spec::{Bar, RankedChart};
use super::text::{SMALL_BOLD, SMALL_FACE, one_line};
use super::value_error;
use crate::diagnostic::Diagnostic;

/// Lengths beyond this (a quintillion) are no figures of a region.
pub(super) const MOST: u64 = 1_000_000_000_000_000_000;
/// The least and the most comfortable height of a row, in tenths of a millimetre.
const ROW: (u32, u32) = (40, 75);
/// As far as rows stay comfortable, in tenths of a millimetre.
const COMFORT: u32 = 1_000;
/// The thickest bar.
const THICKEST: i32 = 44;

/// A fitting height for `n` bars, in millimetres: comfortable rows while they are few, 4 mm each when they are many (57
/// bars take 229 mm, which one A4 page holds). Never less for more bars.
#[must_use]
pub fn ranked_height_mm(n: usize) -> u32 {
    let comfortable = rows_mm(n, ROW.1, 10).min(COMFORT / 10);
    least_mm(n).max(comfortable).max(super::LOWEST_BARS_MM)
}

/// The least height for `n` bars, in millimetres.
pub(super) fn least_mm(n: usize) -> u32 {
    rows_mm(n, ROW.0, 10)
}

pub(super) fn draw(chart: &RankedChart, canvas: &Canvas<'_>) -> Result<(), Diagnostic> {
    if chart.bars.is_empty() {
        return canvas.empty();
    }
    check_height(canvas, chart.bars.len(), least_mm(chart.bars.len()))?;
    let bars: Vec<_> =
        chart.bars.iter().map(|bar| bar.bar.as_ref().map(measured).transpose()).collect::<Result<_, _>>()?;
    let sheet = canvas.sheet();
    let mut rows = Rows::new(chart.bars.iter().map(|bar| &bar.name), sheet.grown(-4), SMALL_BOLD);
    let ends = ends(&bars, sheet);
    rows.plot.right = sheet.right - 4 - ends;
    let longest = bars.iter().flatten().map(|(value, _)| *value).fold(0.0, f64::max);
    let scale = Scale::new((0.0, longest), (rows.plot.left, rows.plot.right - SPACE));

    for (bar, n) in bars.iter().zip(0..) {
        let row = rows.row(n);
        let emphasised = chart.emphasised == Some(n);
        let face = if emphasised { SMALL_BOLD } else { SMALL_FACE };
        rows.draw_name(canvas, n, face)?;
        let Some((value, label)) = bar else {
            draw_absent(canvas, row.left, row.middle().1)?;
            continue;
        };
        let thickness = (row.height() * 13 / 20).min(THICKEST);
        let frame = Frame { right: scale.at(*value), ..Rows::bar(row, thickness) };
        let color = if emphasised || chart.emphasised.is_none() { DEEP } else { PALE };
        canvas.fill(frame, color)?;
        let ink = Ink::new(face, INK, Align::Start);
        canvas.block(&[face.fit(label, ends)], (frame.right + SPACE, row.middle().1), ink)?;
    }
    rows.draw_base(canvas)
}

/// A bar's length and its label in one line.
pub(super) fn measured(bar: &Bar) -> Result<(f64, String), Diagnostic> {
    let value = length(&bar.value, MOST).ok_or_else(|| value_error(&bar.label, "bilangan yang tidak negatif"))?;
    Ok((value, one_line(&bar.label.text)))
}

/// Room for the labels at the bars' ends, wide enough for the bold face; at most a third of the sheet.
pub(super) fn ends<'a>(bars: impl IntoIterator<Item = &'a Option<(f64, String)>>, sheet: Frame) -> i32 {
    let width = |bar: &Option<(f64, String)>| SMALL_BOLD.width(bar.as_ref().map_or(ABSENT, |(_, label)| label));
    bars.into_iter().map(width).max().unwrap_or(0).min(sheet.width() / 3)
}
