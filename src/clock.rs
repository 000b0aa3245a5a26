//! The one reader of time.
//!
//! Owns: which moment it is, and which day that is so many hours ahead of UTC. Only [`crate::cli`] asks, and hands days on
//! as values; which zone an institution lives in stands in its [`crate::manifest`]. How long a stage takes is measured
//! where it runs and decides nothing.
#![expect(clippy::disallowed_methods, reason = "this is the one reader of time")]

use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// A clock: the system's, or one that stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock(Option<DateTime<Utc>>);

impl Clock {
    /// The system's clock.
    #[must_use]
    pub fn system() -> Self {
        Self(None)
    }

    /// A clock that always shows this moment.
    #[must_use]
    pub fn standing_at(moment: DateTime<Utc>) -> Self {
        Self(Some(moment))
    }

    /// The moment it shows. A system whose clock stands before 1970 is taken to stand at its beginning.
    #[must_use]
    pub fn now(self) -> DateTime<Utc> {
        self.0.unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
            DateTime::from_timestamp(seconds, 0).unwrap_or_default()
        })
    }

    /// The day it shows to those who live so many hours ahead of UTC.
    #[must_use]
    pub fn today(self, hours_ahead: u8) -> NaiveDate {
        let now = self.now();
        now.checked_add_signed(TimeDelta::hours(i64::from(hours_ahead))).unwrap_or(now).date_naive()
    }
}
