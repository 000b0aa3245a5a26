//! A check of the markup before it is typeset: every bound reference must really be a call.

use typst::syntax::{SyntaxKind, SyntaxNode};

/// Byte offsets of references that the markup swallows: inside strings, raw text, comments or labels, where a value
/// would not be printed but its reference would.
pub(super) fn stray_references(root: &SyntaxNode, marker: &str) -> Vec<usize> {
    let mut found = Vec::new();
    visit(root, 0, marker, &mut found);
    found
}

fn visit(node: &SyntaxNode, offset: usize, marker: &str, found: &mut Vec<usize>) {
    let opaque = matches!(
        node.kind(),
        SyntaxKind::Str
            | SyntaxKind::Raw
            | SyntaxKind::LineComment
            | SyntaxKind::BlockComment
            | SyntaxKind::Label
            | SyntaxKind::Link
            | SyntaxKind::Text
    );
    if opaque {
        if node.full_text().contains(marker) {
            found.push(offset);
        }
        return;
    }
    let mut at = offset;
    for child in node.children() {
        visit(child, at, marker, found);
        at += child.len();
    }
}
