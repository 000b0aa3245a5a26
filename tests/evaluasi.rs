//! The evaluation of a plan (RPJMD) and of a year of it (RKPD): `rakor::measure::evaluasi` through its public door.
//!
//! The tests write tables as staff do and read the figures as a form prints them.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at a surprise")]

mod formulas;
mod means;
mod plans;
mod predikat;
mod properties;
mod published;
mod quarters;
pub(crate) mod simulated;

use rakor::bahasa;
use rakor::figure::{Ratio, round_half_up};
use rakor::manifest::ModePredikat;
use rakor::measure::evaluasi::{Attained, Entry, Evaluation, Mean, Plan, evaluate};
use rakor::table::{Dataset, SourceFile, read};

const REGION: &str = "35.73";

/// Tables of one region, made from the cells that matter.
#[derive(Clone, Debug, Default)]
struct Tables {
    indicators: Vec<String>,
    years: Vec<String>,
    quarters: Vec<String>,
    factors: Vec<String>,
}

impl Tables {
    /// `arah;rumus_negatif;agregasi;nilai_awal;target_akhir_k;target_akhir_rp` of an indicator of the plan from 2020.
    fn indicator(mut self, code: &str, cells: &str) -> Self {
        self.indicators.push(format!("{code};{REGION};n;u;2019;{cells}"));
        self
    }

    /// `target_k;realisasi_k;target_rp;realisasi_rp` of a year.
    fn year(mut self, code: &str, year: i32, cells: &str) -> Self {
        self.years.push(format!("{code};{REGION};{year};{cells};s"));
        self
    }

    /// `realisasi_k` of the quarters of a year.
    fn quarters(self, code: &str, year: i32, realised: [&str; 4]) -> Self {
        self.quarters_with_money(code, year, realised.map(|realised| (realised, "")))
    }

    /// `realisasi_k` and `realisasi_rp` of the quarters of a year.
    fn quarters_with_money(mut self, code: &str, year: i32, realised: [(&str, &str); 4]) -> Self {
        let lines = (1..).zip(realised).map(|(n, (k, rp))| format!("{code};{REGION};{year};{n};{k};{rp};s"));
        self.quarters.extend(lines);
        self
    }

    fn data(&self) -> Dataset {
        let file = |table: &str, head: &str, rows: &[String]| SourceFile {
            path: format!("data/{table}.csv"),
            bytes: format!("{head}\n{}\n", rows.join("\n")).into_bytes(),
        };
        let (data, problems) = read(&[
            file(
                "indikator",
                "kode;kode_wilayah;nama;satuan;tahun_awal;arah;rumus_negatif;agregasi;nilai_awal;target_akhir_k;target_akhir_rp",
                &self.indicators,
            ),
            file(
                "indikator_tahunan",
                "kode;kode_wilayah;tahun;target_k;realisasi_k;target_rp;realisasi_rp;sumber",
                &self.years,
            ),
            file(
                "indikator_triwulan",
                "kode;kode_wilayah;tahun;triwulan;realisasi_k;realisasi_rp;sumber",
                &self.quarters,
            ),
            file("faktor", "kode;kode_wilayah;tahun;jenis;nomor;uraian", &self.factors),
        ]);
        assert!(problems.iter().all(|problem| problem.code == "D002"), "{problems:#?}");
        data
    }
}

/// The plan from 2020 to 2024.
fn five_years() -> Plan {
    Plan::new(2020, 2024).unwrap()
}

fn evaluated(data: &Dataset, year: i32) -> Evaluation<'_> {
    evaluate(data, REGION, five_years(), year, ModePredikat::Dibulatkan)
}

fn decimal(value: &Ratio, places: u32) -> String {
    bahasa::desimal(&round_half_up(value, places))
}

/// A figure as a form prints it, or the reason why it does not.
fn shown(entry: &Entry) -> String {
    match entry {
        Ok(figure) => decimal(&figure.exact.value, figure.places),
        Err(why) => format!("{why:?}"),
    }
}

/// A percentage of two decimals with its *predikat*, or the reason.
fn level(attained: &Attained) -> String {
    match attained {
        Ok(one) => {
            let mark = if one.is_suspicious() { "!" } else { "" };
            format!("{}{mark} {}", decimal(&one.percent.value, 2), one.predikat.as_str())
        }
        Err(why) => format!("{why:?}"),
    }
}

/// A mean of two decimals, and of how many.
fn mean(mean: &Mean) -> String {
    let level = mean.level.as_ref().map(|one| format!("{} {}", decimal(&one.percent.value, 2), one.predikat.as_str()));
    format!("{} ({})", level.as_deref().unwrap_or("-"), mean.included)
}
