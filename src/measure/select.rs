//! Which rows count: the subject, the participants of a month, the denominator in force.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Missing, Rules};
use crate::figure::{Coverage, Period};
use crate::place::{Cell, Place, Sourced, Sources};
use crate::table::{Dataset, Denominators, JenisWilayah, Kepesertaan, NotInForce, Pekerja, Segmen, StatusData};

/// How a count came together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Composition {
    /// One row says it.
    Row,
    /// The sum of the parts that the manifest names.
    SumOfParts,
}

/// Region, period and segment that a report speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Code of the region.
    pub region: String,
    /// Its name, when the table of regions has it.
    pub name: Option<Cell<String>>,
    /// Its level, when the table of regions has it.
    pub level: Option<Cell<JenisWilayah>>,
    /// Code and name of its parent.
    pub parent: Option<(Cell<String>, Option<Cell<String>>)>,
    /// The month.
    pub period: Period,
    /// TOTAL when it is present or can be summed, else the only segment present.
    pub segment: Result<Segmen, Missing>,
}

/// Active participants of one segment in one month, persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participants {
    /// The month.
    pub period: Period,
    /// How many.
    pub count: Sourced<u64>,
    /// The day they were counted: the latest of the parts' days.
    pub as_of: Sourced<NaiveDate>,
    /// Who published them, each once.
    pub publishers: Vec<Sourced<String>>,
    /// *Sementara* when any part is; *tetap* when all parts are.
    pub status: Option<Sourced<StatusData>>,
    /// One row or a sum.
    pub composition: Composition,
}

/// Workers of one segment as they serve as a denominator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denominator {
    /// How many, persons.
    pub workers: Sourced<u64>,
    /// Key of the definition.
    pub definition: Sourced<String>,
    /// The definition as it is printed (`sebutan`).
    pub wording: Sourced<String>,
    /// The day it holds for.
    pub as_of: Sourced<NaiveDate>,
    /// The month from which it is used.
    pub used_since: Option<Sourced<Period>>,
    /// Who published it, each once.
    pub publishers: Vec<Sourced<String>>,
    /// *Sementara* when any part is; *tetap* when all parts are.
    pub status: Option<Sourced<StatusData>>,
}

impl Denominator {
    /// Whether both mean the same workers: a change of anything here is a change of the denominator.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.workers.value == other.workers.value
            && self.definition.value == other.definition.value
            && self.as_of.value == other.as_of.value
    }

    /// The coverage of `participants` under this denominator; nothing when it counts no worker.
    #[must_use]
    pub fn coverage(&self, participants: &Participants) -> Option<Coverage> {
        (self.workers.value > 0).then(|| Coverage {
            participants: participants.count.clone(),
            workers: self.workers.clone(),
            definition: self.definition.value.clone(),
            publisher: self.publishers.iter().map(|p| p.value.as_str()).collect::<Vec<_>>().join("; "),
            workers_as_of: self.as_of.value,
        })
    }
}

/// Coverage in one month, with all that must stand beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The month.
    pub period: Period,
    /// The coverage.
    pub coverage: Coverage,
    /// Its numerator.
    pub participants: Participants,
    /// Its denominator.
    pub denominator: Denominator,
}

/// The rows and the rules they are read by. Counts and workers are looked up hundreds of times for one report, so
/// they are sorted by their keys once.
pub(super) struct View<'a, 'r> {
    pub(super) data: &'a Dataset,
    pub(super) rules: &'r Rules,
    counts: BTreeMap<&'a str, BTreeMap<Period, Vec<&'a Kepesertaan>>>,
    workers: Denominators<'a>,
}

impl<'a, 'r> View<'a, 'r> {
    pub(super) fn new(data: &'a Dataset, rules: &'r Rules) -> Self {
        let mut counts: BTreeMap<_, BTreeMap<_, Vec<_>>> = BTreeMap::new();
        for row in &data.kepesertaan {
            let months = counts.entry(row.kode_wilayah.value.as_str()).or_default();
            months.entry(row.periode.value).or_default().push(row);
        }
        let workers = Denominators::new(data, rules.denominator.as_deref(), &rules.total_parts);
        Self { data, rules, counts, workers }
    }

    pub(super) fn subject(&self, region: &str, period: Period) -> Subject {
        let row = self.data.wilayah.iter().find(|w| w.kode.value == region);
        let parent = row.and_then(|w| w.induk.clone());
        Subject {
            region: region.to_owned(),
            name: row.map(|w| w.nama.clone()),
            level: row.map(|w| w.jenis.clone()),
            parent: parent.map(|code| {
                let name = self.region_name(&code.value);
                (code, name)
            }),
            period,
            segment: self.subject_segment(region, period),
        }
    }

