//! Page one, and the section that sets what the parts come to beside what was published for the whole.

use num_traits::{Signed, Zero};

use super::{Desk, closing, named};
use crate::bahasa;
use crate::measure::rekapitulasi::{Difference, Shortfall, United};
use crate::measure::{RankBasis, RegionLine};
use crate::place::{Printed, Sourced};
use crate::report::bulanan::opening::{development, figure, segment};
use crate::report::bulanan::target::visible_points;
use crate::report::bulanan::{letter, places, print};
use crate::report::sentences::{Alasan, Caption, Gerak, Hitungan, RecapCaption, Standings, Union};
use crate::template::{Sentence, Tree};

/// At most this many lines ask for a decision.
const DECISIONS: usize = 3;

pub(super) fn opening(desk: &Desk) -> Tree {
    let decisions = decisions(desk);
    // What was published for the whole has a chart; of the parts alone there is no history.
    let chart = if desk.monthly.measures.series.is_ok() { Tree::Map(development(&desk.monthly)) } else { Tree::Absent };
    Tree::map([
        ("bahan", letter::meeting(desk.monthly.input).into()),
        ("ringkasan", summary(desk).into()),
        ("angka", figures(desk)),
        ("keterangan", method(desk).into()),
        ("perkembangan", chart),
        ("arahan", if decisions.is_empty() { Tree::Absent } else { decisions.into() }),
    ])
}

/// What the first page asks a decision on.
pub(super) fn decisions(desk: &Desk) -> Vec<Sentence> {
    closing::advice(desk).into_iter().take(DECISIONS).collect()
}

/// The same figures for the terminal.
pub(super) fn headline(desk: &Desk) -> Vec<(String, String)> {
    let recap = desk.recap;
    let mut lines = Vec::new();
    if let Ok(united) = &recap.united {
        let of = format!(
            "{} ({} dari {} pekerja, {} {})",
            bahasa::persen(&united.coverage.percent()),
            bahasa::bilangan(united.coverage.participants.value),
            bahasa::bilangan(united.coverage.workers.value),
            united.parts,
            desk.level.word()
        );
        lines.push(("Cakupan gabungan".to_owned(), of));
    } else {
        lines
            .push(("Peserta aktif".to_owned(), format!("{} orang", bahasa::bilangan(recap.regions.sum.value.clone()))));
    }
    if let Some(shortfall) = &recap.shortfall {
        let (met, all) = (recap.met().len(), recap.count());
        lines.push(("Memenuhi target".to_owned(), format!("{met} dari {all} {}", desk.level.word())));
        lines.push((
            "Jumlah kekurangan".to_owned(),
            format!("{} orang", bahasa::bilangan(shortfall.total.value.clone())),
        ));
    }
    lines
}

pub(super) fn summary(desk: &Desk) -> Vec<Sentence> {
    vec![together(desk), stands(desk)]
}

/// What the parts come to.
fn together(desk: &Desk) -> Sentence {
    let recap = desk.recap;
    let (wilayah, segmen, tingkat) = (desk.monthly.region.clone(), segment(&desk.monthly), desk.level);
    match &recap.united {
        Ok(united) => Union::RekapGabungan {
            per_tanggal: print::date(&united.as_of),
            n: desk.tally(united.parts),
            dari: (united.parts < recap.count()).then(|| desk.tally(recap.count())),
            tingkat,
            wilayah,
            segmen,
            cakupan: print::percent(&print::coverage(&united.coverage)),
            peserta: print::count(&united.coverage.participants),
            pekerja: print::count(&united.coverage.workers),
            penyebut: print::names(&united.wordings),
        },
        Err(_) => Union::RekapPeserta {
            per_tanggal: desk.as_of(),
            n: desk.tally(recap.regions.lines.len()),
            tingkat,
            wilayah,
            segmen,
            peserta: print::count(&recap.regions.sum),
            terpetakan: stray(desk),
        },
    }
    .into()
}

/// How many parts stand where.
pub(super) fn stands(desk: &Desk) -> Sentence {
    let recap = desk.recap;
    let (tingkat, tahun) = (desk.level, desk.year());
    if recap.shortfall.is_none() {
        return Standings::RekapTanpaSasaran { tingkat, tahun }.into();
    }
    let (met, below) = (recap.met().len(), recap.below().len());
    Standings::RekapSasaran {
        n: desk.tally(recap.count()),
        tingkat,
        tahun,
        memenuhi: desk.some(met),
        di_bawah: desk.some(below),
        belum: desk.some(recap.count() - met - below),
    }
    .into()
}

/// How the united coverage is reckoned; without one, nothing is.
pub(super) fn method(desk: &Desk) -> Option<Sentence> {
    let terpetakan = stray(desk).is_some();
    desk.recap.united.is_ok().then(|| Union::RekapCara { tingkat: desk.level, terpetakan }.into())
}

/// How many could not be mapped, when anybody could not.
fn stray(desk: &Desk) -> Option<Printed> {
    let stray = desk.recap.regions.unmapped.as_ref()?;
    (stray.participants.count.value > 0).then(|| print::count(&stray.participants.count))
}

