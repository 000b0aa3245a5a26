//! By child region, and among the regions of one parent: who comes first, who moved, who did not report.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;

use super::Missing;
use super::change::{self, Change};
use super::select::{Participants, Point, View, point_of};
use crate::figure::{Period, Ratio, percent_of, whole};
use crate::place::{Cell, Sourced, Sources};
use crate::table::{JenisWilayah, Segmen};

/// What regions are ranked by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RankBasis {
    /// Coverage under one definition of the denominator.
    Cakupan,
    /// Participants, because the regions have no denominator.
    Peserta,
}

/// A region by code and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionName {
    /// Its code.
    pub code: String,
    /// Its name, when the table of regions has it.
    pub name: Option<Cell<String>>,
    /// Its level, when the table of regions has it.
    pub level: Option<Cell<JenisWilayah>>,
}

impl RegionName {
    /// Whether it stands for what could not be mapped, and is no region.
    pub(super) fn is_unmapped(&self) -> bool {
        self.level.as_ref().is_some_and(|level| level.value == JenisWilayah::TidakTerpetakan)
    }
}

/// One region in a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionLine {
    /// Which region.
    pub region: RegionName,
    /// Its participants.
    pub participants: Participants,
    /// Its coverage, under the named definition or, when it only has another, under that one.
    pub point: Result<Point, Missing>,
    /// Whether the coverage stands on the definition that the ranking compares.
    pub comparable: bool,
    /// Its rank, from 1; exactly equal values share one. Regions that are only listed have none.
    pub rank: Option<u32>,
    /// Its rank in the month before among the same regions, by the same basis; missing when any of them had no
    /// value then.
    pub rank_before: Option<u32>,
    /// Change against an earlier month.
    pub change: Result<Change, Missing>,
}

/// The row of participants that no child region could be found for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmapped {
    /// Which row.
    pub region: RegionName,
    /// How many.
    pub participants: Participants,
    /// Their share of the subject's participants, percent, exact.
    pub share: Result<Sourced<Ratio>, Missing>,
}

/// The child regions of the subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regions {
    /// What they are ranked by.
    pub basis: RankBasis,
    /// By rank, then by code; those only listed last.
    pub lines: Vec<RegionLine>,
    /// *Tidak terpetakan*.
    pub unmapped: Option<Unmapped>,
    /// Child regions without data in the month.
    pub silent: Vec<RegionName>,
    /// Participants of all lines and of the unmapped row, persons.
    pub sum: Sourced<BigInt>,
}

impl Regions {
    /// Whether several lines share a rank.
    #[must_use]
    pub fn has_ties(&self) -> bool {
        let ranks: Vec<u32> = self.lines.iter().filter_map(|line| line.rank).collect();
        ranks.iter().collect::<BTreeSet<_>>().len() < ranks.len()
    }
}

/// The subject among the regions of its parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Siblings {
    /// Name and code of the parent.
    pub parent: RegionName,
    /// By rank, then by code; those only listed last. The subject is among them.
    pub lines: Vec<RegionLine>,
    /// The subject's rank.
    pub rank: u32,
    /// How many regions are ranked.
    pub ranked: usize,
    /// Regions of the parent without data in the month.
    pub silent: Vec<RegionName>,
}

pub(super) fn children(view: &View, region: &str, segment: Segmen, period: Period) -> Result<Regions, Missing> {
    let reference = reference(view, region, segment, period);
    let regions = among(view, region, child_names(view, region), segment, period, reference.as_deref());
    if regions.lines.is_empty() {
        return Err(Missing::NoChildren { period, known: !regions.silent.is_empty() });
    }
    Ok(regions)
}

/// The definition that the parts of a region are compared under: the one in force for the whole, else the manifest's.
pub(super) fn reference(view: &View, region: &str, segment: Segmen, period: Period) -> Option<String> {
    let own = view.denominator(region, segment, period).ok().map(|d| d.definition.value);
    own.or_else(|| view.rules.denominator.clone())
}

