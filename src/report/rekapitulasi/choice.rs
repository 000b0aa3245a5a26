//! Which month a recapitulation is about, and whether there are parts to speak of.

use crate::bahasa;
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::figure::Period;
use crate::place::{Cell, Place};
use crate::report::code;
use crate::report::input::Raw;
use crate::report::select::Parts;
use crate::table::{Dataset, JenisWilayah};

/// Why there is nothing to recapitulate: the region has no parts, or none of the level asked for.
pub(in crate::report) fn no_parts(
    region: &str,
    level: Option<&Cell<JenisWilayah>>,
    data: &Dataset,
) -> Option<Diagnostic> {
    let parts = Parts::of(data, region, level.map(|cell| cell.value));
    if !parts.codes.is_empty() {
        return None;
    }
    let place = level.map_or_else(|| Place::file("--wilayah"), |cell| cell.place.clone());
    let word = level.map_or("wilayah bawahan", |cell| cell.value.as_str());
    let others: Vec<&str> = parts.other_levels.iter().map(|level| level.as_str()).collect();
    let action = if others.is_empty() {
        "Pilih wilayah lain dengan `--wilayah` atau lengkapi kolom `induk` dalam tabel `wilayah`.".to_owned()
    } else {
        format!("Pilih tingkat yang ada: {}.", bahasa::dan(&others))
    };
    let message = format!("Wilayah {region} tidak memiliki {word} untuk direkapitulasi.");
    Some(Diagnostic::error(code::NO_PARTS, message, action).at(place))
}

/// The month asked for, else the latest one in which any part has participants. Of several rows the first, as for a month
/// that was asked for: both ways must lead to the same bytes.
pub(in crate::report) fn chosen_month(raw: &Raw, data: &Dataset, region: &str) -> Result<Cell<Period>, Failure> {
    let parts = Parts::of(data, region, raw.parts);
    let known = || {
        let rows = data.kepesertaan.iter().filter(|row| parts.codes.contains(&row.kode_wilayah.value));
        rows.map(|row| &row.periode)
    };
    // The last of the greatest is the first in the file, read backwards.
    let latest = known().rev().max_by_key(|cell| cell.value);
    let refuse = |diagnostic: Diagnostic| Err(Failure::one(FailureKind::Data, diagnostic));
    match (raw.period, latest) {
        (None, Some(latest)) => Ok(latest.clone()),
        (Some(period), Some(latest)) => {
            if let Some(cell) = known().find(|cell| cell.value == period) {
                return Ok(cell.clone());
            }
            let message = format!(
                "Tidak ada wilayah bawahan {region} yang data kepesertaannya tersedia untuk {}; periode terakhir yang tersedia ialah {}.",
                bahasa::periode(period),
                bahasa::periode(latest.value)
            );
            let action = format!("Tambahkan datanya atau pilih `--periode {}`.", latest.value);
            refuse(Diagnostic::error(code::NO_PART_MONTH, message, action).at(Place::file("--periode")))
        }
        (_, None) => {
            let place = data.kepesertaan.first().map_or_else(|| Place::file("data"), |row| row.row.whole());
            let message = format!("Tabel `kepesertaan` tidak memuat data untuk wilayah bawahan {region}.");
            let action = "Tambahkan baris untuk wilayah bawahan itu; kolomnya dijelaskan oleh `rakor skema`.";
            refuse(Diagnostic::error(code::NO_PART_ROWS, message, action).at(place))
        }
    }
}
