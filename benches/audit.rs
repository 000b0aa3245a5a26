//! What the audit costs: rows a second on one thread, and whether ten times the rows take ten times the time.
//!
//! The rows contradict nothing, as in the workspaces of a careful secretariat: what costs is looking. How to run it:
//! `benches/README.md`.
#![expect(clippy::print_stdout, reason = "the figures are the result")]
#![expect(clippy::disallowed_methods, reason = "a stop watch")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use rakor::audit::{Settings, audit};
use rakor::table::{self, Dataset, SourceFile};

/// The allocator of the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Rows of the smallest run; the others have ten times and a hundred times as many.
const SMALLEST: usize = 10_000;
const STEPS: u32 = 3;
/// The fastest of these runs counts: everything slower was disturbed.
const RUNS: usize = 3;
/// Months of every region.
const MONTHS: usize = 24;
/// Rows of a region: in each month three segments, two programmes, two groups, one claim; its workers; and its own row.
const PER_REGION: usize = MONTHS * 8 + 3 + 1;
/// Regions below one parent, whose counts are their sum.
const SIBLINGS: usize = 70;
/// A table takes no more rows, so that larger datasets are put together from several, each of whole families.
const REGIONS_AT_ONCE: usize = 12 * SIBLINGS;

fn main() {
    let settings = Settings { denominator: Some("bekerja_sakernas".to_owned()), ..Settings::default() };
    let mut before: Option<(usize, Duration)> = None;
    for step in 0..STEPS {
        let (data, rows) = dataset(SMALLEST * 10_usize.pow(step) / PER_REGION + 1);
        let findings = audit(&data, &settings).len();
        let fastest = (0..RUNS).map(|_| lap(&data, &settings)).min().unwrap_or_default();
        let rate = f64::from(u32::try_from(rows).unwrap_or(u32::MAX)) / fastest.as_secs_f64();
        println!("{rows} rows, {findings} findings: {:.3} s, {rate:.0} rows/s", fastest.as_secs_f64());
        if let Some((fewer, faster)) = before {
            let [more, fewer] = [rows, fewer].map(|rows| f64::from(u32::try_from(rows).unwrap_or(u32::MAX)));
            println!(
                "  {:.1} times the rows, {:.1} times the time",
                more / fewer,
                fastest.as_secs_f64() / faster.as_secs_f64()
            );
        }
        before = Some((rows, fastest));
    }
}

fn lap(data: &Dataset, settings: &Settings) -> Duration {
    let start = Instant::now();
    black_box(audit(black_box(data), settings));
    start.elapsed()
}

/// Consistent rows of so many regions, with their number.
fn dataset(regions: usize) -> (Dataset, usize) {
    let mut all = Dataset::default();
    for first in (0..regions).step_by(REGIONS_AT_ONCE) {
        let last = regions.min(first + REGIONS_AT_ONCE);
        let (part, problems) = table::read(&files(first, last));
        assert!(problems.is_empty(), "{problems:?}");
        all.wilayah.extend(part.wilayah);
        all.pekerja.extend(part.pekerja);
        all.kepesertaan.extend(part.kepesertaan);
        all.kepesertaan_program.extend(part.kepesertaan_program);
        all.kelompok.extend(part.kelompok);
        all.klaim.extend(part.klaim);
        all.present.extend(part.present);
    }
    let rows = all.tables().iter().map(|(_, rows)| rows).sum();
    (all, rows)
}

fn files(first: usize, last: usize) -> Vec<SourceFile> {
    let mut regions = "kode,nama,jenis,induk\n".to_owned();
    let mut workers =
        "kode_wilayah,segmen,per_tanggal,definisi,sebutan,jumlah_pekerja,dipakai_mulai,sumber\n".to_owned();
    let mut people = "periode,kode_wilayah,segmen,sumber,peserta_aktif\n".to_owned();
    let mut programmes = "periode,kode_wilayah,program_jaminan,peserta_aktif,sumber\n".to_owned();
    let mut groups = "periode,kode_wilayah,kelompok,segmen,orang_terlindungi,sumber\n".to_owned();
    let mut claims = "periode,kode_wilayah,program_jaminan,manfaat,kasus,nominal_rp,sumber\n".to_owned();
    let mut sums: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
    let mut count = |period: &str, code: &str, wage: usize, other: usize| {
        for (segment, count) in [("TOTAL", wage + other), ("PU", wage), ("BPU", other)] {
            let _ = writeln!(people, "{period},{code},{segment},BPJS,{count}");
        }
    };
    for region in first..last {
        let parent = format!("{:02}.{:02}", region / 4_900 + 70, region / SIBLINGS % 70 + 1);
        let code = format!("{parent}.{:02}", region % SIBLINGS + 1);
        let _ = writeln!(regions, "{code},Wilayah {region},kecamatan,{parent}");
        for (segment, count) in [("TOTAL", 60_000), ("PU", 40_000), ("BPU", 20_000)] {
            let _ = writeln!(workers, "{code},{segment},2023-08-31,bekerja_sakernas,Sakernas,{count},2024-01,BPS");
        }
        for month in 0..MONTHS {
            let period = format!("{}-{:02}", 2024 + month / 12, month % 12 + 1);
            let (wage, other) = (10_000 + region % 500 + month * 7, 5_000 + region % 300 + month * 3);
            count(&period, &code, wage, other);
            let sum = sums.entry((parent.clone(), period.clone())).or_default();
            *sum = (sum.0 + wage, sum.1 + other);
            let _ = writeln!(programmes, "{period},{code},JKK,{},BPJS\n{period},{code},JHT,{wage},BPJS", wage + other);
            let _ = writeln!(groups, "{period},{code},petani,BPU,{},BPJS\n{period},{code},kader,BPU,9,BPJS", other / 3);
            let _ = writeln!(claims, "{period},{code},JHT,total,12,9000000,BPJS");
        }
    }
    for ((parent, period), (wage, other)) in sums {
        count(&period, &parent, wage, other);
        if period == "2024-01" {
            let _ = writeln!(regions, "{parent},Wilayah {parent},kabupaten,");
        }
    }
    [
        ("wilayah", regions),
        ("pekerja", workers),
        ("kepesertaan", people),
        ("kepesertaan_program", programmes),
        ("kelompok", groups),
        ("klaim", claims),
    ]
    .map(|(name, text)| SourceFile { path: format!("data/{name}.csv"), bytes: text.into_bytes() })
    .into()
}
