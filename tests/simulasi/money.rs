//! Contributions, budgets, claims.

use super::city::{CITY, CONTRIBUTION, City, GROUPS};
use super::draw::Draw;
use super::sheet::{PUBLISHER, cells, sheet};

/// What one death pays, rupiah.
const DEATH_BENEFIT: u64 = 42_000_000;
/// What a child receives in a year, rupiah, from primary school to university.
const SCHOLARSHIPS: [u64; 4] = [1_500_000, 2_000_000, 3_000_000, 12_000_000];

pub(super) fn tariffs() -> (String, String) {
    let rows = [("JKK", "10000"), ("JKM", "6800"), ("JHT", "20000")]
        .map(|(programme, rupiah)| ["BPU", programme, "2023-01-01", rupiah, "Ketentuan simulasi", PUBLISHER]);
    sheet("tarif_iuran", ["segmen", "program_jaminan", "berlaku_mulai", "iuran_rp", "dasar", "sumber"], rows)
}

/// Contributions by contract value: upper bound of a bracket in rupiah, percent for JKK and for JKM. The brackets are those
/// that the press has printed; the city and its regulation are invented.
const BRACKETS: [(&str, &str, &str); 5] = [
    ("100000000", "0.21", "0.03"),
    ("500000000", "0.17", "0.02"),
    ("1000000000", "0.13", "0.02"),
    ("5000000000", "0.11", "0.01"),
    ("", "0.09", "0.01"),
];

pub(super) fn construction_tariffs() -> (String, String) {
    let mut rows = Vec::new();
    for programme in ["JKK", "JKM"] {
        let mut from = "0";
        for (until, accident, death) in BRACKETS {
            let percent = if programme == "JKK" { accident } else { death };
            rows.push(cells![programme, "2023-01-01", from, until, percent, "Ketentuan simulasi", PUBLISHER]);
            from = until;
        }
    }
    let columns = ["program_jaminan", "berlaku_mulai", "batas_bawah_rp", "batas_atas_rp", "persen", "dasar", "sumber"];
    sheet("tarif_konstruksi", columns, rows)
}

/// What was spent is what the protected persons of each month cost.
pub(super) fn budgets(city: &City) -> (String, String) {
    let year = city.this_year();
    let mut rows = Vec::new();
    for reported in 6..=year.len() {
        let now = &year[reported - 1];
        for (n, group) in GROUPS.iter().enumerate() {
            let spent: u64 = year[..reported].iter().map(|month| month.groups[n] * CONTRIBUTION).sum();
            let amended = group.amended.filter(|_| reported == year.len());
            rows.push(cells![
                2025,
                now.period.last_day(),
                CITY,
                group.payer,
                group.name,
                group.office,
                group.ceiling,
                amended.map(|ceiling| ceiling.to_string()).unwrap_or_default(),
                spent,
                group.planned,
                now.groups[n],
                group.paid_months,
                CONTRIBUTION,
                PUBLISHER
            ]);
        }
    }
    let columns = [
        "tahun_anggaran",
        "per_tanggal",
        "kode_wilayah",
        "sumber_dana",
        "kelompok",
        "perangkat_daerah",
        "pagu_rp",
        "pagu_perubahan_rp",
        "realisasi_rp",
        "target_orang",
        "orang_terlindungi",
        "jumlah_bulan",
        "iuran_per_orang_rp",
        "sumber",
    ];
    sheet("anggaran", columns, rows)
}

/// Claims paid in each month of the year; a programme's parts add up to its total in rupiah.
pub(super) fn claims(city: &City, seed: u64) -> (String, String) {
    let mut draw = Draw::new(seed, "klaim");
    let mut rows = Vec::new();
    for at in city.this_year() {
        let status = if std::ptr::eq(at, city.now()) { "sementara" } else { "tetap" };
        let mut push = |programme: &str, benefit: &str, cases: u64, people: u64, rupiah: u64| {
            rows.push(cells![at.period, CITY, programme, benefit, cases, people, rupiah, PUBLISHER, status]);
        };
        let accidents = draw.around(41, 9);
        let treated = accidents * draw.around(2_900, 350) * 1_000;
        let compensated = accidents / 3;
        let compensation = compensated * draw.around(6_500, 800) * 1_000;
        push("JKK", "total", accidents, accidents, treated + compensation);
        push("JKK", "santunan", compensated, compensated, compensation);
        push("JKK", "perawatan", accidents, accidents, treated);

        let deaths = draw.around(15, 4);
        let children = draw.around(6, 3);
        let school: u64 = (0..children).map(|_| draw.one_of(&SCHOLARSHIPS)).sum();
        push("JKM", "total", deaths, deaths + children, deaths * DEATH_BENEFIT + school);
        push("JKM", "santunan", deaths, deaths, deaths * DEATH_BENEFIT);
        push("JKM", "beasiswa", children, children, school);

        for (programme, cases, spread, thousands) in
            [("JHT", 640, 60, 14_200), ("JP", 212, 15, 421), ("JKP", 37, 8, 1_910)]
        {
            let cases = draw.around(cases, spread);
            let rupiah = cases * draw.around(thousands, thousands / 20) * 1_000;
            push(programme, "total", cases, cases, rupiah);
        }
    }
    let columns = [
        "periode",
        "kode_wilayah",
        "program_jaminan",
        "manfaat",
        "kasus",
        "penerima_orang",
        "nominal_rp",
        "sumber",
        "status_data",
    ];
    sheet("klaim", columns, rows)
}
