//! What follows from the figures for the meeting.

use super::{Desk, standing};
use crate::measure::RegionName;
use crate::measure::rekapitulasi::Unjudged;
use crate::report::bulanan::print;
use crate::report::sentences::{Passage, RecapConclusion, Recommendation};
use crate::template::{Sentence, Tree};

/// At most this many parts are named as those that lack most.
const HELPED: usize = 3;

pub(super) fn closing(desk: &Desk) -> Tree {
    let advice = advice(desk);
    let nothing: Option<Sentence> =
        advice.is_empty().then(|| Recommendation::SaranKosong { periode: desk.monthly.period.clone() }.into());
    Tree::map([
        ("simpulan", vec![conclusion(desk)].into()),
        ("saran", advice.into()),
        ("tanpa_saran", nothing.into()),
        ("kalimat", Sentence::from(Passage::Penutup).into()),
    ])
}

fn conclusion(desk: &Desk) -> Sentence {
    let recap = desk.recap;
    let (per_tanggal, tingkat, tahun) = (desk.as_of(), desk.level, desk.year());
    let Some(shortfall) = &recap.shortfall else {
        return RecapConclusion::RekapSimpulanTanpaSasaran { per_tanggal, tingkat, tahun }.into();
    };
    let below = recap.below().len();
    RecapConclusion::RekapSimpulan {
        per_tanggal,
        n: desk.tally(below + recap.met().len()),
        tingkat,
        di_bawah: desk.some(below),
        tahun,
        kekurangan: (below > 0).then(|| print::count(&shortfall.total)),
    }
    .into()
}

/// What the figures alone ask for.
pub(super) fn advice(desk: &Desk) -> Vec<Sentence> {
    let recap = desk.recap;
    let mut said: Vec<RecapConclusion> = Vec::new();
    if let Some(shortfall) = &recap.shortfall {
        let heaviest = standing::heaviest(desk, shortfall);
        if !heaviest.is_empty() {
            let daftar = super::named(heaviest.into_iter().take(HELPED));
            said.push(RecapConclusion::RekapSaranKekurangan { wilayah: desk.monthly.region.clone(), daftar });
        }
    }
    let unjudged = recap.unjudged();
    let of = |why: Unjudged| unjudged.get(&why).map(|parts: &Vec<&RegionName>| standing::few(desk, parts));
    if let Some(daftar) = of(Unjudged::TanpaData) {
        said.push(RecapConclusion::RekapSaranData { daftar, periode: desk.monthly.period.clone() });
    }
    if let (Some(daftar), Ok(united)) = (of(Unjudged::PenyebutLain), &recap.united) {
        let penyebut = print::names(&united.wordings);
        said.push(RecapConclusion::RekapSaranPenyebut { daftar, tingkat: desk.level, penyebut });
    }
    // Where no part has a target, none is expected: kecamatan usually have none.
    if let Some(daftar) = of(Unjudged::TanpaTarget).filter(|_| recap.shortfall.is_some()) {
        said.push(RecapConclusion::RekapSaranTarget { daftar, tahun: desk.year() });
    }
    said.into_iter().map(Sentence::from).collect()
}
