//! Marks that lead from a byte of the markup back to the line of the template it came from.
//!
//! When a template is loaded, each line that prints from its beginning gets a mark of private-use characters, and so do the
//! beginning and the end of each macro: what a macro prints belongs to its own line, what follows the call to the line
//! of the call. Rendering carries the marks through macros, loops and captured blocks; afterwards they are taken out
//! into a [`LineMap`].

use std::fmt::Write as _;

use super::tags::{self, Part, keyword};

/// Opens a mark; refused in data by [`crate::fonts::check_text`], so no value can forge one.
const OPEN: char = '\u{E000}';
/// Closes a mark.
const CLOSE: char = '\u{E001}';
/// What a mark says first when a macro begins at its line.
const ENTER: char = '>';
/// All that a mark says when a macro ends.
const LEAVE: &str = "<";

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

    /// The text cut where its origin changes: each part with the file that says it, when a mark tells.
    pub(super) fn parts<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Option<&'a str>, &'a str)> {
        let ends = self.stretches.iter().map(|(start, ..)| *start).chain([text.len()]);
        let files = self.stretches.iter().map(|(_, file, _)| self.files.get(*file).map(String::as_str));
        let starts = std::iter::once(0).chain(self.stretches.iter().map(|(start, ..)| *start));
        let parts = std::iter::once(None).chain(files).zip(starts.zip(ends));
        parts.map(|(file, (start, end))| (file, text.get(start..end).unwrap_or_default()))
    }
}

/// Puts a mark before the first character of each line that begins with text or with what prints a value, and marks where
/// macros begin and end. A mark after the indentation leaves the engine's trimming of white space as it is.
pub(super) fn mark(source: &str, file: usize) -> String {
    let mut writer = Writer { out: String::with_capacity(source.len() * 5 / 4), file, line: 1, begun: false };
    for part in tags::parts(source) {
        match part {
            Part::Text(text) => writer.text(text),
            Part::Print(tag) | Part::Block(tag) | Part::Comment(tag) => writer.tag(tag),
        }
    }
    writer.out
}

/// Writes a template anew, with marks.
struct Writer {
    out: String,
    file: usize,
    /// The line that is being written, from 1.
    line: usize,
    /// Whether anything but white space stands in it already.
    begun: bool,
}

impl Writer {
    fn text(&mut self, text: &str) {
        for line in text.split_inclusive('\n') {
            let (space, words) = line.split_at(line.len() - line.trim_start().len());
            self.out.push_str(space);
            if !words.is_empty() && !self.begun {
                self.mark("");
                self.begun = true;
            }
            self.out.push_str(words);
            if line.ends_with('\n') {
                self.line += 1;
                self.begun = false;
            }
        }
    }

    fn tag(&mut self, tag: &str) {
        // A tag that prints stands in a line as text does, unless it trims what is before it.
        if !self.begun && tag.starts_with("{{") && !tag.starts_with("{{-") {
            self.mark("");
        }
        self.begun = true;
        match keyword(tag) {
            Some("macro") => self.enter(tag),
            Some("endmacro") => self.leave(tag),
            _ => self.out.push_str(tag),
        }
        self.line += tag.matches('\n').count();
    }

    // The white space control of a marked tag moves to an empty comment on the other side of the mark, so that the engine
    // trims what it would have trimmed.

    fn enter(&mut self, tag: &str) {
        let tag = tag.trim_end_matches("%}");
        let control = tag.chars().next_back().filter(|c| matches!(c, '-' | '+'));
        self.out.push_str(control.map_or(tag, |control| tag.trim_end_matches(control)));
        self.out.push_str("%}");
        self.mark(ENTER);
        self.out.push_str("{# ");
        self.out.extend(control);
        self.out.push_str("#}");
    }

    fn leave(&mut self, tag: &str) {
        let tag = tag.trim_start_matches("{%");
        let control = tag.chars().next().filter(|c| matches!(c, '-' | '+'));
        self.out.push_str("{#");
        self.out.extend(control);
        self.out.push_str(" #}");
        self.out.extend([OPEN]);
        self.out.push_str(LEAVE);
        self.out.extend([CLOSE]);
        self.out.push_str("{%");
        self.out.push_str(control.map_or(tag, |control| tag.trim_start_matches(control)));
    }

