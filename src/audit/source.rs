//! Publishers that disagree.

use super::rows::{Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::diagnostic::quote;

/// Several numbers for one month, region and segment: which one a report uses must not stay hidden.
pub(super) fn publishers_differ(rows: &Rows) -> Vec<Draft> {
    let several = rows.published().filter(|published| {
        let mut counts = published.rows().map(|row| row.peserta_aktif.value);
        let first = counts.next();
        counts.any(|count| Some(count) != first)
    });
    several
        .filter_map(|published| {
            let used = number(published.used()?.peserta_aktif.value);
            let each = published
                .rows()
                .map(|row| format!("{} ({})", number(row.peserta_aktif.value), quote(&row.sumber.value)));
            let each = bahasa::dan(&each.collect::<Vec<_>>());
            Some(Draft {
                places: published.rows().map(|row| row.peserta_aktif.place.clone()).collect(),
                message: format!(
                    "Peserta aktif di {}, segmen {}, pada {} tercantum {each}; yang dipakai ialah {used}.",
                    rows.name(published.region),
                    published.segment,
                    bahasa::periode(published.period)
                ),
                stated: Some(each),
                computed: Some(used),
                action: "Tegaskan angka yang berlaku kepada sumbernya, lalu hapus yang lain.",
            })
        })
        .collect()
}
