//! B. What was attained, year by year.

use super::cell::{self, Marks, Scale};
use super::{Desk, letter, rules};
use crate::bahasa;
use crate::measure::evaluasi::{self, Absent, Mean, Pair, PlanYear, Side};
use crate::place::{Printed, Sources};
use crate::report::bulanan::print;
use crate::report::sentences::{Attained, Sisi};
use crate::table::{Indikator, Segmen};
use crate::template::{Sentence, Tree};

pub(super) fn section(desk: &Desk) -> Tree {
    let evaluation = desk.evaluation;
    let years = evaluation.plan.years().enumerate().filter(|(_, year)| *year <= evaluation.year);
    let of_plan: Vec<Sentence> = match evaluation.year.cmp(&evaluation.plan.last()) {
        std::cmp::Ordering::Less => Vec::new(),
        _ => mean_sentences(&evaluation.final_mean, None),
    };
    Tree::map([
        ("cara", Tree::list(rules::bands(desk))),
        ("tahun", Tree::list(years.map(|(index, year)| year_part(desk, index, year)))),
        ("akhir", if of_plan.is_empty() { Tree::Absent } else { of_plan.into() }),
    ])
}

/// The means for the terminal.
pub(super) fn headline(desk: &Desk) -> Vec<(String, String)> {
    let evaluation = desk.evaluation;
    let of_year = usize::try_from(evaluation.year - evaluation.plan.first()).ok().and_then(|n| evaluation.means.get(n));
    let line = |label: &str, mean: &Mean| {
        let level = mean.level.as_ref()?;
        let value = format!(
            "{} ({}), {} dari {} indikator",
            bahasa::persen(&level.percent.value),
            level.predikat.as_str(),
            mean.included,
            mean.included + mean.excluded.len()
        );
        Some((label.to_owned(), value))
    };
    let of_year = of_year.into_iter().flat_map(|pair| [line("Kinerja", &pair.k), line("Anggaran", &pair.rp)]);
    of_year.chain([line("Akhir RPJMD", &evaluation.final_mean.k)]).flatten().collect()
}

/// One year: its means, what stands out, and the table of all indicators.
fn year_part(desk: &Desk, index: usize, year: i32) -> Tree {
    let evaluation = desk.evaluation;
    let tahun = letter::plan_year(desk, year);
    let mut said: Vec<Sentence> = Vec::new();
    said.extend(leading(desk, index, &tahun));
    if let Some(means) = evaluation.means.get(index) {
        said.extend(mean_sentences(means, Some(&tahun)));
    }
    let (mut marks, mut rows, mut open) = (Marks::default(), Vec::new(), Vec::new());
    for line in &evaluation.lines {
        let Some(own) = line.years.get(index) else { continue };
        rows.push(row(cell::with_unit(line.indicator), own, &mut marks));
        let indikator = Some(line.indicator.nama.printed());
        match &own.attainment.k {
            Ok(level) if level.is_suspicious() => {
                open.push(Attained::DiLuarWajar { indikator, nilai: print::percent(&level.percent) }.into());
            }
            Err(why) => open.push(Attained::TidakDihitung { indikator, alasan: (*why).into() }.into()),
            Ok(_) => {}
        }
    }
    said.extend(open);
    let notes: Vec<Sentence> = vec![rules::marks(&marks)];
    Tree::map([("tahun", tahun.into()), ("kalimat", said.into()), ("baris", rows.into()), ("catatan", notes.into())])
}

/// The indicator of coverage first, for which the report is read.
fn leading(desk: &Desk, index: usize, tahun: &Printed) -> Option<Sentence> {
    let (indicator, attained) = of_coverage(desk, index)?;
    let level = attained.as_ref().ok()?;
    Some(
        Attained::Predikat {
            indikator: indicator.nama.printed(),
            tahun: tahun.clone(),
            tingkat_capaian: print::percent(&level.percent),
            predikat: Printed::new(level.predikat.as_str(), level.percent.from.clone()),
        }
        .into(),
    )
}

