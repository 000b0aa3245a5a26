//! A consistent workspace of many tables, drawn from a seed.

use std::collections::{BTreeMap, BTreeSet};

use rakor::audit::{Finding, Settings, audit};
use rakor::figure::{Period, Ratio, Rounded, needed_persons, percent_of_counts, round_half_up};
use rakor::manifest::Manifest;
use rakor::table::{SourceFile, read};

use crate::simulasi::draw::Draw;

/// One table: the names of its columns, and its rows.
#[derive(Clone, Default)]
pub(super) struct Sheet {
    columns: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// All tables, and what the manifest says.
#[derive(Clone)]
pub(super) struct World {
    pub(super) sheets: BTreeMap<&'static str, Sheet>,
    pub(super) city: String,
    pub(super) date: String,
    pub(super) nip: String,
    /// Lines that are added to the manifest.
    pub(super) manifest: String,
}

/// A share with decimals as documents write it.
pub(super) fn decimal(value: &Ratio, places: u32) -> String {
    let Rounded { units, .. } = round_half_up(value, places);
    let digits = format!("{units:0>width$}", width = usize::try_from(places).unwrap() + 1);
    let (head, tail) = digits.split_at(digits.len() - usize::try_from(places).unwrap());
    if tail.is_empty() { head.to_owned() } else { format!("{head},{tail}") }
}

impl World {
    pub(super) fn new(draw: &mut Draw) -> Self {
        let province = draw.from(83, 89);
        let city = format!("{province}.{}", draw.from(71, 79));
        let last = Period::new(2025, u32::try_from(draw.from(3, 10)).unwrap()).unwrap();
        let mut world = Self {
            sheets: BTreeMap::new(),
            date: last.plus(1).first_day().to_string(),
            nip: format!("19{}0101{}011001", draw.from(65, 79), draw.from(2000, 2010)),
            city: city.clone(),
            manifest: String::new(),
        };
        let districts: Vec<String> = (1..=draw.from(2, 7)).map(|n| format!("{city}.{n:02}")).collect();
        world.regions(&province.to_string(), &districts);
        let denominators = world.workers(draw, &districts);
        let coverage = world.participants(draw, &denominators, &districts, last);
        world.groups(draw, last);
        world.employers(draw, last);
        world.plan(&coverage, denominators[1].0 + denominators[1].1);
        world.claims(draw, last);
        world.budgets(draw);
        world.works(draw, last);
        world
    }

    fn sheet(&mut self, table: &'static str, columns: &str) {
        let columns = columns.split(';').map(str::to_owned).collect();
        self.sheets.insert(table, Sheet { columns, rows: Vec::new() });
    }

    pub(super) fn push(&mut self, table: &'static str, line: &str) {
        self.sheets.get_mut(table).unwrap().rows.push(line.split(';').map(str::to_owned).collect());
    }

    /// The rows of a table in which some columns hold these values.
    pub(super) fn rows(&self, table: &str, wanted: &[(&str, &str)]) -> Vec<usize> {
        let sheet = &self.sheets[table];
        let fits = |row: &Vec<String>| wanted.iter().all(|(column, value)| row[sheet.at(column)] == *value);
        sheet.rows.iter().enumerate().filter(|(_, row)| fits(row)).map(|(at, _)| at).collect()
    }

    pub(super) fn cell(&mut self, table: &str, row: usize, column: &str) -> &mut String {
        let sheet = self.sheets.get_mut(table).unwrap();
        let at = sheet.at(column);
        &mut sheet.rows[row][at]
    }

    pub(super) fn number(&mut self, table: &str, row: usize, column: &str) -> u64 {
        self.cell(table, row, column).parse().unwrap()
    }

    fn regions(&mut self, province: &str, districts: &[String]) {
        self.sheet("wilayah", "kode;nama;jenis;induk");
        self.push("wilayah", &format!("{province};Contoh;provinsi;00"));
        let city = self.city.clone();
        self.push("wilayah", &format!("{city};Kota Contoh;kota;{province}"));
        for (code, name) in districts.iter().zip(["Utara", "Timur", "Selatan", "Barat", "Tengah", "Hulu", "Hilir"]) {
            self.push("wilayah", &format!("{code};{name};kecamatan;{city}"));
        }
        self.push("wilayah", &format!("{city}.00;Tidak terpetakan;tidak_terpetakan;{city}"));
    }

