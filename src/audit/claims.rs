//! Benefits against the total of their programme.

use std::collections::BTreeMap;

use super::rows::{Count, Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::table::{Klaim, Manfaat, ProgramJaminan};

/// Amounts add up; cases do not, because one case may bring several benefits.
pub(super) fn benefits_against_total(rows: &Rows) -> Vec<Draft> {
    let mut sets: BTreeMap<_, BTreeMap<Manfaat, &Klaim>> = BTreeMap::new();
    for row in &rows.data.klaim {
        let key = (row.periode.value, row.kode_wilayah.value.as_str(), row.program_jaminan.value);
        sets.entry(key).or_default().entry(row.manfaat.value).or_insert(row);
    }
    let mut drafts = Vec::new();
    for ((period, region, programme), set) in sets {
        let Some(total) = set.get(&Manfaat::Total) else { continue };
        let place = || format!("{} di {} pada {}", programme.as_str(), rows.name(region), bahasa::periode(period));
        drafts.extend(amounts(total, &set, programme, &place));
        for (benefit, row) in set.iter().filter(|(benefit, _)| **benefit != Manfaat::Total) {
            let (Some(part), Some(whole)) = (&row.kasus, &total.kasus) else { continue };
            if part.value > whole.value {
                let (stated, bound) = (number(part.value), number(whole.value));
                drafts.push(Draft {
                    places: vec![part.place.clone(), whole.place.clone()],
                    message: format!("Kasus {benefit} ({stated}) melebihi seluruh kasus {} ({bound}).", place()),
                    stated: Some(stated),
                    computed: Some(format!("paling banyak {bound}")),
                    action: "Periksa kedua angka pada sumbernya.",
                });
            }
        }
    }
    drafts
}

fn amounts(
    total: &Klaim,
    set: &BTreeMap<Manfaat, &Klaim>,
    programme: ProgramJaminan,
    place: &impl Fn() -> String,
) -> Option<Draft> {
    let whole = total.nominal_rp.as_ref()?;
    let known = |benefit: &Manfaat| set.get(benefit).and_then(|row| row.nominal_rp.as_ref());
    let parts: Vec<_> = [Manfaat::Santunan, Manfaat::Perawatan, Manfaat::Beasiswa]
        .iter()
        .filter_map(known)
        .map(Count::of_cell)
        .collect();
    if parts.is_empty() {
        return None;
    }
    let complete = benefits_of(programme).is_some_and(|all| all.iter().all(|benefit| known(benefit).is_some()));
    let sum = Count::sum(parts);
    if sum.people == whole.value.into() || (sum.people < whole.value.into() && !complete) {
        return None;
    }
    let (stated, computed) = (bahasa::rupiah(whole.value), bahasa::rupiah(sum.people));
    Some(Draft {
        places: [whole.place.clone()].into_iter().chain(sum.places).collect(),
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
