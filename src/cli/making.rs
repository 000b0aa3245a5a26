//! Where reports are made: in this process, or, with templates of a workspace's own, in a child with limits.
//!
//! A template that somebody has written may loop without end or ask for all the memory there is, and typesetting can neither
//! be stopped halfway nor survive an allocation that fails.

use crate::diagnostic::{Diagnostic, Failure};
use crate::place::Place;
use crate::report::{self, BuildInput, Cover, CoverFor, Stage};
use crate::template::OwnFiles;
use crate::typeset::Press;
use crate::worker::{self, Job, Made, Worker};

/// So many files are named when it is not known which of them is at fault.
const NAMED: usize = 5;

/// Makes a report.
pub(super) fn report(input: &BuildInput, worker: &Worker) -> Result<Made, Failure> {
    made(
        input,
        worker,
        |worker, job| worker.make(&job.name, &job.input),
        || report::build_timed(input).map(|(built, timing)| Made::of(built, &timing)),
    )
}

/// Makes one stage of a report.
pub(super) fn stage(input: &BuildInput, stage: Stage, worker: &Worker) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    made(input, worker, |worker, job| worker.stage(job, stage), || report::stage(input, stage))
}

/// Writes what goes along with a report of so many pages, for each of those it goes to.
pub(super) fn covers(
    input: &BuildInput,
    pages: usize,
    to: &[CoverFor<'_>],
    worker: &Worker,
) -> Result<Vec<Cover>, Failure> {
    if input.templat.is_empty() {
        return report::covers(input, pages, to);
    }
    made(input, worker, |worker, job| worker.covers(job, pages, to), || report::covers(input, pages, to))
}

fn made<T: Send>(
    input: &BuildInput,
    worker: &Worker,
    by_child: impl FnOnce(&Worker, &Job) -> Result<T, Failure>,
    here: impl FnOnce() -> Result<T, Failure> + Send,
) -> Result<T, Failure> {
    if input.templat.is_empty() {
        return Press::new()?.run(here);
    }
    let paths: Vec<&str> = input.templat.keys().map(String::as_str).collect();
    let (first, rest) = at_fault(&paths);
    let job = Job { name: first, input: input.to_json() };
    by_child(worker, &job).map_err(|failure| with_places(failure, &rest))
}

/// The same failure of a report that other children make: when it hit a limit, the templates are named as well.
pub(super) fn naming_templates(failure: Failure, templates: &[String]) -> Failure {
    let paths: Vec<&str> = templates.iter().map(String::as_str).collect();
    if paths.is_empty() {
        return failure;
    }
    let (first, rest) = at_fault(&paths);
    with_places(failure, &[vec![Place::file(first)], rest].concat())
}

/// The files that may be at fault, the structure of a report first.
fn at_fault(paths: &[&str]) -> (String, Vec<Place>) {
    let shown = |path: &&str| format!("templat/{path}");
    let (mut first, rest): (Vec<&str>, Vec<&str>) = paths.iter().partition(|path| path.ends_with(".typ.j2"));
    first.extend(rest.iter().filter(|path| !OwnFiles::is_description(path)));
    let mut named = first.iter().map(shown);
    (named.next().unwrap_or_else(|| "templat".to_owned()), named.take(NAMED - 1).map(Place::file).collect())
}

fn with_places(mut failure: Failure, places: &[Place]) -> Failure {
    let of_a_limit = |diagnostic: &&mut Diagnostic| worker::is_end_of_report(&diagnostic.code);
    for diagnostic in failure.diagnostics.iter_mut().filter(of_a_limit) {
        diagnostic.places.extend(places.iter().cloned());
    }
    failure
}
