//! Parts against their total. Programmes are no parts: one person may be in several.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::rows::{Count, Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::figure::Period;
use crate::table::{Kepesertaan, Pekerja, Segmen};

const COMPLETE: &str = "Lengkapi rinciannya atau perbaiki totalnya.";

/// Participants and workers by segment, where the total and every part of it are there.
pub(super) fn segments_against_total(rows: &Rows) -> Vec<Draft> {
    let totals = rows.participants.keys().filter(|(_, _, segment)| *segment == Segmen::Total);
    let participants = totals.filter_map(|(period, region, segment)| {
        let total = rows.counted(*period, region, *segment)?;
        let parts = rows.counted_parts(*period, region)?;
        let what = || {
            let period = bahasa::periode(*period);
            format!("peserta aktif segmen {} di {} pada {period}", part_names(rows), rows.name(region))
        };
        differ(what, parts, total)
    });
    participants.chain(workers_against_total(rows)).collect()
}

fn workers_against_total(rows: &Rows) -> Vec<Draft> {
    let mut sets: BTreeMap<_, BTreeMap<Segmen, &Pekerja>> = BTreeMap::new();
    for row in &rows.data.pekerja {
        let key = (row.kode_wilayah.value.as_str(), row.definisi.value.as_str(), row.per_tanggal.value);
        sets.entry(key).or_default().entry(row.segmen.value).or_insert(row);
    }
    let count = |row: &Pekerja| Count {
        people: row.jumlah_pekerja.value.into(),
        places: vec![row.jumlah_pekerja.place.clone()],
    };
    sets.into_iter()
        .filter_map(|((region, _, day), set)| {
            let total = count(set.get(&Segmen::Total)?);
            let parts = rows.settings.total_parts.iter().map(|part| set.get(part).map(|row| count(row)));
            let parts: Vec<Count> = parts.collect::<Option<_>>()?;
            let what =
                || format!("pekerja segmen {} di {} per {}", part_names(rows), rows.name(region), bahasa::tanggal(day));
            if parts.is_empty() { None } else { differ(what, Count::sum(parts), total) }
        })
        .collect()
}

fn part_names(rows: &Rows) -> String {
    let names: Vec<&str> = rows.settings.total_parts.iter().map(|part| part.as_str()).collect();
    bahasa::dan(&names)
}

pub(super) fn regions_above_total(rows: &Rows) -> Vec<Draft> {
    let mut drafts = regions_against_total(rows, Ordering::Greater);
    drafts.extend(workers_of_regions_above_total(rows));
    drafts
}

/// Workers of one day and definition. Only above: nobody publishes the workers of every region, so a gap says nothing.
fn workers_of_regions_above_total(rows: &Rows) -> Vec<Draft> {
    let mut own: BTreeMap<_, &Pekerja> = BTreeMap::new();
    let mut children: BTreeMap<_, Vec<Count>> = BTreeMap::new();
    for row in &rows.data.pekerja {
        let (region, what) =
            (row.kode_wilayah.value.as_str(), (row.segmen.value, row.per_tanggal.value, row.definisi.value.as_str()));
        if own.insert((region, what), row).is_none()
            && let Some(parent) = rows.parent(region).filter(|parent| *parent != region)
        {
            children.entry((parent, what)).or_default().push(Count::of_cell(&row.jumlah_pekerja));
        }
    }
    children
        .into_iter()
        .filter_map(|((region, what), parts)| {
            let total = Count::of_cell(&own.get(&(region, what))?.jumlah_pekerja);
            let parts = Count::sum(parts);
            let (segment, day, _) = what;
            let said = || {
                let (kind, day) = (rows.child_word(region), bahasa::tanggal(day));
                format!("pekerja segmen {segment} menurut {kind} di {} per {day}", rows.name(region))
            };
            if parts.people > total.people { differ(said, parts, total) } else { None }
        })
        .collect()
}

/// Regions below the total leave people without a region; a row *Tidak terpetakan* is counted with them.
pub(super) fn regions_below_total(rows: &Rows) -> Vec<Draft> {
    regions_against_total(rows, Ordering::Less)
}

fn regions_against_total(rows: &Rows, wanted: Ordering) -> Vec<Draft> {
    let mut children: BTreeMap<(Period, &str, Segmen), Vec<&Kepesertaan>> = BTreeMap::new();
    for (period, region, segment) in rows.participants.keys() {
        let Some(parent) = rows.parent(region).filter(|parent| parent != region) else { continue };
        children.entry((*period, parent, *segment)).or_default().extend(rows.row(*period, region, *segment));
    }
    children
        .into_iter()
        .filter_map(|((period, region, segment), parts)| {
            let total = rows.row(period, region, segment)?;
            let people: u128 = parts.iter().map(|row| u128::from(row.peserta_aktif.value)).sum();
            if people.cmp(&total.peserta_aktif.value.into()) != wanted {
                return None;
            }
            let what = || {
                let (kind, period) = (rows.child_word(region), bahasa::periode(period));
                format!(
                    "peserta aktif segmen {} menurut {kind} di {} pada {period}",
                    segment.as_str(),
                    rows.name(region)
                )
            };
            differ(what, Count::sum(parts.into_iter().map(Count::of).collect()), Count::of(total))
        })
        .collect()
}

fn differ(what: impl FnOnce() -> String, parts: Count, total: Count) -> Option<Draft> {
    if parts.people == total.people {
        return None;
    }
    let (sum, stated) = (number(parts.people), number(total.people));
    let difference = number(parts.people.abs_diff(total.people));
    Some(Draft {
        places: total.places.into_iter().chain(parts.places).collect(),
        message: format!("Jumlah {} ({sum}) berbeda {difference} dari total ({stated}).", what()),
        stated: Some(stated),
        computed: Some(sum),
        action: COMPLETE,
    })
}
