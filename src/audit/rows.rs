//! The rows by their keys, and the words for them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Settings;
use super::groups::Groups;
use crate::bahasa;
use crate::diagnostic::quote;
use crate::figure::{Period, Ratio, percent_of, round_half_up, whole};
use crate::place::{Cell, Place};
use crate::table::{Dataset, Denominators, JenisWilayah, Kepesertaan, NATION, Segmen, Wilayah};

/// A number of people and the cells it comes from. Their places are asked for only when something is wrong.
pub(super) struct Count<'a> {
    pub(super) people: u128,
    pub(super) cells: Vec<&'a Cell<u64>>,
}

impl Count<'_> {
    pub(super) fn places(&self) -> impl Iterator<Item = Place> {
        self.cells.iter().map(|cell| cell.place.clone())
    }
}

impl<'a> FromIterator<&'a Cell<u64>> for Count<'a> {
    fn from_iter<I: IntoIterator<Item = &'a Cell<u64>>>(cells: I) -> Self {
        let cells: Vec<_> = cells.into_iter().collect();
        Self { people: cells.iter().map(|cell| u128::from(cell.value)).sum(), cells }
    }
}

/// A row beside the part of its key that orders the rows of one region: lookups need not touch the row itself.
type Counted<'a> = (Segmen, Period, &'a Kepesertaan);

/// All rows, looked up by key.
pub(super) struct Rows<'a> {
    pub(super) data: &'a Dataset,
    pub(super) settings: &'a Settings,
    pub(super) denominators: Denominators<'a>,
    pub(super) groups: Groups<'a>,
    /// By region, then by segment and month; publishers in the order of the table.
    participants: BTreeMap<&'a str, Vec<Counted<'a>>>,
    regions: BTreeMap<&'a str, &'a Wilayah>,
}

/// What was published for one month, region and segment: never empty, in the order of the table.
pub(super) struct Published<'r, 'a> {
    pub(super) period: Period,
    pub(super) region: &'a str,
    pub(super) segment: Segmen,
    counts: &'r [Counted<'a>],
}

impl<'a> Published<'_, 'a> {
    pub(super) fn rows(&self) -> impl Iterator<Item = &'a Kepesertaan> {
        self.counts.iter().map(|(.., row)| *row)
    }

    /// Of several publishers the one with the latest day, then the first in the table.
    pub(super) fn used(&self) -> Option<&'a Kepesertaan> {
        match self.counts {
            [(.., only)] => Some(only),
            _ => self.rows().min_by_key(|row| Reverse(counted_on(row))),
        }
    }
}

impl<'a> Rows<'a> {
    pub(super) fn new(data: &'a Dataset, settings: &'a Settings) -> Self {
        let mut participants: BTreeMap<&str, Vec<Counted>> = BTreeMap::new();
        // Neighbours are often of one region, which is then looked up once.
        for run in data.kepesertaan.chunk_by(|a, b| a.kode_wilayah.value == b.kode_wilayah.value) {
            let Some(first) = run.first() else { continue };
            let counts = participants.entry(&first.kode_wilayah.value).or_default();
            counts.extend(run.iter().map(|row| (row.segmen.value, row.periode.value, row)));
        }
        for counts in participants.values_mut() {
            counts.sort_by_key(|(segment, period, _)| (*segment, *period));
        }
        let denominators = Denominators::new(data, settings.denominator.as_deref(), &settings.total_parts);
        let regions = data.wilayah.iter().map(|row| (row.kode.value.as_str(), row)).collect();
        Self { data, settings, denominators, groups: Groups::new(data), participants, regions }
    }

