//! From a finished file back to its cells: every printed figure, where it stands and what it follows from.
//!
//! A report carries its input, so it is built again from itself; the places on the pages are those of that build, and
//! they are the file's own when the bytes agree. Of a file that another version of the program made, only the cells can
//! be told.

mod cells;
mod formula;
mod wire;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::build::located;
use super::code;
use super::input::BuildInput;
use super::package::INPUT_FILE;
use crate::bahasa::baca::{Bilangan, dalam_teks};
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::figure::Ratio;
use crate::pdf::Pdf;
use crate::place::{Field, Place, Printed, Sources};
use crate::template::Rendered;
use crate::typeset::{Places, Spot};
use cells::Cells;
use formula::Formulas;

/// How a file relates to what its own data print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Agreement {
    /// Byte for byte.
    Same,
    /// The same, with something added behind it, as a signature is.
    Extended,
    /// Another file than these data print.
    Different,
    /// Saved anew by another program, which leaves its bytes in no relation to what these data print.
    Rewritten,
    /// Not known: another version of the program made it.
    Unknown,
}

/// How a figure is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Manner {
    /// As text.
    Text,
    /// In a drawing.
    Label,
    /// In the text that stands for a drawing when it is read aloud.
    Alternative,
}

/// One print of a figure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Print {
    /// As it is printed.
    pub text: String,
    /// How.
    pub manner: Manner,
    /// Where; nothing when the pages are not known.
    pub spot: Option<Spot>,
    #[serde(with = "wire")]
    numbers: Vec<Bilangan>,
}

/// A cell behind a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceCell {
    /// Where it stood.
    pub place: Place,
    /// What stood there, in canonical form.
    pub value: Option<String>,
}

/// A figure: one number from the same cells, however often it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Every print of it, in the order of the pages.
    pub prints: Vec<Print>,
    /// The cells it follows from.
    pub cells: Vec<SourceCell>,
    /// How it follows from them, when it is not simply what stands in a cell.
    pub formula: Option<String>,
}

impl Figure {
    /// The numbers of all its prints.
    fn numbers(&self) -> impl Iterator<Item = &Bilangan> {
        self.prints.iter().flat_map(|print| &print.numbers)
    }

    /// Its number, when its first print holds no other.
    fn only(&self) -> Option<&Bilangan> {
        match self.prints.first()?.numbers.as_slice() {
            [number] => Some(number),
            _ => None,
        }
    }
}

/// Everything that is printed in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The version of the program that made it.
    pub version: String,
    /// How the file relates to what its data print.
    pub agreement: Agreement,
    /// The figures, in the order in which they are first printed.
    pub figures: Vec<Figure>,
}

impl Trace {
    /// The figures in which a number is printed; those that are this number and nothing else come first.
    #[must_use]
    pub fn of(&self, wanted: &Bilangan) -> Vec<&Figure> {
        let found = |alone| {
            let figures = self.figures.iter().filter(move |figure| figure.only().is_some() == alone);
            figures.filter(|figure| figure.numbers().any(|number| wanted.mencari(number)))
        };
        found(true).chain(found(false)).collect()
    }

    /// The figures nearest to a number that is not printed, the nearest first, each number once.
    #[must_use]
    pub fn nearest(&self, wanted: &Bilangan, most: usize) -> Vec<&Figure> {
        let wanted = wanted.besar();
        let mut near: BTreeMap<Ratio, &Figure> = BTreeMap::new();
        for figure in &self.figures {
            if let Some(number) = figure.only() {
                let size = number.besar();
                let away = if size > wanted { size - &wanted } else { &wanted - size };
                near.entry(away).or_insert(figure);
            }
        }
        near.into_values().take(most).collect()
    }
}

/// Reads a file back and traces all figures in it.
///
/// # Errors
/// `B001` to `B006` from [`Pdf`], `R030` for a PDF that another program made, `R001` for an input that cannot be read; and
/// whatever a build of the same input is refused with.
pub fn trace(file: &[u8]) -> Result<Trace, Failure> {
    let refused = |diagnostic: Box<Diagnostic>| Failure::one(FailureKind::Data, *diagnostic);
    let pdf = Pdf::open(file).map_err(refused)?;
    let json = pdf.attachment(INPUT_FILE).map_err(refused)?;
    if !pdf.creator().is_some_and(|creator| creator.starts_with("rakor ")) {
        return Err(foreign());
    }
    let value: Value = serde_json::from_slice(&json).unwrap_or_default();
    let cells = Cells::of(&value);
    let version = value.get("versi").and_then(Value::as_str).unwrap_or_default().to_owned();
    if version != env!("CARGO_PKG_VERSION") && !version.is_empty() {
        return Ok(Trace { version, agreement: Agreement::Unknown, figures: bare(&cells) });
    }
    let input = BuildInput::from_json(&json)?;
    let (rendered, places, again) = located(&input)?;
    let agreement = match file.strip_prefix(again.as_slice()) {
        Some([]) => Agreement::Same,
        Some(_) => Agreement::Extended,
        None => Agreement::Different,
    };
    let gathered = gather(&rendered, &places);
    Ok(Trace { version, agreement, figures: gathered.figures(&cells, &Formulas::of(&input)) })
}

