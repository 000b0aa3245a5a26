//! The command line, run in the test's own process: what a user types, reads and gets.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use std::collections::BTreeMap;
use std::path::Path;

use rakor::cli::{Exit, Outside, run};

mod completions;
mod examples;
mod exits;
mod explain;
mod language;
mod rekapitulasi;
mod tandai;
mod template;
mod workspaces;

/// What one run left behind.
struct Run {
    exit: Exit,
    out: String,
    err: String,
}

impl Run {
    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

/// Runs `rakor` in a folder, in an environment of these variables only.
fn rakor_with(folder: &Path, variables: &[(&str, &str)], terminal: bool, arguments: &[&str]) -> Run {
    let variables: BTreeMap<&str, &str> = variables.iter().copied().collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run(&mut Outside {
        arguments: std::iter::once("rakor").chain(arguments.iter().copied()).map(Into::into).collect(),
        variable: &|name| variables.get(name).map(|value| (*value).to_owned()),
        folder: folder.to_path_buf(),
        out: &mut out,
        err: &mut err,
        terminal,
        worker: crate::worker(),
        clock: crate::clock(),
        post: rakor::cli::Post::unattended(),
    });
    Run { exit, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

fn rakor(folder: &Path, arguments: &[&str]) -> Run {
    rakor_with(folder, &[], false, arguments)
}

/// Arguments as one line.
fn line(folder: &Path, arguments: &str) -> Run {
    rakor(folder, &arguments.split_whitespace().collect::<Vec<_>>())
}
