//! Parts against their total. Programmes are no parts: one person may be in several.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::rows::{Count, Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::place::Cell;
use crate::table::{Pekerja, Segmen};

const COMPLETE: &str = "Lengkapi rinciannya atau perbaiki totalnya.";

/// Participants and workers by segment, where the total and every part of it are there.
pub(super) fn segments_against_total(rows: &Rows) -> Vec<Draft> {
    let totals = rows.published().filter(|published| published.segment == Segmen::Total);
    let participants = totals.filter_map(|published| {
        let total = &published.used()?.peserta_aktif;
        let parts = rows.counted_parts(published.period, published.region)?;
        let what = || {
            let period = bahasa::periode(published.period);
            format!("peserta aktif segmen {} di {} pada {period}", part_names(rows), rows.name(published.region))
        };
        differ(what, &parts, total)
    });
    participants.chain(workers_against_total(rows)).collect()
}

fn workers_against_total(rows: &Rows) -> Vec<Draft> {
    let mut sets: BTreeMap<_, BTreeMap<Segmen, &Pekerja>> = BTreeMap::new();
    for row in &rows.data.pekerja {
        let key = (row.kode_wilayah.value.as_str(), row.definisi.value.as_str(), row.per_tanggal.value);
        sets.entry(key).or_default().entry(row.segmen.value).or_insert(row);
    }
    sets.into_iter()
        .filter_map(|((region, _, day), set)| {
            let total = &set.get(&Segmen::Total)?.jumlah_pekerja;
            let parts = rows.settings.total_parts.iter().map(|part| set.get(part).map(|row| &row.jumlah_pekerja));
            let parts = parts.collect::<Option<Count>>().filter(|parts| !parts.cells.is_empty())?;
            let what =
                || format!("pekerja segmen {} di {} per {}", part_names(rows), rows.name(region), bahasa::tanggal(day));
            differ(what, &parts, total)
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
    let mut children: BTreeMap<_, Vec<&Cell<u64>>> = BTreeMap::new();
    for row in &rows.data.pekerja {
        let (region, what) =
            (row.kode_wilayah.value.as_str(), (row.segmen.value, row.per_tanggal.value, row.definisi.value.as_str()));
        if own.insert((region, what), row).is_none()
            && let Some(parent) = rows.parent(region).filter(|parent| *parent != region)
        {
            children.entry((parent, what)).or_default().push(&row.jumlah_pekerja);
        }
    }
    children
        .into_iter()
        .filter_map(|((region, what), parts)| {
            let total = &own.get(&(region, what))?.jumlah_pekerja;
            let parts = Count::from_iter(parts);
            let (segment, day, _) = what;
            let said = || {
                let (kind, day) = (rows.child_word(region), bahasa::tanggal(day));
                format!("pekerja segmen {segment} menurut {kind} di {} per {day}", rows.name(region))
            };
            if parts.people > total.value.into() { differ(said, &parts, total) } else { None }
        })
        .collect()
}

/// Regions below the total leave people without a region; a row *Tidak terpetakan* is counted with them.
pub(super) fn regions_below_total(rows: &Rows) -> Vec<Draft> {
    regions_against_total(rows, Ordering::Less)
}

fn regions_against_total(rows: &Rows, wanted: Ordering) -> Vec<Draft> {
    let mut children: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for region in rows.counted_regions() {
        if let Some(parent) = rows.parent(region).filter(|parent| *parent != region) {
            children.entry(parent).or_default().push(region);
        }
    }
    let mut drafts = Vec::new();
    for (region, children) in children {
        let mut counts: BTreeMap<_, Vec<&Cell<u64>>> = BTreeMap::new();
        for published in children.into_iter().flat_map(|child| rows.published_in(child)) {
            let parts = counts.entry((published.period, published.segment)).or_default();
            parts.extend(published.used().map(|row| &row.peserta_aktif));
        }
        drafts.extend(counts.into_iter().filter_map(|((period, segment), parts)| {
            let total = rows.counted(period, region, segment)?;
            let parts = Count::from_iter(parts);
            let what = || {
                let (kind, period) = (rows.child_word(region), bahasa::periode(period));
                format!("peserta aktif segmen {segment} menurut {kind} di {} pada {period}", rows.name(region))
            };
            if parts.people.cmp(&total.value.into()) == wanted { differ(what, &parts, total) } else { None }
        }));
    }
    drafts
}

fn differ(what: impl FnOnce() -> String, parts: &Count, total: &Cell<u64>) -> Option<Draft> {
    let whole = u128::from(total.value);
    if parts.people == whole {
        return None;
    }
    let (sum, stated) = (number(parts.people), number(whole));
    let difference = number(parts.people.abs_diff(whole));
    Some(Draft {
        places: std::iter::once(total.place.clone()).chain(parts.places()).collect(),
        message: format!("Jumlah {} ({sum}) berbeda {difference} dari total ({stated}).", what()),
        stated: Some(stated),
        computed: Some(sum),
        action: COMPLETE,
    })
}
