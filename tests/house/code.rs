//! Rust as the walls see it: without comments and literals, and the paths that begin in it.

/// The code of a source, every comment, string and character literal replaced by a blank.
pub(super) fn bare(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let skipped = comment(rest).or_else(|| raw_string(rest, out.chars().last())).or_else(|| literal(rest));
        if let Some(length) = skipped {
            out.push(' ');
            rest = rest.get(length..).unwrap_or_default();
        } else {
            out.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    out
}

fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    let inside = rest.strip_prefix("/*")?;
    Some(inside.find("*/").map_or(rest.len(), |end| end + 4))
}

fn raw_string(rest: &str, before: Option<char>) -> Option<usize> {
    if before.is_some_and(is_word) {
        return None;
    }
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let inside = after.get(hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let start = rest.len() - inside.len();
    Some(inside.find(&end).map_or(rest.len(), |at| start + at + end.len()))
}

fn literal(rest: &str) -> Option<usize> {
    if let Some(inside) = rest.strip_prefix('"') {
        return Some(closed(inside, '"').map_or(rest.len(), |end| end + 1));
    }
    let inside = rest.strip_prefix('\'')?;
    let mut chars = inside.chars();
    match chars.next()? {
        '\\' => closed(inside, '\'').map(|end| end + 1),
        // A lifetime has no closing quote.
        ch => (chars.next() == Some('\'')).then(|| ch.len_utf8() + 2),
    }
}

/// How far it is to behind the closing quote.
fn closed(inside: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, ch) in inside.char_indices() {
        match ch {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if ch == quote => return Some(at + quote.len_utf8()),
            _ => {}
        }
    }
    None
}

pub(super) fn is_word(ch: char) -> bool {
    ch.is_alphanumeric() || ch == '_'
}

/// The names that stand directly below `crate` in bare code, whether written from the root (`crate::a`,
/// `crate::{a, b::C}`) or by climbing (`super::a` in a module directly below the root). `depth` is the number of names
/// in the module's own path.
pub(super) fn below_root(bare: &str, depth: usize) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in bare.match_indices("::") {
        let (head, tail) = bare.split_at(at);
        let root = head.ends_with("crate") && !head.trim_end_matches("crate").ends_with(is_word);
        if root || climbed(head) == depth {
            found.extend(first_names(tail.trim_start_matches("::")));
        }
    }
    found.retain(|name| !name.is_empty() && name != "super");
    found
}

/// How many `super` a path ends in; zero when it does not begin with them.
fn climbed(head: &str) -> usize {
    let mut rest = head;
    let mut count = 0;
    while let Some(shorter) = rest.strip_suffix("super") {
        count += 1;
        match shorter.strip_suffix("::") {
            Some(longer) => rest = longer,
            None => return if shorter.ends_with(is_word) { 0 } else { count },
        }
    }
    0
}

fn first_names(tail: &str) -> Vec<String> {
    let word = |text: &str| text.trim_start().chars().take_while(|ch| is_word(*ch)).collect::<String>();
    let Some(group) = tail.strip_prefix('{') else { return vec![word(tail)] };
    let mut names = vec![word(group)];
    let mut depth = 0;
    for (at, ch) in group.char_indices() {
        match ch {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.extend(group.get(at + 1..).map(word)),
            _ => {}
        }
    }
    names
}

/// Whether bare code begins a path with a crate's name: `name::...`, not `other::name::...`.
pub(super) fn names_crate(bare: &str, name: &str) -> bool {
    bare.match_indices(name).any(|(at, _)| {
        let (head, tail) = (bare.get(..at).unwrap_or_default(), bare.get(at + name.len()..).unwrap_or_default());
        let starts = !head.ends_with(is_word) && !head.trim_end_matches("::").ends_with(is_word);
        starts && (tail.starts_with("::") || (head.trim_end().ends_with("use") && tail.starts_with([';', ' '])))
    })
}

#[test]
fn comments_and_literals_are_no_code() {
    let source = "a // crate::b\n\"crate::\\\"c\" r#\"crate::\"d\"# 'e' '\\'' <'f> br\"g\" /* h */ i";
    let bare = bare(source);
    assert_eq!(bare.split_whitespace().collect::<Vec<_>>(), ["a", "<'f>", "i"]);
}

#[test]
fn names_below_the_root_are_found_however_they_are_written() {
    let names = |code: &str, depth| below_root(code, depth).join(" ");
    assert_eq!(names("use crate::figure::{Ratio, whole};", 1), "figure");
    assert_eq!(names("use crate::{figure::{self, Ratio}, place};", 1), "figure place");
    assert_eq!(names("use super::files; super::super::x", 1), "files");
    assert_eq!(names("use super::files; super::super::x", 2), "x");
    assert_eq!(names("mycrate::a, ::b, std::c, $crate::d", 1), "d");
}

#[test]
fn a_crate_is_named_where_a_path_begins_with_it() {
    assert!(names_crate("use csv::Reader;", "csv"));
    assert!(names_crate("let a = csv::b();", "csv"));
    assert!(names_crate("use csv as table;", "csv"));
    assert!(names_crate("let a = ::csv::b();", "csv"));
    assert!(!names_crate("fn csv(); super::csv::a; to_csv::b; csv.c", "csv"));
}
