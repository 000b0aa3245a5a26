//! How the figures of a report follow from their cells, in numbers: `117.258 ÷ 312.480 × 100`.
//!
//! Written down only for a trace, from the same measures that the report was composed from. A formula belongs to a figure
//! when it gives the printed number and stands on the same cells.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use num_bigint::BigInt;
use num_traits::Signed;

use crate::bahasa::{bilangan, desimal, tanggal};
use crate::figure::{Coverage, Ratio, Rounded, round_half_up, whole};
use crate::measure::evaluasi::{Attained, Entry, Evaluation, Figure, Formula};
use crate::measure::konstruksi::{Construction, Contributions, parts};
use crate::measure::rekapitulasi::Recap;
use crate::measure::{BudgetFigures, Change, Measures, PERCENT_PLACES, Point, SegmentLine, Standing, Workers};
use crate::place::{Sourced, Sources};
use crate::report::{BuildInput, Kind, evaluasi, konstruksi, rekapitulasi};
use crate::table::{SatuanTarget, TarifKonstruksi};

/// A sum of so many cells is written out.
const WRITTEN_OUT: usize = 6;

/// Formulas by the cells they stand on and the number they print.
#[derive(Debug, Default)]
pub(super) struct Formulas(BTreeMap<(Sources, Ratio), String>);

impl Formulas {
    pub(super) fn of(input: &BuildInput) -> Self {
        let period = input.periode.value;
        let rules = input.rules();
        let measures = crate::measure::measure(&input.tabel, &rules, &input.wilayah.value, period, input.report_date());
        let mut formulas = Self::default();
        formulas.coverages(&measures);
        let segments = measures.segments.iter().flat_map(|segments| &segments.lines).map(|line| &line.change);
        let regions = measures.regions.iter().flat_map(|regions| &regions.lines).map(|line| &line.change);
        let siblings = measures.siblings.iter().flat_map(|siblings| &siblings.lines).map(|line| &line.change);
        let changes = [&measures.month_change, &measures.year_change].into_iter().chain(segments);
        for change in changes.chain(regions).chain(siblings).flatten() {
            formulas.change(change);
        }
        let points =
            measures.series.iter().flat_map(|series| &series.points).filter_map(|month| month.point.as_ref().ok());
        let points: Vec<&Point> = points.collect();
        for pair in points.windows(2) {
            if let [before, now] = pair {
                formulas.points(before, now);
            }
        }
        if let (Ok(standing), Ok(now)) = (&measures.targets.standing, &measures.now) {
            formulas.standing(standing, now);
        }
        if let Ok(now) = &measures.now {
            let lines = measures.segments.iter().flat_map(|segments| &segments.lines);
            lines.for_each(|line| formulas.share_of_uncovered(line, now));
        }
        if let Ok(funding) = &measures.funding {
            let sources = funding.by_source.iter().map(|(_, figures)| figures);
            let lines = funding.lines.iter().map(|line| &line.figures);
            sources.chain(lines).chain([&funding.total]).for_each(|figures| formulas.budget(figures));
        }
        if input.jenis == Kind::Evaluasi {
            formulas.evaluation(&evaluasi::evaluated(input, input.naskah.evaluasi.rpjmd_of(period.year())));
        }
        if input.jenis == Kind::Konstruksi
            && let Ok(works) = konstruksi::measured(input)
        {
            formulas.construction(&works, input.report_date());
        }
        if input.jenis == Kind::Rekapitulasi {
            formulas.recap(&rekapitulasi::recapitulated(input));
        }
        formulas
    }

    /// How a number follows from its cells: a formula of the measures, else the sum when it is one. Nothing for a number
    /// that stands in a cell.
    pub(super) fn find(&self, from: &Sources, number: &Ratio, cells: &[Option<Ratio>]) -> Option<String> {
        self.0.get(&(from.clone(), number.clone())).cloned().or_else(|| sum(number, cells))
    }

    /// A number with the decimals of a percentage, or none. The first formula stays: the simplest are entered first.
    fn add(&mut self, value: &Ratio, from: &Sources, formula: impl FnOnce() -> String) {
        self.add_rounded(value, PERCENT_PLACES, from, formula);
    }

    fn add_rounded(&mut self, value: &Ratio, places: u32, from: &Sources, formula: impl FnOnce() -> String) {
        let Rounded { units, places } = round_half_up(&value.abs(), places);
        let printed = Ratio::new(units, BigInt::from(10).pow(places));
        self.0.entry((from.clone(), printed)).or_insert_with(formula);
    }

