//! The four example workspaces: read without a complaint, and saying the figures that they are there for.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use std::path::Path;

use chrono::{Datelike, NaiveDate, Weekday};
use rakor::audit;
use rakor::bahasa;
use rakor::figure::Period;
use rakor::files::{MAX_BYTES, list_files, read_file};
use rakor::manifest::{self, Manifest, PrintedManifest, Tanda};
use rakor::measure::{Measures, Missing, Rules, measure};
use rakor::table::{self, Dataset, SourceFile};

const NAMES: [&str; 4] = ["kota-malang", "kalimantan-barat", "simulasi", "simulasi-provinsi"];

struct Workspace {
    manifest: PrintedManifest,
    data: Dataset,
}

impl Workspace {
    /// Reads a workspace; nothing in it may be complained about.
    fn open(name: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
        let bytes = |path: &str| read_file(&root.join(path), MAX_BYTES).unwrap();
        let text = manifest::decode(&bytes(manifest::FILE_NAME), manifest::FILE_NAME).unwrap();
        let manifest = Manifest::parse(&text, manifest::FILE_NAME).unwrap();
        let files = list_files(&root, "data").unwrap().into_iter().map(|file| format!("data/{file}"));
        let files: Vec<SourceFile> = files.map(|path| SourceFile { bytes: bytes(&path), path }).collect();
        let (data, complaints) = table::read(&files);
        assert_eq!(complaints, [], "{name}");
        Self { manifest: manifest.printed().clone(), data }
    }

    fn measure(&self, period: &str, date: &str) -> Measures<'_> {
        let rules = Rules {
            denominator: self.manifest.cakupan.penyebut.as_ref().map(|cell| cell.value.clone()),
            reference_target: self.manifest.cakupan.target_acuan.as_ref().map(|cell| cell.value.clone()),
            ..Rules::default()
        };
        let (period, date): (Period, NaiveDate) = (period.parse().unwrap(), date.parse().unwrap());
        measure(&self.data, &rules, &self.manifest.lembaga.wilayah.value, period, date)
    }

    fn regions(&self) -> Vec<&str> {
        self.data.wilayah.iter().map(|row| row.kode.value.as_str()).collect()
    }
}

#[test]
fn every_workspace_is_read_without_a_complaint_and_marked_on_every_page() {
    let marks = NAMES.map(|name| Workspace::open(name).manifest.laporan.tanda.unwrap().value);
    assert_eq!(marks, [Tanda::Contoh, Tanda::Contoh, Tanda::DataSimulasi, Tanda::DataSimulasi]);
}

#[test]
fn no_workspace_contradicts_itself() {
    for name in NAMES {
        let workspace = Workspace::open(name);
        let denominator = workspace.manifest.cakupan.penyebut.map(|cell| cell.value);
        let settings = audit::Settings { denominator, ..audit::Settings::default() };
        // Notes are no contradictions: the simulation has a new denominator and a budget that is too small.
        let found = audit::audit(&workspace.data, &settings);
        let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_ref()).collect();
        // In the province's last month the parts lack one of them, in every segment.
        let expected: &[&str] = match name {
            "simulasi" => &["A033", "A034"],
            "simulasi-provinsi" => &["A005", "A005", "A005", "A033"],
            _ => &[],
        };
        assert_eq!(codes, expected, "{name}");
    }
}

#[test]
fn real_governments_have_no_emblem_no_number_no_date_and_no_signer() {
    for name in ["kota-malang", "kalimantan-barat"] {
        let manifest = Workspace::open(name).manifest;
        assert!(manifest.lembaga.lambang.is_none() && manifest.lembaga.alamat.is_none(), "{name}");
        assert!(manifest.laporan.nomor.is_none() && manifest.laporan.tanggal.is_none(), "{name}");
        let signers = &manifest.penanda_tangan;
        assert!(signers.iter().all(|s| s.nama.is_none() && s.nip.is_none() && s.pangkat.is_none()), "{name}");
    }
}

