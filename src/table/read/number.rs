//! A number of a sheet in decimal digits, as its program shows it. Nothing is computed with the number itself: what
//! follows works on its digits.

/// Digits that spreadsheet programs keep of a number.
const KEPT: i32 = 15;

/// A number with more places than this before or behind its comma is no figure of a region.
const MOST_PLACES: i32 = 30;

/// The digits of a number, at most 15: 0,1 + 0,2 is 0,3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    negative: bool,
    /// Without zeros at either end; empty for zero.
    digits: String,
    /// How many of the digits stand before the comma; below zero, so many zeros stand between them.
    point: i32,
    /// Whether digits were left away that stood before the comma.
    cut: bool,
}

impl Shown {
    /// The digits of a number; a number that is none has no digits.
    pub(super) fn of(number: f64) -> Self {
        // Sixteen digits and more are rounded to fifteen here as in the program: exactly, half to even.
        let written = format!("{:.14e}", number.abs());
        let (mantissa, exponent) = written.split_once('e').unwrap_or(("0", "0"));
        let digits = mantissa.replace('.', "");
        let digits = digits.trim_end_matches('0').to_owned();
        let point = exponent.parse::<i32>().unwrap_or_default() + 1;
        let mut shown = Self { negative: number.is_sign_negative() && !digits.is_empty(), digits, point, cut: false };
        let again = format!("{}e{}", shown.digits, shown.point - shown.length());
        shown.cut = point > KEPT && again.parse::<f64>().map(f64::to_bits) != Ok(number.abs().to_bits());
        shown
    }

    /// The same digits with the comma two places further on: 0,413 becomes 41,3.
    pub(super) fn hundredfold(&self) -> Self {
        self.shifted(2)
    }

    /// The same digits with the comma three places further on.
    pub(super) fn thousandfold(&self) -> Self {
        self.shifted(3)
    }

    fn shifted(&self, places: i32) -> Self {
        Self { point: self.point + places, ..self.clone() }
    }

    /// Whether it is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Whether nothing stands behind its comma.
    pub(super) fn is_whole(&self) -> bool {
        self.is_zero() || self.point >= self.length()
    }

    /// How many digits stand before its comma.
    pub(super) fn whole_digits(&self) -> i32 {
        if self.is_zero() { 0 } else { self.point.max(0) }
    }

    /// Whether its program has lost digits of it.
    pub(super) fn is_cut(&self) -> bool {
        self.cut
    }

    /// Whether it has more places than a figure.
    pub(super) fn is_far(&self) -> bool {
        self.point > MOST_PLACES || self.point - self.length() < -MOST_PLACES
    }

    /// Whether its size is at most 1.
    pub(super) fn is_within_one(&self) -> bool {
        self.point <= 0 || (self.point == 1 && self.digits == "1")
    }

    /// Whether its size is at most 2.
    pub(super) fn is_within_two(&self) -> bool {
        self.is_within_one() || (self.point == 1 && (self.digits == "2" || self.digits.starts_with('1')))
    }

    /// The number with a decimal comma and without thousands points: `41,3`, `134167`, `-0,46`. One that is far is
    /// written with a power of ten, which is refused wherever numbers are read.
    pub(super) fn plain(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        if self.is_zero() {
            return "0".to_owned();
        }
        if self.is_far() {
            return format!("{sign}{}E{}", self.digits, self.point - self.length());
        }
        let before: String = self.digits.chars().take(usize::try_from(self.point).unwrap_or_default()).collect();
        let behind = self.digits.get(before.len()..).unwrap_or_default();
        let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
        let before = if before.is_empty() { "0".to_owned() } else { before + &zeros(self.point - self.length()) };
        let comma = if behind.is_empty() { "" } else { "," };
        format!("{sign}{before}{comma}{}{behind}", if comma.is_empty() { String::new() } else { zeros(-self.point) })
    }

    fn length(&self) -> i32 {
        i32::try_from(self.digits.len()).unwrap_or(KEPT)
    }
}