    /// The regions that somebody counted, in the order of their codes.
    pub(super) fn counted_regions(&self) -> impl Iterator<Item = &'a str> {
        self.participants.keys().copied()
    }

    /// The counts of a region: each segment on its own, its months in order.
    pub(super) fn published_in<'r>(&'r self, region: &'a str) -> impl Iterator<Item = Published<'r, 'a>> {
        let counts = self.participants.get(region).map_or(&[][..], Vec::as_slice);
        counts.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter_map(move |counts| {
            let (segment, period, _) = *counts.first()?;
            Some(Published { period, region, segment, counts })
        })
    }

    /// All counts, region after region.
    pub(super) fn published<'r>(&'r self) -> impl Iterator<Item = Published<'r, 'a>> {
        self.counted_regions().flat_map(|region| self.published_in(region))
    }

    /// The row of one segment.
    pub(super) fn row(&self, period: Period, region: &str, segment: Segmen) -> Option<&'a Kepesertaan> {
        let (region, counts) = self.participants.get_key_value(region)?;
        let from = counts.partition_point(|(of, month, _)| (*of, *month) < (segment, period));
        let counts = counts.get(from..)?;
        let same = counts.iter().take_while(|(of, month, _)| (*of, *month) == (segment, period)).count();
        Published { period, region, segment, counts: counts.get(..same)? }.used()
    }

    /// Its count.
    pub(super) fn counted(&self, period: Period, region: &str, segment: Segmen) -> Option<&'a Cell<u64>> {
        self.row(period, region, segment).map(|row| &row.peserta_aktif)
    }

    /// The parts of the total, when every one of them is counted.
    pub(super) fn counted_parts(&self, period: Period, region: &str) -> Option<Count<'a>> {
        let parts = self.settings.total_parts.iter().map(|part| self.counted(period, region, *part));
        parts.collect::<Option<Count>>().filter(|parts| !parts.cells.is_empty())
    }

    /// The total as it was counted, else its parts.
    pub(super) fn counted_total(&self, period: Period, region: &str) -> Option<Count<'a>> {
        let total = self.counted(period, region, Segmen::Total).map(|cell| std::iter::once(cell).collect());
        total.or_else(|| self.counted_parts(period, region))
    }

    /// Workers of the denominator in force; TOTAL may be the sum of its parts.
    pub(super) fn workers(&self, period: Period, region: &str, segment: Segmen) -> Option<Count<'a>> {
        let rows = self.denominators.in_force(region, segment, period).ok()?;
        Some(rows.into_iter().map(|row| &row.jumlah_pekerja).collect())
    }

    /// Participants over workers in force, in percent, with the cells of both. Of the TOTAL that nobody counted, its
    /// parts.
    pub(super) fn coverage(&self, period: Period, region: &str, segment: Segmen) -> Option<(Ratio, Vec<Place>)> {
        let participants = match segment {
            Segmen::Total => self.counted_total(period, region)?,
            _ => std::iter::once(self.counted(period, region, segment)?).collect(),
        };
        let workers = self.workers(period, region, segment)?;
        let percent = percent_of(&whole(participants.people), &whole(workers.people))?;
        Some((percent, participants.places().chain(workers.places()).collect()))
    }

    /// The last month with participants, of any region.
    pub(super) fn last_period(&self) -> Option<Period> {
        self.data.kepesertaan.iter().map(|row| row.periode.value).max()
    }

    /// Whether the table of regions knows a code. The nation needs no row.
    pub(super) fn knows(&self, code: &str) -> bool {
        code == NATION || self.regions.contains_key(code)
    }

    /// The parent of a region: by the table of regions, or without that table by its code.
    pub(super) fn parent(&self, code: &'a str) -> Option<&'a str> {
        if self.regions.is_empty() {
            return code.rsplit_once('.').map(|(parent, _)| parent);
        }
        self.regions.get(code)?.induk.as_ref().map(|induk| induk.value.as_str())
    }

    /// A region as prose calls it.
    pub(super) fn name(&self, code: &str) -> String {
        let Some(row) = self.regions.get(code) else { return format!("wilayah {}", shown(code)) };
        let name = &row.nama.value;
        match row.jenis.value {
            JenisWilayah::Provinsi => format!("Provinsi {name}"),
            JenisWilayah::Kecamatan => format!("Kecamatan {name}"),
            JenisWilayah::Kelurahan => format!("Kelurahan {name}"),
            JenisWilayah::Desa => format!("Desa {name}"),
            JenisWilayah::Nasional | JenisWilayah::Kabupaten | JenisWilayah::Kota | JenisWilayah::TidakTerpetakan => {
                name.clone()
            }
        }
    }

    /// What the child regions of a region are called.
    pub(super) fn child_word(&self, code: &str) -> &'static str {
        match self.regions.get(code).map(|row| row.jenis.value) {
            Some(JenisWilayah::Nasional) => "provinsi",
            Some(JenisWilayah::Provinsi) => "kabupaten/kota",
            Some(JenisWilayah::Kabupaten | JenisWilayah::Kota) => "kecamatan",
            Some(JenisWilayah::Kecamatan) => "kelurahan/desa",
            _ => "wilayah",
        }
    }
}

/// The day of a count: as written, else the last day of the month.
pub(super) fn counted_on(row: &Kepesertaan) -> NaiveDate {
    row.per_tanggal.as_ref().map_or_else(|| row.periode.value.last_day(), |cell| cell.value)
}

/// The last month of a year.
pub(super) fn december(year: i32) -> Option<Period> {
    Period::new(year, 12)
}

/// A percentage in prose, with as many decimals as the figure it is compared with.
pub(super) fn percent(value: &Ratio, places: u32) -> String {
    bahasa::rekat(&bahasa::desimal(&round_half_up(value, places)), "persen")
}

/// A number as prose writes it.
pub(super) fn number(n: impl Into<num_bigint::BigInt>) -> String {
    bahasa::bilangan(n)
}

/// A code as it stands, quoted when it is not made of digits and points.
pub(super) fn shown(code: &str) -> String {
    let plain = !code.is_empty() && code.len() <= 13 && code.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if plain { code.to_owned() } else { quote(code) }
}
