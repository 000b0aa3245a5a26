//! Who stands where: sentences, chart, and the table of all parts, in the body while it is short and in the annex when it
//! is long.

use std::collections::BTreeMap;

use num_bigint::BigInt;

use super::Desk;
use crate::bahasa;
use crate::measure::rekapitulasi::Unjudged;
use crate::measure::{Missing, RankBasis, RegionLine, Standing};
use crate::place::{Printed, Sourced, Sources};
use crate::report::bulanan::annex::series_table;
use crate::report::bulanan::opening::print_target;
use crate::report::bulanan::{places, print, reason, section as parts};
use crate::report::sentences::{Gerak, Ranks, RecapNotes};
use crate::table::SatuanTarget;
use crate::template::{Sentence, Tree};

/// Tables of more rows stand in the annex.
const SHORT: usize = 12;
/// At most this many shared ranks are named.
const SHARED: usize = 3;

pub(super) fn section(desk: &Desk) -> Tree {
    let regions = &desk.recap.regions;
    let ranked = desk.recap.ranked();
    let mut said = places::ranking(regions, &ranked, desk.level);
    if regions.basis == RankBasis::Cakupan {
        said.extend(ties(&ranked));
        said.extend(movers(&ranked));
    }
    said.extend(places::remarks(regions));
    let charted = (1..=places::MOST_BARS).contains(&ranked.len());
    Tree::map([
        ("menurut", Tree::Tag(if regions.basis == RankBasis::Cakupan { "cakupan" } else { "peserta" })),
        ("kalimat", said.into()),
        ("grafik", if charted { places::chart(regions, &ranked).into() } else { Tree::Absent }),
        ("alt", places::alt(regions, &ranked, desk.level).into()),
        ("sumber", places::source(&regions.lines).into()),
        ("tabel", if is_short(desk) { table(desk) } else { Tree::Absent }),
    ])
}

pub(super) fn annexes(desk: &Desk) -> Tree {
    let series = desk.monthly.measures.series.as_ref().ok().filter(|series| series.points.len() > 1);
    let long = !is_short(desk);
    let data = long || series.is_some();
    let number = |n: u32| Printed::fixed(bahasa::romawi(n).unwrap_or_default());
    Tree::map([
        ("nomor_data", number(1).into()),
        ("nomor_catatan", number(if data { 2 } else { 1 }).into()),
        ("data", data.into()),
        ("tabel", if long { table(desk) } else { Tree::Absent }),
        ("deret", series.map_or(Tree::Absent, |series| series_table(series, &desk.monthly))),
    ])
}

/// Whether the table of all parts stands beside what is said about them.
pub(super) fn is_short(desk: &Desk) -> bool {
    desk.recap.count() <= SHORT
}

/// Ranks that several share, below the first, of which the ranking has spoken.
fn ties(ranked: &[&RegionLine]) -> Vec<Sentence> {
    let mut shared: BTreeMap<u32, Vec<&RegionLine>> = BTreeMap::new();
    for line in ranked {
        if let Some(rank) = line.rank.filter(|rank| *rank > 1) {
            shared.entry(rank).or_default().push(line);
        }
    }
    let said = shared.into_iter().filter(|(_, lines)| lines.len() > 1).filter_map(|(rank, lines)| {
        let first = lines.first()?;
        let x = print::percent(&print::coverage(&first.point.as_ref().ok()?.coverage));
        let daftar = super::named(lines.iter().map(|line| &line.region));
        Some(Ranks::PeringkatSama { daftar, n: reason::number(rank, &first.participants.count.from), x }.into())
    });
    said.take(SHARED).collect()
}