#[test]
fn every_region_that_a_workspace_counts_is_one_of_its_own() {
    for name in NAMES {
        let workspace = Workspace::open(name);
        let known = workspace.regions();
        let data = &workspace.data;
        let counted = data.kepesertaan.iter().map(|row| &row.kode_wilayah);
        let counted = counted.chain(data.pekerja.iter().map(|row| &row.kode_wilayah));
        let counted = counted.chain(data.target.iter().map(|row| &row.kode_wilayah));
        let counted = counted.chain(data.pernyataan.iter().map(|row| &row.kode_wilayah));
        let above = data.wilayah.iter().filter_map(|row| row.induk.as_ref());
        for code in counted.chain(above).chain([&workspace.manifest.lembaga.wilayah]) {
            assert!(known.contains(&code.value.as_str()), "{name}: {}", code.value);
        }
    }
}

#[test]
fn kota_malang_says_what_was_published() {
    let workspace = Workspace::open("kota-malang");
    let measures = workspace.measure("2025-06", "2025-06-30");
    let now = measures.now.unwrap();
    assert_eq!(bahasa::persen(&now.coverage.percent()), "30,72\u{A0}persen");
    assert_eq!(now.coverage.uncovered(), 302_575);
    let standing = measures.targets.standing.unwrap();
    assert_eq!(standing.needed.value, 180_375.into());
    assert_eq!(standing.shortfall.value, 46_208.into());
    assert_eq!(standing.pace.needed.unwrap().value, 7_702.into());
    let sensitivity = measures.sensitivity.unwrap();
    let under: Vec<String> =
        sensitivity.alternatives.iter().map(|a| bahasa::persen_tabel(&a.coverage.percent())).collect();
    assert_eq!(under, ["32,09%", "31,30%", "30,72%", "29,22%"]);
    let implied: Vec<_> = measures.implied.iter().map(|i| (&i.statement.value[..], i.workers.value.clone())).collect();
    assert_eq!(implied, [("P2-1", 413_585.into())]);
    assert_eq!(measures.legal_bases.len(), 2);
    assert_eq!((measures.activities.rows.len(), measures.awards.rows.len()), (1, 1));
}

#[test]
fn kalimantan_barat_counts_construction_workers_alone() {
    let workspace = Workspace::open("kalimantan-barat");
    let measures = workspace.measure("2025-06", "2025-07-31");
    let now = measures.now.unwrap();
    assert_eq!(bahasa::persen(&now.coverage.percent()), "27,66\u{A0}persen");
    assert_eq!(now.coverage.uncovered(), 111_417);
    assert_eq!(measures.targets.reference, Err(Missing::NoTarget { year: 2025 }));
}

