//! The sheet a chart is drawn on: a few shapes in whole units, a palette that survives a photocopier, hatching.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::FontDesc;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::code;
use super::text::{Face, LABEL_FACE, register_faces};
use crate::diagnostic::Diagnostic;
use crate::fonts;

/// The one strong colour: data. Prints as a dark grey.
pub(super) const DEEP: RGBColor = RGBColor(0x1F, 0x4E, 0x79);
/// Data that steps back behind an emphasised bar. Prints as a light middle grey.
pub(super) const PALE: RGBColor = RGBColor(0x9F, 0xB6, 0xCC);
/// Text.
pub(super) const INK: RGBColor = RGBColor(0x26, 0x26, 0x26);
/// Ticks, keys and what is absent.
pub(super) const SOFT_INK: RGBColor = RGBColor(0x59, 0x59, 0x59);
/// Axes, hatching.
pub(super) const RULE: RGBColor = RGBColor(0x8C, 0x8C, 0x8C);
/// Grid lines.
pub(super) const GRID: RGBColor = RGBColor(0xD9, 0xD9, 0xD9);
/// The ground under hatching.
pub(super) const GROUND: RGBColor = RGBColor(0xF4, 0xF4, 0xF4);
/// On dark ground.
pub(super) const PAPER: RGBColor = RGBColor(0xFF, 0xFF, 0xFF);

/// Units to a millimetre on paper.
pub(super) const UNITS_PER_MM: i32 = 10;
/// The engine draws whole numbers only; each unit is cut into this many, so that slanted dashes keep their slope.
const FINE: i32 = 10;
/// Distance between two lines of hatching, along the axis.
const HATCH_STEP: i32 = 16;
/// The SVG engine writes a font size divided by this.
const ENGINE_FONT_FACTOR: f64 = 1.24;

/// A point in whole units from the upper left corner.
pub(super) type Point = (i32, i32);

/// A box in whole units; right and bottom lie outside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Frame {
    pub(super) fn new(left: i32, top: i32, right: i32, bottom: i32) -> Self {
        Self { left, top, right, bottom }
    }

    pub(super) fn width(self) -> i32 {
        self.right - self.left
    }

    pub(super) fn height(self) -> i32 {
        self.bottom - self.top
    }

    pub(super) fn middle(self) -> Point {
        (i32::midpoint(self.left, self.right), i32::midpoint(self.top, self.bottom))
    }

    /// Larger on every side.
    pub(super) fn grown(self, by: i32) -> Self {
        Self::new(self.left - by, self.top - by, self.right + by, self.bottom + by)
    }

    pub(super) fn moved_down(self, by: i32) -> Self {
        Self { top: self.top + by, bottom: self.bottom + by, ..self }
    }

    pub(super) fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// The box moved into `bounds` by the least there is; its upper left corner wins.
    pub(super) fn pushed_into(self, bounds: Self) -> Self {
        let across = (bounds.right - self.right).min(0).max(bounds.left - self.left);
        let down = (bounds.bottom - self.bottom).min(0).max(bounds.top - self.top);
        Self::new(self.left + across, self.top + down, self.right + across, self.bottom + down)
    }

    /// Whether a straight line from `a` to `b` runs through the box.
    pub(super) fn is_crossed_by(self, a: Point, b: Point) -> bool {
        let apart = a.0.max(b.0) < self.left
            || a.0.min(b.0) > self.right
            || a.1.max(b.1) < self.top
            || a.1.min(b.1) > self.bottom;
        if apart {
            return false;
        }
        let side = |x: i32, y: i32| {
            let (dx, dy) = (i64::from(b.0 - a.0), i64::from(b.1 - a.1));
            (dx * i64::from(y - a.1) - dy * i64::from(x - a.0)).signum()
        };
        let corners = [
            side(self.left, self.top),
            side(self.right, self.top),
            side(self.left, self.bottom),
            side(self.right, self.bottom),
        ];
        !(corners.iter().all(|&s| s > 0) || corners.iter().all(|&s| s < 0))
    }
}

/// Which point of a line of text stands at the given x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Start,
    Middle,
    End,
}

/// How a line of text looks.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    pub(super) face: Face,
    pub(super) color: RGBColor,
    pub(super) align: Align,
}

