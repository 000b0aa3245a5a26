//! Which rows travel with a report: those that its kind prints or computes with, and nothing else.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::input::Kind;
use crate::audit::Finding;
use crate::audit::pernyataan::Verdict;
use crate::figure::Period;
use crate::place::{Cell, Field, Place};
use crate::table::{Dataset, JenisWilayah, Kepesertaan, NATION, Segmen};

/// Months of history that a report looks back on, its own included; one more than the series for its first change.
const HISTORY: i32 = 25;
/// How documents name the nation's long-term plan, which binds every region.
const LONG_TERM: &str = "RPJPN";
/// Months that data lag behind what is said about them.
const LAG: i32 = 3;

/// What was chosen before the rows are.
pub(super) struct Chosen<'a> {
    /// Findings about statements, which travel with what they speak of.
    pub(super) said: &'a [Finding],
    /// Codes of the indicators of the plan that is evaluated.
    pub(super) codes: &'a BTreeSet<String>,
    /// Of a recapitulation the level of the parts, when one was asked for.
    pub(super) parts: Option<JenisWilayah>,
}

/// The rows of a report on one region and month.
pub(super) fn rows(mut data: Dataset, kind: Kind, region: &str, period: Period, chosen: &Chosen<'_>) -> Dataset {
    data.retain_tables(tables(kind));
    match kind {
        Kind::Bulanan => monthly(data, region, period, chosen.said),
        Kind::PemeriksaanAngka => sheet(data, region, period),
        Kind::Evaluasi => evaluation(data, region, period, chosen.codes),
        Kind::Konstruksi => construction(data, region, period),
        Kind::Rekapitulasi => recapitulation(data, region, period, chosen.parts),
    }
}

/// What a plan's indicators say up to the year, and what coverage, targets and the regions around say of it.
fn evaluation(mut data: Dataset, region: &str, december: Period, codes: &BTreeSet<String>) -> Dataset {
    let year = december.year();
    let own = |code: &str| code == region;
    let parent = data.wilayah.iter().find(|row| row.kode.value == region).and_then(|row| row.induk.clone());
    let above = |code: &str| code == NATION || parent.as_ref().is_some_and(|parent| parent.value == code);
    let around = Surroundings::of(&data, region);
    data.indikator
        .retain(|row| own(&row.kode_wilayah.value) && (codes.contains(&row.kode.value) || row.tahun_awal.is_none()));
    data.indikator_tahunan.retain(|row| own(&row.kode_wilayah.value) && codes.contains(&row.kode.value));
    data.indikator_triwulan
        .retain(|row| own(&row.kode_wilayah.value) && codes.contains(&row.kode.value) && row.tahun.value <= year);
    data.faktor
        .retain(|row| own(&row.kode_wilayah.value) && row.tahun.value == year && codes.contains(&row.kode.value));
    data.wilayah.retain(|row| around.holds(&row.kode.value) || row.kode.value == NATION);
    data.pekerja.retain(|row| around.holds(&row.kode_wilayah.value));
    data.kepesertaan.retain(|row| {
        around.holds(&row.kode_wilayah.value) && (0..HISTORY).contains(&row.periode.value.months_until(december))
    });
    data.target.retain(|row| {
        (own(&row.kode_wilayah.value) || above(&row.kode_wilayah.value)) && row.segmen.value == Segmen::Total
    });
    data
}

/// The packages of a month, the tariff in force at its end, and what is known of the segment of construction workers.
fn construction(mut data: Dataset, region: &str, period: Period) -> Dataset {
    let own = |code: &str| code == region;
    let works = |segment: Segmen| segment == Segmen::Jakon;
    let on = period.last_day();
    data.wilayah.retain(|row| own(&row.kode.value));
    data.proyek.retain(|row| own(&row.kode_wilayah.value) && row.periode.value == period);
    data.tarif_konstruksi.retain(|row| {
        row.berlaku_mulai.value <= on && row.berlaku_sampai.as_ref().is_none_or(|until| until.value >= on)
    });
    data.pekerja.retain(|row| own(&row.kode_wilayah.value) && works(row.segmen.value));
    data.kepesertaan.retain(|row| {
        own(&row.kode_wilayah.value)
            && works(row.segmen.value)
            && (0..HISTORY).contains(&row.periode.value.months_until(period))
    });
    data.target.retain(|row| own(&row.kode_wilayah.value) && works(row.segmen.value));
    data.narasi.retain(|row| {
        row.laporan.value == Kind::Konstruksi.name() && own(&row.kode_wilayah.value) && row.periode.value == period
    });
    data
}

