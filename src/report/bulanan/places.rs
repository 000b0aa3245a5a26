//! C.3 By child region, and C.9 among the regions of the same parent.

use super::{Desk, print, reason};
use crate::bahasa;
use crate::chart::{self, Bar, ChartKind, ChartSpec, RankedBar, RankedChart};
use crate::figure::{Ratio, whole};
use crate::measure::{Missing, RankBasis, RegionLine, RegionName, Regions, Siblings};
use crate::place::{Printed, Sourced, Sources};
use crate::report::sentences::{
    self as s, Alternative, Awards, Cacah, Gerak, Ranks, Source, Tingkat, listed, published,
};
use crate::table::{JenisWilayah, Penghargaan};
use crate::template::{Sentence, Tree};

/// No page holds a chart of more bars; the annex has the table.
const MOST_BARS: usize = 57;

/// Ranks that moved are named for at most this many regions.
const MOVES: usize = 3;

/// The word for the children of a region.
pub(super) fn child_level(desk: &Desk) -> Tingkat {
    match desk.measures.subject.level.as_ref().map(|cell| cell.value) {
        Some(JenisWilayah::Nasional) => Tingkat::Provinsi,
        Some(JenisWilayah::Provinsi) => Tingkat::KabupatenKota,
        Some(JenisWilayah::Kecamatan) => Tingkat::DesaKelurahan,
        _ => Tingkat::Kecamatan,
    }
}

/// The word for the region itself and its siblings.
fn own_level(desk: &Desk) -> Tingkat {
    match desk.measures.subject.level.as_ref().map(|cell| cell.value) {
        Some(JenisWilayah::Provinsi) => Tingkat::Provinsi,
        Some(JenisWilayah::Kecamatan) => Tingkat::Kecamatan,
        Some(JenisWilayah::Kelurahan | JenisWilayah::Desa) => Tingkat::DesaKelurahan,
        _ => Tingkat::KabupatenKota,
    }
}

pub(super) fn section(desk: &Desk) -> Tree {
    let level = child_level(desk);
    let regions = match &desk.measures.regions {
        Ok(regions) => regions,
        Err(Missing::NoChildren { known: true, .. }) => {
            let said: Sentence = s::Missing::TanpaWilayah { tingkat: level, periode: desk.period.clone() }.into();
            return empty(level, vec![said]);
        }
        Err(_) => return Tree::Absent,
    };
    let ranked: Vec<&RegionLine> = regions.lines.iter().filter(|line| line.rank.is_some()).collect();
    let mut said = ranking(regions, &ranked, level);
    said.extend(remarks(regions, level));
    let spec = chart(regions, &ranked);
    Tree::map([
        ("tingkat", Tree::Tag(level_tag(level))),
        ("menurut", Tree::Tag(if regions.basis == RankBasis::Cakupan { "cakupan" } else { "peserta" })),
        ("kalimat", said.into()),
        ("grafik", if (1..=MOST_BARS).contains(&ranked.len()) { spec.into() } else { Tree::Absent }),
        ("alt", alt(regions, &ranked, level).into()),
        ("sumber", source(&regions.lines).into()),
        ("catatan", marks(&regions.lines, regions.unmapped.is_some()).into()),
    ])
}

fn empty(level: Tingkat, said: Vec<Sentence>) -> Tree {
    Tree::map([
        ("tingkat", Tree::Tag(level_tag(level))),
        ("menurut", Tree::Tag("peserta")),
        ("kalimat", said.into()),
        ("grafik", Tree::Absent),
        ("alt", Tree::Absent),
        ("sumber", Tree::Absent),
        ("catatan", Tree::Absent),
    ])
}

fn level_tag(level: Tingkat) -> &'static str {
    if level == Tingkat::Kecamatan { "kecamatan" } else { "kabupaten_kota" }
}

fn ranking(regions: &Regions, ranked: &[&RegionLine], level: Tingkat) -> Vec<Sentence> {
    let value = |line: &RegionLine| match regions.basis {
        RankBasis::Cakupan => line.point.as_ref().ok().map(|p| print::percent(&print::coverage(&p.coverage))),
        RankBasis::Peserta => Some(print::count(&line.participants.count)),
    };
    let name = |line: &RegionLine| print::full_name(&line.region);
    let top: Vec<&&RegionLine> = ranked.iter().filter(|line| line.rank == Some(1)).collect();
    let (Some(first), Some(last)) = (ranked.first(), ranked.last()) else {
        return vec![Ranks::TanpaPeringkat { tingkat: level }.into()];
    };
    let (Some(x), Some(v)) = (value(first), value(last)) else { return Vec::new() };
    let mut said: Vec<Sentence> = Vec::new();
    if regions.basis == RankBasis::Peserta {
        said.push(Ranks::PeringkatJumlah { tingkat: level }.into());
        said.push(if ranked.len() > 1 && top.len() == ranked.len() {
            Ranks::JumlahSama { tingkat: level, x }.into()
        } else {
            Ranks::JumlahTerbanyak { a: name(first), x, z: name(last), v }.into()
        });
        return said;
    }
    let case = match ranked {
        [only] => Ranks::PeringkatTunggal { tingkat: level, a: name(only), x },
        [upper, lower] => {
            Ranks::PeringkatDua { a: name(upper), x, selisih: difference(upper, lower), b: name(lower), y: v }
        }
        _ if top.len() == ranked.len() => Ranks::PeringkatSemuaSama { tingkat: level, x },
        _ if top.len() > 1 => {
            Ranks::PeringkatPuncakSama { daftar: list(top.iter().map(|l| &l.region)), x, z: name(last), v }
        }
        [top, second, ..] => {
            let Some(y) = value(second) else { return said };
            Ranks::Peringkat { a: name(top), x, b: name(second), y, z: name(last), v }
        }
        [] => return said,
    };
    said.push(case.into());
    said.extend(moves(ranked));
    said
}

