//! The tables of the example workspaces `data/simulasi` and `data/simulasi-provinsi`: made here from seeds, committed, and
//! kept equal to this.
//!
//! The city is invented. `city` makes the counts; the other files turn them into tables, one theme each. After a
//! change, `RAKOR_TULIS_SIMULASI=1 cargo test simulasi` writes the files anew; that run fails, the next one passes.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

mod city;
mod coverage;
pub(crate) mod draw;
mod earlier;
mod events;
mod money;
mod plan;
mod province;
mod sheet;
mod works;

use std::path::{Path, PathBuf};

use rakor::files::{list_files, read_file, write_atomic};
use rakor::table::{self, SourceFile};

use city::{City, KECAMATAN, MONTHS, Month, NEIGHBOURS, SURVEYS};

/// The seed of the committed tables of the city.
const SEED: u64 = 9_971;
/// The seed of those of the province.
const PROVINCE_SEED: u64 = 9_800;

/// Every table of the workspace: path below the workspace, content.
pub(crate) fn files(seed: u64) -> Vec<(String, String)> {
    let city = city::city(seed);
    vec![
        coverage::regions(),
        coverage::workers(),
        coverage::participants(&city),
        coverage::programmes(&city),
        coverage::groups(&city),
        coverage::employers(&city, seed),
        plan::targets(),
        money::claims(&city, seed),
        money::tariffs(),
        money::construction_tariffs(),
        money::budgets(&city),
        works::packages(&city),
        events::awards(),
        plan::indicators(&city, seed),
        plan::yearly(&city, seed),
        plan::quarterly(&city, seed),
        events::factors(),
        events::narrative(&city),
        events::legal_bases(),
        events::activities(),
        events::follow_ups(),
        events::statements(&city),
        events::recipients(),
    ]
}

fn workspace(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)
}

/// Both workspaces with their tables.
fn committed() -> [(PathBuf, Vec<(String, String)>); 2] {
    [(workspace("simulasi"), files(SEED)), (workspace("simulasi-provinsi"), province::files(PROVINCE_SEED))]
}

#[test]
#[allow(clippy::disallowed_methods, reason = "only a person asks for the files to be written")]
fn the_committed_tables_are_those_of_the_seed() {
    let write = std::env::var_os("RAKOR_TULIS_SIMULASI").is_some();
    let mut different = Vec::new();
    let all = committed()
        .into_iter()
        .flat_map(|(root, files)| files.into_iter().map(move |(path, content)| (root.join(&path), path, content)));
    for (file, path, content) in all {
        if read_file(&file, 1 << 20).ok().as_deref() != Some(content.as_bytes()) {
            if write {
                write_atomic(&file, content.as_bytes()).unwrap();
            }
            different.push(path);
        }
    }
    assert!(different.is_empty(), "not as made from the seed: {different:?}; see the first lines of this module");
}

#[test]
fn the_workspace_holds_no_table_that_nobody_made() {
    for (root, files) in committed() {
        let mut made: Vec<String> = files.into_iter().map(|(path, _)| path.replace("data/", "")).collect();
        made.sort();
        assert_eq!(list_files(&root, "data").unwrap(), made);
    }
}

#[test]
fn one_seed_makes_one_city_and_another_seed_another() {
    assert_eq!(files(SEED), files(SEED));
    assert_ne!(files(SEED), files(SEED + 1));
}

#[test]
fn tables_of_any_seed_are_read_without_a_complaint() {
    for seed in SEED..SEED + 10 {
        let made = files(seed).into_iter().map(|(path, text)| SourceFile { path, bytes: text.into_bytes() });
        let (data, complaints) = table::read(&made.collect::<Vec<_>>());
        assert_eq!(complaints, [], "seed {seed}");
        assert_eq!(data.present.len(), table::schema().len());
    }
}

/// Something that holds in every month of every seed.
fn in_every_month(holds: impl Fn(&Month) -> bool) {
    for seed in SEED..SEED + 40 {
        for month in &city::city(seed).months {
            assert!(holds(month), "seed {seed}, {}", month.period);
        }
    }
}

#[test]
fn kecamatan_and_those_not_mapped_make_up_the_total() {
    in_every_month(|month| month.kecamatan.iter().sum::<u64>() + month.unmapped == month.total());
}

#[test]
fn vulnerable_workers_are_part_of_bpu_and_wage_earners_hold_the_construction_workers() {
    in_every_month(|month| month.rentan() < month.bpu() && month.jakon < month.pu);
}

#[test]
fn nobody_counts_more_participants_than_workers() {
    in_every_month(|month| {
        let workers = month.survey();
        let all = [month.pu, month.bpu(), month.jakon, month.pmi, month.rentan()];
        let of = [workers.pu, workers.bpu, workers.jakon, workers.pmi, workers.rentan];
        let below = |counts: &[u64], workers: &[u64]| counts.iter().zip(workers).all(|(count, of)| count < of);
        below(&all, &of) && below(&month.kecamatan, &workers.kecamatan) && below(&month.neighbours, &workers.neighbours)
    });
}

#[test]
fn workers_of_the_kecamatan_make_up_those_of_the_city() {
    for survey in &SURVEYS {
        assert_eq!(survey.kecamatan.iter().sum::<u64>(), survey.total(), "{}", survey.as_of);
    }
    assert_eq!((KECAMATAN.len(), NEIGHBOURS.len()), (5, 6));
}

/// Months whose total lies below the month before.
fn falls(city: &City) -> Vec<String> {
    let pairs = city.months.windows(2);
    pairs.filter(|pair| pair[1].total() < pair[0].total()).map(|pair| pair[1].period.to_string()).collect()
}

#[test]
fn participants_grow_for_24_months_except_in_one() {
    for seed in SEED..SEED + 40 {
        let city = city::city(seed);
        assert_eq!(city.months.len(), MONTHS);
        assert_eq!(falls(&city), ["2024-05"], "seed {seed}");
    }
}

#[test]
fn august_2025_lies_slightly_below_the_path_to_the_target() {
    let city = city::city(SEED);
    // In thousandths of a percent; the path runs from December 2024 to 40,5 percent in December 2025.
    let coverage = |month: &Month| month.total() * 100_000 / month.survey().total();
    let (start, now) = (coverage(city.last_december()), coverage(city.now()));
    let path = start + (40_500 - start) * 8 / 12;
    assert_eq!(city.now().period.to_string(), "2025-08");
    assert!((100..700).contains(&(path - now)), "path {path}, now {now}");
}

#[test]
fn tables_of_a_province_are_read_without_a_complaint_whatever_the_seed() {
    for seed in PROVINCE_SEED..PROVINCE_SEED + 10 {
        let made = province::files(seed).into_iter();
        let made = made.map(|(path, text)| SourceFile { path, bytes: text.into_bytes() });
        let (_, complaints) = table::read(&made.collect::<Vec<_>>());
        assert_eq!(complaints, [], "seed {seed}");
    }
    assert_ne!(province::files(PROVINCE_SEED), province::files(PROVINCE_SEED + 1));
}

#[test]
fn no_region_of_the_province_counts_more_participants_than_workers() {
    for seed in PROVINCE_SEED..PROVINCE_SEED + 10 {
        for region in province::province(seed).regions {
            assert!(region.participants.iter().all(|count| *count < region.workers[0]), "{}", region.code);
        }
    }
}
