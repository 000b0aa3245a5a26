//! Many regions in one go: `rakor` with one and two children, against one process that does nothing but typeset, and
//! against the engine's own command line called once for each report.
//!
//! The country is made here from the complete example, each region with figures of its own in every table and every text;
//! a second one has the same prose everywhere. How to run it, and what was seen: `benches/README.md`.
#![expect(clippy::print_stdout, reason = "the figures are the result")]
#![expect(
    clippy::disallowed_methods,
    reason = "a stop watch, files and processes of its own, and what it is asked for"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use rakor::cli::examples;
use rakor::manifest::FILE_NAME;
use rakor::report::{self, Batch, Raw, Stage};
use rakor::table::{JenisWilayah, Kind, SourceFile, table_schema};
use rakor::typeset::{self, Press};

/// The allocator of the binary, for the loop in this process as well.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Regions, when the command line names no number; the country has 514.
const REGIONS: usize = 60;
/// Regions of one province: the codes of cities are 71 to 99.
const PROVINCE: usize = 29;
/// The month that is reported.
const PERIOD: &str = "2025-08";
/// Tables that the monthly report does not print, some of which would have to agree with the grown figures.
const SKIPPED: [&str; 7] =
    ["faktor", "indikator", "indikator_tahunan", "indikator_triwulan", "penerima", "penghargaan", "pernyataan"];
/// Counts of one person, which do not grow with the region.
const OF_ONE: [&str; 2] = ["iuran_per_orang_rp", "jumlah_bulan"];
/// Texts that the report prints as they are.
const PROSE: [&str; 6] = ["teks", "hasil", "permasalahan", "tindak_lanjut", "keterangan", "uraian"];

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    match measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            println!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn measure() -> Outcome<()> {
    let regions = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(REGIONS);
    let alone = std::env::args().any(|argument| argument == "--memori");
    let home = tempfile::tempdir()?;
    for (name, varied) in [("figures differ in every paragraph", true), ("the same prose everywhere", false)] {
        if alone && !varied {
            break;
        }
        let country = home.path().join(if varied { "varied" } else { "same" });
        let raw = write_country(&country, regions, varied)?;
        println!("{regions} regions, {name}");
        let two = rakor(&country, 2, "keluaran")?;
        println!("  rakor, two children: {two}");
        if alone {
            continue;
        }
        let again = rakor(&country, 2, "keluaran")?;
        println!("  the same again, nothing changed: {again}; {:.3} of the first", again.wall / two.wall);
        let one = rakor(&country, 1, "satu")?;
        println!("  rakor, one child: {one}; two are {:.2} times as fast", one.wall / two.wall);
        same_files(&country.join("keluaran"), &country.join("satu"))?;
        let folders = home.path().join("folders");
        let stages = in_one_process(raw, &folders)?;
        println!("{stages}");
        println!("  rakor, two children, is {:.2} times as fast as that loop", stages.engine.as_secs_f64() / two.wall);
        if let Some(program) = std::env::var_os("TYPST") {
            let loop_of_processes = command_line(Path::new(&program), &folders)?;
            println!(
                "  the engine's command line, one call after the other: {:.1} s; rakor is {:.2} times as fast",
                loop_of_processes,
                loop_of_processes / two.wall
            );
        } else {
            println!("  the engine's command line: not measured, TYPST names none");
        }
        fs::remove_dir_all(&folders)?;
        fs::remove_dir_all(&country)?;
    }
    Ok(())
}

/// A run of the program.
struct Run {
    wall: f64,
    /// Time of the processor, of all its processes.
    processor: f64,
    /// The most memory of all its processes together, in bytes.
    memory: u64,
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.2} s, processor {:.2} s, at most {} MB", self.wall, self.processor, self.memory >> 20)
    }
}

