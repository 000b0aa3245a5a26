//! The way through a document: its pages in order, what lies on them, what is attached, who signed.

use std::collections::{BTreeMap, HashSet};

use lopdf::{Dictionary, Object, ObjectId, Stream, decode_text_string};

use super::super::{Bound, MAX_ANNOTATIONS, MAX_NODES, MAX_PAGES, MAX_STREAM, Refusal};
use super::about;
use super::drawing::Drawings;
use super::look::{Look, as_dict};
use super::open::open;
use super::text::{Reader, Unread, parsed};
use super::{Annotation, Content, Page, Signature};
use crate::digest::sha256;

/// What stands for text that cannot be read.
const UNREADABLE: char = char::REPLACEMENT_CHARACTER;

/// What a page has from the nodes above it when it does not say so itself.
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];
/// What else of a page's dictionary decides how it is drawn.
const OWN: [&[u8]; 3] = [b"Group", b"UserUnit", b"VP"];

pub(super) fn read(bytes: &[u8]) -> Result<Content, Refusal> {
    let document = open(bytes)?;
    let look = Look::new(&document);
    let catalog = look.catalog()?;
    let leaves = leaves(&look, catalog)?;
    let mut drawings = Drawings::default();
    for (index, leaf) in leaves.iter().enumerate() {
        drawings.name_page(leaf.id, index + 1);
    }
    let mut walk = Walk { look: &look, reader: Reader::new(&look), drawings, active: is_active(&look, catalog) };
    let mut pages = Vec::with_capacity(leaves.len());
    for (index, leaf) in leaves.iter().enumerate() {
        pages.push(walk.page(leaf, index + 1)?);
    }
    let structure = match look.get(catalog, b"StructTreeRoot") {
        Object::Null => String::new(),
        tree => walk.drawings.of(&look, tree)?,
    };
    let about = about::read(&look, catalog, &mut walk.drawings)?;
    Ok(Content {
        pages,
        about,
        attachments: attachments(&look, catalog)?,
        structure,
        signature: signature(&look, catalog, bytes)?,
        active: walk.active,
    })
}

/// A page in the tree of pages, with what it has from above.
struct Leaf<'a> {
    id: ObjectId,
    dict: &'a Dictionary,
    inherited: [Option<&'a Object>; INHERITED.len()],
}

/// The pages in their order.
fn leaves<'a>(look: &Look<'a>, catalog: &'a Dictionary) -> Result<Vec<Leaf<'a>>, Refusal> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let root = catalog.get(b"Pages").map_err(|_| Refusal::Damaged)?;
    let mut next = vec![(root, [None; INHERITED.len()])];
    while let Some((node, mut inherited)) = next.pop() {
        let id = node.as_reference().map_err(|_| Refusal::Damaged)?;
        // A page that stands in the tree twice would be two pages for one program and one for another.
        if !seen.insert(id) {
            return Err(Refusal::Damaged);
        }
        let dict = as_dict(look.follow(node)).ok_or(Refusal::Damaged)?;
        for (value, key) in inherited.iter_mut().zip(INHERITED) {
            if let Ok(own) = dict.get(key) {
                *value = Some(own);
            }
        }
        if dict.has(b"Kids") {
            next.extend(look.list(dict, b"Kids").iter().rev().map(|below| (below, inherited)));
        } else {
            found.push(Leaf { id, dict, inherited });
        }
        if found.len() > MAX_PAGES {
            return Err(Refusal::TooLarge(Bound::Pages));
        }
        if seen.len() > MAX_NODES || next.len() > MAX_NODES {
            return Err(Refusal::TooLarge(Bound::Nodes));
        }
    }
    if found.is_empty() { Err(Refusal::Damaged) } else { Ok(found) }
}

struct Walk<'l, 'a> {
    look: &'l Look<'a>,
    reader: Reader<'l, 'a>,
    drawings: Drawings,
    active: bool,
}

