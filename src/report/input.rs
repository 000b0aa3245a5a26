//! The seam: everything a report is made from, as one serialisable value.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::code;
use super::package::{INPUT_FILE, has_covering_note};
use super::picture;
use super::recipients::recipients;
use super::templates::{Chosen, OwnKind};
use super::{konstruksi, named, rekapitulasi, select, year};
use crate::audit::pernyataan::{self, Verdict};
use crate::audit::{self, Finding};
use crate::bahasa;
use crate::diagnostic::{Diagnostic, Failure, FailureKind, Severity};
use crate::digest::sha256;
use crate::figure::Period;
use crate::manifest::{Evaluasi, Laporan, Lembaga, Manifest, NotaDinas, PrintedManifest, Rapat, Setting};
use crate::measure::Rules;
use crate::pdf::Pdf;
use crate::place::{Cell, Place};
use crate::table::{self, Dataset, JenisWilayah, Segmen, SourceBook, SourceFile};
use crate::template::{Bundle, OwnFiles};

/// A report kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The monthly report for the coordination meeting.
    Bulanan,
    /// *Lembar Pemeriksaan Angka*, for the person about to speak.
    PemeriksaanAngka,
    /// The evaluation of a medium-term plan at the end of a year.
    Evaluasi,
    /// Packages of construction works, for the meeting about them.
    Konstruksi,
    /// A region over its parts of one level.
    Rekapitulasi,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::Bulanan, Self::PemeriksaanAngka, Self::Evaluasi, Self::Konstruksi, Self::Rekapitulasi];

    /// Its name on the command line, of its template folder and in file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bulanan => "bulanan",
            Self::PemeriksaanAngka => "pemeriksaan-angka",
            Self::Evaluasi => "evaluasi",
            Self::Konstruksi => "konstruksi",
            Self::Rekapitulasi => "rekapitulasi",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// The bytes of a file; base64 in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Blob(pub Vec<u8>);

impl From<Blob> for String {
    fn from(blob: Blob) -> Self {
        STANDARD.encode(blob.0)
    }
}

impl TryFrom<String> for Blob {
    type Error = base64::DecodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        STANDARD.decode(text).map(Self)
    }
}

/// A build's input in its canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Canonical JSON.
    pub json: Vec<u8>,
    /// SHA-256 of the JSON, in hexadecimal: names the build.
    pub digest: String,
}

impl Seal {
    /// Of JSON that is canonical already.
    pub(super) fn of(json: Vec<u8>) -> Self {
        let digest = sha256(&json);
        Self { json, digest }
    }
}

/// What the command line hands over: bytes of files and the options given. Nothing is checked yet.
#[derive(Clone, Debug, Default)]
pub struct Raw {
    /// How places name the manifest.
    pub manifest_path: String,
    /// Its text.
    pub manifest: String,
    /// CSV files of `data/`.
    pub tables: Vec<SourceFile>,
    /// Workbooks of `data/`, already read.
    pub books: Vec<SourceBook>,
    /// Files of `aset/`, by path from the workspace.
    pub assets: BTreeMap<String, Vec<u8>>,
    /// Files of `templat/`, by path below it.
    pub templates: BTreeMap<String, Vec<u8>>,
    /// The report kind.
    pub kind: String,
    /// `--wilayah`.
    pub region: Option<String>,
    /// `--periode`.
    pub period: Option<Period>,
    /// `--tahun`.
    pub year: Option<i32>,
    /// `--menurut`: of a recapitulation the level of the parts.
    pub parts: Option<JenisWilayah>,
    /// `--tanggal`.
    pub date: Option<NaiveDate>,
    /// `--konsep`.
    pub draft: bool,
    /// `--ketat`.
    pub strict: bool,
}

/// The program that made an input, as far as it decides the bytes of a report. Of another program's input this much can
/// always be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Maker {
    /// Its version.
    pub versi: String,
    /// Digest of the templates it brought along.
    pub templat_bawaan: String,
    /// The processor it ran on.
    pub prosesor: String,
}

impl Maker {
    /// This program.
    #[must_use]
    pub fn own() -> Self {
        Self {
            versi: env!("CARGO_PKG_VERSION").to_owned(),
            templat_bawaan: Bundle::built_in_digest().to_owned(),
            prosesor: std::env::consts::ARCH.to_owned(),
        }
    }
}

