//! What a number format says about the number it shows.
//!
//! Owns: telling days, times, percentages and plain numbers apart by a format's code, as ECMA-376 Part 1, 18.8.31
//! describes it, and what its quoted and escaped parts make of a number in the eyes of a reader. Turning the number into what is shown belongs to [`super::number`].

use super::{Form, Mark};

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
        (false, _) => {
            let marks = sections.iter().filter(|section| section.digits).find_map(Section::mark);
            marks.map_or(Form::Plain, Form::Marked)
        }
    })
}

/// What the words and signs beside a number make of it.
pub(super) fn said(beside: &str) -> Option<Mark> {
    // A capital letter is a unit, a small one may be a metre.
    let is = |word: &str, unit: &str| if unit.len() == 1 { word == unit } else { word.eq_ignore_ascii_case(unit) };
    let has = |unit: &&str| beside.split(|ch: char| !ch.is_alphabetic()).any(|word| is(word, unit));
    let percent = || beside.contains('%').then_some(Mark::Percent);
    Mark::UNITS.into_iter().find(has).map(Mark::Unit).or_else(percent)
}

/// What the commas of a section do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Commas {
    /// There are none, or they group thousands.
    #[default]
    Group,
    /// They stand behind the last digit so far.
    Behind,
    /// They stood behind the last digit before the decimal point, and leave out thousands.
    Scale,
}

/// What stands in one section.
#[derive(Debug, Default)]
struct Section {
    digits: bool,
    percent: bool,
    commas: Commas,
    /// What is shown as it is, with a space for each digit.
    literal: String,
    /// Runs of the letters of days and times, in small letters and in order.
    runs: Vec<(char, usize)>,
    clock: bool,
}

impl Section {
    /// What makes another number of the one that is stored. Commas between digits group them, behind the last they leave
    /// out thousands.
    fn mark(&self) -> Option<Mark> {
        match said(&self.literal) {
            Some(unit @ Mark::Unit(_)) => Some(unit),
            _ if self.commas != Commas::Group => Some(Mark::Scaled),
            other => other,
        }
    }

    fn digit(&mut self) {
        self.digits = true;
        if self.commas == Commas::Behind {
            self.commas = Commas::Group;
        }
        self.literal.push(' ');
    }

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
            '"' => {
                let (inside, behind) = tail.split_once('"').unwrap_or((tail, ""));
                section.literal.push_str(inside);
                next = behind;
            }
            '\\' => {
                section.literal.extend(tail.chars().next());
                next = skip(tail, 1);
            }
            // The next character stands for its width, or fills the cell.
            '_' | '*' => {
                section.literal.push(' ');
                next = skip(tail, 1);
            }
            '[' => {
                let (inside, behind) = tail.split_once(']').unwrap_or((tail, ""));
                // A currency, whatever it is, in front of the language.
                if let Some(currency) = inside.strip_prefix('$') {
                    section.literal.push_str(currency.split('-').next().unwrap_or_default());
                }
                if is_elapsed(inside) {
                    section.letter('h', false);
                }
                next = behind;
            }
            ';' => all.push(std::mem::take(&mut section)),
            '0' | '#' | '?' => section.digit(),
            ',' if section.digits && section.commas == Commas::Group => section.commas = Commas::Behind,
            '.' if section.commas == Commas::Behind => section.commas = Commas::Scale,
            '%' => section.percent = true,
            'g' if starts(rest, "general") => {
                section.digit();
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
            other => section.literal.push(other),
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
