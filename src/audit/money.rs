//! Budgets: what they must pay, what they paid, and for how long.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::rows::{Rows, number};
use super::rule::Draft;
use crate::bahasa;
use crate::diagnostic::quote;
use crate::figure::Period;
use crate::place::{Cell, Place};
use crate::table::{Anggaran, ProgramJaminan, Segmen};

const MONTHS: u64 = 12;

/// The ceiling in force: the revised one, when there is one.
fn ceiling(row: &Anggaran) -> Option<&Cell<u64>> {
    row.pagu_perubahan_rp.as_ref().or(row.pagu_rp.as_ref())
}

fn called(rows: &Rows, row: &Anggaran) -> String {
    let region = rows.name(&row.kode_wilayah.value);
    let (group, fund) = (quote(&row.kelompok.value), row.sumber_dana.value);
    format!("{group} ({fund}) Tahun {} di {region}", row.tahun_anggaran.value)
}

/// The tariffs of a segment, by programme.
struct Tariffs<'a> {
    by_programme: BTreeMap<ProgramJaminan, Vec<&'a crate::table::TarifIuran>>,
}

impl<'a> Tariffs<'a> {
    /// Those of RENTAN, else those of the segment that it is part of.
    fn new(rows: &Rows<'a>) -> Self {
        let of = |segment| rows.data.tarif_iuran.iter().filter(move |row| row.segmen.value == segment);
        let segment = if of(Segmen::Rentan).next().is_some() { Segmen::Rentan } else { rows.settings.rentan_parent };
        let mut by_programme: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for row in of(segment) {
            by_programme.entry(row.program_jaminan.value).or_default().push(row);
        }
        Self { by_programme }
    }

    /// JKK and JKM together on a day, with both cells: what everyone pays who pays for himself.
    fn basic(&self, day: NaiveDate) -> Option<(u64, Vec<Place>)> {
        let (work, death) = (self.of(ProgramJaminan::Jkk, day)?, self.of(ProgramJaminan::Jkm, day)?);
        let sum = work.value.checked_add(death.value)?;
        Some((sum, vec![work.place.clone(), death.place.clone()]))
    }

    /// The tariff of a programme on a day: of several the one that began last.
    fn of(&self, programme: ProgramJaminan, day: NaiveDate) -> Option<&'a Cell<u64>> {
        let rows = self.by_programme.get(&programme)?.iter();
        let held = rows.filter(|row| {
            row.berlaku_mulai.value <= day && row.berlaku_sampai.as_ref().is_none_or(|end| end.value >= day)
        });
        held.max_by_key(|row| row.berlaku_mulai.value).map(|row| &row.iuran_rp)
    }

    /// The days of a year on which some tariff begins, and its first.
    fn turns(&self, year: i32) -> BTreeSet<NaiveDate> {
        let first = Period::new(year, 1).map(Period::first_day);
        let begins = self.by_programme.values().flatten().map(|row| row.berlaku_mulai.value);
        let last = Period::new(year, 12).map(Period::last_day);
        begins.filter(|day| Some(*day) >= first && Some(*day) <= last).chain(first).collect()
    }
}

/// Persons × contribution × months against the ceiling, by the latest state of each budget. A plan may be short, and a
/// report says so; that is no error of the data.
pub(super) fn ceiling_too_low(rows: &Rows) -> Vec<Draft> {
    let mut latest: BTreeMap<_, &Anggaran> = BTreeMap::new();
    for row in &rows.data.anggaran {
        let key = (
            row.tahun_anggaran.value,
            row.kode_wilayah.value.as_str(),
            row.sumber_dana.value,
            row.kelompok.value.as_str(),
        );
        let known = latest.entry(key).or_insert(row);
        if known.per_tanggal.value < row.per_tanggal.value {
            *known = row;
        }
    }
    let tariffs = Tariffs::new(rows);
    let drafts = latest.into_values().filter_map(|row| {
        let ceiling = ceiling(row)?;
        let (persons, months) = (row.target_orang.as_ref()?, row.jumlah_bulan.as_ref()?);
        let (dues, from) = match &row.iuran_per_orang_rp {
            Some(cell) => (cell.value, vec![cell.place.clone()]),
            None => tariffs.basic(row.per_tanggal.value)?,
        };
        let need = u128::from(persons.value).checked_mul(dues.into())?.checked_mul(months.value.into())?;
        if need <= ceiling.value.into() {
            return None;
        }
        let (stated, computed) = (bahasa::rupiah(ceiling.value), bahasa::rupiah(need));
        Some(Draft {
            places: [&ceiling.place, &persons.place, &months.place].into_iter().cloned().chain(from).collect(),
            message: format!(
                "Pagu {} ({stated}) kurang dari kebutuhan {} orang × {} × {} bulan ({computed}).",
                called(rows, row),
                number(persons.value),
                bahasa::rupiah(dues),
                number(months.value)
            ),
            stated: Some(stated),
            computed: Some(format!("paling sedikit {computed}")),
            action: "Periksa jumlah orang, iuran, lama perlindungan, dan pagunya.",
        })
    });
    drafts.collect()
}

