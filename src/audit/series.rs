//! The participants of one region and segment from month to month.

use std::collections::BTreeMap;

use super::rows::{Count, Published, Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::figure::Period;
use crate::place::{Cell, Place};
use crate::table::Segmen;

/// Below this many participants every month is news.
const SMALL: u128 = 1_000;

/// Segments whose members come and go one by one. Packages, journeys and paid contributions begin and end at once: their
/// leaps are honest.
const STEADY: [Segmen; 3] = [Segmen::Total, Segmen::Pu, Segmen::Bpu];

/// Two months of one region and segment, one after the other in the data.
struct Step<'a> {
    region: &'a str,
    segment: Segmen,
    earlier: Period,
    later: Period,
    from: &'a Cell<u64>,
    to: &'a Cell<u64>,
}

impl Step<'_> {
    fn rose(&self) -> bool {
        self.to.value > self.from.value
    }

    fn places(&self) -> [Place; 2] {
        [self.to.place.clone(), self.from.place.clone()]
    }
}

/// Every step of every series that changes anything.
fn steps<'a>(rows: &Rows<'a>) -> impl Iterator<Item = Step<'a>> {
    let mut before: Option<Published> = None;
    rows.published().filter_map(move |now| {
        let (region, segment, later) = (now.region, now.segment, now.period);
        let to = &now.used()?.peserta_aktif;
        let before = before.replace(now).filter(|before| (before.region, before.segment) == (region, segment))?;
        let from = &before.used()?.peserta_aktif;
        (from.value != to.value).then_some(Step { region, segment, earlier: before.period, later, from, to })
    })
}

/// A change by more than half of the month before, in a segment that is no small one.
pub(super) fn leaps(rows: &Rows) -> Vec<Draft> {
    let leaps = steps(rows).filter(|step| {
        let (from, to) = (u128::from(step.from.value), u128::from(step.to.value));
        STEADY.contains(&step.segment)
            && step.earlier.plus(1) == step.later
            && from >= SMALL
            && to.abs_diff(from) * 2 > from
    });
    leaps
        .map(|step| {
            let (a, b) = (number(step.from.value), number(step.to.value));
            let verb = if step.rose() { "naik" } else { "turun" };
            Draft {
                places: step.places().into(),
                message: format!(
                    "Peserta aktif di {}, segmen {}, {verb} lebih dari separuh dalam sebulan: dari {a} pada {} \
                     menjadi {b} pada {}.",
                    rows.name(step.region),
                    step.segment,
                    bahasa::periode(step.earlier),
                    bahasa::periode(step.later)
                ),
                stated: Some(b),
                computed: Some(format!("paling jauh separuh dari {a}")),
                action: "Pastikan tidak ada angka yang terlewat atau berlebih.",
            }
        })
        .collect()
}

/// Coverage that goes one way while participants go the other, because the denominator changed in that month. A new
/// denominator breaks every series at once: one finding for each month, about the widest region.
pub(super) fn broken_by_denominator(rows: &Rows) -> Vec<Draft> {
    let mut broken: BTreeMap<Period, Vec<Break>> = BTreeMap::new();
    for step in steps(rows) {
        let workers = |period| rows.workers(period, step.region, step.segment);
        let (Some(before), Some(after)) = (workers(step.earlier), workers(step.later)) else { continue };
        // from/before against to/after, without a division; nobody counts more than 2^64.
        let old = u128::from(step.from.value).checked_mul(after.people);
        let new = u128::from(step.to.value).checked_mul(before.people);
        let (Some(old), Some(new)) = (old, new) else { continue };
        if old != new && (new > old) != step.rose() {
            broken.entry(step.later).or_default().push(Break { step, before, after });
        }
    }
    let widest = |found: &Break| (found.step.region.len(), found.step.region.to_owned(), found.step.segment);
    broken
        .into_values()
        .filter_map(|found| {
            let others = found.len() - 1;
            found.into_iter().min_by_key(widest).map(|first| first.draft(rows, others))
        })
        .collect()
}

/// One series at the month of a new denominator.
struct Break<'a> {
    step: Step<'a>,
    before: Count<'a>,
    after: Count<'a>,
}

impl Break<'_> {
    fn draft(self, rows: &Rows, others: usize) -> Draft {
        let Self { step, before, after } = self;
        let (verb, other) = if step.rose() { ("turun", "bertambah") } else { ("naik", "berkurang") };
        let (a, b) = (number(before.people), number(after.people));
        let too = if others == 0 { String::new() } else { format!(" Hal yang sama terjadi pada {others} deret lain.") };
        Draft {
            message: format!(
                "Cakupan di {}, segmen {}, {verb} pada {} karena penyebutnya berganti dari {a} menjadi {b}, sedangkan \
                 pesertanya {other}.{too}",
                rows.name(step.region),
                step.segment,
                bahasa::periode(step.later)
            ),
            places: after.places().chain(before.places()).chain(step.places()).collect(),
            stated: Some(b),
            computed: Some(format!("{a} pada {}", bahasa::periode(step.earlier))),
            action: "Bandingkan kedua periode dengan satu penyebut.",
        }
    }
}
