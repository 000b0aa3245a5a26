//! A finished report as its reader sees it: the text of its pages, the values on them, the bytes of the file.

use std::sync::LazyLock;

use rakor::diagnostic::Failure;
use rakor::report::{self, BuildInput, Built};
use rakor::typeset;
use sha2::{Digest, Sha256};

use super::case::Case;

/// Typesetting recurses as deep as the layout nests; so much stack has the command line too.
const STACK_BYTES: usize = 64 << 20;

/// The example reports, built once.
pub(super) static SIMULASI: LazyLock<Paper> = LazyLock::new(|| Case::simulasi().paper());
pub(super) static MALANG: LazyLock<Paper> = LazyLock::new(|| Case::malang().paper());
pub(super) static KALBAR: LazyLock<Paper> = LazyLock::new(|| Case::of("kalimantan-barat").paper());

/// Whether the slow tests take their long form: `RAKOR_KAMPANYE=1`.
pub(crate) fn campaign() -> bool {
    std::env::var("RAKOR_KAMPANYE").is_ok_and(|value| value == "1")
}

/// A finished report.
pub(super) struct Paper {
    pub(super) built: Built,
    /// The same without running title, page number and mark: sentences go on from page to page.
    body: String,
}

impl Paper {
    pub(super) fn of(input: &BuildInput) -> Self {
        let paper = with_room(|| -> Result<Self, Failure> {
            let built = report::build(input)?;
            typeset::forget(4);
            let body = built.text.iter().map(|page| body(page)).collect::<Vec<_>>().join("\n");
            Ok(Self { built, body })
        });
        paper.unwrap_or_else(|failure| panic!("{}", super::case::shown(&failure.diagnostics)))
    }

    /// Whether the text stands somewhere, however its lines are broken; every space counts.
    pub(super) fn says(&self, text: &str) -> bool {
        self.flow().contains(&flowing(text))
    }

    /// The text of all pages as one line.
    pub(super) fn flow(&self) -> String {
        flowing(&self.body)
    }

    /// The text of all pages without white space: for text that may break within a word.
    pub(super) fn bare(&self) -> String {
        bare(&self.body)
    }

    /// Places where a sentence fell apart because something in it was missing, with what stands around them.
    pub(super) fn slips(&self) -> Vec<String> {
        const SLIPS: [&str; 22] = [
            " ,",
            " .",
            " ;",
            " )",
            "( ",
            "()",
            "[]",
            ",,",
            "..",
            ";;",
            ",.",
            ".,",
            "dan dan",
            "dan ,",
            "dari dari",
            "pada pada",
            "persen persen",
            "orang orang",
            "None",
            "NaN",
            "#v",
            "{{",
        ];
        // Behind the last chapter stand copies and annexes, numbered in their own way.
        let chapters = self.body.split("\nF.\n").next().unwrap_or_default();
        let lines: Vec<&str> = chapters.lines().collect();
        let number = |line: &str, is: fn(&u8) -> bool| matches!(line.as_bytes(), [mark, b'.'] if is(mark));
        let titled = |parts: &&[&str]| {
            number(parts[0], u8::is_ascii_digit) && parts[1].starts_with(char::is_uppercase) && !parts[1].ends_with('.')
        };
        let alone = |parts: &&[&str]| number(parts[2], u8::is_ascii_digit) || number(parts[2], u8::is_ascii_uppercase);
        let lonely = lines.windows(3).filter(titled).filter(alone).map(|parts| parts.join(" "));
        let flow = self.flow();
        let chars: Vec<char> = flow.chars().collect();
        let found = SLIPS.iter().flat_map(|slip| flow.match_indices(slip));
        found
            .map(|(at, _)| flow[..at].chars().count())
            .map(|at| chars[at.saturating_sub(30)..(at + 30).min(chars.len())].iter().collect::<String>())
            // Titles are followed by commas, ranks by full stops.
            .filter(|around| !around.contains("M.Si.") && !around.contains("S.H."))
            .chain(lonely)
            .collect()
    }

    pub(super) fn sha256(&self) -> String {
        sha256(&self.built.pdf)
    }
}

/// A page without what every page says.
fn body(page: &str) -> String {
    let mut lines: Vec<&str> = page.lines().collect();
    // The running title is as many lines long as the region's name makes it.
    if let Some(number) = lines.iter().take(9).position(|line| line.starts_with("Halaman ") && line.contains(" dari "))
    {
        lines.drain(..=number);
    }
    if lines.last().is_some_and(|line| matches!(*line, "CONTOH" | "DATA SIMULASI" | "KONSEP")) {
        lines.pop();
    }
    lines.join("\n")
}

/// One line: a break after a hyphen, a dash or a stroke is none, any other is a space.
pub(super) fn flowing(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !out.is_empty() && !out.ends_with(['-', '–', '/']) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out.replace('\u{A0}', " ")
}

/// Without white space.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Runs with the stack that the command line gives to a build.
pub(super) fn with_room<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work).unwrap();
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}
