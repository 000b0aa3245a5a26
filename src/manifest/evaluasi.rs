//! What the manifest decides about the evaluation of the RPJMD and the RKPD, `[evaluasi]`.
//!
//! Which indicators a plan has, and what was planned and realised, stands in the tables.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use toml::de::DeTable;

use super::problem;
use super::reader::{Reader, View};
use super::sections::{Kertas, PenandaTangan, Setting, choices, signer};
use crate::place::Cell;

/// No plan covers more years: five as a rule, six when a term of office is stretched.
pub const MAX_PLAN_YEARS: u8 = 6;

choices! {
    /// How a *predikat kinerja* follows from a percentage. The official bands leave gaps between whole numbers, and both
    /// ways of filling them are in use; a report says which one it took.
    ModePredikat {
        /// From the percentage rounded half up to a whole number.
        Dibulatkan = "dibulatkan",
        /// From the percentage as it is; each band begins where the one below ends.
        Kontinu = "kontinu",
    }
}

/// The evaluation, `[evaluasi]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluasi {
    /// How a *predikat* follows from a percentage; from the rounded one.
    pub predikat: Setting<ModePredikat>,
    /// What the form of the RPJMD is called; Formulir E.58.
    pub formulir_rpjmd: Setting<String>,
    /// What the form of the RKPD is called; Formulir E.60.
    pub formulir_rkpd: Setting<String>,
    /// Paper of the forms; 215 × 330 mm.
    pub kertas_formulir: Setting<Kertas>,
    /// The report's date; blank for the pen when absent. One that does not lie after the year evaluated is that of an
    /// earlier evaluation, and then both date and number are blank.
    pub tanggal: Option<Cell<NaiveDate>>,
    /// The report's number.
    pub nomor: Option<Cell<String>>,
    /// Where it is signed; the place of the institution when absent.
    pub tempat: Option<Cell<String>>,
    /// The medium-term plans, no two of which begin in the same year.
    pub rpjmd: Vec<Rpjmd>,
    /// Who has drawn the evaluation up (Kepala Bappeda), then who approves it (head of the region).
    pub penanda_tangan: Vec<PenandaTangan>,
}

/// A medium-term plan, `[[evaluasi.rpjmd]]`. An indicator belongs to the plan that begins in the year after its
/// `tahun_awal`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rpjmd {
    /// Its name: RPJMD Kota Malang Tahun 2025–2029.
    pub nama: Cell<String>,
    /// The regulation that set it.
    pub dasar: Option<Cell<String>>,
    /// Its first year.
    pub tahun_awal: Cell<i32>,
    /// Its last year, at most [`MAX_PLAN_YEARS`] counted from the first.
    pub tahun_akhir: Cell<i32>,
}

impl Default for Evaluasi {
    fn default() -> Self {
        Self {
            predikat: Setting::default_of(ModePredikat::Dibulatkan),
            formulir_rpjmd: Setting::default_of("Formulir E.58".to_owned()),
            formulir_rkpd: Setting::default_of("Formulir E.60".to_owned()),
            kertas_formulir: Setting::default_of(Kertas::F4Lebar),
            tanggal: None,
            nomor: None,
            tempat: None,
            rpjmd: Vec::new(),
            penanda_tangan: Vec::new(),
        }
    }
}

impl Evaluasi {
    /// Whether nothing was set.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The plan that a year is evaluated under: of several that cover it, the one that began last.
    #[must_use]
    pub fn rpjmd_of(&self, year: i32) -> Option<&Rpjmd> {
        let covering =
            self.rpjmd.iter().filter(|plan| (plan.tahun_awal.value..=plan.tahun_akhir.value).contains(&year));
        covering.max_by_key(|plan| plan.tahun_awal.value)
    }
}

pub(super) fn read<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> Evaluasi {
    let view = reader.section(root, "evaluasi");
    let standard = Evaluasi::default();
    let predikat = reader.choice(&view, "predikat", ModePredikat::ALL, ModePredikat::as_str);
    let kertas = reader.choice(&view, "kertas_formulir", Kertas::ALL, Kertas::as_str);
    let plans = reader.entries(&view, "rpjmd");
    let rpjmd: Vec<Rpjmd> = plans.iter().filter_map(|view| plan(reader, view)).collect();
    refuse_same_beginning(reader, &rpjmd);
    let signers = reader.entries(&view, "penanda_tangan");
    Evaluasi {
        predikat: Setting::of(predikat, standard.predikat.value),
        formulir_rpjmd: Setting::of(reader.text(&view, "formulir_rpjmd"), standard.formulir_rpjmd.value),
        formulir_rkpd: Setting::of(reader.text(&view, "formulir_rkpd"), standard.formulir_rkpd.value),
        kertas_formulir: Setting::of(kertas, standard.kertas_formulir.value),
        tanggal: reader.date(&view, "tanggal"),
        nomor: reader.text(&view, "nomor"),
        tempat: reader.text(&view, "tempat"),
        rpjmd,
        penanda_tangan: signers.iter().filter_map(|view| signer(reader, view)).collect(),
    }
}

fn plan<'t>(reader: &mut Reader<'t>, view: &View<'_, 't>) -> Option<Rpjmd> {
    reader.require(view, "nama", "nama RPJMD, misalnya \"RPJMD Kota Malang Tahun 2025–2029\"");
    reader.require(view, "tahun_awal", "tahun pertama RPJMD, misalnya 2025");
    reader.require(view, "tahun_akhir", "tahun terakhir RPJMD, misalnya 2029");
    let nama = reader.text(view, "nama");
    let dasar = reader.text(view, "dasar");
    let tahun_awal = reader.year(view, "tahun_awal");
    let tahun_akhir = reader.year(view, "tahun_akhir");
    let (first, last) = (tahun_awal?, tahun_akhir?);
    let years = last.value - first.value + 1;
    if !(1..=i32::from(MAX_PLAN_YEARS)).contains(&years) {
        let message = format!(
            "Masa RPJMD itu, {} sampai dengan {}, bukan 1 sampai dengan {MAX_PLAN_YEARS} tahun.",
            first.value, last.value
        );
        let action = "Perbaiki `tahun_awal` atau `tahun_akhir`.";
        reader.push(problem::conflict(vec![last.place, first.place], &message, action));
        return None;
    }
    Some(Rpjmd { nama: nama?, dasar, tahun_awal: first, tahun_akhir: last })
}

/// Indicators say only in which year their plan begins.
fn refuse_same_beginning(reader: &mut Reader<'_>, plans: &[Rpjmd]) {
    for (n, later) in plans.iter().enumerate() {
        let earlier = plans.iter().take(n).find(|plan| plan.tahun_awal.value == later.tahun_awal.value);
        if let Some(earlier) = earlier {
            let message = format!("Dua RPJMD dimulai pada tahun yang sama, yaitu {}.", later.tahun_awal.value);
            let places = vec![later.tahun_awal.place.clone(), earlier.tahun_awal.place.clone()];
            reader.push(problem::conflict(places, &message, "Hapus salah satunya atau perbaiki `tahun_awal`."));
        }
    }
}
