//! How much a coverage hangs on its denominator: the published ones, and those that announcements imply.

use chrono::{Datelike, NaiveDate};
use num_bigint::BigInt;

use super::Missing;
use super::select::{Denominator, View, denominator_of};
use crate::bahasa::baca::{Kira, Satuan, Ucapan};
use crate::figure::{Coverage, Decimal, Period, Ratio, round_half_up, whole};
use crate::place::{Cell, Sourced, Sources};
use crate::table::{COVERAGE, Dataset, Pernyataan, Segmen};

/// The same participants under one published denominator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The denominator.
    pub denominator: Denominator,
    /// The coverage under it.
    pub coverage: Coverage,
    /// Whether it is the one in force.
    pub in_force: bool,
}

/// The same participants under every published denominator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    /// By the day the denominator holds for, then by definition.
    pub alternatives: Vec<Alternative>,
    /// The lowest coverage, percent, exact.
    pub lowest: Sourced<Ratio>,
    /// The highest coverage, percent, exact.
    pub highest: Sourced<Ratio>,
}

/// A denominator that an announced percentage implies without naming it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implied {
    /// Key of the statement.
    pub statement: Cell<String>,
    /// Who printed it.
    pub publisher: Cell<String>,
    /// Who said it, when that is known.
    pub speaker: Option<Cell<String>>,
    /// When.
    pub date: Cell<NaiveDate>,
    /// The percentage, with the decimals it was announced with.
    pub percent: Sourced<Decimal>,
    /// The announced number of participants, persons.
    pub participants: Sourced<u64>,
    /// Whether the announcement itself put a word of doubt, such as *sekitar*, before one of the two.
    pub approximate: bool,
    /// Participants over percentage, persons, rounded half-up.
    pub workers: Sourced<BigInt>,
    /// Between which numbers of workers the percentage would be printed as announced, exact, the lower end excluded;
    /// nothing when the percentage may be a rounded zero.
    pub range: Option<(Ratio, Ratio)>,
}

pub(super) fn sensitivity(view: &View, region: &str, segment: Segmen, period: Period) -> Result<Sensitivity, Missing> {
    let participants = view.participants(region, segment, period)?;
    let in_force = view.denominator(region, segment, period).ok();
    let mut alternatives: Vec<Alternative> = view
        .denominator_rows(region, segment)
        .filter_map(|row| {
            let denominator = denominator_of(row)?;
            let coverage = denominator.coverage(&participants)?;
            let is_used = in_force.as_ref().is_some_and(|used| used.workers.from == denominator.workers.from);
            Some(Alternative { denominator, coverage, in_force: is_used })
        })
        .collect();
    alternatives.sort_by(|a, b| {
        let key = |x: &Alternative| (x.denominator.as_of.value, x.denominator.definition.value.clone());
        key(a).cmp(&key(b))
    });
    let percents = || alternatives.iter().map(|a| Sourced::new(a.coverage.percent(), a.coverage.sources()));
    let missing = || Missing::NoDenominator { region: region.to_owned(), segment, period };
    Ok(Sensitivity {
        lowest: percents().min_by(|a, b| a.value.cmp(&b.value)).ok_or_else(missing)?,
        highest: percents().max_by(|a, b| a.value.cmp(&b.value)).ok_or_else(missing)?,
        alternatives,
    })
}

/// Statements of the report's year that were known on its date.
pub(super) fn implied(
    data: &Dataset,
    region: &str,
    segment: Segmen,
    period: Period,
    report_date: NaiveDate,
) -> Vec<Implied> {
    let known_until = report_date.max(period.last_day());
    let concerns = |row: &&Pernyataan| {
        row.kode_wilayah.value == region
            && row.indikator.value.eq_ignore_ascii_case(COVERAGE)
            && row.segmen.as_ref().is_none_or(|s| s.value == segment)
            && row.tanggal.value.year() == period.year()
            && row.tanggal.value <= known_until
    };
    let mut found: Vec<Implied> = data.pernyataan.iter().filter(concerns).filter_map(implied_by).collect();
    found.sort_by_key(|i| i.date.value);
    found
}

/// Nothing when the statement names its denominator, or does not state both other numbers legibly.
fn implied_by(row: &Pernyataan) -> Option<Implied> {
    if row.penyebut.as_ref().is_some_and(|cell| !cell.value.trim().is_empty()) {
        return None;
    }
    let (said_percent, said_count) = (row.persen.as_ref()?, row.pembilang.as_ref()?);
    let percent = Ucapan::persen(&said_percent.value).ok().filter(|said| said.satuan == Satuan::Persen)?;
    let count = Ucapan::cacah(&said_count.value).ok()?;
    let approximate = [percent.kira, count.kira].iter().any(|doubt| *doubt != Kira::Tepat);
    let (percent, participants) = (percent.desimal(), count.bulat()?);
    let exact = percent.ratio();
    if exact <= whole(0) {
        return None;
    }
    let persons = whole(participants) * whole(100);
    let from = Sources::from(&said_percent.place).and(&Sources::from(&said_count.place));
    let half = Ratio::new(BigInt::from(1), BigInt::from(10).pow(percent.places) * 2);
    let range = (exact > half).then(|| (&persons / (&exact + &half), &persons / (&exact - &half)));
    Some(Implied {
        statement: row.kode.clone(),
        publisher: row.sumber.clone(),
        speaker: row.narasumber.clone(),
        date: row.tanggal.clone(),
        workers: Sourced::new(round_half_up(&(persons / exact), 0).units, from),
        percent: Sourced::new(percent, Sources::from(&said_percent.place)),
        participants: Sourced::new(participants, Sources::from(&said_count.place)),
        approximate,
        range,
    })
}
