//! Where coverage will be on the observed pace, how sure that is, and what pace the targets need.
//!
//! Owns: which months a projection rests on ([`Window`]), the three methods ([`LeastSquares`], [`TheilSen`],
//! [`RandomWalk`]), the choice between them ([`Projection`]), and what belongs to the end of each year ([`Outlook`]).
//! The pace that a target needs is reckoned beside that of the report's own year ([`Requirement`](super::Requirement)).
//! How it reads belongs to the sentences of the templates, the fan to [`crate::chart`].
//!
//! **Exact until rounded once.** Line, slopes, residuals and their statistics are fractions like all figures; square
//! roots are cut at the twelfth decimal; only the quantile of Student's t is a binary fraction on its way
//! ([`student_quantile`]). A projected percentage then becomes a decimal of two places, once ([`Level`]): sentence,
//! table, chart and alternative text all have this one, and whether a target lies inside the interval is decided on it,
//! since an estimate has no truer value behind its decimals.
//!
//! **One denominator.** Participants are what was counted; the denominator changes in steps that no participant caused.
//! Every month of the window is therefore restated under the denominator in force in its last month, as the path to the
//! target is; [`Window::restated_before`] says so. Months without data stay gaps: time is the number of the month.
//!
//! **Drift against trend.** Least squares takes the deviations from its line for independent. Where they carry on from
//! month to month, as they do when participants who joined stay, its interval is far too narrow, and the random walk
//! with drift is right. The residuals decide: below [`LeastSquares::durbin_watson_bound`] the report takes the random
//! walk. The bound is set so that one series of independent deviations in five is given the walk as well, because the
//! two errors weigh differently: the walk's interval is then wider than it need be, while least squares on a walk of
//! 24 months holds a third of what is to come a year ahead, not 80 percent. `tests/measure/proyeksi.rs` measures both.
//!
//! Literature: H. Theil, *A rank-invariant method of linear and polynomial regression analysis*, Indagationes
//! Mathematicae 12 (1950); P. K. Sen, *Estimates of the regression coefficient based on Kendall's tau*, Journal of the
//! American Statistical Association 63 (1968); J. Durbin and G. S. Watson, *Testing for serial correlation in least
//! squares regression*, Biometrika 37 (1950) and 38 (1951).

mod drift;
mod history;
mod level;
mod outlook;
mod projection;
mod student;
mod trend;
mod window;

pub use drift::RandomWalk;
pub use history::{Estimate, History};
pub use level::{Level, LevelCase};
pub use outlook::{Horizon, LONG_TERM_YEAR, Outlook, outlook};
pub use projection::{Forecast, Method, Projection, TargetPlace};
pub use student::student_quantile;
pub use trend::{LeastSquares, TheilSen};
pub use window::{LEAST_MONTHS, Window, WindowPoint};

/// Percent of all cases that the prediction interval holds.
pub const CONFIDENCE: u32 = 80;

/// The normal distribution stays below this with a probability of [`CONFIDENCE`] percent; numerator and denominator.
const NORMAL_80: (i32, i32) = (8416, 10_000);
