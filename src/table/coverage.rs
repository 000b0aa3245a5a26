//! Which rows speak of coverage, by their codes.

use super::choice::Segmen;
use super::read::is_percent;
use super::tables::Indikator;

/// The indicator of coverage (*Universal Coverage Jamsostek*), in whatever capitals.
pub const COVERAGE: &str = "ucj";

impl Indikator {
    /// The segment whose coverage this indicator is: its unit is percent and its code `UCJ` or a segment's. Behind it may
    /// stand the first year of the plan (`UCJ-2020`), since two plans cannot share a code.
    #[must_use]
    pub fn coverage(&self) -> Option<Segmen> {
        if !is_percent(&self.satuan.value) {
            return None;
        }
        let code = self.kode.value.trim();
        let code = match code.rsplit_once('-') {
            Some((code, year)) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => code,
            _ => code,
        };
        if code.eq_ignore_ascii_case(COVERAGE) { Some(Segmen::Total) } else { Segmen::of(&code.to_uppercase()) }
    }
}
