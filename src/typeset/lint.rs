//! The bound references of the markup: where each stands, and which of them the markup swallows.

use std::collections::HashMap;

use typst::syntax::{Span, SyntaxKind, SyntaxNode};

/// Every reference of a markup, found in one pass over its tree.
#[derive(Debug, Default)]
pub(super) struct References {
    /// The number in each reference, by the span that its glyphs will carry.
    pub(super) by_span: HashMap<Span, usize>,
    /// Byte offsets of references inside strings, raw text, comments, links or labels, where a value would not be
    /// printed but its reference would.
    pub(super) stray: Vec<usize>,
}

impl References {
    pub(super) fn of(root: &SyntaxNode, marker: &str) -> Self {
        let mut found = Self::default();
        found.visit(root, 0, marker);
        found
    }

    fn visit(&mut self, node: &SyntaxNode, offset: usize, marker: &str) {
        match node.kind() {
            SyntaxKind::Raw => {
                if node.full_text().contains(marker) {
                    self.stray.push(offset);
                }
                return;
            }
            SyntaxKind::Str
            | SyntaxKind::LineComment
            | SyntaxKind::BlockComment
            | SyntaxKind::Label
            | SyntaxKind::Link
            | SyntaxKind::Text => {
                if node.leaf_text().contains(marker) {
                    self.stray.push(offset);
                }
                return;
            }
            SyntaxKind::FuncCall => {
                if let Some(number) = number(node, marker) {
                    self.by_span.insert(node.span(), number);
                    return;
                }
            }
            _ => {}
        }
        let mut at = offset;
        for child in node.children() {
            self.visit(child, at, marker);
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
    arguments.full_text().trim_matches(['(', ')']).parse().ok()
}