impl Raw {
    /// Digest of everything here and of the program: the same digest, the same reports.
    #[must_use]
    pub fn digest(&self) -> String {
        // A list of digests of equal length cannot be read in two ways.
        let mut parts = String::new();
        let mut add = |bytes: &[u8]| parts.push_str(&sha256(bytes));
        let Maker { versi, templat_bawaan, prosesor } = Maker::own();
        for made_by in [versi, templat_bawaan, prosesor] {
            add(made_by.as_bytes());
        }
        add(self.manifest_path.as_bytes());
        add(self.manifest.as_bytes());
        for file in &self.tables {
            add(file.path.as_bytes());
            add(&file.bytes);
        }
        for book in &self.books {
            add(book.path.as_bytes());
            add(&book.book.encode());
        }
        for (path, bytes) in self.assets.iter().chain(&self.templates) {
            add(path.as_bytes());
            add(bytes);
        }
        let counts = [self.tables.len(), self.books.len(), self.assets.len(), self.templates.len()];
        add(format!("{counts:?} {:?} {:?} {:?} {:?}", self.kind, self.region, self.period, self.year).as_bytes());
        add(format!("{:?} {:?} {} {}", self.parts, self.date, self.draft, self.strict).as_bytes());
        sha256(parts.as_bytes())
    }
}

/// Everything that decides the bytes of a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuildInput {
    /// Version of the program that made this value.
    pub versi: String,
    /// Digest of the templates that the program brought along, [`Bundle::built_in_digest`].
    pub templat_bawaan: String,
    /// The processor it ran on, as Rust calls it: how a number of the engine is rounded may depend on it.
    pub prosesor: String,
    /// Report kind.
    pub jenis: Kind,
    /// The kind of the workspace's own that is made from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jenis_sendiri: Option<OwnKind>,
    /// The region the report speaks of.
    pub wilayah: Cell<String>,
    /// Of a recapitulation the level of the parts, when one was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub menurut: Option<Cell<JenisWilayah>>,
    /// The month it speaks of; for an evaluation December of its year.
    pub periode: Cell<Period>,
    /// The letter's date; blank for the pen when absent.
    pub tanggal: Option<Cell<NaiveDate>>,
    /// Whether the report is a draft and says so on every page.
    pub konsep: bool,
    /// What the manifest says that a report prints.
    pub naskah: PrintedManifest,
    /// The rows used, each with its original place.
    pub tabel: Dataset,
    /// What the audit found about these rows.
    pub temuan: Vec<Finding>,
    /// The workspace's own templates, as far as this report sees them.
    pub templat: BTreeMap<String, Blob>,
    /// Images used.
    pub aset: BTreeMap<String, Blob>,
}

impl BuildInput {
    /// Canonical JSON: the attachment, the digest and every frame are these bytes.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        // Strings, numbers and ordered maps only: serialisation has no way to fail.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads canonical JSON back.
    pub fn from_json(json: &[u8]) -> Result<Self, Failure> {
        let unread = |why: String| {
            let diagnostic = Diagnostic::error(
                code::BAD_INPUT,
                "Masukan laporan tidak dapat dibaca kembali.",
                "Gunakan berkas masukan.json yang dibuat oleh program ini tanpa mengubahnya.",
            );
            Failure::one(FailureKind::Data, diagnostic.engine(why))
        };
        let input: Self = serde_json::from_slice(json).map_err(|error| unread(error.to_string()))?;
        // The name becomes part of a file's.
        match &input.jenis_sendiri {
            Some(own) if !OwnFiles::is_name(&own.nama) => Err(unread("jenis_sendiri".to_owned())),
            _ => Ok(input),
        }
    }

    /// Name of the kind, the program's or the workspace's.
    #[must_use]
    pub fn kind_name(&self) -> &str {
        self.jenis_sendiri.as_ref().map_or(self.jenis.name(), |own| own.nama.as_str())
    }

    /// The canonical JSON with its digest; made once for each build.
    #[must_use]
    pub fn seal(&self) -> Seal {
        Seal::of(self.to_json())
    }

