//! Regions that nobody has named.

use std::collections::BTreeMap;

use super::Draft;
use super::rows::{Rows, shown};
use crate::place::{Cell, Place};

/// One finding for each code, with every place where it stands.
pub(super) fn unknown(rows: &Rows) -> Vec<Draft> {
    if rows.data.wilayah.is_empty() {
        return Vec::new();
    }
    let mut unknown: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for cell in codes(rows).filter(|cell| !rows.knows(&cell.value)) {
        unknown.entry(&cell.value).or_default().push(cell.place.clone());
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
        action: "Tambahkan wilayah.csv; kolomnya dijelaskan oleh `rakor skema`.",
    })
    .into_iter()
    .collect()
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