/// Who climbed and who fell most against the month before, as long as it is one alone.
fn movers(ranked: &[&RegionLine]) -> Vec<Sentence> {
    let step = |line: &&&RegionLine| Some(i64::from(line.rank_before?) - i64::from(line.rank?));
    let farthest = |gerak: Gerak, sign: i64| {
        let far = ranked.iter().filter_map(|line| step(&line)).map(|step| step * sign).max().filter(|far| *far > 0)?;
        let mut found = ranked.iter().filter(|line| step(line) == Some(far * sign));
        let only = found.next().filter(|_| found.next().is_none())?;
        let from = &only.participants.count.from;
        Some(Sentence::from(Ranks::PeringkatPindah {
            a: print::full_name(&only.region),
            gerak,
            m: reason::number(only.rank_before?, from),
            n: reason::number(only.rank?, from),
        }))
    };
    [farthest(Gerak::Naik, 1), farthest(Gerak::Turun, -1)].into_iter().flatten().collect()
}

/// All parts: ranked ones, those only listed, those without data, what could not be mapped, and what they come to.
pub(super) fn table(desk: &Desk) -> Tree {
    let recap = desk.recap;
    let regions = &recap.regions;
    let mut rows: Vec<Tree> = regions.lines.iter().map(|line| row(desk, line)).collect();
    rows.extend(regions.silent.iter().map(|region| {
        let blank = ["peringkat", "sebelumnya"].map(|name| (name, Printed::fixed("x").into()));
        cells(print::bare_name(region), blank.into())
    }));
    if let Some(stray) = &regions.unmapped {
        let counted = ("peserta", print::count(&stray.participants.count).into());
        rows.push(all_x(print::row_name(print::bare_name(&stray.region)), [counted].into()));
    }
    rows.push(total(desk));
    let month = desk.monthly.input.periode.value.plus(-1);
    let bulan_lalu = Printed::new(bahasa::periode(month), desk.monthly.subject.clone());
    let mut notes: Vec<Sentence> = parts::cell_marks(has_gap(desk), true);
    notes.push(RecapNotes::RekapCatatanPeringkat { tingkat: desk.level, bulan_lalu }.into());
    Tree::map([
        ("cakupan", has_coverage(desk).into()),
        ("sasaran", recap.shortfall.is_some().into()),
        ("baris", rows.into()),
        ("sumber", places::source(&regions.lines).into()),
        ("catatan", notes.into()),
    ])
}

/// Whether any part has workers: without them the table has no columns for coverage.
fn has_coverage(desk: &Desk) -> bool {
    desk.recap.regions.lines.iter().any(|line| line.point.is_ok())
}

/// Whether any cell that the table has is not available.
fn has_gap(desk: &Desk) -> bool {
    let (coverage, judged) = (has_coverage(desk), desk.recap.shortfall.is_some());
    let lacks = |line: &RegionLine| {
        let why = desk.recap.standings.get(&line.region.code).and_then(|standing| standing.as_ref().err());
        let unjudged = why.is_some_and(|why| *why != Unjudged::PenyebutLain);
        let moved = !coverage || !line.comparable || change(line).is_some();
        (coverage && line.point.is_err())
            || (judged && unjudged)
            || (line.rank.is_some() && (line.rank_before.is_none() || !moved))
    };
    !desk.recap.regions.silent.is_empty() || desk.recap.regions.lines.iter().any(lacks)
}

/// The columns of the table, in the order of a row.
const COLUMNS: [&str; 9] =
    ["peringkat", "sebelumnya", "pekerja", "peserta", "cakupan", "perubahan", "target", "capaian", "kekurangan"];

/// A row: what is not among the cells is not available.
fn cells(name: Printed, known: BTreeMap<&'static str, Tree>) -> Tree {
    let mut map: BTreeMap<&'static str, Tree> = COLUMNS.into_iter().map(|column| (column, Tree::Absent)).collect();
    map.extend(known);
    map.insert("nama", name.into());
    Tree::Map(map)
}

/// A row of which all other cells do not apply.
fn all_x(name: Printed, known: BTreeMap<&'static str, Tree>) -> Tree {
    let mut map: BTreeMap<&'static str, Tree> =
        COLUMNS.into_iter().map(|column| (column, Printed::fixed("x").into())).collect();
    map.extend(known);
    cells(name, map)
}