    /// The day the report is judged at: its own date, or the last day of its month.
    #[must_use]
    pub fn report_date(&self) -> NaiveDate {
        self.tanggal.as_ref().map_or(self.periode.value.last_day(), |cell| cell.value)
    }

    /// What the manifest decides about contradictions.
    #[must_use]
    pub fn audit_settings(&self) -> audit::Settings {
        audit_settings(&self.naskah, self.tanggal.as_ref(), Some(self.periode.value))
    }

    /// What the manifest decides about measuring.
    #[must_use]
    pub fn rules(&self) -> Rules {
        rules(&self.naskah)
    }
}

/// Whether a PDF carries the input of this digest, and that input says the same as another one: what differs is at most the
/// program that made it.
#[must_use]
pub fn is_made_from(pdf: &[u8], digest: &str, input: &BuildInput) -> bool {
    let json = Pdf::open(pdf).and_then(|pdf| pdf.attachment(INPUT_FILE)).ok().filter(|json| sha256(json) == digest);
    let carried = json.and_then(|json| BuildInput::from_json(&json).ok());
    carried.is_some_and(|carried| {
        let BuildInput { versi, templat_bawaan, prosesor, .. } = input.clone();
        BuildInput { versi, templat_bawaan, prosesor, ..carried } == *input
    })
}

pub(super) fn rules(manifest: &PrintedManifest) -> Rules {
    Rules {
        denominator: manifest.cakupan.penyebut.as_ref().map(|cell| cell.value.clone()),
        reference_target: manifest.cakupan.target_acuan.as_ref().map(|cell| cell.value.clone()),
        total_parts: manifest.segmen.penyusun_total.value.iter().filter_map(|code| Segmen::of(code)).collect(),
        rentan_parent: Segmen::of(&manifest.segmen.induk_rentan.value).unwrap_or(Segmen::Bpu),
    }
}

fn audit_settings(
    manifest: &PrintedManifest,
    date: Option<&Cell<NaiveDate>>,
    period: Option<Period>,
) -> audit::Settings {
    let Rules { denominator, total_parts, rentan_parent, .. } = rules(manifest);
    audit::Settings {
        denominator,
        total_parts,
        rentan_parent,
        date: date.map(|cell| cell.value),
        period,
        signers: manifest.penanda_tangan.clone(),
        waivers: manifest.pengecualian.clone(),
    }
}

/// Reads, checks and audits a workspace and keeps what one report needs.
///
/// All problems of the manifest and of all tables come together in one [`Failure`]. What was noted while the tables were
/// read has no part in the report; [`load_noted`] hands it out.
pub fn load(raw: Raw) -> Result<BuildInput, Failure> {
    load_noted(raw).map(|(input, _)| input)
}

/// The same as [`load`], with what was noted while the tables were read: hidden rows, sheets that are no tables.
pub fn load_noted(mut raw: Raw) -> Result<(BuildInput, Vec<Diagnostic>), Failure> {
    let Read { manifest, data, notes } = read(&raw)?;
    // What has been read is not kept twice.
    (raw.tables, raw.books) = (Vec::new(), Vec::new());
    input(&raw, &manifest, data).map(|input| (input, notes))
}

/// Audits what was read and keeps what one report needs. Of `raw` the options, templates and images count here.
pub(super) fn input(raw: &Raw, manifest: &Manifest, data: Dataset) -> Result<BuildInput, Failure> {
    let asked = Asked::of(raw, manifest, &data)?;
    let audited = Audited::of(&data, &asked.settings, asked.kind);
    let doubt = named::unknown_target(&asked.printed, &data, &asked.region.value);
    refuse(audited.findings.iter().chain(&doubt), raw.strict)?;
    asked.input(raw, data, &audited, doubt)
}

/// What is asked of a dataset: one report, before anything is known about its figures.
pub(super) struct Asked {
    pub(super) kind: Kind,
    chosen: Chosen,
    pub(super) printed: PrintedManifest,
    pub(super) region: Cell<String>,
    parts: Option<Cell<JenisWilayah>>,
    pub(super) period: Cell<Period>,
    date: Option<Cell<NaiveDate>>,
    /// What the data are audited by.
    pub(super) settings: audit::Settings,
}

/// What is known about a dataset's figures, whichever region a report is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Audited {
    /// About the data.
    pub(super) findings: Vec<Finding>,
    /// About what somebody said; only for kinds that repeat it.
    pub(super) verdicts: Vec<Verdict>,
}

