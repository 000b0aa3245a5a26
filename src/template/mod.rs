//! Templates: from a context to Typst markup that holds not one byte of data, or to the text of a mail.
//!
//! Owns: the template engine, the bound references and their value table, the marks that lead from a line of markup
//! back to a line of the template, and the wording of sentences. What stands in a context is decided by
//! [`crate::report`]; what the markup looks like on paper by [`crate::typeset`].
//!
//! Data never becomes markup: the formatter prints a reference such as `#v1f0c3a(17);` for every slot and the finished
//! strings travel beside the markup, like parameters in SQL. So no name in a table can run code or end a sentence. A mail is
//! rendered with the same references, which are then replaced by their values, escaped for its form ([`Form`]).

mod bound;
mod bundle;
mod code;
mod complaint;
mod convert;
mod guard;
mod marks;
mod render;
mod sentence;
mod tree;
mod written;

pub use bundle::Bundle;
pub use code::CODES;
pub use marks::{LineMap, TemplateLine};
pub use render::{ChartCall, Rendered, Renderer};
pub use sentence::{Sentence, Slot};
pub use tree::{Tree, to_json};
pub use written::{Form, plain_line};
