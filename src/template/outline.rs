//! The markup of a template before it has run.

use super::tags::{self, Part};

/// Markup with a reference in the place of every value, and where each part of it stood in the template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The markup.
    pub text: String,
    /// First byte of each part here and in the template, in order.
    parts: Vec<(usize, usize)>,
}

impl Outline {
    pub(super) fn of(source: &str, marker: &str) -> Self {
        let mut outline = Self { text: String::with_capacity(source.len()), parts: Vec::new() };
        let mut at = 0;
        for part in tags::parts(source) {
            outline.parts.push((outline.text.len(), at));
            let length = match part {
                Part::Text(text) => {
                    outline.text.push_str(text);
                    text.len()
                }
                Part::Print(tag) => {
                    outline.text.extend(["#", marker, "(0);"]);
                    tag.len()
                }
                Part::Block(tag) | Part::Comment(tag) => tag.len(),
            };
            at += length;
        }
        outline
    }

    /// The byte of the template behind a byte of the markup.
    #[must_use]
    pub fn origin(&self, offset: usize) -> usize {
        let after = self.parts.partition_point(|(start, _)| *start <= offset);
        let part = after.checked_sub(1).and_then(|at| self.parts.get(at));
        part.map_or(offset, |(start, origin)| origin + (offset - start))
    }
}
