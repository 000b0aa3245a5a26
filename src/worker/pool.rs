//! Many reports by a few children, each of which makes one after the other.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::task::{Answer, Request, Task};
use super::{End, Limits, Worker, frame, process};
use crate::diagnostic::{Diagnostic, Failure};
use crate::report::{Built, Timing};

/// A child makes this many reports before another one takes its place: whatever a child may gather ends with it.
const LIFE: usize = 250;

/// A child has this many reports before it, so that it never waits for its parent.
const AHEAD: usize = 2;

/// A report to be made.
#[derive(Clone, Debug)]
pub struct Job {
    /// What messages call it.
    pub name: String,
    /// Its canonical input, [`crate::report::BuildInput::to_json`].
    pub input: Vec<u8>,
}

/// A report that a child has made.
#[derive(Clone, Debug)]
pub struct Made {
    /// The file.
    pub pdf: Vec<u8>,
    /// What is said about it.
    pub about: About,
}

/// What is said about a finished report; see [`Built`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// How the file is named.
    pub file_name: String,
    /// How many pages it has.
    pub pages: usize,
    /// Key figures: label and value.
    pub headline: Vec<(String, String)>,
    /// What the report says because the audit found it.
    pub warnings: Vec<Diagnostic>,
    /// Digest of the input.
    pub digest: String,
    /// Time of the child's processor for all its stages, and for typesetting among them.
    pub spent: Spent,
}

/// Where the time of one report went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// Everything before the pages.
    pub before: Duration,
    /// Compile and export.
    pub typeset: Duration,
}

impl Made {
    /// Of a report made in this process.
    #[must_use]
    pub fn of(built: Built, timing: &Timing) -> Self {
        let Built { pdf, file_name, pages, headline, warnings, digest, .. } = built;
        let Timing { seal, compose, render, package, typeset } = *timing;
        let spent = Spent { before: seal + compose + render + package, typeset };
        Self { pdf, about: About { file_name, pages, headline, warnings, digest, spent } }
    }

    /// As the body of a frame: the length of what is said, then that, then the file.
    pub(super) fn encode(self) -> Vec<u8> {
        // Strings and numbers only: serialisation has no way to fail.
        let about = serde_json::to_vec(&self.about).unwrap_or_default();
        [&(about.len() as u64).to_le_bytes()[..], &about, &self.pdf].concat()
    }

    pub(super) fn decode(body: &[u8]) -> Option<Self> {
        let (length, rest) = body.split_first_chunk::<8>()?;
        let (about, pdf) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        Some(Self { pdf: pdf.to_vec(), about: serde_json::from_slice(about).ok()? })
    }
}

impl Worker {
    /// Makes every report of `jobs` with so many children at once. `jobs` is asked and `made` is told on this thread; `made`
    /// hears of each report by its number, in the order they are finished, and says whether to go on: reports that are not
    /// begun by then are not made. A child that ends badly costs the report it was making, which is told as a failure, and
    /// no other.
    pub fn make_all(
        &self,
        children: NonZeroUsize,
        mut jobs: impl Iterator<Item = Job>,
        mut made: impl FnMut(usize, Result<Made, Failure>) -> bool,
    ) {
        let (results, inbox) = mpsc::channel();
        let over = AtomicBool::new(false);
        thread::scope(|scope| {
            let mut desks: Vec<SyncSender<(usize, Job)>> = Vec::new();
            for number in 0..children.get() {
                let (desk, jobs) = mpsc::sync_channel(AHEAD);
                let results = results.clone();
                let child = Child { program: self.program.clone(), limits: self.report.clone(), running: None };
                let over = &over;
                let worked = move || {
                    child.work(&jobs, over, |index, result| results.send((number, index, result)).is_ok());
                };
                match thread::Builder::new().spawn_scoped(scope, worked) {
                    Ok(_) => desks.push(desk),
                    // One child fewer; without any the reports are told as failures below.
                    Err(_) => break,
                }
            }
            let mut next = 0;
            let mut hand_out = |desk: &SyncSender<(usize, Job)>, jobs: &mut dyn Iterator<Item = Job>| {
                let Some(job) = jobs.next() else { return 0 };
                next += 1;
                usize::from(desk.send((next - 1, job)).is_ok())
            };
            let mut open = 0;
            for _ in 0..AHEAD {
                open += desks.iter().map(|desk| hand_out(desk, &mut jobs)).sum::<usize>();
            }
            let mut go_on = true;
            while open > 0 {
                let Ok((number, index, result)) = inbox.recv() else { break };
                open -= 1;
                if let Some(result) = result {
                    go_on = made(index, result) && go_on;
                    over.store(!go_on, Ordering::Relaxed);
                }
                match desks.get(number).filter(|_| go_on) {
                    Some(desk) => open += hand_out(desk, &mut jobs),
                    None => desks.clear(),
                }
            }
            if desks.is_empty() && go_on {
                for (index, job) in jobs.enumerate() {
                    let end = End::NotStarted("utas tidak tersedia".to_owned());
                    if !made(index, Err(end.of_report(&job.name))) {
                        break;
                    }
                }
            }
        });
    }
}