    fn coverages(&mut self, measures: &Measures<'_>) {
        let segments = measures.segments.iter().flat_map(|segments| &segments.lines);
        let regions = measures.regions.iter().flat_map(|regions| &regions.lines);
        let siblings = measures.siblings.iter().flat_map(|siblings| &siblings.lines);
        let months = measures.series.iter().flat_map(|series| &series.points);
        let switches = measures.series.iter().flat_map(|series| &series.switches);
        let points = std::iter::once(&measures.now)
            .chain(segments.map(|line| &line.point))
            .chain(regions.chain(siblings).map(|line| &line.point))
            .chain(months.map(|month| &month.point))
            .flatten();
        let others = measures.sensitivity.iter().flat_map(|sensitivity| &sensitivity.alternatives);
        let others = others.map(|other| &other.coverage).chain(switches.map(|switch| &switch.old));
        for coverage in points.map(|point| &point.coverage).chain(others) {
            self.coverage(coverage);
        }
    }

    fn coverage(&mut self, coverage: &Coverage) {
        let from = coverage.sources();
        let (part, all) = (bilangan(coverage.participants.value), bilangan(coverage.workers.value));
        self.add(&coverage.percent(), &from, || share(coverage));
        self.add(&whole(coverage.uncovered()), &from, || format!("{all} − {part}"));
        self.add(&(whole(100) - coverage.percent()), &from, || format!("100 − {part} ÷ {all} × 100"));
    }

    fn change(&mut self, change: &Change) {
        let (before, now) = (bilangan(change.before.count.value), bilangan(change.now.count.value));
        self.add(&Ratio::from_integer(change.people.value.clone()), &change.people.from, || {
            format!("{now} − {before}")
        });
        if let Ok(coverage) = &change.coverage {
            self.points(&coverage.before, &coverage.now);
        }
    }

    fn share_of_uncovered(&mut self, line: &SegmentLine, now: &Point) {
        if let (Ok(share), Ok(uncovered)) = (&line.share_of_uncovered, &line.uncovered) {
            let (part, all) = (bilangan(uncovered.value), bilangan(now.coverage.uncovered()));
            self.add(&share.value, &share.from, || format!("{part} ÷ {all} × 100"));
        }
    }

    fn budget(&mut self, figures: &BudgetFigures) {
        let (Ok(ceiling), Ok(spent)) = (&figures.ceiling, &figures.spent) else { return };
        let (ceiling, spent) = (bilangan(ceiling.value.clone()), bilangan(spent.value.clone()));
        if let Ok(absorption) = &figures.absorption {
            self.add(&absorption.value, &absorption.from, || format!("{spent} ÷ {ceiling} × 100"));
        }
        if let Ok(remaining) = &figures.remaining {
            let exact = Ratio::from_integer(remaining.value.clone());
            self.add(&exact, &remaining.from, || format!("{ceiling} − {spent}"));
        }
    }

    /// The difference of two coverages.
    fn points(&mut self, before: &Point, now: &Point) {
        let (before, now) = (&before.coverage, &now.coverage);
        let from = before.sources().and(&now.sources());
        self.add(&(now.percent() - before.percent()), &from, || format!("{} − {}", share(now), share(before)));
    }

    /// The parts of a region, and what they come to.
    fn recap(&mut self, recap: &Recap) {
        for line in &recap.regions.lines {
            let Ok(point) = &line.point else { continue };
            self.coverage(&point.coverage);
            if let Some(standing) = recap.standing_of(line) {
                self.standing(standing, point);
            }
            line.change.iter().for_each(|change| self.change(change));
        }
        if let Ok(united) = &recap.united {
            self.coverage(&united.coverage);
            if let Some(before) = &united.before {
                let from = united.coverage.sources().and(&before.sources());
                let moved = united.coverage.percent() - before.percent();
                self.add(&moved, &from, || format!("{} − {}", share(&united.coverage), share(before)));
            }
        }
        if let Some(shortfall) = &recap.shortfall {
            let total = Ratio::from_integer(shortfall.total.value.clone());
            let parts = shortfall.parts.len();
            self.add(&total, &shortfall.total.from, || format!("jumlah {parts} kekurangan"));
            for line in &recap.regions.lines {
                let Some((standing, part)) = recap.standing_of(line).zip(shortfall.share(&line.region.code)) else {
                    continue;
                };
                let (own, all) = (&standing.shortfall.value, &shortfall.total.value);
                self.add(&part.value, &part.from, || {
                    format!("{} ÷ {} × 100", bilangan(own.clone()), bilangan(all.clone()))
                });
            }
        }
        for found in [&recap.participants, &recap.workers].into_iter().flatten() {
            let (stated, summed) = (bilangan(found.stated.value), bilangan(found.summed.value.clone()));
            let gap = Ratio::from_integer(found.gap.value.clone());
            self.add(&gap, &found.gap.from, || format!("{stated} − {summed}"));
        }
    }

