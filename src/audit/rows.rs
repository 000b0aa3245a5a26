//! The rows by their keys, and the words for them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Settings;
use crate::bahasa;
use crate::diagnostic::quote;
use crate::figure::{Period, Ratio, percent_of, round_half_up, whole};
use crate::place::{Cell, Place};
use crate::table::{Dataset, Denominators, JenisWilayah, Kepesertaan, Pekerja, Segmen, Wilayah};

/// A count and the cells it comes from.
pub(super) struct Count {
    pub(super) people: u128,
    pub(super) places: Vec<Place>,
}

impl Count {
    pub(super) fn of(row: &Kepesertaan) -> Self {
        Self::of_cell(&row.peserta_aktif)
    }

    pub(super) fn of_cell(cell: &Cell<u64>) -> Self {
        Self { people: cell.value.into(), places: vec![cell.place.clone()] }
    }

    pub(super) fn sum(parts: Vec<Self>) -> Self {
        let people = parts.iter().map(|part| part.people).sum();
        Self { people, places: parts.into_iter().flat_map(|part| part.places).collect() }
    }
}

/// All rows, looked up by key.
pub(super) struct Rows<'a> {
    pub(super) data: &'a Dataset,
    pub(super) settings: &'a Settings,
    pub(super) participants: BTreeMap<(Period, &'a str, Segmen), Vec<&'a Kepesertaan>>,
    workers: Denominators<'a>,
    regions: BTreeMap<&'a str, &'a Wilayah>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(data: &'a Dataset, settings: &'a Settings) -> Self {
        let mut participants: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in &data.kepesertaan {
            let key = (row.periode.value, row.kode_wilayah.value.as_str(), row.segmen.value);
            participants.entry(key).or_default().push(row);
        }
        let workers = Denominators::new(data, settings.denominator.as_deref(), &settings.total_parts);
        let regions = data.wilayah.iter().map(|row| (row.kode.value.as_str(), row)).collect();
        Self { data, settings, participants, workers, regions }
    }

    /// The row of one segment; of several publishers the one with the latest day, then the first in the file.
    pub(super) fn row(&self, period: Period, region: &str, segment: Segmen) -> Option<&'a Kepesertaan> {
        let rows = self.participants.get(&(period, region, segment))?;
        rows.iter().copied().min_by_key(|row| Reverse(counted_on(row)))
    }

    /// Its count.
    pub(super) fn counted(&self, period: Period, region: &str, segment: Segmen) -> Option<Count> {
        self.row(period, region, segment).map(Count::of)
    }

    /// The parts of the total, when every one of them is counted.
    pub(super) fn counted_parts(&self, period: Period, region: &str) -> Option<Count> {
        let parts = self.settings.total_parts.iter().map(|part| self.counted(period, region, *part));
        let parts: Vec<Count> = parts.collect::<Option<_>>()?;
        (!parts.is_empty()).then(|| Count::sum(parts))
    }

    /// Workers of the denominator in force; TOTAL may be the sum of its parts.
    pub(super) fn workers(&self, period: Period, region: &str, segment: Segmen) -> Option<Count> {
        let rows = self.workers.in_force(region, segment, period).ok()?;
        Some(Count::sum(rows.into_iter().map(worker_count).collect()))
    }

    /// Participants over workers in force, in percent, with the cells of both. Of the TOTAL that nobody counted, its
    /// parts.
    pub(super) fn coverage(&self, period: Period, region: &str, segment: Segmen) -> Option<(Ratio, Vec<Place>)> {
        let parts = || if segment == Segmen::Total { self.counted_parts(period, region) } else { None };
        let participants = self.counted(period, region, segment).or_else(parts)?;
        let workers = self.workers(period, region, segment)?;
        let percent = percent_of(&whole(participants.people), &whole(workers.people))?;
        Some((percent, participants.places.into_iter().chain(workers.places).collect()))
    }

    /// The last month with participants, of any region.
    pub(super) fn last_period(&self) -> Option<Period> {
        self.participants.keys().next_back().map(|(period, ..)| *period)
    }

    /// Whether the table of regions knows a code. The nation needs no row.
    pub(super) fn knows(&self, code: &str) -> bool {
        code == "00" || self.regions.contains_key(code)
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

fn worker_count(row: &Pekerja) -> Count {
    Count::of_cell(&row.jumlah_pekerja)
}
