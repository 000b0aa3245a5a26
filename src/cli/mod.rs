//! The command line: the only room that knows arguments, the environment and the terminal.
//!
//! Owns: clap's types ([`args`]), help and refusals in Indonesian, exit codes, the printer of diagnostics, where a
//! workspace is found and how its files become [`crate::report::Raw`]; one file for each command. Results go to stdout,
//! talk to stderr. Everything outside the process arrives through [`Outside`], so that a test can stand in for it.

pub mod args;
mod baru;
mod buat;
mod code;
mod disk;
mod examples;
mod exit;
mod held;
mod help;
mod impor;
mod jalankan;
mod jelaskan;
mod kirim;
mod lacak;
mod making;
mod pelengkapan;
mod periksa;
mod pernyataan;
mod post;
mod printer;
mod riwayat;
mod selesaikan;
mod settings;
mod skema;
mod tandai;
mod templat;
mod usage;
mod verifikasi;
mod workspace;

use std::ffi::OsString;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use serde::Serialize;
use serde_json::json;

pub use examples::{Example, examples};
pub use exit::Exit;
pub use post::{Post, Stop};

use crate::clock::Clock;
use crate::diagnostic::{Diagnostic, Failure, Severity, site};
use crate::mail::smtp::Patience;
use crate::worker::{self, Worker};
use args::{Command, Format, Rakor};
use printer::Style;
use settings::{Settings, Talk};

/// The process's surroundings.
pub struct Outside<'a> {
    /// Arguments, the program's own name first.
    pub arguments: Vec<OsString>,
    /// Reads a variable of the environment.
    pub variable: &'a dyn Fn(&str) -> Option<String>,
    /// The folder that relative paths start from.
    pub folder: PathBuf,
    /// Where results go.
    pub out: &'a mut dyn Write,
    /// Where talk goes.
    pub err: &'a mut dyn Write,
    /// Whether talk goes to a terminal.
    pub terminal: bool,
    /// Who reads what may come from a stranger.
    pub worker: Worker,
    /// What moment it is; only what runs unattended or sends asks.
    pub clock: Clock,
    /// What only a sending needs.
    pub post: Post<'a>,
}

/// What a command has to say when nothing stopped it.
#[derive(Debug)]
struct Reply {
    /// Why the program ends; a command may finish its work and still refuse.
    exit: Exit,
    /// The result for people, on stdout.
    text: String,
    /// The result for programs, below `hasil`.
    result: serde_json::Value,
    /// Objects for programs before that of the run, one on each line.
    lines: Vec<serde_json::Value>,
    /// What somebody at a desk wants to know beside the result, on stderr.
    talk: String,
    /// What was found on the way.
    diagnostics: Vec<Diagnostic>,
    /// Whether `text` shows the diagnostics already.
    listed: bool,
}

impl Reply {
    fn new(text: String, result: serde_json::Value) -> Self {
        Self {
            exit: Exit::Done,
            text,
            result,
            lines: Vec::new(),
            talk: String::new(),
            diagnostics: Vec::new(),
            listed: false,
        }
    }

    /// A text on the screen.
    fn screen(text: String) -> Self {
        let result = json!({ "isi": text });
        Self::new(text, result)
    }

    /// The names of files that were written.
    fn files(names: &[String]) -> Self {
        let mut text = names.join("\n");
        text.push('\n');
        Self::new(text, json!({ "berkas": names }))
    }
}

/// One JSON object for every run, whatever its outcome; the last line of its output.
#[derive(Serialize)]
struct Object<'a> {
    perintah: &'a str,
    kode_keluar: u8,
    arti: &'a str,
    hasil: serde_json::Value,
    masalah: Vec<Diagnostic>,
}

