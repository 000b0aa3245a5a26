//! What the audit costs: rows a second on one thread, and whether ten times the rows take ten times the time.
//!
//! The rows contradict nothing, as in the workspaces of a careful secretariat: what costs is looking. How to run it:
//! `benches/README.md`.
#![expect(clippy::print_stdout, reason = "the figures are the result")]
#![expect(clippy::disallowed_methods, reason = "a stop watch")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use rakor::audit::{Settings, audit};
use rakor::table::{self, Dataset, SourceFile};

/// Rows of the smallest run; the others have ten times and a hundred times as many.
const SMALLEST: usize = 10_000;
const STEPS: u32 = 3;
/// The fastest of these runs counts: everything slower was disturbed.
const RUNS: usize = 3;
/// Months of every region.
const MONTHS: usize = 24;
/// Rows of a region: in each month three segments, two programmes, two groups, one claim; and its own row.
const PER_REGION: usize = MONTHS * 8 + 1;
/// A table takes no more rows, so that larger datasets are put together from several.
const REGIONS_AT_ONCE: usize = 1_000;

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
    let mut regions = "kode,nama,jenis\n".to_owned();
    let mut people = "periode,kode_wilayah,segmen,sumber,peserta_aktif\n".to_owned();
    let mut programmes = "periode,kode_wilayah,program_jaminan,peserta_aktif,sumber\n".to_owned();
    let mut groups = "periode,kode_wilayah,kelompok,segmen,orang_terlindungi,sumber\n".to_owned();
    let mut claims = "periode,kode_wilayah,program_jaminan,manfaat,kasus,nominal_rp,sumber\n".to_owned();
    for region in first..last {
        let code = format!("{:02}.{:02}.{:02}", region / 4_900 + 70, region / 70 % 70 + 1, region % 70 + 1);
        let _ = writeln!(regions, "{code},Wilayah {region},kecamatan");
        for month in 0..MONTHS {
            let period = format!("{}-{:02}", 2024 + month / 12, month % 12 + 1);
            let (wage, other) = (10_000 + region % 500 + month * 7, 5_000 + region % 300 + month * 3);
            for (segment, count) in [("TOTAL", wage + other), ("PU", wage), ("BPU", other)] {
                let _ = writeln!(people, "{period},{code},{segment},BPJS,{count}");
            }
            let _ = writeln!(programmes, "{period},{code},JKK,{},BPJS\n{period},{code},JHT,{wage},BPJS", wage + other);
            let _ = writeln!(groups, "{period},{code},petani,BPU,{},BPJS\n{period},{code},kader,BPU,9,BPJS", other / 3);
            let _ = writeln!(claims, "{period},{code},JHT,total,12,9000000,BPJS");
        }
    }
    [
        ("wilayah", regions),
        ("kepesertaan", people),
        ("kepesertaan_program", programmes),
        ("kelompok", groups),
        ("klaim", claims),
    ]
    .map(|(name, text)| SourceFile { path: format!("data/{name}.csv"), bytes: text.into_bytes() })
    .into()
}