fn rakor(country: &Path, children: u32, output: &str) -> Outcome<Run> {
    let before = children_spent();
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_rakor"))
        .args(["buat", "bulanan", "--tingkat", "kabupaten", "--periode", PERIOD, "-q", "--proses"])
        .arg(children.to_string())
        .arg("-C")
        .arg(country)
        .arg("-o")
        .arg(country.join(output))
        .stdout(Stdio::null())
        .spawn()?;
    let (most, over) = (AtomicU64::new(0), AtomicBool::new(false));
    let status = std::thread::scope(|scope| {
        let (most, over, root) = (&most, &over, child.id());
        scope.spawn(move || {
            while !over.load(Ordering::Relaxed) {
                most.fetch_max(resident(root), Ordering::Relaxed);
                std::thread::sleep(Duration::from_millis(50));
            }
        });
        let status = child.wait();
        over.store(true, Ordering::Relaxed);
        status
    })?;
    let wall = start.elapsed().as_secs_f64();
    if !status.success() {
        return Err(format!("rakor ended with {status}").into());
    }
    Ok(Run { wall, processor: children_spent() - before, memory: most.load(Ordering::Relaxed) })
}

/// Time of the processor of all processes waited for so far, theirs included; Linux only.
fn children_spent() -> f64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = text.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or_default();
    (ticks(13) + ticks(14)) / 100.0
}

/// Memory of a process and its children; Linux only.
fn resident(root: u32) -> u64 {
    let of = |process: u32| -> u64 {
        let text = fs::read_to_string(format!("/proc/{process}/statm")).unwrap_or_default();
        text.split_whitespace().nth(1).and_then(|pages| pages.parse::<u64>().ok()).unwrap_or_default() * 4096
    };
    let tasks = fs::read_dir(format!("/proc/{root}/task")).into_iter().flatten().flatten();
    let children = tasks.flat_map(|task| {
        let text = fs::read_to_string(task.path().join("children")).unwrap_or_default();
        text.split_whitespace().filter_map(|child| child.parse().ok()).collect::<Vec<u32>>()
    });
    of(root) + children.map(of).sum::<u64>()
}

/// Whether two folders hold the same reports, byte for byte.
fn same_files(one: &Path, other: &Path) -> Outcome<()> {
    let names = |folder: &Path| -> Outcome<BTreeSet<PathBuf>> {
        let entries = fs::read_dir(folder)?.map(|entry| Ok(PathBuf::from(entry?.file_name())));
        entries
            .filter(|name| name.as_ref().map_or(true, |name| name.extension().is_some_and(|end| end == "pdf")))
            .collect()
    };
    let all = names(one)?;
    if all != names(other)? {
        return Err("one child made other reports than two".into());
    }
    for name in &all {
        if fs::read(one.join(name))? != fs::read(other.join(name))? {
            return Err(format!("{} differs between one child and two", name.display()).into());
        }
    }
    println!("  {} reports, the same bytes by one child and by two", all.len());
    Ok(())
}

/// Where the time of one process goes that makes all reports one after the other.
#[derive(Default)]
struct Stages {
    load: Duration,
    input: Duration,
    seal: Duration,
    compose: Duration,
    render: Duration,
    package: Duration,
    typeset: Duration,
    /// Compile and export alone of the same jobs, in a loop of its own.
    engine: Duration,
    pages: usize,
    reports: usize,
}

impl std::fmt::Display for Stages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ours = self.load + self.input + self.seal + self.compose + self.render + self.package;
        let share = ours.as_secs_f64() / (ours + self.typeset).as_secs_f64() * 100.0;
        writeln!(
            f,
            "  in one process: {} pages a report; compile and export alone {:.2} s",
            self.pages / self.reports.max(1),
            self.engine.as_secs_f64()
        )?;
        write!(f, "  ")?;
        let parts = [
            ("read and audit", self.load),
            ("select", self.input),
            ("seal, hand over, read back", self.seal),
            ("compose", self.compose),
            ("render", self.render),
            ("draw, package", self.package),
            ("typeset", self.typeset),
        ];
        for (name, time) in parts {
            write!(f, "{name} {:.2} s, ", time.as_secs_f64())?;
        }
        write!(f, "what is not typesetting {share:.1} %")
    }
}

