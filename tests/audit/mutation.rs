//! Whole workspaces: consistent ones in which nothing is wrong, and the same with one figure made wrong.
//!
//! What no rule can find: a wrong figure that no other cell speaks of (the amount of a claim without benefits, the value of
//! a contract, who attended), a wrong figure that keeps every bound (a participant too few everywhere at once, a count
//! below its whole where the parts are not complete), and one that is wrong by less than its printed decimals.

mod change;
mod world;

use std::collections::BTreeMap;

use rakor::diagnostic::Severity;

use change::CHANGES;
use world::World;

use crate::report::paper::campaign;
use crate::simulasi::draw::Draw;

/// How many of each kind are tried: a short run each time, a long one when asked for.
fn tries() -> u64 {
    if campaign() { 1_000 } else { 60 }
}

#[test]
fn consistent_workspaces_give_no_error_and_no_warning() {
    for seed in 0..tries() {
        let world = World::new(&mut Draw::new(seed, "utuh"));
        let found = world.found();
        let loud: Vec<String> = found
            .iter()
            .filter(|finding| finding.severity > Severity::Catatan)
            .map(|finding| format!("{} {}", finding.code, finding.message))
            .collect();
        assert_eq!(loud, [""; 0], "seed {seed}");
    }
}

#[test]
fn every_single_figure_made_wrong_is_found_by_its_rule() {
    let mut missed = Vec::new();
    let mut tried: BTreeMap<&str, u64> = BTreeMap::new();
    for (seed, change) in (0..tries()).zip(CHANGES.iter().cycle()) {
        let mut draw = Draw::new(seed, "salah");
        let mut world = World::new(&mut draw);
        let before = world.codes();
        assert!(!before.contains(change.code), "{} is there before anything is wrong (seed {seed})", change.code);
        (change.make)(&mut world, &mut draw);
        *tried.entry(change.what).or_default() += 1;
        if !world.codes().contains(change.code) {
            missed.push(format!("{} {}, seed {seed}", change.code, change.what));
        }
    }
    assert_eq!(missed, [""; 0]);
    assert_eq!(tried.len(), CHANGES.len(), "every class is tried");
}
