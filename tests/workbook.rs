//! Workbooks: what is read from them, and what is refused.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

pub(crate) mod builder;
mod compound;
mod contoh;
mod dump;
mod formats;
mod hostile;
mod mutations;
mod wire;
