//! Benefits against the total of their programme.

use super::rows::{Count, Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::table::{Klaim, Manfaat, ProgramJaminan};

/// Amounts add up; cases do not, because one case may bring several benefits.
pub(super) fn benefits_against_total<'r>(rows: &Rows<'r>) -> Vec<Draft> {
    let set = |row: &&'r Klaim| (&*row.kode_wilayah.value, row.periode.value, row.program_jaminan.value);
    let mut sorted: Vec<&Klaim> = rows.data.klaim.iter().collect();
    sorted.sort_by_key(|row| (set(row), row.manfaat.value));
    sorted.dedup_by_key(|row| (set(row), row.manfaat.value));
    let mut drafts = Vec::new();
    for set in sorted.chunk_by(|a, b| set(a) == set(b)) {
        let Some(total) = set.iter().find(|row| row.manfaat.value == Manfaat::Total) else { continue };
        let (period, region, programme) = (total.periode.value, &total.kode_wilayah.value, total.program_jaminan.value);
        let place = || format!("{} di {} pada {}", programme.as_str(), rows.name(region), bahasa::periode(period));
        drafts.extend(amounts(total, set, &place));
        for row in set.iter().filter(|row| row.manfaat.value != Manfaat::Total) {
            let (Some(part), Some(whole)) = (&row.kasus, &total.kasus) else { continue };
            if part.value > whole.value {
                let (stated, bound) = (number(part.value), number(whole.value));
                drafts.push(Draft {
                    places: vec![part.place.clone(), whole.place.clone()],
                    message: format!(
                        "Kasus {} ({stated}) melebihi seluruh kasus {} ({bound}).",
                        row.manfaat.value,
                        place()
                    ),
                    stated: Some(stated),
                    computed: Some(format!("paling banyak {bound}")),
                    action: "Periksa kedua angka pada sumbernya.",
                });
            }
        }
    }
    drafts
}

fn amounts(total: &Klaim, set: &[&Klaim], place: &impl Fn() -> String) -> Option<Draft> {
    let whole = total.nominal_rp.as_ref()?;
    let known = |benefit: &Manfaat| set.iter().find(|row| row.manfaat.value == *benefit)?.nominal_rp.as_ref();
    let sum: Count = [Manfaat::Santunan, Manfaat::Perawatan, Manfaat::Beasiswa].iter().filter_map(known).collect();
    let complete =
        benefits_of(total.program_jaminan.value).is_some_and(|all| all.iter().all(|one| known(one).is_some()));
    let accounted = sum.people == whole.value.into() || (sum.people < whole.value.into() && !complete);
    if sum.cells.is_empty() || accounted {
        return None;
    }
    let (stated, computed) = (bahasa::rupiah(whole.value), bahasa::rupiah(sum.people));
    Some(Draft {
        places: [whole.place.clone()].into_iter().chain(sum.places()).collect(),
        message: format!(
            "Rincian manfaat {} ({computed}) berbeda {} dari totalnya ({stated}).",
            place(),
            bahasa::rupiah(sum.people.abs_diff(whole.value.into()))
        ),
        stated: Some(stated),
        computed: Some(computed),
        action: "Lengkapi rinciannya atau perbaiki totalnya.",
    })
}

/// All benefits that a programme pays, as far as the table has words for them (PP 44/2015 jo. PP 82/2019); nothing for
/// programmes that pay others.
fn benefits_of(programme: ProgramJaminan) -> Option<&'static [Manfaat]> {
    match programme {
        ProgramJaminan::Jkk => Some(&[Manfaat::Santunan, Manfaat::Perawatan, Manfaat::Beasiswa]),
        ProgramJaminan::Jkm => Some(&[Manfaat::Santunan, Manfaat::Beasiswa]),
        ProgramJaminan::Jht | ProgramJaminan::Jp | ProgramJaminan::Jkp => None,
    }
}
