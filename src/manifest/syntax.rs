//! From bytes to the engine's document: encoding, and the engine's refusals in Indonesian.

use toml::de::{DeTable, DeValue, Error};

use super::problem::{self, Complaint};
use crate::diagnostic::{Diagnostic, Failure, FailureKind};
use crate::place::Place;

/// A manifest of this many bytes is a mistake: the longest real one has a few thousand.
const MAX_BYTES: usize = 1 << 20;

/// At most this many refusals of the engine are passed on; one unclosed bracket can make hundreds.
const MAX_REFUSALS: usize = 20;

/// The bytes of a manifest as text, without a byte order mark; says which byte is not UTF-8.
pub fn decode(bytes: &[u8], path: &str) -> Result<String, Failure> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            let line = before.split(|byte| *byte == b'\n').count();
            let place = Place::file(path).at_row(u32::try_from(line).unwrap_or(u32::MAX));
            Err(Failure::one(FailureKind::Usage, problem::encoding(place, before.len() - line_start + 1, line)))
        }
    }
}

/// A document as far as it could be read, and what the engine refused.
pub(super) struct Document<'t> {
    /// The file.
    pub(super) file: Place,
    /// Where lines begin.
    pub(super) lines: Lines<'t>,
    /// The tables; of a refused line only what the engine could guess.
    pub(super) root: DeTable<'t>,
    /// The engine's refusals.
    pub(super) refusals: Vec<Diagnostic>,
    /// Lines with a refusal: what stands there is a guess.
    pub(super) guessed: Vec<u32>,
    /// Whether a refusal left it open which section the later lines belong to.
    pub(super) torn: bool,
}

/// Lines of a text by byte offset.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The line of an offset, from 1.
    pub(super) fn line(&self, offset: usize) -> u32 {
        u32::try_from(self.starts.partition_point(|start| *start <= offset)).unwrap_or(u32::MAX)
    }

    /// The character within its line, from 1.
    fn character(&self, offset: usize) -> usize {
        let start = self.start(self.line(offset));
        self.text.get(start..offset).map_or(1, |before| before.chars().count() + 1)
    }

    fn start(&self, line: u32) -> usize {
        self.starts.get(line as usize - 1).copied().unwrap_or(self.text.len())
    }

    /// The first earlier line that reads like this one.
    fn earlier_like(&self, line: u32) -> Option<u32> {
        let wanted = self.content(line).trim();
        let position = self.text.lines().take(line as usize - 1).position(|earlier| earlier.trim() == wanted)?;
        u32::try_from(position + 1).ok()
    }

    /// Whether a line stands in a section about persons, of which nothing is ever quoted.
    fn is_private(&self, line: u32) -> bool {
        let above = self.text.lines().take(line as usize).filter(|line| line.trim_start().starts_with('['));
        above.last().is_some_and(|heading| heading.contains("penerima"))
    }

    /// A line without its end.
    fn content(&self, line: u32) -> &'t str {
        self.text.get(self.start(line)..).and_then(|rest| rest.lines().next()).unwrap_or_default()
    }
}

/// Reads a text as far as possible.
pub(super) fn read(text: &str, file: Place) -> Document<'_> {
    let lines = Lines::new(text);
    if text.len() > MAX_BYTES {
        let refusals = vec![problem::too_long(file.clone(), text.len(), MAX_BYTES)];
        return Document { file, lines, root: DeTable::new(), refusals, guessed: Vec::new(), torn: true };
    }
    // The engine stops at 80 levels of nesting, so neither it nor the walk below can run out of stack.
    let (root, errors) = DeTable::parse_recoverable(text);
    let root = root.into_inner();
    let mut refusals = Vec::new();
    let mut guessed = Vec::new();
    let mut torn = false;
    for error in &errors {
        let offset = error.span().map_or(0, |span| span.start);
        let line = lines.line(offset);
        let complaint = Complaint::of(error.message(), lines.content(line), spanned(text, error));
        torn |= complaint.tears();
        // The first refusal of a line is the cause, the later ones follow from it.
        if guessed.contains(&line) || refusals.len() >= MAX_REFUSALS {
            continue;
        }
        guessed.push(line);
        let earlier = match complaint {
            Complaint::Duplicate(key) => earlier_line(&root, &lines, key, offset).or_else(|| lines.earlier_like(line)),
            _ => None,
        };
        refusals.push(problem::refused(
            &complaint,
            file.at_row(line),
            lines.character(offset),
            if lines.is_private(line) { "" } else { lines.content(line) },
            earlier.map(|line| file.at_row(line)),
            error.message(),
        ));
    }
    Document { file, lines, root, refusals, guessed, torn }
}

fn spanned<'t>(text: &'t str, error: &Error) -> &'t str {
    error.span().and_then(|span| text.get(span)).unwrap_or_default()
}

/// The line of the nearest earlier key of this name: the one that the engine kept.
fn earlier_line(root: &DeTable<'_>, lines: &Lines<'_>, key: &str, before: usize) -> Option<u32> {
    let mut latest = None;
    let mut open = vec![root];
    while let Some(table) = open.pop() {
        for (name, value) in table {
            let start = name.span().start;
            if name.get_ref() == key && start < before {
                latest = latest.max(Some(start));
            }
            match value.get_ref() {
                DeValue::Table(inner) => open.push(inner),
                DeValue::Array(items) => {
                    open.extend(items.iter().filter_map(|item| match item.get_ref() {
                        DeValue::Table(inner) => Some(inner),
                        _ => None,
                    }));
                }
                _ => {}
            }
        }
    }
    latest.map(|offset| lines.line(offset))
}