impl Ink {
    pub(super) fn new(face: Face, color: RGBColor, align: Align) -> Self {
        Self { face, color, align }
    }
}

/// The sheet, without background: paper shows through.
pub(super) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    width: i32,
    height: i32,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(svg: &'a mut String, width_mm: u32, height_mm: u32) -> Result<Self, Diagnostic> {
        if !register_faces() {
            return Err(engine_error("the embedded faces cannot be read"));
        }
        let units = |mm: u32| mm.saturating_mul(UNITS_PER_MM.unsigned_abs());
        let fine = |mm: u32| units(mm).saturating_mul(FINE.unsigned_abs());
        let area = SVGBackend::with_string(svg, (fine(width_mm), fine(height_mm))).into_drawing_area();
        Ok(Self { area, width: units(width_mm).cast_signed(), height: units(height_mm).cast_signed() })
    }

    /// The whole sheet.
    pub(super) fn sheet(&self) -> Frame {
        Frame::new(0, 0, self.width, self.height)
    }

    /// Closes the document.
    pub(super) fn finish(self) -> Result<(), Diagnostic> {
        self.area.present().map_err(engine_error)
    }

    fn element<'e, E, B>(&self, element: &'e E) -> Result<(), Diagnostic>
    where
        B: plotters::element::CoordMapper,
        &'e E: plotters::element::PointCollection<'e, Point, B>,
        E: plotters::element::Drawable<SVGBackend<'a>, B>,
    {
        self.area.draw(element).map_err(engine_error)
    }

    /// A filled box; nothing for an empty one.
    pub(super) fn fill(&self, frame: Frame, color: RGBColor) -> Result<(), Diagnostic> {
        if frame.width() <= 0 || frame.height() <= 0 {
            return Ok(());
        }
        let corners = [(frame.left, frame.top), (frame.right, frame.bottom)].map(fine);
        self.element(&Rectangle::new(corners, color.filled()))
    }

    /// The border of a box. The engine draws borders of rectangles a unit wide only, hence a closed line; it runs one
    /// side further so that the first corner is joined too.
    pub(super) fn outline(&self, frame: Frame, color: RGBColor, width: u32) -> Result<(), Diagnostic> {
        let Frame { left, top, right, bottom } = frame;
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top), (right, top)];
        self.line(&corners, color, width)
    }

    /// A line through points.
    pub(super) fn line(&self, points: &[Point], color: RGBColor, width: u32) -> Result<(), Diagnostic> {
        let points: Vec<Point> = points.iter().copied().map(fine).collect();
        self.fine_line(points, color, width)
    }

    fn fine_line(&self, points: Vec<Point>, color: RGBColor, width: u32) -> Result<(), Diagnostic> {
        self.element(&PathElement::new(points, color.stroke_width(width * FINE.unsigned_abs())))
    }

    /// A filled area.
    pub(super) fn area(&self, corners: &[Point], color: RGBColor) -> Result<(), Diagnostic> {
        let corners: Vec<Point> = corners.iter().copied().map(fine).collect();
        self.element(&Polygon::new(corners, color.filled()))
    }

    /// A dashed line through points; the dashes run on across the corners. Reckoned in whole numbers, so that they are
    /// the same on every processor.
    pub(super) fn dashes(
        &self,
        points: &[Point],
        (dash, gap): (i32, i32),
        color: RGBColor,
        width: u32,
    ) -> Result<(), Diagnostic> {
        let (dash, period) = (i64::from(dash * FINE), i64::from((dash + gap).max(1) * FINE));
        // Where the next dash begins, from the start of the piece; negative when it began on the piece before.
        let mut begin = 0;
        for (from, to) in points.iter().copied().map(fine).zip(points.iter().skip(1).copied().map(fine)) {
            let (dx, dy) = (i64::from(to.0 - from.0), i64::from(to.1 - from.1));
            let length = (dx * dx + dy * dy).isqrt();
            let at = |distance: i64| {
                let along = |start: i32, delta: i64| {
                    let moved = delta * distance.clamp(0, length) / length.max(1);
                    start.saturating_add(i32::try_from(moved).unwrap_or_default())
                };
                (along(from.0, dx), along(from.1, dy))
            };
            while begin < length {
                if begin + dash > 0 {
                    self.fine_line(vec![at(begin), at(begin + dash)], color, width)?;
                }
                begin += period;
            }
            begin -= length;
            // The dash that runs over the corner.
            if begin > period - dash {
                begin -= period;
            }
        }
        Ok(())
    }

    /// Slanted hatching on light ground, clipped to the box and left out between the two given x.
    pub(super) fn hatch(&self, frame: Frame, clearing: Option<(i32, i32)>) -> Result<(), Diagnostic> {
        self.fill(frame, GROUND)?;
        let (from, to) = clearing.unwrap_or((frame.right, frame.right));
        self.slants(Frame { right: from.min(frame.right), ..frame })?;
        self.slants(Frame { left: to.max(frame.left), ..frame })?;
        self.outline(frame, RULE, 2)
    }

    fn slants(&self, frame: Frame) -> Result<(), Diagnostic> {
        // Counted from the sheet's corner, so that all hatched boxes share one raster.
        let first = (frame.left + frame.top).div_euclid(HATCH_STEP);
        let last = (frame.right + frame.bottom).div_euclid(HATCH_STEP);
        for sum in (first..=last).map(|n| n * HATCH_STEP) {
            let low = ((sum - frame.bottom).max(frame.left), 0);
            let high = ((sum - frame.top).min(frame.right), 0);
            if low.0 < high.0 {
                self.line(&[(low.0, sum - low.0), (high.0, sum - high.0)], RULE, 2)?;
            }
        }
        Ok(())
    }

    /// A filled disc.
    pub(super) fn dot(&self, centre: Point, radius: i32, color: RGBColor) -> Result<(), Diagnostic> {
        self.element(&Circle::new(fine(centre), radius * FINE, color.filled()))
    }

    /// A ring with paper inside.
    pub(super) fn ring(&self, centre: Point, radius: i32, color: RGBColor, width: u32) -> Result<(), Diagnostic> {
        self.dot(centre, radius, PAPER)?;
        let style = color.stroke_width(width * FINE.unsigned_abs());
        self.element(&Circle::new(fine(centre), radius * FINE, style))
    }

    /// One line of text on its baseline.
    pub(super) fn text(&self, text: &str, (x, baseline): Point, ink: Ink) -> Result<(), Diagnostic> {
        let anchor = match ink.align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let size = f64::from(ink.face.size * FINE) * ENGINE_FONT_FACTOR;
        let style = FontDesc::new(FontFamily::Name(fonts::FAMILY), size, ink.face.weight.style())
            .color(&ink.color)
            .pos(Pos::new(anchor, VPos::Top));
        // Of the engine's three vertical anchors only this one is a fixed part of an em (0.76) in every renderer.
        let top = baseline * FINE - ink.face.size * FINE * 19 / 25;
        self.element(&Text::new(text, (x * FINE, top), style))
    }

    /// Lines of text around a vertical centre.
    pub(super) fn block(&self, lines: &[String], (x, centre): Point, ink: Ink) -> Result<(), Diagnostic> {
        let below_first = ink.face.leading() * (count(lines.len()) - 1);
        let first = centre + (ink.face.cap_height() - below_first) / 2;
        for (line, n) in lines.iter().zip(0..) {
            self.text(line, (x, first + ink.face.leading() * n), ink)?;
        }
        Ok(())
    }

    /// The whole chart when there is nothing to show.
    pub(super) fn empty(&self) -> Result<(), Diagnostic> {
        let frame = self.sheet().grown(-2);
        self.outline(frame, GRID, 2)?;
        let ink = Ink::new(LABEL_FACE, SOFT_INK, Align::Middle);
        self.block(&["Data belum tersedia".to_owned()], frame.middle(), ink)
    }
}

fn fine((x, y): Point) -> Point {
    (x * FINE, y * FINE)
}

/// A number of things as a factor of lengths.
pub(super) fn count(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

/// The engine's own refusal, which no input is known to cause.
fn engine_error(words: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::error(
        code::BROKEN,
        "Grafik tidak dapat digambar karena kesalahan di dalam program.",
        "Laporkan kode ini kepada pengelola.",
    )
    .engine(words.to_string())
}
