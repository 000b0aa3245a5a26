//! Targets: against documents, against what is reached, in persons and in percent, and what is still missing for them.

use super::bench::{Base, Bench, Reckoned, Reply, compare, with_noun};
use super::fit::{Fit, Range, fit, shown};
use super::said::{Column, Figure, Said};
use super::{Cover, Outcome, Right};
use crate::audit::rows::number;
use crate::bahasa;
use crate::figure::{Ratio, needed_persons, round_half_up, whole};
use crate::table::{NATION, SatuanTarget, Target};

/// How documents name that plan.
const LONG_TERM: &str = "RPJPN";

/// Targets in percent that documents set for the statement's indicator and target year: its region's own, else the
/// nation's long-term one.
fn documents<'a>(bench: &Bench<'a>, said: &Said) -> Vec<&'a Target> {
    let year = said.target_year();
    let of = |region: &str| -> Vec<&'a Target> {
        let rows = bench.data().target.iter().filter(|row| {
            row.kode_wilayah.value == region
                && row.tahun.value == year
                && row.satuan.value == SatuanTarget::Persen
                && row.indikator.value.eq_ignore_ascii_case(&said.row.indikator.value)
                && row.segmen.value == said.segment()
        });
        rows.collect()
    };
    let own = of(said.region());
    if !own.is_empty() {
        return own;
    }
    of(NATION).into_iter().filter(|row| row.dokumen.value.contains(LONG_TERM)).collect()
}

/// Whether a document says what the target is.
pub(super) fn has_document(bench: &Bench, said: &Said) -> bool {
    !documents(bench, said).is_empty()
}

fn right_of(row: &Target) -> Right {
    Right {
        figure: bahasa::persen_desimal(&row.nilai.value),
        publishers: vec![row.dokumen.value.clone()],
        places: vec![row.nilai.place.clone()],
    }
}

/// Against the documents. A target is quoted, not computed: one that is only rounded alike is worth a note.
pub(super) fn documented(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::TargetPersen)?;
        let documents = documents(bench, said);
        let fits = |row: &&&Target| fit(&Range::exact(row.nilai.value.ratio()), figure.said) != Fit::None;
        let same = documents.iter().find(|row| row.nilai.value.ratio() == figure.said.nilai);
        let row = same.or_else(|| documents.iter().find(fits)).or(documents.first())?;
        let (wording, right) = (figure.cell.value.trim(), right_of(row));
        let stands = format!("{} menetapkan {} untuk tahun {}", row.dokumen.value, right.figure, row.tahun.value);
        let column = Column::TargetPersen;
        Some(match fit(&Range::exact(row.nilai.value.ratio()), figure.said) {
            Fit::Exact if same.is_some() => Reply::new(column, Outcome::Sesuai).with(right),
            Fit::Exact => Reply::new(column, Outcome::Sesuai)
                .with(right)
                .saying(format!("Target {wording} adalah pembulatan; {stands}.")),
            Fit::Covered(cover) => Reply::new(column, Outcome::Pembulatan(cover))
                .with(right)
                .saying(format!("Target {wording} adalah pembulatan; {stands}.")),
            Fit::None => Reply::new(column, Outcome::TidakSesuai(right.figure.clone()))
                .with(right)
                .saying(format!("Target tercantum {wording}, tetapi {stands}.")),
        })
    };
    reply().into_iter().collect()
}

/// A target below what is reached, while the wording says that it rises.
pub(super) fn below_achievement(bench: &Bench, said: &Said) -> Vec<Reply> {
    if !said.rises() {
        return Vec::new();
    }
    let pairs = [(Column::TargetPersen, Column::Persen), (Column::TargetOrang, Column::Pembilang)];
    let reply = |(target, reached): (Column, Column)| {
        let (target, reached) = (said.figure(target)?, said.figure(reached)?);
        let below =
            Range::of(target.said).high <= Range::of(reached.said).low && target.said.nilai < reached.said.nilai;
        if !below {
            return None;
        }
        let now = reached.cell.value.trim();
        let document = if target.column == Column::TargetPersen { documents(bench, said) } else { Vec::new() };
        let above = document.into_iter().find(|row| row.nilai.value.ratio() > reached.said.nilai).map(right_of);
        let own = || Right {
            figure: format!("di atas {}", shown(&reached.said.nilai, reached.said)),
            publishers: vec![said.row.sumber.value.clone()],
            places: vec![reached.cell.place.clone()],
        };
        let right = above.unwrap_or_else(own);
        let message = format!(
            "{} tercantum {}, di bawah {} yang sudah dicapai, padahal disebut naik.",
            target.column.label(),
            target.cell.value.trim(),
            now
        );
        Some(
            Reply::new(target.column, Outcome::TidakSesuai(right.figure.clone()))
                .with(right)
                .saying(message)
                .beside(vec![reached.cell.place.clone()]),
        )
    };
    pairs.into_iter().filter_map(reply).collect()
}

