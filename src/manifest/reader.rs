//! Taking values out of the engine's document: every value with its place, every problem kept.

use chrono::{Datelike, NaiveDate};
use toml::de::{DeTable, DeValue};

use super::problem;
use super::schema::{self, Form, Section, TOP};
use super::sections::Setting;
use super::syntax::{Document, Lines};
use crate::diagnostic::{Diagnostic, nearest, quote};
use crate::fonts::check_text;
use crate::place::{Cell, Place};

/// What a text may hold.
#[derive(Clone, Copy)]
pub(super) enum Rows {
    /// One line.
    One,
    /// Several lines.
    Many,
}

/// One section, or one entry of a repeated one.
pub(super) struct View<'v, 't> {
    /// Dotted path of the section, empty at the top.
    path: String,
    /// Its keys; absent with the section.
    table: Option<&'v DeTable<'t>>,
    /// The file, or the line of the section's heading.
    place: Place,
}

/// A document being read.
pub(super) struct Reader<'t> {
    file: Place,
    lines: Lines<'t>,
    guessed: Vec<u32>,
    /// Everything found so far.
    pub(super) problems: Vec<Diagnostic>,
}

impl<'t> Reader<'t> {
    /// Begins with the engine's refusals.
    pub(super) fn new(document: Document<'t>) -> (Self, DeTable<'t>) {
        let Document { file, lines, root, refusals, guessed, torn: _ } = document;
        (Self { file, lines, guessed, problems: refusals }, root)
    }

