//! Contributions by contract value: brackets that leave no value out, percentages that can be one.

use std::collections::BTreeMap;

use num_traits::Signed;

use super::rows::Rows;
use super::rule::Draft;
use crate::bahasa;
use crate::figure::whole;
use crate::table::TarifKonstruksi;

fn called(row: &TarifKonstruksi) -> String {
    format!("{} mulai {}", row.program_jaminan.value.as_str(), bahasa::tanggal(row.berlaku_mulai.value))
}

/// Brackets of one programme and day: the lowest from zero, each from where the one below ends, the highest open.
pub(super) fn brackets_not_joined(rows: &Rows) -> Vec<Draft> {
    let mut sets: BTreeMap<_, Vec<&TarifKonstruksi>> = BTreeMap::new();
    for row in &rows.data.tarif_konstruksi {
        sets.entry((row.program_jaminan.value, row.berlaku_mulai.value)).or_default().push(row);
    }
    sets.into_values().flat_map(|brackets| gaps(brackets)).collect()
}

fn gaps(mut brackets: Vec<&TarifKonstruksi>) -> Vec<Draft> {
    brackets.sort_by_key(|row| row.batas_bawah_rp.value);
    let mut drafts = Vec::new();
    let mut below: Option<&TarifKonstruksi> = None;
    for bracket in brackets {
        let start = &bracket.batas_bawah_rp;
        let ended = below.and_then(|below| below.batas_atas_rp.as_ref());
        // Behind an open bracket nothing can follow; what it should have ended at is where this one begins.
        let expected = if below.is_some() { ended.map(|end| end.value) } else { Some(0) };
        if expected != Some(start.value) {
            let stated = bahasa::rupiah(start.value);
            let before = below.map_or(start.place.clone(), |below| {
                below.batas_atas_rp.as_ref().map_or_else(|| below.row.clone(), |end| end.place.clone())
            });
            let computed = expected.map(bahasa::rupiah);
            let found = match (&computed, below) {
                (Some(end), Some(_)) => format!("padahal lapisan di bawahnya berakhir pada {end}"),
                (Some(zero), None) => format!("padahal lapisan terendah mulai dari {zero}"),
                (None, _) => "padahal lapisan di bawahnya tanpa batas atas".to_owned(),
            };
            let mut places = vec![start.place.clone()];
            places.extend((before != start.place).then_some(before));
            drafts.push(Draft {
                places,
                message: format!(
                    "Lapisan tarif konstruksi {} dari {stated} tidak bersambung, {found}.",
                    called(bracket)
                ),
                stated: Some(stated),
                computed,
                action: "Perbaiki `batas_bawah_rp` atau `batas_atas_rp` sehingga lapisan bersambung dari Rp0.",
            });
        }
        below = Some(bracket);
    }
    if let Some((highest, end)) = below.and_then(|highest| Some((highest, highest.batas_atas_rp.as_ref()?))) {
        let stated = bahasa::rupiah(end.value);
        drafts.push(Draft {
            places: vec![end.place.clone()],
            message: format!(
                "Lapisan tertinggi tarif konstruksi {} berakhir pada {stated}; nilai kontrak di atasnya tanpa tarif.",
                called(highest)
            ),
            stated: Some(stated),
            computed: Some("tanpa batas atas".to_owned()),
            action: "Kosongkan `batas_atas_rp` pada lapisan tertinggi atau tambahkan lapisan di atasnya.",
        });
    }
    drafts
}

/// A part of a contract value.
pub(super) fn off_scale(rows: &Rows) -> Vec<Draft> {
    let off = rows.data.tarif_konstruksi.iter().filter(|row| {
        let percent = row.persen.value.ratio();
        percent.is_negative() || percent > whole(100)
    });
    off.map(|row| {
        let stated = bahasa::persen_desimal(&row.persen.value);
        Draft {
            places: vec![row.persen.place.clone()],
            message: format!("Persentase tarif konstruksi {} ({stated}) tidak mungkin.", called(row)),
            stated: Some(stated),
            computed: Some("0 sampai dengan 100 persen".to_owned()),
            action: "Perbaiki `persen` menurut peraturannya.",
        }
    })
    .collect()
}
