//! C.3 By child region, and C.9 among the regions of the same parent.

use super::section::source_line;
use super::{Desk, print, reason};
use crate::bahasa;
use crate::chart::{self, Bar, ChartKind, ChartSpec, RankedBar, RankedChart};
use crate::figure::whole;
use crate::measure::{Missing, RankBasis, RegionLine, RegionName, Regions, Siblings};
use crate::place::{Cell, Printed, Sourced, Sources};
use crate::report::sentences::{self as s, Alternative, Awards, Cacah, Ranks, Source, Tingkat, listed, published};
use crate::table::{JenisWilayah, Penghargaan};
use crate::template::{Sentence, Tree};

/// No page holds a chart of more bars; the annex has the table.
pub(in crate::report) const MOST_BARS: usize = 57;

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

pub(in crate::report) fn section(desk: &Desk) -> Tree {
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
    said.extend(remarks(regions));
    let spec = chart(regions, &ranked);
    let marks = marks(&regions.lines, regions.unmapped.is_some());
    let notes: Vec<Sentence> = unmapped(regions, level).into_iter().chain(marks).collect();
    Tree::map([
        ("tingkat", Tree::Tag(level_tag(level))),
        ("menurut", Tree::Tag(if regions.basis == RankBasis::Cakupan { "cakupan" } else { "peserta" })),
        ("kalimat", said.into()),
        ("grafik", if (1..=MOST_BARS).contains(&ranked.len()) { spec.into() } else { Tree::Absent }),
        ("alt", alt(regions, &ranked, level).into()),
        ("sumber", source(&regions.lines).into()),
        ("bergerak", regions.lines.iter().any(|line| line.rank_before.is_some()).into()),
        ("catatan", notes.into()),
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
        ("bergerak", false.into()),
        ("catatan", Tree::Absent),
    ])
}

fn level_tag(level: Tingkat) -> &'static str {
    if level == Tingkat::Kecamatan { "kecamatan" } else { "kabupaten_kota" }
}

pub(in crate::report) fn ranking(regions: &Regions, ranked: &[&RegionLine], level: Tingkat) -> Vec<Sentence> {
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
    said
}

fn difference(a: &RegionLine, b: &RegionLine) -> Option<Printed> {
    let (a, b) = (a.point.as_ref().ok()?, b.point.as_ref().ok()?);
    let gap = a.coverage.above(&b.coverage);
    super::target::visible_points(&Sourced::new(gap, a.coverage.sources().and(&b.coverage.sources())))
}

/// Participants whom no region of the table could be found for.
pub(in crate::report) fn unmapped(regions: &Regions, level: Tingkat) -> Option<Sentence> {
    let unmapped = regions.unmapped.as_ref().filter(|unmapped| unmapped.participants.count.value > 0)?;
    let porsi = unmapped.share.as_ref().ok().map(print::percent);
    Some(Ranks::TidakTerpetakan { n: print::count(&unmapped.participants.count), porsi, tingkat: level }.into())
}

pub(in crate::report) fn remarks(regions: &Regions) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
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

pub(in crate::report) fn list<'a>(regions: impl Iterator<Item = &'a RegionName>) -> Printed {
    let names: Vec<Printed> = regions.map(print::full_name).collect();
    bahasa::dan_tercetak(&names)
}

