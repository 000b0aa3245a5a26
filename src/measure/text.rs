//! Texts that people wrote: legal bases and narrative.

use crate::figure::Period;
use crate::place::Cell;
use crate::table::{DasarHukum, Dataset, Narasi};

/// Legal bases with a number, for a report kind or for every kind, in order. One without a number is never printed.
#[must_use]
pub fn legal_bases<'a>(data: &'a Dataset, kind: &str) -> Vec<&'a DasarHukum> {
    let numbered = |row: &&DasarHukum| row.nomor.as_ref().is_some_and(|cell| !cell.value.trim().is_empty());
    let mut rows: Vec<&DasarHukum> =
        data.dasar_hukum.iter().filter(numbered).filter(|row| concerns(row.laporan.as_ref(), kind)).collect();
    rows.sort_by_key(|row| row.urutan.value);
    rows
}

/// An empty list of kinds means every kind; several are separated by a comma or semicolon.
fn concerns(kinds: Option<&Cell<String>>, kind: &str) -> bool {
    kinds.is_none_or(|cell| {
        let mut named = cell.value.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()).peekable();
        named.peek().is_none() || named.any(|name| name == kind)
    })
}

/// Texts for a report kind, region and month, by section, then by order.
#[must_use]
pub fn narrative<'a>(data: &'a Dataset, kind: &str, region: &str, period: Period) -> Vec<&'a Narasi> {
    let mut rows: Vec<&Narasi> = data
        .narasi
        .iter()
        .filter(|row| row.laporan.value == kind && row.periode.value == period && row.kode_wilayah.value == region)
        .collect();
    rows.sort_by(|a, b| (&a.bagian.value, a.urutan.value).cmp(&(&b.bagian.value, b.urutan.value)));
    rows
}
