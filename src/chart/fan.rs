//! The line of monthly coverage, continued within the band of its prediction interval, and the targets as points.

use num_traits::ToPrimitive;

use super::axis::month_number;
use super::canvas::{Align, Canvas, DEEP, Frame, GROUND, INK, Ink, Point, SOFT_INK};
use super::flags::{ROW, draw_flags, flags, rows};
use super::labels::{GAP, Tag, spread};
use super::line::{Naming, Piece, ascending, draw_values, percent, pieces, value_of};
use super::plot::{INSET, MONTHS_GAP, Plot, Value};
use super::spec::{FanChart, FanMonth, LineMonth};
use super::text::{LABEL_FACE, STRONG_FACE};
use crate::diagnostic::Diagnostic;
use crate::figure::{Ratio, whole};
use crate::place::Printed;

/// On a longer axis, in months, the years stand alone.
const NAMED_MONTHS: i32 = 36;
/// Of the months of a band, those closer to the one before than this are left out.
const LEAST_STEP: i32 = 14;

/// The projection as it is drawn: clipped to the range of a percentage.
struct Band {
    low: Vec<Value>,
    high: Vec<Value>,
    /// The dashed line; ends where it leaves the range.
    line: Vec<(f64, f64)>,
}

pub(super) fn draw(chart: &FanChart, canvas: &Canvas<'_>) -> Result<(), Diagnostic> {
    ascending(chart.months.iter().map(|month| (month.period, &month.label)))?;
    ascending(chart.fan.iter().map(|month| (month.period, &month.label)))?;
    let values = chart.months.iter().filter_map(value_of).collect::<Result<Vec<_>, _>>()?;
    let target = |target: &super::TargetPoint| {
        Ok(Value { month: month_number(target.period), percent: percent(&target.value, &target.label)? })
    };
    let targets = chart.targets.iter().map(target).collect::<Result<Vec<_>, Diagnostic>>()?;
    let band = Band::of(&chart.fan);
    let Some(newest) = values.last().copied() else { return canvas.empty() };
    // For the percent axis alone, which asks for no month.
    let line_ends = band.line.iter().map(|(_, percent)| Value { month: newest.month, percent: *percent });
    let shown: Vec<Value> =
        values.iter().chain(&targets).chain(&band.low).chain(&band.high).copied().chain(line_ends).collect();
    let named: Vec<i32> = chart.months.iter().map(|month| month_number(month.period)).collect();
    let months = || shown.iter().map(|value| value.month).chain(named.iter().copied());
    let ends = (months().fold(newest.month, i32::min), months().fold(newest.month, i32::max));

    let sheet = canvas.sheet();
    let beside = ending(chart, &band, &targets, ends.1, sheet.width() * 26 / 100);
    let column = beside.iter().map(|naming| naming.tag.width + GAP).max().unwrap_or(0).max(INSET);
    let mut plot = Plot::new(sheet, column, ends, &shown);
    let are_named = ends.1 - ends.0 < NAMED_MONTHS;
    if !are_named {
        plot.drop_months();
    }
    let markers: Vec<(i32, &Printed)> = chart
        .illustration
        .iter()
        .map(|illustration| (month_number(illustration.period), &illustration.label))
        .filter(|(month, _)| (ends.0..=ends.1).contains(month))
        .collect();
    // The words of the marker keep out of the column beside the plot.
    let flags = flags(&plot, &markers, plot.frame.right - INSET)?;
    plot.lower_top(rows(&flags) * ROW);

    let history = pieces(&plot, &values, &[]);
    let line = straightened(band.line.iter().map(|(month, percent)| plot.point_at(*month, *percent)).collect());
    let (low, high) = (thinned(&plot, &band.low), thinned(&plot, &band.high));
    let uprights = markers.iter().map(|(month, _)| {
        let x = plot.before(*month);
        ((x, plot.frame.top), (x, plot.frame.bottom))
    });
    let drawn = [&line, &low, &high].into_iter().flat_map(|points| walked(points));
    let in_the_way: Vec<Piece> = history.iter().copied().chain(drawn).chain(uprights).collect();
    let frames = placed(chart, beside, &plot, newest, &band, &targets, ends.1, &in_the_way);

    let around: Vec<Point> = low.iter().copied().chain(high.iter().rev().copied()).collect();
    if around.len() > 2 {
        canvas.area(&around, GROUND)?;
    }
    let taken: Vec<Frame> = frames.iter().map(|(_, frame)| *frame).collect();
    plot.draw_grid(canvas, &taken)?;
    let named: Vec<LineMonth> = if are_named { names(chart) } else { Vec::new() };
    plot.draw_months(canvas, &named)?;
    draw_flags(canvas, &plot, &flags)?;
    let from = markers.first().map_or(i32::MAX, |(month, _)| plot.before(*month));
    for edge in [&low, &high] {
        draw_edge(canvas, edge, from)?;
    }
    canvas.dashes(&line, (22, 14), DEEP, 5)?;
    for target in &targets {
        canvas.ring(plot.point(*target), 9, INK, 3)?;
    }
    draw_values(canvas, &plot, &values, &history)?;
    canvas.dot(plot.point(newest), 10, DEEP)?;
    for (naming, frame) in frames {
        canvas.block(&naming.tag.lines, (frame.left, frame.middle().1), naming.ink)?;
    }
    Ok(())
}