fn difference(a: &RegionLine, b: &RegionLine) -> Option<Printed> {
    let (a, b) = (a.point.as_ref().ok()?, b.point.as_ref().ok()?);
    let gap: Ratio = a.coverage.percent() - b.coverage.percent();
    super::target::visible_points(&Sourced::new(gap, a.coverage.sources().and(&b.coverage.sources())))
}

/// Regions whose rank moved, the largest moves first.
fn moves(ranked: &[&RegionLine]) -> Vec<Sentence> {
    let mut moved: Vec<(u32, &RegionLine, u32, u32)> = ranked
        .iter()
        .filter_map(|line| {
            let (before, now) = (line.rank_before?, line.rank?);
            (before != now).then_some((before.abs_diff(now), *line, before, now))
        })
        .collect();
    moved.sort_by_key(|(size, line, ..)| (std::cmp::Reverse(*size), line.rank));
    moved
        .into_iter()
        .take(MOVES)
        .map(|(_, line, before, now)| {
            let from = line.participants.count.from.clone();
            Ranks::PeringkatPindah {
                a: print::full_name(&line.region),
                gerak: if now < before { Gerak::Naik } else { Gerak::Turun },
                m: reason::number(before, &from),
                n: reason::number(now, &from),
            }
            .into()
        })
        .collect()
}

fn remarks(regions: &Regions, level: Tingkat) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    if let Some(unmapped) = regions.unmapped.as_ref().filter(|unmapped| unmapped.participants.count.value > 0) {
        let porsi = unmapped.share.as_ref().ok().map(print::percent);
        said.push(
            Ranks::TidakTerpetakan { n: print::count(&unmapped.participants.count), porsi, tingkat: level }.into(),
        );
    }
    if !regions.silent.is_empty() {
        said.push(silent(&regions.silent).into());
    }
    let other: Vec<&RegionName> = regions
        .lines
        .iter()
        .filter(|line| regions.basis == RankBasis::Cakupan && line.point.is_ok() && !line.comparable)
        .map(|line| &line.region)
        .collect();
    if !other.is_empty() {
        let cacah = Cacah::of(other.len());
        said.push(Ranks::PenyebutLain { daftar_wilayah: list(other.into_iter()), cacah }.into());
    }
    said
}

fn silent(regions: &[RegionName]) -> Ranks {
    Ranks::TidakLapor { daftar_wilayah: list(regions.iter()), cacah: Cacah::of(regions.len()) }
}

fn list<'a>(regions: impl Iterator<Item = &'a RegionName>) -> Printed {
    let names: Vec<Printed> = regions.map(print::full_name).collect();
    bahasa::dan_tercetak(&names)
}

fn chart(regions: &Regions, ranked: &[&RegionLine]) -> ChartSpec {
    let bars: Vec<RankedBar> = ranked
        .iter()
        .map(|line| RankedBar {
            name: print::bare_name(&line.region),
            bar: match regions.basis {
                RankBasis::Cakupan => line.point.as_ref().ok().map(|point| Bar {
                    value: point.coverage.percent(),
                    label: print::percent_cell(&print::coverage(&point.coverage)),
                }),
                RankBasis::Peserta => Some(Bar {
                    value: whole(line.participants.count.value),
                    label: print::count(&line.participants.count),
                }),
            },
        })
        .collect();
    let comfortable = chart::ranked_height_mm(bars.len());
    print::bar_chart(ChartKind::Ranked(RankedChart { bars, emphasised: None }), comfortable)
}

fn alt(regions: &Regions, ranked: &[&RegionLine], level: Tingkat) -> Sentence {
    let pairs: Vec<(Printed, Printed)> = ranked
        .iter()
        .filter_map(|line| {
            let value = match regions.basis {
                RankBasis::Cakupan => print::percent(&print::coverage(&line.point.as_ref().ok()?.coverage)),
                RankBasis::Peserta => print::count(&line.participants.count),
            };
            Some((print::bare_name(&line.region), value))
        })
        .collect();
    let hal = Printed::fixed(if regions.basis == RankBasis::Cakupan { "cakupan" } else { "peserta aktif" });
    let kelompok = Printed::fixed(if level == Tingkat::Kecamatan { "kecamatan" } else { "kabupaten/kota" });
    let daftar = listed(&pairs);
    if pairs.len() == 1 {
        Alternative::BatangSatu { hal, kelompok, daftar }.into()
    } else {
        Alternative::Batang { hal, kelompok, daftar }.into()
    }
}

