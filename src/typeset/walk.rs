//! The walk over the finished pages: where each value is printed, what runs over the edge of the paper, and what runs
//! into other text.

use std::collections::BTreeMap;

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use super::lint::References;

/// Where text has no room of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// Over the edge of the paper.
    Paper,
    /// In the place of other text: out of the column of a table into the next one.
    Column,
}

/// Text that would leave its room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overflow {
    /// Which room it leaves.
    pub room: Room,
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
    /// The pages (from 1) on which each value is printed as text, in order, by the value's number.
    pub of_value: BTreeMap<usize, Vec<usize>>,
    /// Everything that leaves the paper or its column.
    pub overflows: Vec<Overflow>,
    /// What can be read on each page, a line feed wherever the pen was lifted.
    pub text: Vec<String>,
}

pub(super) fn walk(document: &PagedDocument, references: &References) -> Pages {
    let mut walker = Walker { references, pen: Point::zero(), runs: Vec::new(), pages: Pages::default() };
    walker.pages.count = document.pages().len();
    for (index, page) in document.pages().iter().enumerate() {
        let edge = Point::new(page.frame.width(), page.frame.height());
        walker.pages.text.push(String::new());
        walker.frame(&page.frame, Transform::identity(), edge, index + 1);
        walker.collisions(index + 1);
    }
    walker.pages
}

struct Walker<'a> {
    references: &'a References,
    /// Where the last text ended.
    pen: Point,
    /// The text of the page that is being walked.
    runs: Vec<Run<'a>>,
    pages: Pages,
}

/// A piece of text as it lies on the page: from the height of its capitals to its baseline.
struct Run<'a> {
    left: Abs,
    right: Abs,
    top: Abs,
    bottom: Abs,
    value: Option<usize>,
    text: &'a str,
}

impl Run<'_> {
    /// Whether both share ground. Lines stand further apart than their capitals are high; what touches by less than a
    /// tenth of them is as the layout wants it.
    fn lies_on(&self, other: &Self) -> bool {
        let hair = (self.bottom - self.top).min(other.bottom - other.top) * 0.1;
        self.left + hair < other.right
            && other.left + hair < self.right
            && self.top + hair < other.bottom
            && other.top + hair < self.bottom
    }
}

/// Capitals are this part of an em high.
const CAPITALS: f64 = 0.7;

impl<'a> Walker<'a> {
    fn frame(&mut self, frame: &'a Frame, at: Transform, edge: Point, page: usize) {
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

    fn text(&mut self, item: &'a TextItem, position: Point, at: Transform, edge: Point, page: usize) {
        let mut value = None;
        let mut previous = None;
        for glyph in &item.glyphs {
            if previous != Some(glyph.span.0) {
                previous = Some(glyph.span.0);
                if let Some(index) = self.references.at(glyph.span.0) {
                    let pages = self.pages.of_value.entry(index).or_default();
                    if pages.last() != Some(&page) {
                        pages.push(page);
                    }
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
            self.pages.overflows.push(Overflow { room: Room::Paper, page, value, text: item.text.to_string() });
        }
        if !item.text.trim().is_empty() {
            let (left, right) = (start.x, end.x);
            let (top, bottom) = (start.y - item.size * CAPITALS, start.y);
            self.runs.push(Run { left, right, top, bottom, value, text: &item.text });
        }
    }

    /// Text that lies on other text of the page. The one further left is told: it runs into the other.
    fn collisions(&mut self, page: usize) {
        let mut runs = std::mem::take(&mut self.runs);
        runs.sort_by_key(|run| run.top);
        for (n, run) in runs.iter().enumerate() {
            let below = runs.iter().skip(n + 1).take_while(|other| other.top < run.bottom);
            for other in below.filter(|other| run.lies_on(other)) {
                let over = if run.left <= other.left { run } else { other };
                let (value, text) = (over.value, over.text.to_owned());
                self.pages.overflows.push(Overflow { room: Room::Column, page, value, text });
            }
        }
    }
}
