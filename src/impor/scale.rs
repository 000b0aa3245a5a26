//! Figures in the unit of their column: multiplied exactly, or refused.

use super::dictionary::power_of;
use super::problem;
use super::sheet::shown;
use crate::bahasa::baca;
use crate::diagnostic::Diagnostic;
use crate::place::Place;
use crate::table::Kind;
use crate::workbook::{Form, Value};

/// The unit of a column's numbers: its word and the power of ten that it stands for.
pub(super) type Unit = (String, u32);

/// A figure in its unit as the text that its column reads; why it cannot be told otherwise.
pub(super) fn scaled(value: &Value, unit: &Unit, kind: Kind, place: &Place) -> Result<Value, Box<Diagnostic>> {
    let (word, power) = unit;
    let refused = || Box::new(problem::scaled(place.clone(), &shown(value), word));
    match value {
        // What follows says itself that it is no figure.
        _ if *power == 0 => Ok(value.clone()),
        Value::Number(_, Form::Percent) => Err(Box::new(problem::percent_in_unit(place.clone(), word))),
        Value::Number(number, _) => shifted(*number, *power).ok_or_else(refused),
        Value::Text(text) => {
            let text = text.trim();
            if text.split_whitespace().last().is_some_and(|word| power_of(word).is_some()) {
                return Ok(value.clone());
            }
            if !text.chars().any(|c| c.is_ascii_digit()) {
                return Ok(value.clone());
            }
            let pointed = text.contains('.') && !text.contains(',') && !text.to_lowercase().starts_with("rp.");
            if pointed || thousands_comma(text) {
                return Err(Box::new(problem::mark_in_unit(place.clone(), text, word)));
            }
            let whole = format!("{text} {}", name(*power));
            let good = if kind == Kind::Money { baca::uang(&whole).is_ok() } else { baca::cacah(&whole).is_ok() };
            if good { Ok(Value::Text(whole.into())) } else { Err(refused()) }
        }
        _ => Ok(value.clone()),
    }
}

/// A comma before exactly three digits, as programs of another language group thousands.
fn thousands_comma(text: &str) -> bool {
    text.rsplit_once(',').is_some_and(|(_, behind)| behind.chars().take_while(char::is_ascii_digit).count() == 3)
}

fn name(power: u32) -> &'static str {
    match power {
        3 => "ribu",
        6 => "juta",
        9 => "miliar",
        _ => "triliun",
    }
}

/// A number times a power of ten, when that is whole.
fn shifted(number: f64, power: u32) -> Option<Value> {
    let plain = number.to_string();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let zeros = usize::try_from(power).ok()?.checked_sub(decimals.len())?;
    let digits = format!("{whole}{decimals}{}", "0".repeat(zeros));
    let negative = digits.starts_with('-');
    let digits = digits.trim_start_matches('-').trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    let good = digits.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| Value::Text(if negative { format!("-{digits}") } else { digits.to_owned() }.into()))
}
