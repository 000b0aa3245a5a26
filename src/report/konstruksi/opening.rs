//! Page one: the summary, four key figures, the chart by office, what awaits a decision.

use num_bigint::BigInt;

use super::{Desk, office};
use crate::bahasa;
use crate::chart::{self, ChartKind, ChartSpec, Share, StackedBar, StackedChart, StackedWords};
use crate::figure::whole;
use crate::measure::konstruksi::{Construction, Office, Package};
use crate::measure::{Missing, Registration};
use crate::place::{Printed, Sourced};
use crate::report::bulanan::{opening, print, section};
use crate::report::sentences::{
    Alasan, Alternative, Caption, PackageCaption, PackageSummary, Packages, bracketed, listed,
};
use crate::template::{Sentence, Tree};

/// At most this many lines ask for a decision.
const DECISIONS: usize = 3;
/// At most this many offices are drawn, those with most unregistered workers; the table names them all.
const DRAWN: usize = 12;

pub(super) fn opening(desk: &Desk) -> Tree {
    let works = desk.works.ok();
    let bars: Vec<&Office> = works.map(drawn).unwrap_or_default();
    let all = works.map_or(0, |works| works.offices.len());
    Tree::map([
        ("ringkasan", summary(desk).into()),
        ("angka", works.map_or(Tree::Absent, figures)),
        ("grafik", (!bars.is_empty()).then(|| stacked(&bars)).into()),
        ("sebagian", (all > DRAWN).then(|| Printed::fixed(bahasa::bilangan(DRAWN))).into()),
        ("alt", (!bars.is_empty()).then(|| alternative(&bars)).into()),
        ("sumber", works.and_then(|works| source(works, desk)).into()),
        ("arahan", works.map(decisions).filter(|lines| !lines.is_empty()).into()),
    ])
}

/// Who published the packages.
pub(super) fn source(works: &Construction, desk: &Desk) -> Option<Sentence> {
    section::source_line(works.packages.iter().map(|p| &p.line.row.sumber), &desk.monthly.period, true)
}

/// The same figures for the terminal.
pub(super) fn headline(desk: &Desk) -> Vec<(String, String)> {
    let Ok(works) = desk.works else { return opening::headline(&desk.monthly) };
    let mut lines = vec![("Paket pekerjaan".to_owned(), bahasa::bilangan(works.packages.len()))];
    let projects = &works.projects;
    if let (Ok(registered), Ok(percent), Ok(open)) = (&projects.registered, &projects.percent, &projects.unregistered) {
        let (x, y) = (bahasa::bilangan(registered.value.clone()), bahasa::bilangan(projects.workers.value.clone()));
        let percent = bahasa::persen(&percent.value);
        lines.push(("Pekerja terdaftar".to_owned(), format!("{x} dari {y} ({percent})")));
        lines.push(("Belum terdaftar".to_owned(), format!("{} orang", bahasa::bilangan(open.value.clone()))));
    }
    if let Ok(covered) = &works.value.covered {
        lines.push(("Nilai kontrak tercakup".to_owned(), bahasa::rupiah_prosa(covered.value.clone())));
    }
    if let Ok(dues) = &works.contributions {
        lines.push(("Iuran menurut nilai kontrak".to_owned(), super::dues::in_full(&dues.total).text));
    }
    lines
}

pub(super) fn summary(desk: &Desk) -> Vec<Sentence> {
    let wilayah = desk.monthly.region.clone();
    let Ok(works) = desk.works else {
        let without = PackageSummary::TanpaPaket { wilayah, periode: desk.monthly.period.clone() };
        return vec![opening::summary(&desk.monthly), without.into()];
    };
    let projects = &works.projects;
    let per_tanggal = desk.as_of();
    let n = Desk::few(works.packages.iter().map(|package| &package.line.row.paket));
    let y = print::count(&projects.workers);
    let said = match (&projects.registered, &projects.percent, &projects.unregistered) {
        (Ok(registered), Ok(percent), Ok(open)) => PackageSummary::Terdaftar {
            per_tanggal,
            wilayah,
            n,
            x: print::count(registered),
            y,
            persen: print::percent(percent),
            z: some(open),
        },
        (Err(_), ..) => PackageSummary::BelumDiketahui { per_tanggal, wilayah, n, y, m: unknown(works) },
        _ => PackageSummary::TanpaPekerja { per_tanggal, wilayah, n },
    };
    vec![said.into()]
}

/// A count, when there is anything to count.
fn some(count: &Sourced<BigInt>) -> Option<Printed> {
    (count.value != BigInt::default()).then(|| print::count(count))
}

/// How many packages do not state their registration.
pub(super) fn unknown(works: &Construction) -> Printed {
    of(works, Registration::BelumDiketahui)
}

/// How many packages have this much registered.
pub(super) fn of(works: &Construction, registration: Registration) -> Printed {
    let alike = works.packages.iter().filter(|package| package.line.registration == registration);
    Desk::few(alike.map(|package| &package.line.row.paket))
}

