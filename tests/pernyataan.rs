//! What somebody said: how it is read, how it is judged, what the sheet says of it.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

mod case;
mod itself;
mod others;
mod published;
mod sheet;
mod ucapan;
mod workspace;
