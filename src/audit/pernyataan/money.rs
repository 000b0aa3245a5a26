//! Persons times contribution times months against the budget announced with them.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::bench::{Bench, Reckoned, Reply, SAY_IT, with_noun};
use super::fit::Range;
use super::said::{Column, Figure, Said};
use super::{Cover, Outcome};
use crate::bahasa;
use crate::figure::{round_half_up, whole};
use crate::place::Place;
use crate::table::{ProgramJaminan, Segmen};

/// A budget year. Who announces an addition with its budget speaks of a whole year unless he says otherwise.
const MONTHS: u32 = 12;

struct Tariff {
    rupiah: u128,
    places: Vec<Place>,
    publishers: Vec<String>,
}

/// JKK and JKM of vulnerable workers, who are part of BPU, as in force on a day.
fn tariff(bench: &Bench, on: NaiveDate) -> Option<Tariff> {
    let in_force = |programme: ProgramJaminan| {
        bench
            .data()
            .tarif_iuran
            .iter()
            .filter(|row| row.segmen.value == Segmen::Bpu && row.program_jaminan.value == programme)
            .filter(|row| row.berlaku_mulai.value <= on)
            .filter(|row| row.berlaku_sampai.as_ref().is_none_or(|until| until.value >= on))
            .min_by_key(|row| Reverse(row.berlaku_mulai.value))
    };
    let rows = [in_force(ProgramJaminan::Jkk)?, in_force(ProgramJaminan::Jkm)?];
    let mut publishers: Vec<String> = rows.iter().map(|row| row.sumber.value.clone()).collect();
    publishers.dedup();
    Some(Tariff {
        rupiah: rows.iter().map(|row| u128::from(row.iuran_rp.value)).sum(),
        places: rows.iter().map(|row| row.iuran_rp.place.clone()).collect(),
        publishers,
    })
}

fn cost(people: &Range, tariff: &Tariff) -> Range {
    let year = whole(tariff.rupiah) * whole(MONTHS);
    Range { value: &people.value * &year, low: &people.low * &year, high: &people.high * &year }
}

/// The budget against the persons added with it.
pub(super) fn budget(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let (budget, people) = (said.figure(Column::Anggaran)?, said.figure(Column::Tambahan)?);
        let Some(tariff) = tariff(bench, said.row.tanggal.value) else {
            return Some(Reply::cannot(Column::Anggaran, "tarif iuran pada tanggal itu tidak tersedia"));
        };
        Some(suffices(budget, people, &tariff))
    };
    reply().into_iter().collect()
}

fn how(people: &str, tariff: &Tariff) -> String {
    let people = with_noun(people, "orang");
    format!("iuran {people} selama {MONTHS} bulan dengan {} per orang per bulan", bahasa::rupiah(tariff.rupiah))
}

fn suffices(budget: Figure, people: Figure, tariff: &Tariff) -> Reply {
    let need = cost(&Range::of(people.said), tariff);
    let amount = bahasa::rupiah(round_half_up(&need.value, 0).units);
    let reckoned = Reckoned {
        range: need.clone(),
        how: how(people.cell.value.trim(), tariff),
        publishers: tariff.publishers.clone(),
        places: tariff.places.iter().cloned().chain([people.cell.place.clone()]).collect(),
    };
    let reply =
        |outcome| Reply::new(Column::Anggaran, outcome).with(reckoned.right(format!("paling sedikit {amount}")));
    let ready = Range::of(budget.said);
    if ready.value >= need.value {
        return reply(Outcome::Sesuai);
    }
    if ready.high >= need.low {
        return reply(Outcome::Pembulatan(Cover::Masukan));
    }
    let message =
        format!("Anggaran tercantum {}, tetapi {} memerlukan {amount}.", budget.cell.value.trim(), reckoned.how);
    reply(Outcome::TidakSesuai(format!("paling sedikit {amount}"))).saying(message)
}

/// A group announced beside a whole: inside it or on top of it? On top, the money may not suffice.
pub(super) fn group_beside_whole(bench: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let figure = said.figure(Column::Tambahan).filter(|_| said.row.kelompok.is_some())?;
        let beside = |other: &&Said| other.segment() == said.segment() && other.row.kelompok.is_none();
        let (whole, budget) = bench
            .on_its_occasion(said)
            .filter(beside)
            .find_map(|other| Some((other.figure(Column::Tambahan)?, other.figure(Column::Anggaran)?)))?;
        let tariff = tariff(bench, said.row.tanggal.value)?;
        let (part, all) = (Range::of(figure.said), Range::of(whole.said));
        let both = Range { value: &part.value + &all.value, low: &part.low + &all.low, high: &part.high + &all.high };
        let need = cost(&both, &tariff);
        if need.low <= Range::of(budget.said).high {
            return None;
        }
        let (group, total) = (figure.cell.value.trim(), whole.cell.value.trim());
        let people = bahasa::bilangan(round_half_up(&both.value, 0).units);
        let message = format!(
            "Tidak disebut apakah {group} termasuk dalam {total}. Apabila ditambahkan, {} memerlukan {}, melebihi {}.",
            how(&people, &tariff),
            bahasa::rupiah(round_half_up(&need.value, 0).units),
            budget.cell.value.trim()
        );
        let places = [whole.cell.place.clone(), budget.cell.place.clone()].into_iter().chain(tariff.places).collect();
        let reply = Reply::cannot(Column::Tambahan, format!("tidak disebut apakah termasuk dalam {total}"));
        Some(Reply { action: SAY_IT, ..reply }.saying(message).beside(places))
    };
    reply().into_iter().collect()
}
