//! Reports: what a report kind is made from, and the order of the stages.
//!
//! Owns: [`BuildInput`], the one value between reading and printing; [`load`] before it, [`build`] after it; one folder
//! for each report kind, which turns measures into the context of its template. Statistics belong to
//! [`crate::measure`], wording and markup to [`crate::template`], pages to [`crate::typeset`].
//!
//! [`build`] is pure: same input, same bytes; no clock, environment or disk.

mod batch;
mod build;
mod bulanan;
mod code;
mod compare;
mod cover;
mod due;
mod evaluasi;
mod finished;
mod input;
mod konstruksi;
mod named;
mod package;
mod pemeriksaan;
mod picture;
mod recipients;
mod rekapitulasi;
mod select;
pub mod sentences;
mod templates;
mod trace;
mod verify;
mod year;

pub use crate::digest::sha256;
pub use batch::Batch;
pub use build::{Built, PrintedValue, Stage, Timing, build, build_from, build_timed, compose, job, stage};
pub use code::CODES;
pub use compare::Difference;
pub use cover::{Cover, CoverFor, Revision, covers};
pub use due::{Due, Opened, Readiness, open};
pub use finished::{Finished, Likeness, finished};
pub use input::{
    Blob, BuildInput, Kind, Maker, Raw, Seal, check, has_table, is_made_from, load, load_noted, statements,
    unknown_kind,
};
pub use recipients::Recipient;
pub use templates::OwnKind;
pub use trace::{Agreement, Figure, Manner, Print, SourceCell, Trace, trace};
pub use verify::{Hands, Verdict, Verified, verify};
