//! The quantile of Student's t distribution: the only binary fractions behind a printed figure.
//!
//! The tail of the distribution is an incomplete beta function, `P(|T| > t) = I(ν/2, 1/2)` at `x = ν/(ν + t²)` (DLMF
//! 8.17), reckoned by its continued fraction with a fixed number of terms and inverted by halving a fixed number of
//! times. The functions of `libm` are the same instructions on every processor, nothing is summed in an order that
//! may change, and the result is cut to [`PLACES`] decimals, far above the last bit.
#![expect(clippy::float_arithmetic, reason = "a quantile has no exact value; it becomes a decimal before it leaves")]

use num_bigint::BigInt;

use crate::figure::{Ratio, ratio, round_half_up, whole};

/// Decimals of a quantile.
const PLACES: u32 = 9;
/// Terms of the continued fraction; it is used only where it converges fast.
const TERMS: u32 = 60;
/// Halvings of the interval that holds the quantile, to the last digits of a binary fraction.
const HALVINGS: u32 = 60;
/// Larger quantiles are not looked for.
const FARTHEST: f64 = 1024.0;

/// The number that Student's t with `degrees` degrees of freedom stays below in size with a probability of
/// `confidence` percent, to nine decimals. Nothing without degrees of freedom or for a confidence that is not between
/// 0 and 100.
#[must_use]
pub fn student_quantile(degrees: u32, confidence: u32) -> Option<Ratio> {
    if degrees == 0 || confidence == 0 || confidence >= 100 {
        return None;
    }
    let outside = f64::from(100 - confidence) / 100.0;
    let (mut low, mut high) = (0.0, FARTHEST);
    for _ in 0..HALVINGS {
        let middle = low + (high - low) / 2.0;
        if tails(f64::from(degrees), middle) > outside {
            low = middle;
        } else {
            high = middle;
        }
    }
    let rounded = round_half_up(&Ratio::from_float(low + (high - low) / 2.0)?, PLACES);
    ratio(rounded.units, BigInt::from(10).pow(PLACES)).filter(|quantile| *quantile < whole(1000))
}

/// The probability that Student's t is further from zero than `t`.
fn tails(degrees: f64, t: f64) -> f64 {
    let square = t * t;
    let (a, b) = (degrees / 2.0, 0.5);
    // Each of the two forms converges where the other does not; 1 - x is written out, since the difference would lose
    // its digits near 1.
    let (x, rest) = (degrees / (degrees + square), square / (degrees + square));
    if x < (a + 1.0) / (a + b + 2.0) { beta_fraction(a, b, x, rest) } else { 1.0 - beta_fraction(b, a, rest, x) }
}

/// The regularised incomplete beta function by its continued fraction (DLMF 8.17.22), from the last term back.
fn beta_fraction(a: f64, b: f64, x: f64, rest: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let mut fraction = 1.0;
    for m in (1..=TERMS).rev().map(f64::from) {
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let before = m - 1.0;
        let odd = -(a + before) * (a + b + before) * x / ((a + 2.0 * before) * (a + 2.0 * before + 1.0));
        fraction = 1.0 + odd / (1.0 + even / fraction);
    }
    let log_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    libm::exp(a * libm::log(x) + b * libm::log(rest) - log_beta) / (a * fraction)
}
