//! How coverages spread: a table of classes, and where the workers are who are not covered.

use num_bigint::BigInt;
use num_traits::Zero;

use super::Desk;
use crate::bahasa;
use crate::figure::{Ratio, percent_of};
use crate::measure::rekapitulasi::Class;
use crate::place::{Printed, Sourced};
use crate::report::bulanan::{places, print};
use crate::report::sentences::{Cacah, RecapNotes, Spread};
use crate::template::{Sentence, Tree};

pub(super) fn section(desk: &Desk) -> Tree {
    let Some(spread) = &desk.recap.spread else { return Tree::Absent };
    let all: BigInt = spread.classes.iter().map(|class| &class.uncovered.value).sum();
    let share = |class: &Class| {
        let part = Ratio::from_integer(class.uncovered.value.clone());
        let value = percent_of(&part, &Ratio::from_integer(all.clone()))?;
        Some(Sourced::new(value, spread.classes.iter().map(|class| &class.uncovered.from).collect()))
    };
    let rows = spread.classes.iter().map(|class| {
        Tree::map([
            ("kelas", limits(class, true).into()),
            ("n", print::count(&class.parts).into()),
            ("pekerja", print::count(&class.workers).into()),
            ("belum", print::count(&class.uncovered).into()),
            ("porsi", share(class).map(|share| print::percent_cell(&share)).into()),
        ])
    });
    let width = Printed::new(
        bahasa::rekat(&spread.width.to_string(), "persen\u{a0}poin"),
        spread.classes.iter().map(|class| &class.parts.from).collect(),
    );
    let mut said: Vec<Sentence> = range(desk, &spread.classes).into_iter().collect();
    let fullest = spread.classes.iter().max_by(|a, b| a.uncovered.value.cmp(&b.uncovered.value));
    if let Some(class) = fullest.filter(|class| !class.uncovered.value.is_zero())
        && let Some(porsi) = share(class)
    {
        let (kelas, belum) = (limits(class, false), print::count(&class.uncovered));
        said.push(Spread::RekapBelum { kelas, belum, porsi: print::percent(&porsi) }.into());
    }
    Tree::map([
        ("kalimat", said.into()),
        ("baris", Tree::list(rows)),
        ("catatan", vec![Sentence::from(Spread::RekapKelas { lebar: width })].into()),
        ("sumber", places::source(&desk.recap.regions.lines).into()),
    ])
}

/// From the lowest to the highest coverage, and the class with the most parts.
fn range(desk: &Desk, classes: &[Class]) -> Option<Sentence> {
    let ranked = desk.recap.ranked();
    let percent = |index: usize| {
        let point = ranked.get(index)?.point.as_ref().ok()?;
        Some(print::percent(&print::coverage(&point.coverage)))
    };
    let most = classes.iter().map(|class| class.parts.value).max()?;
    let full: Vec<&Class> = classes.iter().filter(|class| class.parts.value == most).collect();
    let named: Vec<Printed> = full.iter().map(|class| limits(class, false)).collect();
    Some(
        Spread::RekapSebaran {
            n: desk.tally(ranked.len()),
            tingkat: desk.level,
            terendah: percent(ranked.len().checked_sub(1)?)?,
            tertinggi: percent(0)?,
            kelas: bahasa::dan_tercetak(&named),
            cacah: Cacah::of(full.len()),
            m: print::count(&full.first()?.parts),
        }
        .into(),
    )
}

/// The limits of a class, for a column or for a sentence.
fn limits(class: &Class, column: bool) -> Printed {
    let text = if column {
        format!("{}%\u{a0}– <{}%", class.lower, class.upper)
    } else {
        let limit = |n: &BigInt| bahasa::rekat(&n.to_string(), "persen");
        format!("{} sampai dengan kurang dari {}", limit(&class.lower), limit(&class.upper))
    };
    Printed::new(text, class.parts.from.clone())
}

/// What the denominators of the compared parts are; the notes need it as well.
pub(super) fn editions(desk: &Desk) -> Option<Sentence> {
    let united = desk.recap.united.as_ref().ok()?;
    let publisher = Printed::new(united.coverage.publisher.as_str(), united.coverage.workers.from.clone());
    Some(
        RecapNotes::RekapCatatanPenyebut {
            tingkat: desk.level,
            daftar: print::names(&united.wordings),
            sumber: publisher,
            cacah: Cacah::of(united.wordings.len()),
        }
        .into(),
    )
}
