//! Construction packages: whose workers are registered, and which registration is late.

use num_bigint::BigInt;
use num_traits::Zero;

use super::Missing;
use crate::figure::{Period, Ratio, percent_of, whole};
use crate::place::{Sourced, Sources};
use crate::table::{Dataset, Proyek};

pub(super) const TABLE: &str = "proyek";

/// How much of a package's workers is registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Registration {
    /// Nobody.
    Belum,
    /// Some.
    Sebagian,
    /// Everybody.
    Seluruh,
    /// Not stated.
    BelumDiketahui,
    /// The package employs nobody yet.
    TanpaPekerja,
}

/// Why a registration counts as late. Work may not begin before its workers are protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RegistrationDelay {
    /// Work has begun and workers are still unregistered, so many days after its beginning.
    MasihKurang(i64),
    /// Registered, but so many days after the beginning of work.
    Terlambat(i64),
}

/// One package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectLine<'a> {
    /// The row.
    pub row: &'a Proyek,
    /// How much is registered.
    pub registration: Registration,
    /// Workers not registered, persons; nothing when not stated.
    pub unregistered: Option<Sourced<u64>>,
    /// Whether and why the registration is late at the month's end.
    pub delay: Option<RegistrationDelay>,
}

/// Packages of a region in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projects<'a> {
    /// Most unregistered workers first, then by name; packages that state none come last.
    pub lines: Vec<ProjectLine<'a>>,
    /// Workers of all packages, persons.
    pub workers: Sourced<BigInt>,
    /// Registered workers; missing when a package with workers does not state them.
    pub registered: Result<Sourced<BigInt>, Missing>,
    /// Workers not registered; missing likewise. Each package adds only what it lacks.
    pub unregistered: Result<Sourced<BigInt>, Missing>,
    /// Registered over all workers, percent, exact.
    pub percent: Result<Sourced<Ratio>, Missing>,
}

/// Workers of several packages together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workers {
    /// All of them, persons.
    pub all: Sourced<BigInt>,
    /// Registered ones; missing when a package with workers does not state them.
    pub registered: Result<Sourced<BigInt>, Missing>,
    /// Those not registered; missing likewise. Each package adds only what it lacks.
    pub unregistered: Result<Sourced<BigInt>, Missing>,
    /// Registered over all workers, percent, exact.
    pub percent: Result<Sourced<Ratio>, Missing>,
}

impl Workers {
    /// Adds up what the packages say.
    pub(super) fn of(lines: &[ProjectLine<'_>]) -> Self {
        let mut all = Sourced::new(BigInt::zero(), Sources::none());
        let mut registered = all.clone();
        let mut unregistered = all.clone();
        let mut silent = 0;
        for line in lines {
            add(&mut all, line.row.pekerja.value, &Sources::from(&line.row.pekerja.place));
            match (&line.row.pekerja_terdaftar, &line.unregistered) {
                (Some(count), Some(lacking)) => {
                    add(&mut registered, count.value, &Sources::from(&count.place));
                    add(&mut unregistered, lacking.value, &lacking.from);
                }
                _ if line.registration == Registration::TanpaPekerja => {}
                _ => silent += 1,
            }
        }
        let complete = |figure: Sourced<BigInt>| {
            if silent == 0 {
                Ok(figure)
            } else {
                Err(Missing::NoValue { table: TABLE, column: "pekerja_terdaftar", rows: silent })
            }
        };
        let registered = complete(registered);
        let percent = registered.clone().and_then(|registered| {
            percent_of(&whole(registered.value), &whole(all.value.clone()))
                .map(|value| Sourced::new(value, registered.from.and(&all.from)))
                .ok_or(Missing::ZeroBase { table: TABLE, column: "pekerja" })
        });
        Self { all, registered, unregistered: complete(unregistered), percent }
    }
}

impl Projects<'_> {
    /// How many packages have this much registered.
    #[must_use]
    pub fn count(&self, registration: Registration) -> usize {
        self.lines.iter().filter(|line| line.registration == registration).count()
    }

    /// The rows behind such a count.
    #[must_use]
    pub fn sources(&self) -> Sources {
        self.lines.iter().map(sources).collect::<Vec<_>>().iter().collect()
    }
}

pub(super) fn projects<'a>(data: &'a Dataset, region: &str, period: Period) -> Result<Projects<'a>, Missing> {
    let of_region = || data.proyek.iter().filter(|row| row.kode_wilayah.value == region);
    let mut lines: Vec<ProjectLine> =
        of_region().filter(|row| row.periode.value == period).map(|row| line(row, period)).collect();
    if lines.is_empty() {
        let latest = of_region().map(|row| row.periode.value).filter(|p| *p <= period).max();
        return Err(Missing::NoRows { table: TABLE, period, latest });
    }
    lines.sort_by(|a, b| {
        let lacking = |line: &ProjectLine| line.unregistered.as_ref().map(|n| n.value);
        lacking(b).cmp(&lacking(a)).then_with(|| a.row.paket.value.cmp(&b.row.paket.value))
    });
    let Workers { all, registered, unregistered, percent } = Workers::of(&lines);
    Ok(Projects { lines, workers: all, registered, unregistered, percent })
}

fn add(sum: &mut Sourced<BigInt>, count: u64, from: &Sources) {
    sum.value += count;
    sum.from = std::mem::take(&mut sum.from).and(from);
}

fn line(row: &Proyek, period: Period) -> ProjectLine<'_> {
    let registration = match (row.pekerja.value, row.pekerja_terdaftar.as_ref().map(|c| c.value)) {
        (0, _) => Registration::TanpaPekerja,
        (_, None) => Registration::BelumDiketahui,
        (_, Some(0)) => Registration::Belum,
        (workers, Some(n)) if n < workers => Registration::Sebagian,
        (_, Some(_)) => Registration::Seluruh,
    };
    let unregistered = row.pekerja_terdaftar.as_ref().map(|n| {
        let from = Sources::from(&row.pekerja.place).and(&Sources::from(&n.place));
        Sourced::new(row.pekerja.value.saturating_sub(n.value), from)
    });
    ProjectLine { row, registration, unregistered, delay: delay(row, registration, period) }
}

fn delay(row: &Proyek, registration: Registration, period: Period) -> Option<RegistrationDelay> {
    let begun = row.mulai.as_ref()?.value;
    match registration {
        Registration::Belum | Registration::Sebagian => {
            let days = (period.last_day() - begun).num_days();
            (days > 0).then_some(RegistrationDelay::MasihKurang(days))
        }
        Registration::Seluruh => {
            let days = (row.tanggal_daftar.as_ref()?.value - begun).num_days();
            (days > 0).then_some(RegistrationDelay::Terlambat(days))
        }
        Registration::BelumDiketahui | Registration::TanpaPekerja => None,
    }
}

fn sources(line: &ProjectLine) -> Sources {
    let workers = Sources::from(&line.row.pekerja.place);
    line.row
        .pekerja_terdaftar
        .as_ref()
        .map_or_else(|| workers.clone(), |n| workers.clone().and(&Sources::from(&n.place)))
}
