//! Every test of the project, in one binary: each further one would link the typesetting engine again.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests make and read the files they need")]
#![allow(clippy::format_collect, clippy::format_push_string, reason = "a test may take the short way to a text")]

mod audit;
mod bahasa;
mod chart;
mod cli;
mod diagnostic;
mod evaluasi;
mod figure;
mod files;
mod fonts;
mod house;
mod lacak;
mod manifest;
mod measure;
mod pernyataan;
mod place;
mod readme;
mod report;
mod sentences;
mod simulasi;
mod table;
mod workspaces;
