//! What a statement is judged by: the other statements, and the data.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::fit::{Fit, Range, fit, shown, shown_as_said};
use super::said::{Column, Figure, Occasion, Said, Subject};
use super::subject::OnSubject;
use super::{Outcome, Right};
use crate::audit::Settings;
use crate::audit::rows::{Rows, number};
use crate::bahasa;
use crate::figure::{Period, whole};
use crate::place::{Cell, Place};
use crate::table::{Dataset, Pekerja, Segmen};

/// What to do about a wrong figure.
pub(super) const USE_RIGHT: &str = "Gunakan angka hasil hitung, atau mintalah penjelasan kepada yang menyatakan.";
/// What to do about a figure that leaves a question open.
pub(super) const SAY_IT: &str = "Sebutkan dasarnya ketika angka itu diucapkan lagi.";

/// The answer of one rule about one figure.
pub(in crate::audit) struct Reply {
    pub(super) column: Column,
    pub(super) outcome: Outcome,
    pub(super) right: Option<Right>,
    /// The finding's sentence; none when nothing is worth a finding.
    pub(super) message: Option<String>,
    /// Cells compared with, besides those of the right figure.
    pub(super) places: Vec<Place>,
    pub(super) action: &'static str,
}

impl Reply {
    pub(super) fn new(column: Column, outcome: Outcome) -> Self {
        Self { column, outcome, right: None, message: None, places: Vec::new(), action: USE_RIGHT }
    }

    /// With nothing to judge by, for a reason.
    pub(super) fn cannot(column: Column, reason: impl Into<String>) -> Self {
        Self { action: SAY_IT, ..Self::new(column, Outcome::TidakDapat(reason.into())) }
    }

    pub(super) fn saying(self, message: String) -> Self {
        Self { message: Some(message), ..self }
    }

    pub(super) fn with(self, right: Right) -> Self {
        Self { right: Some(right), ..self }
    }

    pub(super) fn beside(self, places: Vec<Place>) -> Self {
        Self { places, ..self }
    }
}

/// A number beside which a figure is held: from cells of the statement, of others, or of the data.
#[derive(Clone)]
pub(super) struct Base {
    pub(super) range: Range,
    /// As a sentence names it: `436.742 pekerja`.
    pub(super) words: String,
    pub(super) publishers: Vec<String>,
    pub(super) places: Vec<Place>,
}

/// A wording with its noun, which some speakers have said already.
pub(super) fn with_noun(wording: &str, noun: &str) -> String {
    if wording.to_lowercase().ends_with(noun) { wording.to_owned() } else { format!("{wording} {noun}") }
}

impl Base {
    fn said(figure: Figure, noun: &str, publisher: &str) -> Self {
        Self {
            range: Range::of(figure.said),
            words: with_noun(figure.cell.value.trim(), noun),
            publishers: vec![publisher.to_owned()],
            places: vec![figure.cell.place.clone()],
        }
    }

    pub(super) fn workers(row: &Pekerja) -> Self {
        Self::of_workers(&[row])
    }

    fn of_workers(rows: &[&Pekerja]) -> Self {
        let people: u128 = rows.iter().map(|row| u128::from(row.jumlah_pekerja.value)).sum();
        Self {
            range: Range::exact(whole(people)),
            words: format!("{} pekerja", number(people)),
            publishers: each_once(rows.iter().map(|row| &row.sumber)),
            places: rows.iter().map(|row| row.jumlah_pekerja.place.clone()).collect(),
        }
    }
}

