//! What a parent asks, what a child answers, and the child's side of it.

use std::ffi::OsString;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::{Limits, Made, frame, process};
use crate::diagnostic::{Diagnostic, Failure, FailureKind, site};
use crate::place::Place;
use crate::report::{self, BuildInput, Stage};
use crate::typeset::{self, Press};
use crate::{pdf, workbook};

/// The one argument that makes a process a child. It is no command: nobody is to type it.
pub(super) const ARGUMENT: &str = "__pekerja";

/// Changes with every change of the frames: a program may be replaced while it runs.
const VERSION: u32 = 4;

/// The header of the first frame. It is read before any limit stands, so nothing foreign is in it but a name.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    version: u32,
    memory: u64,
    processor: u64,
    task: Task,
}

impl Request {
    pub(super) fn new(limits: &Limits, task: Task) -> Self {
        Self { version: VERSION, memory: limits.memory, processor: limits.processor, task }
    }
}

/// A piece of work; the bytes to work on are the body of the frame.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Task {
    /// The bytes are a workbook; the answer is its cells.
    ReadWorkbook {
        /// What messages call it.
        path: String,
    },
    /// The bytes are a PDF; the answer is the same file with nothing packed.
    Unpack {
        /// What messages call it.
        path: String,
    },
    /// The bytes are a PDF; the answer is what it shows and carries, as JSON.
    ReadContent {
        /// What messages call it.
        path: String,
    },
    /// The bytes are a PDF; the answer is one of its attachments.
    ReadAttachment {
        /// What messages call it.
        path: String,
        /// What the attachment is called.
        name: String,
    },
    /// The bytes are the canonical input of a report; the answer is the report.
    Build,
    /// The bytes are the canonical input of a report; the answer is one stage of it, file by file.
    Stage {
        /// Which.
        stage: Stage,
    },
    /// The bytes are what mails are addressed with, then the canonical input of their report; the answer is their texts, as
    /// JSON.
    Covers,
    /// The bytes are a report; the answer is what it prints from which cells, as JSON.
    Trace,
}

/// The header of the second frame.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// The result is the body of the frame.
    Done,
    /// There is no result, for these reasons.
    Refused(Failure),
    /// A promise of the program was broken, and where.
    Broken(String),
}

/// Whether these arguments, the program's own name first, make this process a child.
#[must_use]
pub fn is_called(arguments: &[OsString]) -> bool {
    matches!(arguments, [_, argument] if argument == ARGUMENT)
}

/// Where the program broke its promise.
static SITE: Mutex<String> = Mutex::new(String::new());

/// Does what the parent asks through the process's own streams, until it has nothing more to ask.
#[must_use]
pub fn serve() -> ExitCode {
    panic::set_hook(Box::new(|panic| {
        *SITE.lock().unwrap_or_else(PoisonError::into_inner) = site(panic.location());
    }));
    match answer() {
        Ok(()) => ExitCode::SUCCESS,
        // As every other allocation that fails.
        Err(error) if error.kind() == io::ErrorKind::OutOfMemory => std::process::abort(),
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer() -> io::Result<()> {
    let (mut input, mut output) = process::streams();
    let mut request: Request = frame::header(&mut input)?;
    let mut press = None;
    loop {
        if request.version != VERSION {
            return Err(io::ErrorKind::Unsupported.into());
        }
        process::limit(request.memory, request.processor, !matches!(request.task, Task::Build))?;
        let bytes = frame::body(&mut input, u64::MAX)?;
        let done = panic::catch_unwind(AssertUnwindSafe(|| perform(&request.task, bytes, &mut press)));
        let (answer, body) = done.unwrap_or_else(|_| {
            let site = SITE.lock().unwrap_or_else(PoisonError::into_inner);
            (Answer::Broken(site.clone()), Vec::new())
        });
        frame::send(&mut output, &answer, &body)?;
        match frame::next_header(&mut input)? {
            Some(next) => request = next,
            None => return Ok(()),
        }
    }
}

fn perform(task: &Task, bytes: Vec<u8>, press: &mut Option<Press>) -> (Answer, Vec<u8>) {
    match task {
        Task::ReadWorkbook { path } => answered(workbook::read(path, &bytes).map(|book| book.encode())),
        Task::Unpack { path } => answered(pdf::unpacked(&bytes).map_err(at(path))),
        Task::ReadContent { path } => {
            let content = pdf::content(&bytes).map_err(at(path));
            answered(content.map(|content| serde_json::to_vec(&content).unwrap_or_default()))
        }
        Task::ReadAttachment { path, name } => answered(pdf::attachment(&bytes, name).map_err(at(path))),
        Task::Build => told(build(bytes, press).map(Made::encode)),
        Task::Stage { stage } => told(in_press(press, || {
            let files = report::stage(&BuildInput::from_json(&bytes)?, *stage)?;
            Ok(super::report::encode_files(&files))
        })),
        Task::Covers => match super::report::covers(&bytes) {
            Some(covers) => told(covers.map(|covers| serde_json::to_vec(&covers).unwrap_or_default())),
            None => (Answer::Broken(site(None)), Vec::new()),
        },
        Task::Trace => told(in_press(press, || {
            let trace = report::trace(&bytes)?;
            Ok(serde_json::to_vec(&trace).unwrap_or_default())
        })),
    }
}

/// What was made, or why nothing was.
fn told(made: Result<Vec<u8>, Failure>) -> (Answer, Vec<u8>) {
    match made {
        Ok(made) => (Answer::Done, made),
        Err(failure) => (Answer::Refused(failure), Vec::new()),
    }
}

/// What was made from a file, or why nothing was.
fn answered(made: Result<Vec<u8>, Box<Diagnostic>>) -> (Answer, Vec<u8>) {
    match made {
        Ok(made) => (Answer::Done, made),
        Err(diagnostic) => (Answer::Refused(Failure::one(FailureKind::Data, *diagnostic)), Vec::new()),
    }
}

/// A refusal of the file itself.
fn at(path: &str) -> impl Fn(Box<Diagnostic>) -> Box<Diagnostic> {
    move |diagnostic| Box::new(diagnostic.at(Place::file(path)))
}

/// Pages that nobody has asked for since so many reports are forgotten.
const REMEMBERED: usize = 2;

fn build(json: Vec<u8>, press: &mut Option<Press>) -> Result<Made, Failure> {
    let built = in_press(press, || report::build_from(json));
    typeset::forget(REMEMBERED);
    built.map(|(built, timing)| Made::of(built, &timing))
}

/// Sets the press up for the first report, and does a piece of work in it.
fn in_press<T: Send>(
    press: &mut Option<Press>,
    work: impl FnOnce() -> Result<T, Failure> + Send,
) -> Result<T, Failure> {
    let press = match press.take() {
        Some(ready) => press.insert(ready),
        None => press.insert(Press::new()?),
    };
    press.run(work)
}
