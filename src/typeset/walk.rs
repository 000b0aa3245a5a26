//! The walk over the finished pages: where each value is printed, and what runs over the edge of the paper.

use std::collections::{BTreeMap, BTreeSet};

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use super::lint::References;

/// Text that would leave the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overflow {
    /// Page, from 1.
    pub page: usize,
    /// The value it belongs to, when a value is printed there.
    pub value: Option<usize>,
    /// The text.
    pub text: String,
}

/// What the pages hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// How many.
    pub count: usize,
    /// The pages (from 1) on which each value is printed as text, by the value's number.
    pub of_value: BTreeMap<usize, BTreeSet<usize>>,
    /// Everything that leaves the paper.
    pub overflows: Vec<Overflow>,
    /// What can be read on each page, a line feed wherever the pen was lifted.
    pub text: Vec<String>,
}

pub(super) fn walk(document: &PagedDocument, references: &References) -> Pages {
    let mut walker = Walker { references, pen: Point::zero(), pages: Pages::default() };
    walker.pages.count = document.pages().len();
    for (index, page) in document.pages().iter().enumerate() {
        let edge = Point::new(page.frame.width(), page.frame.height());
        walker.pages.text.push(String::new());
        walker.frame(&page.frame, Transform::identity(), edge, index + 1);
    }
    walker.pages
}

struct Walker<'a> {
    references: &'a References,
    /// Where the last text ended.
    pen: Point,
    pages: Pages,
}

impl Walker<'_> {
    fn frame(&mut self, frame: &Frame, at: Transform, edge: Point, page: usize) {
        for (position, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let inner = at.pre_concat(Transform::translate(position.x, position.y)).pre_concat(group.transform);
                    self.frame(&group.frame, inner, edge, page);
                }
                FrameItem::Text(text) => self.text(text, *position, at, edge, page),
                _ => {}
            }
        }
    }

    fn text(&mut self, item: &TextItem, position: Point, at: Transform, edge: Point, page: usize) {
        let mut value = None;
        let mut previous = None;
        for glyph in &item.glyphs {
            if previous != Some(glyph.span.0) {
                previous = Some(glyph.span.0);
                if let Some(&index) = self.references.by_span.get(&glyph.span.0) {
                    self.pages.of_value.entry(index).or_default().insert(page);
                    value = Some(index);
                }
            }
        }
        // A hair of tolerance: glyphs at a hanging margin may stand out by less than this.
        let hair = Abs::pt(0.5);
        let start = position.transform(at);
        let end = Point::new(position.x + item.width(), position.y).transform(at);
        if let Some(read) = self.pages.text.last_mut() {
            let lifted = (start.x - self.pen.x).abs() > hair || (start.y - self.pen.y).abs() > hair;
            if lifted && !read.is_empty() {
                read.push('\n');
            }
            read.push_str(&item.text);
        }
        self.pen = end;
        let outside =
            [start, end].into_iter().any(|p| p.x < -hair || p.y < -hair || p.x > edge.x + hair || p.y > edge.y + hair);
        if outside {
            self.pages.overflows.push(Overflow { page, value, text: item.text.to_string() });
        }
    }
}
