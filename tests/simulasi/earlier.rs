//! The plan that ended in December 2024: fifteen indicators of every direction and aggregation, and what goes wrong with
//! such tables in life: years without a realisation, a target of zero, a realisation of zero, one far above its target.
//!
//! Coverage in December 2023 and 2024 is that of the counts; everything else is drawn near its target.

use super::city::{CITY, City, Month};
use super::draw::Draw;
use super::plan::{coverage, vulnerable};
use super::sheet::{PUBLISHER, cells};

const PLAN: &str = "RPJMD Kota Simulasi Tahun 2020–2024";
const BASE: u32 = 2019;
const YEARS: [u32; 5] = [2020, 2021, 2022, 2023, 2024];
const LABOUR: &str = "Dinas Tenaga Kerja";

const PROTECTION: (&str, &str) = ("Meningkatnya perlindungan tenaga kerja", "Program Hubungan Industrial");
const SAFETY: (&str, &str) = ("Meningkatnya keselamatan kerja", "Program Pengawasan Ketenagakerjaan");
const SERVICE: (&str, &str) =
    ("Meningkatnya mutu layanan ketenagakerjaan", "Program Pelatihan Kerja dan Produktivitas Tenaga Kerja");

/// What was realised.
#[derive(Clone, Copy)]
enum Reached {
    /// Near its target, drawn, around so many thousandths of it.
    Near(u64),
    /// Exactly this, in the last decimal.
    Exactly(u64),
    /// Nothing is known.
    Unknown,
}
use Reached::{Exactly, Near, Unknown};