pub(super) fn spent_above_ceiling(rows: &Rows) -> Vec<Draft> {
    let drafts = rows.data.anggaran.iter().filter_map(|row| {
        let (spent, ceiling) = (row.realisasi_rp.as_ref()?, ceiling(row)?);
        if spent.value <= ceiling.value {
            return None;
        }
        let (stated, bound) = (bahasa::rupiah(spent.value), bahasa::rupiah(ceiling.value));
        Some(Draft {
            places: vec![spent.place.clone(), ceiling.place.clone()],
            message: format!("Realisasi {} ({stated}) melebihi pagunya ({bound}).", called(rows, row)),
            stated: Some(stated),
            computed: Some(format!("paling banyak {bound}")),
            action: "Periksa realisasi itu atau isi `pagu_perubahan_rp`.",
        })
    });
    drafts.collect()
}

/// A budget lasts a year.
pub(super) fn months_beyond_year(rows: &Rows) -> Vec<Draft> {
    let rows_with = rows.data.anggaran.iter().filter_map(|row| Some((row, row.jumlah_bulan.as_ref()?)));
    rows_with
        .filter(|(_, months)| !(1..=MONTHS).contains(&months.value))
        .map(|(row, months)| {
            let stated = format!("{} bulan", number(months.value));
            Draft {
                places: vec![months.place.clone()],
                message: format!("Lama perlindungan {} ({stated}) tidak mungkin dalam satu tahun.", called(rows, row)),
                stated: Some(stated),
                computed: Some(format!("1 sampai dengan {MONTHS} bulan")),
                action: "Perbaiki `jumlah_bulan`.",
            }
        })
        .collect()
}

/// The contribution of a budget against the tariffs in force at any time of its year: JKK and JKM, with or without JHT.
pub(super) fn dues_against_tariff(rows: &Rows) -> Vec<Draft> {
    let tariffs = Tariffs::new(rows);
    let mut accepted: BTreeMap<i32, BTreeMap<u64, Vec<Place>>> = BTreeMap::new();
    let mut drafts = Vec::new();
    for row in &rows.data.anggaran {
        let Some(dues) = &row.iuran_per_orang_rp else { continue };
        let year = row.tahun_anggaran.value;
        let right = accepted.entry(year).or_insert_with(|| {
            let mut right = BTreeMap::new();
            for day in tariffs.turns(year) {
                let Some((basic, places)) = tariffs.basic(day) else { continue };
                if let Some(old_age) = tariffs.of(ProgramJaminan::Jht, day)
                    && let Some(sum) = basic.checked_add(old_age.value)
                {
                    right.entry(sum).or_insert_with(|| places.iter().chain([&old_age.place]).cloned().collect());
                }
                right.insert(basic, places);
            }
            right
        });
        if right.is_empty() || right.contains_key(&dues.value) {
            continue;
        }
        let (stated, amounts) = (bahasa::rupiah(dues.value), right.keys().map(|sum| bahasa::rupiah(*sum)));
        let amounts = amounts.collect::<Vec<_>>().join(" atau ");
        drafts.push(Draft {
            places: std::iter::once(&dues.place).chain(right.values().flatten()).cloned().collect(),
            message: format!("Iuran {} ({stated}) berbeda dari tarif yang berlaku ({amounts}).", called(rows, row)),
            stated: Some(stated),
            computed: Some(amounts),
            action: "Perbaiki `iuran_per_orang_rp` atau lengkapi tabel `tarif_iuran`.",
        });
    }
    drafts
}
