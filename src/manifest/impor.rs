//! How sheets that are not in our form become tables, `[impor.NAMA]`.
//!
//! Read here as far as the manifest knows it: which keys there are and what each may hold. Whether a table, a column or
//! a heading exists is known to [`crate::impor`].

use toml::de::DeTable;

use super::check;
use super::problem;
use super::reader::{Reader, View};
use super::schema::LEBAR;
use crate::place::Cell;

/// The last row that a header is looked for in, and the tallest header.
const LAST_HEADER_ROW: u32 = 1000;
const TALLEST_HEADER: u32 = 3;

/// One import, `[impor.NAMA]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impor {
    /// The name behind `impor.`.
    pub nama: Cell<String>,
    /// The table that the rows belong to.
    pub tabel: Cell<String>,
    /// The sheet; the first that fits when absent.
    pub lembar: Option<Cell<String>>,
    /// The first row of the header, from 1; looked for when absent.
    pub judul: Option<Cell<u32>>,
    /// How many rows the header has; found out when absent.
    pub baris_judul: Option<Cell<u32>>,
    /// The year of months that are written without one.
    pub tahun: Option<Cell<u32>>,
    /// Columns of the table and the headings they stand under.
    pub kolom: Vec<Pasangan>,
    /// Columns of the table that hold the same in every row.
    pub tetap: Vec<Pasangan>,
    /// Rows that are left out, by their first text.
    pub lewati: Vec<Cell<String>>,
    /// For a column of the table, words of the sheet and what they stand for.
    pub nilai: Vec<(String, Vec<Pasangan>)>,
    /// For a column of the table, the unit of its numbers: `ribu`, `juta`, `miliar`, `triliun`.
    pub satuan: Vec<Pasangan>,
    /// Columns of the sheet that become rows.
    pub lebar: Option<Lebar>,
}

/// A key of the user's own and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasangan {
    /// The key.
    pub kunci: String,
    /// The value, and where it stands.
    pub isi: Cell<String>,
}

/// Columns of a sheet that become rows of a table, `lebar` in an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lebar {
    /// The headings.
    pub kolom: Vec<Cell<String>>,
    /// The column of the table that the headings go to.
    pub ke: Cell<String>,
    /// The column of the table that the cells go to.
    pub nilai: Cell<String>,
}

/// All imports, in the order of the file.
pub(super) fn read<'t>(reader: &mut Reader<'t>, root: &DeTable<'t>) -> Vec<Impor> {
    let views = reader.named(root, "impor");
    views.into_iter().filter_map(|(nama, view)| import(reader, nama, &view)).collect()
}

fn import<'t>(reader: &mut Reader<'t>, nama: Cell<String>, view: &View<'_, 't>) -> Option<Impor> {
    if !check::own_name(&nama.value) {
        let expected = "huruf kecil, angka, garis bawah, atau tanda hubung, misalnya bulanan";
        reader.push(problem::wrong_value(nama.place.clone(), &nama.value, expected));
    }
    reader.require(view, "tabel", "nama tabel, misalnya \"kepesertaan\"");
    let tabel = reader.text(view, "tabel");
    let lembar = reader.text(view, "lembar");
    let judul = reader.whole_or(view, "judul", 1..=LAST_HEADER_ROW, "cari");
    let baris_judul = reader.whole_or(view, "baris_judul", 1..=TALLEST_HEADER, "");
    let tahun = reader.whole_or(view, "tahun", 1900..=2200, "");
    let kolom = pairs(reader, view, "kolom");
    let tetap = pairs(reader, view, "tetap");
    let lewati = reader.list(view, "lewati");
    let words = reader.inner(view, "nilai");
    let nilai = words.keys().into_iter().map(|column| {
        let pairs = pairs(reader, &words, &column);
        (column, pairs)
    });
    let nilai = nilai.collect();
    let satuan = pairs(reader, view, "satuan");
    let lebar = wide(reader, view);
    Some(Impor { nama, tabel: tabel?, lembar, judul, baris_judul, tahun, kolom, tetap, lewati, nilai, satuan, lebar })
}

fn pairs<'t>(reader: &mut Reader<'t>, view: &View<'_, 't>, key: &str) -> Vec<Pasangan> {
    let inner = reader.inner(view, key);
    let keys = inner.keys();
    keys.into_iter()
        .filter_map(|kunci| {
            let isi = reader.scalar(&inner, &kunci)?;
            Some(Pasangan { kunci, isi })
        })
        .collect()
}

fn wide<'t>(reader: &mut Reader<'t>, view: &View<'_, 't>) -> Option<Lebar> {
    let inner = reader.closed(view, "lebar", LEBAR)?;
    reader.require(&inner, "kolom", "daftar judul kolom, misalnya [\"PU\", \"BPU\"]");
    reader.require(&inner, "ke", "kolom tabel yang diisi judul itu, misalnya \"segmen\"");
    reader.require(&inner, "nilai", "kolom tabel yang diisi selnya, misalnya \"peserta_aktif\"");
    let kolom = reader.list(&inner, "kolom");
    let ke = reader.text(&inner, "ke");
    let nilai = reader.text(&inner, "nilai");
    Some(Lebar { kolom, ke: ke?, nilai: nilai? })
}