    pub(super) fn region_name(&self, code: &str) -> Option<Cell<String>> {
        self.data.wilayah.iter().find(|w| w.kode.value == code).map(|w| w.nama.clone())
    }

    fn subject_segment(&self, region: &str, period: Period) -> Result<Segmen, Missing> {
        let present: BTreeSet<Segmen> = self.rows_of(region, period).map(|row| row.segmen.value).collect();
        let parts = &self.rules.total_parts;
        let summed = !parts.is_empty() && parts.iter().all(|part| present.contains(part));
        if present.contains(&Segmen::Total) || summed {
            return Ok(Segmen::Total);
        }
        match present.first() {
            None => Err(self.no_participants(region, None, period)),
            Some(only) if present.len() == 1 => Ok(*only),
            Some(_) => Err(Missing::NoSubject { period, present: present.into_iter().collect() }),
        }
    }

    /// Every month with rows about a region, and the segment that speaks for it then.
    pub(super) fn months_of(&self, region: &str) -> BTreeMap<Period, Option<Segmen>> {
        let months = self.counts.get(region).into_iter().flat_map(BTreeMap::keys);
        months.map(|period| (*period, self.subject_segment(region, *period).ok())).collect()
    }

    fn rows_of(&self, region: &str, period: Period) -> impl Iterator<Item = &'a Kepesertaan> {
        self.counts.get(region).and_then(|months| months.get(&period)).into_iter().flatten().copied()
    }

    fn no_participants(&self, region: &str, segment: Option<Segmen>, period: Period) -> Missing {
        let has = |rows: &[&Kepesertaan]| rows.iter().any(|r| segment.is_none_or(|s| r.segmen.value == s));
        let months = self.counts.get(region).into_iter().flatten().rev();
        let latest = months.into_iter().find(|(_, rows)| has(rows)).map(|(month, _)| *month);
        Missing::NoParticipants { region: region.to_owned(), segment, period, latest }
    }

    /// Months before `period` in which anything about the region was counted, the latest first.
    pub(super) fn months_before(&self, region: &str, period: Period) -> impl Iterator<Item = Period> {
        let months = self.counts.get(region).into_iter();
        months.flat_map(move |months| months.range(..period).rev().map(|(month, _)| *month))
    }

    /// A row for the segment, or for TOTAL the sum of its parts when all of them are there.
    pub(super) fn participants(&self, region: &str, segment: Segmen, period: Period) -> Result<Participants, Missing> {
        let missing = || self.no_participants(region, Some(segment), period);
        if let Some(row) = self.participant_row(region, segment, period) {
            return sum_participants(period, &[row], Composition::Row).unwrap_or_else(|| Err(missing()));
        }
        if segment != Segmen::Total {
            return Err(missing());
        }
        let parts = self.rules.total_parts.iter();
        let rows: Option<Vec<_>> = parts.map(|part| self.participant_row(region, *part, period)).collect();
        rows.and_then(|rows| sum_participants(period, &rows, Composition::SumOfParts)).unwrap_or_else(|| Err(missing()))
    }

    /// Of several publishers the one with the latest day counts, then the first in the file.
    fn participant_row(&self, region: &str, segment: Segmen, period: Period) -> Option<&'a Kepesertaan> {
        self.rows_of(region, period)
            .filter(|row| row.segmen.value == segment)
            .min_by_key(|row| Reverse(counted_on(row).value))
    }

    /// Every published denominator of a region and segment, in the order of the table.
    pub(super) fn denominator_rows(&self, region: &str, segment: Segmen) -> impl Iterator<Item = &'a Pekerja> {
        self.workers.published(region, segment)
    }

    /// The denominator in force. TOTAL may be the sum of its parts.
    pub(super) fn denominator(&self, region: &str, segment: Segmen, period: Period) -> Result<Denominator, Missing> {
        let missing = || {
            let region = region.to_owned();
            if self.waits(&region, segment, period) {
                Missing::NotInForce { region, segment, period }
            } else {
                Missing::NoDenominator { region, segment, period }
            }
        };
        let rows = self.workers.in_force(region, segment, period).map_err(|reason| match reason {
            NotInForce::Absent => missing(),
            NotInForce::Unnamed(definitions) => {
                Missing::DenominatorUnnamed { definitions: definitions.into_iter().collect() }
            }
        })?;
        sum_workers(&rows).unwrap_or_else(|| Err(missing()))
    }

    /// Whether workers of a segment, or of a part of the TOTAL, were published and only wait to be in force.
    fn waits(&self, region: &str, segment: Segmen, period: Period) -> bool {
        let parts = if segment == Segmen::Total { self.rules.total_parts.as_slice() } else { &[] };
        std::iter::once(&segment).chain(parts).any(|segment| {
            self.denominator_rows(region, *segment).next().is_some()
                && self.workers.in_force(region, *segment, period).is_err()
        })
    }

    /// The denominator in force under any definition: for regions that are listed but not compared.
    pub(super) fn denominator_of_any_definition(
        &self,
        region: &str,
        segment: Segmen,
        period: Period,
    ) -> Option<Denominator> {
        denominator_of(self.workers.of_any_definition(region, segment, period)?)
    }

    /// Coverage of a segment in a month, under the denominator in force then.
    pub(super) fn point(&self, region: &str, segment: Segmen, period: Period) -> Result<Point, Missing> {
        let participants = self.participants(region, segment, period)?;
        let denominator = self.denominator(region, segment, period)?;
        point_of(participants, denominator)
    }
}