impl Band {
    fn of(fan: &[FanMonth]) -> Self {
        let edge = |end: fn(&FanMonth) -> &Ratio| -> Vec<Value> {
            let clipped = |month: &FanMonth| end(month).clamp(&whole(0), &whole(100)).to_f64();
            fan.iter().filter_map(|m| Some(Value { month: month_number(m.period), percent: clipped(m)? })).collect()
        };
        Self { low: edge(|month| &month.low), high: edge(|month| &month.high), line: inside(fan) }
    }
}

/// The line from its first value within 0 to 100 to where it leaves that range.
fn inside(fan: &[FanMonth]) -> Vec<(f64, f64)> {
    let is_inside = |value: &Ratio| (whole(0)..=whole(100)).contains(value);
    let at = |month: Ratio, value: &Ratio| Some((month.to_f64()?, value.to_f64()?));
    let mut line = Vec::new();
    let mut before: Option<&FanMonth> = None;
    for month in fan.iter().skip_while(|month| !is_inside(&month.value)) {
        let time = whole(month_number(month.period));
        if is_inside(&month.value) {
            line.extend(at(time, &month.value));
            before = Some(month);
            continue;
        }
        // The edge that lies between the last value inside and this one.
        let edge = if month.value > whole(100) { whole(100) } else { whole(0) };
        line.extend(before.and_then(|before| {
            let start = whole(month_number(before.period));
            let share = (&edge - &before.value) / (&month.value - &before.value);
            at(&start + (time - &start) * share, &edge)
        }));
        break;
    }
    line
}

/// Both ends alone when everything between lies on the straight line through them: whole units would make a kink of
/// every month.
fn straightened(points: Vec<Point>) -> Vec<Point> {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return points };
    let across = i64::from(last.0 - first.0).max(1);
    let is_on_it = |point: &Point| {
        let rise = i64::from(last.1 - first.1) * i64::from(point.0 - first.0);
        (rise - i64::from(point.1 - first.1) * across).abs() <= across
    };
    if points.len() > 2 && points.iter().all(is_on_it) { vec![first, last] } else { points }
}

/// The points of an edge, without those that lie too close to tell.
fn thinned(plot: &Plot, edge: &[Value]) -> Vec<Point> {
    let last = edge.len().saturating_sub(1);
    let mut points: Vec<Point> = Vec::new();
    for (n, value) in edge.iter().enumerate() {
        let point = plot.point(*value);
        let is_apart = points.last().is_none_or(|before| point.0 - before.0 >= LEAST_STEP);
        if is_apart || n == last {
            points.push(point);
        }
    }
    points
}

fn walked(points: &[Point]) -> impl Iterator<Item = Piece> {
    points.iter().copied().zip(points.iter().skip(1).copied())
}

/// A thin line, dashed from where the projection is an illustration.
fn draw_edge(canvas: &Canvas<'_>, edge: &[Point], from: i32) -> Result<(), Diagnostic> {
    let split = edge.partition_point(|point| point.0 < from);
    let (firm, loose) =
        (edge.get(..split).unwrap_or_default(), edge.get(split.saturating_sub(1)..).unwrap_or_default());
    if firm.len() > 1 {
        canvas.line(firm, SOFT_INK, 3)?;
    }
    if split < edge.len() { canvas.dashes(loose, (6, 8), SOFT_INK, 3) } else { Ok(()) }
}

