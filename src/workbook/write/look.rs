//! How the cells of new workbooks look: the only place for their colours.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::{Entry, Look};
use crate::diagnostic::Severity;

const NAVY: Color = Color::RGB(0x1F_3864);
const SKY: Color = Color::RGB(0xDD_EBF7);
const GREY: Color = Color::RGB(0x76_7171);
const LINE: Color = Color::RGB(0xBF_BFBF);
const LINK: Color = Color::RGB(0x05_63C1);
const RED: Color = Color::RGB(0xF8_CBAD);
const YELLOW: Color = Color::RGB(0xFF_E699);
const GREEN: Color = Color::RGB(0xE2_EFDA);

/// The look of a cell that is made for something. A text that a program would take for a formula, once somebody edits the
/// cell, is marked as text in the cell itself.
pub(super) fn format(look: Look, entry: Entry, guarded: bool) -> Format {
    let format = match entry {
        Entry::Any => Format::new(),
        Entry::Text => Format::new().set_num_format("@"),
        Entry::Whole => Format::new().set_num_format("#,##0"),
        Entry::Day => Format::new().set_num_format("yyyy-mm-dd"),
    };
    let format = if guarded { format.set_quote_prefix() } else { format };
    match look {
        Look::Plain => format,
        Look::Title => format.set_bold().set_font_size(14).set_font_color(NAVY),
        Look::Remark => format.set_font_color(GREY),
        Look::Example => format.set_italic().set_font_color(GREY).set_align(FormatAlign::Left),
        Look::Heading => heading(format).set_background_color(NAVY).set_font_color(Color::White),
        Look::Lighter => heading(format).set_background_color(SKY).set_font_color(NAVY),
        Look::Wrapped => wrapped(format),
        Look::Link => wrapped(format).set_hyperlink().set_font_color(LINK),
        Look::Weight(severity) => wrapped(format).set_background_color(match severity {
            Severity::Kesalahan => RED,
            Severity::Peringatan => YELLOW,
            Severity::Catatan => GREEN,
        }),
    }
}

/// Whether a cell of this look breaks its text into lines.
pub(super) fn wraps(look: Look) -> bool {
    matches!(look, Look::Wrapped | Look::Link | Look::Weight(_))
}

fn heading(format: Format) -> Format {
    let format = format.set_bold().set_align(FormatAlign::VerticalCenter);
    format.set_border(FormatBorder::Thin).set_border_color(LINE)
}

fn wrapped(format: Format) -> Format {
    format.set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin).set_border_color(LINE)
}
