//! Abbreviations against their expansions.

use super::rows::Rows;
use super::rule::Draft;
use crate::table::ProgramJaminan;

/// What somebody said is judged where it is said.
const STATEMENTS: &str = "pernyataan";

/// `Jaminan Kecelakaan Kerja (JKM)`, and the same the other way round, in any text of any table.
pub(super) fn wrong_expansions(rows: &Rows) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (table, _) in rows.data.tables().into_iter().filter(|(table, _)| *table != STATEMENTS) {
        rows.data.read_texts(table, &mut |cell, text| {
            let Some((abbreviation, written)) = wrong_expansion(text) else { return };
            let (short, right) = (abbreviation.as_str(), expansion(abbreviation));
            drafts.push(Draft {
                places: vec![cell.clone()],
                message: format!("{short} ialah singkatan dari {right}, bukan {}.", expansion(written)),
                stated: Some(format!("{} ({short})", expansion(written))),
                computed: Some(format!("{right} ({short})")),
                action: "Perbaiki singkatan atau kepanjangannya.",
            });
        });
    }
    drafts
}

/// The abbreviation of a text and the programme whose name stands beside it, when they are not the same.
pub(super) fn wrong_expansion(text: &str) -> Option<(ProgramJaminan, ProgramJaminan)> {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        let inside = after.split(')').next().unwrap_or_default().trim();
        let pair = match ProgramJaminan::of(inside) {
            Some(abbreviation) => ends_with_name(before).map(|written| (abbreviation, written)),
            None => last_word(before).and_then(ProgramJaminan::of).zip(ends_with_name(inside)),
        };
        if let Some((abbreviation, written)) = pair.filter(|(a, b)| a != b) {
            return Some((abbreviation, written));
        }
        rest = after;
    }
    None
}

fn last_word(text: &str) -> Option<&str> {
    text.split_whitespace().next_back()
}

fn ends_with_name(text: &str) -> Option<ProgramJaminan> {
    let words: Vec<String> = text.split_whitespace().rev().take(3).map(str::to_lowercase).collect();
    let ends = |name: &str| {
        let mut name = name.split_whitespace().rev();
        let mut words = words.iter();
        name.all(|word| words.next().is_some_and(|own| own.eq_ignore_ascii_case(word)))
    };
    ProgramJaminan::ALL.iter().copied().find(|programme| ends(expansion(*programme)))
}

/// The name of a programme (Undang-Undang 40/2004 and Peraturan Pemerintah 37/2021).
fn expansion(programme: ProgramJaminan) -> &'static str {
    match programme {
        ProgramJaminan::Jkk => "Jaminan Kecelakaan Kerja",
        ProgramJaminan::Jkm => "Jaminan Kematian",
        ProgramJaminan::Jht => "Jaminan Hari Tua",
        ProgramJaminan::Jp => "Jaminan Pensiun",
        ProgramJaminan::Jkp => "Jaminan Kehilangan Pekerjaan",
    }
}
