//! The rows of a sheet, sorted into those of the table, those that add up, and those that are none.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::dictionary::is_stored;
use super::fold::fold;
use super::header::Heading;
use super::kamus::SUMS;
use super::plan::{Plan, Source};
use super::problem;
use super::regions::{Named, Regions};
use super::sheet::{shown, text};
use crate::bahasa::baca;
use crate::diagnostic::Diagnostic;
use crate::place::Place;
use crate::table::{ColumnSchema, Gathered, GatheredCell, GatheredRow, Kind};
use crate::workbook::{Area, Value};

/// Why a row is not imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It numbers the columns.
    Numbers,
    /// It says what the rows below it have in common.
    Group,
    /// The mapping leaves it out.
    Skipped,
    /// It adds up the rows above it.
    Sum,
    /// It stands below the table.
    Below,
}

/// A row that is not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The row.
    pub row: u32,
    /// Why.
    pub why: Why,
    /// Its first text.
    pub text: String,
}

/// A row that adds up.
#[derive(Clone, Debug)]
pub(super) struct SumRow {
    /// The row.
    pub(super) row: u32,
    /// How many rows of the sheet stand before it in the table, and before its own group.
    pub(super) upto: usize,
    pub(super) since: usize,
}

/// What was found below a header.
pub(super) struct Gathering {
    /// The rows of the table.
    pub(super) gathered: Gathered,
    /// The rows of the sheet that they come from, in order.
    pub(super) data: Vec<u32>,
    /// Rows that add up.
    pub(super) sums: Vec<SumRow>,
    /// Rows that are not imported.
    pub(super) left: Vec<Left>,
    /// Rows that are filled from a merged cell.
    pub(super) merged: Vec<RangeInclusive<u32>>,
    /// What is wrong.
    pub(super) problems: Vec<Diagnostic>,
    /// Cells whose problem is among these, or is the same as that of an earlier cell.
    pub(super) answered: BTreeSet<Place>,
}

/// Whether a text says that its row adds up others.
pub(super) fn is_sum_word(text: &str) -> bool {
    let folded = fold(text);
    folded.split(' ').next().is_some_and(|first| SUMS.contains(&first))
}

/// Sorts the rows below the header.
pub(super) fn gather(plan: &Plan<'_>, regions: &Regions) -> Gathering {
    let mut gatherer = Gatherer::new(plan, regions);
    gatherer.sort();
    gatherer.finish()
}

/// A column of the sheet that cells are taken from.
#[derive(Clone, Debug)]
struct Taken {
    heading: Heading,
    /// The column of the table.
    index: usize,
    schema: &'static ColumnSchema,
    /// Merged areas of several rows in this column, by their first row.
    areas: Vec<Area>,
}

struct Gatherer<'p, 'a> {
    plan: &'p Plan<'a>,
    regions: &'p Regions,
    taken: Vec<Taken>,
    data: Vec<u32>,
    sums: Vec<SumRow>,
    left: Vec<Left>,
    merged: Vec<RangeInclusive<u32>>,
    problems: Vec<Diagnostic>,
    answered: BTreeSet<Place>,
    unknown: BTreeSet<String>,
}

impl<'p, 'a> Gatherer<'p, 'a> {
    fn new(plan: &'p Plan<'a>, regions: &'p Regions) -> Self {
        let below = plan.header.next_row();
        let wide_cell = plan.sources.iter().position(|source| matches!(source, Source::WideCell));
        let columns = plan.sources.iter().enumerate().filter_map(|(index, source)| match source {
            Source::Column(heading) => Some((index, heading.clone())),
            _ => None,
        });
        let columns = columns.chain(
            wide_cell.into_iter().flat_map(|index| plan.wide.iter().map(move |heading| (index, heading.clone()))),
        );
        let taken = columns.filter_map(|(index, heading)| {
            let covers = |area: &&Area| {
                area.last.0 > area.first.0
                    && area.last.0 >= below
                    && (area.first.1..=area.last.1).contains(&heading.column)
            };
            let mut areas: Vec<Area> = plan.grid.sheet.merged.iter().filter(covers).copied().collect();
            areas.sort_unstable_by_key(|area| area.first);
            Some(Taken { schema: plan.table.columns.get(index)?, index, areas, heading })
        });
        Self {
            plan,
            regions,
            taken: taken.collect(),
            data: Vec::new(),
            sums: Vec::new(),
            left: Vec::new(),
            merged: Vec::new(),
            problems: Vec::new(),
            answered: BTreeSet::new(),
            unknown: BTreeSet::new(),
        }
    }

