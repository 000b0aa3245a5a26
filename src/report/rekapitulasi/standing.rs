//! The parts against their own targets: who is below, by how much, and who cannot be judged.

use super::{Desk, named, opening, ranking};
use crate::bahasa;
use crate::measure::rekapitulasi::{Shortfall, Unjudged};
use crate::measure::{RegionLine, RegionName};
use crate::place::Printed;
use crate::report::bulanan::{places, print};
use crate::report::sentences::{AlasanNilai, Rounding, Standings};
use crate::template::{Sentence, Tree};

/// More names than this are counted instead.
const NAMED: usize = 8;

pub(super) fn section(desk: &Desk) -> Tree {
    let mut said = vec![opening::stands(desk)];
    let mut rows = Tree::Absent;
    if let Some(shortfall) = &desk.recap.shortfall {
        said.extend(lacking(desk, shortfall));
        said.extend(desk.recap.unjudged().into_iter().map(|(why, parts)| unjudged(desk, why, &parts)));
        rows = table(desk, shortfall);
    }
    Tree::map([
        ("kalimat", said.into()),
        ("baris", rows),
        ("catatan", vec![Sentence::from(Rounding::PembulatanOrang)].into()),
        ("sumber", places::source(&desk.recap.regions.lines).into()),
    ])
}

fn lacking(desk: &Desk, shortfall: &Shortfall) -> Vec<Sentence> {
    let below = desk.recap.below();
    let kekurangan = print::count(&shortfall.total);
    match below.as_slice() {
        [] => Vec::new(),
        [only] => vec![Standings::RekapKekuranganSatu { wilayah: print::full_name(&only.region), kekurangan }.into()],
        several => {
            let memenuhi = !desk.recap.met().is_empty();
            let n = desk.tally(several.len());
            let mut said: Vec<Sentence> =
                vec![Standings::RekapKekurangan { n, tingkat: desk.level, kekurangan, memenuhi }.into()];
            let heaviest = heaviest(desk, shortfall);
            if let Some(share) = shortfall.half_share.as_ref().filter(|_| heaviest.len() < several.len()) {
                said.push(
                    Standings::RekapSeparuh { daftar: few(desk, &heaviest), porsi: print::percent(share) }.into(),
                );
            }
            said
        }
    }
}

/// The fewest parts that hold half of what is missing.
pub(super) fn heaviest<'d>(desk: &'d Desk, shortfall: &Shortfall) -> Vec<&'d RegionName> {
    let parts = shortfall.parts.iter().take(shortfall.half);
    parts.filter_map(|(code, _)| line(desk, code)).map(|line| &line.region).collect()
}

fn line<'d>(desk: &'d Desk, code: &str) -> Option<&'d RegionLine> {
    desk.recap.regions.lines.iter().find(|line| line.region.code == code)
}

/// Names while they are few, else how many.
pub(super) fn few(desk: &Desk, parts: &[&RegionName]) -> Printed {
    if parts.len() <= NAMED {
        return named(parts.iter().copied());
    }
    let count = desk.tally(parts.len());
    Printed::new(bahasa::rekat(&count.text, desk.level.word()), count.from)
}

fn unjudged(desk: &Desk, why: Unjudged, parts: &[&RegionName]) -> Sentence {
    let daftar = few(desk, parts);
    let opens = daftar.text.starts_with(|c: char| c.is_ascii_digit());
    let daftar = if opens { Printed::new(format!("Sebanyak {}", daftar.text), daftar.from) } else { daftar };
    let alasan = match why {
        Unjudged::TanpaData => AlasanNilai::TanpaData,
        Unjudged::TanpaPenyebut => AlasanNilai::TanpaPenyebut,
        Unjudged::PenyebutLain => AlasanNilai::PenyebutLain,
        Unjudged::TanpaTarget => AlasanNilai::TanpaTarget,
    };
    Standings::RekapBelumDinilai { daftar, alasan }.into()
}

/// Who is below the target, the largest shortfall first.
fn table(desk: &Desk, shortfall: &Shortfall) -> Tree {
    let rows: Vec<Tree> = shortfall
        .parts
        .iter()
        .filter_map(|(code, share)| {
            let line = line(desk, code)?;
            let standing = desk.recap.standing_of(line)?;
            Some(Tree::map([
                ("nama", print::row_name(print::bare_name(&line.region)).into()),
                (
                    "cakupan",
                    line.point.as_ref().ok().map(|p| print::percent_cell(&print::coverage(&p.coverage))).into(),
                ),
                ("target", ranking::target(standing).into()),
                ("selisih", standing.gap.print(bahasa::selisih_tabel).into()),
                ("perlu", print::count(&standing.needed).into()),
                ("kekurangan", print::count(&standing.shortfall).into()),
                ("porsi", print::percent_cell(share).into()),
            ]))
        })
        .collect();
    if rows.is_empty() { Tree::Absent } else { rows.into() }
}