    /// Wage earners and the others, of both denominators.
    fn workers(&mut self, draw: &mut Draw, districts: &[String]) -> [(u64, u64); 2] {
        let columns = "kode_wilayah;segmen;per_tanggal;definisi;sebutan;jumlah_pekerja;dipakai_mulai;sumber";
        self.sheet("pekerja", columns);
        let old = (draw.from(60_000, 300_000), draw.from(40_000, 200_000));
        let new = (old.0 + draw.from(0, 5_000), old.1 + draw.from(0, 5_000));
        let city = self.city.clone();
        for ((wage, other), day, since) in [(old, "2023-08-31", "2023-09"), (new, "2024-08-31", "2025-01")] {
            for (segment, count) in [("TOTAL", wage + other), ("PU", wage), ("BPU", other)] {
                let line = format!("{city};{segment};{day};bekerja_sakernas;x;{count};{since};BPS");
                self.push("pekerja", &line);
            }
        }
        let share = (new.0 + new.1) / u64::try_from(districts.len()).unwrap();
        for code in districts {
            self.push("pekerja", &format!("{code};TOTAL;2024-08-31;bekerja_sakernas;x;{share};2025-01;BPS"));
        }
        [old, new]
    }

    /// Gives the coverage of December 2024.
    fn participants(
        &mut self,
        draw: &mut Draw,
        denominators: &[(u64, u64); 2],
        districts: &[String],
        last: Period,
    ) -> Ratio {
        self.sheet("kepesertaan", "periode;kode_wilayah;segmen;sumber;peserta_aktif;per_tanggal");
        self.sheet("kepesertaan_program", "periode;kode_wilayah;program_jaminan;peserta_aktif;sumber");
        let city = self.city.clone();
        let (mut wage, mut other) = (denominators[0].0 / draw.from(2, 4), denominators[0].1 / draw.from(4, 9));
        let mut paid = other / draw.from(2, 5);
        let mut month = Period::new(2024, 1).unwrap();
        let mut december = Ratio::from_integer(0.into());
        while month <= last {
            let (total, built) = (wage + other, draw.from(500, 3_000));
            let day = month.last_day();
            for (segment, count) in [("TOTAL", total), ("PU", wage), ("BPU", other), ("RENTAN", paid), ("JAKON", built)]
            {
                self.push("kepesertaan", &format!("{month};{city};{segment};BPJS;{count};{day}"));
            }
            let share = total / (u64::try_from(districts.len()).unwrap() + 1);
            for code in districts {
                self.push("kepesertaan", &format!("{month};{code};TOTAL;BPJS;{share};{day}"));
            }
            let rest = total - share * u64::try_from(districts.len()).unwrap();
            self.push("kepesertaan", &format!("{month};{city}.00;TOTAL;BPJS;{rest};{day}"));
            for (programme, count) in [("JKK", total + built), ("JKM", total + built), ("JHT", wage), ("JP", wage / 2)]
            {
                self.push("kepesertaan_program", &format!("{month};{city};{programme};{count};BPJS"));
            }
            if month == Period::new(2024, 12).unwrap() {
                december = percent_of_counts(total, denominators[0].0 + denominators[0].1).unwrap();
            }
            wage += draw.from(0, wage / 100);
            other += draw.from(other / 200, other / 50);
            paid += draw.from(0, paid / 100);
            month = month.plus(1);
        }
        december
    }

    fn groups(&mut self, draw: &mut Draw, last: Period) {
        let columns =
            "periode;kode_wilayah;kelompok;sumber_dana;induk_kelompok;segmen;target_orang;orang_terlindungi;sumber";
        self.sheet("kelompok", columns);
        let (city, month) = (self.city.clone(), last.to_string());
        let at = self.rows("kepesertaan", &[("periode", &month), ("segmen", "RENTAN")])[0];
        let all = self.number("kepesertaan", at, "peserta_aktif");
        let farmers = all / draw.from(2, 3);
        let (rice, fish) = (farmers / 2, farmers / 3);
        for (name, parent, count) in [
            ("petani", "", farmers),
            ("petani padi", "petani", rice),
            ("petani ikan", "petani", fish),
            ("kader", "", all - farmers),
        ] {
            let line = format!("{month};{city};{name};APBD;{parent};RENTAN;{};{count};Disnaker", count + 100);
            self.push("kelompok", &line);
        }
        // What the others may fall short of, the group must not.
        let at = self.rows("kelompok", &[("kelompok", "petani")])[0];
        *self.cell("kelompok", at, "target_orang") = (farmers + 1_000).to_string();
    }

