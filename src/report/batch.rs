//! The reports of many regions from one reading and one audit.
//!
//! Owns: which regions there are to report on, and what of the data each report takes. A region whose own data are refused
//! gets no report; to the others its refused rows are absent, so that no report prints a figure that is known to be wrong.
//! What is done with the reports belongs to [`crate::cli`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::due::Opened;
use super::input::{Asked, Audited, BuildInput, Kind, refuse};
use super::{named, select};
use crate::audit::Finding;
use crate::diagnostic::{Failure, Severity};
use crate::figure::Period;
use crate::place::Place;
use crate::table::{Dataset, JenisWilayah, NATION, Regional};

/// A workspace, ready for reports on any of its regions; kind, month and the other options are those it was read with.
#[derive(Debug)]
pub struct Batch<'a> {
    opened: &'a Opened,
    regional: Regional<'a>,
    /// By the month that was meant, the one thing about the audit that may differ from region to region.
    audited: BTreeMap<Option<Period>, Arc<Known>>,
    below: BTreeMap<&'a str, Vec<&'a str>>,
    /// By the month that is reported.
    windows: BTreeMap<Period, select::Window>,
}

impl<'a> Batch<'a> {
    /// Looks at every row once.
    #[must_use]
    pub fn of(opened: &'a Opened) -> Self {
        let mut below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for row in &opened.data.wilayah {
            if let Some(above) = &row.induk {
                below.entry(above.value.as_str()).or_default().push(row.kode.value.as_str());
            }
        }
        Self { opened, regional: Regional::of(&opened.data), audited: BTreeMap::new(), below, windows: BTreeMap::new() }
    }

    /// The institution's region and all regions below it, in the order of their codes; of some levels when any are asked
    /// for. What could not be mapped is no region. Without a table of regions those that have participants.
    #[must_use]
    pub fn regions(&self, levels: &[JenisWilayah]) -> Vec<&'a str> {
        let own = self.opened.region();
        let table = &self.opened.data.wilayah;
        let mut found: BTreeSet<&str> = if table.is_empty() {
            let codes = self.opened.data.kepesertaan.iter().map(|row| row.kode_wilayah.value.as_str());
            codes.filter(|code| levels.is_empty() && code.starts_with(own)).collect()
        } else {
            let inside: BTreeSet<&str> = self.within(own).into_iter().collect();
            let rows = table.iter().filter(|row| inside.contains(row.kode.value.as_str()));
            let rows = rows.filter(|row| {
                row.jenis.value != JenisWilayah::TidakTerpetakan
                    && (levels.is_empty() || levels.contains(&row.jenis.value))
            });
            rows.map(|row| row.kode.value.as_str()).collect()
        };
        if levels.is_empty() {
            found.insert(own);
        }
        found.into_iter().collect()
    }

    /// Whether there is anything that this kind of report could speak of, whatever the figures: a region without parts has
    /// nothing to recapitulate.
    #[must_use]
    pub fn has_matter(&self, region: &str) -> bool {
        let Opened { raw, data, .. } = self.opened;
        Kind::of(&raw.kind) != Some(Kind::Rekapitulasi) || !select::Parts::of(data, region, raw.parts).codes.is_empty()
    }

    /// Every region that the data speak of.
    #[must_use]
    pub fn known(&self) -> BTreeSet<&str> {
        self.regional.regions().into_iter().collect()
    }

    /// How much the report of a region has to speak of, in rows of its own; a measure of work, not of time.
    #[must_use]
    pub fn weight(&self, region: &str) -> usize {
        self.regional.count(region)
    }

    /// Name of a region, when the table of regions knows it.
    #[must_use]
    pub fn name(&self, region: &str) -> Option<&'a str> {
        self.opened.data.wilayah.iter().find(|row| row.kode.value == region).map(|row| row.nama.value.as_str())
    }

    /// A region and all below it. A table that makes a region its own ancestor leads to each of them once.
    fn within<'r>(&'r self, region: &'r str) -> Vec<&'r str> {
        let mut known = BTreeSet::from([region]);
        let mut found = vec![region];
        let mut at = 0;
        while let Some(code) = found.get(at).copied() {
            let below = self.below.get(code).into_iter().flatten();
            found.extend(below.filter(|code| known.insert(code)));
            at += 1;
        }
        found
    }

    /// What the report of a region is built from: the same as for `rakor buat` of this region alone, unless data of another
    /// region are refused.
    pub fn input(&mut self, region: &str) -> Result<BuildInput, Failure> {
        let mut raw = self.opened.raw.clone();
        raw.region = Some(region.to_owned());
        let own = self.regional.part(&self.within(region));
        let asked = Asked::of(&raw, &self.opened.manifest, &own)?;
        let known = self.audited(&asked);
        let mut part = self.around(region, asked.kind, asked.period.value);
        let doubt = named::unknown_target(&asked.printed, &part, region);
        // Where nothing is known to be wrong, nobody asks which rows these are.
        let places = |data: &Dataset| if known.by_line.is_empty() { Vec::new() } else { data.row_places() };
        let own = places(&own);
        let audited = known.about(own.iter().chain(&places(&part)), region);
        let lines: BTreeSet<select::Line<'_>> = own.iter().filter_map(select::line).collect();
        let concerned = audited.findings.iter().filter(|finding| is_about(finding, &lines));
        refuse(concerned.chain(&doubt), raw.strict)?;
        let refused = audited.findings.iter().filter(|finding| finding.counts(Severity::Kesalahan));
        let refused: BTreeSet<select::Line<'_>> =
            refused.flat_map(|finding| &finding.places).filter_map(select::line).collect();
        if !refused.is_empty() {
            part.forget_rows(&|place: &Place| select::line(place).is_some_and(|line| refused.contains(&line)));
        }
        asked.input(&raw, part, &audited, doubt)
    }

    fn audited(&mut self, asked: &Asked) -> Arc<Known> {
        let data: &Dataset = self.regional.whole();
        let audit = || Arc::new(Known::of(Audited::of(data, &asked.settings, asked.kind)));
        self.audited.entry(asked.settings.period).or_insert_with(audit).clone()
    }

    /// Everything that a report on a region may speak of. Of the regions beside it, of which a country has hundreds, a monthly
    /// report looks at two months.
    fn around(&mut self, region: &str, kind: Kind, period: Period) -> Dataset {
        if kind == Kind::Bulanan {
            let rows = &self.regional.whole().kepesertaan;
            self.windows.entry(period).or_insert_with(|| select::Window::of(rows, period));
        }
        let window = self.windows.get(&period).filter(|_| kind == Kind::Bulanan);
        let tables = select::tables(kind);
        let wanted = |table: &str, _: &str, at: usize| {
            let row = (table == "kepesertaan").then(|| self.regional.whole().kepesertaan.get(at)).flatten();
            tables.contains(&table) && row.zip(window).is_none_or(|(row, window)| window.holds(region, row))
        };
        let data = self.regional.whole();
        if data.wilayah.is_empty() {
            let near = self.regional.regions().into_iter();
            let near: Vec<&str> = near.filter(|code| code.starts_with(region) || *code == NATION).collect();
            return self.regional.part_where(&near, wanted);
        }
        let row = data.wilayah.iter().find(|row| row.kode.value == region);
        let above = row.and_then(|row| row.induk.as_ref()).map(|cell| cell.value.as_str());
        let beside = above.and_then(|above| self.below.get(above)).into_iter().flatten().copied();
        let near: Vec<&str> = self.within(region).into_iter().chain(above).chain(beside).chain([NATION]).collect();
        self.regional.part_where(&near, wanted)
    }
}

