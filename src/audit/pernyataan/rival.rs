//! Statements against each other: two targets, two sources, a series that falls, workers that differ.
//!
//! Where the data or a document say which of both is right, that rule judges, and the conflict is a note; where nobody
//! does, both stand accused, because neither can be right beside the other.

use super::bench::{Base, Bench, Reply, SAY_IT, USE_RIGHT, occasion};
use super::fit::Range;
use super::said::{Column, Figure, Said};
use super::{Outcome, Right, target};

/// Another statement's figure that cannot be true together with this one.
struct Rival<'s> {
    wording: String,
    from: String,
    publisher: &'s str,
    places: Vec<crate::place::Place>,
}

impl<'s> Rival<'s> {
    fn new(figure: Figure, said: &'s Said) -> Self {
        Self {
            wording: figure.cell.value.trim().to_owned(),
            from: occasion(said),
            publisher: &said.row.sumber.value,
            places: vec![figure.cell.place.clone()],
        }
    }

    fn right(&self) -> Right {
        let publishers = vec![self.publisher.to_owned()];
        Right { figure: format!("{} menurut {}", self.wording, self.from), publishers, places: self.places.clone() }
    }
}

/// A conflict that somebody else decides, or nobody.
fn conflict(figure: Figure, rival: &Rival, decided: bool, message: String) -> Reply {
    let reply = if decided {
        Reply { action: SAY_IT, ..Reply::new(figure.column, Outcome::Sesuai) }
    } else {
        let right = rival.right();
        let reply = Reply::new(figure.column, Outcome::TidakSesuai(right.figure.clone())).with(right);
        Reply { action: USE_RIGHT, ..reply }
    };
    reply.saying(message).beside(rival.places.clone())
}

/// Two targets for one indicator and year.
pub(super) fn two_targets(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::TargetPersen)?;
        let (other, theirs) = bench
            .targets_of_its_year(said)
            .filter_map(|other| Some((other, other.figure(Column::TargetPersen)?)))
            .find(|(_, theirs)| theirs.said.nilai != figure.said.nilai)?;
        let decided = target::has_document(bench, said) || Range::of(theirs.said).meets(&Range::of(figure.said));
        let rival = Rival::new(theirs, other);
        let message = format!(
            "Target tahun {} disebut {} di sini dan {} oleh {}.",
            said.target_year(),
            figure.cell.value.trim(),
            rival.wording,
            rival.from
        );
        Some(conflict(figure, &rival, decided, message))
    };
    reply().into_iter().collect()
}

/// One indicator, one day, two sources.
pub(super) fn two_sources(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::Persen)?;
        let (other, theirs) = bench
            .shares_of_its_day(said)
            .filter(|other| other.row.sumber.value != said.row.sumber.value)
            .filter_map(|other| Some((other, other.figure(Column::Persen)?)))
            .find(|(_, theirs)| !Range::of(theirs.said).meets(&Range::of(figure.said)))?;
        let known = said.period().and_then(|period| bench.counted(said, period)).and(bench.in_force(said));
        let rival = Rival::new(theirs, other);
        let message = format!(
            "Cakupan disebut {} di sini dan {} oleh {} pada hari yang sama.",
            figure.cell.value.trim(),
            rival.wording,
            rival.publisher
        );
        Some(conflict(figure, &rival, known.is_some(), message))
    };
    reply().into_iter().collect()
}

/// A percentage below the one before it, while the wording says that it rises.
pub(super) fn falling(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::Persen).filter(|_| said.rises())?;
        let before = bench.share_before(said)?;
        let earlier = before.figure(Column::Persen)?;
        // Cut instead of rounded, the later one may stand for nearly a whole step more.
        let highest = (&figure.said.nilai + figure.said.langkah()).max(Range::of(figure.said).high);
        if highest > Range::of(earlier.said).low {
            return None;
        }
        let rival = Rival::new(earlier, before);
        let message = format!(
            "Cakupan tercantum {} dan disebut naik, padahal {} menyebut {}.",
            figure.cell.value.trim(),
            rival.from,
            rival.wording
        );
        let right = Right {
            figure: format!("di atas {}", rival.wording),
            publishers: vec![rival.publisher.to_owned()],
            places: rival.places,
        };
        Some(Reply::new(Column::Persen, Outcome::TidakSesuai(right.figure.clone())).with(right).saying(message))
    };
    reply().into_iter().collect()
}

/// The workers that a statement names, or implies by a percentage and its participants.
pub(super) fn workers(said: &Said) -> Option<Base> {
    Bench::declared(said).or_else(|| target::own_whole(said))
}

/// Workers that differ from what others said in the same year.
pub(super) fn differing_workers(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::Penyebut)?;
        let (other, theirs) = bench
            .workers_of_its_year(said)
            .filter_map(|other| Some((other, workers(other)?)))
            .find(|(_, theirs)| !theirs.range.meets(&Range::of(figure.said)))?;
        let rival = Rival {
            wording: theirs.words,
            from: occasion(other),
            publisher: &other.row.sumber.value,
            places: theirs.places,
        };
        let message = format!(
            "Jumlah pekerja disebut {} di sini dan {} menurut {}.",
            figure.cell.value.trim(),
            rival.wording,
            rival.from
        );
        let decided = bench.published(said).next().is_some();
        Some(conflict(figure, &rival, decided, message))
    };
    reply().into_iter().collect()
}
