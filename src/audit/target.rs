//! Targets: against the scale of their unit, against each other, and against what was reached.

use std::collections::BTreeMap;

use num_traits::Signed;

use super::rows::{Rows, december, number, percent};
use super::rule::Draft;
use crate::bahasa;
use crate::diagnostic::quote;
use crate::figure::{Decimal, needed_persons, percent_of, round_half_up, whole};
use crate::place::Cell;
use crate::table::{COVERAGE, SatuanTarget, Segmen, Target};

/// A share of workers lies between nought and hundred percent; a number of persons not below nought.
pub(super) fn off_scale(rows: &Rows) -> Vec<Draft> {
    let hundred = whole(100);
    let off = rows.data.target.iter().filter(|row| {
        let value = row.nilai.value.ratio();
        value.is_negative() || (row.satuan.value == SatuanTarget::Persen && value > hundred)
    });
    off.map(|row| {
        let stated = written(&row.nilai.value, row.satuan.value);
        let expected = match row.satuan.value {
            SatuanTarget::Persen => "0 sampai dengan 100 persen",
            SatuanTarget::Orang => "bilangan yang tidak negatif",
        };
        Draft {
            places: vec![row.nilai.place.clone(), row.satuan.place.clone()],
            message: format!("Target {} ({stated}) tidak mungkin.", called(rows, row)),
            stated: Some(stated),
            computed: Some(expected.to_owned()),
            action: "Perbaiki `nilai` atau `satuan` menurut dokumennya.",
        }
    })
    .collect()
}

/// Persons against percent of one target, by the workers in force at the end of its year. Years without counts are
/// left alone: their workers are not known yet.
pub(super) fn persons_against_percent(rows: &Rows) -> Vec<Draft> {
    let Some(last) = rows.last_period() else { return Vec::new() };
    let mut sets: BTreeMap<_, BTreeMap<SatuanTarget, &Target>> = BTreeMap::new();
    for row in rows.data.target.iter().filter(|row| is_coverage(&row.indikator) && row.tahun.value <= last.year()) {
        let key = (row.kode_wilayah.value.as_str(), row.segmen.value, row.tahun.value, row.dokumen.value.as_str());
        sets.entry(key).or_default().entry(row.satuan.value).or_insert(row);
    }
    let mut drafts = Vec::new();
    for ((region, segment, year, _), set) in sets {
        let (Some(share), Some(persons)) = (set.get(&SatuanTarget::Persen), set.get(&SatuanTarget::Orang)) else {
            continue;
        };
        let Some(workers) = december(year).and_then(|period| rows.workers(period, region, segment)) else { continue };
        let Some(computed) = percent_of(&persons.nilai.value.ratio(), &whole(workers.people)) else { continue };
        let stated = &share.nilai.value;
        let needed = u64::try_from(workers.people).ok().map(|workers| needed_persons(&stated.ratio(), workers));
        let rounds = round_half_up(&computed, stated.places) == stated.as_printed();
        if rounds || needed.is_some_and(|needed| persons.nilai.value.ratio() == whole(needed)) {
            continue;
        }
        let (persons_said, workers_said) = (bahasa::desimal(&persons.nilai.value.as_printed()), number(workers.people));
        let computed = percent(&computed, stated.places);
        let stated = bahasa::persen_desimal(stated);
        drafts.push(Draft {
            places: [share.nilai.place.clone(), persons.nilai.place.clone()]
                .into_iter()
                .chain(workers.places())
                .collect(),
            message: format!(
                "Target {persons_said} orang dari {workers_said} pekerja ialah {computed}, bukan {stated} ({}).",
                called(rows, share)
            ),
            stated: Some(stated),
            computed: Some(computed),
            action: "Periksa kedua target dan penyebut yang dipakai dokumennya.",
        });
    }
    drafts
}

/// Several values for one indicator, region, segment, year and unit.
pub(super) fn two_for_one_year(rows: &Rows) -> Vec<Draft> {
    let mut sets: BTreeMap<_, Vec<&Target>> = BTreeMap::new();
    for row in &rows.data.target {
        let key = (
            row.indikator.value.as_str(),
            row.kode_wilayah.value.as_str(),
            row.segmen.value,
            row.tahun.value,
            row.satuan.value,
        );
        sets.entry(key).or_default().push(row);
    }
    let differ = |set: &&Vec<&Target>| {
        let mut values = set.iter().map(|row| row.nilai.value.ratio());
        let first = values.next();
        values.any(|value| Some(value) != first)
    };
    sets.values()
        .filter(differ)
        .filter_map(|set| {
            let first = set.first()?;
            let each = set
                .iter()
                .map(|row| format!("{} ({})", written(&row.nilai.value, row.satuan.value), quote(&row.dokumen.value)));
            let each = bahasa::dan(&each.collect::<Vec<_>>());
            Some(Draft {
                places: set.iter().map(|row| row.nilai.place.clone()).collect(),
                message: format!("Target {} tercantum {each}.", called(rows, first)),
                stated: Some(each),
                computed: Some("satu target".to_owned()),
                action: "Sebut dokumen yang berlaku sebagai `target_acuan` dalam rakor.toml.",
            })
        })
        .collect()
}

