//! What the numbers of indicators and targets are measured in: said in their own row, or once for each indicator.

use std::collections::BTreeMap;

use super::stored::Measure;
use crate::table::schema::TableSchema;
use crate::table::tables::Dataset;

/// The column that says it in the row itself.
const OWN: &str = "satuan";
/// The columns by which a row belongs to an indicator.
const INDICATOR: [&str; 2] = ["kode", "kode_wilayah"];

/// The units of all indicators.
#[derive(Debug, Default)]
pub(super) struct Units(BTreeMap<[String; 2], Measure>);

impl Units {
    /// The units that a dataset's indicators state.
    pub(super) fn of_indicators(data: &Dataset) -> Self {
        let indicators = data.indikator.iter();
        let keyed = indicators
            .map(|row| ([row.kode.value.clone(), row.kode_wilayah.value.clone()], measure(&row.satuan.value)));
        Self(keyed.collect())
    }

    /// What a row's numbers are measured in; `text` gives the text of its columns.
    pub(super) fn of<'a>(&self, table: &TableSchema, text: impl Fn(&str) -> Option<&'a str>) -> Measure {
        if table.column(OWN).is_some() {
            return text(OWN).map_or(Measure::Unknown, measure);
        }
        let [Some(code), Some(region)] = INDICATOR.map(text) else { return Measure::Unknown };
        self.0.get(&[code.to_owned(), region.to_owned()]).copied().unwrap_or(Measure::Unknown)
    }
}

fn measure(unit: &str) -> Measure {
    if is_percent(unit) { Measure::Percent } else { Measure::Other }
}

/// Whether the unit of an indicator, as somebody wrote it, is percent.
#[must_use]
pub fn is_percent(unit: &str) -> bool {
    matches!(unit.trim().to_lowercase().as_str(), "persen" | "%")
}