/// The indicator of coverage, and what it attained in one year of the plan.
fn of_coverage<'a>(desk: &Desk<'a>, index: usize) -> Option<(&'a Indikator, &'a evaluasi::Attained)> {
    let line = desk.evaluation.lines.iter().find(|line| line.indicator.coverage() == Some(Segmen::Total))?;
    Some((line.indicator, &line.years.get(index)?.attainment.k))
}

/// What a mail tells: the indicator of coverage or why it has no percentage, the means of the year, and in the last year
/// those of the plan.
pub(super) fn key_sentences(desk: &Desk) -> Vec<Vec<Sentence>> {
    let evaluation = desk.evaluation;
    let mut points: Vec<Vec<Sentence>> = Vec::new();
    let index = usize::try_from(evaluation.year - evaluation.plan.first()).ok();
    if let Some((index, tahun)) = index.map(|index| (index, letter::plan_year(desk, evaluation.year))) {
        let open = of_coverage(desk, index).and_then(|(indicator, attained)| {
            let indikator = Some(indicator.nama.printed());
            Some(Attained::TidakDihitung { indikator, alasan: (*attained.as_ref().err()?).into() }.into())
        });
        points.extend(leading(desk, index, &tahun).or(open).map(|said| vec![said]));
        points.extend(evaluation.means.get(index).into_iter().flat_map(|means| each_mean(means, Some(&tahun))));
    }
    if evaluation.year >= evaluation.plan.last() {
        points.extend(each_mean(&evaluation.final_mean, None));
    }
    points
}

fn row(name: Printed, year: &PlanYear, marks: &mut Marks) -> Tree {
    // Money stands in the section on it.
    let scale = Scale { places: 0 };
    let predikat = match &year.attainment.k {
        Ok(level) => Printed::new(level.predikat.as_str(), level.percent.from.clone()),
        Err(why) => marks.absent(*why),
    };
    Tree::map([
        ("indikator", name.into()),
        ("target", marks.entry(&year.target.k, Side::Kinerja, scale).into()),
        ("realisasi", marks.entry(&year.realised.k, Side::Kinerja, scale).into()),
        ("capaian", marks.attained(&year.attainment.k).into()),
        ("predikat", predikat.into()),
    ])
}

/// Both means, and how many indicators were left out of them and why.
fn mean_sentences(means: &Pair<Mean>, tahun: Option<&Printed>) -> Vec<Sentence> {
    each_mean(means, tahun).concat()
}

/// The same, one after the other.
fn each_mean(means: &Pair<Mean>, tahun: Option<&Printed>) -> [Vec<Sentence>; 2] {
    [mean_sentence(&means.k, Sisi::Kinerja, tahun), mean_sentence(&means.rp, Sisi::Anggaran, tahun)]
}

fn mean_sentence(mean: &Mean, sisi: Sisi, tahun: Option<&Printed>) -> Vec<Sentence> {
    let tahun = tahun.cloned();
    let Some(level) = &mean.level else { return vec![Attained::TanpaRataRata { sisi, tahun }.into()] };
    let left_out = |why: Absent, count: usize| {
        let cells = mean.excluded.iter().filter(|(_, own)| *own == why).map(|(row, _)| row.kode.place.clone());
        Printed::new(bahasa::bilangan(count), cells.collect::<Sources>())
    };
    let reasons: Vec<(Absent, usize)> = mean.excluded_by_reason().into_iter().collect();
    let only = match reasons.as_slice() {
        [(why, count)] => Some((left_out(*why, *count), (*why).into())),
        _ => None,
    };
    let (m, alasan) = only.clone().unzip();
    let of = level.percent.from.clone();
    let mean_said = Attained::RataRata {
        sisi,
        tahun,
        n: Printed::new(bahasa::bilangan(mean.included), of.clone()),
        nilai: print::percent(&level.percent),
        predikat: Printed::new(level.predikat.as_str(), of),
        m,
        alasan,
    };
    let mut said = vec![Sentence::from(mean_said)];
    if only.is_none() {
        said.extend(reasons.into_iter().map(|(why, count)| {
            Sentence::from(Attained::TidakDiikutkan { m: left_out(why, count), alasan: why.into() })
        }));
    }
    said
}