impl Audited {
    pub(super) fn of(data: &Dataset, settings: &audit::Settings, kind: Kind) -> Self {
        let verdicts = match kind {
            Kind::Bulanan => pernyataan::judge(data, settings),
            // The sheet judges anew what it carries, and prints every verdict; a plan has nothing to do with what was said.
            Kind::PemeriksaanAngka | Kind::Evaluasi | Kind::Konstruksi | Kind::Rekapitulasi => Vec::new(),
        };
        Self { findings: audit::audit(data, settings), verdicts }
    }
}

impl Asked {
    /// Of `data` the rows of the region and around it count.
    pub(super) fn of(raw: &Raw, manifest: &Manifest, data: &Dataset) -> Result<Self, Failure> {
        let chosen = Chosen::of(&raw.kind, &raw.templates)?;
        let kind = chosen.kind;
        if chosen.own.is_some()
            && let Some(diagnostic) = not_of_its_base(raw, kind)
        {
            return Err(Failure::one(FailureKind::Usage, diagnostic));
        }
        let mut printed = letter(manifest.printed().clone(), kind);
        if let Some(paper) = &chosen.paper {
            printed.naskah.kertas = Setting { value: paper.value, place: Some(paper.place.clone()) };
        }
        let region = raw
            .region
            .clone()
            .map_or_else(|| printed.lembaga.wilayah.clone(), |code| Cell::new(code, Place::file("--wilayah")));
        if let Some(diagnostic) = named::no_subject(&region, data) {
            return Err(Failure::one(FailureKind::Usage, diagnostic));
        }
        let parts = raw.parts.map(|level| Cell::new(level, Place::file("--menurut")));
        if kind == Kind::Rekapitulasi
            && let Some(diagnostic) = rekapitulasi::no_parts(&region.value, parts.as_ref(), data)
        {
            return Err(Failure::one(FailureKind::Usage, diagnostic));
        }
        let period = match kind {
            Kind::Rekapitulasi => rekapitulasi::chosen_month(raw, data, &region.value)?,
            Kind::Bulanan => chosen_period(raw, data, &region.value)?,
            Kind::PemeriksaanAngka => statement_period(raw, data, &region.value)?,
            Kind::Evaluasi => year::chosen(raw, &printed, data, &region.value)?,
            Kind::Konstruksi => konstruksi::chosen_month(raw, data, &region.value)?,
        };
        let printed = if kind == Kind::Evaluasi { of_year(printed, period.value.year()) } else { printed };
        let date =
            raw.date.map(|date| Cell::new(date, Place::file("--tanggal"))).or_else(|| printed.laporan.tanggal.clone());
        // Of an evaluation the year is always meant, whether it was asked for or not: what is dated later is not its
        // business.
        let meant = if kind == Kind::Evaluasi { Some(period.value) } else { raw.period };
        let settings = audit_settings(&printed, date.as_ref(), meant);
        Ok(Self { kind, chosen, printed, region, parts, period, date, settings })
    }

    /// What the report is built from: of rows and findings those that it is about. `doubt` is about its region alone.
    pub(super) fn input(
        self,
        raw: &Raw,
        data: Dataset,
        audited: &Audited,
        doubt: Option<Finding>,
    ) -> Result<BuildInput, Failure> {
        let Self { kind, chosen, printed, region, parts, period, date, .. } = self;
        let last_day = period.value.last_day();
        let known_until = date.as_ref().map_or(last_day, |cell| cell.value.max(last_day));
        let said = select::statements(&audited.verdicts, &region.value, period.value.first_day()..=known_until);
        let codes = printed.evaluasi.rpjmd.iter().flat_map(|plan| year::indicators(plan, &data, &region.value));
        let codes: BTreeSet<String> = codes.map(|row| row.kode.value.clone()).collect();
        let data = select::rows(
            data,
            kind,
            &region.value,
            period.value,
            &select::Chosen { said: &said, codes: &codes, parts: parts.as_ref().map(|cell| cell.value) },
        );
        let mut findings = select::findings(&audited.findings, &data, kind);
        findings.extend(doubt);
        findings.extend(said);
        let aset = assets(&printed, &raw.assets)?;
        let Maker { versi, templat_bawaan, prosesor } = Maker::own();
        Ok(BuildInput {
            versi,
            templat_bawaan,
            prosesor,
            jenis: kind,
            jenis_sendiri: chosen.own,
            wilayah: region,
            menurut: parts,
            periode: period,
            tanggal: date,
            konsep: raw.draft,
            naskah: signed(printed, kind),
            tabel: data,
            temuan: findings,
            templat: chosen.files,
            aset,
        })
    }
}