/// The path of one document: by indicator, region, segment and unit, its rows in the order of the years.
fn paths<'a>(rows: &Rows<'a>) -> impl Iterator<Item = Vec<&'a Target>> {
    let mut paths: BTreeMap<_, Vec<&Target>> = BTreeMap::new();
    for row in rows.data.target.iter().filter(|row| is_coverage(&row.indikator)) {
        let key = (row.kode_wilayah.value.as_str(), row.segmen.value, row.dokumen.value.as_str(), row.satuan.value);
        paths.entry(key).or_default().push(row);
    }
    paths.into_values().map(|mut path| {
        path.sort_by_key(|row| row.tahun.value);
        path
    })
}

/// A target below the one of an earlier year, though coverage is meant to rise.
pub(super) fn path_falls(rows: &Rows) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for path in paths(rows) {
        for pair in path.windows(2) {
            let [before, after] = pair else { continue };
            if after.nilai.value.ratio() < before.nilai.value.ratio() {
                let (stated, bound) = (
                    written(&after.nilai.value, after.satuan.value),
                    written(&before.nilai.value, before.satuan.value),
                );
                drafts.push(Draft {
                    places: vec![after.nilai.place.clone(), before.nilai.place.clone()],
                    message: format!(
                        "Target {} ({stated}) lebih rendah daripada target Tahun {} ({bound}) dalam {}.",
                        called(rows, after),
                        before.tahun.value,
                        quote(&after.dokumen.value)
                    ),
                    stated: Some(stated),
                    computed: Some(format!("paling sedikit {bound}")),
                    action: "Periksa kedua target menurut dokumennya.",
                });
            }
        }
    }
    drafts
}

/// A target that was reached before its year began. No contradiction, because plans are older than counts; but a reader
/// who does not know it takes a decline for progress.
pub(super) fn reached_before(rows: &Rows) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let shares = rows.data.target.iter().filter(|row| is_coverage(&row.indikator));
    for row in shares.filter(|row| row.satuan.value == SatuanTarget::Persen) {
        let (region, segment) = (row.kode_wilayah.value.as_str(), row.segmen.value);
        let Some(before) = december(row.tahun.value - 1) else { continue };
        let Some((reached, cells)) = rows.coverage(before, region, segment) else { continue };
        // Compared as both are printed: nobody learns from two figures that look the same.
        let places = row.nilai.value.places.max(bahasa::TEMPAT_PERSEN);
        let printed = Decimal { units: round_half_up(&reached, places).units, places };
        if row.nilai.value.ratio() >= printed.ratio() {
            continue;
        }
        let (stated, computed) = (bahasa::persen_desimal(&row.nilai.value), percent(&reached, places));
        drafts.push(Draft {
            places: [row.nilai.place.clone()].into_iter().chain(cells).collect(),
            message: format!(
                "Target {} ({stated}) lebih rendah daripada cakupan yang telah dicapai pada {} ({computed}).",
                called(rows, row),
                bahasa::periode(before)
            ),
            stated: Some(stated),
            computed: Some(format!("lebih dari {computed}")),
            action: "Periksa penyebut yang dipakai dokumen target itu.",
        });
    }
    drafts
}

pub(super) fn is_coverage(indicator: &Cell<String>) -> bool {
    indicator.value.trim().eq_ignore_ascii_case(COVERAGE)
}

/// `Tahun 2025 untuk Kota Malang, segmen TOTAL`
fn called(rows: &Rows, row: &Target) -> String {
    let name = rows.name(&row.kode_wilayah.value);
    let segment = match row.segmen.value {
        Segmen::Total => String::new(),
        segment => format!(", segmen {segment}"),
    };
    let indicator =
        if is_coverage(&row.indikator) { String::new() } else { format!(" indikator {}", quote(&row.indikator.value)) };
    format!("Tahun {}{indicator} untuk {name}{segment}", row.tahun.value)
}

fn written(value: &Decimal, unit: SatuanTarget) -> String {
    match unit {
        SatuanTarget::Persen => bahasa::persen_desimal(value),
        SatuanTarget::Orang => format!("{} orang", bahasa::desimal(&value.as_printed())),
    }
}
