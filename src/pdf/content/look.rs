//! Looking things up in a document: references followed, absent values null, streams inflated within limits.

use std::cell::Cell;

use lopdf::{DecompressError, Dictionary, Document, Error, Object, Stream};

use super::super::{Bound, MAX_INFLATED, MAX_STREAM, Refusal};

/// What stands for everything that is not there.
static NULL: Object = Object::Null;

/// A document, and how much of it may still be inflated.
pub(super) struct Look<'a> {
    pub(super) document: &'a Document,
    left: Cell<usize>,
}

impl<'a> Look<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self { document, left: Cell::new(MAX_INFLATED) }
    }

    /// The object itself, or what it refers to in the end.
    pub(super) fn follow(&self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).map_or(&NULL, |(_, found)| found)
    }

    /// A value of a dictionary.
    pub(super) fn get(&self, dict: &'a Dictionary, key: &[u8]) -> &'a Object {
        dict.get(key).map_or(&NULL, |value| self.follow(value))
    }

    /// A dictionary in a dictionary; also that of a stream.
    pub(super) fn dict(&self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        as_dict(self.get(dict, key))
    }

    /// A list in a dictionary; what is no list is one of nothing.
    pub(super) fn list(&self, dict: &'a Dictionary, key: &[u8]) -> &'a [Object] {
        self.get(dict, key).as_array().map_or(&[], Vec::as_slice)
    }

    /// A name in a dictionary; what is no name is empty.
    pub(super) fn name(&self, dict: &'a Dictionary, key: &[u8]) -> &'a [u8] {
        self.get(dict, key).as_name().unwrap_or_default()
    }

    /// The catalog.
    pub(super) fn catalog(&self) -> Result<&'a Dictionary, Refusal> {
        self.dict(&self.document.trailer, b"Root").ok_or(Refusal::Damaged)
    }

    /// A stream without its filters; `None` for one whose filter is unknown here, as that of a photograph is.
    pub(super) fn inflated(&self, stream: &Stream) -> Result<Option<Vec<u8>>, Refusal> {
        let left = self.left.get();
        let content = match stream.get_plain_content_with_limit(left.min(MAX_STREAM)) {
            Ok(content) => content,
            Err(Error::Decompress(DecompressError::MemoryLimitExceeded { .. })) => {
                let bound = if left < MAX_STREAM { Bound::Inflated } else { Bound::Stream };
                return Err(Refusal::TooLarge(bound));
            }
            Err(Error::Unimplemented(_)) => return Ok(None),
            Err(_) => return Err(Refusal::Damaged),
        };
        self.left.set(left.saturating_sub(content.len()));
        Ok(Some(content))
    }
}

/// A dictionary, or that of a stream.
pub(super) fn as_dict(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}
