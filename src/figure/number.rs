//! Exact ratios and the only two ways they are rounded.

use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};
use serde::{Deserialize, Serialize};

/// Exact arithmetic, without overflow and without binary fractions.
pub type Ratio = num_rational::BigRational;

/// A whole number as a ratio.
#[must_use]
pub fn whole(n: impl Into<BigInt>) -> Ratio {
    Ratio::from_integer(n.into())
}

/// `numerator / denominator`, or nothing for a zero denominator.
#[must_use]
pub fn ratio(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Option<Ratio> {
    let denominator = denominator.into();
    (!denominator.is_zero()).then(|| reduced(numerator.into(), denominator))
}

/// A fraction in lowest terms; the denominator is not zero. To reduce is what costs, and machine words, which nearly all
/// figures fit into, make a small matter of it.
fn reduced(numerator: BigInt, denominator: BigInt) -> Ratio {
    match (i64::try_from(&numerator), i64::try_from(&denominator)) {
        (Ok(above), Ok(below)) if below > 0 => {
            let shared = above.gcd(&below);
            Ratio::new_raw((above / shared).into(), (below / shared).into())
        }
        _ => Ratio::new(numerator, denominator),
    }
}

/// `part / base * 100`, or nothing for a zero base. Both in the same unit; the result in percent.
#[must_use]
pub fn percent_of(part: &Ratio, base: &Ratio) -> Option<Ratio> {
    // One reduction to lowest terms in place of two: it is what costs.
    ratio(part.numer() * base.denom() * 100_u32, part.denom() * base.numer())
}

/// [`percent_of`] for counts of things.
#[must_use]
pub fn percent_of_counts(part: u64, base: u64) -> Option<Ratio> {
    ratio(u128::from(part) * 100, base)
}

/// A number rounded for print: `units / 10^places`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rounded {
    /// The digits, without the decimal comma.
    pub units: BigInt,
    /// How many of the digits stand after the comma.
    pub places: u32,
}

impl Rounded {
    /// Whether every printed digit is a zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.units.is_zero()
    }
}

/// Rounds half away from zero (half-up on the size, the way people round), once, for print.
#[must_use]
pub fn round_half_up(value: &Ratio, places: u32) -> Rounded {
    // floor(x + 1/2) on the size, so that -0,005 and 0,005 print alike. Not reduced to lowest terms on the way.
    let scaled = value.numer().abs() * BigInt::from(10).pow(places);
    let size = (scaled * 2_u32 + value.denom()).div_floor(&(value.denom() * 2_u32));
    let units = if value.is_negative() { -size } else { size };
    Rounded { units, places }
}

/// The smallest whole number not below the value: persons needed, shortfalls and paces.
#[must_use]
pub fn round_up(value: &Ratio) -> BigInt {
    value.numer().div_ceil(value.denom())
}

/// A decimal number that keeps the decimals its document gave it: `41,3` stays `41,3`, `99,50` stays `99,50`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal {
    /// The digits, without the comma.
    pub units: BigInt,
    /// Digits after the comma, as in the document.
    pub places: u32,
}

impl Decimal {
    /// The exact value.
    #[must_use]
    pub fn ratio(&self) -> Ratio {
        reduced(self.units.clone(), BigInt::from(10).pow(self.places))
    }

    /// The number as its document printed it.
    #[must_use]
    pub fn as_printed(&self) -> Rounded {
        Rounded { units: self.units.clone(), places: self.places }
    }
}

impl fmt::Display for Decimal {
    /// Canonical form for files: a point, no separators (`41.3`).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.units.abs().to_string();
        let places = self.places as usize;
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (head, tail) = padded.split_at(padded.len() - places);
        let sign = if self.units.is_negative() { "-" } else { "" };
        if places == 0 { write!(f, "{sign}{head}") } else { write!(f, "{sign}{head}.{tail}") }
    }
}

impl From<Decimal> for String {
    fn from(value: Decimal) -> Self {
        value.to_string()
    }
}

impl TryFrom<String> for Decimal {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl FromStr for Decimal {
    type Err = String;

    /// Reads the canonical form only; what people write is read by [`crate::bahasa`].
    fn from_str(text: &str) -> Result<Self, String> {
        let bad = || format!("bukan bilangan desimal kanonis: {text}");
        let (head, tail) = text.split_once('.').unwrap_or((text, ""));
        let digits = head.strip_prefix('-').unwrap_or(head);
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if digits.is_empty() || !all_digits(digits) || !all_digits(tail) || text.ends_with('.') {
            return Err(bad());
        }
        let units = format!("{head}{tail}").parse().map_err(|_| bad())?;
        Ok(Self { units, places: u32::try_from(tail.len()).map_err(|_| bad())? })
    }
}
