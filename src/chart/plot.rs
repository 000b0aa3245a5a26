//! The part of the sheet that a line is drawn in: its two scales, the grid, the months and the years.

use super::axis::{MONTH_STRIDES, PercentAxis, Scale, YEAR_STRIDES, month_number, percent_tick};
use super::canvas::{Align, Canvas, Frame, GRID, Ink, Point, RULE, SOFT_INK};
use super::spec::LineMonth;
use super::text::{SMALL_FACE, one_line};
use crate::diagnostic::Diagnostic;

/// Distance between two grid lines, at least.
const LEAST_GRID: i32 = 70;
/// The first and the last month stand this far inside the plot.
pub(super) const INSET: i32 = 26;
/// Months and years beneath the plot.
const FOOT: i32 = 84;
/// Between the ticks' labels and the plot.
const TICK_GAP: i32 = 12;
/// Between two labels of months.
const MONTH_GAP: i32 = 12;
/// Baseline of the months, from the foot of the plot.
const MONTHS_DOWN: i32 = 32;
/// Free between the plot and what is written above and beneath it.
pub(super) const MONTHS_GAP: i32 = 8;
/// Baseline of the years, from the foot of the plot.
const YEARS_DOWN: i32 = 73;

/// A value with its month, as [`month_number`].
#[derive(Clone, Copy)]
pub(super) struct Value {
    pub(super) month: i32,
    pub(super) percent: f64,
}

/// Scales and frame.
pub(super) struct Plot {
    pub(super) frame: Frame,
    /// First and last month of the axis.
    ends: (i32, i32),
    axis: PercentAxis,
    extremes: (f64, f64),
    /// Baseline of the years, from the foot of the plot.
    years_down: i32,
    /// The whole sheet.
    pub(super) sheet: Frame,
}

/// The label of a month, set.
struct MonthName {
    month: i32,
    centre: i32,
    half: i32,
    text: String,
}

impl Plot {
    /// A plot for these values that leaves `column` free at the right.
    pub(super) fn new(sheet: Frame, column: i32, ends: (i32, i32), shown: &[Value]) -> Self {
        let lowest = shown.iter().map(|value| value.percent).fold(f64::INFINITY, f64::min);
        let highest = shown.iter().map(|value| value.percent).fold(f64::NEG_INFINITY, f64::max);
        let frame = Frame::new(0, SMALL_FACE.cap_height(), sheet.right - column + INSET, sheet.bottom - FOOT);
        let axis = PercentAxis { from: 0, to: 1, step: 1 };
        let mut plot = Self { frame, ends, axis, extremes: (lowest, highest), years_down: YEARS_DOWN, sheet };
        plot.settle();
        plot
    }

    /// Makes room above.
    pub(super) fn lower_top(&mut self, by: i32) {
        self.frame.top += by;
        self.settle();
    }

    /// Gives the row of the months to the years, and theirs to the plot.
    pub(super) fn drop_months(&mut self) {
        self.years_down = MONTHS_DOWN;
        self.frame.bottom += YEARS_DOWN - MONTHS_DOWN;
        self.settle();
    }

    /// The axis follows from the height, and the left edge from the width of its labels; it never moves back left, so
    /// that what was placed by an earlier settling stays in place.
    fn settle(&mut self) {
        let intervals = (self.frame.height() / LEAST_GRID).clamp(1, 6);
        self.axis = PercentAxis::holding(self.extremes.0, self.extremes.1, i64::from(intervals));
        let widest = self.axis.ticks().map(|tick| SMALL_FACE.width(&percent_tick(tick))).max().unwrap_or(0);
        self.frame.left = self.frame.left.max(widest + TICK_GAP);
    }

    fn x(&self, month: f64) -> i32 {
        let inner = (self.frame.left + INSET, self.frame.right - INSET);
        if self.ends.0 == self.ends.1 {
            return i32::midpoint(inner.0, inner.1);
        }
        Scale::new((f64::from(self.ends.0), f64::from(self.ends.1)), inner).at(month)
    }

    fn y(&self, percent: f64) -> i32 {
        let values = (f64::from(self.axis.from), f64::from(self.axis.to));
        Scale::new(values, (self.frame.bottom, self.frame.top)).at(percent)
    }

    pub(super) fn point(&self, value: Value) -> Point {
        self.point_at(f64::from(value.month), value.percent)
    }

    /// A point between two months.
    pub(super) fn point_at(&self, month: f64, percent: f64) -> Point {
        (self.x(month), self.y(percent))
    }

    /// Halfway between a month and the one before it.
    pub(super) fn before(&self, month: i32) -> i32 {
        self.x(f64::from(month) - 0.5).clamp(self.frame.left, self.frame.right)
    }

