//! E. What the offices say helped and hindered, and H. what they ask of the next plans. Nothing is added to it.

use super::{Desk, form};
use crate::place::{Printed, Sources};
use crate::report::sentences::{Factors, HalFaktor, TandaBaca};
use crate::table::Faktor;
use crate::template::{Sentence, Tree};

pub(super) fn section(desk: &Desk) -> Tree {
    let factors = &desk.evaluation.factors;
    Tree::map([
        ("pendorong", list(desk, HalFaktor::Pendorong, &factors.pendorong)),
        ("penghambat", list(desk, HalFaktor::Penghambat, &factors.penghambat)),
        ("lanjut_rkpd", list(desk, HalFaktor::LanjutRkpd, &factors.lanjut_rkpd)),
        ("lanjut_rpjmd", list(desk, HalFaktor::LanjutRpjmd, &factors.lanjut_rpjmd)),
    ])
}

/// A lead and the statements, or that there are none.
fn list(desk: &Desk, hal: HalFaktor, rows: &[&Faktor]) -> Tree {
    let tahun = desk.year.clone();
    let lead: Sentence = if rows.is_empty() {
        Factors::FaktorKosong { hal, tahun }.into()
    } else {
        Factors::FaktorAda { hal, tahun }.into()
    };
    let items = rows.iter().enumerate().map(|(index, row)| {
        let (indikator, uraian) = (name(desk, row), statement(row));
        Sentence::from(Factors::Faktor { indikator, uraian, tanda: TandaBaca::at(index, rows.len()) })
    });
    Tree::map([("kalimat", vec![lead].into()), ("butir", Tree::list(items))])
}

/// A person's text without its full stop, which the list sets.
fn statement(row: &Faktor) -> Printed {
    Printed::new(row.uraian.value.trim().trim_end_matches('.'), Sources::from(&row.uraian.place))
}

fn name(desk: &Desk, row: &Faktor) -> Printed {
    let line = desk.evaluation.lines.iter().find(|line| line.indicator.kode.value == row.kode.value);
    line.map_or_else(|| row.kode.printed(), |line| line.indicator.nama.printed())
}

/// The four lists below the form, each statement with the number of its row.
pub(super) fn of_form(desk: &Desk) -> Tree {
    let factors = &desk.evaluation.factors;
    let rows = |rows: &[&Faktor]| {
        let items = rows.iter().map(|row| {
            let position = desk.evaluation.lines.iter().position(|line| line.indicator.kode.value == row.kode.value);
            let number = position.map(|at| form::row_numbers(&[at + 1], Sources::from(&row.kode.place)));
            Tree::map([("nomor", number.into()), ("uraian", statement(row).into())])
        });
        if rows.is_empty() { Tree::Absent } else { Tree::list(items) }
    };
    Tree::map([
        ("pendorong", rows(&factors.pendorong)),
        ("penghambat", rows(&factors.penghambat)),
        ("lanjut_rkpd", rows(&factors.lanjut_rkpd)),
        ("lanjut_rpjmd", rows(&factors.lanjut_rpjmd)),
    ])
}
