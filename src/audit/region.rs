//! Regions: codes that nobody has named, and names that do not fit their codes.

use std::collections::BTreeMap;

use super::rows::{Rows, shown};
use super::rule::Draft;
use crate::bahasa;
use crate::diagnostic::quote;
use crate::place::{Cell, Place};
use crate::table::{JenisWilayah, Wilayah};

/// The nation, and what stands in a code for those that are assigned to no region.
const NATION: &str = "00";

/// One finding for each code, with every place where it stands.
pub(super) fn unknown(rows: &Rows) -> Vec<Draft> {
    if rows.data.wilayah.is_empty() {
        return Vec::new();
    }
    let mut unknown: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    // Rows of one region often follow each other: whoever stood above is known.
    let mut known = None;
    for cell in codes(rows) {
        let code = cell.value.as_str();
        if known == Some(code) {
            continue;
        }
        if rows.knows(code) {
            known = Some(code);
        } else {
            unknown.entry(code).or_default().push(cell.place.clone());
        }
    }
    unknown
        .into_iter()
        .map(|(code, places)| Draft {
            places,
            message: format!("Kode wilayah {} tidak tercantum dalam tabel `wilayah`.", shown(code)),
            stated: Some(shown(code)),
            computed: Some("kode dari tabel `wilayah`".to_owned()),
            action: "Perbaiki kode itu atau tambahkan wilayahnya ke tabel `wilayah`.",
        })
        .collect()
}

pub(super) fn table_absent(rows: &Rows) -> Vec<Draft> {
    if !rows.data.wilayah.is_empty() {
        return Vec::new();
    }
    // The place is the file that is not there: a row would tie the note to reports that use this row.
    let any = codes(rows).next();
    any.map(|_| Draft {
        places: vec![Place::file("data/wilayah.csv")],
        message: "Tabel `wilayah` tidak tersedia sehingga kode wilayah tidak diperiksa dan nama wilayah tidak dicetak."
            .to_owned(),
        stated: None,
        computed: None,
        action: "Isi tabel wilayah (berkas wilayah.csv atau lembar wilayah); kolomnya dijelaskan oleh `rakor skema`.",
    })
    .into_iter()
    .collect()
}

/// A region below another one begins with its code.
pub(super) fn parent_against_code(rows: &Rows) -> Vec<Draft> {
    let wrong = rows.data.wilayah.iter().filter_map(|row| {
        let (code, parent) = (row.kode.value.as_str(), row.induk.as_ref()?);
        let expected = above(code)?;
        (parent.value != expected).then(|| {
            let stated = shown(&parent.value);
            Draft {
                places: vec![parent.place.clone(), row.kode.place.clone()],
                message: format!(
                    "Induk wilayah {} tercantum {stated}, padahal kodenya berada di bawah {expected}.",
                    shown(code)
                ),
                stated: Some(stated),
                computed: Some(expected.to_owned()),
                action: "Perbaiki `induk` atau `kode` pada baris itu.",
            }
        })
    });
    wrong.collect()
}

/// The code one level up; of a province the nation's.
fn above(code: &str) -> Option<&str> {
    match code.rsplit_once('.') {
        Some((parent, _)) => Some(parent),
        None => (code != NATION).then_some(NATION),
    }
}

/// How long a code is says what it may name: cities and villages have serials of their own (Kepmendagri
/// 300.2.2-2430/2025).
pub(super) fn level_against_code(rows: &Rows) -> Vec<Draft> {
    let wrong = rows.data.wilayah.iter().filter_map(|row| {
        let (code, level) = (row.kode.value.as_str(), row.jenis.value);
        let allowed = levels(code);
        (!allowed.contains(&level)).then(|| {
            let words: Vec<&str> = allowed.iter().map(|level| level.as_str()).collect();
            Draft {
                places: vec![row.jenis.place.clone(), row.kode.place.clone()],
                message: format!("Kode wilayah {} bukan kode {level}.", shown(code)),
                stated: Some(level.to_string()),
                computed: Some(words.join(" atau ")),
                action: "Perbaiki `jenis` atau `kode` pada baris itu.",
            }
        })
    });
    wrong.collect()
}

fn levels(code: &str) -> &'static [JenisWilayah] {
    let parts: Vec<&str> = code.split('.').collect();
    match parts.as_slice() {
        [NATION] => &[JenisWilayah::Nasional],
        [_] => &[JenisWilayah::Provinsi],
        [.., NATION | "0000"] => &[JenisWilayah::TidakTerpetakan],
        [_, serial] if *serial >= "71" => &[JenisWilayah::Kota],
        [_, _] => &[JenisWilayah::Kabupaten],
        [_, _, _] => &[JenisWilayah::Kecamatan],
        [_, _, _, serial] if serial.starts_with('1') => &[JenisWilayah::Kelurahan],
        [_, _, _, serial] if serial.starts_with('2') => &[JenisWilayah::Desa],
        _ => &[JenisWilayah::Kelurahan, JenisWilayah::Desa],
    }
}