/// The direct parts of a region: all of them, or those of one level.
pub(super) struct Parts {
    /// Their codes.
    pub(super) codes: BTreeSet<String>,
    /// Codes that stand for what could not be mapped.
    unmapped: BTreeSet<String>,
    /// Levels of the parts that are left out.
    pub(super) other_levels: BTreeSet<JenisWilayah>,
}

impl Parts {
    /// By the table of regions; without one, codes that add one part to the region's.
    pub(super) fn of(data: &Dataset, region: &str, level: Option<JenisWilayah>) -> Self {
        let mut parts = Self { codes: BTreeSet::new(), unmapped: BTreeSet::new(), other_levels: BTreeSet::new() };
        for row in &data.wilayah {
            let (code, own) = (&row.kode.value, row.jenis.value);
            if row.induk.as_ref().is_none_or(|above| above.value != region) {
                continue;
            }
            if own == JenisWilayah::TidakTerpetakan {
                parts.unmapped.insert(code.clone());
            } else if level.is_none_or(|level| level == own) {
                parts.codes.insert(code.clone());
            } else {
                parts.other_levels.insert(own);
            }
        }
        if data.wilayah.is_empty() && level.is_none() {
            let below = |code: &str| {
                let rest = code.strip_prefix(region).and_then(|rest| rest.strip_prefix('.'));
                rest.is_some_and(|last| !last.is_empty() && !last.contains('.'))
            };
            let codes = data.kepesertaan.iter().map(|row| &row.kode_wilayah.value).filter(|code| below(code));
            parts.codes = codes.cloned().collect();
        }
        parts
    }

    fn hold(&self, code: &str) -> bool {
        self.codes.contains(code) || self.unmapped.contains(code)
    }
}

/// The whole with its history, its parts with the month before, and every target of them.
fn recapitulation(mut data: Dataset, region: &str, period: Period, level: Option<JenisWilayah>) -> Dataset {
    let parts = Parts::of(&data, region, level);
    let own = |code: &str| code == region;
    let below = |above: &Option<Cell<String>>| above.as_ref().is_some_and(|above| above.value == region);
    // The names of parts that are left out are counted.
    data.wilayah.retain(|row| own(&row.kode.value) || below(&row.induk) || row.kode.value == NATION);
    data.pekerja.retain(|row| own(&row.kode_wilayah.value) || parts.hold(&row.kode_wilayah.value));
    // Where a TOTAL was published its segments say nothing more here.
    let totals: BTreeSet<(String, Period)> = data
        .kepesertaan
        .iter()
        .filter(|row| row.segmen.value == Segmen::Total)
        .map(|row| (row.kode_wilayah.value.clone(), row.periode.value))
        .collect();
    data.kepesertaan.retain(|row| {
        let counted =
            row.segmen.value == Segmen::Total || !totals.contains(&(row.kode_wilayah.value.clone(), row.periode.value));
        let back = row.periode.value.months_until(period);
        counted
            && ((own(&row.kode_wilayah.value) && (0..HISTORY).contains(&back))
                || (parts.hold(&row.kode_wilayah.value) && (0..=1).contains(&back)))
    });
    data.target.retain(|row| {
        let code = row.kode_wilayah.value.as_str();
        let long_term = code == NATION && row.dokumen.value.contains(LONG_TERM);
        own(code) || parts.hold(code) || long_term
    });
    data
}

/// A region, the one above it, and the regions below and beside it.
struct Surroundings<'a> {
    region: &'a str,
    known: BTreeSet<String>,
}

impl<'a> Surroundings<'a> {
    fn of(data: &Dataset, region: &'a str) -> Self {
        let parent = data.wilayah.iter().find(|row| row.kode.value == region).and_then(|row| row.induk.clone());
        let parent = parent.map(|cell| cell.value);
        let near = data.wilayah.iter().filter(|row| {
            let (code, above) = (&row.kode.value, row.induk.as_ref().map(|cell| &cell.value));
            code == region
                || above.is_some_and(|above| above == region)
                || Some(code) == parent.as_ref()
                || (parent.is_some() && above == parent.as_ref())
        });
        Self { region, known: near.map(|row| row.kode.value.clone()).collect() }
    }

    /// Without a table of regions, codes that begin like the region's are its parts.
    fn holds(&self, code: &str) -> bool {
        self.known.contains(code) || code == self.region || (self.known.is_empty() && code.starts_with(self.region))
    }
}