    fn sort(&mut self) {
        let plan = self.plan;
        let rows: Vec<u32> = plan.grid.rows_from(plan.header.next_row()).collect();
        let mut rows = rows.as_slice();
        if let [first, rest @ ..] = rows
            && self.numbers_columns(*first)
        {
            self.leave(*first, Why::Numbers);
            rows = rest;
        }
        let end = self.end(rows);
        let (inside, below) = rows.split_at(end);
        let mut since = 0;
        for row in inside {
            if self.is_skipped(*row) {
                self.leave(*row, Why::Skipped);
            } else if self.is_sum(*row) {
                self.sums.push(SumRow { row: *row, upto: self.data.len(), since });
                since = self.data.len();
                self.leave(*row, Why::Sum);
            } else if self.is_data(*row) {
                self.data.push(*row);
            } else {
                self.leave(*row, Why::Group);
            }
        }
        for row in below {
            self.leave(*row, Why::Below);
        }
        let like: Vec<u32> = below.iter().copied().filter(|row| self.is_data(*row) && !self.is_sum(*row)).collect();
        if let (Some(first), Some(last)) = (like.first(), like.last()) {
            let place = plan.grid.place.at_row(*first);
            self.problems.push(problem::more_below(place, *first, *last));
        }
        if self.data.is_empty() {
            self.problems.push(problem::no_rows(plan.grid.place.at_row(plan.header.first)));
        }
    }

    /// How many of the rows belong to the table: it ends with the last row of figures, and earlier behind a sum that is
    /// followed by a gap or by something else than rows.
    fn end(&self, rows: &[u32]) -> usize {
        let last = rows.iter().rposition(|row| self.is_data(*row) || self.is_sum(*row)).map_or(0, |at| at + 1);
        for (at, pair) in rows.get(..last).unwrap_or_default().windows(2).enumerate() {
            let [row, next] = pair else { continue };
            if self.is_sum(*row)
                && (*next > row.saturating_add(1)
                    || !(self.is_data(*next) || self.is_sum(*next) || self.is_group(*next)))
            {
                return at + 1;
            }
        }
        last
    }

    fn leave(&mut self, row: u32, why: Why) {
        let text = self.plan.grid.cells(row).next().map(|cell| shown(&cell.value)).unwrap_or_default();
        self.left.push(Left { row, why, text });
    }

    /// `(1) (2) (3)`, or numbers, from 1 on.
    fn numbers_columns(&self, row: u32) -> bool {
        let mut count = 0;
        for (cell, expected) in self.plan.grid.cells(row).zip(1_u32..) {
            let number = match &cell.value {
                Value::Number(number, _) => number.to_string(),
                other => text(other).map(|text| fold(&text)).unwrap_or_default(),
            };
            // Later columns may say how they are computed: `(5) = (3) + (4)`.
            let fits = number.split(' ').next() == Some(expected.to_string().as_str());
            if !fits {
                return false;
            }
            count += 1;
        }
        count >= 2
    }

    /// The first text of a row, and its column.
    fn first_text(&self, row: u32) -> Option<(u32, String)> {
        self.plan.grid.cells(row).find_map(|cell| Some((cell.column, text(&cell.value)?)))
    }

    fn is_skipped(&self, row: u32) -> bool {
        let first = self.first_text(row).map(|(_, text)| fold(&text));
        first.is_some_and(|first| self.plan.skipped.contains(&first))
    }

    /// A word for a sum, unless its column takes it for a value: *TOTAL* is a segment too.
    fn is_sum(&self, row: u32) -> bool {
        let Some((column, word)) = self.first_text(row).filter(|(_, text)| is_sum_word(text)) else { return false };
        let Some(index) = self.plan.column_from(column) else { return true };
        let listed = self.plan.words.get(index).is_some_and(|words| words.contains_key(&fold(&word)));
        let stored = self.plan.table.columns.get(index).is_some_and(|column| is_stored(column, &word));
        !(listed || stored)
    }

    /// One text alone, between the rows.
    fn is_group(&self, row: u32) -> bool {
        !self.is_data(row) && self.plan.grid.cells(row).count() == 1
    }

    /// Two cells of the table or more, or a figure.
    fn is_data(&self, row: u32) -> bool {
        let mut filled = 0;
        for taken in &self.taken {
            let Some(value) = self.plan.grid.value(row, taken.heading.column) else {
                filled +=
                    usize::from(covering(taken, row).is_some_and(|area| area.first.0 >= self.plan.header.next_row()));
                continue;
            };
            let counted = matches!(taken.schema.kind, Kind::Count | Kind::Money | Kind::Decimal);
            if counted && looks_like_figure(value) {
                return true;
            }
            filled += 1;
        }
        filled >= 2
    }

