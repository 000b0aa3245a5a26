//! C.6 Funding of contributions and C.7 claims and benefits.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use super::abbreviation::{self, Introduced};
use super::section::{absent_section, cell_marks, or_nothing, source_line};
use super::{Desk, print};
use crate::chart::{self, Bar, ChartKind, ChartSpec, GroupedChart, GroupedRow};
use crate::figure::Ratio;
use crate::measure::{BudgetFigures, ClaimFigures, ClaimLine, Claims, Funding, Missing, Need};
use crate::place::{Cell, Printed, Sourced, Sources};
use crate::report::sentences::{self as s, Alternative, Budget, Notes, listed};
use crate::table::SumberDana;
use crate::template::{Sentence, Tree};

type Amount = Result<Sourced<BigInt>, Missing>;

pub(super) fn funding(desk: &Desk) -> Tree {
    let funding = match &desk.measures.funding {
        Ok(funding) => funding,
        Err(missing) => return absent_section("anggaran iuran", "anggaran", missing, desk),
    };
    let date = print::date(&funding.as_of);
    let charted = funding.by_source.iter().any(|(_, figures)| figures.ceiling.is_ok() || figures.spent.is_ok());
    let gaps = funding.by_source.iter().any(|(_, f)| f.ceiling.is_err() || f.spent.is_err() || f.absorption.is_err());
    Tree::map([
        (
            "kalimat",
            or_nothing(funding_sentences(funding, &mut super::vulnerable::introduced(desk)), "anggaran iuran", desk)
                .into(),
        ),
        ("grafik", if charted && funding.by_source.len() > 1 { funding_chart(funding).into() } else { Tree::Absent }),
        ("alt", funding_alt(funding).into()),
        ("baris", Tree::list(funding_rows(funding))),
        ("sumber", source_line(funding.lines.iter().map(|line| &line.row.sumber), &date, true).into()),
        ("catatan", table_notes(funding, gaps).into()),
    ])
}

fn table_notes(funding: &Funding, gaps: bool) -> Vec<Sentence> {
    let names: Vec<Printed> = funding.by_source.iter().map(|(kind, figures)| source(*kind, &from(figures))).collect();
    let key = abbreviation::key(names.iter()).map(|daftar| Notes::Singkatan { daftar }.into());
    cell_marks(gaps, false).into_iter().chain(key).collect()
}

fn source(source: SumberDana, from: &Sources) -> Printed {
    Printed::new(print::source_name(source), from.clone())
}

fn funding_sentences(funding: &Funding, introduced: &mut Introduced) -> Vec<Sentence> {
    let total = &funding.total;
    let year_from = funding.lines.iter().map(|line| line.row.tahun_anggaran.place.clone()).collect();
    let tahun = Printed::new(funding.year.to_string(), year_from);
    let per_tanggal = print::date(&funding.as_of);
    let mut said: Vec<Sentence> = Vec::new();
    let case = match (&total.ceiling, &total.spent) {
        (Ok(ceiling), Ok(spent)) if spent.value.is_zero() => {
            Some(Budget::SerapanNihil { per_tanggal: per_tanggal.clone(), pagu_rp: print::money(ceiling), tahun })
        }
        (Ok(ceiling), Ok(spent)) => total.absorption.as_ref().ok().map(|absorption| Budget::Serapan {
            per_tanggal: per_tanggal.clone(),
            realisasi_rp: print::money(spent),
            serapan: print::percent(absorption),
            pagu_rp: print::money(ceiling),
            tahun,
        }),
        (Ok(ceiling), Err(_)) => Some(Budget::Pagu { tahun, pagu_rp: print::money(ceiling) }),
        (Err(_), Ok(spent)) => {
            Some(Budget::RealisasiSaja { per_tanggal: per_tanggal.clone(), realisasi_rp: print::money(spent), tahun })
        }
        (Err(_), Err(_)) => None,
    };
    said.extend(case.map(Sentence::from));
    if total.amended
        && let (Ok(original), Ok(ceiling)) = (&total.original, &total.ceiling)
        && original.value != ceiling.value
    {
        said.push(Budget::PaguBerubah { pagu_murni: print::money(original) }.into());
    }
    said.extend(only_source(funding, introduced).map(Sentence::from));
    for (kind, figures) in &funding.by_source {
        if let (Err(_), Ok(spent)) = (&figures.ceiling, &figures.spent) {
            said.push(Budget::PaguKosong { sumber_dana: introduced.name(&source(*kind, &spent.from)) }.into());
        }
    }
    if let Some(over) = total.remaining.as_ref().ok().filter(|left| left.value.is_negative()) {
        said.push(
            Budget::LebihPagu { selisih_rp: print::money(&Sourced::new(-over.value.clone(), over.from.clone())) }
                .into(),
        );
    }
    said.extend(needs(funding).map(Sentence::from));
    if funding.mixed_dates {
        said.push(Budget::AnggaranTanggal { per_tanggal }.into());
    }
    said
}

