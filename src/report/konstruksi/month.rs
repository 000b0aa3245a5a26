//! Which month a report on construction is about.

use crate::bahasa;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, nearest};
use crate::figure::Period;
use crate::place::{Cell, Place};
use crate::report::code;
use crate::report::input::Raw;
use crate::table::{Dataset, Segmen};

/// The month asked for, else the latest with packages, else the latest in which construction workers were counted.
pub(in crate::report) fn chosen_month(raw: &Raw, data: &Dataset, region: &str) -> Result<Cell<Period>, Failure> {
    let packages = || data.proyek.iter().filter(|row| row.kode_wilayah.value == region).map(|row| &row.periode);
    let counted = || {
        let own = data.kepesertaan.iter().filter(|row| row.kode_wilayah.value == region);
        own.filter(|row| row.segmen.value == Segmen::Jakon).map(|row| &row.periode)
    };
    // Of several rows the first, as for a month that was asked for: both ways must lead to the same bytes.
    let last = |months: Vec<&Cell<Period>>| months.into_iter().rev().max_by_key(|cell| cell.value).cloned();
    let latest = last(packages().collect()).or_else(|| last(counted().collect()));
    let Some(latest) = latest else { return Err(refusal(nothing(data, region))) };
    let Some(asked) = raw.period else { return Ok(latest) };
    let cell = packages().chain(counted()).find(|cell| cell.value == asked).cloned();
    cell.ok_or_else(|| refusal(no_month(asked, latest.value)))
}

fn refusal(diagnostic: Diagnostic) -> Failure {
    Failure::one(FailureKind::Data, diagnostic)
}

fn no_month(asked: Period, latest: Period) -> Diagnostic {
    Diagnostic::error(
        code::NO_WORKS_MONTH,
        format!(
            "Data paket pekerjaan dan peserta jasa konstruksi untuk {} tidak ada; periode terakhir yang tersedia ialah {}.",
            bahasa::periode(asked),
            bahasa::periode(latest)
        ),
        format!("Tambahkan datanya atau pilih `--periode {latest}`."),
    )
    .at(Place::file("--periode"))
}

fn nothing(data: &Dataset, region: &str) -> Diagnostic {
    let known = data.wilayah.iter().map(|row| row.kode.value.as_str());
    let near = nearest(region, known).filter(|near| *near != region);
    let hint = near.map_or_else(String::new, |near| format!(" atau pilih `--wilayah {near}`"));
    let message = format!("Data paket pekerjaan dan peserta segmen JAKON untuk wilayah {region} tidak ada.");
    let action = format!(
        "Isi tabel proyek, atau baris segmen JAKON pada tabel kepesertaan{hint}; kolomnya dijelaskan oleh `rakor skema`."
    );
    let at = data.proyek.first().map_or_else(|| Place::file("data"), |row| row.row.whole());
    Diagnostic::error(code::NO_WORKS, message, action).at(at)
}