    fn employers(&mut self, draw: &mut Draw, last: Period) {
        let columns = "periode;kode_wilayah;jenis;jumlah;terdaftar;terdaftar_sebagian;belum_terdaftar;sumber";
        self.sheet("pemberi_kerja", columns);
        let city = self.city.clone();
        for kind in ["usaha mikro", "usaha kecil", "usaha besar"] {
            let (whole, part, none) = (draw.from(5, 900), draw.from(5, 90), draw.from(5, 4_000));
            self.push(
                "pemberi_kerja",
                &format!("{last};{city};{kind};{};{whole};{part};{none};BPJS", whole + part + none),
            );
        }
    }

    fn plan(&mut self, reached: &Ratio, workers: u64) {
        self.sheet("target", "indikator;kode_wilayah;segmen;tahun;dokumen;satuan;nilai;sumber");
        self.sheet("indikator", "kode;kode_wilayah;nama;satuan;arah;agregasi");
        self.sheet("indikator_tahunan", "kode;kode_wilayah;tahun;target_k;realisasi_k;sumber;status_data");
        self.sheet("indikator_triwulan", "kode;kode_wilayah;tahun;triwulan;realisasi_k;sumber");
        let city = self.city.clone();
        self.push("indikator", &format!("UCJ;{city};Cakupan;persen;naik;posisi akhir"));
        self.push("indikator", &format!("KASUS;{city};Kasus;kasus;turun;jumlah"));
        self.push("indikator_tahunan", &format!("UCJ;{city};2024;;{};Bappeda;", decimal(reached, 2)));
        self.push("indikator_tahunan", &format!("KASUS;{city};2024;;10;Bappeda;"));
        for quarter in 1..=4 {
            // A reading below the year's is no contradiction: only the last one is the year.
            let value = if quarter == 4 { decimal(reached, 2) } else { "1,00".to_owned() };
            self.push("indikator_triwulan", &format!("UCJ;{city};2024;{quarter};{value};Bappeda"));
            self.push("indikator_triwulan", &format!("KASUS;{city};2024;{quarter};{quarter};Bappeda"));
        }
        for step in 1..=5_i64 {
            let year = 2024 + step;
            let target = reached + Ratio::from_integer((step * 3).into());
            let stated = decimal(&target, 1);
            self.push("target", &format!("ucj;{city};TOTAL;{year};RPJMD;persen;{stated};Bappeda"));
            self.push("indikator_tahunan", &format!("UCJ;{city};{year};{stated};;Bappeda;"));
            if step == 1 {
                let exact: Ratio = Ratio::new(stated.replace(',', "").parse().unwrap(), 10.into());
                let needed = needed_persons(&exact, workers);
                self.push("target", &format!("ucj;{city};TOTAL;{year};RPJMD;orang;{needed};Bappeda"));
            }
        }
    }

    fn claims(&mut self, draw: &mut Draw, last: Period) {
        self.sheet("klaim", "periode;kode_wilayah;program_jaminan;manfaat;kasus;nominal_rp;sumber");
        let city = self.city.clone();
        for month in [last.plus(-1), last] {
            let (cases, few) = (draw.from(5, 60), draw.from(1, 5));
            let (death, school) = (cases * 42_000_000, few * 1_500_000);
            for (benefit, count, paid) in
                [("total", cases, death + school), ("santunan", cases, death), ("beasiswa", few, school)]
            {
                self.push("klaim", &format!("{month};{city};JKM;{benefit};{count};{paid};BPJS"));
            }
            self.push("klaim", &format!("{month};{city};JHT;total;{cases};{};BPJS", cases * 9_000_000));
        }
    }

