//! The line of monthly coverage and the dashed path to the target.

use super::axis::{length, month_number};
use super::canvas::{Align, Canvas, DEEP, Frame, INK, Ink, Point, SOFT_INK};
use super::code;
use super::flags::{ROW, draw_flags, flags, rows};
use super::labels::{GAP, Tag, spread};
use super::plot::{INSET, MONTHS_GAP, Plot, Value};
use super::spec::{LineChart, LineMonth, TargetPath};
use super::text::{LABEL_FACE, STRONG_FACE};
use super::value_error;
use crate::diagnostic::Diagnostic;
use crate::figure::{Period, Ratio};
use crate::place::Printed;

/// Percent values beyond this are no percentages any more.
const MOST_PERCENT: u64 = 1_000_000;
/// Up to this many values each gets its dot.
const DOTTED: usize = 36;

/// A label with the value it names.
pub(super) struct Naming {
    pub(super) value: Value,
    pub(super) tag: Tag,
    pub(super) ink: Ink,
}

/// A straight piece of a line.
pub(super) type Piece = (Point, Point);

pub(super) fn draw(chart: &LineChart, canvas: &Canvas<'_>) -> Result<(), Diagnostic> {
    check_order(chart)?;
    let values = chart.months.iter().filter_map(value_of).collect::<Result<Vec<_>, _>>()?;
    let path = chart.path.as_ref().map(path_of).transpose()?;
    let (Some(newest), Some(first), Some(last)) = (values.last(), chart.months.first(), chart.months.last()) else {
        return canvas.empty();
    };
    let shown: Vec<Value> = values.iter().copied().chain(path.into_iter().flatten()).collect();
    let start = shown.iter().map(|value| value.month).fold(month_number(first.period), i32::min);
    let end = shown.iter().map(|value| value.month).fold(month_number(last.period), i32::max);

    let sheet = canvas.sheet();
    let namings = namings(chart, *newest, path, sheet.width() * 26 / 100);
    let at_end = || namings.iter().filter(|naming| naming.value.month == end);
    let column = at_end().map(|naming| naming.tag.width + GAP).max().unwrap_or(0).max(INSET);
    let mut plot = Plot::new(sheet, column, (start, end), &shown);
    let changes: Vec<(i32, &Printed)> = chart
        .changes
        .iter()
        .map(|change| (month_number(change.period), &change.label))
        .filter(|(month, _)| (start..=end).contains(month))
        .collect();
    // Flags run over the column of the labels; where that leaves the labels too little height, they keep out of it.
    let needed: i32 = at_end().map(|naming| naming.tag.height()).sum();
    let over_column = flags(&plot, &changes, sheet.right)?;
    let is_high = plot.frame.height() - rows(&over_column) * ROW + 2 * MONTHS_GAP >= needed;
    let flags = match at_end().next() {
        Some(naming) if !is_high => flags(&plot, &changes, plot.point(naming.value).0)?,
        _ => over_column,
    };
    plot.lower_top(rows(&flags) * ROW);
    let head = if is_high && !flags.is_empty() { plot.frame.top - MONTHS_GAP } else { sheet.top };

    let pieces = pieces(&plot, &values, &changes);
    let dashed = path.map(|[from, to]| (plot.point(from), plot.point(to)));
    let in_the_way: Vec<Piece> = pieces.iter().copied().chain(dashed).collect();
    let beside = Frame { top: head, bottom: plot.frame.bottom + MONTHS_GAP, ..sheet };
    let frames = placed(&namings, &plot, end, beside, &in_the_way);
    plot.draw_grid(canvas, &frames)?;
    plot.draw_months(canvas, &chart.months)?;
    draw_flags(canvas, &plot, &flags)?;
    if let Some(path) = dashed {
        canvas.dashes(&[path.0, path.1], (22, 14), SOFT_INK, 3)?;
        canvas.ring(path.1, 8, SOFT_INK, 3)?;
    }
    draw_values(canvas, &plot, &values, &pieces)?;
    canvas.dot(plot.point(*newest), 10, DEEP)?;
    for (naming, frame) in namings.iter().zip(frames) {
        canvas.block(&naming.tag.lines, (frame.left, frame.middle().1), naming.ink)?;
    }
    Ok(())
}

fn check_order(chart: &LineChart) -> Result<(), Diagnostic> {
    ascending(chart.months.iter().map(|month| (month.period, &month.label)))?;
    match &chart.path {
        Some(path) if path.end < path.start => Err(order_error(path.start, path.end, &path.label)),
        _ => Ok(()),
    }
}