    /// *Tingkat capaian* of every indicator and year, and of the plan.
    fn evaluation(&mut self, evaluation: &Evaluation<'_>) {
        for line in &evaluation.lines {
            let formula = line.formula.as_ref().map_or(Formula::RPerT, |formula| formula.value);
            let years = line.years.iter().map(|year| (&year.attainment, &year.realised, &year.target));
            for (attained, realised, target) in years.chain([(&line.ratio, &line.reached, &line.target_at_end)]) {
                self.attained(&attained.k, &realised.k, &target.k, formula);
                self.attained(&attained.rp, &realised.rp, &target.rp, Formula::RPerT);
            }
        }
        for line in &evaluation.year_lines {
            let formula = Formula::of(line.indicator).map_or(Formula::RPerT, |formula| formula.value);
            self.attained(&line.attainment.k, &line.so_far.k, &line.target_at_end.k, formula);
            self.attained(&line.attainment.rp, &line.so_far.rp, &line.target_at_end.rp, Formula::RPerT);
        }
    }

    /// Packages: workers, days, contract values and contributions.
    fn construction(&mut self, works: &Construction<'_>, report_date: NaiveDate) {
        let projects = &works.projects;
        self.workers(&Workers {
            all: projects.workers.clone(),
            registered: projects.registered.clone(),
            unregistered: projects.unregistered.clone(),
            percent: projects.percent.clone(),
        });
        works.offices.iter().for_each(|office| self.workers(&office.workers));
        for package in &works.packages {
            let row = package.line.row;
            if let (Some(open), Some(registered)) = (&package.line.unregistered, &row.pekerja_terdaftar) {
                self.add(&whole(open.value), &open.from, || {
                    format!("{} − {}", bilangan(row.pekerja.value), bilangan(registered.value))
                });
            }
            let days = |from: NaiveDate, to: NaiveDate| format!("{} − {}, dalam hari", tanggal(to), tanggal(from));
            if let (Some(running), Some(begin)) = (&package.running, &row.mulai) {
                self.add(&whole(running.value), &running.from, || days(begin.value, report_date));
            }
            if let (Some(late), Some(begin), Some(end)) = (&package.registered_late, &row.mulai, &row.tanggal_daftar) {
                self.add(&whole(late.value), &late.from, || days(begin.value, end.value));
            }
        }
        let value = &works.value;
        if let (Ok(covered), Ok(total), Ok(percent)) = (&value.covered, &value.total, &value.percent) {
            let (part, all) = (bilangan(covered.value.clone()), bilangan(total.value.clone()));
            self.add(&percent.value, &percent.from, || format!("{part} ÷ {all} × 100"));
        }
        if let Ok(dues) = &works.contributions {
            self.contributions(dues);
        }
    }

    fn workers(&mut self, workers: &Workers) {
        let (Ok(registered), Ok(open)) = (&workers.registered, &workers.unregistered) else { return };
        let (part, all) = (bilangan(registered.value.clone()), bilangan(workers.all.value.clone()));
        self.add(&whole(open.value.clone()), &open.from, || format!("{all} − {part}"));
        if let Ok(percent) = &workers.percent {
            self.add(&percent.value, &percent.from, || format!("{part} ÷ {all} × 100"));
            // The rest, as the alternative text of a chart says it.
            self.add(&(whole(100) - &percent.value), &percent.from, || format!("100 − {part} ÷ {all} × 100"));
        }
    }

    fn contributions(&mut self, dues: &Contributions<'_>) {
        for package in &dues.packages {
            let of = |tariff: &[&TarifKonstruksi]| {
                let parts = parts(tariff, package.value.value).into_iter();
                parts.map(|(bracket, part)| charged(bracket, &part.into())).collect::<Vec<_>>().join(" + ")
            };
            let (jkk, jkm) = (of(&dues.jkk_tariff), of(&dues.jkm_tariff));
            self.rupiah(&package.jkk, || jkk.clone());
            self.rupiah(&package.jkm, || jkm.clone());
            self.rupiah(&package.total, || format!("{jkk} + {jkm}"));
        }
        for layer in &dues.layers {
            let within = &layer.value.value;
            self.add(&whole(within.clone()), &layer.value.from, || {
                "jumlah bagian nilai kontrak yang berada dalam lapisan itu".to_owned()
            });
            let (jkk, jkm) = (charged(layer.jkk, within), charged(layer.jkm, within));
            self.rupiah(&layer.jkk_amount, || jkk.clone());
            self.rupiah(&layer.jkm_amount, || jkm.clone());
            self.rupiah(&layer.total, || format!("{jkk} + {jkm}"));
        }
        let n = dues.packages.len();
        for sum in [&dues.jkk, &dues.jkm, &dues.total] {
            self.rupiah(sum, || format!("jumlah iuran {n} paket"));
        }
        if let Some((packages, total)) = dues.unregistered() {
            self.rupiah(&total, || format!("jumlah iuran {} paket", packages.len()));
        }
    }

