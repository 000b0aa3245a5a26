//! Every test of the project, in one binary: each further one would link the typesetting engine again.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests make and read the files they need")]
#![allow(clippy::format_collect, clippy::format_push_string, reason = "a test may take the short way to a text")]

mod audit;
mod bahasa;
mod chart;
mod cli;
mod clock;
mod diagnostic;
mod evaluasi;
mod figure;
mod files;
mod fonts;
mod house;
mod impor;
mod jalankan;
mod lacak;
mod mail;
mod manifest;
mod measure;
mod pernyataan;
mod place;
mod readme;
mod report;
mod sentences;
mod simulasi;
mod table;
mod workbook;
mod workbook_write;
mod worker;
mod workspaces;

/// A day that every example lies before.
fn clock() -> rakor::clock::Clock {
    rakor::clock::Clock::standing_at(chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::days(20_500))
}

/// Children of the program that this suite was built with.
fn worker() -> rakor::worker::Worker {
    rakor::worker::Worker::new(Some(env!("CARGO_BIN_EXE_rakor").into()))
}