/// Numbers are in units of the indicator's last decimal.
struct Indicator {
    code: &'static str,
    aim: (&'static str, &'static str),
    name: &'static str,
    unit: &'static str,
    /// Direction, formula and aggregation, as in the table.
    rules: [&'static str; 3],
    decimals: u32,
    base: u64,
    targets: [Option<u64>; 5],
    at_end: u64,
    reached: [Reached; 5],
    /// Millions of rupiah in the first year; nothing without a budget of its own.
    budget: Option<u64>,
    office: &'static str,
}

const fn all(targets: [u64; 5]) -> [Option<u64>; 5] {
    let [first, second, third, fourth, last] = targets;
    [Some(first), Some(second), Some(third), Some(fourth), Some(last)]
}

const INDICATORS: [Indicator; 15] = [
    Indicator {
        code: "UCJ-2020",
        aim: PROTECTION,
        name: "Cakupan Kepesertaan Jaminan Sosial Ketenagakerjaan",
        unit: "persen",
        rules: ["positif", "", "posisi_akhir"],
        decimals: 2,
        base: 1_840,
        targets: all([2_000, 2_300, 2_600, 2_950, 3_300]),
        at_end: 3_300,
        reached: [Near(961), Near(948), Near(962), Unknown, Unknown],
        budget: Some(2_900),
        office: LABOUR,
    },
    Indicator {
        code: "RENTAN-2020",
        aim: PROTECTION,
        name: "Cakupan Kepesertaan Pekerja Rentan",
        unit: "persen",
        rules: ["positif", "", "posisi_akhir"],
        decimals: 2,
        base: 310,
        targets: all([600, 900, 1_200, 1_500, 1_800]),
        at_end: 1_800,
        reached: [Near(880), Near(840), Near(850), Unknown, Unknown],
        budget: Some(1_150),
        office: "Dinas Sosial",
    },
    Indicator {
        code: "PENDAFTARAN-2020",
        aim: PROTECTION,
        name: "Pekerja Rentan yang Didaftarkan",
        unit: "orang",
        rules: ["positif", "", "jumlah"],
        decimals: 0,
        base: 940,
        targets: all([1_200, 1_400, 1_500, 1_600, 1_700]),
        at_end: 7_400,
        reached: [Near(790), Near(910), Near(960), Near(985), Near(1_010)],
        budget: Some(640),
        office: "Dinas Sosial",
    },
    Indicator {
        code: "SOSIALISASI-2020",
        aim: PROTECTION,
        name: "Sosialisasi Jaminan Sosial Ketenagakerjaan",
        unit: "kegiatan",
        rules: ["positif", "", "jumlah"],
        decimals: 0,
        base: 9,
        targets: all([10, 11, 12, 13, 14]),
        at_end: 60,
        // Above twice its target: meetings over the network were counted too.
        reached: [Exactly(6), Exactly(9), Exactly(26), Exactly(14), Exactly(15)],
        budget: Some(180),
        office: LABOUR,
    },
    Indicator {
        code: "KEPATUHAN-2020",
        aim: PROTECTION,
        name: "Pemberi Kerja yang Diperiksa Kepatuhannya",
        unit: "pemberi kerja",
        rules: ["positif", "", "jumlah"],
        decimals: 0,
        base: 210,
        targets: all([240, 260, 280, 300, 320]),
        at_end: 1_400,
        reached: [Near(700), Unknown, Near(930), Near(960), Near(975)],
        budget: Some(320),
        office: LABOUR,
    },
    Indicator {
        code: "TUNGGAKAN-2020",
        aim: PROTECTION,
        name: "Pemberi Kerja yang Menunggak Iuran",
        unit: "persen",
        rules: ["negatif", "dua_t_kurang_r", "posisi_akhir"],
        decimals: 1,
        base: 142,
        targets: all([130, 120, 110, 100, 90]),
        at_end: 90,
        // The last year has three quarters only.
        reached: [Near(1_100), Near(1_080), Near(1_050), Near(1_040), Unknown],
        budget: None,
        office: "BPJS Ketenagakerjaan Kantor Cabang Simulasi",
    },
    Indicator {
        code: "KECELAKAAN-2020",
        aim: SAFETY,
        name: "Kasus Kecelakaan Kerja pada Pekerjaan Konstruksi",
        unit: "kasus",
        rules: ["negatif", "t_per_r", "jumlah"],
        decimals: 0,
        base: 46,
        targets: all([44, 40, 36, 33, 30]),
        at_end: 183,
        reached: [Near(1_060), Near(1_120), Near(1_030), Near(970), Near(1_050)],
        budget: Some(410),
        office: LABOUR,
    },
    Indicator {
        code: "KEMATIAN-2020",
        aim: SAFETY,
        name: "Kecelakaan Kerja yang Menyebabkan Kematian",
        unit: "kasus",
        rules: ["negatif", "t_per_r", "jumlah"],
        decimals: 0,
        base: 5,
        targets: all([5, 4, 3, 2, 2]),
        at_end: 16,
        reached: [Exactly(6), Exactly(4), Exactly(0), Exactly(2), Exactly(1)],
        budget: Some(260),
        office: LABOUR,
    },
    Indicator {
        code: "SENGKETA-2020",
        aim: SAFETY,
        name: "Perselisihan Hubungan Industrial yang Belum Selesai",
        unit: "perkara",
        rules: ["negatif", "t_per_r", "posisi_akhir"],
        decimals: 0,
        base: 11,
        targets: all([8, 6, 4, 2, 0]),
        at_end: 0,
        reached: [Exactly(9), Exactly(7), Exactly(4), Exactly(3), Exactly(1)],
        budget: Some(150),
        office: LABOUR,
    },
    Indicator {
        code: "PENGADUAN-2020",
        aim: SAFETY,
        name: "Pengaduan Ketenagakerjaan yang Tidak Ditanggapi",
        unit: "aduan",
        rules: ["negatif", "dua_t_kurang_r", "jumlah"],
        decimals: 0,
        base: 24,
        targets: all([20, 18, 16, 14, 12]),
        at_end: 80,
        reached: [Near(1_150), Near(1_100), Near(1_050), Near(1_000), Near(920)],
        budget: Some(90),
        office: LABOUR,
    },
    Indicator {
        code: "KEPUASAN-2020",
        aim: SERVICE,
        name: "Indeks Kepuasan atas Layanan Ketenagakerjaan",
        unit: "indeks",
        rules: ["positif", "", "rata_rata"],
        decimals: 2,
        base: 7_640,
        targets: all([7_800, 7_900, 8_000, 8_100, 8_200]),
        at_end: 8_200,
        reached: [Near(985), Near(990), Near(1_000), Near(1_005), Near(1_010)],
        budget: Some(130),
        office: LABOUR,
    },
    Indicator {
        code: "TUNGGU-2020",
        aim: SERVICE,
        name: "Waktu Tunggu Pendaftaran Peserta",
        unit: "menit",
        rules: ["negatif", "t_per_r", "rata_rata"],
        decimals: 1,
        base: 480,
        targets: all([450, 400, 350, 300, 250]),
        at_end: 250,
        reached: [Near(1_090), Near(1_060), Near(1_020), Near(980), Near(1_040)],
        budget: Some(75),
        office: LABOUR,
    },
    Indicator {
        code: "PENYELESAIAN-2020",
        aim: SERVICE,
        name: "Waktu Penyelesaian Klaim",
        unit: "hari kerja",
        rules: ["negatif", "dua_t_kurang_r", "rata_rata"],
        decimals: 1,
        base: 120,
        targets: all([100, 90, 80, 70, 60]),
        at_end: 60,
        // More than twice the target: the formula falls below zero.
        reached: [Exactly(215), Near(1_200), Near(1_120), Near(1_060), Near(1_020)],
        budget: Some(60),
        office: "BPJS Ketenagakerjaan Kantor Cabang Simulasi",
    },
    Indicator {
        code: "PELATIHAN-2020",
        aim: SERVICE,
        name: "Peserta Pelatihan Kerja yang Bersertifikat",
        unit: "orang",
        rules: ["positif", "", "jumlah"],
        decimals: 0,
        base: 310,
        targets: [None, Some(480), Some(520), Some(560), Some(600)],
        at_end: 2_500,
        reached: [Exactly(212), Near(870), Near(940), Near(980), Near(1_030)],
        budget: Some(1_900),
        office: LABOUR,
    },
    Indicator {
        code: "PENGANGGURAN-2020",
        aim: SERVICE,
        name: "Tingkat Pengangguran Terbuka",
        unit: "persen",
        rules: ["negatif", "dua_t_kurang_r", "posisi_akhir"],
        decimals: 2,
        base: 604,
        targets: all([600, 580, 560, 540, 520]),
        at_end: 520,
        reached: [Near(1_420), Near(1_380), Near(1_160), Near(1_090), Unknown],
        budget: Some(2_400),
        office: LABOUR,
    },
];

impl Indicator {
    fn print(&self, units: u64) -> String {
        let size = 10_u64.pow(self.decimals);
        if self.decimals == 0 {
            return units.to_string();
        }
        let places = usize::try_from(self.decimals).unwrap();
        format!("{},{:0places$}", units / size, units % size)
    }

