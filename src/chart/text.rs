//! Widths of labels in the embedded face, and how a label is made to fit.

use std::sync::{LazyLock, OnceLock};

use plotters::style::{FontDesc, FontFamily, FontStyle, register_font};

use crate::fonts;

/// 8 points on paper, in tenths of a millimetre: ticks, keys, names in dense rows.
const SMALL: i32 = 28;
/// 8.5 points on paper: direct labels.
const LABEL: i32 = 30;

/// Units of the design grid to one em of Liberation Sans.
const EM: i32 = 2048;
/// Ascender plus descender of Liberation Sans in the same units. The measuring engine scales by this height, so at this
/// size it answers in design units.
const LINE: f64 = 2288.0;
/// Longer labels are hostile and would only be cut anyway.
const MEASURED_CHARS: usize = 400;

/// How many characters Latin-1 has, Unicode's first.
const LATIN: usize = 256;

/// Upright or bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

impl Weight {
    pub(super) fn style(self) -> FontStyle {
        match self {
            Self::Regular => FontStyle::Normal,
            Self::Bold => FontStyle::Bold,
        }
    }

    /// Advance width of a character in design units.
    fn measure(self, c: char) -> i32 {
        let font = FontDesc::new(FontFamily::Name(fonts::FAMILY), LINE, self.style());
        font.layout_box(c.encode_utf8(&mut [0; 4])).map_or(0, |(_, (width, _))| width)
    }

    /// The same of the characters that most labels consist of, by their number; measured once in a process.
    fn advances(self) -> &'static [i32; LATIN] {
        static REGULAR: LazyLock<[i32; LATIN]> = LazyLock::new(|| Weight::Regular.measure_latin());
        static BOLD: LazyLock<[i32; LATIN]> = LazyLock::new(|| Weight::Bold.measure_latin());
        match self {
            Self::Regular => &REGULAR,
            Self::Bold => &BOLD,
        }
    }

    fn measure_latin(self) -> [i32; LATIN] {
        // Measured without the faces they would be wrong for as long as the process lives.
        register_faces();
        std::array::from_fn(|n| u8::try_from(n).map_or(0, |n| self.measure(char::from(n))))
    }
}

/// Gives the faces to the measuring engine, once in a process; false when it cannot read them.
pub(super) fn register_faces() -> bool {
    static READABLE: OnceLock<bool> = OnceLock::new();
    *READABLE.get_or_init(|| {
        register_font(fonts::FAMILY, FontStyle::Normal, fonts::REGULAR).is_ok()
            && register_font(fonts::FAMILY, FontStyle::Bold, fonts::BOLD).is_ok()
    })
}

/// A size and weight that text can be measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Face {
    pub(super) size: i32,
    pub(super) weight: Weight,
}

/// Ticks and names in dense rows.
pub(super) const SMALL_FACE: Face = Face { size: SMALL, weight: Weight::Regular };
/// The same for what is emphasised.
pub(super) const SMALL_BOLD: Face = Face { size: SMALL, weight: Weight::Bold };
/// Direct labels.
pub(super) const LABEL_FACE: Face = Face { size: LABEL, weight: Weight::Regular };
/// Direct labels of what matters most.
pub(super) const STRONG_FACE: Face = Face { size: LABEL, weight: Weight::Bold };

impl Face {
    /// Distance between the baselines of two lines.
    pub(super) fn leading(self) -> i32 {
        self.size * 6 / 5
    }

    /// From the baseline up to the top of figures and capitals.
    pub(super) fn cap_height(self) -> i32 {
        self.size * 7 / 10
    }

    /// From the baseline down to the foot of a `g`.
    pub(super) fn descent(self) -> i32 {
        self.size * 11 / 50
    }

    /// Advance width of a line, rounded up. Characters are measured one by one: kerning only makes a line narrower, and
    /// not every renderer of SVG kerns.
    pub(super) fn width(self, text: &str) -> i32 {
        let known = self.weight.advances();
        let advance = |c: char| {
            let known = usize::try_from(u32::from(c)).ok().and_then(|c| known.get(c));
            known.copied().unwrap_or_else(|| self.weight.measure(c))
        };
        let units = text.chars().map(advance).fold(0, i32::saturating_add);
        units.saturating_mul(self.size) / EM + 1
    }

    /// The text, or its beginning and an ellipsis where it is too wide.
    pub(super) fn fit(self, text: &str, max: i32) -> String {
        if text.chars().nth(MEASURED_CHARS).is_none() && self.width(text) <= max {
            return text.to_owned();
        }
        let cuts: Vec<usize> = text.char_indices().take(MEASURED_CHARS).map(|(at, _)| at).collect();
        let shortened = |cut: usize| format!("{}…", text.get(..cut).unwrap_or_default().trim_end());
        let fitting = cuts.partition_point(|&cut| self.width(&shortened(cut)) <= max);
        shortened(cuts.get(fitting.saturating_sub(1)).copied().unwrap_or(0))
    }

    /// The text in at most two lines, broken between words where it can be.
    pub(super) fn wrap(self, text: &str, max: i32) -> Vec<String> {
        if text.chars().nth(MEASURED_CHARS).is_none() && self.width(text) <= max {
            return vec![text.to_owned()];
        }
        let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).take(MEASURED_CHARS).collect();
        let fitting = spaces.partition_point(|&cut| self.width(text.get(..cut).unwrap_or_default()) <= max);
        match fitting.checked_sub(1).and_then(|n| spaces.get(n)).map(|&cut| text.split_at(cut)) {
            Some((head, rest)) => vec![head.to_owned(), self.fit(rest.trim_start(), max)],
            None => vec![self.fit(text, max)],
        }
    }
}

/// The label as one line: a cell may hold line feeds and tabs, and SVG folds runs of spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
