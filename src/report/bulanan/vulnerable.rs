//! C.4 Vulnerable workers, by group.

use super::abbreviation::Introduced;
use super::section::{absent_section, cell_marks, source_line, table_section};
use super::{Desk, print, reason};
use crate::bahasa;
use crate::measure::{Group, GroupState, Groups, Missing};
use crate::place::{Printed, Sourced};
use crate::report::sentences as s;
use crate::template::{Sentence, Tree};

pub(super) fn section(desk: &Desk) -> Tree {
    let groups = match &desk.measures.groups {
        Ok(groups) => groups,
        Err(missing) => return absent_section("kelompok pekerja rentan", "kelompok", missing, desk),
    };
    let date = print::date(&Sourced::new(groups.as_of, desk.subject.clone()));
    let mut rows: Vec<Tree> = groups.rows.iter().map(|group| group_row(group)).collect();
    rows.push(Tree::map([
        ("nama", Printed::fixed("Jumlah yang masih berlaku").into()),
        ("sumber_dana", Printed::fixed("x").into()),
        ("target", Printed::fixed("x").into()),
        ("terlindungi", print::count(&groups.people).into()),
        ("selesai", Printed::fixed("x").into()),
    ]));
    let mut notes: Vec<Sentence> = groups.rows.iter().filter_map(timed).map(Sentence::from).collect();
    let segmen_induk = Printed::fixed(print::segment_in_prose(desk.input.rules().rentan_parent));
    let incomplete = groups.rows.iter().any(|group| group_has_gap(group));
    notes.push(s::Segments::Rentan { segmen_induk }.into());
    notes.extend(cell_marks(incomplete, true));
    table_section(
        group_sentences(groups, desk),
        rows,
        source_line(groups.rows.iter().map(|group| &group.row.sumber), &date, false),
        notes,
    )
}

/// Who pays for the groups, each spelled out where it stands first; `introduced` then knows what later sections may
/// name by its abbreviation.
fn payers(groups: &Groups, introduced: &mut Introduced) -> Vec<Printed> {
    let known = groups.by_source.iter().filter_map(|(source, people)| Some(((*source)?, people)));
    let named: Vec<_> = known
        .map(|(source, people)| {
            (introduced.name(&Printed::new(print::source_name(source), people.from.clone())), print::count(people))
        })
        .collect();
    match named.as_slice() {
        [(only, _)] => vec![only.clone()],
        several => several
            .iter()
            .map(|(name, people)| {
                let persons = bahasa::rekat(&people.text, "orang");
                Printed::new(format!("{} bagi {persons}", name.text), name.from.clone())
            })
            .collect(),
    }
}

/// The abbreviations of funds that this section has introduced.
pub(super) fn introduced(desk: &Desk) -> Introduced {
    let mut introduced = Introduced::default();
    if let Some(groups) = desk.measures.groups.as_ref().ok().filter(|groups| !groups.groups.is_empty()) {
        payers(groups, &mut introduced);
    }
    introduced
}

fn group_sentences(groups: &Groups, desk: &Desk) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    let payers = payers(groups, &mut Introduced::default());
    let payers = (!payers.is_empty()).then(|| bahasa::dan_tercetak(&payers));
    let n = print::count(&groups.people);
    let largest: Vec<_> = groups
        .groups
        .iter()
        .take_while(|g| Some(&g.people.value) == groups.groups.first().map(|f| &f.people.value))
        .collect();
    match (groups.groups.as_slice(), largest.first()) {
        ([only], _) => said.push(
            s::Groups::KelompokTunggal {
                n,
                kelompok: Printed::new(only.name.clone(), only.people.from.clone()),
                sumber_dana: payers,
            }
            .into(),
        ),
        (all, Some(top)) => {
            let names: Vec<Printed> =
                largest.iter().map(|g| Printed::new(g.name.clone(), g.people.from.clone())).collect();
            said.push(
                s::Groups::Kelompok {
                    n,
                    k: Desk::tally(all.len(), groups.people.from.clone()).print(|k| bahasa::angka_kata(*k)),
                    sumber_dana: payers,
                    kelompok: bahasa::dan_tercetak(&names),
                    m: print::count(&top.people),
                    beberapa: largest.len() > 1,
                }
                .into(),
            );
        }
        (_, None) => said.push(reason::empty_section(
            "jumlah pekerja rentan yang terlindungi",
            &Missing::EmptyTable { table: "kelompok" },
            desk,
        )),
    }
    if groups.unstated > 0 {
        let n = Desk::tally(groups.unstated, groups.people.from.clone()).print(|n| bahasa::angka_kata(*n));
        said.push(s::Groups::KelompokTanpaJumlah { n }.into());
    }
    said
}

/// Protection that runs for a time, begins later or has ended.
fn timed(group: &Group) -> Option<s::Groups> {
    let row = group.row;
    let n = print::count(&row.orang_terlindungi.as_ref()?.sourced());
    let kelompok = row.kelompok.printed();
    match (group.state, &row.mulai, &row.selesai) {
        (GroupState::Berakhir, _, Some(end)) => {
            Some(s::Groups::KelompokBerakhir { n, kelompok, selesai: print::date_cell(end) })
        }
        (GroupState::BelumMulai, Some(start), _) => {
            Some(s::Groups::KelompokBelumMulai { n, kelompok, mulai: print::date_cell(start) })
        }
        _ => None,
    }
}

fn group_has_gap(group: &Group) -> bool {
    let row = group.row;
    row.sumber_dana.is_none() || row.target_orang.is_none() || row.orang_terlindungi.is_none()
}

fn group_row(group: &Group) -> Tree {
    let row = group.row;
    Tree::map([
        ("nama", print::row_name(row.kelompok.printed()).into()),
        (
            "sumber_dana",
            row.sumber_dana.as_ref().map(|cell| cell.sourced().print(|d| print::source_name(*d).to_owned())).into(),
        ),
        ("target", row.target_orang.as_ref().map(|cell| print::count(&cell.sourced())).into()),
        ("terlindungi", row.orang_terlindungi.as_ref().map(|cell| print::count(&cell.sourced())).into()),
        (
            "selesai",
            row.selesai.as_ref().map_or_else(|| Printed::fixed("tanpa batas waktu"), print::date_in_table).into(),
        ),
    ])
}
