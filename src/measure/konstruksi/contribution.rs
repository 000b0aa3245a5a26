//! Contributions by contract value: each bracket's percentage applies to the part of the value that lies within it.
//!
//! Brackets and percentages are rows of `tarif_konstruksi`, never constants. One day decides which are in force for all
//! packages. Amounts are exact; the report rounds each of them once.

use chrono::NaiveDate;
use num_bigint::BigInt;
use num_traits::Zero;

use super::VALUE;
use crate::figure::{Ratio, whole};
use crate::measure::Missing;
use crate::measure::project::{ProjectLine, Registration, TABLE};
use crate::place::{Cell, Sourced, Sources};
use crate::table::{Dataset, ProgramJaminan, Proyek, TarifKonstruksi};

/// The contribution of one package, Rupiah, exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageContribution<'a> {
    /// The row.
    pub row: &'a Proyek,
    /// How much of its workers is registered.
    pub registration: Registration,
    /// Its contract value.
    pub value: Sourced<u64>,
    /// For JKK.
    pub jkk: Sourced<Ratio>,
    /// For JKM.
    pub jkm: Sourced<Ratio>,
    /// Both.
    pub total: Sourced<Ratio>,
}

/// A range of contract values within which neither percentage changes, over all packages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer<'a> {
    /// The bracket of JKK that holds it.
    pub jkk: &'a TarifKonstruksi,
    /// The bracket of JKM that holds it.
    pub jkm: &'a TarifKonstruksi,
    /// Where it begins, Rupiah.
    pub from: &'a Cell<u64>,
    /// Where it ends, Rupiah; nothing for the highest.
    pub until: Option<&'a Cell<u64>>,
    /// The parts of all contract values that lie within it, Rupiah.
    pub value: Sourced<BigInt>,
    /// The contribution for JKK on these parts, Rupiah, exact.
    pub jkk_amount: Sourced<Ratio>,
    /// The contribution for JKM on these parts, Rupiah, exact.
    pub jkm_amount: Sourced<Ratio>,
    /// Both.
    pub total: Sourced<Ratio>,
}

/// The contributions of all packages that state their contract value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contributions<'a> {
    /// The day whose tariff counts.
    pub on: NaiveDate,
    /// The brackets of JKK, the lowest first.
    pub jkk_tariff: Vec<&'a TarifKonstruksi>,
    /// The brackets of JKM, the lowest first.
    pub jkm_tariff: Vec<&'a TarifKonstruksi>,
    /// All ranges of values, the lowest first.
    pub layers: Vec<Layer<'a>>,
    /// Every package with a contract value, in the order given.
    pub packages: Vec<PackageContribution<'a>>,
    /// Packages without one: not part of any sum.
    pub without_value: Vec<&'a Proyek>,
    /// For JKK, Rupiah, exact.
    pub jkk: Sourced<Ratio>,
    /// For JKM, Rupiah, exact.
    pub jkm: Sourced<Ratio>,
    /// Both, Rupiah, exact.
    pub total: Sourced<Ratio>,
}

impl Contributions<'_> {
    /// Packages that have registered nobody, and what they come to together; nothing when there is none.
    #[must_use]
    pub fn unregistered(&self) -> Option<(Vec<&PackageContribution<'_>>, Sourced<Ratio>)> {
        let nobody: Vec<_> =
            self.packages.iter().filter(|package| package.registration == Registration::Belum).collect();
        let total = sum(nobody.iter().map(|package| &package.total));
        (!nobody.is_empty()).then_some((nobody, total))
    }
}

/// The brackets of one programme in force on a day, the lowest first, joined from zero upwards.
struct Rate<'a>(Vec<&'a TarifKonstruksi>);

