//! Contributions by contract value: by bracket, and package by package in the annex.

use num_bigint::BigInt;

use super::Desk;
use crate::bahasa;
use crate::figure::{Ratio, round_half_up};
use crate::measure::Missing;
use crate::measure::konstruksi::{Construction, Contributions, Layer, PackageContribution};
use crate::place::{Cell, Printed, Sourced, Sources};
use crate::report::bulanan::{print, section};
use crate::report::sentences::{Dues, Passage};
use crate::table::TarifKonstruksi;
use crate::template::{Sentence, Tree};

/// An amount in full, rounded once to whole Rupiah: `Rp1.234.568`.
pub(super) fn in_full(amount: &Sourced<Ratio>) -> Printed {
    amount.print(|amount| bahasa::rupiah(round_half_up(amount, 0).units))
}

/// The same in a column whose head says Rp.
fn in_column(amount: &Sourced<Ratio>) -> Printed {
    amount.print(|amount| bahasa::bilangan(round_half_up(amount, 0).units))
}

pub(super) fn section(desk: &Desk) -> Tree {
    let Ok(works) = desk.works else { return Tree::Absent };
    let dues = match &works.contributions {
        Ok(dues) => dues,
        Err(missing) => return section::table_section(vec![absent(missing, desk)], Vec::new(), None, Vec::new()),
    };
    let below: Vec<Sentence> =
        [Some(Dues::Cara), bases(dues), Some(Dues::Pembulatan)].into_iter().flatten().map(Sentence::from).collect();
    Tree::map([
        ("kalimat", said(dues, desk).into()),
        ("baris", Tree::list(dues.layers.iter().map(layer_row))),
        ("jumlah", sums(dues)),
        ("catatan", below.into()),
        ("sumber", tariff_source(dues, desk).into()),
        ("paket", Tree::list(dues.packages.iter().map(package_row))),
        ("sumber_paket", source(works, dues, desk).into()),
        ("catatan_paket", vec![Sentence::from(Dues::Pembulatan)].into()),
    ])
}

fn absent(missing: &Missing, desk: &Desk) -> Sentence {
    match missing {
        Missing::NoTariff => Dues::TanpaTarif { tanggal: desk.as_of() }.into(),
        _ => Dues::TanpaKontrak.into(),
    }
}

fn said(dues: &Contributions, desk: &Desk) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = vec![
        Dues::Jumlah {
            tanggal: desk.as_of(),
            n: Desk::few(dues.packages.iter().map(|package| &package.row.paket)),
            total_rp: in_full(&dues.total),
            jkk_rp: in_full(&dues.jkk),
            jkm_rp: in_full(&dues.jkm),
        }
        .into(),
    ];
    if let Some((packages, total)) = dues.unregistered().filter(|(some, _)| some.len() < dues.packages.len()) {
        let n = Desk::few(packages.iter().map(|package| &package.row.paket));
        said.push(Dues::BelumTerdaftar { n, total_rp: in_full(&total) }.into());
    }
    if !dues.without_value.is_empty() {
        let n = Desk::few(dues.without_value.iter().map(|row| &row.paket));
        said.push(Dues::TanpaNilai { n }.into());
    }
    let details = super::letter::dues_annex(desk);
    said.extend(details.map(|rujukan| Passage::Rincian { hal: Printed::fixed("iuran setiap paket"), rujukan }.into()));
    said
}

/// Every bracket that the contributions rest on.
fn tariff<'d>(dues: &'d Contributions<'_>) -> impl Iterator<Item = &'d TarifKonstruksi> {
    dues.jkk_tariff.iter().chain(&dues.jkm_tariff).copied()
}

/// The regulations that the tariff names, each once.
fn bases(dues: &Contributions) -> Option<Dues> {
    let mut named: Vec<Printed> = Vec::new();
    for cell in tariff(dues).filter_map(|bracket| bracket.dasar.as_ref()) {
        match named.iter_mut().find(|known| known.text == cell.value) {
            Some(known) => known.from = std::mem::take(&mut known.from).and(&Sources::from(&cell.place)),
            None => named.push(cell.printed()),
        }
    }
    (!named.is_empty()).then(|| Dues::DasarTarif { daftar: bahasa::dan_tercetak(&named) })
}

fn layer_row(layer: &Layer) -> Tree {
    let bound = |cell: &Cell<u64>| print::money_cell(&cell.sourced());
    let label = Dues::Lapisan {
        bawah: Some(layer.from).filter(|cell| cell.value > 0).map(bound),
        atas: layer.until.map(bound),
    };
    let percent = |bracket: &TarifKonstruksi| {
        bracket.persen.sourced().print(|percent| format!("{}%", bahasa::desimal(&percent.as_printed())))
    };
    Tree::map([
        ("lapisan", Sentence::from(label).into()),
        ("tarif_jkk", percent(layer.jkk).into()),
        ("tarif_jkm", percent(layer.jkm).into()),
        ("nilai", print::money_cell(&layer.value).into()),
        ("jkk", in_column(&layer.jkk_amount).into()),
        ("jkm", in_column(&layer.jkm_amount).into()),
        ("iuran", in_column(&layer.total).into()),
    ])
}

fn package_row(package: &PackageContribution) -> Tree {
    Tree::map([
        ("paket", package.row.paket.printed().into()),
        ("perangkat_daerah", package.row.perangkat_daerah.as_ref().map(Cell::printed).into()),
        ("nilai", print::money_cell(&package.value).into()),
        ("jkk", in_column(&package.jkk).into()),
        ("jkm", in_column(&package.jkm).into()),
        ("iuran", in_column(&package.total).into()),
    ])
}

/// The last row of both tables.
fn sums(dues: &Contributions) -> Tree {
    let value = dues.packages.iter().fold(BigInt::default(), |sum, package| sum + package.value.value);
    let from: Sources = dues.packages.iter().map(|package| &package.value.from).collect();
    Tree::map([
        ("nilai", print::money_cell(&Sourced::new(value, from)).into()),
        ("jkk", in_column(&dues.jkk).into()),
        ("jkm", in_column(&dues.jkm).into()),
        ("iuran", in_column(&dues.total).into()),
    ])
}

fn tariff_source(dues: &Contributions, desk: &Desk) -> Option<Sentence> {
    section::source_line(tariff(dues).map(|bracket| &bracket.sumber), &desk.as_of(), true)
}

fn source(works: &Construction, dues: &Contributions, desk: &Desk) -> Option<Sentence> {
    let packages = works.packages.iter().map(|package| &package.line.row.sumber);
    let tariff = tariff(dues).map(|bracket| &bracket.sumber);
    section::source_line(packages.chain(tariff), &desk.monthly.period, true)
}
