//! The invented province of `data/simulasi-provinsi`: 38 kabupaten/kota, 24 months, and every case that a recapitulation has
//! to tell apart.
//!
//! In August 2025 one region has no data, one has workers of another definition only, one has no target, two have exactly
//! the same coverage, one meets its target exactly; the published total of the province holds the region without data.

use super::draw::Draw;
use super::sheet::{PUBLISHER, cells, sheet};

/// Code of the province; no code of the Ministry of Home Affairs.
pub(super) const PROVINCE: &str = "98";
/// Participants whose kabupaten or kota is not known.
const UNMAPPED: &str = "98.00";
/// The first month and how many there are.
const START: (i32, u32) = (2023, 9);
const MONTHS: u32 = 24;
/// From this month on the second survey is used.
const SECOND: &str = "2025-01";

/// Regencies are called after flowers and trees, cities after birds.
const KABUPATEN: [&str; 29] = [
    "Melati",
    "Mawar",
    "Dahlia",
    "Kenanga",
    "Cempaka",
    "Seruni",
    "Teratai",
    "Kamboja",
    "Anggrek",
    "Kemuning",
    "Soka",
    "Bakung",
    "Akasia",
    "Angsana",
    "Beringin",
    "Cemara",
    "Damar",
    "Flamboyan",
    "Gaharu",
    "Kapuk",
    "Mahoni",
    "Pinus",
    "Randu",
    "Sengon",
    "Trembesi",
    "Ulin",
    "Waru",
    "Sawo",
    "Salak",
];
const KOTA: [&str; 9] = ["Merpati", "Kutilang", "Merak", "Elang", "Kenari", "Nuri", "Jalak", "Rajawali", "Cendrawasih"];

/// No data in August 2025.
const SILENT: &str = "98.17";
/// Workers of another definition only.
const OTHER: &str = "98.23";
/// No target.
const WITHOUT_TARGET: &str = "98.29";
/// Exactly 36 percent each in August 2025: workers, participants.
const TIED: [(&str, u64, u64); 2] = [("98.75", 120_000, 43_200), ("98.78", 95_000, 34_200)];
/// Exactly its target of 40 percent in August 2025.
const EXACT: (&str, u64, u64) = ("98.72", 250_000, 100_000);

/// A region of the province.
pub(super) struct Region {
    pub(super) code: String,
    name: String,
    level: &'static str,
    /// Workers of the two surveys.
    pub(super) workers: [u64; 2],
    /// Wage earners among 1.000 workers, and among 1.000 participants.
    shares: [u64; 2],
    /// Participants month by month.
    pub(super) participants: Vec<u64>,
    /// Target of 2025 in tenths of a percent.
    target: u64,
}

/// The whole province.
pub(super) struct Province {
    pub(super) regions: Vec<Region>,
    /// Participants who could not be mapped, month by month.
    pub(super) unmapped: Vec<u64>,
}

impl Province {
    fn total(&self, month: usize) -> u64 {
        self.regions.iter().map(|region| region.participants[month]).sum::<u64>() + self.unmapped[month]
    }

    fn workers(&self, survey: usize) -> u64 {
        self.regions.iter().map(|region| region.workers[survey]).sum()
    }
}

/// `2023-09`, `2023-10`, …
fn months() -> Vec<String> {
    let (year, month) = START;
    let months = (month - 1..month - 1 + MONTHS).map(|n| (year + i32::try_from(n / 12).unwrap(), n % 12 + 1));
    months.map(|(year, month)| format!("{year}-{month:02}")).collect()
}

/// The wage earners of so many persons.
fn wage_earners(all: u64, share: u64) -> u64 {
    all * share / 1_000
}

pub(super) fn province(seed: u64) -> Province {
    let mut draw = Draw::new(seed, "provinsi");
    let kabupaten = KABUPATEN.iter().zip(1..).map(|(name, n)| (format!("{PROVINCE}.{n:02}"), "kabupaten", *name));
    let kota = KOTA.iter().zip(71..).map(|(name, n)| (format!("{PROVINCE}.{n}"), "kota", *name));
    let regions = kabupaten.chain(kota).map(|(code, level, name)| region(&mut draw, code, level, name)).collect();
    let unmapped = (0..u64::from(MONTHS)).map(|month| 5_200 - 40 * month + draw.from(0, 60)).collect();
    Province { regions, unmapped }
}

fn region(draw: &mut Draw, code: String, level: &'static str, name: &str) -> Region {
    let urban = level == "kota";
    let mut first = if urban { draw.from(70, 420) } else { draw.from(190, 880) } * 1_000 + draw.from(0, 999);
    let mut second = first + first * draw.from(8, 24) / 1_000;
    // Coverage in August 2025, in ten-thousandths of the workers, and how much of it there was two years before.
    let mut coverage = if urban { draw.from(3_000, 5_200) } else { draw.from(2_050, 4_350) };
    let before = draw.from(760, 880);
    let mut now = second * coverage / 10_000;
    for (at, workers, participants) in TIED.into_iter().chain([EXACT]) {
        if code == at {
            (first, second, now) = (workers * 985 / 1_000, workers, participants);
            coverage = participants * 10_000 / workers;
        }
    }
    let last = u64::from(MONTHS) - 1;
    let participants = (0..=last).map(|month| {
        let share = before * last + (1_000 - before) * month;
        let drawn = draw.from(0, second / 400);
        if month == last { now } else { (now * share / (1_000 * last)).saturating_sub(drawn) }
    });
    let participants = participants.collect();
    // Half a point below up to nearly five points above today's coverage.
    let target = if code == EXACT.0 { 400 } else { coverage / 10 + draw.from(0, 52) - 4 };
    let shares = [draw.from(380, 620), draw.from(700, 860)];
    let name = format!("{} {name}", if urban { "Kota" } else { "Kabupaten" });
    Region { code, name, level, workers: [first, second], shares, participants, target }
}