fn each_once<'c>(cells: impl Iterator<Item = &'c Cell<String>>) -> Vec<String> {
    cells.map(|cell| cell.value.clone()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The statements and the data, looked up by key.
pub(in crate::audit) struct Bench<'a> {
    pub(super) rows: Rows<'a>,
    statements: Vec<Said<'a>>,
    by_subject: BTreeMap<Subject<'a>, OnSubject>,
    by_occasion: BTreeMap<Occasion<'a>, Vec<usize>>,
}

impl<'a> Bench<'a> {
    pub(super) fn new(data: &'a Dataset, settings: &'a Settings) -> Self {
        let statements: Vec<Said> = data.pernyataan.iter().map(Said::new).collect();
        let mut by_subject: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut by_occasion: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (index, said) in statements.iter().enumerate() {
            by_subject.entry(said.subject()).or_default().push((index, said));
            by_occasion.entry(said.occasion()).or_default().push(index);
        }
        let by_subject = by_subject.into_iter().map(|(subject, said)| (subject, OnSubject::new(&said))).collect();
        Self { rows: Rows::new(data, settings), statements, by_subject, by_occasion }
    }

    pub(super) fn data(&self) -> &'a Dataset {
        self.rows.data
    }

    pub(super) fn statements(&self) -> &[Said<'a>] {
        &self.statements
    }

    /// The targets for its target year on its subject, each value once, in the order of the table.
    pub(super) fn targets_of_its_year<'b>(&'b self, said: &'b Said<'a>) -> impl Iterator<Item = &'b Said<'a>> {
        self.at(self.on_its_subject(said).and_then(|on| on.targets.get(&said.target_year())))
    }

    /// The percentages of its day on its subject, each once for each publisher, in the order of the table.
    pub(super) fn shares_of_its_day<'b>(&'b self, said: &'b Said<'a>) -> impl Iterator<Item = &'b Said<'a>> {
        self.at(self.on_its_subject(said).and_then(|on| on.shares.get(&said.row.tanggal.value)))
    }

    /// The workers of its year on its subject, each number once, in the order of the table.
    pub(super) fn workers_of_its_year<'b>(&'b self, said: &'b Said<'a>) -> impl Iterator<Item = &'b Said<'a>> {
        self.at(self.on_its_subject(said).and_then(|on| on.workers.get(&said.row.tanggal.value.year())))
    }

    /// The last percentage on its subject before its day.
    pub(super) fn share_before<'b>(&'b self, said: &'b Said<'a>) -> Option<&'b Said<'a>> {
        self.before(&self.on_its_subject(said)?.last_share, said)
    }

    /// The last percentage on its subject before its day that names its participants.
    pub(super) fn counted_share_before<'b>(&'b self, said: &'b Said<'a>) -> Option<&'b Said<'a>> {
        self.before(&self.on_its_subject(said)?.last_counted_share, said)
    }

    /// The other statements of one publication of one day about one region, in the order of the table.
    pub(super) fn on_its_occasion<'b>(&'b self, said: &'b Said<'a>) -> impl Iterator<Item = &'b Said<'a>> {
        self.at(self.by_occasion.get(&said.occasion())).filter(move |other| !other.is(said))
    }

    fn on_its_subject<'b>(&'b self, said: &'b Said<'a>) -> Option<&'b OnSubject> {
        self.by_subject.get(&said.subject())
    }

    fn before(&self, last: &BTreeMap<NaiveDate, usize>, said: &Said) -> Option<&Said<'a>> {
        self.statements.get(*last.range(..said.row.tanggal.value).next_back()?.1)
    }

    fn at<'b>(&'b self, indices: Option<&'b Vec<usize>>) -> impl Iterator<Item = &'b Said<'a>> + use<'a, 'b> {
        indices.into_iter().flatten().filter_map(|index| self.statements.get(*index))
    }

    /// The denominator that the statement names.
    pub(super) fn declared(said: &Said) -> Option<Base> {
        said.figure(Column::Penyebut).map(|figure| Base::said(figure, "pekerja", &said.row.sumber.value))
    }

    /// The participants that the statement names.
    pub(super) fn stated_participants(said: &Said) -> Option<Base> {
        said.figure(Column::Pembilang).map(|figure| Base::said(figure, "peserta aktif", &said.row.sumber.value))
    }

    /// The published denominator in force in the statement's month.
    pub(super) fn in_force(&self, said: &Said) -> Option<Base> {
        let rows = self.rows.denominators.in_force(said.region(), said.segment(), said.period()?).ok()?;
        Some(Base::of_workers(&rows)).filter(|base| base.range.value > whole(0))
    }

    /// What a percentage of the statement is a percentage of: the denominator it names, else the one in force.
    pub(super) fn base(&self, said: &Said) -> Option<Base> {
        Self::declared(said).filter(|base| base.range.low > whole(0)).or_else(|| self.in_force(said))
    }

    /// Every published denominator of the statement's region and segment, in the order of the table.
    pub(super) fn published(&self, said: &Said) -> impl Iterator<Item = &'a Pekerja> {
        self.rows.denominators.published(said.region(), said.segment()).filter(|row| row.jumlah_pekerja.value > 0)
    }

    /// Participants as the data have them in a month; of a TOTAL that nobody counted the sum of its parts.
    pub(super) fn counted(&self, said: &Said, period: Period) -> Option<Base> {
        let (region, segment) = (said.region(), said.segment());
        let own = self.rows.row(period, region, segment).map(|row| vec![row]);
        let parts = || {
            let parts = self.rows.settings.total_parts.iter().map(|part| self.rows.row(period, region, *part));
            parts.collect::<Option<Vec<_>>>().filter(|rows| !rows.is_empty())
        };
        let rows = own.or_else(|| if segment == Segmen::Total { parts() } else { None })?;
        let people: u128 = rows.iter().map(|row| u128::from(row.peserta_aktif.value)).sum();
        Some(Base {
            range: Range::exact(whole(people)),
            words: format!("{} peserta aktif", number(people)),
            publishers: each_once(rows.iter().map(|row| &row.sumber)),
            places: rows.iter().map(|row| row.peserta_aktif.place.clone()).collect(),
        })
    }
}

