//! The rules behind the figures of the forms, as footnotes: as they were applied, row by row.

use super::cell::{Mark, Marks, SUSPICIOUS};
use super::{Desk, form};
use crate::manifest::ModePredikat;
use crate::measure::evaluasi::{Formula, PlanLine};
use crate::place::{Printed, Sources};
use crate::report::sentences::Rule;
use crate::table::Agregasi;
use crate::template::Sentence;

/// What the marks mean.
pub(super) fn marks(marks: &Marks) -> Sentence {
    Rule::TandaFormulir {
        kosong: marks.has(Mark::Empty),
        tidak_berlaku: marks.has(Mark::Inapplicable),
        tidak_dihitung: marks.has(Mark::Incomputable),
        di_luar_wajar: marks.has(Mark::Suspicious).then(|| Printed::fixed(SUSPICIOUS)),
    }
    .into()
}

/// Formulas and aggregations with the rows that they hold for, then how means and *predikat* are found.
pub(super) fn rules(desk: &Desk) -> Vec<Sentence> {
    let lines = &desk.evaluation.lines;
    let mut said: Vec<Sentence> = Vec::new();
    for formula in [Formula::RPerT, Formula::TPerR, Formula::DuaTKurangR] {
        let of_line =
            |line: &PlanLine| line.formula.as_ref().ok().filter(|own| own.value == formula).map(|own| own.from.clone());
        said.extend(numbered(lines, of_line).map(|nomor| {
            Sentence::from(match formula {
                Formula::RPerT => Rule::IndikatorPositif { nomor },
                other => Rule::IndikatorNegatif { nomor: Some(nomor), rumus: other.into() },
            })
        }));
    }
    for how in [Agregasi::Jumlah, Agregasi::PosisiAkhir, Agregasi::RataRata] {
        let of_line = |line: &PlanLine| {
            line.indicator.agregasi.as_ref().filter(|own| own.value == how).map(|own| Sources::from(&own.place))
        };
        said.extend(
            numbered(lines, of_line).map(|nomor| Sentence::from(Rule::CaraPenggabungan { nomor, cara: how.into() })),
        );
    }
    said.push(Rule::CaraRataRata.into());
    said.extend(bands(desk));
    said
}

/// How a *predikat* follows from a percentage.
pub(super) fn bands(desk: &Desk) -> [Sentence; 2] {
    let dibulatkan = desk.evaluation.mode == ModePredikat::Dibulatkan;
    [Rule::CaraPredikat { dibulatkan }.into(), Rule::BatasPredikat { dibulatkan }.into()]
}

/// The numbers of the rows that a rule holds for; nothing when it holds for none.
fn numbered(lines: &[PlanLine], holds: impl Fn(&PlanLine) -> Option<Sources>) -> Option<Printed> {
    let found: Vec<(usize, Sources)> =
        lines.iter().enumerate().filter_map(|(index, line)| Some((index + 1, holds(line)?))).collect();
    let numbers: Vec<usize> = found.iter().map(|(number, _)| *number).collect();
    (!found.is_empty()).then(|| form::row_numbers(&numbers, found.iter().map(|(_, from)| from).collect()))
}
