//! The bound references of the markup: where each stands, and which of them the markup swallows.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::num::NonZeroU64;
use std::vec::IntoIter;

use typst::syntax::{Source, Span, SyntaxKind, SyntaxNode};

/// Every reference of a markup, found in one pass over its tree.
#[derive(Debug, Default)]
pub(super) struct References {
    /// The number in each reference, by the span that its glyphs will carry; spans grow from left to right.
    by_span: BTreeMap<NonZeroU64, usize>,
    /// Byte offsets of references inside strings, raw text, comments, links or labels, where a value would not be
    /// printed but its reference would.
    pub(super) stray: Vec<usize>,
}

impl References {
    pub(super) fn of(source: &Source, marker: &str) -> Self {
        // Most of the tree holds no reference: only what lies around one is looked into.
        let offsets = source.text().match_indices(marker).map(|(offset, _)| offset).collect::<Vec<_>>().into_iter();
        let mut search = Search { marker, ahead: offsets.peekable(), found: Self::default() };
        search.visit(source.root(), 0);
        search.found
    }

    /// The number in the reference that a glyph leads back to, if it does to one.
    pub(super) fn at(&self, span: Span) -> Option<usize> {
        self.by_span.get(&span.into_raw()).copied()
    }
}

/// The search through the tree, from left to right.
struct Search<'a> {
    marker: &'a str,
    /// Where the marker still stands.
    ahead: Peekable<IntoIter<usize>>,
    found: References,
}

impl Search<'_> {
    fn visit(&mut self, node: &SyntaxNode, offset: usize) {
        while self.ahead.next_if(|at| *at < offset).is_some() {}
        if self.ahead.peek().is_none_or(|at| *at >= offset + node.len()) {
            return;
        }
        match node.kind() {
            SyntaxKind::Raw
            | SyntaxKind::Str
            | SyntaxKind::LineComment
            | SyntaxKind::BlockComment
            | SyntaxKind::Label
            | SyntaxKind::Link
            | SyntaxKind::Text => {
                self.found.stray.push(offset);
                return;
            }
            SyntaxKind::FuncCall => {
                if let Some(number) = number(node, self.marker) {
                    self.found.by_span.insert(node.span().into_raw(), number);
                    return;
                }
            }
            _ => {}
        }
        let mut at = offset;
        for child in node.children() {
            self.visit(child, at);
            at += child.len();
        }
    }
}

/// The number in a call of the marker.
fn number(call: &SyntaxNode, marker: &str) -> Option<usize> {
    let mut parts = call.children();
    let (name, arguments) = (parts.next()?, parts.next()?);
    if name.leaf_text() != marker {
        return None;
    }
    match arguments.children().as_slice() {
        [_, number, _] => number.leaf_text().parse().ok(),
        _ => None,
    }
}