/// Where all the money comes from; several sources stand in the table and the chart of the annex.
fn only_source(funding: &Funding, introduced: &mut Introduced) -> Option<Budget> {
    let [(kind, figures)] = funding.by_source.as_slice() else { return None };
    let ceiling = figures.ceiling.as_ref().ok()?;
    Some(Budget::SumberDanaTunggal { sumber_dana: introduced.name(&source(*kind, &ceiling.from)) })
}

/// Lines whose ceiling does not pay for the planned persons; of a single line also what it pays for.
fn needs<'a>(funding: &'a Funding) -> impl Iterator<Item = Budget> + 'a {
    let alone = funding.lines.len() == 1;
    funding
        .lines
        .iter()
        .filter_map(|line| Some((line, line.need.as_ref().ok()?, line.figures.ceiling.as_ref().ok()?)))
        .filter(move |(_, need, _)| alone || need.lacking.value.is_positive())
        .map(|(line, need, ceiling)| need_sentence(&line.row.kelompok, need, ceiling))
}

fn need_sentence(group: &Cell<String>, need: &Need, ceiling: &Sourced<BigInt>) -> Budget {
    let orang = print::count(&need.people);
    let bulan = print::count(&need.months);
    let pagu_rp = print::money(ceiling);
    if need.lacking.value.is_positive() {
        let (kebutuhan_rp, selisih_rp) = (print::money(&need.cost), print::money(&need.lacking));
        let kelompok = Some(group.printed());
        Budget::KurangDana { orang, kelompok, bulan, kebutuhan_rp, selisih_rp, pagu_rp }
    } else {
        let iuran_rp = print::money(&need.contribution);
        Budget::Kecukupan { iuran_rp, pagu_rp, orang: print::count(&need.affordable), bulan }
    }
}

fn funding_chart(funding: &Funding) -> ChartSpec {
    let bar = |amount: &Amount| {
        amount
            .as_ref()
            .ok()
            .map(|amount| Bar { value: Ratio::from_integer(amount.value.clone()), label: print::money(amount) })
    };
    let rows: Vec<GroupedRow> = funding
        .by_source
        .iter()
        .map(|(kind, figures)| GroupedRow {
            name: source(*kind, &from(figures)),
            pagu: bar(&figures.ceiling),
            realisasi: bar(&figures.spent),
        })
        .collect();
    let comfortable = chart::grouped_height_mm(rows.len());
    print::bar_chart(ChartKind::Grouped(GroupedChart { rows }), comfortable)
}

fn from(figures: &BudgetFigures) -> Sources {
    [&figures.ceiling, &figures.spent].into_iter().filter_map(|amount| amount.as_ref().ok()).map(|a| &a.from).collect()
}

fn funding_alt(funding: &Funding) -> Sentence {
    let pairs = |pick: fn(&BudgetFigures) -> &Amount| -> Vec<(Printed, Printed)> {
        funding
            .by_source
            .iter()
            .filter_map(|(kind, figures)| {
                let amount = pick(figures).as_ref().ok()?;
                Some((source(*kind, &amount.from), print::money(amount)))
            })
            .collect()
    };
    let (ceilings, spent) = (pairs(|f| &f.ceiling), pairs(|f| &f.spent));
    Alternative::BatangDana {
        daftar_pagu: listed(&ceilings),
        daftar_realisasi: (!spent.is_empty()).then(|| listed(&spent)),
    }
    .into()
}

fn funding_rows(funding: &Funding) -> Vec<Tree> {
    let people = |kind: Option<SumberDana>| -> Option<Printed> {
        let rows =
            funding.lines.iter().map(|line| line.row).filter(|row| kind.is_none_or(|k| row.sumber_dana.value == k));
        let cells: Option<Vec<_>> = rows.map(|row| row.orang_terlindungi.as_ref()).collect();
        let cells = cells?;
        let sum: BigInt = cells.iter().map(|cell| BigInt::from(cell.value)).sum();
        let from = cells.iter().map(|cell| cell.place.clone()).collect();
        Some(print::count(&Sourced::new(sum, from)))
    };
    let row = |name: Printed, figures: &BudgetFigures, orang: Option<Printed>| {
        Tree::map([
            ("nama", name.into()),
            ("pagu", figures.ceiling.as_ref().ok().map(print::money_cell).into()),
            ("realisasi", figures.spent.as_ref().ok().map(print::money_cell).into()),
            ("serapan", figures.absorption.as_ref().ok().map(print::percent_cell).into()),
            ("orang", orang.into()),
        ])
    };
    let mut rows: Vec<Tree> = funding
        .by_source
        .iter()
        .map(|(kind, f)| row(print::row_name(source(*kind, &from(f))), f, people(Some(*kind))))
        .collect();
    if funding.by_source.len() > 1 {
        rows.push(row(Printed::fixed("Jumlah"), &funding.total, people(None)));
    }
    rows
}