/// These parts of a region, ranked; what could not be mapped stands by itself.
pub(super) fn among(
    view: &View,
    region: &str,
    names: Vec<RegionName>,
    segment: Segmen,
    period: Period,
    reference: Option<&str>,
) -> Regions {
    let (unmapped, mapped): (Vec<RegionName>, Vec<RegionName>) = names.into_iter().partition(RegionName::is_unmapped);
    let Ranking { basis, lines, silent } = rank(view, mapped, segment, period, reference);
    let unmapped = unmapped.into_iter().find_map(|child| unmapped_line(view, region, child, segment, period));
    let counts = lines.iter().map(|l| &l.participants).chain(unmapped.iter().map(|u| &u.participants));
    let (sum, from) = counts.fold((BigInt::default(), Sources::none()), |(sum, from), part| {
        (sum + part.count.value, from.and(&part.count.from))
    });
    Regions { basis, lines, unmapped, silent, sum: Sourced::new(sum, from) }
}

pub(super) fn siblings(view: &View, region: &str, segment: Segmen, period: Period) -> Result<Siblings, Missing> {
    let own = view.data.wilayah.iter().find(|w| w.kode.value == region);
    let alone = Missing::NotRanked { comparable: 0 };
    let (own, parent) =
        own.and_then(|own| own.induk.as_ref().map(|parent| (own, parent))).ok_or_else(|| alone.clone())?;
    // Kabupaten and kota stand side by side; every other level only beside itself.
    let group = |level: JenisWilayah| match level {
        JenisWilayah::Kota => JenisWilayah::Kabupaten,
        JenisWilayah::Desa => JenisWilayah::Kelurahan,
        other => other,
    };
    let names: Vec<RegionName> = child_names(view, &parent.value)
        .into_iter()
        .filter(|n| n.level.as_ref().is_some_and(|l| group(l.value) == group(own.jenis.value)))
        .collect();
    let reference = view.point(region, segment, period)?.denominator.definition.value;
    let Ranking { basis, lines, silent } = rank(view, names, segment, period, Some(&reference));
    let ranked = lines.iter().filter(|line| line.rank.is_some()).count();
    let rank = lines.iter().find(|line| line.region.code == region).and_then(|line| line.rank);
    match (basis, rank) {
        (RankBasis::Cakupan, Some(rank)) if ranked > 1 => {
            Ok(Siblings { parent: name_of(view, &parent.value), lines, rank, ranked, silent })
        }
        _ => Err(Missing::NotRanked { comparable: ranked }),
    }
}

fn name_of(view: &View, code: &str) -> RegionName {
    let row = view.data.wilayah.iter().find(|w| w.kode.value == code);
    RegionName { code: code.to_owned(), name: row.map(|w| w.nama.clone()), level: row.map(|w| w.jenis.clone()) }
}

/// Children by the table of regions; without that table, by codes that add one part to the parent's.
pub(super) fn child_names(view: &View, parent: &str) -> Vec<RegionName> {
    let mut codes: BTreeSet<&str> = view
        .data
        .wilayah
        .iter()
        .filter(|w| w.induk.as_ref().is_some_and(|induk| induk.value == parent))
        .map(|w| w.kode.value.as_str())
        .collect();
    if view.data.wilayah.is_empty() {
        let counted = view.data.kepesertaan.iter().map(|row| row.kode_wilayah.value.as_str());
        codes = counted.filter(|code| is_child(parent, code)).collect();
    }
    codes.into_iter().map(|code| name_of(view, code)).collect()
}

fn is_child(parent: &str, code: &str) -> bool {
    let rest = code.strip_prefix(parent).and_then(|rest| rest.strip_prefix('.'));
    rest.is_some_and(|last| !last.is_empty() && !last.contains('.'))
}

fn unmapped_line(view: &View, parent: &str, region: RegionName, segment: Segmen, period: Period) -> Option<Unmapped> {
    let participants = view.participants(&region.code, segment, period).ok()?;
    let share = view.participants(parent, segment, period).and_then(|all| {
        let from = participants.count.from.clone().and(&all.count.from);
        percent_of(&whole(participants.count.value), &whole(all.count.value))
            .map(|value| Sourced::new(value, from))
            .ok_or(Missing::ZeroBase { table: "kepesertaan", column: "peserta_aktif" })
    });
    Some(Unmapped { region, participants, share })
}

struct Ranking {
    basis: RankBasis,
    lines: Vec<RegionLine>,
    silent: Vec<RegionName>,
}

