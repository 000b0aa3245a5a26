//! Every test of the project, in one binary: each further one would link the typesetting engine again.
#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests make and read the files they need")]
#![allow(clippy::format_collect, clippy::format_push_string, reason = "a test may take the short way to a text")]

mod audit;
mod bahasa;
mod chart;
mod cli;
mod clock;
mod conformance;
mod diagnostic;
mod evaluasi;
mod figure;
mod files;
mod fonts;
mod hostile;
mod house;
mod impor;
mod jalankan;
mod lacak;
mod mail;
mod manifest;
mod measure;
mod pernyataan;
mod place;
mod privacy;
mod readme;
mod report;
mod sentences;
mod simulasi;
mod table;
mod templat;
mod verifikasi;
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

/// Runs the program in a folder, with an empty environment and nobody at a terminal: how it ended, its result, its talk.
/// The arguments come without the program's own name.
fn rakor<'a>(
    folder: &std::path::Path,
    arguments: impl IntoIterator<Item = &'a str>,
) -> (rakor::cli::Exit, String, String) {
    rakor_by(folder, arguments, worker(), clock())
}

/// The same with these children, at this moment.
#[expect(clippy::expect_used, reason = "a test may stop at a surprise")]
fn rakor_by<'a>(
    folder: &std::path::Path,
    arguments: impl IntoIterator<Item = &'a str>,
    worker: rakor::worker::Worker,
    clock: rakor::clock::Clock,
) -> (rakor::cli::Exit, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = rakor::cli::run(&mut rakor::cli::Outside {
        arguments: std::iter::once("rakor").chain(arguments).map(Into::into).collect(),
        variable: &|_| None,
        folder: folder.to_path_buf(),
        out: &mut out,
        err: &mut err,
        terminal: false,
        worker,
        clock,
        post: rakor::cli::Post::unattended(),
    });
    let text = |bytes| String::from_utf8(bytes).expect("what the program says is text");
    (exit, text(out), text(err))
}
