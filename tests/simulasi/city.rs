//! The invented city: who works there, and who is an active participant month by month.
//!
//! Every other table follows from these counts, so that they agree with each other.

use rakor::figure::Period;

use super::draw::Draw;

/// Code of the city.
pub(super) const CITY: &str = "99.71";
/// Participants whose kecamatan is not known.
pub(super) const UNMAPPED: &str = "99.71.00";
/// Contribution for JKK and JKM of one person and month, rupiah.
pub(super) const CONTRIBUTION: u64 = 16_800;
/// How many months there are.
pub(super) const MONTHS: usize = 24;

/// Workers as a survey counted them.
pub(super) struct Survey {
    /// The day it holds for.
    pub(super) as_of: &'static str,
    /// As it is printed.
    pub(super) wording: &'static str,
    /// The first month that uses it: year and month.
    pub(super) since: (i32, u32),
    pub(super) pu: u64,
    pub(super) bpu: u64,
    pub(super) jakon: u64,
    pub(super) pmi: u64,
    pub(super) rentan: u64,
    /// By kecamatan, in the order of [`KECAMATAN`].
    pub(super) kecamatan: [u64; 5],
    /// By neighbour, in the order of [`NEIGHBOURS`].
    pub(super) neighbours: [u64; 6],
}

impl Survey {
    pub(super) fn total(&self) -> u64 {
        self.pu + self.bpu
    }
}

/// The denominator changes once within the months.
pub(super) const SURVEYS: [Survey; 2] = [
    Survey {
        as_of: "2023-08-31",
        wording: "penduduk bekerja, Sakernas Agustus 2023",
        since: (2023, 9),
        pu: 163_927,
        bpu: 142_288,
        jakon: 20_870,
        pmi: 1_790,
        rentan: 58_900,
        kecamatan: [59_105, 48_377, 70_441, 67_216, 61_076],
        neighbours: [498_210, 286_450, 361_730, 224_905, 118_340, 203_615],
    },
    Survey {
        as_of: "2024-08-31",
        wording: "penduduk bekerja, Sakernas Agustus 2024",
        since: (2025, 1),
        pu: 168_413,
        bpu: 144_067,
        jakon: 21_410,
        pmi: 1_850,
        rentan: 60_240,
        kecamatan: [60_318, 49_214, 72_105, 68_530, 62_313],
        neighbours: [506_880, 290_115, 367_240, 229_470, 121_095, 207_930],
    },
];

/// Code, name, and how far its coverage stands from the city's in the first and the last month, in thousandths.
pub(super) const KECAMATAN: [(&str, &str, u64, u64); 5] = [
    ("99.71.01", "Contoh Utara", 1_070, 1_035),
    ("99.71.02", "Contoh Tengah", 1_210, 1_150),
    ("99.71.03", "Contoh Timur", 880, 965),
    ("99.71.04", "Contoh Selatan", 990, 962),
    ("99.71.05", "Contoh Barat", 905, 930),
];

/// Code, name, level, and coverage in the first and the last month, in thousandths.
pub(super) const NEIGHBOURS: [(&str, &str, &str, u64, u64); 6] = [
    ("99.01", "Kabupaten Andaian", "kabupaten", 231, 312),
    ("99.02", "Kabupaten Ibarat", "kabupaten", 262, 344),
    ("99.03", "Kabupaten Misalan", "kabupaten", 204, 268),
    ("99.04", "Kabupaten Umpama", "kabupaten", 285, 366),
    ("99.72", "Kota Rekaan", "kota", 318, 402),
    ("99.73", "Kota Tiruan", "kota", 352, 441),
];

/// A group whose contributions somebody pays.
pub(super) struct Group {
    pub(super) name: &'static str,
    pub(super) payer: &'static str,
    pub(super) office: &'static str,
    /// Persons planned.
    pub(super) planned: u64,
    /// The month of the first payment within the months: its index.
    pub(super) first: usize,
    /// Months paid for in 2025.
    pub(super) paid_months: u64,
    /// Ceiling in 2025, rupiah, and the amended one.
    pub(super) ceiling: u64,
    pub(super) amended: Option<u64>,
}