/// Runs the program in the process's own surroundings.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place where the process's surroundings become values")]
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if worker::is_called(&arguments) {
        return worker::serve();
    }
    // A panic is a broken promise of the program: it is reported like every other error, by a code that leads to it.
    std::panic::set_hook(Box::new(|panic| {
        let report = broken_promise(&site(panic.location()));
        let text = printer::text(&[report], Style { colour: false, all: true });
        let _ = io::stderr().write_all(text.as_bytes());
    }));
    let patience = patience();
    let ran = std::panic::catch_unwind(move || {
        let folder = std::env::current_dir().unwrap_or_default();
        let answers: Option<&mut dyn BufRead> =
            if io::stdin().is_terminal() { Some(&mut io::BufReader::new(io::stdin())) } else { None };
        run(&mut Outside {
            arguments,
            variable: &|name| std::env::var(name).ok(),
            folder,
            out: &mut io::stdout(),
            err: &mut io::stderr(),
            terminal: io::stderr().is_terminal(),
            worker: Worker::new(std::env::current_exe().ok()),
            clock: Clock::system(),
            post: Post { answers, patience, stop: Stop::system() },
        })
    });
    ExitCode::from(ran.unwrap_or(Exit::Internal).code())
}

/// How long steps of a dialogue with a mail server may take. In a debug build tests can make a process die at a point of their
/// choice, and hurry.
#[expect(clippy::disallowed_methods, reason = "the one place where the process's surroundings become values")]
fn patience() -> Patience {
    if cfg!(debug_assertions) {
        #[cfg(debug_assertions)]
        if let Ok(point) = std::env::var("RAKOR_TITIK_GAGAL") {
            crate::mail::fault::arm(&point);
        }
        let times = std::env::var("RAKOR_KESABARAN").ok().and_then(|times| times.parse().ok());
        return Patience::STANDARD.shortened(times.unwrap_or(1));
    }
    Patience::STANDARD
}

fn broken_promise(site: &str) -> Diagnostic {
    Diagnostic::error(
        code::BROKEN_PROMISE,
        format!("Terjadi kesalahan di dalam program ({site}). Data Anda tidak berubah."),
        "Laporkan kode ini kepada pengelola.",
    )
}

/// Runs the program once.
pub fn run(outside: &mut Outside<'_>) -> Exit {
    let command = help::dress(Rakor::command());
    let words: Vec<String> = outside.arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let parsed =
        command.clone().try_get_matches_from(&outside.arguments).and_then(|matches| Rakor::from_arg_matches(&matches));
    let rakor = match parsed {
        Ok(rakor) => rakor,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return written(outside.out.write_all(error.render().to_string().as_bytes()), Exit::Done);
        }
        Err(error) if words.len() < 2 => {
            return written(outside.err.write_all(error.render().to_string().as_bytes()), Exit::Usage);
        }
        Err(error) => {
            let arguments = words.get(1..).unwrap_or_default();
            let why = usage::explain(&error, &command, arguments);
            if settings::wanted_format(arguments, outside.variable) == Format::Json {
                let first = why.lines().next().unwrap_or_default();
                let problem = Diagnostic::error(code::CALL, first, "Lihat `rakor --bantuan`.");
                return object(outside, "", Exit::Usage, serde_json::Value::Null, &[problem]);
            }
            return written(outside.err.write_all(why.as_bytes()), Exit::Usage);
        }
    };
    let settings = match settings::resolve(&rakor.common, outside.variable) {
        Ok(settings) => settings,
        Err(failure) => {
            let text = printer::text(&failure.diagnostics, Style { colour: colours(outside), all: true });
            return written(outside.err.write_all(text.as_bytes()), Exit::Usage);
        }
    };
    let name = name(&rakor.command);
    let outcome = dispatch(&rakor.command, &settings, outside);
    finish(outside, &settings, name, outcome)
}