impl<'a> Walk<'_, 'a> {
    fn page(&mut self, leaf: &Leaf<'a>, number: usize) -> Result<Page, Refusal> {
        let instructions = self.instructions(leaf.dict)?.ok_or(Refusal::Garbled(number))?;
        let operations = parsed(&instructions).ok_or(Refusal::Garbled(number))?;
        let [resources, ..] = leaf.inherited;
        let resources = resources.and_then(|resources| as_dict(self.look.follow(resources)));
        let text = self.reader.page(&operations, resources).map_err(|unread| match unread {
            Unread::Mute => Refusal::Mute(number),
            Unread::Garbled => Refusal::Garbled(number),
            Unread::Refused(refusal) => refusal,
        })?;
        let inherited = leaf.inherited.iter().map(|value| value.unwrap_or(&Object::Null));
        let own = OWN.iter().map(|key| self.look.get(leaf.dict, key));
        let said: Vec<&Object> = inherited.chain(own).collect();
        let drawing = self.drawings.page(self.look, &instructions, &operations, &said)?;
        self.active |= leaf.dict.has(b"AA");
        Ok(Page { text, drawing, annotations: self.annotations(leaf.dict)? })
    }

    /// All instructions of a page: its streams are one text, however it is cut.
    fn instructions(&self, page: &'a Dictionary) -> Result<Option<Vec<u8>>, Refusal> {
        let streams = match self.look.get(page, b"Contents") {
            Object::Null => Vec::new(),
            Object::Array(streams) => streams.iter().map(|stream| self.look.follow(stream)).collect(),
            stream => vec![stream],
        };
        let mut all = Vec::new();
        for stream in streams {
            let Object::Stream(stream) = stream else { return Ok(None) };
            let Some(content) = self.look.inflated(stream)? else { return Ok(None) };
            all.extend_from_slice(&content);
            all.push(b'\n');
            if all.len() > MAX_STREAM {
                return Err(Refusal::TooLarge(Bound::Stream));
            }
        }
        Ok(Some(all))
    }

    fn annotations(&mut self, page: &'a Dictionary) -> Result<Vec<Annotation>, Refusal> {
        let listed = self.look.list(page, b"Annots");
        if listed.len() > MAX_ANNOTATIONS {
            return Err(Refusal::TooLarge(Bound::Annotations));
        }
        let mut found = Vec::with_capacity(listed.len());
        for dict in listed.iter().filter_map(|annotation| as_dict(self.look.follow(annotation))) {
            found.push(self.annotation(dict)?);
        }
        Ok(found)
    }

    fn annotation(&mut self, dict: &'a Dictionary) -> Result<Annotation, Refusal> {
        let kind = String::from_utf8_lossy(self.look.name(dict, b"Subtype")).into_owned();
        let signs = kind == "Widget" && self.of_field(dict, b"FT").as_name().is_ok_and(|kind| kind == b"Sig");
        let mut text = String::new();
        for stream in self.appearances(dict) {
            match self.reader.form(stream) {
                Ok(shown) => text.push_str(&shown),
                Err(Unread::Mute | Unread::Garbled) => text.push(UNREADABLE),
                Err(Unread::Refused(refusal)) => return Err(refusal),
            }
        }
        // Without a look of its own a program makes one from what the annotation says.
        if text.is_empty() {
            let said = match kind.as_str() {
                "FreeText" => self.look.get(dict, b"Contents"),
                "Widget" if !signs => self.of_field(dict, b"V"),
                _ => &Object::Null,
            };
            text = decode_text_string(said).unwrap_or_default();
        }
        let action = self.look.dict(dict, b"A");
        let does = action.map_or(&b""[..], |action| self.look.name(action, b"S"));
        self.active |= dict.has(b"AA") || !matches!(does, b"" | b"URI" | b"GoTo" | b"GoToR" | b"Named");
        let leads = action.map_or(&Object::Null, |action| self.look.get(action, b"URI"));
        let leads = leads.as_str().map(|address| String::from_utf8_lossy(address).into_owned()).unwrap_or_default();
        let said = self.drawings.of(self.look, &Object::Dictionary(dict.clone()))?;
        Ok(Annotation { kind, signs, text: text.trim().to_owned(), drawing: self.look_of(dict)?, leads, said })
    }

    /// A value of a field, which its parts have from the field above them.
    fn of_field(&self, dict: &'a Dictionary, key: &[u8]) -> &'a Object {
        let own = self.look.get(dict, key);
        match (own, self.look.dict(dict, b"Parent")) {
            (Object::Null, Some(above)) => self.look.get(above, key),
            _ => own,
        }
    }

    /// Every form an annotation can appear in.
    fn appearances(&self, dict: &'a Dictionary) -> Vec<&'a Stream> {
        let Some(Object::Stream(stream)) = self.normal(dict) else {
            let states = self.normal(dict).and_then(as_dict).into_iter().flat_map(Dictionary::iter);
            return states.filter_map(|(_, state)| self.look.follow(state).as_stream().ok()).collect();
        };
        vec![stream]
    }

    fn normal(&self, dict: &'a Dictionary) -> Option<&'a Object> {
        Some(self.look.get(self.look.dict(dict, b"AP")?, b"N"))
    }

    /// The digest of how an annotation looks and where it lies.
    fn look_of(&mut self, dict: &'a Dictionary) -> Result<String, Refusal> {
        let Some(normal) = self.normal(dict) else { return Ok(String::new()) };
        // A field without an extent is not seen.
        let place = self.look.list(dict, b"Rect");
        let seen = match place {
            [left, bottom, right, top] => left != right && bottom != top,
            _ => true,
        };
        if !seen {
            return Ok(String::new());
        }
        let place = Object::Array(place.to_vec());
        let look = self.drawings.of(self.look, normal)?;
        Ok(sha256(format!("{look}{}", self.drawings.of(self.look, &place)?).as_bytes()))
    }
}

/// Whether something runs when the file is opened, or its pages are made anew.
fn is_active<'a>(look: &Look<'a>, catalog: &'a Dictionary) -> bool {
    let opens = look.dict(catalog, b"OpenAction").is_some_and(|action| look.name(action, b"S") != b"GoTo");
    let scripts = look.dict(catalog, b"Names").is_some_and(|names| names.has(b"JavaScript"));
    let form = look.dict(catalog, b"AcroForm").is_some_and(|form| form.has(b"XFA"));
    // A portfolio opens one of its attachments in place of the pages.
    opens || scripts || form || catalog.has(b"AA") || catalog.has(b"Collection")
}

/// Attached files and their digests.
fn attachments<'a>(look: &Look<'a>, catalog: &'a Dictionary) -> Result<BTreeMap<String, String>, Refusal> {
    let root = look.dict(catalog, b"Names").and_then(|names| look.dict(names, b"EmbeddedFiles"));
    let mut found = BTreeMap::new();
    for node in nodes(look, root, b"Kids")? {
        for pair in look.list(node, b"Names").chunks_exact(2) {
            let [name, file] = pair else { continue };
            let name = decode_text_string(look.follow(name)).unwrap_or_default();
            let files = as_dict(look.follow(file)).and_then(|file| look.dict(file, b"EF"));
            let stream = files.map(|files| match look.get(files, b"F") {
                Object::Null => look.get(files, b"UF"),
                stream => stream,
            });
            let Some(Object::Stream(stream)) = stream else { return Err(Refusal::Damaged) };
            let content = look.inflated(stream)?;
            found.insert(name, sha256(content.as_deref().unwrap_or(&stream.content)));
        }
    }
    Ok(found)
}

