//! The letters that instructions show.
//!
//! Everything that shows a glyph is followed: text on the page, in forms and tiles drawn on it, however nested. A glyph
//! without a text of its own counts as the text that stands for the passage it is in (`ActualText`); without such a
//! passage the whole file is refused. Glyphs that draw themselves (Type 3) are letters like others.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object, ObjectId, Stream, decode_text_string};

use super::super::{Bound, MAX_FORMS, MAX_OPERATIONS, MAX_TEXT, Refusal};
use super::font::Font;
use super::look::{Look, as_dict};

/// Drawing a form, which is read each time, is so many instructions' work.
const FORM: usize = 500;
/// A gap inside a string, in thousandths of the size of the letters, that a reader takes for a space.
const GAP: f32 = -180.0;

/// Reads text; knows the fonts met so far and how much work is left.
pub(super) struct Reader<'l, 'a> {
    look: &'l Look<'a>,
    fonts: HashMap<ObjectId, Rc<Font>>,
    operations: usize,
    letters: usize,
}

/// The text written so far, and what it is written with.
#[derive(Default)]
struct Pen {
    text: String,
    font: Option<Rc<Font>>,
    saved: Vec<Option<Rc<Font>>>,
    /// Open passages with the text that stands for them, once it is not written yet.
    passages: Vec<Option<Standing>>,
}

/// A text that stands for a passage.
struct Standing {
    text: String,
    written: bool,
}

impl Pen {
    fn lift(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }
}

/// Instructions that can be read to their end.
pub(super) fn parsed(instructions: &[u8]) -> Option<Content<Vec<Operation>>> {
    Content::decode_strict(instructions).ok()
}

/// Why text cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// A glyph stands for no text.
    Mute,
    /// Instructions that cannot be read.
    Garbled,
    /// Something about the whole file.
    Refused(Refusal),
}

impl From<Refusal> for Unread {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl<'l, 'a> Reader<'l, 'a> {
    pub(super) fn new(look: &'l Look<'a>) -> Self {
        Self { look, fonts: HashMap::new(), operations: MAX_OPERATIONS, letters: MAX_TEXT }
    }

    /// The text that a page's instructions show.
    pub(super) fn page(
        &mut self,
        operations: &Content<Vec<Operation>>,
        resources: Option<&'a Dictionary>,
    ) -> Result<String, Unread> {
        let mut pen = Pen::default();
        self.follow(operations, resources, 0, &mut pen)?;
        self.finished(&pen)
    }

    /// The text that a form shows by itself.
    pub(super) fn form(&mut self, stream: &'a Stream) -> Result<String, Unread> {
        let mut pen = Pen::default();
        self.draw(stream, None, 0, &mut pen)?;
        self.finished(&pen)
    }

    fn finished(&mut self, pen: &Pen) -> Result<String, Unread> {
        let text = pen.text.trim_end().to_owned();
        self.letters = self.letters.checked_sub(text.len()).ok_or(Refusal::TooLarge(Bound::Text))?;
        Ok(text)
    }

    fn follow(
        &mut self,
        operations: &Content<Vec<Operation>>,
        resources: Option<&'a Dictionary>,
        depth: usize,
        pen: &mut Pen,
    ) -> Result<(), Unread> {
        for Operation { operator, operands } in &operations.operations {
            self.operations = self.operations.checked_sub(1).ok_or(Refusal::TooLarge(Bound::Operations))?;
            match (operator.as_str(), operands.as_slice()) {
                ("q", _) => pen.saved.push(pen.font.clone()),
                // One too many restores nothing.
                ("Q", _) => pen.font = pen.saved.pop().unwrap_or_else(|| pen.font.take()),
                ("BT" | "Td" | "TD" | "Tm" | "T*", _) => pen.lift(),
                ("Tf", [Object::Name(name), ..]) => pen.font = self.font(resources, name)?,
                ("gs", [Object::Name(name)]) => {
                    let state = self.resource(resources, b"ExtGState", name).and_then(as_dict);
                    if let Some(font) = state.and_then(|state| self.look.list(state, b"Font").first()) {
                        pen.font = self.font_of(font)?;
                    }
                }
                ("Tj", [Object::String(string, _)]) => self.show(string, pen)?,
                ("'", [Object::String(string, _)]) | ("\"", [_, _, Object::String(string, _)]) => {
                    pen.lift();
                    self.show(string, pen)?;
                }
                ("TJ", [Object::Array(pieces)]) => {
                    for piece in pieces {
                        match piece {
                            Object::String(string, _) => self.show(string, pen)?,
                            piece if piece.as_float().is_ok_and(|gap| gap < GAP) => pen.lift(),
                            _ => {}
                        }
                    }
                }
                ("Tj" | "'" | "\"" | "TJ", _) => return Err(Unread::Garbled),
                ("Do", [Object::Name(name)]) => {
                    if let Some(Object::Stream(stream)) = self.resource(resources, b"XObject", name)
                        && self.look.name(&stream.dict, b"Subtype") == b"Form"
                    {
                        self.draw(stream, resources, depth, pen)?;
                    }
                }
                ("scn" | "SCN", [.., Object::Name(name)]) => {
                    // Of the patterns only a tile is a stream with instructions.
                    if let Some(Object::Stream(stream)) = self.resource(resources, b"Pattern", name)
                        && self.look.get(&stream.dict, b"PatternType").as_i64().is_ok_and(|kind| kind == 1)
                    {
                        self.draw(stream, resources, depth, pen)?;
                    }
                }
                ("BDC", [_, about]) => pen.passages.push(self.standing(resources, about)),
                ("BMC" | "BDC", _) => pen.passages.push(None),
                ("EMC", _) => _ = pen.passages.pop(),
                _ => {}
            }
        }
        Ok(())
    }

