//! What is due: which months and years of a workspace are over, complete and to be reported on, by its `[jadwal]`.
//!
//! Pure like everything here: the day comes in as a value. What has been made of it already is known to the disk, and
//! belongs to [`crate::cli`].

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::input::{self, BuildInput, Kind, Raw, Read};
use super::year;
use crate::bahasa;
use crate::diagnostic::{Diagnostic, Failure};
use crate::figure::Period;
use crate::manifest::{Jadwal, Manifest};
use crate::measure;
use crate::measure::evaluasi::{Entry, YearLine, evaluate};
use crate::table::{Dataset, Segmen};

/// At most this many indicators are named.
const LISTED: usize = 5;

/// A workspace, read once for all its reports.
#[derive(Debug)]
pub struct Opened {
    pub(super) manifest: Manifest,
    pub(super) data: Dataset,
    notes: Vec<Diagnostic>,
    /// Options, templates and images; the tables are read.
    pub(super) raw: Raw,
}

/// A report of the schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Its kind.
    pub kind: Kind,
    /// Its month; for an evaluation December of its year.
    pub period: Period,
    /// Whether it can be built.
    pub readiness: Readiness,
}

/// Whether a report can be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// Its data are complete.
    Ready,
    /// It has to wait, for this reason, as the end of a sentence.
    NotYet(String),
}

/// Reads a workspace for all reports of its schedule; fails with everything wrong with the manifest and the tables.
pub fn open(mut raw: Raw) -> Result<Opened, Failure> {
    let Read { manifest, data, notes } = input::read(&raw)?;
    raw.tables = Vec::new();
    raw.books = Vec::new();
    Ok(Opened { manifest, data, notes, raw })
}

impl Opened {
    /// The manifest.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// What was noted while the tables were read.
    #[must_use]
    pub fn notes(&self) -> &[Diagnostic] {
        &self.notes
    }

    /// The tables.
    pub(super) fn data(&self) -> &Dataset {
        &self.data
    }

    /// What the report is built from that was asked for when the workspace was opened: the same as for `rakor buat`.
    pub fn asked(&self) -> Result<BuildInput, Failure> {
        input::input(&self.raw, &self.manifest, self.data.clone())
    }

    /// The region that the schedule is about.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.manifest.printed().lembaga.wilayah.value
    }

    /// Every month, then every year of the schedule that is over on a day, in their order.
    #[must_use]
    pub fn due(&self, schedule: &Jadwal, today: NaiveDate) -> Vec<Due> {
        let rules = input::rules(self.manifest.printed());
        let months = measure::months(&self.data, &rules, self.region());
        let first = schedule.mulai.value;
        // A day that lies in no month a report could be about is a clock gone wrong: nothing is due.
        let Some(now) = Period::of(today) else { return Vec::new() };
        let mut due = Vec::new();
        if schedule.bulanan.value {
            let over = (0..first.months_until(now)).map(|n| first.plus(n));
            due.extend(over.map(|month| {
                let reason = wait(schedule, month, today).or_else(|| gap(&months, month, "data kepesertaan"));
                Due { kind: Kind::Bulanan, period: month, readiness: reason.into() }
            }));
        }
        if schedule.evaluasi.value {
            let over = (first.year()..now.year()).filter_map(|year| Period::new(year, 12));
            due.extend(over.map(|december| {
                let what = format!("data kepesertaan {}", bahasa::periode(december));
                let reason = wait(schedule, december, today)
                    .or_else(|| gap(&months, december, &what))
                    .or_else(|| self.unknown(schedule, december, today));
                Due { kind: Kind::Evaluasi, period: december, readiness: reason.into() }
            }));
        }
        due
    }

    /// What one report is built from: the same as for `rakor buat` of its month or year.
    pub fn input(&self, due: &Due) -> Result<BuildInput, Failure> {
        let mut raw = self.raw.clone();
        due.kind.name().clone_into(&mut raw.kind);
        match due.kind {
            Kind::Evaluasi => raw.year = Some(due.period.year()),
            Kind::Bulanan | Kind::PemeriksaanAngka | Kind::Konstruksi | Kind::Rekapitulasi => {
                raw.period = Some(due.period);
            }
        }
        input::input(&raw, &self.manifest, self.data.clone())
    }

    /// What a year still lacks of its plan's figures, unless nobody waits for them any longer.
    fn unknown(&self, schedule: &Jadwal, december: Period, today: NaiveDate) -> Option<String> {
        let (year, region) = (december.year(), self.region());
        let evaluasi = &self.manifest.printed().evaluasi;
        let Some((named, plan)) = evaluasi.rpjmd_of(year).and_then(|plan| Some((plan, year::years(plan)?))) else {
            return Some(format!("tahun {year} tidak termasuk RPJMD dalam rakor.toml"));
        };
        let lines = evaluate(&self.data, region, plan, year, evaluasi.predikat.value).year_lines;
        if lines.is_empty() {
            return Some(format!("indikator {} belum tersedia", named.nama.value));
        }
        let open: Vec<&str> =
            lines.iter().filter(|line| !is_known(line)).map(|line| line.indicator.kode.value.as_str()).collect();
        let limit = schedule.batas_evaluasi_hari.as_ref().map(|cell| after(december, cell.value));
        if open.is_empty() || limit.is_some_and(|limit| limit < today) {
            return None;
        }
        let rest = open.len().saturating_sub(LISTED);
        let mut listed: Vec<String> = open.iter().take(LISTED).map(ToString::to_string).collect();
        if rest > 0 {
            listed.push(format!("{rest} lainnya"));
        }
        Some(format!(
            "realisasi {} dari {} indikator tahun {year} belum lengkap ({})",
            open.len(),
            lines.len(),
            bahasa::dan(&listed)
        ))
    }
}

impl From<Option<String>> for Readiness {
    fn from(reason: Option<String>) -> Self {
        reason.map_or(Self::Ready, Self::NotYet)
    }
}

/// A day so many days after the end of a month.
fn after(month: Period, days: u32) -> NaiveDate {
    let end = month.last_day();
    end.checked_add_days(Days::new(days.into())).unwrap_or(end)
}

/// The days after the end of a month that its institution lets pass.
fn wait(schedule: &Jadwal, month: Period, today: NaiveDate) -> Option<String> {
    let until = after(month, schedule.tunda_hari.value);
    (today <= until).then(|| format!("ditunggu sampai dengan {}", bahasa::tanggal(until)))
}

/// What a month lacks of `what`: anything at all, or the segment that spoke for the region before.
fn gap(months: &BTreeMap<Period, Option<Segmen>>, month: Period, what: &str) -> Option<String> {
    let Some(now) = months.get(&month) else { return Some(format!("{what} belum tersedia")) };
    let before = months.range(..month).next_back().and_then(|(_, segment)| *segment);
    match (before, *now) {
        // It speaks for a region however it was spoken for until now.
        (_, Some(Segmen::Total)) => None,
        (Some(before), now) if now != Some(before) => Some(format!("{what} segmen {} belum tersedia", before.as_str())),
        (None, None) => Some(format!("{what} belum lengkap")),
        _ => None,
    }
}

/// Whether a year's figures are known as far as its plan has targets for them.
fn is_known(line: &YearLine<'_>) -> bool {
    let known = |target: &Entry, realised: &Entry| {
        target.is_err() || realised.as_ref().is_ok_and(|figure| !figure.basis.is_part_of_a_year())
    };
    known(&line.target.k, &line.realised.k) && known(&line.target.rp, &line.realised.rp)
}