/// Every node of a tree, each once.
fn nodes<'a>(look: &Look<'a>, root: Option<&'a Dictionary>, below: &[u8]) -> Result<Vec<&'a Dictionary>, Refusal> {
    let mut found: Vec<&Dictionary> = root.into_iter().collect();
    let mut seen = HashSet::new();
    let mut at = 0;
    while let Some(node) = found.get(at) {
        at += 1;
        for below in look.list(node, below) {
            if below.as_reference().is_ok_and(|id| !seen.insert(id)) {
                continue;
            }
            found.extend(as_dict(look.follow(below)));
            if found.len() > MAX_NODES {
                return Err(Refusal::TooLarge(Bound::Nodes));
            }
        }
    }
    Ok(found)
}

/// Who signed, as far as the file says so: the values of its fields for signatures.
fn signature<'a>(look: &Look<'a>, catalog: &'a Dictionary, bytes: &[u8]) -> Result<Signature, Refusal> {
    let form = look.dict(catalog, b"AcroForm");
    let mut signed = false;
    let mut whole = false;
    let mut fields = Vec::new();
    for field in form.map_or(&[][..], |form| look.list(form, b"Fields")) {
        fields.extend(nodes(look, as_dict(look.follow(field)), b"Kids")?);
        if fields.len() > MAX_NODES {
            return Err(Refusal::TooLarge(Bound::Nodes));
        }
    }
    for field in fields {
        let Some(value) = look.dict(field, b"V") else { continue };
        // A time stamp is no signature, but it spans what was added behind one.
        let kind = look.name(value, b"Type");
        if !matches!(kind, b"Sig" | b"DocTimeStamp" | b"") || !value.has(b"ByteRange") || !value.has(b"Contents") {
            continue;
        }
        signed |= kind != b"DocTimeStamp";
        whole |= spans(look.list(value, b"ByteRange"), bytes).is_some();
    }
    Ok(match (signed, whole) {
        (false, _) => Signature::None,
        (true, false) => Signature::Partial,
        (true, true) => Signature::Whole,
    })
}

/// Whether two ranges leave nothing of a file out but one string of digits between them, the signature's own value.
fn spans(ranges: &[Object], bytes: &[u8]) -> Option<()> {
    let [first, length, second, rest] = ranges else { return None };
    let size = |object: &Object| usize::try_from(object.as_i64().ok()?).ok();
    let (first, length, second, rest) = (size(first)?, size(length)?, size(second)?, size(rest)?);
    let value = bytes.get(length..second)?.strip_prefix(b"<")?.strip_suffix(b">")?;
    let digits = value.iter().all(u8::is_ascii_hexdigit);
    (first == 0 && digits && second.checked_add(rest)? == bytes.len()).then_some(())
}
