//! Publishers that disagree.

use std::collections::BTreeSet;

use super::rows::{Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::diagnostic::quote;

/// Several numbers for one month, region and segment: which one a report uses must not stay hidden.
pub(super) fn publishers_differ(rows: &Rows) -> Vec<Draft> {
    let several = rows.participants.iter().filter(|(_, published)| {
        published.iter().map(|row| row.peserta_aktif.value).collect::<BTreeSet<_>>().len() > 1
    });
    several
        .filter_map(|((period, region, segment), published)| {
            let used = number(rows.counted(*period, region, *segment)?.people);
            let each = published
                .iter()
                .map(|row| format!("{} ({})", number(row.peserta_aktif.value), quote(&row.sumber.value)));
            let each = bahasa::dan(&each.collect::<Vec<_>>());
            Some(Draft {
                places: published.iter().map(|row| row.peserta_aktif.place.clone()).collect(),
                message: format!(
                    "Peserta aktif di {}, segmen {}, pada {} tercantum {each}; yang dipakai ialah {used}.",
                    rows.name(region),
                    segment.as_str(),
                    bahasa::periode(*period)
                ),
                stated: Some(each),
                computed: Some(used),
                action: "Tegaskan angka yang berlaku kepada sumbernya, lalu hapus yang lain.",
            })
        })
        .collect()
}