/// Refuses months that do not follow each other.
pub(super) fn ascending<'c>(months: impl Iterator<Item = (Period, &'c Printed)>) -> Result<(), Diagnostic> {
    let mut before = None;
    for (period, label) in months {
        if let Some(before) = before.filter(|before| *before >= period) {
            return Err(order_error(before, period, label));
        }
        before = Some(period);
    }
    Ok(())
}

fn order_error(first: Period, second: Period, label: &Printed) -> Diagnostic {
    let error = Diagnostic::error(
        code::ORDER,
        "Bulan pada grafik garis tidak berurutan.",
        "Urutkan datanya menurut bulan, satu nilai untuk setiap bulan.",
    );
    let error = Diagnostic { places: label.from.iter().cloned().collect(), ..error };
    error.found(format!("{first}, lalu {second}")).expected("bulan yang makin baru")
}

pub(super) fn value_of(month: &LineMonth) -> Option<Result<Value, Diagnostic>> {
    let percent = percent(month.value.as_ref()?, &month.label);
    Some(percent.map(|percent| Value { month: month_number(month.period), percent }))
}

/// Start and end of the path.
fn path_of(path: &TargetPath) -> Result<[Value; 2], Diagnostic> {
    Ok([
        Value { month: month_number(path.start), percent: percent(&path.start_value, &path.label)? },
        Value { month: month_number(path.end), percent: percent(&path.end_value, &path.label)? },
    ])
}

pub(super) fn percent(value: &Ratio, label: &Printed) -> Result<f64, Diagnostic> {
    length(value, MOST_PERCENT).ok_or_else(|| value_error(label, "persentase yang tidak negatif"))
}

/// The direct labels, that of the target first.
fn namings(chart: &LineChart, newest: Value, path: Option<[Value; 2]>, widest: i32) -> Vec<Naming> {
    let target = chart.path.as_ref().zip(path).map(|(path, [_, value])| Naming {
        value,
        tag: Tag::new(&path.label, LABEL_FACE, widest),
        ink: Ink::new(LABEL_FACE, INK, Align::Start),
    });
    let newest = chart.end_label.as_ref().map(|label| Naming {
        value: newest,
        tag: Tag::new(label, STRONG_FACE, widest),
        ink: Ink::new(STRONG_FACE, DEEP, Align::Start),
    });
    target.into_iter().chain(newest).collect()
}

/// The boxes of the labels, in their order: in the column beside the plot where the axis ends with the value, near the
/// value otherwise.
fn placed(namings: &[Naming], plot: &Plot, end: i32, column: Frame, in_the_way: &[Piece]) -> Vec<Frame> {
    let beside = |naming: &Naming| {
        let (x, y) = plot.point(naming.value);
        naming.tag.after((x + GAP, y)).pushed_into(column)
    };
    let near =
        |naming: &Naming, taken: &[Frame]| naming.tag.place(plot.point(naming.value), plot.frame, taken, in_the_way);
    let at_end = |naming: &Naming| naming.value.month == end;
    if namings.iter().all(at_end) {
        return spread(&namings.iter().map(beside).collect::<Vec<_>>(), column);
    }
    namings.iter().fold(Vec::new(), |mut taken, naming| {
        let frame = if at_end(naming) { beside(naming) } else { near(naming, &taken) };
        taken.push(frame);
        taken
    })
}

/// The pieces of the line: from one month to the next, where both have a value under one denominator.
pub(super) fn pieces(plot: &Plot, values: &[Value], changes: &[(i32, &Printed)]) -> Vec<Piece> {
    values
        .iter()
        .zip(values.iter().skip(1))
        .filter(|(a, b)| b.month == a.month + 1 && changes.iter().all(|(month, _)| *month != b.month))
        .map(|(a, b)| (plot.point(*a), plot.point(*b)))
        .collect()
}

pub(super) fn draw_values(
    canvas: &Canvas<'_>,
    plot: &Plot,
    values: &[Value],
    pieces: &[Piece],
) -> Result<(), Diagnostic> {
    for run in pieces.chunk_by(|a, b| a.1 == b.0) {
        let points: Vec<Point> =
            run.iter().take(1).map(|piece| piece.0).chain(run.iter().map(|piece| piece.1)).collect();
        canvas.line(&points, DEEP, 6)?;
    }
    for value in values {
        let at = plot.point(*value);
        let alone = !pieces.iter().any(|(a, b)| *a == at || *b == at);
        if alone || values.len() <= DOTTED {
            canvas.dot(at, 7, DEEP)?;
        }
    }
    Ok(())
}
