//! Targets, and the indicators of the medium-term plan that they belong to.

use super::city::{CITY, City, Month};
use super::earlier;
use super::sheet::{PUBLISHER, cells, percent, sheet};

const PLAN: &str = "RPJMD Kota Simulasi Tahun 2025–2029";
const YEARS: [u32; 5] = [2025, 2026, 2027, 2028, 2029];
/// Coverage planned for the five years.
const COVERAGE: [&str; 5] = ["40,5", "44,5", "48,5", "52,5", "56,5"];
/// Coverage of RENTAN planned for the five years.
const VULNERABLE: [&str; 5] = ["32", "38", "44", "50", "56"];
/// Accidents for each thousand participants planned for the five years: the fewer, the better.
const ACCIDENTS: [&str; 5] = ["4,2", "4,0", "3,8", "3,6", "3,4"];

pub(super) fn targets() -> (String, String) {
    let mut rows = Vec::new();
    for (segment, targets) in [("TOTAL", COVERAGE), ("RENTAN", VULNERABLE)] {
        for (year, target) in YEARS.into_iter().zip(targets) {
            rows.push(cells!["ucj", CITY, segment, year, PLAN, "persen", target, PUBLISHER]);
        }
    }
    for (year, document, target) in [
        (2025, "RPJMN Simulasi Tahun 2025–2029", "36,25"),
        (2029, "RPJMN Simulasi Tahun 2025–2029", "46,75"),
        (2045, "RPJPN Simulasi Tahun 2025–2045", "98"),
    ] {
        rows.push(cells!["ucj", "00", "TOTAL", year, document, "persen", target, PUBLISHER]);
    }
    let columns = ["indikator", "kode_wilayah", "segmen", "tahun", "dokumen", "satuan", "nilai", "sumber"];
    sheet("target", columns, rows)
}

pub(super) fn coverage(month: &Month) -> String {
    percent(month.total(), month.survey().total())
}

pub(super) fn vulnerable(month: &Month) -> String {
    percent(month.rentan(), month.survey().rentan)
}

pub(super) fn indicators(city: &City, seed: u64) -> (String, String) {
    let start = city.last_december();
    let goal = "Meningkatnya perlindungan tenaga kerja";
    let programme = "Program Hubungan Industrial";
    let flagship = "Kota Terlindungi";
    let office = "Dinas Tenaga Kerja";
    let rows = [
        cells![
            "UCJ",
            CITY,
            goal,
            programme,
            flagship,
            "Cakupan Kepesertaan Jaminan Sosial Ketenagakerjaan",
            "persen",
            "naik",
            "",
            "posisi terakhir",
            2024,
            coverage(start),
            COVERAGE[4],
            21_500_000_000_u64,
            office,
            PLAN
        ],
        cells![
            "RENTAN",
            CITY,
            goal,
            programme,
            flagship,
            "Cakupan Kepesertaan Pekerja Rentan",
            "persen",
            "naik",
            "",
            "posisi terakhir",
            2024,
            vulnerable(start),
            VULNERABLE[4],
            18_200_000_000_u64,
            office,
            PLAN
        ],
        cells![
            "KECELAKAAN",
            CITY,
            goal,
            "Program Pengawasan Ketenagakerjaan",
            "",
            "Kasus Kecelakaan Kerja per 1.000 Peserta",
            "kasus",
            "turun",
            "target/realisasi",
            "jumlah",
            2024,
            "4,4",
            ACCIDENTS[4],
            2_400_000_000_u64,
            office,
            PLAN
        ],
    ];
    let columns = [
        "kode",
        "kode_wilayah",
        "sasaran",
        "program_prioritas",
        "program_unggulan",
        "nama",
        "satuan",
        "arah",
        "rumus_negatif",
        "agregasi",
        "tahun_awal",
        "nilai_awal",
        "target_akhir_k",
        "target_akhir_rp",
        "perangkat_daerah",
        "sumber",
    ];
    sheet("indikator", columns, rows.into_iter().chain(earlier::indicators(seed)))
}

/// The year 2025 is not over, so that nothing of it is realised yet.
pub(super) fn yearly(city: &City, seed: u64) -> (String, String) {
    let mut rows = Vec::new();
    for (code, targets, budget) in [
        ("UCJ", COVERAGE, 4_300_000_000_u64),
        ("RENTAN", VULNERABLE, 3_640_000_000),
        ("KECELAKAAN", ACCIDENTS, 480_000_000),
    ] {
        for (year, target) in YEARS.into_iter().zip(targets) {
            rows.push(cells![code, CITY, year, target, budget, "", "", PUBLISHER]);
        }
    }
    let columns = ["kode", "kode_wilayah", "tahun", "target_k", "target_rp", "realisasi_k", "realisasi_rp", "sumber"];
    sheet("indikator_tahunan", columns, rows.into_iter().chain(earlier::yearly(city, seed)))
}

/// The first two quarters of 2025 are realised.
pub(super) fn quarterly(city: &City, seed: u64) -> (String, String) {
    let (march, june) = (city.month_of_2025(3), city.month_of_2025(6));
    let mut rows = Vec::new();
    for (code, targets, budget, realised, spent) in [
        (
            "UCJ",
            ["35,5", "37", "38,5", COVERAGE[0]],
            1_075_000_000_u64,
            [coverage(march), coverage(june)],
            [812_000_000_u64, 1_034_000_000],
        ),
        (
            "RENTAN",
            ["20", "24", "28", VULNERABLE[0]],
            910_000_000,
            [vulnerable(march), vulnerable(june)],
            [640_000_000, 887_000_000],
        ),
        (
            "KECELAKAAN",
            ["1,1", "1,1", "1,0", "1,0"],
            120_000_000,
            ["1,0".to_owned(), "1,2".to_owned()],
            [96_000_000, 110_000_000],
        ),
    ] {
        for (n, target) in targets.into_iter().enumerate() {
            let done = realised.get(n).cloned().unwrap_or_default();
            let paid = spent.get(n).map(ToString::to_string).unwrap_or_default();
            rows.push(cells![code, CITY, 2025, n + 1, target, budget, done, paid, PUBLISHER]);
        }
    }
    let columns =
        ["kode", "kode_wilayah", "tahun", "triwulan", "target_k", "target_rp", "realisasi_k", "realisasi_rp", "sumber"];
    sheet("indikator_triwulan", columns, rows.into_iter().chain(earlier::quarterly(city, seed)))
}
