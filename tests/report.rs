//! The whole road, from outside: files in, a report or a refusal out, and nothing else.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at a surprise")]

mod batch;
mod books;
mod case;
mod columns;
mod contexts;
mod cover;
mod determinism;
mod disk;
mod evaluasi;
mod figures;
mod findings;
mod konstruksi;
mod named;
mod pages;
pub(crate) mod paper;
mod provenance;
mod refusals;
mod rekapitulasi;
mod sizes;
mod templates;
mod text;
mod waivers;