    /// The keys above the first section.
    pub(super) fn top<'v>(&self, root: &'v DeTable<'t>) -> View<'v, 't> {
        View { path: String::new(), table: Some(root), place: self.file.clone() }
    }

    /// A section that stands at most once; an absent one has no keys.
    pub(super) fn section<'v>(&mut self, root: &'v DeTable<'t>, name: &str) -> View<'v, 't> {
        let place = self.file.clone();
        let table = match root.get_key_value(name) {
            None => None,
            Some((key, value)) => {
                let place = self.at(&key.span(), name);
                if let DeValue::Table(table) = value.get_ref() {
                    return View { path: name.to_owned(), table: Some(table), place };
                }
                let expected = format!("satu bagian yang diawali [{name}]");
                self.push(problem::wrong_type(place, Some(kind(value.get_ref()).to_owned()), &expected));
                None
            }
        };
        View { path: name.to_owned(), table, place }
    }

    /// The entries of a section that may stand several times, at the top or within another section.
    pub(super) fn entries<'v>(&mut self, within: &View<'v, 't>, name: &str) -> Vec<View<'v, 't>> {
        let Some((key, value)) = within.table.and_then(|table| table.get_key_value(name)) else { return Vec::new() };
        let name = within.key(name);
        let place = self.at(&key.span(), &name);
        let expected = format!("satu bagian atau lebih, masing-masing diawali [[{name}]]");
        let DeValue::Array(items) = value.get_ref() else {
            self.push(problem::wrong_type(place, Some(kind(value.get_ref()).to_owned()), &expected));
            return Vec::new();
        };
        let mut views = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let path = format!("{name}[{}]", index + 1);
            let place = self.at(&item.span(), &path);
            match item.get_ref() {
                DeValue::Table(table) => views.push(View { path, table: Some(table), place }),
                other => self.push(problem::wrong_type(place, Some(kind(other).to_owned()), &expected)),
            }
        }
        views
    }

    /// Refuses every section and key that the schema does not list.
    pub(super) fn refuse_unknown(&mut self, root: &DeTable<'t>) {
        let names: Vec<&str> = schema::outermost().chain(TOP.iter().copied()).collect();
        for (key, value) in root {
            let name = key.get_ref().as_ref();
            match schema::section(name).filter(|_| !name.contains('.')) {
                Some(section) => self.refuse_unknown_within(section, name, value.get_ref()),
                None if !TOP.contains(&name) => {
                    let place = self.at(&key.span(), name);
                    let unknown = match (value.get_ref(), schema::home_of(name)) {
                        (DeValue::Table(_), _) | (_, None) => problem::unknown_section(place, name, &names),
                        (_, home) => problem::unknown_key(place, "", name, TOP, home),
                    };
                    self.push(unknown);
                }
                None => {}
            }
        }
    }

    fn refuse_unknown_within(&mut self, section: &Section, path: &str, value: &DeValue<'t>) {
        match value {
            DeValue::Table(table) if section.form == Form::Named => {
                for (own, inner) in table {
                    if let DeValue::Table(inner) = inner.get_ref() {
                        let path = format!("{path}.{}", own.get_ref());
                        self.refuse_unknown_keys(&format!("[{path}]"), section.keys, &path, inner);
                    }
                }
            }
            DeValue::Table(table) => self.refuse_unknown_keys(&section.heading(), section.keys, path, table),
            DeValue::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    if let DeValue::Table(table) = item.get_ref() {
                        let path = format!("{path}[{}]", index + 1);
                        self.refuse_unknown_keys(&section.heading(), section.keys, &path, table);
                    }
                }
            }
            _ => {}
        }
    }

    /// Refuses every key that a document without sections does not have.
    pub(super) fn refuse_unknown_here(&mut self, root: &DeTable<'t>, file: &str, known: &[&str]) {
        for key in root.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let place = self.at(&key.span(), name);
                self.push(problem::unknown_key_of_file(place, file, name, known));
            }
        }
    }

    fn refuse_unknown_keys(&mut self, heading: &str, known: &[&str], path: &str, table: &DeTable<'t>) {
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let path = format!("{path}.{name}");
            if let Some(inner) = schema::section(&path) {
                self.refuse_unknown_within(inner, &path, value.get_ref());
            } else if let Some((.., why, action)) = schema::refused(&path) {
                let place = self.at(&key.span(), &path);
                self.push(problem::not_taken(place, why, action));
            } else if !known.contains(&name) {
                let place = self.at(&key.span(), &path);
                self.push(problem::unknown_key(place, heading, name, known, schema::home_of(name)));
            }
        }
    }

    /// The sections below a name, each under a name of the user's own.
    pub(super) fn named<'v>(&mut self, root: &'v DeTable<'t>, name: &str) -> Vec<(Cell<String>, View<'v, 't>)> {
        let Some((key, value)) = root.get_key_value(name) else { return Vec::new() };
        let expected = format!("satu bagian atau lebih, masing-masing diawali [{name}.NAMA]");
        let DeValue::Table(table) = value.get_ref() else {
            let place = self.at(&key.span(), name);
            self.push(problem::wrong_type(place, Some(kind(value.get_ref()).to_owned()), &expected));
            return Vec::new();
        };
        let mut views = Vec::new();
        for (own, inner) in table {
            let path = format!("{name}.{}", own.get_ref());
            let place = self.at(&own.span(), &path);
            match inner.get_ref() {
                DeValue::Table(inner) => {
                    let cell = Cell::new(own.get_ref().clone().into_owned(), place.clone());
                    views.push((cell, View { path, table: Some(inner), place }));
                }
                other => self.push(problem::wrong_type(place, Some(kind(other).to_owned()), &expected)),
            }
        }
        views.sort_by_key(|(own, _)| own.place.baris);
        views
    }

    /// A section within a section; an absent one has no keys.
    pub(super) fn inner<'v>(&mut self, view: &View<'v, 't>, key: &str) -> View<'v, 't> {
        let path = view.key(key);
        let Some((value, place)) = self.value(view, key) else {
            return View { path, table: None, place: view.place.clone() };
        };
        let table = if let DeValue::Table(table) = value {
            Some(table)
        } else {
            let expected = format!("bagian [{path}] atau pasangan dalam kurung kurawal");
            self.push(problem::wrong_type(place.clone(), Some(shown(value)), &expected));
            None
        };
        View { path, table, place }
    }

    /// The same, with a closed list of keys; says whether it is there.
    pub(super) fn closed<'v>(&mut self, view: &View<'v, 't>, key: &str, known: &[&str]) -> Option<View<'v, 't>> {
        let inner = self.inner(view, key);
        let table = inner.table?;
        self.refuse_unknown_keys(&format!("[{}]", inner.path), known, &inner.path, table);
        Some(inner)
    }

    /// A text, a whole number or a date, as text.
    pub(super) fn scalar(&mut self, view: &View<'_, 't>, key: &str) -> Option<Cell<String>> {
        let (value, place) = self.value(view, key)?;
        match value {
            DeValue::String(text) => self.checked(text, place, Rows::One),
            DeValue::Integer(number) if number.radix() == 10 => Some(Cell::new(number.as_str().to_owned(), place)),
            DeValue::Datetime(when) if when.time.is_none() && when.offset.is_none() => {
                Some(Cell::new(when.to_string(), place))
            }
            other => {
                let expected = "teks dalam tanda petik, bilangan bulat, atau tanggal";
                self.push(problem::wrong_type(place, Some(shown(other)), expected));
                None
            }
        }
    }

    /// A whole number within bounds, or one word that stands for no number; none when absent, refused or the word.
    pub(super) fn whole_or(
        &mut self,
        view: &View<'_, 't>,
        key: &str,
        bounds: std::ops::RangeInclusive<u32>,
        word: &str,
    ) -> Option<Cell<u32>> {
        let (value, place) = self.value(view, key)?;
        let number = match value {
            DeValue::String(text) if text.trim().is_empty() || text.trim() == word => return None,
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if let Some(number) = number.filter(|number| bounds.contains(number)) {
            return Some(Cell::new(number, place));
        }
        let or = if word.is_empty() { String::new() } else { format!(", atau \"{word}\"") };
        let expected = format!("bilangan bulat dari {} sampai dengan {}{or}", bounds.start(), bounds.end());
        self.push(problem::wrong_type(place, Some(shown(value)), &expected));
        None
    }

    /// A text, trimmed; none when absent, empty or refused.
    pub(super) fn text(&mut self, view: &View<'_, 't>, key: &str) -> Option<Cell<String>> {
        self.text_of(view, key, Rows::One)
    }

    /// A text that may have several lines.
    pub(super) fn passage(&mut self, view: &View<'_, 't>, key: &str) -> Option<Cell<String>> {
        self.text_of(view, key, Rows::Many)
    }

    fn text_of(&mut self, view: &View<'_, 't>, key: &str, rows: Rows) -> Option<Cell<String>> {
        let (value, place) = self.value(view, key)?;
        match value {
            DeValue::String(text) => self.checked(text, place, rows),
            other => {
                self.push(problem::wrong_type(place, Some(shown(other)), "teks dalam tanda petik"));
                None
            }
        }
    }

    fn checked(&mut self, text: &str, place: Place, rows: Rows) -> Option<Cell<String>> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if let Err(refused) = check_text(text) {
            self.push(problem::unprintable(place, refused));
            return None;
        }
        if matches!(rows, Rows::One) && text.contains(['\n', '\t']) {
            self.push(problem::line_break(place));
            return None;
        }
        Some(Cell::new(text.to_owned(), place))
    }

    /// A text that satisfies a rule; `expected` describes it.
    pub(super) fn text_like(
        &mut self,
        view: &View<'_, 't>,
        key: &str,
        expected: &str,
        rule: impl FnOnce(&str) -> bool,
    ) -> Option<Cell<String>> {
        let cell = self.text(view, key)?;
        if rule(&cell.value) {
            return Some(cell);
        }
        self.push(problem::wrong_value(cell.place, &cell.value, expected));
        None
    }

    /// A text that is never quoted: not when its kind is wrong, nor when its characters are.
    pub(super) fn private_text(&mut self, view: &View<'_, 't>, key: &str) -> Option<Cell<String>> {
        let (value, place) = self.value(view, key)?;
        match value {
            DeValue::String(text) => self.checked(text, place, Rows::One),
            other => {
                self.push(problem::wrong_type(place, Some(kind(other).to_owned()), "teks dalam tanda petik"));
                None
            }
        }
    }

    /// One of a short list of texts.
    pub(super) fn choice<T: Copy>(
        &mut self,
        view: &View<'_, 't>,
        key: &str,
        all: &[T],
        as_str: fn(T) -> &'static str,
    ) -> Option<Cell<T>> {
        let cell = self.text(view, key)?;
        let found = all.iter().copied().find(|choice| as_str(*choice) == cell.value);
        if found.is_none() {
            let known: Vec<&str> = all.iter().copied().map(as_str).collect();
            self.push(problem::not_a_choice(cell.place.clone(), &cell.value, &known));
        }
        Some(Cell::new(found?, cell.place))
    }

    /// A date without a time.
    pub(super) fn date(&mut self, view: &View<'_, 't>, key: &str) -> Option<Cell<NaiveDate>> {
        let (value, place) = self.value(view, key)?;
        let date = match value {
            DeValue::String(text) if text.trim().is_empty() => return None,
            DeValue::Datetime(when) if when.time.is_none() && when.offset.is_none() => when.date.and_then(|date| {
                NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            }),
            _ => None,
        };
        match date {
            Some(date) if (1900..=2200).contains(&date.year()) => Some(Cell::new(date, place)),
            _ => {
                let expected = "tanggal tanpa tanda petik dan tanpa waktu, misalnya 2025-08-31";
                self.push(problem::wrong_type(place, Some(shown(value)), expected));
                None
            }
        }
    }

    /// A whole number within bounds; the default when absent or refused.
    pub(super) fn whole(
        &mut self,
        view: &View<'_, 't>,
        key: &str,
        bounds: std::ops::RangeInclusive<u32>,
        default: u32,
    ) -> Setting<u32> {
        let Some((value, place)) = self.value(view, key) else { return Setting::default_of(default) };
        let number = match value {
            DeValue::Integer(number) => u32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        match number {
            Some(number) if bounds.contains(&number) => Setting { value: number, place: Some(place) },
            _ => {
                let expected = format!("bilangan bulat dari {} sampai dengan {}", bounds.start(), bounds.end());
                self.push(problem::wrong_type(place, Some(shown(value)), &expected));
                Setting::default_of(default)
            }
        }
    }

    /// `true` or `false`; the default when absent or refused.
    pub(super) fn truth(&mut self, view: &View<'_, 't>, key: &str, default: bool) -> Setting<bool> {
        let Some((value, place)) = self.value(view, key) else { return Setting::default_of(default) };
        if let DeValue::Boolean(truth) = value {
            return Setting { value: *truth, place: Some(place) };
        }
        self.push(problem::wrong_type(place, Some(shown(value)), "true (ya) atau false (tidak), tanpa tanda petik"));
        Setting::default_of(default)
    }

    /// A year.
    pub(super) fn year(&mut self, view: &View<'_, 't>, key: &str) -> Option<Cell<i32>> {
        let (value, place) = self.value(view, key)?;
        let year = match value {
            DeValue::String(text) if text.trim().is_empty() => return None,
            DeValue::Integer(number) => i32::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        let year = year.filter(|year| (1900..=2200).contains(year));
        if year.is_none() {
            let expected = "tahun tanpa tanda petik, misalnya 2025";
            self.push(problem::wrong_type(place.clone(), Some(shown(value)), expected));
        }
        Some(Cell::new(year?, place))
    }

    /// A list of texts; empty when absent.
    pub(super) fn list(&mut self, view: &View<'_, 't>, key: &str) -> Vec<Cell<String>> {
        let Some((value, place)) = self.value(view, key) else { return Vec::new() };
        let DeValue::Array(items) = value else {
            self.push(problem::wrong_type(place, Some(shown(value)), "daftar teks, misalnya [\"a\", \"b\"]"));
            return Vec::new();
        };
        let mut cells = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let place = self.at(&item.span(), &format!("{}[{}]", view.key(key), index + 1));
            match item.get_ref() {
                DeValue::String(text) => cells.extend(self.checked(text, place, Rows::One)),
                other => self.push(problem::wrong_type(place, Some(shown(other)), "teks dalam tanda petik")),
            }
        }
        cells
    }

    /// Reports a required key that is absent or empty. A key that was refused, or that a misspelt name probably means,
    /// has been reported already.
    pub(super) fn require(&mut self, view: &View<'_, 't>, key: &str, expected: &str) {
        let blank = match view.table.and_then(|table| table.get(key)) {
            None => true,
            Some(value) => matches!(value.get_ref(), DeValue::String(text) if text.trim().is_empty()),
        };
        // While lines could not be read, the key may stand on one of them.
        if blank && self.guessed.is_empty() && !view.misspells(key) {
            self.push(problem::missing(view.place.at_key(view.key(key)), key, expected));
        }
    }

    /// Reports a required section that is absent; says whether it is there.
    pub(super) fn require_section(&mut self, view: &View<'_, 't>) -> bool {
        if view.table.is_none() && self.problems.is_empty() {
            self.push(problem::missing_section(view.place.clone(), &view.path));
        }
        view.table.is_some()
    }

    /// Keeps a problem, unless its line could not be read in the first place.
    pub(super) fn push(&mut self, problem: Diagnostic) {
        let line = problem.places.first().and_then(|place| place.baris);
        if !line.is_some_and(|line| self.guessed.contains(&line)) {
            self.problems.push(problem);
        }
    }

    fn value<'v>(&self, view: &View<'v, 't>, key: &str) -> Option<(&'v DeValue<'t>, Place)> {
        let (name, value) = view.table?.get_key_value(key)?;
        let place = self.at(&name.span(), &view.key(key));
        let guessed = place.baris.is_some_and(|line| self.guessed.contains(&line));
        (!guessed).then_some((value.get_ref(), place))
    }

    fn at(&self, span: &std::ops::Range<usize>, key: &str) -> Place {
        self.file.at_row(self.lines.line(span.start)).at_key(key)
    }
}