/// A choice that means nothing to the kind that a kind of the workspace's own is made from.
fn not_of_its_base(raw: &Raw, base: Kind) -> Option<Diagnostic> {
    let option = match base {
        Kind::Evaluasi if raw.period.is_some() => "--periode",
        Kind::Bulanan | Kind::PemeriksaanAngka | Kind::Konstruksi | Kind::Rekapitulasi if raw.year.is_some() => {
            "--tahun"
        }
        _ if base != Kind::Rekapitulasi && raw.parts.is_some() => "--menurut",
        _ => return None,
    };
    let message = format!("`{}` disusun dari data {}, yang tidak mengenal {option}.", raw.kind, base.name());
    let action = if option == "--periode" { "Ganti dengan --tahun TAHUN." } else { "Hapus pilihan itu." };
    Some(Diagnostic::error(code::NOT_OF_BASE, message, action).at(Place::file(option)))
}

/// The manifest as a kind prints it. An evaluation is a letter of its own: number, date, place and signers of `[evaluasi]`
/// take the place of those of the monthly report, and it has no meeting and no covering note. No other kind prints
/// anything of `[evaluasi]`. The report on construction is a letter of its own as well, signed by the same; its number
/// is left to the pen, for no number is given twice. So is that of a recapitulation, which goes to the same meeting.
fn letter(printed: PrintedManifest, kind: Kind) -> PrintedManifest {
    if kind == Kind::Konstruksi {
        let laporan = Laporan { nomor: None, pengantar: None, ..printed.laporan };
        let (rapat, nota_dinas) = (Rapat::default(), NotaDinas::default());
        let evaluasi = Evaluasi::default();
        return PrintedManifest { laporan, rapat, tembusan: Vec::new(), nota_dinas, evaluasi, ..printed };
    }
    if kind == Kind::Rekapitulasi {
        let laporan = Laporan { nomor: None, pengantar: None, ..printed.laporan };
        let (nota_dinas, evaluasi) = (NotaDinas::default(), Evaluasi::default());
        return PrintedManifest { laporan, nota_dinas, evaluasi, ..printed };
    }
    if kind != Kind::Evaluasi {
        return PrintedManifest { evaluasi: Evaluasi::default(), ..printed };
    }
    let PrintedManifest { lembaga, laporan, evaluasi, .. } = printed.clone();
    let Evaluasi { tanggal, nomor, tempat, penanda_tangan, .. } = evaluasi.clone();
    PrintedManifest {
        lembaga: Lembaga { tempat: tempat.unwrap_or(lembaga.tempat.clone()), ..lembaga },
        laporan: Laporan { nomor, tanggal, pengantar: None, ..laporan },
        rapat: Rapat::default(),
        penanda_tangan,
        tembusan: Vec::new(),
        nota_dinas: NotaDinas::default(),
        evaluasi: Evaluasi { tanggal: None, nomor: None, tempat: None, penanda_tangan: Vec::new(), ..evaluasi },
        ..printed
    }
}

/// The manifest with the signers that a kind prints and no other: their names and numbers are personal.
fn signed(mut printed: PrintedManifest, kind: Kind) -> PrintedManifest {
    let most = match kind {
        Kind::PemeriksaanAngka => 0,
        Kind::Evaluasi => 2,
        // A second one signs the covering note.
        Kind::Bulanan => 1 + usize::from(has_covering_note(&printed)),
        Kind::Konstruksi | Kind::Rekapitulasi => 1,
    };
    printed.penanda_tangan.truncate(most);
    printed
}