fn row(desk: &Desk, line: &RegionLine) -> Tree {
    let point = line.point.as_ref().ok();
    let from = &line.participants.count.from;
    let x = || Printed::new("x", from.clone());
    let rank = line.rank.map_or_else(x, |rank| reason::number(rank, from));
    let before = match (line.rank, line.rank_before) {
        (Some(_), before) => before.map(|rank| reason::number(rank, from)),
        (None, _) => Some(x()),
    };
    let compared = desk.recap.regions.basis == RankBasis::Peserta || line.comparable;
    let standing = desk.recap.standing_of(line);
    // Coverage under another definition says nothing about the target.
    let other = desk.recap.standings.get(&line.region.code) == Some(&Err(Unjudged::PenyebutLain));
    let unjudged = || other.then(x);
    cells(
        print::row_name(print::bare_name(&line.region)),
        [
            ("peringkat", rank.into()),
            ("sebelumnya", before.into()),
            ("pekerja", point.map(|point| print::count(&point.coverage.workers)).into()),
            ("peserta", print::count(&line.participants.count).into()),
            ("cakupan", point.map(|point| print::percent_cell(&print::coverage(&point.coverage))).into()),
            ("perubahan", if compared { change(line).into() } else { x().into() }),
            ("target", standing.map(target).or_else(&unjudged).into()),
            (
                "capaian",
                standing
                    .and_then(|standing| match &standing.attainment {
                        Ok(percent) => Some(print::percent_cell(percent)),
                        Err(Missing::ZeroTarget { .. }) => Some(x()),
                        Err(_) => None,
                    })
                    .or_else(&unjudged)
                    .into(),
            ),
            (
                "kekurangan",
                standing.map(|standing| print::count::<BigInt>(&standing.shortfall)).or_else(&unjudged).into(),
            ),
        ]
        .into(),
    )
}

/// The change of coverage against the month before; `x` when its denominator was another one.
fn change(line: &RegionLine) -> Option<Printed> {
    let change = line.change.as_ref().ok().filter(|change| change.skipped.is_none())?;
    let coverage = change.coverage.as_ref().ok()?;
    if coverage.denominator_changed {
        return Some(Printed::new("x", coverage.points.from.clone()));
    }
    Some(coverage.points.print(bahasa::selisih_tabel))
}

/// A target as a column has it: two decimals, or persons.
pub(super) fn target(standing: &Standing) -> Printed {
    let stated = &standing.target;
    match stated.unit.value {
        SatuanTarget::Persen => {
            let from = Sources::from(&stated.stated.place).and(&Sources::from(&stated.unit.place));
            print::percent_cell(&Sourced::new(stated.stated.value.ratio(), from))
        }
        SatuanTarget::Orang => print_target(stated),
    }
}

/// The last row: sums, and coverage as sum over sum.
fn total(desk: &Desk) -> Tree {
    let recap = desk.recap;
    let mut known: BTreeMap<&'static str, Tree> = BTreeMap::new();
    let name = if let Ok(united) = &recap.united {
        known.insert("pekerja", print::count(&united.coverage.workers).into());
        known.insert("peserta", print::count(&united.coverage.participants).into());
        known.insert("cakupan", print::percent_cell(&print::coverage(&united.coverage)).into());
        if let Some(before) = &united.before {
            let from = united.coverage.sources().and(&before.sources());
            let points = Sourced::new(united.coverage.percent() - before.percent(), from);
            known.insert("perubahan", points.print(bahasa::selisih_tabel).into());
        }
        "Gabungan yang dibandingkan"
    } else {
        known.insert("peserta", print::count(&recap.regions.sum).into());
        "Jumlah"
    };
    if let Some(shortfall) = &recap.shortfall {
        known.insert("kekurangan", print::count(&shortfall.total).into());
    }
    all_x(Printed::fixed(name), known)
}
