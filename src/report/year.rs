//! Which year an evaluation is about, and under which plan.

use super::code;
use super::input::Raw;
use crate::bahasa;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, nearest};
use crate::figure::Period;
use crate::manifest::{Evaluasi, PrintedManifest, Rpjmd};
use crate::measure::evaluasi::Plan;
use crate::place::{Cell, Place};
use crate::table::{Dataset, Indikator};

/// December of the year, at the first cell that names the year: the one asked for, else the latest with a realisation.
pub(super) fn chosen(
    raw: &Raw,
    manifest: &PrintedManifest,
    data: &Dataset,
    region: &str,
) -> Result<Cell<Period>, Failure> {
    let yearly = data.indikator_tahunan.iter().filter(|row| row.kode_wilayah.value == region);
    let quarterly = data.indikator_triwulan.iter().filter(|row| row.kode_wilayah.value == region);
    let realised = |k: bool, rp: bool, year: i32| (k || rp).then_some(year);
    let latest = yearly
        .clone()
        .filter_map(|row| realised(row.realisasi_k.is_some(), row.realisasi_rp.is_some(), row.tahun.value))
        .chain(
            quarterly
                .clone()
                .filter_map(|row| realised(row.realisasi_k.is_some(), row.realisasi_rp.is_some(), row.tahun.value)),
        )
        .max();
    let Some(year) = raw.year.or(latest) else { return Err(refusal(no_realisation(data, region))) };
    let plan = manifest.evaluasi.rpjmd_of(year).ok_or_else(|| refusal(no_plan(&manifest.evaluasi, year)))?;
    let own: Vec<&Indikator> = indicators(plan, data, region).collect();
    if own.is_empty() {
        return Err(refusal(no_indicators(plan, data, region)));
    }
    let belongs = |code: &str| own.iter().any(|row| row.kode.value == code);
    let named = yearly
        .filter(|row| belongs(&row.kode.value))
        .map(|row| &row.tahun)
        .chain(quarterly.filter(|row| belongs(&row.kode.value)).map(|row| &row.tahun));
    let cell = named.clone().find(|cell| cell.value == year);
    let last = named.map(|cell| cell.value).filter(|known| *known < year).max();
    let cell = cell.ok_or_else(|| refusal(no_rows(plan, year, last, region)))?;
    // A year that a table has room for is one that a period has room for.
    let december = Period::new(year, 12).ok_or_else(|| refusal(no_rows(plan, year, last, region)))?;
    Ok(Cell::new(december, cell.place.clone()))
}

/// The indicators of a plan of a region.
pub(super) fn indicators<'a>(
    plan: &'a Rpjmd,
    data: &'a Dataset,
    region: &'a str,
) -> impl Iterator<Item = &'a Indikator> {
    let plan = years(plan);
    let own = data.indikator.iter().filter(move |row| row.kode_wilayah.value == region);
    own.filter(move |row| plan.is_some_and(|plan| plan.has(row)))
}

/// The years of a plan; the manifest has made sure that they are neither none nor too many.
pub(super) fn years(plan: &Rpjmd) -> Option<Plan> {
    Plan::new(plan.tahun_awal.value, plan.tahun_akhir.value)
}

fn refusal(diagnostic: Diagnostic) -> Failure {
    Failure::one(FailureKind::Data, diagnostic)
}

fn no_plan(evaluasi: &Evaluasi, year: i32) -> Diagnostic {
    let known: Vec<String> =
        evaluasi.rpjmd.iter().map(|plan| format!("{}–{}", plan.tahun_awal.value, plan.tahun_akhir.value)).collect();
    let message = if known.is_empty() {
        format!("Tahun {year} tidak dapat dievaluasi karena rakor.toml belum menyebut RPJMD.")
    } else {
        format!("Tahun {year} tidak termasuk RPJMD mana pun dalam rakor.toml ({}).", bahasa::dan(&known))
    };
    let action = "Tambahkan [[evaluasi.rpjmd]] dengan nama, tahun_awal, dan tahun_akhir yang mencakup tahun itu.";
    Diagnostic::error(code::NO_PLAN, message, action).at(Place::file("rakor.toml"))
}

fn no_indicators(plan: &Rpjmd, data: &Dataset, region: &str) -> Diagnostic {
    let base = plan.tahun_awal.value.saturating_sub(1);
    if !data.present.contains("indikator") {
        let action = "Tambahkan indikator.csv; kolomnya dijelaskan oleh `rakor skema`.";
        let message = "Tabel `indikator` diperlukan untuk laporan evaluasi, tetapi tidak ditemukan di data/.";
        return Diagnostic::error(code::NO_INDICATORS, message, action).at(Place::file("data"));
    }
    let known = data.wilayah.iter().map(|row| row.kode.value.as_str());
    let near = nearest(region, known).filter(|near| *near != region);
    let hint = near.map_or_else(String::new, |near| format!(" atau pilih `--wilayah {near}`"));
    let message = format!("Tabel `indikator` tidak memuat indikator {} untuk wilayah {region}.", plan.nama.value);
    let action = format!("Isi kolom `tahun_awal` dengan {base} pada indikator RPJMD itu{hint}.");
    Diagnostic::error(code::NO_INDICATOR_ROWS, message, action).at(Place::file("data/indikator.csv"))
}

fn no_rows(plan: &Rpjmd, year: i32, last: Option<i32>, region: &str) -> Diagnostic {
    let found = last.map_or_else(String::new, |last| format!("; tahun terakhir yang tersedia ialah {last}"));
    let hint = last.map_or_else(String::new, |last| format!(" atau pilih `--tahun {last}`"));
    let message = format!("Data indikator {} tahun {year} untuk wilayah {region} tidak ada{found}.", plan.nama.value);
    let action = format!("Lengkapi indikator_tahunan.csv atau indikator_triwulan.csv{hint}.");
    Diagnostic::error(code::NO_YEAR, message, action).at(Place::file("data/indikator_tahunan.csv"))
}

fn no_realisation(data: &Dataset, region: &str) -> Diagnostic {
    let at = if data.present.contains("indikator_tahunan") { "data/indikator_tahunan.csv" } else { "data" };
    let message =
        format!("Realisasi indikator untuk wilayah {region} belum tersedia sehingga tahunnya tidak diketahui.");
    let action = "Lengkapi indikator_tahunan.csv atau indikator_triwulan.csv, atau pilih `--tahun`.";
    Diagnostic::error(code::NO_REALISATION, message, action).at(Place::file(at))
}