fn naming(label: &Printed, value: Value, widest: i32, strong: bool) -> Naming {
    let (face, color) = if strong { (STRONG_FACE, DEEP) } else { (LABEL_FACE, INK) };
    Naming { value, tag: Tag::new(label, face, widest), ink: Ink::new(face, color, Align::Start) }
}

/// The labels that stand in the column beside the plot because what they name ends there; the most important first.
fn ending(chart: &FanChart, band: &Band, targets: &[Value], end: i32, widest: i32) -> Vec<Naming> {
    let at_end = |value: &&Value| value.month == end;
    let line = line_end(band).filter(|value| value.month == end);
    let value = chart.value_label.as_ref().zip(line).map(|(label, value)| naming(label, value, widest, true));
    let target = chart.targets.iter().zip(targets).find(|(_, value)| value.month == end);
    let target = target.map(|(target, value)| naming(&target.label, *value, widest, false));
    let edge = |label: &Option<Printed>, edge: &[Value]| {
        let value = edge.last().filter(at_end)?;
        Some(naming(label.as_ref()?, *value, widest, false))
    };
    let (high, low) = (edge(&chart.high_label, &band.high), edge(&chart.low_label, &band.low));
    [value, target, high, low].into_iter().flatten().collect()
}

/// Where the dashed line ends, to the nearest month.
fn line_end(band: &Band) -> Option<Value> {
    let (month, percent) = band.line.last()?;
    Some(Value { month: month.round().to_i32()?, percent: *percent })
}

/// All labels with their boxes. Of those beside the plot as many as the height holds; of the others all that find a
/// free place.
#[expect(clippy::too_many_arguments, reason = "what stands on the sheet before its labels do")]
fn placed(
    chart: &FanChart,
    mut beside: Vec<Naming>,
    plot: &Plot,
    newest: Value,
    band: &Band,
    targets: &[Value],
    end: i32,
    in_the_way: &[Piece],
) -> Vec<(Naming, Frame)> {
    let bounds = Frame { top: plot.frame.top - MONTHS_GAP, bottom: plot.frame.bottom + MONTHS_GAP, ..plot.sheet };
    while beside.iter().map(|naming| naming.tag.height()).sum::<i32>() > bounds.height() {
        beside.pop();
    }
    let boxes: Vec<Frame> = beside
        .iter()
        .map(|naming| {
            let (x, y) = plot.point(naming.value);
            naming.tag.after((x + GAP, y)).pushed_into(bounds)
        })
        .collect();
    let mut set: Vec<(Naming, Frame)> = beside.into_iter().zip(spread(&boxes, bounds)).collect();

    let widest = plot.frame.width() / 3;
    let newest = chart.end_label.iter().map(|label| naming(label, newest, widest, true));
    let line = line_end(band).filter(|value| value.month < end);
    let line = chart.value_label.iter().zip(line).map(|(label, value)| naming(label, value, widest, true));
    let named_at_end = targets.iter().position(|value| value.month == end);
    let others = chart.targets.iter().zip(targets).enumerate().filter(|(n, _)| Some(*n) != named_at_end);
    let others = others.map(|(_, (target, value))| naming(&target.label, *value, widest, false));
    for naming in newest.chain(line).chain(others) {
        let taken: Vec<Frame> = set.iter().map(|(_, frame)| *frame).collect();
        let frame = naming.tag.place(plot.point(naming.value), plot.frame, &taken, in_the_way);
        let is_free = taken.iter().all(|other| !other.overlaps(frame.grown(GAP / 4)));
        let is_inside = frame.width() <= plot.frame.width() && frame.height() <= plot.frame.height();
        if is_free && is_inside {
            set.push((naming, frame));
        }
    }
    set
}

/// The names of all months, those with data and those to come.
fn names(chart: &FanChart) -> Vec<LineMonth> {
    let last = chart.months.last().map(|month| month.period);
    let coming = chart.fan.iter().filter(|month| Some(month.period) > last);
    let coming = coming.map(|month| LineMonth { period: month.period, label: month.label.clone(), value: None });
    chart.months.iter().cloned().chain(coming).collect()
}
