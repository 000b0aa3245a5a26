//! What a file shows and carries, so that another file can be held against it.
//!
//! Owns: [`Content`] and the way to it ([`content`]): pages and what lies on them (`walk`), their letters (`text`, `font`),
//! how they are drawn (`drawing`), what the file says of itself (`about`). The bytes may come from any program, so the objects are read by lopdf, and only in a
//! child process (`worker`), which may die of them. What a difference means belongs to [`crate::report`].
//!
//! Nothing is skipped in silence: a glyph that the file itself does not translate into text, an instruction that cannot be
//! read, a table of objects that would have to be guessed refuse the whole file.

mod about;
mod drawing;
mod font;
mod look;
mod open;
mod text;
mod walk;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use open::unpacked;

use crate::diagnostic::Diagnostic;

/// What a file shows and carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The pages, in the order of the file.
    pub pages: Vec<Page>,
    /// Attached files: name and SHA-256 in hexadecimal.
    pub attachments: BTreeMap<String, String>,
    /// SHA-256 of the tree of headings, tables and paragraphs that programs read aloud; empty when there is none.
    pub structure: String,
    /// What else the file says of itself and is shown beside the pages.
    pub about: About,
    /// Whether somebody signed.
    pub signature: Signature,
    /// Something runs or is laid out anew when the file is opened (scripts, XFA forms, portfolios): what is shown may
    /// differ from the pages.
    pub active: bool,
}

/// What a file says of itself. What every program that saves a file writes anew (its own name, the time, the number of the
/// edition) is no part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The identity that a file keeps however often it is saved, in hexadecimal.
    pub identity: String,
    /// Title, author and the like, by their names in the format.
    pub information: BTreeMap<String, String>,
    /// SHA-256 of the description that PDF/A asks for; empty when there is none.
    pub description: String,
    /// SHA-256 of the tree of bookmarks; empty when there is none.
    pub outline: String,
    /// SHA-256 of the rest of the catalogue: language, how the file is opened, profiles of colour, what attachments are for.
    pub catalogue: String,
}

/// What stands on one page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Every glyph shown by the page's own instructions, as text, in the order of drawing; a space wherever the pen was
    /// lifted. Text that lies outside the paper, below something else or in no colour is part of it.
    pub text: String,
    /// SHA-256 of everything that draws the page: instructions, fonts, images, sizes. Equal digests are equal pages;
    /// different ones may still look alike.
    pub drawing: String,
    /// What lies on the page without being part of it.
    pub annotations: Vec<Annotation>,
}

/// Something that lies on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Annotation {
    /// Its subtype in the words of the format, such as `Link`.
    pub kind: String,
    /// It is the field of a signature.
    pub signs: bool,
    /// The text it shows; a replacement character when it shows text that cannot be read.
    pub text: String,
    /// SHA-256 of its look; empty when it has none of its own.
    pub drawing: String,
    /// The address it leads to.
    pub leads: String,
    /// SHA-256 of everything that is said of it.
    pub said: String,
}

/// Whether a file says it was signed. Whether the signature is valid, and whose it is, is not looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signature {
    /// It does not.
    #[default]
    None,
    /// Signed, but something was added behind all signatures.
    Partial,
    /// A signature or its time stamp spans the file from the first byte to the last, but for its own value.
    Whole,
}

/// Reads what a file shows and carries.
///
/// # Errors
/// `B001`, `B002`, `B003` and `B005` as for [`super::Pdf`], `B007` for glyphs that stand for no text, `B008` for a page
/// whose instructions cannot be read.
pub fn content(bytes: &[u8]) -> Result<Content, Box<Diagnostic>> {
    walk::read(bytes).map_err(|refusal| Box::new(refusal.diagnostic()))
}
