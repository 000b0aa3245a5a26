//! What a number format says about the number it shows.
//!
//! Owns: telling days, times, percentages and plain numbers apart by a format's code, as ECMA-376 Part 1, 18.8.31
//! describes it. Turning the number into what is shown belongs to [`super::number`].

use super::Form;

/// What a cell makes of its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// A number.
    Number(Form),
    /// A day.
    Day {
        /// See [`super::Day::month_only`].
        month_only: bool,
    },
    /// A time of the day or a duration, without a day.
    Time,
}

/// Formats that have a number and no code, all of them days (East Asian ones).
pub(super) fn is_nameless_day(id: u32) -> bool {
    matches!(id, 27..=36 | 50..=58)
}

/// Reads a format's code. Its first section shows positive numbers and so decides between days and numbers; sections that
/// disagree on the percent sign leave it open how a number is shown.
pub(super) fn shown(code: &str) -> Shown {
    let sections = sections(code);
    if let Some(shown) = sections.first().and_then(Section::moment) {
        return shown;
    }
    let numbers: Vec<bool> = sections.iter().filter(|section| section.digits).map(|section| section.percent).collect();
    Shown::Number(match (numbers.contains(&true), numbers.contains(&false)) {
        (true, true) => Form::Unknown,
        (true, false) => Form::Percent,
        (false, _) => Form::Plain,
    })
}

/// What stands in one section outside of quotes.
#[derive(Debug, Default)]
struct Section {
    digits: bool,
    percent: bool,
    /// Runs of the letters of days and times, in small letters and in order.
    runs: Vec<(char, usize)>,
    clock: bool,
}

impl Section {
    fn moment(&self) -> Option<Shown> {
        let has = |wanted: char| self.runs.iter().any(|(letter, _)| *letter == wanted);
        let (day, year, clock) = (has('d'), has('y'), self.clock || has('h') || has('s'));
        let month = (0..self.runs.len()).any(|at| self.is_month(at));
        if day || year || month {
            return Some(Shown::Day { month_only: month && !day && !clock });
        }
        clock.then_some(Shown::Time)
    }

    /// One or two `m` are minutes behind an hour and before a second, and a month everywhere else.
    fn is_month(&self, at: usize) -> bool {
        let letter = |at: Option<usize>| at.and_then(|at| self.runs.get(at)).map(|(letter, _)| *letter);
        match self.runs.get(at) {
            Some(('m', 3..)) => true,
            Some(('m', _)) => letter(at.checked_sub(1)) != Some('h') && letter(at.checked_add(1)) != Some('s'),
            _ => false,
        }
    }

    fn letter(&mut self, letter: char, follows: bool) {
        match self.runs.last_mut() {
            Some((last, length)) if follows && *last == letter => *length += 1,
            _ => self.runs.push((letter, 1)),
        }
    }
}

fn sections(code: &str) -> Vec<Section> {
    let mut all = Vec::new();
    let mut section = Section::default();
    let mut rest = code;
    let mut follows = false;
    while let Some(first) = rest.chars().next() {
        let tail = rest.get(first.len_utf8()..).unwrap_or_default();
        let mut next = tail;
        let mut in_run = false;
        match first.to_ascii_lowercase() {
            '"' => next = tail.split_once('"').map_or("", |(_, behind)| behind),
            // The next character stands for itself, for its width, or fills the cell.
            '\\' | '_' | '*' => next = skip(tail, 1),
            '[' => {
                let (inside, behind) = tail.split_once(']').unwrap_or((tail, ""));
                if is_elapsed(inside) {
                    section.letter('h', false);
                }
                next = behind;
            }
            ';' => all.push(std::mem::take(&mut section)),
            '0' | '#' | '?' => section.digits = true,
            '%' => section.percent = true,
            'g' if starts(rest, "general") => {
                section.digits = true;
                next = skip(rest, "general".len());
            }
            'a' if starts(rest, "am/pm") || starts(rest, "a/p") => {
                section.clock = true;
                next = skip(rest, if starts(rest, "a/p") { 3 } else { 5 });
            }
            'e' if tail.starts_with(['+', '-']) => next = skip(tail, 1),
            // Years of other calendars.
            'e' | 'b' => section.letter('y', false),
            letter @ ('y' | 'm' | 'd' | 'h' | 's') => {
                section.letter(letter, follows);
                in_run = true;
            }
            _ => {}
        }
        follows = in_run;
        rest = next;
    }
    all.push(section);
    all
}

fn skip(text: &str, characters: usize) -> &str {
    let mut chars = text.chars();
    chars.by_ref().take(characters).for_each(drop);
    chars.as_str()
}

fn starts(text: &str, small: &str) -> bool {
    text.get(..small.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(small))
}

/// `[h]`, `[mm]`, `[ss]`: more than a day is counted on.
fn is_elapsed(inside: &str) -> bool {
    let mut letters = inside.chars().map(|ch| ch.to_ascii_lowercase());
    let Some(first @ ('h' | 'm' | 's')) = letters.next() else { return false };
    letters.all(|letter| letter == first)
}