    /// Horizontal lines only, left out behind labels.
    pub(super) fn draw_grid(&self, canvas: &Canvas<'_>, labels: &[Frame]) -> Result<(), Diagnostic> {
        let ink = Ink::new(SMALL_FACE, SOFT_INK, Align::End);
        for tick in self.axis.ticks() {
            let y = self.y(f64::from(tick));
            canvas.block(&[percent_tick(tick)], (self.frame.left - TICK_GAP, y), ink)?;
            if tick == self.axis.from {
                canvas.line(&[(self.frame.left, y), (self.frame.right, y)], RULE, 3)?;
            } else {
                self.draw_grid_line(canvas, y, labels)?;
            }
        }
        Ok(())
    }

    fn draw_grid_line(&self, canvas: &Canvas<'_>, y: i32, labels: &[Frame]) -> Result<(), Diagnostic> {
        let behind = |gap: &Frame| gap.top <= y && y <= gap.bottom;
        let mut gaps: Vec<Frame> = labels.iter().map(|label| label.grown(4)).filter(behind).collect();
        gaps.sort_by_key(|gap| gap.left);
        let mut from = self.frame.left;
        for gap in gaps {
            let to = gap.left.min(self.frame.right);
            if to > from {
                canvas.line(&[(from, y), (to, y)], GRID, 2)?;
            }
            from = from.max(gap.right);
        }
        if from < self.frame.right { canvas.line(&[(from, y), (self.frame.right, y)], GRID, 2) } else { Ok(()) }
    }

    pub(super) fn draw_months(&self, canvas: &Canvas<'_>, months: &[LineMonth]) -> Result<(), Diagnostic> {
        let ink = Ink::new(SMALL_FACE, SOFT_INK, Align::Middle);
        let foot = self.frame.bottom;
        for name in self.month_names(months, canvas.sheet().right) {
            let x = self.x(f64::from(name.month));
            canvas.line(&[(x, foot), (x, foot + 8)], RULE, 2)?;
            canvas.text(&name.text, (name.centre, foot + MONTHS_DOWN), ink)?;
        }
        self.draw_years(canvas, ink)
    }

    /// The names of every first, second, third, ... month back from the last one, as many as stand free of each other:
    /// the axis always says where it ends. They keep right of the percent ticks.
    fn month_names(&self, months: &[LineMonth], right: i32) -> Vec<MonthName> {
        let left = self.frame.left - TICK_GAP / 2;
        let set = |month: &LineMonth| {
            let text = SMALL_FACE.fit(&one_line(&month.label.text), (right - left) / 3);
            let half = SMALL_FACE.width(&text) / 2 + 1;
            let month = month_number(month.period);
            let centre = self.x(f64::from(month)).min(right - half).max(left + half);
            MonthName { month, centre, half, text }
        };
        let last = months.last().map_or(0, |month| month_number(month.period));
        let free = |names: &Vec<MonthName>| {
            names.iter().zip(names.iter().skip(1)).all(|(a, b)| b.centre - b.half - (a.centre + a.half) >= MONTH_GAP)
        };
        let every = |stride: i32| -> Vec<MonthName> {
            let counts = |month: &&LineMonth| (last - month_number(month.period)) % stride == 0;
            months.iter().filter(counts).map(set).collect()
        };
        MONTH_STRIDES
            .into_iter()
            .map(every)
            .find(|names| !names.is_empty() && free(names))
            .unwrap_or_else(|| months.last().map(set).into_iter().collect())
    }

    /// Each year stands centred under its months; a short upright divides two years.
    fn draw_years(&self, canvas: &Canvas<'_>, ink: Ink) -> Result<(), Diagnostic> {
        let (first, last) = (self.ends.0.div_euclid(12), self.ends.1.div_euclid(12));
        let needed = SMALL_FACE.width("2000");
        let room = |years: i32| self.x(f64::from(self.ends.0 + 12 * years)) - self.x(f64::from(self.ends.0));
        let stride = YEAR_STRIDES.into_iter().find(|stride| room(*stride) >= needed + MONTH_GAP).unwrap_or(200);
        let baseline = self.frame.bottom + self.years_down;
        for year in (first..=last).filter(|year| year % stride == 0 || first == last) {
            let from = if year <= first { self.frame.left } else { self.before(year * 12) };
            let to = if year + stride > last { self.frame.right } else { self.before((year + stride) * 12) };
            if year > first {
                canvas.line(&[(from, baseline - SMALL_FACE.cap_height() - 4), (from, baseline + 4)], RULE, 2)?;
            }
            if to - from >= needed {
                canvas.text(&year.to_string(), (i32::midpoint(from, to), baseline), ink)?;
            }
        }
        Ok(())
    }
}