impl View<'_, '_> {
    /// The keys of a section whose keys are the user's own, in the order of the file.
    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys: Vec<_> = self.table.into_iter().flat_map(DeTable::keys).collect();
        keys.sort_by_key(|key| key.span().start);
        keys.into_iter().map(|key| key.get_ref().clone().into_owned()).collect()
    }

    /// Whether an unknown name in this section probably means a key.
    fn misspells(&self, key: &str) -> bool {
        let section = self.path.split(['[', '.']).next().unwrap_or_default();
        let known = schema::section(section).map_or(TOP, |section| section.keys);
        let mut names = self.table.into_iter().flat_map(DeTable::keys).map(|name| name.get_ref().as_ref());
        names.any(|name| !known.contains(&name) && nearest(name, known.iter().copied()) == Some(key))
    }

    fn key(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "teks",
        DeValue::Integer(_) => "bilangan bulat",
        DeValue::Float(_) => "bilangan desimal",
        DeValue::Boolean(_) => "nilai benar atau salah",
        DeValue::Datetime(_) => "tanggal atau waktu",
        DeValue::Array(_) => "daftar",
        DeValue::Table(_) => "bagian",
    }
}

fn shown(value: &DeValue<'_>) -> String {
    let kind = kind(value);
    match value {
        DeValue::String(text) => format!("{kind} {}", quote(text)),
        DeValue::Integer(number) => format!("{kind} {number}"),
        DeValue::Float(number) => format!("{kind} {number}"),
        DeValue::Boolean(truth) => format!("{kind} {truth}"),
        DeValue::Datetime(when) => format!("{kind} {when}"),
        DeValue::Array(_) | DeValue::Table(_) => kind.to_owned(),
    }
}