    fn finish(mut self) -> Gathering {
        let plan = self.plan;
        let given = |index: usize| !matches!(plan.sources.get(index), None | Some(Source::Absent));
        let indexes: Vec<usize> = (0..plan.table.columns.len()).filter(|index| given(*index)).collect();
        let columns = indexes.iter().filter_map(|index| plan.table.columns.get(*index)).map(|column| column.name);
        let columns: Vec<&'static str> = columns.collect();
        let mut rows = Vec::new();
        let data = std::mem::take(&mut self.data);
        for row in &data {
            if plan.wide.is_empty() {
                let cells = indexes.iter().map(|index| self.cell(*row, *index, None)).collect();
                rows.push(GatheredRow { place: plan.grid.place.at_row(*row), cells });
                continue;
            }
            for heading in &plan.wide {
                // A blank cell of a wide table says nothing about its code, so it is no row.
                if plan.grid.value(*row, heading.column).is_some() {
                    let cells = indexes.iter().map(|index| self.cell(*row, *index, Some(heading))).collect();
                    rows.push(GatheredRow { place: plan.grid.place.at_row(*row), cells });
                }
            }
        }
        self.merged.dedup();
        Gathering {
            gathered: Gathered {
                table: plan.table,
                place: plan.grid.place.clone(),
                epoch: plan.grid.sheet.epoch,
                columns,
                rows,
            },
            data,
            sums: self.sums,
            left: self.left,
            merged: self.merged,
            problems: self.problems,
            answered: self.answered,
        }
    }

    fn cell(&mut self, row: u32, index: usize, wide: Option<&Heading>) -> GatheredCell {
        let plan = self.plan;
        let name = plan.table.columns.get(index).map_or("", |column| column.name);
        match (plan.sources.get(index), wide) {
            (Some(Source::Constant(constant)), _) => {
                GatheredCell { value: Some(Value::Text(constant.value.as_str().into())), place: constant.place.clone() }
            }
            (Some(Source::Column(heading)), _) | (Some(Source::WideCell), Some(heading)) => {
                self.taken_cell(row, index, heading, name)
            }
            (Some(Source::WideHeading), Some(heading)) => {
                let place = plan.grid.cell(plan.header.next_row().saturating_sub(1), heading.column, name);
                let known = self.known_part(index, heading);
                let value = known.unwrap_or_else(|| heading.last().to_owned());
                let value = self.translated(index, Value::Text(value.as_str().into()), &place, &heading.full());
                GatheredCell { value: Some(value), place }
            }
            _ => GatheredCell { value: None, place: plan.grid.place.at_row(row) },
        }
    }

    /// The part of a heading that its column takes, the lowest first.
    fn known_part(&self, index: usize, heading: &Heading) -> Option<String> {
        let words = self.plan.words.get(index)?;
        let column = self.plan.table.columns.get(index)?;
        let full = heading.full();
        if words.contains_key(&fold(&full)) {
            return Some(full);
        }
        let takes = |part: &&String| {
            let dated = column.kind == Kind::Month && super::dictionary::is_month(part, self.plan.year);
            words.contains_key(&fold(part)) || is_stored(column, part) || dated
        };
        heading.parts.iter().rev().find(takes).cloned()
    }

    fn taken_cell(&mut self, row: u32, index: usize, heading: &Heading, name: &str) -> GatheredCell {
        let plan = self.plan;
        let mut place = plan.grid.cell(row, heading.column, name);
        let mut value = plan.grid.value(row, heading.column).cloned();
        let taken = self.taken.iter().find(|taken| taken.index == index && taken.heading.column == heading.column);
        let area = taken.and_then(|taken| covering(taken, row)).filter(|area| area.first.0 >= plan.header.next_row());
        if let Some(area) = area {
            let counted =
                taken.is_some_and(|taken| matches!(taken.schema.kind, Kind::Count | Kind::Money | Kind::Decimal));
            let first = plan.grid.cell(area.first.0, area.first.1, name);
            let rows = area.last.0.saturating_sub(area.first.0).saturating_add(1);
            if counted {
                if row == area.first.0 && value.is_some() {
                    self.problems.push(problem::merged(first, rows));
                }
            } else {
                value = plan.grid.value(area.first.0, area.first.1).cloned();
                place = first;
                self.merged.push(area.first.0..=area.last.0);
            }
        }
        let value = value.map(|value| self.translated(index, value, &place, &heading.full()));
        GatheredCell { value, place }
    }

