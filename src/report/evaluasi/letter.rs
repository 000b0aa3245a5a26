//! The letter around the evaluation: heading, introduction, signatures, metadata.

use super::Desk;
use crate::bahasa;
use crate::manifest::{PenandaTangan, Setting};
use crate::measure;
use crate::place::{Cell, Printed, Sources};
use crate::report::bulanan::letter::{self, basis, office_lines};
use crate::report::bulanan::print;
use crate::report::sentences::{Basis, Evaluation, TandaBaca};
use crate::template::{Sentence, Tree};
use crate::typeset::About;

/// The annexes of the two forms.
pub(super) const PLAN_ANNEX: u32 = 1;
const YEAR_ANNEX: u32 = 2;
const NOTES_ANNEX: u32 = 3;

pub(super) fn about(desk: &Desk, identity: String) -> About {
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let (region, year) = (plain(&desk.monthly.region.text), &desk.year.text);
    let issuer = &desk.monthly.input.naskah.lembaga;
    About {
        title: format!("Laporan Evaluasi Hasil RPJMD {region} Tahun {year}"),
        author: format!("{} {}", issuer.perangkat_daerah.value, issuer.pemerintah.value),
        subject: format!("Evaluasi hasil {} sampai dengan tahun {year}", plain(&plan_name(desk).text)),
        keywords: ["evaluasi RPJMD", "evaluasi RKPD", "jaminan sosial ketenagakerjaan", region.as_str(), year.as_str()]
            .map(str::to_owned)
            .to_vec(),
        date: desk.monthly.input.report_date(),
        identity,
    }
}

pub(super) fn heading(desk: &Desk) -> Tree {
    let own = Tree::Map(
        [
            ("tahun", (&desk.year).into()),
            ("rpjmd", plan_name(desk).into()),
            ("masa", period_of_plan(desk).into()),
            ("lampiran_rpjmd", annex_number(PLAN_ANNEX).into()),
            ("lampiran_rkpd", annex_number(YEAR_ANNEX).into()),
            ("lampiran_catatan", annex_number(NOTES_ANNEX).into()),
        ]
        .into_iter()
        .collect(),
    );
    match (letter::heading(&desk.monthly), own) {
        (Tree::Map(mut heading), Tree::Map(own)) => {
            heading.extend(own);
            Tree::Map(heading)
        }
        (heading, _) => heading,
    }
}

fn annex_number(n: u32) -> Printed {
    Printed::fixed(bahasa::romawi(n).unwrap_or_default())
}

/// `Lampiran I`, for a sentence that points there.
fn annex(n: u32) -> Printed {
    Printed::fixed(bahasa::rekat("Lampiran", &bahasa::romawi(n).unwrap_or_default()))
}

/// The plan as the manifest names it.
pub(super) fn plan_name(desk: &Desk) -> Printed {
    desk.plan.map_or_else(|| Printed::fixed("RPJMD"), |plan| plan.nama.printed())
}

/// A name that the manifest may set.
pub(super) fn label(name: &Setting<String>) -> Printed {
    Printed::new(name.value.as_str(), name.place.as_ref().map_or_else(Sources::none, Sources::from))
}

/// `2020–2024`
fn period_of_plan(desk: &Desk) -> Printed {
    let plan = desk.evaluation.plan;
    Printed::new(format!("{}–{}", plan.first(), plan.last()), plan_cells(desk))
}

/// A year of the plan, or which of its years one is.
pub(super) fn plan_year(desk: &Desk, year: i32) -> Printed {
    Printed::new(year.to_string(), plan_cells(desk))
}

/// Where the manifest says which years the plan has.
fn plan_cells(desk: &Desk) -> Sources {
    desk.plan.map_or_else(Sources::none, |plan| {
        Sources::from(&plan.tahun_awal.place).and(&Sources::from(&plan.tahun_akhir.place))
    })
}

pub(super) fn introduction(desk: &Desk) -> Tree {
    let kind = desk.monthly.input.jenis.name();
    let plan = desk.evaluation.plan;
    let general = Evaluation::EvaluasiUmum {
        wilayah: desk.monthly.region.clone(),
        rpjmd: plan_name(desk),
        dasar: desk.plan.and_then(|plan| plan.dasar.as_ref()).map(Cell::printed),
        tahun: desk.year.clone(),
        ke: plan_year(desk, desk.evaluation.year - plan.first() + 1),
        masa: plan_year(desk, plan.last() - plan.first() + 1),
    };
    let settings = &desk.monthly.input.naskah.evaluasi;
    let scope = Evaluation::EvaluasiLingkup {
        n: counted(desk.evaluation.lines.iter().map(|line| line.indicator)),
        formulir_rpjmd: label(&settings.formulir_rpjmd),
        lampiran_rpjmd: annex(PLAN_ANNEX),
        formulir_rkpd: label(&settings.formulir_rkpd),
        lampiran_rkpd: annex(YEAR_ANNEX),
        tahun: desk.year.clone(),
    };
    let mut scope = vec![Sentence::from(scope)];
    let without = &desk.evaluation.without_plan;
    if !without.is_empty() {
        scope.push(Evaluation::EvaluasiTanpaRencana { n: counted(without.iter().copied()) }.into());
    }
    let bases = measure::legal_bases(&desk.monthly.input.tabel, kind);
    let said: Vec<Sentence> =
        bases.iter().enumerate().map(|(index, row)| basis(row, TandaBaca::at(index, bases.len())).into()).collect();
    Tree::map([
        ("umum", vec![Sentence::from(general)].into()),
        ("maksud", vec![Sentence::from(Evaluation::EvaluasiMaksud { rpjmd: plan_name(desk) })].into()),
        ("lingkup", scope.into()),
        ("dasar", if said.is_empty() { Tree::Absent } else { said.into() }),
        ("tanpa_dasar", Sentence::from(Basis::DasarKosong).into()),
    ])
}

/// How many indicators there are.
pub(super) fn counted<'a>(indicators: impl Iterator<Item = &'a crate::table::Indikator>) -> Printed {
    let cells: Vec<Sources> = indicators.map(|row| Sources::from(&row.kode.place)).collect();
    Printed::new(bahasa::bilangan(cells.len()), cells.iter().collect())
}

/// Who has drawn the evaluation up, and who approves it.
pub(super) fn foot(desk: &Desk) -> Tree {
    let manifest = &desk.monthly.input.naskah;
    let signers = &manifest.penanda_tangan;
    Tree::map([
        ("tempat", manifest.lembaga.tempat.printed().into()),
        ("tanggal", desk.monthly.input.tanggal.as_ref().map(print::date_cell).into()),
        ("penyusun", signature(signers.first())),
        ("penyetuju", signature(signers.get(1))),
    ])
}

fn signature(signer: Option<&PenandaTangan>) -> Tree {
    let text =
        |pick: fn(&PenandaTangan) -> &Option<Cell<String>>| signer.and_then(|s| pick(s).as_ref()).map(Cell::printed);
    let nip = signer.and_then(|s| s.nip.as_ref()).map(|cell| {
        Printed::new(bahasa::nip(&cell.value).unwrap_or_else(|| cell.value.clone()), Sources::from(&cell.place))
    });
    Tree::map([
        ("jabatan", Tree::List(signer.map(office_lines).unwrap_or_default())),
        ("nama", text(|s| &s.nama).into()),
        ("pangkat", text(|s| &s.pangkat).into()),
        ("nip", nip.into()),
    ])
}
