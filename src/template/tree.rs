//! The context of a template as plain data.

use std::collections::BTreeMap;

use super::Sentence;
use crate::chart::ChartSpec;
use crate::place::Printed;

/// What a template can be given. Only [`Tree::Printed`] and [`Tree::Count`] can be printed; the rest steers.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// A finished string with its sources.
    Printed(Printed),
    /// A number of the report's own parts: how many rows follow, which table this is.
    Count(usize),
    /// The name of a case, compared but never printed.
    Tag(&'static str),
    /// A condition.
    Flag(bool),
    /// A sentence to be worded.
    Sentence(Sentence),
    /// A chart to be asked for with `grafik`.
    Chart(Box<ChartSpec>),
    /// Several of them, in order.
    List(Vec<Tree>),
    /// Named parts.
    Map(BTreeMap<&'static str, Tree>),
    /// Not there: false in a condition, an error when printed.
    Absent,
}

impl Tree {
    /// A map from pairs.
    #[must_use]
    pub fn map<const N: usize>(pairs: [(&'static str, Tree); N]) -> Self {
        Self::Map(BTreeMap::from(pairs))
    }

    /// A list of anything that is a tree.
    pub fn list<T: Into<Tree>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl From<Printed> for Tree {
    fn from(value: Printed) -> Self {
        Self::Printed(value)
    }
}

impl From<&Printed> for Tree {
    fn from(value: &Printed) -> Self {
        Self::Printed(value.clone())
    }
}

impl From<Sentence> for Tree {
    fn from(value: Sentence) -> Self {
        Self::Sentence(value)
    }
}

impl From<ChartSpec> for Tree {
    fn from(value: ChartSpec) -> Self {
        Self::Chart(Box::new(value))
    }
}

impl From<bool> for Tree {
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}

impl<T: Into<Tree>> From<Option<T>> for Tree {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}

impl<T: Into<Tree>> From<Vec<T>> for Tree {
    fn from(value: Vec<T>) -> Self {
        Self::list(value)
    }
}

/// The context as JSON, with the places behind every string: for looking at, not for reading back.
#[must_use]
pub fn to_json(tree: &Tree) -> Vec<u8> {
    let mut text = serde_json::to_vec_pretty(&json(tree)).unwrap_or_default();
    text.push(b'\n');
    text
}

fn json(tree: &Tree) -> serde_json::Value {
    use serde_json::{Value, json};
    let printed = |printed: &Printed| {
        let places: Vec<String> = printed.from.iter().map(ToString::to_string).collect();
        json!({ "teks": printed.text, "asal": places })
    };
    match tree {
        Tree::Printed(value) => printed(value),
        Tree::Count(n) => json!(n),
        Tree::Tag(tag) => json!(tag),
        Tree::Flag(flag) => json!(flag),
        Tree::Absent => Value::Null,
        Tree::List(items) => items.iter().map(json).collect(),
        Tree::Map(map) => map.iter().map(|(name, tree)| ((*name).to_owned(), json(tree))).collect(),
        Tree::Chart(spec) => json!({ "grafik": spec.printed().map(printed).collect::<Vec<_>>() }),
        Tree::Sentence(sentence) => {
            let slots = sentence.slots.iter().map(|(name, slot)| {
                let value = match slot {
                    super::Slot::Text(text) => printed(text),
                    super::Slot::Tag(tag) => json!(tag),
                    super::Slot::Empty => Value::Null,
                };
                ((*name).to_owned(), value)
            });
            json!({ "kalimat": sentence.id, "isian": slots.collect::<serde_json::Map<_, _>>() })
        }
    }
}
