//! A file as a screen reader has it: its structure tree with the text that each element marks on the pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// What a listener hears.
pub(super) struct Heard {
    /// The file's language.
    pub(super) language: String,
    /// The file's title.
    pub(super) tree: Element,
    /// Titles of the bookmarks with their depth, from 1.
    pub(super) bookmarks: Vec<(usize, String)>,
    /// Texts that are drawn as part of nothing and not as an artefact, by page.
    pub(super) bare: Vec<(u32, String)>,
    /// Texts drawn as artefacts, by page.
    pub(super) artefacts: Vec<(u32, String)>,
    /// Texts that no element of the tree holds.
    pub(super) lost: Vec<String>,
}

/// One element.
pub(super) struct Element {
    pub(super) role: String,
    pub(super) alt: Option<String>,
    /// Of a header cell, what it heads.
    pub(super) scope: Option<String>,
    pub(super) parts: Vec<Part>,
}

/// What lies in an element, in order.
pub(super) enum Part {
    Element(Element),
    Text(String),
}

/// A stretch of marked content: page and number.
type Mark = (ObjectId, i64);

pub(super) fn listen(pdf: &[u8]) -> Heard {
    let document = Document::load_mem(pdf).unwrap();
    let pages = document.get_pages();
    let mut ear = Ear { texts: BTreeMap::new(), bare: Vec::new(), artefacts: Vec::new() };
    for (number, page) in &pages {
        ear.page(&document, *number, *page);
    }
    let catalog = document.catalog().unwrap();
    let language = string(catalog.get(b"Lang").unwrap());
    let root = dictionary(&document, catalog.get(b"StructTreeRoot").unwrap());
    let mut held = BTreeSet::new();
    let mut tops = kids(&document, root.get(b"K").unwrap(), None, &ear, &mut held);
    assert_eq!(tops.len(), 1, "one tree");
    let Some(Part::Element(tree)) = tops.pop() else { panic!("an element at the top") };
    let mut bookmarks = Vec::new();
    if let Ok(outlines) = catalog.get(b"Outlines") {
        follow(&document, dictionary(&document, outlines), 1, &mut bookmarks);
    }
    let lost = ear.texts.iter().filter(|(mark, text)| !held.contains(*mark) && !text.trim().is_empty());
    let lost = lost.map(|(_, text)| text.clone()).collect();
    Heard { language, tree, bookmarks, bare: ear.bare, artefacts: ear.artefacts, lost }
}

/// Collects what the pages draw.
struct Ear {
    texts: BTreeMap<Mark, String>,
    bare: Vec<(u32, String)>,
    artefacts: Vec<(u32, String)>,
}

/// What content is marked as.
#[derive(Clone, Copy)]
enum Marked {
    As(i64),
    Artefact,
    /// With a property that is neither: whatever is around it counts.
    Otherwise,
}

impl Ear {
    fn page(&mut self, document: &Document, number: u32, page: ObjectId) {
        let fonts = document.get_page_fonts(page).unwrap();
        let encodings: BTreeMap<Vec<u8>, Encoding> =
            fonts.into_iter().map(|(name, font)| (name, font.get_font_encoding(document).unwrap())).collect();
        let (mut marked, mut font) = (Vec::new(), None);
        for operation in Content::decode(&document.get_page_content(page)).unwrap().operations {
            match operation.operator.as_str() {
                "Tf" => font = operation.operands[0].as_name().ok().and_then(|name| encodings.get(name)),
                "BMC" | "BDC" => marked.push(mark(&operation.operands)),
                "EMC" => _ = marked.pop(),
                "Tj" | "TJ" => {
                    let text = shown(&operation.operands[0], font.unwrap());
                    let around = marked.iter().rev().find(|mark| !matches!(mark, Marked::Otherwise));
                    match around {
                        Some(Marked::As(id)) => self.texts.entry((page, *id)).or_default().push_str(&text),
                        Some(_) => self.artefacts.push((number, text)),
                        None => self.bare.push((number, text)),
                    }
                }
                "'" | "\"" => panic!("an operator that the engine does not write"),
                _ => {}
            }
        }
    }
}

fn mark(operands: &[Object]) -> Marked {
    let properties = operands.get(1).and_then(|properties| properties.as_dict().ok());
    if operands[0].as_name().unwrap() == b"Artifact" {
        return Marked::Artefact;
    }
    match properties.and_then(|properties| properties.get(b"MCID").ok()) {
        Some(id) => Marked::As(id.as_i64().unwrap()),
        None => Marked::Otherwise,
    }
}