    /// A cell as its column takes it: words for what they stand for, names of regions as codes, figures in their unit.
    fn translated(&mut self, index: usize, value: Value, place: &Place, heading: &str) -> Value {
        let plan = self.plan;
        let Some(column) = plan.table.columns.get(index) else { return value };
        let word = text(&value);
        if let Some(word) = &word
            && let Some(code) = plan.words.get(index).and_then(|words| words.get(&fold(word)))
        {
            return Value::Text(code.value.as_str().into());
        }
        if let Some(Some((unit, power))) = plan.units.get(index) {
            return scaled(&value, *power).unwrap_or_else(|| {
                self.answered.insert(place.clone());
                self.problems.push(problem::scaled(place.clone(), &shown(&value), unit));
                value
            });
        }
        match (column.kind, word) {
            (Kind::Region, word) if plan.table.name != "wilayah" => {
                let whole = matches!(&value, Value::Number(number, _) if number.fract() == 0.0);
                match word.or_else(|| whole.then(|| shown(&value))) {
                    Some(word) => self.region(value, &word, place, heading),
                    None => value,
                }
            }
            (Kind::Month, Some(word)) if baca::periode(&word).is_err() => {
                let dated = plan.year.map(|year| format!("{word} {year}"));
                match dated.filter(|dated| baca::periode(dated).is_ok()) {
                    Some(dated) => Value::Text(dated.as_str().into()),
                    None => value,
                }
            }
            _ => value,
        }
    }

    /// A name that is wrong on many rows is one problem.
    fn region(&mut self, value: Value, word: &str, place: &Place, heading: &str) -> Value {
        let problem = match self.regions.find(word, heading) {
            Named::Code(code) => return Value::Text(code.as_str().into()),
            Named::Unknown(near) => problem::unknown_region(place.clone(), word, near.as_deref()),
            Named::Several(codes) => problem::ambiguous_region(place.clone(), word, &codes),
        };
        self.answered.insert(place.clone());
        if self.unknown.insert(fold(word)) {
            self.problems.push(problem);
        }
        value
    }
}

/// The merged area that covers a row of a column.
fn covering(taken: &Taken, row: u32) -> Option<&Area> {
    let at = taken.areas.partition_point(|area| area.first.0 <= row);
    taken.areas.get(at.checked_sub(1)?).filter(|area| area.last.0 >= row)
}

fn looks_like_figure(value: &Value) -> bool {
    match value {
        Value::Text(text) => {
            let text = text.trim().trim_start_matches(['(', '-', '\u{2212}']);
            text.starts_with(|c: char| c.is_ascii_digit()) || text.to_lowercase().starts_with("rp")
        }
        Value::Number(..) | Value::Error(_) | Value::Uncomputed => true,
        Value::Day(_) | Value::Truth(_) => false,
    }
}

/// A figure times a power of ten, exactly, as the text that its column reads.
pub(super) fn scaled(value: &Value, power: u32) -> Option<Value> {
    match value {
        Value::Number(number, _) => {
            let plain = number.to_string();
            let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
            let zeros = usize::try_from(power).ok()?.checked_sub(decimals.len())?;
            let digits = format!("{whole}{decimals}{}", "0".repeat(zeros));
            let negative = digits.starts_with('-');
            let digits = digits.trim_start_matches('-').trim_start_matches('0');
            let digits = if digits.is_empty() { "0" } else { digits };
            let good = digits.bytes().all(|byte| byte.is_ascii_digit());
            good.then(|| Value::Text(if negative { format!("-{digits}") } else { digits.to_owned() }.into()))
        }
        Value::Text(text) => {
            let unit = match power {
                3 => "ribu",
                6 => "juta",
                9 => "miliar",
                _ => "triliun",
            };
            let own = text.split_whitespace().last().is_some_and(|word| super::dictionary::power_of(word).is_some());
            if own { Some(value.clone()) } else { Some(Value::Text(format!("{} {unit}", text.trim()).into())) }
        }
        _ => Some(value.clone()),
    }
}

/// The sums of each column of the sheet that holds whole numbers, by row of the sheet.
pub(super) fn columns_to_add(plan: &Plan<'_>) -> BTreeMap<u32, usize> {
    let wide = plan.sources.iter().position(|source| matches!(source, Source::WideCell));
    let counted = |index: usize| {
        plan.table.columns.get(index).is_some_and(|column| matches!(column.kind, Kind::Count | Kind::Money))
    };
    let taken = plan.sources.iter().enumerate().filter_map(|(index, source)| match source {
        Source::Column(heading) => Some((heading.column, index)),
        _ => None,
    });
    let wide = wide.into_iter().flat_map(|index| plan.wide.iter().map(move |heading| (heading.column, index)));
    taken.chain(wide).filter(|(_, index)| counted(*index)).collect()
}