    /// Draws a form or a tile, which leaves the pen's font as it was.
    fn draw(
        &mut self,
        stream: &'a Stream,
        around: Option<&'a Dictionary>,
        depth: usize,
        pen: &mut Pen,
    ) -> Result<(), Unread> {
        if depth >= MAX_FORMS {
            return Err(Refusal::TooLarge(Bound::Forms).into());
        }
        self.operations = self.operations.checked_sub(FORM).ok_or(Refusal::TooLarge(Bound::Operations))?;
        let instructions = self.look.inflated(stream)?.ok_or(Unread::Garbled)?;
        let operations = parsed(&instructions).ok_or(Unread::Garbled)?;
        let resources = self.look.dict(&stream.dict, b"Resources").or(around);
        let mut inner = Pen { text: std::mem::take(&mut pen.text), font: pen.font.clone(), ..Pen::default() };
        inner.passages.append(&mut pen.passages);
        let open = inner.passages.len();
        inner.lift();
        let followed = self.follow(&operations, resources, depth + 1, &mut inner);
        inner.lift();
        inner.passages.truncate(open);
        pen.text = inner.text;
        pen.passages = inner.passages;
        followed
    }

    fn show(&mut self, string: &[u8], pen: &mut Pen) -> Result<(), Unread> {
        if string.is_empty() {
            return Ok(());
        }
        let font = pen.font.clone().ok_or(Unread::Mute)?;
        for letter in font.read(string) {
            let Some(letter) = letter else {
                let standing = pen.passages.iter_mut().rev().find_map(Option::as_mut).ok_or(Unread::Mute)?;
                if !std::mem::replace(&mut standing.written, true) {
                    pen.text.push_str(&standing.text);
                }
                continue;
            };
            pen.text.push_str(letter);
        }
        if pen.text.len() > self.letters { Err(Refusal::TooLarge(Bound::Text).into()) } else { Ok(()) }
    }

    /// The text that stands for a passage, when it has one.
    fn standing(&self, resources: Option<&'a Dictionary>, about: &Object) -> Option<Standing> {
        let said =
            |about: &Dictionary| about.get(b"ActualText").ok().map(|text| decode_text_string(text).unwrap_or_default());
        let text = match about {
            Object::Dictionary(about) => said(about),
            Object::Name(name) => said(as_dict(self.resource(resources, b"Properties", name)?)?),
            _ => None,
        };
        text.map(|text| Standing { text, written: false })
    }

    /// What a name stands for among the resources of a kind.
    fn resource(&self, resources: Option<&'a Dictionary>, kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        let found = self.look.get(self.look.dict(resources?, kind)?, name);
        (!matches!(found, Object::Null)).then_some(found)
    }

    fn font(&mut self, resources: Option<&'a Dictionary>, name: &[u8]) -> Result<Option<Rc<Font>>, Unread> {
        let fonts = resources.and_then(|resources| self.look.dict(resources, b"Font"));
        match fonts.and_then(|fonts| fonts.get(name).ok()) {
            Some(font) => self.font_of(font),
            None => Ok(None),
        }
    }

    /// A font, read once for each object.
    fn font_of(&mut self, font: &'a Object) -> Result<Option<Rc<Font>>, Unread> {
        let id = font.as_reference().ok();
        if let Some(known) = id.and_then(|id| self.fonts.get(&id)) {
            return Ok(Some(known.clone()));
        }
        let Some(dict) = as_dict(self.look.follow(font)) else { return Ok(None) };
        let read = Rc::new(Font::new(self.look, dict)?);
        if let Some(id) = id {
            self.fonts.insert(id, read.clone());
        }
        Ok(Some(read))
    }
}
