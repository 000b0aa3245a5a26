//! The two forms of Permendagri 86/2017 in the annex: Formulir E.58 over the years of the plan, Formulir E.60 over the
//! quarters of the year.
//!
//! A row is given as lists of finished cells in the order of the form's columns; how wide they are, and whether they stand
//! in one table or in two, is decided by the paper.

use super::cell::{self, Marks, Scale};
use super::{Desk, factors, letter, rules};
use crate::bahasa;
use crate::measure::evaluasi::{Absent, Attained, Basis, Entry, Mean, Pair, PlanLine, Side, YearLine};
use crate::place::{Cell, Printed, Sources};
use crate::report::sentences::{Rule, Sisi};
use crate::table::StatusData;
use crate::template::{Sentence, Tree};

/// K and Rp beside each other.
fn entries(marks: &mut Marks, pair: &Pair<Entry>, scale: Scale) -> [Printed; 2] {
    [marks.entry(&pair.k, Side::Kinerja, scale), marks.entry(&pair.rp, Side::Rupiah, scale)]
}

fn attained(marks: &mut Marks, pair: &Pair<Attained>) -> [Printed; 2] {
    [marks.attained(&pair.k), marks.attained(&pair.rp)]
}

fn text(cell: Option<&Cell<String>>) -> Printed {
    cell.map_or_else(|| Printed::fixed("…"), Cell::printed)
}

/// Formulir E.58.
pub(super) fn plan_form(desk: &Desk) -> Tree {
    let evaluation = desk.evaluation;
    let amounts = evaluation.lines.iter().flat_map(|line| {
        let of_years = line.years.iter().flat_map(|year| [&year.target.rp, &year.realised.rp]);
        of_years.chain([&line.target_at_end.rp, &line.reached.rp])
    });
    let scale = Scale::of(amounts);
    let mut marks = Marks::default();
    let rows: Vec<Tree> = evaluation
        .lines
        .iter()
        .map(|line| {
            let indicator = line.indicator;
            Tree::map([
                ("sasaran", text(indicator.sasaran.as_ref()).into()),
                ("program", text(indicator.program_prioritas.as_ref()).into()),
                ("indikator", cell::with_unit(indicator).into()),
                ("kiri", planned_and_realised(line, &mut marks, scale).into()),
                ("kanan", ratios(line, &mut marks, scale).into()),
            ])
        })
        .collect();
    let (means, levels) = means(evaluation.means.iter().chain([&evaluation.final_mean]), &mut marks);
    // Column 22 has neither mean nor predikat.
    let blank = |cells: Vec<Printed>| {
        let at = cells.len().saturating_sub(2);
        let mut cells = cells;
        cells.splice(at..at, [Printed::fixed(""), Printed::fixed("")]);
        cells
    };
    let first = evaluation.plan.first();
    let mut map = shared(desk, &marks, scale);
    map.extend([
        ("formulir", letter::label(&desk.monthly.input.naskah.evaluasi.formulir_rpjmd).into()),
        ("awal", letter::plan_year(desk, evaluation.plan.base_year()).into()),
        ("akhir", letter::plan_year(desk, evaluation.plan.last()).into()),
        (
            "tahun",
            Tree::list(evaluation.plan.years().map(|year| {
                Tree::map([
                    ("ke", letter::plan_year(desk, year - first + 1).into()),
                    ("tahun", letter::plan_year(desk, year).into()),
                ])
            })),
        ),
        ("baris", rows.into()),
        ("rata_rata", blank(means).into()),
        ("predikat", blank(levels).into()),
        ("faktor", factors::of_form(desk)),
    ]);
    Tree::Map(map.into_iter().collect())
}

/// What both forms say around their table.
fn shared(desk: &Desk, marks: &Marks, scale: Scale) -> Vec<(&'static str, Tree)> {
    vec![
        ("juta", Sentence::from(Rule::DalamJuta { desimal: scale.places > 0 }).into()),
        ("tanda", rules::marks(marks).into()),
        ("aturan", rules::rules(desk).into()),
    ]
}

/// Columns 5 to 16.
fn planned_and_realised(line: &PlanLine, marks: &mut Marks, scale: Scale) -> Vec<Printed> {
    let mut cells = vec![marks.entry(&line.baseline.k, Side::Kinerja, scale)];
    cells.extend(entries(marks, &line.target_at_end, scale));
    for year in &line.years {
        cells.extend(entries(marks, &year.target, scale));
    }
    for year in &line.years {
        cells.extend(entries(marks, &year.realised, scale));
    }
    cells
}

/// Columns 17 to 23.
fn ratios(line: &PlanLine, marks: &mut Marks, scale: Scale) -> Vec<Printed> {
    let mut cells = Vec::new();
    for year in &line.years {
        cells.extend(attained(marks, &year.attainment));
    }
    cells.extend(entries(marks, &line.reached, scale));
    cells.extend(attained(marks, &line.ratio));
    cells
}