fn figures(works: &Construction) -> Tree {
    let (projects, value) = (&works.projects, &works.value);
    let digits = |registration| {
        let printed = of(works, registration);
        Printed::new(bahasa::bilangan(projects.count(registration)), printed.from)
    };
    let optional = |registration| (projects.count(registration) > 0).then(|| digits(registration));
    let all: Vec<_> = works.packages.iter().map(|package| package.line.row.paket.place.clone()).collect();
    let packages = PackageCaption::Paket {
        a: digits(Registration::Seluruh),
        b: digits(Registration::Sebagian),
        c: digits(Registration::Belum),
        d: optional(Registration::BelumDiketahui),
        e: optional(Registration::TanpaPekerja),
    };
    let registered = match (&projects.registered, &projects.percent) {
        (Ok(registered), Ok(percent)) => figure(
            Some(print::count(registered)),
            PackageCaption::Terdaftar { y: print::count(&projects.workers), persen: print::percent_cell(percent) },
        ),
        (Err(missing), _) | (Ok(_), Err(missing)) => missing_figure(missing),
    };
    let open = match &projects.unregistered {
        Ok(open) if some(open).is_none() => figure(Some(print::count(open)), PackageCaption::Semua),
        Ok(open) => {
            let lacking = works.packages.iter().filter(|package| package.is_open());
            let n = Desk::few(lacking.map(|package| &package.line.row.paket));
            figure(Some(print::count(open)), PackageCaption::Belum { n })
        }
        Err(missing) => missing_figure(missing),
    };
    let covered = match (&value.covered, &value.total, &value.percent) {
        (Ok(covered), Ok(total), Ok(percent)) => figure(
            Some(print::money(covered)),
            PackageCaption::Nilai { total_rp: print::money(total), persen: print::percent_cell(percent) },
        ),
        (Err(missing), ..) | (_, Err(missing), _) | (.., Err(missing)) => missing_figure(missing),
    };
    Tree::map([
        ("paket", figure(Some(Printed::new(bahasa::bilangan(all.len()), all.into())), packages)),
        ("terdaftar", registered),
        ("belum", open),
        ("nilai", covered),
    ])
}

fn figure(value: Option<Printed>, caption: impl Into<Sentence>) -> Tree {
    Tree::map([("nilai", value.into()), ("uraian", caption.into().into())])
}

fn missing_figure(missing: &Missing) -> Tree {
    let alasan = match missing {
        Missing::ZeroBase { .. } => Alasan::TanpaRincian,
        _ => Alasan::TidakLengkap,
    };
    figure(None, Caption::Belum { alasan })
}

/// Offices with workers, as many as fit.
fn drawn<'w, 'a>(works: &'w Construction<'a>) -> Vec<&'w Office<'a>> {
    let staffed = works.offices.iter().filter(|office| office.workers.all.value != BigInt::default());
    staffed.take(DRAWN).collect()
}

fn stacked(offices: &[&Office]) -> ChartSpec {
    let segments = offices
        .iter()
        .map(|office| {
            let workers = &office.workers;
            let share = match (&workers.percent, &workers.registered, &workers.unregistered) {
                (Ok(percent), Ok(registered), Ok(open)) => Some(Share {
                    covered: percent.value.clone(),
                    covered_label: print::count(registered),
                    uncovered_label: print::count(open),
                }),
                _ => None,
            };
            StackedBar { name: super::packages::office_name(office), share }
        })
        .collect();
    let comfortable = chart::stacked_height_mm(offices.len());
    print::bar_chart(ChartKind::Stacked(StackedChart { segments, words: StackedWords::Terdaftar }), comfortable)
}

/// Every office drawn with its persons and their share; *belum tersedia* where nobody says.
fn alternative(offices: &[&Office]) -> Sentence {
    let part = |registered: bool| -> Vec<(Printed, Printed)> {
        let value = |office: &&Office| {
            let workers = &office.workers;
            let count = if registered { &workers.registered } else { &workers.unregistered };
            let (Ok(count), Ok(percent)) = (count, &workers.percent) else { return Printed::fixed("belum tersedia") };
            let share = if registered {
                percent.clone()
            } else {
                Sourced::new(whole(100) - &percent.value, percent.from.clone())
            };
            bracketed(&print::count(count), &print::percent_cell(&share))
        };
        offices.iter().map(|office| (super::packages::office_name(office), value(office))).collect()
    };
    let (daftar_terdaftar, daftar_belum) = (listed(&part(true)), listed(&part(false)));
    Alternative::BatangPaket { daftar_terdaftar, daftar_belum }.into()
}

/// Packages on which most workers lack registration, most of all those whose work has begun.
pub(super) fn decisions(works: &Construction) -> Vec<Sentence> {
    let begun = |package: &&Package| package.is_open() && package.running.is_some();
    let open = works.packages.iter().filter(begun);
    let later = works.packages.iter().filter(|package| package.is_open() && package.running.is_none());
    open.chain(later).take(DECISIONS).filter_map(decision).collect()
}

fn decision(package: &Package) -> Option<Sentence> {
    let line = &package.line;
    let said = Packages::Arahan {
        z: print::count(line.unregistered.as_ref()?),
        y: print::count(&line.row.pekerja.sourced()),
        paket: line.row.paket.printed(),
        perangkat_daerah: office(package),
        hari: package.running.as_ref().filter(|days| days.value > 0).map(print::count),
        berakhir: package.over,
    };
    Some(said.into())
}
