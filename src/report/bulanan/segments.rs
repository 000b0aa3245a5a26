//! C.2 Coverage by segment.

use super::opening::segment;
use super::{Desk, print};
use crate::bahasa;
use crate::chart::{self, ChartKind, ChartSpec, Share, StackedBar, StackedChart};
use crate::measure::{Missing, Point, SegmentLine, Segments};
use crate::place::Printed;
use crate::report::sentences::{self as s, Alternative, Denominator, Source, listed, published};
use crate::table::Segmen;
use crate::template::{Sentence, Tree};

pub(in crate::report) fn section(desk: &Desk) -> Tree {
    let segments = match &desk.measures.segments {
        Ok(segments) => segments,
        Err(missing) => return without_segments(missing, desk),
    };
    let lines = &segments.lines;
    // The total's parts stand side by side; what overlaps with them is set apart in the annex.
    let parts: Vec<&SegmentLine> = lines.iter().filter(|line| line.part_of_total).collect();
    let charted = if parts.is_empty() { lines.iter().collect() } else { parts };
    let any_denominator = charted.iter().any(|line| line.point.is_ok());
    let mut map = vec![
        ("kalimat", sentences(segments, desk).into()),
        ("baris", Tree::list(rows(segments, desk))),
        ("catatan", notes(segments, desk.input.rules().rentan_parent).into()),
        ("sumber", source(lines.iter()).into()),
        ("sumber_grafik", source(charted.iter().copied()).into()),
    ];
    if any_denominator {
        let spec = chart(&charted);
        map.push(("alt", alt(&charted).into()));
        map.push(("grafik", spec.into()));
    } else {
        map.push(("grafik", Tree::Absent));
        map.push(("alt", Tree::Absent));
    }
    Tree::Map(map.into_iter().collect())
}

/// Said when the workspace speaks of segments at all; a report on one segment alone says which.
fn without_segments(missing: &Missing, desk: &Desk) -> Tree {
    let said: Option<Sentence> = match (&desk.measures.now, segment(desk), missing) {
        (Ok(point), Some(segmen), _) => Some(
            s::Segments::SegmenTunggal {
                segmen,
                cakupan: print::percent(&print::coverage(&point.coverage)),
                peserta: print::count(&point.coverage.participants),
                pekerja: print::count(&point.coverage.workers),
            }
            .into(),
        ),
        (_, _, Missing::NoSegments { .. }) => Some(s::Missing::TanpaSegmen { periode: desk.period.clone() }.into()),
        _ => None,
    };
    said.map_or(Tree::Absent, |sentence| {
        Tree::map([
            ("kalimat", vec![sentence].into()),
            ("baris", Tree::Absent),
            ("catatan", Tree::Absent),
            ("sumber", Tree::Absent),
            ("sumber_grafik", Tree::Absent),
            ("grafik", Tree::Absent),
            ("alt", Tree::Absent),
        ])
    })
}

fn sentences(segments: &Segments, desk: &Desk) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    if let Some(extremes) = &segments.extremes {
        said.push(
            s::Segments::Antarsegmen {
                segmen_a: names(&extremes.highest, segments),
                cakupan_a: print::percent(&extremes.highest_percent),
                segmen_b: names(&extremes.lowest, segments),
                cakupan_b: print::percent(&extremes.lowest_percent),
                selisih: super::target::visible_points(&extremes.difference),
            }
            .into(),
        );
    }
    if let Some(share) = most_uncovered(desk) {
        said.push(share.into());
    }
    if segments.lines.iter().all(|line| line.point.is_err()) {
        said.push(Denominator::PenyebutSegmenBelum.into());
    }
    said
}

/// Where most of those who are not covered are, when one segment alone holds them.
pub(super) fn most_uncovered(desk: &Desk) -> Option<s::Segments> {
    let segments = desk.measures.segments.as_ref().ok()?;
    let [most] = segments.most_uncovered.as_slice() else { return None };
    let line = segments.lines.iter().find(|line| line.segment == *most)?;
    let point = desk.measures.now.as_ref().ok()?;
    Some(s::Segments::PorsiBelum {
        belum: print::count(&print::uncovered(&point.coverage)),
        belum_b: print::count(line.uncovered.as_ref().ok()?),
        porsi: print::percent(line.share_of_uncovered.as_ref().ok()?),
        segmen_b: prose(line),
    })
}

fn notes(segments: &Segments, parent: Segmen) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    for line in segments.lines.iter().filter(|line| !line.part_of_total) {
        said.push(match line.segment {
            Segmen::Rentan => {
                s::Segments::Rentan { segmen_induk: Printed::fixed(print::segment_in_prose(parent)) }.into()
            }
            _ => s::Segments::SegmenTumpang { segmen: prose(line) }.into(),
        });
    }
    let missing = segments.lines.iter().any(|line| line.point.is_err());
    let overlapping = segments.lines.iter().any(|line| !line.part_of_total);
    said.extend(super::section::cell_marks(missing, overlapping));
    said
}

