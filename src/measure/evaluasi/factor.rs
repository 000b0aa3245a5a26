//! What the offices state about indicators. No cause is ever inferred.

use crate::table::{Dataset, Faktor, Indikator, JenisFaktor};

/// The stated factors of a year, by their place in the form; within each in the order of the indicators, then of
/// `nomor`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Factors<'a> {
    /// *Faktor pendorong keberhasilan pencapaian*.
    pub pendorong: Vec<&'a Faktor>,
    /// *Faktor penghambat pencapaian kinerja*.
    pub penghambat: Vec<&'a Faktor>,
    /// *Tindak lanjut yang diperlukan dalam RKPD berikutnya*.
    pub lanjut_rkpd: Vec<&'a Faktor>,
    /// *Tindak lanjut yang diperlukan dalam RPJMD berikutnya*.
    pub lanjut_rpjmd: Vec<&'a Faktor>,
}

pub(super) fn factors<'a>(data: &'a Dataset, region: &str, indicators: &[&Indikator], year: i32) -> Factors<'a> {
    let position = |row: &Faktor| indicators.iter().position(|indicator| indicator.kode.value == row.kode.value);
    let of = |kind: JenisFaktor| {
        let rows = data
            .faktor
            .iter()
            .filter(|row| row.kode_wilayah.value == region && row.tahun.value == year && row.jenis.value == kind);
        let mut placed: Vec<_> = rows.filter_map(|row| Some((position(row)?, number(row), row))).collect();
        placed.sort_by_key(|(indicator, number, _)| (*indicator, *number));
        placed.into_iter().map(|(_, _, row)| row).collect()
    };
    Factors {
        pendorong: of(JenisFaktor::Pendorong),
        penghambat: of(JenisFaktor::Penghambat),
        lanjut_rkpd: of(JenisFaktor::LanjutRkpd),
        lanjut_rpjmd: of(JenisFaktor::LanjutRpjmd),
    }
}

/// Numbers by their size, then words.
fn number(row: &Faktor) -> (bool, u64, &str) {
    let text = row.nomor.value.as_str();
    let number = text.trim_end_matches(['.', ')']).parse::<u64>();
    (number.is_err(), number.unwrap_or_default(), text)
}