/// What the statements of a region are judged by, from January to the month.
fn sheet(mut data: Dataset, region: &str, period: Period) -> Dataset {
    let own = |code: &str| code == region;
    data.pernyataan.retain(|row| {
        let month = Period::of(row.tanggal.value);
        own(&row.kode_wilayah.value) && month.is_some_and(|month| month.year() == period.year() && month <= period)
    });
    let spoken: BTreeSet<Segmen> =
        data.pernyataan.iter().map(|row| row.segmen.as_ref().map_or(Segmen::Total, |cell| cell.value)).collect();
    // A TOTAL may be the sum of its parts.
    let spoken_of = |segment: Segmen| spoken.contains(&segment) || spoken.contains(&Segmen::Total);
    let first = data.pernyataan.iter().filter_map(|row| Period::of(row.tanggal.value)).min().unwrap_or(period);
    let looked_at = |month: Period| month >= first.plus(-LAG) && month <= period;
    data.wilayah.retain(|row| own(&row.kode.value));
    data.pekerja.retain(|row| own(&row.kode_wilayah.value) && spoken_of(row.segmen.value));
    data.kepesertaan
        .retain(|row| own(&row.kode_wilayah.value) && spoken_of(row.segmen.value) && looked_at(row.periode.value));
    data.target.retain(|row| {
        let national = row.kode_wilayah.value == NATION && row.dokumen.value.contains(LONG_TERM);
        (own(&row.kode_wilayah.value) || national) && spoken.contains(&row.segmen.value)
    });
    if data.pernyataan.iter().all(|row| row.anggaran_rp.is_none()) {
        data.tarif_iuran.clear();
    }
    data
}

/// What was said about a region while a report was being made, as far as it is worth a finding.
pub(super) fn statements(verdicts: &[Verdict], region: &str, days: RangeInclusive<NaiveDate>) -> Vec<Finding> {
    let concerned = verdicts.iter().filter(|one| one.region.value == region && days.contains(&one.date.value));
    concerned.flat_map(Verdict::told).cloned().collect()
}

/// Which months of participants a monthly report speaks of: of its own region the history, of those around it the month and
/// the one that it is compared with.
#[derive(Debug)]
pub(super) struct Window {
    period: Period,
    /// Regions around that are compared with an earlier month, because the month before does not tell all segments.
    untold: BTreeSet<String>,
}

impl Window {
    /// By all rows of `kepesertaan` that may be meant.
    pub(super) fn of(rows: &[Kepesertaan], period: Period) -> Self {
        let told = |month: Period| {
            let rows = rows.iter().filter(move |row| row.periode.value == month);
            rows.map(|row| (row.kode_wilayah.value.as_str(), row.segmen.value)).collect::<BTreeSet<_>>()
        };
        let before = told(period.plus(-1));
        let untold = told(period).difference(&before).map(|(code, _)| (*code).to_owned()).collect();
        Self { period, untold }
    }

    /// Whether the report of a region may speak of a row.
    pub(super) fn holds(&self, region: &str, row: &Kepesertaan) -> bool {
        let code = &row.kode_wilayah.value;
        let back = if code == region || self.untold.contains(code) { HISTORY } else { 2 };
        (0..back).contains(&row.periode.value.months_until(self.period))
    }
}

fn monthly(mut data: Dataset, region: &str, period: Period, said: &[Finding]) -> Dataset {
    let kind = Kind::Bulanan;
    let around = Surroundings::of(&data, region);
    let near = |code: &str| around.holds(code);
    let own = |code: &str| code == region;
    let this_month = |month: Period| month == period;
    let this_year = |month: Period| month.year() == period.year() && month <= period;

    data.wilayah.retain(|row| near(&row.kode.value) || row.kode.value == NATION);
    data.pekerja.retain(|row| near(&row.kode_wilayah.value));
    let window = Window::of(&data.kepesertaan, period);
    data.kepesertaan.retain(|row| near(&row.kode_wilayah.value) && window.holds(region, row));
    data.kepesertaan_program.retain(|row| own(&row.kode_wilayah.value) && this_month(row.periode.value));
    data.kelompok.retain(|row| own(&row.kode_wilayah.value) && this_month(row.periode.value));
    data.pemberi_kerja.retain(|row| own(&row.kode_wilayah.value) && this_month(row.periode.value));
    let segments: BTreeSet<Segmen> = data
        .kepesertaan
        .iter()
        .filter(|row| own(&row.kode_wilayah.value) && row.periode.value == period)
        .map(|row| row.segmen.value)
        .collect();
    // A report on one segment alone compares with no target of another.
    let spoken_of = |segment: Segmen| match segments.first() {
        Some(only) if segments.len() == 1 => segment == *only,
        _ => segment == Segmen::Total,
    };
    data.target.retain(|row| {
        (own(&row.kode_wilayah.value) || row.kode_wilayah.value == NATION) && spoken_of(row.segmen.value)
    });
    data.klaim.retain(|row| own(&row.kode_wilayah.value) && this_year(row.periode.value));
    data.anggaran.retain(|row| {
        own(&row.kode_wilayah.value)
            && row.tahun_anggaran.value == period.year()
            && row.per_tanggal.value <= period.last_day()
    });
    data.proyek.retain(|row| own(&row.kode_wilayah.value) && this_month(row.periode.value));
    data.penghargaan.retain(|row| own(&row.kode_wilayah.value) && Period::of(row.tanggal.value).is_some_and(this_year));
    data.kegiatan.retain(|row| own(&row.kode_wilayah.value) && period.contains(row.tanggal.value));
    data.narasi.retain(|row| {
        row.laporan.value == kind.name() && own(&row.kode_wilayah.value) && this_month(row.periode.value)
    });
    data.tindak_lanjut.retain(|row| own(&row.kode_wilayah.value));
    // Of what somebody announced, percentages that name no denominator are set against the report's own; the rest is
    // there for the findings that speak of it.
    let cited: BTreeSet<Line<'_>> = said.iter().flat_map(|finding| &finding.places).filter_map(line).collect();
    data.pernyataan.retain(|row| {
        if own(&row.kode_wilayah.value) && line(&row.row).is_some_and(|row| cited.contains(&row)) {
            return true;
        }
        let this_year = Period::of(row.tanggal.value).is_some_and(|month| month.year() == period.year());
        own(&row.kode_wilayah.value)
            && this_year
            && row.persen.is_some()
            && row.pembilang.is_some()
            && row.penyebut.is_none()
    });
    data
}

