//! Words: what cannot be read, weekdays, abbreviations.

use chrono::Datelike;

use super::bench::{Bench, Reply, SAY_IT};
use super::said::{Column, Said};
use super::{Outcome, Right};
use crate::bahasa::{self, baca};
use crate::diagnostic::quote;

/// Programmes by abbreviation.
const PROGRAMMES: [(&str, &str); 5] = [
    ("JKK", "Jaminan Kecelakaan Kerja"),
    ("JKM", "Jaminan Kematian"),
    ("JHT", "Jaminan Hari Tua"),
    ("JP", "Jaminan Pensiun"),
    ("JKP", "Jaminan Kehilangan Pekerjaan"),
];

/// Figures that are no numbers.
pub(super) fn unreadable(_: &Bench, said: &Said) -> Vec<Reply> {
    said.unreadable()
        .map(|(column, cell, why)| {
            let sentence = why.to_string();
            let clause = sentence.trim_end_matches('.');
            let clause =
                clause.chars().take(1).flat_map(char::to_lowercase).chain(clause.chars().skip(1)).collect::<String>();
            let message = format!("{} {} tidak terbaca: {clause}.", column.label(), quote(&cell.value));
            let reply = Reply::cannot(column, clause).saying(message);
            Reply { action: "Tulis angka itu dengan angka, misalnya sekitar 38 ribu atau 41,3 persen.", ..reply }
        })
        .collect()
}

/// The weekday against the date.
pub(super) fn weekday(_: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let cell = said.cell(Column::Hari)?;
        let day = said.row.tanggal.value;
        let right = Right {
            figure: bahasa::nama_hari(day),
            publishers: vec!["kalender".to_owned()],
            places: vec![said.row.tanggal.place.clone()],
        };
        Some(match baca::hari(&cell.value) {
            Ok(named) if named == day.weekday() => Reply::new(Column::Hari, Outcome::Sesuai).with(right),
            Ok(_) => {
                let message =
                    format!("{} jatuh pada hari {}, bukan {}.", bahasa::tanggal(day), right.figure, cell.value.trim());
                let reply = Reply::new(Column::Hari, Outcome::TidakSesuai(right.figure.clone())).with(right);
                Reply { action: "Perbaiki hari atau tanggalnya.", ..reply }.saying(message)
            }
            Err(_) => Reply { action: SAY_IT, ..Reply::cannot(Column::Hari, "nama harinya tidak dikenal") },
        })
    };
    reply().into_iter().collect()
}

/// Abbreviations against their expansions.
pub(super) fn abbreviation(_: &Bench, said: &Said) -> Vec<Reply> {
    let reply = || {
        let cell = said.cell(Column::Istilah)?;
        let column = Column::Istilah;
        let pairs = pairs(&cell.value);
        let wrong = pairs.iter().find(|(short, long)| expansion(short) != Some(long));
        let Some((short, long)) = wrong else {
            let known = !pairs.is_empty();
            let reply = || Reply::cannot(column, "istilah itu tidak memuat singkatan beserta kepanjangannya");
            return Some(if known { Reply::new(column, Outcome::Sesuai) } else { reply() });
        };
        let right = |(short, long): &(&str, &str)| format!("{long} ({short})");
        let by_long = PROGRAMMES.iter().find(|(_, name)| name == long)?;
        let by_short = PROGRAMMES.iter().find(|(name, _)| name == short)?;
        let figure = format!("{} atau {}", right(by_long), right(by_short));
        let message = format!("{short} adalah singkatan dari {}, bukan {long}.", by_short.1);
        let own = Right {
            figure: figure.clone(),
            publishers: vec!["nama program BPJS Ketenagakerjaan".to_owned()],
            places: Vec::new(),
        };
        let reply = Reply::new(column, Outcome::TidakSesuai(figure)).with(own).saying(message);
        Some(Reply { action: "Perbaiki singkatan atau kepanjangannya.", ..reply })
    };
    reply().into_iter().collect()
}

fn expansion(short: &str) -> Option<&'static &'static str> {
    PROGRAMMES.iter().find(|(name, _)| *name == short).map(|(_, long)| long)
}

/// Abbreviation and expansion wherever one stands in brackets behind the other.
fn pairs(text: &str) -> Vec<(&'static str, &'static str)> {
    let lower = text.to_lowercase();
    let short_of =
        |part: &str| PROGRAMMES.iter().map(|(short, _)| *short).find(|short| part.eq_ignore_ascii_case(short));
    let mut found = Vec::new();
    for (at, _) in lower.match_indices('(') {
        let (before, behind) = lower.split_at(at);
        let inside = behind.trim_start_matches('(').split(')').next().unwrap_or_default().trim();
        let before = before.trim_end();
        let long_before =
            PROGRAMMES.iter().map(|(_, long)| *long).find(|long| before.ends_with(long.to_lowercase().as_str()));
        let long_inside = PROGRAMMES.iter().map(|(_, long)| *long).find(|long| inside == long.to_lowercase());
        let short_before = before.rsplit(|c: char| !c.is_alphanumeric()).next().and_then(short_of);
        found.extend(short_of(inside).zip(long_before).or_else(|| short_before.zip(long_inside)));
    }
    found
}