    fn print_or_blank(&self, units: Option<u64>) -> String {
        units.map(|units| self.print(units)).unwrap_or_default()
    }

    /// The part of coverage that the counts say, of a month that they cover.
    fn counted(&self, month: &Month) -> Option<String> {
        match self.code {
            "UCJ-2020" => Some(coverage(month)),
            "RENTAN-2020" => Some(vulnerable(month)),
            _ => None,
        }
    }
}

/// An indicator with what was drawn for it.
struct Drawn {
    indicator: &'static Indicator,
    /// In the last decimal; nothing where unknown, or where the counts say it.
    reached: [Option<u64>; 5],
    /// Planned and spent, rupiah.
    money: Option<[(u64, u64); 5]>,
}

fn drawn(seed: u64) -> Vec<Drawn> {
    let mut draw = Draw::new(seed, "RPJMD 2020–2024");
    let each = INDICATORS.iter().map(|indicator| {
        let mut reached = [None; 5];
        for (n, of) in indicator.reached.into_iter().enumerate() {
            let near = |share: u64, draw: &mut Draw| {
                indicator.targets[n].map(|target| target * draw.around(share, 15) / 1_000)
            };
            reached[n] = match of {
                Near(share) => near(share, &mut draw),
                Exactly(units) => Some(units),
                Unknown => None,
            };
        }
        let money = indicator.budget.map(|first| {
            [0, 1, 2, 3, 4].map(|n| {
                let planned = first * (100 + 6 * n) / 100 * 1_000_000;
                (planned, planned / 1_000_000 * draw.around(928, 50) * 1_000)
            })
        });
        Drawn { indicator, reached, money }
    });
    each.collect()
}

/// Rows of table `indikator`.
pub(super) fn indicators(seed: u64) -> Vec<[String; 16]> {
    let each = drawn(seed).into_iter().map(|drawn| {
        let Indicator { code, aim, name, unit, rules, base, at_end, office, .. } = drawn.indicator;
        let budget = drawn.money.map(|money| money.iter().map(|(planned, _)| planned).sum::<u64>().to_string());
        cells![
            code,
            CITY,
            aim.0,
            aim.1,
            "",
            name,
            unit,
            rules[0],
            rules[1],
            rules[2],
            BASE,
            drawn.indicator.print(*base),
            drawn.indicator.print(*at_end),
            budget.unwrap_or_default(),
            office,
            PLAN
        ]
    });
    each.collect()
}

/// Rows of table `indikator_tahunan`.
pub(super) fn yearly(city: &City, seed: u64) -> Vec<[String; 8]> {
    let mut rows = Vec::new();
    for drawn in drawn(seed) {
        let indicator = drawn.indicator;
        for (n, year) in YEARS.into_iter().enumerate() {
            let december = city.month(year, 12);
            let counted = december.and_then(|month| indicator.counted(month));
            let (planned, spent) = drawn.money.map(|money| money[n]).unzip();
            rows.push(cells![
                indicator.code,
                CITY,
                year,
                indicator.print_or_blank(indicator.targets[n]),
                planned.map(|rupiah| rupiah.to_string()).unwrap_or_default(),
                counted.unwrap_or_else(|| indicator.print_or_blank(drawn.reached[n])),
                spent.map(|rupiah| rupiah.to_string()).unwrap_or_default(),
                PUBLISHER
            ]);
        }
    }
    rows
}

/// Rows of table `indikator_triwulan`: the plan's last year.
pub(super) fn quarterly(city: &City, seed: u64) -> Vec<[String; 9]> {
    let mut draw = Draw::new(seed, "triwulan 2024");
    let mut rows = Vec::new();
    for drawn in drawn(seed) {
        let indicator = drawn.indicator;
        let [.., before, target] = indicator.targets.map(Option::unwrap_or_default);
        let how = indicator.rules[2];
        let targets = quarters_of(how, before, target);
        let reached = match (indicator.code, drawn.reached[4]) {
            // Measured for each quarter, the last not yet.
            ("TUNGGAKAN-2020", _) => {
                let [first, second, third, _] = quarters_of(how, drawn.reached[3].unwrap_or_default(), target);
                [Some(first), Some(second), Some(third), None]
            }
            (_, None) => [None; 4],
            (code, Some(year)) => {
                let parts = match how {
                    "jumlah" => uneven(year, &mut draw),
                    "posisi_akhir" => quarters_of(how, drawn.reached[3].unwrap_or_default(), year),
                    // As much above as below, and better from quarter to quarter.
                    _ => {
                        let (near, far) = (draw.from(0, 6), draw.from(6, 12));
                        let mut rising = [year - far, year - near, year + near, year + far];
                        if indicator.rules[0] == "negatif" {
                            rising.reverse();
                        }
                        rising
                    }
                };
                let mut parts = parts.map(Some);
                if code == "KEPATUHAN-2020" {
                    // One quarter was never sent in; the year was.
                    parts[2] = None;
                }
                parts
            }
        };
        let planned = drawn.money.map(|money| equal(money[4].0));
        let spent = drawn.money.map(|money| uneven(money[4].1 / 1_000, &mut draw).map(|thousands| thousands * 1_000));
        for n in 0..4 {
            let month = city.month(2024, u32::try_from(n).unwrap() * 3 + 3);
            let counted = month.and_then(|month| indicator.counted(month));
            rows.push(cells![
                indicator.code,
                CITY,
                2024,
                n + 1,
                indicator.print(targets[n]),
                planned.map(|quarters| quarters[n].to_string()).unwrap_or_default(),
                counted.unwrap_or_else(|| indicator.print_or_blank(reached[n])),
                spent.map(|quarters| quarters[n].to_string()).unwrap_or_default(),
                PUBLISHER
            ]);
        }
    }
    rows
}

/// Targets of a year in quarters: parts of a flow, steps of a position from the year before, or four times the same.
fn quarters_of(how: &str, before: u64, year: u64) -> [u64; 4] {
    match how {
        "jumlah" => equal(year),
        "posisi_akhir" => [1, 2, 3, 4].map(|n| (before * (4 - n) + year * n) / 4),
        _ => [year; 4],
    }
}

/// Four equal parts; the last takes what is left over.
fn equal(year: u64) -> [u64; 4] {
    let quarter = year / 4;
    [quarter, quarter, quarter, year - 3 * quarter]
}

/// Four parts as offices work and spend: little at first, most in the end.
fn uneven(year: u64, draw: &mut Draw) -> [u64; 4] {
    let [first, second, third] = [150, 220, 260].map(|share| year * draw.around(share, 30) / 1_000);
    [first, second, third, year - first - second - third]
}

/// Rows of table `faktor`.
#[rustfmt::skip]
pub(super) fn factors() -> Vec<[&'static str; 7]> {
    let rows = [
        ["UCJ-2020", "pendorong", "1", "Pendaftaran pekerja menjadi syarat pencairan termin pekerjaan konstruksi sejak 2022"],
        ["UCJ-2020", "pendorong", "2", "Layanan pendaftaran tersedia di setiap kantor kecamatan"],
        ["UCJ-2020", "penghambat", "1", "Pembatasan kegiatan pada 2020 dan 2021 mengurangi pekerja penerima upah"],
        ["UCJ-2020", "penghambat", "2", "Kontrak musiman berakhir pada Mei 2024 dan sebagian pekerjanya tidak didaftarkan kembali"],
        ["UCJ-2020", "lanjut_rkpd", "1", "Pendaftaran pekerja usaha mikro bersama kecamatan"],
        ["UCJ-2020", "lanjut_rpjmd", "1", "Penetapan satu penyebut cakupan untuk seluruh masa RPJMD"],
        ["RENTAN-2020", "pendorong", "1", "Iuran ketua RT dan RW, Linmas, penjaga tempat ibadah, serta kader posyandu dibayarkan sepanjang tahun"],
        ["RENTAN-2020", "penghambat", "1", "Pagu iuran tidak mencakup petani, pengemudi ojek daring, dan pedagang pasar"],
        ["RENTAN-2020", "lanjut_rkpd", "1", "Penganggaran iuran petani, pengemudi ojek daring, dan pedagang pasar dari DBHCHT"],
        ["RENTAN-2020", "lanjut_rpjmd", "1", "Target cakupan pekerja rentan disusun menurut kelompok penerima"],
        ["KEPATUHAN-2020", "penghambat", "1", "Laporan pemeriksaan Tahun 2021 tidak disampaikan setelah pengalihan petugas"],
        ["KECELAKAAN-2020", "pendorong", "1", "Pemeriksaan alat pelindung diri pada paket pekerjaan pemerintah setiap bulan"],
        ["KECELAKAAN-2020", "penghambat", "1", "Petugas pengawas tidak menjangkau pekerjaan konstruksi swasta"],
        ["SENGKETA-2020", "lanjut_rpjmd", "1", "Penggantian target nol dengan target yang dapat dihitung tingkat capaiannya"],
        ["PENYELESAIAN-2020", "pendorong", "1", "Berkas klaim diperiksa pada saat diterima"],
        ["PENGANGGURAN-2020", "penghambat", "1", "Angka Tahun 2024 belum diterima dari penerbitnya"],
        ["PENGANGGURAN-2020", "lanjut_rkpd", "1", "Permintaan data ketenagakerjaan tahunan sebelum penyusunan evaluasi"],
    ];
    rows.map(|[code, kind, number, text]| [code, CITY, "2024", kind, number, text, PUBLISHER]).to_vec()
}