/// Puts numerator and denominator together.
pub(super) fn point_of(participants: Participants, denominator: Denominator) -> Result<Point, Missing> {
    let period = participants.period;
    let coverage = denominator.coverage(&participants).ok_or(Missing::NoWorkers { period })?;
    Ok(Point { period, coverage, participants, denominator })
}

/// The denominator that one published row gives.
pub(super) fn denominator_of(row: &Pekerja) -> Option<Denominator> {
    sum_workers(&[row])?.ok()
}

/// The day of the count: as written, else the last day of the month.
fn counted_on(row: &Kepesertaan) -> Sourced<NaiveDate> {
    row.per_tanggal.as_ref().map_or_else(|| row.periode.sourced().map(Period::last_day), Cell::sourced)
}

fn sum_participants(
    period: Period,
    rows: &[&Kepesertaan],
    composition: Composition,
) -> Option<Result<Participants, Missing>> {
    let as_of = rows.iter().map(|row| counted_on(row)).max_by_key(|day| day.value)?;
    let Some(count) = sum(rows.iter().map(|row| &row.peserta_aktif)) else {
        return Some(Err(Missing::TooLarge));
    };
    Some(Ok(Participants {
        period,
        count,
        as_of,
        publishers: each_once(rows.iter().map(|row| &row.sumber)),
        status: weakest(rows.iter().map(|row| row.status_data.as_ref())),
        composition,
    }))
}

fn sum_workers(rows: &[&Pekerja]) -> Option<Result<Denominator, Missing>> {
    let first = rows.first()?;
    let Some(workers) = sum(rows.iter().map(|row| &row.jumlah_pekerja)) else {
        return Some(Err(Missing::TooLarge));
    };
    let since = rows.iter().filter_map(|row| row.dipakai_mulai.as_ref()).max_by_key(|cell| cell.value);
    Some(Ok(Denominator {
        workers,
        definition: first.definisi.sourced(),
        wording: first.sebutan.sourced(),
        as_of: first.per_tanggal.sourced(),
        used_since: since.map(Cell::sourced),
        publishers: each_once(rows.iter().map(|row| &row.sumber)),
        status: weakest(rows.iter().map(|row| row.status_data.as_ref())),
    }))
}

/// A sum with all its cells; nothing when it does not fit.
pub(super) fn sum<'c>(cells: impl Iterator<Item = &'c Cell<u64>>) -> Option<Sourced<u64>> {
    let mut places = Vec::new();
    let mut total = 0_u64;
    for cell in cells {
        total = total.checked_add(cell.value)?;
        places.push(cell.place.clone());
    }
    Some(Sourced::new(total, Sources::from_iter(places)))
}

/// Distinct texts in the order they appear, each with all its cells.
fn each_once<'c>(cells: impl Iterator<Item = &'c Cell<String>>) -> Vec<Sourced<String>> {
    let mut found: Vec<Sourced<String>> = Vec::new();
    for cell in cells {
        if let Some(known) = found.iter_mut().find(|known| known.value == cell.value) {
            known.from = std::mem::take(&mut known.from).and(&Sources::from(&cell.place));
        } else {
            found.push(cell.sourced());
        }
    }
    found
}

/// *Sementara* when any part says so; *tetap* only when all say so.
fn weakest<'c>(cells: impl Iterator<Item = Option<&'c Cell<StatusData>>>) -> Option<Sourced<StatusData>> {
    let cells: Vec<_> = cells.collect();
    let places = |wanted: StatusData| -> Vec<Place> {
        cells.iter().flatten().filter(|cell| cell.value == wanted).map(|cell| cell.place.clone()).collect()
    };
    let provisional = places(StatusData::Sementara);
    if !provisional.is_empty() {
        return Some(Sourced::new(StatusData::Sementara, provisional.into_iter().collect()));
    }
    let settled = places(StatusData::Tetap);
    (settled.len() == cells.len() && !settled.is_empty())
        .then(|| Sourced::new(StatusData::Tetap, settled.into_iter().collect()))
}