/// The whole that the statement's own percentage and participants imply.
pub(super) fn own_whole(said: &Said) -> Option<Base> {
    let (percent, part) = (said.figure(Column::Persen)?, Bench::stated_participants(said)?);
    let range = super::percent::implied_total(&part.range, percent.said)?;
    let words = format!("{} pekerja yang tersirat", number(round_half_up(&range.value, 0).units));
    let places = part.places.iter().cloned().chain([percent.cell.place.clone()]).collect();
    Some(Base { range, words, publishers: part.publishers, places })
}

/// Target persons against target percent: of the workers named, else implied, else in force.
pub(super) fn persons(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let (figure, percent) = (said.figure(Column::TargetOrang)?, said.figure(Column::TargetPersen)?);
        let base = Bench::declared(said).or_else(|| own_whole(said)).or_else(|| bench.in_force(said))?;
        let persons = Range::of(percent.said).percent_of(&base.range).in_whole_persons();
        let how = format!("{} dari {}", percent.cell.value.trim(), base.words);
        let mut reply = compare(figure, &Reckoned::new(persons, how, &[&base]));
        if reply.outcome.is_wrong() {
            let implied = super::percent::implied_total(&Range::of(figure.said), percent.said)?;
            let implied = number(round_half_up(&implied.value, 0).units);
            let (persons, share) = (with_noun(figure.cell.value.trim(), "orang"), percent.cell.value.trim());
            let also = format!(" Sebagai {share}, {persons} menyiratkan {implied} pekerja.");
            reply.message = reply.message.map(|message| format!("{message}{also}"));
            reply.places.push(percent.cell.place.clone());
            reply.places.extend(base.places.iter().cloned());
            if let Some(right) = official_persons(bench, said) {
                reply.outcome = Outcome::TidakSesuai(right.figure.clone());
                reply.right = Some(right);
            }
        }
        Some(reply)
    };
    reply().into_iter().collect()
}

/// The persons that a document's target means under the denominator in force.
fn official_persons(bench: &Bench, said: &Said) -> Option<Right> {
    let (row, base) = (*documents(bench, said).first()?, bench.in_force(said)?);
    let workers = u64::try_from(base.range.value.to_integer()).ok()?;
    let persons = needed_persons(&row.nilai.value.ratio(), workers);
    let mut right = right_of(row);
    right.figure = number(persons);
    right.publishers.extend(base.publishers);
    right.places.extend(base.places);
    Some(right)
}

/// What is said to be missing against the target.
pub(super) fn shortfall(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::SisaOrang)?;
        let by_persons = || {
            let (target, part) = (said.figure(Column::TargetOrang)?, Bench::stated_participants(said)?);
            let how = format!("{} dikurangi {}", target.cell.value.trim(), part.words);
            let mut reckoned = Reckoned::new(Range::of(target.said).minus(&part.range), how, &[&part]);
            reckoned.places.push(target.cell.place.clone());
            Some(reckoned)
        };
        Some(compare(figure, &gap(bench, said).or_else(by_persons)?))
    };
    reply().into_iter().collect()
}

/// Persons between the percentage reached and the target.
fn gap(bench: &Bench, said: &Said) -> Option<Reckoned> {
    let (percent, target) = (said.figure(Column::Persen)?, said.figure(Column::TargetPersen)?);
    let base = bench.base(said)?;
    let missing = Range::of(target.said).minus(&Range::of(percent.said));
    if missing.value <= whole(0) {
        return None;
    }
    let points = bahasa::persen_poin(&missing.value);
    let how = format!("{points} dari {}", base.words);
    let persons = missing.percent_of(&base.range).in_whole_persons();
    let mut reckoned = Reckoned::new(persons, how, &[&base]);
    reckoned.places.extend([percent.cell.place.clone(), target.cell.place.clone()]);
    Some(reckoned)
}

/// An announced addition against what is missing for the target announced on the same occasion.
pub(super) fn addition(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::Tambahan).filter(|_| said.row.kelompok.is_none())?;
        let beside = bench.on_its_occasion(said);
        let (of, missing) = std::iter::once(said).chain(beside).find_map(|one| Some((one, gap(bench, one)?)))?;
        let target = of.figure(Column::TargetPersen)?;
        Some(reaches(figure, target, &missing))
    };
    reply().into_iter().collect()
}

fn reaches(figure: Figure, target: Figure, missing: &Reckoned) -> Reply {
    let added = Range::of(figure.said);
    let needed: &Ratio = &missing.range.value;
    let right = missing.right(format!("paling sedikit {}", number(round_half_up(needed, 0).units)));
    let reply = |outcome| Reply::new(Column::Tambahan, outcome).with(right.clone());
    if added.value >= *needed {
        return reply(Outcome::Sesuai);
    }
    if added.high >= missing.range.low {
        return reply(Outcome::Pembulatan(Cover::Masukan));
    }
    let message = format!(
        "Tambahan {} belum mencapai target {}; masih diperlukan {} orang ({}).",
        figure.cell.value.trim(),
        target.cell.value.trim(),
        number(round_half_up(needed, 0).units),
        missing.how
    );
    reply(Outcome::TidakSesuai(right.figure.clone())).saying(message)
}
