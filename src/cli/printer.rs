//! How a diagnostic looks: the one printer, for the terminal and for JSON.

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Severity};
use crate::fonts::{self, Why};

/// At most this many diagnostics are shown, unless everything was asked for: a wrong separator makes thousands.
const SHOWN: usize = 50;

/// How diagnostics are shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Whether the terminal shows colours.
    pub(super) colour: bool,
    /// Whether all are shown.
    pub(super) all: bool,
}

/// Diagnostics as text: one block each, the heaviest first, and a closing count.
pub(super) fn text(diagnostics: &[Diagnostic], style: Style) -> String {
    let mut ordered: Vec<&Diagnostic> = diagnostics.iter().collect();
    ordered.sort_by_key(|diagnostic| std::cmp::Reverse(diagnostic.severity));
    let limit = if style.all { ordered.len() } else { SHOWN };
    let mut out = String::new();
    for diagnostic in ordered.iter().take(limit) {
        one(&mut out, diagnostic, style);
    }
    if ordered.len() > limit {
        let _ = writeln!(out, "… dan {} lainnya; tampilkan semuanya dengan --rinci.", ordered.len() - limit);
    }
    if let Some(count) = count(diagnostics) {
        let _ = writeln!(out, "Ditemukan {count}.");
    }
    out
}

/// `3 kesalahan, 1 peringatan`; none without diagnostics.
pub(super) fn count(diagnostics: &[Diagnostic]) -> Option<String> {
    let parts: Vec<String> = [Severity::Kesalahan, Severity::Peringatan, Severity::Catatan]
        .into_iter()
        .filter_map(|severity| {
            let n = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
            (n > 0).then(|| format!("{n} {severity}"))
        })
        .collect();
    match parts.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [a, b] => Some(format!("{a} dan {b}")),
        [rest @ .., last] => Some(format!("{}, dan {last}", rest.join(", "))),
    }
}

fn one(out: &mut String, diagnostic: &Diagnostic, style: Style) {
    let head = format!("{}[{}]", diagnostic.severity, diagnostic.code);
    let head = if style.colour { format!("{}{head}\u{1B}[0m", paint(diagnostic.severity)) } else { head };
    let mut places = diagnostic.places.iter().map(|place| visible(&place.to_string()));
    match places.next() {
        Some(place) => _ = writeln!(out, "{head} {place}"),
        None => _ = writeln!(out, "{head}"),
    }
    if !diagnostic.message.is_empty() {
        let _ = writeln!(out, "  {}", visible(&diagnostic.message));
    }
    let rows = [("Ditemukan", &diagnostic.found), ("Seharusnya", &diagnostic.expected)];
    for (label, value) in rows {
        if let Some(value) = value {
            let _ = writeln!(out, "  {label:10}: {}", visible(value));
        }
    }
    if !diagnostic.action.is_empty() {
        let _ = writeln!(out, "  {:10}: {}", "Tindakan", visible(&diagnostic.action));
    }
    for place in places {
        let _ = writeln!(out, "  {:10}: {place}", "Lihat juga");
    }
    if let Some(engine) = &diagnostic.engine {
        let _ = writeln!(out, "  Pesan mesin: {}", visible(engine));
    }
    out.push('\n');
}

fn paint(severity: Severity) -> &'static str {
    match severity {
        Severity::Kesalahan => "\u{1B}[1;31m",
        Severity::Peringatan => "\u{1B}[1;33m",
        Severity::Catatan => "\u{1B}[1;36m",
    }
}

/// A text in which no character steers the terminal or the line.
pub(super) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\n    "),
            _ if matches!(fonts::unseen(c), Some(Why::Control | Why::Direction)) => {
                let _ = write!(out, "⟨U+{:04X}⟩", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

/// Diagnostics for JSON, in the order they were found; `pesan` always says all of it in one sentence.
pub(super) fn json(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut shown = diagnostics.to_vec();
    for diagnostic in &mut shown {
        if diagnostic.message.is_empty() {
            diagnostic.message = sentence(diagnostic);
        }
    }
    shown
}

/// `{Tempat} berisi {isi}; seharusnya {harapan}.`
fn sentence(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.places.first().map_or_else(|| "Masukan".to_owned(), ToString::to_string);
    match (&diagnostic.found, &diagnostic.expected) {
        (Some(found), Some(expected)) => format!("{place} berisi {found}; seharusnya {expected}."),
        (Some(found), None) => format!("{place} berisi {found}."),
        (None, Some(expected)) => format!("{place} seharusnya {expected}."),
        (None, None) => format!("{place}: {}", diagnostic.action),
    }
}
