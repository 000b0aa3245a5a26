//! Marks that lead from a byte of the markup back to the line of the template it came from.
//!
//! When a template is loaded, each line that begins with text gets a mark of private-use characters; rendering carries
//! them through macros, loops and captured blocks; afterwards they are taken out into a [`LineMap`].

use std::fmt::Write as _;

/// Opens a mark; refused in data by [`crate::fonts::check_text`], so no value can forge one.
const OPEN: char = '\u{E000}';
/// Closes a mark.
const CLOSE: char = '\u{E001}';

/// A line of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateLine {
    /// Name of the template file.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
}

/// Which template line each stretch of the markup came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineMap {
    files: Vec<String>,
    /// Start of a stretch, index of the file, line; in order of the start.
    stretches: Vec<(usize, usize, u32)>,
}

impl LineMap {
    /// The template line behind a byte of the markup.
    #[must_use]
    pub fn at(&self, offset: usize) -> Option<TemplateLine> {
        let after = self.stretches.partition_point(|(start, ..)| *start <= offset);
        let (_, file, line) = self.stretches.get(after.checked_sub(1)?)?;
        Some(TemplateLine { file: self.files.get(*file)?.clone(), line: *line })
    }
}

/// Puts a mark before the first character of each line that begins with text, outside tags, comments and raw blocks.
/// A mark after the indentation leaves the engine's trimming of white space as it is.
pub(super) fn mark(source: &str, file: usize) -> String {
    let mut out = String::with_capacity(source.len() + source.len() / 4);
    let mut closing: Option<&str> = None;
    for (index, line) in source.split_inclusive('\n').enumerate() {
        let indent = line.len() - line.trim_start().len();
        let (space, text) = line.split_at(indent);
        out.push_str(space);
        if closing.is_none() && !text.is_empty() && !text.starts_with('{') {
            // Writing to a string has no way to fail.
            let _ = write!(out, "{OPEN}{file}:{}{CLOSE}", index + 1);
        }
        out.push_str(text);
        closing = open_tag(text, closing);
    }
    out
}

/// What closes the tag that is still open at the end of the line, if one is.
fn open_tag<'a>(line: &str, mut closing: Option<&'a str>) -> Option<&'a str> {
    let mut rest = line;
    loop {
        if let Some(end) = closing {
            let Some((_, after)) = rest.split_once(end) else { return closing };
            rest = after;
            closing = None;
        } else {
            let (at, end) = ["{%", "{{", "{#"]
                .into_iter()
                .zip(["%}", "}}", "#}"])
                .filter_map(|(open, end)| rest.find(open).map(|at| (at, end)))
                .min()?;
            rest = rest.get(at + 2..)?;
            closing = Some(end);
        }
    }
}

/// Takes the marks out of rendered text. `files` are the names behind the numbers in the marks.
pub(super) fn strip(rendered: &str, files: &[String]) -> (String, LineMap) {
    let mut out = String::with_capacity(rendered.len());
    let mut map = LineMap { files: files.to_vec(), stretches: Vec::new() };
    let mut rest = rendered;
    while let Some(at) = rest.find(OPEN) {
        let (text, marked) = rest.split_at(at);
        out.push_str(text);
        let Some((mark, after)) = marked.split_once(CLOSE) else { break };
        let numbers = mark.trim_start_matches(OPEN).split_once(':');
        if let Some((Ok(file), Ok(line))) = numbers.map(|(file, line)| (file.parse(), line.parse())) {
            map.stretches.push((out.len(), file, line));
        }
        rest = after;
    }
    out.push_str(rest);
    (out, map)
}

#[cfg(test)]
mod tests {
    use super::{mark, strip};

    #[test]
    fn a_mark_stands_only_before_lines_that_begin_with_text() {
        let source = "a\n  b {{ c\n, c\n d }}\n{% if x %}\ne {# f\ng #}\nh\n";
        let marked = mark(source, 3);
        let (plain, map) = strip(&marked, &vec![String::from("t"); 4]);
        assert_eq!(plain, source);
        let lines: Vec<u32> = map.stretches.iter().map(|(_, _, line)| *line).collect();
        assert_eq!(lines, [1, 2, 6, 8]);
        assert_eq!(map.at(0).map(|l| l.line), Some(1));
        assert_eq!(map.at(source.len()).map(|l| l.line), Some(8));
    }
}
