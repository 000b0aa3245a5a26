//! Where the template language begins and ends in a file: tags, the strings in them, raw text.

/// The text before the next tag, the tag, and what follows; nothing when no tag is closed any more. What ends a tag inside
/// of a string in it is part of the string, as for the engine.
pub(super) fn next(source: &str) -> Option<(&str, &str, &str)> {
    let closing = |at: usize| match source.as_bytes().get(at + 1)? {
        b'%' => Some((at, "%}")),
        b'{' => Some((at, "}}")),
        b'#' => Some((at, "#}")),
        _ => None,
    };
    let (at, end) = source.match_indices('{').find_map(|(at, _)| closing(at))?;
    let (text, tag) = source.split_at(at);
    let inside = tag.get(2..)?;
    let length = if end == "#}" { inside.find(end)? } else { end_of_code(inside, end)? };
    let (tag, after) = tag.split_at(2 + length + end.len());
    Some((text, tag, after))
}

/// The first place outside of strings where a tag ends.
fn end_of_code(inside: &str, end: &str) -> Option<usize> {
    let mut rest = inside;
    loop {
        let closes = rest.find(end)?;
        match rest.find(['"', '\'']).filter(|opens| *opens < closes) {
            None => return Some(inside.len() - rest.len() + closes),
            Some(opens) => rest = after_string(rest.get(opens..)?)?,
        }
    }
}

/// What follows a string that the text begins with.
fn after_string(text: &str) -> Option<&str> {
    let mut characters = text.char_indices();
    let (_, quote) = characters.next()?;
    let mut escaped = false;
    let end = characters.find(|(_, ch)| {
        let closes = *ch == quote && !escaped;
        escaped = *ch == '\\' && !escaped;
        closes
    });
    end.and_then(|(at, _)| text.get(at + quote.len_utf8()..))
}

/// The word that a block tag begins with.
pub(super) fn keyword(tag: &str) -> Option<&str> {
    let inside = tag.strip_prefix("{%")?.trim_start_matches(['-', '+']).trim_start();
    inside.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

/// The raw text, the tag that ends it, and what follows.
pub(super) fn end_of_raw(source: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let at = from + source.get(from..)?.find("{%")?;
        let (raw, tag) = source.split_at(at);
        let (tag, after) = tag.split_at(tag.find("%}")? + 2);
        if keyword(tag) == Some("endraw") {
            return Some((raw, tag, after));
        }
        from = at + 2;
    }
}

/// A part of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// What is printed as it stands.
    Text(&'a str),
    /// A tag that prints a value, braces included.
    Print(&'a str),
    /// A tag that steers, braces included.
    Block(&'a str),
    /// A comment.
    Comment(&'a str),
}

/// A whole template, part by part; together they are the template.
pub(super) fn parts(source: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some((text, tag, after)) = next(rest) {
        found.push(Part::Text(text));
        found.push(match tag.get(..2) {
            Some("{{") => Part::Print(tag),
            Some("{%") => Part::Block(tag),
            _ => Part::Comment(tag),
        });
        rest = after;
        if keyword(tag) == Some("raw")
            && let Some((raw, end, after)) = end_of_raw(rest)
        {
            found.extend([Part::Text(raw), Part::Block(end)]);
            rest = after;
        }
    }
    found.push(Part::Text(rest));
    found
}

/// A piece of the code in a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A name or keyword.
    Word(&'a str),
    /// What stands in a string, quotation marks left out.
    Text(&'a str),
}

/// Names and strings of a tag, each with its first byte in the tag.
pub(super) fn pieces(tag: &str) -> Vec<(usize, Piece<'_>)> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut rest = tag;
    while let Some(at) = rest.find(|c: char| is_name(c) || matches!(c, '"' | '\'')) {
        let Some(piece) = rest.get(at..) else { break };
        let begins = tag.len() - piece.len();
        if piece.starts_with(is_name) {
            let (word, after) = piece.split_at(piece.find(|c: char| !is_name(c)).unwrap_or(piece.len()));
            found.push((begins, Piece::Word(word)));
            rest = after;
        } else {
            let Some(after) = after_string(piece) else { break };
            let text = piece.get(1..piece.len() - after.len() - 1).unwrap_or_default();
            found.push((begins, Piece::Text(text)));
            rest = after;
        }
    }
    found
}
