//! The annex with what the figures rest on: definitions, provisional figures, documents of targets, what was found.

use super::{Desk, spread};
use crate::bahasa;
use crate::measure::RegionLine;
use crate::place::{Printed, Sources};
use crate::report::bulanan::notes;
use crate::report::evaluasi::beside::other_definitions;
use crate::report::sentences::RecapNotes;
use crate::table::StatusData;
use crate::template::{Sentence, Tree};

/// At most this many documents of targets are named.
const DOCUMENTS: usize = 5;

/// The notes of the monthly report, those on the parts before them.
pub(super) fn notes(desk: &Desk) -> Tree {
    let mut said: Vec<Tree> = of_parts(desk).into_iter().map(Tree::from).collect();
    match notes::notes(&desk.monthly) {
        Tree::Map(mut map) => {
            if let Some(Tree::List(own)) = map.remove("kalimat") {
                said.extend(own);
            }
            map.insert("kalimat", Tree::List(said));
            Tree::Map(map)
        }
        other => other,
    }
}

fn of_parts(desk: &Desk) -> Vec<Sentence> {
    let lines = &desk.recap.regions.lines;
    let mut said: Vec<Sentence> = Vec::new();
    said.extend(spread::editions(desk));
    if desk.recap.united.is_ok() {
        said.extend(other_definitions(lines));
    }
    said.extend(provisional(desk, lines).map(Sentence::from));
    said.extend(documents(desk).map(Sentence::from));
    said
}

fn provisional(desk: &Desk, lines: &[RegionLine]) -> Option<RecapNotes> {
    let is_provisional = |line: &&RegionLine| {
        line.participants.status.as_ref().is_some_and(|status| status.value == StatusData::Sementara)
    };
    let found: Vec<&RegionLine> = lines.iter().filter(is_provisional).collect();
    let mut publishers: Vec<Printed> = Vec::new();
    for publisher in found.iter().flat_map(|line| &line.participants.publishers) {
        match publishers.iter_mut().find(|known| known.text == publisher.value) {
            Some(known) => known.from = std::mem::take(&mut known.from).and(&publisher.from),
            None => publishers.push(publisher.print(Clone::clone)),
        }
    }
    let n = desk.some(found.len())?;
    Some(RecapNotes::RekapCatatanSementara { n, tingkat: desk.level, sumber: bahasa::dan_tercetak(&publishers) })
}

/// The documents that the parts' targets stand in, each once; of very many the first.
fn documents(desk: &Desk) -> Option<RecapNotes> {
    let mut found: Vec<(String, Sources)> = Vec::new();
    for line in &desk.recap.regions.lines {
        let Some(standing) = desk.recap.standing_of(line) else { continue };
        let document = standing.target.document.printed();
        match found.iter_mut().find(|(name, _)| *name == document.text) {
            Some((_, from)) => *from = std::mem::take(from).and(&document.from),
            None => found.push((document.text, document.from)),
        }
    }
    let mut named: Vec<Printed> =
        found.iter().take(DOCUMENTS).map(|(name, from)| Printed::new(name.as_str(), from.clone())).collect();
    if found.len() > named.len() {
        let from = found.iter().skip(DOCUMENTS).map(|(_, from)| from).collect();
        named.push(Printed::new(format!("{}\u{a0}dokumen lain", found.len() - DOCUMENTS), from));
    }
    (!named.is_empty()).then(|| RecapNotes::RekapCatatanTarget { daftar: bahasa::dan_tercetak(&named) })
}