/// The means of some columns, and their *predikat* below.
fn means<'a>(pairs: impl Iterator<Item = &'a Pair<Mean<'a>>>, marks: &mut Marks) -> (Vec<Printed>, Vec<Printed>) {
    let both = pairs.flat_map(|pair| [&pair.k, &pair.rp]).map(|mean| match &mean.level {
        Some(level) => {
            let predikat = Printed::new(level.predikat.as_str(), level.percent.from.clone());
            (level.percent.print(cell::percentage), predikat)
        }
        None => (marks.absent(Absent::NoRealisation), marks.absent(Absent::NoRealisation)),
    });
    both.unzip()
}

/// Formulir E.60.
pub(super) fn year_form(desk: &Desk) -> Tree {
    let evaluation = desk.evaluation;
    let amounts = evaluation.year_lines.iter().flat_map(|line| {
        let quarters = line.quarters.iter().map(|quarter| &quarter.realised.rp);
        quarters.chain([&line.target_at_end.rp, &line.before.rp, &line.target.rp, &line.realised.rp, &line.so_far.rp])
    });
    let scale = Scale::of(amounts);
    let mut marks = Marks::default();
    let rows: Vec<Tree> = evaluation
        .year_lines
        .iter()
        .map(|line| {
            let indicator = line.indicator;
            Tree::map([
                ("sasaran", text(indicator.sasaran.as_ref()).into()),
                ("kode", indicator.kode.printed().into()),
                ("program", text(indicator.program_prioritas.as_ref()).into()),
                ("indikator", cell::with_unit(indicator).into()),
                ("angka", quarterly(line, &mut marks, scale).into()),
                ("perangkat_daerah", text(indicator.perangkat_daerah.as_ref()).into()),
                ("keterangan", remarks(line).into()),
            ])
        })
        .collect();
    let (means, levels) = means(std::iter::once(&evaluation.year_mean), &mut marks);
    let mut map = shared(desk, &marks, scale);
    map.extend([
        ("formulir", letter::label(&desk.monthly.input.naskah.evaluasi.formulir_rkpd).into()),
        ("baris", rows.into()),
        ("rata_rata", means.into()),
        ("predikat", levels.into()),
    ]);
    Tree::Map(map.into_iter().collect())
}

/// Columns 6 to 15.
fn quarterly(line: &YearLine, marks: &mut Marks, scale: Scale) -> Vec<Printed> {
    let mut cells = Vec::new();
    let quarters = line.quarters.iter().map(|quarter| &quarter.realised);
    for pair in [&line.target_at_end, &line.before, &line.target].into_iter().chain(quarters) {
        cells.extend(entries(marks, pair, scale));
    }
    cells.extend(entries(marks, &line.realised, scale));
    cells.extend(entries(marks, &line.so_far, scale));
    cells.extend(attained(marks, &line.attainment));
    cells
}

/// Column 17: what the figures of the row stand for, and why a percentage is not there.
fn remarks(line: &YearLine) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    if let Ok(one) = &line.attainment.k {
        let predikat = Printed::new(one.predikat.as_str(), one.percent.from.clone());
        said.push(Rule::PredikatSel { predikat }.into());
    }
    let through = |entry: &Entry| {
        let figure = entry.as_ref().ok()?;
        let quarter = match figure.basis {
            Basis::SumOfQuarters { through } if figure.basis.is_part_of_a_year() => through,
            Basis::LastQuarter { quarter } if figure.basis.is_part_of_a_year() => quarter,
            _ => return None,
        };
        let number = u32::try_from(quarter).ok().and_then(bahasa::romawi)?;
        Some(Printed::new(number, figure.exact.from.clone()))
    };
    let partly = through(&line.realised.k).or_else(|| through(&line.realised.rp));
    said.extend(partly.map(|triwulan| Sentence::from(Rule::SampaiTriwulan { triwulan })));
    let reason = |side: Sisi, attained: &Attained| {
        attained.as_ref().err().map(|why| Sentence::from(Rule::AlasanSel { sisi: side, alasan: (*why).into() }))
    };
    said.extend(reason(Sisi::Kinerja, &line.attainment.k));
    said.extend(reason(Sisi::Anggaran, &line.attainment.rp));
    let provisional = line.quarters.iter().filter_map(|quarter| quarter.status);
    if provisional.into_iter().any(|status| status.value == StatusData::Sementara) {
        said.push(Rule::StatusSementara.into());
    }
    said
}

/// The cells of a list of numbers, for a sentence that names rows.
pub(super) fn row_numbers(rows: &[usize], from: Sources) -> Printed {
    let text: Vec<String> = rows.iter().map(ToString::to_string).collect();
    Printed::new(bahasa::dan(&text), from)
}