const SOCIAL: &str = "Dinas Sosial";
const LABOUR: &str = "Dinas Tenaga Kerja";

/// All groups together are the segment RENTAN.
pub(super) const GROUPS: [Group; 9] = [
    Group {
        name: "ketua RT dan RW",
        payer: "APBD",
        office: "Bagian Tata Pemerintahan",
        planned: 2_400,
        first: 0,
        paid_months: 12,
        ceiling: 484_000_000,
        amended: None,
    },
    Group {
        name: "anggota Linmas",
        payer: "APBD",
        office: "Satuan Polisi Pamong Praja",
        planned: 1_500,
        first: 0,
        paid_months: 12,
        ceiling: 303_000_000,
        amended: None,
    },
    Group {
        name: "penjaga tempat ibadah",
        payer: "APBD",
        office: "Bagian Kesejahteraan Rakyat",
        planned: 2_000,
        first: 0,
        paid_months: 12,
        ceiling: 404_000_000,
        amended: None,
    },
    Group {
        name: "kader posyandu",
        payer: "APBD",
        office: "Dinas Kesehatan",
        planned: 2_200,
        first: 0,
        paid_months: 12,
        ceiling: 444_000_000,
        amended: None,
    },
    Group {
        name: "petani dan buruh tani",
        payer: "DBHCHT",
        office: "Dinas Ketahanan Pangan dan Pertanian",
        planned: 3_600,
        first: 18,
        paid_months: 10,
        ceiling: 605_000_000,
        amended: None,
    },
    Group {
        name: "pengemudi ojek daring",
        payer: "DBHCHT",
        office: LABOUR,
        planned: 3_000,
        first: 18,
        paid_months: 10,
        ceiling: 450_000_000,
        amended: Some(480_000_000),
    },
    Group {
        name: "pedagang pasar",
        payer: "DBHCHT",
        office: "Dinas Perdagangan",
        planned: 2_800,
        first: 18,
        paid_months: 10,
        ceiling: 471_000_000,
        amended: None,
    },
    Group {
        name: "juru parkir",
        payer: "TJSL",
        office: LABOUR,
        planned: 600,
        first: 21,
        paid_months: 7,
        ceiling: 71_000_000,
        amended: None,
    },
    Group {
        name: "pekerja seni",
        payer: "TJSL",
        office: SOCIAL,
        planned: 500,
        first: 21,
        paid_months: 7,
        ceiling: 59_000_000,
        amended: None,
    },
];

/// Active participants at the end of a month.
pub(super) struct Month {
    pub(super) period: Period,
    pub(super) pu: u64,
    /// Part of BPU who pay for themselves.
    pub(super) own: u64,
    pub(super) jakon: u64,
    pub(super) pmi: u64,
    /// By group, in the order of [`GROUPS`]; zero before a group's first month.
    pub(super) groups: [u64; 9],
    pub(super) kecamatan: [u64; 5],
    pub(super) unmapped: u64,
    pub(super) neighbours: [u64; 6],
}

impl Month {
    pub(super) fn rentan(&self) -> u64 {
        self.groups.iter().sum()
    }

    pub(super) fn bpu(&self) -> u64 {
        self.own + self.rentan()
    }

    pub(super) fn total(&self) -> u64 {
        self.pu + self.bpu()
    }

    pub(super) fn survey(&self) -> &'static Survey {
        survey(self.period)
    }
}

/// The survey in force in a month.
pub(super) fn survey(period: Period) -> &'static Survey {
    let [older, newer] = &SURVEYS;
    if (period.year(), period.month()) < newer.since { older } else { newer }
}

/// The months, the first to the last.
pub(super) struct City {
    pub(super) months: Vec<Month>,
}

impl City {
    /// The month that the example report speaks of.
    pub(super) fn now(&self) -> &Month {
        &self.months[MONTHS - 1]
    }

    /// The months of 2025.
    pub(super) fn this_year(&self) -> &[Month] {
        let january = self.months.iter().position(|month| month.period.year() == 2025).unwrap();
        &self.months[january..]
    }

