//! Addresses of cells as they are written: `C17`, `A1:C3`.

/// Row and column of an address, both from 1; nothing for anything else.
pub(super) fn cell(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|ch: char| ch.is_ascii_digit())?;
    let (letters, row) = text.split_at_checked(digits)?;
    let row = row.parse().ok().filter(|row| *row >= 1)?;
    Some((row, column(letters)?))
}

/// The column that some letters name, from 1.
fn column(letters: &str) -> Option<u32> {
    let digit =
        |ch: char| Some(ch.to_ascii_uppercase().to_digit(36)?.checked_sub(9)?).filter(|_| ch.is_ascii_alphabetic());
    let column = letters.chars().try_fold(0_u32, |sum, ch| sum.checked_mul(26)?.checked_add(digit(ch)?))?;
    (column >= 1).then_some(column)
}

/// The corners of an area, the first one above and left of the last; one cell is an area as well.
pub(super) fn area(text: &str) -> Option<((u32, u32), (u32, u32))> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (first, last) = (cell(first)?, cell(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some((first, last))
}
