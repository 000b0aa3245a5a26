//! How the compared coverages spread: classes of equal width, with the workers in each.

use num_bigint::BigInt;

use super::{compared, total};
use crate::figure::{Ratio, whole};
use crate::measure::Point;
use crate::measure::region::Regions;
use crate::place::{Sourced, Sources};

/// Widths of a class in *persen poin*, the widest first.
const WIDTHS: [u32; 4] = [10, 5, 2, 1];
/// So many classes say something; the widest class that gives them is taken.
const CLASSES: usize = 4;
/// Fewer coverages need no classes.
const LEAST: usize = 3;

/// Coverages by class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Width of every class, *persen poin*.
    pub width: u32,
    /// Adjoining classes, the highest first; one between others may be empty.
    pub classes: Vec<Class>,
}

/// From its lower limit up to but not including its upper limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Lower limit, percent; belongs to the class.
    pub lower: BigInt,
    /// Upper limit, percent; belongs to the next class.
    pub upper: BigInt,
    /// How many parts.
    pub parts: Sourced<u64>,
    /// Their workers, persons.
    pub workers: Sourced<BigInt>,
    /// Their workers who are not covered, persons.
    pub uncovered: Sourced<BigInt>,
}

pub(super) fn spread(regions: &Regions) -> Option<Spread> {
    let points: Vec<&Point> = compared(regions).map(|(_, point)| point).collect();
    if points.len() < LEAST {
        return None;
    }
    let percents: Vec<Ratio> = points.iter().map(|point| point.coverage.percent()).collect();
    let (lowest, highest) = (percents.iter().min()?, percents.iter().max()?);
    let classes_of = |width: u32| (step(lowest, width), step(highest, width));
    let wide_enough = |width: &u32| {
        let (first, last) = classes_of(*width);
        last - first + BigInt::from(1) >= BigInt::from(CLASSES)
    };
    let width = WIDTHS.into_iter().find(wide_enough).or_else(|| WIDTHS.last().copied())?;
    let (first, last) = classes_of(width);
    let mut classes = Vec::new();
    let mut at = last;
    while at >= first {
        let inside: Vec<&Point> = points
            .iter()
            .zip(&percents)
            .filter(|(_, percent)| step(percent, width) == at)
            .map(|(point, _)| *point)
            .collect();
        classes.push(class(&at, width, &inside));
        at -= 1;
    }
    Some(Spread { width, classes })
}

/// Which class from zero on a percentage belongs to.
fn step(percent: &Ratio, width: u32) -> BigInt {
    (percent / whole(width)).floor().to_integer()
}

fn class(at: &BigInt, width: u32, points: &[&Point]) -> Class {
    let from: Sources =
        points.iter().flat_map(|point| [&point.coverage.participants.from, &point.coverage.workers.from]).collect();
    let uncovered = points.iter().map(|point| BigInt::from(point.coverage.uncovered())).sum();
    Class {
        lower: at * width,
        upper: (at + 1) * width,
        parts: Sourced::new(u64::try_from(points.len()).unwrap_or(u64::MAX), from.clone()),
        workers: total(points.iter().map(|point| &point.coverage.workers)),
        uncovered: Sourced::new(uncovered, from),
    }
}
