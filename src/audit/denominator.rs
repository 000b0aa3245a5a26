//! Two denominators where there can only be one.

use std::collections::BTreeMap;

use super::rows::{Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::diagnostic::quote;
use crate::table::Pekerja;

const CHOOSE: &str = "Pilih satu penyebut, lalu hapus yang lain atau ubah `dipakai_mulai`.";

/// Two numbers of one region, segment and definition that would be in force for the same month, or hold for one day.
pub(super) fn two_of_one_key(rows: &Rows) -> Vec<Draft> {
    let mut sets: BTreeMap<_, Vec<&Pekerja>> = BTreeMap::new();
    for row in &rows.data.pekerja {
        let key = (row.kode_wilayah.value.as_str(), row.segmen.value, row.definisi.value.as_str());
        sets.entry(key).or_default().push(row);
    }
    let mut drafts = Vec::new();
    for set in sets.values() {
        let mut by_since: BTreeMap<_, &Pekerja> = BTreeMap::new();
        let mut by_day: BTreeMap<_, &Pekerja> = BTreeMap::new();
        for row in set {
            let since = row.dipakai_mulai.as_ref().map(|cell| cell.value);
            let same_since = since.map(|since| *by_since.entry(since).or_insert(row));
            let same_day = *by_day.entry(row.per_tanggal.value).or_insert(row);
            let differs = |other: &&Pekerja| other.jumlah_pekerja.value != row.jumlah_pekerja.value;
            if let (Some(other), Some(since)) = (same_since.filter(differs), since) {
                drafts.push(draft(rows, other, row, &format!("mulai {}", bahasa::periode(since))));
            } else if differs(&same_day) {
                let day = bahasa::tanggal(row.per_tanggal.value);
                drafts.push(draft(rows, same_day, row, &format!("per {day}")));
            }
        }
    }
    drafts
}

fn draft(rows: &Rows, first: &Pekerja, second: &Pekerja, when: &str) -> Draft {
    let (a, b) = (number(first.jumlah_pekerja.value), number(second.jumlah_pekerja.value));
    Draft {
        places: vec![first.jumlah_pekerja.place.clone(), second.jumlah_pekerja.place.clone()],
        message: format!(
            "Dua penyebut yang berbeda ({a} dan {b}) tercatat untuk {}, segmen {}, definisi {}, {when}.",
            rows.name(&first.kode_wilayah.value),
            first.segmen.value.as_str(),
            quote(&first.definisi.value)
        ),
        stated: Some(format!("{a} dan {b}")),
        computed: Some("satu penyebut".to_owned()),
        action: CHOOSE,
    }
}
