//! *Pagu* and *realisasi* per source of funds: the ceiling hatched, what was spent solid beneath it.

use super::axis::Scale;
use super::bars::{Fill, KEY_HEIGHT, Rows, SPACE, check_height, draw_absent, draw_key, rows_mm};
use super::canvas::{Align, Canvas, DEEP, Frame, INK, Ink};
use super::ranked::{ends, measured};
use super::spec::GroupedChart;
use super::text::SMALL_FACE;
use crate::diagnostic::Diagnostic;

/// The least and the fitting height of a source, in tenths of a millimetre.
const ROW: (u32, u32) = (100, 130);
/// The key, in tenths of a millimetre.
const FIXED: u32 = KEY_HEIGHT.unsigned_abs() + 10;

/// A fitting height for `n` sources of funds, in millimetres.
#[must_use]
pub fn grouped_height_mm(n: usize) -> u32 {
    rows_mm(n, ROW.1, FIXED).max(super::LOWEST_BARS_MM)
}

/// The least height for `n` of them, in millimetres.
pub(super) fn least_mm(n: usize) -> u32 {
    rows_mm(n, ROW.0, FIXED)
}

pub(super) fn draw(chart: &GroupedChart, canvas: &Canvas<'_>) -> Result<(), Diagnostic> {
    if chart.rows.is_empty() {
        return canvas.empty();
    }
    check_height(canvas, chart.rows.len(), least_mm(chart.rows.len()))?;
    let bars: Vec<[_; 2]> = chart
        .rows
        .iter()
        .map(|row| {
            let bar = |bar: &Option<super::Bar>| bar.as_ref().map(measured).transpose();
            Ok([bar(&row.pagu)?, bar(&row.realisasi)?])
        })
        .collect::<Result<_, Diagnostic>>()?;
    let sheet = canvas.sheet();
    let mut rows =
        Rows::new(chart.rows.iter().map(|row| &row.name), Frame { top: KEY_HEIGHT, ..sheet.grown(-4) }, SMALL_FACE);
    let ends = ends(bars.iter().flatten(), sheet);
    rows.plot.right = sheet.right - 4 - ends;
    let longest = bars.iter().flatten().flatten().map(|(value, _)| *value).fold(0.0, f64::max);
    let scale = Scale::new((0.0, longest), (rows.plot.left, rows.plot.right - SPACE));
    let ink = Ink::new(SMALL_FACE, INK, Align::Start);

    draw_key(canvas, rows.plot.left, [(Fill::Hatched, "pagu"), (Fill::Solid, "realisasi")])?;
    for (pair, n) in bars.iter().zip(0..) {
        rows.draw_name(canvas, n, SMALL_FACE)?;
        let row = rows.row(n);
        let thickness = (row.height() * 3 / 10).min(46);
        let top = row.middle().1 - thickness - 2;
        let lanes = [(top, Fill::Hatched), (top + thickness + 4, Fill::Solid)];
        for (bar, (top, fill)) in pair.iter().zip(lanes) {
            let frame = Frame { top, bottom: top + thickness, ..row };
            let Some((value, label)) = bar else {
                draw_absent(canvas, row.left, frame.middle().1)?;
                continue;
            };
            let frame = Frame { right: scale.at(*value), ..frame };
            match fill {
                Fill::Hatched if frame.width() > 0 => canvas.hatch(frame, None)?,
                Fill::Hatched => {}
                Fill::Solid => canvas.fill(frame, DEEP)?,
            }
            canvas.block(&[SMALL_FACE.fit(label, ends)], (frame.right + SPACE, frame.middle().1), ink)?;
        }
    }
    rows.draw_base(canvas)
}
