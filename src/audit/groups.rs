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
use crate::table::{Kelompok, Segmen};

type Named<'a> = BTreeMap<&'a str, Vec<&'a Kelompok>>;
type Column = fn(&Kelompok) -> Option<&Cell<u64>>;

const COLUMNS: [(&str, Column); 2] =
    [("Orang terlindungi", |row| row.orang_terlindungi.as_ref()), ("Target orang", |row| row.target_orang.as_ref())];

/// The groups of each month and region, by name.
fn months<'a>(rows: &Rows<'a>) -> BTreeMap<(Period, &'a str), Named<'a>> {
    let mut months: BTreeMap<_, Named> = BTreeMap::new();
    for row in &rows.data.kelompok {
        let key = (row.periode.value, row.kode_wilayah.value.as_str());
        months.entry(key).or_default().entry(row.kelompok.value.as_str()).or_default().push(row);
    }
    months
}

/// The group that a row is part of, when it has rows of its own.
fn parent<'a>(row: &'a Kelompok, named: &Named<'a>) -> Option<&'a str> {
    let parent = row.induk_kelompok.as_ref()?.value.as_str();
    (parent != row.kelompok.value && named.contains_key(parent)).then_some(parent)
}

fn sum(group: &[&Kelompok], column: Column) -> Option<Count> {
    let cells = group.iter().map(|row| column(row).map(Count::of_cell)).collect::<Option<Vec<_>>>()?;
    (!cells.is_empty()).then(|| Count::sum(cells))
}

/// Each group and its sub-groups: name of the group, and name and rows of those.
fn families<'a>(named: &Named<'a>) -> BTreeMap<&'a str, Vec<(&'a str, Vec<&'a Kelompok>)>> {
    let mut families: BTreeMap<&str, Vec<(&str, Vec<&Kelompok>)>> = BTreeMap::new();
    for (name, group) in named {
        if let Some(parent) = group.iter().find_map(|row| parent(row, named)) {
            families.entry(parent).or_default().push((name, group.clone()));
        }
    }
    families
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
                    places: part.places.into_iter().chain(whole.places.iter().cloned()).collect(),
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
        let parts = Count::sum(parts.into_iter().map(|(_, part)| part).collect());
        if parts.people <= whole.people {
            return Vec::new();
        }
        let (sum, stated) = (number(parts.people), number(whole.people));
        vec![Draft {
            message: format!(
                "{what} seluruh subkelompok ({sum}) melebihi kelompok induknya, {} ({stated}), {place}.",
                quote(parent)
            ),
            places: whole.places.iter().cloned().chain(parts.places).collect(),
            stated: Some(stated),
            computed: Some(format!("paling sedikit {sum}")),
            action: "Periksa apakah ada orang yang tercatat dalam dua subkelompok.",
        }]
    })
}

fn compare<'a>(
    rows: &Rows<'a>,
    judge: impl Fn(&str, &str, &str, &Count, Vec<(&'a str, Count)>) -> Vec<Draft>,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for ((period, region), named) in months(rows) {
        for (parent, members) in families(&named) {
            for (what, column) in COLUMNS {
                let Some(whole) = named.get(parent).and_then(|group| sum(group, column)) else { continue };
                let parts: Vec<_> =
                    members.iter().filter_map(|(name, group)| Some((*name, sum(group, column)?))).collect();
                let place = format!("di {} pada {}", rows.name(region), bahasa::periode(period));
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
    for ((period, region), named) in months(rows) {
        let mut segments: BTreeMap<Segmen, Vec<Count>> = BTreeMap::new();
        for row in named.values().flatten().filter(|row| parent(row, &named).is_none()) {
            let Some((segment, people)) = row.segmen.as_ref().zip(row.orang_terlindungi.as_ref()) else { continue };
            if !ended(rows, row, period) {
                segments.entry(segment.value).or_default().push(Count::of_cell(people));
            }
        }
        for (segment, groups) in segments {
            let Some(participants) = rows.counted(period, region, segment) else { continue };
            let several = groups.len() > 1;
            let sum = Count::sum(groups);
            if sum.people <= participants.people {
                continue;
            }
            let (stated, bound) = (number(sum.people), number(participants.people));
            let doubt = if several { "; mungkin ada orang yang terhitung dalam dua kelompok" } else { "" };
            drafts.push(Draft {
                message: format!(
                    "Orang terlindungi menurut kelompok ({stated}) melebihi peserta aktif segmen {} ({bound}) di {} \
                     pada {}{doubt}.",
                    segment.as_str(),
                    rows.name(region),
                    bahasa::periode(period)
                ),
                places: sum.places.into_iter().chain(participants.places).collect(),
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
    let mut totals = Vec::new();
    let mut others = BTreeSet::new();
    for (key, name) in groups.chain(employers).chain(budgets) {
        if sums_up(&name.value) {
            totals.push((key, name));
        } else {
            others.insert(key);
        }
    }
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