/// Every table of the workspace: path below the workspace, content.
pub(super) fn files(seed: u64) -> Vec<(String, String)> {
    let province = province(seed);
    vec![regions(&province), workers(&province), participants(&province), targets(&province), legal_bases()]
}

fn regions(province: &Province) -> (String, String) {
    let above = [
        ["00", "Indonesia", "nasional", ""].map(str::to_owned),
        [PROVINCE, "Simulasi Raya", "provinsi", "00"].map(str::to_owned),
    ];
    let parts = province.regions.iter().map(|region| cells![region.code, region.name, region.level, PROVINCE]);
    let stray = [UNMAPPED, "Tidak terpetakan", "tidak_terpetakan", PROVINCE].map(str::to_owned);
    let rows = above.into_iter().chain(parts).chain([stray]);
    let rows = rows.map(|[code, name, level, above]| [code, name, level, above, PUBLISHER.to_owned()]);
    sheet("wilayah", ["kode", "nama", "jenis", "induk", "sumber"], rows)
}

fn workers(province: &Province) -> (String, String) {
    let surveys = [("2023-08-31", "Agustus 2023", "2023-09"), ("2024-08-31", "Agustus 2024", SECOND)];
    let mut rows = Vec::new();
    for (survey, (day, month, since)) in surveys.into_iter().enumerate() {
        let mut add = |code: &str, all: u64, wage: u64, definition: &str, wording: &str| {
            for (segment, who, count) in
                [("TOTAL", "", all), ("PU", " penerima upah", wage), ("BPU", " bukan penerima upah", all - wage)]
            {
                let wording = format!("{wording}{who}, Sakernas {month}");
                rows.push(cells![code, segment, day, definition, wording, count, since, PUBLISHER]);
            }
        };
        let wage = |region: &Region| wage_earners(region.workers[survey], region.shares[0]);
        let all_wage = province.regions.iter().map(wage).sum();
        add(PROVINCE, province.workers(survey), all_wage, "bekerja_sakernas", "penduduk bekerja");
        for region in &province.regions {
            let (definition, wording) = if region.code == OTHER {
                ("angkatan_kerja", "angkatan kerja")
            } else {
                ("bekerja_sakernas", "penduduk bekerja")
            };
            add(&region.code, region.workers[survey], wage(region), definition, wording);
        }
    }
    let columns =
        ["kode_wilayah", "segmen", "per_tanggal", "definisi", "sebutan", "jumlah_pekerja", "dipakai_mulai", "sumber"];
    sheet("pekerja", columns, rows)
}

fn participants(province: &Province) -> (String, String) {
    let mut rows = Vec::new();
    let last = months().len() - 1;
    for (at, month) in months().into_iter().enumerate() {
        let status = if at == last { "sementara" } else { "tetap" };
        let mut add = |code: &str, segment: &str, count: u64| {
            rows.push(cells![month, code, segment, PUBLISHER, count, status]);
        };
        let wage = |region: &Region| wage_earners(region.participants[at], region.shares[1]);
        let all_wage = province.regions.iter().map(wage).sum::<u64>();
        add(PROVINCE, "TOTAL", province.total(at));
        add(PROVINCE, "PU", all_wage);
        add(PROVINCE, "BPU", province.total(at) - all_wage);
        for region in province.regions.iter().filter(|region| at < last || region.code != SILENT) {
            add(&region.code, "TOTAL", region.participants[at]);
            add(&region.code, "PU", wage(region));
            add(&region.code, "BPU", region.participants[at] - wage(region));
        }
        // Those whose region is not known work for themselves.
        add(UNMAPPED, "TOTAL", province.unmapped[at]);
        add(UNMAPPED, "BPU", province.unmapped[at]);
    }
    sheet("kepesertaan", ["periode", "kode_wilayah", "segmen", "sumber", "peserta_aktif", "status_data"], rows)
}

fn targets(province: &Province) -> (String, String) {
    let mut rows = Vec::new();
    let mut add = |code: &str, whose: &str, year: u64, tenths: u64| {
        let document = if code == "00" {
            "RPJPN Simulasi Tahun 2025–2045".to_owned()
        } else {
            format!("RPJMD {whose} Tahun 2025–2029")
        };
        let value = format!("{},{}", tenths / 10, tenths % 10);
        rows.push(cells!["ucj", code, "TOTAL", year, document, "persen", value, PUBLISHER]);
    };
    for (year, tenths) in (2025..).zip([352, 388, 424, 460, 496]) {
        add(PROVINCE, "Provinsi Simulasi Raya", year, tenths);
    }
    add("00", "", 2045, 980);
    for region in province.regions.iter().filter(|region| region.code != WITHOUT_TARGET) {
        add(&region.code, &region.name, 2025, region.target);
    }
    let columns = ["indikator", "kode_wilayah", "segmen", "tahun", "dokumen", "satuan", "nilai", "sumber"];
    sheet("target", columns, rows)
}

fn legal_bases() -> (String, String) {
    let rows = [
        ["1", "Undang-Undang", "40", "2004", "Sistem Jaminan Sosial Nasional"],
        ["2", "Undang-Undang", "24", "2011", "Badan Penyelenggara Jaminan Sosial"],
        ["3", "Instruksi Presiden", "2", "2021", "Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan"],
    ];
    sheet("dasar_hukum", ["urutan", "jenis", "nomor", "tahun", "tentang"], rows)
}
