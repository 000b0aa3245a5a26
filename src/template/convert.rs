//! From the plain context to the engine's values.

use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Object, ObjectRepr};

use super::bound::Bound;
use super::{Sentence, Slot, Tree};
use crate::chart::ChartSpec;

/// A chart inside the engine: it can only be handed to `grafik`.
#[derive(Debug)]
pub(super) struct Asked(pub(super) ChartSpec);

impl Object for Asked {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }
}

pub(super) fn value(tree: Tree) -> Value {
    match tree {
        Tree::Printed(printed) => Value::from_object(Bound(printed)),
        Tree::Count(n) => Value::from(n),
        Tree::Tag(tag) => Value::from(tag),
        Tree::Flag(flag) => Value::from(flag),
        Tree::Sentence(sentence) => slots(sentence),
        Tree::Chart(spec) => Value::from_object(Asked(*spec)),
        Tree::List(items) => items.into_iter().map(value).collect(),
        Tree::Map(map) => Value::from_pairs(map.into_iter().map(|(name, tree)| (name, value(tree)))),
        Tree::Absent => Value::from(()),
    }
}

/// A sentence as its macro sees it: the slots by name, and `id` to find the macro.
pub(super) fn slots(sentence: Sentence) -> Value {
    let slots = sentence.slots.into_iter().map(|(name, slot)| {
        let value = match slot {
            Slot::Text(printed) => Value::from_object(Bound(printed)),
            Slot::Tag(tag) => Value::from(tag),
            Slot::Empty => Value::from(()),
        };
        (name, value)
    });
    Value::from_pairs(std::iter::once(("id", Value::from(sentence.id))).chain(slots))
}
