//! Bound references: what a slot prints instead of its value.

use minijinja::value::Object;
use minijinja::{Error, ErrorKind, Output, State, Value};
use std::fmt;
use std::sync::Arc;

use super::render::ChartCall;
use crate::place::{Printed, Sources};

/// A finished string inside the engine.
#[derive(Debug)]
pub(super) struct Bound(pub(super) Printed);

impl Object for Bound {
    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result
    where
        Self: Sized + 'static,
    {
        f.write_str(&self.0.text)
    }

    fn repr(self: &Arc<Self>) -> minijinja::value::ObjectRepr {
        minijinja::value::ObjectRepr::Plain
    }
}

/// What one render has asked for so far.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) values: Vec<Printed>,
    pub(super) charts: Vec<ChartCall>,
}

/// Writes references and reads them back. The name follows from the templates alone, so that the markup does not vary
/// with the data.
#[derive(Clone, Debug)]
pub(super) struct Marker(pub(super) String);

impl Marker {
    /// Prints a value the way the engine asks for it.
    pub(super) fn format(&self, out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
        if value.is_safe() {
            return out.write_str(value.as_str().unwrap_or_default()).map_err(Error::from);
        }
        let printed = if let Some(bound) = value.downcast_object_ref::<Bound>() {
            bound.0.clone()
        } else if value.is_integer() {
            Printed::fixed(value.to_string())
        } else {
            return Err(Error::new(ErrorKind::BadEscape, refusal(value)));
        };
        if printed.text.contains(&self.0) {
            return Err(Error::new(ErrorKind::BadEscape, "nilai memuat nama penanda templat"));
        }
        let index = record(state, printed);
        write!(out, "#{}({index});", self.0).map_err(Error::from)
    }

    /// The plain text of something the engine has printed: references replaced by their values, sources united; and the
    /// numbers of those values.
    pub(super) fn resolve(&self, printed: &str, values: &[Printed]) -> (Printed, Vec<usize>) {
        let mut text = String::new();
        let mut from = Sources::none();
        let mut used = Vec::new();
        for piece in self.pieces(printed) {
            match piece {
                Piece::Prose(words) => text.push_str(words),
                Piece::Value(index) => {
                    let Some(value) = values.get(index) else { continue };
                    text.push_str(&value.text);
                    from = from.and(&value.from);
                    used.push(index);
                }
            }
        }
        (Printed { text, from }, used)
    }

    /// What the engine has printed, cut into what the templates say and what the references stand for.
    pub(super) fn pieces<'a>(&self, printed: &'a str) -> Vec<Piece<'a>> {
        let open = format!("#{}(", self.0);
        let mut pieces = Vec::new();
        let mut rest = printed;
        while let Some((before, after)) = rest.split_once(&open) {
            pieces.push(Piece::Prose(before));
            let Some((index, tail)) = after.split_once(");") else { return pieces };
            pieces.extend(index.parse().ok().map(Piece::Value));
            rest = tail;
        }
        pieces.push(Piece::Prose(rest));
        pieces
    }
}

/// A part of what the engine has printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words of a template.
    Prose(&'a str),
    /// The number of a value.
    Value(usize),
}

/// Enters a value into the table; its number.
pub(super) fn record(state: &mut State, printed: Printed) -> usize {
    let record = state.get_or_insert_extension_with(Record::default);
    record.values.push(printed);
    record.values.len() - 1
}

fn refusal(value: &Value) -> &'static str {
    if value.is_none() || value.is_undefined() {
        "nilai ini tidak ada"
    } else if value.is_number() {
        "bilangan harus disusun oleh program, bukan oleh templat"
    } else if value.as_str().is_some() {
        "penanda kasus tidak untuk dicetak"
    } else {
        "daftar, peta, atau syarat tidak untuk dicetak"
    }
}