/// Of several plans the one that the year is evaluated under. A year is evaluated once it is over: a day before its end
/// belongs to the evaluation of an earlier one, and so does the number; both are left to the pen.
fn of_year(mut printed: PrintedManifest, year: i32) -> PrintedManifest {
    printed.evaluasi.rpjmd = printed.evaluasi.rpjmd_of(year).cloned().into_iter().collect();
    if printed.laporan.tanggal.as_ref().is_some_and(|day| day.value.year() <= year) {
        printed.laporan = Laporan { nomor: None, tanggal: None, ..printed.laporan };
    }
    printed
}

/// Everything found in a workspace, without a report: for `periksa`. The kind of failure, when something refuses.
#[must_use]
pub fn check(raw: &Raw) -> (Vec<Diagnostic>, Option<FailureKind>) {
    match read(raw) {
        Err(failure) => (failure.diagnostics, Some(failure.kind)),
        Ok(Read { manifest, data, mut notes }) => {
            let printed = manifest.printed();
            let settings = audit_settings(printed, printed.laporan.tanggal.as_ref(), None);
            let mut findings = audit::audit(&data, &settings);
            findings.extend(named::unknown_target(printed, &data, &printed.lembaga.wilayah.value));
            let (found, kind) = match refuse(&findings, raw.strict) {
                Ok(()) => (findings.iter().map(Diagnostic::from).collect(), None),
                Err(failure) => (failure.diagnostics, Some(failure.kind)),
            };
            notes.extend(found);
            // Whoever is misspelt would be left out of every sending.
            let kind = match recipients(&manifest, &data) {
                Ok(_) => kind,
                Err(failure) => {
                    notes.extend(failure.diagnostics);
                    kind.or(Some(failure.kind))
                }
            };
            let wanting = kind.is_none().then(|| nothing_to_report(raw, printed, &data)).flatten();
            notes.extend(wanting.clone());
            (notes, kind.or_else(|| wanting.map(|_| FailureKind::Data)))
        }
    }
}

/// Why no report at all has the rows that it needs: what the monthly one lacks, unless there are statements to judge.
fn nothing_to_report(raw: &Raw, manifest: &PrintedManifest, data: &Dataset) -> Option<Diagnostic> {
    let region = &manifest.lembaga.wilayah.value;
    let failure = chosen_period(raw, data, region).err()?;
    statement_period(raw, data, region).err().and_then(|_| failure.diagnostics.into_iter().next())
}

/// Whether a workspace has a table, in a file or a sheet.
#[must_use]
pub fn has_table(raw: &Raw, table: &str) -> bool {
    table::tables_in(&raw.tables, &raw.books).contains(&table)
}

/// Every statement of a workspace judged, without a report: for `periksa --pernyataan`.
pub fn statements(raw: &Raw) -> Result<Vec<Verdict>, Failure> {
    let Read { manifest, data, .. } = read(raw)?;
    let printed = manifest.printed();
    Ok(pernyataan::judge(&data, &audit_settings(printed, printed.laporan.tanggal.as_ref(), None)))
}

/// A workspace as it was read, without an error.
pub(super) struct Read {
    pub(super) manifest: Manifest,
    pub(super) data: Dataset,
    pub(super) notes: Vec<Diagnostic>,
}

pub(super) fn read(raw: &Raw) -> Result<Read, Failure> {
    let manifest = Manifest::parse(&raw.manifest, &raw.manifest_path);
    let (data, problems) = table::read_all(&raw.tables, &raw.books);
    let errors = problems.iter().any(|problem| problem.severity == Severity::Kesalahan);
    match manifest {
        Ok(manifest) if !errors => match named::unknown_denominator(manifest.printed(), &data) {
            None => Ok(Read { manifest, data, notes: problems }),
            Some(diagnostic) => Err(Failure::one(FailureKind::Usage, diagnostic)),
        },
        Ok(_) => Err(Failure { kind: FailureKind::Data, diagnostics: problems }),
        Err(mut failure) => {
            failure.diagnostics.extend(problems);
            Err(failure)
        }
    }
}

