//! Exact numbers and the formulas of the trade.
//!
//! Owns: [`Ratio`], the two roundings ([`round_half_up`], [`round_up`]), [`Decimal`] (a number with the decimals its
//! document gave it), [`Period`], [`Coverage`], and the formulas of shortfall, pace, attainment and path. Nothing here
//! is a float and nothing here is text a reader sees: writing belongs to [`crate::bahasa`], choosing the rows to
//! [`crate::measure`].
#![deny(clippy::float_arithmetic)]

mod attainment;
mod coverage;
mod number;
mod period;

pub use attainment::{attainment, attainment_inverted, attainment_mirrored};
pub use coverage::{Coverage, monthly_pace, needed_persons, path_value, shortfall_persons};
pub use number::{Decimal, Ratio, Rounded, percent_of, percent_of_counts, ratio, round_half_up, round_up, whole};
pub use period::{ParsePeriodError, Period};