fn source(lines: &[RegionLine]) -> Sentence {
    let mut all = Vec::new();
    for line in lines {
        let date = print::date(&line.participants.as_of);
        let own = line.participants.publishers.iter().map(|p| (p.print(Clone::clone), Some(date.clone())));
        super::segments::merge(&mut all, own);
    }
    Source::Sumber { daftar: published(&all), diolah: true }.into()
}

fn marks(lines: &[RegionLine], unmapped: bool) -> Vec<Sentence> {
    let missing = lines.iter().any(|line| line.point.is_err());
    let unranked = unmapped || lines.iter().any(|line| line.rank.is_none());
    super::section::cell_marks(missing, unranked)
}

/// Rows of the full table in the annex, *Tidak terpetakan* last.
pub(super) fn rows(regions: &Regions) -> Vec<Tree> {
    let mut rows: Vec<Tree> = regions.lines.iter().map(row).collect();
    if let Some(unmapped) = &regions.unmapped {
        rows.push(Tree::map([
            ("peringkat", Tree::Absent),
            ("nama", print::bare_name(&unmapped.region).into()),
            ("pekerja", Printed::fixed("x").into()),
            ("peserta", print::count(&unmapped.participants.count).into()),
            ("cakupan", Printed::fixed("x").into()),
            ("belum", Printed::fixed("x").into()),
        ]));
    }
    rows
}

fn row(line: &RegionLine) -> Tree {
    let point = line.point.as_ref().ok();
    let from = line.participants.count.from.clone();
    Tree::map([
        ("peringkat", line.rank.map(|rank| reason::number(rank, &from)).into()),
        ("nama", print::bare_name(&line.region).into()),
        ("pekerja", point.map(|p| print::count(&p.coverage.workers)).into()),
        ("peserta", print::count(&line.participants.count).into()),
        ("cakupan", point.map(|p| print::percent_cell(&print::coverage(&p.coverage))).into()),
        ("belum", point.map(|p| print::count(&print::uncovered(&p.coverage))).into()),
    ])
}

/// C.9: the subject among its siblings, and awards. Left out when there is neither.
pub(super) fn siblings(desk: &Desk) -> Tree {
    let mut said: Vec<Sentence> = Vec::new();
    let (mut rows, mut source_line, mut marks_line) = (Tree::Absent, Tree::Absent, Tree::Absent);
    if let Ok(siblings) = &desk.measures.siblings {
        said.push(rank(siblings, desk).into());
        if !siblings.silent.is_empty() {
            said.push(silent(&siblings.silent).into());
        }
        rows = Tree::list(siblings.lines.iter().map(row));
        source_line = source(&siblings.lines).into();
        marks_line = marks(&siblings.lines, false).into();
    }
    said.extend(desk.measures.awards.rows.iter().map(|award| Sentence::from(one_award(award, desk))));
    if said.is_empty() {
        return Tree::Absent;
    }
    Tree::map([("kalimat", said.into()), ("baris", rows), ("sumber", source_line), ("catatan", marks_line)])
}

fn rank(siblings: &Siblings, desk: &Desk) -> Ranks {
    let ranked: Vec<&RegionLine> = siblings.lines.iter().filter(|line| line.rank.is_some()).collect();
    let from: Sources = ranked.iter().map(|line| &line.participants.count.from).collect();
    let same: Vec<&RegionName> = ranked
        .iter()
        .filter(|line| line.rank == Some(siblings.rank) && line.region.code != desk.measures.subject.region)
        .map(|line| &line.region)
        .collect();
    Ranks::PeringkatDaerah {
        tingkat: own_level(desk),
        n: print::few(&Desk::tally(siblings.ranked, from.clone())),
        provinsi: print::full_name(&siblings.parent),
        wilayah: desk.region.clone(),
        r: reason::number(siblings.rank, &from),
        bersama: (!same.is_empty()).then(|| list(same.into_iter())),
    }
}

fn one_award(award: &Penghargaan, desk: &Desk) -> Awards {
    let text = |cell: &Option<crate::place::Cell<String>>| cell.as_ref().map(crate::place::Cell::printed);
    Awards::Penghargaan {
        tanggal: print::date_cell(&award.tanggal),
        wilayah: desk.region.clone(),
        nama_penghargaan: award.nama.printed(),
        pemberi: text(&award.pemberi),
        sebutan: text(&award.sebutan),
        lingkup: text(&award.lingkup),
        peringkat: award.peringkat.as_ref().map(|cell| print::count(&cell.sourced())),
        belum_diurutkan: award.peringkat.is_none() && award.penerima_lain.is_some(),
    }
}