/// A line of a file, or a row of a sheet.
pub(super) type Line<'a> = (&'a str, Option<&'a str>, u32);

/// The line of a place; nothing for a whole file.
pub(super) fn line(place: &Place) -> Option<Line<'_>> {
    Some((&*place.berkas, place.lembar.as_deref(), place.baris?))
}

/// What a report says in sentences of its own, where it prints the figure: two targets, a new denominator, a budget that
/// is too small.
const SAID_ELSEWHERE: [&str; 3] = ["A022", "A033", "A034"];
/// What a recapitulation says besides: that the parts do not make up the whole.
const SAID_OF_PARTS: &str = "A005";

/// Findings about rows that are part of the report, or about no row of a table at all.
pub(super) fn findings(findings: &[Finding], data: &Dataset, kind: Kind) -> Vec<Finding> {
    if findings.is_empty() {
        return Vec::new();
    }
    let concerned: BTreeSet<Line<'_>> = findings.iter().flat_map(|one| &one.places).filter_map(line).collect();
    let mut places = data.row_places();
    places.retain(|place| line(place).is_some_and(|row| concerned.contains(&row)));
    let used: BTreeSet<Line<'_>> = places.iter().filter_map(line).collect();
    findings
        .iter()
        .filter(|finding| !SAID_ELSEWHERE.contains(&finding.code.as_ref()))
        .filter(|finding| kind != Kind::Rekapitulasi || finding.code != SAID_OF_PARTS)
        .filter(|finding| {
            is_about_no_row(finding) || finding.places.iter().filter_map(line).any(|row| used.contains(&row))
        })
        .cloned()
        .collect()
}

/// Whether a finding is about the manifest, or a file as a whole.
pub(super) fn is_about_no_row(finding: &Finding) -> bool {
    finding.places.iter().all(|place| place.baris.is_none() || matches!(place.bagian, Some(Field::Kunci(_))))
}

/// The tables that a kind prints or computes with.
pub(super) fn tables(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Bulanan => &[
            "wilayah",
            "pekerja",
            "kepesertaan",
            "kepesertaan_program",
            "kelompok",
            "pemberi_kerja",
            "target",
            "klaim",
            "tarif_iuran",
            "anggaran",
            "proyek",
            "penghargaan",
            "narasi",
            "dasar_hukum",
            "kegiatan",
            "tindak_lanjut",
            "pernyataan",
        ],
        Kind::Evaluasi => &[
            "wilayah",
            "pekerja",
            "kepesertaan",
            "target",
            "indikator",
            "indikator_tahunan",
            "indikator_triwulan",
            "faktor",
            "dasar_hukum",
        ],
        Kind::Rekapitulasi => &["wilayah", "pekerja", "kepesertaan", "target", "dasar_hukum"],
        Kind::PemeriksaanAngka => &["wilayah", "pekerja", "kepesertaan", "target", "tarif_iuran", "pernyataan"],
        Kind::Konstruksi => {
            &["wilayah", "pekerja", "kepesertaan", "target", "tarif_konstruksi", "proyek", "narasi", "dasar_hukum"]
        }
    }
}
