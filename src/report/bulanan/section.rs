//! What sections with a table have in common: their parts, their source lines, the marks in their cells.

use super::{Desk, reason};
use crate::measure::Missing;
use crate::place::{Cell, Printed};
use crate::report::sentences::{self as s, Source, TandaSel, published};
use crate::template::{Sentence, Tree};

/// A section with a table: sentences, rows, source line, notes on the marks in its cells.
pub(in crate::report) fn table_section(
    said: Vec<Sentence>,
    rows: Vec<Tree>,
    source: Option<Sentence>,
    notes: Vec<Sentence>,
) -> Tree {
    Tree::map([
        ("kalimat", said.into()),
        ("baris", if rows.is_empty() { Tree::Absent } else { rows.into() }),
        ("sumber", source.into()),
        ("catatan", if notes.is_empty() { Tree::Absent } else { notes.into() }),
        ("grafik", Tree::Absent),
        ("alt", Tree::Absent),
    ])
}

/// What a section says when its measure is missing: nothing without the table, one sentence with it.
pub(super) fn absent_section(what: &str, table: &str, missing: &Missing, desk: &Desk) -> Tree {
    if desk.has_table(table) {
        table_section(vec![reason::empty_section(what, missing, desk)], Vec::new(), None, Vec::new())
    } else {
        Tree::Absent
    }
}

/// What a section says when its rows hold nothing to say anything about: a heading never stands alone.
pub(super) fn or_nothing(said: Vec<Sentence>, what: &str, desk: &Desk) -> Vec<Sentence> {
    if said.is_empty() { vec![reason::no_content(what, desk)] } else { said }
}

/// A source line from cells of publishers, each once.
pub(in crate::report) fn source_line<'a>(
    cells: impl Iterator<Item = &'a Cell<String>>,
    date: &Printed,
    computed: bool,
) -> Option<Sentence> {
    let mut all = Vec::new();
    super::segments::merge(&mut all, cells.map(|cell| (cell.printed(), Some(date.clone()))));
    (!all.is_empty()).then(|| Source::Sumber { daftar: published(&all), diolah: computed }.into())
}

pub(in crate::report) fn marks(missing: bool) -> Vec<Sentence> {
    cell_marks(missing, false)
}

/// What the marks in a table's cells mean: `…` for what is missing, `x` for what does not apply.
pub(in crate::report) fn cell_marks(missing: bool, inapplicable: bool) -> Vec<Sentence> {
    let tanda = match (missing, inapplicable) {
        (true, true) => TandaSel::Keduanya,
        (true, false) => TandaSel::BelumTersedia,
        (false, true) => TandaSel::TidakBerlaku,
        (false, false) => return Vec::new(),
    };
    vec![s::Missing::KeteranganTanda { tanda }.into()]
}