/// One name twice below one region: rows of one region under two codes, or a name copied into the wrong line.
pub(super) fn name_twice(rows: &Rows) -> Vec<Draft> {
    let mut names: BTreeMap<(&str, &str, JenisWilayah), Vec<&Wilayah>> = BTreeMap::new();
    for row in &rows.data.wilayah {
        let parent = row.induk.as_ref().map_or("", |cell| cell.value.as_str());
        names.entry((parent, row.nama.value.as_str(), row.jenis.value)).or_default().push(row);
    }
    let twice = names.into_iter().filter(|(_, same)| same.len() > 1);
    twice
        .map(|((_, name, _), same)| {
            let codes: Vec<String> = same.iter().map(|row| shown(&row.kode.value)).collect();
            let codes = bahasa::dan(&codes);
            Draft {
                places: same.iter().map(|row| row.nama.place.clone()).collect(),
                message: format!("Nama wilayah {} dipakai oleh kode {codes} di bawah satu induk.", quote(name)),
                stated: Some(codes),
                computed: Some("satu kode untuk satu nama".to_owned()),
                action: "Perbaiki nama atau kode salah satu baris itu.",
            }
        })
        .collect()
}

/// Names against the codes of the ministry, as far as they are known here.
pub(super) fn name_against_code(rows: &Rows) -> Vec<Draft> {
    let named = rows.data.wilayah.iter().filter_map(|row| Some((row, official(&row.kode.value)?)));
    named
        .filter(|(row, official)| !same_name(&row.nama.value, official))
        .map(|(row, official)| Draft {
            places: vec![row.nama.place.clone(), row.kode.place.clone()],
            message: format!(
                "Kode wilayah {} ialah kode {official}, bukan {}.",
                shown(&row.kode.value),
                quote(&row.nama.value)
            ),
            stated: Some(quote(&row.nama.value)),
            computed: Some(official.to_owned()),
            action: "Perbaiki `kode` atau `nama`; daftar lain sering memakai urutan BPS.",
        })
        .collect()
}

/// Letters decide: neither case nor hyphens, nor whether the level is written in front.
fn same_name(name: &str, official: &str) -> bool {
    bare(name) == bare(official)
}

fn bare(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let levels = ["kota ", "kabupaten ", "kab. ", "provinsi ", "kecamatan "];
    let rest = levels.iter().find_map(|level| lower.strip_prefix(level)).unwrap_or(&lower);
    rest.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn official(code: &str) -> Option<&'static str> {
    OFFICIAL.binary_search_by_key(&code, |(code, _)| code).ok().and_then(|at| OFFICIAL.get(at)).map(|(_, name)| *name)
}

/// The region of every row of every table that has one, table by table; recipients are nobody's business here.
fn codes<'a>(rows: &Rows<'a>) -> impl Iterator<Item = &'a Cell<String>> {
    let data = rows.data;
    macro_rules! tables {
        ($($table:ident),*) => { std::iter::empty()$(.chain(data.$table.iter().map(|row| &row.kode_wilayah)))* };
    }
    tables!(
        pekerja,
        kepesertaan,
        kepesertaan_program,
        kelompok,
        pemberi_kerja,
        target,
        klaim,
        anggaran,
        proyek,
        penghargaan,
        indikator,
        indikator_tahunan,
        indikator_triwulan,
        faktor,
        narasi,
        kegiatan,
        tindak_lanjut,
        pernyataan
    )
}

/// Codes and names according to Kepmendagri 300.2.2-2430 Tahun 2025, in the order of the codes: the regions of the example
/// workspaces and their neighbours, read in the register. A name not listed here is not checked.
const OFFICIAL: &[(&str, &str)] = &[
    ("00", "Indonesia"),
    ("19", "Kepulauan Bangka Belitung"),
    ("19.71", "Kota Pangkalpinang"),
    ("35", "Jawa Timur"),
    ("35.07", "Kabupaten Malang"),
    ("35.09", "Kabupaten Jember"),
    ("35.16", "Kabupaten Mojokerto"),
    ("35.22", "Kabupaten Bojonegoro"),
    ("35.73", "Kota Malang"),
    ("35.73.01", "Blimbing"),
    ("35.73.02", "Klojen"),
    ("35.73.03", "Kedungkandang"),
    ("35.73.04", "Sukun"),
    ("35.73.05", "Lowokwaru"),
    ("35.78", "Kota Surabaya"),
    ("35.79", "Kota Batu"),
    ("61", "Kalimantan Barat"),
    ("61.01", "Kabupaten Sambas"),
    ("61.02", "Kabupaten Mempawah"),
    ("61.03", "Kabupaten Sanggau"),
    ("61.04", "Kabupaten Ketapang"),
    ("61.05", "Kabupaten Sintang"),
    ("61.06", "Kabupaten Kapuas Hulu"),
    ("61.07", "Kabupaten Bengkayang"),
    ("61.08", "Kabupaten Landak"),
    ("61.09", "Kabupaten Sekadau"),
    ("61.10", "Kabupaten Melawi"),
    ("61.11", "Kabupaten Kayong Utara"),
    ("61.12", "Kabupaten Kubu Raya"),
    ("61.71", "Kota Pontianak"),
    ("61.72", "Kota Singkawang"),
];
