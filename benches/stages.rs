//! What one report costs: the share of each stage, and all of `rakor` over the typesetting engine alone.
//!
//! Both sides run warm, interleaved, in one process on one thread, and no report is typeset twice: each run has its own
//! data, so that neither side finds the other's pages in the engine's memory. The ratio is taken within each pair of
//! neighbours, since a machine that slows down for a second slows down both. How to run it: `benches/README.md`.
#![expect(clippy::print_stdout, reason = "the figures are the result")]
#![expect(clippy::disallowed_methods, reason = "a stop watch, and how many runs it measures")]

use std::time::{Duration, Instant};

use rakor::audit::{self, Settings};
use rakor::cli::examples;
use rakor::diagnostic::Failure;
use rakor::manifest::{FILE_NAME, Manifest};
use rakor::report::{self, Built, Raw, Timing};
use rakor::table::{self, Segmen, SourceFile};
use rakor::typeset::{self, Job};

/// The allocator of the binary, for both sides.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The example that fills every section.
const EXAMPLE: &str = "simulasi";
/// Rows that grow together, so that the parts still make up the total and the audit finds nothing: the month's total,
/// one of its segments, one of its kecamatan.
const GROWING: [&str; 3] = ["2025-08,99.71,TOTAL,", "2025-08,99.71,PU,", "2025-08,99.71.01,TOTAL,"];
/// Place of `peserta_aktif` in a row.
const PARTICIPANTS: usize = 4;
/// Measured runs of each side, when the command line names no number.
const RUNS: u64 = 20;
/// Runs before the first one that is measured.
const WARM_UP: u64 = 3;
/// Documents that the engine may remember, as its own watch mode does.
const REMEMBERED: usize = 10;
/// Typesetting recurses deeply; the command line runs with the same stack.
const STACK_BYTES: usize = 64 << 20;
/// What all of `rakor` may cost, over compile and export alone.
const LIMIT: f64 = 1.10;

/// Anything that stops the benchmark.
struct Stop(String);

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self(format!("{:?}", failure.diagnostics))
    }
}

/// One measured build.
#[derive(Default)]
struct Lap {
    read: Duration,
    audit: Duration,
    seal: Duration,
    compose: Duration,
    render: Duration,
    package: Duration,
    typeset: Duration,
    total: Duration,
}

/// A build and the engine alone, one right after the other.
struct Pair {
    lap: Lap,
    engine: Duration,
}