/// How a value was reckoned.
pub(super) struct Reckoned {
    pub(super) range: Range,
    /// As a sentence names it: `42.591 dari 154.008`.
    pub(super) how: String,
    pub(super) publishers: Vec<String>,
    pub(super) places: Vec<Place>,
}

impl Reckoned {
    pub(super) fn new(range: Range, how: String, from: &[&Base]) -> Self {
        let publishers: BTreeSet<&String> = from.iter().flat_map(|base| &base.publishers).collect();
        Self {
            range,
            how,
            publishers: publishers.into_iter().cloned().collect(),
            places: from.iter().flat_map(|base| &base.places).cloned().collect(),
        }
    }

    pub(super) fn right(&self, figure: String) -> Right {
        Right { figure, publishers: self.publishers.clone(), places: self.places.clone() }
    }
}

/// A said figure beside the one reckoned for it.
pub(super) fn compare(figure: Figure, reckoned: &Reckoned) -> Reply {
    let said = figure.said;
    let computed = shown(&reckoned.range.value, said);
    let wording = figure.cell.value.trim();
    let right = reckoned.right(computed.clone());
    let how = &reckoned.how;
    let reply = |outcome| Reply::new(figure.column, outcome).with(right.clone());
    match fit(&reckoned.range, said) {
        Fit::Exact => reply(Outcome::Sesuai),
        Fit::Covered(cover @ super::Cover::Potong) => reply(Outcome::Pembulatan(cover)).saying(format!(
            "{} tercantum {wording}; {how} sama dengan {computed}, yang dibulatkan menjadi {}.",
            figure.column.label(),
            shown_as_said(&reckoned.range.value, said)
        )),
        Fit::Covered(cover) => reply(Outcome::Pembulatan(cover)),
        Fit::None => reply(Outcome::TidakSesuai(computed.clone()))
            .saying(format!("{} tercantum {wording}, tetapi {how} sama dengan {computed}.", figure.column.label())),
    }
}

/// Where a statement stood, as a sentence names it: `pendoposatu.id, 26 Agustus 2025`.
pub(super) fn occasion(said: &Said) -> String {
    format!("{}, {}", said.row.sumber.value, bahasa::tanggal(said.row.tanggal.value))
}