pub(super) fn contributions<'a>(
    data: &'a Dataset,
    lines: &[ProjectLine<'a>],
    on: NaiveDate,
) -> Result<Contributions<'a>, Missing> {
    let jkk = Rate::of(data, ProgramJaminan::Jkk, on).ok_or(Missing::NoTariff)?;
    let jkm = Rate::of(data, ProgramJaminan::Jkm, on).ok_or(Missing::NoTariff)?;
    let valued: Vec<(&ProjectLine, &Cell<u64>)> =
        lines.iter().filter_map(|line| Some((line, line.row.nilai_kontrak_rp.as_ref()?))).collect();
    if valued.is_empty() {
        return Err(Missing::NoValue { table: TABLE, column: VALUE, rows: lines.len() });
    }
    let values: Vec<&Cell<u64>> = valued.iter().map(|(_, value)| *value).collect();
    let packages: Vec<PackageContribution> = valued
        .iter()
        .map(|(line, value)| {
            let (jkk, jkm, total) = (jkk.on(value), jkm.on(value), sum([&jkk.on(value), &jkm.on(value)]));
            let (row, registration) = (line.row, line.registration);
            PackageContribution { row, registration, value: value.sourced(), jkk, jkm, total }
        })
        .collect();
    Ok(Contributions {
        on,
        layers: layers(&jkk, &jkm, &values),
        jkk: sum(packages.iter().map(|package| &package.jkk)),
        jkm: sum(packages.iter().map(|package| &package.jkm)),
        total: sum(packages.iter().map(|package| &package.total)),
        packages,
        without_value: lines.iter().map(|line| line.row).filter(|row| row.nilai_kontrak_rp.is_none()).collect(),
        jkk_tariff: jkk.0,
        jkm_tariff: jkm.0,
    })
}

impl<'a> Rate<'a> {
    /// Of the rows in force on the day those that began last. Brackets that leave a gap or overlap are no tariff.
    fn of(data: &'a Dataset, programme: ProgramJaminan, on: NaiveDate) -> Option<Self> {
        let held = |row: &&TarifKonstruksi| {
            row.program_jaminan.value == programme
                && row.berlaku_mulai.value <= on
                && row.berlaku_sampai.as_ref().is_none_or(|until| until.value >= on)
        };
        let begun = data.tarif_konstruksi.iter().filter(held).map(|row| row.berlaku_mulai.value).max()?;
        let mut brackets: Vec<_> =
            data.tarif_konstruksi.iter().filter(held).filter(|row| row.berlaku_mulai.value == begun).collect();
        brackets.sort_by_key(|row| row.batas_bawah_rp.value);
        joined(&brackets).then_some(Self(brackets))
    }

    /// The contribution for a contract value, with the cells of every bracket that it reaches.
    fn on(&self, value: &Cell<u64>) -> Sourced<Ratio> {
        let amounts = parts(&self.0, value.value).into_iter().map(|(bracket, part)| {
            let from = bounds(value, &bracket.batas_bawah_rp, bracket.batas_atas_rp.as_ref());
            Sourced::new(charge(bracket, &part.into()), from.and(&Sources::from(&bracket.persen.place)))
        });
        sum(amounts.collect::<Vec<_>>().iter())
    }
}

/// Whether brackets cover every value from zero on, each once.
fn joined(brackets: &[&TarifKonstruksi]) -> bool {
    let from_zero = brackets.first().is_some_and(|lowest| lowest.batas_bawah_rp.value == 0);
    let open = brackets.last().is_some_and(|highest| highest.batas_atas_rp.is_none());
    let meet = |below: &TarifKonstruksi, above: &TarifKonstruksi| {
        below.batas_atas_rp.as_ref().is_some_and(|end| end.value == above.batas_bawah_rp.value)
    };
    from_zero && open && brackets.windows(2).all(|pair| matches!(pair, [below, above] if meet(below, above)))
}

/// Whether part of a value lies above a bound; of a value of zero the lowest bracket speaks.
fn reaches(value: u64, bound: u64) -> bool {
    value > bound || bound == 0
}

/// The part of a value between two bounds: a value at the upper one lies below it wholly.
fn between(value: u64, from: u64, until: Option<u64>) -> u64 {
    until.map_or(value, |end| end.min(value)).saturating_sub(from)
}