/// What is known about the figures of all regions, and where it belongs, so that a region's part of it is found without
/// looking at all of it.
#[derive(Debug)]
struct Known {
    audited: Audited,
    /// Positions of findings by the lines that they name.
    by_line: BTreeMap<OwnLine, Vec<usize>>,
    /// Positions of those about no row.
    of_no_row: Vec<usize>,
}

/// A line of a file or sheet; the number first, for it differs most.
type OwnLine = (u32, Arc<str>, Option<Arc<str>>);

fn own_line(place: &Place) -> Option<OwnLine> {
    Some((place.baris?, Arc::clone(&place.berkas), place.lembar.clone()))
}

impl Known {
    fn of(audited: Audited) -> Self {
        let (mut by_line, mut of_no_row) = (BTreeMap::<OwnLine, Vec<usize>>::new(), Vec::new());
        for (at, finding) in audited.findings.iter().enumerate() {
            if select::is_about_no_row(finding) {
                of_no_row.push(at);
            }
            for line in finding.places.iter().filter_map(own_line) {
                by_line.entry(line).or_default().push(at);
            }
        }
        Self { audited, by_line, of_no_row }
    }

    /// What concerns any of these rows, or none at all, in its order; and what was said about the region.
    fn about<'p>(&self, rows: impl Iterator<Item = &'p Place>, region: &str) -> Audited {
        let mut positions: BTreeSet<usize> = self.of_no_row.iter().copied().collect();
        positions.extend(rows.filter_map(|place| self.by_line.get(&own_line(place)?)).flatten());
        let findings = positions.into_iter().filter_map(|at| self.audited.findings.get(at)).cloned().collect();
        let verdicts = self.audited.verdicts.iter().filter(|one| one.region.value == region).cloned().collect();
        Audited { findings, verdicts }
    }
}

/// Whether a finding is about any of these rows, or about none at all.
fn is_about(finding: &Finding, rows: &BTreeSet<select::Line<'_>>) -> bool {
    select::is_about_no_row(finding) || finding.places.iter().filter_map(select::line).any(|line| rows.contains(&line))
}
