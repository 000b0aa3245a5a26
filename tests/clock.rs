//! The one reader of time.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use rakor::clock::Clock;
use rakor::manifest::Zona;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn at(text: &str) -> Clock {
    Clock::standing_at(text.parse::<DateTime<Utc>>().unwrap())
}

#[test]
fn a_day_begins_at_midnight_of_its_zone() {
    for (zone, before, after) in [
        (Zona::Wib, "2025-08-31T16:59:59Z", "2025-08-31T17:00:00Z"),
        (Zona::Wita, "2025-08-31T15:59:59Z", "2025-08-31T16:00:00Z"),
        (Zona::Wit, "2025-08-31T14:59:59Z", "2025-08-31T15:00:00Z"),
    ] {
        assert_eq!(at(before).today(zone.hours_ahead()), day(2025, 8, 31), "{}", zone.as_str());
        assert_eq!(at(after).today(zone.hours_ahead()), day(2025, 9, 1), "{}", zone.as_str());
    }
}

#[test]
fn a_clock_at_the_end_of_all_days_still_shows_one() {
    let last = Clock::standing_at(DateTime::<Utc>::MAX_UTC);
    assert_eq!(last.today(9), DateTime::<Utc>::MAX_UTC.date_naive());
}

#[test]
fn a_standing_clock_shows_what_it_was_set_to() {
    let moment = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    assert_eq!(Clock::standing_at(moment).now(), moment);
    // The system's goes on; more is not known of it.
    assert!(Clock::system().now() > DateTime::UNIX_EPOCH);
}
