//! A table as a comma-separated file in the form that the workspace commits: UTF-8, LF, quotes only where needed.

use std::fmt::Display;

/// Who stands behind every row.
pub(super) const PUBLISHER: &str = "Simulasi rakor";

/// The cells of one row, each printed as it is.
macro_rules! cells {
    ($($cell:expr),+ $(,)?) => { [$($cell.to_string()),+] };
}
pub(super) use cells;

/// Path within the workspace and content. Every row has as many cells as there are columns.
pub(super) fn sheet<const N: usize, C: Display>(
    table: &str,
    columns: [&str; N],
    rows: impl IntoIterator<Item = [C; N]>,
) -> (String, String) {
    let mut text = line(&columns);
    for row in rows {
        text.push_str(&line(&row));
    }
    (format!("data/{table}.csv"), text)
}

fn line(cells: &[impl Display]) -> String {
    let quoted = |cell: String| {
        if cell.contains([',', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
    };
    cells.iter().map(|cell| quoted(cell.to_string())).collect::<Vec<_>>().join(",") + "\n"
}

/// A percentage of two decimals, rounded half-up, with a decimal comma.
pub(super) fn percent(part: u64, whole: u64) -> String {
    let hundredths = (part * 20_000 + whole) / (2 * whole);
    format!("{},{:02}", hundredths / 100, hundredths % 100)
}

/// `118.056`.
pub(super) fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}
