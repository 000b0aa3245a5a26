//! By segment: who is covered, who is not, and where most of those not covered are.

use super::Missing;
use super::change::{self, Change};
use super::select::{Participants, Point, View};
use crate::figure::{Period, Ratio, percent_of, whole};
use crate::place::{Sourced, Sources};
use crate::table::{Dataset, ProgramJaminan, Segmen};

/// One segment in the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentLine {
    /// The segment.
    pub segment: Segmen,
    /// Whether the manifest counts it into the total; the others overlap and are never summed.
    pub part_of_total: bool,
    /// Its participants.
    pub participants: Participants,
    /// Its coverage.
    pub point: Result<Point, Missing>,
    /// Its workers who are not participants, persons.
    pub uncovered: Result<Sourced<u64>, Missing>,
    /// Their share of all workers of the subject who are not participants, percent, exact; only for parts of the total.
    pub share_of_uncovered: Result<Sourced<Ratio>, Missing>,
    /// Change against an earlier month.
    pub change: Result<Change, Missing>,
}

/// The highest and the lowest coverage among the parts of the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extremes {
    /// The segments with the highest coverage; several when exactly equal.
    pub highest: Vec<Segmen>,
    /// The highest coverage, percent, exact.
    pub highest_percent: Sourced<Ratio>,
    /// The segments with the lowest coverage.
    pub lowest: Vec<Segmen>,
    /// The lowest coverage, percent, exact.
    pub lowest_percent: Sourced<Ratio>,
    /// Highest minus lowest, *persen poin*, exact; never zero.
    pub difference: Sourced<Ratio>,
}

/// The segments of the subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segments {
    /// In the segments' fixed order, without the subject's own.
    pub lines: Vec<SegmentLine>,
    /// Nothing when fewer than two parts have a coverage, or when all are exactly equal.
    pub extremes: Option<Extremes>,
    /// The parts of the total with the most workers not covered; several when equal, none when nobody is left.
    pub most_uncovered: Vec<Segmen>,
}

pub(super) fn segments(view: &View, region: &str, subject: Segmen, period: Period) -> Result<Segments, Missing> {
    let whole_subject = view.point(region, subject, period);
    let lines: Vec<SegmentLine> = Segmen::ALL
        .iter()
        .copied()
        .filter(|segment| *segment != subject && *segment != Segmen::Total)
        .filter_map(|segment| line(view, region, segment, period, whole_subject.as_ref()))
        .collect();
    if lines.is_empty() {
        return Err(Missing::NoSegments { period });
    }
    Ok(Segments { extremes: extremes(&lines), most_uncovered: most_uncovered(&lines), lines })
}

fn line(
    view: &View,
    region: &str,
    segment: Segmen,
    period: Period,
    subject: Result<&Point, &Missing>,
) -> Option<SegmentLine> {
    let participants = view.participants(region, segment, period).ok()?;
    let point = view.point(region, segment, period);
    let uncovered = point.clone().map(|p| Sourced::new(p.coverage.uncovered(), p.coverage.sources()));
    let part_of_total = view.rules.total_parts.contains(&segment);
    let share = uncovered.clone().and_then(|part| {
        if !part_of_total {
            return Err(Missing::NotAdditive { column: "segmen" });
        }
        let subject = subject.map_err(Clone::clone)?;
        let from = part.from.clone().and(&subject.coverage.sources());
        percent_of(&whole(part.value), &whole(subject.coverage.uncovered()))
            .map(|value| Sourced::new(value, from))
            .ok_or(Missing::ZeroBase { table: "pekerja", column: "jumlah_pekerja" })
    });
    Some(SegmentLine {
        segment,
        part_of_total,
        participants,
        point,
        uncovered,
        share_of_uncovered: share,
        change: change::month(view, region, segment, period),
    })
}

fn extremes(lines: &[SegmentLine]) -> Option<Extremes> {
    let known: Vec<(Segmen, Ratio, Sources)> = lines
        .iter()
        .filter(|line| line.part_of_total)
        .filter_map(|line| line.point.as_ref().ok().map(|p| (line.segment, &p.coverage)))
        .map(|(segment, coverage)| (segment, coverage.percent(), coverage.sources()))
        .collect();
    let highest = known.iter().map(|(_, percent, _)| percent).max()?;
    let lowest = known.iter().map(|(_, percent, _)| percent).min()?;
    if highest == lowest {
        return None;
    }
    let at = |wanted: &Ratio| -> (Vec<Segmen>, Sourced<Ratio>) {
        let equal: Vec<_> = known.iter().filter(|(_, percent, _)| percent == wanted).collect();
        let from = equal.iter().map(|(_, _, from)| from).collect();
        (equal.iter().map(|(segment, _, _)| *segment).collect(), Sourced::new(wanted.clone(), from))
    };
    let (highest, highest_percent) = at(highest);
    let (lowest, lowest_percent) = at(lowest);
    let from = highest_percent.from.clone().and(&lowest_percent.from);
    let difference = Sourced::new(&highest_percent.value - &lowest_percent.value, from);
    Some(Extremes { highest, highest_percent, lowest, lowest_percent, difference })
}

fn most_uncovered(lines: &[SegmentLine]) -> Vec<Segmen> {
    let parts = lines.iter().filter(|line| line.part_of_total);
    let known: Vec<(Segmen, u64)> =
        parts.filter_map(|line| Some((line.segment, line.uncovered.as_ref().ok()?.value))).collect();
    let most = known.iter().map(|(_, n)| *n).max().unwrap_or(0);
    known.into_iter().filter(|(_, n)| *n == most && most > 0).map(|(segment, _)| segment).collect()
}

/// Participants by programme. One person may be in several, so that there is no sum.
pub(super) fn programmes(
    data: &Dataset,
    region: &str,
    period: Period,
) -> Result<Vec<(ProgramJaminan, Sourced<u64>)>, Missing> {
    let of_region = || data.kepesertaan_program.iter().filter(|row| row.kode_wilayah.value == region);
    let mut found: Vec<_> = of_region()
        .filter(|row| row.periode.value == period)
        .map(|row| (row.program_jaminan.value, row.peserta_aktif.sourced()))
        .collect();
    if found.is_empty() {
        let latest = of_region().map(|row| row.periode.value).filter(|p| *p <= period).max();
        return Err(Missing::NoRows { table: "kepesertaan_program", period, latest });
    }
    found.sort_by_key(|(programme, _)| *programme);
    Ok(found)
}
