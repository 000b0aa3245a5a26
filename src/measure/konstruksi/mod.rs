//! Construction packages in depth: by office, how long work has gone on without registration, contract value, and the
//! contribution that follows from it.
//!
//! Who counts as registered belongs to [`super::project`]; the coverage of the segment JAKON is measured like that of any
//! segment. Days are counted up to the report's date; what the data say is the state at the month's end.

mod contribution;
mod office;

use chrono::NaiveDate;
use num_bigint::BigInt;
use num_traits::Zero;

use super::Missing;
use super::funding::sum_all;
use super::project::{self, ProjectLine, Projects, Registration, TABLE};
use crate::figure::{Period, Ratio, percent_of, whole};
use crate::place::{Cell, Sourced, Sources};
use crate::table::Dataset;

pub use contribution::{Contributions, Layer, PackageContribution, parts};
pub use office::Office;

/// The column of contract values.
const VALUE: &str = "nilai_kontrak_rp";

/// One package at the report's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package<'a> {
    /// Its row and its registration.
    pub line: ProjectLine<'a>,
    /// Days from the first day of work to the report's date; nothing when work has not begun or nobody says when it does.
    pub running: Option<Sourced<u64>>,
    /// Days from the first day of work to the registration, when it came after that day.
    pub registered_late: Option<Sourced<u64>>,
    /// Whether the last day of work lies before the report's date.
    pub over: bool,
}

impl Package<'_> {
    /// Whether some of its workers are known to be unregistered.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.line.registration, Registration::Belum | Registration::Sebagian)
    }
}

/// Contract values, Rupiah.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractValue {
    /// Of all packages; missing as soon as one does not state it.
    pub total: Result<Sourced<BigInt>, Missing>,
    /// Of the packages that have registered all their workers; missing when one of them does not state it, or when a
    /// package does not state its registration.
    pub covered: Result<Sourced<BigInt>, Missing>,
    /// Covered over total, percent, exact.
    pub percent: Result<Sourced<Ratio>, Missing>,
}

/// The packages of a region in one month, for the meeting about construction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Construction<'a> {
    /// Packages, workers, registered and unregistered ones.
    pub projects: Projects<'a>,
    /// The same packages in the same order, at the report's date.
    pub packages: Vec<Package<'a>>,
    /// By office: most workers known to be unregistered first, then those of whom it is not known, then by name.
    pub offices: Vec<Office<'a>>,
    /// Contract values.
    pub value: ContractValue,
    /// Contributions for JKK and JKM by contract value, by the tariff in force on the month's last day.
    pub contributions: Result<Contributions<'a>, Missing>,
}

/// Measures the packages of `region` in `period`; days are counted up to `report_date`.
///
/// # Errors
/// [`Missing::NoRows`] when the month has no package.
pub fn construction<'a>(
    data: &'a Dataset,
    region: &str,
    period: Period,
    report_date: NaiveDate,
) -> Result<Construction<'a>, Missing> {
    let projects = project::projects(data, region, period)?;
    Ok(Construction {
        packages: projects.lines.iter().map(|line| package(line, report_date)).collect(),
        offices: office::offices(&projects.lines),
        value: contract_value(&projects),
        contributions: contribution::contributions(data, &projects.lines, period.last_day()),
        projects,
    })
}

fn package<'a>(line: &ProjectLine<'a>, report_date: NaiveDate) -> Package<'a> {
    let row = line.row;
    let days = |from: &Cell<NaiveDate>, to: NaiveDate| u64::try_from((to - from.value).num_days()).ok();
    let begun = row.mulai.as_ref();
    let running = begun.and_then(|begun| Some(Sourced::new(days(begun, report_date)?, Sources::from(&begun.place))));
    let registered_late = begun.zip(row.tanggal_daftar.as_ref()).and_then(|(begun, registered)| {
        let late = days(begun, registered.value).filter(|days| *days > 0)?;
        Some(Sourced::new(late, Sources::from(&begun.place).and(&Sources::from(&registered.place))))
    });
    let over = row.selesai.as_ref().is_some_and(|end| end.value < report_date);
    Package { line: line.clone(), running, registered_late, over }
}

fn contract_value(projects: &Projects<'_>) -> ContractValue {
    let value = |line: &ProjectLine<'_>| line.row.nilai_kontrak_rp.clone();
    let values = |wanted: &dyn Fn(&ProjectLine<'_>) -> bool| -> Vec<Option<Cell<u64>>> {
        projects.lines.iter().filter(|line| wanted(line)).map(value).collect()
    };
    let all = values(&|_| true);
    let total = sum_all(TABLE, VALUE, all.iter().map(Option::as_ref));
    let silent = projects.count(Registration::BelumDiketahui);
    let whole_ones = values(&|line| line.registration == Registration::Seluruh);
    let covered = match (silent, whole_ones.is_empty()) {
        (0, false) => sum_all(TABLE, VALUE, whole_ones.iter().map(Option::as_ref)),
        (0, true) => Ok(Sourced::new(BigInt::zero(), projects.sources())),
        _ => Err(Missing::NoValue { table: TABLE, column: "pekerja_terdaftar", rows: silent }),
    };
    let percent = covered.clone().and_then(|covered| {
        let total = total.clone()?;
        percent_of(&whole(covered.value), &whole(total.value))
            .map(|percent| Sourced::new(percent, covered.from.and(&total.from)))
            .ok_or(Missing::ZeroBase { table: TABLE, column: VALUE })
    });
    ContractValue { total, covered, percent }
}
