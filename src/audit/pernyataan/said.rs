//! A statement as it is read: which figures it holds, and what each of them says.

use chrono::{Datelike, NaiveDate};

use crate::bahasa::baca::{self, Salah, Satuan, Ucapan};
use crate::figure::Period;
use crate::place::Cell;
use crate::table::{Pernyataan, Segmen};

/// A figure of a statement, by its column. The order is that of the verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// `persen`
    Persen,
    /// `pembilang`
    Pembilang,
    /// `penyebut`
    Penyebut,
    /// `belum_persen`
    BelumPersen,
    /// `target_persen`
    TargetPersen,
    /// `target_orang`
    TargetOrang,
    /// `sisa_orang`
    SisaOrang,
    /// `kenaikan_per_tahun`
    Kenaikan,
    /// `tambahan_orang`
    Tambahan,
    /// `anggaran_rp`
    Anggaran,
    /// `hari`
    Hari,
    /// `istilah`
    Istilah,
}

impl Column {
    /// All of them, in their order.
    pub const ALL: [Self; 12] = [
        Self::Persen,
        Self::Pembilang,
        Self::Penyebut,
        Self::BelumPersen,
        Self::TargetPersen,
        Self::TargetOrang,
        Self::SisaOrang,
        Self::Kenaikan,
        Self::Tambahan,
        Self::Anggaran,
        Self::Hari,
        Self::Istilah,
    ];

    /// What a reader calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Persen => "Cakupan",
            Self::Pembilang => "Peserta aktif",
            Self::Penyebut => "Jumlah pekerja",
            Self::BelumPersen => "Bagian yang belum terlindungi",
            Self::TargetPersen => "Target",
            Self::TargetOrang => "Target peserta aktif",
            Self::SisaOrang => "Kekurangan",
            Self::Kenaikan => "Kenaikan setahun",
            Self::Tambahan => "Tambahan peserta",
            Self::Anggaran => "Anggaran",
            Self::Hari => "Hari",
            Self::Istilah => "Istilah",
        }
    }

    fn cell(self, row: &Pernyataan) -> Option<&Cell<String>> {
        match self {
            Self::Persen => row.persen.as_ref(),
            Self::Pembilang => row.pembilang.as_ref(),
            Self::Penyebut => row.penyebut.as_ref(),
            Self::BelumPersen => row.belum_persen.as_ref(),
            Self::TargetPersen => row.target_persen.as_ref(),
            Self::TargetOrang => row.target_orang.as_ref(),
            Self::SisaOrang => row.sisa_orang.as_ref(),
            Self::Kenaikan => row.kenaikan_per_tahun.as_ref(),
            Self::Tambahan => row.tambahan_orang.as_ref(),
            Self::Anggaran => row.anggaran_rp.as_ref(),
            Self::Hari => row.hari.as_ref(),
            Self::Istilah => row.istilah.as_ref(),
        }
    }

    /// Reads the wording; nothing for a column that holds no number.
    fn read(self, wording: &str) -> Option<Result<Ucapan, Salah>> {
        match self {
            Self::Persen | Self::BelumPersen | Self::TargetPersen | Self::Kenaikan => Some(Ucapan::persen(wording)),
            Self::Pembilang | Self::Penyebut | Self::TargetOrang | Self::SisaOrang | Self::Tambahan => {
                Some(Ucapan::cacah(wording))
            }
            Self::Anggaran => Some(Ucapan::uang(wording)),
            Self::Hari | Self::Istilah => None,
        }
    }
}

/// A readable figure.
#[derive(Clone, Copy)]
pub(in crate::audit) struct Figure<'s> {
    pub(super) column: Column,
    pub(super) cell: &'s Cell<String>,
    pub(super) said: &'s Ucapan,
}

/// Region, segment, and in small letters indicator and group.
pub(super) type Subject<'a> = (&'a str, Segmen, String, Option<String>);
/// Region, day and publisher.
pub(super) type Occasion<'a> = (&'a str, NaiveDate, &'a str);

/// A cell that holds a figure, and what was read of it; nothing for a column that holds no number.
struct Cellful<'a> {
    column: Column,
    cell: &'a Cell<String>,
    read: Option<Result<Ucapan, Salah>>,
}

/// One statement.
pub(in crate::audit) struct Said<'a> {
    pub(super) row: &'a Pernyataan,
    figures: Vec<Cellful<'a>>,
}

impl<'a> Said<'a> {
    pub(super) fn new(row: &'a Pernyataan) -> Self {
        let figures = Column::ALL.into_iter().filter_map(|column| {
            let cell = column.cell(row).filter(|cell| !cell.value.trim().is_empty())?;
            Some(Cellful { column, cell, read: column.read(&cell.value) })
        });
        Self { row, figures: figures.collect() }
    }

    /// The cells that hold a figure.
    pub(super) fn cells(&self) -> impl Iterator<Item = (Column, &'a Cell<String>)> {
        self.figures.iter().map(|one| (one.column, one.cell))
    }

    pub(super) fn cell(&self, column: Column) -> Option<&'a Cell<String>> {
        self.cells().find(|(known, _)| *known == column).map(|(_, cell)| cell)
    }

    /// Figures whose wording is no number, and why.
    pub(super) fn unreadable(&self) -> impl Iterator<Item = (Column, &'a Cell<String>, &Salah)> {
        self.figures.iter().filter_map(|one| Some((one.column, one.cell, one.read.as_ref()?.as_ref().err()?)))
    }

    /// A figure in whatever unit it was said.
    pub(super) fn as_said(&self, column: Column) -> Option<Figure<'_>> {
        let one = self.figures.iter().find(|one| one.column == column)?;
        Some(Figure { column, cell: one.cell, said: one.read.as_ref()?.as_ref().ok()? })
    }

    /// A figure that can be reckoned with: *persen poin* are no part of anything.
    pub(super) fn figure(&self, column: Column) -> Option<Figure<'_>> {
        self.as_said(column).filter(|figure| figure.said.satuan != Satuan::PersenPoin)
    }

    pub(super) fn segment(&self) -> Segmen {
        self.row.segmen.as_ref().map_or(Segmen::Total, |cell| cell.value)
    }

    pub(super) fn region(&self) -> &'a str {
        &self.row.kode_wilayah.value
    }

    pub(super) fn period(&self) -> Option<Period> {
        Period::of(self.row.tanggal.value)
    }

    /// The year its target is for: as said, else its own.
    pub(super) fn target_year(&self) -> i32 {
        let said = self.row.target_tahun.as_ref().and_then(|cell| baca::tahun(&cell.value).ok());
        said.unwrap_or_else(|| self.row.tanggal.value.year())
    }

    /// Whether the wording says that the indicator rises.
    pub(super) fn rises(&self) -> bool {
        self.row.arah_perubahan.as_ref().is_some_and(|cell| {
            ["naik", "meningkat", "bertambah", "tumbuh"].contains(&cell.value.trim().to_lowercase().as_str())
        })
    }

    /// What it speaks of.
    pub(super) fn subject(&self) -> Subject<'a> {
        let group = self.row.kelompok.as_ref().map(|cell| cell.value.trim().to_lowercase());
        (self.region(), self.segment(), self.row.indikator.value.to_lowercase(), group)
    }

    /// Where and when it stood.
    pub(super) fn occasion(&self) -> Occasion<'a> {
        (self.region(), self.row.tanggal.value, &self.row.sumber.value)
    }

    pub(super) fn is(&self, other: &Said) -> bool {
        std::ptr::eq(self.row, other.row)
    }
}
