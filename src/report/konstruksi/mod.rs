//! The report on construction packages, for the meeting about them.
//!
//! Owns: which sentences, tables and charts on packages stand where, and what is said when there are none. Sections on
//! the coverage of construction workers and the list of packages are those of the monthly report, from rows of the
//! segment JAKON alone. Figures belong to [`crate::measure::konstruksi`], the wording to `templates/_kalimat/`, the
//! structure to `templates/konstruksi/`, the look to `templates/_naskah/`.

mod closing;
mod dues;
mod gist;
mod letter;
mod month;
mod opening;
mod packages;

use std::collections::BTreeMap;

use super::build::Composed;
use super::bulanan::letter::{file_name_of, mark};
use super::bulanan::{self, notes, projects};
use super::cover::Gist;
use super::input::{BuildInput, Seal};
use super::sentences::Tanda;
use crate::measure::konstruksi::{Construction, Package, construction};
use crate::measure::{Missing, measure};
use crate::place::{Cell, Printed, Sources};
use crate::template::Tree;

pub(super) use month::chosen_month;

/// What every section is composed from.
struct Desk<'a> {
    monthly: bulanan::Desk<'a>,
    works: Result<&'a Construction<'a>, &'a Missing>,
}

/// Composes the report: its context, its metadata, its key figures.
pub(super) fn compose(input: &BuildInput, seal: &Seal) -> Composed {
    with_desk(input, |desk| {
        let name = desk.monthly.measures.subject.name.as_ref().map_or("", |cell| cell.value.as_str());
        let file_name = file_name_of(input, name);
        Composed {
            context: Tree::Map(context(desk)),
            about: letter::about(desk, format!("rakor {file_name} {}", seal.digest)),
            mark: mark(input).map(Tanda::word),
            headline: opening::headline(desk),
            file_name,
        }
    })
}

/// What a mail tells of the report.
pub(super) fn gist(input: &BuildInput) -> Gist {
    with_desk(input, gist::gist)
}

/// Measures, and hands the desk to what is composed from it.
fn with_desk<T>(input: &BuildInput, compose: impl FnOnce(&Desk) -> T) -> T {
    let measures =
        measure(&input.tabel, &input.rules(), &input.wilayah.value, input.periode.value, input.report_date());
    let works = measured(input);
    compose(&Desk { monthly: bulanan::Desk::of(input, &measures), works: works.as_ref() })
}

/// The packages that an input speaks of.
pub(super) fn measured(input: &BuildInput) -> Result<Construction<'_>, Missing> {
    construction(&input.tabel, &input.wilayah.value, input.periode.value, input.report_date())
}

fn context(desk: &Desk) -> BTreeMap<&'static str, Tree> {
    BTreeMap::from([
        ("naskah", letter::heading(desk)),
        ("pembuka", opening::opening(desk)),
        ("pendahuluan", letter::introduction(desk)),
        ("paket", packages::registration(desk)),
        ("perangkat", packages::offices(desk)),
        ("terbuka", packages::open(desk)),
        ("terlambat", packages::late(desk)),
        ("iuran", dues::section(desk)),
        ("cakupan", closing::coverage(desk)),
        ("penutup", closing::closing(desk)),
        ("kaki", bulanan::letter::foot(&desk.monthly)),
        ("daftar", if desk.works.is_ok() { projects::section(&desk.monthly) } else { Tree::Absent }),
        ("catatan", notes::notes(&desk.monthly)),
    ])
}

impl Desk<'_> {
    /// The day that days are counted to, with the cell that names it.
    fn report_date(&self) -> Printed {
        let input = self.monthly.input;
        let from =
            input.tanggal.as_ref().map_or_else(|| Sources::from(&input.periode.place), |c| Sources::from(&c.place));
        Printed::new(crate::bahasa::tanggal(input.report_date()), from)
    }

    /// The last day of the report's month: the data are as of then.
    fn as_of(&self) -> Printed {
        let input = self.monthly.input;
        Printed::new(crate::bahasa::tanggal(input.periode.value.last_day()), Sources::from(&input.periode.place))
    }

    /// How many packages of some sort there are, in words where one word suffices, with the cells that name them.
    fn few<'p>(packages: impl Iterator<Item = &'p Cell<String>>) -> Printed {
        let cells: Vec<Sources> = packages.map(|cell| Sources::from(&cell.place)).collect();
        Printed::new(crate::bahasa::angka_kata(u64::try_from(cells.len()).unwrap_or(u64::MAX)), cells.iter().collect())
    }
}

/// The office of a package.
fn office(package: &Package<'_>) -> Option<Printed> {
    package.line.row.perangkat_daerah.as_ref().map(Cell::printed)
}
