//! Child processes of the same binary, in which files from strangers are read.
//!
//! Owns: starting a child ([`Worker`]) and being one ([`serve`]), the frames between the two, the limits that a child sets
//! on itself before it touches a foreign byte, ending it when its time is over, and what is said about a child that ended
//! badly. What the bytes mean belongs to [`crate::workbook`] and [`crate::pdf`]; which files are read, and where the program lies, to
//! [`crate::cli`].
//!
//! A parser cannot be stopped halfway, and an allocation that fails ends its whole process: so that process is another
//! one. A child has an empty environment, gets bytes and never a path, and can open neither a file nor a connection. It
//! is one of many: the end of one leaves the others and their messages alone. Limits are those of Unix (memory, time of
//! the processor, no files, no dump of memory; on Linux a child also ends with its parent). On other systems only the
//! parent's clock stands.

mod code;
mod end;
mod frame;
mod pool;
mod process;
mod report;
mod task;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

pub use code::{CODES, is_end_of_report};
pub use end::{End, Matter};
pub use pool::{About, Job, Made, Spent};
use task::{Answer, Request, Task};
pub use task::{is_called, serve};

use crate::diagnostic::Failure;
use crate::pdf::Content;
use crate::workbook::Book;

/// What one child may use up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Address space, in bytes.
    pub memory: u64,
    /// Time of the processor for one piece of work, in whole seconds.
    pub processor: u64,
    /// Time on the parent's clock.
    pub wall: Duration,
    /// The answer, in bytes.
    pub answer: u64,
}

impl Limits {
    /// For reading a workbook, or the pages of a PDF.
    pub const WORKBOOK: Self =
        Self { memory: 1 << 30, processor: 60, wall: Duration::from_secs(90), answer: 256 << 20 };

    /// For making a report.
    pub const REPORT: Self = Self { memory: 4 << 30, answer: 128 << 20, ..Self::WORKBOOK };
}

/// Has work done by children, one for each piece.
#[derive(Clone, Debug)]
pub struct Worker {
    /// The binary, when it is known where it lies.
    program: Option<PathBuf>,
    /// Those of the work when none are set.
    limits: Option<Limits>,
}

impl Worker {
    /// Children of this program with the usual limits of their work.
    #[must_use]
    pub fn new(program: Option<PathBuf>) -> Self {
        Self { program, limits: None }
    }

    /// The same with other limits, whatever the work.
    #[must_use]
    pub fn limited(self, limits: Limits) -> Self {
        Self { limits: Some(limits), ..self }
    }

    fn limits(&self, usual: Limits) -> Limits {
        self.limits.clone().unwrap_or(usual)
    }

    /// Reads a workbook; `path` names it in messages, and only there.
    pub fn read_workbook(&self, path: &str, bytes: &[u8]) -> Result<Book, Failure> {
        let task = Task::ReadWorkbook { path: path.to_owned() };
        let answer = self.answer(task, Matter::Workbook, path, bytes)?;
        Book::decode(&answer).ok_or_else(|| End::Garbled.failure(Matter::Workbook, path))
    }

    /// Reads what a PDF shows and carries; `path` names it in messages, and only there.
    pub fn read_content(&self, path: &str, bytes: &[u8]) -> Result<Content, Failure> {
        let task = Task::ReadContent { path: path.to_owned() };
        let answer = self.answer(task, Matter::Pdf, path, bytes)?;
        serde_json::from_slice(&answer).map_err(|_| End::Garbled.failure(Matter::Pdf, path))
    }

    /// The same PDF with nothing packed, for [`crate::pdf::Pdf`]; `path` names it in messages, and only there.
    pub fn unpack(&self, path: &str, bytes: &[u8]) -> Result<Vec<u8>, Failure> {
        self.answer(Task::Unpack { path: path.to_owned() }, Matter::Pdf, path, bytes)
    }

    /// An attachment of a PDF by its name; `path` names the PDF in messages, and only there.
    pub fn read_attachment(&self, path: &str, bytes: &[u8], name: &str) -> Result<Vec<u8>, Failure> {
        let task = Task::ReadAttachment { path: path.to_owned(), name: name.to_owned() };
        self.answer(task, Matter::Pdf, path, bytes)
    }

    /// The body of an answer; everything else is a refusal.
    fn answer(&self, task: Task, matter: Matter, path: &str, bytes: &[u8]) -> Result<Vec<u8>, Failure> {
        match self.ask(task, bytes, &self.limits(Limits::WORKBOOK)) {
            Ok((Answer::Done, answer)) => Ok(answer),
            Ok((Answer::Refused(failure), _)) => Err(failure),
            Ok((Answer::Broken(site), _)) => Err(End::Broken(site).failure(matter, path)),
            Err(end) => Err(end.failure(matter, path)),
        }
    }

    /// One task by one child, which is gone when this returns.
    fn ask(&self, task: Task, bytes: &[u8], limits: &Limits) -> Result<(Answer, Vec<u8>), End> {
        let program = self.program.as_deref().unwrap_or(Path::new(""));
        let unstarted = |error: std::io::Error| End::NotStarted(error.to_string());
        let (child, mut input, mut output) = process::start(program).map_err(unstarted)?;
        let (sender, receiver) = mpsc::channel();
        let request = Request::new(limits, task);
        thread::scope(|scope| {
            // Moved in here, so that it is gone before the scope waits for the two threads: neither can then block.
            let mut child = child;
            thread::Builder::new()
                // A child that refuses early stops listening: its answer says why.
                .spawn_scoped(scope, move || _ = frame::send(&mut input, &request, bytes))
                .map_err(unstarted)?;
            thread::Builder::new()
                .spawn_scoped(scope, move || _ = sender.send(frame::receive(&mut output, limits.answer)))
                .map_err(unstarted)?;
            match receiver.recv_timeout(limits.wall) {
                Ok(Ok(answer)) => Ok(answer),
                Ok(Err(error)) if error.kind() == std::io::ErrorKind::InvalidData => Err(End::Garbled),
                Ok(Err(_)) => Err(child.end(limits)),
                Err(RecvTimeoutError::Timeout) => Err(End::Time(limits.wall)),
                Err(RecvTimeoutError::Disconnected) => Err(End::Garbled),
            }
        })
    }
}