/// A stage's name, and where its time stands.
type Row = (&'static str, fn(&Lap) -> Duration);

const ROWS: [Row; 9] = [
    ("read, select", |lap| lap.read),
    ("audit", |lap| lap.audit),
    ("seal the input", |lap| lap.seal),
    ("measure, compose", |lap| lap.compose),
    ("render", |lap| lap.render),
    ("draw, package", |lap| lap.package),
    ("typeset: compile, walk, export", |lap| lap.typeset),
    ("gather values, clear up", Lap::rest),
    ("bytes to PDF bytes", |lap| lap.total),
];

impl Lap {
    /// What no stage accounts for.
    fn rest(&self) -> Duration {
        let stages =
            [self.read, self.audit, self.seal, self.compose, self.render, self.package, self.typeset].iter().sum();
        self.total.saturating_sub(stages)
    }
}

fn main() -> std::process::ExitCode {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(STACK_BYTES).build();
    let outcome = pool.map_err(|error| Stop(error.to_string())).and_then(|pool| pool.install(measure));
    match outcome {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(Stop(why)) => {
            println!("{why}");
            std::process::ExitCode::FAILURE
        }
    }
}

fn measure() -> Result<(), Stop> {
    let workspace = workspace()?;
    let runs = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(RUNS);
    let mut pairs = Vec::new();
    for run in 0..WARM_UP + runs {
        // Taking turns at going first: whoever goes second finds the caches as the other left them.
        let pair = if run % 2 == 0 {
            let lap = build(&variation(&workspace, 2 * run))?;
            Pair { lap, engine: engine_alone(&variation(&workspace, 2 * run + 1))? }
        } else {
            let engine = engine_alone(&variation(&workspace, 2 * run + 1))?;
            Pair { lap: build(&variation(&workspace, 2 * run))?, engine }
        };
        if run >= WARM_UP {
            pairs.push(pair);
        }
    }
    print(&pairs);
    Ok(())
}

fn workspace() -> Result<Raw, Stop> {
    let found = examples().iter().find(|example| example.name == EXAMPLE);
    let example = found.ok_or_else(|| Stop(format!("no example {EXAMPLE}")))?;
    let mut raw = Raw { manifest_path: FILE_NAME.to_owned(), kind: "bulanan".to_owned(), ..Raw::default() };
    for (path, bytes) in example.files {
        let path = (*path).to_owned();
        if path == FILE_NAME {
            raw.manifest = String::from_utf8_lossy(bytes).into_owned();
        } else if path.starts_with("data/") {
            raw.tables.push(SourceFile { path, bytes: bytes.to_vec() });
        } else if path.starts_with("aset/") {
            raw.assets.insert(path, bytes.to_vec());
        }
    }
    Ok(raw)
}

/// The workspace with `more` participants in the month that is reported.
fn variation(workspace: &Raw, more: u64) -> Raw {
    let mut raw = workspace.clone();
    for table in raw.tables.iter_mut().filter(|table| table.path == "data/kepesertaan.csv") {
        let text = String::from_utf8_lossy(&table.bytes);
        table.bytes = text.lines().map(|line| grown(line, more)).collect::<String>().into_bytes();
    }
    raw
}

fn grown(line: &str, more: u64) -> String {
    let grows = GROWING.iter().any(|row| line.starts_with(row));
    let cells = line.split(',').enumerate().map(|(column, cell)| match cell.parse::<u64>() {
        Ok(count) if grows && column == PARTICIPANTS => (count + more).to_string(),
        _ => cell.to_owned(),
    });
    cells.collect::<Vec<_>>().join(",") + "\n"
}

/// One whole build, and how it divides.
fn build(raw: &Raw) -> Result<Lap, Stop> {
    let own = raw.clone();
    settle();
    let (done, total) = timed(|| whole(own));
    let (built, timing, loading) = done?;
    typeset::forget(REMEMBERED);
    if !built.warnings.is_empty() {
        return Err(Stop(format!("the audit is not clean: {:?}", built.warnings)));
    }
    let auditing = loading.mul_f64(share_of_audit(raw)?);
    Ok(Lap {
        read: loading.saturating_sub(auditing),
        audit: auditing,
        seal: timing.seal,
        compose: timing.compose,
        render: timing.render,
        package: timing.package,
        typeset: timing.typeset,
        total,
    })
}

/// All of `rakor`, from the bytes of the files to the bytes of the PDF, and what loading takes of it. A function of its
/// own, so that a profiler can count in it alone.
#[inline(never)]
fn whole(raw: Raw) -> Result<(Built, Timing, Duration), Failure> {
    let (input, loading) = timed(|| report::load(raw));
    let (built, timing) = report::build_timed(&input?)?;
    Ok((built, timing, loading))
}

/// The yardstick, likewise.
#[inline(never)]
fn engine(job: &Job) -> Result<Vec<u8>, Stop> {
    typeset::engine_alone(job).map_err(|complaints| Stop(format!("{complaints:?}")))
}

/// Loading reads and audits in one call; each once more, alone, to know how it divides.
fn share_of_audit(raw: &Raw) -> Result<f64, Stop> {
    let (tables, reading) = timed(|| table::read(&raw.tables));
    let (manifest, parsing) = timed(|| Manifest::parse(&raw.manifest, &raw.manifest_path));
    let manifest = manifest?;
    let printed = manifest.printed();
    let settings = Settings {
        denominator: printed.cakupan.penyebut.as_ref().map(|cell| cell.value.clone()),
        total_parts: printed.segmen.penyusun_total.value.iter().filter_map(|code| Segmen::of(code)).collect(),
        rentan_parent: Segmen::of(&printed.segmen.induk_rentan.value).unwrap_or(Segmen::Bpu),
        ..Settings::default()
    };
    let (_, auditing) = timed(|| audit::audit(&tables.0, &settings));
    Ok(auditing.as_secs_f64() / (reading + parsing + auditing).as_secs_f64())
}

/// Compile and export of the same kind of report, everything before it already done.
fn engine_alone(raw: &Raw) -> Result<Duration, Stop> {
    let job = report::load(raw.clone()).and_then(|input| report::job(&input))?;
    settle();
    let (pdf, time) = timed(|| engine(&job));
    typeset::forget(REMEMBERED);
    pdf.map(|_| time)
}

/// Lets the allocator sort what the run before has left behind, so that neither side tidies up after the other.
fn settle() {
    let blocks: Vec<Vec<u8>> = (0..64).map(|_| Vec::with_capacity(1 << 16)).collect();
    std::hint::black_box(blocks);
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

fn print(pairs: &[Pair]) {
    let middle = |of: &dyn Fn(&Pair) -> f64| Spread::of(pairs.iter().map(of).collect());
    let total = middle(&|pair| pair.lap.total.as_secs_f64()).median;
    println!("bulanan, {EXAMPLE}: medians of {} builds, warm, new data each, one thread\n", pairs.len());
    println!("{:32} {:>9} {:>8}", "stage", "ms", "share");
    for (name, of) in ROWS {
        let time = middle(&|pair| of(&pair.lap).as_secs_f64()).median;
        println!("{name:32} {:>9.3} {:>7.1}%", 1000.0 * time, 100.0 * time / total);
    }
    let engine = middle(&|pair| pair.engine.as_secs_f64()).median;
    println!("{:32} {:>9.3}", "engine alone: compile, export", 1000.0 * engine);
    let Spread { low, median, high } = middle(&|pair| pair.lap.total.as_secs_f64() / pair.engine.as_secs_f64());
    let verdict = if median <= LIMIT { "kept" } else { "missed" };
    println!("\nratio, bytes to PDF bytes over the engine alone: {median:.3} (at most {LIMIT:.2}: {verdict})");
    println!("half of the pairs lie from {low:.3} to {high:.3}; ratio of the two medians {:.3}", total / engine);
}

/// Where numbers lie: the middle one, and a quarter of them below and above.
struct Spread {
    low: f64,
    median: f64,
    high: f64,
}

impl Spread {
    fn of(mut numbers: Vec<f64>) -> Self {
        numbers.sort_by(f64::total_cmp);
        let last = numbers.len().saturating_sub(1);
        let at = |place: usize| numbers.get(place).copied().unwrap_or_default();
        // The middle of an even number of them is the mean of the two in the middle.
        Self { low: at(last / 4), median: f64::midpoint(at(last / 2), at(last.div_ceil(2))), high: at(last - last / 4) }
    }
}
