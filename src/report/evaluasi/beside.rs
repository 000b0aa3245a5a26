//! G. The region beside the nation, its province and the other regions of it.

use super::{Desk, without_coverage};
use crate::bahasa;
use crate::measure::{self, Point, RegionLine};
use crate::place::{Printed, Sourced, Sources};
use crate::report::bulanan::{places, print, target};
use crate::report::sentences::{Beside, bracketed};
use crate::table::{COVERAGE, NATION, SatuanTarget, Segmen, Target};
use crate::template::{Sentence, Tree};

pub(super) fn section(desk: &Desk) -> Tree {
    let measures = desk.monthly.measures;
    let mut said: Vec<Sentence> = Vec::new();
    match &measures.now {
        Ok(now) => said.extend(against_targets(desk, now)),
        Err(missing) => return only(vec![without_coverage(desk, missing)]),
    }
    let Ok(siblings) = &measures.siblings else {
        said.push(Beside::TanpaDaerahLain { periode: desk.monthly.period.clone() }.into());
        return only(said);
    };
    let Tree::Map(mut map) = places::siblings(&desk.monthly) else { return only(said) };
    if let Some(Tree::List(ranked)) = map.remove("kalimat") {
        let mut all: Vec<Tree> = said.into_iter().map(Tree::from).collect();
        all.extend(ranked);
        all.extend(other_definitions(&siblings.lines).map(Tree::from));
        map.insert("kalimat", Tree::List(all));
    }
    Tree::Map(map)
}

fn only(said: Vec<Sentence>) -> Tree {
    Tree::map([("kalimat", said.into()), ("baris", Tree::Absent), ("sumber", Tree::Absent), ("catatan", Tree::Absent)])
}

/// Targets of the nation and the province for the year; of the region's own the sections before have spoken.
fn against_targets(desk: &Desk, now: &Point) -> Vec<Sentence> {
    let year = desk.evaluation.year;
    let region = &desk.monthly.input.wilayah.value;
    let speaks = |row: &&Target| {
        row.indikator.value == COVERAGE
            && row.segmen.value == Segmen::Total
            && row.tahun.value == year
            && row.kode_wilayah.value != *region
            && row.satuan.value == SatuanTarget::Persen
    };
    let rows: Vec<&Target> = desk.monthly.input.tabel.target.iter().filter(speaks).collect();
    if rows.is_empty() {
        return vec![Beside::TanpaTargetLain { tahun: desk.year.clone() }.into()];
    }
    let coverage = print::coverage(&now.coverage);
    let said = rows.into_iter().map(|row| {
        let gap = Sourced::new(
            &coverage.value - row.nilai.value.ratio(),
            coverage.from.clone().and(&Sources::from(&row.nilai.place)),
        );
        let selisih = target::visible_points(&gap);
        let stated = Sources::from(&row.nilai.place).and(&Sources::from(&row.satuan.place));
        Beside::TargetLain {
            tahun: print::year(&row.tahun),
            wilayah: level(row),
            dokumen: row.dokumen.printed(),
            target: Printed::new(bahasa::persen_desimal(&row.nilai.value), stated),
            cakupan: print::percent(&coverage),
            bawah: !measure::TargetCase::of(&gap.value).is_met(),
            selisih,
        }
        .into()
    });
    said.collect()
}

fn level(row: &Target) -> Printed {
    let word = if row.kode_wilayah.value == NATION { "nasional" } else { "provinsi" };
    Printed::new(word, Sources::from(&row.kode_wilayah.place))
}

/// Regions whose coverage stands on another definition, each with it.
pub(in crate::report) fn other_definitions(lines: &[RegionLine]) -> Option<Sentence> {
    let others: Vec<Printed> = lines
        .iter()
        .filter(|line| !line.comparable)
        .filter_map(|line| {
            let point = line.point.as_ref().ok()?;
            let value = print::percent(&print::coverage(&point.coverage));
            let wording = print::wording(&point.denominator);
            let both = Printed::new(format!("{}; {}", value.text, wording.text), value.from.and(&wording.from));
            Some(bracketed(&print::full_name(&line.region), &both))
        })
        .collect();
    (!others.is_empty()).then(|| Beside::DefinisiLain { daftar: bahasa::dan_tercetak(&others) }.into())
}