/// Errors refuse; under `--ketat` warnings refuse as well, and then the option is named as the reason. What somebody
/// answers for refuses nothing.
pub(super) fn refuse<'f>(findings: impl IntoIterator<Item = &'f Finding>, strict: bool) -> Result<(), Failure> {
    let findings: Vec<&Finding> = findings.into_iter().collect();
    let heaviest = findings.iter().filter(|finding| finding.counts(Severity::Catatan)).map(|finding| finding.severity);
    let reason = match heaviest.max() {
        Some(Severity::Kesalahan) => None,
        Some(Severity::Peringatan) if strict => Some(strictness()),
        _ => return Ok(()),
    };
    let mut diagnostics: Vec<Diagnostic> = findings.into_iter().map(Diagnostic::from).collect();
    diagnostics.extend(reason);
    Err(Failure { kind: FailureKind::Data, diagnostics })
}

fn strictness() -> Diagnostic {
    Diagnostic::error(
        code::STRICT,
        "Laporan ditolak hanya karena peringatan: `--ketat` memperlakukannya sebagai kesalahan.",
        "Perbaiki yang diperingatkan atau ulangi perintah itu tanpa `--ketat`.",
    )
    .at(Place::file("--ketat"))
}

fn chosen_period(raw: &Raw, data: &Dataset, region: &str) -> Result<Cell<Period>, Failure> {
    let own = || data.kepesertaan.iter().filter(|row| row.kode_wilayah.value == region);
    // Of several rows the first, as for a month that was asked for: both ways must lead to the same bytes.
    let latest = own().rev().map(|row| &row.periode).max_by_key(|cell| cell.value);
    match (raw.period, latest) {
        (None, Some(latest)) => Ok(latest.clone()),
        (Some(period), Some(latest)) if own().any(|row| row.periode.value == period) => {
            let cell = own().map(|row| &row.periode).find(|cell| cell.value == period).unwrap_or(latest);
            Ok(cell.clone())
        }
        (Some(period), Some(latest)) => {
            let end = bahasa::periode(latest.value);
            let diagnostic = Diagnostic::error(
                code::NO_MONTH,
                format!(
                    "Data kepesertaan untuk {} tidak ada; periode terakhir yang tersedia ialah {end}.",
                    bahasa::periode(period)
                ),
                format!("Tambahkan datanya atau pilih `--periode {}`.", latest.value),
            );
            Err(Failure::one(FailureKind::Data, diagnostic.at(Place::file("--periode"))))
        }
        (_, None) => Err(Failure::one(FailureKind::Data, no_participants(data, region))),
    }
}

/// The month until which statements are judged: the one asked for, else that of the latest one.
fn statement_period(raw: &Raw, data: &Dataset, region: &str) -> Result<Cell<Period>, Failure> {
    let own = data.pernyataan.iter().filter(|row| row.kode_wilayah.value == region);
    let dated = own.filter_map(|row| Some(Cell::new(Period::of(row.tanggal.value)?, row.tanggal.place.clone())));
    let dated: Vec<Cell<Period>> = dated.collect();
    // Of several statements the first, whether the month was asked for or not.
    let latest = dated.iter().rev().max_by_key(|cell| cell.value);
    let refuse = |diagnostic: Diagnostic| Err(Failure::one(FailureKind::Data, diagnostic));
    match (raw.period, latest) {
        (None, Some(latest)) => Ok(latest.clone()),
        (Some(period), Some(latest)) => {
            let until = |cell: &&Cell<Period>| cell.value.year() == period.year() && cell.value <= period;
            if let Some(own) = dated.iter().find(|cell| cell.value == period) {
                return Ok(own.clone());
            }
            if dated.iter().any(|cell| until(&cell)) {
                return Ok(Cell::new(period, Place::file("--periode")));
            }
            let diagnostic = Diagnostic::error(
                code::NO_STATEMENT_SO_FAR,
                format!(
                    "Tidak ada pernyataan dari Januari sampai dengan {}; yang terakhir bertanggal {}.",
                    bahasa::periode(period),
                    bahasa::periode(latest.value)
                ),
                format!("Tambahkan pernyataannya atau pilih `--periode {}`.", latest.value),
            );
            refuse(diagnostic.at(Place::file("--periode")))
        }
        (_, None) => refuse(
            Diagnostic::error(
                code::NO_STATEMENT,
                format!("Tidak ada pernyataan untuk wilayah {region} dalam data."),
                "Tambahkan baris untuk wilayah itu dalam tabel pernyataan (berkas pernyataan.csv atau lembar pernyataan); kolomnya dijelaskan oleh `rakor skema`.",
            )
            .at(data.pernyataan.first().map_or_else(|| Place::file("data/pernyataan.csv"), |row| row.row.whole())),
        ),
    }
}