/// The brackets that a contract value reaches, each with the part of the value that lies within it, Rupiah.
#[must_use]
pub fn parts<'b>(tariff: &[&'b TarifKonstruksi], value: u64) -> Vec<(&'b TarifKonstruksi, u64)> {
    let part = |bracket: &TarifKonstruksi| {
        between(value, bracket.batas_bawah_rp.value, bracket.batas_atas_rp.as_ref().map(|end| end.value))
    };
    let reached = tariff.iter().filter(|bracket| reaches(value, bracket.batas_bawah_rp.value));
    reached.map(|bracket| (*bracket, part(bracket))).collect()
}

/// The cells that decide which part of a value lies between two bounds; the upper one only of a value beyond it.
fn bounds(value: &Cell<u64>, from: &Cell<u64>, until: Option<&Cell<u64>>) -> Sources {
    let end = until.filter(|end| end.value < value.value);
    [&value.place, &from.place].into_iter().chain(end.map(|end| &end.place)).cloned().collect()
}

/// The percentage of a bracket, of so many Rupiah.
fn charge(bracket: &TarifKonstruksi, part: &BigInt) -> Ratio {
    bracket.persen.value.ratio() * whole(part.clone()) / whole(100)
}

/// Goes up both tariffs together: a range ends where the nearer of the two brackets does.
fn layers<'a>(jkk: &Rate<'a>, jkm: &Rate<'a>, values: &[&Cell<u64>]) -> Vec<Layer<'a>> {
    let mut layers: Vec<Layer> = Vec::new();
    let (mut accidents, mut deaths) = (jkk.0.iter().copied().peekable(), jkm.0.iter().copied().peekable());
    let mut from: Option<&'a Cell<u64>> = None;
    while let (Some(accident), Some(death)) = (accidents.peek().copied(), deaths.peek().copied()) {
        let ends = [accident.batas_atas_rp.as_ref(), death.batas_atas_rp.as_ref()];
        let until = ends.into_iter().flatten().min_by_key(|end| end.value);
        layers.push(layer((accident, death), from.unwrap_or(&accident.batas_bawah_rp), until, values));
        let Some(end) = until else { break };
        accidents.next_if(|bracket| bracket.batas_atas_rp.as_ref().is_some_and(|own| own.value == end.value));
        deaths.next_if(|bracket| bracket.batas_atas_rp.as_ref().is_some_and(|own| own.value == end.value));
        from = Some(end);
    }
    layers
}

fn layer<'a>(
    (jkk, jkm): (&'a TarifKonstruksi, &'a TarifKonstruksi),
    from: &'a Cell<u64>,
    until: Option<&'a Cell<u64>>,
    values: &[&Cell<u64>],
) -> Layer<'a> {
    let reached = || values.iter().filter(|value| reaches(value.value, from.value));
    let end = until.map(|end| end.value);
    let within: BigInt = reached().map(|value| BigInt::from(between(value.value, from.value, end))).sum();
    // The bound itself stands behind a sum of nothing.
    let cells: Vec<Sources> = reached().map(|value| bounds(value, from, until)).collect();
    let value = Sourced::new(within, Sources::from(&from.place).and(&cells.iter().collect()));
    let amount = |bracket: &TarifKonstruksi| {
        let from = value.from.clone().and(&Sources::from(&bracket.persen.place));
        Sourced::new(charge(bracket, &value.value), from)
    };
    let (jkk_amount, jkm_amount) = (amount(jkk), amount(jkm));
    Layer { total: sum([&jkk_amount, &jkm_amount]), jkk, jkm, from, until, value, jkk_amount, jkm_amount }
}

fn sum<'s>(amounts: impl IntoIterator<Item = &'s Sourced<Ratio>>) -> Sourced<Ratio> {
    let mut total = Ratio::zero();
    let mut from = Vec::new();
    for amount in amounts {
        total += &amount.value;
        from.push(&amount.from);
    }
    Sourced::new(total, from.into_iter().collect())
}
