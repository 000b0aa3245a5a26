//! Indicators of the medium-term plan: their quarters, their years, and the counts they stand for.

use std::collections::BTreeMap;

use num_traits::Signed;

use super::rows::{Rows, december, percent};
use super::rule::Draft;
use crate::bahasa;
use crate::diagnostic::quote;
use crate::figure::{Decimal, Ratio, round_half_up, whole};
use crate::place::Cell;
use crate::table::{Agregasi, Arah, Indikator, IndikatorTahunan, IndikatorTriwulan, SatuanTarget, Target};

type Key<'a> = (&'a str, &'a str);

fn indicators<'a>(rows: &Rows<'a>) -> BTreeMap<Key<'a>, &'a Indikator> {
    rows.data.indikator.iter().map(|row| ((row.kode.value.as_str(), row.kode_wilayah.value.as_str()), row)).collect()
}

fn years<'a>(rows: &Rows<'a>) -> BTreeMap<(Key<'a>, i32), &'a IndikatorTahunan> {
    let key = |row: &'a IndikatorTahunan| (row.kode.value.as_str(), row.kode_wilayah.value.as_str());
    rows.data.indikator_tahunan.iter().map(|row| ((key(row), row.tahun.value), row)).collect()
}

/// What the quarters make of a year against what the year states, within the decimals of all of them.
pub(super) fn quarters_against_year(rows: &Rows) -> Vec<Draft> {
    let known = indicators(rows);
    let years = years(rows);
    let mut sets: BTreeMap<_, Vec<&IndikatorTriwulan>> = BTreeMap::new();
    for row in &rows.data.indikator_triwulan {
        let key = (row.kode.value.as_str(), row.kode_wilayah.value.as_str());
        sets.entry((key, row.tahun.value)).or_default().push(row);
    }
    let mut drafts = Vec::new();
    for ((key, year), mut quarters) in sets {
        let Some(indicator) = known.get(&key) else { continue };
        let (Some(how), Some(of_year)) = (&indicator.agregasi, years.get(&(key, year))) else { continue };
        let how = how.value;
        quarters.sort_by_key(|row| row.triwulan.value);
        let realised: Vec<_> = quarters.iter().map(|row| (row.triwulan.value, row.realisasi_k.as_ref())).collect();
        drafts.extend(
            of_year
                .realisasi_k
                .as_ref()
                .and_then(|stated| year_draft("Realisasi", rows, indicator, year, how, &realised, stated)),
        );
        // Targets of quarters are steps on the way; only the last of a position is the year's.
        if how == Agregasi::PosisiAkhir {
            let targets: Vec<_> = quarters.iter().map(|row| (row.triwulan.value, row.target_k.as_ref())).collect();
            drafts.extend(
                of_year
                    .target_k
                    .as_ref()
                    .and_then(|stated| year_draft("Target", rows, indicator, year, how, &targets, stated)),
            );
        }
    }
    drafts
}

fn year_draft(
    what: &str,
    rows: &Rows,
    indicator: &Indikator,
    year: i32,
    how: Agregasi,
    quarters: &[(u64, Option<&Cell<Decimal>>)],
    stated: &Cell<Decimal>,
) -> Option<Draft> {
    let cells: Vec<&Cell<Decimal>> = match how {
        Agregasi::PosisiAkhir => {
            quarters.iter().filter(|(quarter, _)| *quarter == 4).filter_map(|(_, cell)| *cell).collect()
        }
        Agregasi::Jumlah | Agregasi::RataRata => {
            quarters.iter().map(|(_, cell)| *cell).collect::<Option<Vec<_>>>().filter(|cells| cells.len() == 4)?
        }
    };
    let together = |of: fn(&Decimal) -> Ratio| {
        let sum = cells.iter().map(|cell| of(&cell.value)).reduce(|sum, part| sum + part)?;
        Some(if how == Agregasi::RataRata { sum / whole(4) } else { sum })
    };
    let computed = together(Decimal::ratio)?;
    let agrees = if how == Agregasi::PosisiAkhir {
        // One position written twice: it agrees to the decimals that both have.
        let places = cells.iter().map(|cell| cell.value.places).fold(stated.value.places, u32::min);
        round_half_up(&computed, places) == round_half_up(&stated.value.ratio(), places)
    } else {
        let tolerance = together(half_step)? + half_step(&stated.value);
        (&computed - stated.value.ratio()).abs() <= tolerance
    };
    if agrees {
        return None;
    }
    let places = cells.iter().map(|cell| cell.value.places).max().unwrap_or_default().max(stated.value.places);
    let (words, computed) =
        (bahasa::desimal(&stated.value.as_printed()), bahasa::desimal(&round_half_up(&computed, places)));
    let from = match how {
        Agregasi::Jumlah => "jumlah triwulannya",
        Agregasi::PosisiAkhir => "triwulan terakhirnya",
        Agregasi::RataRata => "rata-rata triwulannya",
    };
    Some(Draft {
        places: std::iter::once(stated).chain(cells).map(|cell| cell.place.clone()).collect(),
        message: format!("{what} Tahun {year} {} ({words}) berbeda dari {from} ({computed}).", called(rows, indicator)),
        stated: Some(words),
        computed: Some(computed),
        action: "Perbaiki angka tahunan, angka triwulan, atau `agregasi`.",
    })
}

/// Half of the last decimal as written: what rounding may hide.
fn half_step(value: &Decimal) -> Ratio {
    Ratio::new_raw(1.into(), num_bigint::BigInt::from(10).pow(value.places) * 2)
}

/// A yearly target that goes against the direction the indicator wants.
pub(super) fn path_against_direction(rows: &Rows) -> Vec<Draft> {
    let known = indicators(rows);
    let mut before: Option<((Key, i32), &IndikatorTahunan)> = None;
    let mut drafts = Vec::new();
    for (at, row) in years(rows) {
        let last = before.replace((at, row));
        let Some((_, earlier)) = last.filter(|((key, _), _)| *key == at.0) else { continue };
        let Some(indicator) = known.get(&at.0) else { continue };
        let (Some(from), Some(to)) = (&earlier.target_k, &row.target_k) else { continue };
        let Some(direction) = &indicator.arah else { continue };
        let rises = direction.value == Arah::Positif;
        let (a, b) = (from.value.ratio(), to.value.ratio());
        if (rises && b >= a) || (!rises && b <= a) {
            continue;
        }
        let (start, end) = (bahasa::desimal(&from.value.as_printed()), bahasa::desimal(&to.value.as_printed()));
        let (turn, wanted) = if rises { ("turun", "naik") } else { ("naik", "turun") };
        drafts.push(Draft {
            places: vec![to.place.clone(), from.place.clone()],
            message: format!(
                "Target {} {turn} dari {start} (Tahun {}) menjadi {end} (Tahun {}), padahal arahnya {wanted}.",
                called(rows, indicator),
                earlier.tahun.value,
                row.tahun.value
            ),
            stated: Some(end),
            computed: Some(format!("{} {start}", if rises { "paling sedikit" } else { "paling banyak" })),
            action: "Periksa kedua target dan kolom `arah`.",
        });
    }
    drafts
}

/// The target of a year in both tables: some document must say what the indicator says, to the fewer decimals.
pub(super) fn against_targets(rows: &Rows) -> Vec<Draft> {
    let mut targets: BTreeMap<_, Vec<&Target>> = BTreeMap::new();
    let shares = rows.data.target.iter().filter(|row| row.satuan.value == SatuanTarget::Persen);
    for row in shares.filter(|row| super::target::is_coverage(&row.indikator)) {
        targets.entry((row.kode_wilayah.value.as_str(), row.segmen.value, row.tahun.value)).or_default().push(row);
    }
    let known = indicators(rows);
    let mut drafts = Vec::new();
    for ((key, year), row) in years(rows) {
        let (Some(indicator), Some(stated)) = (known.get(&key), &row.target_k) else { continue };
        let Some(published) = indicator.coverage().and_then(|segment| targets.get(&(key.1, segment, year))) else {
            continue;
        };
        let same = |target: &&Target| {
            let places = target.nilai.value.places.min(stated.value.places);
            round_half_up(&target.nilai.value.ratio(), places) == round_half_up(&stated.value.ratio(), places)
        };
        if published.iter().any(same) {
            continue;
        }
        let said = bahasa::persen_desimal(&stated.value);
        let each = published
            .iter()
            .map(|row| format!("{} ({})", bahasa::persen_desimal(&row.nilai.value), quote(&row.dokumen.value)));
        let each = bahasa::dan(&each.collect::<Vec<_>>());
        drafts.push(Draft {
            places: std::iter::once(&stated.place)
                .chain(published.iter().map(|row| &row.nilai.place))
                .cloned()
                .collect(),
            message: format!(
                "Target Tahun {year} {} pada tabel `indikator_tahunan` ({said}) berbeda dari tabel `target`: {each}.",
                called(rows, indicator)
            ),
            stated: Some(said),
            computed: Some(each),
            action: "Samakan keduanya menurut dokumen yang berlaku.",
        });
    }
    drafts
}

/// The realisation of a year against the coverage counted in its December, to the decimals stated.
pub(super) fn against_counts(rows: &Rows) -> Vec<Draft> {
    let known = indicators(rows);
    let mut drafts = Vec::new();
    for ((key, year), row) in years(rows) {
        let (Some(indicator), Some(stated)) = (known.get(&key), &row.realisasi_k) else { continue };
        let (Some(segment), Some(period)) = (indicator.coverage(), december(year)) else { continue };
        let Some((counted, cells)) = rows.coverage(period, key.1, segment) else { continue };
        if round_half_up(&counted, stated.value.places) == stated.value.as_printed() {
            continue;
        }
        let (said, computed) = (bahasa::persen_desimal(&stated.value), percent(&counted, stated.value.places));
        drafts.push(Draft {
            places: std::iter::once(stated.place.clone()).chain(cells).collect(),
            message: format!(
                "Realisasi Tahun {year} {} ({said}) berbeda dari cakupan pada {} ({computed}).",
                called(rows, indicator),
                bahasa::periode(period)
            ),
            stated: Some(said),
            computed: Some(computed),
            action: "Perbaiki realisasi itu atau data kepesertaan dan penyebutnya.",
        });
    }
    drafts
}

fn called(rows: &Rows, row: &Indikator) -> String {
    format!("indikator {} di {}", quote(&row.kode.value), rows.name(&row.kode_wilayah.value))
}