fn rank(view: &View, names: Vec<RegionName>, segment: Segmen, period: Period, reference: Option<&str>) -> Ranking {
    let mut silent = Vec::new();
    let mut lines = Vec::new();
    for region in names {
        match line(view, &region, segment, period, reference) {
            Some(line) => lines.push(line),
            None => silent.push(region),
        }
    }
    let comparable = lines.iter().filter(|line| line.comparable).count();
    // A single comparable coverage among several regions ranks nobody.
    let basis =
        if comparable > 1 || (comparable == 1 && lines.len() == 1) { RankBasis::Cakupan } else { RankBasis::Peserta };
    let ranks = ranks(&values(&lines, basis));
    let before = ranks_before(view, &ranks, segment, period.plus(-1), basis, reference);
    for line in &mut lines {
        line.rank = ranks.get(&line.region.code).copied();
        line.rank_before = before.get(&line.region.code).copied();
    }
    lines.sort_by(|a, b| {
        let key = |line: &RegionLine| (line.rank.unwrap_or(u32::MAX), line.region.code.clone());
        key(a).cmp(&key(b))
    });
    Ranking { basis, lines, silent }
}

fn line(
    view: &View,
    region: &RegionName,
    segment: Segmen,
    period: Period,
    reference: Option<&str>,
) -> Option<RegionLine> {
    let participants = view.participants(&region.code, segment, period).ok()?;
    let point = view.point(&region.code, segment, period).or_else(|missing| {
        let other = view.denominator_of_any_definition(&region.code, segment, period).ok_or(missing)?;
        point_of(participants.clone(), other)
    });
    let comparable = point.as_ref().is_ok_and(|p| reference == Some(p.denominator.definition.value.as_str()));
    Some(RegionLine {
        region: region.clone(),
        change: change::month(view, &region.code, segment, period),
        participants,
        point,
        comparable,
        rank: None,
        rank_before: None,
    })
}

fn values(lines: &[RegionLine], basis: RankBasis) -> Vec<(String, Ratio)> {
    let value = |line: &RegionLine| match basis {
        RankBasis::Peserta => Some(whole(line.participants.count.value)),
        RankBasis::Cakupan if line.comparable => line.point.as_ref().ok().map(|p| p.coverage.percent()),
        RankBasis::Cakupan => None,
    };
    lines.iter().filter_map(|line| Some((line.region.code.clone(), value(line)?))).collect()
}

/// One more than how many are higher: exactly equal values share a rank and the next rank is left free.
pub(super) fn ranks(values: &[(String, Ratio)]) -> BTreeMap<String, u32> {
    let mut sorted: Vec<&(String, Ratio)> = values.iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut ranks = BTreeMap::new();
    let mut shared: Option<(&Ratio, u32)> = None;
    for (place, (code, value)) in (1_u32..).zip(sorted) {
        let rank = shared.filter(|(last, _)| *last == value).map_or(place, |(_, rank)| rank);
        shared = Some((value, rank));
        ranks.insert(code.clone(), rank);
    }
    ranks
}

/// Ranks of the month before among the regions ranked now; empty when any of them had no value then.
fn ranks_before(
    view: &View,
    now: &BTreeMap<String, u32>,
    segment: Segmen,
    month: Period,
    basis: RankBasis,
    reference: Option<&str>,
) -> BTreeMap<String, u32> {
    let value = |code: &String| Some((code.clone(), value(view, code, segment, month, basis, reference)?));
    let values: Option<Vec<_>> = now.keys().map(value).collect();
    values.map(|values| ranks(&values)).unwrap_or_default()
}

/// What a region is ranked by in a month; nothing when it has none that can be compared.
pub(super) fn value(
    view: &View,
    code: &str,
    segment: Segmen,
    month: Period,
    basis: RankBasis,
    reference: Option<&str>,
) -> Option<Ratio> {
    match basis {
        RankBasis::Peserta => view.participants(code, segment, month).ok().map(|p| whole(p.count.value)),
        RankBasis::Cakupan => view
            .point(code, segment, month)
            .ok()
            .filter(|p| reference == Some(p.denominator.definition.value.as_str()))
            .map(|p| p.coverage.percent()),
    }
}
