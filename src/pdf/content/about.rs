//! What a file says of itself: identity, title and the like, description, bookmarks, the rest of its catalogue.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, decode_text_string};

use super::super::{Refusal, object};
use super::About;
use super::drawing::Drawings;
use super::look::Look;
use crate::digest::{hexadecimal, sha256};

/// What every program that saves a file writes anew.
const SAVED: [&[u8]; 3] = [b"Creator", b"Producer", b"ModDate"];
/// The same in the description: elements of these names, whatever stands in them.
const SAVED_ELEMENTS: [&str; 8] =
    ["CreatorTool", "Producer", "ModifyDate", "MetadataDate", "InstanceID", "instanceID", "softwareAgent", "when"];
/// Of the catalogue, what is looked at elsewhere (pages, structure, bookmarks, attachments, scripts, description) and what
/// a signature brings along.
const ELSEWHERE: [&[u8]; 12] = [
    b"Type",
    b"Version",
    b"Pages",
    b"StructTreeRoot",
    b"Outlines",
    b"Names",
    b"Metadata",
    b"AcroForm",
    b"DSS",
    b"Perms",
    b"Extensions",
    b"PieceInfo",
];

pub(super) fn read<'a>(look: &Look<'a>, catalog: &'a Dictionary, drawings: &mut Drawings) -> Result<About, Refusal> {
    let trailer = &look.document.trailer;
    let identity = match look.list(trailer, b"ID").first().map(|first| look.follow(first)) {
        Some(Object::String(bytes, _)) => hexadecimal(bytes),
        _ => String::new(),
    };
    let mut information = BTreeMap::new();
    for (key, value) in look.dict(trailer, b"Info").into_iter().flat_map(Dictionary::iter) {
        if SAVED.contains(&key.as_slice()) {
            continue;
        }
        let text = match look.follow(value) {
            Object::String(bytes, _) => decode_text_string(look.follow(value)).unwrap_or_else(|_| object::text(bytes)),
            Object::Null => continue,
            other => drawings.of(look, other)?,
        };
        information.insert(String::from_utf8_lossy(key).into_owned(), text);
    }
    let description = match look.get(catalog, b"Metadata") {
        Object::Stream(stream) => described(look.inflated(stream)?.as_deref().unwrap_or(&stream.content)),
        _ => String::new(),
    };
    let outline = match look.get(catalog, b"Outlines") {
        Object::Null => String::new(),
        tree => drawings.of(look, tree)?,
    };
    let mut rest = catalog.clone();
    for key in ELSEWHERE {
        rest.remove(key);
    }
    if let Some(names) = look.dict(catalog, b"Names") {
        let mut names = names.clone();
        names.remove(b"EmbeddedFiles");
        if !names.is_empty() {
            rest.set("Names", names);
        }
    }
    let catalogue = drawings.of(look, &Object::Dictionary(rest))?;
    Ok(About { identity, information, description, outline, catalogue })
}

/// The digest of a description without what every program writes anew.
fn described(packet: &[u8]) -> String {
    let text = String::from_utf8_lossy(packet);
    let mut kept = String::with_capacity(text.len());
    // Inside an element to leave out: its name with its prefix.
    let mut skipped: Option<&str> = None;
    for piece in text.split_inclusive('>') {
        let (before, tag) = piece.rsplit_once('<').unwrap_or((piece, ""));
        let name = tag.trim_end_matches('>').trim_start_matches('/');
        match skipped {
            Some(open) if name == open && tag.starts_with('/') => skipped = None,
            Some(_) => {}
            None => {
                kept.push_str(before);
                kept.push('<');
                kept.push_str(tag);
                let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
                if !tag.starts_with('/') && SAVED_ELEMENTS.contains(&local) {
                    skipped = Some(name);
                }
            }
        }
    }
    sha256(kept.split_whitespace().collect::<Vec<_>>().join(" ").as_bytes())
}
