//! Groups of workers and the groups they are part of.
//!
//! A group of one month and region is all its rows, whoever pays. Figures are compared only where every row states one.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::{Count, Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::diagnostic::quote;
use crate::figure::Period;
use crate::place::Cell;
use crate::table::{Dataset, Kelompok, Segmen};

type Column = fn(&Kelompok) -> Option<&Cell<u64>>;

const COLUMNS: [(&str, Column); 2] =
    [("Orang terlindungi", |row| row.orang_terlindungi.as_ref()), ("Target orang", |row| row.target_orang.as_ref())];

/// All rows by region and month, there by name.
pub(super) struct Groups<'a>(Vec<&'a Kelompok>);

/// The groups of one month and region.
struct Month<'g, 'a> {
    period: Period,
    region: &'a str,
    rows: &'g [&'a Kelompok],
}

fn month(row: &Kelompok) -> (&str, Period) {
    (&row.kode_wilayah.value, row.periode.value)
}

impl<'a> Groups<'a> {
    pub(super) fn new(data: &'a Dataset) -> Self {
        let mut sorted: Vec<&Kelompok> = data.kelompok.iter().collect();
        // Tables are often in this order already, which sorting finds at once; by name they rarely are.
        sorted.sort_by(|a, b| month(a).cmp(&month(b)));
        for rows in sorted.chunk_by_mut(|a, b| month(a) == month(b)) {
            rows.sort_by(|a, b| a.kelompok.value.cmp(&b.kelompok.value));
        }
        Self(sorted)
    }

    fn months<'g>(&'g self) -> impl Iterator<Item = Month<'g, 'a>> {
        self.0.chunk_by(|a, b| month(a) == month(b)).filter_map(|rows| {
            let (region, period) = month(rows.first()?);
            Some(Month { period, region, rows })
        })
    }
}

impl<'g, 'a> Month<'g, 'a> {
    /// The rows of a group.
    fn group(&self, name: &str) -> &'g [&'a Kelompok] {
        let from = self.rows.partition_point(|row| row.kelompok.value.as_str() < name);
        let to = self.rows.partition_point(|row| row.kelompok.value.as_str() <= name);
        self.rows.get(from..to).unwrap_or_default()
    }

    /// The group that a row is part of, when it has rows of its own.
    fn parent(&self, row: &'a Kelompok) -> Option<&'a str> {
        let parent = row.induk_kelompok.as_ref()?.value.as_str();
        (parent != row.kelompok.value && !self.group(parent).is_empty()).then_some(parent)
    }

    /// Each group and its sub-groups: name of the group, and name and rows of those.
    fn families(&self) -> BTreeMap<&'a str, Vec<(&'a str, &'g [&'a Kelompok])>> {
        let mut families: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for group in self.rows.chunk_by(|a, b| a.kelompok.value == b.kelompok.value) {
            if let Some((row, parent)) = group.iter().find_map(|row| Some((row, self.parent(row)?))) {
                families.entry(parent).or_default().push((row.kelompok.value.as_str(), group));
            }
        }
        families
    }
}

fn sum<'a>(group: &[&'a Kelompok], column: Column) -> Option<Count<'a>> {
    group.iter().map(|row| column(row)).collect()
}

/// One sub-group above its group.
pub(super) fn above_parent(rows: &Rows) -> Vec<Draft> {
    compare(rows, |what, place, parent, whole, parts| {
        let above = parts.into_iter().filter(|(_, part)| part.people > whole.people);
        above
            .map(|(name, part)| {
                let (stated, bound) = (number(part.people), number(whole.people));
                Draft {
                    message: format!(
                        "{what} kelompok {} ({stated}) melebihi kelompok induknya, {} ({bound}), {place}.",
                        quote(name),
                        quote(parent)
                    ),
                    places: part.places().chain(whole.places()).collect(),
                    stated: Some(stated),
                    computed: Some(format!("paling banyak {bound}")),
                    action: "Periksa kedua angka dan kolom `induk_kelompok`.",
                }
            })
            .collect()
    })
}

/// All sub-groups together above their group, though none of them alone is.
pub(super) fn together_above_parent(rows: &Rows) -> Vec<Draft> {
    compare(rows, |what, place, parent, whole, parts| {
        if parts.iter().any(|(_, part)| part.people > whole.people) {
            return Vec::new();
        }
        let parts: Count = parts.into_iter().flat_map(|(_, part)| part.cells).collect();
        if parts.people <= whole.people {
            return Vec::new();
        }
        let (sum, stated) = (number(parts.people), number(whole.people));
        vec![Draft {
            message: format!(
                "{what} seluruh subkelompok ({sum}) melebihi kelompok induknya, {} ({stated}), {place}.",
                quote(parent)
            ),
            places: whole.places().chain(parts.places()).collect(),
            stated: Some(stated),
            computed: Some(format!("paling sedikit {sum}")),
            action: "Periksa apakah ada orang yang tercatat dalam dua subkelompok.",
        }]
    })
}

