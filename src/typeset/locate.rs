//! The second walk over the finished pages: in what part of the document each value and each drawing stands.
//!
//! Reads the structure that the engine leaves in its frames, not the text. Only a trace asks for it; a build does not
//! pay for it.

use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use typst::ecow::EcoString;
use typst::foundations::{Content, PlainText, Smart, StyleChain};
use typst::introspection::{Location, Tag};
use typst::layout::{Frame, FrameItem, GroupItem};
use typst::loading::DataSource;
use typst::model::{EnumItem, FigureCaption, FigureElem, HeadingElem, ListItem, ParElem, Supplement, TableElem};
use typst::pdf::{ArtifactElem, ArtifactKind};
use typst::text::LinebreakElem;
use typst::visualize::ImageElem;
use typst_layout::PagedDocument;

use super::lint::References;

/// A part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    /// Running text.
    Paragraph,
    /// An item of a list.
    Item,
    /// A heading.
    Heading,
    /// A cell of a table.
    Table,
    /// The caption of a table or a drawing.
    Caption,
    /// A drawing.
    Drawing,
    /// The rest of a table or a drawing: its source, its notes.
    Beside,
    /// The head or foot of a page.
    Margin,
    /// Anything else: letterhead, title, signature.
    Other,
}

/// A numbered table or drawing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Numbered {
    /// Word and number, as its caption prints them: `Tabel 3`.
    pub label: String,
    /// Its caption.
    pub caption: String,
}

/// One place on the pages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// Page of the file, from 1.
    pub page: usize,
    /// The part of the document.
    pub part: Part,
    /// The numbered table or drawing it belongs to.
    pub numbered: Option<Numbered>,
    /// The heading above it.
    pub section: Option<String>,
}

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Places of each value that is printed as text, by its number, in the order of the pages.
    pub values: BTreeMap<usize, Vec<Spot>>,
    /// The place of each drawing, by its path.
    pub drawings: BTreeMap<String, Spot>,
}

pub(super) fn locate(document: &PagedDocument, references: &References) -> Places {
    let mut walker = Walker::new(references);
    for (index, page) in document.pages().iter().enumerate() {
        walker.page = index + 1;
        walker.frame(&page.frame);
    }
    walker.places
}

/// An element that has begun and not yet ended.
#[derive(Clone)]
struct Open {
    location: Location,
    part: Option<Part>,
    numbered: Option<Numbered>,
}

struct Walker<'a> {
    references: &'a References,
    page: usize,
    open: Vec<Open>,
    /// What was open when a table began: a cell that breaks over pages goes on in frames of its own.
    around: HashMap<Location, Vec<Open>>,
    /// How many of each kind were numbered so far, by the word in front of the number.
    counted: BTreeMap<String, usize>,
    section: Option<String>,
    places: Places,
}

impl<'a> Walker<'a> {
    fn new(references: &'a References) -> Self {
        Self {
            references,
            page: 0,
            open: Vec::new(),
            around: HashMap::new(),
            counted: BTreeMap::new(),
            section: None,
            places: Places::default(),
        }
    }

    fn frame(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => self.group(group),
                FrameItem::Tag(Tag::Start(element, _)) => self.begin(element),
                FrameItem::Tag(Tag::End(location, ..)) => {
                    if let Some(at) = self.open.iter().rposition(|open| open.location == *location) {
                        self.open.remove(at);
                    }
                }
                FrameItem::Text(text) => {
                    let mut previous = None;
                    for glyph in &text.glyphs {
                        if previous != Some(glyph.span.0) {
                            previous = Some(glyph.span.0);
                            if let Some(value) = self.references.at(glyph.span.0) {
                                self.printed(value);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn group(&mut self, group: &GroupItem) {
        let Some(parent) = group.parent else { return self.frame(&group.frame) };
        let around = self.around.get(&parent.location).cloned();
        let before = around.map(|around| std::mem::replace(&mut self.open, around));
        self.frame(&group.frame);
        if let Some(before) = before {
            self.open = before;
        }
    }

    fn begin(&mut self, element: &Content) {
        let Some(location) = element.location() else { return };
        let numbered = element.to_packed::<FigureElem>().and_then(|figure| self.number(figure));
        if let Some(heading) = element.to_packed::<HeadingElem>() {
            self.section = Some(plain(&heading.body));
        }
        self.open.push(Open { location, part: part(element), numbered });
        self.around.insert(location, self.open.clone());
        if let Some(image) = element.to_packed::<ImageElem>()
            && let DataSource::Path(path) = &image.source.source
            && let Ok(file) = path.resolve_if_some(element.span().id())
        {
            let spot = self.spot();
            self.places.drawings.entry(file.vpath().get_with_slash().to_owned()).or_insert(spot);
        }
    }

    /// The label of a figure that has a number; figures of one word are counted together, as their captions do.
    fn number(&mut self, figure: &FigureElem) -> Option<Numbered> {
        let styles = StyleChain::default();
        figure.numbering.get_ref(styles).as_ref()?;
        let caption = figure.caption.get_cloned(styles)?;
        let word = match figure.supplement.get_cloned(styles) {
            Smart::Custom(Some(Supplement::Content(word))) => plain(&word),
            _ => String::new(),
        };
        let count = self.counted.entry(word.clone()).or_default();
        *count += 1;
        Some(Numbered { label: format!("{word} {count}").trim().to_owned(), caption: plain(&caption.body) })
    }

    fn printed(&mut self, value: usize) {
        let spot = self.spot();
        let spots = self.places.values.entry(value).or_default();
        if !spots.contains(&spot) {
            spots.push(spot);
        }
    }

    fn spot(&self) -> Spot {
        let part = self.open.iter().rev().find_map(|open| open.part).unwrap_or(Part::Other);
        let outside = part == Part::Margin;
        let numbered = self.open.iter().rev().find_map(|open| open.numbered.clone()).filter(|_| !outside);
        let section = self.section.clone().filter(|_| !outside);
        Spot { page: self.page, part, numbered, section }
    }
}

/// The part that an element makes of what stands in it; the innermost one counts.
fn part(element: &Content) -> Option<Part> {
    if let Some(artifact) = element.to_packed::<ArtifactElem>() {
        let kind = artifact.kind.get(StyleChain::default());
        return matches!(kind, ArtifactKind::Header | ArtifactKind::Footer).then_some(Part::Margin);
    }
    if element.is::<TableElem>() {
        Some(Part::Table)
    } else if element.is::<FigureCaption>() {
        Some(Part::Caption)
    } else if element.is::<FigureElem>() {
        Some(Part::Beside)
    } else if element.is::<ImageElem>() {
        Some(Part::Drawing)
    } else if element.is::<HeadingElem>() {
        Some(Part::Heading)
    } else if element.is::<EnumItem>() || element.is::<ListItem>() {
        Some(Part::Item)
    } else if element.is::<ParElem>() {
        Some(Part::Paragraph)
    } else {
        None
    }
}

/// The text of a content in one line.
fn plain(content: &Content) -> String {
    let mut text = EcoString::new();
    let _ = content.traverse(&mut |element: Content| {
        if let Some(textable) = element.with::<dyn PlainText>() {
            textable.plain_text(&mut text);
        } else if element.is::<LinebreakElem>() {
            text.push(' ');
        }
        ControlFlow::<()>::Continue(())
    });
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
