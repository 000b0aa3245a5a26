//! What one cell of ODS holds: it says its value and the kind of it in attributes, and what it shows in paragraphs.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use super::xml::Stumble;
use crate::workbook::{Day, Form, Value, number};

/// The attributes of a cell.
#[derive(Debug, Default)]
pub(super) struct Declared {
    kind: String,
    value: Option<String>,
    is_error: bool,
    formula: bool,
    /// Its style.
    pub(super) style: Option<String>,
}

/// Reads the attributes.
pub(super) fn declared(start: &BytesStart<'_>) -> Result<Declared, Stumble> {
    let mut declared = Declared::default();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute?;
        let text = || Ok::<_, Stumble>(attribute.normalized_value(XmlVersion::Implicit1_0)?.into_owned());
        match attribute.key.as_ref() {
            "office:value-type" => declared.kind = text()?,
            "office:value"
            | "office:date-value"
            | "office:time-value"
            | "office:boolean-value"
            | "office:string-value" => declared.value = Some(text()?),
            "calcext:value-type" => declared.is_error = text()? == "error",
            "table:formula" => declared.formula = true,
            "table:style-name" => declared.style = Some(text()?),
            _ => {}
        }
    }
    Ok(declared)
}

/// What a cell holds that shows this text; nothing for an empty one.
pub(super) fn value(declared: &Declared, text: &str, month_only: bool) -> Option<Value> {
    let as_text = |text: &str| (!text.is_empty()).then(|| Value::Text(Arc::from(text)));
    // Before errors had a kind of their own they were numbers that show their name.
    if declared.is_error || (declared.formula && (text.starts_with('#') || text.starts_with("Err:"))) {
        return Some(Value::Error(Arc::from(text)));
    }
    let value = declared.value.as_deref();
    let form = if declared.kind == "percentage" { Form::Percent } else { Form::Plain };
    match (declared.kind.as_str(), value) {
        ("float" | "currency" | "percentage", Some(value)) => {
            let number = value.trim().parse::<f64>().ok().filter(|number| number.is_finite());
            number.map_or_else(|| as_text(value), |number| Some(Value::Number(number::fifteen(number), form)))
        }
        ("date", Some(value)) => day(value, month_only).or_else(|| as_text(value)),
        ("time", Some(value)) => time(value).or_else(|| as_text(value)),
        ("boolean", Some(value)) => Some(Value::Truth(value.eq_ignore_ascii_case("true"))),
        ("string", Some(value)) if !value.is_empty() => as_text(value),
        ("", None) if declared.formula => Some(Value::Uncomputed),
        _ => as_text(text),
    }
}

fn day(value: &str, month_only: bool) -> Option<Value> {
    let (date, rest) = value.split_at_checked("2025-08-26".len())?;
    let date: NaiveDate = date.parse().ok()?;
    let timed = rest.strip_prefix('T').is_some_and(|time| time.parse() != Ok(NaiveTime::MIN));
    Some(Value::Day(Day { date, timed, month_only }))
}

/// `PT08H30M00S` as `08:30`.
fn time(value: &str) -> Option<Value> {
    let (hours, rest) = value.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.split(['.', ',']).next()?;
    let whole = |text: &str| text.parse::<u32>().ok();
    let (hours, minutes, seconds) = (whole(hours)?, whole(minutes)?, whole(seconds)?);
    let rest = if seconds == 0 { String::new() } else { format!(":{seconds:02}") };
    Some(Value::Text(Arc::from(format!("{hours:02}:{minutes:02}{rest}"))))
}
