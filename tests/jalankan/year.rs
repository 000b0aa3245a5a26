//! A year, day by day.

use chrono::{Datelike, NaiveDate};
use rakor::cli::Exit;

use super::{Room, day, rows_of};

/// The day on which a month's figures arrive, sooner or later in the next month.
fn arrival(month: u32) -> NaiveDate {
    let of = 3 + month * 7 % 20;
    if month == 12 { day(2025, 1, of) } else { day(2024, month + 1, of) }
}

#[test]
fn a_year_gives_one_report_for_each_month_on_its_day_and_one_evaluation() {
    let room = Room::new("mulai = \"2024-01\"\nevaluasi = true\n");
    let known = day(2025, 1, 24);
    room.indicators(false);
    let mut rows: Vec<String> = Vec::new();
    room.participants(&rows);
    let (mut made, mut expected) = (Vec::new(), Vec::new());
    let mut today = day(2024, 1, 1);
    while today <= day(2025, 1, 31) {
        for month in 1..=12 {
            let name = format!("2024-{month:02}");
            let (total, parts): (Vec<_>, Vec<_>) = rows_of(&name).into_iter().partition(|row| row.contains(",TOTAL,"));
            // One part comes a day earlier: it is not the month. Only of the first month nobody knows what else belongs to it.
            if month > 1 && arrival(month).pred_opt() == Some(today) {
                rows.extend(parts.into_iter().filter(|row| row.contains(",JAKON,")));
                room.participants(&rows);
            } else if arrival(month) == today {
                rows.extend(parts.into_iter().filter(|row| month == 1 || !row.contains(",JAKON,")));
                rows.extend(total);
                room.participants(&rows);
                expected.push((today, format!("bulanan {name}")));
            }
        }
        if today == known {
            room.indicators(true);
            expected.push((today, "evaluasi 2024-12".to_owned()));
        }
        let run = room.json_on(today);
        assert_eq!(run.exit, Exit::Done, "{today}: {}", run.whole);
        assert_eq!(run.ended("diperbarui").len() + run.ended("dibiarkan").len(), 0, "{today}");
        made.extend(run.ended("dibuat").into_iter().map(|report| (today, report)));
        if today.day() == 28 {
            let again = room.json_on(today);
            assert_eq!(again.ended("dibuat"), [""; 0], "{today}");
        }
        today = today.succ_opt().unwrap();
    }
    assert_eq!(made, expected);
}