/// The parts, their total, and below it the segments that overlap with them.
fn rows(segments: &Segments, desk: &Desk) -> Vec<Tree> {
    let line_row = |line: &SegmentLine| {
        let share = line.share_of_uncovered.as_ref().ok().map(print::percent_cell);
        let share = if line.part_of_total { share } else { Some(Printed::fixed("x")) };
        row(name(line), line.point.as_ref().ok(), print::count(&line.participants.count), share, false)
    };
    let (parts, overlapping): (Vec<_>, Vec<_>) = segments.lines.iter().partition(|line| line.part_of_total);
    let mut rows: Vec<Tree> = parts.into_iter().map(line_row).collect();
    if let Ok(people) = &desk.measures.participants {
        let name = Printed::fixed(print::segment_name(Segmen::Total));
        // Nobody uncovered, or nobody knows how many: then there is nothing to share.
        let whole = desk.measures.now.as_ref().ok().filter(|point| point.coverage.uncovered() > 0);
        rows.push(row(
            name,
            desk.measures.now.as_ref().ok(),
            print::count(&people.count),
            whole.map(|point| Printed::new("100,00%", point.coverage.sources())),
            true,
        ));
    }
    rows.extend(overlapping.into_iter().map(line_row));
    rows
}

fn row(name: Printed, point: Option<&Point>, people: Printed, share: Option<Printed>, total: bool) -> Tree {
    Tree::map([
        ("total", total.into()),
        ("nama", name.into()),
        ("pekerja", point.map(|p| print::count(&p.coverage.workers)).into()),
        ("peserta", people.into()),
        ("cakupan", point.map(|p| print::percent_cell(&print::coverage(&p.coverage))).into()),
        ("belum", point.map(|p| print::count(&print::uncovered(&p.coverage))).into()),
        ("porsi", share.into()),
    ])
}

fn chart(lines: &[&SegmentLine]) -> ChartSpec {
    let bars = lines.iter().map(|line| StackedBar {
        name: name(line),
        share: line.point.as_ref().ok().map(|point| Share {
            covered: point.coverage.percent(),
            covered_label: print::percent_cell(&print::coverage(&point.coverage)),
            uncovered_label: print::percent_cell(&print::uncovered_percent(&point.coverage)),
        }),
    });
    let segments: Vec<StackedBar> = bars.collect();
    let kind = ChartKind::Stacked(StackedChart { segments, ..StackedChart::default() });
    ChartSpec { height_mm: chart::least_height_mm(&kind), kind, width_mm: 160 }
}

fn alt(lines: &[&SegmentLine]) -> Sentence {
    let known = || lines.iter().filter_map(|line| Some((name(line), line.point.as_ref().ok()?)));
    let covered: Vec<_> = known().map(|(n, p)| (n, print::percent(&print::coverage(&p.coverage)))).collect();
    let uncovered: Vec<_> = known().map(|(n, p)| (n, print::percent(&print::uncovered_percent(&p.coverage)))).collect();
    Alternative::BatangSegmen { daftar_peserta: listed(&covered), daftar_belum: listed(&uncovered) }.into()
}

fn source<'a>(lines: impl Iterator<Item = &'a SegmentLine>) -> Sentence {
    let points = lines.map(|line| (&line.participants, line.point.as_ref().ok()));
    let mut all: Vec<(Printed, Option<Printed>)> = Vec::new();
    for (people, point) in points {
        let own = people.publishers.iter().map(|p| (p.print(Clone::clone), Some(print::date(&people.as_of))));
        let below = point.into_iter().flat_map(|point| {
            let date = print::date(&point.denominator.as_of);
            point.denominator.publishers.iter().map(move |p| (p.print(Clone::clone), Some(date.clone())))
        });
        merge(&mut all, own.chain(below));
    }
    Source::Sumber { daftar: published(&all), diolah: true }.into()
}

/// Adds publishers that are not there yet; of those that are, only the cells.
pub(super) fn merge(
    all: &mut Vec<(Printed, Option<Printed>)>,
    more: impl IntoIterator<Item = (Printed, Option<Printed>)>,
) {
    for (publisher, date) in more {
        match all.iter_mut().find(|(known, _)| known.text == publisher.text) {
            Some((known, _)) => known.from = std::mem::take(&mut known.from).and(&publisher.from),
            None => all.push((publisher, date)),
        }
    }
}

/// A segment's name stands on the cells that speak of it.
fn name(line: &SegmentLine) -> Printed {
    Printed::new(print::segment_name(line.segment), line.participants.count.from.clone())
}

/// The same inside a sentence.
fn prose(line: &SegmentLine) -> Printed {
    Printed::new(print::segment_in_prose(line.segment), line.participants.count.from.clone())
}

fn names(list: &[Segmen], segments: &Segments) -> Printed {
    let printed: Vec<Printed> = segments.lines.iter().filter(|line| list.contains(&line.segment)).map(prose).collect();
    bahasa::dan_tercetak(&printed)
}
