//! What the bar charts share: the column of names, rows of equal height, the key, the words for what is absent.

use super::canvas::{Align, Canvas, DEEP, Frame, INK, Ink, RULE, SOFT_INK, UNITS_PER_MM, count};
use super::code;
use super::text::{Face, SMALL_FACE, one_line};
use crate::diagnostic::Diagnostic;
use crate::place::Printed;

/// Printed in place of a bar.
pub(super) const ABSENT: &str = "belum tersedia";
/// Between a name and its bar, and between a bar and its label.
pub(super) const SPACE: i32 = 14;
/// The key above the bars, with the room beneath it.
pub(super) const KEY_HEIGHT: i32 = 60;
/// Size of a sample in the key.
const SAMPLE: (i32, i32) = (52, 26);

/// Between the parts of the key.
const PARTS_GAP: i32 = 48;

/// Rows of bars with names before them.
pub(super) struct Rows {
    names: Vec<Vec<String>>,
    /// Where bars can be drawn.
    pub(super) plot: Frame,
}

impl Rows {
    /// Names in one or two lines as the rows allow, in a column as wide as needed but at most two fifths of the sheet.
    /// Measured in the given face, drawn in it or in a narrower one.
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a Printed> + Clone, area: Frame, face: Face) -> Self {
        let most = area.width() * 2 / 5;
        let pitch = area.height() / count(names.clone().count()).max(1);
        let two_lines = pitch >= 2 * face.leading() + 6;
        let lines = |name: &Printed| {
            let text = one_line(&name.text);
            if two_lines { face.wrap(&text, most) } else { vec![face.fit(&text, most)] }
        };
        let names: Vec<_> = names.map(lines).collect();
        let column = names.iter().flatten().map(|line| face.width(line)).max().unwrap_or(0);
        Self { names, plot: Frame { left: area.left + column + SPACE, ..area } }
    }

    /// The row's share of the plot; heights differ by a unit at most.
    pub(super) fn row(&self, n: usize) -> Frame {
        let rows = count(self.names.len()).max(1);
        let edge = |n: i32| self.plot.top + self.plot.height() * n / rows;
        Frame { top: edge(count(n)), bottom: edge(count(n) + 1), ..self.plot }
    }

    /// A bar in the middle of a row.
    pub(super) fn bar(row: Frame, thickness: i32) -> Frame {
        let top = row.middle().1 - thickness / 2;
        Frame { top, bottom: top + thickness, ..row }
    }

    pub(super) fn draw_name(&self, canvas: &Canvas<'_>, n: usize, face: Face) -> Result<(), Diagnostic> {
        let at = (self.plot.left - SPACE, self.row(n).middle().1);
        self.names.get(n).map_or(Ok(()), |lines| canvas.block(lines, at, Ink::new(face, INK, Align::End)))
    }

    /// The line that all bars start from.
    pub(super) fn draw_base(&self, canvas: &Canvas<'_>) -> Result<(), Diagnostic> {
        canvas.line(&[(self.plot.left, self.plot.top), (self.plot.left, self.plot.bottom)], RULE, 3)
    }
}

/// The words for a bar that has no value.
pub(super) fn draw_absent(canvas: &Canvas<'_>, left: i32, centre: i32) -> Result<(), Diagnostic> {
    let ink = Ink::new(SMALL_FACE, SOFT_INK, Align::Start);
    canvas.block(&[ABSENT.to_owned()], (left + SPACE, centre), ink)
}

/// How a part of the key is filled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    Solid,
    Hatched,
}

/// Samples with their words in one line, above the bars or as far left of them as the sheet asks for.
pub(super) fn draw_key(canvas: &Canvas<'_>, left: i32, parts: [(Fill, &str); 2]) -> Result<(), Diagnostic> {
    let middle = 4 + SAMPLE.1 / 2;
    let length: i32 = parts.iter().map(|(_, words)| SAMPLE.0 + 12 + SMALL_FACE.width(words)).sum();
    let mut x = left.min(canvas.sheet().right - length - PARTS_GAP - 4);
    for (fill, words) in parts {
        let sample = Frame::new(x, middle - SAMPLE.1 / 2, x + SAMPLE.0, middle - SAMPLE.1 / 2 + SAMPLE.1);
        match fill {
            Fill::Solid => canvas.fill(sample, DEEP)?,
            Fill::Hatched => canvas.hatch(sample, None)?,
        }
        x = sample.right + 12;
        let ink = Ink::new(SMALL_FACE, SOFT_INK, Align::Start);
        canvas.block(&[words.to_owned()], (x, middle), ink)?;
        x += SMALL_FACE.width(words) + PARTS_GAP;
    }
    Ok(())
}

/// Refuses a height that would press the bars together beyond reading.
pub(super) fn check_height(canvas: &Canvas<'_>, bars: usize, needed_mm: u32) -> Result<(), Diagnostic> {
    let given_mm = canvas.sheet().height().unsigned_abs() / UNITS_PER_MM.unsigned_abs();
    if given_mm >= needed_mm {
        return Ok(());
    }
    Err(Diagnostic::error(
        code::BARS,
        format!("Grafik dengan {bars} batang tidak terbaca pada tinggi itu."),
        "Tambah tinggi grafik itu pada templat atau sajikan datanya sebagai tabel.",
    )
    .found(format!("{given_mm} mm"))
    .expected(format!("sekurang-kurangnya {needed_mm} mm")))
}

/// Millimetres for `n` rows of the given tenths of a millimetre, and a fixed part.
pub(super) fn rows_mm(n: usize, tenths: u32, fixed: u32) -> u32 {
    let rows = u32::try_from(n).unwrap_or(u32::MAX);
    rows.saturating_mul(tenths).saturating_add(fixed).div_ceil(UNITS_PER_MM.unsigned_abs())
}