/// All reports in this process, stage by stage; then the engine alone on the same jobs, whose folders stay for its command
/// line.
fn in_one_process(raw: Raw, folders: &Path) -> Outcome<Stages> {
    let press = Press::new().map_err(|failure| format!("{failure:?}"))?;
    let mut stages = Stages::default();
    let (opened, load) = timed(|| report::open(raw));
    let opened = opened.map_err(|failure| format!("{:?}", failure.diagnostics))?;
    let (mut batch, index) = timed(|| Batch::of(&opened));
    stages.load = load + index;
    let codes: Vec<String> =
        batch.regions(&[JenisWilayah::Kabupaten, JenisWilayah::Kota]).into_iter().map(str::to_owned).collect();
    let mut inputs = Vec::new();
    for code in &codes {
        let (input, took) = timed(|| batch.input(code));
        let input = input.map_err(|failure| format!("{:?}", failure.diagnostics))?;
        // The first one audits for all.
        if inputs.is_empty() {
            stages.load += took;
        } else {
            stages.input += took;
        }
        let (json, took) = timed(|| input.to_json());
        stages.seal += took;
        inputs.push((input, json));
    }
    for (_, json) in &inputs {
        let json = json.clone();
        let built = press.run(|| report::build_from(json));
        typeset::forget(2);
        let (built, timing) = built.map_err(|failure| format!("{:?}", failure.diagnostics))?;
        stages.seal += timing.seal;
        stages.compose += timing.compose;
        stages.render += timing.render;
        stages.package += timing.package;
        stages.typeset += timing.typeset;
        stages.pages += built.pages;
        stages.reports += 1;
    }
    typeset::forget(0);
    for (at, (input, _)) in inputs.iter().enumerate() {
        let job = report::job(input).map_err(|failure| format!("{:?}", failure.diagnostics))?;
        let (done, took) = timed(|| press.run(|| typeset::engine_alone(&job)));
        done.map_err(|complaints| format!("{complaints:?}"))?;
        typeset::forget(2);
        stages.engine += took;
        let files = report::stage(input, Stage::Markah).map_err(|failure| format!("{:?}", failure.diagnostics))?;
        for (path, bytes) in files {
            // The faces are the same for all.
            if path.starts_with("fonts/") && at > 0 {
                continue;
            }
            let path = folders.join(format!("{at:03}")).join(path);
            fs::create_dir_all(path.parent().unwrap_or(folders))?;
            fs::write(path, bytes)?;
        }
    }
    Ok(stages)
}

/// The engine's command line over every folder, one after the other; seconds.
fn command_line(program: &Path, folders: &Path) -> Outcome<f64> {
    let faces = folders.join("000/fonts");
    let mut all: Vec<PathBuf> = fs::read_dir(folders)?.flatten().map(|entry| entry.path()).collect();
    all.sort();
    let start = Instant::now();
    for folder in &all {
        let status = Command::new(program)
            .arg("compile")
            .arg("--root")
            .arg(folder)
            .arg("--font-path")
            .arg(&faces)
            .args(["--ignore-system-fonts", "--pdf-standard", "a-3a,ua-1"])
            .arg(folder.join("utama.typ"))
            .arg(folder.join("typst.pdf"))
            .status()?;
        if !status.success() {
            return Err(format!("the command line failed in {}", folder.display()).into());
        }
    }
    Ok(start.elapsed().as_secs_f64())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// A workspace of the whole country, on the disk and as it is read.
fn write_country(folder: &Path, regions: usize, varied: bool) -> Outcome<Raw> {
    let example = examples().iter().find(|example| example.name == "simulasi").ok_or("no example")?;
    let mut raw = Raw {
        manifest_path: FILE_NAME.to_owned(),
        kind: "bulanan".to_owned(),
        period: PERIOD.parse().ok(),
        ..Raw::default()
    };
    for (path, bytes) in example.files {
        let text = String::from_utf8_lossy(bytes);
        if *path == FILE_NAME {
            raw.manifest = text.replacen("wilayah = \"99.71\"", "wilayah = \"00\"", 1);
        } else if let Some(table) = path.strip_prefix("data/").and_then(|name| name.strip_suffix(".csv")) {
            if !SKIPPED.contains(&table) {
                let bytes = grown(table, &text, regions, varied)?.into_bytes();
                raw.tables.push(SourceFile { path: (*path).to_owned(), bytes });
            }
        } else if path.starts_with("aset/") {
            raw.assets.insert((*path).to_owned(), bytes.to_vec());
        }
    }
    let files = raw.tables.iter().map(|file| (&file.path, file.bytes.as_slice()));
    let files = files.chain(raw.assets.iter().map(|(path, bytes)| (path, bytes.as_slice())));
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, bytes)?;
    }
    fs::write(folder.join(FILE_NAME), &raw.manifest)?;
    Ok(raw)
}

