//! Claims paid, in the month and since January.

use num_bigint::BigInt;

use super::Missing;
use super::funding::sum_all;
use crate::figure::Period;
use crate::place::{Cell, Sourced};
use crate::table::{Dataset, Klaim, Manfaat, ProgramJaminan};

const TABLE: &str = "klaim";

/// Claims of one programme or of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimFigures {
    /// Cases. Missing when only parts of the benefit are known: one case may receive several.
    pub cases: Result<Sourced<BigInt>, Missing>,
    /// Persons who received something; missing likewise.
    pub people: Result<Sourced<BigInt>, Missing>,
    /// Paid, Rupiah.
    pub amount: Result<Sourced<BigInt>, Missing>,
}

/// One programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimLine<'a> {
    /// The programme.
    pub programme: ProgramJaminan,
    /// Its rows of the month, the total and the parts, in the order of the table; empty when nothing was paid.
    pub rows: Vec<&'a Klaim>,
    /// In the month; missing when the month has no row of the programme.
    pub month: Result<ClaimFigures, Missing>,
    /// Since January.
    pub year: Result<ClaimFigures, Missing>,
}

/// Claims of a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims<'a> {
    /// By programme, in the fixed order.
    pub lines: Vec<ClaimLine<'a>>,
    /// All programmes in the month.
    pub month: ClaimFigures,
    /// All programmes since January; missing when a month without any claim row lies between.
    pub year: Result<ClaimFigures, Missing>,
    /// The programmes with the highest amount in the month; several when equal.
    pub largest: Vec<ProgramJaminan>,
    /// *Beasiswa* in the month.
    pub scholarships: Result<ClaimFigures, Missing>,
}

pub(super) fn claims<'a>(data: &'a Dataset, region: &str, period: Period) -> Result<Claims<'a>, Missing> {
    let of_region: Vec<&Klaim> = data.klaim.iter().filter(|row| row.kode_wilayah.value == region).collect();
    let in_month = |month: Period| of_region.iter().copied().filter(move |row| row.periode.value == month);
    let no_rows = || {
        let latest = of_region.iter().map(|row| row.periode.value).filter(|p| *p <= period).max();
        Missing::NoRows { table: TABLE, period, latest }
    };
    if in_month(period).next().is_none() {
        return Err(no_rows());
    }
    let january = period.plus(1 - period.month().cast_signed());
    let months: Vec<Period> = (0..period.month().cast_signed()).map(|n| january.plus(n)).collect();
    let gaps: Vec<Period> = months.iter().copied().filter(|m| in_month(*m).next().is_none()).collect();
    let since_january = |programme: Option<ProgramJaminan>| {
        if !gaps.is_empty() {
            return Err(Missing::MonthsMissing { table: TABLE, months: gaps.clone() });
        }
        let rows = of_region.iter().copied().filter(|row| months.contains(&row.periode.value));
        let rows: Vec<&Klaim> = rows.filter(|row| programme.is_none_or(|p| row.program_jaminan.value == p)).collect();
        Ok(figures(&rows))
    };
    let lines: Vec<ClaimLine> = ProgramJaminan::ALL
        .iter()
        .copied()
        .filter(|programme| {
            let mut rows = of_region.iter().filter(|row| months.contains(&row.periode.value));
            rows.any(|row| row.program_jaminan.value == *programme)
        })
        .map(|programme| {
            let rows: Vec<&Klaim> = in_month(period).filter(|row| row.program_jaminan.value == programme).collect();
            let month = if rows.is_empty() { Err(no_rows()) } else { Ok(figures(&rows)) };
            ClaimLine { programme, rows, month, year: since_january(Some(programme)) }
        })
        .collect();
    let scholarships: Vec<&Klaim> = in_month(period).filter(|row| row.manfaat.value == Manfaat::Beasiswa).collect();
    Ok(Claims {
        month: figures(&in_month(period).collect::<Vec<_>>()),
        year: since_january(None),
        largest: largest(&lines),
        scholarships: if scholarships.is_empty() { Err(no_rows()) } else { Ok(columns(&scholarships)) },
        lines,
    })
}

/// Figures over rows of any months and programmes: the total row where a month and programme has one, else its parts.
fn figures(rows: &[&Klaim]) -> ClaimFigures {
    let has_total = |row: &Klaim| {
        rows.iter().any(|other| {
            other.manfaat.value == Manfaat::Total
                && other.periode.value == row.periode.value
                && other.program_jaminan.value == row.program_jaminan.value
        })
    };
    let counted: Vec<&Klaim> =
        rows.iter().copied().filter(|row| row.manfaat.value == Manfaat::Total || !has_total(row)).collect();
    let several_parts = counted.iter().any(|row| {
        counted.iter().any(|other| {
            other.manfaat.value != row.manfaat.value
                && other.periode.value == row.periode.value
                && other.program_jaminan.value == row.program_jaminan.value
        })
    });
    let sums = columns(&counted);
    if !several_parts {
        return sums;
    }
    ClaimFigures {
        cases: Err(Missing::NotAdditive { column: "kasus" }),
        people: Err(Missing::NotAdditive { column: "penerima_orang" }),
        amount: sums.amount,
    }
}

fn columns(rows: &[&Klaim]) -> ClaimFigures {
    let sum = |column: &'static str, get: fn(&Klaim) -> Option<&Cell<u64>>| {
        sum_all(TABLE, column, rows.iter().map(|row| get(row)))
    };
    ClaimFigures {
        cases: sum("kasus", |row| row.kasus.as_ref()),
        people: sum("penerima_orang", |row| row.penerima_orang.as_ref()),
        amount: sum("nominal_rp", |row| row.nominal_rp.as_ref()),
    }
}

fn largest(lines: &[ClaimLine]) -> Vec<ProgramJaminan> {
    let amount = |line: &ClaimLine| {
        let month = line.month.as_ref().ok()?;
        month.amount.as_ref().ok().map(|amount| amount.value.clone())
    };
    let known: Vec<(ProgramJaminan, BigInt)> =
        lines.iter().filter_map(|line| Some((line.programme, amount(line)?))).collect();
    let most = known.iter().map(|(_, amount)| amount).max().cloned();
    known.into_iter().filter(|(_, amount)| Some(amount) == most.as_ref()).map(|(p, _)| p).collect()
}
