//! The participants of one region and segment from month to month.

use std::collections::BTreeMap;

use super::rows::{Count, Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::figure::Period;
use crate::place::Place;
use crate::table::Segmen;

/// Below this many participants every month is news.
const SMALL: u128 = 1_000;

/// Segments whose members come and go one by one. Packages, journeys and paid contributions begin and end at once: their
/// leaps are honest.
const STEADY: [Segmen; 3] = [Segmen::Total, Segmen::Pu, Segmen::Bpu];

/// Every series, its months in order.
fn series<'a>(rows: &Rows<'a>) -> BTreeMap<(&'a str, Segmen), Vec<(Period, Count)>> {
    let mut series: BTreeMap<_, Vec<(Period, Count)>> = BTreeMap::new();
    // The keys come month by month.
    for (period, region, segment) in rows.participants.keys() {
        if let Some(count) = rows.counted(*period, region, *segment) {
            series.entry((*region, *segment)).or_default().push((*period, count));
        }
    }
    series
}

/// A change by more than half of the month before, in a segment that is no small one.
pub(super) fn leaps(rows: &Rows) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for ((region, segment), months) in series(rows).into_iter().filter(|((_, segment), _)| STEADY.contains(segment)) {
        for pair in months.windows(2) {
            let [(earlier, from), (later, to)] = pair else { continue };
            let change = to.people.abs_diff(from.people);
            if earlier.plus(1) != *later || from.people < SMALL || change * 2 <= from.people {
                continue;
            }
            let (a, b) = (number(from.people), number(to.people));
            let verb = if to.people > from.people { "naik" } else { "turun" };
            drafts.push(Draft {
                places: places(to, from),
                message: format!(
                    "Peserta aktif di {}, segmen {segment}, {verb} lebih dari separuh dalam sebulan: dari {a} pada {} \
                     menjadi {b} pada {}.",
                    rows.name(region),
                    bahasa::periode(*earlier),
                    bahasa::periode(*later)
                ),
                stated: Some(b),
                computed: Some(format!("paling jauh separuh dari {a}")),
                action: "Pastikan tidak ada angka yang terlewat atau berlebih.",
            });
        }
    }
    drafts
}

/// Coverage that goes one way while participants go the other, because the denominator changed in that month. A new
/// denominator breaks every series at once: one finding for each month, about the widest region.
pub(super) fn broken_by_denominator(rows: &Rows) -> Vec<Draft> {
    let all = series(rows);
    let mut broken: BTreeMap<Period, Vec<Break>> = BTreeMap::new();
    for ((region, segment), months) in &all {
        for pair in months.windows(2) {
            let [(earlier, from), (later, to)] = pair else { continue };
            if to.people == from.people {
                continue;
            }
            let (Some(before), Some(after)) =
                (rows.workers(*earlier, region, *segment), rows.workers(*later, region, *segment))
            else {
                continue;
            };
            // from/before against to/after, without a division; nobody counts more than 2^64.
            let (old, new) = (from.people.checked_mul(after.people), to.people.checked_mul(before.people));
            let (Some(old), Some(new)) = (old, new) else { continue };
            let people_rose = to.people > from.people;
            if old != new && (new > old) != people_rose {
                let broken = broken.entry(*later).or_default();
                broken.push(Break { region, segment: *segment, from, to, before, after, earlier: *earlier });
            }
        }
    }
    let widest = |found: &Break| (found.region.len(), found.region.to_owned(), found.segment);
    broken
        .into_iter()
        .filter_map(|(later, found)| {
            let others = found.len() - 1;
            found.into_iter().min_by_key(widest).map(|first| first.draft(rows, later, others))
        })
        .collect()
}

/// One series at the month of a new denominator.
struct Break<'s> {
    region: &'s str,
    segment: Segmen,
    earlier: Period,
    from: &'s Count,
    to: &'s Count,
    before: Count,
    after: Count,
}

impl Break<'_> {
    fn draft(self, rows: &Rows, later: Period, others: usize) -> Draft {
        let rose = self.to.people > self.from.people;
        let (verb, other) = if rose { ("turun", "bertambah") } else { ("naik", "berkurang") };
        let (a, b) = (number(self.before.people), number(self.after.people));
        let too = if others == 0 { String::new() } else { format!(" Hal yang sama terjadi pada {others} deret lain.") };
        Draft {
            message: format!(
                "Cakupan di {}, segmen {}, {verb} pada {} karena penyebutnya berganti dari {a} menjadi {b}, sedangkan \
                 pesertanya {other}.{too}",
                rows.name(self.region),
                self.segment,
                bahasa::periode(later)
            ),
            places: self.after.places.into_iter().chain(self.before.places).chain(places(self.to, self.from)).collect(),
            stated: Some(b),
            computed: Some(format!("{a} pada {}", bahasa::periode(self.earlier))),
            action: "Bandingkan kedua periode dengan satu penyebut.",
        }
    }
}

fn places(first: &Count, second: &Count) -> Vec<Place> {
    first.places.iter().chain(&second.places).cloned().collect()
}