    /// A month by its number in 2025.
    pub(super) fn month_of_2025(&self, number: usize) -> &Month {
        &self.this_year()[number - 1]
    }

    /// A month of any year that the counts cover.
    pub(super) fn month(&self, year: u32, number: u32) -> Option<&Month> {
        let period = Period::new(i32::try_from(year).unwrap(), number)?;
        self.months.iter().find(|month| month.period == period)
    }

    /// The last month before 2025.
    pub(super) fn last_december(&self) -> &Month {
        &self.months[MONTHS - self.this_year().len() - 1]
    }
}

/// Makes the city of a seed.
pub(super) fn city(seed: u64) -> City {
    let first = Period::new(2023, 9).unwrap();
    let mut draw = Draw::new(seed, "kepesertaan");
    let mut months: Vec<Month> = Vec::new();
    for at in 0..MONTHS {
        let period = first.plus(i32::try_from(at).unwrap());
        let before = months.last();
        let pu = wage_earners(before, period, &mut draw);
        let own = before.map_or(11_600, |month| month.own + draw.around(190, 35));
        let groups = protected(before, at, &mut draw);
        let total = pu + own + groups.iter().sum::<u64>();
        let unmapped = total * thousandths((35, 21), at) / 1_000;
        months.push(Month {
            jakon: before.map_or(6_900, |month| month.jakon + draw.around(130, 60)),
            pmi: before.map_or(860, |month| month.pmi + draw.around(12, 6)),
            kecamatan: kecamatan(total - unmapped, period, at, &mut draw),
            neighbours: neighbours(at, &mut draw),
            period,
            pu,
            own,
            groups,
            unmapped,
        });
    }
    City { months }
}

/// Seasonal contracts ended in one month; in all others the count grows.
fn wage_earners(before: Option<&Month>, period: Period, draw: &mut Draw) -> u64 {
    let Some(before) = before else { return 66_400 };
    match (period.year(), period.month()) {
        (2024, 5) => before.pu - draw.around(520, 30),
        (2025, _) => before.pu + draw.around(980, 90),
        _ => before.pu + draw.around(745, 90),
    }
}

/// Groups fill up towards the persons planned, quickly after the first payment and slowly later.
fn protected(before: Option<&Month>, at: usize, draw: &mut Draw) -> [u64; 9] {
    let mut counts = [0; 9];
    for (n, group) in GROUPS.iter().enumerate() {
        let Some(since) = at.checked_sub(group.first) else { continue };
        let share = match group.payer {
            "APBD" => thousandths((850, 980), at),
            "DBHCHT" => [600, 700, 755, 800, 828, 851][since],
            _ => [520, 700, 810][since],
        };
        let known = before.map_or(0, |month| month.groups[n]);
        counts[n] = (group.planned * draw.around(share, 5) / 1_000).clamp(known, group.planned);
    }
    counts
}

/// Shares that follow the workers and each kecamatan's distance from the city's coverage; the last takes the rest.
fn kecamatan(mapped: u64, period: Period, at: usize, draw: &mut Draw) -> [u64; 5] {
    let workers = survey(period).kecamatan;
    let mut weights = [0; 5];
    for (n, (_, _, first, last)) in KECAMATAN.into_iter().enumerate() {
        weights[n] = workers[n] * draw.around(thousandths((first, last), at), 2);
    }
    let sum: u64 = weights.iter().sum();
    let mut counts = weights.map(|weight| mapped * weight / sum);
    counts[4] += mapped - counts.iter().sum::<u64>();
    counts
}

fn neighbours(at: usize, draw: &mut Draw) -> [u64; 6] {
    let mut counts = [0; 6];
    for (n, (_, _, _, first, last)) in NEIGHBOURS.into_iter().enumerate() {
        let share = thousandths((first * 10, last * 10), at);
        counts[n] = SURVEYS[1].neighbours[n] * draw.around(share, 6) / 10_000;
    }
    counts
}

/// A straight line from the first to the last month.
fn thousandths((first, last): (u64, u64), at: usize) -> u64 {
    let (at, end) = (at as u64, MONTHS as u64 - 1);
    (first * (end - at) + last * at) / end
}