fn name(command: &Command) -> &'static str {
    match command {
        Command::Baru(_) => "baru",
        Command::Periksa(_) => "periksa",
        Command::Buat(_) => "buat",
        Command::Jalankan(_) => "jalankan",
        Command::Kirim(_) => "kirim",
        Command::Riwayat(_) => "riwayat",
        Command::Selesaikan(_) => "selesaikan",
        Command::Impor(_) => "impor",
        Command::Lacak(_) => "lacak",
        Command::Verifikasi(_) => "verifikasi",
        Command::Skema(_) => "skema",
        Command::Templat(_) => "templat",
        Command::Pelengkapan(_) => "pelengkapan",
    }
}

fn dispatch(command: &Command, settings: &Settings, outside: &mut Outside<'_>) -> Result<Reply, Failure> {
    match command {
        Command::Baru(args) => baru::run(args, outside),
        Command::Periksa(args) => periksa::run(args, settings, outside),
        Command::Buat(args) => buat::run(args, settings, outside),
        Command::Jalankan(args) => jalankan::run(args, settings, outside),
        Command::Kirim(args) => kirim::run(args, settings, outside),
        Command::Riwayat(args) => riwayat::run(args, settings, outside),
        Command::Selesaikan(args) => selesaikan::run(args, settings, outside),
        Command::Impor(args) => impor::run(args, settings, outside),
        Command::Lacak(args) => lacak::run(args, settings, outside),
        Command::Verifikasi(args) => verifikasi::run(args, settings, outside),
        Command::Skema(args) => skema::run(args, outside),
        Command::Templat(args) => templat::run(args, settings, outside),
        Command::Pelengkapan(args) => pelengkapan::run(args, outside),
    }
}

fn finish(outside: &mut Outside<'_>, settings: &Settings, name: &str, outcome: Result<Reply, Failure>) -> Exit {
    let style = Style { colour: colours(outside), all: settings.talk == Talk::Full };
    match (outcome, settings.format) {
        (Ok(reply), Format::Json) => match reply.lines.iter().try_for_each(|line| writeln!(outside.out, "{line}")) {
            Ok(()) => object(outside, name, reply.exit, reply.result, &reply.diagnostics),
            failed => written(failed, reply.exit),
        },
        (Err(failure), Format::Json) => {
            object(outside, name, failure.kind.into(), serde_json::Value::Null, &failure.diagnostics)
        }
        (Ok(reply), Format::Teks) => {
            let mut talk = String::new();
            if !reply.listed {
                let quiet = settings.talk == Talk::Quiet;
                let heard: Vec<Diagnostic> = reply
                    .diagnostics
                    .into_iter()
                    .filter(|diagnostic| !quiet || diagnostic.severity == Severity::Kesalahan)
                    .collect();
                talk = printer::text(&heard, style);
            }
            if settings.talk != Talk::Quiet {
                talk.push_str(&reply.talk);
            }
            // The result first: it must not be lost because nobody listens to the talk.
            let result = outside.out.write_all(reply.text.as_bytes()).and_then(|()| outside.out.flush());
            let _ = outside.err.write_all(talk.as_bytes());
            written(result, reply.exit)
        }
        (Err(failure), Format::Teks) => {
            let text = printer::text(&failure.diagnostics, style);
            written(outside.err.write_all(text.as_bytes()), failure.kind.into())
        }
    }
}

fn object(
    outside: &mut Outside<'_>,
    name: &str,
    exit: Exit,
    result: serde_json::Value,
    diagnostics: &[Diagnostic],
) -> Exit {
    let object = Object {
        perintah: name,
        kode_keluar: exit.code(),
        arti: exit.meaning(),
        hasil: result,
        masalah: printer::json(diagnostics),
    };
    let text = serde_json::to_string(&object).unwrap_or_default();
    written(writeln!(outside.out, "{text}"), exit)
}

/// A reader that stops listening (`| head`) is no failure; a full disk behind stdout is one.
fn written(result: io::Result<()>, exit: Exit) -> Exit {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::worst([exit, Exit::Disk]),
        _ => exit,
    }
}

fn colours(outside: &Outside<'_>) -> bool {
    outside.terminal && (outside.variable)("NO_COLOR").is_none_or(|value| value.is_empty())
}