    fn budgets(&mut self, draw: &mut Draw) {
        self.sheet("tarif_iuran", "segmen;program_jaminan;berlaku_mulai;iuran_rp;sumber");
        for line in ["BPU;JKK;2023-01-01;10000;PP", "BPU;JKM;2023-01-01;6800;PP", "BPU;JHT;2023-01-01;20000;PP"] {
            self.push("tarif_iuran", line);
        }
        self.sheet("tarif_konstruksi", "program_jaminan;berlaku_mulai;batas_bawah_rp;batas_atas_rp;persen;sumber");
        for line in ["JKK;2023-01-01;0;100000000;0,21;PP", "JKK;2023-01-01;100000000;;0,17;PP"] {
            self.push("tarif_konstruksi", line);
        }
        let columns = "tahun_anggaran;per_tanggal;kode_wilayah;sumber_dana;kelompok;pagu_rp;realisasi_rp;target_orang;\
                       jumlah_bulan;iuran_per_orang_rp;sumber";
        self.sheet("anggaran", columns);
        let city = self.city.clone();
        for (group, fund) in [("petani", "DBHCHT"), ("kader", "APBD"), ("nelayan", "TJSL")] {
            let (people, months) = (draw.from(100, 9_000), draw.from(6, 12));
            let dues = if draw.from(0, 1) == 0 { 16_800 } else { 36_800 };
            let ceiling = people * months * dues + draw.from(0, 9) * 1_000_000;
            let spent = ceiling / draw.from(1, 4);
            let line =
                format!("2025;2025-03-31;{city};{fund};{group};{ceiling};{spent};{people};{months};{dues};BPKAD");
            self.push("anggaran", &line);
        }
    }

    fn works(&mut self, draw: &mut Draw, last: Period) {
        self.sheet("proyek", "periode;kode_wilayah;paket;mulai;selesai;pekerja;pekerja_terdaftar;sumber");
        self.sheet("tindak_lanjut", "nomor;kode_wilayah;permasalahan;tindak_lanjut;status");
        let city = self.city.clone();
        for name in ["Gedung", "Jalan", "Jembatan"] {
            let (people, less) = (draw.from(10, 200), draw.from(0, 9));
            let line = format!(
                "{last};{city};{name};2025-01-{:02};2025-02-01;{people};{};DPUPR",
                draw.from(1, 28),
                people - less
            );
            self.push("proyek", &line);
        }
        self.push("tindak_lanjut", &format!("1;{city};Klaim Jaminan Kematian (JKM) terlambat;Diperiksa;selesai"));
        self.push("tindak_lanjut", &format!("2;{city};JKK (Jaminan Kecelakaan Kerja);Diperiksa;selesai"));
    }

    pub(super) fn found(&self) -> Vec<Finding> {
        let files: Vec<SourceFile> = self
            .sheets
            .iter()
            .map(|(name, sheet)| {
                let lines = std::iter::once(&sheet.columns).chain(&sheet.rows).map(|cells| cells.join(";"));
                let text = lines.collect::<Vec<_>>().join("\n");
                SourceFile { path: format!("data/{name}.csv"), bytes: text.into_bytes() }
            })
            .collect();
        let (data, problems) = read(&files);
        assert_eq!(problems, []);
        let head = format!(
            "[lembaga]\nwilayah = \"{}\"\npemerintah = \"P\"\nperangkat_daerah = \"S\"\ntempat = \"M\"\n\
             [[penanda_tangan]]\njabatan = \"J\"\nnama = \"N\"\nnip = \"{}\"\n{}",
            self.city, self.nip, self.manifest
        );
        let manifest = Manifest::parse(&head, "rakor.toml").unwrap();
        let settings = Settings {
            denominator: Some("bekerja_sakernas".to_owned()),
            date: Some(self.date.parse().unwrap()),
            signers: manifest.printed().penanda_tangan.clone(),
            waivers: manifest.printed().pengecualian.clone(),
            ..Settings::default()
        };
        audit(&data, &settings)
    }

    /// The codes of everything found.
    pub(super) fn codes(&self) -> BTreeSet<String> {
        self.found().into_iter().map(|finding| finding.code.into_owned()).collect()
    }
}

impl Sheet {
    fn at(&self, column: &str) -> usize {
        self.columns.iter().position(|name| name == column).unwrap()
    }
}