fn shown(operand: &Object, font: &Encoding) -> String {
    match operand {
        Object::String(bytes, _) => Document::decode_text(font, bytes).unwrap(),
        Object::Array(parts) => parts.iter().map(|part| shown(part, font)).collect(),
        _ => String::new(),
    }
}

fn resolved<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).unwrap().1
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> &'a Dictionary {
    resolved(document, object).as_dict().unwrap()
}

fn string(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

fn kids(
    document: &Document,
    object: &Object,
    page: Option<ObjectId>,
    ear: &Ear,
    held: &mut BTreeSet<Mark>,
) -> Vec<Part> {
    let spoken = |mark: Mark, held: &mut BTreeSet<Mark>| {
        assert!(held.insert(mark), "heard twice");
        // A drawing has no text of its own.
        ear.texts.get(&mark).map(|text| Part::Text(text.clone()))
    };
    match resolved(document, object) {
        Object::Array(parts) => parts.iter().flat_map(|part| kids(document, part, page, ear, held)).collect(),
        Object::Integer(id) => spoken((page.unwrap(), *id), held).into_iter().collect(),
        Object::Dictionary(part) if part.has(b"S") => vec![Part::Element(element(document, part, page, ear, held))],
        Object::Dictionary(part) if part.has_type(b"MCR") => {
            let page = part.get(b"Pg").and_then(Object::as_reference).ok().or(page).unwrap();
            spoken((page, part.get(b"MCID").unwrap().as_i64().unwrap()), held).into_iter().collect()
        }
        // A link's annotation.
        Object::Dictionary(part) if part.has_type(b"OBJR") => Vec::new(),
        other => panic!("{other:?}"),
    }
}

fn element(
    document: &Document,
    part: &Dictionary,
    page: Option<ObjectId>,
    ear: &Ear,
    held: &mut BTreeSet<Mark>,
) -> Element {
    let page = part.get(b"Pg").and_then(Object::as_reference).ok().or(page);
    let attributes: Vec<&Dictionary> = match part.get(b"A").map(|object| resolved(document, object)) {
        Ok(Object::Array(all)) => all.iter().map(|one| dictionary(document, one)).collect(),
        Ok(Object::Dictionary(one)) => vec![one],
        _ => Vec::new(),
    };
    let scope = attributes.iter().find_map(|one| one.get(b"Scope").ok());
    Element {
        role: String::from_utf8(part.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap(),
        alt: part.get(b"Alt").ok().map(string),
        scope: scope.map(|name| String::from_utf8(name.as_name().unwrap().to_vec()).unwrap()),
        parts: part.get(b"K").map(|object| kids(document, object, page, ear, held)).unwrap_or_default(),
    }
}

fn follow(document: &Document, above: &Dictionary, depth: usize, out: &mut Vec<(usize, String)>) {
    let mut next = above.get(b"First").ok();
    while let Some(object) = next {
        let item = dictionary(document, object);
        out.push((depth, string(item.get(b"Title").unwrap())));
        follow(document, item, depth + 1, out);
        next = item.get(b"Next").ok();
    }
}

impl Element {
    /// Every element, this one first, in the order they are read.
    pub(super) fn all(&self) -> Vec<&Self> {
        let mut all = vec![self];
        for part in &self.parts {
            if let Part::Element(element) = part {
                all.extend(element.all());
            }
        }
        all
    }

    /// All text inside.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Element(element) => text.push_str(&element.text()),
                Part::Text(own) => text.push_str(own),
            }
        }
        text
    }

    /// As it is heard: an element a line, deeper ones further to the right; what only groups letters is its text.
    pub(super) fn script(&self) -> String {
        let mut out = String::new();
        self.tell(0, &mut out);
        out
    }

    fn tell(&self, depth: usize, out: &mut String) {
        let _ = write!(out, "{:1$}{2}", "", 2 * depth, self.role);
        if let Some(scope) = &self.scope {
            let _ = write!(out, " ({scope})");
        }
        if let Some(alt) = &self.alt {
            let _ = write!(out, " [{alt}]");
        }
        let deep = self.parts.iter().any(|part| matches!(part, Part::Element(element) if !element.is_inline()));
        if !deep {
            let text = self.text();
            if !text.is_empty() {
                let _ = write!(out, " {text}");
            }
            out.push('\n');
            return;
        }
        out.push('\n');
        for part in &self.parts {
            match part {
                Part::Element(element) => element.tell(depth + 1, out),
                Part::Text(text) => {
                    let _ = writeln!(out, "{:1$}„{text}”", "", 2 * depth + 2);
                }
            }
        }
    }

    fn is_inline(&self) -> bool {
        ["Span", "Strong", "Em", "Link"].contains(&self.role.as_str()) && self.alt.is_none()
    }
}
