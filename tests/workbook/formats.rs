//! What number formats say, seen through the cells that bear them.

use super::builder::{Sheet, Workbook, shown};
use super::dump::dump;

/// What a cell with this number and format holds.
fn cell(number: &str, format: &'static str) -> String {
    let bytes = Workbook::of(Sheet::new("a").row([shown(number, format)])).bytes();
    let said = dump("a.xlsx", &bytes);
    said.split_once("\n  A1 ").unwrap_or_else(|| panic!("{said}")).1.to_owned()
}

#[test]
fn a_percent_sign_counts_where_it_multiplies() {
    for format in ["0%", "0.00%", "#,##0.0 %", "[Red]0%", "[>=1]0%;0.0%", "0%;-0%;\"-\";@", "0\" dari \"%", "%0"] {
        assert_eq!(cell("0.413", format), "0.413 Percent", "{format}");
    }
    for format in ["0\"%\"", "0\\%", "0_%", "0*%", "[$%-421]0", "\"%\"", "General\"%\"", "@", "0.0E+0", "# ?/?"] {
        assert_eq!(cell("0.413", format), "0.413", "{format}");
    }
    for format in ["0%;0", "[<1]0%;0", "0;0%"] {
        assert_eq!(cell("0.413", format), "0.413 Unknown", "{format}");
    }
}

#[test]
fn days_are_told_from_months_times_and_numbers() {
    let days =
        ["dd/mm/yyyy", "d-m-yy", "[$-421]dd mmmm yyyy;@", "yyyy\\-mm\\-dd", "yyyy", "d", "dddd", "d mmm", "DD/MM/YYYY"];
    for format in days {
        assert_eq!(cell("45895", format), "2025-08-26", "{format}");
    }
    for format in ["mmm-yy", "mmmm yyyy", "[$-421]mmmm\\ yyyy", "m/yyyy", "mmmm", "\"bulan\" mm yyyy", "yyyy-mm"] {
        assert_eq!(cell("45895", format), "2025-08-26, shown as a month", "{format}");
    }
    for format in ["d/m/yyyy h:mm", "m/d/yy h:mm AM/PM", "yyyy-mm-dd hh:mm:ss"] {
        assert_eq!(cell("45895", format), "2025-08-26", "{format}");
        assert_eq!(cell("45895.25", format), "2025-08-26 and a time", "{format}");
    }
    for format in ["h:mm", "hh:mm:ss", "h AM/PM", "mm:ss", "[h]:mm", "[mm]"] {
        assert_eq!(cell("0.25", format), "\"06:00\"", "{format}");
    }
    for format in ["0", "#,##0 \"orang\"", "\"d\"0", "0\\d", "General", "_d0", "[Red]0", "#,##0\\ [$h-421]"] {
        assert_eq!(cell("45895", format), "45895", "{format}");
    }
}

#[test]
fn days_of_1900_are_counted_as_spreadsheets_do() {
    let day = |number| cell(number, "dd/mm/yyyy");
    assert_eq!(day("1"), "1900-01-01");
    assert_eq!(day("59"), "1900-02-28");
    assert_eq!(day("60"), "\"29/02/1900\"");
    assert_eq!(day("61"), "1900-03-01");
    assert_eq!(day("2958465"), "9999-12-31");
    assert_eq!(day("2958466"), "2958466");
    assert_eq!(day("0"), "0");
    assert_eq!(day("-5"), "-5");
}

#[test]
fn numbers_have_the_digits_that_are_shown() {
    for (stored, shown) in [
        ("0.41299999999999998", "0.413"),
        ("0.30000000000000004", "0.3"),
        ("41300", "41300"),
        ("1234567.8900000001", "1234567.89"),
        ("3501010101010001", "3501010101010001"),
        ("0.333333333333333315", "0.333333333333333"),
        ("-0.1", "-0.1"),
        ("1e-7", "0.0000001"),
        ("2.5E-10", "0.00000000025"),
        ("NaN", "error #NUM!"),
        ("1e400", "error #NUM!"),
    ] {
        assert_eq!(cell(stored, "0"), shown, "{stored}");
    }
}
