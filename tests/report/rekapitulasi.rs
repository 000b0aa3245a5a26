//! A region over its parts, as its reader sees it; every figure of the tables reckoned anew from the text of the CSV files.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rakor::bahasa::bilangan;
use rakor::diagnostic::{Failure, FailureKind};
use rakor::report::{self, BuildInput, Stage};
use rakor::table::JenisWilayah;
use serde_json::Value;

use super::case::{Case, shown};
use super::paper::Paper;

static PROVINCE: LazyLock<Paper> = LazyLock::new(|| province().paper());
static CITY: LazyLock<Paper> = LazyLock::new(|| of(Case::simulasi()).paper());

fn of(mut case: Case) -> Case {
    "rekapitulasi".clone_into(&mut case.raw.kind);
    case
}

fn province() -> Case {
    of(Case::of("simulasi-provinsi"))
}

/// A table as its file has it.
fn rows(case: &Case, table: &str) -> Vec<BTreeMap<String, String>> {
    let text = case.text(table);
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// What the templates are given.
fn context(input: &BuildInput) -> Value {
    let files = report::stage(input, Stage::Ukuran).unwrap();
    serde_json::from_slice(&files[0].1).unwrap()
}

fn text(value: &Value) -> &str {
    value["teks"].as_str().unwrap_or("…")
}

/// Half-up, two decimals, as a table prints a fraction in percent.
fn percent(part: u128, whole: u128) -> String {
    let hundredths = (part * 20_000 + whole) / (2 * whole);
    format!("{},{:02}%", hundredths / 100, hundredths % 100)
}

/// Sentences that fell apart and headings that stand alone; the copies, each in its line, are neither.
fn slips(paper: &Paper) -> Vec<String> {
    paper.slips().into_iter().filter(|slip| !slip.contains("Simulasi")).collect()
}

/// A part of the province, from the files.
#[derive(Clone, Debug)]
struct Part {
    code: String,
    name: String,
    workers: u128,
    now: Option<u128>,
    before: u128,
    /// In tenths of a percent.
    target: Option<u128>,
    compared: bool,
}

impl Part {
    fn needed(&self) -> Option<u128> {
        self.target.filter(|_| self.compared).map(|tenths| (tenths * self.workers).div_ceil(1_000))
    }

    fn lacks(&self) -> Option<u128> {
        Some(self.needed()?.saturating_sub(self.now?))
    }
}

fn parts(case: &Case) -> Vec<Part> {
    let (workers, counts, targets) = (rows(case, "pekerja"), rows(case, "kepesertaan"), rows(case, "target"));
    let number = |text: &str| text.parse::<u128>().unwrap();
    let count = |code: &str, month: &str| {
        let found = counts
            .iter()
            .find(|row| row["kode_wilayah"] == code && row["periode"] == month && row["segmen"] == "TOTAL");
        found.map(|row| number(&row["peserta_aktif"]))
    };
    let regions =
        rows(case, "wilayah").into_iter().filter(|row| ["kabupaten", "kota"].contains(&row["jenis"].as_str()));
    let made = regions.map(|row| {
        let code = row["kode"].clone();
        let own = workers
            .iter()
            .find(|row| row["kode_wilayah"] == code && row["segmen"] == "TOTAL" && row["dipakai_mulai"] == "2025-01");
        let own = own.unwrap();
        let target = targets.iter().find(|row| row["kode_wilayah"] == code && row["tahun"] == "2025");
        Part {
            name: row["nama"].clone(),
            workers: number(&own["jumlah_pekerja"]),
            compared: own["definisi"] == "bekerja_sakernas",
            now: count(&code, "2025-08"),
            before: count(&code, "2025-07").unwrap(),
            target: target.map(|row| number(&row["nilai"].replace(',', ""))),
            code,
        }
    });
    made.collect()
}

/// One more than how many have a greater share.
fn rank(own: (u128, u128), all: &[(u128, u128)]) -> usize {
    1 + all.iter().filter(|(part, whole)| part * own.1 > own.0 * whole).count()
}

#[test]
fn every_cell_of_the_ranked_table_follows_from_the_files() {
    let case = province();
    let context = context(&case.clone().input());
    let printed = context["lampiran"]["tabel"]["baris"].as_array().unwrap();
    let parts = parts(&case);
    let ranked: Vec<&Part> = parts.iter().filter(|part| part.compared && part.now.is_some()).collect();
    let now: Vec<(u128, u128)> = ranked.iter().map(|part| (part.now.unwrap(), part.workers)).collect();
    let before: Vec<(u128, u128)> =
        parts.iter().filter(|part| part.compared).map(|part| (part.before, part.workers)).collect();
    let mut order: Vec<&Part> = ranked.clone();
    order.sort_by_key(|part| (rank((part.now.unwrap(), part.workers), &now), part.code.clone()));
    assert_eq!(ranked.len(), 36);
    for (part, row) in order.iter().zip(printed) {
        let count = part.now.unwrap();
        let cell = |name: &str| text(&row[name]).replace('\u{a0}', " ");
        assert_eq!(cell("nama"), part.name);
        assert_eq!(cell("peringkat"), rank((count, part.workers), &now).to_string(), "{}", part.name);
        assert_eq!(cell("sebelumnya"), rank((part.before, part.workers), &before).to_string(), "{}", part.name);
        assert_eq!(cell("pekerja"), bilangan(part.workers));
        assert_eq!(cell("peserta"), bilangan(count));
        assert_eq!(cell("cakupan"), percent(count, part.workers));
        let moved = count.abs_diff(part.before);
        let sign = if count > part.before { "+" } else { "−" };
        assert_eq!(cell("perubahan"), format!("{sign}{}", percent(moved, part.workers).trim_end_matches('%')));
        let target = part.target.map_or("…".to_owned(), |tenths| percent(tenths, 1_000));
        assert_eq!(cell("target"), target, "{}", part.name);
        let attained = part.target.map_or("…".to_owned(), |tenths| percent(count * 1_000, tenths * part.workers));
        assert_eq!(cell("capaian"), attained, "{}", part.name);
        assert_eq!(cell("kekurangan"), part.lacks().map_or("…".to_owned(), bilangan), "{}", part.name);
    }
    let rest: Vec<(String, String)> =
        printed[36..].iter().map(|row| (text(&row["nama"]).to_owned(), text(&row["peserta"]).to_owned())).collect();
    let other = parts.iter().find(|part| !part.compared).unwrap();
    let sum = ranked.iter().map(|part| part.now.unwrap()).sum::<u128>();
    assert_eq!(rest[0], (other.name.clone(), bilangan(other.now.unwrap())));
    assert_eq!(rest[1], ("Kabupaten Damar".to_owned(), "…".to_owned()));
    assert_eq!(rest[2].0, "Tidak terpetakan");
    assert_eq!(rest[3], ("Gabungan yang dibandingkan".to_owned(), bilangan(sum)));
    let workers = ranked.iter().map(|part| part.workers).sum::<u128>();
    assert_eq!(text(&printed[39]["cakupan"]), percent(sum, workers));
    assert_eq!(text(&printed[39]["kekurangan"]), bilangan(parts.iter().filter_map(Part::lacks).sum::<u128>()));
    assert_eq!(printed.len(), 40);
}

#[test]
fn the_two_towns_with_one_coverage_share_the_rank_and_the_exact_target_is_met() {
    let printed = context(&province().input());
    let table = printed["lampiran"]["tabel"]["baris"].as_array().unwrap();
    let of = |name: &str| table.iter().find(|row| text(&row["nama"]) == name).unwrap();
    let (kenari, rajawali, kutilang) = (of("Kota Kenari"), of("Kota Rajawali"), of("Kota Kutilang"));
    assert_eq!(text(&kenari["cakupan"]), "36,00%");
    assert_eq!(text(&kenari["peringkat"]), text(&rajawali["peringkat"]));
    assert_eq!([&kutilang["capaian"], &kutilang["kekurangan"]].map(text), ["100,00%", "0"]);
}

#[test]
fn who_is_below_stands_in_the_order_of_what_is_missing() {
    let case = province();
    let printed = context(&case.clone().input());
    let mut below: Vec<(u128, Part)> =
        parts(&case).into_iter().filter_map(|part| Some((part.lacks().filter(|lacks| *lacks > 0)?, part))).collect();
    below.sort_by_key(|(lacks, part)| (Reverse(*lacks), part.code.clone()));
    let all: u128 = below.iter().map(|(lacks, _)| lacks).sum();
    let expected: Vec<[String; 4]> = below
        .iter()
        .map(|(lacks, part)| {
            [part.name.clone(), bilangan(part.needed().unwrap()), bilangan(*lacks), percent(*lacks, all)]
        })
        .collect();
    let table = printed["sasaran"]["baris"].as_array().unwrap();
    let found: Vec<[String; 4]> = table
        .iter()
        .map(|row| ["nama", "perlu", "kekurangan", "porsi"].map(|name| text(&row[name]).to_owned()))
        .collect();
    assert_eq!(found, expected);
    // The fewest that hold half of it are named.
    let mut held = 0;
    let half = below.iter().take_while(|(lacks, _)| {
        let open = held * 2 < all;
        held += lacks;
        open
    });
    let half: Vec<&str> = half.map(|(_, part)| part.name.as_str()).collect();
    let (last, first) = half.split_last().unwrap();
    let share: u128 = below.iter().take(half.len()).map(|(lacks, _)| lacks).sum();
    let said = format!(
        "Sebesar {} dari jumlah itu berada di {}, dan {last}.",
        percent(share, all).replace('%', " persen"),
        first.join(", ")
    );
    assert!(PROVINCE.says(&said), "{said}");
}

#[test]
fn the_classes_hold_every_compared_part() {
    let case = province();
    let printed = context(&case.clone().input());
    let parts = parts(&case);
    let class = |part: &Part| (part.now.unwrap() * 100 / part.workers) / 5 * 5;
    let mut expected: BTreeMap<Reverse<u128>, (u128, u128, u128)> = BTreeMap::new();
    for part in parts.iter().filter(|part| part.compared && part.now.is_some()) {
        let entry = expected.entry(Reverse(class(part))).or_default();
        *entry = (entry.0 + 1, entry.1 + part.workers, entry.2 + part.workers - part.now.unwrap());
    }
    let expected: Vec<[String; 4]> = expected
        .into_iter()
        .map(|(Reverse(lower), (count, workers, rest))| {
            [format!("{lower}% – <{}%", lower + 5), bilangan(count), bilangan(workers), bilangan(rest)]
        })
        .collect();
    let table = printed["sebaran"]["baris"].as_array().unwrap();
    let found: Vec<[String; 4]> = table
        .iter()
        .map(|row| ["kelas", "n", "pekerja", "belum"].map(|name| text(&row[name]).replace('\u{a0}', " ")))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn the_pages_say_what_the_parts_come_to() {
    for said in [
        "MENURUT KABUPATEN/KOTA DI PROVINSI SIMULASI RAYA",
        "Per 31 Agustus 2025, cakupan gabungan 36 dari 38 kabupaten/kota di Provinsi Simulasi Raya tercatat",
        "bukan rata-rata persentasenya; peserta yang tidak terpetakan tidak ikut di dalamnya.",
        "Jumlah itu belum memuat Kabupaten Damar, yang datanya belum tersedia.",
        "Kota Kenari dan Kota Rajawali sama-sama menempati peringkat ke-",
        "Data Kabupaten Damar belum diterima sehingga wilayah itu tidak diikutkan dalam pemeringkatan.",
        "Definisi penyebut Kabupaten Randu berbeda sehingga wilayah itu disajikan tanpa peringkat.",
        "Kabupaten Damar belum dapat dinilai karena data kepesertaannya belum tersedia.",
        "Kabupaten Randu belum dapat dinilai karena definisi penyebutnya berbeda.",
        "Kabupaten Salak belum dapat dinilai karena targetnya belum tercantum dalam data.",
        "kelebihan pada wilayah yang telah memenuhi target tidak mengurangi jumlah itu.",
        "Setiap kelas selebar 5 persen poin;",
        "Disarankan agar data kepesertaan Kabupaten Damar untuk Agustus 2025 dilengkapi.",
        "Untuk mencapai target nasional 98,0 persen pada tahun 2045,",
        "dan 30 dokumen lain.",
    ] {
        assert!(PROVINCE.says(said), "{said}\n{}", PROVINCE.flow());
    }
    // The number in the manifest is that of the monthly report.
    assert!(!PROVINCE.says("500.15/003/SIMULASI/2025"));
    assert_eq!(slips(&PROVINCE), [""; 0]);
    let pages = PROVINCE.built.text.len();
    assert!((6..=8).contains(&pages), "{pages} pages");
    assert!(PROVINCE.built.text.iter().all(|page| page.contains("DATA SIMULASI")));
}

#[test]
fn a_city_over_its_kecamatan_has_one_short_table_and_no_targets() {
    for said in [
        "MENURUT KECAMATAN DI KOTA SIMULASI",
        "Per 31 Agustus 2025, cakupan gabungan 5 kecamatan di Kota Simulasi tercatat 36,74 persen, yaitu 114.796 peserta aktif dari 312.480 pekerja",
        "Jumlah peserta aktif menurut kecamatan, termasuk 2.462 orang yang tidak terpetakan, sama dengan angka Kota Simulasi yang dipublikasikan, yaitu 117.258 orang.",
        "Kedudukan kecamatan terhadap target tahun 2025 tidak dinilai karena belum ada kecamatan yang cakupan dan targetnya tersedia.",
        "Tidak ada saran yang timbul dari data Agustus 2025.",
        "Tabel 1 Peringkat menurut Cakupan",
    ] {
        assert!(CITY.says(said), "{said}\n{}", CITY.flow());
    }
    assert!(!CITY.says("Tingkat capaian"), "no column without a figure");
    assert_eq!(slips(&CITY), [""; 0]);
}

#[test]
fn without_workers_of_the_kecamatan_the_order_follows_participants() {
    let case = of(Case::simulasi());
    let workers: String = case
        .text("pekerja")
        .lines()
        .filter(|line| !line.starts_with("99.71.0"))
        .map(|line| format!("{line}\n"))
        .collect();
    let paper = case.bytes("pekerja", workers).paper();
    for said in [
        "peserta aktif pada 5 kecamatan di Kota Simulasi berjumlah 117.258 orang, termasuk 2.462 orang yang tidak terpetakan; cakupan gabungan tidak dihitung karena jumlah pekerja menurut kecamatan yang dapat dijumlahkan belum tersedia.",
        "Jumlah pekerja menurut kecamatan belum tersedia; urutan berikut disusun menurut jumlah peserta aktif, bukan menurut cakupan.",
        "Peringkat menurut Jumlah Peserta Aktif",
    ] {
        assert!(paper.says(said), "{said}\n{}", paper.flow());
    }
    assert!(!paper.says("Sebaran Cakupan"));
    assert_eq!(slips(&paper), [""; 0]);
}

#[test]
fn of_one_level_the_report_says_what_it_leaves_out() {
    let mut case = province();
    case.raw.parts = Some(JenisWilayah::Kota);
    let paper = case.paper();
    assert_eq!(paper.built.file_name, "rekapitulasi_98-simulasi-raya_kota_2025-08.pdf");
    assert!(paper.says("MENURUT KOTA DI PROVINSI SIMULASI RAYA"));
    assert!(paper.says("Rekapitulasi ini meliputi 9 kota; 29 wilayah lain yang setingkat tidak diikutkan."));
    assert!(!paper.says("Kabupaten Melati") && !paper.says("yang dipublikasikan sebanyak"));
    assert_eq!(PROVINCE.built.file_name, "rekapitulasi_98-simulasi-raya_2025-08.pdf");
}

#[test]
fn two_builds_give_the_same_bytes_and_the_input_reads_back() {
    let input = province().input();
    assert_eq!(BuildInput::from_json(&input.to_json()).unwrap(), input);
    assert_eq!(Paper::of(&input).sha256(), PROVINCE.sha256());
}

#[test]
fn only_the_rows_that_are_used_travel() {
    let input = province().input();
    let months = |code: &str| {
        let rows = input.tabel.kepesertaan.iter().filter(|row| row.kode_wilayah.value == code);
        rows.map(|row| (row.periode.value.to_string(), row.segmen.value.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(months("98").len(), 24);
    assert_eq!(months("98.01"), [("2025-07".to_owned(), "TOTAL"), ("2025-08".to_owned(), "TOTAL")]);
    assert_eq!(months("98.00").len(), 2);
    assert!(input.temuan.is_empty(), "{:?}", input.temuan);
}

fn refused(case: &Case) -> Failure {
    report::load(case.raw.clone()).unwrap_err()
}

#[test]
fn a_region_without_parts_cannot_be_recapitulated() {
    let mut case = province();
    case.raw.region = Some("98.01".to_owned());
    let failure = refused(&case);
    assert_eq!(failure.kind, FailureKind::Usage);
    assert_eq!(
        shown(&failure.diagnostics),
        "R070 --wilayah: Wilayah 98.01 tidak memiliki wilayah bawahan untuk direkapitulasi."
    );
}

#[test]
fn a_level_that_is_not_there_names_those_that_are() {
    let mut case = province();
    case.raw.parts = Some(JenisWilayah::Kecamatan);
    assert_eq!(
        shown(&refused(&case).diagnostics),
        "R070 --menurut: Wilayah 98 tidak memiliki kecamatan untuk direkapitulasi."
    );
}

#[test]
fn a_month_without_any_part_names_the_latest_one() {
    let case = province().period("2025-12");
    let failure = refused(&case);
    assert_eq!(failure.kind, FailureKind::Data);
    assert_eq!(
        shown(&failure.diagnostics),
        "R071 --periode: Tidak ada wilayah bawahan 98 yang data kepesertaannya tersedia untuk Desember\u{a0}2025; periode terakhir yang tersedia ialah Agustus\u{a0}2025."
    );
}

#[test]
fn parts_without_any_participants_are_refused() {
    let case = province();
    let whole: String = case
        .text("kepesertaan")
        .lines()
        .filter(|line| {
            !line.contains(",98.0") && !line.contains(",98.1") && !line.contains(",98.2") && !line.contains(",98.7")
        })
        .map(|line| format!("{line}\n"))
        .collect();
    let failure = refused(&case.bytes("kepesertaan", whole));
    assert_eq!(
        shown(&failure.diagnostics),
        "R072 data/kepesertaan.csv: Tabel `kepesertaan` tidak memuat data untuk wilayah bawahan 98."
    );
}
