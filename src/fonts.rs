//! The embedded typefaces, and which characters a report can print.
//!
//! Owns: the bytes of the four faces of Liberation Sans (metric-compatible with Arial, the face that the rules on
//! official documents ask for), those of the two of Roboto Condensed (for forms with more columns than Arial has room
//! for), and [`check_text`]. Shaping belongs to the engines of [`crate::typeset`] and
//! [`crate::chart`].

use std::fmt;
use std::sync::LazyLock;

/// The family's name, as templates and charts name it.
pub const FAMILY: &str = "Liberation Sans";

/// The family of the forms. A character that it lacks is set in [`FAMILY`], which has every printable one.
pub const CONDENSED_FAMILY: &str = "Roboto Condensed";

/// Upright face.
pub const REGULAR: &[u8] = include_bytes!("../fonts/liberation-sans/LiberationSans-Regular.ttf");
/// Bold face.
pub const BOLD: &[u8] = include_bytes!("../fonts/liberation-sans/LiberationSans-Bold.ttf");
/// Italic face.
pub const ITALIC: &[u8] = include_bytes!("../fonts/liberation-sans/LiberationSans-Italic.ttf");
/// Bold italic face.
pub const BOLD_ITALIC: &[u8] = include_bytes!("../fonts/liberation-sans/LiberationSans-BoldItalic.ttf");

/// Upright face of the forms.
pub const CONDENSED: &[u8] = include_bytes!("../fonts/roboto-condensed/RobotoCondensed-Regular.ttf");
/// Bold face of the forms.
pub const CONDENSED_BOLD: &[u8] = include_bytes!("../fonts/roboto-condensed/RobotoCondensed-Bold.ttf");

/// The faces of [`FAMILY`].
const ALWAYS: [&[u8]; 4] = [REGULAR, BOLD, ITALIC, BOLD_ITALIC];

/// All faces with their file names, in a fixed order.
pub const FACES: [(&str, &[u8]); 6] = [
    ("LiberationSans-Regular.ttf", REGULAR),
    ("LiberationSans-Bold.ttf", BOLD),
    ("LiberationSans-Italic.ttf", ITALIC),
    ("LiberationSans-BoldItalic.ttf", BOLD_ITALIC),
    ("RobotoCondensed-Regular.ttf", CONDENSED),
    ("RobotoCondensed-Bold.ttf", CONDENSED_BOLD),
];

/// Why a character cannot stand in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A control character other than line feed and tab.
    Control,
    /// Turns the writing direction: what is read would differ from what is stored.
    Direction,
    /// Has no visible form: two different texts would look alike.
    Invisible,
    /// Private use or no character at all.
    Private,
    /// A face of [`FAMILY`] has no glyph.
    NoGlyph,
}

/// A character that a report cannot print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unprintable {
    /// The first such character.
    pub ch: char,
    /// Why not.
    pub why: Why,
}

impl fmt::Display for Unprintable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = u32::from(self.ch);
        match self.why {
            Why::Control => write!(f, "Karakter kendali U+{code:04X} tidak dapat dicetak."),
            Why::Direction => write!(f, "Karakter U+{code:04X} membalik arah tulisan dan tidak dapat dicetak."),
            Why::Invisible => write!(f, "Karakter U+{code:04X} tidak terlihat dan tidak dapat dicetak."),
            Why::Private => write!(f, "U+{code:04X} bukan karakter baku dan tidak dapat dicetak."),
            Why::NoGlyph => write!(f, "Karakter U+{code:04X} tidak tersedia dalam fon laporan."),
        }
    }
}

/// Whether every character of a text can be printed in all four faces of [`FAMILY`]; the first that cannot otherwise.
///
/// PDF/A-3a refuses most of these at export, without a position; direction marks and invisible characters pass every
/// standard unseen. Both are caught here, where the cell is still known.
pub fn check_text(text: &str) -> Result<(), Unprintable> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t')) {
        return Ok(());
    }
    text.chars().find_map(refusal).map_or(Ok(()), Err)
}

fn refusal(ch: char) -> Option<Unprintable> {
    if matches!(ch, ' '..='~' | '\n' | '\t') {
        return None;
    }
    let why = unseen(ch).or_else(|| (!has_glyph(ch)).then_some(Why::NoGlyph))?;
    Some(Unprintable { ch, why })
}

/// Why no typeface could show a character, line feed and tab among them; nothing for one that some typeface shows.
#[must_use]
pub fn unseen(ch: char) -> Option<Why> {
    let why = match ch {
        _ if ch.is_control() => Why::Control,
        '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Why::Direction,
        '\u{00AD}'
        | '\u{034F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200D}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => Why::Invisible,
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' | '\u{FFFD}' => Why::Private,
        _ if u32::from(ch) & 0xFFFE == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&ch) => Why::Private,
        _ => return None,
    };
    Some(why)
}

fn has_glyph(ch: char) -> bool {
    static FACES_PARSED: LazyLock<Vec<ttf_parser::Face<'static>>> =
        LazyLock::new(|| ALWAYS.iter().filter_map(|bytes| ttf_parser::Face::parse(bytes, 0).ok()).collect());
    FACES_PARSED.len() == ALWAYS.len() && FACES_PARSED.iter().all(|face| face.glyph_index(ch).is_some())
}