    fn mark(&mut self, kind: impl std::fmt::Display) {
        // Writing to a string has no way to fail.
        let _ = write!(self.out, "{OPEN}{kind}{}:{}{CLOSE}", self.file, self.line);
    }
}

/// Takes the marks out of rendered text. `files` are the names behind the numbers in the marks.
pub(super) fn strip(rendered: &str, files: &[String]) -> (String, LineMap) {
    let mut out = String::with_capacity(rendered.len());
    let mut map = LineMap { files: files.to_vec(), stretches: Vec::new() };
    let mut current = None;
    let mut callers = Vec::new();
    let mut rest = rendered;
    while let Some(at) = rest.find(OPEN) {
        let (text, marked) = rest.split_at(at);
        out.push_str(text);
        let Some((mark, after)) = marked.split_once(CLOSE) else { break };
        let mark = mark.trim_start_matches(OPEN);
        if mark == LEAVE {
            current = callers.pop().unwrap_or(current);
        } else {
            let entered = mark.strip_prefix(ENTER);
            if entered.is_some() {
                callers.push(current);
            }
            let numbers = entered.unwrap_or(mark).split_once(':');
            if let Some((Ok(file), Ok(line))) = numbers.map(|(file, line)| (file.parse(), line.parse())) {
                current = Some((file, line));
            }
        }
        map.stretches.extend(current.map(|(file, line)| (out.len(), file, line)));
        rest = after;
    }
    out.push_str(rest);
    (out, map)
}

#[cfg(test)]
mod tests {
    use super::{mark, strip};

    fn lines(source: &str) -> Vec<u32> {
        let (plain, map) = strip(&mark(source, 3), &vec![String::from("t"); 4]);
        assert_eq!(plain, source);
        map.stretches.iter().map(|(_, _, line)| *line).collect()
    }

    #[test]
    fn a_mark_stands_only_before_lines_that_begin_with_text() {
        let source = "a\n  b {{ c\n, c\n d }}\n{% if x %}\ne {# f\ng #}\nh\n{% raw %}\ni {% if\n{% endraw %} j\n";
        assert_eq!(lines(source), [1, 2, 6, 8, 10]);
        let (_, map) = strip(&mark(source, 3), &vec![String::from("t"); 4]);
        assert_eq!(map.at(0).map(|l| l.line), Some(1));
        assert_eq!(map.at(source.len()).map(|l| l.line), Some(10));
    }

    #[test]
    #[expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]
    fn what_a_macro_prints_is_its_own_and_what_follows_the_call_is_the_callers() {
        let source = "{% macro satu(s) %}isi{% endmacro %}\n{% macro dua(s) -%}\n  baris\n{%- endmacro %}\n\
                      {% macro tiga(s) %}\n  {{ satu() }}\n  {% endmacro %}\nA {{ satu() }} b {{ dua() }} c {{ tiga() }} d\n";
        let mut engine = minijinja::Environment::empty();
        let mut syntax = minijinja::syntax::SyntaxConfig::builder();
        engine.set_syntax(syntax.trim_blocks(true).lstrip_blocks(true).build().unwrap());
        let plain = engine.render_str(source, ()).unwrap();
        let (text, map) = strip(&engine.render_str(&mark(source, 0), ()).unwrap(), &[String::from("t")]);
        assert_eq!(text, plain, "the engine trims what it would have trimmed");
        assert_eq!(text, "A isi b baris c   isi\n d");
        let line = |words: &str| map.at(text.find(words).unwrap()).map(|l| l.line);
        assert_eq!(
            [line("A"), line("isi"), line(" b "), line("baris"), line(" c")],
            [Some(8), Some(1), Some(8), Some(3), Some(8)]
        );
        assert_eq!([line("isi\n"), line("\n d"), line(" d")], [Some(1), Some(6), Some(8)]);
    }
}