pub(super) fn claims(desk: &Desk) -> Tree {
    let claims = match &desk.measures.claims {
        Ok(claims) => claims,
        Err(missing) => return absent_section("klaim", "klaim", missing, desk),
    };
    let rows = claims.lines.iter().flat_map(|line| &line.rows);
    let gaps = claims.lines.iter().any(|line| {
        [&line.month, &line.year]
            .into_iter()
            .any(|f| f.as_ref().map_or(true, |f| f.cases.is_err() || f.amount.is_err()))
    });
    Tree::map([
        ("kalimat", or_nothing(claim_sentences(claims, desk), "klaim", desk).into()),
        ("baris", Tree::list(claim_rows(claims))),
        ("sumber", source_line(rows.map(|row| &row.sumber), &desk.period, true).into()),
        ("catatan", cell_marks(gaps, false).into()),
    ])
}

fn claim_sentences(claims: &Claims, desk: &Desk) -> Vec<Sentence> {
    let month = &claims.month;
    let periode = desk.period.clone();
    let mut said: Vec<Sentence> = Vec::new();
    let largest = match claims.largest.as_slice() {
        [one] if claims.lines.len() > 1 => claims.lines.iter().find(|line| line.programme == *one),
        _ => None,
    };
    let top = largest.and_then(|line| Some((line, line.month.as_ref().ok()?)));
    said.extend(
        match (&month.cases, &month.amount, top) {
            (Ok(cases), Ok(amount), Some((line, figures))) => {
                figures.amount.as_ref().ok().map(|own| s::Claims::Klaim {
                    periode,
                    kasus: print::count(cases),
                    nominal_rp: print::money(amount),
                    program: Printed::new(print::programme_name(line.programme), own.from.clone()),
                    nominal_program_rp: print::money(own),
                    kasus_program: figures.cases.as_ref().ok().map(print::count),
                })
            }
            (Ok(cases), amount, _) => {
                let nominal_rp = amount.as_ref().ok().map(print::money);
                Some(s::Claims::KlaimJumlah { periode, kasus: print::count(cases), nominal_rp })
            }
            (Err(_), Ok(amount), _) => Some(s::Claims::KlaimNominal { periode, nominal_rp: print::money(amount) }),
            (Err(_), Err(_), _) => None,
        }
        .map(Sentence::from),
    );
    if let Ok(year) = &claims.year {
        let tahun = super::opening::report_year(desk);
        said.extend(
            match (&year.cases, &year.amount) {
                (Ok(cases), Ok(amount)) => {
                    let (kasus, nominal_rp) = (print::count(cases), print::money(amount));
                    Some(s::Claims::KlaimKumulatif { tahun, kasus, nominal_rp })
                }
                (Err(_), Ok(amount)) => {
                    Some(s::Claims::KlaimKumulatifNominal { tahun, nominal_rp: print::money(amount) })
                }
                _ => None,
            }
            .map(Sentence::from),
        );
    }
    if let Some((amount, people)) = claims.scholarships.as_ref().ok().and_then(scholarship) {
        said.push(s::Claims::Beasiswa { nominal_rp: print::money(amount), n: print::count(people) }.into());
    }
    said
}

fn scholarship(figures: &ClaimFigures) -> Option<(&Sourced<BigInt>, &Sourced<BigInt>)> {
    let (amount, people) = (figures.amount.as_ref().ok()?, figures.people.as_ref().ok()?);
    (amount.value.is_positive() && people.value.is_positive()).then_some((amount, people))
}

fn claim_rows(claims: &Claims) -> Vec<Tree> {
    let row = |name: Printed, month: Option<&ClaimFigures>, year: Option<&ClaimFigures>| {
        let cell = |figures: Option<&ClaimFigures>, pick: fn(&ClaimFigures) -> &Amount| {
            figures.and_then(|f| pick(f).as_ref().ok()).map(print::count)
        };
        Tree::map([
            ("nama", name.into()),
            ("kasus", cell(month, |f| &f.cases).into()),
            ("nominal", cell(month, |f| &f.amount).into()),
            ("kasus_kumulatif", cell(year, |f| &f.cases).into()),
            ("nominal_kumulatif", cell(year, |f| &f.amount).into()),
        ])
    };
    let line = |line: &ClaimLine| {
        row(Printed::fixed(print::programme_name(line.programme)), line.month.as_ref().ok(), line.year.as_ref().ok())
    };
    let mut rows: Vec<Tree> = claims.lines.iter().map(line).collect();
    if claims.lines.len() > 1 {
        rows.push(row(Printed::fixed("Jumlah"), Some(&claims.month), claims.year.as_ref().ok()));
    }
    rows
}
