//! Charts: from a [`ChartSpec`] to one SVG string.
//!
//! Owns: the geometry and the look of the charts of a report, the rule of the percent axis, and the wording of
//! nothing but axis ticks, keys (`terlindungi`, `pagu`) and `belum tersedia`. Every other label arrives finished, with
//! its sources. Which figures a chart shows, its caption and its alt text belong to the template; setting the SVG on a
//! page belongs to [`crate::typeset`].
//!
//! The room reckons in tenths of a millimetre on paper; the SVG has ten of its units to each, so that whole
//! coordinates are fine enough for print. The caller scales the image to [`ChartSpec::width_mm`]. Same spec, same
//! bytes.
#![expect(
    clippy::result_large_err,
    reason = "a chart is refused once at most; the agreed error type is worth its size"
)]

mod axis;
mod bars;
mod canvas;
mod code;
mod fan;
mod flags;
mod grouped;
mod labels;
mod line;
mod plot;
mod ranked;
mod spec;
mod stacked;
mod text;

use crate::diagnostic::Diagnostic;
use crate::fonts;
use crate::place::Printed;
use canvas::Canvas;

pub use code::CODES;
pub use grouped::grouped_height_mm;
pub use ranked::ranked_height_mm;
pub use spec::{
    Bar, ChartKind, ChartSpec, DenominatorChange, FanChart, FanMonth, GroupedChart, GroupedRow, Illustration,
    LineChart, LineMonth, RankedBar, RankedChart, Share, StackedBar, StackedChart, StackedWords, TargetPath,
    TargetPoint,
};
pub use stacked::stacked_height_mm;

/// Printed widths a chart can be drawn at, in millimetres: below, no label fits; above, no page does.
const WIDTHS_MM: std::ops::RangeInclusive<u32> = 80..=400;
/// The greatest printed height, in millimetres.
const HIGHEST_MM: u32 = 400;
/// The least printed height of a line or a fan, in millimetres.
const LOWEST_LINE_MM: u32 = 30;
/// The least printed height of bars, in millimetres; enough for the words that stand in an empty chart.
const LOWEST_BARS_MM: u32 = 12;

/// The least height, in millimetres, at which [`draw`] can draw a chart with as many bars.
#[must_use]
pub fn least_height_mm(kind: &ChartKind) -> u32 {
    match kind {
        ChartKind::Line(_) | ChartKind::Fan(_) => LOWEST_LINE_MM,
        ChartKind::Stacked(chart) => stacked::least_mm(chart.segments.len()).max(LOWEST_BARS_MM),
        ChartKind::Ranked(chart) => ranked::least_mm(chart.bars.len()).max(LOWEST_BARS_MM),
        ChartKind::Grouped(chart) => grouped::least_mm(chart.rows.len()).max(LOWEST_BARS_MM),
    }
}

/// Draws a chart as an SVG document of `100 × width_mm` by `100 × height_mm` units, without background; its text names
/// the family [`fonts::FAMILY`].
///
/// # Errors
/// `G001` size out of range, `G002` too many bars for the height, `G003` a value that has no place on the axis, `G004`
/// months out of order, `G005` too many changes of the denominator, `G006` a character without a printable form, `G007`
/// the drawing engine refused.
pub fn draw(spec: &ChartSpec) -> Result<String, Diagnostic> {
    check_size(spec)?;
    spec.printed().try_for_each(check_printable)?;
    let mut svg = String::new();
    let canvas = Canvas::new(&mut svg, spec.width_mm, spec.height_mm)?;
    match &spec.kind {
        ChartKind::Line(chart) => line::draw(chart, &canvas)?,
        ChartKind::Fan(chart) => fan::draw(chart, &canvas)?,
        ChartKind::Stacked(chart) => stacked::draw(chart, &canvas)?,
        ChartKind::Ranked(chart) => ranked::draw(chart, &canvas)?,
        ChartKind::Grouped(chart) => grouped::draw(chart, &canvas)?,
    }
    canvas.finish()?;
    Ok(svg)
}

fn check_size(spec: &ChartSpec) -> Result<(), Diagnostic> {
    let lowest = match spec.kind {
        ChartKind::Line(_) | ChartKind::Fan(_) => LOWEST_LINE_MM,
        ChartKind::Stacked(_) | ChartKind::Ranked(_) | ChartKind::Grouped(_) => LOWEST_BARS_MM,
    };
    if WIDTHS_MM.contains(&spec.width_mm) && (lowest..=HIGHEST_MM).contains(&spec.height_mm) {
        return Ok(());
    }
    let (narrowest, widest) = (WIDTHS_MM.start(), WIDTHS_MM.end());
    Err(Diagnostic::error(code::SIZE, "Ukuran grafik tidak dapat dipakai.", "Ubah ukuran grafik itu pada templat.")
        .found(format!("lebar {} mm, tinggi {} mm", spec.width_mm, spec.height_mm))
        .expected(format!(
            "lebar {narrowest} sampai dengan {widest} mm, tinggi {lowest} sampai dengan {HIGHEST_MM} mm"
        )))
}

/// The label itself is not quoted: a chart cannot tell whether it names a person.
fn check_printable(label: &Printed) -> Result<(), Diagnostic> {
    fonts::check_text(&label.text).map_err(|unprintable| Diagnostic {
        places: label.from.iter().cloned().collect(),
        ..character_error(unprintable)
    })
}

fn character_error(unprintable: fonts::Unprintable) -> Diagnostic {
    Diagnostic::error(code::UNPRINTABLE, unprintable.to_string(), "Ganti karakter itu.")
}

/// A value that has no place on its axis.
fn value_error(label: &Printed, expected: &str) -> Diagnostic {
    let error = Diagnostic::error(
        code::OFF_AXIS,
        "Satu nilai tidak dapat digambar pada sumbu grafik.",
        "Periksa angka itu pada sumbernya, lalu jalankan `rakor periksa`.",
    );
    Diagnostic { places: label.from.iter().cloned().collect(), ..error }.expected(expected)
}