/// A place where one child after another works.
struct Child {
    program: Option<PathBuf>,
    limits: Limits,
    running: Option<Running>,
}

/// A child at work.
struct Running {
    child: process::Running,
    requests: Sender<Vec<u8>>,
    answers: Receiver<std::io::Result<(Answer, Vec<u8>)>>,
    done: usize,
}

impl Child {
    /// Tells what became of each report: nothing of one that was not begun because all is over.
    fn work(
        mut self,
        jobs: &Receiver<(usize, Job)>,
        over: &AtomicBool,
        told: impl Fn(usize, Option<Result<Made, Failure>>) -> bool,
    ) {
        while let Ok((index, job)) = jobs.recv() {
            if over.load(Ordering::Relaxed) {
                if told(index, None) {
                    continue;
                }
                return;
            }
            let result = match self.ask(job.input) {
                Ok((Answer::Done, body)) => Made::decode(&body).ok_or(End::Garbled),
                Ok((Answer::Refused(failure), _)) => {
                    if told(index, Some(Err(failure))) {
                        continue;
                    }
                    return;
                }
                Ok((Answer::Broken(site), _)) => Err(End::Broken(site)),
                Err(end) => Err(end),
            };
            if result.is_err() {
                // Whatever it did, it does nothing more.
                self.running = None;
            }
            if !told(index, Some(result.map_err(|end| end.of_report(&job.name)))) {
                return;
            }
        }
    }

    fn ask(&mut self, input: Vec<u8>) -> Result<(Answer, Vec<u8>), End> {
        let running = match self.running.take().filter(|running| running.done < LIFE) {
            Some(running) => running,
            None => self.start()?,
        };
        let running = self.running.insert(running);
        running.done += 1;
        // When nobody takes it, the answer says why.
        let _ = running.requests.send(input);
        match running.answers.recv_timeout(self.limits.wall) {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) if error.kind() == std::io::ErrorKind::InvalidData => Err(End::Garbled),
            Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => Err(running.child.end(&self.limits)),
            Err(RecvTimeoutError::Timeout) => Err(End::Time(self.limits.wall)),
        }
    }

    /// A new child, with a thread that writes to it and one that reads from it; both end with it.
    fn start(&self) -> Result<Running, End> {
        let unstarted = |error: std::io::Error| End::NotStarted(error.to_string());
        let program = self.program.as_deref().unwrap_or(std::path::Path::new(""));
        let (child, mut input, mut output) = process::start(program).map_err(unstarted)?;
        let (requests, inbox) = mpsc::channel::<Vec<u8>>();
        let (outbox, answers) = mpsc::channel();
        let (limits, most) = (self.limits.clone(), self.limits.answer);
        let write = move || {
            for body in inbox {
                if frame::send(&mut input, &Request::new(&limits, Task::Build), &body).is_err() {
                    break;
                }
            }
        };
        let read = move || {
            loop {
                let answer = frame::receive(&mut output, most);
                let last = answer.is_err();
                if outbox.send(answer).is_err() || last {
                    break;
                }
            }
        };
        thread::Builder::new().spawn(write).map_err(unstarted)?;
        thread::Builder::new().spawn(read).map_err(unstarted)?;
        Ok(Running { child, requests, answers, done: 0 })
    }
}
