//! What the number of a civil servant says about its bearer. The form of the number belongs to [`crate::manifest`]; no
//! message repeats a digit of it.

use std::collections::BTreeMap;

use super::rows::Rows;
use super::rule::Draft;
use crate::figure::Period;
use crate::manifest::PenandaTangan;
use crate::place::Place;

/// Nobody is appointed below this age, in months.
const YOUNGEST: i32 = 17 * 12;
/// Stands in place of a month in the numbers of contract staff, who are appointed by the year.
const CONTRACT: i32 = 21;

/// Appointed as a child, or after the report was dated.
pub(super) fn implausible(rows: &Rows) -> Vec<Draft> {
    let drafts = rows.settings.signers.iter().filter_map(|signer| {
        let nip = signer.nip.as_ref()?;
        let born = month(&nip.value, 0, 4)?;
        let appointed = month(&nip.value, 8, 12)?;
        let limit = rows.settings.date.and_then(Period::of);
        let limit = limit.map(|period| period.year() * 12 + period.month().cast_signed());
        let (message, expected) = if appointed - born < YOUNGEST {
            ("Menurut NIP itu, pengangkatan terjadi sebelum usia 17 tahun.", "pengangkatan pada usia 17 tahun ke atas")
        } else if limit.is_some_and(|limit| appointed > limit) {
            ("Menurut NIP itu, pengangkatan terjadi sesudah tanggal laporan.", "pengangkatan sebelum tanggal laporan")
        } else {
            return None;
        };
        Some(draft(vec![nip.place.clone()], message, expected))
    });
    drafts.chain(shared(&rows.settings.signers)).collect()
}

/// One number under two names.
fn shared(signers: &[PenandaTangan]) -> Vec<Draft> {
    let mut bearers: BTreeMap<&str, BTreeMap<&str, &Place>> = BTreeMap::new();
    for signer in signers {
        if let Some((nip, name)) = signer.nip.as_ref().zip(signer.nama.as_ref()) {
            bearers.entry(&nip.value).or_default().entry(name.value.trim()).or_insert(&nip.place);
        }
    }
    let several = bearers.into_values().filter(|names| names.len() > 1);
    several
        .map(|names| {
            let mut places: Vec<Place> = names.into_values().cloned().collect();
            places.sort();
            draft(places, "Satu NIP dipakai oleh beberapa penanda tangan.", "NIP masing-masing")
        })
        .collect()
}

fn draft(places: Vec<Place>, message: &str, expected: &str) -> Draft {
    Draft {
        places,
        message: message.to_owned(),
        stated: None,
        computed: Some(expected.to_owned()),
        action: "Cocokkan NIP itu dengan surat keputusan pengangkatannya.",
    }
}

/// Year and month at a place of the number, as a count of months; of contract staff the last month of the year.
fn month(nip: &str, from: usize, to: usize) -> Option<i32> {
    let year: i32 = nip.get(from..to)?.parse().ok()?;
    let month: i32 = nip.get(to..to + 2)?.parse().ok()?;
    Some(year * 12 + if month == CONTRACT { 12 } else { month })
}