    /// An amount printed in whole Rupiah.
    fn rupiah(&mut self, amount: &Sourced<Ratio>, formula: impl FnOnce() -> String) {
        let rounded = if amount.value.is_integer() { "" } else { ", dibulatkan ke rupiah terdekat" };
        self.add_rounded(&amount.value, 0, &amount.from, || format!("{}{rounded}", formula()));
    }

    fn attained(&mut self, attained: &Attained, realised: &Entry, target: &Entry, formula: Formula) {
        let (Ok(attained), Ok(realised), Ok(target)) = (attained, realised, target) else { return };
        let written = |figure: &Figure| desimal(&round_half_up(&figure.exact.value, figure.places));
        let (r, t) = (written(realised), written(target));
        self.add(&attained.percent.value, &attained.percent.from, || match formula {
            Formula::RPerT => format!("{r} ÷ {t} × 100"),
            Formula::TPerR => format!("{t} ÷ {r} × 100"),
            Formula::DuaTKurangR => format!("(2 × {t} − {r}) ÷ {t} × 100"),
        });
    }

    fn standing(&mut self, standing: &Standing, now: &Point) {
        let coverage = &now.coverage;
        let target = desimal(&standing.target.stated.value.as_printed());
        let (part, all) = (bilangan(coverage.participants.value), bilangan(coverage.workers.value));
        let (percent, needed) = match standing.target.unit.value {
            SatuanTarget::Persen => (target.clone(), format!("{target} ÷ 100 × {all}, dibulatkan ke atas")),
            SatuanTarget::Orang => (format!("({target} ÷ {all} × 100)"), target.clone()),
        };
        self.add(&standing.gap.value, &standing.gap.from, || format!("{} − {percent}", share(coverage)));
        if let Ok(attainment) = &standing.attainment {
            self.add(&attainment.value, &attainment.from, || format!("{} ÷ {percent} × 100", share(coverage)));
        }
        let people = |count: &BigInt| Ratio::from_integer(count.clone());
        self.add(&people(&standing.needed.value), &standing.needed.from, || needed.clone());
        let (shortfall, pace) = (&standing.shortfall, &standing.pace);
        self.add(&people(&shortfall.value), &shortfall.from, || match standing.target.unit.value {
            SatuanTarget::Persen => format!("({needed}) − {part}"),
            SatuanTarget::Orang => format!("{needed} − {part}"),
        });
        if let Some(each) = &pace.needed {
            let (open, months) = (bilangan(shortfall.value.clone()), pace.months_left);
            self.add(&people(&each.value), &each.from, || format!("{open} ÷ {months}, dibulatkan ke atas"));
        }
        if let (Some(average), Some(months)) = (&pace.average, pace.average_months) {
            let gained = bilangan((&average.value * whole(months)).to_integer());
            self.add_rounded(&average.value, 0, &average.from, || format!("{gained} ÷ {months}"));
        }
        if let Ok(path) = &standing.path {
            let start = share(&path.start.coverage);
            for elapsed in 0..=path.months {
                let Some(value) = path.at(path.start.period.plus(elapsed.cast_signed())) else { continue };
                self.add(&value, &path.value.from, || {
                    format!("{start} + ({percent} − {start}) × {elapsed} ÷ {}", path.months)
                });
            }
        }
    }
}

/// The percentage of a bracket, of so many Rupiah: `0,21% × 100.000.000`.
fn charged(bracket: &TarifKonstruksi, part: &BigInt) -> String {
    format!("{}% × {}", desimal(&bracket.persen.value.as_printed()), bilangan(part.clone()))
}

/// Participants over workers, in percent.
fn share(coverage: &Coverage) -> String {
    format!("{} ÷ {} × 100", bilangan(coverage.participants.value), bilangan(coverage.workers.value))
}

/// The sum of the cells, when it is the number.
fn sum(number: &Ratio, cells: &[Option<Ratio>]) -> Option<String> {
    let parts: Vec<&Ratio> = cells.iter().map(Option::as_ref).collect::<Option<_>>()?;
    let exact: Ratio = parts.iter().copied().sum();
    if parts.len() < 2 || exact != *number || !exact.is_integer() {
        return None;
    }
    let written = parts.iter().map(|part| bilangan(part.to_integer())).collect::<Vec<_>>();
    Some(if parts.len() > WRITTEN_OUT { format!("jumlah {} sel asal", parts.len()) } else { written.join(" + ") })
}
