//! C.5 Employers.

use num_bigint::BigInt;
use num_traits::Zero;

use super::section::{absent_section, marks, or_nothing, source_line, table_section};
use super::{Desk, print};
use crate::measure::{EmployerFigures, Employers, Missing};
use crate::place::{Cell, Printed, Sourced};
use crate::report::sentences as s;
use crate::table::PemberiKerja;
use crate::template::{Sentence, Tree};

pub(super) fn section(desk: &Desk) -> Tree {
    let employers = match &desk.measures.employers {
        Ok(employers) => employers,
        Err(missing) => return absent_section("pemberi kerja", "pemberi_kerja", missing, desk),
    };
    let date = desk.period.clone();
    let cells = || employers.rows.iter().chain(&employers.stated_total);
    table_section(
        or_nothing(employer_sentences(&employers.total), "pemberi kerja", desk),
        employer_rows(employers),
        source_line(cells().map(|row| &row.sumber), &date, employers.stated_total.is_none()),
        marks(cells().any(|row| employer_has_gap(row))),
    )
}

fn employer_sentences(total: &EmployerFigures) -> Vec<Sentence> {
    let mut said: Vec<Sentence> = Vec::new();
    if let (Ok(all), Ok(registered)) = (&total.all, &total.registered)
        && let Some(ratio) = crate::figure::ratio(registered.value.clone() * 100, all.value.clone())
    {
        let persen = print::percent(&Sourced::new(ratio, all.from.clone().and(&registered.from)));
        said.push(
            s::Employers::PemberiKerjaTerdaftar {
                jumlah: print::count(all),
                terdaftar: print::count(registered),
                persen,
            }
            .into(),
        );
    }
    let some = |figure: &Result<Sourced<BigInt>, Missing>| {
        figure.as_ref().ok().filter(|v| !v.value.is_zero()).map(print::count)
    };
    let known = total.unregistered.is_ok() && total.partly.is_ok();
    match (some(&total.unregistered), some(&total.partly)) {
        (Some(n), Some(m)) => said.push(s::Employers::PemberiKerja { n, m }.into()),
        (Some(n), None) => said.push(s::Employers::PemberiKerjaBelum { n }.into()),
        (None, Some(m)) => said.push(s::Employers::PemberiKerjaSebagian { m }.into()),
        (None, None) if known => said.push(s::Employers::PemberiKerjaLengkap.into()),
        (None, None) => {}
    }
    said
}

fn employer_has_gap(row: &PemberiKerja) -> bool {
    row.jumlah.is_none() || row.terdaftar.is_none() || row.terdaftar_sebagian.is_none() || row.belum_terdaftar.is_none()
}

fn employer_rows(employers: &Employers) -> Vec<Tree> {
    let cell = |cell: &Option<Cell<u64>>| cell.as_ref().map(|c| print::count(&c.sourced()));
    let mut rows: Vec<Tree> = employers
        .rows
        .iter()
        .map(|row| {
            Tree::map([
                ("nama", print::row_name(row.jenis.printed()).into()),
                ("jumlah", cell(&row.jumlah).into()),
                ("terdaftar", cell(&row.terdaftar).into()),
                ("sebagian", cell(&row.terdaftar_sebagian).into()),
                ("belum", cell(&row.belum_terdaftar).into()),
            ])
        })
        .collect();
    let total = &employers.total;
    if employers.rows.len() > 1 || employers.stated_total.is_some() {
        let figure = |f: &Result<Sourced<BigInt>, Missing>| f.as_ref().ok().map(print::count);
        rows.push(Tree::map([
            ("nama", Printed::fixed("Jumlah").into()),
            ("jumlah", figure(&total.all).into()),
            ("terdaftar", figure(&total.registered).into()),
            ("sebagian", figure(&total.partly).into()),
            ("belum", figure(&total.unregistered).into()),
        ]));
    }
    rows
}