fn foreign() -> Failure {
    let diagnostic = Diagnostic::error(
        code::FOREIGN,
        "PDF ini tidak dibuat oleh rakor.",
        "Gunakan berkas PDF yang dibuat oleh `rakor buat`.",
    );
    Failure::one(FailureKind::Data, diagnostic)
}

/// The cells that hold a number, each as a figure that is printed nobody knows where.
fn bare(cells: &Cells) -> Vec<Figure> {
    let numeric = cells.iter().filter(|(place, _)| !is_personal(place)).filter_map(|(place, value)| {
        let number = Bilangan { ukuran: cells::canonical(value)?, pangkat: 0, negatif: None };
        Some(Figure {
            prints: vec![Print { text: value.to_owned(), manner: Manner::Text, spot: None, numbers: vec![number] }],
            cells: vec![SourceCell { place: place.clone(), value: Some(value.to_owned()) }],
            formula: None,
        })
    });
    numeric.collect()
}

/// Whether a cell holds the number of a person, which nobody asks for by tracing figures.
fn is_personal(place: &Place) -> bool {
    matches!(&place.bagian, Some(Field::Kunci(key)) if key.ends_with(".nip"))
}

/// Everything printed from data that holds a number.
fn gather<'a>(rendered: &'a Rendered, places: &Places) -> Gathered<'a> {
    let mut gathered = Gathered::default();
    for (index, printed) in rendered.values.iter().enumerate() {
        for spot in places.values.get(&index).into_iter().flatten() {
            gathered.add(printed, Manner::Text, Some(spot));
        }
    }
    for call in &rendered.charts {
        let spot = places.drawings.get(&call.path);
        for printed in call.spec.printed() {
            gathered.add(printed, Manner::Label, spot);
        }
        for printed in call.alt_values.iter().filter_map(|index| rendered.values.get(*index)) {
            gathered.add(printed, Manner::Alternative, spot);
        }
    }
    gathered
}

/// What makes prints one figure: the same numbers from the same cells. A sign tells no figures apart: in a sentence the
/// verb carries it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    sizes: Vec<Ratio>,
    from: &'a Sources,
}

/// The prints of one figure, and how many figures were printed before it.
struct Entry {
    turn: usize,
    prints: Vec<Print>,
}

/// Everything gathered so far.
#[derive(Default)]
struct Gathered<'a>(BTreeMap<Key<'a>, Entry>);

impl<'a> Gathered<'a> {
    fn add(&mut self, printed: &'a Printed, manner: Manner, spot: Option<&Spot>) {
        let numbers = dalam_teks(&printed.text);
        // The numbers in front of rows follow from nothing; that of a person is no figure.
        if numbers.is_empty() || printed.from.is_empty() || printed.from.iter().all(is_personal) {
            return;
        }
        let key = Key { sizes: numbers.iter().map(Bilangan::besar).collect(), from: &printed.from };
        let print = Print { text: printed.text.clone(), manner, spot: spot.cloned(), numbers };
        let turn = self.0.len();
        let entry = self.0.entry(key).or_insert(Entry { turn, prints: Vec::new() });
        if !entry.prints.contains(&print) {
            entry.prints.push(print);
        }
    }

    fn figures(self, cells: &Cells, formulas: &Formulas) -> Vec<Figure> {
        let page = |print: &Print| print.spot.as_ref().map(|spot| spot.page);
        let mut entries: Vec<(Key<'_>, Entry)> = self.0.into_iter().collect();
        for (_, entry) in &mut entries {
            entry.prints.sort_by_key(|print| (page(print), print.manner));
        }
        entries.sort_by_key(|(_, entry)| (entry.prints.first().and_then(page), entry.turn));
        let figures = entries.into_iter().map(|(Key { sizes, from }, Entry { prints, .. })| {
            let cells: Vec<SourceCell> =
                from.iter().map(|place| SourceCell { place: place.clone(), value: cells.at(place) }).collect();
            let exact: Vec<Option<Ratio>> = cells.iter().map(|cell| cells::canonical(cell.value.as_deref()?)).collect();
            let formula = match sizes.as_slice() {
                [size] => formulas.find(from, size, &exact),
                _ => None,
            };
            Figure { prints, cells, formula }
        });
        figures.collect()
    }
}
