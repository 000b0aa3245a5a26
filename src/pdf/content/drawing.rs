//! Digests of what draws something: the same for two files that say the same in other bytes.
//!
//! References are followed and vanish, dictionaries are sorted, streams inflated; numbers of objects, their order and
//! their packing leave no trace. An object that leads back to one that is being read counts as such.

use std::collections::{HashMap, HashSet};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, ObjectId, Stream};
use sha2::{Digest, Sha256};

use super::super::{Bound, MAX_CHAIN, Refusal};
use super::look::Look;
use crate::digest::hexadecimal;

type Sum = [u8; 32];

/// Digests of the objects read so far.
#[derive(Default)]
pub(super) struct Drawings {
    known: HashMap<ObjectId, Sum>,
    open: HashSet<ObjectId>,
}

impl Drawings {
    /// Wherever a page is referred to, it counts by its number alone.
    pub(super) fn name_page(&mut self, id: ObjectId, number: usize) {
        self.known.insert(id, Sha256::digest(format!("halaman {number}")).into());
    }

    /// The digest of an object with everything it leads to.
    pub(super) fn of(&mut self, look: &Look<'_>, object: &Object) -> Result<String, Refusal> {
        let mut sum = Sha256::new();
        self.feed(look, &mut sum, object, 0)?;
        Ok(hexadecimal(&sum.finalize()))
    }

    /// The digest of a page: its instructions one by one, and what its dictionary says about drawing.
    pub(super) fn page(
        &mut self,
        look: &Look<'_>,
        instructions: &[u8],
        operations: &Content<Vec<Operation>>,
        said: &[&Object],
    ) -> Result<String, Refusal> {
        let mut sum = Sha256::new();
        for Operation { operator, operands } in &operations.operations {
            mark(&mut sum, b'o', operator.len());
            sum.update(operator);
            // A picture among the instructions that the parser passed over: only the bytes themselves tell it.
            if operator == "BI" && operands.is_empty() {
                sum.update(instructions);
            }
            for operand in operands {
                self.feed(look, &mut sum, operand, 0)?;
            }
        }
        for object in said {
            self.feed(look, &mut sum, object, 0)?;
        }
        Ok(hexadecimal(&sum.finalize()))
    }

    /// What holds others counts by its digest, so that it does not matter whether it stands here or is referred to.
    fn feed(&mut self, look: &Look<'_>, sum: &mut Sha256, object: &Object, depth: usize) -> Result<(), Refusal> {
        match object {
            Object::Null => sum.update(b"0"),
            Object::Boolean(value) => sum.update(if *value { b"t" } else { b"f" }),
            Object::Integer(value) => {
                sum.update(b"i");
                sum.update(value.to_le_bytes());
            }
            Object::Real(value) => {
                sum.update(b"r");
                sum.update(value.to_bits().to_le_bytes());
            }
            Object::Name(name) => {
                mark(sum, b'n', name.len());
                sum.update(name);
            }
            Object::String(text, _) => {
                mark(sum, b's', text.len());
                sum.update(text);
            }
            Object::Array(_) | Object::Dictionary(_) | Object::Stream(_) => {
                sum.update(self.sum(look, object, depth + 1)?);
            }
            Object::Reference(_) => match look.document.dereference(object) {
                Ok((Some(id), Object::Array(_) | Object::Dictionary(_) | Object::Stream(_))) => {
                    sum.update(self.referred(look, id, depth)?);
                }
                Ok((_, found)) if !matches!(found, Object::Reference(_)) => self.feed(look, sum, found, depth)?,
                _ => sum.update(b"0"),
            },
        }
        Ok(())
    }

    /// The digest of what holds others.
    fn sum(&mut self, look: &Look<'_>, object: &Object, depth: usize) -> Result<Sum, Refusal> {
        if depth > MAX_CHAIN {
            return Err(Refusal::TooLarge(Bound::Chain));
        }
        let mut sum = Sha256::new();
        match object {
            Object::Array(items) => {
                mark(&mut sum, b'a', items.len());
                for item in items {
                    self.feed(look, &mut sum, item, depth)?;
                }
            }
            Object::Dictionary(dict) => self.feed_dict(look, &mut sum, dict, &[], depth)?,
            Object::Stream(stream) => self.feed_stream(look, &mut sum, stream, depth)?,
            _ => {}
        }
        Ok(sum.finalize().into())
    }

    fn feed_dict(
        &mut self,
        look: &Look<'_>,
        sum: &mut Sha256,
        dict: &Dictionary,
        without: &[&[u8]],
        depth: usize,
    ) -> Result<(), Refusal> {
        let mut entries: Vec<(&Vec<u8>, &Object)> = dict
            .iter()
            .filter(|(key, value)| !without.contains(&key.as_slice()) && !matches!(value, Object::Null))
            .collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        mark(sum, b'd', entries.len());
        for (key, value) in entries {
            mark(sum, b'k', key.len());
            sum.update(key);
            self.feed(look, sum, value, depth)?;
        }
        Ok(())
    }

    fn feed_stream(&mut self, look: &Look<'_>, sum: &mut Sha256, stream: &Stream, depth: usize) -> Result<(), Refusal> {
        const PACKING: [&[u8]; 3] = [b"Length", b"Filter", b"DecodeParms"];
        let inflated = look.inflated(stream)?;
        let without: &[&[u8]] = if inflated.is_some() { &PACKING } else { &[b"Length"] };
        self.feed_dict(look, sum, &stream.dict, without, depth)?;
        let content = inflated.as_deref().unwrap_or(&stream.content);
        mark(sum, b'c', content.len());
        sum.update(content);
        Ok(())
    }

    /// Each object is read once.
    fn referred(&mut self, look: &Look<'_>, id: ObjectId, depth: usize) -> Result<Sum, Refusal> {
        if let Some(sum) = self.known.get(&id) {
            return Ok(*sum);
        }
        if !self.open.insert(id) {
            return Ok(Sha256::digest(b"kembali").into());
        }
        let sum = self.sum(look, look.document.get_object(id).unwrap_or(&Object::Null), depth + 1)?;
        self.open.remove(&id);
        self.known.insert(id, sum);
        Ok(sum)
    }
}

/// What comes, and how much of it: two readings can never run into each other.
fn mark(sum: &mut Sha256, kind: u8, length: usize) {
    sum.update([kind]);
    sum.update(length.to_le_bytes());
}
