//! `rakor jalankan`: what is due, done once; on every day of a year, after every kill, never two at a time.
#![expect(clippy::unwrap_used, reason = "a test may stop at a surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use rakor::cli::Exit;
use rakor::clock::Clock;
use rakor::report::sha256;
use serde_json::Value;

mod contrib;
mod files;
#[cfg(unix)]
mod kill;
mod lock;
mod manifest;
mod once;
mod year;

/// A manifest with a schedule; the plan ends in the year that the tables are about.
const MANIFEST: &str = r#"[lembaga]
wilayah = "99.71"
pemerintah = "Pemerintah Kota Simulasi"
perangkat_daerah = "Sekretariat Daerah"
tempat = "Simulasi"

[laporan]
tanda = "DATA SIMULASI"

[cakupan]
penyebut = "bekerja_sakernas"

[[evaluasi.rpjmd]]
nama = "RPJMD Kota Simulasi Tahun 2020–2024"
tahun_awal = 2020
tahun_akhir = 2024
"#;

/// One run, as a program reads it.
struct Run {
    exit: Exit,
    steps: Vec<Value>,
    whole: Value,
}

impl Run {
    /// Every building step: kind, month, outcome.
    fn built(&self) -> Vec<(String, String, String)> {
        let text = |step: &Value, key: &str| step[key].as_str().unwrap().to_owned();
        let building = self.steps.iter().filter(|step| step["langkah"] == "bangun");
        building.map(|step| (text(step, "jenis"), text(step, "periode"), text(step, "hasil"))).collect()
    }

    /// The building steps that ended so, as `kind month`.
    fn ended(&self, outcome: &str) -> Vec<String> {
        let those = self.built().into_iter().filter(|(_, _, ended)| ended == outcome);
        those.map(|(kind, month, _)| format!("{kind} {month}")).collect()
    }

    fn reason(&self, kind: &str, month: &str) -> String {
        let step = self.steps.iter().find(|step| step["jenis"] == kind && step["periode"] == month).unwrap();
        step["keterangan"].as_str().unwrap_or_default().replace('\u{A0}', " ")
    }
}

/// A workspace in a folder of its own.
struct Room {
    folder: tempfile::TempDir,
}

impl Room {
    /// With tables about a city, and no participants yet.
    fn new(schedule: &str) -> Self {
        let room = Self { folder: tempfile::tempdir().unwrap() };
        room.write("rakor.toml", &format!("{MANIFEST}\n[jadwal]\n{schedule}"));
        for table in ["wilayah", "pekerja"] {
            room.write(&format!("data/{table}.csv"), &simulated(table));
        }
        room
    }

    /// The same with all participants of the months.
    fn with_months(schedule: &str, months: &[&str]) -> Self {
        let room = Self::new(schedule);
        room.participants(&months.iter().flat_map(|month| rows_of(month)).collect::<Vec<_>>());
        room
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn participants(&self, rows: &[String]) {
        let head = simulated("kepesertaan").lines().next().unwrap().to_owned();
        self.write("data/kepesertaan.csv", &format!("{head}\n{}\n", rows.join("\n")));
    }

    /// The tables of the plan; with everything known, or as they were made.
    fn indicators(&self, known: bool) {
        for table in ["indikator", "indikator_tahunan", "indikator_triwulan"] {
            let text = simulated(table);
            let mut lines = text.lines();
            let mut kept = vec![lines.next().unwrap().to_owned()];
            kept.extend(lines.filter(|line| line.split(',').next().unwrap().ends_with("-2020")).map(|line| {
                match (table, line) {
                    ("indikator_tahunan", line) if known && line.starts_with("TUNGGAKAN-2020,99.71,2024,") => {
                        "TUNGGAKAN-2020,99.71,2024,\"9,0\",1000000,\"9,1\",900000,Simulasi rakor".to_owned()
                    }
                    ("indikator_tahunan", line) if known && line.starts_with("PENGANGGURAN-2020,99.71,2024,") => {
                        "PENGANGGURAN-2020,99.71,2024,\"5,20\",2976000000,\"5,10\",2776608000,Simulasi rakor".to_owned()
                    }
                    (_, line) => line.to_owned(),
                }
            }));
            self.write(&format!("data/{table}.csv"), &(kept.join("\n") + "\n"));
        }
    }

    /// Runs at six in the morning (WIB) of a day.
    fn run_on(&self, day: NaiveDate, more: &str) -> (Exit, String, String) {
        let moment = day.pred_opt().unwrap().and_hms_opt(23, 0, 0).unwrap().and_utc();
        self.run_at(moment, more)
    }

    fn run_at(&self, moment: DateTime<Utc>, more: &str) -> (Exit, String, String) {
        let arguments = std::iter::once("jalankan").chain(more.split_whitespace());
        let (exit, out, err) = crate::rakor_by(self.path(), arguments, crate::worker(), Clock::standing_at(moment));
        (exit, out.replace('\u{A0}', " "), err.replace('\u{A0}', " "))
    }

    fn json_on(&self, day: NaiveDate) -> Run {
        let (exit, out, _) = self.run_on(day, "--format json");
        let mut lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let whole = lines.pop().unwrap();
        assert_eq!(whole["kode_keluar"], exit.code());
        Run { exit, steps: lines, whole }
    }

    /// What was made: every file of the results and the private folder by the digest of its bytes, the lock aside.
    fn made(&self) -> BTreeMap<String, String> {
        let mut made = BTreeMap::new();
        for folder in ["keluaran", ".rakor", ".rakor/rencana"] {
            let Ok(entries) = fs::read_dir(self.path().join(folder)) else { continue };
            for path in entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
                let name = path.strip_prefix(self.path()).unwrap().to_str().unwrap().to_owned();
                made.insert(name, sha256(&fs::read(&path).unwrap()));
            }
        }
        made.remove(".rakor/kunci");
        made
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn simulated(table: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("data/simulasi/data/{table}.csv"));
    fs::read_to_string(path).unwrap()
}

/// The city's participants of a month.
fn rows_of(month: &str) -> Vec<String> {
    let start = format!("{month},99.71,");
    simulated("kepesertaan").lines().filter(|line| line.starts_with(&start)).map(str::to_owned).collect()
}

/// The path of a monthly report.
fn pdf(month: &str) -> String {
    format!("keluaran/bulanan_99.71-kota-simulasi_{month}.pdf")
}