#[test]
fn nothing_is_missing_in_the_simulation() {
    let workspace = Workspace::open("simulasi");
    let known: Vec<&str> = table::schema().iter().map(|table| table.name).collect();
    let present: Vec<&str> = known.iter().copied().filter(|name| workspace.data.present.contains(*name)).collect();
    assert_eq!(present, known);

    let measures = workspace.measure("2025-08", "2025-09-09");
    let change = measures.month_change.unwrap();
    assert!(change.coverage.unwrap().points.value > rakor::figure::whole(0));
    assert!(measures.year_change.unwrap().coverage.unwrap().denominator_changed);
    let series = measures.series.unwrap();
    assert_eq!((series.points.len(), series.switches.len()), (24, 1));
    assert!(series.points.iter().all(|point| point.point.is_ok()));

    let standing = measures.targets.standing.unwrap();
    // The denominator changed in January, so the path starts from December's participants over the new one.
    let path = standing.path.unwrap();
    let near = rakor::figure::whole(-1)..rakor::figure::whole(1);
    assert!(path.restated && near.contains(&path.gap.value), "{}", path.gap.value);
    assert!(standing.pace.multiple.is_some() && standing.attainment.is_ok());
    assert!(!measures.targets.national.is_empty() && measures.targets.long_term.is_ok());

    let segments = measures.segments.unwrap();
    assert_eq!(segments.lines.len(), 5);
    assert!(segments.lines.iter().all(|line| line.point.is_ok()));
    let regions = measures.regions.unwrap();
    assert!(regions.lines.len() == 5 && regions.unmapped.is_some() && regions.silent.is_empty());
    assert_eq!(regions.sum.value, measures.participants.unwrap().count.value.into());
    assert!(regions.lines.iter().all(|line| line.comparable && line.rank_before.is_some()));
    assert!(regions.lines.iter().any(|line| line.rank != line.rank_before), "one kecamatan changes its rank");
    let siblings = measures.siblings.unwrap();
    assert_eq!((siblings.ranked, siblings.rank), (7, 3));

    let groups = measures.groups.unwrap();
    let rentan = segments.lines.iter().find(|line| line.segment == table::Segmen::Rentan).unwrap();
    assert_eq!(groups.people.value, rentan.participants.count.value.into());
    assert_eq!((groups.unstated, measures.programmes.unwrap().len()), (0, 5));
    let employers = measures.employers.unwrap().total;
    let of = |count: Result<rakor::place::Sourced<_>, Missing>| count.unwrap().value;
    assert_eq!(of(employers.all), of(employers.registered) + of(employers.partly) + of(employers.unregistered));
    let funding = measures.funding.unwrap();
    assert!(funding.total.absorption.is_ok() && funding.total.amended && !funding.mixed_dates);
    assert_eq!(funding.by_source.len(), 3);
    let short = funding.lines.iter().filter(|line| line.need.as_ref().unwrap().lacking.value > 0.into());
    assert_eq!(short.map(|line| &line.row.kelompok.value[..]).collect::<Vec<_>>(), ["pengemudi ojek daring"]);
    assert_eq!(measures.tariff.unwrap().total.value, 16_800);
    let claims = measures.claims.unwrap();
    assert!(claims.month.cases.is_ok() && claims.year.unwrap().amount.is_ok() && claims.scholarships.is_ok());
    let projects = measures.projects.unwrap();
    let states = [
        rakor::measure::Registration::Seluruh,
        rakor::measure::Registration::Sebagian,
        rakor::measure::Registration::Belum,
    ];
    assert_eq!(states.map(|state| projects.count(state)), [5, 4, 2]);
    assert!(projects.percent.is_ok());

    assert!(!measures.awards.rows.is_empty() && measures.activities.rows.len() == 5);
    let follow_ups = measures.follow_ups.unwrap();
    assert_eq!((follow_ups.rows.len(), follow_ups.by_status.len(), follow_ups.overdue.value), (8, 4, 2));
    assert!(measures.implied.is_empty() && measures.legal_bases.len() == 5 && measures.narrative.len() == 5);
}

#[test]
fn nothing_in_the_simulation_takes_place_on_a_sunday_and_every_named_weekday_is_right() {
    let workspace = Workspace::open("simulasi");
    let meeting = workspace.manifest.rapat.tanggal.unwrap().value;
    assert_eq!(meeting.weekday(), Weekday::Thu);
    let days = workspace.data.kegiatan.iter().map(|row| row.tanggal.value);
    let days = days.chain(workspace.data.penghargaan.iter().map(|row| row.tanggal.value));
    for day in days.chain(workspace.data.tindak_lanjut.iter().filter_map(|row| Some(row.tenggat.as_ref()?.value))) {
        assert!(!matches!(day.weekday(), Weekday::Sat | Weekday::Sun), "{day}");
    }
    for said in &workspace.data.pernyataan {
        assert_eq!(said.hari.as_ref().unwrap().value, bahasa::nama_hari(said.tanggal.value));
    }
}

#[test]
fn everything_in_the_simulation_says_that_it_is_one() {
    let workspace = Workspace::open("simulasi");
    let data = &workspace.data;
    let publishers = data.kepesertaan.iter().map(|row| &row.sumber);
    let publishers = publishers.chain(data.pekerja.iter().map(|row| &row.sumber));
    let publishers = publishers.chain(data.klaim.iter().map(|row| &row.sumber));
    for publisher in publishers.chain(data.target.iter().map(|row| &row.sumber)) {
        assert!(publisher.value.starts_with("Simulasi"), "{}", publisher.value);
    }
    assert!(data.penerima.iter().all(|row| row.pos_el.value.ends_with("@contoh.invalid")));
}
