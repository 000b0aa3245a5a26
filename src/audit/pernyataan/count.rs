//! Counts of participants and workers against the data.

use super::Outcome;
use super::bench::{Base, Bench, Reckoned, Reply, compare};
use super::fit::{Fit, Range, fit, shown};
use super::said::{Column, Said};
use crate::audit::rows::number;
use crate::bahasa;
use crate::figure::{Period, round_half_up, whole};

/// Months that data lag behind what is said about them.
const LAG: i32 = 3;

/// The reply of the data of the statement's own month, unless those of an earlier month bear the figure out to the last
/// digit: who speaks early in a month repeats what was known by then.
pub(super) fn of_its_month(said: &Said, reply: impl Fn(Period) -> Option<Reply>) -> Option<Reply> {
    let period = said.period()?;
    let own = reply(period);
    let right = |reply: &Reply| reply.outcome == Outcome::Sesuai;
    if own.as_ref().is_some_and(right) {
        return own;
    }
    (1..=LAG).filter_map(|back| reply(period.plus(-back))).find(right).or(own)
}

/// Participants against the data.
pub(super) fn participants(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::Pembilang)?;
        of_its_month(said, |month| {
            let base = bench.counted(said, month)?;
            let how = format!("data {}", bahasa::periode(month));
            Some(compare(figure, &Reckoned::new(base.range.clone(), how, &[&base])))
        })
    };
    reply().into_iter().collect()
}

/// Workers against the published denominators.
pub(super) fn workers(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::Penyebut)?;
        let in_force = bench.in_force(said);
        let beside = |base: &Base| {
            let how = "penyebut yang berlaku".to_owned();
            compare(figure, &Reckoned::new(base.range.clone(), how, &[base]))
        };
        let other = bench.published(said).find_map(|row| {
            let base = Base::workers(row);
            let how = row.sebutan.value.clone();
            let reckoned = Reckoned::new(base.range.clone(), how, &[&base]);
            (fit(&reckoned.range, figure.said) == Fit::Exact).then(|| compare(figure, &reckoned))
        });
        match (in_force, other) {
            (Some(base), Some(other)) => {
                let used = beside(&base);
                Some(if used.outcome.is_wrong() { other } else { used })
            }
            (None, other) => other,
            (Some(base), None) => Some(beside(&base)),
        }
    };
    reply().into_iter().collect()
}

/// A percentage of a stated whole implies participants; more or fewer of them than the percentages can have gained since
/// somebody last counted show that the whole is another one.
pub(super) fn implied_participants(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let percent = said.figure(Column::Persen)?;
        if said.figure(Column::Pembilang).is_some() {
            return None;
        }
        let base = Bench::declared(said).filter(|base| base.range.low > whole(0))?;
        let before = bench.counted_share_before(said)?;
        let (was, counted) = (before.figure(Column::Persen)?, Bench::stated_participants(before)?);
        let implied = Range::of(percent.said).percent_of(&base.range);
        let gained = implied.minus(&counted.range);
        let points = Range::of(percent.said).minus(&Range::of(was.said));
        let gained_points = gained.share(&base.range)?;
        if gained_points.meets(&points) {
            return None;
        }
        let message = format!(
            "{} dari {} menyiratkan {} peserta aktif, sedangkan pada {} disebut {} ({}); selisih itu tidak sejalan \
             dengan perubahan cakupannya, sehingga penyebutnya berbeda.",
            percent.cell.value.trim(),
            base.words,
            number(round_half_up(&implied.value, 0).units),
            bahasa::tanggal(before.row.tanggal.value),
            counted.words,
            shown(&was.said.nilai, was.said)
        );
        let places = counted.places.iter().chain(&base.places).cloned().chain([was.cell.place.clone()]).collect();
        Some(Reply::cannot(Column::Persen, "jumlah peserta aktifnya tidak disebut").saying(message).beside(places))
    };
    reply().into_iter().collect()
}
