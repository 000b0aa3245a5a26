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