pub(in crate::report) fn chart(regions: &Regions, ranked: &[&RegionLine]) -> ChartSpec {
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

pub(in crate::report) fn alt(regions: &Regions, ranked: &[&RegionLine], level: Tingkat) -> Sentence {
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
    let kelompok = Printed::fixed(level.word());
    let daftar = listed(&pairs);
    if pairs.len() == 1 {
        Alternative::BatangSatu { hal, kelompok, daftar }.into()
    } else {
        Alternative::Batang { hal, kelompok, daftar }.into()
    }
}

pub(in crate::report) fn source(lines: &[RegionLine]) -> Sentence {
    let mut all = Vec::new();
    for line in lines {
        let date = print::date(&line.participants.as_of);
        let own = line.participants.publishers.iter().map(|p| (p.print(Clone::clone), Some(date.clone())));
        super::segments::merge(&mut all, own);
    }
    Source::Sumber { daftar: published(&all), diolah: true }.into()
}

pub(in crate::report) fn marks(lines: &[RegionLine], unmapped: bool) -> Vec<Sentence> {
    let missing = lines.iter().any(|line| line.point.is_err());
    let unranked = unmapped || lines.iter().any(|line| line.rank.is_none());
    super::section::cell_marks(missing, unranked)
}

/// Rows of the full table in the annex, *Tidak terpetakan* last.
pub(in crate::report) fn rows(regions: &Regions) -> Vec<Tree> {
    let mut rows: Vec<Tree> = regions.lines.iter().map(row).collect();
    if let Some(unmapped) = &regions.unmapped {
        rows.push(Tree::map([
            ("peringkat", Tree::Absent),
            ("sebelumnya", Tree::Absent),
            ("nama", print::row_name(print::bare_name(&unmapped.region)).into()),
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
        ("sebelumnya", line.rank_before.map(|rank| reason::number(rank, &from)).into()),
        ("nama", print::row_name(print::bare_name(&line.region)).into()),
        ("pekerja", point.map(|p| print::count(&p.coverage.workers)).into()),
        ("peserta", print::count(&line.participants.count).into()),
        ("cakupan", point.map(|p| print::percent_cell(&print::coverage(&p.coverage))).into()),
        ("belum", point.map(|p| print::count(&print::uncovered(&p.coverage))).into()),
    ])
}

/// C.9: the subject among its siblings, and awards. Left out when there is neither.
pub(in crate::report) fn siblings(desk: &Desk) -> Tree {
    let mut said: Vec<Sentence> = Vec::new();
    let (mut rows, mut published_line, mut marks_line) = (Tree::Absent, Tree::Absent, Tree::Absent);
    if let Ok(siblings) = &desk.measures.siblings {
        said.push(rank(siblings, desk).into());
        if !siblings.silent.is_empty() {
            said.push(silent(&siblings.silent).into());
        }
        rows = Tree::list(siblings.lines.iter().map(row));
        published_line = source(&siblings.lines).into();
        marks_line = marks(&siblings.lines, false).into();
    }
    // Of several awards the latest is told; all of them stand in the annex.
    let awards = &desk.measures.awards.rows;
    said.extend(awards.first().map(|award| Sentence::from(one_award(award, desk, awards.len() == 1))));
    if said.is_empty() {
        return Tree::Absent;
    }
    Tree::map([("kalimat", said.into()), ("baris", rows), ("sumber", published_line), ("catatan", marks_line)])
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

/// Whether the annex lists the awards.
pub(super) fn are_listed(desk: &Desk) -> bool {
    desk.measures.awards.rows.len() > 1
}

/// The awards of the year: the table of the annex.
pub(super) fn award_table(desk: &Desk) -> Tree {
    if !are_listed(desk) {
        return Tree::Absent;
    }
    let rows = &desk.measures.awards.rows;
    let text = |cell: &Option<Cell<String>>| cell.as_ref().map(Cell::printed);
    let gaps = rows.iter().any(|row| row.pemberi.is_none() || row.sebutan.is_none() || row.lingkup.is_none());
    let table = rows.iter().map(|row| {
        Tree::map([
            ("tanggal", print::date_in_table(&row.tanggal).into()),
            ("nama", row.nama.printed().into()),
            ("pemberi", text(&row.pemberi).into()),
            ("sebutan", text(&row.sebutan).into()),
            ("lingkup", text(&row.lingkup).into()),
            ("penerima_lain", text(&row.penerima_lain).into()),
        ])
    });
    Tree::map([
        ("baris", Tree::list(table)),
        ("sumber", source_line(rows.iter().map(|row| &row.sumber), &desk.period, false).into()),
        ("catatan", super::section::marks(gaps).into()),
    ])
}

/// One award; `in_full` with the others who received it.
fn one_award(award: &Penghargaan, desk: &Desk, in_full: bool) -> Awards {
    let text = |cell: &Option<Cell<String>>| cell.as_ref().map(Cell::printed);
    Awards::Penghargaan {
        tanggal: print::date_cell(&award.tanggal),
        wilayah: desk.region.clone(),
        nama_penghargaan: award.nama.printed(),
        pemberi: text(&award.pemberi),
        sebutan: text(&award.sebutan),
        lingkup: text(&award.lingkup),
        peringkat: award.peringkat.as_ref().map(|cell| print::count(&cell.sourced())),
        penerima_lain: if in_full { text(&award.penerima_lain) } else { None },
        belum_diurutkan: in_full && award.peringkat.is_none() && award.penerima_lain.is_some(),
    }
}