/// Four figures under their names. Where no part can be judged, the highest and the lowest take the place of targets.
fn figures(desk: &Desk) -> Tree {
    let recap = desk.recap;
    let coverage = if let Ok(united) = &recap.united {
        let of = Caption::Cakupan {
            peserta: print::count(&united.coverage.participants),
            pekerja: print::count(&united.coverage.workers),
        };
        ("cakupan", figure(Some(print::percent_cell(&print::coverage(&united.coverage))), of))
    } else {
        let n = desk.tally(recap.regions.lines.len());
        let of = RecapCaption::UraianPeserta { n, tingkat: desk.level, terpetakan: stray(desk).is_some() };
        ("peserta", figure(Some(print::count(&recap.regions.sum)), of))
    };
    let others = match &recap.shortfall {
        Some(shortfall) => judged_figures(desk, shortfall),
        None => ranked_figures(desk),
    };
    let named = |(name, tree): (&'static str, Tree)| match tree {
        Tree::Map(mut map) => {
            map.insert("nama", Tree::Tag(name));
            Tree::Map(map)
        }
        other => other,
    };
    Tree::list(std::iter::once(coverage).chain(others).map(named))
}

fn judged_figures(desk: &Desk, shortfall: &Shortfall) -> Vec<(&'static str, Tree)> {
    let recap = desk.recap;
    let (met, below, all) = (recap.met().len(), recap.below().len(), recap.count());
    let (tingkat, tahun) = (desk.level, desk.year());
    let n = desk.tally(all);
    let belum = desk.some(all - met - below);
    let meeting = RecapCaption::UraianMemenuhi { n: n.clone(), tingkat, tahun };
    let lacking = RecapCaption::UraianJumlahKekurangan { tingkat };
    vec![
        ("memenuhi", figure(Some(desk.tally(met)), meeting)),
        ("di_bawah", figure(Some(desk.tally(below)), RecapCaption::UraianDiBawah { n, tingkat, belum })),
        ("kekurangan", figure(Some(print::count(&shortfall.total)), lacking)),
    ]
}

fn ranked_figures(desk: &Desk) -> Vec<(&'static str, Tree)> {
    let recap = desk.recap;
    let ranked = recap.ranked();
    let value = |line: &RegionLine| match recap.regions.basis {
        RankBasis::Cakupan => {
            line.point.as_ref().ok().map(|point| print::percent_cell(&print::coverage(&point.coverage)))
        }
        RankBasis::Peserta => Some(print::count(&line.participants.count)),
    };
    let of = |line: Option<&&RegionLine>| match line {
        Some(line) => figure(value(line), RecapCaption::UraianWilayah { wilayah: print::full_name(&line.region) }),
        None => figure(None, Caption::Belum { alasan: Alasan::TanpaPeserta }),
    };
    let known = RecapCaption::UraianBerdata { n: desk.tally(recap.count()), tingkat: desk.level };
    vec![
        ("tertinggi", of(ranked.first())),
        ("terendah", of(ranked.last())),
        ("berdata", figure(Some(desk.tally(recap.regions.lines.len())), known)),
    ]
}

/// How the parts moved together, and whether they make up what was published for the whole.
pub(super) fn section(desk: &Desk) -> Tree {
    let recap = desk.recap;
    let mut said = vec![together(desk)];
    said.extend(recap.united.as_ref().ok().and_then(|united| moved(desk, united)));
    let differences = [(Hitungan::Peserta, &recap.participants), (Hitungan::Pekerja, &recap.workers)];
    said.extend(differences.into_iter().filter_map(|(hal, found)| Some(beside(desk, hal, found.as_ref()?))));
    if recap.participants.is_none() {
        said.extend(places::unmapped(&recap.regions, desk.level));
    }
    Tree::map([("kalimat", said.into())])
}

fn moved(desk: &Desk, united: &United) -> Option<Sentence> {
    let before = united.before.as_ref()?;
    let month = desk.monthly.input.periode.value.plus(-1);
    let bulan_lalu = Printed::new(bahasa::periode(month), before.participants.from.clone());
    let points =
        Sourced::new(united.coverage.percent() - before.percent(), united.coverage.sources().and(&before.sources()));
    let said = match visible_points(&points) {
        Some(selisih) => Union::RekapGerak {
            bulan_lalu,
            gerak: if points.value.is_negative() { Gerak::Turun } else { Gerak::Naik },
            selisih,
            cakupan_lalu: print::percent(&print::coverage(before)),
        },
        None if points.value.is_zero() => {
            Union::RekapTetap { bulan_lalu, cakupan: print::percent(&print::coverage(&united.coverage)) }
        }
        None => Union::RekapNyarisTetap { bulan_lalu },
    };
    Some(said.into())
}

fn beside(desk: &Desk, hal: Hitungan, found: &Difference) -> Sentence {
    let recap = desk.recap;
    let terpetakan = stray(desk).filter(|_| hal == Hitungan::Peserta);
    let (wilayah, tingkat) = (desk.monthly.region.clone(), desk.level);
    let tercantum = print::count(&found.stated);
    if found.gap.value.is_zero() {
        return Union::RekapCocok { hal, wilayah, tercantum, tingkat, terpetakan }.into();
    }
    Union::RekapSelisih {
        hal,
        wilayah,
        tercantum,
        tingkat,
        jumlah: print::count(&found.summed),
        terpetakan,
        selisih: print::count_size(&found.gap),
        lebih: found.gap.value.is_negative(),
        belum: (!recap.regions.silent.is_empty()).then(|| named(&recap.regions.silent)),
    }
    .into()
}
