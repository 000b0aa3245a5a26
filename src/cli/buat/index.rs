//! The index of a batch: what was made for which region, as JSON for programs and as CSV for people.
//!
//! The JSON is also what the next run reads to know what it need not make again, so it is written while a run goes on.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Severity};
use crate::table;
use crate::worker::About;

/// The form of an index; another one was written by another version of the program.
const FORM: u32 = 1;

/// What became of a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Outcome {
    /// Its report was written.
    Dibuat,
    /// It lies there as it would be written.
    SudahAda,
    /// Somebody changed the file since it was written: it is theirs now.
    Dibiarkan,
    /// There is none.
    Gagal,
}

impl Outcome {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Dibuat => "dibuat",
            Self::SudahAda => "sudah_ada",
            Self::Dibiarkan => "dibiarkan",
            Self::Gagal => "gagal",
        }
    }

    pub(super) fn words(self) -> String {
        self.name().replace('_', " ")
    }
}

/// A report that lies on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Laporan {
    /// From the folder of the index.
    pub(super) berkas: String,
    pub(super) sha256: String,
    /// Digest of its input.
    pub(super) sidik: String,
    pub(super) halaman: usize,
    pub(super) angka_pokok: Vec<(String, String)>,
    pub(super) peringatan: usize,
    pub(super) catatan: usize,
    /// What the report says because the audit found it: how often, by code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) temuan: BTreeMap<String, usize>,
}

impl Laporan {
    pub(super) fn of(about: &About, sha256: String) -> Self {
        let of = |severity| about.warnings.iter().filter(|found| found.severity == severity).count();
        let mut temuan = BTreeMap::new();
        for found in &about.warnings {
            *temuan.entry(found.code.to_string()).or_default() += 1;
        }
        Self {
            berkas: about.file_name.clone(),
            sha256,
            sidik: about.digest.clone(),
            halaman: about.pages,
            angka_pokok: about.headline.clone(),
            peringatan: of(Severity::Peringatan),
            catatan: of(Severity::Catatan),
            temuan,
        }
    }
}

/// A region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) wilayah: String,
    pub(super) nama: Option<String>,
    pub(super) hasil: Outcome,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) laporan: Option<Laporan>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) masalah: Vec<Diagnostic>,
}

/// All regions of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Index {
    bentuk: u32,
    pub(super) jenis: String,
    /// Digest of everything the reports are made from; none while a run goes on.
    pub(super) sidik_data: Option<String>,
    pub(super) wilayah: Vec<Entry>,
    /// Reports of earlier runs on regions that have none above: not asked for this time, or not reached yet.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    lain: BTreeMap<String, Laporan>,
}

impl Index {
    /// `known` are the reports of earlier runs.
    pub(super) fn new(
        kind: &str,
        digest: Option<String>,
        entries: Vec<Entry>,
        known: &BTreeMap<&str, &Laporan>,
    ) -> Self {
        let reported: BTreeSet<&str> =
            entries.iter().filter(|entry| entry.laporan.is_some()).map(|entry| entry.wilayah.as_str()).collect();
        let others = known.iter().filter(|(region, _)| !reported.contains(*region));
        let lain = others.map(|(region, report)| ((*region).to_owned(), (*report).clone())).collect();
        Self { bentuk: FORM, jenis: kind.to_owned(), sidik_data: digest, wilayah: entries, lain }
    }

    /// An older index, when these bytes are one.
    pub(super) fn read(json: &[u8]) -> Option<Self> {
        serde_json::from_slice::<Self>(json).ok().filter(|index| index.bentuk == FORM)
    }

    pub(super) fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).unwrap_or_default();
        json.push(b'\n');
        json
    }

    /// What is known of each region's report.
    pub(super) fn known(&self) -> BTreeMap<&str, &Laporan> {
        let own = self.wilayah.iter().filter_map(|entry| Some((entry.wilayah.as_str(), entry.laporan.as_ref()?)));
        self.lain.iter().map(|(region, report)| (region.as_str(), report)).chain(own).collect()
    }

    /// A line for each region; a column for each key figure that any report has.
    pub(super) fn to_csv(&self) -> String {
        let mut labels: Vec<&str> = Vec::new();
        for (label, _) in
            self.wilayah.iter().filter_map(|entry| entry.laporan.as_ref()).flat_map(|one| &one.angka_pokok)
        {
            if !labels.contains(&label.as_str()) {
                labels.push(label);
            }
        }
        let fixed =
            ["wilayah", "nama", "hasil", "berkas", "sha256", "sidik", "halaman", "kesalahan", "peringatan", "catatan"];
        let header = fixed.into_iter().chain(labels.iter().copied()).map(str::to_owned).collect();
        let rows = self.wilayah.iter().map(|entry| {
            let report = entry.laporan.as_ref();
            let text = |of: fn(&Laporan) -> String| report.map(of).unwrap_or_default();
            let mut row = vec![
                entry.wilayah.clone(),
                entry.nama.clone().unwrap_or_default(),
                entry.hasil.name().to_owned(),
                text(|report| report.berkas.clone()),
                text(|report| report.sha256.clone()),
                text(|report| report.sidik.clone()),
                text(|report| report.halaman.to_string()),
                entry.masalah.iter().filter(|found| found.severity == Severity::Kesalahan).count().to_string(),
                text(|report| report.peringatan.to_string()),
                text(|report| report.catatan.to_string()),
            ];
            row.extend(labels.iter().map(|label| {
                let figures = report.into_iter().flat_map(|report| &report.angka_pokok);
                figures.clone().find(|(name, _)| name == label).map(|(_, value)| value.clone()).unwrap_or_default()
            }));
            row
        });
        table::csv_of(std::iter::once(header).chain(rows))
    }
}
