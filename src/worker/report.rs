//! One report, one stage of it, what it is mailed with, or what it was made from: each by a child of its own.
//!
//! So is done what a stranger has a hand in: templates of a workspace's own, and files that bring their data along.

use serde::{Deserialize, Serialize};

use super::task::{Answer, Task};
use super::{End, Job, Made, Worker};
use crate::diagnostic::Failure;
use crate::report::{self, Cover, CoverFor, Revision, Stage, Trace};

/// Files by path.
type Files = Vec<(String, Vec<u8>)>;

impl Worker {
    /// Makes one report of its canonical input; `name` names it in messages, and only there.
    pub fn make(&self, name: &str, input: &[u8]) -> Result<Made, Failure> {
        self.report(Task::Build, name, input, Made::decode)
    }

    /// Makes one stage of a report; see [`report::stage`].
    pub fn stage(&self, job: &Job, stage: Stage) -> Result<Files, Failure> {
        self.report(Task::Stage { stage }, &job.name, &job.input, decode_files)
    }

    /// Writes what goes along with a report of so many pages; see [`report::covers`].
    pub fn covers(&self, job: &Job, pages: usize, to: &[CoverFor<'_>]) -> Result<Vec<Cover>, Failure> {
        let words: Vec<Words> = to.iter().map(Words::of).collect();
        let words = serde_json::to_vec(&(pages, words)).unwrap_or_default();
        let body = [&(words.len() as u64).to_le_bytes()[..], &words, &job.input].concat();
        self.report(Task::Covers, &job.name, &body, |answer| serde_json::from_slice(answer).ok())
    }

    /// Traces what a file prints; `path` names it in messages, and only there. See [`report::trace`].
    pub fn trace(&self, path: &str, bytes: &[u8]) -> Result<Trace, Failure> {
        self.report(Task::Trace, path, bytes, |answer| serde_json::from_slice(answer).ok())
    }

    fn report<T>(
        &self,
        task: Task,
        name: &str,
        body: &[u8],
        read: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Result<T, Failure> {
        match self.ask(task, body, &self.report) {
            Ok((Answer::Done, answer)) => read(&answer).ok_or_else(|| End::Garbled.of_report(name)),
            Ok((Answer::Refused(failure), _)) => Err(failure),
            Ok((Answer::Broken(site), _)) => Err(End::Broken(site).of_report(name)),
            Err(end) => Err(end.of_report(name)),
        }
    }
}

/// As the body of a frame: each file's path, its length, its bytes.
pub(super) fn encode_files(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut body = Vec::new();
    for (path, bytes) in files {
        for part in [path.as_bytes(), bytes] {
            body.extend_from_slice(&(part.len() as u64).to_le_bytes());
            body.extend_from_slice(part);
        }
    }
    body
}

fn decode_files(mut body: &[u8]) -> Option<Files> {
    let mut files = Vec::new();
    while !body.is_empty() {
        let (path, rest) = part(body)?;
        let (bytes, rest) = part(rest)?;
        files.push((std::str::from_utf8(path).ok()?.to_owned(), bytes.to_vec()));
        body = rest;
    }
    Some(files)
}

/// A part behind its length, and the rest.
fn part(body: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = body.split_first_chunk::<8>()?;
    rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)
}

/// What [`CoverFor`] holds, on its way to a child.
#[derive(Serialize, Deserialize)]
struct Words {
    title: String,
    salutation: Option<String>,
    sender_title: String,
    office: String,
    contact: String,
    file_name: String,
    revision: Option<(u32, Option<String>, String)>,
    rehearsal: Option<usize>,
}

impl Words {
    fn of(to: &CoverFor<'_>) -> Self {
        Self {
            title: to.title.to_owned(),
            salutation: to.salutation.map(str::to_owned),
            sender_title: to.sender_title.to_owned(),
            office: to.office.to_owned(),
            contact: to.contact.to_owned(),
            file_name: to.file_name.to_owned(),
            revision: to
                .revision
                .map(|revision| (revision.number, revision.replaces.map(str::to_owned), revision.changed.to_owned())),
            rehearsal: to.rehearsal,
        }
    }

    fn to(&self) -> CoverFor<'_> {
        let revision = self.revision.as_ref().map(|(number, replaces, changed)| Revision {
            number: *number,
            replaces: replaces.as_deref(),
            changed,
        });
        CoverFor {
            title: &self.title,
            salutation: self.salutation.as_deref(),
            sender_title: &self.sender_title,
            office: &self.office,
            contact: &self.contact,
            file_name: &self.file_name,
            revision,
            rehearsal: self.rehearsal,
        }
    }
}

/// The child's side of [`Worker::covers`].
pub(super) fn covers(body: &[u8]) -> Option<Result<Vec<Cover>, Failure>> {
    let (words, input) = part(body)?;
    let (pages, words): (usize, Vec<Words>) = serde_json::from_slice(words).ok()?;
    let to: Vec<CoverFor<'_>> = words.iter().map(Words::to).collect();
    Some(report::BuildInput::from_json(input).and_then(|input| report::covers(&input, pages, &to)))
}
