//! A part above its whole.

use super::rows::{Count, Published, Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::diagnostic::quote;
use crate::place::Cell;
use crate::table::Segmen;

const CHECK_BOTH: &str = "Periksa kedua angka pada sumbernya.";

/// Every published count against the workers in force, and the sum of the parts where nobody published a total.
pub(super) fn participants_above_workers(rows: &Rows) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let first_part = rows.settings.total_parts.first();
    for published in rows.published() {
        let Published { period, region, segment, .. } = published;
        if let Some(workers) = rows.workers(period, region, segment) {
            let counts = published.rows().map(|row| std::iter::once(&row.peserta_aktif).collect());
            drafts.extend(counts.filter_map(|count| above_workers(rows, region, segment, &count, &workers)));
        }
        if Some(&segment) == first_part
            && rows.row(period, region, Segmen::Total).is_none()
            && let Some(workers) = rows.workers(period, region, Segmen::Total)
            && let Some(sum) = rows.counted_parts(period, region)
        {
            drafts.extend(above_workers(rows, region, Segmen::Total, &sum, &workers));
        }
    }
    drafts
}

fn above_workers(rows: &Rows, region: &str, segment: Segmen, participants: &Count, workers: &Count) -> Option<Draft> {
    if participants.people <= workers.people {
        return None;
    }
    let (stated, bound) = (number(participants.people), number(workers.people));
    Some(Draft {
        places: participants.places().chain(workers.places()).collect(),
        message: format!(
            "Peserta aktif ({stated}) melebihi jumlah pekerja ({bound}) untuk {}, segmen {}.",
            rows.name(region),
            segment.as_str()
        ),
        stated: Some(stated),
        computed: Some(format!("paling banyak {bound}")),
        action: CHECK_BOTH,
    })
}

pub(super) fn rentan_above_parent(rows: &Rows) -> Vec<Draft> {
    let parent = rows.settings.rentan_parent;
    let rentan = rows.published().filter(|published| published.segment == Segmen::Rentan);
    rentan
        .filter_map(|published| {
            let part = &published.used()?.peserta_aktif;
            let whole = rows.counted(published.period, published.region, parent)?;
            if part.value <= whole.value {
                return None;
            }
            let (stated, bound) = (number(part.value), number(whole.value));
            Some(Draft {
                places: vec![part.place.clone(), whole.place.clone()],
                message: format!(
                    "Peserta aktif segmen RENTAN ({stated}) melebihi peserta aktif segmen {} ({bound}) untuk {}.",
                    parent.as_str(),
                    rows.name(published.region)
                ),
                stated: Some(stated),
                computed: Some(format!("paling banyak {bound}")),
                action: CHECK_BOTH,
            })
        })
        .collect()
}

/// Workers of a package, and employers of a kind: those registered wholly, partly and not at all exclude each other.
pub(super) fn registered_above_all(rows: &Rows) -> Vec<Draft> {
    let packages = rows.data.proyek.iter().filter_map(|row| {
        let part = row.pekerja_terdaftar.as_ref()?;
        let whose = || format!("paket {}", quote(&row.paket.value));
        above("Pekerja terdaftar", &[part], "jumlah pekerja", &row.pekerja, whose)
    });
    let employers = rows.data.pemberi_kerja.iter().filter_map(|row| {
        let parts: Vec<&Cell<u64>> =
            [&row.terdaftar, &row.terdaftar_sebagian, &row.belum_terdaftar].into_iter().flatten().collect();
        let whose = || format!("jenis {}", quote(&row.jenis.value));
        above("Rincian pemberi kerja", &parts, "jumlah pemberi kerja", row.jumlah.as_ref()?, whose)
    });
    packages.chain(employers).collect()
}

fn above(what: &str, parts: &[&Cell<u64>], of: &str, all: &Cell<u64>, whose: impl Fn() -> String) -> Option<Draft> {
    let sum: u128 = parts.iter().map(|part| u128::from(part.value)).sum();
    if sum <= u128::from(all.value) {
        return None;
    }
    let (stated, bound) = (number(sum), number(all.value));
    Some(Draft {
        places: parts.iter().map(|part| part.place.clone()).chain([all.place.clone()]).collect(),
        message: format!("{what} ({stated}) melebihi {of} ({bound}) untuk {}.", whose()),
        stated: Some(stated),
        computed: Some(format!("paling banyak {bound}")),
        action: CHECK_BOTH,
    })
}

/// Employers of whom every part is counted, but fewer than all.
pub(super) fn employers_below_all(rows: &Rows) -> Vec<Draft> {
    let drafts = rows.data.pemberi_kerja.iter().filter_map(|row| {
        let all = row.jumlah.as_ref()?;
        let parts = [row.terdaftar.as_ref()?, row.terdaftar_sebagian.as_ref()?, row.belum_terdaftar.as_ref()?];
        let sum = Count::from_iter(parts);
        if sum.people >= all.value.into() {
            return None;
        }
        let (stated, computed) = (number(all.value), number(sum.people));
        Some(Draft {
            places: [all.place.clone()].into_iter().chain(sum.places()).collect(),
            message: format!(
                "Pemberi kerja jenis {} di {} yang terdaftar, terdaftar sebagian, dan belum terdaftar berjumlah \
                 {computed}, kurang dari jumlahnya ({stated}).",
                quote(&row.jenis.value),
                rows.name(&row.kode_wilayah.value)
            ),
            stated: Some(stated),
            computed: Some(computed),
            action: "Lengkapi rinciannya atau perbaiki jumlahnya.",
        })
    });
    drafts.collect()
}

/// A programme above all participants of its month. Segments that the total leaves out are counted with it, because
/// their workers are in the programmes too.
pub(super) fn programmes_above_total(rows: &Rows) -> Vec<Draft> {
    let apart = [Segmen::Jakon, Segmen::Pmi].into_iter().filter(|part| !rows.settings.total_parts.contains(part));
    let apart: Vec<Segmen> = apart.collect();
    let drafts = rows.data.kepesertaan_program.iter().filter_map(|row| {
        let (period, region) = (row.periode.value, row.kode_wilayah.value.as_str());
        let total = rows.counted_total(period, region)?;
        let apart = apart.iter().filter_map(|part| rows.counted(period, region, *part));
        let all: Count = total.cells.into_iter().chain(apart).collect();
        if u128::from(row.peserta_aktif.value) <= all.people {
            return None;
        }
        let (stated, bound) = (number(row.peserta_aktif.value), number(all.people));
        Some(Draft {
            places: [row.peserta_aktif.place.clone()].into_iter().chain(all.places()).collect(),
            message: format!(
                "Peserta aktif program {} ({stated}) melebihi seluruh peserta aktif ({bound}) di {} pada {}.",
                row.program_jaminan.value,
                rows.name(region),
                bahasa::periode(period)
            ),
            stated: Some(stated),
            computed: Some(format!("paling banyak {bound}")),
            action: CHECK_BOTH,
        })
    });
    drafts.collect()
}
