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
use crate::measure::project::TABLE;
use crate::place::{Cell, Sourced, Sources};
use crate::table::{Dataset, ProgramJaminan, Proyek, TarifKonstruksi};

/// The contribution of one package, Rupiah, exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageContribution<'a> {
    /// The row.
    pub row: &'a Proyek,
    /// Its contract value.
    pub value: Sourced<u64>,
    /// For JKK.
    pub jkk: Sourced<Ratio>,
    /// For JKM.
    pub jkm: Sourced<Ratio>,
    /// Both.
    pub total: Sourced<Ratio>,
}

/// One bracket of one programme, over all packages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BracketLine<'a> {
    /// The row of the tariff.
    pub bracket: &'a TarifKonstruksi,
    /// The parts of all contract values that lie within the bracket, Rupiah.
    pub value: Sourced<BigInt>,
    /// The contribution for these parts, Rupiah, exact.
    pub amount: Sourced<Ratio>,
}

/// The contributions of all packages that state their contract value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contributions<'a> {
    /// The day whose tariff counts.
    pub on: NaiveDate,
    /// Every bracket, JKK before JKM, the lowest first.
    pub brackets: Vec<BracketLine<'a>>,
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

/// The brackets of one programme in force on a day, the lowest first, joined from zero upwards.
struct Rate<'a>(Vec<&'a TarifKonstruksi>);

pub(super) fn contributions<'a>(
    data: &'a Dataset,
    rows: &[&'a Proyek],
    on: NaiveDate,
) -> Result<Contributions<'a>, Missing> {
    let jkk = Rate::of(data, ProgramJaminan::Jkk, on).ok_or(Missing::NoTariff)?;
    let jkm = Rate::of(data, ProgramJaminan::Jkm, on).ok_or(Missing::NoTariff)?;
    let valued: Vec<(&Proyek, &Cell<u64>)> =
        rows.iter().filter_map(|row| Some((*row, row.nilai_kontrak_rp.as_ref()?))).collect();
    if valued.is_empty() {
        return Err(Missing::NoValue { table: TABLE, column: VALUE, rows: rows.len() });
    }
    let packages: Vec<PackageContribution> = valued
        .iter()
        .map(|(row, value)| {
            let (jkk, jkm) = (jkk.on(value), jkm.on(value));
            PackageContribution { row, value: value.sourced(), total: sum([&jkk, &jkm]), jkk, jkm }
        })
        .collect();
    let brackets = jkk.0.iter().chain(&jkm.0).map(|bracket| line(bracket, &valued)).collect();
    Ok(Contributions {
        on,
        brackets,
        jkk: sum(packages.iter().map(|package| &package.jkk)),
        jkm: sum(packages.iter().map(|package| &package.jkm)),
        total: sum(packages.iter().map(|package| &package.total)),
        packages,
        without_value: rows.iter().copied().filter(|row| row.nilai_kontrak_rp.is_none()).collect(),
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
        let reached = self.0.iter().filter(|bracket| reaches(value.value, bracket));
        let amounts: Vec<Sourced<Ratio>> = reached.map(|bracket| amount(bracket, value)).collect();
        sum(amounts.iter())
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

/// Whether part of a value lies within a bracket; of a value of zero the lowest one speaks.
fn reaches(value: u64, bracket: &TarifKonstruksi) -> bool {
    value > bracket.batas_bawah_rp.value || bracket.batas_bawah_rp.value == 0
}

/// The part of a value that lies within a bracket: a value at its upper bound lies within it wholly.
fn part(value: u64, bracket: &TarifKonstruksi) -> u64 {
    let end = bracket.batas_atas_rp.as_ref().map_or(value, |end| end.value.min(value));
    end.saturating_sub(bracket.batas_bawah_rp.value)
}

/// The cells that decide which part of a value lies within a bracket; the upper bound only of a value beyond it.
fn bounds(value: &Cell<u64>, bracket: &TarifKonstruksi) -> Sources {
    let end = bracket.batas_atas_rp.as_ref().filter(|end| end.value < value.value);
    [&value.place, &bracket.batas_bawah_rp.place].into_iter().chain(end.map(|end| &end.place)).cloned().collect()
}

fn amount(bracket: &TarifKonstruksi, value: &Cell<u64>) -> Sourced<Ratio> {
    let from = bounds(value, bracket).and(&Sources::from(&bracket.persen.place));
    Sourced::new(charge(bracket, &part(value.value, bracket).into()), from)
}

/// The percentage of a bracket, of so many Rupiah.
fn charge(bracket: &TarifKonstruksi, part: &BigInt) -> Ratio {
    bracket.persen.value.ratio() * whole(part.clone()) / whole(100)
}

fn line<'a>(bracket: &'a TarifKonstruksi, valued: &[(&Proyek, &Cell<u64>)]) -> BracketLine<'a> {
    let reached = || valued.iter().map(|(_, value)| *value).filter(|value| reaches(value.value, bracket));
    let within: BigInt = reached().map(|value| BigInt::from(part(value.value, bracket))).sum();
    // The bounds themselves stand behind a sum of nothing.
    let own = Sources::from(&bracket.batas_bawah_rp.place);
    let from = own.and(&reached().map(|value| bounds(value, bracket)).collect::<Vec<_>>().iter().collect());
    let amount = Sourced::new(charge(bracket, &within), from.clone().and(&Sources::from(&bracket.persen.place)));
    BracketLine { bracket, value: Sourced::new(within, from), amount }
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

impl PackageContribution<'_> {
    /// The parts that an amount of a programme is made of: percentage and Rupiah of every bracket reached.
    #[must_use]
    pub fn parts<'b>(
        &self,
        brackets: &[BracketLine<'b>],
        programme: ProgramJaminan,
    ) -> Vec<(&'b TarifKonstruksi, u64)> {
        let own = brackets.iter().map(|line| line.bracket).filter(|bracket| bracket.program_jaminan.value == programme);
        own.filter(|bracket| reaches(self.value.value, bracket))
            .map(|bracket| (bracket, part(self.value.value, bracket)))
            .collect()
    }
}
