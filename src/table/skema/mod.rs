//! The data dictionary, for people (`rakor skema`): the schema as Markdown, as CSV, and as a workbook to fill in.

mod buku;

pub(super) use buku::is_template;
pub use buku::{TITLE as SKEMA_BUKU, skema_buku};

use std::fmt::Write as _;

use super::schema::{ColumnSchema, Kind, Nature};
use super::tables::schema;

const INTRODUCTION: &str = "\
# Kamus data

Setiap tabel disimpan sebagai satu berkas CSV di folder `data/`; nama berkasnya ialah nama tabel, misalnya \
`data/kepesertaan.csv`. Berkas ditulis dalam UTF-8, dengan koma atau titik koma sebagai pemisah kolom. Baris pertama memuat \
nama kolom; urutan kolom bebas. Tabel yang tidak diperlukan tidak perlu ada.

Sel yang datanya belum tersedia dibiarkan kosong atau diisi `…`; angka nol ditulis `0`. Dua baris tidak boleh memuat kunci \
yang sama. Isi kolom yang bertanda pribadi tidak pernah dikutip dalam pesan dan tidak disertakan dalam laporan.
";

/// The data dictionary in Markdown.
#[must_use]
pub fn skema_md() -> String {
    let mut out = String::from(INTRODUCTION);
    out.push_str("\n## Jenis isi\n\n| isi | cara menulis |\n| --- | --- |\n");
    for (kind, how) in WAYS_OF_WRITING {
        let _ = writeln!(out, "| {kind} | {how} |");
    }
    out.push_str("\n## Sifat tabel\n\n");
    for nature in [Nature::Stock, Nature::Flow, Nature::Reference] {
        let _ = writeln!(out, "- {}: {}", nature.as_str(), nature.explanation());
    }
    for table in schema() {
        let _ = write!(out, "\n## `{}`\n\n{} Sifat: {}.\n\n", table.name, table.description, table.nature.as_str());
        out.push_str("| kolom | isi | satuan | pengisian | uraian |\n| --- | --- | --- | --- | --- |\n");
        for column in table.columns {
            let unit = column.unit.unwrap_or_default();
            let (content, filling) = (content(column.kind), filling(column));
            let _ = writeln!(out, "| `{}` | {content} | {unit} | {filling} | {} |", column.name, column.description);
        }
    }
    out
}

/// The data dictionary as CSV, one row for each column of each table.
#[must_use]
pub fn skema_csv() -> String {
    let head = [
        "tabel",
        "sifat",
        "kolom",
        "isi",
        "pilihan",
        "satuan",
        "kunci",
        "wajib",
        "pribadi",
        "contoh",
        "uraian",
        "uraian_tabel",
    ];
    let mut rows = vec![head.map(str::to_owned)];
    for table in schema() {
        for column in table.columns {
            rows.push([
                table.name.to_owned(),
                table.nature.as_str().to_owned(),
                column.name.to_owned(),
                column.kind.as_str().to_owned(),
                choices(column.kind).join(";"),
                column.unit.unwrap_or_default().to_owned(),
                yes_or_no(column.key),
                yes_or_no(column.required),
                yes_or_no(column.personal),
                column.kind.example().to_owned(),
                column.description.to_owned(),
                table.description.to_owned(),
            ]);
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = rows.iter().try_for_each(|row| writer.write_record(row)).ok().and_then(|()| writer.into_inner().ok());
    // Memory takes every byte, so there is always something written.
    written.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

const WAYS_OF_WRITING: [(&str, &str); 9] = [
    ("bilangan bulat", "`134.167` atau `134167`; tidak negatif"),
    ("rupiah", "`Rp5.300.000.000`, `5300000000`, atau `5,3 miliar`; tanpa sen"),
    ("bilangan desimal", "`41,3` atau `41,3%`; banyaknya desimal dipertahankan"),
    ("tanggal", "`2025-08-26`, `26/08/2025`, atau `26 Agustus 2025`"),
    ("periode", "`2025-08` atau `Agustus 2025`"),
    ("tahun", "`2025`"),
    ("triwulan", "`1`, `2`, `3`, atau `4`"),
    (
        "kode wilayah",
        "`00` nasional, `35` provinsi, `35.73` kabupaten/kota, `35.73.01` kecamatan, `35.73.01.1001` kelurahan/desa, \
         `35.73.00` tidak terpetakan",
    ),
    ("teks", "paling banyak 32.767 karakter, tanpa kata yang lebih panjang daripada 200 karakter"),
];

fn choices(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Choice(all) => all,
        _ => &[],
    }
}

fn content(kind: Kind) -> String {
    match choices(kind) {
        [] => kind.as_str().to_owned(),
        all => all.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
    }
}

fn filling(column: &ColumnSchema) -> String {
    let filling = match (column.key, column.required) {
        (true, true) => "kunci",
        (true, false) => "kunci, boleh kosong",
        (false, true) => "wajib",
        (false, false) => "boleh kosong",
    };
    if column.personal { format!("{filling}, pribadi") } else { filling.to_owned() }
}

fn yes_or_no(value: bool) -> String {
    if value { "ya" } else { "tidak" }.to_owned()
}