/// A table of the example for every region of the country.
fn grown(table: &str, text: &str, regions: usize, varied: bool) -> Outcome<String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers()?.clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>()?;
    let schema = table_schema(table).ok_or("no such table")?;
    let kind = |name: &str| schema.columns.iter().find(|column| column.name == name).map(|column| column.kind);
    let place = if table == "wilayah" { "kode" } else { "kode_wilayah" };
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(&header)?;
    let Some(at) = header.iter().position(|name| name == place) else {
        for row in &rows {
            out.write_record(row)?;
        }
        return Ok(String::from_utf8(out.into_inner()?)?);
    };
    for row in rows.iter().filter(|row| row.get(at) == Some("00")) {
        out.write_record(row)?;
    }
    for number in 0..regions {
        let (province, member) = (11 + number / PROVINCE, 71 + number % PROVINCE);
        if table == "wilayah" && member == 71 {
            let name = format!("Contoh {province}");
            let cells = header.iter().map(|column| match column {
                "kode" => province.to_string(),
                "nama" => name.clone(),
                "jenis" => "provinsi".to_owned(),
                "induk" => "00".to_owned(),
                _ => "Simulasi rakor".to_owned(),
            });
            out.write_record(cells)?;
        }
        let code = format!("{province}.{member:02}");
        // Seeded: participants and workers of a region grow by factors of its own, so that parts still make up totals.
        let mixed = (number as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33;
        let (people, workers) = if varied { (31 + mixed % 29, 60 + mixed % 7) } else { (1, 1) };
        for row in
            rows.iter().filter(|row| row.get(at).is_some_and(|code| code == "99.71" || code.starts_with("99.71.")))
        {
            let cells = header.iter().zip(row.iter()).map(|(column, cell)| {
                let factor = if table == "pekerja" { workers } else { people };
                match kind(column) {
                    Some(Kind::Region) if cell == "99" => province.to_string(),
                    Some(Kind::Region) => cell.replacen("99.71", &code, 1),
                    Some(Kind::Count | Kind::Money) if !OF_ONE.contains(&column) => {
                        cell.parse::<u64>().map_or_else(|_| cell.to_owned(), |count| (count * factor).to_string())
                    }
                    _ if varied && PROSE.contains(&column) && !cell.is_empty() => {
                        format!("{} ({} berkas)", cell.trim_end_matches('.'), people * 7 + mixed % 1000)
                    }
                    // No two regions of a province have the same name.
                    _ if table == "wilayah" && column == "nama" && cell == "Kota Simulasi" => {
                        format!("Kota Simulasi {code}")
                    }
                    _ => cell.to_owned(),
                }
            });
            out.write_record(cells)?;
        }
    }
    Ok(String::from_utf8(out.into_inner()?)?)
}