fn compare<'a>(
    rows: &Rows<'a>,
    judge: impl Fn(&str, &str, &str, &Count, Vec<(&'a str, Count<'a>)>) -> Vec<Draft>,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for month in rows.groups.months() {
        for (parent, members) in month.families() {
            for (what, column) in COLUMNS {
                let Some(whole) = sum(month.group(parent), column) else { continue };
                let parts = members.iter().filter_map(|(name, group)| Some((*name, sum(group, column)?))).collect();
                let place = format!("di {} pada {}", rows.name(month.region), bahasa::periode(month.period));
                drafts.extend(judge(what, &place, parent, &whole, parts));
            }
        }
    }
    drafts
}

/// Groups of one segment that no other group contains, against the participants of that segment: more of them means
/// that somebody was counted in two.
pub(super) fn counted_twice(rows: &Rows) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for month in rows.groups.months() {
        let Month { period, region, .. } = month;
        let mut segments: BTreeMap<Segmen, Vec<&Cell<u64>>> = BTreeMap::new();
        for row in month.rows.iter().filter(|row| month.parent(row).is_none()) {
            let Some((segment, people)) = row.segmen.as_ref().zip(row.orang_terlindungi.as_ref()) else { continue };
            if !ended(rows, row, period) {
                segments.entry(segment.value).or_default().push(people);
            }
        }
        for (segment, groups) in segments {
            let Some(participants) = rows.counted(period, region, segment) else { continue };
            let several = groups.len() > 1;
            let sum = Count::from_iter(groups);
            if sum.people <= participants.value.into() {
                continue;
            }
            let (stated, bound) = (number(sum.people), number(participants.value));
            let doubt = if several { "; mungkin ada orang yang terhitung dalam dua kelompok" } else { "" };
            drafts.push(Draft {
                message: format!(
                    "Orang terlindungi menurut kelompok ({stated}) melebihi peserta aktif segmen {} ({bound}) di {} \
                     pada {}{doubt}.",
                    segment.as_str(),
                    rows.name(region),
                    bahasa::periode(period)
                ),
                places: sum.places().chain([participants.place.clone()]).collect(),
                stated: Some(stated),
                computed: Some(format!("paling banyak {bound}")),
                action: "Isi `induk_kelompok` pada subkelompok atau perbaiki angkanya.",
            });
        }
    }
    drafts
}

/// Whether a group's protection does not run at the end of the month: its persons are no participants then.
fn ended(rows: &Rows, row: &Kelompok, period: Period) -> bool {
    if row.mulai.is_none() && row.selesai.is_none() {
        return false;
    }
    let day = rows.row(period, &row.kode_wilayah.value, Segmen::Rentan).map(super::rows::counted_on);
    let day = day.unwrap_or(period.last_day());
    row.selesai.as_ref().is_some_and(|end| end.value < day) || row.mulai.as_ref().is_some_and(|start| start.value > day)
}

/// A line that sums up the others among the lines that reports add up.
pub(super) fn total_lines(rows: &Rows) -> Vec<Draft> {
    let groups = rows
        .data
        .kelompok
        .iter()
        .map(|row| (("kelompok", row.periode.value.first_day(), row.kode_wilayah.value.as_str()), &row.kelompok));
    let employers = rows
        .data
        .pemberi_kerja
        .iter()
        .map(|row| (("pemberi_kerja", row.periode.value.first_day(), row.kode_wilayah.value.as_str()), &row.jenis));
    let budgets = rows
        .data
        .anggaran
        .iter()
        .map(|row| (("anggaran", row.per_tanggal.value, row.kode_wilayah.value.as_str()), &row.kelompok));
    let (totals, others): (Vec<_>, Vec<_>) =
        groups.chain(employers).chain(budgets).partition(|(_, name)| sums_up(&name.value));
    // Few lines sum up, so only the company of those is looked for.
    let alone: BTreeSet<_> = totals.iter().map(|(key, _)| *key).collect();
    let others: BTreeSet<_> = others.into_iter().map(|(key, _)| key).filter(|key| alone.contains(key)).collect();
    let among = totals.into_iter().filter(|(key, _)| others.contains(key));
    among
        .map(|((table, ..), name)| Draft {
            places: vec![name.place.clone()],
            message: format!(
                "Baris {} pada tabel `{table}` menjumlahkan baris lain sehingga jumlahnya terhitung dua kali.",
                quote(&name.value)
            ),
            stated: Some(quote(&name.value)),
            computed: Some("baris rincian saja".to_owned()),
            action: "Hapus baris jumlah itu; laporan menjumlahkan sendiri.",
        })
        .collect()
}

fn sums_up(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    ["jumlah", "total", "subtotal", "subjumlah"].iter().any(|word| first.eq_ignore_ascii_case(word))
}