fn no_participants(data: &Dataset, region: &str) -> Diagnostic {
    if data.present.contains("kepesertaan") {
        let known = data.wilayah.iter().map(|row| row.kode.value.as_str());
        let near = crate::diagnostic::nearest(region, known).filter(|near| *near != region);
        let hint = near.map_or_else(String::new, |near| format!(" atau pilih `--wilayah {near}`"));
        Diagnostic::error(
            code::NO_REGION,
            format!("Tabel `kepesertaan` tidak memuat data untuk wilayah {region}."),
            format!("Tambahkan baris untuk wilayah itu{hint}."),
        )
        .at(data.kepesertaan.first().map_or_else(|| Place::file("data"), |row| row.row.whole()))
    } else {
        Diagnostic::error(
            code::NO_PARTICIPANTS,
            "Tabel `kepesertaan` diperlukan untuk laporan bulanan, tetapi tidak ditemukan di data/.",
            "Isi tabel kepesertaan (berkas kepesertaan.csv atau lembar kepesertaan); kolomnya dijelaskan oleh `rakor skema`.",
        )
        .at(Place::file("data"))
    }
}

/// A kind that does not exist; `own` are those of the workspace's own that do.
#[must_use]
pub fn unknown_kind(name: &str, own: &[&str]) -> Failure {
    let names: Vec<&str> = Kind::ALL.map(Kind::name).into_iter().chain(own.iter().copied()).collect();
    let near = crate::diagnostic::nearest(name, names.iter().copied());
    let hint = near.map_or_else(String::new, |near| format!("; mungkin yang dimaksud `{near}`"));
    let message = format!("Jenis laporan {} tidak dikenal{hint}.", quoted(name));
    let action = format!("Pilih jenis yang ada: {}.", bahasa::dan(&names));
    Failure::one(FailureKind::Usage, Diagnostic::error(code::UNKNOWN_KIND, message, action))
}

/// A name as a message says it.
fn quoted(name: &str) -> String {
    let plain = name.len() <= 60 && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if plain { format!("`{name}`") } else { crate::diagnostic::quote(name) }
}

/// The emblem's bytes, when the manifest names one.
fn assets(manifest: &PrintedManifest, files: &BTreeMap<String, Vec<u8>>) -> Result<BTreeMap<String, Blob>, Failure> {
    let Some(emblem) = &manifest.lembaga.lambang else { return Ok(BTreeMap::new()) };
    let path = emblem.value.trim_start_matches("./").to_owned();
    if let Some(diagnostic) = files.get(&path).and_then(|bytes| too_many_points(&path, bytes)) {
        return Err(Failure::one(FailureKind::Usage, diagnostic));
    }
    files.get(&path).map(|bytes| BTreeMap::from([(path.clone(), Blob(bytes.clone()))])).ok_or_else(|| {
        let known = files.keys().map(String::as_str);
        let near = crate::diagnostic::nearest(&path, known);
        let hint = near.map_or_else(String::new, |near| format!("; mungkin yang dimaksud `{near}`"));
        let diagnostic = Diagnostic::error(
            code::NO_EMBLEM,
            format!("Berkas lambang `{path}` tidak ditemukan{hint}."),
            "Letakkan gambar itu di folder aset/ atau hapus kunci `lambang`.",
        );
        Failure::one(FailureKind::Usage, diagnostic.at(emblem.place.clone()))
    })
}

/// A picture of so many points is a slip, or takes all the memory there is once it is unpacked.
fn too_many_points(path: &str, bytes: &[u8]) -> Option<Diagnostic> {
    let (width, height) = picture::size(bytes)?;
    let message = format!(
        "Gambar `{path}` berukuran {} × {} titik, melebihi batas {} juta titik.",
        bahasa::bilangan(width),
        bahasa::bilangan(height),
        picture::MAX_POINTS / 1_000_000
    );
    let diagnostic = Diagnostic::error(code::TOO_MANY_POINTS, message, "Perkecil gambar itu, lalu simpan kembali.");
    (u64::from(width) * u64::from(height) > picture::MAX_POINTS).then(|| diagnostic.at(Place::file(path)))
}
