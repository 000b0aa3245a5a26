//! D. Money beside *kinerja*, of the year evaluated. No cause is ever named.

use super::cell::{Marks, Scale};
use super::{Desk, rules};
use crate::bahasa;
use crate::figure::Ratio;
use crate::measure::evaluasi::{Entry, Side};
use crate::place::{Printed, Sourced};
use crate::report::bulanan::print;
use crate::report::sentences::{Attained, Missing, Rule};
use crate::template::{Sentence, Tree};

pub(super) fn section(desk: &Desk) -> Tree {
    let evaluation = desk.evaluation;
    let Some(index) = usize::try_from(evaluation.year - evaluation.plan.first()).ok() else { return nothing(desk) };
    let Some(spending) = evaluation.spending().filter(|spending| spending.counted > 0) else { return nothing(desk) };
    let tahun = desk.year.clone();
    let mut said: Vec<Sentence> = Vec::new();
    if let Some(share) = &spending.share {
        let from = share.from.clone();
        said.push(
            Attained::Serapan {
                tahun: tahun.clone(),
                realisasi_rp: money(&spending.realised),
                target_rp: money(&spending.planned),
                persen: print::percent(share),
                n: Printed::new(bahasa::bilangan(spending.counted), from),
            }
            .into(),
        );
    }
    let means = evaluation.means.get(index);
    if let Some((k, rp)) = means.and_then(|pair| Some((pair.k.level.as_ref()?, pair.rp.level.as_ref()?))) {
        let (kinerja, anggaran) = (print::percent(&k.percent), print::percent(&rp.percent));
        said.push(Attained::Efisiensi { tahun: tahun.clone(), kinerja, anggaran }.into());
    }
    if spending.comparable.value > 0 {
        let count = |n: &Sourced<usize>| n.print(|n| bahasa::bilangan(*n));
        said.push(
            Attained::EfisiensiCacah {
                tahun,
                n: count(&spending.comparable),
                hemat: count(&spending.met_with_less),
                lebih: count(&spending.missed_with_more),
            }
            .into(),
        );
    }
    let amounts = |line: &'_ crate::measure::evaluasi::PlanLine| -> Vec<Entry> {
        line.years.get(index).map(|year| vec![year.target.rp.clone(), year.realised.rp.clone()]).unwrap_or_default()
    };
    let all: Vec<Entry> = evaluation.lines.iter().flat_map(amounts).collect();
    let scale = Scale::of(all.iter());
    let mut marks = Marks::default();
    let rows = evaluation.lines.iter().filter_map(|line| {
        let year = line.years.get(index)?;
        Some(Tree::map([
            ("indikator", line.indicator.nama.printed().into()),
            ("target", marks.entry(&year.target.rp, Side::Rupiah, scale).into()),
            ("realisasi", marks.entry(&year.realised.rp, Side::Rupiah, scale).into()),
            ("anggaran", marks.attained(&year.attainment.rp).into()),
            ("kinerja", marks.attained(&year.attainment.k).into()),
        ]))
    });
    let rows: Vec<Tree> = rows.collect();
    let notes: Vec<Sentence> = vec![Rule::DalamJuta { desimal: scale.places > 0 }.into(), rules::marks(&marks)];
    Tree::map([("kalimat", said.into()), ("baris", rows.into()), ("catatan", notes.into())])
}

fn nothing(desk: &Desk) -> Tree {
    let said = Missing::BagianKosong {
        hal: Printed::fixed("pagu dan realisasi anggaran indikator"),
        periode: Some(Printed::new(format!("tahun\u{a0}{}", desk.year.text), desk.year.from.clone())),
        sumber: None,
        akhir: None,
    };
    Tree::map([("kalimat", vec![Sentence::from(said)].into()), ("baris", Tree::Absent), ("catatan", Tree::Absent)])
}

/// Rupiah are whole.
fn money(amount: &Sourced<Ratio>) -> Printed {
    amount.print(|value| bahasa::rupiah_prosa(value.to_integer()))
}
